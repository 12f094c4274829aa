"""When claims of different units may be one thing: pure comparisons, each explained. A likeness is a question for a person.

| same measure, days that overlap, and                       | asked  |
|------------------------------------------------------------|--------|
| equal or near amounts, works told alike                    | likely |
| equal or near amounts, the same hamlet, street, bridge …   | maybe  |
| equal amount that is not small, the same commune           | maybe  |
| equal amount that is not small, models of one name         | maybe  |
| equal amount, not small, one unit above the other          | likely |
| near amount, not small, one unit above the other           | maybe  |
| a unit's amount is exactly the sum of the units below it   | likely |
| two places named that differ                               | never, but for an equal amount of a unit above the other |

Source: reports of provinces add up what units write; the custom that one work counts once and its units share it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from uuid import UUID

from intake.similar import titles_alike
from recognition.ledger.terms import Claim, ClaimId, Doubt, Grade, Sort
from vietnamese import numbers, text

#: Near: within one part in so many of the larger.
NEAR_PART = 20
ALIKE = 0.80
#: Under so much (hundredths), equal amounts are chance: many units hold 12 sessions.
FEW = 20_00
#: As many doubts as are weighed at once; more are found once these are answered.
MOST = 500
#: Words of a work that are looked for, and how many claims may carry all but the rarest.
_RARE, _CARRIED = 4, 50
_COMMUNE = frozenset({"xa", "phuong", "thi tran", "dac khu"})
_KINDS = "xã|phường|thị trấn|đặc khu|thôn|ấp|bản|buôn|làng|khu phố|khu dân cư|tổ dân phố|tổ|đường|ngõ|hẻm|cầu|kênh|trường|chợ"
_KIND = re.compile(rf"(?<!\w)({_KINDS})\s+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def places(words: str) -> frozenset[tuple[str, str]]:
    """Places that are named: (kind, name) folded, `("thon", "dong")`. A name begins with a capital or is a number."""
    return frozenset((text.search_key(kind), text.search_key(" ".join(tail))) for kind, tail in _named(text.clean(words)) if tail)


def _named(words: str) -> Iterator[tuple[str, list[str]]]:
    """Each kind of place with the words of its name; none where no name follows."""
    return ((kind, tail) for kind, tail, _, _ in _spans(words))


def _spans(words: str) -> Iterator[tuple[str, list[str], int, int]]:
    for match in _KIND.finditer(words):
        tail: list[str] = []
        end = match.end()
        for word in words[match.end() :].split(" "):
            bare = word.strip(".,;:()«»\"'")
            if not bare or not (bare[0].isdigit() or bare[0].isupper()) or len(tail) == 4:
                break
            tail.append(bare)
            end += len(word) + 1
            if bare != word.lstrip("(«\"'"):  # a sign ends the name
                break
        yield match.group(1), tail, match.start(), end


@lru_cache(maxsize=20_000)
def _without_places(words: str) -> str:
    """What is done, without where: two works in one hamlet are not one for the hamlet's long name."""
    words = text.clean(words)
    for _, tail, start, end in reversed(list(_spans(words))):
        if tail:
            words = f"{words[:start]} {words[end:]}"
    return text.search_key(words)


def compare(one: Claim, other: Claim, above: Mapping[UUID, UUID | None]) -> Doubt | None:
    """Whether two claims may be one thing, and why; None when nothing says so. `above`: unit → the unit right above it."""
    if one.sort != other.sort or one.unit_id == other.unit_id or one.from_date > other.to_date or other.from_date > one.to_date:
        return None
    if not _near_amount(one, other):
        return None
    small, equal = max(one.amount, other.amount) < FEW, one.amount == other.amount
    told = _told_alike(one, other)
    same, differ = _where(one, other)
    line = _in_line(one, other, above)
    grade, reason = None, ""
    if line and (told or not small) and (equal or not differ):
        grade, reason = Grade.LIKELY if told or same or equal else Grade.MAYBE, line
    elif differ:
        return None
    elif told:
        grade = Grade.LIKELY
    elif any(kind not in _COMMUNE for kind, _ in _places(one) & _places(other)) or (same and equal and not small):
        grade = Grade.MAYBE
    elif equal and not small and not (one.figure.about and other.figure.about) and _words(one.model_name) == _words(other.model_name):
        grade, reason = Grade.MAYBE, f"Hai mô hình cùng tên «{one.model_name}»; chưa ghi số này của việc nào."
    return Doubt((one, other), grade, (_amounts(one, other), *filter(None, (reason,)), *told, *same)) if grade else None


