"""What is still a question, and what the ledger adds up: never unlike measures, one thing once, and how much may be there twice."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from uuid import UUID

from recognition.insight.rules.branches import OUTSIDE
from recognition.ledger import rules
from recognition.ledger.terms import (
    Answer,
    Asked,
    By,
    Claim,
    ClaimId,
    Doubt,
    Ledger,
    Line,
    Settled,
    Sort,
    Standing,
    Total,
)


def open_doubts(doubts: Iterable[Doubt], claims: Mapping[ClaimId, Claim], answers: Sequence[Settled]) -> tuple[Doubt, ...]:
    """The doubts that no answer settles yet. One that touches a shared thing asks about the whole of it, so that its shares can be set anew."""
    kept = [settled for settled in answers if rules.holds(settled, claims)]
    gone = {part.claim for settled in kept if settled.answer is Answer.WITHDRAWN for part in settled.parts if part.share == 0}
    things = [settled.ids for settled in kept if settled.answer is Answer.SHARED]
    found: dict[frozenset[ClaimId], Doubt] = {}
    for doubt in doubts:
        if doubt.ids & gone or any(doubt.ids <= settled.ids for settled in kept if settled.answer is not Answer.WITHDRAWN):
            continue
        more = frozenset().union(*(thing for thing in things if thing & doubt.ids)) - doubt.ids
        asked = Doubt((*doubt.claims, *sorted((claims[each] for each in more), key=lambda claim: (claim.unit_name, claim.id))), doubt.grade, doubt.reasons)
        if not any(asked.ids <= ids for ids in found):
            found = {ids: other for ids, other in found.items() if not ids < asked.ids}
            found[asked.ids] = asked
    return tuple(found.values())


def lines(claims: Mapping[ClaimId, Claim], answers: Sequence[Settled], open_now: Sequence[Doubt]) -> dict[ClaimId, Line]:
    """Each claim with what is counted of it."""
    asked = frozenset().union(*(doubt.ids for doubt in open_now))
    return {
        key: Line(claims[key], amount, Standing.ASKED if key in asked else standing, share)
        for key, (amount, standing, share) in rules.counted(claims, answers).items()
    }


def doubtful(chosen: Mapping[ClaimId, Line], open_now: Sequence[Doubt]) -> dict[Sort, int]:
    """How much of what is counted may be there twice: of claims that hang together all but the largest; of one whose other half lies elsewhere, all of it."""
    found: dict[Sort, int] = defaultdict(int)
    for group in _together(open_now):
        here = [chosen[key] for key in group if key in chosen]
        if here:
            amounts = [line.counted for line in here]
            found[here[0].claim.sort] += sum(amounts) - (max(amounts) if len(here) == len(group) else 0)
    return found


def _together(open_now: Sequence[Doubt]) -> list[frozenset[ClaimId]]:
    groups: list[frozenset[ClaimId]] = []
    for doubt in open_now:
        touched = [group for group in groups if group & doubt.ids]
        groups = [group for group in groups if not group & doubt.ids] + [doubt.ids.union(*touched)]
    return groups


def totals(chosen: Iterable[Line], open_now: Sequence[Doubt]) -> tuple[Total, ...]:
    """One sum for each measure in its unit of measure, by their names."""
    kept = {line.claim.id: line for line in chosen}
    twice = doubtful(kept, open_now)
    sorts: dict[Sort, list[Line]] = defaultdict(list)
    for line in kept.values():
        sorts[line.claim.sort].append(line)
    found = [
        Total(group[0].claim.figure.label, group[0].claim.figure.unit, len(group), sum(line.claim.amount for line in group), sum(line.counted for line in group), twice.get(sort, 0))
        for sort, group in sorts.items()
    ]
    return tuple(sorted(found, key=lambda total: (total.label, total.unit)))


def wanted(found: Iterable[Line], asked: Asked, within: Collection[UUID] | None) -> tuple[Line, ...]:
    """The lines that were asked for; `within`: the chosen unit with everything below it, None: all."""
    return tuple(
        line
        for line in found
        if (asked.year is None or line.claim.year == asked.year)
        and (asked.campaign_id is None or line.claim.campaign_id == asked.campaign_id)
        and (asked.field is None or line.claim.field is asked.field)
        and (within is None or line.claim.unit_id in within)
    )


def ledger(asked: Asked, chosen: Sequence[Line], open_now: Sequence[Doubt], leaders: Mapping[UUID, UUID], names: Mapping[UUID, str]) -> Ledger:
    """The ledger of these lines, its totals as a whole and by campaign, field, first-level unit (`leaders`) and year."""
    ordered = tuple(sorted(chosen, key=lambda line: (-line.claim.year, line.claim.figure.label, -line.claim.amount, line.claim.unit_name, line.claim.id)))
    here = {line.claim.id for line in ordered}
    touching = [doubt for doubt in open_now if doubt.ids & here]
    words: dict[By, Callable[[Claim], str]] = {
        By.CAMPAIGN: lambda claim: claim.campaign_name,
        By.FIELD: lambda claim: claim.field.label,
        By.UNIT: lambda claim: names.get(leaders.get(claim.unit_id, claim.unit_id), OUTSIDE),
        By.YEAR: lambda claim: str(claim.year),
    }
    groups = {}
    for by, word in words.items():
        split: dict[str, list[Line]] = defaultdict(list)
        for line in ordered:
            split[word(line.claim)].append(line)
        groups[by] = tuple((name, totals(group, open_now)) for name, group in sorted(split.items(), key=lambda one: one[0], reverse=by is By.YEAR))
    return Ledger(asked, ordered, totals(ordered, open_now), groups, len(touching), title(len(ordered), len(touching)))


def title(number: int, asked: int) -> str:
    """The finding."""
    if not number:
        return "Chưa có số liệu kết quả nào"
    return f"{number} số đã kê, {asked} chỗ có thể kê trùng còn chờ trả lời" if asked else f"{number} số đã kê, không có chỗ nào nghi kê trùng"
