"""What was done, by whom: one entry per state change, in the same transaction, hash-chained."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from db import chain
from recognition.hall import notices
from recognition.hall.transaction import Transaction
from recognition.hall.words import Verb
from vietnamese import dates

#: Never written into an entry, whatever carries them.
_SECRET = frozenset({"password_hash", "token_hash", "code_hash", "keyed_hash", "key_hash"})


def plain(value: Any) -> Any:
    """`value` as JSON can hold it: dataclasses as objects, dates as ISO text, secrets left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if str(key) not in _SECRET}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date | datetime):
        return str(value)
    return value


def note(
    t: Transaction,
    verb: Verb,
    kind: str,
    object_id: UUID | None,
    *,
    before: Any = None,
    after: Any = None,
    case: Any = None,
    detail: str = "",
) -> None:
    """Write one entry and tell whom it concerns.

    `case` is what the notices look at (unit, issuer, maker, title); it defaults to `after`. `detail` is one Vietnamese
    sentence for the case's plain history, such as the reason of a return.
    """
    actor = t.who.account_id if t.who else None
    content: dict[str, Any] = {"name": t.who.name if t.who else "Hệ thống", "detail": detail}
    if before is not None:
        content["before"] = plain(before)
    if after is not None:
        content["after"] = plain(after)
    chain.extend(t.tx, [chain.Draft(actor, verb.value, kind, object_id, content, dates.now_utc())])
    notices.tell(t, verb, kind, object_id, case if case is not None else after, detail)


def history(t: Transaction, kind: str, object_id: UUID) -> list[dict[str, Any]]:
    """The entries of one object, oldest first: seq, recorded_at, actor_id, verb, content (JSON text or None if erased)."""
    return t.all(
        """
        select a.seq, a.recorded_at, a.actor_id, a.verb, c.content
        from audit a left join audit_content c on c.seq = a.seq
        where a.kind = $1 and a.object_id = $2
        order by a.seq
        """,
        kind, object_id,
    )
