"""The duplicate radar: what may repeat a case, for the secretary who screens it and for whoever is typing it."""

from dataclasses import replace
from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.nominations import rules as case_rules
from recognition.people import actions as people
from recognition.screening import near
from recognition.screening.near import Alike, Asked, Candidate
from recognition.screening.store import near as store


def around(who: Actor, nomination_id: UUID) -> tuple[Alike, ...]:
    """Cases that may repeat this one, the most alike first. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SCREEN, case)
        person = people.get(None, case.person_id) if case.person_id else None
        year = (person.birth_date.year if person.birth_date else person.birth_year) if person else None
        asked = Asked(
            case.recipient_name, str(case.recipient_kind or "individual"), case.person_id, year, case.recipient_unit_id or (person.unit_id if person else None),
            case.unit_name, case.title, case.deed_date, case.issuer_id, case.campaign_id, case.model_year_id,
            case_rules.subject_key(nominations.as_input(case), str(case.recipient_id)), case.id,
        )  # fmt: skip
        return near.alike(asked, _candidates(t, asked))


def while_typing(who: Actor, asked: Asked) -> tuple[Alike, ...]:
    """The same for what somebody types: who already proposed this. Titles of other units' cases are left out.

    Raises NotAllowed. Nothing is asked before a name of two words is there.
    """
    if not (permissions.allowed(who, Verb.NOMINATE) or permissions.allowed(who, Verb.SCREEN)):
        raise NotAllowed()
    if len(asked.name.split()) < 2:
        return ()
    with reading(who) as t:
        found = near.alike(asked, _candidates(t, asked), most=5)
    mine = who.units(Role.NOMINATOR, Role.UNIT_LEADER)
    return tuple(each if each.candidate.unit_id in mine or each.candidate.issuer_id in who.issuers(Role.SECRETARY) else _discreet(each) for each in found)


def _discreet(each: Alike) -> Alike:
    """Without the words of another unit's case."""
    title = each.candidate.title
    reasons = tuple(reason.replace(f": «{title}»", "") for reason in each.reasons)
    return replace(each, candidate=replace(each.candidate, title=""), reasons=reasons)


def _candidates(t: Transaction, asked: Asked) -> list[Candidate]:
    rows = store.by_name(t, asked.name, near.patterns(asked.name), asked.person_id, asked.unit_id if asked.kind == "collective" else None)
    rows += store.by_title(t, near.distinctive(asked.title), asked.deed_date)
    return store.candidates(t, rows)
