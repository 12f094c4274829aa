"""Who is praised and with what: from the form to a recipient and an award of the rooms earlier on the road."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations import rules
from recognition.nominations.store import cases
from recognition.nominations.terms import Nomination, NominationInput, Nominee
from vietnamese import dates


def award(award_type_id: UUID) -> rules.Award:
    """What the rules need of an award type. Raises NotFound."""
    found = catalogue.award_type(award_type_id)
    return rules.Award(found.name, found.recipients, found.from_date, found.to_date if found.active else found.from_date, found.dossier)


def recipient(t: Transaction, nominee: Nominee | None) -> tuple[UUID | None, str]:
    """The recipient of a nominee, found or made, with the name it is shown by; (None, "") while not enough is known."""
    if nominee is None:
        return None, ""
    if nominee.recipient_id is None:
        return None, ""
    found = cases.recipient(t, nominee.recipient_id)
    if found is None:
        raise Invalid({"nominee": "Không tìm thấy đối tượng này. Anh/chị chọn lại."})
    return found["id"], found["name"]


def nominee_of(recipient_id: UUID | None, individual: bool, person_id: UUID | None) -> Nominee | None:
    """A recipient that a later room knows, as a nominee."""
    if recipient_id is None:
        return None
    return Nominee(RecipientKind.INDIVIDUAL if individual else RecipientKind.COLLECTIVE, recipient_id, person_id)


def known(nominee: Nominee | None, nomination: Nomination | None) -> UUID | None:
    """The recipient if it is known already, to look for the same case proposed twice."""
    if nominee is not None and nominee.recipient_id is not None:
        return nominee.recipient_id
    return nomination.recipient_id if nomination else None


def other_unit(data: NominationInput) -> UUID | None:
    """The unit of a nominee who does not belong to the nominating unit."""
    nominee = data.nominee
    if nominee is None or nominee.kind is RecipientKind.HOUSEHOLD:
        return None
    return nominee.unit_id if nominee.unit_id != data.unit_id else None


def asking(who: Actor, data: NominationInput) -> Nomination:
    """The case to be, only to ask for the right."""
    return Nomination(
        id=UUID(int=0), code="", subject=data.subject, deed=None, model_year_id=None, commendation=data.commendation, campaign_id=None,
        campaign_name="", issuer_id=data.issuer_id or UUID(int=0), issuer_name="", unit_id=data.unit_id, unit_name="", recipient_id=None,
        recipient_kind=None, recipient_name="", recipient_salutation="", recipient_unit_id=None, person_id=None, award_type_id=None, award_code="",
        award_name="", title="", achievement="", wording="", period_from=None, period_to=None, told=False, publish=False, publish_basis="",
        posthumous=False, contact="", state=State.DRAFT, returned_from=None, reasons=(), shared_unit_id=None, created_by=who.account_id,
        created_at=dates.now_utc(), submitted_at=None, endorsed_at=None, endorsed_by=None, accepted_at=None, decided_at=None, version=0,
    )  # fmt: skip
