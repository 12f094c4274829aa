"""SQL of lists: batches, their rows, remembered layouts; what a check asks of cases and measures, from published views."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.lists.terms import (
    Batch,
    BatchLine,
    BatchState,
    Column,
    Figures,
    Finding,
    Kind,
    NotData,
    Option,
    Place,
    Row,
    RowState,
    Standing,
)
from recognition.nominations.terms import Commendation, Subject
from vietnamese import text

_BATCH = """id, unit_id, issuer_id, campaign_id, subject, commendation, award_type_id, title, period_from, period_to, told, file_name, blob,
    sha256, columns, not_data, notes, answers, round, state, created_by, created_at, version"""
_ROW = """id, batch_id, sheet, number, fields, sealed, sources, warnings, refused, print, name_key, answers, findings, standing, state,
    nomination_id, version"""
_ORDER = "order by sheet, number, id"


def dump(value: Any) -> str:
    """As JSON text."""
    return json.dumps(value, ensure_ascii=False)


def _batch(row: dict[str, Any]) -> Batch:
    told = {
        "subject": Subject(row["subject"]), "commendation": Commendation(row["commendation"]), "told": bool(row["told"]),
        "columns": tuple(Column(**each) for each in json.loads(row["columns"])),
        "not_data": tuple(NotData(**each) for each in json.loads(row["not_data"])),
        "notes": tuple(json.loads(row["notes"])), "answers": json.loads(row["answers"]), "state": BatchState(row["state"]),
    }  # fmt: skip
    return Batch(**{**row, **told})


def _row(row: dict[str, Any]) -> Row:
    told = {
        "fields": json.loads(row["fields"]),
        "sources": {name: Place(**place) for name, place in json.loads(row["sources"]).items()},
        "warnings": tuple((sentence, cell) for sentence, cell in json.loads(row["warnings"])),
        "answers": json.loads(row["answers"]),
        "findings": tuple(_finding(each) for each in json.loads(row["findings"])),
        "standing": Standing(row["standing"]),
        "state": RowState(row["state"]),
    }
    return Row(**{**row, **told})


def _finding(each: dict[str, Any]) -> Finding:
    return Finding(**{**each, "kind": Kind(each["kind"]), "options": tuple(Option(**one) for one in each["options"])})


def _findings(found: Sequence[Finding]) -> str:
    return dump([{**each.__dict__, "options": [option.__dict__ for option in each.options]} for each in found])


def insert(t: Transaction, batch: Batch) -> None:
    """A new list."""
    t.run(
        f"insert into list_batch ({_BATCH}) values ({', '.join(f'${n}' for n in range(1, 24))})",
        batch.id, batch.unit_id, batch.issuer_id, batch.campaign_id, batch.subject.value, batch.commendation.value, batch.award_type_id,
        batch.title, batch.period_from, batch.period_to, int(batch.told), batch.file_name, batch.blob, batch.sha256,
        *_reading(batch), dump(dict(batch.answers)), batch.round, batch.state.value, batch.created_by, batch.created_at, batch.version,
    )  # fmt: skip


def _reading(batch: Batch) -> tuple[str, str, str]:
    return dump([asdict(each) for each in batch.columns]), dump([asdict(each) for each in batch.not_data]), dump(list(batch.notes))


def update(t: Transaction, batch: Batch) -> int:
    """What may change of a list, its version raised; 0 when somebody else was quicker."""
    return t.run(
        """
        update list_batch set version = version + 1, blob = $3, sha256 = $4, columns = $5, not_data = $6, notes = $7, answers = $8, round = $9,
            state = $10, file_name = $11
        where id = $1 and version = $2
        """,
        batch.id, batch.version, batch.blob, batch.sha256, *_reading(batch), dump(dict(batch.answers)), batch.round, batch.state.value, batch.file_name,
    )  # fmt: skip


def get(t: Transaction, batch_id: UUID) -> Batch | None:
    """One list."""
    row = t.one(f"select {_BATCH} from list_batch where id = $1", batch_id)
    return _batch(row) if row else None


def with_sha(t: Transaction, unit_id: UUID, sha256: str) -> Batch | None:
    """The open list that was made of exactly this file."""
    row = t.one(f"select {_BATCH} from list_batch where unit_id = $1 and sha256 = $2 and state = 'open'", unit_id, sha256)
    return _batch(row) if row else None


def lines(t: Transaction, units: Sequence[UUID], limit: int, offset: int) -> tuple[tuple[BatchLine, ...], int]:
    """The lists of some units, the newest first, and how many."""
    rows = t.all(
        """
        select b.id, b.file_name, coalesce(u.name, '') as unit_name, coalesce(c.name, '') as campaign_name, b.state, b.created_at,
            coalesce(a.name, '') as created_name
        from list_batch b left join v_unit_name u on u.unit_id = b.unit_id left join campaign c on c.id = b.campaign_id
        left join account a on a.id = b.created_by
        where b.unit_id = any($1) and b.state <> 'dropped'
        order by b.created_at desc, b.id limit $2 offset $3
        """,
        list(units), limit, offset,
    )  # fmt: skip
    total = t.value("select count(*) from list_batch where unit_id = any($1) and state <> 'dropped'", list(units))
    return tuple(BatchLine(**{**row, "state": BatchState(row["state"])}, figures=figures(t, row["id"], 0)) for row in rows), total


def insert_rows(t: Transaction, rows: Sequence[Row]) -> None:
    """New rows, many at once."""
    names = [name.strip() for name in _ROW.split(",")]
    t.tx.load("list_row", names, (_values(row) for row in rows))  # made as they go in: a long list is heavy


def _values(row: Row) -> tuple[Any, ...]:
    return (
        row.id, row.batch_id, row.sheet, row.number, dump(dict(row.fields)), row.sealed,
        dump({name: {"sheet": place.sheet, "cell": place.cell} for name, place in row.sources.items()}), dump([list(pair) for pair in row.warnings]), row.refused, row.print,
        row.name_key, dump(dict(row.answers)), _findings(row.findings), row.standing.value, row.state.value, row.nomination_id, row.version,
    )  # fmt: skip


def replace_rows(t: Transaction, rows: Sequence[Row]) -> None:
    """The same rows as they are now: taken out and put in again, many at once."""
    if rows:
        t.run("delete from list_row where id = any($1)", [row.id for row in rows])
        insert_rows(t, rows)


def delete_rows(t: Transaction, ids: Sequence[UUID]) -> None:
    """Rows that a new reading of the same file no longer knows."""
    if ids:
        t.run("delete from list_row where id = any($1)", list(ids))


def row(t: Transaction, row_id: UUID) -> Row | None:
    """One row."""
    found = t.one(f"select {_ROW} from list_row where id = $1", row_id)
    return _row(found) if found else None


def rows(t: Transaction, batch_id: UUID, states: Sequence[RowState] = tuple(RowState)) -> list[Row]:
    """All rows of a list in some states, in the order of the file."""
    return [_row(each) for each in t.all(f"select {_ROW} from list_row where batch_id = $1 and state = any($2) {_ORDER}", batch_id, [s.value for s in states])]


def page(
    t: Transaction, batch_id: UUID, standing: Standing | None, state: RowState | None, search: str, limit: int, offset: int
) -> tuple[tuple[Row, ...], int]:
    """One page of the rows that stand so, and how many there are."""
    where = "batch_id = $1 and ($2::text is null or standing = $2) and ($3::text is null or state = $3) and name_key like $4 escape '\\'"
    params = (batch_id, standing.value if standing else None, state.value if state else None, text.like_pattern(search))
    found = t.all(f"select {_ROW} from list_row where {where} {_ORDER} limit $5 offset $6", *params, limit, offset)
    return tuple(_row(each) for each in found), t.value(f"select count(*) from list_row where {where}", *params)


def ready(t: Transaction, batch_id: UUID, limit: int) -> list[Row]:
    """The next rows that may go in."""
    sql = f"select {_ROW} from list_row where batch_id = $1 and state = 'waiting' and standing = 'good' {_ORDER} limit $2"
    return [_row(each) for each in t.all(sql, batch_id, limit)]


def twins(t: Transaction, batch_id: UUID, keys: Sequence[str]) -> list[Row]:
    """Rows of a list whose folded names are among `keys`."""
    sql = f"select {_ROW} from list_row where batch_id = $1 and name_key = any($2) and state in ('waiting', 'imported') {_ORDER}"
    return [_row(each) for each in t.all(sql, batch_id, list(keys))]


def figures(t: Transaction, batch_id: UUID, not_data: int) -> Figures:
    """How many rows stand how."""
    counted: dict[str, int] = {}
    for each in t.all("select state, standing, count(*) as number from list_row where batch_id = $1 group by state, standing", batch_id):
        name = each["standing"] if each["state"] == "waiting" else each["state"]
        counted[name] = counted.get(name, 0) + each["number"]
    return Figures(**counted, not_data=not_data)


def layout(t: Transaction, unit_id: UUID) -> Any:
    """What a unit's headings were said to mean, as JSON; None when nothing is remembered."""
    kept = t.value("select columns from list_layout where unit_id = $1", unit_id)
    return json.loads(kept) if kept else None


