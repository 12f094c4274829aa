"""What somebody was told and has not read."""

from collections.abc import Sequence
from uuid import UUID

from recognition.accounts.terms import Told
from recognition.hall import notices
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading, transaction


def inbox(who: Actor, limit: int = 20) -> tuple[Told, ...]:
    """One's own unread notices, newest first."""
    with reading(who) as t:
        return tuple(Told(**row) for row in notices.unread(t, who.account_id, limit))


def mark_read(who: Actor, ids: Sequence[UUID]) -> int:
    """Read: they leave the inbox; only one's own. How many."""
    with transaction(who) as t:
        return notices.mark_read(t, who.account_id, list(ids))


def pulse() -> int:
    """The number of the log's last entry: while it stays, nothing of the work has changed."""
    with reading(None) as t:
        return int(t.value("select seq from audit_head"))
