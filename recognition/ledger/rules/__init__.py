"""What makes an answer right, and what a claim counts after it."""

import unicodedata
from collections.abc import Mapping, Sequence

from recognition.dan_van_kheo.rules import parse_amount
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.hall.lengths import too_long
from recognition.ledger.terms import WHOLE, Answer, Claim, ClaimId, Doubt, Part, Settled, Settlement, Sort, Standing
from vietnamese import numbers, text

REASON_LENGTH = 500
#: Measures that come in parts; others are counted one by one.
_IN_PARTS = frozenset({Measure.LAND, Measure.LABOUR, Measure.OTHER})


def sort_of(figure: Figure) -> Sort:
    """What may be added up with it: m² and m2 are one unit of measure, m² and ha are not."""
    return text.search_key(figure.label), text.search_key(unicodedata.normalize("NFKC", figure.unit))


def key_of(figure: Figure) -> str:
    """Which figure of its report: a report holds each measure once for one work."""
    return f"{text.search_key(figure.label)}|{text.search_key(figure.about)}"


def split(whole: int, shares: Sequence[int], step: int) -> list[int]:
    """A whole by shares (hundredths of a percent) in multiples of `step`, the largest remainders first: the parts add up to the whole."""
    step = step if whole % step == 0 else 1
    exact = [divmod(whole // step * share, WHOLE) for share in shares]
    parts = [part for part, _ in exact]
    left = whole // step - sum(parts)
    for place in sorted(range(len(parts)), key=lambda at: (-exact[at][1], at))[:left]:
        parts[place] += 1
    return [part * step for part in parts]


def step_of(figure: Figure) -> int:
    """The least part of a figure, in hundredths: 0,5 m² of land there is, half a household there is not."""
    return 1 if figure.measure in _IN_PARTS else 100


def parse_share(typed: str) -> int:
    """A percent as typed (60, 33,33 or 60 %) in hundredths of a percent. Raises ValueError with the sentence."""
    bare = text.clean(typed).removesuffix("%").strip()
    if not bare:
        raise ValueError("Anh/chị ghi phần trăm của mỗi đơn vị. Không có phần thì ghi 0.")
    found = parse_amount(bare)
    if found > WHOLE:
        raise ValueError("Mỗi phần từ 0 đến 100 %. Anh/chị xem lại.")
    return found


def check_settlement(asked: Doubt, data: Settlement, mine: frozenset[ClaimId]) -> dict[str, str]:
    """What is wrong with an answer, field by field: `answer`, `reason`, `share_0`…, `shares`, `whole`, `withdrawn`."""
    if data.answer is None:
        return {"answer": "Anh/chị chọn một câu trả lời."}
    wrong: dict[str, str] = {}
    if data.answer is not Answer.SHARED and not text.clean(data.reason):
        wrong["reason"] = "Anh/chị ghi lý do, để người xem sau hiểu và phần mềm không hỏi lại."
    if sentence := too_long(text.clean(data.reason), REASON_LENGTH, "Lý do"):
        wrong["reason"] = sentence
    if data.answer is Answer.SHARED:
        wrong |= _check_shares(asked, data)
    if data.answer is Answer.WITHDRAWN:
        wrong |= _check_withdrawn(asked, data, mine)
    return wrong


def _check_shares(asked: Doubt, data: Settlement) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if data.whole not in {claim.amount for claim in asked.claims}:
        wrong["whole"] = "Số của cả công trình là một trong các số đã kê. Anh/chị chọn lại."
    found = []
    for place in range(len(asked.claims)):
        try:
            found.append(parse_share(data.shares[place] if place < len(data.shares) else ""))
        except ValueError as unread:
            wrong[f"share_{place}"] = str(unread)
    if len(found) == len(asked.claims) and sum(found) != WHOLE:
        wrong["shares"] = f"Các phần cộng lại là {percent(sum(found))}, phải đủ 100 %. Anh/chị sửa lại."
    return wrong


def _check_withdrawn(asked: Doubt, data: Settlement, mine: frozenset[ClaimId]) -> dict[str, str]:
    if data.withdrawn not in asked.ids:
        return {"withdrawn": "Anh/chị chọn đơn vị rút số."}
    if data.withdrawn not in mine:
        return {"withdrawn": "Số này kê với cơ quan khác. Anh/chị trao đổi để thư ký của cơ quan đó ghi việc rút."}
    return {}


def check_reopening(reason: str) -> dict[str, str]:
    """Asking again needs a reason, within its length: the units are told it."""
    if not text.clean(reason):
        return {"reason": "Anh/chị ghi vì sao hỏi lại."}
    sentence = too_long(text.clean(reason), REASON_LENGTH, "Lý do")
    return {"reason": sentence} if sentence else {}


def parts_of(asked: Doubt, data: Settlement) -> tuple[Part, ...]:
    """The parts of an answer that was checked."""
    if data.answer is Answer.SHARED:
        return tuple(Part(claim.id, claim.amount, parse_share(typed)) for claim, typed in zip(asked.claims, data.shares, strict=True))
    return tuple(Part(claim.id, claim.amount, 0 if claim.id == data.withdrawn and data.answer is Answer.WITHDRAWN else None) for claim in asked.claims)


def percent(share: int) -> str:
    """Hundredths of a percent as people write them: 6000 → 60 %."""
    return f"{numbers.decimal(share)} %"


def holds(settled: Settled, claims: Mapping[ClaimId, Claim]) -> bool:
    """Whether every claim of an answer still claims what it claimed then; else the answer is about something else."""
    return all(part.claim in claims and claims[part.claim].amount == part.amount for part in settled.parts)


def replaced(old: Settled, asked: Doubt, data: Settlement, claims: Mapping[ClaimId, Claim]) -> bool:
    """Whether a new answer takes the place of an old one: shares are set anew for all; what no longer holds of these claims goes."""
    return bool(old.ids & asked.ids) and (not holds(old, claims) or (data.answer is Answer.SHARED and old.ids <= asked.ids))


def counted(claims: Mapping[ClaimId, Claim], answers: Sequence[Settled]) -> dict[ClaimId, tuple[int, Standing, int | None]]:
    """What each claim counts by the answers that hold: all of it, its share of the whole, or nothing when it was withdrawn."""
    found: dict[ClaimId, tuple[int, Standing, int | None]] = {claim.id: (claim.amount, Standing.PLAIN, None) for claim in claims.values()}
    for settled in answers:
        if settled.answer is Answer.SEPARATE or not holds(settled, claims):
            continue
        if settled.answer is Answer.WITHDRAWN:
            found |= {part.claim: (0, Standing.WITHDRAWN, None) for part in settled.parts if part.share == 0}
            continue
        shares = [part.share or 0 for part in settled.parts]
        amounts = split(settled.whole or 0, shares, max(step_of(claims[part.claim].figure) for part in settled.parts))
        found |= {part.claim: (amount, Standing.SHARED, share) for part, amount, share in zip(settled.parts, amounts, shares, strict=True)}
    return found
