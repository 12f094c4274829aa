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


def test_lists_go_by_blocks_and_inside_them_high_to_low_titles_first_then_by_given_name() -> None:
    """NĐ 152/2025 Đ29(5)."""
    expected = [
        ("collective", 40, "bang_khen", "Công đoàn cơ sở", False),
        ("collective", 20, "tap_the_tien_tien", "Phòng Tổng hợp", True),
        ("collective", 20, "giay_khen", "Chi bộ Văn phòng", False),
        ("household", 20, "giay_khen", "Hộ ông Lành", False),
        ("individual", 40, "cstd_tinh", "Vũ Hà", True),
        ("individual", 40, "bang_khen", "Trần Văn Tòng", False),
        ("individual", 20, "giay_khen", "Lê Văn An", False),
        ("individual", 20, "giay_khen", "Bùi Văn Ánh", False),
        ("individual", 20, "giay_khen", "An Văn Bình", False),
    ]
    found = sorted((*expected[4:], *expected[:4]), key=lambda each: rules.list_key(*each[:4], title=each[4]))
    assert found == expected


def test_signers_of_a_day() -> None:
    old = Signer(UUID(int=1), PARTY.id, "Lê Quang Vinh", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", date(2025, 1, 1), date(2026, 6, 30), 1)
    new = Signer(UUID(int=2), PARTY.id, "Trần Thị Mai", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", date(2026, 7, 1), None, 1)
    assert rules.signer_on((old, new), date(2026, 6, 30)) == (old,)
    assert rules.signer_on((old, new), date(2026, 7, 1)) == (new,)
    assert rules.signer_on((old, new), date(2024, 12, 31)) == ()
