"""Preparing a session: plan, change, rule, tellers, call, cancel."""

import re
from dataclasses import replace
from datetime import time
from uuid import UUID

from recognition.council.actions import cases, conflicts
from recognition.council.actions.ground import BEFORE_VOTE, KIND, in_transaction, lock, seen
from recognition.council.rules import presets, rulebook
from recognition.council.store import agenda, councils, counts, sessions
from recognition.council.terms import Body, Council, Method, Rule, Session, SessionInput, SessionState, Teller
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, fresh, refuse
from recognition.hall.lengths import needed
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Role, Verb
from vietnamese import text


def plan(who: Actor, data: SessionInput, key: UUID | None = None) -> Session:
    """Prepare a session; its members are seated as of its day. A re-vote names the closed session it replaces.

    Raises NotFound, NotAllowed, Invalid.
    """
    with transaction(who, key) as t:
        council = councils.get(t, data.council_id)
        if council is None or council.issuer_id not in who.issuers(Role.SECRETARY):
            raise NotFound()
        permissions.require(who, Verb.PLAN_SESSION, council)
        made = _checked(councils.new_id(), council, data, sessions.next_number(t, council.id))
        if data.replaces_id is not None:
            _check_replaced(t, who, made, data.replaces_id)
        sessions.insert(t, made)
        sessions.seat(t, made.id, councils.members_on(t, council.id, made.on_date))
        made = in_transaction(t, made.id)
        if not made.seats:
            raise Invalid({"council_id": "Hội đồng chưa có thành viên vào ngày họp. Anh/chị thêm thành viên trước."})
        audit.note(t, Verb.PLAN_SESSION, KIND, made.id, after=made)
        t.result = str(made.id)
    return made


def _check_replaced(t: Transaction, who: Actor, made: Session, replaces_id: UUID) -> None:
    old = seen(t, who, replaces_id)
    if old.council_id != made.council_id or old.state is not SessionState.CLOSED:
        raise Invalid({"replaces_id": "Chỉ bỏ phiếu lại thay cho một phiên đã kết thúc của chính Hội đồng này."})


def _checked(session_id: UUID, council: Council, data: SessionInput, number: int) -> Session:
    check = Entry()
    starts = data.starts_at.strftime("%H:%M") if isinstance(data.starts_at, time) else text.clean(data.starts_at or "")
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", starts):
        check.refuse("starts_at", "Anh/chị ghi giờ họp theo dạng 08:00.")
    day = check.day("on_date", data.on_date, "Ngày họp")
    made = Session(
        session_id, council.id, council.issuer_id, council.name, number, check.line("name", data.name, "Tên phiên họp"),
        check.choice("body", data.body, Body, "Giá trị của cuộc bỏ phiếu"), check.choice("method", data.method, Method, "Cách bỏ phiếu"),
        day, starts, "", check.line("place", data.place, "Địa điểm"), presets.starting_rule((), day), "", SessionState.PLANNED, "",
        data.replaces_id, 1,
    )  # fmt: skip
    check.done()
    return made


def change(who: Actor, session_id: UUID, version: int, data: SessionInput, key: UUID | None = None) -> Session:
    """Change day, place, method and name before it is called; another day seats that day's members. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.PLAN_SESSION, SessionState.PLANNED)
        council = councils.get(t, before.council_id)
        assert council is not None
        after = replace(_checked(session_id, council, data, before.number), rule=before.rule)
        fresh(sessions.update(t, after, version))
        if after.on_date != before.on_date:
            sessions.seat(t, session_id, councils.members_on(t, council.id, after.on_date))
            conflicts.stand_aside(t, in_transaction(t, session_id))
        return _noted(t, Verb.PLAN_SESSION, before)


def set_rule(who: Actor, session_id: UUID, version: int, rule: Rule, key: UUID | None = None) -> Session:
    """Write the rule while the vote is not open; what is missing for the opening is told then. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.PLAN_SESSION, *BEFORE_VOTE)
        tidy = replace(
            rule, quorum_basis=text.clean(rule.quorum_basis),
            thresholds=tuple(replace(each, basis=text.clean(each.basis)) for each in rule.thresholds),
        )  # fmt: skip
        refuse(rulebook.check_words(tidy, {item.award_code: item.award_name for item in before.items}))
        wrong = rulebook.check(tidy, dict.fromkeys((item.award_code, item.award_name) for item in before.items))
        refuse({field: sentence for field, sentence in wrong.items() if not field.startswith(("basis.", "quorum_basis"))})
        fresh(sessions.update(t, replace(before, rule=tidy), version))
        conflicts.stand_aside(t, in_transaction(t, session_id))
        return _noted(t, Verb.PLAN_SESSION, before)


