"""The screens of a model's life and of learning from it, as their people see them."""

from datetime import date

import pytest

from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.life_terms import NoteInput
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.grassroots import actions as inspections
from recognition.grassroots.terms import PlanInput, ResultInput
from recognition.hall.words import Role
from tests.dan_van_kheo.test_model_actions import House
from tests.dan_van_kheo.test_spread_actions import Neighbour, recognised
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.support import people
from vietnamese import dates

TODAY = date(2026, 11, 24)
MODEL, LIST, EXAMPLE, EXAMPLES, REGISTER, WORK = (
    f"pages/{name}.py" for name in ("models/model", "models/list", "models/example", "models/examples", "models/register", "home/work")
)


@pytest.fixture
def house(duck):
    with dates.fixed(date(2026, 3, 2)):
        made = House()
    with dates.fixed(TODAY):
        yield made


@pytest.fixture
def finance(house):
    return Neighbour(house, "Chi bộ Sở Tài chính")


def working(house):
    with dates.fixed(date(2026, 3, 2)):
        made = house.registered()
        approved = models.approve(house.secretary, made.year.id, made.year.version)
        return models.start(house.nominator, made.year.id, approved.year.version)


def labels(app):
    return {one.label for one in app.button}


@pytest.mark.proves("F03.04")
def test_a_unit_writes_a_note_and_the_model_s_page_shows_it(house, screen):
    model = working(house)
    app = screen(house.nominator, MODEL, id=model.year.id)
    whole(app)
    assert "Im lặng 267 ngày" in said(app)
    button(app, "Ghi giữa kỳ…").click().run()
    button(app, "Ghi").click().run()
    assert "Anh/chị nêu ngắn gọn việc đã làm từ lần ghi trước" in said(app)
    field(app, "Ngày").set_value(date(2036, 12, 25))
    button(app, "Ghi").click().run()
    assert "Ngày này chưa tới" in said(app)
    field(app, "Ngày").set_value(TODAY)
    field(app, "Việc đã làm từ lần ghi trước").set_value("Trực 12 sáng thứ bảy.")
    next(one for one in app.button_group if one.label == "Mô hình").set_value(True)
    button(app, "Ghi").click().run()
    whole(app)
    assert [(each.done, each.going) for each in models.life_of(house.secretary, model.year.id)[1]] == [("Trực 12 sáng thứ bảy.", True)]
    assert "Trực 12 sáng thứ bảy." in said(app)
    assert "Im lặng" not in said(app)
    button(app, "Sửa…").click().run()
    assert (field(app, "Việc đã làm từ lần ghi trước").value, field(app, "Ngày").value) == ("Trực 12 sáng thứ bảy.", TODAY)
    field(app, "Việc đã làm từ lần ghi trước").set_value("Trực 13 sáng thứ bảy.")
    button(app, "Lưu").click().run()
    whole(app)
    assert [(each.done, each.going) for each in models.life_of(house.secretary, model.year.id)[1]] == [("Trực 13 sáng thứ bảy.", True)]
    assert labels(screen(house.secretary, MODEL, id=model.year.id)) & {"Sửa…", "Bỏ ghi…"} == set()
    button(app, "Bỏ ghi…").click().run()
    button(app, "Bỏ ghi").click().run()
    whole(app)
    assert models.life_of(house.secretary, model.year.id)[1] == []


@pytest.mark.proves("F03.04")
def test_the_unit_is_reminded_and_the_secretary_told_of_silence(house, screen):
    model = working(house)
    mine = screen(house.nominator, WORK)
    assert "cần ghi giữa kỳ, dấu hiệu gần nhất 02/03/2026" in said(mine).replace("\\", "")
    theirs = screen(house.secretary, WORK)
    assert "1 mô hình im lặng" in said(theirs)
    models.note(house.nominator, model.year.id, NoteInput(TODAY, "Vẫn làm.", (), True))
    assert "cần ghi giữa kỳ" not in said(screen(house.nominator, WORK)).replace("\\", "")
    assert "mô hình im lặng" not in said(screen(house.secretary, WORK))


def test_a_model_s_page_lists_the_inspections_that_looked_at_it(house, screen):
    model = working(house)
    (made,) = inspections.plan(house.secretary, PlanInput(house.issuer, None, (house.unit,), 2026, 4, "Xem mô hình tại chỗ"))
    assert "Kiểm tra tại chỗ" not in said(screen(house.nominator, MODEL, id=model.year.id))
    inspections.inspect(house.secretary, made, 1, ResultInput(TODAY, "Đ/c Phạm Thu Hà", "Làm đều.", model_id=model.id))
    for who in (house.nominator, house.secretary):
        app = screen(who, MODEL, id=model.year.id)
        whole(app)
        assert "Kiểm tra tại chỗ" in said(app)
        assert "Xem mô hình tại chỗ" in said(app)


@pytest.mark.proves("N19")
def test_the_list_tells_which_models_are_silent_and_can_show_them_alone(house, screen):
    working(house)
    with dates.fixed(date(2026, 3, 2)):
        house.registered(name="Bếp ăn tình thương")
    app = screen(house.secretary, LIST)
    whole(app)
    assert dict(zip(app.dataframe[0].value["Mô hình"], app.dataframe[0].value["Dấu hiệu hoạt động"], strict=True)) == {
        "Ngày cuối tuần cùng dân": "Gần nhất 02/03/2026, im lặng 267 ngày", "Bếp ăn tình thương": "Gần nhất 02/03/2026",
    }  # fmt: skip
    app.toggle[0].set_value(True).run()
    assert list(app.dataframe[0].value["Mô hình"]) == ["Ngày cuối tuần cùng dân"]
    asked = screen(house.secretary, LIST, **{"im-lang": "1"})
    assert list(asked.dataframe[0].value["Mô hình"]) == ["Ngày cuối tuần cùng dân"]


