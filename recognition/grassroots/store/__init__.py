"""SQL of records and their points."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from db import chain
from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots.terms import Filters, Kind, Line, Point, PointInput, Promise, Record, RecordInput, Stage
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.errors import fresh
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role
from recognition.nominations.terms import Tags
from vietnamese import text


def seen_by(who: Actor, *, figures: bool = False) -> Conditions:
    """The conditions of a query over rows `r` with a unit and an issuer that this person may see; with `figures` those of a leader too."""
    watching = (Role.LEADER,) if figures else ()
    found = Conditions()
    ways = []
    if units := {*who.units(Role.NOMINATOR, subtree=False), *who.units(Role.UNIT_LEADER, *watching)}:
        ways.append(f"r.unit_id = any({found.value(sorted(units))})")
    if issuers := list(who.issuers(Role.SECRETARY, *watching)):
        ways.append(f"r.issuer_id = any({found.value(issuers)})")
    found.add(" or ".join(ways) or "1 = 0")
    return found


# -- one ---------------------------------------------------------------------------------------------------------------

_RECORD = """
    select r.*, u.name as unit_name
    from grassroots_record r left join unit_name u on u.unit_id = r.unit_id and u.to_date is null
"""


def get(t: Transaction, who: Actor, record_id: UUID) -> Record | None:
    """A record with its points, if `who` may see it."""
    where = seen_by(who)
    where.add("r.id = {}", record_id)
    row = t.one(f"{_RECORD} where {where.sql}", *where.values)
    return None if row is None else replace(_record(row), points=tuple(points(t, record_id)))


def points(t: Transaction, record_id: UUID) -> list[Point]:
    """The points of a record in their order."""
    return [Point(**row) for row in t.all("select * from grassroots_point where record_id = $1 order by position, id", record_id)]


def points_of(t: Transaction, record_ids: Collection[UUID]) -> dict[UUID, list[Point]]:
    """The points of many records in their order, by the record's id."""
    found: dict[UUID, list[Point]] = {}
    for row in t.all("select * from grassroots_point where record_id = any($1) order by position, id", list(record_ids)):
        found.setdefault(row["record_id"], []).append(Point(**row))
    return found


def _record(row: Mapping[str, Any]) -> Record:
    values: dict[str, Any] = {name: row[name] for name in row if name not in ("kind", "tags", "search", "created_at", "unit_name")}
    return Record(kind=Kind(row["kind"]), tags=read_tags(row["tags"]), unit_name=row["unit_name"] or "", **values)


def read_tags(content: str) -> Tags:
    """Tags from their canonical JSON."""
    found = json.loads(content)
    return Tags(None, tuple(Papi(code) for code in found.get("papi", ())), tuple(Democracy(code) for code in found.get("democracy", ())))


def write_tags(tags: Tags) -> str:
    """Tags as canonical JSON."""
    return chain.canonical({"papi": sorted(each.value for each in tags.papi), "democracy": sorted(each.value for each in tags.democracy)})


# -- writing -----------------------------------------------------------------------------------------------------------

_COLUMNS = ("on_date", "title", "place", "chair", "organisations", "people", "content", "result", "tags", "search")


