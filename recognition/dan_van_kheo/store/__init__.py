"""SQL of models and their years."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from db import chain
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.dan_van_kheo.store import spread
from recognition.dan_van_kheo.terms import (
    Figure,
    Measure,
    Model,
    ModelFilters,
    ModelInput,
    ModelLine,
    Novelty,
    Owner,
    Year,
)
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import ModelState, Role
from recognition.nominations.terms import Tags
from vietnamese import text

_BOXES = ("situation", "aims", "content", "area", "forces", "resources", "schedule", "results", "spread", "contact", "level")


def seen_by(who: Actor) -> Conditions:
    """The conditions of a query over models `m` in a year `y` that this person may see: of their units, or before their issuers."""
    found = Conditions()
    ways = []
    if units := {*who.units(Role.NOMINATOR, subtree=False), *who.units(Role.UNIT_LEADER, Role.LEADER)}:
        ways.append(f"m.unit_id = any({found.value(sorted(units))})")
    if issuers := list(who.issuers(Role.SECRETARY, Role.LEADER)):
        ways.append(f"y.issuer_id = any({found.value(issuers)})")
    found.add(" or ".join(ways) or "1 = 0")
    return found


_MODEL = """
    select m.*, u.name as unit_name, r.name as recipient_name, r.person_id
    from exemplary_model m
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    left join v_recipient r on r.id = m.recipient_id
    where m.id = $1
"""
_YEARS = """
    select y.*, c.name as campaign_name from model_year y left join campaign c on c.id = y.campaign_id
    where y.model_id = $1 order by y.year desc
"""


def seen(t: Transaction, who: Actor, year_id: UUID) -> UUID | None:
    """The model of a year, if `who` may see it."""
    where = seen_by(who)
    where.add("y.id = {}", year_id)
    found: UUID | None = t.value(f"select m.id from exemplary_model m join model_year y on y.model_id = m.id where {where.sql}", *where.values)
    return found


def get(t: Transaction, model_id: UUID, year_id: UUID) -> Model:
    """A model with one of its years in hand, and all of them beside."""
    row = t.one(_MODEL, model_id)
    assert row is not None
    years = tuple(_year(each) for each in t.all(_YEARS, model_id))
    values: dict[str, Any] = {name: row[name] for name in (*_BOXES, "id", "code", "name", "unit_id", "recipient_id", "person_id", "created_by", "created_at", "version")}
    return Model(
        field=Field(row["field"]),
        owner=Owner(row["owner"]),
        novelty=Novelty(row["novelty"]),
        tags=_tags(row["tags"]),
        unit_name=row["unit_name"] or "",
        recipient_name=row["recipient_name"] or "",
        year=next(each for each in years if each.id == year_id),
        years=years,
        replications=tuple(spread.learners(t, model_id)),
        sources=tuple(spread.learned_from(t, model_id)),
        **values,
    )


def _year(row: Mapping[str, Any]) -> Year:
    values: dict[str, Any] = {
        name: row[name]
        for name in ("id", "model_id", "year", "campaign_id", "issuer_id", "report", "self_score", "checked_score", "check_reason", "decided_at", "created_at", "version")
    }
    return Year(state=ModelState(row["state"]), campaign_name=row["campaign_name"] or "", figures=read_figures(row["figures"]), **values)


def read_figures(content: str) -> tuple[Figure, ...]:
    """Figures from their canonical JSON."""
    return tuple(Figure(Measure(each["measure"]), each["amount"], each["unit"], each["name"], each.get("about", "")) for each in json.loads(content))


def _tags(content: str) -> Tags:
    found = json.loads(content)
    return Tags(None, tuple(Papi(code) for code in found["papi"]), tuple(Democracy(code) for code in found["democracy"]))


def _write_tags(tags: Tags) -> str:
    return chain.canonical({"papi": sorted(each.value for each in tags.papi), "democracy": sorted(each.value for each in tags.democracy)})


def figures_json(figures: Iterable[Figure]) -> str:
    """Figures as canonical JSON."""
    rows = [
        {"measure": f.measure.value, "amount": f.amount, "unit": text.clean(f.unit), "name": text.clean(f.name)} | ({"about": about} if (about := text.clean(f.about)) else {})
        for f in figures
    ]
    return json.dumps(chain.plain(rows), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# -- writing ----------------------------------------------------------------------------------------------------------


def insert(t: Transaction, data: ModelInput, code: str, recipient_id: UUID, search: str, by: UUID, at: datetime) -> UUID:
    """Store a new model."""
    made = uuid4()
    t.run(
        """
        insert into exemplary_model (id, code, unit_id, created_by, created_at, version, name, field, owner, recipient_id, situation, aims,
            content, area, forces, resources, schedule, results, spread, contact, level, novelty, tags, search, name_sort)
        values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        """,
        made, code, data.unit_id, by, at, *_values(data, recipient_id, search),
    )
    return made


def update(t: Transaction, model_id: UUID, version: int, data: ModelInput, recipient_id: UUID, search: str) -> int:
    """Store what was changed; 0 when somebody else was quicker."""
    return t.run(
        """
        update exemplary_model set version = version + 1, name = $3, field = $4, owner = $5, recipient_id = $6, situation = $7, aims = $8,
            content = $9, area = $10, forces = $11, resources = $12, schedule = $13, results = $14, spread = $15, contact = $16,
            level = $17, novelty = $18, tags = $19, search = $20, name_sort = $21
        where id = $1 and version = $2
        """,
        model_id, version, *_values(data, recipient_id, search),
    )


def _values(data: ModelInput, recipient_id: UUID, search: str) -> tuple[Any, ...]:
    assert data.field is not None
    boxes = tuple(text.clean_multiline(getattr(data, name)) for name in _BOXES)
    name = text.clean(data.name)
    return (name, data.field.value, data.owner.value, recipient_id, *boxes, data.novelty.value, _write_tags(data.tags), search, text.sort_key(name))


def insert_year(t: Transaction, model_id: UUID, year: int, campaign_id: UUID, issuer_id: UUID, at: datetime) -> UUID:
    """Open a year of a model, registered."""
    made = uuid4()
    t.run(
        """
        insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, self_score, checked_score, check_reason,
            created_at, decided_at, version)
        values ($1, $2, $3, $4, $5, 'registered', '', '[]', null, null, '', $6, null, 1)
        """,
        made, model_id, year, campaign_id, issuer_id, at,
    )
    return made


#: What `set_year` may change besides the state.
COLUMNS = ("report", "figures", "self_score", "checked_score", "check_reason", "decided_at", "started_at", "reported_at", "recognised_at")


def set_year(t: Transaction, year: Year, state: ModelState, **values: Any) -> int:
    """The state of a year and the named columns; 0 when somebody else was quicker."""
    unknown = set(values) - set(COLUMNS)
    if unknown:
        raise TypeError(f"a model's year has no column {sorted(unknown)}")
    columns = "".join(f", {name} = ${number}" for number, name in enumerate(values, start=4))
    sql = f"update model_year set state = $3, version = version + 1{columns} where id = $1 and version = $2"
    return t.run(sql, year.id, year.version, state.value, *values.values())


def same_name(t: Transaction, unit_id: UUID, name: str, but: UUID | None) -> str | None:
    """The code of the unit's living model of this name, whatever its marks and capitals."""
    rows = t.all(
        """
        select m.id, m.code, m.name from exemplary_model m where m.unit_id = $1 and m.search like $2 escape '\\'
            and exists (select 1 from model_year y where y.model_id = m.id and y.state <> 'ended')
        order by m.code
        """,
        unit_id, text.like_pattern(name),
    )
    return next((row["code"] for row in rows if row["id"] != but and text.search_key(row["name"]) == text.search_key(name)), None)


