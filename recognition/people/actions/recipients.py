"""Getting the recipient of a proposal: made at the first time, the same one ever after."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from recognition.catalogue.terms import RecipientKind
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.people import entries
from recognition.people.store import persons
from recognition.people.store import recipients as store
from recognition.people.terms import HouseholdForm, Recipient
from recognition.units import actions as units
from recognition.units.terms import Unit
from vietnamese.text import clean, search_key

_PROPOSERS = (Verb.NOMINATE, Verb.REGISTER_MODEL, Verb.EDIT, Verb.RECORD_EXTERNAL, Verb.DRAFT_DECISION, Verb.MANAGE_PEOPLE)


def recipient(who: Actor | None, recipient_id: UUID) -> Recipient:
    """One recipient. Raises NotFound."""
    with reading(who) as t:
        return store.get(t, recipient_id)


def recipients(who: Actor | None, ids: Sequence[UUID]) -> dict[UUID, Recipient]:
    """Several recipients by id."""
    with reading(who) as t:
        return store.several(t, ids)


def recipient_for_person(who: Actor | None, person_id: UUID) -> Recipient:
    """The recipient that is this person. Raises NotAllowed, NotFound, Invalid (a row that was merged into another)."""
    with transaction(who) as t:
        _may_propose(who)
        person = persons.get(t, person_id)
        if person.merged_into is not None:
            raise Invalid({"person_id": f"Hồ sơ của {person.name} đã gộp vào hồ sơ khác. Anh/chị tìm và chọn lại."})
        found = store.of_person(t, person_id)
        if found is not None:
            return found
        made = Recipient(uuid4(), RecipientKind.INDIVIDUAL, person_id, None, None, None, None, None, person.salutation, person.name, 1)
        return _insert(t, made)


def recipient_for_collective(who: Actor | None, unit_id: UUID, group_name: str = "") -> Recipient:
    """The unit as a recipient, or a named group inside it. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who) as t:
        _may_propose(who)
        unit = units.get(None, unit_id)
        group = entries.group_name(group_name) if group_name.strip() else None
        if group is not None and search_key(group) == search_key(unit.name):
            group = None
        for found in store.collectives(t, unit_id):
            if (group is None and found.group_name is None) or (group and found.group_name and search_key(group) == search_key(found.group_name)):
                return found
        made = Recipient(uuid4(), RecipientKind.COLLECTIVE, None, unit_id, group, None, None, None, "", group or unit.name, 1)
        return _insert(t, made)


def recipient_for_household(who: Actor | None, form: HouseholdForm) -> Recipient:
    """The household of a head at an address; the same head, commune and address are the same household.

    Raises NotAllowed, Invalid.
    """
    with transaction(who) as t:
        _may_propose(who)
        typed = entries.household(form)
        for found in store.households(t, typed.head_name, typed.commune):
            if search_key(found.address or "") == search_key(typed.address):
                return found
        name = f"Hộ gia đình {typed.salutation + ' ' if typed.salutation else ''}{typed.head_name}"
        made = Recipient(
            uuid4(), RecipientKind.HOUSEHOLD, None, None, None, typed.head_name, typed.address, typed.commune, typed.salutation, name, 1
        )
        return _insert(t, made)


def recipient_of_paper(who: Actor | None, kind: RecipientKind, name: str, salutation: str = "", unit_id: UUID | None = None) -> Recipient:
    """Whoever an outside or earlier paper names and our lists do not know: the words of the paper, bound to nobody.

    A person is never guessed from a name; a later merge may bind it. Raises NotAllowed, Invalid.
    """
    with transaction(who) as t:
        _may_propose(who)
        typed = clean(name)
        if not typed:
            raise Invalid({"name": "Anh/chị chưa nhập tên người hoặc tập thể được khen."})
        head = typed if kind is RecipientKind.HOUSEHOLD else None
        made = Recipient(uuid4(), kind, None, unit_id, None, head, None, None, clean(salutation), typed, 1)
        return _insert(t, made)


def _insert(t: Transaction, made: Recipient) -> Recipient:
    store.insert(t, made)
    audit.note(t, Verb.MANAGE_PEOPLE, "recipient", made.id, after=made)
    return made


def _may_propose(who: Actor | None) -> None:
    if who is not None and not any(permissions.allowed(who, verb) for verb in _PROPOSERS):
        raise NotAllowed()


@units.on_change
def _unit_renamed(t: Transaction, unit: Unit) -> None:
    store.rename_unit(t, unit.id, unit.name)
