"""Papers and lines reconcile, differences are found, results come out in whole numbers."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.council.rules import counting, results, rulebook
from recognition.council.terms import (
    Absent,
    Attendance,
    Base,
    Block,
    Body,
    Count,
    Difference,
    Item,
    Line,
    MemberRole,
    Method,
    Papers,
    Result,
    Rule,
    Seat,
    Session,
    SessionState,
    Share,
    Threshold,
)  # fmt: skip

ITEM = UUID(int=1)


@pytest.mark.proves("F07.10", "N12")
@pytest.mark.parametrize(
    ("papers", "wrong"),
    (
        (Papers(7, 7, 6, 1), set()),
        (Papers(9, 7, 7, 0), {"issued"}),
        (Papers(7, 8, 8, 0), {"returned"}),
        (Papers(7, 7, 6, 0), {"valid"}),
        (Papers(7, 6, 6, 1), {"valid"}),
        (Papers(-1, 0, 0, 0), {"issued"}),
        (Papers(0, 0, 0, 0), set()),
    ),
)
def test_papers_reconcile(papers: Papers, wrong: set[str]):
    assert set(counting.check_papers(papers, voters=8)) == wrong


@pytest.mark.proves("F07.10")
@pytest.mark.parametrize(
    ("line", "abstain_offered", "good"),
    (
        (Line(5, 1), False, True),
        (Line(5, 0, 0, 1), False, True),
        (Line(5, 0, 1, 0), True, True),
        (Line(5, 0, 1, 0), False, False),  # no such box on the ballot
        (Line(4, 1), False, False),  # one line is missing
        (Line(7, 0), False, False),  # one line too many
        (Line(6, -1, 1), True, False),
    ),
)
def test_lines_of_a_case_make_up_the_valid_papers(line: Line, abstain_offered: bool, good: bool):
    assert (counting.check_line(line, Papers(7, 7, 6, 1), may_vote=7, abstain_offered=abstain_offered) == "") is good


def test_members_who_stand_aside_give_no_choice():
    papers = Papers(7, 7, 7, 0)
    assert counting.check_line(Line(6, 1), papers, may_vote=6, abstain_offered=False) == (
        "Có 7 phiếu cho ý kiến, nhưng chỉ 6 thành viên tham gia xét trường hợp này."
    )
    assert counting.check_line(Line(5, 1, 0, 1), papers, may_vote=6, abstain_offered=False) == ""


@pytest.mark.proves("N12")
def test_differences_name_every_figure():
    one = Count(1, Papers(7, 7, 7, 0), {ITEM: Line(6, 1)}, 1)
    other = Count(2, Papers(7, 6, 6, 0), {ITEM: Line(6, 0)}, 1)
    assert counting.differences(one, other) == (
        Difference("Số phiếu thu về", None, 7, 6),
        Difference("Số phiếu hợp lệ", None, 7, 6),
        Difference("Không đồng ý", ITEM, 1, 0),
    )
    assert counting.differences(one, Count(2, one.papers, one.lines, 3)) == ()


def seats(present: int, absent: int) -> tuple[Seat, ...]:
    made = [Seat(UUID(int=100 + n), f"Thành viên {n}", "", MemberRole.MEMBER, True, Attendance.PRESENT, "", False) for n in range(present)]
    made += [Seat(UUID(int=200 + n), f"Vắng {n}", "", MemberRole.MEMBER, True, Attendance.ABSENT, "Đi công tác", True) for n in range(absent)]
    return tuple(made)


def session(rule: Rule, members: tuple[Seat, ...], *, recused: frozenset[UUID] = frozenset(), method: Method = Method.PAPER) -> Session:
    item = Item(ITEM, UUID(int=9), uuid4(), 1, "ab", uuid4(), "giay_khen", "Giấy khen", 1, Block.INDIVIDUAL, "Lê Văn Tòng", "", recused)
    return Session(
        UUID(int=9), uuid4(), uuid4(), "Hội đồng", 1, "Phiên 1", Body.ADVISORY, method, date(2026, 11, 26), "08:00", "", "Phòng họp",
        rule, "", SessionState.OPEN, "", None, 1, seats=members, items=(item,),
    )  # fmt: skip


def rule(share: Share, *, strict: bool = False, base: Base = Base.ALL_MEMBERS, recused_in_base: bool = True) -> Rule:
    return Rule(Share(2, 3), "Quy chế", (Threshold("giay_khen", share, strict, base, "Quy chế"),), False, Absent.WRITTEN, recused_in_base)


@pytest.mark.proves("F07.05")
def test_papers_not_returned_are_not_in_favour_where_the_base_is_all_members():
    meeting = session(rule(Share(4, 5)), seats(7, 2))
    got = results.counted(meeting, {ITEM: Line(6, 0)}, Papers(7, 6, 6, 0), {})
    assert got == (Result(ITEM, 6, 0, 0, 0, 9, 8, False),)


def test_the_base_of_valid_papers_shrinks_with_invalid_ones():
    meeting = session(rule(Share(4, 5), base=Base.VALID), seats(7, 2))
    assert results.counted(meeting, {ITEM: Line(5, 1)}, Papers(7, 7, 6, 1), {}) == (Result(ITEM, 5, 1, 0, 0, 6, 5, True),)


def test_written_opinions_of_absent_members_count_once():
    meeting = session(rule(Share(4, 5)), seats(7, 2))
    got = results.counted(meeting, {ITEM: Line(7, 0)}, Papers(7, 7, 7, 0), {ITEM: Line(1, 0)})
    assert got == (Result(ITEM, 8, 0, 0, 0, 9, 8, True),)


def test_members_who_stand_aside_leave_the_base_when_the_rule_says_so():
    aside = frozenset({UUID(int=100), UUID(int=200)})
    inside = session(rule(Share(9, 10)), seats(8, 1), recused=aside)
    outside = session(rule(Share(9, 10), recused_in_base=False), seats(8, 1), recused=aside)
    papers = Papers(8, 8, 8, 0)
    assert results.counted(inside, {ITEM: Line(7, 0, 0, 1)}, papers, {}) == (Result(ITEM, 7, 0, 0, 1, 9, 9, False),)
    assert results.counted(outside, {ITEM: Line(7, 0, 0, 1)}, papers, {}) == (Result(ITEM, 7, 0, 0, 1, 7, 7, True),)


def test_a_show_of_hands_takes_online_members_too():
    there = (*seats(3, 0), Seat(UUID(int=300), "Từ xa", "", MemberRole.MEMBER, True, Attendance.ONLINE, "", False))
    meeting = session(rule(Share(1, 2), strict=True, base=Base.PRESENT), there, method=Method.OPEN)
    assert results.may_vote(meeting, meeting.items[0]) == 4
    assert results.counted(meeting, {ITEM: Line(3, 1)}, None, {}) == (Result(ITEM, 3, 1, 0, 0, 4, 3, True),)


def test_a_rule_reads_back_as_it_was_written_and_its_hash_covers_the_agenda():
    one = rule(Share(4, 5))
    assert rulebook.from_json(rulebook.to_json(one)) == one
    assert rulebook.fingerprint(one, [("a", "1"), ("b", "2")]) == rulebook.fingerprint(one, [("b", "2"), ("a", "1")])
    assert rulebook.fingerprint(one, [("a", "1")]) != rulebook.fingerprint(one, [("a", "2")])
    assert rulebook.fingerprint(one, []) != rulebook.fingerprint(rule(Share(4, 5), strict=True), [])


@pytest.mark.parametrize(
    ("changed", "fields"),
    (
        (rule(Share(4, 5)), set()),
        (rule(Share(5, 4)), {"threshold.giay_khen"}),
        (rule(Share(0, 4)), {"threshold.giay_khen"}),
        (rule(Share(1, 1), strict=True), {"threshold.giay_khen"}),
        (Rule(Share(2, 3), "", (Threshold("giay_khen", Share(1, 2), True, Base.VALID, " "),)), {"quorum_basis", "basis.giay_khen"}),
        (Rule(Share(2, 3), "Quy chế", ()), {"threshold.giay_khen"}),
    ),
)
def test_a_rule_needs_a_basis_and_a_reachable_share(changed: Rule, fields: set[str]):
    assert set(rulebook.check(changed, [("giay_khen", "Giấy khen")])) == fields
