"""SQL of what other nouns did, read through the published view of tagged acts."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from recognition.grassroots.store import seen_by
from recognition.grassroots.terms import Acts
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
