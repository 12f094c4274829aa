"""Decisions themselves: one row each."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.decisions.store import lines
from recognition.decisions.terms import Decision, DecisionRow, DecisionState, Head, Kind, Origin
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role
from vietnamese import text

#: Decisions that reward one of some units, by a line of its own or by a line of a case that it proposed.
_FOR_UNITS = """d.id in (
    select l.decision_id from decision_line l where l.left_out = 0 and l.unit_id = any({0})
    union all
    select l.decision_id from decision_line l join nomination n on n.id = l.nomination_id where l.left_out = 0 and n.unit_id = any({0})
)"""
_COLUMNS = """
    d.id, d.issuer_id, i.name as issuer_name, d.kind, d.origin, d.session_id, d.corrects_id, d.title, d.number, d.number_text,
    d.numbering_period, d.decided_on, d.signer_name, d.signer_post, d.signer_capacity, d.place, d.bases, d.clause, d.campaign_id, d.state,
    d.issuer_frozen, d.scan_blob, d.reason, d.organ, d.recorded_at, d.posted_from, d.posted_to, d.posted_where, d.created_by, d.version
"""


def seen_by(who: Actor) -> Conditions:
    """The conditions of a query over the decisions `d` that this person may see: a secretary all of their issuers', others recorded ones."""
    found = Conditions()
    ways, recorded = [], []
    if own := list(who.issuers(Role.SECRETARY)):
        ways.append(f"d.issuer_id = any({found.value(own)})")
    if issuers := list(who.issuers(Role.CLERK, Role.LEADER)):
        recorded.append(f"d.issuer_id = any({found.value(issuers)})")
    if units := list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)):
        recorded.append(_FOR_UNITS.format(found.value(units)))
    if recorded:
        ways.append(f"d.state = 'recorded' and ({' or '.join(recorded)})")
    found.add(" or ".join(ways) or "1 = 0")
    return found


def seen(t: Transaction, who: Actor, decision_id: UUID) -> bool:
    """Whether this person may see the decision."""
    where = seen_by(who)
    where.add("d.id = {}", decision_id)
    return bool(t.value(f"select count(*) from decision d where {where.sql}", *where.values))


def get(t: Transaction, decision_id: UUID) -> Decision | None:
    """A decision with its lines in order."""
    row = t.one(f"select {_COLUMNS} from decision d join issuer i on i.id = d.issuer_id where d.id = $1", decision_id)
    if row is None:
        return None
    row |= {
        "kind": Kind(row["kind"]),
        "origin": Origin(row["origin"]),
        "state": DecisionState(row["state"]),
        "bases": tuple(json.loads(row["bases"])),
        "issuer_frozen": json.loads(row["issuer_frozen"]) if row["issuer_frozen"] else {},
        "number_text": row["number_text"] or "",
        "numbering_period": row["numbering_period"] or "",
        "posted_where": row["posted_where"] or "",
    }
    return Decision(**row, lines=lines.of_decision(t, decision_id))


def _where(who: Actor, search: str, state: DecisionState | None) -> Conditions:
    where = seen_by(who)
    where.add_words("d.search", search)
    where.add_equal((("d.state", state),))
    return where


_ORDER = "case d.state when 'draft' then 0 else 1 end, d.decided_on desc, d.number desc, d.id"
_PAGE = f"""
    with page as (select d.* from decision d where {{where}} order by {_ORDER} limit {{limit}} offset {{offset}})
    select d.id, i.name as issuer_name, d.kind, d.origin, d.title, d.number_text, d.decided_on, d.state, d.posted_from,
           (select count(*) from decision_line l where l.decision_id = d.id and l.left_out = 0) as awards
    from page d join issuer i on i.id = d.issuer_id
    order by {_ORDER}
"""


def rows(t: Transaction, who: Actor, search: str, state: DecisionState | None, limit: int, offset: int) -> list[DecisionRow]:
    """Decisions that `who` may see: drafts first, then the newest."""
    return _page(t, _where(who, search, state), limit, offset)


def of_session(t: Transaction, who: Actor, session_id: UUID) -> list[DecisionRow]:
    """Decisions drawn up from a session, as far as `who` may see them."""
    where = seen_by(who)
    where.add_equal((("d.session_id", session_id),))
    return _page(t, where, 20, 0)


def _page(t: Transaction, where: Conditions, limit: int, offset: int) -> list[DecisionRow]:
    found = t.all(_PAGE.format(where=where.sql, limit=where.value(limit), offset=where.value(offset)), *where.values)
    return [
        DecisionRow(**{
            **row, "kind": Kind(row["kind"]), "origin": Origin(row["origin"]), "state": DecisionState(row["state"]),
            "number_text": row["number_text"] or "",
        })
        for row in found
    ]  # fmt: skip


def total(t: Transaction, who: Actor, search: str, state: DecisionState | None) -> int:
    """How many there are."""
    where = _where(who, search, state)
    return int(t.value(f"select count(*) from decision d where {where.sql}", *where.values))


