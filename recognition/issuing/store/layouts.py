"""The office's own layouts, every version of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import OwnLayout

_COLUMNS = "id, name, title, track, version, sha256, based_on, made_at"


def current(t: Transaction) -> list[OwnLayout]:
    """The newest version of each layout in use, by name."""
    rows = t.all(
        f"""
        select {_COLUMNS} from own_layout o
        where o.removed_at is null and o.version = (select max(x.version) from own_layout x where x.name = o.name)
        order by name, id
        """
    )
    return [OwnLayout(**row) for row in rows]


def versions(t: Transaction, name: str) -> list[OwnLayout]:
    """Every version of a layout, the newest first."""
    return [OwnLayout(**row) for row in t.all(f"select {_COLUMNS} from own_layout where name = $1 order by version desc, id", name)]


def content(t: Transaction, layout_id: UUID) -> str | None:
    """The text of one version."""
    found: str | None = t.value("select content from own_layout where id = $1", layout_id)
    return found


def insert(t: Transaction, made: OwnLayout, text: str, by: UUID) -> None:
    """A new version."""
    values: tuple[Any, ...] = (made.id, made.name, made.title, made.track, made.version, text, made.sha256, made.based_on, by, made.made_at)
    t.run(
        """
        insert into own_layout (id, name, title, track, version, content, sha256, based_on, made_by, made_at, removed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)
        """,
        *values,
    )


def remove(t: Transaction, name: str, at: datetime) -> int:
    """Take a layout out of use; its versions stay. Rows changed."""
    return t.run("update own_layout set removed_at = $2 where name = $1 and removed_at is null", name, at)
