"""Numbers of papers, their periods, and the order of ceremonies."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.catalogue import rules
from recognition.catalogue.terms import AddressStyle, Issuer, Numbering, Signer, Track

PARTY = Issuer(
    id=UUID(int=1), superior="Đảng bộ tỉnh Sông Lam", name="Đảng uỷ phường Đông Hà", awarding_line="Ban Thường vụ Đảng uỷ phường",
    short_sign="ĐU", place="Sông Lam", track=Track.PARTY, numbering=Numbering.TERM, term_start=date(2025, 8, 12),
    number_pattern="{number}-{kind}/{sign}", address_style=AddressStyle.DONG_CHI, unit_id=None, from_date=None, to_date=None, version=1,
)
STATE = replace(PARTY, short_sign="UBND", track=Track.STATE, numbering=Numbering.YEAR, term_start=None, number_pattern="{number}/{kind}-{sign}")


@pytest.mark.proves("F08.01")
@pytest.mark.parametrize(
    ("issuer", "number", "kind", "expected"),
    (
        (PARTY, 214, "QĐ", "214-QĐ/ĐU"),
        (PARTY, 5, "QĐ", "05-QĐ/ĐU"),
        (PARTY, 7, "TTr", "07-TTr/ĐU"),
        (STATE, 1022, "QĐ", "1022/QĐ-UBND"),
        (replace(STATE, number_pattern=""), 12, "QĐ", "12/QĐ-UBND"),
        (replace(PARTY, number_pattern="{number}-QĐ/{sign}"), 9, "BB", "09-BB/ĐU"),
    ),
)
def test_number_as_the_organ_writes_it(issuer: Issuer, number: int, kind: str, expected: str) -> None:
    assert rules.number_text(issuer, number, kind) == expected


@pytest.mark.parametrize(
    ("issuer", "day", "expected"),
    (
        (STATE, date(2026, 1, 1), "2026"),
        (STATE, date(2025, 12, 31), "2025"),
        (PARTY, date(2025, 8, 12), "2025-2030"),
        (PARTY, date(2026, 11, 26), "2025-2030"),
        (PARTY, date(2030, 12, 31), "2025-2030"),  # the congress is late: the term lasts until the next is entered
        (PARTY, date(2025, 8, 11), "2020-2025"),
        (PARTY, date(2016, 3, 1), "2015-2020"),
        (replace(PARTY, term_start=date(2024, 2, 29)), date(2024, 2, 28), "2019-2024"),
    ),
)
def test_numbers_begin_anew_each_year_or_term(issuer: Issuer, day: date, expected: str) -> None:
    assert rules.numbering_period(issuer, day) == expected


@pytest.mark.parametrize(
    ("pattern", "good"),
    (
        ("{number}-QĐ/{sign}", True),
        ("{number}/{kind}-{sign}", True),
        ("{number}", False),
        ("QĐ/{sign}", False),
        ("{number}{number}/{sign}", False),
        ("{number.__class__}/{sign}", False),
        ("{number}/{sign}/{year}", False),
        ("{number:>9999}/{sign}", False),
        ("{number/{sign}", False),
        ("{number}/{sign}{kind:>999999}", False),
    ),
)
def test_number_pattern_names_number_and_sign_and_nothing_unknown(pattern: str, good: bool) -> None:
    assert rules.pattern_is_good(pattern) is good


def test_ceremony_goes_high_to_low_titles_first_collectives_and_households_before_individuals() -> None:
    """NĐ 152/2025 Đ29(5)."""
    expected = [
        ("CSTĐ tỉnh của An", (40, "title", "individual", 2, "b", False, "an")),
        ("Bằng khen tập thể", (40, "form", "collective", 0, "c", False, "x")),
        ("Bằng khen hộ", (40, "form", "household", 0, "c", False, "a")),
        ("Bằng khen của An", (40, "form", "individual", 0, "c", False, "an")),
        ("Bằng khen của Bình", (40, "form", "individual", 0, "c", False, "binh")),
        ("Bằng khen truy tặng", (40, "form", "individual", 0, "c", True, "an")),
        ("LĐTT của An", (20, "title", "individual", 4, "d", False, "an")),
        ("Giấy khen tập thể", (20, "form", "collective", 0, "e", False, "z")),
        ("Giấy khen của An", (20, "form", "individual", 0, "e", False, "an")),
        ("Giấy chứng nhận", (10, "recognition", "collective", 0, "f", False, "a")),
    ]

    def key(line: tuple[str, tuple[int, str, str, int, str, bool, str]]) -> tuple[object, ...]:
        level, kind, recipient, position, code, dead, name = line[1]
        return rules.ceremony_key(level, kind, recipient, position=position, award_code=code, posthumous=dead, name_sort=name)

    assert [name for name, _ in sorted([*expected[5:], *expected[:5]], key=key)] == [name for name, _ in expected]


def test_signers_of_a_day() -> None:
    old = Signer(UUID(int=1), PARTY.id, "Lê Quang Vinh", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", date(2025, 1, 1), date(2026, 6, 30), 1)
    new = Signer(UUID(int=2), PARTY.id, "Trần Thị Mai", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", date(2026, 7, 1), None, 1)
    assert rules.signer_on((old, new), date(2026, 6, 30)) == (old,)
    assert rules.signer_on((old, new), date(2026, 7, 1)) == (new,)
    assert rules.signer_on((old, new), date(2024, 12, 31)) == ()
