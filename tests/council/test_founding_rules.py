"""Which council was founded before by the same paper, as a table."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.catalogue.terms import AddressStyle, Issuer, Numbering, Track
from recognition.council.rules import founding
from recognition.council.terms import Council, CouncilKind

BY_YEAR = Issuer(
    uuid4(), "Đảng bộ tỉnh", "Đảng uỷ", "Ban Thường vụ Đảng uỷ", "ĐU", "Sông Lam", Track.PARTY, Numbering.YEAR, None, "", AddressStyle.DONG_CHI, None, None,
    None, 1,
)  # fmt: skip
BY_TERM = replace(BY_YEAR, numbering=Numbering.TERM, term_start=date(2025, 8, 15))
FIRST = Council(uuid4(), BY_YEAR.id, "Hội đồng thi đua", CouncilKind.COUNCIL, "31-QĐ/ĐU", date(2025, 10, 2), date(2025, 10, 2), None, 1)


@pytest.mark.proves("F07.01")
@pytest.mark.parametrize(
    ("issuer", "paper", "day", "same"),
    (
        (BY_YEAR, "31-QĐ/ĐU", date(2025, 10, 2), True),
        (BY_YEAR, " 31 - qđ/đu ", date(2025, 10, 2), True),
        (BY_YEAR, "31-QĐ/ĐU", date(2025, 10, 3), True),  # a number stands once a year: the day was mistyped
        (BY_YEAR, "32-QĐ/ĐU", date(2025, 10, 2), False),
        (BY_YEAR, "31-QĐ/ĐU", date(2026, 2, 10), False),
        (BY_TERM, "31-QĐ/ĐU", date(2026, 2, 10), True),  # one row of numbers for the whole term
        (BY_TERM, "31-QĐ/ĐU", date(2025, 3, 1), False),  # the term before
    ),
)
def test_the_same_number_in_the_same_row_is_the_same_paper(issuer: Issuer, paper: str, day: date, same: bool):
    made = replace(FIRST, id=uuid4(), name="Hội đồng mới", paper=paper, paper_date=day)
    sentence = founding.founded_before(made, issuer, [FIRST])
    assert bool(sentence) is same
    if same:
        assert "31-QĐ/ĐU, ngày 02 tháng 10 năm 2025 đã lập «Hội đồng thi đua»" in sentence


def test_a_council_does_not_stand_in_its_own_way_and_another_organ_has_its_own_numbers():
    assert founding.founded_before(FIRST, BY_YEAR, [FIRST]) == ""
    assert founding.founded_before(replace(FIRST, id=uuid4(), issuer_id=uuid4()), BY_YEAR, [FIRST]) == ""


def test_one_paper_may_appoint_a_standing_committee_too():
    assert founding.founded_before(replace(FIRST, id=uuid4(), kind=CouncilKind.STANDING_COMMITTEE), BY_YEAR, [FIRST]) == ""
