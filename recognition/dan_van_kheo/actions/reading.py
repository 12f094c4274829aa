"""Looking at models: one, many, what happened."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from recognition.dan_van_kheo import store
from recognition.dan_van_kheo.actions import ground
from recognition.dan_van_kheo.actions.ground import KIND
from recognition.dan_van_kheo.terms import Model, ModelFilters, ModelPage
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import ModelState, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import HistoryLine

PAGE = 25
NOTHING = ModelFilters()


def get(who: Actor, year_id: UUID) -> Model:
    """A model in one of its years; the contact only for those who may see it. Raises NotFound."""
    with reading(who) as t:
        found = ground.seen(t, who, year_id)
    return found if permissions.allowed(who, Verb.SEE_CONTACTS, found) else replace(found, contact="")


def counts(who: Actor, filters: ModelFilters = NOTHING) -> dict[ModelState, int]:
    """How many of the years of models that `who` may see stand in each state, whatever states the filters name."""
    permissions.require(who, Verb.SEE_MODELS)
    with reading(who) as t:
        return store.counts(t, who, filters)


def find(
    who: Actor, filters: ModelFilters = NOTHING, *, limit: int = PAGE, offset: int = 0, counts: Mapping[ModelState, int] | None = None
) -> ModelPage:
    """One page of the years of models that `who` may see, with the number per state.

    `counts` saves counting again what `counts` of the same filters has just told.
    """
    permissions.require(who, Verb.SEE_MODELS)
    with reading(who) as t:
        known = dict(counts) if counts is not None else store.counts(t, who, filters)
        rows = store.page(t, who, filters, limit, offset)
    wanted = filters.states or tuple(ModelState)
    return ModelPage(tuple(rows), sum(number for state, number in known.items() if state in wanted), known)


def history(who: Actor, year_id: UUID) -> list[HistoryLine]:
    """What happened in this year of the model, the newest first, one plain sentence each."""
    with reading(who) as t:
        ground.seen(t, who, year_id)
        return nominations.told(t, KIND, year_id)
