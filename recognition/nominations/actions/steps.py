"""The steps inside the unit after sending: endorse, send back, recall, withdraw."""

from collections.abc import Sequence
from uuid import UUID

from recognition.hall import audit, binning, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.binning import BinKind
from recognition.hall.errors import NotAllowed, refuse
from recognition.hall.transaction import transaction
from recognition.hall.words import State, Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.ground import KIND
from recognition.nominations.terms import Nomination, Reason
from vietnamese import dates, text


def endorse(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """The unit's leader confirms a case; it leaves the unit and the secretary is told. Raises NotAllowed, Stale."""
    with transaction(who, key) as t:
        before = ground.lock(t, nomination_id, version)
        permissions.require(who, Verb.ENDORSE, before)
        state = road.after(before.state, Verb.ENDORSE)
        after = ground.change_state(t, before, state, endorsed_at=dates.now_utc(), endorsed_by=who.account_id)
        audit.note(t, Verb.ENDORSE, KIND, nomination_id, before=before, after=after)
        t.result = str(nomination_id)
    return after


def send_back(who: Actor, nomination_id: UUID, version: int, reasons: Sequence[Reason], key: UUID | None = None) -> Nomination:
    """The unit's leader gives a case back to whoever made it, saying why. Raises NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.lock(t, nomination_id, version)
        permissions.require(who, Verb.SEND_BACK, before)
        refuse(rules.check_reasons(reasons))
        given = tuple(reason for reason in reasons if text.clean(reason.sentence))
        state = road.after(before.state, Verb.SEND_BACK)
        after = ground.change_state(t, before, state, reasons=given, returned_from=before.state.value)
        audit.note(t, Verb.SEND_BACK, KIND, nomination_id, before=before, after=after, detail=said(given))
        t.result = str(nomination_id)
    return after


def recall(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Take a sent case back to mend it, while nobody has acted on it. Raises NotAllowed, Stale."""
    with transaction(who, key) as t:
        before = ground.lock(t, nomination_id, version)
        permissions.require(who, Verb.RECALL, before)
        state = road.after(before.state, Verb.RECALL)
        if not rules.may_recall(before.state, before.endorsed_by is not None):
            raise NotAllowed("Lãnh đạo đơn vị đã xác nhận hồ sơ nên không thu hồi được nữa. Anh/chị đề nghị thư ký trả lại để sửa.")
        after = ground.change_state(t, before, state, endorsed_at=None)
        audit.note(t, Verb.RECALL, KIND, nomination_id, before=before, after=after)
        t.result = str(nomination_id)
    return after


def withdraw(who: Actor, nomination_id: UUID, version: int, reason: str = "", key: UUID | None = None) -> Nomination:
    """Take a case off the road; what was sent once stays readable, a draft that never was goes into the bin.

    Raises NotAllowed, Stale, Invalid.
    """
    with transaction(who, key) as t:
        before = ground.lock(t, nomination_id, version)
        permissions.require(who, Verb.WITHDRAW, before)
        given = (Reason("", text.clean(reason)),) if text.clean(reason) else ()
        if given:
            refuse(rules.check_reasons(given))
        after = ground.change_state(t, before, road.after(before.state, Verb.WITHDRAW), reasons=given)
        if never_sent(before):
            binning.put(t, BinKind.NOMINATION, nomination_id)
        audit.note(t, Verb.WITHDRAW, KIND, nomination_id, before=before, after=after, detail=said(given))
        t.result = str(nomination_id)
    return after


def never_sent(nomination: Nomination) -> bool:
    """Whether nobody but its maker has ever seen the case."""
    return nomination.state is State.DRAFT and nomination.submitted_at is None


def said(reasons: Sequence[Reason]) -> str:
    """Reasons in one line, for the history and the notice."""
    return " ".join(text.clean(reason.sentence) for reason in reasons)
