"""Columns as wide as their words, rows as tall as needed: nothing is cut where there is room for it."""

import pytest

from pages.shared import fitting

DEED = "Trao lại giấy tờ và 48.000.000 đồng cho hành khách để quên ở xã Tân Lập Đông"
UNIT = "Chi bộ Công ty TNHH Một thành viên Xổ số kiến thiết"


def test_what_fits_stands_on_one_line_with_its_own_width():
    columns = [["Mã", "VT-2026-0200"], ["Ngày", "16/11/2026"]]
    assert fitting.fit(columns) == ([round(max(map(fitting.text_width, texts)) + 20) for texts in columns], 38)


@pytest.mark.parametrize(("room", "height"), ((1_034, 38), (700, 62), (500, 70), (400, 88)))
def test_less_room_makes_taller_rows_and_no_text_takes_more_lines_than_they_hold(room, height):
    columns = [["Mã", "VT-2026-0200"], ["Việc", DEED, "Cứu hai em nhỏ"], ["Đơn vị", UNIT, "Chi bộ 1"]]
    pixels, taken = fitting.fit(columns, room)
    most = max(fitting.lines(text, width + 2) for texts, width in zip(columns, pixels, strict=True) for text in texts[1:])
    assert (taken, sum(pixels) <= room + 2, {38: 1, 62: 2, 70: 3, 88: 4}[taken] >= most) == (height, True, True)


def test_a_code_is_never_broken_and_a_page_may_ask_for_more():
    pixels, _ = fitting.fit([["Mã", "VT-2026-0200"], ["Việc", DEED * 3]], 400, [140, 0])
    assert pixels[0] >= 140


@pytest.mark.parametrize(("text", "width", "count"), (("một hai ba", 200, 1), ("một hai ba", 50, 3), ("", 60, 1), ("mộthaibabốnnăm", 60, 1)))
def test_lines_keep_words_whole(text, width, count):
    assert fitting.lines(text, width) == count


def test_no_rows_is_one_line():
    assert fitting.fit([["Mã"], ["Việc"]])[1] == 38