def insert(t: Transaction, data: RecordInput, code: str, by: UUID, at: datetime) -> UUID:
    """Store a record."""
    made = uuid4()
    t.run(
        """
        insert into grassroots_record (id, code, kind, unit_id, issuer_id, by_unit_id, plan_year, plan_quarter, model_id, created_by, created_at, version,
            on_date, title, place, chair, organisations, people, content, result, tags, search)
        values ($1, $2, $3, $4, $5, null, null, null, null, $6, $7, 1, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        made, code, data.kind.value, data.unit_id, data.issuer_id, by, at, *_values(data, code),
    )
    return made


def update(t: Transaction, record: Record, data: RecordInput) -> None:
    """Store what was changed. Raises Stale."""
    columns = ", ".join(f"{name} = ${number}" for number, name in enumerate(_COLUMNS, start=4))
    sql = f"update grassroots_record set version = version + 1, issuer_id = $3, {columns} where id = $1 and version = $2"
    fresh(t.run(sql, record.id, record.version, data.issuer_id, *_values(data, record.code)))


def _values(data: RecordInput, code: str) -> tuple[Any, ...]:
    words = {name: text.clean(getattr(data, name)) for name in ("title", "place")}
    words |= {name: text.clean_multiline(getattr(data, name)) for name in ("chair", "organisations", "content", "result")}
    search = text.search_key(" ".join((code, words["title"], words["place"], words["chair"], words["organisations"])))
    return (
        data.on_date, words["title"], words["place"], words["chair"], words["organisations"], data.people, words["content"], words["result"],
        write_tags(data.tags), search,
    )  # fmt: skip


def touch(t: Transaction, record: Record) -> None:
    """The record changes with its points. Raises Stale."""
    fresh(t.run("update grassroots_record set version = version + 1 where id = $1 and version = $2", record.id, record.version))


def remove(t: Transaction, record: Record) -> None:
    """Take a record out of the book. Raises Stale."""
    touch(t, record)
    t.run("delete from grassroots_point where record_id = $1", record.id)
    t.run("delete from grassroots_record where id = $1", record.id)


def add_point(t: Transaction, record: Record, data: PointInput) -> UUID:
    """One more point at the end."""
    made, last = uuid4(), max((point.position for point in record.points), default=0)
    t.run(
        """
        insert into grassroots_point (id, record_id, position, said_by, said, answer, promise, responsible, due, done_on, done_how)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, '')
        """,
        made, record.id, last + 1, *_point(data),
    )
    return made


def change_point(t: Transaction, point_id: UUID, data: PointInput) -> None:
    """Store what was changed in a point."""
    sql = "update grassroots_point set said_by = $2, said = $3, answer = $4, promise = $5, responsible = $6, due = $7 where id = $1"
    t.run(sql, point_id, *_point(data))


def _point(data: PointInput) -> tuple[Any, ...]:
    said, answer, promise = (text.clean_multiline(value) for value in (data.said, data.answer, data.promise))
    return text.clean(data.said_by), said, answer, promise, text.clean(data.responsible), data.due


def remove_point(t: Transaction, point_id: UUID) -> None:
    """Take a point out."""
    t.run("delete from grassroots_point where id = $1", point_id)


def keep(t: Transaction, point_id: UUID, done_on: date | None, how: str) -> None:
    """A promise was kept on a day; None: it is open again."""
    t.run("update grassroots_point set done_on = $2, done_how = $3 where id = $1", point_id, done_on, text.clean_multiline(how))


# -- lists -------------------------------------------------------------------------------------------------------------

_POINTS = """
    select record_id, count(*) as points, sum(case when answer <> '' then 1 else 0 end) as answered,
        sum(case when promise <> '' then 1 else 0 end) as promised, sum(case when done_on is not null then 1 else 0 end) as kept,
        sum(case when promise <> '' and done_on is null and due < {} then 1 else 0 end) as late
    from grassroots_point group by record_id
"""
_PAGE = """
    with page as (select r.* from grassroots_record r where {where} order by {order} limit {limit} offset {offset}),
    told as ({points})
    select p.*, u.name as unit_name, coalesce(b.name, i.name) as by_name, t.points, t.answered, t.promised, t.kept, t.late
    from page p left join told t on t.record_id = p.id left join unit_name u on u.unit_id = p.unit_id and u.to_date is null
    left join unit_name b on b.unit_id = p.by_unit_id and b.to_date is null left join issuer i on i.id = p.issuer_id
    order by {outer}
