"""SQL of who learned from which model, and of the recognised models that everybody may learn from."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo.spread_terms import Copied, Example, ExampleLine, LearnInput, Link
from recognition.dan_van_kheo.terms import LearnedFrom, Replication
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from vietnamese import dates, text

#: The newest recognised year of each model. A model that was ended since is no example any more.
_RECOGNISED = """
    y.state in ('recognised', 'outstanding', 'continued')
    and not exists (select 1 from model_year z where z.model_id = y.model_id and z.state = 'ended' and z.year >= y.year)
    and not exists (
        select 1 from model_year z
        where z.model_id = y.model_id and z.year > y.year and z.state in ('recognised', 'outstanding', 'continued')
    )
"""


def learners(t: Transaction, model_id: UUID) -> list[Replication]:
    """Units that took a model over, the earliest first."""
    rows = t.all(
        """
        select r.unit_id, u.name as unit_name, r.on_date, r.note, r.result, r.copied_model_id, c.name as copied_name from replication r
        left join unit_name u on u.unit_id = r.unit_id and u.to_date is null
        left join exemplary_model c on c.id = r.copied_model_id
        where r.model_id = $1 order by r.on_date, r.id
        """,
        model_id,
    )
    return [
        Replication(row["unit_id"], row["unit_name"] or "", row["on_date"], row["note"], row["result"] or "", row["copied_model_id"], row["copied_name"] or "")
        for row in rows
    ]


def learned_from(t: Transaction, model_id: UUID) -> list[LearnedFrom]:
    """The models from which a model learned."""
    rows = t.all(
        """
        select r.model_id, m.name, u.name as unit_name, r.on_date from replication r join exemplary_model m on m.id = r.model_id
        left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
        where r.copied_model_id = $1 order by r.on_date, r.id
        """,
        model_id,
    )
    return [LearnedFrom(row["model_id"], row["name"], row["unit_name"] or "", row["on_date"]) for row in rows]


def links(t: Transaction) -> list[Link]:
    """Every link that is written down."""
    rows = t.all("select model_id, unit_id, copied_model_id, on_date from replication")
    return [Link(row["model_id"], row["unit_id"], row["copied_model_id"], row["on_date"]) for row in rows]


def unit_of(t: Transaction, model_id: UUID) -> UUID | None:
    """Whose model it is."""
    found: UUID | None = t.value("select unit_id from exemplary_model where id = $1", model_id)
    return found


def insert(t: Transaction, model_id: UUID, data: LearnInput, by: UUID, at: datetime) -> None:
    """Note that a unit took the model over."""
    t.run(
        """
        insert into replication (id, model_id, unit_id, copied_model_id, on_date, note, result, by_account, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        uuid4(), model_id, data.unit_id, data.copied_model_id, data.on_date, text.clean(data.adapted), text.clean(data.result), by, at,
    )


def registered(t: Transaction, model_id: UUID, data: LearnInput) -> int:
    """A unit that worked without a model of its own has registered one now: rows changed."""
    return t.run(
        "update replication set copied_model_id = $3 where model_id = $1 and unit_id = $2 and copied_model_id is null",
        model_id, data.unit_id, data.copied_model_id,
    )


def remove(t: Transaction, model_id: UUID, unit_id: UUID) -> int:
    """Take away a link that was written down wrongly; the log keeps what it said. Rows changed."""
    return t.run("delete from replication where model_id = $1 and unit_id = $2", model_id, unit_id)


def known_from(t: Transaction, model_id: UUID) -> date | None:
    """The local day of a model's first recognition or publication, whichever came first."""
    moments = [
        t.value("select min(recognised_at) from model_year where model_id = $1", model_id),
        t.value("select published_at from v_model_published where model_id = $1", model_id),
    ]
    return min((dates.to_local(moment).date() for moment in moments if moment is not None), default=None)


_EXAMPLE = f"""
    select y.id as year_id, m.id as model_id, m.code, m.name, m.field, m.unit_id, u.name as unit_name, y.year, m.situation, m.content, m.area,
        m.forces, m.resources, m.results, m.spread
    from model_year y join exemplary_model m on m.id = y.model_id
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    where m.id = (select x.model_id from model_year x where x.id = $1) and {_RECOGNISED}
"""


def example(t: Transaction, year_id: UUID) -> Example | None:
    """The recognised model of which this is a year, in its newest recognised year."""
    row = t.one(_EXAMPLE, year_id)
    if row is None:
        return None
    values: dict[str, Any] = {**row, "field": Field(row["field"]), "unit_name": row["unit_name"] or ""}
    return Example(**values)


_COPIED = """
    with copied as (
        select m.id, max(y.year) as year, count(distinct r.unit_id) as learners
        from exemplary_model m join model_year y on y.model_id = m.id join replication r on r.model_id = m.id and r.unit_id <> m.unit_id
        where {where} group by m.id
    )
    select y.id as year_id, m.code, m.name, u.name as unit_name, c.learners
    from copied c join exemplary_model m on m.id = c.id join model_year y on y.model_id = m.id and y.year = c.year
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    order by c.learners desc, m.name_sort, m.id limit {limit}
"""


def copied(t: Transaction, where: Conditions, span: tuple[date, date], units: Collection[UUID] | None, campaign_id: UUID | None, limit: int) -> list[Copied]:
    """The models (of `where`, over `m` and `y`) from which units learned in a span of days, most learners first."""
    where.add("r.on_date between {} and {}", *span)
    where.add_equal((("y.campaign_id", campaign_id),))
    if units is not None:
        where.add("m.unit_id = any({})", list(units))
    rows = t.all(_COPIED.format(where=where.sql, limit=where.value(limit)), *where.values)
    return [Copied(row["year_id"], row["code"], row["name"], row["unit_name"] or "", int(row["learners"])) for row in rows]


_LINES = """
    with page as (
        select y.id from model_year y join exemplary_model m on m.id = y.model_id
        where {where} order by y.year desc, m.name_sort, y.id limit {limit} offset {offset}
    )
    select y.id as year_id, m.id as model_id, m.code, m.name, m.field, u.name as unit_name, y.year,
        (select count(distinct r.unit_id) from replication r where r.model_id = m.id and r.unit_id <> m.unit_id) as learners
    from page p join model_year y on y.id = p.id join exemplary_model m on m.id = y.model_id
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    order by y.year desc, m.name_sort, y.id
"""


def examples(t: Transaction, words: str, field: Field | None, limit: int, offset: int) -> tuple[list[ExampleLine], int]:
    """One page of the recognised models of all units, and how many there are."""
    where = Conditions()
    where.add(_RECOGNISED)
    where.add_words("m.search", words)
    where.add_equal((("m.field", field),))
    total = int(t.value(f"select count(*) from model_year y join exemplary_model m on m.id = y.model_id where {where.sql}", *where.values))
    rows = t.all(_LINES.format(where=where.sql, limit=where.value(limit), offset=where.value(offset)), *where.values)
    lines = []
    for row in rows:
        values: dict[str, Any] = {**row, "field": Field(row["field"]), "unit_name": row["unit_name"] or ""}
        lines.append(ExampleLine(**values))
    return lines, total
