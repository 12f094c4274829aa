"""Everybody who can be rewarded."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction
from recognition.people.terms import Recipient
from vietnamese.names import name_sort
from vietnamese.text import search_key, sort_key

_COLUMNS = "id, kind, person_id, unit_id, group_name, head_name, address, commune, salutation, name, version"


def _recipient(row: dict[str, Any]) -> Recipient:
    return Recipient(**{**row, "kind": RecipientKind(row["kind"])})


def get(t: Transaction, recipient_id: UUID) -> Recipient:
    """One recipient. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from recipient where id = $1", recipient_id)
    if row is None:
        raise NotFound("Không tìm thấy người hoặc tập thể được đề nghị.")
    return _recipient(row)


def several(t: Transaction, ids: Sequence[UUID]) -> dict[UUID, Recipient]:
    """Several recipients by id."""
    rows = t.all(f"select {_COLUMNS} from recipient where id = any($1)", list(ids)) if ids else []
    return {row["id"]: _recipient(row) for row in rows}


def of_person(t: Transaction, person_id: UUID) -> Recipient | None:
    """The recipient that is this person."""
    rows = t.all(f"select {_COLUMNS} from recipient where person_id = $1 and kind = 'individual' order by id limit 1", person_id)
    return _recipient(rows[0]) if rows else None


def collectives(t: Transaction, unit_id: UUID) -> tuple[Recipient, ...]:
    """The unit itself and named groups of it, as far as they were ever proposed."""
    rows = t.all(f"select {_COLUMNS} from recipient where unit_id = $1 and kind = 'collective' order by name_sort, id", unit_id)
    return tuple(_recipient(row) for row in rows)


def households(t: Transaction, head_name: str, commune: str) -> tuple[Recipient, ...]:
    """Households of this head in this commune, marks apart."""
    rows = t.all(f"select {_COLUMNS} from recipient where kind = 'household' and search = $1 order by id", search_key(f"{head_name} {commune}"))
    return tuple(_recipient(row) for row in rows)


def _search(made: Recipient) -> tuple[str, str]:
    if made.kind is RecipientKind.HOUSEHOLD:
        return search_key(f"{made.head_name} {made.commune}"), name_sort(made.head_name or made.name)
    if made.kind is RecipientKind.INDIVIDUAL:
        return search_key(made.name), name_sort(made.name)
    return search_key(made.name), sort_key(made.name)


def insert(t: Transaction, made: Recipient) -> None:
    """A new recipient."""
    t.run(
        """
        insert into recipient (id, kind, person_id, unit_id, group_name, head_name, address, commune, salutation, name, search, name_sort, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        made.id, made.kind, made.person_id, made.unit_id, made.group_name, made.head_name, made.address, made.commune, made.salutation,
        made.name, *_search(made), made.version,
    )


def rename_unit(t: Transaction, unit_id: UUID, name: str) -> None:
    """The unit's present name, where the unit itself is the recipient."""
    t.run(
        """
        update recipient set name = $2, search = $3, name_sort = $4, version = version + 1
        where unit_id = $1 and kind = 'collective' and group_name is null
        """,
        unit_id, name, search_key(name), sort_key(name),
    )


def rename_person(t: Transaction, person_id: UUID, name: str, salutation: str) -> None:
    """The person's present name and salutation."""
    t.run(
        """
        update recipient set name = $2, salutation = $3, search = $4, name_sort = $5, version = version + 1
        where person_id = $1 and kind = 'individual'
        """,
        person_id, name, salutation, search_key(name), name_sort(name),
    )