def take_example(who: Actor, session_id: UUID, version: int, code: str, key: UUID | None = None) -> Session:
    """Begin from a rule that some place really wrote, named as the căn cứ until it is replaced. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.PLAN_SESSION, *BEFORE_VOTE)
        taken = presets.taken(before.rule, code, before.on_date)
        if taken is None:
            raise Invalid({"example": "Quy chế mẫu này không dùng được cho ngày họp. Anh/chị chọn mẫu khác."})
        fresh(sessions.update(t, replace(before, rule=taken), version))
        return _noted(t, Verb.PLAN_SESSION, before)


def examples(session: Session) -> tuple[tuple[str, str, str], ...]:
    """(code, name, source) of the rules that a session of this day may begin from."""
    return tuple((each.code, each.name, each.source) for each in presets.locals_on(session.on_date))


def set_tellers(who: Actor, session_id: UUID, version: int, accounts: tuple[UUID, ...], key: UUID | None = None) -> Session:
    """Name the tellers' team, the first one its head. Two different people count paper. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.PLAN_SESSION, *BEFORE_VOTE)
        if len(set(accounts)) != len(accounts) or not 1 <= len(accounts) <= 3:
            raise Invalid({"tellers": "Tổ kiểm phiếu có hai người khác nhau (nhiều nhất ba)."})
        names = agenda.account_names(t, list(accounts))
        if len(names) != len(accounts):
            raise Invalid({"tellers": "Có tài khoản không còn dùng. Anh/chị chọn lại tổ kiểm phiếu."})
        fresh(sessions.touch(t, session_id, version))
        team = tuple(Teller(number, account, names[account], number == 1) for number, account in enumerate(accounts, 1))
        sessions.put_tellers(t, session_id, team)
        return _noted(t, Verb.PLAN_SESSION, before)


def call(who: Actor, session_id: UUID, version: int, key: UUID | None = None) -> Session:
    """Send the agenda: members now see the session and its dossiers. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.CALL_SESSION, SessionState.PLANNED)
        if not before.items:
            raise Invalid({"items": "Chương trình chưa có trường hợp nào. Anh/chị đưa hồ sơ vào chương trình trước khi triệu tập."})
        council_members = councils.members_on(t, before.council_id, before.on_date)
        sessions.seat(t, session_id, council_members)
        conflicts.stand_aside(t, in_transaction(t, session_id))
        fresh(sessions.set_state(t, session_id, version, SessionState.CALLED))
        return _noted(t, Verb.CALL_SESSION, before)


def cancel(who: Actor, session_id: UUID, version: int, reason: str, key: UUID | None = None) -> Session:
    """Call a session off before its end: its cases go back to where they came from. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        states = (*BEFORE_VOTE, SessionState.OPEN, SessionState.COUNTING)
        before = lock(t, who, session_id, version, Verb.CANCEL_SESSION, *states)
        said = text.clean(reason)
        refuse(needed("reason", said, "Anh/chị ghi lý do huỷ phiên họp."))
        for item in before.items:
            cases.take_back(t, before, item)
        counts.drop(t, session_id)
        fresh(sessions.set_state(t, session_id, version, SessionState.CANCELLED))
        return _noted(t, Verb.CANCEL_SESSION, before, said)


def _noted(t: Transaction, verb: Verb, before: Session, detail: str = "") -> Session:
    after = in_transaction(t, before.id)
    audit.note(t, verb, KIND, before.id, before=before, after=after, detail=detail)
    t.result = str(before.id)
    return after
