"""A session from the shortlist to its results, with two people acting at once, on both engines."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.council import actions
from recognition.council.terms import (
    Absent,
    AttendanceInput,
    CouncilInput,
    Difference,
    Line,
    MemberInput,
    Method,
    Papers,
    SessionState,
    Share,
)  # fmt: skip
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from tests.council.conftest import DAY
from tests.support import cases, people, world


def lines_of(session, *given):
    return dict(zip([item.id for item in session.items], given, strict=True))


def invalid(call) -> set[str]:
    with pytest.raises(Invalid) as found:
        call()
    return set(found.value.fields)


@pytest.mark.proves("F07.01")
def test_shortlisted_cases_go_on_the_agenda_in_ceremony_order_with_their_revision(room):
    session = room.planned()
    session = actions.put_on(room.secretary, session.id, session.version, room.cases)
    assert [(item.number, item.block.value, item.name) for item in session.items] == [
        (1, "collective", "Tổ y tế thôn"), (2, "individual", "Đồng chí Trần Thị Ánh"), (3, "individual", "Đồng chí Lê Văn Tòng"),
    ]  # fmt: skip
    with transaction(None) as t:
        for item in session.items:
            assert item.revision_hash == nominations.latest_revision(t, item.nomination_id).sha256
    assert {cases.state_of(case) for case in room.cases} == {"on_agenda"}
    assert [(each.award_code, each.basis) for each in session.rule.thresholds] == [("party.giay_khen", "")]


def test_a_case_lies_on_one_open_agenda_only_and_all_or_none_go_on(room):
    one = room.planned()
    actions.put_on(room.secretary, one.id, one.version, room.cases[:1])
    other = room.planned()
    with pytest.raises((Invalid, NotAllowed)):
        actions.put_on(room.secretary, other.id, other.version, [room.cases[1], room.cases[0]])
    assert (cases.state_of(room.cases[1]), actions.get(room.secretary, other.id).items) == ("shortlisted", ())


def test_a_case_taken_off_waits_in_the_shortlist_again(room):
    session = room.planned()
    session = actions.put_on(room.secretary, session.id, session.version, room.cases)
    session = actions.take_off(room.secretary, session.id, session.version, session.items[0].id)
    assert [(item.number, item.name) for item in session.items] == [(1, "Đồng chí Trần Thị Ánh"), (2, "Đồng chí Lê Văn Tòng")]
    assert cases.state_of(room.cases[2]) == "shortlisted"


def test_two_secretaries_at_once_the_second_sees_the_new_version_first(room):
    session = room.planned()
    actions.put_on(room.secretary, session.id, session.version, room.cases[:1])
    with pytest.raises(Stale):
        actions.put_on(room.secretary, session.id, session.version, room.cases[1:])
    assert cases.state_of(room.cases[1]) == "shortlisted"


@pytest.mark.proves("F07.02")
def test_the_vote_opens_only_with_quorum_rule_and_tellers_and_locks_the_rule(room):
    session = room.called()
    assert invalid(lambda: actions.open_vote(room.secretary, session.id, session.version)) == {"attendance"}
    session = room.attended(session, absent=4)
    assert invalid(lambda: actions.open_vote(room.secretary, session.id, session.version)) == {"quorum"}
    assert actions.quorum(session) == actions.Quorum(5, 9, 6, False)
    session = room.attended(session, absent=3)
    opened = actions.open_vote(room.secretary, session.id, session.version)
    assert (opened.state, len(opened.rule_hash)) == (SessionState.OPEN, 64)
    with pytest.raises(NotAllowed):
        actions.set_rule(room.secretary, opened.id, opened.version, room.rule(Share(4, 5)))


def test_a_threshold_without_basis_keeps_the_vote_shut(room):
    rule = room.rule()
    bare = replace(rule, quorum_basis="", thresholds=(replace(rule.thresholds[0], basis=""),))
    session = room.attended(room.called(bare))
    assert invalid(lambda: actions.open_vote(room.secretary, session.id, session.version)) == {"quorum_basis", "basis.party.giay_khen"}


def test_a_hold_put_on_after_screening_keeps_the_vote_shut(room):
    session = room.attended(room.called())
    with transaction(None) as t:
        t.run(
            "insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version) "
            "values ($1, $2, null, null, 'Có đơn đang xác minh', '15-CV/UBKT', $3, null, null, $4, 1)",
            uuid4(), room.cases[0], date(2026, 11, 25), uuid4(),
        )
    assert invalid(lambda: actions.open_vote(room.secretary, session.id, session.version)) == {"holds"}


@pytest.mark.proves("F07.02")
def test_an_absence_needs_its_reason(room):
    session = room.called()
    member = session.seats[0].member_id
    rows = [AttendanceInput(member, "absent", " ")]
    assert invalid(lambda: actions.attend(room.secretary, session.id, session.version, rows)) == {str(member)}


@pytest.mark.proves("F07.10", "N12")
def test_two_tellers_are_blind_to_each_other_until_both_have_entered(room):
    session = room.opened()
    papers = Papers(9, 9, 9, 0)
    lines = lines_of(session, Line(9, 0), Line(6, 3), Line(4, 5))
    alone = actions.enter(room.first, session.id, papers, lines)
    assert (alone.entered, alone.both, alone.own.lines) == ((1,), None, lines)
    waiting = actions.counts(room.second, session.id)
    assert (waiting.entered, waiting.own, waiting.both, waiting.differences) == ((1,), None, None, ())
    assert actions.counts(room.secretary, session.id).both is None
    other = lines_of(session, Line(9, 0), Line(5, 4), Line(4, 5))
    seen = actions.enter(room.second, session.id, papers, other)
    assert seen.differences == (
        Difference("Đồng ý", session.items[1].id, 6, 5), Difference("Không đồng ý", session.items[1].id, 3, 4),
    )  # fmt: skip
    now = actions.get(room.secretary, session.id)
    assert invalid(lambda: actions.close(room.secretary, now.id, now.version)) == {"counts"}
    again = actions.enter(room.second, session.id, papers, lines, version=1)
    assert (again.agreed, again.own.version) == (True, 2)


@pytest.mark.proves("F07.03", "F07.05", "F07.10")
def test_closing_turns_counts_into_results_and_moves_the_cases(room):
    session = room.opened(absent=2)
    room.both_enter(session, Papers(7, 7, 6, 1), [Line(6, 0), Line(5, 1), Line(4, 2)])
    now = actions.get(room.secretary, session.id)
    closed = actions.close(room.secretary, now.id, now.version, "09:40", "Các ý kiến thống nhất.")
    assert [(r.approve, r.reject, r.abstain, r.invalid, r.base, r.needed, r.passed) for r in closed.results] == [
        (6, 0, 0, 0, 9, 5, True), (5, 1, 0, 0, 9, 5, True), (4, 2, 0, 0, 9, 5, False),
    ]  # fmt: skip
    assert (closed.state, closed.papers, closed.ended_at) == (SessionState.CLOSED, Papers(7, 7, 6, 1), "09:40")
    assert [cases.state_of(item.nomination_id) for item in closed.items] == ["passed", "passed", "failed"]
    with pytest.raises(NotAllowed):
        actions.close(room.secretary, closed.id, closed.version)
    with pytest.raises(NotAllowed):
        actions.enter(room.first, closed.id, Papers(7, 7, 6, 1), lines_of(closed, Line(6, 0), Line(6, 0), Line(6, 0)), version=1)


def test_the_same_click_twice_closes_once(room):
    session = room.opened()
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0)] * 3)
    now, key = actions.get(room.secretary, session.id), uuid4()
    actions.close(room.secretary, now.id, now.version, key=key)
    with pytest.raises(AlreadyDone) as again:
        actions.close(room.secretary, now.id, now.version, key=key)
    assert again.value.result == str(session.id)


def test_a_failure_while_closing_leaves_everything_open(room, monkeypatch):
    session = room.opened()
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0)] * 3)
    now = actions.get(room.secretary, session.id)
    real, calls = nominations.change_state, []

    def breaks(*args, **kwargs):
        calls.append(1)
        if len(calls) == 3:
            raise RuntimeError("power cut")
        return real(*args, **kwargs)

    monkeypatch.setattr(nominations, "change_state", breaks)
    with pytest.raises(RuntimeError):
        actions.close(room.secretary, now.id, now.version)
    after = actions.get(room.secretary, session.id)
    assert (after.state, after.results, {cases.state_of(case) for case in room.cases}) == (SessionState.COUNTING, (), {"on_agenda"})


def test_figures_that_do_not_reconcile_are_refused_on_their_line(room):
    session = room.opened()
    lines = lines_of(session, Line(9, 0), Line(5, 3), Line(9, 1))
    assert invalid(lambda: actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines)) == {str(session.items[1].id), str(session.items[2].id)}
    assert invalid(lambda: actions.enter(room.first, session.id, Papers(10, 9, 9, 0), lines)) == {"issued"}
    assert actions.counts(room.first, session.id).own is None


def test_nobody_but_the_two_tellers_enters_a_count(room):
    session = room.opened()
    lines = lines_of(session, Line(9, 0), Line(9, 0), Line(9, 0))
    with pytest.raises(NotAllowed):
        actions.enter(room.secretary, session.id, Papers(9, 9, 9, 0), lines)
    with pytest.raises(NotFound):
        actions.enter(people.actor(), session.id, Papers(9, 9, 9, 0), lines)


def test_a_teller_who_looked_at_an_old_count_is_told(room):
    session = room.opened()
    lines = lines_of(session, Line(9, 0), Line(9, 0), Line(9, 0))
    actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines)
    with pytest.raises(Stale):
        actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines)


@pytest.mark.proves("F06.03")
def test_a_member_who_is_proposed_stands_aside_and_does_not_see_the_case(room):
    person = world.person("Vũ Thị Ước", unit_id=room.unit)
    member = people.actor(Role.COUNCIL_MEMBER, council=room.council, person_id=person, name="Vũ Thị Ước")
    room.cases.append(cases.case(room.issuer, room.unit, room.award, name="Vũ Thị Ước", person_id=person))
    session = room.called()
    own = next(item for item in session.items if "Ước" in item.name)
    assert own.recused == frozenset(member.members.values())
    shown = actions.get(member, session.id)
    assert [item.masked for item in shown.items] == [item.id == own.id for item in session.items]
    assert "Ước" not in str([item for item in shown.items if item.masked])
    with pytest.raises(NotFound):
        nominations.get(member, own.nomination_id)
    with pytest.raises(NotAllowed):
        actions.take_back_declaration(room.secretary, session.id, own.id, next(iter(member.members.values())))


@pytest.mark.proves("F06.03")
def test_a_member_declares_only_for_themselves_and_the_rule_says_of_how_many(room):
    member = people.actor(Role.COUNCIL_MEMBER, council=room.council, name="Hoàng Đức Ân")
    session = room.called(room.rule(recused_in_base=False))
    item = session.items[0]
    with pytest.raises(NotAllowed):
        actions.declare(member, session.id, item.id, "Người nhà", room.members[0])
    assert invalid(lambda: actions.declare(member, session.id, item.id, " ")) == {"reason"}
    session = actions.declare(member, session.id, item.id, "Cùng đơn vị")
    session = actions.open_vote(room.secretary, session.id, room.attended(session).version)
    room.both_enter(session, Papers(10, 10, 10, 0), [Line(5, 4, 0, 1), Line(6, 4), Line(10, 0)])
    now = actions.get(room.secretary, session.id)
    closed = actions.close(room.secretary, now.id, now.version)
    assert [(r.base, r.needed, r.passed) for r in closed.results] == [(9, 5, True), (10, 6, True), (10, 6, True)]


def test_written_opinions_of_absent_members_are_asked_for_where_the_rule_says_so(room):
    session = room.opened(room.rule(Share(4, 5), strict=False, absent=Absent.WRITTEN), absent=2)
    gone = session.seats[-1].member_id
    session = actions.write_opinions(room.secretary, session.id, session.version, gone, {item.id: "approve" for item in session.items})
    room.both_enter(session, Papers(7, 7, 7, 0), [Line(7, 0), Line(6, 1), Line(7, 0)])
    now = actions.get(room.secretary, session.id)
    closed = actions.close(room.secretary, now.id, now.version)
    assert [(r.approve, r.base, r.needed, r.passed) for r in closed.results] == [(8, 9, 8, True), (7, 9, 8, False), (8, 9, 8, True)]


def test_hands_are_counted_by_the_secretary(room):
    session = room.opened(method=Method.OPEN)
    with pytest.raises(NotAllowed):
        actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines_of(session, Line(9, 0), Line(9, 0), Line(9, 0)))
    assert invalid(lambda: actions.enter_hands(room.secretary, session.id, lines_of(session, Line(9, 1), Line(9, 0), Line(5, 0)))) == {
        str(session.items[0].id)
    }
    actions.enter_hands(room.secretary, session.id, lines_of(session, Line(9, 0), Line(4, 5), Line(5, 0)))
    now = actions.get(room.secretary, session.id)
    closed = actions.close(room.secretary, now.id, now.version)
    assert ([r.passed for r in closed.results], closed.papers) == ([True, False, True], None)


def test_a_re_vote_is_a_new_session_that_names_the_old_one(room):
    session = room.opened()
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0), Line(9, 0), Line(1, 8)])
    now = actions.get(room.secretary, session.id)
    actions.close(room.secretary, now.id, now.version)
    failed = room.cases[0]
    stranger = room.planned()
    with pytest.raises(NotAllowed):
        actions.put_on(room.secretary, stranger.id, stranger.version, [failed])
    again = room.planned(replaces=session.id)
    again = actions.put_on(room.secretary, again.id, again.version, [failed])
    assert (again.replaces_id, cases.state_of(failed)) == (session.id, "on_agenda")
    actions.cancel(room.secretary, again.id, again.version, "Không đủ người dự")
    assert cases.state_of(failed) == "failed"


def test_a_session_called_off_gives_its_cases_back(room):
    session = room.called()
    assert invalid(lambda: actions.cancel(room.secretary, session.id, session.version, "")) == {"reason"}
    done = actions.cancel(room.secretary, session.id, session.version, "Hoãn họp")
    assert (done.state, {cases.state_of(case) for case in room.cases}) == (SessionState.CANCELLED, {"shortlisted"})


def test_members_see_a_session_from_its_call_on_and_strangers_never(room):
    member, stranger = people.actor(Role.COUNCIL_MEMBER, council=room.council), people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn Viên chức tỉnh"))
    session = room.planned()
    with pytest.raises(NotFound):
        actions.get(member, session.id)
    called = room.called()
    assert actions.get(member, called.id).name == "Phiên xét khen Dân vận khéo"
    assert [line.id for line in actions.find(member).rows] == [called.id]
    with pytest.raises(NotFound):
        actions.get(stranger, called.id)
    with pytest.raises(NotAllowed):
        actions.close(member, called.id, called.version)


def test_changing_the_membership_never_rewrites_a_called_session(room):
    session = room.called()
    member = actions.council(room.secretary, room.council).members[-1]
    data = MemberInput("Người khác hẳn", member.title, member.role.value, True, member.from_date, date(2026, 11, 1), id=member.id)
    actions.put_member(room.secretary, room.council, data)
    assert [seat.name for seat in actions.get(room.secretary, session.id).seats] == [seat.name for seat in session.seats]


def test_a_council_has_one_chair_at_a_time(room):
    data = MemberInput("Trần Thị Mai", "Phó Bí thư", "chair", True, DAY)
    assert invalid(lambda: actions.put_member(room.secretary, room.council, data)) == {"role"}


def test_founding_a_council_says_what_is_missing(room):
    empty = CouncilInput(room.issuer, " ", "council", "", None, "31/02/2026")
    assert invalid(lambda: actions.save_council(room.secretary, empty)) == {"name", "paper", "paper_date", "from_date"}
    made = actions.save_council(room.secretary, CouncilInput(room.issuer, "Hội đồng sáng kiến", "council", "20-QĐ/ĐUCCQ", "02/03/2026", "02/03/2026"))
    assert actions.council(room.secretary, made.id).name == "Hội đồng sáng kiến"
    with pytest.raises(NotAllowed):
        actions.save_council(people.actor(Role.SECRETARY, issuer=world.issuer("Khác")), CouncilInput(room.issuer, "X", "council", "1", "02/03/2026", "02/03/2026"))


@pytest.mark.proves("F07.01")
def test_one_paper_founds_one_council(room):
    data = CouncilInput(room.issuer, "Hội đồng thi đua", "council", "20-QĐ/ĐUCCQ", "02/03/2026", "02/03/2026")
    made = actions.save_council(room.secretary, data)
    again = replace(data, name="Hội đồng sáng kiến", paper=" 20-qđ/đuccq", paper_date="03/03/2026")
    assert invalid(lambda: actions.save_council(room.secretary, again)) == {"paper"}
    other = actions.save_council(room.secretary, replace(again, paper="21-QĐ/ĐUCCQ"))
    assert invalid(lambda: actions.change_council(room.secretary, other.id, other.version, again)) == {"paper"}
    assert actions.change_council(room.secretary, made.id, made.version, replace(data, name="Hội đồng")).name == "Hội đồng"
    assert sorted(each.paper for each in actions.councils(room.secretary) if each.id != room.council) == ["20-QĐ/ĐUCCQ", "21-QĐ/ĐUCCQ"]


@pytest.mark.proves("N13")
def test_the_simulator_says_how_many_votes_each_rule_asks_for():
    assert actions.simulate(9, 7, 6) == [("quá 1/2", 5, 4, 4), ("từ 2/3", 6, 5, 4), ("từ 80 %", 8, 6, 5), ("từ 90 %", 9, 7, 6)]


@pytest.mark.proves("F07.05")
def test_a_confirmed_local_threshold_comes_with_its_clause_and_an_unconfirmed_one_without(room):
    def proposed(verified: int):
        with transaction(None) as t:
            t.run("delete from regulation where key = 'threshold.giay_khen'")
            t.run(
                "insert into regulation (id, key, value, clause, from_date, to_date, verified, confirmed_paper, confirmed_by, confirmed_at, version) "
                "values ($1, 'threshold.giay_khen', $2, 'Quyết định 86/2025/QĐ-UBND, Điều 8', $3, null, $4, null, null, null, 1)",
                uuid4(), '{"base":"members","fraction":"2/3","strict":false}', date(2025, 1, 1), verified,
            )
        session = room.planned()
        (found,) = actions.put_on(room.secretary, session.id, session.version, [room.cases.pop()]).rule.thresholds
        return found.share, found.strict, found.basis, found.national

    assert proposed(1) == (Share(2, 3), False, "Quyết định 86/2025/QĐ-UBND, Điều 8", False)
    assert proposed(0) == (Share(2, 3), False, "", False)
