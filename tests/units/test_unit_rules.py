"""The unit tree as pure values."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognition.units import rules
from recognition.units.terms import Unit, UnitKind, UnitName

A, B, C, D = (UUID(int=n) for n in range(1, 5))
TREE = {A: None, B: A, C: B, D: None}


def _unit(unit_id: UUID, name: str, parent: UUID | None = None, ended: date | None = None) -> Unit:
    return Unit(unit_id, name, name, name, UnitKind.PARTY_CELL, parent, None, True, date(2025, 1, 1), ended, 1)


@pytest.mark.proves("F01.01")
@pytest.mark.parametrize(
    ("unit", "parent", "wrong"),
    ((C, A, False), (C, D, False), (C, None, False), (A, A, True), (A, B, True), (A, C, True), (B, C, True), (D, C, False)),
)
def test_a_unit_never_stands_under_itself_or_its_own_descendants(unit: UUID, parent: UUID | None, wrong: bool) -> None:
    assert (rules.wrong_parent(TREE, unit, parent) is not None) is wrong


@given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12)), st.integers(0, 12))
def test_below_ends_even_in_a_circle_and_leaves_the_root_out(links: dict[int, int | None], root: int) -> None:
    parents = {UUID(int=k): None if v is None else UUID(int=v) for k, v in links.items()}
    found = rules.below(parents, UUID(int=root))
    assert UUID(int=root) not in found
    assert all(parents[unit] in found | {UUID(int=root)} for unit in found)


def _name(name: str, start: date, end: date | None) -> UnitName:
    return UnitName(UUID(int=9), A, name, name, UnitKind.PARTY_CELL, None, start, end)


OLD, NEW = _name("Khối", date(2020, 1, 1), date(2025, 2, 9)), _name("Các cơ quan Đảng", date(2025, 2, 10), None)


@pytest.mark.proves("F01.05")
@pytest.mark.parametrize(
    ("day", "expected"),
    ((date(2025, 2, 9), OLD), (date(2025, 2, 10), NEW), (date(2030, 1, 1), NEW), (date(2019, 12, 31), OLD)),
)
def test_a_paper_quotes_the_name_of_its_day(day: date, expected: UnitName) -> None:
    assert rules.name_on((NEW, OLD), day) == expected


@pytest.mark.parametrize(
    ("on_date", "good"),
    ((date(2025, 2, 10), False), (date(2025, 2, 11), True), (date(2026, 11, 26), True), (date(2026, 11, 27), False)),
)
def test_a_name_changes_after_it_began_and_not_in_the_future(on_date: date, good: bool) -> None:
    assert (rules.wrong_change_day(NEW, on_date, date(2026, 11, 26)) is None) is good


def test_tree_goes_depth_first_in_vietnamese_order_and_a_lost_parent_makes_a_root() -> None:
    units = (_unit(C, "Ân", B), _unit(A, "Đông"), _unit(B, "An", A), _unit(D, "Dương", UUID(int=99)))
    assert [(node.unit.name, node.depth, node.children) for node in rules.as_tree(units)] == [
        ("Dương", 0, 0), ("Đông", 0, 1), ("An", 1, 1), ("Ân", 2, 0),
    ]
