"""The table of transitions, walked cell by cell."""

import itertools

import pytest

from recognition.hall import road
from recognition.hall.errors import NotAllowed
from recognition.hall.words import ModelState, State, Verb

S, V = State, Verb

EXPECTED = {
    (S.DRAFT, V.SUBMIT): S.SUBMITTED,
    (S.RETURNED, V.SUBMIT): S.SUBMITTED,
    (S.SUBMITTED, V.ENDORSE): S.ENDORSED,
    (S.SUBMITTED, V.SEND_BACK): S.RETURNED,
    (S.SUBMITTED, V.RECALL): S.DRAFT,
    (S.ENDORSED, V.RECALL): S.DRAFT,
    (S.DRAFT, V.WITHDRAW): S.WITHDRAWN,
    (S.SUBMITTED, V.WITHDRAW): S.WITHDRAWN,
    (S.ENDORSED, V.WITHDRAW): S.WITHDRAWN,
    (S.RETURNED, V.WITHDRAW): S.WITHDRAWN,
    (S.WITHDRAWN, V.RESTORE): S.DRAFT,
    (S.ENDORSED, V.ACCEPT): S.ACCEPTED,
    (S.ENDORSED, V.RETURN): S.RETURNED,
    (S.ACCEPTED, V.RETURN): S.RETURNED,
    (S.SHORTLISTED, V.RETURN): S.RETURNED,
    (S.FORWARDED, V.RETURN): S.RETURNED,
    (S.ENDORSED, V.REFUSE): S.REFUSED,
    (S.ACCEPTED, V.REFUSE): S.REFUSED,
    (S.SHORTLISTED, V.REFUSE): S.REFUSED,
    (S.ACCEPTED, V.SHORTLIST): S.SHORTLISTED,
    (S.SHORTLISTED, V.UNSHORTLIST): S.ACCEPTED,
    (S.SHORTLISTED, V.PUT_ON_AGENDA): S.ON_AGENDA,
    (S.ON_AGENDA, V.TAKE_OFF_AGENDA): S.SHORTLISTED,
    (S.ON_AGENDA, V.PASS): S.PASSED,
    (S.ON_AGENDA, V.FAIL): S.FAILED,
    (S.PASSED, V.REVOTE): S.ON_AGENDA,
    (S.FAILED, V.REVOTE): S.ON_AGENDA,
    (S.PASSED, V.AWARD): S.AWARDED,
    (S.PASSED, V.NOT_APPROVE): S.NOT_APPROVED,
    (S.FORWARDED, V.NOT_APPROVE): S.NOT_APPROVED,
    (S.ACCEPTED, V.FORWARD): S.FORWARDED,
    (S.SHORTLISTED, V.FORWARD): S.FORWARDED,
    (S.PASSED, V.FORWARD): S.FORWARDED,
    (S.FORWARDED, V.ANSWER_FORWARDED): S.AWARDED,
    (S.ACCEPTED, V.AWARD_SIMPLIFIED): S.AWARDED,
    (S.SHORTLISTED, V.AWARD_WRITTEN): S.AWARDED,
}


@pytest.mark.proves("F05.02", "F03.02")
@pytest.mark.parametrize(("state", "verb"), list(itertools.product(State, Verb)))
def test_every_cell_of_the_road_leads_where_the_plan_says_or_nowhere(state, verb):
    expected = EXPECTED.get((state, verb))
    if expected is None:
        with pytest.raises(NotAllowed):
            road.after(state, verb)
    else:
        assert road.after(state, verb) == expected


def test_a_unit_without_endorsement_sends_its_case_out_at_once():
    assert [road.after(state, V.SUBMIT, endorsement=False) for state in (S.DRAFT, S.RETURNED)] == [S.ENDORSED, S.ENDORSED]


def test_ends_of_the_road_have_no_way_on():
    ends = {state for state in State if not road.verbs_from(state)}
    assert ends == {S.AWARDED, S.REFUSED, S.NOT_APPROVED}


def test_refusal_names_the_step_and_the_verb_in_vietnamese():
    with pytest.raises(NotAllowed) as refused:
        road.after(S.AWARDED, V.RETURN)
    assert refused.value.sentence == (
        "Hồ sơ đang ở bước «Đã khen» nên không thể «Trả lại để sửa». Anh/chị tải lại trang để xem bước hiện tại."
    )


@pytest.mark.proves("F03.01")
def test_a_models_year_goes_its_whole_road():
    state = ModelState.REGISTERED
    verbs = (V.APPROVE_MODEL, V.START_MODEL, V.REPORT_MODEL, V.CHECK_MODEL, V.RECOGNISE_MODEL, V.MARK_OUTSTANDING, V.CONTINUE_MODEL, V.END_MODEL)
    seen = []
    for verb in verbs:
        state = road.model_after(state, verb)
        seen.append(state)
    assert seen == [
        ModelState.APPROVED, ModelState.WORKING, ModelState.SELF_SCORED, ModelState.CHECKED,
        ModelState.RECOGNISED, ModelState.OUTSTANDING, ModelState.CONTINUED, ModelState.ENDED,
    ]  # fmt: skip


def test_a_model_is_not_recognised_before_it_was_checked():
    with pytest.raises(NotAllowed):
        road.model_after(ModelState.WORKING, V.RECOGNISE_MODEL)
