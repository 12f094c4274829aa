"""SQL of what somebody reaches: roles of today, units below, councils, sessions; and a few words around."""

from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction

#: So many people of a role are enough to find one for each.
MOST_OF_A_ROLE = 20


def roles_today(t: Transaction, account_id: UUID, today: date) -> list[dict[str, Any]]:
    """role, unit_id, issuer_id of the roles in force."""
    return t.all(
        """
        select role, unit_id, issuer_id from account_role
        where account_id = $1 and from_date <= $2 and (to_date is null or to_date >= $2) order by role, id
        """,
        account_id, today,
    )


def units_below(t: Transaction, unit_id: UUID) -> frozenset[UUID]:
    """Every unit under one, by their present parents; a circle in the data ends the walk, not the program."""
    rows = t.all(
        """
        with recursive below(unit_id) as (
            select n.unit_id from unit_name n where n.parent_id = $1 and n.to_date is null
            union
            select n.unit_id from unit_name n join below b on n.parent_id = b.unit_id where n.to_date is null
        )
        select unit_id from below
        """,
        unit_id,
    )
    return frozenset(row["unit_id"] for row in rows) - {unit_id}


def memberships(t: Transaction, account_id: UUID, person_id: UUID | None, today: date) -> dict[UUID, UUID]:
    """Councils that the account's owner sits on today: council → member."""
    rows = t.all(
        """
        select council_id, member_id from v_membership
        where (account_id = $1 or (account_id is null and person_id = $2::uuid)) and from_date <= $3 and (to_date is null or to_date >= $3)
        order by from_date, member_id
        """,
        account_id, person_id, today,
    )
    return {row["council_id"]: row["member_id"] for row in rows}


def sits_as(t: Transaction, account_id: UUID, today: date) -> tuple[frozenset[UUID], dict[UUID, UUID]]:
    """Sessions whose papers the account counts; sessions to which it was sent in a member's place (session → member).

    The latter until the session is over and its day has passed. One question at every click for both: few are ever sent.
    """
    rows = t.all(
        """
        select session_id, null as member_id from teller where account_id = $1
        union all
        select session_id, member_id from session_substitute where account_id = $1
        """,
        account_id,
    )
    tells = frozenset(row["session_id"] for row in rows if row["member_id"] is None)
    sent = {row["session_id"]: row["member_id"] for row in rows if row["member_id"] is not None}
    return tells, _still_on(t, sent, today) if sent else sent


def _still_on(t: Transaction, sent: dict[UUID, UUID], today: date) -> dict[UUID, UUID]:
    rows = t.all(
        "select id from v_session where id = any($1) and (state in ('called', 'open', 'counting') or (state = 'closed' and on_date >= $2))",
        list(sent), today,
    )
    return {row["id"]: sent[row["id"]] for row in rows}


def assigned(t: Transaction, account_id: UUID) -> frozenset[UUID]:
    """Cases that the account was asked to score."""
    rows = t.all("select nomination_id from review_assignment where account_id = $1 and state <> 'ended'", account_id)
    return frozenset(row["nomination_id"] for row in rows)


def office_names(t: Transaction) -> list[str]:
    """Names and signs of the issuers, which a password may not merely repeat."""
    rows = t.all("select name, short_sign from issuer order by name_sort, id")
    return [value for row in rows for value in (row["name"], row["short_sign"])]


def first_office(t: Transaction) -> str:
    """The organ where most people work, as the sign-in page names it; its unit's name where it has one."""
    return (
        t.value(
            """
            select coalesce(n.name, i.name) as name from issuer i
            left join v_unit_name n on n.unit_id = i.unit_id
            left join account_role r on r.issuer_id = i.id
            where i.to_date is null
            group by i.id, coalesce(n.name, i.name), i.name_sort
            order by count(r.id) desc, i.name_sort, i.id
            limit 1
            """
        )
        or ""
    )


def issuer_names(t: Transaction, ids: list[UUID]) -> list[str]:
    """Names of issuers, in order; none asked, none read."""
    if not ids:
        return []
    rows = t.all(
        """
        select coalesce(n.name, i.name) as name from issuer i left join v_unit_name n on n.unit_id = i.unit_id
        where i.id = any($1) order by i.name_sort, i.id
        """,
        ids,
    )
    return [row["name"] for row in rows]


def unit_names(t: Transaction, ids: list[UUID]) -> list[str]:
    """Present names of units, in order."""
    return [r["name"] for r in t.all("select name from v_unit_name where unit_id = any($1) order by name_sort, unit_id", ids)] if ids else []


def unit_name(t: Transaction, unit_id: UUID) -> str:
    """A unit's present name, or nothing."""
    return t.value("select name from v_unit_name where unit_id = $1", unit_id) or ""


def some_of_each_role(t: Transaction, today: date) -> list[dict[str, Any]]:
    """id, name, role and place of open accounts of each role, at most `MOST_OF_A_ROLE`, council members and tellers included.

    Whoever has the role in the most places comes first, as there is most to see; then whoever has the fewest other roles,
    so that the screens are those of that role alone; then the oldest account.
    """
    return t.all(
        """
        with held as (
            select r.account_id, r.role, coalesce(n.name, i.name) as place from account_role r
            left join v_unit_name n on n.unit_id = r.unit_id left join issuer i on i.id = r.issuer_id
            where r.from_date <= $1 and (r.to_date is null or r.to_date >= $1)
            union all
            select m.account_id, 'council_member', null from v_membership m
            where m.account_id is not null and m.from_date <= $1 and (m.to_date is null or m.to_date >= $1)
            union all
            select account_id, 'teller', null from teller
        ), reach as (
            select account_id, role, min(place) as place, count(*) as places, count(*) over (partition by account_id) as roles from held group by account_id, role
        ), ranked as (
            select a.id, a.name, h.role, h.place, row_number() over (partition by h.role order by h.places desc, h.roles, a.created_at, a.user_name, a.id) as place_in_line
            from reach h join account a on a.id = h.account_id where a.disabled_at is null
        )
        select id, name, role, place from ranked where place_in_line <= $2 order by role, place_in_line
        """,
        today, MOST_OF_A_ROLE,
    )
