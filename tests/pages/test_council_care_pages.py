"""What stands around a vote on the screens: the rule's settings, who stands aside, what was read and posted, the chair's choice."""

from dataclasses import replace
from datetime import date

import pytest

from recognition.accounts import actions as accounts
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.terms import (
    Absent,
    Line,
    Method,
    Opinion,
    Papers,
    Quota,
    SessionState,
    Substitute,
    Tie,
)
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.council.conftest import DAY, furnish
from tests.pages.test_shared_accounts import words
from tests.pages.test_shared_frame import everything
from tests.support import people
from tests.support import sealed as halls
from vietnamese import dates

PAGE = "pages/council/session.py"


@pytest.fixture
def room(duck):
    with dates.fixed(DAY):
        yield furnish()


def button(app, label):
    return next(each for each in app.button if each.label == label)


def at(app, kind, key):
    return next(each for each in getattr(app, kind) if each.key == key)


@pytest.mark.proves("F07.05")
def test_the_secretary_sets_quota_tie_substitutes_and_conflicts_and_nothing_else_changes(screen, room):
    session = room.called()
    app = screen(room.secretary, PAGE, id=session.id)
    at(app, "text_input", "rule:most:party.giay_khen").set_value("2")
    at(app, "toggle", "rule:substitutes").set_value(True)
    at(app, "multiselect", "rule:conflicts").set_value([])
    button(app, "Ghi quy tắc").click().run()
    assert not app.exception
    before, after = session.rule, actions.get(room.secretary, session.id).rule
    assert after == replace(before, quotas=(Quota("party.giay_khen", 2),), substitutes=True, conflicts=())
    app.run()
    at(app, "radio", "rule:tie").set_value(Tie.NOBODY)
    button(app, "Ghi quy tắc").click().run()
    assert actions.get(room.secretary, session.id).rule.tie is Tie.NOBODY


def test_a_rule_of_another_place_fills_the_form_with_its_source(screen, room):
    session = room.called()
    app = screen(room.secretary, PAGE, id=session.id)
    at(app, "selectbox", "example:code").set_value("byt").run()
    button(app, "Dùng quy chế này").click().run()
    assert not app.exception
    app = screen(room.secretary, PAGE, id=session.id)
    assert at(app, "text_input", "rule:basis:party.giay_khen").value == "Quyết định 3621/QĐ-BYT ngày 24/11/2025"
    assert str(at(app, "selectbox", "rule:share:party.giay_khen").value) == "4/5"


@pytest.mark.proves("F06.03")
def test_a_member_declares_with_a_kind_sees_the_reason_and_may_take_it_back(screen, room):
    who = people.actor(Role.COUNCIL_MEMBER, council=room.council, name="Vũ Đức Lâm")
    session = room.called()
    app = screen(who, PAGE, id=session.id)
    next(each for each in app.button if each.label == "Không tham gia…").click().run()
    item = session.items[0]
    at(app, "selectbox", f"kind:{item.id}").set_value(actions.DECLARED[1])
    at(app, "text_input", f"reason:{item.id}").set_value("Em ruột")
    button(app, "Ghi không tham gia").click().run()
    app = screen(who, PAGE, id=session.id)
    said = everything(app).replace("\\", "")
    assert "Lý do: Có quan hệ gia đình, thân thích: Em ruột." in said
    assert item.name not in said
    button(app, "Tham gia lại").click().run()
    assert actions.get(room.secretary, session.id).recusals == ()


@pytest.mark.proves("F07.01")
def test_opening_a_dossier_marks_it_as_seen_for_the_member_and_the_secretary(screen, room):
    who = people.actor(Role.COUNCIL_MEMBER, council=room.council, name="Vũ Đức Lâm")
    session = room.called()
    assert "Đã xem 0 trong 3 hồ sơ." in everything(screen(who, PAGE, id=session.id))
    case = screen(who, "pages/nominations/case.py", id=room.cases[0])
    assert not case.exception
    assert "Đã xem 1 trong 3 hồ sơ." in everything(screen(who, PAGE, id=session.id))
    assert "đã xem 1/3" in everything(screen(room.secretary, PAGE, id=session.id))


@pytest.mark.proves("N29")
def test_the_chair_alone_is_told_gently(screen, room, monkeypatch):
    from recognition.council.rules import signals

    monkeypatch.setattr(signals, "LEAST", 3)
    chair = people.actor(Role.COUNCIL_MEMBER, council=room.council, name="Lê Quang Vinh")
    with transaction(None) as t:
        t.run("update council_member set role = 'member' where council_id = $1 and role = 'chair'", room.council)
        t.run("update council_member set role = 'chair' where id = $1", chair.members[room.council])
    other = people.actor(Role.COUNCIL_MEMBER, council=room.council, name="Vũ Đức Lâm")
    session = room.called()
    for case in room.cases:
        actions.opened(other, case)
    title = "Gợi ý riêng cho chủ toạ"
    assert title in everything(screen(chair, PAGE, id=session.id))
    for nobody in (other, room.secretary):
        assert title not in everything(screen(nobody, PAGE, id=session.id))


