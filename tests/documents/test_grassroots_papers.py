"""Minutes of a dialogue, a unit's report about grassroots democracy."""

from dataclasses import replace

import pytest

from documents import grassroots
from tests.documents import samples
from tests.documents.reading import lines, tables


@pytest.mark.proves("S2")
def test_minutes_tell_who_met_whom_and_each_promise_with_its_keeper_and_day():
    made = grassroots.dialogue_minutes(samples.DIALOGUE)
    said = lines(made)
    assert "Chủ trì: Đ/c Lê Quang Vinh, Bí thư chi bộ; Đ/c Trần Thị Mai, Phó Giám đốc." in said
    assert [row[3] for row in tables(made)[1][1:]] == [
        "Sửa xong nhà xe.\nVăn phòng. Hạn 30/09/2026.\nĐã làm 20/09/2026: lợp lại mái tôn.", "", "Mua một máy in.\nPhòng Tài vụ. Hạn 15/12/2026.",
    ]  # fmt: skip


def test_minutes_without_questions_say_so_and_number_their_parts_without_a_gap():
    said = lines(grassroots.dialogue_minutes(replace(samples.DIALOGUE, raised=(), content=(), people=None)))
    assert [line for line in said if line.split(".")[0] in ("I", "II", "III", "IV")] == ["I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", "II. Ý KIẾN, TRẢ LỜI, CAM KẾT", "III. KẾT LUẬN"]
    assert "Không có ý kiến, kiến nghị." in said


@pytest.mark.proves("S2")
def test_the_report_has_its_sections_figures_and_open_promises():
    made = grassroots.grassroots_report(samples.GRASSROOTS_REPORT)
    assert "Đơn vị tổ chức 02 cuộc, 78 người dự." in lines(made)
    assert tables(made)[1][1:] == [["1", "Số cuộc đối thoại", "02"], ["2", "Số người dự", "78"]]
    assert tables(made)[2][1:] == [["1", "Mua một máy in.", "Phòng Tài vụ", "15/12/2026"]]
    assert "Không có." in lines(grassroots.grassroots_report(replace(samples.GRASSROOTS_REPORT, promises=())))
