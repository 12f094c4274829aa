"""One action, one transaction: who acts, once per key, all or nothing. An action inside another joins it."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from uuid import UUID

import db
from db import errors as db_errors
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, Busy, Unavailable
from vietnamese import dates

T = TypeVar("T")
#: Answers that one reading keeps: enough for a screen, few enough for a report over every case.
KEPT = 64


@dataclass
class Transaction:
    """A unit of work of `who`. `result` is what a repeated click gets back (an id, as text)."""

    tx: db.Tx
    who: Actor | None
    result: str = ""
    writes: bool = True
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, ask: Callable[[], T]) -> T:
        """What `ask` answers. A reading sees one snapshot, so there it is asked once per key; a writer always asks anew."""
        if self.writes:
            return ask()
        if key not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[key] = ask()
        return cast(T, self._known[key])

    def all(self, sql: str, *params: Any) -> list[dict[str, Any]]:
        """All rows as dicts."""
        return self.tx.all(sql, *params)

    def one(self, sql: str, *params: Any) -> dict[str, Any] | None:
        """The first row, or None."""
        return self.tx.one(sql, *params)

    def value(self, sql: str, *params: Any) -> Any:
        """The first column of the first row, or None."""
        return self.tx.value(sql, *params)

    def run(self, sql: str, *params: Any) -> int:
        """Change rows; how many."""
        return self.tx.run(sql, *params)

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement over many rows."""
        self.tx.many(sql, rows)


_current: ContextVar[Transaction | None] = ContextVar("hall_transaction", default=None)


@contextmanager
def _spoken() -> Iterator[None]:
    """Database troubles in the hall's words."""
    try:
        yield
    except db_errors.Conflict as trouble:
        raise Busy() from trouble
    except (db_errors.DatabaseBusy, db_errors.Unavailable) as trouble:
        raise Unavailable() from trouble


def _claim(t: Transaction, who: Actor | None, key: UUID) -> None:
    actor = who.account_id if who else UUID(int=0)
    done = t.one("select result from idempotency where actor_id = $1 and key = $2", actor, str(key))
    if done is not None:
        raise AlreadyDone(done["result"])


def _remember(t: Transaction, who: Actor | None, key: UUID) -> None:
    actor = who.account_id if who else UUID(int=0)
    t.run(
        "insert into idempotency (actor_id, key, action, payload_hash, result, recorded_at) values ($1, $2, $3, $4, $5, $6)",
        actor, str(key), "", "", t.result, dates.now_utc(),
    )


@contextmanager
def _joined(outer: Transaction, who: Actor | None) -> Iterator[Transaction]:
    if who is None or (outer.who is not None and who.account_id == outer.who.account_id):
        yield outer
        return
    inner = Transaction(outer.tx, who)
    token = _current.set(inner)
    try:
        yield inner
    finally:
        _current.reset(token)


@contextmanager
def transaction(who: Actor | None, key: UUID | None = None) -> Iterator[Transaction]:
    """Write: all or nothing, audit included. `who` is None only for the installation itself.

    Raises AlreadyDone when `key` was used by this person before, Busy or Unavailable for the database's troubles.
    Inside another transaction of this call it joins that one: one commit, the outer key. The log names whoever acts
    inside; without anybody named, whoever acts outside.
    """
    outer = _current.get()
    if outer is not None and outer.writes:
        with _joined(outer, who) as inner:
            yield inner
        return
    with _spoken(), db.current().write() as tx:
        t = Transaction(tx, who)
        token = _current.set(t)
        try:
            if key is not None:
                _claim(t, who, key)
            yield t
            if key is not None:
                _remember(t, who, key)
        finally:
            _current.reset(token)


@contextmanager
def reading(who: Actor | None) -> Iterator[Transaction]:
    """Read one snapshot. Inside a transaction it reads what that transaction has written."""
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    with _spoken(), db.current().read() as tx:
        t = Transaction(tx, who, writes=False)
        token = _current.set(t)
        try:
            yield t
        finally:
            _current.reset(token)
