"""SQL of what other nouns did, read through the published view of tagged acts."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from recognition.grassroots.dimension_terms import Act, Tagged
from recognition.grassroots.store import read_tags, seen_by
from recognition.grassroots.terms import OWN, Acts
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction


def counts(t: Transaction, who: Actor, units: Collection[UUID], from_date: date, to_date: date) -> Acts:
    """What units did between two days, as far as `who` may see it."""
    where = seen_by(who)
    where.add("r.unit_id = any({})", sorted(units))
    where.add("r.on_date between {} and {}", from_date, to_date)
    rows = t.all(f"select r.what, r.subject, count(*) as number from v_tagged_act r where {where.sql} group by r.what, r.subject", *where.values)
    found: dict[str, int] = {}
    for row in rows:
        found[row["what"]] = found.get(row["what"], 0) + row["number"]
    deeds = sum(row["number"] for row in rows if row["what"] == "award" and row["subject"] == "deed")
    return Acts(found.get("model", 0), found.get("recognised", 0), found.get("deed", 0), found.get("award", 0), deeds)


def tagged(t: Transaction, who: Actor, from_date: date, to_date: date) -> list[Tagged]:
    """What every unit in the view of `who` did between two days, with its tags: models, deeds, awards, records of the book."""
    where = seen_by(who, figures=True)
    where.add("r.on_date between {} and {}", from_date, to_date)
    where.add("r.unit_id is not null and r.what = any({})", [Act.MODEL.value, Act.DEED.value, Act.AWARD.value, Act.RECORD.value])
    own = where.value([kind.value for kind in OWN])
    rows = t.all(
        f"""
        with r as (
            select what, unit_id, issuer_id, on_date, tags from v_tagged_act
            union all
            select 'record', unit_id, issuer_id, on_date, tags from grassroots_record where kind = any({own})
        )
        select r.what, r.unit_id, r.tags, count(*) as number from r where {where.sql} group by r.what, r.unit_id, r.tags
        """,
        *where.values,
    )
    return [Tagged(Act(row["what"]), row["unit_id"], read_tags(row["tags"]), row["number"]) for row in rows]


def outreach(t: Transaction, who: Actor, units: Collection[UUID], from_date: date, to_date: date) -> tuple[int, int]:
    """Outreach sessions of units between two days, and how many people they reached."""
    where = seen_by(who, figures=True)
    where.add("r.kind = 'outreach' and r.on_date between {} and {}", from_date, to_date)
    where.add("r.unit_id = any({})", sorted(units))
    row = t.one(f"select count(*) as sessions, coalesce(sum(r.people), 0) as reached from grassroots_record r where {where.sql}", *where.values)
    return (int(row["sessions"]), int(row["reached"])) if row else (0, 0)