def _near_amount(one: Claim, other: Claim) -> bool:
    small, large = sorted((one.amount, other.amount))
    return small > 0 and (large - small) * NEAR_PART <= large


def _amounts(one: Claim, other: Claim) -> str:
    """The reason in the amounts."""
    what = f"{one.figure.label.lower()} {numbers.decimal(one.amount)} {one.figure.unit}"
    return f"Cùng kê {what}." if one.amount == other.amount else f"Hai số gần bằng nhau: {what} và {numbers.decimal(other.amount)} {other.figure.unit}."


def _told_alike(one: Claim, other: Claim) -> tuple[str, ...]:
    """The reason in the works that the units named themselves."""
    mine, theirs = one.figure.about, other.figure.about
    if not mine or not theirs:
        return ()
    if text.search_key(mine) == text.search_key(theirs):
        return (f"Cùng ghi của một việc: «{theirs}».",)
    bare = _without_places(mine), _without_places(theirs)
    shortest, likeness = min(len(words.split()) for words in bare), titles_alike(*bare)
    return (f"Việc được ghi gần giống nhau ({likeness:.0%}): «{mine}» và «{theirs}».",) if shortest > 1 and likeness >= ALIKE else ()


def _places(claim: Claim) -> frozenset[tuple[str, str]]:
    """Where it is: as the figure says, else the model's area."""
    return places(claim.figure.about) or places(f"{claim.area}. {claim.model_name}")


def _where(one: Claim, other: Claim) -> tuple[tuple[str, ...], bool]:
    """The reason in the places, and whether both name places of one kind that differ."""
    mine, theirs = _places(one), _places(other)
    kinds = {_level(kind) for kind, _ in mine} & {_level(kind) for kind, _ in theirs}
    differ = any({place for place in mine if _level(place[0]) == kind}.isdisjoint(theirs) for kind in kinds)
    same = sorted(mine & theirs)
    return ((f"Cùng ở một nơi: {_as_written(one, same)}.",) if same else ()), differ


def _level(kind: str) -> str:
    """A ward beside a commune is another place, a street beside a hamlet may be in it."""
    return "commune" if kind in _COMMUNE else kind


def _as_written(claim: Claim, found: Collection[tuple[str, str]]) -> str:
    """Places as the claim writes them."""
    words = text.clean(f"{claim.figure.about}. {claim.area}. {claim.model_name}")
    return ", ".join(dict.fromkeys(f"{kind.lower()} {' '.join(tail)}" for kind, tail in _named(words) if (text.search_key(kind), text.search_key(" ".join(tail))) in found))


def _in_line(one: Claim, other: Claim, above: Mapping[UUID, UUID | None]) -> str:
    """The reason in the units: one stands over the other."""
    for upper, lower in ((one, other), (other, one)):
        if upper.unit_id in _over(lower.unit_id, above):
            return f"«{upper.unit_name}» là cấp trên của «{lower.unit_name}», có thể đã tính cả số của đơn vị dưới."
    return ""


def _over(unit_id: UUID, above: Mapping[UUID, UUID | None]) -> list[UUID]:
    found: list[UUID] = []
    at = above.get(unit_id)
    while at is not None and at not in found:
        found.append(at)
        at = above.get(at)
    return found


