"""The count: two tellers apart, blind to each other until both have entered; or hands, entered by the secretary."""

from collections.abc import Mapping
from uuid import UUID

from recognition.council.actions.ground import KIND, seen
from recognition.council.rules import counting as rules
from recognition.council.rules import results
from recognition.council.store import counts as store
from recognition.council.store import sessions
from recognition.council.terms import Count, Counts, Line, Method, Papers, Session, SessionState, Teller
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, fresh, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb

VOTING = (SessionState.OPEN, SessionState.COUNTING)
#: The secretary's count of hands stands where a teller's would.
HANDS = 0
_COUNTERS = (1, 2)


def _teller(session: Session, who: Actor) -> Teller | None:
    return next((each for each in session.tellers if each.account_id == who.account_id and each.number in _COUNTERS), None)


def enter(
    who: Actor, session_id: UUID, papers: Papers, lines: Mapping[UUID, Line], version: int = 0, key: UUID | None = None
) -> Counts:
    """A teller enters, or enters again, the whole count. `version` is that of the own count that was looked at (0: none).

    Raises NotAllowed for anybody but the two tellers, Stale, Invalid (fields of the papers, or an item's id).
    """
    with transaction(who, key) as t:
        session = _voting(t, who, session_id, Method.PAPER)
        permissions.require(who, Verb.ENTER_COUNT, session)
        teller = _teller(session, who)
        if teller is None:
            raise NotAllowed("Chỉ hai người kiểm phiếu đầu tiên của tổ nhập kết quả.")
        old = store.of_teller(t, session_id, teller.number)
        if (old.version if old else 0) != version:
            raise Stale()
        refuse(_wrong(session, papers, lines))
        count = Count(teller.number, papers, {item.id: lines[item.id] for item in session.items}, version + 1)
        _put(t, who, session, count)
        audit.note(t, Verb.ENTER_COUNT, KIND, session_id, before=_said(old), after=_said(count), case=session, detail=f"Người kiểm phiếu số {teller.number}")
        t.result = str(session_id)
        return _view(t, who, session)


def enter_hands(who: Actor, session_id: UUID, lines: Mapping[UUID, Line], version: int = 0, key: UUID | None = None) -> Counts:
    """The secretary enters a show of hands, case by case. Raises NotAllowed, Stale, Invalid (field = item id)."""
    with transaction(who, key) as t:
        session = _voting(t, who, session_id, Method.OPEN)
        permissions.require(who, Verb.CLOSE_SESSION, session)
        old = store.of_teller(t, session_id, HANDS)
        if (old.version if old else 0) != version:
            raise Stale()
        wrong = {str(item.id): _missing(item.number) for item in session.items if item.id not in lines}
        for item in session.items:
            if item.id in lines and (sentence := rules.check_hands(lines[item.id], may_vote=results.may_vote(session, item))):
                wrong[str(item.id)] = sentence
        refuse(wrong)
        count = Count(HANDS, Papers(0, 0, 0, 0), {item.id: lines[item.id] for item in session.items}, version + 1)
        _put(t, who, session, count)
        audit.note(t, Verb.ENTER_COUNT, KIND, session_id, before=_said(old), after=_said(count), case=session, detail="Biểu quyết giơ tay")
        t.result = str(session_id)
        return _view(t, who, session)


def _voting(t: Transaction, who: Actor, session_id: UUID, method: Method) -> Session:
    session = seen(t, who, session_id)
    if session.state not in VOTING:
        raise NotAllowed(f"Phiên họp đang ở bước «{session.state.label}» nên không nhập kết quả được.")
    if session.method is not method:
        raise NotAllowed(f"Phiên này dùng cách «{session.method.label}».")
    return session


def _put(t: Transaction, who: Actor, session: Session, count: Count) -> None:
    from vietnamese import dates

    store.put(t, session.id, count, who.account_id, dates.now_utc())
    if session.state is SessionState.OPEN:
        fresh(sessions.set_state(t, session.id, session.version, SessionState.COUNTING))
    else:
        fresh(sessions.touch(t, session.id, session.version))


def _missing(number: int) -> str:
    return f"Anh/chị chưa nhập kết quả của trường hợp {number}."


def _wrong(session: Session, papers: Papers, lines: Mapping[UUID, Line]) -> dict[str, str]:
    wrong = rules.check_papers(papers, session.in_room)
    if wrong:
        return wrong
    for item in session.items:
        line = lines.get(item.id)
        sentence = (
            _missing(item.number)
            if line is None
            else rules.check_line(line, papers, may_vote=results.may_vote(session, item), abstain_offered=session.rule.abstain_offered)
        )
        if sentence:
            wrong[str(item.id)] = sentence
    return wrong


def _said(count: Count | None) -> dict[str, object] | None:
    if count is None:
        return None
    return {"number": count.number, "papers": count.papers, "lines": {str(item): line for item, line in count.lines.items()}, "version": count.version}


def counts(who: Actor, session_id: UUID) -> Counts:
    """What `who` may see of the counts now: a teller the own one; both only after both were entered.

    The secretary sees who has entered, and the comparison when both have. Members see nothing before the end.
    """
    with reading(who) as t:
        session = seen(t, who, session_id)
        if _teller(session, who) is None and session.issuer_id not in who.issuers(Role.SECRETARY):
            raise NotFound()
        return _view(t, who, session)


def _view(t: Transaction, who: Actor, session: Session) -> Counts:
    entered = store.entered(t, session.id)
    if session.method is Method.OPEN:
        return Counts(entered, store.of_teller(t, session.id, HANDS), None)
    if session.method is Method.SEALED:
        return Counts(entered, None, None)  # figures are shown with written opinions merged, never alone
    teller = _teller(session, who)
    own = store.of_teller(t, session.id, teller.number) if teller else None
    if set(entered) < set(_COUNTERS):
        return Counts(entered, own, None)
    first, second = (store.of_teller(t, session.id, number) for number in _COUNTERS)
    assert first is not None
    assert second is not None
    return Counts(entered, own, (first, second), rules.differences(first, second))


def agreed(t: Transaction, session: Session) -> Count:
    """The count that holds: both tellers' equal one, or the hands. Raises Invalid while it is not there."""
    if session.method is Method.OPEN:
        hands = store.of_teller(t, session.id, HANDS)
        if hands is None:
            raise Invalid({"counts": "Chưa nhập kết quả biểu quyết."})
        return hands
    if session.method is Method.SEALED:
        sealed = store.of_teller(t, session.id, HANDS)
        if sealed is None:
            raise Invalid({"counts": "Phiếu kín chưa được kiểm. Hai người kiểm phiếu mở thùng bằng cụm mật khẩu của mình trước."})
        return sealed
    first, second = (store.of_teller(t, session.id, number) for number in _COUNTERS)
    if first is None or second is None:
        raise Invalid({"counts": "Hai người kiểm phiếu chưa nhập đủ kết quả."})
    if rules.differences(first, second):
        raise Invalid({"counts": "Hai kết quả kiểm phiếu còn khác nhau. Tổ kiểm phiếu đếm lại và nhập lại cho khớp."})
    refuse(_wrong(session, first.papers, first.lines))
    return first
