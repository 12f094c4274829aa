"""Quotas, equal votes at the last place, the chair's deciding voice; rules that places really wrote."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.council import actions
from recognition.council.rules import places, presets, rulebook
from recognition.council.terms import (
    Absent,
    AttendanceInput,
    Base,
    Block,
    Item,
    Line,
    Method,
    Papers,
    Quota,
    Result,
    Rule,
    Share,
    Substitute,
    Threshold,
    Tie,
)
from recognition.hall.errors import Invalid
from tests.council.test_council_papers import words
from tests.council.test_counting_rules import session as a_session

HALF = Share(1, 2)
ITEMS = tuple(UUID(int=number) for number in range(1, 7))


def meeting(rule: Rule, method: Method = Method.PAPER):
    items = tuple(Item(each, uuid4(), uuid4(), 1, "ab", uuid4(), "giay_khen", "Giấy khen", n, Block.INDIVIDUAL, f"Người {n}", "") for n, each in enumerate(ITEMS, 1))
    return replace(a_session(rule, (), method=method), items=items)


def rule(most: int | None = None, tie: Tie = Tie.CHAIR, *, voice: bool = False) -> Rule:
    threshold = Threshold("giay_khen", HALF, True, Base.ALL_MEMBERS, "Quy chế")
    return Rule(Share(2, 3), "Quy chế", (threshold,), quotas=() if most is None else (Quota("giay_khen", most),), tie=tie, chair_voice=voice)


def results(*votes: int, base: int = 10) -> list[Result]:
    return [Result(item, approve, base - approve, 0, 0, base, 6, approve > base // 2) for item, approve in zip(ITEMS, votes, strict=False)]


def passed(found) -> list[int]:
    return [number for number, each in enumerate(found, 1) if each.passed]


@pytest.mark.proves("F07.05")
@pytest.mark.parametrize(
    ("votes", "most", "tie", "chosen", "through", "asked"),
    (
        ((9, 8, 7, 6, 5), None, Tie.CHAIR, (), [1, 2, 3, 4], 0),  # no quota
        ((9, 8, 7, 6, 5), 4, Tie.CHAIR, (), [1, 2, 3, 4], 0),  # exactly as many as there are places
        ((6, 9, 7, 8, 5), 2, Tie.CHAIR, (), [2, 4], 0),  # from high to low, whatever the agenda's order
        ((9, 8, 8, 6, 5), 3, Tie.CHAIR, (), [1, 2, 3], 0),  # equal votes above the edge are no tie
        ((9, 8, 8, 6, 5), 2, Tie.CHAIR, (3,), [1, 3], 1),  # the chair picks one of two
        ((9, 8, 8, 6, 5), 2, Tie.NOBODY, (), [1], 0),
        ((7, 7, 7, 7, 7), 3, Tie.CHAIR, (1, 2, 5), [1, 2, 5], 1),
        ((5, 5, 5, 5, 5), 1, Tie.CHAIR, (), [], 0),  # nobody has the votes: no tie
    ),
)
def test_places_go_from_high_to_low_and_the_chair_picks_among_equals(votes, most, tie, chosen, through, asked):
    session, found = meeting(rule(most, tie)), results(*votes)
    picked = frozenset(ITEMS[number - 1] for number in chosen)
    tied = places.ties(session, found)
    assert (len(tied), places.check(tied, picked)) == (asked, "")
    settled = places.settle(session, found, picked)
    assert passed(settled) == through
    assert all(each.reason for before, each in zip(found, settled, strict=True) if before.passed and not each.passed)


@pytest.mark.parametrize(("chosen", "said"), (((), "đang chọn 0"), ((1, 2), "đang chọn 2"), ((1, 3), "không bằng phiếu với trường hợp nào")))
def test_a_choice_of_the_chair_that_does_not_fit_is_told(chosen, said):
    session, found = meeting(rule(2)), results(9, 8, 8, 6)
    assert said in places.check(places.ties(session, found), frozenset(ITEMS[number] for number in chosen))


@pytest.mark.parametrize(("voice", "method", "chosen", "through"), ((True, Method.OPEN, (1,), [1, 2]), (True, Method.OPEN, (), [2]), (False, Method.OPEN, (), [2]), (True, Method.PAPER, (), [2])))
def test_the_chairs_voice_decides_hands_at_exactly_half_and_nothing_else(voice, method, chosen, through):
    session, found = meeting(rule(voice=voice), method), results(5, 6)
    assert passed(places.settle(session, found, frozenset(ITEMS[number - 1] for number in chosen))) == through
    assert len(places.ties(session, found)) == int(voice and method is Method.OPEN)


@pytest.mark.proves("F07.05")
def test_a_session_with_a_tie_at_the_quota_ends_only_with_the_chairs_choice_and_the_minutes_tell_it(room):
    session = room.opened(replace(room.rule(), quotas=(Quota("party.giay_khen", 2),)))
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0), Line(7, 2), Line(7, 2)])
    now = actions.get(room.secretary, session.id)
    (tied,) = actions.ties(room.secretary, now.id)
    assert (tied.places, set(tied.items)) == (1, {now.items[1].id, now.items[2].id})
    with pytest.raises(Invalid, match="chọn đúng 1 trường hợp; đang chọn 0"):
        actions.close(room.secretary, now.id, now.version)
    after = actions.close(room.secretary, now.id, now.version, chosen=[now.items[2].id])
    assert [each.passed for each in after.results] == [True, False, True]
    said = words(actions.minutes(room.secretary, now.id))
    assert "bằng phiếu ở hạn mức 2 «Giấy khen»; Chủ tịch Hội đồng chọn." in said
    assert "bằng phiếu ở hạn mức 2 «Giấy khen»; Chủ tịch Hội đồng không chọn." in said


def test_before_the_counts_agree_nobody_is_told_of_a_tie(room):
    session = room.opened(replace(room.rule(), quotas=(Quota("party.giay_khen", 1),)))
    actions.enter(room.first, session.id, Papers(9, 9, 9, 0), {item.id: Line(9, 0) for item in session.items})
    assert actions.ties(room.secretary, session.id) == ()


def test_a_rule_locked_before_there_were_such_settings_keeps_its_text_and_hash():
    old = '{"absent":"written","abstain_offered":false,"quorum":[2,3],"quorum_basis":"Quy chế","recused_in_base":true,"thresholds":[]}'
    assert rulebook.to_json(rulebook.from_json(old)) == old
    new = replace(rulebook.from_json(old), quotas=(Quota("a", 3),), tie=Tie.NOBODY, chair_voice=True, attendance=Share(4, 5), substitutes=True, conflicts=())
    assert rulebook.from_json(rulebook.to_json(new)) == new


def test_a_quota_that_is_no_number_of_places_is_told_under_its_award():
    wrong = rulebook.check(rule(0), [("giay_khen", "Giấy khen")])
    assert wrong == {"quota.giay_khen": "Hạn mức của «Giấy khen» là số nguyên từ 1 đến 1000, hoặc để trống."}


@pytest.mark.parametrize(
    ("code", "share", "strict", "absent", "attendance", "substitutes"),
    (
        ("bac_ninh", HALF, True, Absent.WRITTEN, Share(4, 5), False),
        ("bkhcn", HALF, True, Absent.NOT_ASKED, None, True),
        ("byt", Share(4, 5), False, Absent.NOT_ASKED, None, False),
    ),
)
def test_rules_of_real_places_carry_their_source_and_leave_national_thresholds_alone(code, share, strict, absent, attendance, substitutes):
    day = date(2026, 11, 26)
    start = presets.starting_rule(("party.giay_khen", "state.co_chinh_phu"), day)
    taken = presets.taken(start, code, day)
    own, national = taken.of("party.giay_khen"), taken.of("state.co_chinh_phu")
    assert (own.share, own.strict, taken.absent, taken.attendance, taken.substitutes) == (share, strict, absent, attendance, substitutes)
    assert own.basis == taken.quorum_basis != ""
    assert national == start.of("state.co_chinh_phu")


@pytest.mark.parametrize(("day", "there"), ((date(2025, 6, 30), False), (date(2025, 7, 1), True), (date(2025, 12, 31), True), (date(2026, 1, 1), False)))
def test_the_old_decree_may_be_taken_only_as_long_as_it_went_on(day, there):
    assert ("nd98" in [each.code for each in presets.locals_on(day)]) is there
    taken = presets.taken(presets.starting_rule(("state.cstd_co_so",), day), "nd98", day)
    assert (taken is not None) is there
    if taken is not None:
        assert taken.of("state.cstd_co_so").share == Share(4, 5)


@pytest.mark.proves("F07.02")
def test_attendance_may_ask_more_than_the_quorum(room):
    session = room.attended(room.called(replace(room.rule(), attendance=Share(4, 5))), absent=2)
    assert actions.quorum(session).needed == 8
    with pytest.raises(Invalid, match="cần ít nhất 8"):
        actions.open_vote(room.secretary, session.id, session.version)


def _sent(session, sent: Substitute | None, attendance: str = "present"):
    rows = [AttendanceInput(seat.member_id, "present") for seat in session.seats[1:]]
    return [*rows, AttendanceInput(session.seats[0].member_id, attendance, "", substitute=sent)]


@pytest.mark.proves("F07.02")
def test_a_substitute_counts_in_the_members_place_where_the_rule_allows_it_and_is_named_in_the_minutes(room):
    sent = Substitute("Cao Thị Thơm", "Phó Chánh Văn phòng", "Giấy uỷ quyền số 12")
    plain = room.called()
    with pytest.raises(Invalid, match="không nhận người dự thay"):
        actions.attend(room.secretary, plain.id, plain.version, _sent(plain, sent))
    session = actions.set_rule(room.secretary, plain.id, plain.version, replace(plain.rule, substitutes=True))
    for wrong, attendance in ((replace(sent, paper=" "), "present"), (sent, "online")):
        with pytest.raises(Invalid):
            actions.attend(room.secretary, session.id, session.version, _sent(session, wrong, attendance))
    session = actions.attend(room.secretary, session.id, session.version, _sent(session, sent))
    assert (session.seats[0].substitute, session.present) == (sent, 9)
    session = actions.open_vote(room.secretary, session.id, session.version)
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0)] * 3)
    actions.close(room.secretary, session.id, actions.get(room.secretary, session.id).version)
    assert "Cao Thị Thơm, Phó Chánh Văn phòng, dự thay Thành viên 1" in words(actions.minutes(room.secretary, session.id))


@pytest.mark.proves("N13")
def test_the_simulator_tells_what_earlier_closed_sessions_would_have_given_and_nothing_of_this_one(room):
    first = room.opened()
    room.both_enter(first, Papers(9, 9, 8, 1), [Line(8, 0), Line(6, 2), Line(5, 3)])
    assert actions.earlier(room.secretary, first.id) == ()
    actions.close(room.secretary, first.id, actions.get(room.secretary, first.id).version)
    room.cases = []
    second = room.planned()
    (found,) = actions.earlier(room.secretary, second.id)
    assert (found.items, found.passed) == (3, 3)
    assert found.by_rule == (("quá 1/2", 3, 3, 3), ("từ 2/3", 2, 2, 2), ("từ 80 %", 1, 1, 1), ("từ 90 %", 0, 0, 1))


def test_before_the_end_those_among_equals_wait_for_the_chair():
    session, found = meeting(rule(2)), results(9, 8, 8, 6)
    shown = places.before_the_end(session, found)
    assert [(each.passed, each.reason) for each in shown] == [
        (True, ""), (False, "Bằng phiếu, chờ Chủ tịch Hội đồng chọn"), (False, "Bằng phiếu, chờ Chủ tịch Hội đồng chọn"),
        (False, "Đủ phiếu nhưng vượt hạn mức 2 «Giấy khen»"),
    ]  # fmt: skip
