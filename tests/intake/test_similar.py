"""Likeness of names, units and reports."""

import pytest

from intake.similar import (
    WHY,
    Common,
    Likeness,
    boilerplate,
    common_parts,
    compare_names,
    name_key,
    share_copied,
    shingles,
    titles_alike,
    unit_key,
    units_alike,
)


@pytest.mark.proves("F05.07", "N02")
@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Nguyễn Thị Thúy", "Nguyễn Thị Thúy", Likeness.SAME),
        ("Bà Nguyễn Thị Thúy", "Nguyễn Thị  Thúy", Likeness.SAME),
        ("Nguyễn Thị Thúy", "Nguyễn Thị Thuý", Likeness.WITHOUT_MARKS),
        ("Nguyễn Văn Thanh", "NGUYEN VAN THANH", Likeness.WITHOUT_MARKS),
        ("Trần Quốc Vỹ", "Trần Quốc Vĩ", Likeness.WITHOUT_MARKS),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", Likeness.WITHOUT_MARKS),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùnh", Likeness.NEAR),
        ("Ng. V. Thanh", "Nguyễn Văn Thanh", Likeness.SHORTENED),
        ("Nguyễn Minh Khai", "Nguyễn Thị Minh Khai", Likeness.SHORTENED),
        ("Trần Đức An", "Trần An Đức", Likeness.REORDERED),
        ("Lê Văn Tám", "Lê Văn Bảy", Likeness.DIFFERENT),
        ("Lê An", "Lê Ân", Likeness.WITHOUT_MARKS),
        ("Lê An", "Lê Ba", Likeness.DIFFERENT),  # short names are not near by one letter
        ("Nguyễn Văn An", "Trần Văn An", Likeness.DIFFERENT),
    ],
)
def test_names_compare(one, other, likeness):
    assert compare_names(one, other) is likeness
    assert compare_names(other, one) is likeness
    assert WHY[likeness].endswith(".")


def test_one_key_for_one_name():
    assert {name_key(name) for name in ("Ông Trần Vỹ", "tran vi", "TRẦN  VĨ")} == {"tran vi"}


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Công ty TNHH MTV Xổ số kiến thiết tỉnh Bình Hải", "Công ty Xổ số kiến thiết Bình Hải", 1, 1),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", 0.7, 0.95),
        ("Sở Y tế", "Sở Tài chính", 0, 0.7),
    ],
)
def test_units_compare_without_their_legal_form(one, other, least, most):
    assert least <= units_alike(one, other) <= most
    assert unit_key("CÔNG TY CP Dệt") == "det"


def test_titles_compare_whatever_the_order():
    assert titles_alike("Ngày thứ Bảy cùng dân", "Cùng dân ngày thứ bảy") == 1
    assert titles_alike("Ngày thứ Bảy cùng dân", "Bếp ăn tình thương") < 0.6


OLD = "Năm 2025, đồng chí đã vận động nhân dân hiến 1.250 m² đất làm đường liên ấp, được bà con tin yêu."
NEW = "Đồng chí đã vận động nhân dân hiến 1.250 m2 đất làm đường liên ấp trong năm 2026."


@pytest.mark.proves("F05.08", "N03")
def test_a_recycled_report_is_found_and_its_parts_marked():
    parts = common_parts(NEW, OLD)

    assert share_copied(shingles(NEW), shingles(OLD)) > 0.4
    assert [part.text for part in parts] == [
        "Đồng chí đã vận động nhân dân hiến 1.250",
        "đất làm đường liên ấp",
    ] or len(parts) == 1
    for part in parts:
        assert NEW[part.left : part.left_end] == part.text
        assert isinstance(part, Common)
        assert OLD[part.right : part.right_end]


def test_set_phrases_are_no_copying():
    phrase = "thực hiện tốt chủ trương của Đảng, chính sách của Nhà nước"
    reports = [f"{phrase} và làm việc số {number} rất riêng của mình hôm nay" for number in range(6)]
    allowed = boilerplate([phrase] * 5)
    assert share_copied(shingles(phrase), shingles(reports[0])) == 1
    assert share_copied(shingles(phrase), shingles(reports[0]), allowed) == 0


def test_short_texts_have_no_shingles():
    assert shingles("chỉ bốn chữ thôi") == frozenset()
    assert share_copied(frozenset(), shingles(OLD)) == 0


def test_shingles_fit_a_bigint_and_are_equal_everywhere():
    made = shingles("một hai ba bốn năm")
    assert made == frozenset({next(iter(made))})
    assert all(-(2**63) <= number < 2**63 for number in shingles(OLD))
    assert shingles("một hai ba bốn năm") == shingles("MOT, HAI - BA. BON NAM")
