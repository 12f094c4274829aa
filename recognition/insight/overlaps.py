"""SQL of campaigns under way and to come. `$1` issuers in full view, `$2` units in view, `$3` 1 when one unit is chosen, `$4` its subtree, `$5` today."""

import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import Stage
from recognition.campaigns.themes import Field
from recognition.hall.binning import CAMPAIGN_KEPT
from recognition.hall.transaction import Transaction
from recognition.insight.terms.overlaps import Planned

#: What is still being prepared is for its issuer alone, and of no unit yet.
_CAMPAIGNS = f"""
    select c.id, c.name, c.issuer_id, i.name as issuer, c.state, c.from_date, c.to_date, c.fields
    from campaign c join issuer i on i.id = c.issuer_id
    where c.state in ('draft', 'launched') and c.to_date >= $5 and {CAMPAIGN_KEPT}
      and (c.issuer_id = any($1) or (c.state = 'launched' and c.id in (select u.campaign_id from campaign_unit u where u.unit_id = any($2))))
      and ($3 = 0 or c.id in (select u.campaign_id from campaign_unit u where u.unit_id = any($4)))
    order by c.from_date, c.to_date, c.name_sort, c.id
"""  # noqa: S608 - fixed texts
_UNITS = """
    select u.campaign_id, u.unit_id from campaign_unit u join campaign c on c.id = u.campaign_id
    where u.campaign_id = any($5) and (c.issuer_id = any($1) or u.unit_id = any($2)) and ($3 = 0 or u.unit_id = any($4))
"""
_DEADLINES = "select campaign_id, stage, day from campaign_deadline where campaign_id = any($1) order by day, stage"


def planned(t: Transaction, issuers: Sequence[UUID], units: Sequence[UUID], chosen: Sequence[UUID] | None, today: date) -> list[Planned]:
    """Campaigns that are not over, the earliest first, with their deadlines and their units in view."""
    view = (list(issuers), list(units), int(chosen is not None), list(chosen or ()))
    rows = t.all(_CAMPAIGNS, *view, today)
    ids = [row["id"] for row in rows]
    told: dict[UUID, set[UUID]] = {}
    for row in t.all(_UNITS, *view, ids):
        told.setdefault(row["campaign_id"], set()).add(row["unit_id"])
    days: dict[UUID, list[tuple[Stage, date]]] = {}
    for row in t.all(_DEADLINES, ids):
        days.setdefault(row["campaign_id"], []).append((Stage(row["stage"]), row["day"]))
    return [
        Planned(
            row["id"], row["name"], row["issuer_id"], row["issuer"], row["state"] == "launched", row["from_date"], row["to_date"],
            frozenset(Field(code) for code in json.loads(row["fields"])), tuple(days.get(row["id"], ())), frozenset(told.get(row["id"], ())),
        )
        for row in rows
    ]  # fmt: skip
