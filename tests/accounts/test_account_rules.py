"""Passwords, user names, waiting, ends of a sign-in, codes, roles: pure rules as tables."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from recognition.accounts import rules
from recognition.accounts.common_passwords import COMMON
from recognition.hall.words import Role

NOON = datetime(2026, 11, 26, 5, 0)
UNIT, ISSUER = UUID(int=1), UUID(int=2)
WORDS = ("Phạm Thu Hà", "ha.phamthu", "Đảng uỷ các cơ quan Đảng tỉnh", "ĐUCCQ")


@pytest.mark.parametrize(
    "password",
    (
        "con trâu đi trước cái cày",
        "sông Lam nước chảy lơ thơ",
        "Kx7#pq9Lm2vR",
        "chiếc nón bài thơ 1987",
        "ĐUCCQ và bốn mùa hoa phượng",
    ),
)
def test_good_passwords_are_taken_without_rules_of_composition(password):
    assert rules.password_fault(password, WORDS) is None


@pytest.mark.parametrize(
    ("password", "reason"),
    (
        ("ngắn quá", "ít nhất 12 ký tự"),
        ("", "ít nhất 12 ký tự"),
        ("x" * 129, "dài nhất 128 ký tự"),
        ("aaaaaaaaaaaaaa", "lặp lại"),
        ("abababababab", "lặp lại"),
        ("123456789012", "hay bị đoán"),
        ("qwertyuiopqw", "hay bị đoán"),
        ("password1234", "hay bị đoán"),
        ("MẬT KHẨU 12345", "hay bị đoán"),
        ("đảng cộng sản 2026", "hay bị đoán"),
        ("dân vận khéo 2026", "hay bị đoán"),
        ("abcdabcdabcdabcd", "hay bị đoán"),
        ("Phạm Thu Hà 1985", "tên người hoặc tên cơ quan"),
        ("ha.phamthu 99!", "tên người hoặc tên cơ quan"),
        ("đảng uỷ các cơ quan đảng tỉnh", "tên người hoặc tên cơ quan"),
    ),
)
def test_passwords_that_are_guessed_first_are_refused_with_their_reason(password, reason):
    assert reason in str(rules.password_fault(password, WORDS))


def test_the_block_list_is_long_enough():
    assert len(COMMON) >= 3_000


@pytest.mark.parametrize(
    ("name", "good"),
    (
        ("ha.phamthu", True),
        ("thanh2", True),
        ("a-b_c.d", True),
        ("ha", False),
        ("Ha.pham", False),
        ("hà.phạm", False),
        ("ha pham", False),
        ("ha..pham", False),
        (".ha", False),
        ("2ha", False),
        ("x" * 41, False),
        ("", False),
        ("ha';drop table account", False),
    ),
)
def test_user_names(name, good):
    assert (rules.user_name_fault(name) is None) is good


@pytest.mark.parametrize(
    ("full_name", "taken", "expected"),
    (
        ("Phạm Thu Hà", (), "ha.phamthu"),
        ("Phạm Thu Hà", ("ha.phamthu",), "ha.phamthu2"),
        ("Phạm Thu Hà", ("ha.phamthu", "ha.phamthu2"), "ha.phamthu3"),
        ("Đỗ Ước", (), "uoc.do"),
        ("H'Hen Niê", (), "nie.hhen"),
        ("Ý", (), "y.nguoi"),
        ("", (), "dung.nguoi"),
    ),
)
def test_a_user_name_is_suggested_from_the_person_s_name(full_name, taken, expected):
    assert rules.suggested_user_name(full_name, taken) == expected
    assert rules.user_name_fault(expected) is None


@pytest.mark.parametrize(
    ("failures", "seconds"), ((0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (14, 512), (15, 900), (40, 900), (10_000, 900))
)
def test_five_tries_are_free_then_the_wait_doubles_up_to_a_quarter_of_an_hour(failures, seconds):
    """OWASP ASVS 5.0, 6.3.1."""
    assert rules.wait_seconds(failures) == seconds


@pytest.mark.parametrize(
    ("age", "idle", "lives"),
    (
        (timedelta(0), timedelta(0), True),
        (timedelta(hours=1), timedelta(minutes=29), True),
        (timedelta(hours=1), timedelta(minutes=34, seconds=59), True),
        (timedelta(hours=1), timedelta(minutes=35), False),
        (timedelta(hours=7, minutes=59, seconds=59), timedelta(0), True),
        (timedelta(hours=8), timedelta(0), False),
        (timedelta(minutes=-6), timedelta(minutes=-6), False),
    ),
)
def test_a_sign_in_ends_after_half_an_hour_of_nothing_or_eight_hours(age, idle, lives):
    """Idle is counted from a moment rounded down by at most five minutes; a clock set back ends it too."""
    assert rules.alive(NOON - age, NOON - idle, NOON) is lives


def test_the_stored_moment_tells_no_single_click():
    assert [rules.rounded_seen(NOON + timedelta(seconds=s)) for s in (0, 299, 300, 301)] == [
        NOON, NOON, NOON + timedelta(minutes=5), NOON + timedelta(minutes=5),
    ]


@pytest.mark.parametrize(("setting", "days"), ((None, 7), ("3", 3), ("7", 7), ("30", 7), ("0", 1), ("-2", 1), ("nhiều", 7)))
def test_a_code_lives_a_week_at_most(setting, days):
    assert rules.code_days(setting) == days


@pytest.mark.parametrize("typed", ("ABCD-EFGH-JKMN", "abcd efgh jkmn", " abcdefghjkmn ", "ABCD–EFGH—JKMN"))
def test_a_code_is_read_however_it_is_typed(typed):
    assert rules.typed_code(typed) == "ABCDEFGHJKMN"


def test_codes_have_no_letters_that_look_alike():
    assert not set("0O1ILU") & set(rules.CODE_ALPHABET)
    assert rules.shown_code("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"


@pytest.mark.parametrize(
    ("role", "unit", "issuer", "start", "end", "wrong"),
    (
        (Role.NOMINATOR, UNIT, None, date(2026, 1, 1), None, set()),
        (Role.NOMINATOR, None, ISSUER, date(2026, 1, 1), None, {"unit_id"}),
        (Role.UNIT_LEADER, None, None, date(2026, 1, 1), None, {"unit_id"}),
        (Role.SECRETARY, None, ISSUER, date(2026, 1, 1), None, set()),
        (Role.SECRETARY, UNIT, None, date(2026, 1, 1), None, {"issuer_id"}),
        (Role.CLERK, None, None, date(2026, 1, 1), None, {"issuer_id"}),
        (Role.LEADER, UNIT, None, date(2026, 1, 1), None, set()),
        (Role.LEADER, None, ISSUER, date(2026, 1, 1), None, set()),
        (Role.LEADER, None, None, date(2026, 1, 1), None, {"unit_id"}),
        (Role.ADMINISTRATOR, None, None, date(2026, 1, 1), None, set()),
        (Role.ADMINISTRATOR, None, None, date(2026, 2, 1), date(2026, 1, 31), {"to_date"}),
        (Role.COUNCIL_MEMBER, None, None, date(2026, 1, 1), None, {"role"}),
        (Role.TELLER, None, None, date(2026, 1, 1), None, {"role"}),
    ),
)
def test_each_role_needs_its_place_and_the_council_s_are_not_granted(role, unit, issuer, start, end, wrong):
    assert set(rules.check_role(role, unit, issuer, start, end)) == wrong


@pytest.mark.parametrize(
    ("agent", "words"),
    (
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36", "Chrome trên Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0", "Edge trên Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari trên iPhone"),
        ("", "Trình duyệt"),
    ),
)
def test_a_browser_in_a_few_words(agent, words):
    assert rules.device(agent) == words
