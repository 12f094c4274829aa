"""Campaigns under way, and which of them are launched but do not move."""

from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.insight import launches
from recognition.insight.rules import launches as rules
from recognition.insight.terms.launches import Launch
from vietnamese import dates

#: What stands beside every alarm: where its number comes from.
CUSTOM = rules.CUSTOM


def under_way(who: Actor) -> list[Launch]:
    """Campaigns under way today that `who` may see, the stillest first. Raises NotAllowed."""
    return _judged(who, [line.id for line in campaigns.open_now(who)])


def one(who: Actor, campaign_id: UUID) -> Launch | None:
    """One campaign; None when it is not under way. Raises NotAllowed, NotFound."""
    return next(iter(_judged(who, [campaigns.get(who, campaign_id).id])), None)


def _judged(who: Actor, ids: list[UUID]) -> list[Launch]:
    if not ids:
        return []
    with reading(who) as t:
        return rules.order([rules.judged(moves, dates.today()) for moves in launches.moves(t, ids)])