def sums(claims: Sequence[Claim], above: Mapping[UUID, UUID | None]) -> Iterator[Doubt]:
    """A unit whose amount is exactly what the units right below it claim together."""
    below: dict[tuple[UUID, int, Sort], list[Claim]] = defaultdict(list)
    for claim in claims:
        upper = above.get(claim.unit_id)
        if upper is not None and claim.amount > 0:
            below[upper, claim.year, claim.sort].append(claim)
    for claim in claims:
        parts = below.get((claim.unit_id, claim.year, claim.sort), [])
        if len(parts) > 1 and sum(part.amount for part in parts) == claim.amount:
            said = f"{claim.figure.label} {numbers.decimal(claim.amount)} {claim.figure.unit} của «{claim.unit_name}» đúng bằng tổng {len(parts)} số của các đơn vị trực thuộc."
            yield Doubt((claim, *parts), Grade.LIKELY, (said,))


def doubts(claims: Iterable[Claim], above: Mapping[UUID, UUID | None], most: int = MOST) -> tuple[Doubt, ...]:
    """Every two or more claims that may be one thing, the likely first, the largest amounts first."""
    sorts: dict[Sort, list[Claim]] = defaultdict(list)
    for claim in claims:
        sorts[claim.sort].append(claim)
    found = [doubt for group in sorts.values() for doubt in islice(_weighed(group, above), most)]
    found.sort(key=lambda doubt: (doubt.grade is Grade.MAYBE, doubt.claims[0].sort, -doubt.claims[0].amount, [str(claim.year_id) for claim in doubt.claims]))
    return tuple(found[:most])


def _weighed(group: Sequence[Claim], above: Mapping[UUID, UUID | None]) -> Iterator[Doubt]:
    yield from sums(group, above)
    for one, other in _near(group, above):
        doubt = compare(one, other, above)
        if doubt is not None:
            yield doubt


def _near(group: Sequence[Claim], above: Mapping[UUID, UUID | None]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that `compare` may ask about: one thing is said of both, or one unit stands over the other. No two thousand against two thousand."""
    often = Counter(word for claim in group for word in _words(claim.figure.about))
    lots: dict[object, list[Claim]] = defaultdict(list)
    of_unit: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in group:
        of_unit[claim.unit_id].append(claim)
        for key in _said_of(claim, often):
            lots[key].append(claim)
    pairs = chain((pair for lot in lots.values() if len(lot) > 1 for pair in _of_near_amount(lot)), (
        (upper, claim) for claim in group for unit_id in _over(claim.unit_id, above) for upper in of_unit.get(unit_id, ())
    ))  # fmt: skip
    seen: set[frozenset[ClaimId]] = set()
    for one, other in pairs:
        pair = frozenset((one.id, other.id))
        if pair not in seen and _near_amount(one, other):
            seen.add(pair)
            yield (one, other) if (one.unit_name, one.id) <= (other.unit_name, other.id) else (other, one)


def _said_of(claim: Claim, often: Mapping[str, int]) -> Iterator[object]:
    """What two claims of one thing have in common: rare words of the work, a place; a commune or the model's name only with the amount.

    Works told alike share their rarest word; the next ones only while few claims carry them.
    """
    rarest = sorted(_words(claim.figure.about), key=lambda word: (often[word], word))[:_RARE]
    yield from (word for place, word in enumerate(rarest) if not place or often[word] <= _CARRIED)
    for kind, name in _places(claim):
        yield (kind, name, claim.amount) if kind in _COMMUNE else (kind, name)
    if claim.amount >= FEW:
        yield _words(claim.model_name), claim.amount


@lru_cache(maxsize=20_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(text.search_key(name).split())


def _of_near_amount(lot: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a lot whose amounts are near, without looking at the others."""
    ordered = sorted(lot, key=lambda claim: (claim.amount, claim.id))
    for place, small in enumerate(ordered):
        for large in ordered[place + 1 :]:
            if (large.amount - small.amount) * NEAR_PART > large.amount:
                break
            yield small, large
