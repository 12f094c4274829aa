"""Lists on screen: what is shown, who may open it, mending and importing from the page."""

from __future__ import annotations

from datetime import date

import pytest

from recognition.hall.words import Role
from recognition.lists import actions
from recognition.lists.terms import BatchInput
from recognition.nominations import actions as nominations
from tests.support import lists, people, world

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích")
DONE = "Vận động nhân dân hiến 1.250 m² đất làm đường liên ấp."


@pytest.fixture
def started(duck):
    """A list with one good row, one to mend and one to answer."""
    issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
    world.award_type()
    who = people.actor(Role.NOMINATOR, unit=unit)
    campaign = world.campaign(issuer, units=(unit,))
    rows = [
        (1, "Nguyễn Thị Lan", 1985, "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", "Giấy khen", DONE),
        (2, "Lê Văn Hai", 1986, None, "Chi bộ Trạm Y tế Phú Lộc", "Giấy khen", DONE),
        (3, "Trần Thị Ba", 1987, "Y sĩ", "Phòng Dược", "Giấy khen", DONE),
    ]
    data = BatchInput(unit, campaign_id=campaign, period_from=date(2026, 1, 1), period_to=date(2026, 10, 31), told=True)
    return who, actions.start(who, data, "danh sách *lạ*.xlsx", lists.workbook({"Danh sách": [HEAD, *rows]}))


def test_old_fonts_are_asked_about_with_a_preview_and_the_answer_opens_the_import(screen, started):
    who, batch = started
    row = [lists.to_tcvn3(cell) if isinstance(cell, str) else cell for cell in (1, "Đỗ Hữu Phước", 1985, "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", "Giấy khen", DONE)]
    data = BatchInput(batch.unit_id, campaign_id=batch.campaign_id, period_from=date(2026, 1, 1), period_to=date(2026, 10, 31), told=True)
    old = actions.start(who, data, "cũ.xlsx", lists.workbook({"Danh sách": [HEAD, row]}))

    app = screen(who, "pages/lists/batch.py", id=old.id)
    shown = "\n".join(str(getattr(element.proto, "body", "")) for element in app.get("html"))
    assert "→ «Đỗ Hữu Phước»" in shown
    assert next(button for button in app.button if button.label == "Nhập 1 dòng đúng").disabled
    next(button for button in app.button if button.label == "Đúng, đổi sang Unicode").click().run()

    assert not app.exception
    assert not next(button for button in app.button if button.label == "Nhập 1 dòng đúng").disabled
    assert "Đúng, đổi sang Unicode" not in labels(app)


def labels(app):
    return [button.label for button in app.button]


def test_every_row_is_accounted_for_and_the_good_ones_go_in_from_the_page(screen, started):
    who, batch = started
    app = screen(who, "pages/lists/batch.py", id=batch.id)
    assert not app.exception
    assert app.title[0].value == "danh sách \\*lạ\\*\\.xlsx"
    assert "Nhập 1 dòng đúng" in labels(app)
    next(button for button in app.button if button.label == "Nhập 1 dòng đúng").click().run()
    next(button for button in app.button if button.label == "Nhập 1 dòng").click().run()
    assert nominations.find(who).total == 1
    assert not app.exception


def test_a_question_is_answered_in_place(screen, started):
    who, batch = started
    app = screen(who, "pages/lists/batch.py", id=batch.id)
    answer = next(box for box in app.radio if box.key.startswith("pick:"))
    assert answer.value is None
    own = next(at for at, option in enumerate(answer.options) if option.startswith("Một bộ phận"))
    answer.set_value(answer.options[own]).run()
    next(button for button in app.button if button.label == "Trả lời").click().run()
    assert not app.exception
    assert "Nhập 2 dòng đúng" in labels(app)


def test_the_upload_page_lists_what_came_in(screen, started):
    who, _ = started
    app = screen(who, "pages/lists/list.py")
    assert not app.exception
    assert app.title[0].value == "Nhập danh sách"
    assert len(app.dataframe[0].value) == 1


def test_somebody_else_is_told_kindly(screen, started):
    _, batch = started
    stranger = people.actor(Role.NOMINATOR, unit=world.unit())
    app = screen(stranger, "pages/lists/batch.py", id=batch.id)
    assert "Không tìm thấy" in app.info[0].value


def test_a_list_waits_on_the_work_page(screen, started):
    who, _ = started
    app = screen(who)
    assert any("danh sách" in markdown.value for markdown in app.markdown)
