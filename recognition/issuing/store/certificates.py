"""Certificates, their numbers and their prints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.issuing.terms import Certificate, CertificateState

_SELECT = """
    select c.id, c.award_id, a.decision_id, c.issuer_id, c.series, c.year, c.number, c.code, c.layout, c.layout_version, c.facts,
           c.facts_sha256, c.signature, c.key_id, c.state, c.reason, c.replaced_by, c.issued_at, a.state as award_state, c.version
    from certificate c join v_award a on a.award_id = c.award_id
"""


def _certificate(row: dict[str, Any]) -> Certificate:
    return Certificate(
        **{**row, "state": CertificateState(row["state"]), "signature": row["signature"] or "", "key_id": row["key_id"] or ""}
    )


def get(t: Transaction, certificate_id: UUID) -> Certificate | None:
    """One certificate."""
    row = t.one(f"{_SELECT} where c.id = $1", certificate_id)
    return None if row is None else _certificate(row)


def several(t: Transaction, ids: list[UUID]) -> list[Certificate]:
    """Certificates by their ids, in the order of their numbers."""
    rows = t.all(f"{_SELECT} where c.id = any($1) order by c.series, c.year, c.number, c.id", ids)
    return [_certificate(row) for row in rows]


def with_code(t: Transaction, code: str) -> Certificate | None:
    """The certificate that carries a code."""
    row = t.one(f"{_SELECT} where c.code = $1", code)
    return None if row is None else _certificate(row)


def of_decision(t: Transaction, decision_id: UUID, *, in_use: bool) -> list[Certificate]:
    """The certificates of a decision in ceremony order; with `in_use` only those that may be printed."""
    rows = t.all(
        f"{_SELECT} where a.decision_id = $1 and ($2 = 0 or (c.state = 'issued' and a.state = 'in_force')) order by a.line_number, c.series, c.year, c.number, c.id",
        decision_id, int(in_use),
    )
    return [_certificate(row) for row in rows]


def of_award_in_use(t: Transaction, award_id: UUID) -> list[Certificate]:
    """The papers of an award that are still out."""
    return [_certificate(row) for row in t.all(f"{_SELECT} where c.award_id = $1 and c.state = 'issued' order by c.id", award_id)]


def take_numbers(t: Transaction, issuer_id: UUID, series: str, year: int, count: int) -> int:
    """Take `count` numbers of a series in this transaction; the first of them. A transaction that fails gives them back."""
    if not t.run("update certificate_series set last = last + $4 where issuer_id = $1 and series = $2 and year = $3", issuer_id, series, year, count):
        t.run("insert into certificate_series (issuer_id, series, year, last) values ($1, $2, $3, $4)", issuer_id, series, year, count)
    return last_number(t, issuer_id, series, year) - count + 1


def last_number(t: Transaction, issuer_id: UUID, series: str, year: int) -> int:
    """The last number taken; 0 before the first."""
    found = t.value("select last from certificate_series where issuer_id = $1 and series = $2 and year = $3", issuer_id, series, year)
    return int(found or 0)


def keep_layout(t: Transaction, version: str, name: str, content: str, art_blob: str | None, at: datetime) -> None:
    """Keep the text of a layout and the name of its ornament's file for reprints, once per version."""
    if not t.value("select count(*) from certificate_layout where version = $1", version):
        t.run(
            "insert into certificate_layout (version, name, content, art_blob, kept_at) values ($1, $2, $3, $4::text, $5)", version, name, content, art_blob, at
        )


def layout(t: Transaction, version: str) -> tuple[str, str]:
    """The text of a layout as it was when certificates were issued with it, and its kept ornament's file (empty: none)."""
    row = t.one("select content, art_blob from certificate_layout where version = $1", version)
    assert row is not None
    return row["content"], row["art_blob"] or ""


def insert(t: Transaction, rows: Sequence[Sequence[Any]]) -> None:
    """New certificates: id, award, issuer, series, year, number, code, layout, version, facts, hash, signature, key, by, at."""
    t.many(
        """
        insert into certificate (id, award_id, issuer_id, series, year, number, code, layout, layout_version, facts, facts_sha256, signature,
            key_id, issued_by, issued_at, state, reason, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """,
        [(*row, "issued", "", 1) for row in rows],
    )


def set_state(t: Transaction, certificate_id: UUID, version: int, state: CertificateState, reason: str, replaced_by: UUID | None = None) -> int:
    """Mark a certificate; its number and its facts stay. Rows changed."""
    return t.run(
        "update certificate set state = $3, reason = $4, replaced_by = $5::uuid, version = version + 1 where id = $1 and version = $2",
        certificate_id, version, state, reason, replaced_by,
    )


def log_prints(t: Transaction, certificates: Sequence[UUID], by: UUID, at: datetime) -> int:
    """Log that certificates were printed: the first time or again. How many were printed before."""
    rows = t.all("select distinct certificate_id from certificate_print where certificate_id = any($1) order by certificate_id", list(certificates))
    again = {row["certificate_id"] for row in rows}
    t.many(
        "insert into certificate_print (id, certificate_id, printed_by, printed_at, kind) values ($1, $2, $3, $4, $5)",
        [(uuid4(), each, by, at, "reprint" if each in again else "first") for each in certificates],
    )
    return len(again)


def every_fact(t: Transaction) -> list[tuple[UUID, str]]:
    """Id and frozen facts of every certificate."""
    return [(row["id"], row["facts"]) for row in t.all("select id, facts from certificate order by id")]


def set_signatures(t: Transaction, rows: Sequence[tuple[UUID, str, str]]) -> None:
    """New signatures (id, signature, key id) for the sample's certificates."""
    for certificate_id, signature, key_id in rows:
        t.run("update certificate set signature = $2, key_id = $3 where id = $1", certificate_id, signature, key_id)
