"""What the reviewers made of a campaign's cases, for the secretary."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.reviewing import rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.terms import Assignment, AssignmentState, CaseResult, Overview, ReviewerResult


def overview(who: Actor, campaign_id: UUID) -> Overview:
    """Every scored case of a campaign with mean, spread and normalised mean; every reviewer with progress and leaning.

    Raises NotAllowed to everybody but the issuer's secretaries.
    """
    with reading(who) as t:
        campaign = ground.campaign_of(t, who, campaign_id, Verb.SEE_SCORES)
        rows = store.cases(t, campaign_id, [state.value for state in ground.SHOWN])
        sheets = [one for one in store.of_cases(t, [row["id"] for row in rows]) if one.state is not AssignmentState.ENDED]
    found = rules.totals(campaign.criteria, sheets)
    brought = rules.normalised(found)
    cases = []
    for row in rows:
        own = [one for one in sheets if one.nomination_id == row["id"]]
        middle, least, most, even = rules.case_figures(found.get(row["id"], {}), brought.get(row["id"]))
        locked, away = (sum(one.state is state for one in own) for state in (AssignmentState.LOCKED, AssignmentState.ABSTAINED))
        cases.append(CaseResult(row["id"], row["code"], row["title"], row["recipient"], row["unit"], len(own), locked, away, middle, least, most, even))
    return Overview(rules.ranked(cases), _people(sheets, found), campaign.pass_mark)


def _people(sheets: Sequence[Assignment], found: Mapping[UUID, Mapping[UUID, int]]) -> tuple[ReviewerResult, ...]:
    names = {one.account_id: one.reviewer for one in sheets}
    made = []
    for account, name in names.items():
        own = [one for one in sheets if one.account_id == account]
        middle, lean = rules.leaning(account, found)
        made.append(ReviewerResult(account, name, len(own), sum(one.state is not AssignmentState.OPEN for one in own), middle, lean))
    return tuple(made)
