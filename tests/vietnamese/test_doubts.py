import pytest

from vietnamese.doubts import Doubt
from vietnamese.text import LookAlike, look_alikes, suspicious


@pytest.mark.parametrize(
    "proper",
    (
        "Nguyễn Thị Ánh",
        "Y Bliă Êban",
        "H’Hen Niê",
        "H'Hen Niê",
        "PGS.TS Lê An",
        "VNPost tỉnh",
        "Số 12-QĐ/ĐU",
        "",
        "UBND",
    ),
)
def test_proper_text_raises_no_doubt(proper):
    assert suspicious(proper) == []


@pytest.mark.parametrize(
    ("written", "found"),
    (
        ("Trần\x07An", [(Doubt.CONTROL, 4)]),
        ("a\u202eb", [(Doubt.DIRECTION, 1)]),
        ("a\u200bb", [(Doubt.INVISIBLE, 1)]),
        ("Tốt 👍", [(Doubt.EMOJI, 4)]),
        ("a\ue000", [(Doubt.PRIVATE_USE, 1)]),
        ("Ðặng", [(Doubt.LOOK_ALIKE, 0)]),
        ("Lê НÀ", [(Doubt.LOOK_ALIKE, 3)]),
        ("b\u0323\u0301", [(Doubt.LOOSE_MARK, 1)]),
        ("NguyễN Văn", [(Doubt.INNER_CAPITAL, 0)]),
        ("Lê  An", [(Doubt.DOUBLE_SPACE, 2)]),
        ("TRẦN VĂN AN", [(Doubt.ALL_CAPITALS, 0)]),
    ),
)
def test_doubtful_places_are_found(written, found):
    assert [(f.kind, f.position) for f in suspicious(written)] == found


def test_each_finding_says_how_to_mend():
    everything = suspicious("Ðặng\u200b  NguyễN👍\ue000\x07\u202e b\u0301")
    assert all("Anh/chị" in f.sentence and f.sentence.endswith(".") for f in everything)
    assert len(everything) >= 7


def test_look_alikes_name_the_letter_meant():
    assert look_alikes("Ðỗ Нà") == [LookAlike(0, "Ð", "Đ"), LookAlike(3, "Н", "H")]
