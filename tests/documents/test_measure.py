import pytest

from documents import measure
from documents.letterhead import PARTY_NAME, STATE_MOTTO, STATE_NAME


@pytest.mark.parametrize(
    ("text", "points", "mm"), ((PARTY_NAME, 15, 72.9), (STATE_NAME, 13, 95.7), (STATE_MOTTO, 14, 60.5), ("", 14, 0.0))
)
def test_widths_of_the_headings_in_times_bold(text, points, mm):
    assert round(measure.width(text, points, bold=True), 1) == mm


def test_lines_are_broken_at_words_only():
    assert measure.lines("một hai\nba", 14, 1) == ["một", "hai", "ba"]


def test_balanced_lines_keep_words_that_belong_together():
    assert measure.balanced("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", 14, 86, bold=True) == ["ĐẢNG ỦY CÁC", "CƠ QUAN ĐẢNG TỈNH"]
    assert measure.balanced("tặng Giấy khen phong trào thi đua “Dân vận khéo” năm 2026", 15, 120, bold=True) == [
        "tặng Giấy khen phong trào",
        "thi đua “Dân vận khéo” năm 2026",
    ]


def test_a_word_wider_than_the_room_stands_alone():
    assert measure.balanced("a " + "x" * 80 + " b", 14, 50) == ["a", "x" * 80, "b"]
