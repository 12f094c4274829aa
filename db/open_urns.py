"""Sealed ballots whose vote is open: a backup made meanwhile does not carry them.

Copies taken again and again during a vote, with two tellers' help, would link ballots to people; one that never holds
an open urn cannot. After a restore such a session can only be called off and voted again.
"""

from __future__ import annotations

from db.core import Tx

#: Tables with one row or more per sealed ballot, by `session_id`.
TABLES = frozenset({"sealed_ballot", "sealed_share", "sealed_roll"})
_OPEN = "select id from council_session where state = 'open' and method = 'sealed'"


def names(tx: Tx) -> list[str]:
    """Sessions whose sealed ballot is open now, by name; none in a database older than sealed ballots."""
    if not _there(tx):
        return []
    rows = tx.all(
        "select name from council_session where state = 'open' and method = 'sealed' and exists "
        "(select 1 from sealed_ballot b where b.session_id = council_session.id) order by name, id"
    )
    return [row["name"] for row in rows]


def kept(tx: Tx) -> list[str]:
    """Sessions whose closed urn has not been destroyed yet, by name: a backup carries it, sealed."""
    if not _there(tx):
        return []
    rows = tx.all(
        """
        select s.name from council_session s join sealed_ballot b on b.session_id = s.id
        where s.state <> 'open' and b.destroyed = 0 order by s.name, s.id
        """
    )
    return [row["name"] for row in rows]


def _there(tx: Tx) -> bool:
    found = tx.value("select count(*) from information_schema.tables where table_name = 'sealed_ballot'")
    return bool(found)


def without(table: str) -> str:
    """The condition that leaves open urns out of a table; empty for every other table."""
    return f" where session_id not in ({_OPEN})" if table in TABLES else ""