# -- lists ------------------------------------------------------------------------------------------------------------

_PAGE = """
    with page as (
        select y.id from model_year y join exemplary_model m on m.id = y.model_id
        where {where} order by y.year desc, m.name_sort, y.id limit {limit} offset {offset}
    )
    select y.id as year_id, m.id as model_id, m.code, m.name, m.field, m.owner, m.tags, u.name as unit_name, r.name as recipient_name, y.year,
        c.name as campaign_name, y.state, y.self_score, y.checked_score, d.day as due, y.version
    from page p join model_year y on y.id = p.id join exemplary_model m on m.id = y.model_id
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    left join v_recipient r on r.id = m.recipient_id
    left join campaign c on c.id = y.campaign_id
    left join campaign_deadline d on d.campaign_id = y.campaign_id and d.stage = case
        when y.state = 'registered' then 'register' when y.state in ('approved', 'working') then 'report'
        when y.state in ('self_scored', 'checked') then 'screen' else '' end
    order by y.year desc, m.name_sort, y.id
"""


def _where(who: Actor, f: ModelFilters) -> Conditions:
    """What `who` may see of what the filters ask. Codes of tags are their own JSON strings, so the quoted code finds exactly them."""
    where = seen_by(who)
    where.add_words("m.search", f.search)
    where.add_equal((("y.year", f.year), ("m.field", f.field), ("m.owner", f.owner), ("m.unit_id", f.unit_id), ("y.campaign_id", f.campaign_id)))
    if f.year_ids is not None:
        where.add("y.id = any({})", list(f.year_ids))
    for tag in (f.papi, f.democracy):
        if tag:
            where.add("m.tags like {}", f'%"{tag.value}"%')
    return where


def counts(t: Transaction, who: Actor, filters: ModelFilters) -> dict[ModelState, int]:
    """How many years of models stand in each state, whatever states the filters name."""
    where = _where(who, filters)
    rows = t.all(
        f"select y.state, count(*) as number from model_year y join exemplary_model m on m.id = y.model_id where {where.sql} group by y.state", *where.values
    )
    found = {row["state"]: row["number"] for row in rows}
    return {state: found[state] for state in ModelState if state in found}


def page(t: Transaction, who: Actor, filters: ModelFilters, limit: int, offset: int) -> list[ModelLine]:
    """One page, the newest year first, by name."""
    where = _where(who, filters)
    if filters.states:
        where.add("y.state = any({})", [state.value for state in filters.states])
    sql = _PAGE.format(where=where.sql, limit=where.value(limit), offset=where.value(offset))
    return [_line(row) for row in t.all(sql, *where.values)]


def _line(row: Mapping[str, Any]) -> ModelLine:
    values: dict[str, Any] = {name: row[name] or "" for name in ("unit_name", "recipient_name", "campaign_name")}
    values |= {name: row[name] for name in ("year_id", "model_id", "code", "name", "year", "self_score", "checked_score", "due", "version")}
    return ModelLine(tags=_tags(row["tags"]), field=Field(row["field"]), owner=Owner(row["owner"]), state=ModelState(row["state"]), **values)