def insert(t: Transaction, decision: Decision, at: datetime) -> None:
    """A new draft."""
    t.run(
        """
        insert into decision (id, issuer_id, kind, origin, session_id, corrects_id, title, number, number_text, numbering_period, decided_on,
            signer_name, signer_post, signer_capacity, place, bases, clause, campaign_id, state, issuer_frozen, scan_blob, reason, organ,
            recorded_at, recorded_by, posted_from, posted_to, posted_where, created_by, created_at, search, version)
        values ($1, $2, $3, $4, $5, $6, $7, null, null, null, null, $8, $9, $10, $11, $12, $13, $14, 'draft', null, null, $15, '', null, null,
            null, null, null, $16, $17, $18, 1)
        """,
        decision.id, decision.issuer_id, decision.kind, decision.origin, decision.session_id, decision.corrects_id, decision.title,
        decision.signer_name, decision.signer_post, decision.signer_capacity, decision.place, _bases(decision.bases), decision.clause,
        decision.campaign_id, decision.reason, decision.created_by, at, text.search_key(decision.title),
    )


def _bases(bases: tuple[str, ...]) -> str:
    return json.dumps(list(bases), ensure_ascii=False)


def update_head(t: Transaction, decision_id: UUID, version: int, head: Head) -> int:
    """Change what is typed over the list; rows changed."""
    return t.run(
        """
        update decision set title = $3, signer_name = $4, signer_post = $5, signer_capacity = $6, place = $7, bases = $8, clause = $9,
            reason = $10, search = $11, version = version + 1
        where id = $1 and version = $2 and state = 'draft'
        """,
        decision_id, version, head.title, head.signer_name, head.signer_post, head.signer_capacity, head.place, _bases(head.bases),
        head.clause, head.reason, text.search_key(head.title),
    )


def touch(t: Transaction, decision_id: UUID, version: int) -> int:
    """A new version for a change of a line."""
    return t.run("update decision set version = version + 1 where id = $1 and version = $2 and state = 'draft'", decision_id, version)


def with_number(t: Transaction, issuer_id: UUID, period: str, number: int) -> Decision | None:
    """The decision that already has this number in the book of its issuer and period."""
    found = t.value("select id from decision where issuer_id = $1 and numbering_period = $2 and number = $3", issuer_id, period, number)
    return None if found is None else get(t, found)


def last_number(t: Transaction, issuer_id: UUID, period: str) -> int:
    """The highest number taken in a period; 0 before the first."""
    return int(t.value("select coalesce(max(number), 0) from decision where issuer_id = $1 and numbering_period = $2", issuer_id, period))


def same_outside(t: Transaction, number_text: str, decided_on: date, organ: str) -> bool:
    """Whether an outside decision with this number, date and organ was entered before."""
    return bool(
        t.value(
            "select count(*) from decision where origin = 'external' and number_text = $1 and decided_on = $2 and organ = $3",
            number_text, decided_on, organ,
        )
    )


def record(t: Transaction, decision: Decision, *, frozen: dict[str, str], by: UUID, at: datetime) -> int:
    """Number, date and the issuer's names of the day: from here on nothing changes. Rows changed."""
    words = f"{decision.title} {decision.number_text} {decision.organ}"
    return t.run(
        """
        update decision set number = $3::integer, number_text = $4, numbering_period = $5::text, decided_on = $6, state = 'recorded', issuer_frozen = $7,
            recorded_at = $8, recorded_by = $9, search = $10, scan_blob = $11::text, organ = $12, version = version + 1
        where id = $1 and version = $2 and state = 'draft'
        """,
        decision.id, decision.version, decision.number, decision.number_text, decision.numbering_period or None, decision.decided_on,
        json.dumps(frozen, ensure_ascii=False, sort_keys=True), at, by, text.search_key(words), decision.scan_blob, decision.organ,
    )


def post(t: Transaction, decision_id: UUID, version: int, start: date, end: date, where: str) -> int:
    """Write where and how long a decision is public; rows changed."""
    return t.run(
        "update decision set posted_from = $3, posted_to = $4, posted_where = $5, version = version + 1 where id = $1 and version = $2 and state = 'recorded'",
        decision_id, version, start, end, where,
    )


def unposted(t: Transaction, issuers: list[UUID], limit: int) -> list[dict[str, Any]]:
    """Recorded decisions of ours that nobody has made public yet, the oldest first."""
    return t.all(
        """
        select id, title, number_text, decided_on from decision
        where issuer_id = any($1) and state = 'recorded' and posted_from is null and origin <> 'external'
        order by decided_on, id limit $2
        """,
        issuers, limit,
    )


def delete_draft(t: Transaction, decision_id: UUID, version: int) -> int:
    """Throw a draft away; rows deleted."""
    gone = t.run("delete from decision where id = $1 and version = $2 and state = 'draft'", decision_id, version)
    if gone:
        t.run("delete from decision_line where decision_id = $1", decision_id)
    return gone
