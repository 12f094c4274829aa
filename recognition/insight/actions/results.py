"""Thông báo kết quả xét: one letter a unit, for the secretary of the issuer and for the unit itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from documents.bundle import bundle
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.catalogue import actions as catalogue
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, State, Verb
from recognition.insight import results
from recognition.insight.rules import results as rules
from recognition.insight.terms.results import Lack, Letter, Outcome, UnitCases
from recognition.screening import actions as screening
from vietnamese import dates, text

#: Cases that were never listed: what they lack is what the conditions answer today.
_ASKED_NOW = frozenset({State.RETURNED, State.REFUSED})


@dataclass(frozen=True)
class _Side(OfIssuer):
    """Whose letter it is: what the right depends on."""

    issuer_id: UUID
    unit_id: UUID


def units(who: Actor, campaign_id: UUID) -> list[UnitCases]:
    """The units with cases in a campaign whose letter `who` may take, by name. Raises NotFound."""
    with reading(who) as t:
        campaign = campaigns.in_transaction(t, campaign_id)
        own = None if campaign.issuer_id in who.issuers(Role.SECRETARY) else [*who.units(Role.NOMINATOR, subtree=False), *who.units(Role.UNIT_LEADER)]
        found = results.units(t, campaign_id, own) if own is None or own else []
        return [unit for unit in found if permissions.allowed(who, Verb.TELL_RESULTS, _Side(campaign.issuer_id, unit.id))]


def word(who: Actor, campaign_id: UUID, unit_id: UUID) -> bytes:
    """The letter of one unit as .docx. Raises NotFound, NotAllowed, Invalid when the unit has no case that left it."""
    with reading(who) as t:
        campaign = campaigns.in_transaction(t, campaign_id)
        permissions.require(who, Verb.TELL_RESULTS, _Side(campaign.issuer_id, unit_id))
        unit = next(iter(results.units(t, campaign_id, [unit_id])), None)
        if unit is None:
            raise Invalid({"": "Đơn vị không có hồ sơ nào đã gửi lên trong phong trào này nên chưa có gì để thông báo."})
        (letter,) = _letters(t, campaign, [unit])
    return _paper(who, letter)


def every(who: Actor, campaign_id: UUID) -> bytes:
    """The letters of all units that `who` may tell, one .docx a unit, as a ZIP. Raises NotFound, Invalid when there is none."""
    with reading(who) as t:
        campaign = campaigns.in_transaction(t, campaign_id)
        chosen = units(who, campaign_id)
        if not chosen:
            raise Invalid({"": "Chưa có đơn vị nào gửi hồ sơ trong phong trào này nên chưa có gì để thông báo."})
        letters = _letters(t, campaign, chosen)
    return bundle((file_name(letter.unit), _paper(who, letter)) for letter in letters)


def file_name(unit: UnitCases) -> str:
    """How a unit's letter is called on a disk."""
    return f"Thông báo kết quả {text.file_name(unit.name)}.docx"


def _letters(t: Transaction, campaign: Campaign, chosen: Sequence[UnitCases]) -> list[Letter]:
    cases: dict[UUID, list[Outcome]] = {}
    for case in results.outcomes(t, campaign.id, chosen):
        cases.setdefault(case.unit_id, []).append(_asked(t, case))
    decided, today = results.decided(t, campaign.id), dates.today()
    return [rules.letter(unit, campaign.name, campaign.issuer_id, cases.get(unit.id, []), decided, today) for unit in chosen]


def _asked(t: Transaction, case: Outcome) -> Outcome:
    if case.state not in _ASKED_NOW:
        return case
    return replace(case, lacks=tuple(Lack(check.rule, check.clause) for check in screening.open_checks(t, case.case_id)))


def _paper(who: Actor, letter: Letter) -> bytes:
    from documents import facts as papers
    from documents import letters as composer

    head, signer = catalogue.letterhead(who, letter.issuer_id, dates.today(), named=False)
    return composer.result_letter(papers.ResultLetter(
        head, (letter.unit.name,), f"kết quả xét khen thưởng {letter.campaign[:1].lower()}{letter.campaign[1:]}",
        tuple(papers.Answer(row.name, row.result, row.counted, row.missing, row.hint) for row in letter.rows),
        signer, letter.paragraphs, ("Như trên", "Lưu Văn phòng"),
    ))  # fmt: skip
