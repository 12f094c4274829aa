"""The unit's own papers and the list as a workbook: made from what was entered."""

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from openpyxl import load_workbook

from recognition.hall.errors import Invalid, NotAllowed
from recognition.nominations import actions
from recognition.nominations.actions import Meeting, UnitPaper
from recognition.nominations.terms import Filters

MEETING = Meeting(
    datetime(2026, 11, 24, 14), datetime(2026, 11, 24, 15, 30), "Phòng họp Trạm Y tế", "Hoàng Đức Ân", "Đỗ Thị Thanh",
    ("Hoàng Đức Ân", "Đỗ Thị Thanh", "Trần Thị Mai"), ("Phan Văn Đạt, đi công tác",), 3,
)  # fmt: skip


def words(data: bytes) -> str:
    """Everything that a Word file says, tables included."""
    document = Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.proves("F08.02")
def test_a_deed_has_a_submission_and_a_summary_an_achievement_a_report(place):
    deed = actions.save_draft(place.nominator, place.deed())
    campaign = replace(deed, commendation=actions.get(place.nominator, deed.id).commendation)
    assert actions.unit_papers(campaign) == (UnitPaper.SUBMISSION, UnitPaper.SUMMARY)
    submission = words(actions.unit_paper(place.nominator, deed.id, UnitPaper.SUBMISSION))
    for said in ("TỜ TRÌNH", "CHI BỘ TRẠM Y TẾ PHÚ LỘC", "Lê Văn Tòng", "tặng Giấy khen cho 01 cá nhân", "Ban Thường vụ Đảng uỷ các cơ quan Đảng tỉnh"):
        assert said in submission
    summary = words(actions.unit_paper(place.nominator, deed.id, UnitPaper.SUMMARY))
    for said in ("TÓM TẮT THÀNH TÍCH", "Bến xe phía Bắc", "Ngày 20 tháng 11 năm 2026", "Trung thực, chu đáo"):
        assert said in summary


def test_one_submission_and_one_record_of_the_meeting_for_several_cases(place):
    ids = [actions.save_draft(place.nominator, place.deed(title=title)).id for title in ("Trả lại tiền", "Hiến máu lần thứ 40")]
    assert "01 cá nhân" not in words(actions.submission_of(place.nominator, ids))
    minutes = words(actions.unit_minutes(place.nominator, ids, MEETING))
    for said in ("tổng số 04 thành viên", "Phan Văn Đạt, đi công tác", "Hiến máu lần thứ 40", "75%"):
        assert said in minutes


@pytest.mark.parametrize(
    ("changes", "field"),
    (
        ({"approve": 4}, "approve"),
        ({"present": ()}, "present"),
        ({"place": " "}, "place"),
        ({"chair": "Hoàng " * 40}, "chair"),
        ({"ends": datetime(2026, 11, 24, 13)}, "ends"),
    ),
)
def test_a_meeting_that_cannot_be_is_told_on_its_field(place, changes, field):
    case = actions.save_draft(place.nominator, place.deed())
    with pytest.raises(Invalid) as wrong:
        actions.unit_minutes(place.nominator, [case.id], replace(MEETING, **changes))
    assert field in wrong.value.fields


def test_papers_are_the_units_and_need_a_recipient(place):
    sent = place.endorsed()
    with pytest.raises(NotAllowed):
        actions.unit_paper(place.secretary, sent.id, UnitPaper.SUMMARY)
    assert actions.unit_paper(place.leader, sent.id, UnitPaper.SUMMARY)
    empty = actions.save_draft(place.nominator, place.deed(nominee=None))
    with pytest.raises(Invalid):
        actions.unit_paper(place.nominator, empty.id, UnitPaper.SUMMARY)


def test_the_workbook_holds_what_is_seen_and_no_formula(place):
    actions.save_draft(place.nominator, place.deed(title="=1+1"))
    place.endorsed()
    sheet = load_workbook(io.BytesIO(actions.workbook(place.nominator, Filters()))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=1+1" in [cell.value for cell in cells if cell.data_type == "s"]
    assert not [cell for cell in cells if cell.data_type == "f"]
    seen = [cell.value for row in load_workbook(io.BytesIO(actions.workbook(place.secretary, Filters()))).active.iter_rows() for cell in row]
    assert "VT-2026-0002" in seen
    assert "VT-2026-0001" not in seen


@pytest.mark.proves("F12.06", "F11.08")
def test_the_same_list_as_csv_opens_in_excel_with_its_letters_and_without_formulas(place):
    actions.save_draft(place.nominator, place.deed(title="=1+1"))
    place.endorsed()
    data = actions.csv_file(place.nominator, Filters())
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert (head[0], head[4], sorted(row[4] for row in rows)[0]) == ("Mã", "Việc", "'=1+1")
    assert [row[0] for row in csv.reader(io.StringIO(actions.csv_file(place.secretary, Filters()).decode("utf-8-sig")))] == ["Mã", "VT-2026-0002"]
