"""What one voter's booth reads: the place in which this person sits, the session's name, the cases."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from recognition.council.sealing.terms import BoothItem, Head, Slip
from recognition.council.store.sealed import recused_of
from recognition.council.terms import Block, Method, SessionState
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction

#: The substitute with an account who came in the place of one of the members $2, other than the account $3 itself.
_SENT = "(select b.name from session_substitute b where b.session_id = $1 and b.member_id = any($2) and b.account_id <> $3)"


def slip(t: Transaction, session_id: UUID, who: Actor) -> Slip | None:
    """What casting needs, for the place in which this person sits there; None before the vote opens."""
    row = t.one(
        f"""
        select b.session_id, s.council_id, c.issuer_id, s.state, b.public_key, b.definition, {_SENT} as sent,
               (select r.voted from sealed_roll r where r.session_id = $1 and r.member_id = any($2)) as voted
        from sealed_ballot b join council_session s on s.id = b.session_id join council c on c.id = s.council_id
        where b.session_id = $1
        """,
        session_id,
        who.seats(session_id),
        who.account_id,
    )
    if row is None:
        return None
    row |= {
        "state": SessionState(row["state"]),
        "public_key": bytes(row["public_key"]),
        "voted": _voted(row),
        "sent": row["sent"] or "",
    }
    return Slip(**row)


def _voted(row: Mapping[str, Any]) -> bool | None:
    """Whether this person has voted; None where nobody of that place is on the roll, or somebody else votes there."""
    return None if row["voted"] is None or row["sent"] else bool(row["voted"])


def head(t: Transaction, session_id: UUID, who: Actor) -> Head | None:
    """The session as the booth names it, for the place in which this person sits there."""
    row = t.one(
        """
        select s.id as session_id, s.council_id, c.issuer_id, s.number, s.name, c.name as council_name, s.method, s.state, s.rule
        from council_session s join council c on c.id = s.council_id where s.id = $1
        """,
        session_id,
    )
    if row is None:
        return None
    own = who.seats(session_id)
    seat = t.one("select name from session_member where session_id = $1 and member_id = any($2)", session_id, own)
    roll = t.one(
        f"""
        select count(*) as voters, coalesce(sum(voted), 0) as ballots, max(case when member_id = any($2) then voted end) as voted, {_SENT} as sent
        from sealed_roll where session_id = $1
        """,
        session_id,
        own,
        who.account_id,
    )
    assert roll is not None
    row |= {
        "method": Method(row["method"]),
        "state": SessionState(row["state"]),
        "seated": seat is not None,
        "voted": _voted(roll),
        "sent": roll["sent"] or "",
        "stands_for": seat["name"] if seat is not None and session_id in who.stands_in else "",
        "voters": roll["voters"],
        "ballots": int(roll["ballots"]),
    }
    return Head(**row)


def booth_items(t: Transaction, session_id: UUID, member_id: UUID) -> tuple[BoothItem, ...]:
    """The cases in the agenda's order; those in which the member takes no part without a name."""
    aside = recused_of(t, session_id, member_id)
    rows = t.all(
        """
        select i.id, i.nomination_id, i.number, i.block, a.name as award_name, i.name, i.detail
        from agenda_item i join v_award_type a on a.award_type_id = i.award_type_id
        where i.session_id = $1 order by i.number, i.id
        """,
        session_id,
    )
    return tuple(_booth_item(row, masked=row["id"] in aside) for row in rows)


def _booth_item(row: dict[str, Any], *, masked: bool) -> BoothItem:
    block = Block(row["block"])
    if masked:
        return BoothItem(row["id"], None, row["number"], block, "", "", "", "", masked=True)
    unit, _, subject = row["detail"].partition("\n")
    return BoothItem(
        row["id"],
        row["nomination_id"],
        row["number"],
        block,
        row["award_name"],
        row["name"],
        unit,
        subject,
        masked=False,
    )
