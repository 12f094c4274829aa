"""Numbers as keyed hashes, and the question about doubles."""

import os
import stat
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from recognition.people import keys, rules
from recognition.people.terms import KeyKind, Person, Post, RecipientClass

SECRET = b"k" * 32
CCCD, STAFF, CARD = KeyKind.CITIZEN_ID, KeyKind.STAFF_NUMBER, KeyKind.PARTY_CARD


@pytest.mark.proves("F01.02")
@pytest.mark.parametrize(
    ("kind", "typed", "normal"),
    (
        (CCCD, "079 185 001 234", "079185001234"),
        (CCCD, "79185001234", "079185001234"),  # a spreadsheet took the first zero
        (CCCD, "1185001234", "001185001234"),  # and here two of them
        (CCCD, "290123456", "290123456"),  # the old CMND
        (STAFF, "cb.0123", "CB0123"),
        (CARD, "60.012345", "60012345"),
    ),
)
def test_one_number_typed_in_many_ways_is_one_number(kind: KeyKind, typed: str, normal: str) -> None:
    assert keys.normal(kind, typed) == normal
    assert keys.keyed_hash(SECRET, kind, typed) == keys.keyed_hash(SECRET, kind, normal)
    assert keys.last_digits(kind, typed) == normal[-3:]


@pytest.mark.parametrize(("kind", "typed"), ((CCCD, "12345"), (CCCD, "07918500123x"), (CCCD, "0791850012345"), (CARD, "12"), (STAFF, "A"), (STAFF, "Số 1 à")))
def test_what_cannot_be_such_a_number_gets_a_sentence(kind: KeyKind, typed: str) -> None:
    with pytest.raises(ValueError, match=r"kiểm tra lại\.$"):
        keys.keyed_hash(SECRET, kind, typed)


def test_kind_and_key_are_part_of_the_hash() -> None:
    hashes = {keys.keyed_hash(secret, kind, "290123456") for secret in (SECRET, b"other" * 8) for kind in (CCCD, STAFF, CARD)}
    assert len(hashes) == 6
    assert "290123456" not in "".join(hashes)


def test_key_file_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    made = keys.secret(tmp_path)
    assert (len(made), keys.secret(tmp_path)) == (32, made)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / keys.FILE).stat().st_mode) == 0o600


def _person(name: str, birth_date: date | None = None, birth_year: int | None = None) -> Person:
    return Person(UUID(int=1), name, birth_date, birth_year, None, "", None, 1)


@pytest.mark.proves("F01.02")
@pytest.mark.parametrize(
    ("typed", "other", "same"),
    (
        (("Lê Văn Tòng", date(1980, 5, 1), None), _person("Lê Văn Tòng", date(1980, 5, 1)), True),
        (("Le van tong", date(1980, 5, 1), None), _person("Lê Văn Tòng", date(1980, 5, 1)), True),
        (("Lê Văn Tòng", date(1980, 5, 2), None), _person("Lê Văn Tòng", date(1980, 5, 1)), False),
        (("Lê Văn Tòng", None, 1980), _person("Lê Văn Tòng", date(1980, 5, 1)), True),
        (("Lê Văn Tòng", None, 1981), _person("Lê Văn Tòng", date(1980, 5, 1)), False),
        (("Lê Văn Tòng", None, None), _person("Lê Văn Tòng", date(1980, 5, 1)), True),
        (("Lê Văn Tông", None, None), _person("Lê Văn Tòng"), True),  # marks apart: a question, not an answer
        (("Lê Văn Tám", None, None), _person("Lê Văn Tòng"), False),
    ),
)
def test_same_name_and_no_birth_against_it_is_a_question(typed: tuple[str, date | None, int | None], other: Person, same: bool) -> None:
    assert rules.may_be_same(*typed, other) is same


def _post(number: int, start: date, end: date | None, title: str = "Y sĩ") -> Post:
    return Post(UUID(int=number), UUID(int=1), UUID(int=9), title, RecipientClass.DIRECT_WORKER, start, end)


@pytest.mark.proves("F01.05")
@pytest.mark.parametrize(("day", "number"), ((date(2024, 12, 31), None), (date(2025, 1, 1), 1), (date(2025, 12, 31), 1), (date(2026, 1, 1), 2), (date(2030, 1, 1), 2)))
def test_a_paper_quotes_the_post_of_its_day(day: date, number: int | None) -> None:
    found = rules.post_on((_post(2, date(2026, 1, 1), None), _post(1, date(2025, 1, 1), date(2025, 12, 31))), day)
    assert (found.id.int if found else None) == number


def test_who_was_merged_into_another_is_no_double() -> None:
    merged = Person(UUID(int=1), "Lê Văn Tòng", None, 1980, None, "", UUID(int=2), 1)
    assert rules.may_be_same("Lê Văn Tòng", None, 1980, merged) is False


@pytest.mark.parametrize(("count", "more"), ((1, ""), (3, ""), (5, " và 2 người khác")))
def test_the_question_names_three_doubles_and_counts_the_others(count: int, more: str) -> None:
    shown = "; ".join(["Lê Văn Tòng, sinh 1980"] * min(count, 3))
    assert rules.doubles_question([_person("Lê Văn Tòng", birth_year=1980)] * count) == (
        f"Có thể đã có người này: {shown}{more}. Nếu là người khác, anh/chị đánh dấu «Là người khác» rồi lưu lại."
    )


HELD = _post(1, date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("made", "twice"),
    (
        (_post(2, date(2025, 6, 1), None), True),
        (_post(2, date(2024, 1, 1), date(2025, 1, 1)), True),  # the last day is the first day
        (_post(2, date(2026, 1, 1), None), False),
        (_post(2, date(2024, 1, 1), date(2024, 12, 31)), False),
        (_post(2, date(2025, 6, 1), None, "y si"), True),  # typed without marks
        (_post(2, date(2025, 6, 1), None, "Bác sĩ"), False),
        (_post(1, date(2025, 6, 1), None), False),  # the post itself, changed
    ),
)
def test_one_post_is_not_held_twice_at_a_time(made: Post, twice: bool) -> None:
    assert rules.posts_overlap((HELD,), made) == (HELD if twice else None)


def test_a_post_ends_no_earlier_than_it_began() -> None:
    assert rules.end_sentence(HELD, date(2025, 1, 1)) is None
    assert rules.end_sentence(HELD, date(2024, 12, 31)) == "Chức vụ này bắt đầu từ 01/01/2025, nên ngày thôi giữ không thể trước ngày đó."
