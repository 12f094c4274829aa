"""The register (sổ cấp giấy khen), number after number."""

from typing import Any
from uuid import UUID

from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.issuing.terms import CertificateState, RegisterRow
from vietnamese import text

_PAGE = """
    with found as materialized (
        select c.id, c.award_id, c.series, c.year, c.number, c.state, c.reason, c.version from certificate c where {where}
    ),
    page as (select * from found order by year desc, series, number, id limit {limit} offset {offset})
    select c.id as certificate_id, c.award_id, a.decision_id, c.series, c.year, c.number, a.number_text as decision_number, a.decided_on,
           a.salutation, a.name, a.unit, a.award_name, a.wording, a.amount, w.handed_to, w.handed_over_on, c.state,
           a.state as award_state, c.reason, c.version,
           (select count(*) from certificate_print p where p.certificate_id = c.id) as prints, (select count(*) from found) as total
    from page c join v_award a on a.award_id = c.award_id join v_handed_over w on w.award_id = c.award_id
    order by c.year desc, c.series, c.number, c.id
"""


def _where(issuers: list[UUID], series: str, year: int, search: str, state: str) -> Conditions:
    """What is asked of the certificates `c`; every certificate has its award, so only a search for words looks there."""
    where = Conditions()
    where.add("c.issuer_id = any({})", issuers)
    where.add_equal((("c.series", series or None), ("c.year", year or None), ("c.state", state or None)))
    if search.strip():
        pattern = where.value(text.like_pattern(search))
        where.add(f"lower(c.code) like {pattern} escape '\\' or c.award_id in (select a.award_id from v_award_words a where a.search like {pattern} escape '\\')")
    return where


def rows(t: Transaction, issuers: list[UUID], series: str, year: int, search: str, state: str, limit: int, offset: int) -> tuple[list[RegisterRow], int]:
    """A page of the register, number after number, and how many rows it has in all: words are looked for once."""
    where = _where(issuers, series, year, search, state)
    found = t.all(_PAGE.format(where=where.sql, limit=where.value(limit), offset=where.value(offset)), *where.values)
    counted = found[0]["total"] if found else total(t, issuers, series, year, search, state) if offset else 0
    return [_row(row) for row in found], int(counted)


def _row(row: dict[str, Any]) -> RegisterRow:
    name = f"{row.pop('salutation')} {row['name']}".strip()
    row.pop("total")
    return RegisterRow(**{**row, "name": name, "handed_to": row["handed_to"] or "", "state": CertificateState(row["state"])})


def facts(t: Transaction, issuers: list[UUID], series: str, year: int) -> list[str]:
    """Frozen facts of the papers of a book that are in force, number after number."""
    where = _where(issuers, series, year, "", CertificateState.ISSUED.value)
    rows = t.all(
        f"select c.facts from certificate c join v_award a on a.award_id = c.award_id where {where.sql} and a.state = 'in_force' order by c.year, c.series, c.number, c.id",
        *where.values,
    )
    return [row["facts"] for row in rows]


def total(t: Transaction, issuers: list[UUID], series: str, year: int, search: str, state: str) -> int:
    """How many rows."""
    where = _where(issuers, series, year, search, state)
    return int(t.value(f"select count(*) from certificate c where {where.sql}", *where.values))


def series(t: Transaction, issuers: list[UUID]) -> list[tuple[str, int, int]]:
    """(series, year, how many papers have a number) of every book of some issuers, the newest first."""
    found = t.all(
        """
        select series, year, sum(last - coalesce(paper_last, 0)) as papers from certificate_series where issuer_id = any($1)
        group by series, year order by year desc, series
        """,
        issuers,
    )
    return [(row["series"], row["year"], int(row["papers"])) for row in found]
