"""Sessions, their seats and tellers."""

from typing import Any
from uuid import UUID, uuid4

from recognition.council.rules import rulebook
from recognition.council.store import agenda, conflicts, counts
from recognition.council.terms import (
    Attendance,
    Body,
    CouncilKind,
    Member,
    MemberRole,
    Method,
    Papers,
    Seat,
    Session,
    SessionLine,
    SessionState,
    Substitute,
    Teller,
)
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role

#: Who sees a session `s` of council `c`: $1 issuers of a secretary, $2 member ids, $3 the account (a teller, a substitute).
VISIBLE = """(
    c.issuer_id = any($1)
    or (s.state not in ('planned', 'cancelled') and exists (
        select 1 from session_member m where m.session_id = s.id and m.member_id = any($2)))
    or (s.state not in ('planned', 'cancelled') and exists (
        select 1 from session_substitute b where b.session_id = s.id and b.account_id = $3))
    or (s.state not in ('planned', 'cancelled') and exists (
        select 1 from teller e where e.session_id = s.id and e.account_id = $3))
)"""
_RANK = "case role when 'chair' then 0 when 'vice_chair' then 1 when 'standing' then 2 when 'member' then 3 else 4 end"
_FROM = "from council_session s join council c on c.id = s.council_id"


def parameters(who: Actor) -> tuple[Any, ...]:
    """The parameters of `VISIBLE`."""
    return list(who.issuers(Role.SECRETARY)), list(who.members.values()), who.account_id


def seen(t: Transaction, who: Actor, session_id: UUID) -> bool:
    """Whether this person may see the session."""
    return bool(t.value(f"select count(*) {_FROM} where {VISIBLE} and s.id = $4", *parameters(who), session_id))


def get(t: Transaction, session_id: UUID) -> Session | None:
    """A session with seats, tellers, agenda and results."""
    row = t.one(
        f"""
        select s.id, s.council_id, c.issuer_id, c.name as council_name, c.kind as council_kind, s.number, s.name, s.body, s.method, s.on_date, s.starts_at,
               s.ended_at, s.place, s.rule, s.rule_hash, s.state, s.opinions, s.replaces_id, s.version, s.issued, s.returned, s.invalid
        {_FROM} where s.id = $1
        """,
        session_id,
    )
    if row is None:
        return None
    issued, returned, invalid = row.pop("issued"), row.pop("returned"), row.pop("invalid")
    papers = None if issued is None else Papers(issued, returned, returned - invalid, invalid)
    row |= {
        "council_kind": CouncilKind(row["council_kind"]),
        "body": Body(row["body"]),
        "method": Method(row["method"]),
        "state": SessionState(row["state"]),
        "rule": rulebook.from_json(row["rule"]),
        "rule_hash": row["rule_hash"] or "",
        "ended_at": row["ended_at"] or "",
    }
    return Session(
        **row, papers=papers, seats=seats(t, session_id), tellers=tellers(t, session_id), items=agenda.items(t, session_id),
        recusals=conflicts.of_session(t, session_id), results=counts.results(t, session_id),
    )  # fmt: skip


def seats(t: Transaction, session_id: UUID) -> tuple[Seat, ...]:
    """The members as this session froze them, the leading ones first."""
    rows = t.all(
        f"""
        select m.member_id, m.name, m.title, m.role, m.votes, m.attendance, m.reason, m.excused,
               b.name as sent, b.title as sent_title, b.paper as sent_paper, b.account_id as sent_account
        from session_member m left join session_substitute b on b.session_id = m.session_id and b.member_id = m.member_id
        where m.session_id = $1 order by {_RANK}, m.name, m.member_id
        """,
        session_id,
    )
    return tuple(
        Seat(
            row["member_id"], row["name"], row["title"], MemberRole(row["role"]), bool(row["votes"]),
            Attendance(row["attendance"]), row["reason"], bool(row["excused"]),
            None if row["sent"] is None else Substitute(row["sent"], row["sent_title"], row["sent_paper"], row["sent_account"]),
        )
        for row in rows
    )  # fmt: skip


def tellers(t: Transaction, session_id: UUID) -> tuple[Teller, ...]:
    """The tellers by their numbers."""
    rows = t.all("select number, account_id, name, head from teller where session_id = $1 order by number", session_id)
    return tuple(Teller(row["number"], row["account_id"], row["name"], bool(row["head"])) for row in rows)


def lines(t: Transaction, who: Actor, limit: int, offset: int) -> list[SessionLine]:
    """The sessions that `who` may see, the newest first."""
    rows = t.all(
        f"""
        select s.id, c.name as council_name, s.number, s.name, s.method, s.on_date, s.state,
               (select count(*) from agenda_item i where i.session_id = s.id) as items,
               (select count(*) from item_result r where r.session_id = s.id and r.passed = 1) as passed
        {_FROM} where {VISIBLE} order by s.on_date desc, s.number desc, s.id limit $4 offset $5
        """,
        *parameters(who), limit, offset,
    )
    return [SessionLine(**{**row, "method": Method(row["method"]), "state": SessionState(row["state"])}) for row in rows]


