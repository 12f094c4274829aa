"""Dossiers read before a vote, lists posted for opinions, and what the chair's signals are made of."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.council.terms import PostedOpinion, Posting, Stage
from recognition.hall.transaction import Transaction


def unseen(t: Transaction, nomination_id: UUID, members: list[UUID], account_id: UUID) -> list[tuple[UUID, UUID, UUID]]:
    """(session, item, member) of called sessions where the case has not been opened from a place in which this account sits.

    That is the place of one of `members`, or of a member in whose place the account was sent.
    """
    rows = t.all(
        """
        select i.session_id, i.id as item_id, m.member_id
        from agenda_item i
        join council_session s on s.id = i.session_id
        join session_member m on m.session_id = s.id
        left join v_stand_in b on b.session_id = m.session_id and b.member_id = m.member_id
        where i.nomination_id = $1 and s.state = 'called'
          and ((b.account_id is null and m.member_id = any($2)) or b.account_id = $3)
          and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = m.member_id)
          and not exists (select 1 from dossier_seen d where d.item_id = i.id and d.member_id = m.member_id)
        order by i.session_id, i.id, m.member_id
        """,
        nomination_id, members, account_id,
    )
    return [(row["session_id"], row["item_id"], row["member_id"]) for row in rows]


def put_seen(t: Transaction, session_id: UUID, item_id: UUID, member_id: UUID, at: datetime) -> None:
    """A member has opened a dossier for the first time."""
    t.run("insert into dossier_seen (session_id, item_id, member_id, seen_at) values ($1, $2, $3, $4)", session_id, item_id, member_id, at)


def forget_seen(t: Transaction, session_id: UUID, member_id: UUID) -> None:
    """Somebody else sits in this place now and has opened nothing yet."""
    t.run("delete from dossier_seen where session_id = $1 and member_id = $2", session_id, member_id)


def seen(t: Transaction, session_id: UUID) -> list[tuple[UUID, UUID, datetime]]:
    """(member, item, when) of every dossier opened before the vote."""
    rows = t.all("select member_id, item_id, seen_at from dossier_seen where session_id = $1 order by member_id, seen_at, item_id", session_id)
    return [(row["member_id"], row["item_id"], row["seen_at"]) for row in rows]


def scores(t: Transaction, session_id: UUID) -> list[dict[str, Any]]:
    """Points that reviewers locked on the session's cases: account, name, nomination, locked_at, due, criterion, points."""
    return t.all(
        """
        select s.account_id, a.name, s.nomination_id, s.locked_at, s.due, s.criterion_id, s.points
        from agenda_item i
        join v_locked_score s on s.nomination_id = i.nomination_id
        join v_account a on a.account_id = s.account_id
        where i.session_id = $1 and s.entered_by is null
        order by a.name, s.account_id, s.nomination_id, s.criterion_id
        """,
        session_id,
    )


def put_posting(t: Transaction, one: Posting, by: UUID, at: datetime) -> None:
    """A list is posted."""
    t.run(
        """
        insert into opinion_posting (id, session_id, stage, place, from_date, to_date, proof, created_by, created_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
        """,
        one.id, one.session_id, one.stage, one.place, one.from_date, one.to_date, one.proof, by, at,
    )


def change_posting(t: Transaction, one: Posting, version: int) -> int:
    """Change where, how long, by what proved; rows changed."""
    return t.run(
        "update opinion_posting set place = $3, from_date = $4, to_date = $5, proof = $6, version = version + 1 where id = $1 and version = $2",
        one.id, version, one.place, one.from_date, one.to_date, one.proof,
    )


def postings(t: Transaction, session_id: UUID) -> tuple[Posting, ...]:
    """A session's postings with what was said, in the order of their days."""
    said: dict[UUID, list[PostedOpinion]] = {}
    for row in t.all(
        """
        select o.id, o.posting_id, o.item_id, o.from_whom, o.received_on, o.said, o.answer, o.answered_on, o.version
        from posted_opinion o join opinion_posting p on p.id = o.posting_id
        where p.session_id = $1 order by o.received_on, o.id
        """,
        session_id,
    ):
        said.setdefault(row["posting_id"], []).append(PostedOpinion(**row))
    rows = t.all(
        "select id, session_id, stage, place, from_date, to_date, proof, version from opinion_posting where session_id = $1 order by from_date, id",
        session_id,
    )
    return tuple(Posting(**{**row, "stage": Stage(row["stage"])}, opinions=tuple(said.get(row["id"], ()))) for row in rows)


def session_of(t: Transaction, posting_id: UUID) -> UUID | None:
    """The session of a posting."""
    found: UUID | None = t.value("select session_id from opinion_posting where id = $1", posting_id)
    return found


def put_opinion(t: Transaction, one: PostedOpinion) -> None:
    """Somebody said something of a posted list."""
    t.run(
        """
        insert into posted_opinion (id, posting_id, item_id, from_whom, received_on, said, answer, answered_on, answered_by, version)
        values ($1, $2, $3, $4, $5, $6, '', null, null, 1)
        """,
        one.id, one.posting_id, one.item_id, one.from_whom, one.received_on, one.said,
    )


def answer(t: Transaction, opinion_id: UUID, version: int, said: str, day: date, by: UUID) -> int:
    """It is answered; rows changed."""
    return t.run(
        "update posted_opinion set answer = $3, answered_on = $4, answered_by = $5, version = version + 1 where id = $1 and version = $2",
        opinion_id, version, said, day, by,
    )
