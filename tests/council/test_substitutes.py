"""A substitute sent in a member's place: one ballot a place, by their own account, with their own reasons to stand aside."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from db import checking
from recognition.accounts import actions as accounts
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.rules import substitutes
from recognition.council.sealing.terms import Cast
from recognition.council.terms import Attendance, AttendanceInput, MemberRole, Seat, Substitute
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from tests.council.test_council_papers import words
from tests.support import cases, people, world
from tests.support import sealed as support
from tests.support.sealed import CHEAP, PHRASES
from vietnamese import dates

PAPER = "Giấy uỷ quyền số 12 ngày 20/11/2026"


@pytest.fixture
def hall(database):
    made = support.hall()
    with dates.fixed(support.DAY):
        session = made.called()
        actions.set_rule(made.secretary, session.id, session.version, replace(session.rule, substitutes=True))
        yield made


def sent(hall, *places: tuple[Actor, Substitute]):
    """Everybody is there; some have sent somebody."""
    now = hall.now()
    by_member = {voter.members[hall.council]: substitute for voter, substitute in places}
    rows = [AttendanceInput(seat.member_id, "present", substitute=by_member.get(seat.member_id)) for seat in now.seats]
    return actions.attend(hall.secretary, now.id, now.version, rows)


def thom(**more) -> Substitute:
    return Substitute("", "Phó Chánh Văn phòng", PAPER, people.account("Cao Thị Thơm", **more))


def opened(hall):
    now = hall.now()
    return sealed.open_ballot(hall.secretary, now.id, now.version, PHRASES, PHRASES, cost=CHEAP)


def choices(hall, member: UUID, word: str) -> dict[UUID, str]:
    return {item.id: word for item in hall.now().items if member not in item.recused}


def refused(call) -> dict[str, str]:
    with pytest.raises(Invalid) as found:
        call()
    return found.value.fields


@pytest.mark.proves("F07.02", "F07.03", "F07.04")
def test_the_substitute_votes_in_the_members_place_and_the_place_counts_once(hall):
    absent, others = hall.voters[3], [voter for voter in hall.voters if voter is not hall.voters[3]]
    place = absent.members[hall.council]
    session = sent(hall, (absent, thom()))
    assert (session.present, len(session.voters), session.seats[0].name) == (9, 9, hall.voters[0].name)
    opened(hall)
    substitute = accounts.actor_for(next(seat.substitute.account_id for seat in session.seats if seat.substitute))
    booth = sealed.booth(substitute, hall.id)
    assert (booth.eligible, booth.voted, booth.voters, booth.stands_for, len(booth.items)) == (True, False, 9, absent.name, 3)
    assert len(sealed.cast(substitute, hall.id, choices(hall, place, "approve")).receipt) == 16
    assert sealed.cast(substitute, hall.id, choices(hall, place, "reject")) == Cast("", already=True)
    for voter in others:
        sealed.cast(voter, hall.id, hall.ballot(voter, "reject"))
    roll = {voter.member_id: voter for voter in sealed.box(substitute, hall.id).voters}
    assert (len(roll), roll[place].name, roll[place].voted) == (9, f"Cao Thị Thơm, dự thay {absent.name}", True)
    hall.counted()
    closed = hall.finished()
    assert [(r.approve, r.reject, r.base) for r in closed.results] == [(1, 8, 9)] * 3
    assert (closed.papers.issued, closed.papers.returned) == (9, 9)
    minutes = words(actions.minutes(hall.secretary, hall.id))
    assert f"Cao Thị Thơm, Phó Chánh Văn phòng, dự thay {absent.name}" in minutes
    assert PAPER in minutes
    with reading(None) as t:
        assert checking.invariants(t.tx) == []


@pytest.mark.proves("F07.04")
def test_the_member_who_turns_up_after_all_has_no_second_ballot(hall):
    absent = hall.voters[3]
    sent(hall, (absent, thom()))
    opened(hall)
    sentence = "Phiên này Cao Thị Thơm dự thay anh/chị theo văn bản cử"
    for _ in range(2):
        with pytest.raises(NotAllowed, match=sentence):
            sealed.cast(absent, hall.id, choices(hall, absent.members[hall.council], "approve"))
    session = actions.get(hall.secretary, hall.id)
    assert not sealed.may_enter(absent, session)
    assert sealed.may_enter(hall.voters[0], session)
    booth = sealed.booth(absent, hall.id)
    assert (booth.eligible, booth.voted, booth.sent, booth.items) == (False, False, "Cao Thị Thơm", ())
    assert sealed.box(absent, hall.id).ballots == 0


def test_the_member_who_turns_up_before_the_opening_takes_the_place_back(hall):
    absent, substitute = hall.voters[3], thom()
    sent(hall, (absent, substitute))
    sent(hall)
    opened(hall)
    other = accounts.actor_for(substitute.account_id)
    assert other.stands_in == {}
    with pytest.raises(NotFound):
        sealed.cast(other, hall.id, {})
    assert sealed.cast(absent, hall.id, hall.ballot(absent, "approve")).already is False


@pytest.mark.proves("F07.04")
def test_nobody_is_sent_once_the_roll_is_locked(hall):
    sent(hall)
    opened(hall)
    with pytest.raises(NotAllowed, match="không đổi điểm danh hay người dự thay được nữa"):
        sent(hall, (hall.voters[3], thom()))


def test_a_substitute_without_an_account_keeps_the_sealed_vote_shut(hall):
    sent(hall, (hall.voters[3], Substitute("Cao Thị Thơm", "", PAPER)))
    assert refused(lambda: opened(hall))["substitutes"].startswith("Người dự thay chưa gắn tài khoản nên chưa bỏ phiếu kín điện tử được: Cao Thị Thơm.")
    one = thom()
    sent(hall, (hall.voters[3], one))
    with transaction(None) as t:
        t.run("update account set disabled_at = $2 where id = $1", one.account_id, dates.now_utc())
    assert set(refused(lambda: opened(hall))) == {"substitutes"}
    assert refused(lambda: sent(hall, (hall.voters[3], one))) == {
        str(hall.voters[3].members[hall.council]): "Tài khoản của người dự thay không còn dùng. Anh/chị chọn lại người dự thay."
    }


def test_a_rule_that_takes_no_substitutes_any_more_keeps_the_vote_shut(hall):
    session = sent(hall, (hall.voters[3], thom()))
    actions.set_rule(hall.secretary, session.id, session.version, replace(session.rule, substitutes=False))
    assert set(refused(lambda: opened(hall))) == {"substitutes"}


def test_one_person_is_not_sent_for_two(hall):
    one, first, second = thom(), hall.voters[3], hall.voters[4]
    said = refused(lambda: sent(hall, (first, one), (second, one)))
    assert len(said) == 1
    assert "một người chỉ dự thay một thành viên" in next(iter(said.values()))
    person = world.person("Cao Thị Thơm")
    assert len(refused(lambda: sent(hall, (first, thom(person_id=person)), (second, thom(person_id=person))))) == 1
    assert [seat.substitute for seat in hall.now().seats] == [None] * 9  # nothing of it was kept


@pytest.mark.parametrize("known_by", ("account", "person"))
def test_a_member_is_not_sent_for_another(hall, known_by):
    other = hall.voters[4]
    account = other.account_id
    if known_by == "person":
        person, account = world.person("Trần Thị Lan"), people.account("Trần Thị Lan", person_id=None)
        with transaction(None) as t:
            t.run("update account set person_id = $2 where id = any($1)", [account, other.account_id], person)
    said = refused(lambda: sent(hall, (hall.voters[3], Substitute("", "", PAPER, account))))
    assert "là thành viên của Hội đồng, đã có phiếu của mình" in said[str(hall.voters[3].members[hall.council])]


def seat(number: int, substitute: Substitute | None = None) -> Seat:
    return Seat(UUID(int=number), f"Thành viên {number}", "Phó phòng", MemberRole.MEMBER, True, Attendance.PRESENT, "", False, substitute)


@pytest.mark.parametrize(
    ("names", "wrong"),
    (
        (("Lê Thị Sáu", "Lê Thị Bảy"), set()),
        (("Lê Thị Sáu", "lê thị sáu"), {2}),
        (("Thành viên 2", ""), {1}),
    ),
)
def test_without_accounts_a_name_with_its_post_is_one_person(names, wrong):
    """TT 25/2025/TT-BKHCN Đ22: a substitute has the vote of the member who sent them, one and no more."""
    seats = [seat(at, Substitute(name, "Phó phòng", PAPER) if name else None) for at, name in enumerate(names, 1)]
    assert {UUID(member).int for member in substitutes.one_place_each(seats, {})} == wrong


@pytest.mark.proves("F06.03")
def test_the_reasons_to_stand_aside_are_the_substitutes_own(hall):
    person = world.person("Cao Thị Thơm")
    hall_session, absent = hall.now(), hall.voters[3]
    mine = cases.case(hall.issuer, hall.unit, hall.award, name="Cao Thị Thơm", person_id=person)
    hall_session = actions.put_on(hall.secretary, hall_session.id, hall_session.version, [mine])
    theirs = next(item for item in hall_session.items if item.nomination_id != mine)
    actions.declare(absent, hall.id, theirs.id, "Anh em ruột", kind="relation")
    substitute = thom(person_id=person)
    session = sent(hall, (absent, substitute))
    place = absent.members[hall.council]
    aside = {item.nomination_id for item in session.items if place in item.recused}
    assert aside == {mine}
    them = accounts.actor_for(substitute.account_id)
    assert [each.masked for each in sealed.booth(them, hall.id).items].count(True) == 1
    assert [item.name for item in actions.get(them, hall.id).items if item.masked] == ["Trường hợp anh/chị không tham gia xét"]
    with pytest.raises(NotFound):
        nominations.get(them, mine)
    assert nominations.get(them, theirs.nomination_id).id == theirs.nomination_id
    actions.declare(them, hall.id, theirs.id, "Cùng nhóm")
    opened(hall)
    booth = sealed.booth(them, hall.id)
    assert [each.masked for each in booth.items].count(True) == 2
    whole = {each.id: "approve" for each in booth.items}
    assert set(refused(lambda: sealed.cast(them, hall.id, whole))) == {""}
    sealed.cast(them, hall.id, choices(hall, place, "approve"))
    hall.counted()
    assert [r.approve for r in hall.finished().results] == [0 if item.nomination_id == mine or item.id == theirs.id else 1 for item in hall.now().items]


@pytest.mark.proves("F06.03")
def test_who_sent_a_substitute_reads_and_declares_nothing_in_that_session(hall):
    absent = hall.voters[3]
    item = sent(hall, (absent, thom())).items[0]
    assert all(each.masked for each in actions.get(absent, hall.id).items)
    with pytest.raises(NotFound):
        nominations.get(accounts.actor_for(absent.account_id), item.nomination_id)
    with pytest.raises(NotAllowed, match="dự thay anh/chị nên người ấy khai cho mình"):
        actions.declare(absent, hall.id, item.id, "Bận việc")


def test_a_substitute_sees_this_session_only_and_no_longer_than_its_day(hall):
    substitute = thom()
    sent(hall, (hall.voters[3], substitute))
    opened(hall)
    them = accounts.actor_for(substitute.account_id)
    assert (them.has(Role.COUNCIL_MEMBER), [line.id for line in actions.find(them).rows]) == (True, [hall.id])
    hall.counted()
    hall.finished()
    assert accounts.actor_for(substitute.account_id).stands_in
    with dates.fixed(support.DAY + timedelta(days=1)):
        assert accounts.actor_for(substitute.account_id).roles == frozenset()


def test_the_log_says_who_was_sent_for_whom_and_a_password_set_anew_is_told(hall):
    substitute, absent = thom(), hall.voters[3]
    sent(hall, (absent, substitute))
    opened(hall)
    accounts.new_code(people.administrator(), substitute.account_id)
    accounts.new_code(people.administrator(), absent.account_id)
    assert sealed.box(hall.secretary, hall.id).resets == (f"Cao Thị Thơm, dự thay {absent.name}",)
    with reading(None) as t:
        row = t.one("select c.content from audit a join audit_content c on c.seq = a.seq where a.verb = 'open_vote' and a.object_id = $1", hall.id)
    said = json.loads(row["content"])["after"]["substitutes"]
    assert said == {
        str(absent.members[hall.council]): {"name": "Cao Thị Thơm", "title": "Phó Chánh Văn phòng", "paper": PAPER, "account_id": str(substitute.account_id)}
    }
