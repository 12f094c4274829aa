"""What a record and a promise must hold, as tables of cases."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.grassroots import rules
from recognition.grassroots.rules import report
from recognition.grassroots.terms import Acts, Kind, Line, Point, PointInput, RecordInput, Span, Standing, Summary
from recognition.nominations.terms import Tags

TODAY, ONE = date(2026, 11, 24), UUID(int=1)
GOOD = RecordInput(
    Kind.DIALOGUE, ONE, ONE, date(2026, 8, 14), "Đối thoại quý III với người lao động", "Hội trường tầng 2", "Đ/c Lê Quang Vinh, Bí thư chi bộ",
    "Công đoàn cơ sở\nChi đoàn", 46, "Thông báo kế hoạch quý.",
)  # fmt: skip
ASKED = PointInput("Nhà xe dột, mùa mưa không có chỗ để xe.", "Tổ công đoàn 2", "Tiếp thu.", "Sửa xong nhà xe.", "Văn phòng", date(2026, 9, 30))


@pytest.mark.proves("S2")
@pytest.mark.parametrize("data", (
    GOOD, replace(GOOD, people=None), replace(GOOD, organisations=""), replace(GOOD, on_date=TODAY), replace(GOOD, content=""),
    replace(GOOD, kind=Kind.REVIEW, people=None, organisations=""), replace(GOOD, kind=Kind.OUTREACH, chair="", organisations="", people=1),
))  # fmt: skip
def test_a_whole_record_is_taken(data):
    assert rules.check_record(data, TODAY) == {}


@pytest.mark.proves("S2")
@pytest.mark.parametrize(("change", "wrong"), (
    ({"unit_id": None}, {"unit_id": "Anh/chị chọn đơn vị."}),
    ({"issuer_id": None}, {"issuer_id": "Anh/chị chọn cơ quan theo dõi."}),
    ({"on_date": None}, {"on_date": "Anh/chị chọn ngày."}),
    ({"on_date": date(2026, 11, 25)}, {"on_date": "Ngày 25/11/2026 chưa tới. Hôm nay là 24/11/2026; sổ chỉ ghi việc đã làm."}),
    ({"on_date": date(1926, 8, 14)}, {"on_date": "Ngày 14/08/1926 quá xa. Anh/chị xem lại năm."}),
    ({"title": " \n"}, {"title": "Anh/chị ghi tên cuộc đối thoại, buổi họp."}),
    ({"place": ""}, {"place": "Anh/chị ghi địa điểm."}),
    ({"chair": ""}, {"chair": "Anh/chị ghi người đứng đầu, lãnh đạo đã đối thoại."}),
    ({"chair": "", "kind": Kind.REVIEW}, {"chair": "Anh/chị ghi ai chủ trì buổi sơ kết."}),
    ({"people": None, "organisations": " "}, {"people": "Đối thoại phải có người dự. Anh/chị ghi số người lao động hoặc tên tổ chức đã dự."}),
    ({"people": 0, "organisations": ""}, {"people": "Đối thoại phải có người dự. Anh/chị ghi số người lao động hoặc tên tổ chức đã dự."}),
    ({"people": -3}, {"people": "Số người từ 0 đến 1.000.000. Anh/chị xem lại."}),
    ({"kind": Kind.OUTREACH, "people": None}, {"people": "Anh/chị ghi số người được tuyên truyền, ít nhất 1."}),
    ({"kind": Kind.OUTREACH, "content": ""}, {"content": "Anh/chị ghi nội dung đã tuyên truyền."}),
    ({"kind": Kind.REVIEW, "content": ""}, {"content": "Anh/chị ghi nội dung đã sơ kết."}),
    ({"kind": Kind.INSPECTION}, {"kind": "Anh/chị chọn đối thoại, sơ kết hoặc buổi tuyên truyền."}),
    ({"content": "x" * 20_000}, {"content": "Nội dung dài 20.000 ký tự, quá 10.000 ký tự. Anh/chị rút gọn lại."}),
    ({"title": "x" * 301}, {"title": "Tên dài 301 ký tự, quá 300 ký tự. Anh/chị rút gọn lại."}),
))  # fmt: skip
def test_each_wrong_field_gets_its_sentence(change, wrong):
    assert rules.check_record(replace(GOOD, **change), TODAY) == wrong


@pytest.mark.proves("S2")
@pytest.mark.parametrize(("change", "wrong"), (
    ({}, {}),
    ({"promise": "", "responsible": "", "due": None}, {}),
    ({"due": date(2026, 8, 14)}, {}),
    ({"said": ""}, {"said": "Anh/chị ghi câu hỏi, kiến nghị."}),
    ({"responsible": ""}, {"responsible": "Anh/chị ghi ai chịu trách nhiệm thực hiện cam kết."}),
    ({"due": None}, {"due": "Anh/chị chọn hạn của cam kết."}),
    ({"due": date(2026, 8, 13)}, {"due": "Hạn 13/08/2026 trước ngày họp 14/08/2026. Anh/chị xem lại hai ngày này."}),
    ({"promise": ""}, {"promise": "Đã có hạn hoặc người chịu trách nhiệm thì anh/chị ghi rõ cam kết."}),
    ({"answer": "x" * 20_000}, {"answer": "Trả lời dài 20.000 ký tự, quá 2.000 ký tự. Anh/chị rút gọn lại."}),
    ({"responsible": "x" * 301}, {"responsible": "Phần người chịu trách nhiệm dài 301 ký tự, quá 300 ký tự. Anh/chị rút gọn lại."}),
))  # fmt: skip
def test_a_promise_has_its_keeper_and_its_day(change, wrong):
    assert rules.check_point(replace(ASKED, **change), date(2026, 8, 14)) == wrong


def point(**changes):
    return replace(Point(ONE, ONE, 1, "", "Nhà xe dột", "", "Sửa nhà xe", "Văn phòng", date(2026, 9, 30), None, ""), **changes)


@pytest.mark.proves("S2")
@pytest.mark.parametrize(("one", "today", "standing"), (
    (point(promise="", due=None), TODAY, Standing.NONE),
    (point(), date(2026, 9, 30), Standing.OPEN),
    (point(), date(2026, 10, 1), Standing.LATE),
    (point(done_on=date(2026, 11, 2), done_how="Xong"), TODAY, Standing.KEPT),
))  # fmt: skip
def test_a_promise_is_late_from_the_day_after_its_day(one, today, standing):
    assert rules.standing(one, today) is standing


@pytest.mark.proves("S2")
@pytest.mark.parametrize(("one", "day", "how", "wrong"), (
    (point(), date(2026, 9, 20), "Lợp lại mái.", {}),
    (point(promise=""), date(2026, 9, 20), "Xong", {"": "Mục này không có cam kết nên không có gì để ghi đã làm."}),
    (point(), None, "Xong", {"done_on": "Anh/chị chọn ngày."}),
    (point(), date(2026, 12, 1), "Xong", {"done_on": "Ngày 01/12/2026 chưa tới. Hôm nay là 24/11/2026; sổ chỉ ghi việc đã làm."}),
    (point(), date(2026, 8, 1), "Xong", {"done_on": "Ngày 01/08/2026 trước ngày họp 14/08/2026. Anh/chị xem lại."}),
    (point(), date(2026, 9, 20), " ", {"done_how": "Anh/chị ghi đã làm gì, kết quả ra sao."}),
    (point(), date(2026, 9, 20), "x" * 2_001, {"done_how": "Kết quả dài 2.001 ký tự, quá 2.000 ký tự. Anh/chị rút gọn lại."}),
))  # fmt: skip
def test_keeping_a_promise_says_when_and_how(one, day, how, wrong):
    assert rules.check_kept(one, day, how, date(2026, 8, 14), TODAY) == wrong


def test_a_kept_promise_is_not_taken_back():
    kept = point(done_on=date(2026, 9, 20), done_how="Xong")
    assert rules.check_change(kept, ASKED) == {}
    assert rules.check_change(kept, replace(ASKED, promise="")) == {"promise": "Cam kết này đã ghi là thực hiện nên không bỏ được."}
    assert rules.check_change(kept, replace(ASKED, due=TODAY)) == {"due": "Cam kết này đã thực hiện nên không đổi hạn được nữa."}


def line(kind=Kind.DIALOGUE, day=date(2026, 3, 10), people=30, **counts):
    numbers = {"points": 0, "answered": 0, "promised": 0, "kept": 0, "late": 0, **counts}
    return Line(ONE, "DC-2026-0001", kind, ONE, "Chi bộ", day, "Đối thoại quý I.", "", "", "", people, None, None, Tags(), **numbers)


@pytest.mark.proves("S2")
@pytest.mark.parametrize(("span", "days", "words"), (
    (Span.FIRST_HALF, (date(2026, 1, 1), date(2026, 6, 30)), "6 tháng đầu năm 2026"),
    (Span.SECOND_HALF, (date(2026, 7, 1), date(2026, 12, 31)), "6 tháng cuối năm 2026"),
    (Span.YEAR, (date(2026, 1, 1), date(2026, 12, 31)), "năm 2026"),
))  # fmt: skip
def test_the_stretches_of_a_report(span, days, words):
    assert (report.days_of(span, 2026), report.period_words(span, 2026)) == (days, words)


def test_a_report_is_not_made_of_a_stretch_that_has_not_begun():
    assert report.check_asked(Span.FIRST_HALF, 2027, TODAY) == {"year": "Kỳ này bắt đầu 01/01/2027, chưa tới. Hôm nay là 24/11/2026."}
    assert report.check_asked(Span.YEAR, 2026, TODAY) == {}


@pytest.mark.proves("S2")
def test_the_report_counts_what_was_recorded_and_says_it():
    found = Summary(
        (line(points=3, answered=2, promised=2, kept=1, late=1), line(day=date(2026, 2, 3), people=16)), (line(Kind.REVIEW, people=None),),
        (line(Kind.OUTREACH, people=120),), (), Acts(3, 2, 5, 4, 1), (),
    )  # fmt: skip
    assert [number for _, number in report.figures(found)] == [2, 46, 3, 2, 2, 1, 1, 1, 1, 120, 0, 0, 0, 3, 2, 5, 4, 1]
    told = dict(report.sections(found))
    assert told["Đối thoại, tiếp xúc; trả lời và cam kết"] == (
        "Đơn vị tổ chức 02 cuộc đối thoại, tiếp xúc, 46 lượt người dự.",
        "Có 03 ý kiến, kiến nghị; đã trả lời 02. Đã cam kết 02 việc, thực hiện xong 01, quá hạn 01.",
        "- Ngày 03/02/2026: Đối thoại quý I (16 người).",
        "- Ngày 10/03/2026: Đối thoại quý I (30 người).",
    )
    assert told["Kiểm tra, giám sát thực hiện quy chế dân chủ"] == ("Chưa ghi cuộc kiểm tra, giám sát nào trong kỳ.",)


def test_a_report_of_nothing_says_that_nothing_was_recorded():
    told = dict(report.sections(Summary((), (), (), (), Acts(), ())))
    assert told["Đối thoại, tiếp xúc; trả lời và cam kết"] == ("Chưa ghi cuộc đối thoại, tiếp xúc nào trong kỳ.",)
    assert told["Sơ kết công tác dân vận"] == ("Chưa ghi cuộc sơ kết nào trong kỳ.",)


@pytest.mark.parametrize(("counts", "told"), (
    ({"promised": 2, "late": 2}, "Có 03 ý kiến, kiến nghị; đã trả lời 0. Đã cam kết 02 việc, chưa thực hiện xong việc nào, quá hạn 02."),
    ({"answered": 3, "promised": 2, "kept": 2}, "Có 03 ý kiến, kiến nghị; đã trả lời 03. Đã cam kết 02 việc, thực hiện xong 02."),
    ({"answered": 3}, "Có 03 ý kiến, kiến nghị; đã trả lời 03."),
))  # fmt: skip
def test_the_report_says_plainly_what_was_promised_and_not_done(counts, told):
    found = Summary((line(points=3, **counts),), (), (), (), Acts(), ())
    assert dict(report.sections(found))["Đối thoại, tiếp xúc; trả lời và cam kết"][1] == told
