"""SQL of campaigns."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from db import chain
from recognition.campaigns.terms import (
    Campaign,
    CampaignInput,
    CampaignKind,
    CampaignLine,
    CampaignState,
    Criterion,
    Paper,
    Stage,
    UnitLine,
)
from recognition.campaigns.themes import Field
from recognition.hall.binning import CAMPAIGN_KEPT, BinKind, Binned
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from vietnamese import text

_GET = """
    select c.*, i.name as issuer_name, (select count(*) from campaign_unit u where u.campaign_id = c.id) as units
    from campaign c join issuer i on i.id = c.issuer_id
    where c.id = $1
"""

_CRITERIA = """
    select c.id, c.name, c.guidance, c.max_points, c.bonus, p.criterion_id is not null as proof
    from criterion c left join criterion_proof p on p.criterion_id = c.id
    where c.campaign_id = $1 order by c.number
"""


def get(t: Transaction, campaign_id: UUID) -> Campaign | None:
    """One campaign with its deadlines and criteria, whoever asks."""
    return t.once(("campaign", campaign_id), lambda: _get(t, campaign_id))


def _get(t: Transaction, campaign_id: UUID) -> Campaign | None:
    row = t.one(_GET, campaign_id)
    if row is None:
        return None
    deadlines = t.all("select stage, day from campaign_deadline where campaign_id = $1", campaign_id)
    criteria = t.all(_CRITERIA, campaign_id)
    return Campaign(
        id=row["id"],
        code=row["code"],
        issuer_id=row["issuer_id"],
        issuer_name=row["issuer_name"],
        name=row["name"],
        kind=CampaignKind(row["kind"]),
        level=row["level"],
        aim=row["aim"],
        papers=tuple(_paper(item) for item in json.loads(row["papers"])),
        from_date=row["from_date"],
        to_date=row["to_date"],
        deadlines={Stage(line["stage"]): line["day"] for line in deadlines},
        fields=tuple(Field(code) for code in json.loads(row["fields"])),
        criteria=tuple(Criterion(c["name"], c["max_points"], c["guidance"], bool(c["bonus"]), c["id"], c["proof"]) for c in criteria),
        pass_mark=row["pass_mark"],
        state=CampaignState(row["state"]),
        launched_at=row["launched_at"],
        version=row["version"],
        units=row["units"],
    )


def _paper(item: dict[str, Any]) -> Paper:
    return Paper(item["number"], date.fromisoformat(item["date"]) if item["date"] else None, item["title"])


def in_days(t: Transaction, issuer_id: UUID, start: date, end: date, but: UUID | None) -> list[tuple[str, str, date, date]]:
    """(code, name, from, to) of an issuer's campaigns that share a day with a period; `but` is left out."""
    rows = t.all(
        """
        select code, name, from_date, to_date from campaign c
        where issuer_id = $1 and from_date <= $3 and to_date >= $2 and ($4::uuid is null or id <> $4::uuid) and """
        + CAMPAIGN_KEPT
        + " order by code",
        issuer_id, start, end, but,
    )
    return [(row["code"], row["name"], row["from_date"], row["to_date"]) for row in rows]


def _seen_by(issuers: list[UUID], units: list[UUID]) -> Conditions:
    """Campaigns `c` that somebody sees: of their issuers; launched to their units, or to units above or below those."""
    found = Conditions()
    ways = []
    if issuers:
        ways.append(f"c.issuer_id = any({found.value(issuers)})")
    if units:
        launched = f"select cu.campaign_id from campaign_unit cu where cu.unit_id = any({found.value(units)})"
        ways.append(f"c.state <> 'draft' and c.id in ({launched})")
    found.add(" or ".join(ways) or "1 = 0")
    found.add(CAMPAIGN_KEPT)
    return found


def visible(t: Transaction, campaign_id: UUID, issuers: list[UUID], units: list[UUID]) -> bool:
    """Whether somebody of these issuers or units may see it."""
    where = _seen_by(issuers, units)
    where.add("c.id = {}", campaign_id)
    return t.value(f"select 1 from campaign c where {where.sql}", *where.values) is not None


def _values(data: CampaignInput) -> tuple[Any, ...]:
    papers = [{"number": p.number, "date": p.day.isoformat() if p.day else None, "title": p.title} for p in data.papers]
    name = text.clean(data.name)
    return (
        name, data.kind.value, text.clean(data.level), text.clean_multiline(data.aim), _json(papers), data.from_date, data.to_date,
        _json([each.value for each in data.fields]), data.pass_mark, text.search_key(name), text.sort_key(name),
    )


