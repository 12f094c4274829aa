"""A decision of recognition recognises the model's year too: only when its checked score allows it and the vote did."""

from collections.abc import Iterable

from recognition.dan_van_kheo import actions as models
from recognition.decisions.terms import Kind
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.words import ModelState
from recognition.nominations.terms import Nomination

_ALREADY = frozenset({ModelState.RECOGNISED, ModelState.OUTSTANDING, ModelState.CONTINUED})


def recognise(who: Actor, kind: Kind, cases: Iterable[Nomination]) -> None:
    """Move the years of the kept cases to «Được công nhận» in the same transaction. Raises Invalid naming the first model that may not."""
    if kind is not Kind.RECOGNISE:
        return
    for case in cases:
        if case.model_year_id is None:
            continue
        model = models.get(who, case.model_year_id)
        if model.year.state in _ALREADY:
            continue
        if model.year.state is not ModelState.CHECKED:
            refuse({"lines": f"Mô hình «{model.name}» đang ở bước «{model.year.state.label}», chưa thẩm định nên chưa công nhận được."})
        try:
            models.recognise(who, model.year.id, model.year.version)
        except Invalid as wrong:
            raise Invalid({"lines": f"Mô hình «{model.name}»: {wrong.sentence}"}) from wrong
