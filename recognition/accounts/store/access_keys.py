"""SQL of the keys with which other programs read."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.accounts.terms import AccessKey
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction

_KEY = """
    select k.id, k.account_id, a.name as owner, k.name, k.created_at, k.ends_on, k.ended_at, k.used_on
    from access_key k join account a on a.id = k.account_id
"""


def add_key(t: Transaction, key_id: UUID, account_id: UUID, name: str, hashed: str, now: datetime, ends_on: date) -> None:
    """A new key of an account; `hashed` is all that is kept of it."""
    t.run(
        "insert into access_key (id, account_id, name, key_hash, created_at, ends_on, ended_at, used_on) values ($1, $2, $3, $4, $5, $6, null, null)",
        key_id, account_id, name, hashed, now, ends_on,
    )  # fmt: skip


def one_key(t: Transaction, key_id: UUID) -> AccessKey:
    """One key. Raises NotFound."""
    row = t.one(f"{_KEY} where k.id = $1", key_id)
    if row is None:
        raise NotFound()
    return AccessKey(**row)


def keys_of(t: Transaction, account_id: UUID) -> list[AccessKey]:
    """An account's keys, the newest first."""
    return [AccessKey(**row) for row in t.all(f"{_KEY} where k.account_id = $1 order by k.created_at desc, k.id", account_id)]


def keys_alive(t: Transaction, today: date) -> list[AccessKey]:
    """Every key that opens something on a day, by owner."""
    return [AccessKey(**row) for row in t.all(f"{_KEY} where k.ended_at is null and k.ends_on >= $1 order by a.name_sort, k.created_at desc, k.id", today)]


def end_key(t: Transaction, key_id: UUID, now: datetime) -> int:
    """A key opens nothing any more; how many were still open."""
    return t.run("update access_key set ended_at = $2 where id = $1 and ended_at is null", key_id, now)


def end_keys(t: Transaction, account_id: UUID, now: datetime) -> int:
    """All keys of an account open nothing any more."""
    return t.run("update access_key set ended_at = $2 where account_id = $1 and ended_at is null", account_id, now)


def whose_key(t: Transaction, hashed: str) -> dict[str, Any] | None:
    """Behind a key's hash: key_id, ends_on, ended_at, used_on, and account_id, name, user_name, person_id, must_change of an open account."""
    return t.one(
        """
        select k.id as key_id, k.ends_on, k.ended_at, k.used_on, a.id as account_id, a.name, a.user_name, a.person_id, a.must_change
        from access_key k join account a on a.id = k.account_id where k.key_hash = $1 and a.disabled_at is null
        """,
        hashed,
    )


def key_used(t: Transaction, key_id: UUID, today: date) -> None:
    """The last day on which it was used: a day, not a moment, is enough to see which key is forgotten."""
    t.run("update access_key set used_on = $2 where id = $1", key_id, today)
