"""Opening one case: its content and, for whoever screens it, what the checks and the radar say, all of one moment."""

from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.screening import actions
from recognition.screening.actions import radar
from recognition.screening.terms import Opened, Screened


def opened(who: Actor, nomination_id: UUID) -> Opened:
    """A case as its page shows it; `screened` only for whoever may screen it, once it has left its unit. Raises NotFound."""
    with reading(who):
        whole = nominations.whole(who, nomination_id)
        return Opened(whole, campaigns.criteria_of(who, whole.case.campaign_id), _screened(who, whole.case))


def _screened(who: Actor, case: Nomination) -> Screened | None:
    if not permissions.allowed(who, Verb.SCREEN, case) or case.state in (State.DRAFT, State.SUBMITTED):
        return None
    return Screened(actions.checks(who, case.id), radar.around(who, case.id))
