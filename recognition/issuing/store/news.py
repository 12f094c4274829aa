"""Good-news sheets: which were made, by whose consent, with which photo of the case."""

from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import NewsSheet, Photo


def photos(t: Transaction, award_id: UUID) -> list[Photo]:
    """The pictures of the case behind an award."""
    rows = t.all(
        """
        select p.evidence_id as id, p.caption, p.file_name, p.blob from v_award a join v_case_picture p on p.nomination_id = a.nomination_id
        where a.award_id = $1 order by p.file_name, p.evidence_id
        """,
        award_id,
    )
    return [Photo(**row) for row in rows]


def _sheet(row: dict[str, Any]) -> NewsSheet:
    return NewsSheet(**row)


def of_award(t: Transaction, award_id: UUID) -> NewsSheet | None:
    """The sheet of an award that stands."""
    row = t.one(
        "select id, award_id, evidence_id, consent, photo_consent, made_at from news_sheet where award_id = $1 and withdrawn_at is null order by made_at desc, id",
        award_id,
    )
    return None if row is None else _sheet(row)


def get(t: Transaction, sheet_id: UUID) -> NewsSheet | None:
    """One sheet that stands."""
    row = t.one("select id, award_id, evidence_id, consent, photo_consent, made_at from news_sheet where id = $1 and withdrawn_at is null", sheet_id)
    return None if row is None else _sheet(row)


def insert(t: Transaction, made: NewsSheet, by: UUID) -> None:
    """A new sheet."""
    t.run(
        """
        insert into news_sheet (id, award_id, evidence_id, consent, photo_consent, made_by, made_at, withdrawn_at, withdrawn_reason)
        values ($1, $2, $3::uuid, $4, $5, $6, $7, null, '')
        """,
        made.id, made.award_id, made.evidence_id, made.consent, made.photo_consent, by, made.made_at,
    )  # fmt: skip


def withdraw(t: Transaction, sheet_id: UUID, reason: str, at: datetime) -> int:
    """It is no longer made; rows changed."""
    return t.run("update news_sheet set withdrawn_at = $2, withdrawn_reason = $3 where id = $1 and withdrawn_at is null", sheet_id, at, reason)
