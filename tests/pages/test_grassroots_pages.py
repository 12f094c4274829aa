"""The screens of the book of grassroots democracy, as their people see them."""

from dataclasses import replace
from datetime import date

import pytest

from pages.grassroots import waiting
from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots import actions
from recognition.grassroots.dimension_terms import Dimension
from recognition.grassroots.terms import Kind, Standing
from recognition.hall.words import Role
from recognition.nominations.terms import Tags
from tests.grassroots.test_inspection import inspected, planned
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
    field(app, "Số người lao động, người dân dự").set_value("4 chục")
    button(app, "Ghi vào sổ").click().run()
    assert "«4 chục» không phải số nguyên." in said(app).replace("\\", "")
    assert field(app, "Số người lao động, người dân dự").value == "4 chục"
    field(app, "Số người lao động, người dân dự").set_value("-3")
    button(app, "Ghi vào sổ").click().run()
    assert "Số người từ 0 đến 1.000.000." in said(app).replace("\\", "")
    field(app, "Ngày").set_value(date(2026, 8, 14))
    field(app, "Địa điểm").set_value("Hội trường tầng 2")
    field(app, "Người đứng đầu, lãnh đạo dự").set_value("Đ/c Lê Quang Vinh")
    field(app, "Số người lao động, người dân dự").set_value("46")
    button(app, "Ghi vào sổ").click().run()
    whole(app)
    (line,) = actions.find(house.nominator).rows
    assert (line.title, line.on_date, line.people, line.kind) == ("Đối thoại quý III", date(2026, 8, 14), 46, Kind.DIALOGUE)


def test_a_record_that_is_being_written_is_found_again_after_a_closed_tab(house, screen):
    """Unit leaders write it too, who propose nobody."""
    for who in (house.nominator, people.actor(Role.UNIT_LEADER, unit=house.unit)):
        app = screen(who, EDIT, loai="review")
        field(app, "Tên").set_value("Sơ kết 6 tháng")
        field(app, "Kết luận").set_value("Giữ nếp trực sáng thứ bảy.")
        field(app, "Ngày").set_value(date(2026, 7, 3)).run()
        whole(app)
        again = screen(who, EDIT)
        whole(again)
        assert [field(again, name).value for name in ("Tên", "Kết luận", "Ngày")] == ["Sơ kết 6 tháng", "Giữ nếp trực sáng thứ bảy.", date(2026, 7, 3)]
        for name, words in (("Chủ trì", "Đ/c Lê Quang Vinh"), ("Địa điểm", "Phòng họp số 2"), ("Nội dung đã sơ kết", "Trực sáng thứ bảy.")):
            field(again, name).set_value(words)
        button(again, "Ghi vào sổ").click().run()
        assert field(screen(who, EDIT), "Tên").value == ""
    assert [(line.title, line.kind) for line in actions.find(house.nominator).rows] == [("Sơ kết 6 tháng", Kind.REVIEW)] * 2


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
    (late,) = (item for item in waiting.items(house.secretary) if "quá hạn" in item.title)
    assert late.deadline == actions.late(house.secretary)[0].due  # what is late is not said to have no deadline
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


PLAN, NEW, INSPECTION = (f"pages/grassroots/{name}.py" for name in ("plan", "plan_new", "inspection"))


