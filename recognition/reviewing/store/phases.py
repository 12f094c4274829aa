"""SQL of the phases of a review: their people, the cases that came into them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.reviewing.phases import Files, Gate, Phase, PhaseInput, Sees, Task
from vietnamese import text

_ONE = """
    select p.id, p.campaign_id, p.number, p.name, p.task, p.opens, p.closes, p.sees, p.gate, p.mark, p.blind, p.files, p.hidden_words, p.closed_at, p.revealed_at,
        p.version, (select count(*) from review_assignment a where a.phase_id = p.id and a.state <> 'ended') as sheets
    from review_phase p
"""


def _phases(t: Transaction, rows: Sequence[dict[str, Any]]) -> list[Phase]:
    members: dict[UUID, list[UUID]] = {}
    if rows:
        asked = t.all(
            """
            select m.phase_id, m.account_id from review_phase_member m join account k on k.id = m.account_id
            where m.phase_id = any($1) order by k.name_sort, k.id
            """,
            [row["id"] for row in rows],
        )
        for row in asked:
            members.setdefault(row["phase_id"], []).append(row["account_id"])
    words = {"task": Task, "sees": Sees, "gate": Gate, "files": Files, "blind": bool}
    return [Phase(**{**row, **{name: word(row[name]) for name, word in words.items()}}, members=tuple(members.get(row["id"], ()))) for row in rows]


def of_campaign(t: Transaction, campaign_id: UUID) -> list[Phase]:
    """The phases of a campaign in their order; none where it is reviewed in one go."""
    return _phases(t, t.all(f"{_ONE} where p.campaign_id = $1 order by p.number", campaign_id))


def some(t: Transaction, ids: Sequence[UUID]) -> dict[UUID, Phase]:
    """Phases by id."""
    return {one.id: one for one in _phases(t, t.all(f"{_ONE} where p.id = any($1)", list(ids)))} if ids else {}


def get(t: Transaction, phase_id: UUID) -> Phase | None:
    """One phase."""
    return some(t, [phase_id]).get(phase_id)


def insert(t: Transaction, phase_id: UUID, campaign_id: UUID, number: int, data: PhaseInput, by: UUID, at: datetime) -> None:
    """A new phase with its people."""
    t.run(
        """
        insert into review_phase (id, campaign_id, number, name, task, opens, closes, sees, gate, mark, blind, files, hidden_words, created_by, created_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
        """,
        phase_id, campaign_id, number, text.clean(data.name), data.task.value, data.opens, data.closes, data.sees.value, data.gate.value, data.mark, int(data.blind),
        data.files.value, text.clean_multiline(data.hidden_words), by, at,
    )  # fmt: skip
    _ask(t, phase_id, data.members)


def change(t: Transaction, phase_id: UUID, version: int, data: PhaseInput) -> int:
    """The phase as typed anew; 0 when somebody else was quicker."""
    changed = t.run(
        """
        update review_phase set name = $3, task = $4, opens = $5, closes = $6, sees = $7, gate = $8, mark = $9, blind = $10, files = $11, hidden_words = $12,
            version = version + 1
        where id = $1 and version = $2
        """,
        phase_id, version, text.clean(data.name), data.task.value, data.opens, data.closes, data.sees.value, data.gate.value, data.mark, int(data.blind),
        data.files.value, text.clean_multiline(data.hidden_words),
    )  # fmt: skip
    if changed:
        _ask(t, phase_id, data.members)
    return changed


def _ask(t: Transaction, phase_id: UUID, accounts: Sequence[UUID]) -> None:
    there = {row["account_id"] for row in t.all("select account_id from review_phase_member where phase_id = $1", phase_id)}
    t.run("delete from review_phase_member where phase_id = $1 and account_id = any($2)", phase_id, list(there - set(accounts)))
    for account in dict.fromkeys(accounts):
        if account not in there:
            t.run("insert into review_phase_member (phase_id, account_id) values ($1, $2)", phase_id, account)


def stamp(t: Transaction, before: Phase, *, closed_at: datetime | None, revealed_at: datetime | None) -> int:
    """Closed, opened again or names shown; 0 when somebody else was quicker."""
    return t.run(
        "update review_phase set closed_at = $3, revealed_at = $4, version = version + 1 where id = $1 and version = $2", before.id, before.version, closed_at, revealed_at
    )


def delete(t: Transaction, phase_id: UUID, version: int) -> int:
    """Take a phase away, its people and cases with it; 0 when somebody else was quicker."""
    gone = t.run("delete from review_phase where id = $1 and version = $2", phase_id, version)
    if gone:
        t.run("delete from review_phase_member where phase_id = $1", phase_id)
        t.run("delete from review_phase_case where phase_id = $1", phase_id)
    return gone


def adopt(t: Transaction, campaign_id: UUID, phase_id: UUID) -> None:
    """Sheets that were given before the campaign had phases belong to its first one, their people too."""
    t.run(
        "update review_assignment set phase_id = $2 where phase_id is null and nomination_id in (select id from nomination where campaign_id = $1)", campaign_id, phase_id
    )


def given_before(t: Transaction, campaign_id: UUID) -> tuple[UUID, ...]:
    """People with sheets of a campaign that belong to no phase."""
    rows = t.all(
        """
        select distinct a.account_id from review_assignment a join nomination n on n.id = a.nomination_id
        where n.campaign_id = $1 and a.phase_id is null and a.state <> 'ended' order by a.account_id
        """,
        campaign_id,
    )
    return tuple(row["account_id"] for row in rows)


def names(t: Transaction, accounts: Sequence[UUID]) -> dict[UUID, str]:
    """Names of accounts."""
    return {row["id"]: row["name"] for row in t.all("select id, name from account where id = any($1)", list(accounts))} if accounts else {}


def busy(t: Transaction, phase_id: UUID) -> dict[UUID, str]:
    """People with sheets in a phase."""
    rows = t.all(
        "select distinct k.id, k.name from review_assignment a join account k on k.id = a.account_id where a.phase_id = $1 and a.state <> 'ended' order by k.name", phase_id
    )
    return {row["id"]: row["name"] for row in rows}


def entered(t: Transaction, phase_id: UUID) -> frozenset[UUID]:
    """Cases that came into a later phase."""
    return frozenset(row["nomination_id"] for row in t.all("select nomination_id from review_phase_case where phase_id = $1", phase_id))


def enter(t: Transaction, phase_id: UUID, cases: Sequence[UUID], by: UUID, at: datetime) -> int:
    """Cases come in; how many had not yet."""
    fresh = [case for case in dict.fromkeys(cases) if case not in entered(t, phase_id)]
    for case in fresh:
        t.run("insert into review_phase_case (phase_id, nomination_id, entered_by, entered_at) values ($1, $2, $3, $4)", phase_id, case, by, at)
    return len(fresh)


def of_case(t: Transaction, nomination_id: UUID) -> UUID | None:
    """The latest phase into which a case came by choice or mark, or None."""
    found: UUID | None = t.value(
        "select p.id from review_phase_case c join review_phase p on p.id = c.phase_id where c.nomination_id = $1 order by p.number desc limit 1", nomination_id
    )
    return found
