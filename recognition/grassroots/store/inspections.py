"""SQL of planned inspections and their results."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from recognition.grassroots.store import write_tags
from recognition.grassroots.terms import NO_TAGS, PlanInput, Record, ResultInput
from recognition.hall.errors import fresh
from recognition.hall.transaction import Transaction
from vietnamese import text


def insert(t: Transaction, data: PlanInput, unit_id: UUID, code: str, by: UUID, at: datetime) -> UUID:
    """Store the inspection of one unit of a plan."""
    made, title = uuid4(), text.clean(data.title)
    t.run(
        """
        insert into grassroots_record (id, code, kind, unit_id, issuer_id, by_unit_id, plan_year, plan_quarter, on_date, title, place, chair, organisations,
            people, content, result, tags, model_id, search, created_by, created_at, version)
        values ($1, $2, 'inspection', $3, $4, $5, $6, $7, null, $8, '', '', '', null, $9, '', $10, null, $11, $12, $13, 1)
        """,
        made, code, unit_id, data.issuer_id, data.by_unit_id, data.year, data.quarter, title, text.clean_multiline(data.content), write_tags(NO_TAGS),
        text.search_key(f"{code} {title}"), by, at,
    )  # fmt: skip
    return made


def update(t: Transaction, record: Record, data: PlanInput) -> None:
    """Store another quarter or content of a planned inspection. Raises Stale."""
    title = text.clean(data.title)
    changed = t.run(
        """
        update grassroots_record set version = version + 1, plan_year = $3, plan_quarter = $4, title = $5, content = $6, search = $7
        where id = $1 and version = $2
        """,
        record.id, record.version, data.year, data.quarter, title, text.clean_multiline(data.content), text.search_key(f"{record.code} {title}"),
    )  # fmt: skip
    fresh(changed)


def set_result(t: Transaction, record: Record, data: ResultInput) -> None:
    """Store what an inspection came to. Raises Stale."""
    changed = t.run(
        "update grassroots_record set version = version + 1, on_date = $3, chair = $4, result = $5, place = $6, model_id = $7 where id = $1 and version = $2",
        record.id, record.version, data.on_date, text.clean_multiline(data.chair), text.clean_multiline(data.result), text.clean(data.place), data.model_id,
    )  # fmt: skip
    fresh(changed)


def waiting(t: Transaction, issuers: Collection[UUID], units: Collection[UUID]) -> list[tuple[int, int]]:
    """Year and quarter of each inspection that is not done, in the plans of these organs and units."""
    rows = t.all(
        """
        select plan_year, plan_quarter from grassroots_record
        where kind = 'inspection' and on_date is null and ((by_unit_id is null and issuer_id = any($1)) or by_unit_id = any($2))
        """,
        sorted(issuers), sorted(units),
    )  # fmt: skip
    return [(row["plan_year"], row["plan_quarter"]) for row in rows]
