"""SQL of the search: people, units, cases, models, decisions, certificates; each within the person's view.

Every fixed query takes `$1` the pattern for `like … escape '\\'`, `$2` how many rows at most, then its own scope. The few rows that
are shown are chosen first and joined with their names afterwards.
"""

from typing import Any
from uuid import UUID

from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, State
from recognition.insight.terms import Hit
from vietnamese import dates

PEOPLE = """
    with found as (
        select p.id, p.name, p.birth_year, p.birth_date, p.name_sort from person p
        where {where} order by p.name_sort, p.id limit {limit}
    )
    select f.id, f.name, f.birth_year, f.birth_date, o.title as post, u.short_name as unit
    from found f
    left join post o on o.person_id = f.id and o.to_date is null {posts}
    left join unit_name u on u.unit_id = o.unit_id and u.to_date is null
    order by f.name_sort, f.id, o.id
"""

UNITS = r"""
    select unit_id as id, name, code, to_date from v_unit_name
    where search like $1 escape '\' and ($3 = 1 or unit_id = any($4))
    order by name_sort, unit_id limit $2
"""

MODELS = r"""
    select m.id, m.name, m.code, u.short_name as unit
    from exemplary_model m left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    where m.search like $1 escape '\'
      and (m.unit_id = any($4) or exists (
        select 1 from model_year y join campaign c on c.id = y.campaign_id where y.model_id = m.id and c.issuer_id = any($3)))
    order by m.name_sort, m.id limit $2
"""

DECISIONS = r"""
    select d.id, d.title, d.number_text, d.decided_on, d.state
    from decision d
    where d.search like $1 escape '\' and (d.issuer_id = any($3) or (d.state = 'recorded' and exists (
        select 1 from award a where a.decision_id = d.id and a.unit_id = any($4))))
    order by d.decided_on desc nulls first, d.id limit $2
"""

CERTIFICATES = r"""
    with found as (
        select c.id, c.award_id, c.number, c.year from certificate c
        where (lower(c.code) like $1 escape '\' or c.award_id in (select a.id from award a where a.search like $1 escape '\'))
          and (c.issuer_id = any($3) or c.award_id in (select a.id from award a where a.unit_id = any($4)))
        order by c.year desc, c.number desc, c.id limit $2
    )
    select f.id, a.name, a.unit, f.number, f.year from found f join award a on a.id = f.award_id
    order by f.year desc, f.number desc, f.id
"""

NOMINATIONS = """
    with found as (
        select n.id, n.created_at from nomination n where {where} order by n.created_at desc, n.id limit {limit}
    )
    select n.id, n.code, n.title, n.state, n.recipient_name, u.short_name as unit
    from found f join v_nomination n on n.id = f.id left join unit_name u on u.unit_id = n.unit_id and u.to_date is null
    order by f.created_at desc, f.id
"""


def _line(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _born(row: dict[str, Any]) -> str:
    year = row["birth_year"] or (row["birth_date"].year if row["birth_date"] else None)
    return f"sinh {year}" if year else ""


def people(t: Transaction, pattern: str, limit: int, everybody: bool, units: list[UUID]) -> list[Hit]:
    """People by name; one line per person, the first current post."""
    where, posts = Conditions(), ""
    where.add("p.search like {} escape '\\' and p.merged_into is null", pattern)
    if not everybody:
        posts = f"and o.unit_id = any({where.value(units)})"
        where.add(f"p.id in (select o.person_id from post o where o.to_date is null {posts})")  # noqa: S608 - a fixed text and a number
    seen: dict[UUID, Hit] = {}
    for row in t.all(PEOPLE.format(where=where.sql, limit=where.value(limit), posts=posts), *where.values):
        seen.setdefault(row["id"], Hit("person", row["id"], row["name"], _line(_born(row), row["post"], row["unit"])))
    return list(seen.values())


def units(t: Transaction, pattern: str, limit: int, everybody: bool, seen: list[UUID]) -> list[Hit]:
    """Units by name or code, the dissolved ones too."""
    rows = t.all(UNITS, pattern, limit, int(everybody), seen)
    return [
        Hit("unit", row["id"], row["name"], _line(row["code"], f"giải thể {dates.short(row['to_date'])}" if row["to_date"] else ""))
        for row in rows
    ]


def nominations(t: Transaction, who: Actor, pattern: str, limit: int) -> list[Hit]:
    """Cases that the person may see."""
    where = visibility.seen_by(who)
    where.add("n.search like {} escape '\\'", pattern)
    rows = t.all(NOMINATIONS.format(where=where.sql, limit=where.value(limit)), *where.values)
    return [Hit("nomination", row["id"], row["title"], _line(row["recipient_name"], row["code"], State(row["state"]).label, row["unit"])) for row in rows]


def models(t: Transaction, who: Actor, pattern: str, limit: int) -> list[Hit]:
    """Models of the person's units, or of campaigns of the person's issuers."""
    rows = t.all(MODELS, pattern, limit, _issuers(who), _units(who))
    return [Hit("model", row["id"], row["name"], _line(row["code"], row["unit"])) for row in rows]


def decisions(t: Transaction, who: Actor, pattern: str, limit: int) -> list[Hit]:
    """Decisions of the person's issuers; recorded ones that reward the person's units."""
    rows = t.all(DECISIONS, pattern, limit, _issuers(who), _units(who))
    return [
        Hit(
            "decision", row["id"], row["title"],
            _line(f"số {row['number_text']}" if row["number_text"] else "chưa có số", dates.short(row["decided_on"]) if row["decided_on"] else None),
        )
        for row in rows
    ]  # fmt: skip


def certificates(t: Transaction, who: Actor, pattern: str, limit: int) -> list[Hit]:
    """Certificates by the name on them or by their code."""
    rows = t.all(CERTIFICATES, pattern, limit, _issuers(who), _units(who))
    return [Hit("certificate", row["id"], row["name"], _line(f"số {row['number']:03d}/{row['year']}", row["unit"])) for row in rows]


def _issuers(who: Actor) -> list[UUID]:
    return list(who.issuers(Role.SECRETARY, Role.CLERK, Role.LEADER))


def _units(who: Actor) -> list[UUID]:
    return list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER))


def campaigns(t: Transaction, issuers: list[UUID], units: list[UUID]) -> list[Hit]:
    """Launched campaigns of these issuers or launched to these units, the newest first."""
    rows = t.all(
        """
        select c.id, c.name, c.code from campaign c
        where c.state <> 'draft' and (c.issuer_id = any($1) or exists (
            select 1 from campaign_unit u where u.campaign_id = c.id and u.unit_id = any($2)))
        order by c.from_date desc, c.name_sort, c.id
        """,
        issuers, units,
    )  # fmt: skip
    return [Hit("campaign", row["id"], row["name"], row["code"]) for row in rows]


def named(t: Transaction, kind: str, thing: UUID) -> Hit | None:
    """A person or a unit under the present name."""
    if kind == "unit":
        row = t.one("select unit_id as id, name, code from v_unit_name where unit_id = $1", thing)
        return Hit("unit", row["id"], row["name"], row["code"]) if row else None
    row = t.one("select id, name, birth_year, birth_date from person where id = $1", thing)
    return Hit("person", row["id"], row["name"], _born(row)) if row else None
