"""What every action on a model stands on: finding it, moving its year by the table of transitions."""

from typing import Any
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign, Stage
from recognition.catalogue import actions as catalogue
from recognition.dan_van_kheo import store
from recognition.dan_van_kheo.terms import Model
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import ModelState, Verb
from vietnamese import dates

KIND = "model_year"
#: While a year stands here, its unit may still change the registration.
EDITABLE = frozenset({ModelState.REGISTERED, ModelState.APPROVED, ModelState.WORKING})
#: From here on a year has results that a commendation can name.
REPORTED = frozenset({ModelState.SELF_SCORED, ModelState.CHECKED, ModelState.RECOGNISED, ModelState.OUTSTANDING, ModelState.CONTINUED})
#: The verbs of the table of transitions.
STEPS = frozenset(verb for _, verb in road.MODEL_YEAR)


def seen(t: Transaction, who: Actor, year_id: UUID) -> Model:
    """The model in this year if `who` may see it. Raises NotFound."""
    model_id = store.seen(t, who, year_id)
    if model_id is None:
        raise NotFound()
    return store.get(t, model_id, year_id)


def locked(t: Transaction, who: Actor, year_id: UUID, version: int, verb: Verb) -> Model:
    """The model for a step of this year, in the version of the year that was looked at, where the road allows the step.

    Raises NotFound, NotAllowed, Stale.
    """
    found = seen(t, who, year_id)
    permissions.require(who, verb, found)
    if found.year.version != version:
        raise Stale()
    if verb in STEPS:
        road.model_after(found.year.state, verb)
    return found


def campaign(who: Actor, campaign_id: UUID) -> Campaign:
    """The campaign that the unit chose. Raises Invalid on its field."""
    try:
        return campaigns.get(who, campaign_id)
    except NotFound:
        raise Invalid({"campaign_id": "Không tìm thấy phong trào này. Anh/chị chọn lại."}) from None


def stage_refusal(t: Transaction, campaign: Campaign, unit_id: UUID, stage: Stage) -> str | None:
    """Why a stage of the campaign takes nothing from the unit today, or None."""
    if not campaigns.reaches(t, campaign.id, unit_id):
        return "Phong trào này chưa phát động tới đơn vị của anh/chị. Anh/chị chọn phong trào khác hoặc hỏi thư ký."
    return campaigns.stage_refusal(campaign, stage, dates.today())


def regulation(key: str, otherwise: int) -> int:
    """A number of the office's regulations in force today; `otherwise` in an installation that has none."""
    try:
        return int(catalogue.regulation_on(key, dates.today()).value)
    except NotFound:
        return otherwise


def move(t: Transaction, before: Model, verb: Verb, detail: str = "", **values: Any) -> Model:
    """Move the year of a locked model by a verb, with columns of `store.COLUMNS`; written to the log. Raises Stale."""
    state = road.model_after(before.year.state, verb)
    if not store.set_year(t, before.year, state, **values):
        raise Stale()
    after = store.get(t, before.id, before.year.id)
    audit.note(t, verb, KIND, before.year.id, before=before.year, after=after.year, case=after, detail=detail)
    return after
