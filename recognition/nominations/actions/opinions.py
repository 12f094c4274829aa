"""Nominating somebody of another unit asks that unit: agree, object with a reason, or silence until a day."""

from datetime import date
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, NotFound, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import opinions as store
from recognition.nominations.terms import Answer, Nomination, Opinion, OpinionCase
from vietnamese import dates, text

#: Working days to answer where no regulation says so: Nghị định 152/2025/NĐ-CP, Điều 34(6).
DAYS = 10


class _Asked:
    """A case as the asked unit stands to it: the right is that unit's leader's."""

    created_by = council_id = session_id = issuer_id = None

    def __init__(self, unit_id: UUID, case: Nomination | OpinionCase) -> None:
        self.unit_id, self.title = unit_id, case.title
        self.recipients = case.recipients if isinstance(case, Nomination) else frozenset[UUID]()


def ask(t: Transaction, case: Nomination) -> None:
    """Ask the nominee's unit, once, when a case is sent; its leaders are told."""
    if case.shared_unit_id is None:
        return
    today = dates.today()
    due = dates.add_working_days(today, _days(today), catalogue.holidays())
    if store.ask(t, case.id, case.shared_unit_id, dates.now_utc(), due):
        asked = store.latest(t, case.id)
        assert asked is not None
        audit.note(t, Verb.ASK_OPINION, KIND, case.id, case=_Asked(case.shared_unit_id, case), detail=f"{asked.unit_name}, đến {dates.short(due)}")


def _days(today: date) -> int:
    try:
        return int(catalogue.regulation_on("deadline.opinion", today).value)
    except NotFound:
        return DAYS


def opinion_on(who: Actor, nomination_id: UUID) -> Opinion | None:
    """The question on a case and its answer, for whoever may see the case; None when nobody was asked."""
    with reading(who) as t:
        ground.seen(t, who, nomination_id)
        return store.latest(t, nomination_id)


def asked_of(who: Actor, limit: int = 50) -> list[OpinionCase]:
    """What the units that `who` leads were asked and have not answered, the earliest due first."""
    permissions.require(who, Verb.GIVE_OPINION)
    with reading(who) as t:
        return store.waiting(t, list(who.units(Role.UNIT_LEADER)), limit)


def opinion_case(who: Actor, nomination_id: UUID) -> OpinionCase:
    """What the asked unit reads of a case. Raises NotFound for everybody else."""
    with reading(who) as t:
        return _mine(t, who, nomination_id)


def give_opinion(who: Actor, nomination_id: UUID, answer: Answer | None, reason: str = "", key: UUID | None = None) -> OpinionCase:
    """Answer for the unit of the nominee, once; it is shown at screening. Raises NotFound, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        asked = _mine(t, who, nomination_id)
        refuse(rules.check_opinion(answer, reason))
        assert answer is not None
        unit_id, why = asked.opinion.unit_id, text.clean(reason)
        if not store.answer(t, nomination_id, unit_id, answer, why, who.account_id, dates.now_utc()):
            raise AlreadyDone(str(nomination_id))
        case = ground.again(t, nomination_id)
        audit.note(t, Verb.GIVE_OPINION, KIND, nomination_id, after={"answer": answer, "unit_id": unit_id}, case=case, detail=f"{asked.opinion.unit_name}: {answer.label.lower()}. {why}".strip())
        t.result = str(nomination_id)
        return _mine(t, who, nomination_id)


def _mine(t: Transaction, who: Actor, nomination_id: UUID) -> OpinionCase:
    for found in store.of_case(t, nomination_id):
        if permissions.allowed(who, Verb.GIVE_OPINION, _Asked(found.opinion.unit_id, found)):
            return found
    raise NotFound()
