"""The life of a model: dates in, stage, due sign, silence out. Tables of cases; the rhythm is the office's own (no law says one)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from recognition.dan_van_kheo.life_terms import Days, NoteInput, Stage
from recognition.dan_van_kheo.rules import life as rules
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.hall.words import ModelState

REGISTERED, STARTED, REPORTED, RECOGNISED = date(2026, 2, 10), date(2026, 4, 1), date(2026, 9, 5), date(2026, 9, 30)
WORKING = Days(ModelState.WORKING, REGISTERED, STARTED)
PRAISED = Days(ModelState.RECOGNISED, REGISTERED, STARTED, REPORTED, RECOGNISED)
EVERY = 90


@pytest.mark.parametrize(
    ("day", "months", "then"),
    (
        (date(2026, 9, 30), 6, date(2027, 3, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ),
)
def test_months_end_with_their_last_day(day, months, then):
    assert rules.months_after(day, months) == then


@pytest.mark.proves("N19")
@pytest.mark.parametrize(
    ("days", "stage"),
    (
        (Days(ModelState.REGISTERED, REGISTERED), Stage.REGISTERED),
        (Days(ModelState.APPROVED, REGISTERED), Stage.REGISTERED),
        (WORKING, Stage.WORKING),
        (Days(ModelState.SELF_SCORED, REGISTERED, None, REPORTED), Stage.REPORTED),
        (PRAISED, Stage.RECOGNISED),
        (replace(PRAISED, signs=(date(2027, 3, 29),)), Stage.RECOGNISED),  # a day too early to prove six months
        (replace(PRAISED, signs=(date(2027, 3, 30),)), Stage.ALIVE_6),
        (replace(PRAISED, signs=(date(2027, 9, 30),)), Stage.ALIVE_12),  # at work after twelve months: after six as well
        (replace(PRAISED, stopped_on=date(2027, 1, 5)), Stage.STOPPED),
        (replace(PRAISED, state=ModelState.ENDED, ended=True), Stage.ENDED),
    ),
)
def test_a_life_comes_as_far_as_its_days_prove(days, stage):
    assert rules.life(days, date(2027, 12, 1), EVERY).stage is stage


@pytest.mark.proves("F03.04", "N19")
@pytest.mark.parametrize(
    ("days", "due"),
    (
        (Days(ModelState.REGISTERED, REGISTERED), None),  # waits for the secretary
        (Days(ModelState.APPROVED, REGISTERED), REGISTERED + timedelta(days=EVERY)),
        (WORKING, STARTED + timedelta(days=EVERY)),
        (replace(WORKING, signs=(date(2026, 6, 20), date(2026, 5, 2))), date(2026, 6, 20) + timedelta(days=EVERY)),
        (replace(WORKING, signs=(date(2027, 1, 1),)), STARTED + timedelta(days=EVERY)),  # tomorrow's note is no sign yet
        (replace(WORKING, stopped_on=date(2026, 6, 20)), None),
        (replace(WORKING, latest=False), None),
        (Days(ModelState.SELF_SCORED, REGISTERED, STARTED, REPORTED), None),  # waits for the check
        (PRAISED, date(2027, 3, 30)),
        (replace(PRAISED, state=ModelState.OUTSTANDING, signs=(date(2026, 12, 1),)), date(2027, 3, 30)),
        (replace(PRAISED, signs=(date(2027, 4, 2),)), date(2027, 9, 30)),
        (replace(PRAISED, signs=(date(2027, 10, 1),)), None),
        (replace(PRAISED, ended=True), None),
    ),
)
def test_a_sign_of_life_is_due(days, due):
    assert rules.due(days, date(2026, 11, 24), EVERY) == due


@pytest.mark.proves("N19")
@pytest.mark.parametrize(
    ("days", "today", "every", "silent"),
    (
        (WORKING, STARTED + timedelta(days=90), 90, None),
        (WORKING, STARTED + timedelta(days=91), 90, 91),
        (WORKING, STARTED + timedelta(days=91), 120, None),
        (replace(WORKING, signs=(STARTED + timedelta(days=60),)), STARTED + timedelta(days=91), 90, None),
        (replace(WORKING, stopped_on=STARTED), STARTED + timedelta(days=400), 90, None),
        (PRAISED, date(2027, 3, 30), 90, None),  # the day itself is not late
        (PRAISED, date(2027, 3, 31), 90, 182),
        (replace(PRAISED, signs=(date(2027, 2, 20),)), date(2027, 3, 31), 90, None),  # due, but a word came 39 days ago
        (replace(PRAISED, signs=(date(2027, 4, 2),)), date(2027, 9, 30), 90, None),
        (replace(PRAISED, signs=(date(2027, 4, 2),)), date(2027, 10, 1), 90, 182),
    ),
)
def test_silence_is_a_due_sign_that_did_not_come_for_so_many_days(days, today, every, silent):
    found = rules.life(days, today, every)
    assert (found.silent_days, found.silent) == (silent, silent is not None)


@pytest.mark.parametrize(("before", "reminded"), ((15, False), (14, True), (0, True), (-3, True)))
def test_the_unit_is_reminded_two_weeks_before(before, reminded):
    assert rules.reminded(date(2026, 11, 24), date(2026, 11, 24) - timedelta(days=before)) is reminded


def test_nobody_is_reminded_of_nothing():
    assert rules.reminded(None, date(2026, 11, 24)) is False


def test_the_line_tells_what_was_reached_and_from_when_the_rest_can_be():
    line = rules.life(replace(PRAISED, started_on=None, signs=(date(2027, 4, 2),)), date(2027, 5, 1), EVERY).steps
    assert [(step.stage, step.on, step.reached) for step in line] == [
        (Stage.REGISTERED, REGISTERED, True),
        (Stage.WORKING, REPORTED, True),  # a report without a start: the work had begun
        (Stage.REPORTED, REPORTED, True),
        (Stage.RECOGNISED, RECOGNISED, True),
        (Stage.ALIVE_6, date(2027, 4, 2), True),
        (Stage.ALIVE_12, date(2027, 9, 30), False),
    ]


TODAY = date(2026, 11, 24)
NOTE = NoteInput(date(2026, 6, 20), "Trực 12 sáng thứ bảy.", (), True)


@pytest.mark.proves("F03.04")
@pytest.mark.parametrize(
    ("changes", "wrong"),
    (
        ({}, {}),
        ({"on_date": REGISTERED}, {}),
        ({"on_date": None}, {"on_date": "Anh/chị chọn ngày của ghi nhận."}),
        ({"on_date": date(2026, 11, 25)}, {"on_date": "Ngày này chưa tới. Hôm nay là 24/11/2026."}),
        ({"on_date": date(2026, 2, 9)}, {"on_date": "Mô hình đăng ký ngày 10/02/2026. Anh/chị chọn ngày từ hôm đó trở đi."}),
        ({"done": " "}, {"done": "Anh/chị nêu ngắn gọn việc đã làm từ lần ghi trước."}),
        ({"done": "a" * 2_001}, {"done": "Việc đã làm dài 2.001 ký tự, quá 2.000 ký tự. Anh/chị rút gọn lại."}),
        ({"going": None}, {"going": "Anh/chị chọn mô hình còn hoạt động hay đã dừng."}),
        ({"going": False}, {"reason": "Anh/chị ghi vì sao mô hình dừng."}),
        ({"going": False, "reason": "Hết kinh phí."}, {}),
        ({"figures": (Figure(Measure.HOUSEHOLDS, 50, "hộ"),)}, {"figures": "Số lượng của «Số hộ được hưởng lợi» là số nguyên."}),
    ),
)
def test_a_note_says_when_what_and_whether_it_goes_on(changes, wrong):
    assert rules.check_note(replace(NOTE, **changes), REGISTERED, TODAY) == wrong


@pytest.mark.proves("N19")
@pytest.mark.parametrize(
    ("days", "required", "refused"),
    (((), 0, False), ((), 1, True), ((STARTED, STARTED), 2, True), ((STARTED, REPORTED), 2, False), ((STARTED, REPORTED, TODAY), 2, False)),
)
def test_recognition_may_ask_for_notes_of_different_days(days, required, refused):
    assert bool(rules.check_notes(days, required)) is refused
