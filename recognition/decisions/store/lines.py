"""The lines of decisions."""

from datetime import date
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.decisions.terms import Line
from recognition.hall.transaction import Transaction

_SELECT = """
    select l.id, l.decision_id, l.nomination_id, l.recipient_id, l.award_id, l.award_type_id, a.code as award_code, a.name as award_name,
           a.kind as award_kind, a.level, l.number, l.kind, l.salutation, l.name, l.post, l.unit_id, l.unit, l.wording, l.subject, l.amount,
           l.formula, l.gift, l.typed, l.left_out, l.left_out_reason, l.version
    from decision_line l join v_award_type a on a.award_type_id = l.award_type_id
"""


def _line(row: dict[str, Any]) -> Line:
    flags = {"typed": bool(row["typed"]), "left_out": bool(row["left_out"])}
    return Line(**{**row, **flags, "kind": RecipientKind(row["kind"])})


def of_decision(t: Transaction, decision_id: UUID) -> tuple[Line, ...]:
    """The lines of a decision in their order."""
    return tuple(_line(row) for row in t.all(f"{_SELECT} where l.decision_id = $1 order by l.number, l.id", decision_id))


def put(t: Transaction, lines: list[Line]) -> None:
    """New lines."""
    t.many(
        """
        insert into decision_line (id, decision_id, nomination_id, recipient_id, award_id, award_type_id, number, block, kind, salutation,
            name, post, unit_id, unit, wording, subject, amount, formula, gift, typed, left_out, left_out_reason, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        """,
        [
            (
                line.id, line.decision_id, line.nomination_id, line.recipient_id, line.award_id, line.award_type_id, line.number, line.kind,
                line.kind, line.salutation, line.name, line.post, line.unit_id, line.unit, line.wording, line.subject, line.amount,
                line.formula, line.gift, int(line.typed), int(line.left_out), line.left_out_reason, line.version,
            )
            for line in lines
        ],
    )  # fmt: skip


def update(t: Transaction, line: Line) -> int:
    """Write a line as it is now; rows changed."""
    return t.run(
        """
        update decision_line set number = $2, salutation = $3, name = $4, post = $5, unit_id = $6, unit = $7, wording = $8, subject = $9,
            amount = $10, formula = $11, gift = $12, typed = $13, left_out = $14, left_out_reason = $15, version = version + 1
        where id = $1
        """,
        line.id, line.number, line.salutation, line.name, line.post, line.unit_id, line.unit, line.wording, line.subject, line.amount,
        line.formula, line.gift, int(line.typed), int(line.left_out), line.left_out_reason,
    )


def lying_in_drafts(t: Transaction, cases: list[UUID]) -> set[UUID]:
    """Those of the cases that already lie in a draft decision."""
    rows = t.all(
        """
        select distinct l.nomination_id from decision_line l join decision d on d.id = l.decision_id
        where l.nomination_id = any($1) and d.state = 'draft' order by l.nomination_id
        """,
        cases,
    )
    return {row["nomination_id"] for row in rows}


def recipients(t: Transaction, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """Recipients as known now, by id; a merged person is the one they were merged into."""
    rows = t.all(
        """
        select r.id, r.kind, r.person_id, r.unit_id, r.group_name, r.head_name, r.address, r.commune, r.salutation,
               coalesce(m.name, p.name, r.name) as name, coalesce(m.person_id, p.person_id) as now_person_id,
               coalesce(nullif(m.salutation, ''), nullif(p.salutation, ''), r.salutation) as person_salutation
        from v_recipient r
        left join v_person p on p.person_id = r.person_id
        left join v_person m on m.person_id = p.merged_into
        where r.id = any($1) order by r.id
        """,
        ids,
    )
    return {row["id"]: row for row in rows}


def posts_on(t: Transaction, people: list[UUID], day: date) -> dict[UUID, list[dict[str, Any]]]:
    """The posts of people on a day, each one's newest first."""
    rows = t.all(
        """
        select person_id, unit_id, title, recipient_class from v_post
        where person_id = any($1) and from_date <= $2 and (to_date is null or to_date >= $2) order by from_date desc, post_id
        """,
        people, day,
    )
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["person_id"], []).append(row)
    return found


def homes(t: Transaction, cases: list[UUID]) -> dict[UUID, UUID]:
    """The nominating unit of each case."""
    return {row["id"]: row["unit_id"] for row in t.all("select id, unit_id from v_nomination where id = any($1) order by id", cases)}


def passed_of_session(t: Transaction, session_id: UUID) -> list[UUID]:
    """The cases that a session passed and that still wait for a decision, in its order."""
    rows = t.all(
        """
        select i.nomination_id from agenda_item i
        join item_result r on r.item_id = i.id join v_nomination n on n.id = i.nomination_id
        where i.session_id = $1 and r.passed = 1 and n.state = 'passed' order by i.number, i.id
        """,
        session_id,
    )
    return [row["nomination_id"] for row in rows]


def held(t: Transaction, decision_id: UUID, day: date) -> list[tuple[str, str]]:
    """(name, why) of kept lines with a hold or a discipline in force on a day (NĐ 152/2025 Đ4(4))."""
    rows = t.all(
        """
        with kept as (
            select l.name, l.nomination_id, r.person_id, case when l.kind = 'collective' then l.unit_id end as unit_id
            from decision_line l join v_recipient r on r.id = l.recipient_id where l.decision_id = $1 and l.left_out = 0)
        select k.name, h.reason as why from kept k join v_hold h
            on h.nomination_id = k.nomination_id or h.person_id = k.person_id or h.unit_id = k.unit_id
        where h.from_date <= $2 and (h.to_date is null or h.to_date >= $2)
        union
        select k.name, d.kind as why from kept k join v_discipline_in_force d on d.person_id = k.person_id or d.unit_id = k.unit_id
        where d.from_date <= $2 and (d.to_date is null or d.to_date >= $2)
        order by name, why
        """,
        decision_id, day,
    )
    return [(row["name"], row["why"]) for row in rows]
