"""What every action on thanks stands on: the example while it is shown, whom a notice concerns."""

from uuid import UUID

from recognition.hall.errors import there
from recognition.hall.transaction import Transaction
from recognition.thanks import store
from recognition.thanks.terms import Example, Told, Words

#: Of what entries of the log tell: a press stands with its example, a word by itself.
EXAMPLE, WORDS = "publication", "appreciation"


def shown(t: Transaction, publication_id: UUID) -> Example:
    """The example while it is shown. Raises NotFound."""
    return there(store.example(t, publication_id))


def praised(t: Transaction, one: Example) -> Told:
    """Whom thanks concern: the person praised, who proposed them, the people of both units."""
    units = tuple(dict.fromkeys(unit for unit in (one.nominating_unit, one.praised_unit) if unit is not None))
    return Told(one.name, units, tuple(store.accounts_of(t, one.person_id)) if one.person_id else (), one.nominator)


def author(one: Example, words: Words) -> Told:
    """Whom a decision on a word concerns: who wrote it."""
    return Told(one.name, created_by=words.account_id)
