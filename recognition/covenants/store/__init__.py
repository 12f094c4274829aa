"""SQL of covenants: the text with its parties and targets, its editions, who joined."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.covenants.store.reports import reports_of
from recognition.covenants.terms import (
    Covenant,
    CovenantInput,
    Direction,
    Edition,
    Joined,
    Party,
    Post,
    State,
    Target,
    Way,
)
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.errors import fresh
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role
from vietnamese import text


def seen_by(who: Actor) -> Conditions:
    """Covenants `c` that somebody sees: all of the organ for its secretary; what was offered for its leader and for the units that are party to it."""
    found, ways = Conditions(), []
    if mine := list(who.issuers(Role.SECRETARY)):
        ways.append(f"c.issuer_id = any({found.value(mine)})")
    if watched := list(who.issuers(Role.LEADER)):
        ways.append(f"c.edition > 0 and c.issuer_id = any({found.value(watched)})")
    if units := sorted({*who.units(Role.NOMINATOR, subtree=False), *who.units(Role.UNIT_LEADER, Role.LEADER)}):
        ways.append(f"c.edition > 0 and c.id in (select p.covenant_id from covenant_party p where p.unit_id = any({found.value(units)}))")
    found.add(" or ".join(f"({way})" for way in ways) or "1 = 0")
    return found


_GET = """
    select c.*, i.name as issuer_name, coalesce(m.name, '') as campaign_name
    from covenant c join issuer i on i.id = c.issuer_id left join campaign m on m.id = c.campaign_id
"""
_PARTIES = """
    select p.unit_id, v.name, p.post, j.way, j.signer, j.post as signer_post, j.joined_on, j.file_id
    from covenant_party p join unit_name v on v.unit_id = p.unit_id and v.to_date is null
    left join covenant_join j on j.covenant_id = p.covenant_id and j.unit_id = p.unit_id and j.edition = $2
    where p.covenant_id = $1 order by p.position, p.unit_id
