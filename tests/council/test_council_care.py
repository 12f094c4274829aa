"""Dossiers read before the vote, signals for the chair alone, lists posted for opinions."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from db import checking
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.rules import postings as posting_rules
from recognition.council.rules import signals as rules
from recognition.council.terms import OpinionInput, PostingInput, Stage
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.council.conftest import DAY
from tests.council.test_council_papers import words
from tests.support import people, world

T0 = datetime(2026, 11, 20, 8, 0)
A, B = UUID(int=1), UUID(int=2)


@pytest.mark.proves("N29")
@pytest.mark.parametrize(
    ("number", "seconds", "told"),
    ((4, 1, 0), (5, 19, 1), (5, 20, 0), (12, 3, 1), (12, 300, 0)),
)
def test_dossiers_opened_one_right_after_the_other_are_told_only_from_five_on(number: int, seconds: int, told: int):
    assert len(rules.reading("Lê An", [T0 + timedelta(seconds=seconds * at) for at in range(number)])) == told


def sheet(minutes: int = 0, points=(8, 9), due=date(2026, 11, 20)) -> rules.Sheet:
    return rules.Sheet(T0 + timedelta(minutes=minutes), due, dict(zip((A, B), points, strict=True)))


@pytest.mark.proves("N29")
@pytest.mark.parametrize(
    ("sheets", "told"),
    (
        ([sheet(at * 200) for at in range(4)], []),  # too few to say anything
        ([sheet(at * 200) for at in range(5)], ["chấm 5 hồ sơ giống hệt nhau ở mọi tiêu chí."]),
        ([sheet(at * 200, (8, at)) for at in range(5)], []),
        ([sheet(at * 10, (8, at)) for at in range(5)], ["khoá cả 5 phiếu chấm trong một giờ, vào ngày hết hạn."]),
        ([sheet(at * 10, (8, at), date(2026, 11, 25)) for at in range(5)], []),  # fast, but days before the end
        ([sheet(at * 10, (8, at), None) for at in range(5)], []),
    ),
)
def test_sheets_all_alike_or_all_in_the_last_hour_are_told(sheets, told):
    assert [each.sentence for each in rules.scoring("Lê An", sheets)] == told


def seated(room, role: str = "member", name: str = "Vũ Đức Lâm"):
    """An account that sits in the council; the chair's own seat is given over to it when `role` is chair."""
    who = people.actor(Role.COUNCIL_MEMBER, council=room.council, name=name)
    with transaction(None) as t:
        if role == "chair":
            t.run("update council_member set role = 'member' where council_id = $1 and role = 'chair'", room.council)
        t.run("update council_member set role = $2 where id = $1", who.members[room.council], role)
    return who


@pytest.mark.proves("F07.01")
def test_a_dossier_is_marked_as_seen_once_after_the_call_and_not_any_more_once_the_vote_is_open(room):
    reader = seated(room)
    session = room.planned()
    session = actions.put_on(room.secretary, session.id, session.version, room.cases)
    actions.opened(reader, room.cases[0])  # not called yet: it is not theirs to read
    session = actions.set_rule(room.secretary, session.id, session.version, room.rule())
    session = actions.set_tellers(room.secretary, session.id, session.version, (room.first.account_id, room.second.account_id))
    session = actions.call(room.secretary, session.id, session.version)
    assert actions.own_marks(reader, session.id) == frozenset()
    actions.opened(reader, room.cases[0])
    actions.opened(reader, room.cases[0])
    actions.opened(room.secretary, room.cases[1])  # no member: nothing happens
    item = next(each for each in session.items if each.nomination_id == room.cases[0])
    assert actions.own_marks(reader, session.id) == {item.id}
    assert [(each.name, each.seen, each.of) for each in actions.looked(room.secretary, session.id) if each.seen] == [("Vũ Đức Lâm", 1, 3)]
    session = room.attended(session)
    actions.open_vote(room.secretary, session.id, session.version)
    actions.opened(reader, room.cases[1])
    assert actions.own_marks(reader, session.id) == {item.id}
    with pytest.raises(NotAllowed):
        actions.looked(reader, session.id)


@pytest.mark.proves("N29")
def test_only_the_chair_is_told_and_only_before_the_vote(room, monkeypatch):
    chair, other = seated(room, "chair", "Lê Quang Vinh"), seated(room)
    session = room.called()
    with transaction(None) as t:
        for item in session.items:
            for more in range(2):
                who = other.members[room.council] if more else chair.members[room.council]
                t.run("insert into dossier_seen (session_id, item_id, member_id, seen_at) values ($1, $2, $3, $4)", session.id, item.id, who, T0)
    assert actions.signals(chair, session.id) == ()  # three dossiers say nothing
    criteria = [uuid4(), uuid4()]
    reviewer = people.actor(name="Người chấm")
    with transaction(None) as t:
        for number in range(5):
            assignment, case = uuid4(), session.items[number % 3].nomination_id
            account = reviewer.account_id if number < 3 else uuid4()
            t.run(
                """
                insert into review_assignment (id, nomination_id, account_id, assigned_by, assigned_at, due, state, remark, locked_at, entered_by, reminded_at, version)
                values ($1, $2, $3, $3, $4, $5, 'locked', '', $4, null, null, 1)
                """,
                assignment, case, account, T0, DAY,
            )
            for criterion in criteria:
                t.run("insert into review_score (id, assignment_id, criterion_id, points, reason) values ($1, $2, $3, 9, '')", uuid4(), assignment, criterion)
    monkeypatch.setattr(rules, "LEAST", 3)
    told = actions.signals(chair, session.id)
    assert [(each.name, each.sentence) for each in told] == [
        ("Lê Quang Vinh", "mở 3 hồ sơ trong 0 giây."), ("Vũ Đức Lâm", "mở 3 hồ sơ trong 0 giây."), ("Người chấm", "chấm 3 hồ sơ giống hệt nhau ở mọi tiêu chí."),
    ]  # fmt: skip
    for nobody in (other, room.secretary, room.first):
        assert actions.signals(nobody, session.id) == ()
    session = room.attended(session)
    actions.open_vote(room.secretary, session.id, session.version)
    assert actions.signals(chair, session.id) == ()


