"""The unit's own score, line by line, before the level above checks it."""

from collections.abc import Mapping
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import scores


def self_scores(who: Actor, nomination_id: UUID) -> dict[UUID, int]:
    """Line → the unit's own points; a line without points is not there, zero is. Raises NotFound."""
    with reading(who) as t:
        ground.require_seen(t, who, nomination_id)
        return scores.own(t, nomination_id)


def behind(t: Transaction, nomination_id: UUID) -> dict[UUID, int]:
    """The same for the room that shows a case with names hidden; the caller has asked."""
    return scores.own(t, nomination_id)


def score_itself(who: Actor, nomination_id: UUID, points: Mapping[UUID, int | None], key: UUID | None = None) -> dict[UUID, int]:
    """Keep the unit's own points of a draft or a returned case. Raises NotAllowed, NotFound, Invalid (criterion id → sentence)."""
    with transaction(who, key) as t:
        case = ground.lock(t, nomination_id)
        permissions.require(who, Verb.EDIT, case)
        if case.state not in road.EDITABLE:
            raise NotAllowed(f"Hồ sơ đang ở bước «{case.state.label}» nên không đổi điểm tự chấm được.")
        if case.campaign_id is None:
            raise Invalid({"": "Hồ sơ không thuộc phong trào nào nên không tự chấm."})
        lines = campaigns.in_transaction(t, case.campaign_id).criteria
        refuse(rules.check_self_scores(lines, points))
        before = scores.own(t, nomination_id)
        scores.keep(t, nomination_id, points)
        after = scores.own(t, nomination_id)
        told = [{str(name): value for name, value in each.items()} for each in (before, after)]
        audit.note(t, Verb.EDIT, KIND, nomination_id, before=told[0], after=told[1], case=case, detail=f"tự chấm {sum(after.values())} điểm")
        t.result = str(nomination_id)
    return after
