"""Phases of a review as tables of cases: when they are open, what they allow, which sheets count, who goes on."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from recognition.hall.words import Verb
from recognition.reviewing import phases
from recognition.reviewing.phases import Gate, Phase, PhaseInput, Sees, Standing, Task
from recognition.reviewing.terms import Assignment, AssignmentState

CAMPAIGN, ANN, BEN, CAM = (UUID(int=each) for each in (9, 1, 2, 3))
NAMES = {ANN: "Hoàng Đức Ân", BEN: "Nguyễn Thị Vân", CAM: "Trần Văn Lực"}
MORNING = datetime(2026, 11, 20, 3)


def phase(number, name, opens, closes, *, members=(), task=Task.SCORE, **more):
    plain = {"sees": Sees.NONE, "gate": Gate.CHOSEN, "mark": None, "blind": False, "files": phases.Files.WITHHELD, "hidden_words": "", "closed_at": None, "revealed_at": None}
    return Phase(UUID(int=100 + number), CAMPAIGN, number, name, task, opens, closes, version=1, members=members, **{**plain, **more})


EXPERTS = phase(1, "Tổ thẩm định", date(2026, 11, 20), date(2026, 11, 27), members=(ANN,))
STANDING = phase(2, "Thường trực Hội đồng", date(2026, 11, 30), date(2026, 12, 4), members=(BEN,), task=Task.RECOMMEND, sees=Sees.ALL)


@pytest.mark.proves("F06.11")
@pytest.mark.parametrize(
    ("one", "today", "stands", "may"),
    (
        (EXPERTS, date(2026, 11, 19), Standing.PLANNED, {Verb.SEE_SHEET}),
        (EXPERTS, date(2026, 11, 20), Standing.OPEN, {Verb.SEE_SHEET, Verb.SCORE}),
        (EXPERTS, date(2026, 11, 27), Standing.OPEN, {Verb.SEE_SHEET, Verb.SCORE}),
        (EXPERTS, date(2026, 11, 28), Standing.CLOSED, {Verb.SEE_SHEET}),
        (replace(EXPERTS, closed_at=MORNING), date(2026, 11, 24), Standing.CLOSED, {Verb.SEE_SHEET}),
        (STANDING, date(2026, 11, 29), Standing.PLANNED, {Verb.SEE_SHEET}),
        (STANDING, date(2026, 12, 1), Standing.OPEN, {Verb.SEE_SHEET, Verb.RECOMMEND, Verb.SEE_EARLIER}),
        (STANDING, date(2026, 12, 5), Standing.CLOSED, {Verb.SEE_SHEET, Verb.SEE_EARLIER}),
        (replace(STANDING, task=Task.COMMENT, sees=Sees.NONE), date(2026, 12, 1), Standing.OPEN, {Verb.SEE_SHEET, Verb.REMARK}),
    ),
)
def test_a_phase_lets_its_people_do_its_own_work_while_it_is_open(one, today, stands, may):
    assert (phases.standing(one, today), phases.verbs(one, today)) == (stands, may)


def test_without_phases_scoring_is_as_ever():
    assert phases.verbs(None, date(2026, 11, 24)) == {Verb.SCORE, Verb.SEE_SHEET}
    assert phases.refusal(None, Verb.SCORE, date(2026, 11, 24)) is None


@pytest.mark.proves("F06.11")
@pytest.mark.parametrize(
    ("change", "field", "said"),
    (
        ({"name": " "}, "name", "đặt tên vòng"),
        ({"name": "to tham dinh"}, "name", "Đã có vòng"),
        ({"name": "x" * 81}, "name", "81 ký tự"),
        ({"opens": None}, "opens", "ngày mở và ngày đóng"),
        ({"closes": date(2026, 11, 29)}, "closes", "Ngày đóng 29/11/2026 trước ngày mở 30/11/2026"),
        ({"opens": date(2026, 11, 27)}, "opens", "«Vòng 1: Tổ thẩm định» đóng ngày 27/11/2026"),
        ({"members": ()}, "members", "ít nhất một người"),
        ({"members": (ANN, BEN)}, "members", "Hoàng Đức Ân đã ở «Vòng 1: Tổ thẩm định»"),
        ({"gate": Gate.THRESHOLD}, "mark", "mức điểm"),
        ({"hidden_words": "x" * 2_001}, "hidden_words", "2.000"),
    ),
)
def test_what_is_wrong_with_a_phase_is_said_on_its_field(change, field, said):
    good = PhaseInput("Thường trực Hội đồng", date(2026, 11, 30), date(2026, 12, 4), (BEN,))
    assert phases.check(good, 2, [EXPERTS], NAMES) == {}
    wrong = phases.check(replace(good, **change), 2, [EXPERTS], NAMES)
    assert list(wrong) == [field]
    assert said in wrong[field]


def test_a_phase_may_follow_one_that_was_closed_by_hand_and_stays_before_the_next():
    early = PhaseInput("Thường trực", date(2026, 11, 25), date(2026, 11, 28), (BEN,))
    assert phases.check(early, 2, [replace(EXPERTS, closed_at=MORNING)], NAMES) == {}
    longer = PhaseInput("Tổ thẩm định", date(2026, 11, 20), date(2026, 11, 30), (ANN,))
    assert list(phases.check(longer, 1, [STANDING], NAMES)) == ["closes"]


def test_a_mark_needs_a_phase_of_points_before_it():
    after = PhaseInput("Hội đồng", date(2026, 12, 10), date(2026, 12, 12), (CAM,), gate=Gate.THRESHOLD, mark=7500)
    assert list(phases.check(after, 3, [EXPERTS, STANDING], NAMES)) == ["gate"]
    for mark in (None, 0, 100_001):
        assert list(phases.check(replace(after, mark=mark), 3, [EXPERTS, STANDING], NAMES)) == ["mark"]


@pytest.mark.parametrize(
    ("before", "change", "fields"),
    (
        ({"sheets": 3}, {}, []),
        ({"sheets": 3}, {"task": Task.COMMENT}, ["task"]),
        ({"sheets": 3}, {"blind": True}, ["blind"]),
        ({"sheets": 3, "blind": True}, {"blind": False}, ["blind"]),
        ({"sheets": 0, "blind": True}, {"blind": False}, []),
        ({"sheets": 3}, {"members": (CAM,)}, ["members"]),
        ({"sheets": 3}, {"opens": date(2026, 11, 26)}, ["opens"]),
        ({"closed_at": MORNING}, {}, [""]),
    ),
)
def test_what_sheets_stand_on_does_not_change_any_more(before, change, fields):
    was = replace(EXPERTS, **before)
    data = PhaseInput(was.name, was.opens, was.closes, was.members, was.task, blind=was.blind)
    busy = {ANN: NAMES[ANN]} if was.sheets else {}
    assert list(phases.check_change(was, replace(data, **change), busy, date(2026, 11, 24))) == fields


def sheet(case, account, one, state=AssignmentState.LOCKED):
    return Assignment(UUID(int=case * 100 + account.int), UUID(int=case), account, NAMES[account], None, state, "", None, None, {}, {}, 1, one.id if one else None)


@pytest.mark.proves("F06.11")
def test_points_of_the_last_scoring_phase_count_case_by_case():
    second = replace(STANDING, task=Task.SCORE)
    first_only, both, advised = sheet(1, ANN, EXPERTS), sheet(2, ANN, EXPERTS), sheet(2, BEN, second)
    assert phases.counting([first_only, both, advised], [EXPERTS, second]) == (first_only, advised)
    assert phases.counting([first_only, both, advised], [EXPERTS, STANDING]) == (first_only, both)
    waiting = sheet(2, BEN, second, AssignmentState.OPEN)
    assert phases.counting([both, waiting], [EXPERTS, second]) == (waiting,)
    assert phases.counting([both, waiting], [EXPERTS, replace(second, closed_at=MORNING)]) == (both,)
    plain = sheet(3, ANN, None)
    assert phases.counting([plain, sheet(3, BEN, None, AssignmentState.ENDED)], []) == (plain,)


@pytest.mark.parametrize(
    ("gate", "chosen", "today", "said"),
    (
        (Gate.CHOSEN, (1, 2), date(2026, 11, 28), None),
        (Gate.THRESHOLD, (1,), date(2026, 11, 28), None),
        (Gate.THRESHOLD, (1, 2), date(2026, 11, 28), "1 hồ sơ chưa đạt mức 75"),
        (Gate.CHOSEN, (1,), date(2026, 11, 27), "chưa đóng"),
        (Gate.CHOSEN, (1,), date(2026, 12, 5), "không nhận thêm"),
        (Gate.CHOSEN, (), date(2026, 11, 28), "ít nhất một hồ sơ"),
        (Gate.CHOSEN, (7,), date(2026, 11, 28), "không ở vòng trước"),
    ),
)
def test_cases_go_on_by_choice_or_by_the_mark_once_the_phase_before_is_over(gate, chosen, today, said):
    means = {UUID(int=1): 7500, UUID(int=2): 7499, UUID(int=3): None}
    after = replace(STANDING, gate=gate, mark=7500)
    wrong = phases.check_advance(after, EXPERTS, [UUID(int=each) for each in chosen], means, today)
    assert (said is None and wrong == {}) or said in wrong[""]
    assert phases.going_on(after, means) == ((UUID(int=1),) if gate is Gate.THRESHOLD else ())