@pytest.mark.proves("F14.04")
def test_another_unit_reads_a_recognised_model_and_says_that_it_learned(house, finance, screen):
    model = recognised(house)
    app = screen(finance.nominator, EXAMPLES)
    whole(app)
    assert list(app.dataframe[0].value["Mô hình"]) == ["Ngày cuối tuần cùng dân"]
    app = screen(finance.nominator, EXAMPLE, id=model.year.id)
    whole(app)
    assert "Anh Phúc" not in said(app)
    assert "Trực sáng thứ bảy." in said(app)
    button(app, "Ghi đã làm theo…").click().run()
    field(app, "Làm khác ở điểm nào").set_value("Thêm buổi tối")
    button(app, "Ghi").click().run()
    whole(app)
    spread, learners = models.spread_of(house.secretary, model.year.id)
    assert (spread.reach, learners[0].unit_name, learners[0].note) == (1, "Chi bộ Sở Tài chính", "Thêm buổi tối")
    button(app, "Ghi đã làm theo…").click().run()
    button(app, "Ghi").click().run()
    assert "Đơn vị này đã được ghi là học từ mô hình này rồi" in said(app)


@pytest.mark.proves("F14.04")
def test_doing_likewise_opens_a_registration_that_is_filled_and_linked(house, finance, screen):
    model = recognised(house)
    app = screen(finance.nominator, EXAMPLE, id=model.year.id)
    assert "Làm theo mô hình này" in labels(app)
    app = screen(finance.nominator, REGISTER, **{"hoc-tu": model.year.id})
    whole(app)
    assert "Học từ mô hình «Ngày cuối tuần cùng dân» của Chi bộ Sở Xây dựng." in said(app)
    assert field(app, "1. Tên mô hình").value == "Ngày cuối tuần cùng dân"
    field(app, "Đơn vị làm khác ở điểm nào").set_value("Thêm buổi tối")
    app.session_state["model:situation"], app.session_state["model:aims"] = "Người dân bận giờ hành chính.", "Đúng hẹn."
    app.session_state["model:area"], app.session_state["model:schedule"] = "Ba phường", "Cả năm"
    button(app, "Gửi đăng ký").click().run()
    whole(app)
    learner = models.spread_of(house.secretary, model.year.id)[1][0]
    assert (learner.unit_name, learner.copied_name, learner.note) == ("Chi bộ Sở Tài chính", "Ngày cuối tuần cùng dân", "Thêm buổi tối")
    mine = screen(finance.nominator, MODEL, id=models.find(finance.nominator).rows[0].year_id)
    assert "Học từ" in said(mine)
    theirs = screen(house.nominator, MODEL, id=model.year.id)
    assert "1 đơn vị" in said(theirs)


def test_the_buttons_stand_only_where_they_lead_somewhere(house, finance, screen):
    model = recognised(house)
    own = labels(screen(house.nominator, MODEL, id=model.year.id))
    assert own & {"Làm theo mô hình này", "Ghi đã làm theo…", "Ghi nhân rộng…"} == set()
    assert "Ghi giữa kỳ…" in own
    secretary = labels(screen(house.secretary, MODEL, id=model.year.id))
    assert secretary & {"Làm theo mô hình này", "Ghi giữa kỳ…", "Ghi nhân rộng…"} == {"Ghi nhân rộng…"}
    leader = people.actor(Role.UNIT_LEADER, unit=finance.unit)
    assert labels(screen(leader, EXAMPLE, id=model.year.id)) & {"Làm theo mô hình này", "Ghi đã làm theo…"} == set()


def test_the_secretary_writes_down_which_unit_learned(house, finance, screen):
    model = recognised(house)
    models.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY))
    other = Neighbour(house, "Chi bộ Sở Y tế")
    app = screen(house.secretary, MODEL, id=model.year.id)
    button(app, "Ghi nhân rộng…").click().run()
    field(app, "Đơn vị làm theo").set_value(other.unit)
    button(app, "Ghi").click().run()
    whole(app)
    assert models.spread_of(house.secretary, model.year.id)[0].reach == 2


@pytest.mark.proves("N20")
def test_the_dashboard_names_what_spread_most(house, finance, screen):
    app = screen(house.secretary, "pages/insight/dashboard.py")
    whole(app)
    assert "Chưa ghi đơn vị nào học theo mô hình" in said(app)
    model = recognised(house)
    models.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY))
    app = screen(house.secretary, "pages/insight/dashboard.py")
    whole(app)
    assert "1 mô hình được đơn vị khác học tập, làm theo" in said(app)
    assert "1 đơn vị làm theo" in said(app)


def test_a_link_that_was_written_down_wrongly_is_taken_away_on_screen(house, finance, screen):
    model = recognised(house)
    models.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY))
    assert "Bỏ ghi…" not in labels(screen(house.nominator, MODEL, id=model.year.id))
    app = screen(finance.nominator, EXAMPLE, id=model.year.id)
    button(app, "Bỏ ghi…").click().run()
    button(app, "Bỏ ghi").click().run()
    assert "Anh/chị ghi vì sao bỏ ghi nhận này" in said(app)
    field(app, "Lý do").set_value("Ghi nhầm đơn vị")
    button(app, "Bỏ ghi").click().run()
    whole(app)
    assert models.spread_of(house.secretary, model.year.id)[0].reach == 0
