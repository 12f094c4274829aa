"""Thresholds and quorum in whole numbers, proved against fractions; presets with their article."""

from datetime import date
from fractions import Fraction

import pytest

from recognition.council.rules import presets, voting
from recognition.council.terms import Absent, Base, Rule, Share, Threshold

SHARES = (Share(1, 2), Share(2, 3), Share(3, 4), Share(4, 5), Share(9, 10), Share(1, 1))


@pytest.mark.proves("F07.05")
@pytest.mark.parametrize("strict", (False, True))
@pytest.mark.parametrize("share", SHARES, ids=str)
def test_thresholds_equal_fractions_for_every_council_up_to_200(share: Share, strict: bool):
    asked = Fraction(share.over, share.under)
    wrong = []
    for base in range(1, 201):
        truth = [(Fraction(k, base) > asked) if strict else (Fraction(k, base) >= asked) for k in range(base + 1)]
        if [voting.passes(k, base, share, strict) for k in range(base + 1)] != truth:
            wrong.append(base)
        if voting.needed(base, share, strict) != next((k for k, good in enumerate(truth) if good), base + 1):
            wrong.append(base)
    assert wrong == []


@pytest.mark.proves("F07.02")
@pytest.mark.parametrize("share", SHARES, ids=str)
def test_quorum_equals_fractions_for_every_council_up_to_200(share: Share):
    for members in range(1, 201):
        truth = [present > 0 and Fraction(present, members) >= Fraction(share.over, share.under) for present in range(members + 1)]
        assert [voting.quorum_met(present, members, share) for present in range(members + 1)] == truth
        assert voting.quorum_needed(members, share) == truth.index(True)


@pytest.mark.proves("F07.05")
@pytest.mark.parametrize(
    ("members", "approve", "share", "strict", "passed"),
    (
        (9, 8, Share(9, 10), False, False),  # 90 % of 9 is 8,1: nine are needed (NĐ 152/2025 Đ33(5))
        (9, 9, Share(9, 10), False, True),
        (10, 9, Share(9, 10), False, True),
        (11, 8, Share(4, 5), False, False),  # 80 % of 11 is 8,8
        (11, 9, Share(4, 5), False, True),
        (10, 5, Share(1, 2), True, False),  # more than half of 10 is 6
        (10, 6, Share(1, 2), True, True),
        (0, 0, Share(1, 2), False, False),  # of nobody nothing passes
    ),
)
def test_known_councils(members: int, approve: int, share: Share, strict: bool, passed: bool):
    assert voting.passes(approve, members, share, strict) is passed


def test_of_nobody_no_number_of_votes_is_enough():
    assert (voting.needed(0, Share(1, 2), False), voting.passes(5, 0, Share(1, 2), False)) == (1, False)


@pytest.mark.parametrize(
    ("base", "recused_in_base", "expected"),
    (
        (Base.ALL_MEMBERS, True, 9),
        (Base.ALL_MEMBERS, False, 7),
        (Base.PRESENT, True, 8),
        (Base.PRESENT, False, 7),
        (Base.VALID, True, 6),
        (Base.VALID, False, 5),
    ),
)
def test_members_who_stand_aside_count_in_the_base_as_the_rule_says(base: Base, recused_in_base: bool, expected: int):
    rule = Rule(Share(2, 3), "Quy chế", (), False, Absent.NOT_ASKED, recused_in_base)
    assert voting.base_of(base, members=9, present=8, valid=6, recused=2, recused_present=1, rule=rule) == expected


@pytest.mark.proves("F07.05")
@pytest.mark.parametrize(
    ("code", "day", "share", "clause"),
    (
        ("state.cstd_toan_quoc", date(2023, 12, 31), Share(9, 10), "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8"),
        ("state.cstd_toan_quoc", date(2024, 1, 1), Share(9, 10), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
        ("state.cstd_toan_quoc", date(2026, 11, 26), Share(9, 10), "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5"),
        ("state.co_chinh_phu", date(2023, 12, 31), None, ""),
        ("state.co_chinh_phu", date(2025, 6, 30), Share(4, 5), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
        ("state.co_chinh_phu", date(2026, 11, 26), Share(4, 5), "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5"),
        ("state.cstd_tinh", date(2025, 6, 30), Share(9, 10), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
        ("state.cstd_tinh", date(2025, 7, 1), None, ""),
        ("state.cstd_co_so", date(2023, 12, 31), None, ""),
        ("state.cstd_co_so", date(2025, 6, 30), Share(4, 5), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
        ("state.cstd_co_so", date(2025, 7, 1), None, ""),
        ("party.giay_khen", date(2026, 11, 26), None, ""),
        ("state.cstd_toan_quoc", date(2027, 3, 1), None, ""),  # NĐ 152 lapses (Đ60(1))
    ),
)
def test_only_the_highest_titles_have_a_national_threshold(code: str, day: date, share: Share | None, clause: str):
    found = presets.national(code, day)
    assert (found.share if found else None, found.basis if found else "") == (share, clause)


def test_proposals_below_the_national_ones_come_without_a_basis():
    day = date(2026, 11, 26)
    assert presets.proposal("giay_khen", day) == Threshold("giay_khen", Share(1, 2), True, Base.ALL_MEMBERS, "")
    assert presets.proposal("state.bang_khen", day) == Threshold("state.bang_khen", Share(4, 5), False, Base.ALL_MEMBERS, "")


@pytest.mark.parametrize(("present", "valid", "fields"), ((9, 9, []), (0, 0, []), (7, 6, []), (10, 9, ["present"]), (-1, 0, ["present"]), (7, 8, ["valid"]), (7, -1, ["valid"])))
def test_a_supposed_attendance_has_no_more_people_than_the_council(present, valid, fields):
    assert list(voting.check_supposed(9, present, valid)) == fields