@pytest.mark.proves("S3")
def test_the_secretary_plans_inspects_and_writes_what_was_found(house, screen):
    app = screen(house.secretary, NEW)
    whole(app)
    button(app, "Đưa vào kế hoạch").click().run()
    told = said(app).replace("\\", "")
    assert "Anh/chị chọn ít nhất một đơn vị được kiểm tra." in told
    assert "Anh/chị ghi nội dung kiểm tra." in told
    field(app, "Nội dung kiểm tra").set_value("Việc công khai khen thưởng")
    app.multiselect[0].set_value([house.unit, house.other])
    button(app, "Đưa vào kế hoạch").click().run()
    whole(app)
    first = next(row for row in actions.find(house.secretary, actions.ALL).rows if row.unit_id == house.unit)
    app = screen(house.secretary, INSPECTION, id=first.id)
    whole(app)
    button(app, "Ghi kết quả…").click().run()
    field(app, "Ngày kiểm tra").set_value(date(2026, 12, 20))
    button(app, "Ghi kết quả").click().run()
    assert "Ngày 20/12/2026 chưa tới." in said(app).replace("\\", "")
    field(app, "Ngày kiểm tra").set_value(date(2026, 11, 20))
    field(app, "Người kiểm tra").set_value("Đ/c Phạm Thu Hà")
    field(app, "Kết luận").set_value("Cơ bản tốt.")
    button(app, "Ghi kết quả").click().run()
    whole(app)
    button(app, "Thêm hạn chế…").click().run()
    field(app, "Hạn chế").set_value("Niêm yết mới 12 ngày")
    field(app, "Việc phải khắc phục").set_value("Niêm yết đủ 20 ngày")
    field(app, "Người chịu trách nhiệm").set_value("Ban Chỉ đạo QCDC")
    field(app, "Hạn").set_value(date(2026, 12, 20))
    button(app, "Ghi").click().run()
    whole(app)
    found = actions.get(house.head, first.id)
    assert (found.result, [point.promise for point in found.points]) == ("Cơ bản tốt.", ["Niêm yết đủ 20 ngày"])
    app = screen(house.secretary, PLAN)
    whole(app)
    assert set(app.dataframe[0].value["Tình trạng"]) == {"Đã kiểm tra", "Theo kế hoạch"}
    assert "1 cuộc kiểm tra chưa làm" in said(screen(house.secretary, WORK)).replace("\\", "")


@pytest.mark.proves("S3")
def test_the_inspected_unit_mends_on_the_inspection_s_page(house, screen):
    done = inspected(house)
    assert "Niêm yết đủ 20 ngày liên tục." in said(screen(house.nominator, WORK)).replace("\\", "")
    app = screen(house.nominator, INSPECTION, id=done.id)
    whole(app)
    assert labels(app) & {"Sửa kết quả…", "Sửa kế hoạch…", "Thêm hạn chế…", "Sửa…", "Bỏ bản ghi…", "Sửa"} == set()
    button(app, "Ghi đã khắc phục…").click().run()
    field(app, "Đã làm gì, kết quả").set_value("Đã niêm yết lại")
    button(app, "Ghi").click().run()
    whole(app)
    assert actions.standing(actions.get(house.nominator, done.id).points[0]) is Standing.KEPT


@pytest.mark.proves("S3")
def test_a_planned_inspection_is_moved_and_taken_out(house, screen):
    made = planned(house)
    app = screen(house.secretary, INSPECTION, id=made.id)
    whole(app)
    assert "Quá quý chưa làm" in said(app)
    button(app, "Sửa kế hoạch…").click().run()
    next(one for one in app.button_group if one.label == "Quý").set_value(4)
    button(app, "Lưu").click().run()
    whole(app)
    assert actions.get(house.secretary, made.id).plan_quarter == 4
    button(app, "Bỏ khỏi kế hoạch…").click().run()
    button(app, "Bỏ khỏi kế hoạch").click().run()
    whole(app)
    assert actions.find(house.secretary, actions.ALL).total == 0


@pytest.mark.proves("S1")
def test_a_leader_sees_where_nobody_acts(house, screen):
    actions.record(house.nominator, house.typed(tags=Tags(None, (Papi.ACCOUNTABILITY,), (Democracy.DIALOGUE,))))
    app = screen(people.actor(Role.LEADER, unit=house.top), "pages/grassroots/dimensions.py")
    whole(app)
    told = said(app).replace("\\", "")
    assert "7 trong 8 nội dung chưa đơn vị nào có hoạt động" in told
    assert "«8. Quản trị điện tử»: chưa đơn vị nào có hoạt động." in told
    assert "Chưa có hoạt động ở nội dung nào: Chi bộ Trạm Y tế Thạch Bình." in told
    table = app.dataframe[0].value
    assert dict(zip(table["Nội dung"], table["Đơn vị có làm"], strict=True))["3. Trách nhiệm giải trình với người dân"] == "1 trong 2"
    next(one for one in app.button_group if one.label == "Theo").set_value(Dimension.DEMOCRACY).run()
    whole(app)
    assert "8 trong 9 nội dung chưa đơn vị nào có hoạt động" in said(app).replace("\\", "")
