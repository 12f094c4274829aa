"""Who is praised and with what: from the form to a recipient and an award of the rooms earlier on the road."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations import rules
from recognition.nominations.terms import Nomination, NominationInput, Nominee
from recognition.people import actions as people
from recognition.people.terms import HouseholdForm, PersonForm, PostForm, Recipient
from recognition.units import actions as units
from vietnamese import dates


def award(award_type_id: UUID) -> rules.Award:
    """What the rules need of an award type. Raises NotFound."""
    found = catalogue.award_type(award_type_id)
    return rules.Award(found.name, found.recipients, found.from_date, found.to_date if found.active else found.from_date, found.dossier)


def recipient(t: Transaction, nominee: Nominee | None) -> tuple[UUID | None, str]:
    """The recipient of a nominee, found or made, with the name it is shown by; (None, "") while not enough is known.

    Raises Invalid on `nominee` when it is no longer there.
    """
    if nominee is None:
        return None, ""
    try:
        found = _found(t, nominee)
    except NotFound:
        raise Invalid({"nominee": "Không tìm thấy đối tượng này. Anh/chị chọn lại."}) from None
    return (found.id, found.name) if found else (None, "")


def _found(t: Transaction, nominee: Nominee) -> Recipient | None:
    if nominee.recipient_id is not None:
        return people.recipient(t.who, nominee.recipient_id)
    if nominee.kind is RecipientKind.INDIVIDUAL:
        return _person(t, nominee)
    if nominee.kind is RecipientKind.COLLECTIVE:
        return people.recipient_for_collective(t.who, nominee.unit_id, nominee.group_name) if nominee.unit_id else None
    if nominee.head_name and nominee.address and nominee.commune:
        return people.recipient_for_household(t.who, HouseholdForm(nominee.head_name, nominee.address, nominee.commune))
    return None


def _person(t: Transaction, nominee: Nominee) -> Recipient | None:
    """A person of the list, or one whom the nominator has told apart from all of the same name."""
    new, person_id = nominee.newcomer, nominee.person_id
    if person_id is None and new is not None and new.name and new.title and new.unit_id:
        form = PersonForm(new.name, new.birth_year, new.gender, new.salutation)
        since = max(dates.today().replace(month=1, day=1), units.get(None, new.unit_id).from_date)
        person_id = people.create(t.who, form, post=PostForm(new.unit_id, new.title, from_date=since), distinct=True).id
    return people.recipient_for_person(t.who, person_id) if person_id else None


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
    unit_id = nominee.unit_id
    if nominee.person_id is not None:
        unit_id = people.get(None, nominee.person_id).unit_id
    elif nominee.newcomer is not None:
        unit_id = nominee.newcomer.unit_id
    elif nominee.recipient_id is not None:
        found = people.recipient(None, nominee.recipient_id)
        unit_id = people.get(None, found.person_id).unit_id if found.person_id else found.unit_id
    return unit_id if unit_id != data.unit_id else None


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
