"""The sealed ballot in the database: one row for all ballots, the wrapped shares, the roll."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.council.sealing.terms import Urn, Voter
from recognition.council.sealing.wrapping import Cost, Wrapped
from recognition.council.terms import SessionState
from recognition.hall.transaction import Transaction


def get(t: Transaction, session_id: UUID) -> Urn | None:
    """The sealed ballot of a session, or None before its vote opens."""
    row = t.one(
        """
        select b.session_id, s.council_id, c.issuer_id, s.state, b.public_key, b.definition, b.urn as contents, b.ballots, b.urn_hash,
               b.receipts, b.destroyed
        from sealed_ballot b join council_session s on s.id = b.session_id join council c on c.id = s.council_id
        where b.session_id = $1
        """,
        session_id,
    )
    if row is None:
        return None
    row |= {
        "state": SessionState(row["state"]),
        "urn_hash": row["urn_hash"] or "",
        "receipts": tuple(json.loads(row["receipts"] or "[]")),
        "destroyed": bool(row["destroyed"]),
    }
    return Urn(**row)


def insert(t: Transaction, session_id: UUID, public_key: bytes, definition: str, definition_hash: str) -> None:
    """An empty urn."""
    t.run(
        """
        insert into sealed_ballot (session_id, public_key, definition, definition_hash, urn, ballots, urn_hash, receipts, destroyed)
        values ($1, $2, $3, $4, $5, 0, null, null, 0)
        """,
        session_id, public_key, definition, definition_hash, b"",
    )  # fmt: skip


def put_shares(t: Transaction, session_id: UUID, wrapped: Iterable[Wrapped]) -> None:
    """The three parts of the key, each under its passphrase."""
    rows: list[tuple[Any, ...]] = [
        (session_id, each.number, each.salt, each.sealed, each.cost.memory, each.cost.passes, each.cost.lanes)
        for each in wrapped
    ]
    t.many(
        "insert into sealed_share (session_id, number, salt, sealed, memory, passes, lanes) values ($1, $2, $3, $4, $5, $6, $7)",
        rows,
    )


def shares(t: Transaction, session_id: UUID) -> dict[int, Wrapped]:
    """The wrapped shares by their numbers; none when destroyed."""
    rows = t.all(
        "select number, salt, sealed, memory, passes, lanes from sealed_share where session_id = $1 order by number",
        session_id,
    )
    return {
        row["number"]: Wrapped(
            row["number"], bytes(row["salt"]), bytes(row["sealed"]), Cost(row["memory"], row["passes"], row["lanes"])
        )
        for row in rows
    }


def put_roll(t: Transaction, session_id: UUID, voters: Iterable[tuple[UUID, str]]) -> None:
    """Who may vote, in the order given (alphabetical), before anybody does."""
    t.many(
        "insert into sealed_roll (session_id, member_id, name, voted) values ($1, $2, $3, $4)",
        [(session_id, *each, 0) for each in voters],
    )


def roll(t: Transaction, session_id: UUID) -> list[Voter]:
    """Who may vote and who has; the caller puts it in alphabetical order."""
    rows = t.all(
        "select member_id, name, voted from sealed_roll where session_id = $1 order by name, member_id", session_id
    )
    return [Voter(row["member_id"], row["name"], bool(row["voted"])) for row in rows]


def voted(t: Transaction, session_id: UUID, member_id: UUID) -> bool | None:
    """Whether a member has voted; None when they are not on the roll."""
    found = t.value("select voted from sealed_roll where session_id = $1 and member_id = $2", session_id, member_id)
    return None if found is None else bool(found)


def recused_of(t: Transaction, session_id: UUID, member_id: UUID) -> frozenset[UUID]:
    """The cases in which a member takes no part."""
    rows = t.all(
        "select r.item_id from recusal r join agenda_item i on i.id = r.item_id where i.session_id = $1 and r.member_id = $2 order by r.item_id",
        session_id, member_id,
    )  # fmt: skip
    return frozenset(row["item_id"] for row in rows)


def touch_open(t: Transaction, session_id: UUID) -> bool:
    """Take hold of the session while its vote is open, so that no close can pass unseen (DuckDB knows no serialisable reads)."""
    return bool(
        t.run(
            "update council_session set version = version + 1 where id = $1 and state = 'open' and method = 'sealed'",
            session_id,
        )
    )


def mark_voted(t: Transaction, session_id: UUID, member_id: UUID) -> bool:
    """Mark a member as having voted; false when they had, or may not vote."""
    return (
        t.run(
            "update sealed_roll set voted = 1 where session_id = $1 and member_id = $2 and voted = 0",
            session_id,
            member_id,
        )
        == 1
    )


def contents(t: Transaction, session_id: UUID) -> bytes:
    """The urn as it lies there now."""
    return bytes(t.value("select urn from sealed_ballot where session_id = $1", session_id))


def put_contents(t: Transaction, session_id: UUID, urn: bytes) -> None:
    """The urn with one more ballot."""
    t.run("update sealed_ballot set urn = $2, ballots = ballots + 1 where session_id = $1", session_id, urn)


def end_vote(t: Transaction, session_id: UUID) -> bool:
    """From open to counting; false when the vote is not open."""
    return bool(
        t.run(
            "update council_session set state = 'counting', version = version + 1 where id = $1 and state = 'open' and method = 'sealed'",
            session_id,
        )
    )


def seal_up(t: Transaction, session_id: UUID, urn_hash: str, receipts: tuple[str, ...]) -> None:
    """Write what the closed urn is, for everybody to compare."""
    t.run(
        "update sealed_ballot set urn_hash = $2, receipts = $3 where session_id = $1",
        session_id,
        urn_hash,
        json.dumps(receipts),
    )


def destroy(t: Transaction, session_id: UUID) -> bool:
    """Remove ballots and shares; false when they are gone already."""
    t.run("delete from sealed_share where session_id = $1", session_id)
    return bool(
        t.run(
            "update sealed_ballot set urn = $2, destroyed = 1 where session_id = $1 and destroyed = 0", session_id, b""
        )
    )


def without_account(t: Transaction, session_id: UUID) -> list[str]:
    """Members with a vote who came themselves but have no account to vote with."""
    rows = t.all(
        """
        select s.name from session_member s join v_council_member m on m.member_id = s.member_id
        where s.session_id = $1 and s.votes = 1 and s.attendance in ('present', 'online')
          and not exists (select 1 from session_substitute b where b.session_id = s.session_id and b.member_id = s.member_id)
          and not exists (
            select 1 from v_account a where a.account_id = m.account_id or (m.account_id is null and a.person_id = m.person_id))
        order by s.name, s.member_id
        """,
        session_id,
    )
    return [row["name"] for row in rows]


def sent_without_account(t: Transaction, session_id: UUID) -> list[str]:
    """Substitutes of members with a vote who have no account that may sign in."""
    rows = t.all(
        """
        select b.name from session_substitute b join session_member s on s.session_id = b.session_id and s.member_id = b.member_id
        where b.session_id = $1 and s.votes = 1 and not exists (select 1 from v_account a where a.account_id = b.account_id)
        order by b.name, b.member_id
        """,
        session_id,
    )
    return [row["name"] for row in rows]


def resets(t: Transaction, session_id: UUID, since: datetime, until: datetime) -> tuple[str, ...]:
    """Names on the roll whose password was set anew by somebody else between two moments."""
    rows = t.all(
        """
        select distinct r.name from sealed_roll r join v_sitter a on a.session_id = r.session_id and a.member_id = r.member_id
        where r.session_id = $1 and a.reset_at >= $2 and a.reset_at <= $3 order by r.name
        """,
        session_id,
        since,
        until,
    )
    return tuple(row["name"] for row in rows)


def screen(t: Transaction, session_id: UUID) -> UUID | None:
    """The case that the room screen shows."""
    found: UUID | None = t.value("select item_id from session_screen where session_id = $1", session_id)
    return found


def put_screen(t: Transaction, session_id: UUID, item_id: UUID) -> None:
    """Show a case on the room screen."""
    if not t.run("update session_screen set item_id = $2 where session_id = $1", session_id, item_id):
        t.run("insert into session_screen (session_id, item_id) values ($1, $2)", session_id, item_id)