"""
ORDER = "{0}.on_date desc, {0}.code desc"
PLAN_ORDER = "{0}.plan_year desc, {0}.plan_quarter, {0}.code"
_LINE = ("id", "code", "unit_id", "on_date", "title", "place", "chair", "organisations", "people", "plan_year", "plan_quarter", "result")


_STAGES = {
    Stage.DONE: "r.on_date is not null",
    Stage.PLANNED: "r.on_date is null and 4 * r.plan_year + r.plan_quarter >= {}",
    Stage.OVERDUE: "r.on_date is null and 4 * r.plan_year + r.plan_quarter < {}",
}


def quarter_number(day: date) -> int:
    """Quarters counted through, as the query counts them."""
    return 4 * day.year + (day.month + 2) // 3


def _where(who: Actor, f: Filters, today: date) -> Conditions:
    where = seen_by(who)
    where.add("r.kind = any({})", [kind.value for kind in f.kinds])
    where.add_words("r.search", f.search)
    if f.unit_ids is not None:
        where.add("r.unit_id = any({})", sorted(f.unit_ids))
    if f.from_date is not None:
        where.add("r.on_date >= {}", f.from_date)
    if f.to_date is not None:
        where.add("r.on_date <= {}", f.to_date)
    if f.late:
        where.add("r.id in (select record_id from grassroots_point where promise <> '' and done_on is null and due < {})", today)
    where.add_equal((("r.plan_year", f.plan_year), ("r.model_id", f.model_id)))
    if f.stage is not None:
        where.add(_STAGES[f.stage], *(() if f.stage is Stage.DONE else (quarter_number(today),)))
    for tag in (f.papi, f.democracy):
        if tag:
            where.add("r.tags like {}", f'%"{tag.value}"%')
    return where


def count(t: Transaction, who: Actor, filters: Filters, today: date) -> int:
    """How many records there are."""
    where = _where(who, filters, today)
    return int(t.value(f"select count(*) from grassroots_record r where {where.sql}", *where.values))


def page(t: Transaction, who: Actor, filters: Filters, today: date, limit: int, offset: int, order: str = ORDER) -> list[Line]:
    """One page, the newest first."""
    where = _where(who, filters, today)
    asked, told = where.sql, _POINTS.format(where.value(today))
    sql = _PAGE.format(where=asked, order=order.format("r"), outer=order.format("p"), points=told, limit=where.value(limit), offset=where.value(offset))
    return [_line(row) for row in t.all(sql, *where.values)]


def _line(row: Mapping[str, Any]) -> Line:
    values: dict[str, Any] = {name: row[name] for name in _LINE}
    values |= {name: int(row[name] or 0) for name in ("points", "answered", "promised", "kept", "late")}
    values["by_name"] = " ".join((row["by_name"] or "").split())
    return Line(kind=Kind(row["kind"]), tags=read_tags(row["tags"]), unit_name=row["unit_name"] or "", **values)


def open_promises(
    t: Transaction, who: Actor, *, units: Collection[UUID] | None = None, until: date | None = None, kinds: Collection[Kind] = tuple(Kind)
) -> list[Promise]:
    """Promises that are not kept, of records that `who` may see, the nearest day first; of `units` only, made up to `until`."""
    where = seen_by(who)
    where.add("r.kind = any({})", [kind.value for kind in kinds])
    where.add("q.promise <> '' and q.done_on is null and q.due is not null")
    if units is not None:
        where.add("r.unit_id = any({})", sorted(units))
    if until is not None:
        where.add("r.on_date <= {}", until)
    rows = t.all(
        f"""
        select r.id as record_id, r.title as record_title, r.kind, u.name as unit_name, q.promise, q.responsible, q.due
        from grassroots_point q join grassroots_record r on r.id = q.record_id
        left join unit_name u on u.unit_id = r.unit_id and u.to_date is null
        where {where.sql} order by q.due, r.code, q.position
        """,
        *where.values,
    )
    return [Promise(**{**row, "kind": Kind(row["kind"]), "unit_name": row["unit_name"] or ""}) for row in rows]


def organs(t: Transaction, unit_ids: Collection[UUID]) -> list[UUID]:
    """The organs whose campaigns reach units, the one with the newest campaign first."""
    sql = "select issuer_id from v_unit_organ where unit_id = any($1) group by issuer_id order by max(last_from) desc, count(*) desc, issuer_id"
    return [row["issuer_id"] for row in t.all(sql, sorted(unit_ids))]
