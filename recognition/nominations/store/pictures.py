"""SQL that finds one picture hung on several cases."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction

_OWN = """
    select picture_hash, coalesce(nullif(caption, ''), file_name) as name from evidence
    where nomination_id = $1 and removed_at is null and picture_hash is not null and kind = any($2) order by id
"""
_QUARTERS = " or ".join(f"substr(o.picture_hash, {1 + 4 * at}, 4) in (select unnest(${3 + at}::text[]))" for at in range(4))
_NEAR = f"""
    select o.picture_hash, n.code, u.name as unit_name
    from evidence o join nomination n on n.id = o.nomination_id left join unit_name u on u.unit_id = n.unit_id and u.to_date is null
    where o.nomination_id <> $1 and o.removed_at is null and o.kind = any($2) and ({_QUARTERS}) and n.state not in ('draft', 'withdrawn')
    order by n.code, o.id
"""


def own(t: Transaction, nomination_id: UUID, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """This case's pictures of some kinds that have a fingerprint: picture_hash, name."""
    return t.all(_OWN, nomination_id, list(kinds))


def near(t: Transaction, nomination_id: UUID, kinds: Sequence[str], quarters: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Pictures of other sent cases that have a quarter among these: picture_hash, code and unit_name of the case.

    Each quarter is looked up among values, once per picture of the installation: comparing every picture with every other
    one takes twenty times as long at 400,000 pictures.
    """
    return t.all(_NEAR, nomination_id, list(kinds), *map(list, quarters))
