"""In the meeting: who came, what absent members wrote, opening the vote."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from recognition.council.actions import conflicts
from recognition.council.actions.ground import KIND, in_transaction, lock
from recognition.council.rules import rulebook, substitutes
from recognition.council.rules import sessions as rules
from recognition.council.store import agenda, counts, sessions
from recognition.council.store import conflicts as conflicts_store
from recognition.council.terms import (
    Absent,
    Attendance,
    AttendanceInput,
    Method,
    Opinion,
    Session,
    SessionState,
    Substitute,
)
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, fresh, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from vietnamese import text


def attend(who: Actor, session_id: UUID, version: int, rows: Sequence[AttendanceInput], key: UUID | None = None) -> Session:
    """Write who came, or was sent in whose place, with a reason for every absence. Raises Stale, Invalid (field = member id)."""
    with transaction(who, key) as t:
        states = (SessionState.CALLED, SessionState.OPEN)
        before = lock(t, who, session_id, version, Verb.RECORD_ATTENDANCE, *states)
        if before.method is Method.SEALED and before.state is SessionState.OPEN:
            raise NotAllowed("Danh sách bỏ phiếu kín đã khoá lúc mở bỏ phiếu nên không đổi điểm danh hay người dự thay được nữa.")
        refuse(rules.check_attendance(rows, sent=before.rule.substitutes))
        wrote = agenda.wrote(t, session_id)
        for row in rows:
            attendance = Attendance(row.attendance)
            if row.member_id in wrote and attendance is not Attendance.ABSENT:
                refuse({str(row.member_id): "Thành viên này đã gửi ý kiến bằng văn bản. Bỏ ý kiến đó trước khi ghi có mặt."})
            reason = text.clean(row.reason) if attendance is Attendance.ABSENT else ""
            if not sessions.attend(t, session_id, row.member_id, attendance, reason, row.excused and attendance is Attendance.ABSENT):
                raise NotFound()
            sessions.put_substitute(t, session_id, row.member_id, _sent(t, row))
        fresh(sessions.touch(t, session_id, version))
        seated = sessions.seats(t, session_id)
        refuse(substitutes.one_place_each(seated, conflicts_store.known(t, session_id)))
        conflicts.reseat(t, before, seated)
        after = in_transaction(t, session_id)
        audit.note(t, Verb.RECORD_ATTENDANCE, KIND, session_id, before=before.seats, after=after.seats, case=after)
        t.result = str(session_id)
    return after


def _sent(t: Transaction, row: AttendanceInput) -> Substitute | None:
    """The substitute to be kept: whoever has an account goes by its name, since that is who will vote. Raises Invalid."""
    sent = row.substitute
    if sent is None:
        return None
    name = text.clean(sent.name)
    if sent.account_id is not None:
        name = agenda.account_names(t, [sent.account_id]).get(sent.account_id, "")
        refuse({} if name else {str(row.member_id): "Tài khoản của người dự thay không còn dùng. Anh/chị chọn lại người dự thay."})
    return Substitute(name, text.clean(sent.title), text.clean(sent.paper), sent.account_id)


def write_opinions(
    who: Actor, session_id: UUID, version: int, member_id: UUID, opinions: Mapping[UUID, str], key: UUID | None = None
) -> Session:
    """Enter what an absent member wrote on paper, one choice per case; an empty mapping takes it back.

    Raises Stale, Invalid, NotAllowed when the rule does not ask absent members.
    """
    with transaction(who, key) as t:
        states = (SessionState.CALLED, SessionState.OPEN, SessionState.COUNTING)
        before = lock(t, who, session_id, version, Verb.RECORD_ATTENDANCE, *states)
        if before.rule.absent is not Absent.WRITTEN:
            raise NotAllowed("Quy tắc của phiên này không lấy ý kiến bằng văn bản của người vắng.")
        if before.method is Method.SEALED and counts.entered(t, session_id):
            raise NotAllowed("Phiếu kín đã kiểm xong nên không nhận thêm ý kiến bằng văn bản.")
        seat = next((each for each in before.voters if each.member_id == member_id), None)
        if seat is None or seat.attendance is not Attendance.ABSENT:
            raise Invalid({"member": "Chỉ thành viên có quyền biểu quyết và vắng mặt mới gửi ý kiến bằng văn bản."})
        agenda.put_opinions(t, session_id, member_id, _opinions(before, member_id, opinions))
        fresh(sessions.touch(t, session_id, version))
        after = in_transaction(t, session_id)
        audit.note(t, Verb.RECORD_ATTENDANCE, KIND, session_id, case=after, detail=f"Ghi ý kiến bằng văn bản của {seat.name}")
        t.result = str(session_id)
    return after


def _opinions(session: Session, member_id: UUID, given: Mapping[UUID, str]) -> dict[UUID, Opinion]:
    if not given:
        return {}
    asked = {item.id: item for item in session.items if member_id not in item.recused}
    wrong: dict[str, str] = {}
    found: dict[UUID, Opinion] = {}
    for item_id, item in asked.items():
        choice = given.get(item_id)
        if choice not in {each.value for each in Opinion}:
            wrong[str(item_id)] = f"Anh/chị chọn ý kiến cho trường hợp {item.number}."
        elif choice == Opinion.ABSTAIN and not session.rule.abstain_offered:
            wrong[str(item_id)] = "Phiên này không có lựa chọn «Không có ý kiến»."
        else:
            found[item_id] = Opinion(choice)
    if set(given) - set(asked):
        wrong[""] = "Có ý kiến cho trường hợp mà thành viên này không tham gia xét."
    refuse(wrong)
    return found


def open_vote(who: Actor, session_id: UUID, version: int, key: UUID | None = None) -> Session:
    """Lock the rule with its hash and open the vote. Every dossier must be the one on the agenda, with nothing on hold.

    Raises Stale, Invalid with everything that is still missing.
    """
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.OPEN_VOTE, SessionState.CALLED)
        if before.method is Method.SEALED:
            raise NotAllowed("Bỏ phiếu kín điện tử mở ở trang riêng, cùng ba người kiểm phiếu.")
        conflicts.stand_aside(t, before)
        before = in_transaction(t, session_id)
        refuse(opening_faults(t, before))
        print_ = rulebook.fingerprint(before.rule, [(str(item.nomination_id), item.revision_hash) for item in before.items])
        fresh(sessions.set_state(t, session_id, version, SessionState.OPEN, rule_hash=print_))
        after = in_transaction(t, session_id)
        audit.note(t, Verb.OPEN_VOTE, KIND, session_id, before=before.state, after=rulebook.to_json(before.rule), case=after, detail=print_)
        t.result = str(session_id)
    return after


def opening_faults(t: Transaction, session: Session) -> dict[str, str]:
    """Field → sentence: everything that keeps a vote from opening, whatever the method."""
    wrong = rules.check_opening(session)
    _check_holds(t, session, wrong)
    _check_revisions(t, session, wrong)
    return wrong


def _check_holds(t: Transaction, session: Session, wrong: dict[str, str]) -> None:
    held = agenda.held(t, session.id, session.on_date)
    if held:
        named = "; ".join(f"{name} ({why})" for name, why in held)
        wrong["holds"] = f"Đang tạm dừng xét hoặc đang bị kỷ luật: {named}. Anh/chị đưa ra khỏi chương trình rồi mở lại."


def _check_revisions(t: Transaction, session: Session, wrong: dict[str, str]) -> None:
    changed = []
    for item in session.items:
        revision = nominations.latest_revision(t, item.nomination_id)
        state = nominations.lock(t, item.nomination_id).state
        if revision is None or revision.sha256 != item.revision_hash or state is not State.ON_AGENDA:
            changed.append(str(item.number))
    if changed:
        wrong["revisions"] = f"Hồ sơ số {', '.join(changed)} trong chương trình đã thay đổi từ khi trình họp. Anh/chị đưa ra rồi đưa lại vào chương trình."