def posting(stage: str = "before", start: date = date(2026, 11, 10), end: date = date(2026, 11, 24), place: str = "Bảng tin trụ sở") -> PostingInput:
    return PostingInput(stage, place, start, end, "Biên bản niêm yết số 4")


@pytest.mark.proves("F07.09")
def test_a_list_is_posted_and_what_is_said_waits_for_an_answer(room):
    session = room.called()
    made = actions.post(room.secretary, session.id, posting())
    said = actions.record_opinion(room.secretary, made.id, OpinionInput("Ông Đinh Văn Bính", date(2026, 11, 12), "Cần xem lại ngày", session.items[0].id))
    with transaction(None) as t:
        assert actions.unanswered(t, session.id) == [said]
    assert "Còn 1 ý kiến về danh sách niêm yết chưa trả lời. Phải trả lời xong mới ký quyết định." in actions.posting_warnings(room.secretary, session)
    answered = actions.answer_opinion(room.secretary, made.id, said.id, said.version, "Đã kiểm tra, ngày đúng")
    with pytest.raises(Stale):
        actions.answer_opinion(room.secretary, made.id, said.id, said.version, "Lần nữa")
    (found,) = actions.postings(room.secretary, session.id)
    assert (found.opinions, found.place) == ((answered,), "Bảng tin trụ sở")
    assert "THÔNG BÁO" in words(actions.notice(room.secretary, session.id, made.id))


@pytest.mark.proves("F07.09")
@pytest.mark.parametrize(
    ("data", "field"),
    (
        (posting(place=" "), "place"), (posting(start=date(2026, 11, 24), end=date(2026, 11, 10)), "to_date"), (posting("result"), "stage"),
        (posting("khác"), "stage"), (posting(start=date(2026, 11, 27), end=date(2026, 11, 30)), "from_date"), (replace(posting(), from_date=None), "from_date"),
        (replace(posting(), to_date="31/02/2026"), "to_date"),
    ),
)  # fmt: skip
def test_a_wrong_posting_is_told_under_its_field(room, data, field):
    session = room.called()
    with pytest.raises(Invalid) as found:
        actions.post(room.secretary, session.id, data)
    assert field in found.value.fields


def test_nobody_but_the_secretary_posts_or_reads_what_was_said(room):
    session = room.called()
    made = actions.post(room.secretary, session.id, posting())
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Đảng uỷ khác"))
    for call in (
        lambda: actions.postings(stranger, session.id), lambda: actions.post(stranger, session.id, posting()),
        lambda: actions.record_opinion(stranger, made.id, OpinionInput("A", DAY, "B")), lambda: actions.record_opinion(room.secretary, uuid4(), OpinionInput("A", DAY, "B")),
    ):  # fmt: skip
        with pytest.raises((NotFound, NotAllowed)):
            call()


@pytest.mark.parametrize(("start", "short"), ((None, True), (date(2026, 11, 13), True), (date(2026, 11, 12), False)))
def test_the_highest_titles_are_posted_ten_working_days_before_the_meeting(room, start, short):
    session = room.called()
    high = replace(session, items=tuple(replace(item, award_code="state.cstd_toan_quoc", award_name="Chiến sĩ thi đua toàn quốc") for item in session.items))
    known = () if start is None else (actions.post(room.secretary, session.id, posting(start=start)),)
    assert bool(posting_rules.short(high, known, ())) is short
    assert posting_rules.short(session, (), ()) == ""
    assert all(each.stage is Stage.BEFORE for each in known)


def test_a_case_taken_off_leaves_no_mark_behind_and_what_was_said_of_it_stays(room):
    reader = seated(room)
    session = room.called()
    item = session.items[0]
    actions.opened(reader, item.nomination_id)
    sealed.move(room.secretary, session.id, item.id)
    made = actions.post(room.secretary, session.id, posting())
    said = actions.record_opinion(room.secretary, made.id, OpinionInput("Ông Bính", date(2026, 11, 12), "Sai tên", item.id))
    actions.take_off(room.secretary, session.id, session.version, item.id)
    (found,) = actions.postings(room.secretary, session.id)
    assert found.opinions == (replace(said, item_id=None),)
    with transaction(None) as t:
        assert [each for each in checking.orphans(t.tx) if "agenda_item" in str(each)] == []
