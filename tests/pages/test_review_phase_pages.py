"""Phases of a review and names hidden, on screen: made in the form, scored, closed, read without names."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from pages.shared import tables
from recognition.accounts import actions as accounts
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.reviewing.actions import assigning, phasing, sheets
from recognition.reviewing.phases import PhaseInput, Sees, Task
from recognition.reviewing.terms import Advice
from tests.support import cases, people, world
from vietnamese import dates
from vietnamese import text as folding

TODAY = dates.today()
WEEK = timedelta(days=7)


@pytest.fixture
def place(duck):
    """A secretary, a reviewer, a campaign with one criterion, two accepted cases of one person."""
    issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
    award, campaign = world.award_type(), world.campaign(issuer, units=(unit,))
    with transaction(None) as t:
        t.run("insert into criterion (id, campaign_id, number, name, guidance, max_points, bonus) values ($1, $2, 1, 'Kết quả', 'Có số liệu', 100, 0)", uuid4(), campaign)
    person = world.person("Lê Văn Tòng", unit_id=unit, birth_year=1980)
    made = [cases.case(issuer, unit, award, state="accepted", campaign_id=campaign, person_id=person) for _ in range(2)]
    return people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"), people.actor(name="Hoàng Đức Ân"), campaign, made


def text(app):
    return " ".join(str(one.value) for one in (*app.markdown, *app.get("html"), *app.title, *app.subheader, *app.info))


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()


def words(app):
    """Everything that stands on the screen, labels and choices too."""
    kinds = ("markdown", "html", "title", "header", "subheader", "caption", "info", "warning", "error", "success", "button", "selectbox", "multiselect", "expander", "text_area", "text_input", "number_input", "radio")
    shown = [part for kind in kinds for one in app.get(kind) for part in (getattr(one, "value", ""), getattr(one, "label", ""), getattr(one, "proto", ""))]
    return folding.search_key(" ".join([*map(str, shown), *(frame.value.to_string() for frame in app.dataframe)]))


def set_field(app, kind, label, value, at=0):
    [one for one in getattr(app, kind) if one.label == label][at].set_value(value)


@pytest.mark.proves("F06.11")
def test_a_secretary_makes_a_phase_and_is_told_what_is_wrong(screen, place):
    secretary, reviewer, campaign, _ = place
    app = screen(secretary, "pages/reviewing/campaign.py")
    assert not app.exception
    assert "Bình thường không cần chia vòng" in text(app)
    set_field(app, "text_input", "Tên vòng", "Tổ thẩm định")
    set_field(app, "date_input", "Mở từ ngày", TODAY)
    set_field(app, "date_input", "Đến hết ngày", TODAY - WEEK)
    press(app, "Lập vòng này")
    assert "trước ngày mở" in text(app)
    assert "Anh/chị chọn ít nhất một người cho vòng này" in text(app)
    set_field(app, "date_input", "Đến hết ngày", TODAY + WEEK)
    set_field(app, "multiselect", "Người thuộc vòng này", [reviewer.account_id])
    press(app, "Lập vòng này")
    assert not app.exception
    (made,) = phasing.of_campaign(secretary, campaign)
    assert (made.title, made.members, made.closes) == ("Vòng 1: Tổ thẩm định", (reviewer.account_id,), TODAY + WEEK)
    press(app, "Giao chấm")
    assert not app.exception
    assert "Đã giao 2 phiếu chấm" in " ".join(str(one.value) for one in app.success)


def test_the_table_for_the_keyboard_is_not_offered_on_a_phone(screen, place, monkeypatch):
    secretary, reviewer, campaign, _ = place
    assigning.deal(secretary, campaign, [reviewer.account_id], 1, None)
    reviewer = accounts.actor_for(reviewer.account_id)
    for phone in (False, True):
        monkeypatch.setattr(tables, "on_phone", lambda phone=phone: phone)
        assert ("Cách chấm" in [one.label for one in screen(reviewer, "pages/reviewing/mine.py").get("button_group")]) is not phone


def test_who_is_looked_for_is_offered_beside_those_already_chosen(screen, place):
    secretary, reviewer, _, _ = place
    other = people.actor(name="Đỗ Ngọc Trang")
    app = screen(secretary, "pages/reviewing/campaign.py")
    for search, choice in (("Tìm người chấm theo tên", "Người chấm"), ("Tìm người theo tên", "Người thuộc vòng này")):
        set_field(app, "multiselect", choice, [reviewer.account_id])
        set_field(app, "text_input", search, "ngoc trang")
        app.run()
        (offered,) = (one for one in app.multiselect if one.label == choice)
        assert (offered.options, offered.value) == (["Hoàng Đức Ân", "Đỗ Ngọc Trang"], [reviewer.account_id])
        offered.set_value([reviewer.account_id, other.account_id])
        app.run()
        assert not app.exception


@pytest.mark.proves("F06.04")
def test_no_screen_of_a_reviewer_says_a_hidden_name(screen, place):
    secretary, reviewer, campaign, made = place
    with transaction(None) as t:
        t.run("update unit_name set name = 'Chi bộ Trạm Y tế Sông Bồng'")
        t.run("update nomination set achievement = 'Anh Lê Văn Tòng ở Trạm Y tế Sông Bồng cứu người' where id = $1", made[0])
    phase = phasing.add(secretary, campaign, PhaseInput("Tổ thẩm định", TODAY, TODAY + WEEK, (reviewer.account_id,), blind=True))
    assigning.deal(secretary, campaign, [reviewer.account_id], 1, None, phase_id=phase.id)
    reviewer = accounts.actor_for(reviewer.account_id)
    own = next(line.assignment_id for line in sheets.mine(reviewer) if line.nomination_id == made[0])
    found = [screen(reviewer), screen(reviewer, "pages/reviewing/mine.py"), screen(reviewer, "pages/reviewing/sheet.py", id=own)]
    listed = screen(reviewer, "pages/nominations/list.py")  # its choice of units names every unit there is, whoever was proposed
    assert not listed.exception
    assert ("le van tong" in words(listed), len(listed.dataframe)) == (False, 0)
    table = screen(reviewer, "pages/reviewing/mine.py")
    table.segmented_control[0].set_value("Chấm trên bảng").run()
    case = screen(reviewer, "pages/nominations/case.py", id=made[0])
    for app in (*found, table, case):
        assert not app.exception
        assert [name for name in ("le van tong", "song bong", "tong o") if name in words(app)] == []
    assert "giau ten" in words(found[1])
    assert "cuu nguoi" in words(found[2])
    whole = screen(secretary, "pages/reviewing/campaign.py")
    assert not whole.exception
    assert "le van tong" in words(whole)
    assert "Xem trước: người chấm thấy gì" in [one.label for one in whole.expander]


@pytest.mark.proves("F06.11")
def test_a_member_recommends_reads_the_phase_before_and_may_not_after_the_close(screen, place):
    secretary, reviewer, campaign, made = place
    member = accounts.actor_for(secretary.account_id)
    first = phasing.add(secretary, campaign, PhaseInput("Tổ thẩm định", TODAY - WEEK, TODAY, (reviewer.account_id,)))
    assigning.deal(secretary, campaign, [reviewer.account_id], 1, None, phase_id=first.id)
    expert = accounts.actor_for(reviewer.account_id)
    for line in sheets.mine(expert):
        criterion = sheets.sheet(expert, line.assignment_id).criteria[0].id
        sheets.save(expert, line.assignment_id, 1, {criterion: 80}, remark="Việc thật, có ảnh", lock=True)
    phasing.close(secretary, first.id, first.version)
    second = phasing.add(secretary, campaign, PhaseInput("Thường trực", TODAY, TODAY + WEEK, (member.account_id,), Task.RECOMMEND, Sees.ALL))
    phasing.advance(secretary, second.id, made[:1])
    assigning.deal(secretary, campaign, [member.account_id], 1, None, phase_id=second.id)
    member = accounts.actor_for(member.account_id)
    own = sheets.mine(member)[0].assignment_id
    app = screen(member, "pages/reviewing/sheet.py", id=own)
    assert not app.exception
    assert "Việc thật, có ảnh" in text(app)
    press(app, "Chốt phiếu")
    assert "Anh/chị chọn một kiến nghị" in text(app)
    app.radio[0].set_value(Advice.YES)
    press(app, "Chốt phiếu")
    assert not app.exception
    assert "Những người khác trong vòng" in text(app)
    phasing.close(secretary, second.id, second.version)
    closed = screen(member, "pages/reviewing/sheet.py", id=own)
    assert not closed.exception
    assert "phiếu chỉ còn xem được" in text(closed)
    assert [one.label for one in closed.button if "hốt" in one.label] == []
    listed = screen(member, "pages/reviewing/mine.py")
    assert not listed.exception
    case = screen(secretary, "pages/nominations/case.py", id=made[0])
    assert "Vòng 2: Thường trực · đã đóng" in text(case)
    results = screen(secretary, "pages/reviewing/campaign.py")
    results.segmented_control[0].set_value(second.id).run()
    assert not results.exception

