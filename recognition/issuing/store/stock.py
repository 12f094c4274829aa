"""Blanks (phôi) and their ledger; what the register and the print log say of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import Blank, Standing, StockEntry, StockKind

_SELECT = "select id, issuer_id, name, width, height, picture_blob, low, version from blank"


def _blank(row: dict[str, Any]) -> Blank:
    return Blank(row["id"], row["issuer_id"], row["name"], row["width"] / 100, row["height"] / 100, row["picture_blob"], row["low"], row["version"])


def every(t: Transaction, issuers: list[UUID]) -> list[Blank]:
    """Blanks of some issuers, by name."""
    return [_blank(row) for row in t.all(f"{_SELECT} where issuer_id = any($1) and removed_at is null order by name, id", issuers)]


def get(t: Transaction, blank_id: UUID) -> Blank | None:
    """One blank."""
    row = t.one(f"{_SELECT} where id = $1 and removed_at is null", blank_id)
    return None if row is None else _blank(row)


def insert(t: Transaction, made: Blank) -> None:
    """A new kind of blank."""
    t.run(
        "insert into blank (id, issuer_id, name, width, height, picture_blob, low, removed_at, version) values ($1, $2, $3, $4, $5, $6, $7, null, 1)",
        made.id, made.issuer_id, made.name, round(made.width * 100), round(made.height * 100), made.picture, made.low,
    )  # fmt: skip


def update(t: Transaction, made: Blank) -> int:
    """Change a blank; rows changed."""
    return t.run(
        "update blank set name = $3, width = $4, height = $5, picture_blob = $6, low = $7, version = version + 1 where id = $1 and version = $2",
        made.id, made.version, made.name, round(made.width * 100), round(made.height * 100), made.picture, made.low,
    )  # fmt: skip


def amounts(t: Transaction, blank_id: UUID) -> dict[StockKind, int]:
    """Sheets of each kind."""
    rows = t.all("select kind, sum(sheets) as sheets from stock_entry where blank_id = $1 group by kind order by kind", blank_id)
    return {StockKind(row["kind"]): int(row["sheets"]) for row in rows}


def enter(t: Transaction, made: StockEntry, blank_id: UUID, decision_id: UUID | None, by: UUID, at: datetime) -> None:
    """A new line of the ledger."""
    t.run(
        """
        insert into stock_entry (id, blank_id, kind, sheets, day, detail, decision_id, entered_by, entered_at)
        values ($1, $2, $3, $4, $5, $6, $7::uuid, $8, $9)
        """,
        made.id, blank_id, made.kind.value, made.sheets, made.day, made.detail, decision_id, by, at,
    )  # fmt: skip


def entries(t: Transaction, blank_id: UUID) -> list[StockEntry]:
    """The ledger in the order in which it was written, each line with what was left."""
    rows = t.all(
        """
        select e.id, e.kind, e.sheets, e.day, e.detail, d.number_text from stock_entry e left join v_decision d on d.id = e.decision_id
        where e.blank_id = $1 order by e.entered_at, e.id
        """,
        blank_id,
    )
    made, left = [], 0
    for row in rows:
        kind = StockKind(row["kind"])
        left += row["sheets"] if kind is StockKind.RECEIVED else -row["sheets"]
        made.append(StockEntry(row["id"], kind, row["sheets"], row["day"], row["detail"], row["number_text"] or "", left))
    return made


def printed(t: Transaction, blank_id: UUID) -> int:
    """Sheets that went through a printer on this blank, reprints included."""
    return int(t.value("select coalesce(sum(sheets), 0) from print_run where blank_id = $1", blank_id))


def register_spoiled(t: Transaction, blank_id: UUID) -> int:
    """Papers that the register calls spoiled, of decisions printed on this blank."""
    return int(
        t.value(
            """
            select count(*) from certificate c join v_award a on a.award_id = c.award_id
            where c.state = 'spoiled' and a.decision_id in (select r.decision_id from print_run r where r.blank_id = $1)
              and exists (select 1 from certificate_print p where p.certificate_id = c.id)
            """,
            blank_id,
        )
    )


def standing(t: Transaction, blank: Blank) -> Standing:
    """Ledger and register side by side."""
    found = amounts(t, blank.id)
    kinds = (StockKind.RECEIVED, StockKind.USED, StockKind.SPOILED, StockKind.RETURNED)
    received, used, spoiled, returned = (found.get(kind, 0) for kind in kinds)
    return Standing(blank, received, used, spoiled, returned, printed(t, blank.id), register_spoiled(t, blank.id))
