"""SQL that finds one picture hung on several cases."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction

#: Copies differ in at most six of 64 bits, so at least two of their eight bytes are equal.
_ALIKE = " + ".join(f"case when substr(o.picture_hash, {at}, 2) = substr(m.picture_hash, {at}, 2) then 1 else 0 end" for at in range(1, 17, 2))
_NEAR = f"""
    select m.id as own_id, m.picture_hash as own_hash, m.caption as own_caption, m.file_name as own_file, o.picture_hash, n.code, n.unit_name
    from evidence m join evidence o on o.nomination_id <> m.nomination_id and o.picture_hash is not null and ({_ALIKE}) >= 2
    join v_nomination n on n.id = o.nomination_id
    where m.nomination_id = $1 and m.removed_at is null and m.picture_hash is not null and m.kind = any($2)
      and o.removed_at is null and o.kind = any($2) and n.state not in ('draft', 'withdrawn')
    order by n.code, m.id
"""


def near(t: Transaction, nomination_id: UUID, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """This case's pictures of some kinds with those of sent cases that may be copies of them."""
    return t.all(_NEAR, nomination_id, list(kinds))
