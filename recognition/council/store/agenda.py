"""Agenda items, and written opinions of absent members."""

from datetime import date
from uuid import UUID

from recognition.council.store import conflicts
from recognition.council.terms import Block, Item, Line, Opinion
from recognition.hall.transaction import Transaction


def items(t: Transaction, session_id: UUID) -> tuple[Item, ...]:
    """The cases in the order of the agenda."""
    aside: dict[UUID, set[UUID]] = {}
    for each in conflicts.of_session(t, session_id):
        aside.setdefault(each.item_id, set()).add(each.member_id)
    rows = t.all(
        """
        select i.id, i.session_id, i.nomination_id, i.revision, i.revision_hash, i.award_type_id, a.code as award_code, a.name as award_name,
               i.number, i.block, i.name, i.detail
        from agenda_item i join v_award_type a on a.award_type_id = i.award_type_id
        where i.session_id = $1 order by i.number, i.id
        """,
        session_id,
    )
    return tuple(Item(**{**row, "block": Block(row["block"])}, recused=frozenset(aside.get(row["id"], ()))) for row in rows)


def levels(t: Transaction) -> dict[str, tuple[int, bool]]:
    """For each award's code: its level in ceremonies, and whether it is a title."""
    return {row["code"]: (row["level"], row["kind"] == "title") for row in t.all("select code, level, kind from v_award_type order by code")}


def insert(t: Transaction, item: Item) -> None:
    """Put a case on the agenda."""
    t.run(
        """
        insert into agenda_item (id, session_id, nomination_id, revision, revision_hash, award_type_id, number, block, name, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        item.id, item.session_id, item.nomination_id, item.revision, item.revision_hash, item.award_type_id, item.number, item.block,
        item.name, item.detail,
    )


def remove(t: Transaction, item_id: UUID) -> None:
    """Take a case off the agenda, with all that hangs on it."""
    for table in ("recusal", "written_opinion", "dossier_seen", "session_screen"):
        t.run(f"delete from {table} where item_id = $1", item_id)
    t.run("update posted_opinion set item_id = null where item_id = $1", item_id)  # what was said stays, on the whole list
    t.run("delete from agenda_item where id = $1", item_id)


def renumber(t: Transaction, ordered: list[Item]) -> None:
    """Number the cases 1, 2, 3 … in this order."""
    for number, item in enumerate(ordered, 1):
        if item.number != number:
            t.run("update agenda_item set number = $2 where id = $1", item.id, number)


def open_session_of(t: Transaction, nomination_id: UUID) -> UUID | None:
    """The item by which a case lies on the agenda of a session that is not over."""
    rows = t.all(
        """
        select i.id from agenda_item i join council_session s on s.id = i.session_id
        where i.nomination_id = $1 and s.state not in ('closed', 'cancelled') order by i.id
        """,
        nomination_id,
    )
    return rows[0]["id"] if rows else None


def put_opinions(t: Transaction, session_id: UUID, member_id: UUID, opinions: dict[UUID, Opinion]) -> None:
    """An absent member's written opinions, in place of earlier ones."""
    t.run("delete from written_opinion where session_id = $1 and member_id = $2", session_id, member_id)
    for item_id, opinion in opinions.items():
        t.run(
            "insert into written_opinion (session_id, item_id, member_id, opinion) values ($1, $2, $3, $4)",
            session_id, item_id, member_id, opinion,
        )


def written(t: Transaction, session_id: UUID) -> dict[UUID, Line]:
    """For each case the written opinions added up."""
    rows = t.all(
        "select item_id, opinion, count(*) as votes from written_opinion where session_id = $1 group by item_id, opinion order by item_id, opinion",
        session_id,
    )
    found: dict[UUID, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["item_id"], {})[row["opinion"]] = row["votes"]
    return {item: Line(votes.get("approve", 0), votes.get("reject", 0), votes.get("abstain", 0)) for item, votes in found.items()}


def wrote(t: Transaction, session_id: UUID) -> tuple[UUID, ...]:
    """Members whose written opinions lie there."""
    rows = t.all("select distinct member_id from written_opinion where session_id = $1 order by member_id", session_id)
    return tuple(row["member_id"] for row in rows)


def account_names(t: Transaction, accounts: list[UUID]) -> dict[UUID, str]:
    """Names of accounts that may sign in."""
    rows = t.all("select account_id, name from v_account where account_id = any($1) order by account_id", accounts)
    return {row["account_id"]: row["name"] for row in rows}


def accounts_like(t: Transaction, limit: int) -> list[tuple[UUID, str]]:
    """Accounts that may sign in, by name."""
    rows = t.all("select account_id, name, user_name from v_account order by name_sort, account_id limit $1", limit)
    return [(row["account_id"], f"{row['name']} ({row['user_name']})") for row in rows]


def held(t: Transaction, session_id: UUID, day: date) -> list[tuple[str, str]]:
    """(name, why) of cases on the agenda with a hold or a discipline in force on a day (NĐ 152/2025 Đ4(4))."""
    rows = t.all(
        """
        select i.number, i.name, h.reason as why from agenda_item i
        join v_nomination n on n.id = i.nomination_id
        join v_hold h on (h.nomination_id = n.id or h.person_id = n.person_id or (n.recipient_kind = 'collective' and h.unit_id = n.recipient_unit_id))
        where i.session_id = $1 and h.from_date <= $2 and (h.to_date is null or h.to_date >= $2)
        union
        select i.number, i.name, d.kind as why from agenda_item i
        join v_nomination n on n.id = i.nomination_id
        join v_discipline_in_force d on (d.person_id = n.person_id or (n.recipient_kind = 'collective' and d.unit_id = n.recipient_unit_id))
        where i.session_id = $1 and d.from_date <= $2 and (d.to_date is null or d.to_date >= $2)
        order by number, name, why
        """,
        session_id, day,
    )
    return [(row["name"], row["why"]) for row in rows]