"""


def get(t: Transaction, who: Actor, covenant_id: UUID) -> Covenant | None:
    """A covenant with everything of it, if `who` may see it."""
    where = seen_by(who)
    where.add("c.id = {}", covenant_id)
    row = t.one(f"{_GET} where {where.sql}", *where.values)
    if row is None:
        return None
    values: dict[str, Any] = {name: row[name] for name in row if name not in ("state", "search", "created_by", "created_at", "issuer_name")}
    reports = reports_of(t, covenant_id)
    parties = tuple(replace(_party(each), report=reports.get(each["unit_id"])) for each in t.all(_PARTIES, covenant_id, row["edition"]))
    return Covenant(state=State(row["state"]), issuer_name=" ".join(row["issuer_name"].split()), parties=parties, targets=tuple(targets(t, covenant_id)), **values)


def _party(row: Mapping[str, Any]) -> Party:
    joined = Joined(Way(row["way"]), row["signer"], row["signer_post"], row["joined_on"], row["file_id"]) if row["way"] else None
    return Party(row["unit_id"], row["name"], Post(row["post"]), joined)


def targets(t: Transaction, covenant_id: UUID) -> list[Target]:
    """The targets in their order."""
    rows = t.all(
        "select id, position, name, measure, direction, wanted, wanted_words, points from covenant_target where covenant_id = $1 order by position, id", covenant_id
    )
    return [Target(**{**row, "direction": Direction(row["direction"])}) for row in rows]


def editions(t: Transaction, covenant_id: UUID) -> list[Edition]:
    """Every text that was offered, the newest first, with how many joined it."""
    rows = t.all(
        """
        select e.number, e.sha256, e.reason, coalesce(a.name, '') as made_by, e.made_at,
            (select count(*) from covenant_join j where j.covenant_id = e.covenant_id and j.edition = e.number) as joined
        from covenant_edition e left join account a on a.id = e.made_by
        where e.covenant_id = $1 order by e.number desc
        """,
        covenant_id,
    )
    return [Edition(**row) for row in rows]


# -- writing -----------------------------------------------------------------------------------------------------------

_COLUMNS = ("campaign_id", "name", "cluster", "content", "from_date", "to_date", "report_by", "place", "signed_on", "search")


def insert(t: Transaction, data: CovenantInput, code: str, by: UUID, at: datetime) -> UUID:
    """Store a covenant that is being drawn up, without its parties and targets."""
    made = uuid4()
    columns = ", ".join(f"${number}" for number in range(6, 6 + len(_COLUMNS)))
    t.run(
        f"""
        insert into covenant (id, code, issuer_id, created_by, created_at, state, edition, conclusion, version, {", ".join(_COLUMNS)})
        values ($1, $2, $3, $4, $5, 'draft', 0, '', 1, {columns})
        """,
        made, code, data.issuer_id, by, at, *_values(data, code),
    )  # fmt: skip
    return made


def update(t: Transaction, covenant: Covenant, data: CovenantInput) -> None:
    """Store what was changed. Raises Stale."""
    columns = ", ".join(f"{name} = ${number}" for number, name in enumerate(_COLUMNS, start=3))
    fresh(t.run(f"update covenant set version = version + 1, {columns} where id = $1 and version = $2", covenant.id, covenant.version, *_values(data, covenant.code)))


def _values(data: CovenantInput, code: str) -> tuple[Any, ...]:
    name, cluster, place = (text.clean(each) for each in (data.name, data.cluster, data.place))
    return (
        data.campaign_id, name, cluster, text.clean_multiline(data.content), data.from_date, data.to_date, data.report_by or data.to_date, place, data.signed_on,
        text.search_key(" ".join((code, name, cluster))),
    )  # fmt: skip


def put_parties(t: Transaction, covenant_id: UUID, parties: Sequence[tuple[UUID, Post]]) -> None:
    """The parties anew, in their order; a report that came back to a unit that is no party any more goes with it."""
    t.run("delete from covenant_party where covenant_id = $1", covenant_id)
    t.many(
        "insert into covenant_party (covenant_id, unit_id, position, post) values ($1, $2, $3, $4)",
        [(covenant_id, unit_id, number, post.value) for number, (unit_id, post) in enumerate(parties, 1)],
    )
    for table in ("covenant_result", "covenant_report"):
        t.run(f"delete from {table} where covenant_id = $1 and not (unit_id = any($2))", covenant_id, [unit_id for unit_id, _ in parties])


def put_targets(t: Transaction, covenant_id: UUID, made: Sequence[Target]) -> None:
    """The targets anew; what was reported of one that is gone goes with it."""
    t.run("delete from covenant_target where covenant_id = $1", covenant_id)
    t.many(
        "insert into covenant_target (id, covenant_id, position, name, measure, direction, wanted, wanted_words, points) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [(each.id, covenant_id, each.position, each.name, each.measure, each.direction.value, each.wanted, each.wanted_words, each.points) for each in made],
    )
    t.run("delete from covenant_result where covenant_id = $1 and not (target_id = any($2))", covenant_id, [each.id for each in made])


def offer(t: Transaction, covenant: Covenant, content: str, sha256: str, reason: str, by: UUID, at: datetime) -> None:
    """Fix the text as the next edition, which is to be joined anew. Raises Stale."""
    number = covenant.edition + 1
    changed = t.run("update covenant set state = 'open', edition = $3, version = version + 1 where id = $1 and version = $2", covenant.id, covenant.version, number)
    fresh(changed)
    t.run(
        "insert into covenant_edition (covenant_id, number, content, sha256, reason, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)",
        covenant.id, number, content, sha256, reason, by, at,
    )  # fmt: skip


def close(t: Transaction, covenant: Covenant, conclusion: str) -> None:
    """End it with what was concluded. Raises Stale."""
    fresh(t.run("update covenant set state = 'closed', conclusion = $3, version = version + 1 where id = $1 and version = $2", covenant.id, covenant.version, conclusion))


def remove(t: Transaction, covenant: Covenant) -> None:
    """Take away a covenant that was never offered. Raises Stale."""
    fresh(t.run("delete from covenant where id = $1 and version = $2 and edition = 0", covenant.id, covenant.version))
    for table in ("covenant_party", "covenant_target"):
        t.run(f"delete from {table} where covenant_id = $1", covenant.id)


def join(t: Transaction, covenant: Covenant, unit_id: UUID, joined: Joined, by: UUID, at: datetime) -> None:
    """A party joins the edition in force."""
    t.run(
        "insert into covenant_join (covenant_id, edition, unit_id, way, signer, post, joined_on, file_id, by_account, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        covenant.id, covenant.edition, unit_id, joined.way.value, joined.signer, joined.post, joined.on, joined.file_id, by, at,
    )  # fmt: skip


def unjoin(t: Transaction, covenant: Covenant, unit_id: UUID) -> None:
    """Take back that a party signed on paper."""
    t.run("delete from covenant_join where covenant_id = $1 and edition = $2 and unit_id = $3 and way = 'paper'", covenant.id, covenant.edition, unit_id)


def units_of_cluster(t: Transaction, cluster_id: UUID, today: date) -> list[UUID]:
    """Living units of a registered cluster: those that name it, and those directly below it."""
    rows = t.all(
        """
        select v.unit_id from v_unit_name v join unit u on u.id = v.unit_id join unit_name n on n.unit_id = v.unit_id and n.to_date is null
        where (u.cluster_id = $1 or n.parent_id = $1) and (v.to_date is null or v.to_date > $2) order by n.name_sort, v.unit_id
        """,
        cluster_id, today,
    )  # fmt: skip
    return [row["unit_id"] for row in rows]


def names(t: Transaction, unit_ids: Collection[UUID]) -> dict[UUID, str]:
    """Present names of units."""
    return {row["unit_id"]: row["name"] for row in t.all("select unit_id, name from unit_name where to_date is null and unit_id = any($1)", list(unit_ids))}
