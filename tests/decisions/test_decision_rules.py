"""The law of decisions as tables: order, what must be there before recording, making public."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.decisions.rules import publicity, recording
from recognition.decisions.terms import Decision, DecisionState, Head, Kind, Line, Origin

ID, DAY, MEETING = UUID(int=1), date(2026, 11, 26), date(2026, 11, 20)
HEAD = Head("về việc khen thưởng", "Lê Quang Vinh", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", "Sông Lam", ("Điều lệ Đảng",), "", "")


def line(name: str, kind: RecipientKind = RecipientKind.INDIVIDUAL, award: str = "giay_khen", award_kind: str = "form", level: int = 20, **more) -> Line:
    whole = Line(uuid4(), ID, None, ID, None, ID, award, "Giấy khen", award_kind, level, 0, kind, "", name, "", None, "", "Đã làm tốt", "", 0, "", "", False, False, "", 1)
    return replace(whole, **more)


def decision(*lines: Line, kind: Kind = Kind.COMMEND, origin: Origin = Origin.SESSION, head: Head = HEAD) -> Decision:
    return Decision(
        ID, ID, "Đảng uỷ", kind, origin, ID, None, head.title, None, "", "", None, head.signer_name, head.signer_post, head.signer_capacity, head.place,
        head.bases, head.clause, None, DecisionState.DRAFT, {}, None, head.reason, "", None, None, None, "", ID, 1, lines,
    )  # fmt: skip


def test_a_list_goes_collectives_households_individuals_high_to_low_titles_first_by_given_name():
    """NĐ 152/2025 Đ29(5), inside the three blocks of a list."""
    ordered = [
        line("Chi bộ Văn phòng", RecipientKind.COLLECTIVE),
        line("Ông Nguyễn Văn Lành", RecipientKind.HOUSEHOLD),
        line("Vũ Hà", award="bang_khen", level=40),
        line("Trần Văn Zung", award="lao_dong_tien_tien", award_kind="title"),
        line("Lê Văn An"),
        line("Bùi Văn Bình"),
    ]
    assert recording.order(ordered[::-1]) == ordered


@pytest.mark.parametrize(
    ("head", "kind", "origin", "fields"),
    (
        ({}, Kind.COMMEND, Origin.SESSION, set()),
        ({"title": " ", "signer_name": "", "signer_post": "", "place": ""}, Kind.COMMEND, Origin.SESSION, {"title", "signer_name", "signer_post", "place"}),
        ({"bases": ()}, Kind.COMMEND, Origin.SESSION, {"bases"}),
        ({"bases": (" ",)}, Kind.COMMEND, Origin.SESSION, {"bases"}),
        ({}, Kind.COMMEND, Origin.SIMPLIFIED, {"clause"}),
        ({"clause": "Điều 85 Luật Thi đua, khen thưởng"}, Kind.COMMEND, Origin.SIMPLIFIED, set()),
        ({}, Kind.REVOKE, Origin.SESSION, {"reason"}),
        ({}, Kind.CORRECT, Origin.SESSION, {"reason"}),
        ({}, Kind.REPLACE, Origin.SESSION, {"reason"}),
        ({"reason": "Sai tên"}, Kind.CORRECT, Origin.SESSION, set()),
    ),
)
def test_what_stands_over_the_list_is_whole(head, kind, origin, fields):
    """A simplified award quotes its clause (Luật 06/2022/QH15 Đ85); whatever changes an earlier decision says why."""
    assert set(recording.check_head(replace(HEAD, **head), kind, origin)) == fields


@pytest.mark.parametrize(
    ("number", "day", "session_day", "fields"),
    (
        (1, DAY, MEETING, set()),
        (99_999, MEETING, MEETING, set()),
        (0, DAY, MEETING, {"number"}),
        (100_000, DAY, None, {"number"}),
        (1, date(2026, 11, 27), None, {"decided_on"}),
        (1, date(2026, 11, 19), MEETING, {"decided_on"}),
        (1, date(2026, 11, 19), None, set()),
    ),
)
def test_number_and_day_of_recording(number, day, session_day, fields):
    """Not in the future, not before the session that passed its cases."""
    assert set(recording.check_record(decision(line("Lê Văn An")), number, day, DAY, session_day=session_day)) == fields


@pytest.mark.parametrize(
    ("lines", "kind", "sentence"),
    (
        ((), Kind.COMMEND, "Danh sách chưa có trường hợp nào. Anh/chị giữ lại ít nhất một trường hợp."),
        ((line("Lê Văn An", left_out=True),), Kind.COMMEND, "Danh sách chưa có trường hợp nào. Anh/chị giữ lại ít nhất một trường hợp."),
        ((line("Lê Văn An", wording=" "), line("Vũ Hà")), Kind.COMMEND, "Chưa có nội dung thành tích của: Lê Văn An."),
        ((line("Lê Văn An", wording=""),), Kind.REVOKE, None),
        ((line("Lê Văn An", wording="", left_out=True), line("Vũ Hà")), Kind.COMMEND, None),
    ),
)
def test_the_list_of_a_decision_is_whole(lines, kind, sentence):
    head = replace(HEAD, reason="Sai")
    assert recording.check_record(decision(*lines, kind=kind, head=head), 1, DAY, DAY, session_day=None).get("lines") == sentence


@pytest.mark.parametrize(
    ("start", "end", "where", "fields"),
    (
        (DAY, date(2026, 12, 15), "Bảng tin", set()),  # twenty days, the first and the last counted
        (DAY, date(2026, 12, 14), "Bảng tin", {"end"}),
        (date(2026, 11, 25), date(2026, 12, 31), "Bảng tin", {"start"}),
        (None, None, " ", {"start", "end", "where"}),
        (None, date(2026, 12, 31), "Bảng tin", {"start"}),
    ),
)
def test_a_decision_is_public_for_twenty_days_in_a_row(start, end, where, fields):
    """Luật 10/2022/QH15 Đ48."""
    assert set(publicity.check(DAY, start, end, where)) == fields


def test_a_decision_is_made_public_within_five_working_days():
    """Luật 10/2022/QH15 Đ47(2): weekends and holidays do not count; a late one is told, not refused."""
    holiday = date(2026, 12, 1)
    assert (publicity.due(DAY, ()), publicity.due(DAY, (holiday,))) == (date(2026, 12, 3), date(2026, 12, 4))
    assert [publicity.late(DAY, day, (holiday,)) for day in (date(2026, 12, 4), date(2026, 12, 5))] == [False, True]
