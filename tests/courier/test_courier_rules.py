"""The rules of parcels, as tables."""

from uuid import uuid4

import pytest

from recognition.courier import rules
from recognition.courier.terms import RowKind, Stage
from recognition.hall.words import State

LEFT_UNIT = set(State) - {State.DRAFT, State.SUBMITTED}


@pytest.mark.proves("N24")
@pytest.mark.parametrize(
    ("sha256", "number", "known", "kind"),
    (
        ("a", 1, None, RowKind.NEW),
        ("a", 2, ("a", 1, False), RowKind.SAME),
        ("a", 1, ("a", 2, False), RowKind.SAME),
        ("b", 2, ("a", 1, False), RowKind.CHANGED),
        ("b", 2, ("a", 2, False), RowKind.CHANGED),
        ("b", 1, ("a", 2, False), RowKind.OLDER),
        ("a", 3, ("a", 2, True), RowKind.CHANGED),
        ("a", 1, ("a", 2, True), RowKind.OLDER),
    ),
)
def test_a_row_is_new_the_same_changed_or_older(sha256, number, known, kind):
    assert rules.kind_of(sha256, number, known) is kind


@pytest.mark.proves("N24")
@pytest.mark.parametrize(
    ("state", "told", "back"),
    (
        (State.FORWARDED, None, False),
        (State.AWARDED, Stage.AWARDED, False),
        (State.NOT_APPROVED, Stage.REFUSED, False),
        (State.RETURNED, Stage.RETURNED, False),
        (State.ACCEPTED, Stage.RETURNED, False),
        (State.RETURNED, None, True),
        (State.RETURNED, Stage.SCREENING, True),
        (State.WITHDRAWN, Stage.RETURNED, True),
        (State.REFUSED, None, True),
    ),
)
def test_a_case_that_left_the_road_unasked_is_told_as_taken_back(state, told, back):
    assert rules.taken_back(state, told) is back


def test_every_state_that_a_case_above_can_have_is_told_as_a_stage():
    assert set(rules.STAGES) == LEFT_UNIT


@pytest.mark.proves("N24")
@pytest.mark.parametrize("state", sorted(LEFT_UNIT))
def test_reasons_go_down_only_for_what_was_returned_refused_or_not_approved(state):
    told = rules.answer(uuid4(), "VT-2026-0001", state, ("8 trên 15 phiếu",), None, revoked=False)
    assert bool(told["reasons"]) is (state in (State.RETURNED, State.REFUSED, State.NOT_APPROVED))


@pytest.mark.parametrize(
    ("state", "stage", "act"),
    (
        (State.FORWARDED, Stage.RETURNED, "Trả hồ sơ về đơn vị để sửa, kèm lý do"),
        (State.FORWARDED, Stage.AWARDED, "Ghi quyết định bên ngoài, hồ sơ sang «Đã khen»"),
        (State.FORWARDED, Stage.FAILED, "Hồ sơ sang «Không được duyệt», kèm lý do"),
        (State.FORWARDED, Stage.COUNCIL, "Chỉ ghi bước đang xét"),
        (State.FORWARDED, Stage.REVOKED, "Chỉ ghi bước đang xét"),
        (State.AWARDED, Stage.AWARDED, "Chỉ ghi kết quả"),
        (State.RETURNED, Stage.RETURNED, "Chỉ ghi kết quả"),
    ),
)
def test_what_keeping_an_answer_does_depends_on_where_the_case_stands(state, stage, act):
    assert rules.act({"stage": stage.value}, state) == act
