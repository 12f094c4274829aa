"""Members who stand aside: found in the record, or declared; each with the kind of reason that the minutes name."""

from collections.abc import Container, Sequence
from uuid import UUID

from recognition.council.actions.ground import BEFORE_VOTE, KIND, in_transaction, seen
from recognition.council.rules import conflicts as rules
from recognition.council.store import care, sessions
from recognition.council.store import conflicts as store
from recognition.council.terms import Conflict, Recusal, Seat, Session
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Role, Verb

#: What a member may say; being the nominee is the record's to say.
DECLARED = tuple(each for each in Conflict if each is not Conflict.NOMINEE)


def stand_aside(t: Transaction, session: Session, members: Container[UUID] | None = None) -> None:
    """Bring what the record knows up to now: whoever must stand aside does, whoever need not any more does not.

    Of all members, or of some. What members declared themselves stays as they said it.
    """
    due = rules.standing_aside(store.grounds(t, session.id, session.on_date), session.rule)
    known = {(each.item_id, each.member_id): each for each in store.of_session(t, session.id)}
    if members is not None:
        due = {place: kind for place, kind in due.items() if place[1] in members}
        known = {place: each for place, each in known.items() if place[1] in members}
    for (item, member), each in known.items():
        if each.computed and (item, member) not in due:
            store.unrecuse(t, item, member)
    for (item, member), kind in due.items():
        old = known.get((item, member))
        if old is None or (old.computed and old.kind is not kind):
            store.recuse(t, Recusal(item, member, kind.label, kind, computed=True))


def reseat(t: Transaction, before: Session, seats: Sequence[Seat]) -> None:
    """Somebody else sits in a place now: the reasons to stand aside are theirs, and what the other had declared or read goes."""
    earlier = {seat.member_id: seat.sent_account for seat in before.seats}
    changed = {seat.member_id for seat in seats if seat.sent_account != earlier.get(seat.member_id)}
    if not changed:
        return
    for each in before.recusals:
        if each.member_id in changed and not each.computed:
            store.unrecuse(t, each.item_id, each.member_id)
            audit.note(t, Verb.DECLARE_CONFLICT, KIND, before.id, before=each, case=before, detail="Đổi người dự thay: khai báo của người trước không còn")
    for member in changed:
        care.forget_seen(t, before.id, member)
    stand_aside(t, before, changed)


def declare(
    who: Actor, session_id: UUID, item_id: UUID, reason: str, member_id: UUID | None = None, key: UUID | None = None, *, kind: str = Conflict.OTHER
) -> Session:
    """A member declares that they take no part in a case; the secretary may write it for a member.

    Without a `kind` of its own the reason must be told in words. Raises NotFound, NotAllowed (not oneself, or the vote
    is open, or the record says so already), Invalid.
    """
    with transaction(who, key) as t:
        session, member = _declaring(t, who, session_id, item_id, member_id)
        check = Entry()
        why = check.choice("kind", kind, Conflict, "Loại lý do")
        said = check.line("reason", reason, "Lý do", required=False)
        if why is Conflict.OTHER and not said:
            check.refuse("reason", "Anh/chị ghi lý do không tham gia; lý do được ghi vào biên bản.")
        if why is Conflict.NOMINEE:
            check.refuse("kind", "Người được đề nghị khen thưởng do phần mềm tự nhận ra. Anh/chị chọn lý do khác.")
        check.done()
        made = Recusal(item_id, member, said, why)
        if not _computed(session, item_id, member):
            store.recuse(t, made)
        sessions.touch(t, session_id, session.version)
        audit.note(t, Verb.DECLARE_CONFLICT, KIND, session_id, after=made, case=session, detail=made.words)
        t.result = str(session_id)
        return in_transaction(t, session_id)


def take_back_declaration(who: Actor, session_id: UUID, item_id: UUID, member_id: UUID, key: UUID | None = None) -> Session:
    """Undo a declaration before the vote; what the record says stays. Raises NotFound, NotAllowed."""
    with transaction(who, key) as t:
        session, member = _declaring(t, who, session_id, item_id, member_id)
        found = _computed(session, item_id, member)
        if found is not None:
            raise NotAllowed(
                f"Không rút được: phần mềm tự nhận ra lý do «{found.kind.label}». Nếu dữ liệu sai, thư ký sửa nhân sự, vai trò hoặc quy tắc của phiên."
            )
        if not store.unrecuse(t, item_id, member):
            raise NotFound()
        stand_aside(t, session)
        sessions.touch(t, session_id, session.version)
        audit.note(
            t, Verb.DECLARE_CONFLICT, KIND, session_id, before=Recusal(item_id, member, ""), case=session, detail="Rút khai báo không tham gia"
        )
        t.result = str(session_id)
        return in_transaction(t, session_id)


def _computed(session: Session, item_id: UUID, member_id: UUID) -> Recusal | None:
    return next((each for each in session.recusals if each.computed and (each.item_id, each.member_id) == (item_id, member_id)), None)


def _declaring(t: Transaction, who: Actor, session_id: UUID, item_id: UUID, member_id: UUID | None) -> tuple[Session, UUID]:
    session = seen(t, who, session_id)
    permissions.require(who, Verb.DECLARE_CONFLICT, session)
    own = who.seat(session.id, session.council_id)
    member = member_id or own
    if session.issuer_id not in who.issuers(Role.SECRETARY) and member != own:
        raise NotAllowed("Anh/chị chỉ khai cho chính mình.")
    if member == own and session.id not in who.stands_in and session.issuer_id not in who.issuers(Role.SECRETARY):
        _require_own_place(session, member)
    if session.state not in BEFORE_VOTE:
        raise NotAllowed("Phiên họp đã mở bỏ phiếu nên không khai thêm được. Anh/chị báo chủ toạ để ghi vào biên bản.")
    if member is None or member not in {seat.member_id for seat in session.seats} or item_id not in {item.id for item in session.items}:
        raise NotFound()
    return session, member


def _require_own_place(session: Session, member_id: UUID | None) -> None:
    seat = next((each for each in session.seats if each.member_id == member_id), None)
    if seat is not None and seat.substitute is not None and seat.sent_account is not None:
        raise NotAllowed(f"Phiên này {seat.substitute.name} dự thay anh/chị nên người ấy khai cho mình.")
