"""The screens of the book of grassroots democracy, as their people see them."""

from dataclasses import replace
from datetime import date

import pytest

from recognition.grassroots import actions
from recognition.grassroots.terms import Kind, Standing
from recognition.hall.words import Role
from tests.grassroots.test_meeting_actions import House
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.support import people
from vietnamese import dates

TODAY = date(2026, 11, 24)
LIST, EDIT, RECORD, REPORT, WORK = (f"pages/{name}.py" for name in ("grassroots/list", "grassroots/edit", "grassroots/record", "grassroots/report", "home/work"))


@pytest.fixture
def house(duck):
    with dates.fixed(TODAY):
        yield House()


def labels(app):
    return {one.label for one in app.button}


@pytest.mark.proves("S2")
def test_a_unit_writes_a_dialogue_and_wrong_fields_say_so(house, screen):
    app = screen(house.nominator, EDIT)
    whole(app)
    field(app, "Tên").set_value("Đối thoại quý III")
    field(app, "Ngày").set_value(date(2026, 11, 25))
    button(app, "Ghi vào sổ").click().run()
    whole(app)
    told = said(app).replace("\\", "")
    assert "Ngày 25/11/2026 chưa tới." in told
    assert "Đối thoại phải có người dự." in told
    assert field(app, "Tên").value == "Đối thoại quý III"
    field(app, "Ngày").set_value(date(2026, 8, 14))
    field(app, "Địa điểm").set_value("Hội trường tầng 2")
    field(app, "Người đứng đầu, lãnh đạo dự").set_value("Đ/c Lê Quang Vinh")
    app.number_input[0].set_value(46)
    button(app, "Ghi vào sổ").click().run()
    whole(app)
    (line,) = actions.find(house.nominator).rows
    assert (line.title, line.on_date, line.people, line.kind) == ("Đối thoại quý III", date(2026, 8, 14), 46, Kind.DIALOGUE)


@pytest.mark.proves("S2")
def test_a_question_is_added_on_the_record_s_page_and_its_promise_kept(house, screen):
    made = house.recorded()
    app = screen(house.nominator, RECORD, id=made.id)
    whole(app)
    button(app, "Thêm câu hỏi…").click().run()
    field(app, "Câu hỏi, kiến nghị").set_value("Nhà xe dột")
    field(app, "Cam kết").set_value("Sửa nhà xe")
    button(app, "Ghi").click().run()
    assert "Anh/chị chọn hạn của cam kết" in said(app)
    field(app, "Người chịu trách nhiệm").set_value("Văn phòng")
    field(app, "Hạn").set_value(date(2026, 9, 30))
    button(app, "Ghi").click().run()
    whole(app)
    assert "Quá hạn" in said(app)
    button(app, "Ghi đã thực hiện…").click().run()
    field(app, "Đã làm gì, kết quả").set_value("Lợp lại mái")
    button(app, "Ghi").click().run()
    whole(app)
    (point,) = actions.get(house.nominator, made.id).points
    assert (point.said, point.responsible, actions.standing(point)) == ("Nhà xe dột", "Văn phòng", Standing.KEPT)
    button(app, "Sửa…").click().run()
    assert field(app, "Câu hỏi, kiến nghị").value == "Nhà xe dột"


@pytest.mark.proves("S2")
def test_open_promises_wait_for_the_unit_and_overdue_ones_are_counted_for_the_secretary(house, screen):
    house.promised()
    mine = said(screen(house.nominator, WORK)).replace("\\", "")
    assert "Sửa xong nhà xe." in mine
    assert "quá hạn" in mine
    assert "1 cam kết của đơn vị quá hạn" in said(screen(house.secretary, WORK)).replace("\\", "")
    app = screen(house.secretary, LIST, **{"qua-han": "1"})
    whole(app)
    assert list(app.dataframe[0].value["Cam kết"]) == ["0 trong 1 đã làm, 1 quá hạn"]
    assert "Sửa xong nhà xe." not in said(screen(house.neighbour, WORK))


@pytest.mark.proves("S2")
def test_who_only_reads_gets_no_button_to_write(house, screen):
    held = house.promised()
    for who in (house.secretary, house.above):
        app = screen(who, RECORD, id=held.id)
        whole(app)
        assert "Nhà xe dột" in said(app)
        assert labels(app) & {"Sửa", "Sửa…", "Bỏ bản ghi…", "Thêm câu hỏi…", "Ghi đã thực hiện…"} == set()
    assert "Không mở được trang" in said(screen(house.neighbour, RECORD, id=held.id))
    for nobody in (people.actor(Role.CLERK, issuer=house.issuer), people.actor(Role.LEADER, unit=house.top)):
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            screen(nobody, LIST)


def test_a_record_is_changed_and_taken_out(house, screen):
    made = house.recorded()
    app = screen(house.nominator, EDIT, id=made.id)
    whole(app)
    assert field(app, "Địa điểm").value == "Hội trường tầng 2"
    field(app, "Địa điểm").set_value("Nhà văn hoá")
    button(app, "Lưu sửa đổi").click().run()
    whole(app)
    assert actions.get(house.nominator, made.id).place == "Nhà văn hoá"
    app = screen(house.nominator, RECORD, id=made.id)
    button(app, "Bỏ bản ghi…").click().run()
    button(app, "Bỏ bản ghi").click().run()
    whole(app)
    assert actions.find(house.nominator).total == 0
    assert "Sổ chưa có gì" in said(app)


@pytest.mark.proves("S2")
def test_the_report_s_page_shows_its_figures_and_open_promises(house, screen):
    house.promised(due=date(2026, 12, 15))
    actions.record(house.neighbour, replace(house.typed(), unit_id=house.other, kind=Kind.OUTREACH, people=120))
    app = screen(house.above, REPORT)
    whole(app)
    table = app.dataframe[0].value
    figures = dict(zip(table["Chỉ tiêu"], table["Số liệu"], strict=True))
    assert (figures["Cuộc đối thoại, tiếp xúc"], figures["Lượt người được tuyên truyền"], figures["Cam kết"]) == ("1", "120", "1")
    assert "Sửa xong nhà xe." in said(app)
    app.selectbox(key="report_year").set_value(2025).run()
    whole(app)
    assert "Sổ chưa có bản ghi nào" in said(app)