def total(t: Transaction, who: Actor) -> int:
    """How many sessions `who` may see."""
    return int(t.value(f"select count(*) {_FROM} where {VISIBLE}", *parameters(who)))


def closed_before(t: Transaction, session: Session, limit: int) -> list[UUID]:
    """The council's closed sessions up to this one's day, the newest first."""
    rows = t.all(
        """
        select id from council_session where council_id = $1 and id <> $2 and state = 'closed' and on_date <= $3
        order by on_date desc, number desc, id limit $4
        """,
        session.council_id, session.id, session.on_date, limit,
    )
    return [row["id"] for row in rows]


def insert(t: Transaction, session: Session) -> None:
    """A new session; its number is the council's next."""
    t.run(
        """
        insert into council_session (id, council_id, number, name, body, method, on_date, starts_at, ended_at, place, rule, rule_hash,
            state, issued, returned, invalid, opinions, replaces_id, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9, $10, null, 'planned', null, null, null, '', $11, 1)
        """,
        session.id, session.council_id, session.number, session.name, session.body, session.method, session.on_date, session.starts_at,
        session.place, rulebook.to_json(session.rule), session.replaces_id,
    )


def next_number(t: Transaction, council_id: UUID) -> int:
    """The number after the council's last session."""
    return int(t.value("select coalesce(max(number), 0) + 1 from council_session where council_id = $1", council_id))


def update(t: Transaction, session: Session, version: int) -> int:
    """Change what is typed while a session is prepared; rows changed."""
    return t.run(
        """
        update council_session set name = $3, body = $4, method = $5, on_date = $6, starts_at = $7, place = $8, rule = $9,
            opinions = $10, version = version + 1
        where id = $1 and version = $2
        """,
        session.id, version, session.name, session.body, session.method, session.on_date, session.starts_at, session.place,
        rulebook.to_json(session.rule), session.opinions,
    )


def set_state(t: Transaction, session_id: UUID, version: int, state: SessionState, *, rule_hash: str | None = None) -> int:
    """Move a session; the hash of its rule comes with the opening."""
    return t.run(
        "update council_session set state = $3, rule_hash = coalesce($4::text, rule_hash), version = version + 1 where id = $1 and version = $2",
        session_id, version, state, rule_hash,
    )


def touch(t: Transaction, session_id: UUID, version: int) -> int:
    """A new version for a change beside the row itself."""
    return t.run("update council_session set version = version + 1 where id = $1 and version = $2", session_id, version)


def close(t: Transaction, session_id: UUID, version: int, papers: Papers | None, ended_at: str, opinions: str) -> int:
    """Close for good, with the papers' figures."""
    issued, returned, invalid = (papers.issued, papers.returned, papers.invalid) if papers else (None, None, None)
    return t.run(
        """
        update council_session set state = 'closed', issued = $3::integer, returned = $4::integer, invalid = $5::integer,
            ended_at = $6, opinions = $7, version = version + 1
        where id = $1 and version = $2
        """,
        session_id, version, issued, returned, invalid, ended_at, opinions,
    )


def seat(t: Transaction, session_id: UUID, members: tuple[Member, ...]) -> None:
    """Seat the members of the day anew; attendance is not known yet."""
    for table in ("session_member", "session_substitute"):
        t.run(f"delete from {table} where session_id = $1", session_id)
    t.many(
        """
        insert into session_member (session_id, member_id, name, title, role, votes, attendance, reason, excused, voted)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [(session_id, m.id, m.name, m.title, m.role, int(m.votes), "unknown", "", 0, 0) for m in members],
    )


def attend(t: Transaction, session_id: UUID, member_id: UUID, attendance: Attendance, reason: str, excused: bool) -> int:
    """Write whether a member came; rows changed."""
    return t.run(
        "update session_member set attendance = $3, reason = $4, excused = $5 where session_id = $1 and member_id = $2",
        session_id, member_id, attendance, reason, int(excused),
    )


def put_substitute(t: Transaction, session_id: UUID, member_id: UUID, sent: Substitute | None) -> None:
    """Who came in a member's place, or nobody."""
    t.run("delete from session_substitute where session_id = $1 and member_id = $2", session_id, member_id)
    if sent is not None:
        t.run(
            "insert into session_substitute (session_id, member_id, name, title, paper, account_id) values ($1, $2, $3, $4, $5, $6)",
            session_id, member_id, sent.name, sent.title, sent.paper, sent.account_id,
        )


def put_tellers(t: Transaction, session_id: UUID, tellers: tuple[Teller, ...]) -> None:
    """The tellers' team, in place of an earlier one."""
    t.run("delete from teller where session_id = $1", session_id)
    for each in tellers:
        t.run(
            "insert into teller (id, session_id, number, account_id, name, head) values ($1, $2, $3, $4, $5, $6)",
            uuid4(), session_id, each.number, each.account_id, each.name, int(each.head),
        )
