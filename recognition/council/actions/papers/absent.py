"""Phiếu xin ý kiến: what absent members fill in and sign where the rule asks them in writing."""

from datetime import date
from uuid import UUID

from documents import facts as papers
from recognition.council.actions.ground import seen
from recognition.council.actions.papers.ground import head, made
from recognition.council.terms import Absent, Attendance, Opinion, Seat, Session
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from vietnamese import dates


def reply_refusal(reply_by: date | None) -> str:
    """Why nobody can be asked to reply by a day; empty when they can."""
    if reply_by is None:
        return "Anh/chị chọn ngày trả lời chậm nhất."
    today = dates.today()
    return f"Ngày trả lời {dates.short(reply_by)} đã qua. Anh/chị chọn hôm nay, {dates.short(today)}, hoặc một ngày sau." if reply_by < today else ""


def opinion_forms(who: Actor, session_id: UUID, reply_by: date | None, member_id: UUID | None = None) -> bytes:
    """The forms of one absent member or of all, as Word: own cases, options, place to sign, the day to reply by.

    Raises NotFound, NotAllowed (not the secretary, or the rule does not ask), Invalid (nobody absent, the day is over).
    """
    from documents import opinions

    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.RECORD_ATTENDANCE, session)
    if session.rule.absent is not Absent.WRITTEN:
        raise NotAllowed("Quy tắc của phiên này không lấy ý kiến bằng văn bản của người vắng.")
    wrong = reply_refusal(reply_by)
    if wrong or reply_by is None:
        raise Invalid({"reply_by": wrong})
    sheets = tuple(_sheet(session, seat) for seat in _asked(session, member_id))
    facts = papers.OpinionForms(
        head(who, session, dated=False), session.name, session.on_date, tuple(sheet for sheet in sheets if sheet.items),
        tuple(each.label for each in Opinion if each is not Opinion.ABSTAIN or session.rule.abstain_offered), reply_by,
        f"Thư ký {session.council_name}", "; ".join(dict.fromkeys(each.basis for each in session.rule.thresholds if each.basis)),
    )  # fmt: skip
    return made(lambda: opinions.opinion_forms(facts))


def _asked(session: Session, member_id: UUID | None) -> list[Seat]:
    absent = [seat for seat in session.voters if seat.attendance is Attendance.ABSENT and member_id in (None, seat.member_id)]
    if not absent:
        raise Invalid({"member": "Chỉ thành viên có quyền biểu quyết và đã ghi vắng mặt mới có phiếu xin ý kiến. Anh/chị ghi điểm danh trước."})
    return absent


def _sheet(session: Session, seat: Seat) -> papers.OpinionSheet:
    where = session.place_of(seat)
    items = tuple(papers.BallotItem(item.name, item.unit, item.award_name) for item in session.items if seat.member_id not in item.recused)
    return papers.OpinionSheet(papers.Attendee(seat.name, f"{seat.title}, {where}" if seat.title else where), items)
