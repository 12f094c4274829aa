"""Who stands aside in which case, and what the record knows that makes somebody stand aside."""

from datetime import date
from uuid import UUID

from recognition.council.terms import Conflict, Recusal
from recognition.hall.transaction import Transaction

#: $1 session, $2 its day. `home` are the units of a case: the proposing one, the rewarded one, those of the nominee's posts.
_GROUNDS = """
    with seat as (
        select member_id, stands_in, account_id, person_id from v_sitter where session_id = $1
    ),
    matter as (
        select i.id as item_id, n.person_id, n.recipient_id, n.created_by, n.endorsed_by, n.unit_id, n.recipient_unit_id
        from agenda_item i join v_nomination n on n.id = i.nomination_id
        where i.session_id = $1
    ),
    home as (
        select item_id, unit_id from matter
        union
        select item_id, recipient_unit_id as unit_id from matter where recipient_unit_id is not null
        union
        select c.item_id, p.unit_id from matter c join v_post p on p.person_id = c.person_id
        where p.from_date <= $2 and (p.to_date is null or p.to_date >= $2)
    )
    select c.item_id, s.member_id, 'nominee' as kind
    from matter c join seat s on s.person_id = c.person_id
    union
    select h.item_id, s.member_id, 'head' as kind
    from home h
    join v_unit_head u on u.unit_id = h.unit_id
    join seat s on s.account_id = u.account_id or s.person_id = u.person_id
    where u.from_date <= $2 and (u.to_date is null or u.to_date >= $2)
    union
    select h.item_id, s.member_id, 'unit' as kind
    from home h
    join v_post p on p.unit_id = h.unit_id
    join seat s on s.person_id = p.person_id
    where p.from_date <= $2 and (p.to_date is null or p.to_date >= $2)
    union
    select c.item_id, s.member_id, 'author' as kind
    from matter c join seat s on s.account_id = c.created_by or s.account_id = c.endorsed_by
    union
    select c.item_id, s.member_id, 'relation' as kind
    from matter c
    join v_nomination n on n.recipient_id = c.recipient_id or n.person_id = c.person_id
    join agenda_item i on i.nomination_id = n.id and i.session_id <> $1
    join recusal r on r.item_id = i.id and r.kind = 'relation' and r.computed = 0
    join v_sitter m on m.session_id = i.session_id and m.member_id = r.member_id
    join seat s on s.account_id = m.account_id or s.person_id = m.person_id
        or (s.member_id = m.member_id and s.stands_in = 0 and m.stands_in = 0)
    order by item_id, member_id, kind
"""


def grounds(t: Transaction, session_id: UUID, day: date) -> list[tuple[UUID, UUID, Conflict]]:
    """(item, member, why) for every reason that the record knows, whatever the rule makes of it."""
    return [(row["item_id"], row["member_id"], Conflict(row["kind"])) for row in t.all(_GROUNDS, session_id, day)]


def known(t: Transaction, session_id: UUID) -> dict[UUID, frozenset[object]]:
    """Accounts and persons behind every member themselves (by member id) and behind every substitute (by account id)."""
    rows = t.all(
        """
        select s.member_id as place, m.account_id, m.person_id
        from session_member s join v_member_self m on m.member_id = s.member_id where s.session_id = $1
        union
        select b.account_id as place, a.account_id, a.person_id
        from v_stand_in b join v_account a on a.account_id = b.account_id where b.session_id = $1
        """,
        session_id,
    )
    found: dict[UUID, frozenset[object]] = {}
    for row in rows:
        ids = {row["account_id"], row["person_id"]} - {None}
        found[row["place"]] = found.get(row["place"], frozenset()) | ids
    return found


def of_session(t: Transaction, session_id: UUID) -> tuple[Recusal, ...]:
    """Who stands aside in which case."""
    rows = t.all(
        """
        select r.item_id, r.member_id, r.reason, r.kind, r.computed from recusal r join agenda_item i on i.id = r.item_id
        where i.session_id = $1 order by i.number, r.member_id
        """,
        session_id,
    )
    return tuple(
        Recusal(row["item_id"], row["member_id"], row["reason"], Conflict(row["kind"] or "other"), bool(row["computed"])) for row in rows
    )


def recuse(t: Transaction, one: Recusal) -> None:
    """Write that a member stands aside; a second time changes the reason. What they wrote on the case counts no more."""
    t.run("delete from recusal where item_id = $1 and member_id = $2", one.item_id, one.member_id)
    t.run(
        "insert into recusal (item_id, member_id, reason, kind, computed) values ($1, $2, $3, $4, $5)",
        one.item_id, one.member_id, one.reason, one.kind, int(one.computed),
    )
    t.run("delete from written_opinion where item_id = $1 and member_id = $2", one.item_id, one.member_id)


def unrecuse(t: Transaction, item_id: UUID, member_id: UUID) -> int:
    """Take it back; rows changed."""
    return t.run("delete from recusal where item_id = $1 and member_id = $2", item_id, member_id)
