"""Typed values of regulations, and the seeded list itself."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from recognition.catalogue import defaults, entries, values


@pytest.mark.parametrize(
    ("key", "typed", "value", "said"),
    (
        ("base_salary", "2.530.000", 2_530_000, "2.530.000 đ"),
        ("bonus.factor.household", "1,5", 150, "1,5"),
        ("council.quorum", "2/3", "2/3", "2/3"),
        ("council.quorum", "80%", "4/5", "4/5"),
        ("threshold.giay_khen", "> 1/2", {"base": "members", "fraction": "1/2", "strict": True}, "trên 1/2 tổng số thành viên"),
        ("threshold.bang_khen", "≥ 80 %", {"base": "members", "fraction": "4/5", "strict": False}, "từ 4/5 tổng số thành viên trở lên"),
        ("threshold.bang_khen", "từ 90%", {"base": "members", "fraction": "9/10", "strict": False}, "từ 9/10 tổng số thành viên trở lên"),
        ("deadline.publicity", "5", 5, "5 ngày làm việc"),
        ("model.pass_mark", "75", 75, "75 điểm"),
        ("eligibility.one_reward", "có", True, "có"),
    ),
)
def test_value_is_read_as_typed_and_said_as_a_person_reads_it(key: str, typed: str, value: Any, said: str) -> None:
    assert (values.read_value(key, typed), values.say(key, value)) == (value, said)
    assert values.read_value(key, values.typed(key, value)) == value


@pytest.mark.parametrize(
    ("key", "typed"),
    (
        ("base_salary", "hai triệu"),
        ("base_salary", "-1"),
        ("base_salary", ""),
        ("bonus.factor.household", "1,555"),
        ("council.quorum", "3/2"),
        ("council.quorum", "0/3"),
        ("council.quorum", "1/0"),
        ("threshold.giay_khen", "quá bán"),
        ("threshold.giay_khen", "> 100%"),
        ("deadline.publicity", "5,5"),
        ("eligibility.one_reward", "có lẽ"),
        ("no.such.key", "1"),
    ),
)
def test_wrong_value_gets_a_sentence(key: str, typed: str) -> None:
    with pytest.raises(ValueError) as wrong:  # noqa: PT011 - the sentence itself is looked at
        values.read_value(key, typed)
    assert str(wrong.value).endswith(".")
    assert "!" not in str(wrong.value)


@pytest.mark.proves("F02.07")
def test_every_seeded_regulation_has_a_meaning_a_clause_and_dates_that_do_not_overlap() -> None:
    spans: dict[str, list[tuple[date, date]]] = {}
    for form in defaults.REGULATIONS:
        assert values.say(form.key, form.value)
        assert form.clause
        assert form.verified is bool(form.confirmed_paper)
        assert isinstance(form.from_date, date)
        end = form.to_date or date.max
        assert isinstance(end, date)
        spans.setdefault(form.key, []).append((form.from_date, end))
    for key, found in spans.items():
        found.sort()
        assert all(before[1] < after[0] for before, after in pairwise(found)), key


def test_every_value_of_decree_152_ends_when_the_decree_lapses() -> None:
    """NĐ 152/2025 Đ60(1): hết hiệu lực từ 01/3/2027."""
    assert {form.to_date for form in defaults.REGULATIONS if form.confirmed_paper == defaults.ND152} == {date(2027, 2, 28)}


@pytest.mark.proves("F02.04")
def test_every_seeded_award_is_a_good_entry() -> None:
    made = [entries.award(form, entries.UUID(int=0), 1) for form in defaults.AWARD_TYPES]
    assert len({award.code for award in made}) == len(made)
    assert all(award.clause and award.recipients and award.dossier for award in made)
    assert [award.code for award in made if not award.verified and award.track.value in ("state", "enterprise")] == []
