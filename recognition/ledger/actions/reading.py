"""Looking into the ledger: the part that was asked for, what is still a question, what was answered."""

from uuid import UUID

from recognition.dan_van_kheo import actions as models
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.insight import figures
from recognition.insight.rules import branches
from recognition.ledger import rules
from recognition.ledger.actions import ground
from recognition.ledger.rules import counting
from recognition.ledger.terms import Answered, Asked, Choices, Claim, Ledger, Line, Question, Standing
from recognition.units import actions as units
from vietnamese import numbers


def _in_view(who: Actor, known: ground.Known) -> list[Line]:
    issuers, own = ground.issuers_of(who), ground.units_of(who)
    found = counting.lines(known.claims, known.answers, known.open)
    return [line for line in found.values() if line.claim.issuer_id in issuers or line.claim.unit_id in own]


def ledger(who: Actor, asked: Asked) -> Ledger:
    """The claims that `who` may see of what was asked for, and their totals. Raises NotAllowed, NotFound (a unit out of view)."""
    permissions.require(who, Verb.SEE_IMPACT)
    with reading(who) as t:
        known = ground.known(t)
        within = _within(t, who, asked.unit_id)
        every = figures.every_unit(t)
    seen = within if within is not None else None if ground.issuers_of(who) else ground.units_of(who)
    chosen = counting.wanted(_in_view(who, known), asked, within)
    return counting.ledger(asked, chosen, known.open, branches.under(every, seen), {unit.unit_id: unit.name for unit in every})


def _within(t: Transaction, who: Actor, unit_id: UUID | None) -> frozenset[UUID] | None:
    if unit_id is None:
        return None
    if not ground.issuers_of(who) and unit_id not in ground.units_of(who):
        raise NotFound()
    return units.subtree(t, unit_id)


def choices(who: Actor) -> Choices:
    """Years, campaigns and units (with what lies below them) of which `who` sees a claim. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_IMPACT)
    with reading(who) as t:
        lines, parents = _in_view(who, ground.known(t)), units.parents(t)
        every = figures.every_unit(t)
    held: set[UUID] = set()
    for line in lines:
        at: UUID | None = line.claim.unit_id
        while at is not None and at not in held:
            held.add(at)
            at = parents.get(at)
    if not ground.issuers_of(who):
        held &= ground.units_of(who)
    return Choices(
        tuple(sorted({line.claim.year for line in lines}, reverse=True)),
        {line.claim.campaign_id: line.claim.campaign_name for line in sorted(lines, key=lambda line: (-line.claim.year, line.claim.campaign_name))},
        {unit.unit_id: unit.name for unit in every if unit.unit_id in held},
    )


def questions(who: Actor) -> tuple[Question, ...]:
    """What may be claimed twice and touches an organ of the secretary, the likely first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CLAIM_QUESTIONS)
    with reading(who) as t:
        known = ground.known(t)
    found = [Question(doubt, ground.mine(who, doubt.claims)) for doubt in known.open]
    return tuple(each for each in found if each.mine)


def answered(who: Actor) -> tuple[Answered, ...]:
    """What was answered, the newest first, as far as it touches an organ of the secretary. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CLAIM_QUESTIONS)
    with reading(who) as t:
        known = ground.known(t)
    found = []
    for settled in known.answers:
        claims = tuple(known.claims[part.claim] for part in settled.parts if part.claim in known.claims)
        if mine := ground.mine(who, claims):
            found.append(Answered(settled, claims, rules.holds(settled, known.claims), bool(mine)))
    return tuple(found)


def written(claim: Claim) -> str:
    """The claim in a line: `Đất hiến: 300 m² (đường thôn Đông)`."""
    about = f" ({claim.figure.about})" if claim.figure.about else ""
    return f"{claim.figure.label}: {models.amount(claim.figure)}{about}"


def standing_words(line: Line) -> str:
    """How a line is counted, in words."""
    if line.standing is Standing.SHARED:
        return f"Chia phần {rules.percent(line.share or 0)}: tính {numbers.decimal(line.counted)}"
    return line.standing.label
