"""The agenda: cases put on it and taken off it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.council.actions import conflicts
from recognition.council.actions.ground import BEFORE_VOTE, in_transaction, lock
from recognition.council.rules import presets
from recognition.council.rules import sessions as rules
from recognition.council.store import agenda, councils, counts, sessions
from recognition.council.terms import Base, Block, Item, Session, Share, Threshold
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, fresh, refuse, there
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from vietnamese import text


def put_on(who: Actor, session_id: UUID, version: int, cases: Sequence[UUID], key: UUID | None = None) -> Session:
    """Put shortlisted cases on the agenda, each bound to the revision it has now; all or none.

    A re-vote takes the cases of the session it replaces. Raises NotFound, NotAllowed, Stale, Invalid.
    """
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.PUT_ON_AGENDA, *BEFORE_VOTE)
        refuse({} if cases else {"items": "Anh/chị chọn ít nhất một hồ sơ."})
        fresh(sessions.touch(t, session_id, version))
        replaced = _replaced(t, before)
        for nomination_id in dict.fromkeys(cases):
            _put(t, who, before, nomination_id, replaced)
        _reorder(t, session_id)
        _complete_rule(t, in_transaction(t, session_id))
        conflicts.stand_aside(t, in_transaction(t, session_id))
        t.result = str(session_id)
        return in_transaction(t, session_id)


def _replaced(t: Transaction, session: Session) -> frozenset[UUID]:
    if session.replaces_id is None:
        return frozenset()
    return frozenset(item.nomination_id for item in in_transaction(t, session.replaces_id).items)


def _put(t: Transaction, who: Actor, session: Session, nomination_id: UUID, replaced: frozenset[UUID]) -> None:
    nomination = nominations.lock(t, nomination_id)
    permissions.require(who, Verb.PUT_ON_AGENDA, nomination)
    if nomination.issuer_id != session.issuer_id:
        raise Invalid({"items": f"Hồ sơ {nomination.code} thuộc cơ quan khác, không thuộc Hội đồng này."})
    if agenda.open_session_of(t, nomination_id) is not None:
        raise Invalid({"items": f"Hồ sơ {nomination.code} đã nằm trong chương trình của một phiên họp chưa kết thúc."})
    again = nomination.state in (State.PASSED, State.FAILED)
    if again and nomination_id not in replaced:
        raise NotAllowed(f"Hồ sơ {nomination.code} đã có kết quả. Muốn bỏ phiếu lại, anh/chị lập phiên họp thay cho phiên cũ.")
    revision = nominations.latest_revision(t, nomination_id)
    if revision is None or nomination.award_type_id is None or nomination.recipient_kind is None:
        raise Invalid({"items": f"Hồ sơ {nomination.code} chưa đủ người được đề nghị và hình thức khen."})
    verb = Verb.REVOTE if again else Verb.PUT_ON_AGENDA
    after = nominations.change_state(t, nomination, road.after(nomination.state, verb))
    name = text.clean(f"{nomination.recipient_salutation} {nomination.recipient_name}")
    detail = f"{nomination.unit_name}\n{nomination.title}"
    agenda.insert(
        t,
        Item(
            councils.new_id(), session.id, nomination_id, revision.number, revision.sha256, nomination.award_type_id, nomination.award_code,
            nomination.award_name, 0, Block(nomination.recipient_kind.value), name, detail,
        ),
    )  # fmt: skip
    audit.note(t, verb, nominations.KIND, nomination_id, before=nomination, after=after, detail=session.name)


def _reorder(t: Transaction, session_id: UUID) -> None:
    agenda.renumber(t, rules.order(agenda.items(t, session_id), agenda.levels(t)))


def _complete_rule(t: Transaction, session: Session) -> None:
    """A threshold for every award on the agenda: the national one of the session's day, or a proposal without căn cứ."""
    have = {each.award_code for each in session.rule.thresholds}
    missing = {item.award_code: item.award_type_id for item in session.items if item.award_code not in have}
    if missing:
        more = tuple(_threshold(code, award, session.on_date) for code, award in missing.items())
        sessions.update(t, replace(session, rule=replace(session.rule, thresholds=session.rule.thresholds + more)), session.version)


def _threshold(code: str, award_type_id: UUID, day: date) -> Threshold:
    """The threshold to begin with: a national text's; else the dated regulation, its clause only when verified; else our proposal."""
    national = presets.national(code, day)
    if national is not None:
        return national
    try:
        found = catalogue.threshold_for(catalogue.award_type(award_type_id), day)
    except NotFound:
        return presets.proposal(code, day)
    over, _, under = str(found.value["fraction"]).partition("/")
    basis = found.clause if found.verified else ""
    return Threshold(code, Share(int(over), int(under or 1)), bool(found.value["strict"]), Base.ALL_MEMBERS, basis)


def take_off(who: Actor, session_id: UUID, version: int, item_id: UUID, key: UUID | None = None) -> Session:
    """Take a case off the agenda before the vote; it waits in the shortlist again. Raises NotFound, NotAllowed, Stale."""
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.TAKE_OFF_AGENDA, *BEFORE_VOTE)
        item = there(next((each for each in before.items if each.id == item_id), None))
        fresh(sessions.touch(t, session_id, version))
        take_back(t, before, item)
        agenda.remove(t, item_id)
        _reorder(t, session_id)
        t.result = str(session_id)
        return in_transaction(t, session_id)


def take_back(t: Transaction, session: Session, item: Item) -> None:
    """The case of an item leaves the session: to the shortlist, or to its old result when this was a re-vote."""
    nomination = nominations.lock(t, item.nomination_id)
    if nomination.state is not State.ON_AGENDA:
        return
    old = _old_result(t, session, item.nomination_id)
    state = old if old is not None else road.after(nomination.state, Verb.TAKE_OFF_AGENDA)
    after = nominations.change_state(t, nomination, state)
    audit.note(t, Verb.TAKE_OFF_AGENDA, nominations.KIND, nomination.id, before=nomination, after=after, detail=session.name)


def _old_result(t: Transaction, session: Session, nomination_id: UUID) -> State | None:
    """What the replaced session said of a case, so that an abandoned re-vote leaves it in force."""
    if session.replaces_id is None:
        return None
    old = in_transaction(t, session.replaces_id)
    item = next((each for each in old.items if each.nomination_id == nomination_id), None)
    result = next((each for each in counts.results(t, old.id) if item is not None and each.item_id == item.id), None)
    if result is None:
        return None
    return State.PASSED if result.passed else State.FAILED