def keep_layout(t: Transaction, unit_id: UUID, columns: Any, by: UUID, at: datetime) -> None:
    """Remember what a unit's headings mean."""
    t.run("delete from list_layout where unit_id = $1", unit_id)
    t.run("insert into list_layout (unit_id, columns, saved_by, saved_at) values ($1, $2, $3, $4)", unit_id, dump(columns), by, at)


_LIVING = "state not in ('draft', 'withdrawn', 'refused', 'failed', 'not_approved')"


def proposed(t: Transaction, issuer_id: UUID, people: Sequence[UUID], units: Sequence[UUID]) -> list[dict[str, Any]]:
    """Living cases before an issuer for some people, or for some units themselves."""
    return t.all(
        f"""
        select v.recipient_id, v.recipient_name, v.person_id, v.recipient_unit_id, v.subject_key, v.code, v.title, v.campaign_id, v.state, coalesce(v.unit_name, '') as unit_name
        from v_nomination v
        where v.issuer_id = $1 and v.{_LIVING} and (v.person_id = any($2) or (v.recipient_kind = 'collective' and v.recipient_unit_id = any($3)))
        order by v.created_at, v.id
        """,
        issuer_id, list(people), list(units),
    )  # fmt: skip


def held(t: Transaction, people: Sequence[UUID], units: Sequence[UUID], today: date) -> frozenset[UUID]:
    """The people and units among these with a discipline or a hold in force."""
    found = t.all(
        """
        select person_id, unit_id from (
            select person_id, unit_id, from_date, to_date from v_discipline_in_force
            union all select person_id, unit_id, from_date, to_date from v_hold
        ) h
        where (person_id = any($1) or unit_id = any($2)) and from_date <= $3 and (to_date is null or to_date >= $3)
        """,
        list(people),
        list(units),
        today,
    )
    return frozenset(each for row in found for each in (row["person_id"], row["unit_id"]) if each is not None)


def set_imported(t: Transaction, done: Mapping[UUID, UUID]) -> None:
    """Which case each row became."""
    for row_id, nomination_id in done.items():
        t.run("update list_row set state = 'imported', nomination_id = $2, version = version + 1 where id = $1", row_id, nomination_id)


def set_state(t: Transaction, row_id: UUID, version: int, state: RowState) -> int:
    """Leave a row out, or take it in again; 0 when somebody else was quicker."""
    return t.run("update list_row set state = $3, version = version + 1 where id = $1 and version = $2", row_id, version, state.value)


def cases(t: Transaction, batch_id: UUID) -> list[dict[str, Any]]:
    """The cases that a list made, with where they stand."""
    return t.all(
        """
        select r.id as row_id, v.id, v.code, v.title, v.recipient_name, v.state, v.version
        from list_row r join v_nomination v on v.id = r.nomination_id where r.batch_id = $1 and r.state = 'imported' order by r.sheet, r.number, r.id
        """,
        batch_id,
    )
