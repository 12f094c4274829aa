"""Scoring as pure functions: zero is a point, empty is not, nobody scores their own, one scale for all."""

from fractions import Fraction
from uuid import UUID

import pytest

from recognition.campaigns.terms import Criterion
from recognition.reviewing import rules
from recognition.reviewing.terms import Reviewer

A, B, C, BONUS = (UUID(int=number) for number in range(1, 5))
X, Y, Z = (UUID(int=number) for number in range(11, 14))
LINES = (Criterion("Mục tiêu", 30, id=A), Criterion("Cách làm", 30, id=B), Criterion("Kết quả", 40, id=C), Criterion("Cách làm mới", 5, bonus=True, id=BONUS))


@pytest.mark.proves("F06.06")
@pytest.mark.parametrize(
    ("points", "total"),
    (
        ({A: 30, B: 30, C: 40}, 100),
        ({A: 30, B: 30, C: 40, BONUS: 5}, 105),
        ({A: 0, B: 0, C: 0}, 0),
        ({A: 30, B: 30}, None),
        ({}, None),
    ),
)
def test_zero_is_a_total_and_a_missing_line_is_none(points, total):
    assert rules.total(LINES, points) == total


@pytest.mark.parametrize(
    ("points", "wrong"),
    (({A: 31}, [str(A)]), ({A: -1}, [str(A)]), ({A: 0, B: None}, []), ({UUID(int=99): 1}, ["points"])),
)
def test_points_lie_between_zero_and_their_maximum(points, wrong):
    assert list(rules.check_points(LINES, points)) == wrong


def test_a_sheet_is_locked_whole_and_a_reason_has_ten_letters():
    assert list(rules.check_lock(LINES, {A: 1})) == ["points"]
    assert rules.check_lock(LINES, {A: 0, B: 0, C: 0}) == {}
    assert (list(rules.check_reason("vội")), rules.check_reason("Đơn vị bổ sung số liệu")) == (["reason"], {})


@pytest.mark.proves("F06.03")
@pytest.mark.parametrize(
    ("reviewer", "why"),
    (
        (Reviewer(X, "Hà", A), "là người được đề nghị"),
        (Reviewer(Y, "Hà", B), "là người lập hồ sơ"),
        (Reviewer(X, "Hà", B, frozenset({C})), "công tác ở đơn vị của hồ sơ"),
        (Reviewer(X, "Hà", None), None),
    ),
)
def test_who_does_not_score_a_case(reviewer, why):
    assert rules.conflict(reviewer, frozenset({A}), Y, frozenset({C})) == why


@pytest.mark.proves("F06.02")
def test_cases_are_dealt_evenly_past_conflicts_and_never_twice():
    dealt = rules.deal([A, B, C], {X: 0, Y: 0, Z: 1}, {A: frozenset({X})}, {C: frozenset({Y})}, 2)
    assert dealt == {A: (Y, Z), B: (X, Y), C: (X,)}
    assert rules.deal([A], {X: 0}, {A: frozenset({X})}, {}, 1) == {A: ()}


@pytest.mark.proves("F06.07")
def test_a_strict_and_a_mild_reviewer_come_to_one_scale():
    found = {A: {X: 60, Y: 90}, B: {X: 80, Y: 100}}
    assert [rules.leaning(account, found) for account in (X, Y)] == [(7000, -2500), (9500, 2500)]
    even = rules.normalised(found)
    assert even[A] < even[B]
    assert rules.mean(even.values()) == Fraction(165, 2)
    assert rules.normalised({A: {X: 70}}) == {A: Fraction(70)}
    assert rules.case_figures({X: 60, Y: 85}, None) == (7250, 60, 85, None)
    assert rules.leaning(X, {A: {X: 70}}) == (7000, None)


@pytest.mark.parametrize(("value", "shown"), ((Fraction(1, 3), 33), (Fraction(1, 200), 1), (Fraction(-1, 200), -1), (Fraction(2), 200)))
def test_hundredths_round_half_away_from_zero(value, shown):
    assert rules.hundredths(value) == shown
