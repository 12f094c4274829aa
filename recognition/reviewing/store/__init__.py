"""SQL of assignments and score sheets."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.reviewing.terms import Advice, Assignment, AssignmentState, Reviewer
from vietnamese import text

_ONE = """
    select a.id, a.nomination_id, a.account_id, coalesce(k.name, '') as reviewer, a.due, a.state, a.remark, a.locked_at, a.entered_by, a.version,
        a.phase_id, a.advice
    from review_assignment a left join account k on k.id = a.account_id
"""


def _assignments(t: Transaction, rows: Iterable[dict[str, Any]]) -> list[Assignment]:
    listed = list(rows)
    points: dict[UUID, dict[UUID, int]] = {}
    reasons: dict[UUID, dict[UUID, str]] = {}
    if listed:
        for row in t.all("select assignment_id, criterion_id, points, reason from review_score where assignment_id = any($1)", [row["id"] for row in listed]):
            points.setdefault(row["assignment_id"], {})[row["criterion_id"]] = row["points"]
            if row["reason"]:
                reasons.setdefault(row["assignment_id"], {})[row["criterion_id"]] = row["reason"]
    return [
        Assignment(
            **{**row, "state": AssignmentState(row["state"]), "advice": Advice(row["advice"]) if row["advice"] else None},
            points=points.get(row["id"], {}), reasons=reasons.get(row["id"], {}),
        )
        for row in listed
    ]


def get(t: Transaction, assignment_id: UUID) -> Assignment | None:
    """One assignment with its points."""
    found = _assignments(t, t.all(f"{_ONE} where a.id = $1", assignment_id))
    return found[0] if found else None


def of_cases(t: Transaction, nominations: Sequence[UUID]) -> list[Assignment]:
    """Assignments of some cases, ended ones too."""
    return _assignments(t, t.all(f"{_ONE} where a.nomination_id = any($1) order by k.name_sort, a.id", list(nominations)))


def of_account(t: Transaction, account_id: UUID) -> list[Assignment]:
    """What an account was asked to score, the nearest day first."""
    rows = t.all(f"{_ONE} where a.account_id = $1 and a.state <> 'ended' order by a.due is null, a.due, a.assigned_at, a.id", account_id)
    return _assignments(t, rows)


def insert(t: Transaction, nomination_id: UUID, account_id: UUID, by: UUID, at: datetime, due: date | None, phase_id: UUID | None = None) -> UUID:
    """Ask an account to score a case; one that was asked before in the same phase is asked again, with its points."""
    before = t.one("select id, phase_id from review_assignment where nomination_id = $1 and account_id = $2", nomination_id, account_id)
    if before is not None:
        if before["phase_id"] != phase_id:
            t.run("delete from review_score where assignment_id = $1", before["id"])
            t.run("update review_assignment set remark = '', advice = null, locked_at = null where id = $1 and state = 'ended'", before["id"])
        t.run(
            "update review_assignment set state = 'open', due = $2, phase_id = $3::uuid, version = version + 1 where id = $1 and state = 'ended'", before["id"], due, phase_id
        )
        return UUID(str(before["id"]))
    made = uuid4()
    t.run(
        """
        insert into review_assignment (id, nomination_id, account_id, assigned_by, assigned_at, due, state, remark, version, phase_id)
        values ($1, $2, $3, $4, $5, $6, 'open', '', 1, $7)
        """,
        made, nomination_id, account_id, by, at, due, phase_id,
    )  # fmt: skip
    return made


def set_state(t: Transaction, before: Assignment, state: AssignmentState, *, remark: str, locked_at: datetime | None, entered_by: UUID | None = None, advice: Advice | None = None) -> int:
    """Where the sheet stands now; 0 when somebody else was quicker."""
    return t.run(
        """
        update review_assignment set state = $3, remark = $4, locked_at = $5, entered_by = coalesce($6::uuid, entered_by), advice = $7, version = version + 1
        where id = $1 and version = $2
        """,
        before.id, before.version, state.value, remark, locked_at, entered_by, advice.value if advice else None,
    )  # fmt: skip


def set_points(t: Transaction, assignment_id: UUID, points: Mapping[UUID, int | None], reasons: Mapping[UUID, str]) -> None:
    """Points of some lines; None takes them away."""
    t.run("delete from review_score where assignment_id = $1 and criterion_id = any($2)", assignment_id, list(points))
    for criterion_id, given in points.items():
        if given is not None:
            t.run(
                "insert into review_score (id, assignment_id, criterion_id, points, reason) values ($1, $2, $3, $4, $5)",
                uuid4(), assignment_id, criterion_id, given, reasons.get(criterion_id, ""),
            )  # fmt: skip


def reminded(t: Transaction, ids: Sequence[UUID], at: datetime) -> None:
    """When somebody was last reminded."""
    t.run("update review_assignment set reminded_at = $2 where id = any($1)", list(ids), at)


def cases(t: Transaction, campaign_id: UUID, states: Sequence[str]) -> list[dict[str, Any]]:
    """The cases of a campaign in some states, as the list of scores shows them."""
    return t.all(
        """
        select id, code, title, coalesce(recipient_name, '') as recipient, coalesce(unit_name, '') as unit, unit_id, recipient_unit_id, person_id, created_by,
            state from v_nomination
        where campaign_id = $1 and state = any($2) order by code, id
        """,
        campaign_id, list(states),
    )  # fmt: skip


def some(t: Transaction, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Some cases by id, as a reviewer's own list shows them."""
    rows = t.all(
        """
        select id, code, title, coalesce(recipient_name, '') as recipient, coalesce(unit_name, '') as unit, campaign_id, coalesce(campaign_name, '') as campaign
        from v_nomination where id = any($1)
        """,
        list(ids),
    )  # fmt: skip
    return {row["id"]: row for row in rows}


def candidates(t: Transaction, search: str, today: date, limit: int) -> list[Reviewer]:
    """Open accounts whose name fits, by given name, with the units where their person works or they hold a role."""
    rows = t.all(
        "select id, name, person_id from account where disabled_at is null and search like $1 escape '\\' order by name_sort, id limit $2", text.like_pattern(search), limit
    )
    return _reviewers(t, rows, today)


def reviewers(t: Transaction, accounts: Sequence[UUID], today: date) -> list[Reviewer]:
    """Some accounts as reviewers, in the order given."""
    rows = {row["id"]: row for row in t.all("select id, name, person_id from account where id = any($1) and disabled_at is null", list(accounts))}
    return _reviewers(t, [rows[each] for each in accounts if each in rows], today)


def _reviewers(t: Transaction, rows: Sequence[dict[str, Any]], today: date) -> list[Reviewer]:
    units: dict[UUID, set[UUID]] = {}
    posts = t.all(
        """
        select k.id as account_id, o.unit_id from account k join post o on o.person_id = k.person_id
        where k.id = any($1) and o.from_date <= $2 and (o.to_date is null or o.to_date >= $2)
        union select r.account_id, r.unit_id from account_role r
        where r.account_id = any($1) and r.unit_id is not null and r.role in ('nominator', 'unit_leader') and r.from_date <= $2 and (r.to_date is null or r.to_date >= $2)
        """,
        [row["id"] for row in rows], today,
    )  # fmt: skip
    for row in posts:
        units.setdefault(row["account_id"], set()).add(row["unit_id"])
    return [Reviewer(row["id"], row["name"], row["person_id"], frozenset(units.get(row["id"], ()))) for row in rows]
