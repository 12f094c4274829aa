"""SQL of units."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.units.terms import Succession, SuccessionKind, Unit, UnitKind, UnitName
from vietnamese import text

_SELECT = """
    select u.id, u.code, n.name, n.short_name, n.kind, n.parent_id, u.cluster_id, u.endorsement, u.from_date, u.to_date, u.version
    from unit u join unit_name n on n.unit_id = u.id and n.to_date is null
"""
_NAMES = "select id, unit_id, name, short_name, kind, parent_id, from_date, to_date from unit_name"


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(**{**row, "kind": UnitKind(row["kind"]), "endorsement": bool(row["endorsement"])})


def _name(row: dict[str, Any]) -> UnitName:
    return UnitName(**{**row, "kind": UnitKind(row["kind"])})


def get(t: Transaction, unit_id: UUID) -> Unit:
    """One unit. Raises NotFound."""
    row = t.one(f"{_SELECT} where u.id = $1", unit_id)
    if row is None:
        raise NotFound("Không tìm thấy đơn vị này.")
    return _unit(row)


def with_code(t: Transaction, code: str) -> Unit | None:
    """The unit of a code."""
    row = t.one(f"{_SELECT} where u.code = $1", code)
    return None if row is None else _unit(row)


def everything(t: Transaction, *, dissolved: bool) -> tuple[Unit, ...]:
    """All units, with those dissolved or without."""
    where = "" if dissolved else "where u.to_date is null"
    return tuple(_unit(row) for row in t.all(f"{_SELECT} {where} order by n.name_sort, u.id"))


def find(t: Transaction, pattern: str, code: str, limit: int, offset: int, *, dissolved: bool) -> tuple[tuple[Unit, ...], int]:
    """Units whose present or former name matches, or whose code begins so; and how many there are."""
    where = r"""
        where (exists (select 1 from unit_name o where o.unit_id = u.id and o.search like $1 escape '\') or u.code like $2 escape '\')
    """ + ("" if dissolved else " and u.to_date is null")
    rows = t.all(f"{_SELECT} {where} order by n.name_sort, u.id limit $3 offset $4", pattern, code, limit, offset)
    total = t.value(f"select count(*) from unit u {where}", pattern, code)
    return tuple(_unit(row) for row in rows), total


def parents(t: Transaction) -> dict[UUID, UUID | None]:
    """Every unit's present parent."""
    return {row["unit_id"]: row["parent_id"] for row in t.all("select unit_id, parent_id from unit_name where to_date is null")}


def children(t: Transaction, unit_id: UUID) -> tuple[Unit, ...]:
    """The living units directly below."""
    return tuple(_unit(row) for row in t.all(f"{_SELECT} where n.parent_id = $1 and u.to_date is null order by n.name_sort, u.id", unit_id))


def names(t: Transaction, unit_id: UUID) -> tuple[UnitName, ...]:
    """All names of a unit, oldest first."""
    return tuple(_name(row) for row in t.all(f"{_NAMES} where unit_id = $1 order by from_date, id", unit_id))


def successions(t: Transaction, unit_id: UUID) -> tuple[Succession, ...]:
    """What happened to a unit, oldest first; also what it came from."""
    rows = t.all(
        "select id, kind, from_unit, to_unit, paper, on_date from unit_succession where from_unit = $1 or to_unit = $1 order by on_date, id",
        unit_id,
    )
    return tuple(Succession(**{**row, "kind": SuccessionKind(row["kind"])}) for row in rows)


def subtree(t: Transaction, unit_id: UUID) -> frozenset[UUID]:
    """The unit and everything below it now. A circle in the data does not hang it (`union` drops what was seen)."""
    rows = t.all(
        """
        with recursive below (id) as (
            select cast($1 as uuid)
            union
            select n.unit_id from unit_name n join below b on n.parent_id = b.id where n.to_date is null
        )
        select id from below
        """,
        unit_id,
    )
    return frozenset(row["id"] for row in rows)


def insert(t: Transaction, unit: Unit) -> None:
    """A new unit with its first name."""
    t.run(
        "insert into unit (id, code, endorsement, cluster_id, from_date, to_date, version) values ($1, $2, $3, $4, $5, $6, $7)",
        unit.id, unit.code, int(unit.endorsement), unit.cluster_id, unit.from_date, unit.to_date, unit.version,
    )
    add_name(t, UnitName(uuid4(), unit.id, unit.name, unit.short_name, unit.kind, unit.parent_id, unit.from_date, None))


def add_name(t: Transaction, name: UnitName) -> None:
    """A name from a day on; the one before must be closed already."""
    t.run(
        """
        insert into unit_name (id, unit_id, name, short_name, kind, parent_id, from_date, to_date, search, name_sort)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        name.id, name.unit_id, name.name, name.short_name, name.kind, name.parent_id, name.from_date, name.to_date,
        text.search_key(f"{name.name} {name.short_name}"), text.sort_key(name.name),
    )


def close_name(t: Transaction, unit_id: UUID, last_day: date) -> None:
    """End the present name."""
    t.run("update unit_name set to_date = $2 where unit_id = $1 and to_date is null", unit_id, last_day)


def correct_name(t: Transaction, name: UnitName) -> None:
    """Put right what was mistyped in a name row."""
    t.run(
        "update unit_name set name = $2, short_name = $3, kind = $4, parent_id = $5, from_date = $6, search = $7, name_sort = $8 where id = $1",
        name.id, name.name, name.short_name, name.kind, name.parent_id, name.from_date,
        text.search_key(f"{name.name} {name.short_name}"), text.sort_key(name.name),
    )


def update(t: Transaction, unit: Unit, version: int) -> None:
    """Change code, endorsement, cluster, first or last day of a unit of `version`. Raises Stale."""
    rows = t.run(
        """
        update unit set code = $3, endorsement = $4, cluster_id = $5, from_date = $6, to_date = $7, version = version + 1
        where id = $1 and version = $2
        """,
        unit.id, version, unit.code, int(unit.endorsement), unit.cluster_id, unit.from_date, unit.to_date,
    )
    if rows == 0:
        raise Stale()


def add_succession(t: Transaction, step: Succession) -> None:
    """One step in a unit's life."""
    t.run(
        "insert into unit_succession (id, kind, from_unit, to_unit, paper, on_date) values ($1, $2, $3, $4, $5, $6)",
        step.id, step.kind, step.from_unit, step.to_unit, step.paper, step.on_date,
    )
