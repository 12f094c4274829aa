"""SQL that finds one picture hung on several cases."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction

_OWN = """
    select id, picture_hash, coalesce(nullif(caption, ''), file_name) as name from evidence
    where nomination_id = $1 and removed_at is null and picture_hash is not null and kind = any($2) order by id
"""
_NEAR = "select cast(evidence_id as text) as evidence_id, bits from fingerprint_quarter where value in (select unnest($1::integer[]))"
_SHOWN = """
    select o.picture_hash, n.code, u.name as unit_name
    from evidence o join nomination n on n.id = o.nomination_id left join unit_name u on u.unit_id = n.unit_id and u.to_date is null
    where o.id = any($1::uuid[]) and o.nomination_id <> $2 and o.removed_at is null and o.kind = any($3) and n.state not in ('draft', 'withdrawn')
    order by n.code, o.id
"""


def own(t: Transaction, nomination_id: UUID, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """This case's pictures of some kinds that have a fingerprint: id, picture_hash, name."""
    return t.all(_OWN, nomination_id, list(kinds))


def near(t: Transaction, quarters: Sequence[int]) -> dict[str, int]:
    """Pictures of the whole installation, removed ones too, that have one of these quarters: id as text → the fingerprint as a number.

    Hundreds are met by chance and thrown away, so no id is made of each.
    """
    return {row["evidence_id"]: row["bits"] for row in t.all(_NEAR, list(quarters))}


def shown(t: Transaction, evidence: Sequence[str], kinds: Sequence[str], but: UUID) -> list[dict[str, Any]]:
    """Those of these pictures that sent cases other than `but` show now: picture_hash, code and unit_name of the case."""
    return t.all(_SHOWN, list(evidence), but, list(kinds))


def keep_quarters(t: Transaction, evidence_id: UUID, bits: int, quarters: Sequence[int]) -> None:
    """By what a new picture is found: the quarters of its fingerprint, each with the whole of it as a number."""
    t.many("insert into fingerprint_quarter (value, bits, evidence_id) values ($1, $2, $3)", [(each, bits, evidence_id) for each in quarters])
