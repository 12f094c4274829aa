"""Comparing, the register of measures, scoring and the shortlist on screen."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from pages.shared import navigation, parts
from recognition.accounts import actions as accounts
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.reviewing.actions import assigning, sheets
from recognition.screening import actions as screening
from recognition.screening.actions import holding
from recognition.screening.holding import HoldReason, MeasureInput, MeasureKind
from tests.support import cases, people, world


@pytest.fixture
def place(duck):
    """A secretary, a campaign with one criterion, two accepted cases of one person's name, a reviewer."""
    issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
    award, campaign = world.award_type(), world.campaign(issuer, units=(unit,))
    with transaction(None) as t:
        t.run("insert into criterion (id, campaign_id, number, name, guidance, max_points, bonus) values ($1, $2, 1, 'Kết quả', 'Có số liệu', 100, 0)", uuid4(), campaign)
    person = world.person("Lê Văn Tòng", unit_id=unit, birth_year=1980)
    made = [cases.case(issuer, unit, award, state="accepted", campaign_id=campaign, person_id=person) for _ in range(2)]
    return people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"), people.actor(name="Hoàng Đức Ân"), campaign, made, person


def text(app):
    return " ".join(str(one.value) for one in (*app.markdown, *app.get("html"), *app.title, *app.subheader, *app.info))


def points(app):
    return next(each for each in app.text_input if str(each.key).startswith("points:"))


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()


@pytest.mark.proves("F05.03")
def test_the_conditions_stand_beside_the_case_with_their_clauses(screen, place):
    secretary, _, _, made, _ = place
    found = screening.checks(secretary, made[0])
    app = screen(secretary, "pages/nominations/case.py", id=made[0])
    assert not app.exception
    shown = text(app)
    assert f"Điều kiện · {sum(check.settled for check in found)}/{len(found)}" in shown
    clauses = {check.clause for check in found if check.clause}
    assert clauses
    assert {clause for clause in clauses if parts.said(clause) not in shown} == set()


def test_repeats_are_shown_with_their_reasons(screen, place):
    secretary, _, _, made, _ = place
    app = screen(secretary, "pages/screening/compare.py", id=made[0])
    assert not app.exception
    assert "Hồ sơ có thể trùng · 1" in text(app)
    assert "Báo cáo có phần giống nhau · 1" in text(app)


def test_a_measure_is_found_and_ended(screen, place):
    secretary, _, _, _, person = place
    holding.record(secretary, MeasureInput(MeasureKind.HOLD, HoldReason.PRESS, "12-CV/UBKT", from_date=date(2026, 1, 1), person_id=person))
    app = screen(secretary, "pages/screening/discipline.py")
    assert not app.exception
    assert len(app.dataframe[0].value) == 1
    press(app, "Ghi vào sổ")
    assert not app.exception
    assert "Anh/chị chọn một người, một đơn vị hoặc một hồ sơ" in text(app)


def test_a_reviewer_scores_and_locks_from_the_sheet(screen, place):
    secretary, reviewer, campaign, _, _ = place
    assigning.deal(secretary, campaign, [reviewer.account_id], 1, None)
    reviewer = accounts.actor_for(reviewer.account_id)
    app = screen(reviewer)
    assert "chờ anh/chị chấm điểm" in text(app)
    app = screen(reviewer, "pages/reviewing/mine.py")
    assert not app.exception
    line = sheets.mine(reviewer)[0]
    app = screen(reviewer, "pages/reviewing/sheet.py", id=line.assignment_id)
    assert not app.exception
    assert points(app).value == ""
    points(app).set_value("mười")
    press(app, "Chốt phiếu")
    assert "«mười» không phải số nguyên" in text(app)
    assert points(app).value == "mười"
    points(app).set_value("")
    press(app, "Chốt phiếu")
    assert "Còn 1 tiêu chí chưa có điểm" in text(app)
    points(app).set_value("0")
    press(app, "Chốt phiếu")
    assert not app.exception
    assert sheets.sheet(reviewer, line.assignment_id).total == 0
    assert "Những người chấm khác" in text(app)


def test_the_secretary_deals_and_follows(screen, place):
    secretary, *_ = place
    app = screen(secretary, "pages/reviewing/campaign.py")
    assert not app.exception
    press(app, "Giao chấm")
    assert "Anh/chị chọn ít nhất một người chấm" in text(app)


def test_the_shortlist_page_sets_a_quota_and_lists_cases(screen, place):
    secretary, *_ = place
    app = screen(secretary, "pages/reviewing/shortlist.py")
    assert not app.exception
    next(field for field in app.text_input if field.label == "Theo văn bản").set_value("Kế hoạch 05")
    press(app, "Đặt hạn mức này")
    assert not app.exception
    assert "Nhiều nhất 2 đối tượng" in text(app)


def test_whoever_has_no_right_finds_no_such_page(place):
    clerk = people.actor(Role.CLERK, issuer=world.issuer("Khác", short_sign="K"))
    files = {entry.file for entry in navigation.for_actor(clerk)}
    assert [file for file in files if file.startswith(("pages/reviewing/", "pages/screening/", "pages/lists/"))] == []