@pytest.mark.proves("F07.09")
def test_a_posted_list_and_what_was_said_of_it_are_written_on_the_session(screen, room):
    session = room.called()
    app = screen(room.secretary, PAGE, id=session.id)
    button(app, "Ghi niêm yết").click().run()
    assert "Anh/chị chưa nhập nơi niêm yết." in everything(app).replace("\\", "")
    at(app, "text_input", "posting:place").set_value("Bảng tin trụ sở")
    for field in app.text_input:
        if field.label == "Đến hết ngày":
            field.set_value("30/11/2026")
    button(app, "Ghi niêm yết").click().run()
    (posted,) = actions.postings(room.secretary, session.id)
    assert (posted.place, posted.proof) == ("Bảng tin trụ sở", "")
    at(app, "text_input", f"posting:{posted.id}:proof").set_value("Biên bản niêm yết số 4")
    at(app, "text_input", f"posting:{posted.id}:to_date").set_value("31/11/2026")
    button(app, "Ghi").click().run()
    assert "31/11" in everything(app)
    assert actions.postings(room.secretary, session.id) == (posted,)
    at(app, "text_input", f"posting:{posted.id}:to_date").set_value("02/12/2026")
    button(app, "Ghi").click().run()
    (changed,) = actions.postings(room.secretary, session.id)
    assert (changed.proof, changed.to_date, changed.version) == ("Biên bản niêm yết số 4", date(2026, 12, 2), 2)


def test_equal_votes_at_the_quota_are_asked_in_the_closing_dialog(screen, room):
    session = room.opened(replace(room.rule(), quotas=(Quota("party.giay_khen", 2),)))
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0), Line(7, 2), Line(7, 2)])
    app = screen(room.secretary, PAGE, id=session.id)
    button(app, "Kết thúc phiên họp…").click().run()
    button(app, "Kết thúc phiên họp").click().run()
    assert "chọn đúng 1 trường hợp; đang chọn 0" in words(app).replace("\\", "")
    at(app, "multiselect", "close:tie:party.giay_khen").set_value([session.items[2].id])
    button(app, "Kết thúc phiên họp").click().run()
    after = actions.get(room.secretary, session.id)
    assert (after.state, [each.passed for each in after.results]) == (SessionState.CLOSED, [True, False, True])


def test_hands_are_never_taken_as_none_when_nothing_was_entered(screen, room):
    session = room.opened(method=Method.OPEN)
    app = screen(room.secretary, PAGE, id=session.id)
    button(app, "Nhập kết quả biểu quyết").click().run()
    assert "Còn ô chưa nhập. Không ai giơ tay thì anh/chị nhập 0." in everything(app)
    assert actions.counts(room.secretary, session.id).entered == ()


@pytest.mark.proves("F15.06")
def test_the_backup_screen_asks_while_a_sealed_ballot_is_open(screen, duck):
    with dates.fixed(halls.DAY):
        hall = halls.hall(5)
        hall.opened()
        admin = people.administrator()
        app = screen(admin, "pages/admin/backups.py")
        assert "Đang bỏ phiếu kín: Phiên xét khen Dân vận khéo." in everything(app).replace("\\", "")
        assert button(app, "Sao lưu ngay").disabled
        app.checkbox[0].check().run()
        assert not button(app, "Sao lưu ngay").disabled
        sealed.close_ballot(hall.secretary, hall.id)
        assert not screen(admin, "pages/admin/backups.py").checkbox


@pytest.mark.proves("F07.05")
def test_written_opinions_are_entered_while_a_sealed_ballot_runs_and_taken_back(screen, duck):
    with dates.fixed(halls.DAY):
        hall = halls.hall(5, items=1)
        hall.called(absent=Absent.WRITTEN)
        hall.opened(absent=hall.voters[4:])
        app = screen(hall.secretary, PAGE, id=hall.id)
        next(each for each in app.radio if each.label.startswith("1. ")).set_value(Opinion.APPROVE)
        button(app, "Ghi ý kiến bằng văn bản").click().run()
        gone = hall.voters[4].members[hall.council]
        assert actions.written(hall.secretary, hall.id) == (gone,)
        app = screen(hall.secretary, PAGE, id=hall.id)
        next(each for each in app.button if each.label.startswith("Bỏ ý kiến đã ghi của")).click().run()
        assert actions.written(hall.secretary, hall.id) == (gone,), "it asks first"
        button(app, "Bỏ ý kiến").click().run()
        assert actions.written(hall.secretary, hall.id) == ()
        sealed.cast(hall.voters[0], hall.id, hall.ballot(hall.voters[0], "approve"))
        hall.counted()
        assert "Ghi ý kiến bằng văn bản" not in [each.label for each in screen(hall.secretary, PAGE, id=hall.id).button]


@pytest.mark.proves("F07.02")
def test_the_secretary_names_a_substitute_by_account_and_the_agenda_opens_for_them(screen, room):
    session = room.called(replace(room.rule(), substitutes=True))
    account, seat = people.account("Cao Thị Thơm"), session.seats[2]
    app = screen(room.secretary, PAGE, id=session.id)
    at(app, "selectbox", f"sent:{seat.member_id}:account").set_value(account).run()
    at(app, "text_input", f"sent:{seat.member_id}:paper").set_value("Giấy uỷ quyền số 12 ngày 20/11/2026")
    button(app, "Ghi điểm danh").click().run()
    assert not app.exception
    kept = next(each for each in actions.get(room.secretary, session.id).seats if each.member_id == seat.member_id)
    assert kept.substitute == Substitute("Cao Thị Thơm", "", "Giấy uỷ quyền số 12 ngày 20/11/2026", account)
    theirs = screen(accounts.actor_for(account), PAGE, id=session.id)
    assert not theirs.exception
    assert "Đã xem 0 trong 3 hồ sơ" in everything(theirs)
    with transaction(None) as t:
        t.run("update council_member set account_id = $2 where id = $1", seat.member_id, absent := people.account(seat.name))
    assert "Lý do: Cao Thị Thơm dự thay anh/chị." in everything(screen(accounts.actor_for(absent), PAGE, id=session.id))
    app = screen(room.secretary, PAGE, id=session.id)
    at(app, "selectbox", f"sent:{seat.member_id}:account").select_index(0).run()
    button(app, "Ghi điểm danh").click().run()
    assert {each.substitute for each in actions.get(room.secretary, session.id).seats} == {None}
