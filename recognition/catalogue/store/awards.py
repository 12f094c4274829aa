"""Titles and forms of award."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import AwardKind, AwardType, Family, Money, RecipientKind, Track
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction

_COLUMNS = """id, code, name, family, kind, track, level, position, authority, for_individual, for_collective, for_household, money,
    amount, amount_collective, amount_household, coefficient, multiplied, gift, clause, dossier, from_date, to_date, active, verified,
    confirmed_paper, version"""
_FOR = {
    "for_individual": RecipientKind.INDIVIDUAL,
    "for_collective": RecipientKind.COLLECTIVE,
    "for_household": RecipientKind.HOUSEHOLD,
}


def _award(row: dict[str, Any]) -> AwardType:
    recipients = frozenset(kind for column, kind in _FOR.items() if row.pop(column))
    return AwardType(
        **{
            **row,
            "family": Family(row["family"] or Family.GIAY_KHEN),
            "kind": AwardKind(row["kind"]),
            "track": Track(row["track"]),
            "recipients": recipients,
            "money": Money(row["money"]),
            "multiplied": bool(row["multiplied"]),
            "gift": row["gift"] or "",
            "dossier": tuple(json.loads(row["dossier"])),
            "active": bool(row["active"]),
            "verified": bool(row["verified"]),
        }
    )


def everything(t: Transaction) -> tuple[AwardType, ...]:
    """All award types in the order of ceremonies."""
    return tuple(_award(row) for row in t.all(f"select {_COLUMNS} from award_type order by level desc, kind desc, position, code"))


def get(t: Transaction, award_type_id: UUID) -> AwardType:
    """One award type. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from award_type where id = $1", award_type_id)
    if row is None:
        raise NotFound("Không tìm thấy hình thức khen thưởng này.")
    return _award(row)


def with_code(t: Transaction, code: str) -> AwardType | None:
    """The award type of a code."""
    row = t.one(f"select {_COLUMNS} from award_type where code = $1", code)
    return None if row is None else _award(row)


def codes(t: Transaction) -> frozenset[str]:
    """Codes in use."""
    return frozenset(row["code"] for row in t.all("select code from award_type"))


def _values(award: AwardType) -> tuple[Any, ...]:
    has = [int(kind in award.recipients) for kind in _FOR.values()]
    return (
        award.name, award.family, award.kind, award.track, award.level, award.position, award.authority, *has, award.money, award.amount,
        award.amount_collective, award.amount_household, award.coefficient, int(award.multiplied), award.gift,
        award.clause, json.dumps(list(award.dossier)), award.from_date, award.to_date, int(award.active), int(award.verified),
        award.confirmed_paper, award.version,
    )


def insert(t: Transaction, award: AwardType) -> None:
    """A new award type."""
    t.run(
        f"""
        insert into award_type ({_COLUMNS})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
        """,
        award.id, award.code, *_values(award),
    )


def update(t: Transaction, award: AwardType, version: int) -> None:
    """Change an award type of `version`; a confirmation of the old money is gone. Raises Stale."""
    rows = t.run(
        """
        update award_type set name = $3, family = $4, kind = $5, track = $6, level = $7, position = $8, authority = $9, for_individual = $10,
            for_collective = $11, for_household = $12, money = $13, amount = $14, amount_collective = $15, amount_household = $16,
            coefficient = $17, multiplied = $18, gift = $19, clause = $20, dossier = $21, from_date = $22, to_date = $23, active = $24,
            verified = $25, confirmed_paper = $26, version = $27
        where id = $1 and version = $2
        """,
        award.id, version, *_values(award),
    )
    if rows == 0:
        raise Stale()


def confirm(t: Transaction, award_type_id: UUID, version: int, paper: str, by: UUID | None, moment: datetime) -> None:
    """Note the paper by which the money of an award was confirmed. Raises Stale."""
    rows = t.run(
        """
        update award_type set verified = 1, confirmed_paper = $3, confirmed_by = $4, confirmed_at = $5, version = version + 1
        where id = $1 and version = $2
        """,
        award_type_id, version, paper, by, moment,
    )
    if rows == 0:
        raise Stale()
