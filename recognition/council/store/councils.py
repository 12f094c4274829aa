"""Councils and their dated members."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from recognition.council.terms import Council, CouncilKind, Member, MemberRole
from recognition.hall.transaction import Transaction

_RANK = "case role when 'chair' then 0 when 'vice_chair' then 1 when 'standing' then 2 when 'member' then 3 else 4 end"
_COUNCIL = "select id, issuer_id, name, kind, paper, paper_date, from_date, to_date, version from council"
_MEMBER = "select id, council_id, person_id, account_id, name, title, role, votes, from_date, to_date from council_member"


def _member(row: dict[str, Any]) -> Member:
    return Member(**{**row, "role": MemberRole(row["role"]), "votes": bool(row["votes"])})


def _council(row: dict[str, Any], members: tuple[Member, ...] = ()) -> Council:
    return Council(**{**row, "kind": CouncilKind(row["kind"])}, members=members)


def get(t: Transaction, council_id: UUID) -> Council | None:
    """One council with all its members, past ones too."""
    row = t.one(f"{_COUNCIL} where id = $1", council_id)
    return None if row is None else _council(row, members(t, council_id))


def members(t: Transaction, council_id: UUID) -> tuple[Member, ...]:
    """All members ever, the leading ones first."""
    rows = t.all(f"{_MEMBER} where council_id = $1 order by {_RANK}, from_date, id", council_id)
    return tuple(_member(row) for row in rows)


def members_on(t: Transaction, council_id: UUID, day: date) -> tuple[Member, ...]:
    """The members of a day, the leading ones first."""
    rows = t.all(
        f"{_MEMBER} where council_id = $1 and from_date <= $2 and (to_date is null or to_date >= $2) order by {_RANK}, from_date, id",
        council_id, day,
    )
    return tuple(_member(row) for row in rows)


def of_issuers(t: Transaction, issuers: list[UUID]) -> list[Council]:
    """The councils of some issuers with their members, the newest first."""
    rows = t.all(f"{_COUNCIL} where issuer_id = any($1) order by from_date desc, id", issuers)
    return [_council(row, members(t, row["id"])) for row in rows]


def insert(t: Transaction, council: Council) -> None:
    """A new council without members."""
    t.run(
        "insert into council (id, issuer_id, name, kind, paper, paper_date, from_date, to_date, version) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        council.id, council.issuer_id, council.name, council.kind, council.paper, council.paper_date, council.from_date, council.to_date,
    )


def update(t: Transaction, council: Council, version: int) -> int:
    """Change its names and dates; rows changed."""
    return t.run(
        """
        update council set name = $3, kind = $4, paper = $5, paper_date = $6, from_date = $7, to_date = $8, version = version + 1
        where id = $1 and version = $2
        """,
        council.id, version, council.name, council.kind, council.paper, council.paper_date, council.from_date, council.to_date,
    )


def put_member(t: Transaction, member: Member) -> None:
    """Write a member, new or changed."""
    values = (member.person_id, member.account_id, member.name, member.title, member.role, int(member.votes), member.from_date, member.to_date)
    changed = t.run(
        """
        update council_member set person_id = $3, account_id = $4, name = $5, title = $6, role = $7, votes = $8, from_date = $9, to_date = $10
        where id = $1 and council_id = $2
        """,
        member.id, member.council_id, *values,
    )
    if not changed:
        t.run(
            """
            insert into council_member (id, council_id, person_id, account_id, name, title, role, votes, from_date, to_date)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            member.id, member.council_id, *values,
        )


def new_id() -> UUID:
    """An id that tells nothing."""
    return uuid4()
