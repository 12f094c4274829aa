import random

import pytest

from vietnamese import names


@pytest.mark.parametrize(
    ("full", "given"),
    (
        ("Nguyễn Thị Minh Khai", "Khai"),
        ("Lê An", "An"),
        ("Y Bliă Êban", "Bliă"),
        ("H’Hen Niê", "H’Hen"),
        ("H' Hen Niê", "Hen"),
        ("Y Lan", "Lan"),
        ("Điểu K’Ré", "K’Ré"),
        ("An", "An"),
        ("", ""),
    ),
)
def test_given_name(full, given):
    assert names.given_name(full) == given


def test_lists_are_sorted_by_given_name_then_family_name():
    ordered = [
        "Lê An",
        "Trần Văn An",
        "Lê ANH",
        "Lê Anh Ánh",
        "Bùi Văn Hà",
        "Vũ Hà",
        "An Hạ",
        "Trần Đức Hải",
        "Y Niê Êban",
    ]
    assert sorted(random.Random(3).sample(ordered, len(ordered)), key=names.name_sort) == ordered


@pytest.mark.parametrize(
    ("written", "parts"),
    (
        ("Ông Nguyễn Văn A", ("Ông", "Nguyễn Văn A")),
        ("bà  Trần Thị B", ("Bà", "Trần Thị B")),
        ("Đ/c Lê An", ("Đồng chí", "Lê An")),
        ("ĐỒNG CHÍ Lê An", ("Đồng chí", "Lê An")),
        ("Ông/Bà: Lê An", ("Ông/Bà", "Lê An")),
        ("Ông (bà) Lê An", ("Ông/Bà", "Lê An")),
        ("Ông Thị Thanh Vân", ("", "Ông Thị Thanh Vân")),
        ("Ông Ích Khiêm", ("", "Ông Ích Khiêm")),
        ("Anh Y Bliă Êban", ("Anh", "Y Bliă Êban")),
        ("Nguyễn Bà Rịa", ("", "Nguyễn Bà Rịa")),
        ("Bàng Văn A", ("", "Bàng Văn A")),
        ("Bà", ("", "Bà")),
    ),
)
def test_split_salutation(written, parts):
    assert names.split_salutation(written) == parts
