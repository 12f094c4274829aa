"""What the reviewers made of a campaign's cases, for the secretary."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.reviewing import phases, rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import Advice, Assignment, AssignmentState, CaseResult, Overview, ReviewerResult


def overview(who: Actor, campaign_id: UUID, phase_id: UUID | None = None) -> Overview:
    """Every scored case of a campaign with mean, spread and normalised mean; every reviewer with progress and leaning.

    With a phase: its cases and sheets alone. Without: the points that count, of the last phase in which each case is scored.

    Raises NotAllowed to everybody but the issuer's secretaries.
    """
    with reading(who) as t:
        campaign = ground.campaign_of(t, who, campaign_id, Verb.SEE_SCORES)
        rows = store.cases(t, campaign_id, [state.value for state in ground.SHOWN])
        given = [one for one in store.of_cases(t, [row["id"] for row in rows]) if one.state is not AssignmentState.ENDED]
        known = phase_store.of_campaign(t, campaign_id)
        phase = next((one for one in known if one.id == phase_id), None)
        if phase_id is not None and phase is None:
            raise NotFound()
        sheets = [one for one in given if one.phase_id == phase_id] if phase else list(phases.counting(given, known))
        if phase is not None and phase.number > 1:
            inside = phase_store.entered(t, phase.id)
            rows = [row for row in rows if row["id"] in inside]
    found = rules.totals(campaign.criteria, sheets)
    brought = rules.normalised(found)
    cases = []
    for row in rows:
        own = [one for one in sheets if one.nomination_id == row["id"]]
        middle, least, most, even = rules.case_figures(found.get(row["id"], {}), brought.get(row["id"]))
        locked, away = (sum(one.state is state for one in own) for state in (AssignmentState.LOCKED, AssignmentState.ABSTAINED))
        cases.append(CaseResult(row["id"], row["code"], row["title"], row["recipient"], row["unit"], len(own), locked, away, middle, least, most, even, _advice(own)))
    return Overview(rules.ranked(cases), _people(sheets, found), campaign.pass_mark)


def _advice(own: Sequence[Assignment]) -> dict[Advice, int]:
    counts = {each: sum(one.advice is each for one in own if one.state is AssignmentState.LOCKED) for each in Advice}
    return {each: number for each, number in counts.items() if number}


def _people(sheets: Sequence[Assignment], found: Mapping[UUID, Mapping[UUID, int]]) -> tuple[ReviewerResult, ...]:
    names = {one.account_id: one.reviewer for one in sheets}
    made = []
    for account, name in names.items():
        own = [one for one in sheets if one.account_id == account]
        middle, lean = rules.leaning(account, found)
        made.append(ReviewerResult(account, name, len(own), sum(one.state is not AssignmentState.OPEN for one in own), middle, lean))
    return tuple(made)
