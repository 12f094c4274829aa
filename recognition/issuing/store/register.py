"""The register (sổ cấp giấy khen), number after number."""

from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.terms import CertificateState, RegisterRow
from vietnamese import text

_WHERE = """
    c.issuer_id = any($1) and ($2::text = '' or c.series = $2) and ($3 = 0 or c.year = $3)
    and ($4::text = '' or a.search like $4 escape '\\' or c.code like $4 escape '\\')
    and ($5::text = '' or c.state = $5)
"""


def _parameters(issuers: list[UUID], series: str, year: int, search: str, state: str) -> tuple[Any, ...]:
    return issuers, series, year, text.like_pattern(search) if search.strip() else "", state


def rows(t: Transaction, issuers: list[UUID], series: str, year: int, search: str, state: str, limit: int, offset: int) -> list[RegisterRow]:
    """A page of the register, number after number."""
    found = t.all(
        f"""
        select c.id as certificate_id, c.award_id, a.decision_id, c.series, c.year, c.number, a.number_text as decision_number, a.decided_on,
               a.salutation, a.name, a.unit, a.award_name, a.wording, a.amount, w.handed_to, w.handed_over_on, c.state,
               a.state as award_state, c.reason, c.version,
               (select count(*) from certificate_print p where p.certificate_id = c.id) as prints
        from certificate c join v_award a on a.award_id = c.award_id join v_handed_over w on w.award_id = c.award_id
        where {_WHERE} order by c.year desc, c.series, c.number, c.id limit $6 offset $7
        """,
        *_parameters(issuers, series, year, search, state), limit, offset,
    )
    return [_row(row) for row in found]


def _row(row: dict[str, Any]) -> RegisterRow:
    name = f"{row.pop('salutation')} {row['name']}".strip()
    return RegisterRow(**{**row, "name": name, "handed_to": row["handed_to"] or "", "state": CertificateState(row["state"])})


def total(t: Transaction, issuers: list[UUID], series: str, year: int, search: str, state: str) -> int:
    """How many rows."""
    return int(
        t.value(
            f"select count(*) from certificate c join v_award a on a.award_id = c.award_id where {_WHERE}",
            *_parameters(issuers, series, year, search, state),
        )
    )


def series(t: Transaction, issuers: list[UUID]) -> list[tuple[str, int, int]]:
    """(series, year, last number) of every book of some issuers, the newest first."""
    found = t.all(
        "select series, year, sum(last) as last from certificate_series where issuer_id = any($1) group by series, year order by year desc, series", issuers
    )
    return [(row["series"], row["year"], int(row["last"])) for row in found]
