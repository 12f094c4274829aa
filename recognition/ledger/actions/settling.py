"""Answering what may be claimed twice, taking an answer back, and the quiet word to whoever types a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure
from recognition.hall import audit, notices, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.ledger import rules, store
from recognition.ledger.actions import ground
from recognition.ledger.actions.ground import KIND
from recognition.ledger.rules import alike
from recognition.ledger.terms import Answer, Claim, ClaimId, Settled, Settlement
from recognition.units import actions as units
from vietnamese import dates, numbers, text

_ANSWERED = "Câu hỏi này vừa được trả lời, hoặc số liệu vừa thay đổi. Anh/chị xem lại danh sách."


@dataclass(frozen=True)
class Told:
    """Whom a notice is for: the units that claim and an organ."""

    title: str
    told_units: tuple[UUID, ...]
    issuer_id: UUID | None
    unit_id: UUID | None = None


def settle(who: Actor, ids: Sequence[ClaimId], data: Settlement, key: UUID | None = None) -> UUID:
    """Answer one question, named by its claims. Raises NotAllowed, Stale (somebody answered it, or it asks about more now), Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.SEE_CLAIM_QUESTIONS)
        known = ground.known(t)
        asked = next((doubt for doubt in known.open if doubt.ids == frozenset(ids)), None)
        if asked is None:
            raise Stale(_ANSWERED)
        mine = ground.mine(who, asked.claims)
        if not mine:
            raise NotAllowed()
        refuse(rules.check_settlement(asked, data, mine))
        assert data.answer is not None
        _check_shared(data, known)
        store.remove(t, [old.id for old in known.answers if rules.replaced(old, asked, data, known.claims)])
        parts, whole = rules.parts_of(asked, data), data.whole if data.answer is Answer.SHARED else None
        made = store.insert(t, data.answer, text.clean(data.reason), whole, parts, who.account_id, dates.now_utc())
        _note(t, Verb.SETTLE_CLAIMS, made, asked.claims, _after(t, made), said(asked.claims, _after(t, made)))
        t.result = str(made)
    return made


def _check_shared(data: Settlement, known: ground.Known) -> None:
    """A share that was given does not vanish behind another answer: its whole would no longer add up."""
    sharing = {part.claim for old in known.answers if old.answer is Answer.SHARED and rules.holds(old, known.claims) for part in old.parts}
    if data.answer is Answer.WITHDRAWN and data.withdrawn in sharing:
        raise Invalid({"withdrawn": "Đơn vị này đang có phần của một công trình đã chia. Anh/chị chọn chia phần và ghi 0 cho đơn vị rút."})


def _after(t: Transaction, answer_id: UUID) -> Settled:
    return next(settled for settled in store.answers(t) if settled.id == answer_id)


def said(claims: Iterable[Claim], settled: Settled) -> str:
    """An answer in a sentence for the units it concerns and for the log."""
    by_id = {claim.id: claim for claim in claims}
    counted = rules.counted(by_id, [settled])
    reason = f" Lý do: {settled.reason}" if settled.reason else ""
    if settled.answer is Answer.SHARED:
        each = "; ".join(
            f"{by_id[part.claim].unit_name} {rules.percent(part.share or 0)} ({numbers.decimal(counted[part.claim][0])} {by_id[part.claim].figure.unit})" for part in settled.parts
        )
        return f"một việc, chia phần: {each}.{reason}"
    if settled.answer is Answer.WITHDRAWN:
        gone = ", ".join(by_id[part.claim].unit_name for part in settled.parts if part.share == 0)
        return f"{gone} rút số này, sổ không tính nữa.{reason}"
    return f"các việc khác nhau, tính cả.{reason}"


def _note(t: Transaction, verb: Verb, answer_id: UUID, claims: Sequence[Claim], after: object, detail: str) -> None:
    """One entry of the log; every unit that claims is told, and the secretaries of every organ concerned."""
    first = claims[0]
    title = f"{first.figure.label} {models.amount(first.figure)}" + (f", {first.figure.about}" if first.figure.about else "")
    organs = list(dict.fromkeys(claim.issuer_id for claim in claims))
    told = tuple(dict.fromkeys(claim.unit_id for claim in claims))
    audit.note(t, verb, KIND, answer_id, after=after, case=Told(title, told, organs[0]), detail=detail)
    for organ in organs[1:]:
        notices.tell(t, verb, KIND, answer_id, Told(title, (), organ), detail)


def reopen(who: Actor, answer_id: UUID, reason: str, key: UUID | None = None) -> None:
    """Take an answer back, so that it is asked again. Raises NotAllowed, NotFound (taken back already), Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.SEE_CLAIM_QUESTIONS)
        known = ground.known(t)
        settled = next((each for each in known.answers if each.id == answer_id), None)
        claims = [known.claims[part.claim] for part in settled.parts if part.claim in known.claims] if settled else []
        if settled is None or not ground.mine(who, claims):
            raise NotFound("Câu trả lời này không còn. Có thể người khác vừa hỏi lại; anh/chị xem lại danh sách.")
        refuse(rules.check_reopening(reason))
        store.remove(t, [answer_id])
        _note(t, Verb.REOPEN_CLAIMS, answer_id, claims, {"answer": settled.answer, "parts": settled.parts}, text.clean(reason))


def already_claimed(who: Actor, year_id: UUID, typed: Sequence[Figure]) -> list[str]:
    """Which of the figures being typed another unit seems to have claimed already: a sentence each, no word and no name of the other unit.

    Raises NotFound for a model's year that `who` may not see.
    """
    model = models.get(who, year_id)
    with reading(who) as t:
        others = [claim for row in store.reported(t) for claim in ground.claims_of(row) if claim.unit_id != model.unit_id]
        above, period = units.parents(t), store.campaign_days(t, model.year.campaign_id)
    row = {
        "year_id": year_id, "year": model.year.year, "issuer_id": model.issuer_id, "campaign_id": model.year.campaign_id, "checked_score": None, "files": 0,
        "model_code": model.code, "model_name": model.name, "area": model.area, "field": model.field.value, "unit_id": model.unit_id,
        "unit_name": model.unit_name, "campaign_name": model.year.campaign_name, **period,
    }  # fmt: skip
    found = []
    for figure in typed:
        mine = ground.claim(row, figure)
        if any(alike.compare(mine, other, above) for other in others):
            found.append(f"{figure.titled}: có đơn vị khác đã kê một số gần bằng, có thể của cùng một việc. Nếu làm chung, anh/chị ghi rõ việc, nơi làm và hỏi thư ký để chia phần.")
    return found
