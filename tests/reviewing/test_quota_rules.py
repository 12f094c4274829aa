"""Quotas in whole numbers: what is used, what is allowed, who fits, ties that no rank decides."""

from dataclasses import replace
from uuid import UUID

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.reviewing import quotas
from recognition.reviewing.quotas import Case, Fill, Quota, QuotaInput, QuotaKind

PERSON, GROUP = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE
U1, U2, FORM = (UUID(int=number) for number in range(1, 4))


def quota(**changes):
    return replace(Quota(UUID(int=9), UUID(int=8), QuotaKind.MOST, 2, PERSON, None, "", False, None, "", "Kế hoạch 05", 1), **changes)


def case(number, mean=None, state=State.ACCEPTED, kind=PERSON, unit=U1, direct=True):
    return Case(UUID(int=100 + number), f"VT-{number}", "Việc", f"Người {number}", kind, unit, f"Đơn vị {unit.int}", FORM, direct, state, mean)


LISTED = State.SHORTLISTED


@pytest.mark.proves("F02.05", "N14")
@pytest.mark.parametrize(
    ("rule", "cases", "used", "allowed", "fill"),
    (
        pytest.param(quota(), [case(1, state=LISTED)], 1, 2, Fill.UNDER, id="one of two"),
        pytest.param(quota(), [case(n, state=LISTED) for n in range(3)], 3, 2, Fill.OVER, id="one too many"),
        pytest.param(quota(), [case(1, state=LISTED, kind=GROUP)], 0, 2, Fill.UNDER, id="a collective is not counted among people"),
        pytest.param(quota(award_type_id=UUID(int=77)), [case(1, state=LISTED)], 0, 2, Fill.UNDER, id="another award"),
        pytest.param(quota(kind=QuotaKind.SHARE, amount=15, base=19, base_name="LĐTT"), [case(1, state=LISTED), case(2, state=LISTED)], 2, 2, Fill.FULL, id="15% of 19 is 2,85, rounded down"),
        pytest.param(quota(amount=0), [], 0, 0, Fill.FULL, id="none at all"),
        pytest.param(quota(kind=QuotaKind.LEAST_DIRECT, amount=60), [case(1, state=LISTED), case(2, state=LISTED, direct=False)], 1, 2, Fill.OVER, id="half is less than 60%"),
    ),
)
def test_gauge(rule, cases, used, allowed, fill):
    found = quotas.gauges([rule], cases)[0]
    assert (found.used, found.allowed, found.fill) == (used, allowed, fill)


def test_per_unit_each_unit_has_its_own_gauge():
    found = quotas.gauges([quota(per_unit=True, amount=1)], [case(1, state=LISTED), case(2, state=LISTED), case(3, state=LISTED, unit=U2)])
    assert [(one.place, one.used, one.fill) for one in found] == [("Đơn vị 1", 2, Fill.OVER), ("Đơn vị 2", 1, Fill.FULL)]


@pytest.mark.proves("N14")
@pytest.mark.parametrize(
    ("means", "places", "fitting", "tied"),
    (
        ((9000, 8000, 7000), 2, [1, 2], []),
        ((9000, 8000, 8000), 2, [1], [2, 3]),
        ((8000, 8000, 8000), 2, [], [1, 2, 3]),
        ((9000, 0, None), 2, [1, 2], []),
        ((9000, 8000), 0, [], []),
        ((9000, 8000), 5, [1, 2], []),
    ),
)
def test_a_tie_at_the_edge_is_left_to_people(means, places, fitting, tied):
    cases = [case(number, mean) for number, mean in enumerate(means, 1)]
    assert quotas.cut(cases, places) == (tuple(cases[n - 1] for n in fitting), tuple(cases[n - 1] for n in tied))


def test_one_more_past_a_quota_names_it():
    there = [case(1, state=LISTED), case(2, state=LISTED)]
    assert quotas.exceeded([quota()], there, case(3)) == "Nhiều nhất 2 cá nhân (Kế hoạch 05): Cả phong trào đã đủ 2."
    assert quotas.exceeded([quota()], there[:1], case(3)) is None
    assert quotas.exceeded([quota()], there, case(3, kind=GROUP)) is None


@pytest.mark.parametrize(
    ("data", "fields"),
    (
        (QuotaInput(QuotaKind.MOST, 2, clause="x"), []),
        (QuotaInput(QuotaKind.MOST, -1, clause="x"), ["amount"]),
        (QuotaInput(QuotaKind.SHARE, 101, clause="x"), ["amount", "base", "base_name"]),
        (QuotaInput(QuotaKind.LEAST_DIRECT, 60), ["clause"]),
        *((QuotaInput(QuotaKind.SHARE, 15, base=base, base_name="người", clause="x"), ["base"]) for base in (-5, 0, 1_000_001)),
        (QuotaInput(QuotaKind.SHARE, 15, base=120, base_name="n" * 101, clause="x" * 201), ["base_name", "clause"]),
    ),
)
def test_what_is_wrong_with_a_rule(data, fields):
    assert list(quotas.check(data)) == fields