def _json(value: list[Any]) -> str:
    return json.dumps(chain.plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def insert(t: Transaction, data: CampaignInput, code: str) -> UUID:
    """Store a new campaign in preparation."""
    made = uuid4()
    t.run(
        """
        insert into campaign (id, code, issuer_id, state, version, launched_at, name, kind, level, aim, papers, from_date, to_date,
            fields, pass_mark, search, name_sort)
        values ($1, $2, $3, 'draft', 1, null, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        made, code, data.issuer_id, *_values(data),
    )
    _put_parts(t, made, data)
    return made


def update(t: Transaction, campaign_id: UUID, version: int, data: CampaignInput) -> int:
    """Store what was changed; 0 when somebody else was quicker."""
    changed = t.run(
        """
        update campaign set name = $3, kind = $4, level = $5, aim = $6, papers = $7, from_date = $8, to_date = $9, fields = $10,
            pass_mark = $11, search = $12, name_sort = $13, version = version + 1
        where id = $1 and version = $2
        """,
        campaign_id, version, *_values(data),
    )
    if changed:
        _put_parts(t, campaign_id, data)
    return changed


def _put_parts(t: Transaction, campaign_id: UUID, data: CampaignInput) -> None:
    """Deadlines anew; criteria keep their ids where the line is still there, for evidence and scores name them."""
    t.run("delete from campaign_deadline where campaign_id = $1", campaign_id)
    if data.deadlines:
        t.many(
            "insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, $3, $4)",
            [(uuid4(), campaign_id, stage.value, day) for stage, day in sorted(data.deadlines.items())],
        )
    known = {row["id"] for row in t.all("select id from criterion where campaign_id = $1", campaign_id)}
    t.run("delete from criterion_proof where criterion_id in (select id from criterion where campaign_id = $1)", campaign_id)
    t.run("delete from criterion where campaign_id = $1", campaign_id)
    rows = [
        (line.id if line.id in known else uuid4(), campaign_id, number, text.clean(line.name), text.clean_multiline(line.guidance),
         line.max_points, int(line.bonus))
        for number, line in enumerate(data.criteria, start=1)
    ]
    if rows:
        t.many("insert into criterion (id, campaign_id, number, name, guidance, max_points, bonus) values ($1, $2, $3, $4, $5, $6, $7)", rows)
    demanded = [(row[0],) for row, line in zip(rows, data.criteria, strict=True) if line.proof]
    if demanded:
        t.many("insert into criterion_proof (criterion_id) values ($1)", demanded)


def used_criteria(t: Transaction, campaign_id: UUID) -> frozenset[UUID]:
    """Lines of a campaign's score sheet on which points or files stand."""
    rows = t.all("select u.criterion_id from v_criterion_used u join criterion c on c.id = u.criterion_id where c.campaign_id = $1", campaign_id)
    return frozenset(row["criterion_id"] for row in rows)


def set_state(t: Transaction, campaign_id: UUID, version: int, state: CampaignState, launched_at: Any = None) -> int:
    """Launch or close; 0 when somebody else was quicker."""
    return t.run(
        "update campaign set state = $3, launched_at = coalesce($4::timestamp, launched_at), version = version + 1 where id = $1 and version = $2",
        campaign_id, version, state.value, launched_at,
    )


_BINNED = """
    select c.id, c.code, c.name, i.name as issuer, coalesce(a.name, '') as removed_by, b.removed_at
    from bin_item b join campaign c on c.id = b.object_id join issuer i on i.id = c.issuer_id left join account a on a.id = b.removed_by
    where b.kind = 'campaign' and c.issuer_id = any($1) order by b.removed_at desc, c.id
"""


def thrown_away(t: Transaction, issuers: Sequence[UUID]) -> list[Binned]:
    """Campaigns of some issuers in the bin, the latest first."""
    rows = t.all(_BINNED, list(issuers))
    return [Binned(BinKind.CAMPAIGN, row["id"], row["name"], f"{row['code']} · {row['issuer']}", row["removed_by"], row["removed_at"]) for row in rows]


def has_quotas(t: Transaction, campaign_id: UUID) -> bool:
    """Whether quotas were set for it."""
    return t.value("select 1 from quota where campaign_id = $1 limit 1", campaign_id) is not None


def erase(t: Transaction, campaign_id: UUID) -> None:
    """A campaign that was never launched, with its deadlines and criteria."""
    t.run("delete from criterion_proof where criterion_id in (select id from criterion where campaign_id = $1)", campaign_id)
    for table in ("criterion", "campaign_deadline", "campaign_unit"):
        t.run(f"delete from {table} where campaign_id = $1", campaign_id)
    t.run("delete from campaign where id = $1 and state = 'draft'", campaign_id)


def add_units(t: Transaction, campaign_id: UUID, units: Sequence[UUID]) -> None:
    """Send the campaign to units that do not have it yet."""
    known = {row["unit_id"] for row in t.all("select unit_id from campaign_unit where campaign_id = $1", campaign_id)}
    rows = [(campaign_id, unit_id) for unit_id in dict.fromkeys(units) if unit_id not in known]
    if rows:
        t.many("insert into campaign_unit (campaign_id, unit_id, seen_at) values ($1, $2, null)", rows)


def reaches(t: Transaction, campaign_id: UUID, unit_id: UUID) -> bool:
    """Whether the campaign was launched to the unit."""
    return t.value("select 1 from campaign_unit where campaign_id = $1 and unit_id = $2", campaign_id, unit_id) is not None


def living_units(t: Transaction, units: Sequence[UUID], today: date) -> set[UUID]:
    """Those of the units that exist and are not dissolved today."""
    rows = t.all("select unit_id from v_unit_name where unit_id = any($1) and (to_date is null or to_date > $2)", list(units), today)
    return {row["unit_id"] for row in rows}


def units_of(t: Transaction, campaign_id: UUID) -> list[UnitLine]:
    """The units of a campaign with the number of cases and models that they sent in, by name."""
    rows = t.all(
        """
        select u.unit_id, v.name,
            (select count(*) from nomination n where n.campaign_id = u.campaign_id and n.unit_id = u.unit_id and n.state not in ('draft', 'withdrawn')) as nominations,
            (select count(*) from v_model_year y where y.campaign_id = u.campaign_id and y.unit_id = u.unit_id) as models
        from campaign_unit u join unit_name v on v.unit_id = u.unit_id and v.to_date is null
        where u.campaign_id = $1
        order by v.name_sort, u.unit_id
        """,
        campaign_id,
    )
    return [UnitLine(row["unit_id"], row["name"], row["nominations"], row["models"]) for row in rows]


_LINES = """
    select c.id, c.code, c.name, c.kind, c.state, i.name as issuer_name, c.from_date, c.to_date,
        (select count(*) from campaign_unit u where u.campaign_id = c.id) as units
    from campaign c join issuer i on i.id = c.issuer_id
    where {where}
    order by c.from_date desc, c.name_sort, c.id
    limit {limit} offset {offset}
"""


def lines(
    t: Transaction, issuers: list[UUID], units: list[UUID], search: str, state: CampaignState | None, on_day: date | None, today: date,
    limit: int, offset: int,
) -> list[CampaignLine]:
    """One page of visible campaigns, the newest first, with each one's next deadline."""
    where = _seen_by(issuers, units)
    where.add_words("c.search", search)
    where.add_equal((("c.state", state),))
    if on_day is not None:
        where.add("{0} between c.from_date and c.to_date", on_day)
    rows = t.all(_LINES.format(where=where.sql, limit=where.value(limit), offset=where.value(offset)), *where.values)
    coming = _coming(t, [row["id"] for row in rows], today)
    nothing: tuple[Stage | None, date | None] = (None, None)
    return [
        CampaignLine(
            id=row["id"], code=row["code"], name=row["name"], kind=CampaignKind(row["kind"]), state=CampaignState(row["state"]),
            issuer_name=row["issuer_name"], from_date=row["from_date"], to_date=row["to_date"],
            next_stage=coming.get(row["id"], nothing)[0], next_day=coming.get(row["id"], nothing)[1], units=row["units"],
        )
        for row in rows
    ]


def _coming(t: Transaction, ids: list[UUID], today: date) -> dict[UUID, tuple[Stage, date]]:
    """The next deadline of each campaign."""
    rows = t.all("select campaign_id, stage, day from campaign_deadline where campaign_id = any($1) and day >= $2 order by day desc, stage", ids, today)
    return {row["campaign_id"]: (Stage(row["stage"]), row["day"]) for row in rows}


def counts(t: Transaction, issuers: list[UUID], units: list[UUID], search: str) -> dict[CampaignState, int]:
    """How many visible campaigns stand in each state."""
    where = _seen_by(issuers, units)
    where.add_words("c.search", search)
    rows = t.all(f"select c.state, count(*) as number from campaign c where {where.sql} group by c.state", *where.values)
    return {CampaignState(row["state"]): row["number"] for row in rows}
