"""Money of awards: NĐ 152/2025 Đ49(2), Đ54(2), Đ54(3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from recognition.catalogue import rules
from recognition.catalogue.terms import Amount, AwardKind, AwardType, Family, Money, RecipientKind, Track

INDIVIDUAL, COLLECTIVE, HOUSEHOLD = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD

SALARIES = (1_490_000, 1_800_000, 2_340_000, 2_530_000)
# coefficient in hundredths → amounts under each base salary, rounded up to 10.000 đ (Đ49(2))
ROUNDED_UP = (
    (30, (450_000, 540_000, 710_000, 760_000)),
    (60, (900_000, 1_080_000, 1_410_000, 1_520_000)),
    (80, (1_200_000, 1_440_000, 1_880_000, 2_030_000)),
    (100, (1_490_000, 1_800_000, 2_340_000, 2_530_000)),
    (150, (2_240_000, 2_700_000, 3_510_000, 3_800_000)),
    (200, (2_980_000, 3_600_000, 4_680_000, 5_060_000)),
    (300, (4_470_000, 5_400_000, 7_020_000, 7_590_000)),
    (450, (6_710_000, 8_100_000, 10_530_000, 11_390_000)),
    (500, (7_450_000, 9_000_000, 11_700_000, 12_650_000)),
    (800, (11_920_000, 14_400_000, 18_720_000, 20_240_000)),
)


@pytest.mark.proves("F02.08")
@pytest.mark.parametrize(("coefficient", "amounts"), ROUNDED_UP)
def test_individual_money_is_rounded_up_to_ten_thousand(coefficient: int, amounts: tuple[int, ...]) -> None:
    assert tuple(rules.bonus(coefficient, salary, INDIVIDUAL).amount for salary in SALARIES) == amounts


@pytest.mark.parametrize(
    ("coefficient", "salary", "kind", "expected"),
    (
        (30, 2_340_000, "individual", Amount(710_000, "0,3 × 2.340.000 đ = 702.000 đ, làm tròn lên 710.000 đ")),
        (30, 2_340_000, "collective", Amount(1_410_000, "0,3 × 2 × 2.340.000 đ = 1.404.000 đ, làm tròn lên 1.410.000 đ")),
        (30, 2_340_000, "household", Amount(1_060_000, "0,3 × 1,5 × 2.340.000 đ = 1.053.000 đ, làm tròn lên 1.060.000 đ")),
        (30, 2_530_000, "collective", Amount(1_520_000, "0,3 × 2 × 2.530.000 đ = 1.518.000 đ, làm tròn lên 1.520.000 đ")),
        (30, 2_530_000, "household", Amount(1_140_000, "0,3 × 1,5 × 2.530.000 đ = 1.138.500 đ, làm tròn lên 1.140.000 đ")),
        (150, 2_530_000, "collective", Amount(7_590_000, "1,5 × 2 × 2.530.000 đ = 7.590.000 đ")),
        (15, 1_490_001, "individual", Amount(230_000, "0,15 × 1.490.001 đ = 223.500,15 đ, làm tròn lên 230.000 đ")),
        (0, 2_530_000, "individual", Amount(0, "0 × 2.530.000 đ = 0 đ")),
    ),
)
def test_collective_twice_household_one_and_a_half(coefficient: int, salary: int, kind: str, expected: Amount) -> None:
    assert rules.bonus(coefficient, salary, kind) == expected


@pytest.mark.parametrize("wrong", (0.3, Decimal("30"), True, "30"))
def test_only_whole_numbers_are_counted(wrong: object) -> None:
    with pytest.raises(TypeError):
        rules.bonus(wrong, 2_530_000, "individual")


def test_negative_coefficient_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        rules.bonus(-30, 2_530_000, "individual")


AWARD = AwardType(
    id=UUID(int=1), code="x", name="Giấy khen", family=Family.GIAY_KHEN, kind=AwardKind.FORM, track=Track.PARTY, level=30, position=0,
    authority="", recipients=frozenset(RecipientKind), money=Money.NONE, amount=None, amount_collective=None, amount_household=None,
    coefficient=None, multiplied=True, gift="", clause="", dossier=(), from_date=date(2024, 1, 1), to_date=None, active=True,
    verified=True, confirmed_paper=None, version=1,
)
FIXED = replace(AWARD, money=Money.FIXED, amount=500_000, amount_collective=1_000_000)


@pytest.mark.parametrize(
    ("award", "kind", "expected"),
    (
        (AWARD, INDIVIDUAL, Amount(0, "Không kèm tiền thưởng")),
        (replace(AWARD, money=Money.GIFT, gift="Bộ sách"), COLLECTIVE, Amount(0, "Tặng phẩm kèm theo", gift="Bộ sách")),
        (FIXED, INDIVIDUAL, Amount(500_000, "Mức cố định 500.000 đ")),
        (FIXED, COLLECTIVE, Amount(1_000_000, "Mức cố định 1.000.000 đ")),
        (FIXED, HOUSEHOLD, Amount(500_000, "Mức cố định 500.000 đ")),
        # a collective's own coefficient stands as it is (Đ50): tập thể lao động xuất sắc 1,5
        (
            replace(AWARD, money=Money.COEFFICIENT, coefficient=150, multiplied=False),
            COLLECTIVE,
            Amount(3_800_000, "1,5 × 2.530.000 đ = 3.795.000 đ, làm tròn lên 3.800.000 đ"),
        ),
    ),
)
def test_money_of_an_award(award: AwardType, kind: RecipientKind, expected: Amount) -> None:
    assert rules.award_money(award, kind, 2_530_000) == expected


def test_coefficient_without_base_salary_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="base salary"):
        rules.award_money(replace(AWARD, money=Money.COEFFICIENT, coefficient=30), INDIVIDUAL)
