"""What the checks look at, read from published views; what they answered, kept with the revision that they judged."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.screening.terms import Check, Measure, PastAward


def past_awards(t: Transaction, recipient_id: UUID | None, person_id: UUID | None, nomination_id: UUID) -> tuple[PastAward, ...]:
    """Awards in force of the recipient but this case's own, newest first; `same_subject` when for the same achievement as this case."""
    rows = t.all(
        """
        select award_id, award_name as name, coalesce(number_text, '') as number_text, decided_on, issuer_id, commendation, nomination_id,
               award_type_id, deed_date as achieved_on
        from v_past_award where state <> 'revoked' and (recipient_id = $1 or person_id = $2) and nomination_id is distinct from $3
        order by decided_on desc, award_id
        """,
        recipient_id or UUID(int=0), person_id or UUID(int=0), nomination_id,
    )  # fmt: skip
    cases = [nomination_id, *(row["nomination_id"] for row in rows if row["nomination_id"])]
    subjects = {row["id"]: row["subject_key"] for row in t.all("select id, subject_key from nomination where id = any($1)", cases)} if rows else {}
    made = []
    for row in rows:
        case = row.pop("nomination_id")
        made.append(PastAward(**row, same_subject=case in subjects and subjects[case] == subjects.get(nomination_id)))
    return tuple(made)


def disciplines(t: Transaction, person_id: UUID | None, unit_id: UUID | None) -> tuple[Measure, ...]:
    """Disciplines of the person, or of the unit itself for a collective."""
    rows = t.all(
        "select kind, paper, from_date, to_date from v_discipline_in_force where person_id = $1 or unit_id = $2 order by from_date, id",
        person_id or UUID(int=0), unit_id or UUID(int=0),
    )
    return tuple(Measure(**row) for row in rows)


def holds(t: Transaction, nomination_id: UUID, person_id: UUID | None, unit_id: UUID | None) -> tuple[Measure, ...]:
    """Holds on the case, the person, or the unit itself for a collective."""
    rows = t.all(
        """
        select reason as kind, paper, from_date, to_date from v_hold
        where nomination_id = $1 or person_id = $2 or unit_id = $3 order by from_date, id
        """,
        nomination_id, person_id or UUID(int=0), unit_id or UUID(int=0),
    )
    return tuple(Measure(**row) for row in rows)


def leads_enterprise(t: Transaction, person_id: UUID | None, day: date) -> str | None:
    """The post of somebody who leads or manages an enterprise on a day; None for everybody else."""
    row = t.one(
        """
        select o.title, n.name from post o join v_unit_name n on n.unit_id = o.unit_id
        where o.person_id = $1 and o.recipient_class = 'manager' and n.kind = 'enterprise' and o.from_date <= $2 and (o.to_date is null or o.to_date >= $2)
        order by o.from_date desc limit 1
        """,
        person_id or UUID(int=0), day,
    )
    return f"{row['title']}, {row['name']}" if row else None


def elsewhere(t: Transaction, nomination_id: UUID) -> tuple[str, ...]:
    """Codes of other living cases for the same recipient and achievement, whichever issuer they went to.

    The key is asked for alone: DuckDB looks into an index only for a single condition.
    """
    key = t.value("select subject_key from nomination where id = $1", nomination_id)
    rows = t.all(
        """
        with alike as materialized (select id, code, state from nomination where subject_key = $1)
        select code from alike where id <> $2 and state not in ('draft', 'withdrawn', 'refused', 'failed', 'not_approved', 'awarded')
        order by code
        """,
        key, nomination_id,
    )  # fmt: skip
    return tuple(row["code"] for row in rows)


def attached(t: Transaction, nomination_id: UUID) -> frozenset[str]:
    """The kinds of files that the case has."""
    return frozenset(row["kind"] for row in t.all("select kind from v_evidence_kind where nomination_id = $1", nomination_id))


def unproved(t: Transaction, nomination_id: UUID) -> tuple[str, ...]:
    """Criteria of which the campaign wants to see a file and the case has none."""
    return tuple(row["name"] for row in t.all("select name from v_unproved_criterion where nomination_id = $1 order by number", nomination_id))


def score(t: Transaction, nomination_id: UUID) -> tuple[int, int, int]:
    """Sheets that are still open, sheets that are locked, the sum of the locked ones."""
    row = t.one("select waiting, locked, points from v_case_score where nomination_id = $1", nomination_id)
    return (row["waiting"], row["locked"], row["points"]) if row else (0, 0, 0)


def unit_facts(t: Transaction, unit_id: UUID) -> tuple[bool, date | None]:
    """Whether a unit asks its leader first, and the day of its dissolution."""
    row = t.one("select endorsement, to_date from v_unit_name where unit_id = $1", unit_id)
    return (bool(row["endorsement"]), row["to_date"]) if row else (True, None)


def overrides(t: Transaction, nomination_id: UUID, revision: int) -> dict[str, str]:
    """Rules that a person settled for this revision, with the reason."""
    rows = t.all(
        """
        select rule, override_reason from check_result
        where nomination_id = $1 and revision = $2 and override_reason is not null order by checked_at, id
        """,
        nomination_id, revision,
    )
    return {row["rule"]: row["override_reason"] for row in rows}


def keep(t: Transaction, nomination_id: UUID, revision: int, checks: Sequence[Check], by: UUID | None, moment: datetime) -> None:
    """Keep what the checks answered when somebody decided on their ground."""
    t.many(
        """
        insert into check_result (id, nomination_id, revision, rule, outcome, clause, evidence, mend, regulation_id, verified,
            override_reason, override_by, checked_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        [
            (
                uuid4(), nomination_id, revision, check.rule, check.outcome.value, check.clause, check.evidence, check.mend,
                check.regulation_id, int(check.verified), check.override_reason, by if check.override_reason else None, moment,
            )
            for check in checks
        ],
    )  # fmt: skip
