from dataclasses import replace
from datetime import date

import pytest

from documents import letterhead
from documents.facts import Track
from tests.documents import samples
from tests.documents.reading import lines


@pytest.mark.parametrize(
    ("track", "day", "key"),
    (
        (Track.PARTY, date(2026, 1, 8), "party-36"),
        (Track.PARTY, date(2026, 1, 9), "party-05"),  # Quy định 399-QĐ/TW
        (Track.STATE, date(2026, 1, 9), "state-30"),
        (Track.UNION, date(2020, 1, 1), "union"),
        (Track.ENTERPRISE, date(2026, 1, 1), "enterprise"),
    ),
)
def test_form_follows_track_and_day(track, day, key):
    assert letterhead.choose(track, day).key == key


@pytest.mark.parametrize(
    ("head", "line"),
    (
        (samples.BLOC_HEAD, "Số 127-QĐ/ĐUK"),
        (samples.STATE_HEAD, "Số: 345/QĐ-UBND"),
        (samples.UNION_HEAD, "Số: 07/QĐ-CĐCS"),
        (replace(samples.PARTY_HEAD, number=""), "Số \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-QĐ/ĐU"),
    ),
)
def test_number_is_written_as_the_track_writes_it(head, line):
    assert letterhead.number(head, "QĐ") == line


@pytest.mark.parametrize(
    ("written", "party", "state"),
    (
        ("T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        ("TM. BAN CHẤP HÀNH", "T/M BAN CHẤP HÀNH", "TM. BAN CHẤP HÀNH"),
        ("KT. CHỦ TỊCH", "K/T CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TUQ. GIÁM ĐỐC", "T/UQ GIÁM ĐỐC", "TUQ. GIÁM ĐỐC"),
        ("THƯ KÝ", "THƯ KÝ", "THƯ KÝ"),
    ),
)
def test_capacity_is_written_as_the_track_writes_it(written, party, state):
    profiles = letterhead.PROFILES
    assert letterhead.capacity(written, profiles["party-05"]) == party
    assert letterhead.capacity(written, profiles["state-30"]) == state


def test_margins_and_sizes_of_the_party_form():
    p = letterhead.PROFILES["party-05"]
    assert (p.margins, p.body, p.line, p.after, p.indent, p.national, p.superior, p.post_bold) == (
        (20, 20, 30, 15),
        14,
        18,
        6,
        10,
        15,
        14,
        False,
    )


def test_party_head_of_a_paper():
    from documents.decision import decision

    said = lines(decision(replace(samples.PARTY_DECISION, head=samples.BLOC_HEAD)))
    assert said[:8] == [
        "ĐẢNG BỘ TỈNH TÂN PHONG",
        "ĐẢNG ỦY KHỐI",
        "CƠ QUAN VÀ DOANH NGHIỆP TỈNH",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 127-QĐ/ĐUK",
        "Tân Phong, ngày 05 tháng 11 năm 2024",
        "QUYẾT ĐỊNH",
    ]


def test_an_open_day_leaves_room_for_the_pen():
    assert (
        letterhead.day(replace(samples.PARTY_HEAD, dated=False))
        == "ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 năm 2026"
    )


def test_foreign_profile_is_refused():
    with pytest.raises(ValueError, match="Không có mẫu thể thức «party-99»"):
        letterhead.of(replace(samples.PARTY_HEAD, profile="party-99"))
