"""The screens of covenants, as their people see them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from pages.covenants import targets
from pages.shared import navigation
from recognition.covenants import actions
from recognition.covenants.terms import ReportState, State, TargetInput, Way
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from tests.covenants.conftest import TODAY, House
from tests.covenants.test_covenant_actions import FAIR, WELL
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.support import people, world
from vietnamese import dates

LIST, ONE, EDIT, REPORT, WORK = (f"pages/{name}.py" for name in ("covenants/list", "covenants/covenant", "covenants/edit", "covenants/report", "home/work"))


@pytest.fixture
def house(duck):
    with dates.fixed(TODAY):
        yield House()


def read(app) -> str:
    return said(app).replace("\\", "")


def labels(app):
    return {one.label for one in app.button}


def multi(app, label):
    return next(one for one in app.multiselect if one.label == label)


def rows(*typed):
    """Targets as the form's draft keeps them."""
    return targets.as_text(TargetInput(*row) for row in typed)


@pytest.mark.proves("F03.07")
def test_a_covenant_is_typed_kept_refused_kindly_and_saved(house, screen):
    nominations.keep_draft(house.secretary, "covenant", {"name": "Giao ước Cụm số 1", "targets": rows(("Hồ sơ đúng hạn", "%", "98", False, 40)), "_version": 0})
    app = screen(house.secretary, EDIT)
    whole(app)
    assert field(app, "Tên giao ước").value == "Giao ước Cụm số 1"
    button(app, "Lưu").click().run()
    assert "cần ít nhất hai đơn vị" in read(app)
    multi(app, "Đơn vị").set_value([str(house.first), str(house.second)]).run()
    field(app, "Đơn vị trưởng").set_value(str(house.first))
    field(app, "Đến ngày").set_value(date(2025, 12, 31))
    button(app, "Lưu").click().run()
    assert "trước ngày bắt đầu" in read(app)
    field(app, "Đến ngày").set_value(date(2026, 12, 31))
    button(app, "Lưu").click().run()
    whole(app)
    (line,) = actions.find(house.secretary).rows
    made = actions.get(house.secretary, line.id)
    assert (made.name, [party.post.label for party in made.parties], [actions.wanted(one) for one in made.targets]) == ("Giao ước Cụm số 1", ["Trưởng", ""], ["Ít nhất 98 %"])
    assert nominations.kept_draft(house.secretary, "covenant") is None


def test_the_units_of_a_campaign_are_taken_with_one_choice(house, screen):
    campaign = world.campaign(house.issuer, units=(house.first, house.second))
    app = screen(house.secretary, EDIT, **{"phong-trao": campaign})
    whole(app)
    assert field(app, "Theo phong trào").value == str(campaign)
    field(app, "Lấy đơn vị từ").set_value(campaign).run()
    whole(app)
    assert set(multi(app, "Đơn vị").value) == {str(house.first), str(house.second)}


@pytest.mark.proves("F03.07")
def test_the_secretary_offers_it_and_the_leader_joins_from_the_first_screen(house, screen):
    made = house.drawn()
    assert f"Đưa ra ký: {made.name}" in read(screen(house.secretary, WORK))
    app = screen(house.secretary, ONE, id=made.id)
    whole(app)
    button(app, "Đưa ra ký…").click().run()
    button(app, "Đưa ra ký").click().run()
    whole(app)
    assert actions.get(house.secretary, made.id).state is State.OPEN
    leader = house.leaders[house.first]
    work = screen(leader, WORK)
    assert "Chi bộ Trạm Y tế Phú Lộc chưa ký" in read(work)
    app = screen(leader, ONE, id=made.id)
    whole(app)
    assert "1. Hồ sơ giải quyết đúng hạn" in list(app.dataframe[0].value["Chỉ tiêu"])
    assert not labels(app) & {"Ghi đã ký trên giấy…", "Sửa thành bản mới", "Tổng kết…", "Báo cáo kết quả"}
    button(app, "Tán thành, ký giao ước…").click().run()
    field(app, "Chức vụ ký").set_value("Bí thư")
    button(app, "Ký giao ước").click().run()
    whole(app)
    joined = actions.get(leader, made.id).party(house.first).joined
    assert (joined.way, joined.post) == (Way.ACCOUNT, "Bí thư")
    assert "Chi bộ Trạm Y tế Phú Lộc chưa ký" not in read(screen(leader, WORK))
    waiting = read(screen(house.secretary, WORK))
    assert "2 trong 3 đơn vị chưa ký" in waiting
    assert "Đang chờ người khác" in waiting


@pytest.mark.proves("F03.07")
def test_what_was_signed_on_paper_is_recorded_on_the_covenant_s_page(house, screen):
    made = house.offered()
    app = screen(house.secretary, ONE, id=made.id)
    button(app, "Ghi đã ký trên giấy…").click().run()
    multi(app, "Đơn vị đã ký").set_value([])
    button(app, "Ghi đã ký").click().run()
    assert "chọn đơn vị đã ký trên giấy" in read(app)
    multi(app, "Đơn vị đã ký").set_value([house.first])
    button(app, "Ghi đã ký").click().run()
    whole(app)
    assert actions.get(house.secretary, made.id).party(house.first).joined.on == date(2026, 2, 6)
    button(app, "Bỏ ghi đã ký…").click().run()
    field(app, "Vì sao bỏ ghi").set_value("Nhầm trang")
    button(app, "Bỏ ghi").click().run()
    whole(app)
    assert len(actions.get(house.secretary, made.id).waiting) == 3


@pytest.mark.proves("F03.07")
def test_a_new_edition_says_how_many_must_sign_again_and_wants_a_reason(house, screen):
    made = house.joined()
    app = screen(house.secretary, EDIT, id=made.id)
    whole(app)
    assert "3 đơn vị đã ký bản 1 phải ký lại" in "".join(one.value for one in app.warning)
    field(app, "Nơi ký").set_value("Phòng họp số 1")
    button(app, "Lưu bản 2, đưa ra ký lại").click().run()
    assert "vì sao sửa lời giao ước" in read(app)
    field(app, "Vì sao sửa").set_value("Đổi nơi ký")
    button(app, "Lưu bản 2, đưa ra ký lại").click().run()
    whole(app)
    after = actions.get(house.secretary, made.id)
    assert (after.edition, after.place, len(after.waiting), [one.id for one in after.targets]) == (2, "Phòng họp số 1", 3, [one.id for one in made.targets])


@pytest.mark.proves("F03.07")
def test_a_unit_reports_target_by_target_and_what_is_typed_is_found_again(house, screen):
    made = house.joined()
    assert "Chi bộ Trạm Y tế Phú Lộc chưa báo cáo kết quả từng chỉ tiêu" in read(screen(house.nominator, WORK))
    at = {"id": made.id, "don-vi": house.first}
    app = screen(house.nominator, REPORT, **at)
    whole(app)
    field(app, "Đã đạt (%)").set_value("99,5").run()
    app = screen(house.nominator, REPORT, **at)
    assert field(app, "Đã đạt (%)").value == "99,5"
    button(app, "Gửi báo cáo").click().run()
    told = read(app)
    assert "Anh/chị ghi số đã đạt. Chưa làm được thì ghi 0." in told
    assert "Anh/chị tự chấm điểm. Không được điểm thì ghi 0." in told
    field(app, "Đã đạt (vụ)").set_value("0")
    field(app, "Kết quả").set_value("Sửa xong tháng 5")
    for one, points in zip([one for one in app.text_input if one.label == "Tự chấm"], ("40", "30", "28,5"), strict=True):
        one.set_value(points)
    button(app, "Gửi báo cáo").click().run()
    whole(app)
    sent = actions.get(house.nominator, made.id).party(house.first).report
    assert (sent.state, [result.points for result in sent.results.values()].count(2850)) == (ReportState.SENT, 1)
    assert "chưa báo cáo kết quả từng chỉ tiêu" not in read(screen(house.nominator, WORK))
    assert "Gửi báo cáo" not in labels(screen(house.nominator, REPORT, **at))


@pytest.mark.proves("F03.07")
def test_the_secretary_sends_back_confirms_and_compares(house, screen):
    made = house.joined()
    for unit, told in ((house.first, WELL), (house.second, FAIR)):
        house.reported(made, unit, *told)
    assert "2 báo cáo chờ xác nhận" in read(screen(house.secretary, WORK))
    app = screen(house.secretary, REPORT, **{"id": made.id, "don-vi": house.second})
    whole(app)
    button(app, "Trả lại để sửa…").click().run()
    button(app, "Trả lại để sửa").click().run()
    assert "Anh/chị ghi vì sao trả lại" in read(app)
    field(app, "Vì sao trả lại, cần sửa gì").set_value("Số vụ chưa khớp")
    button(app, "Trả lại để sửa").click().run()
    whole(app)
    assert "trả lại để sửa: Số vụ chưa khớp" in read(screen(house.leaders[house.second], WORK))
    app = screen(house.secretary, REPORT, **{"id": made.id, "don-vi": house.first})
    button(app, "Xác nhận kết quả…").click().run()
    next(one for one in app.text_input if one.key.startswith("checked:")).set_value("39")
    button(app, "Xác nhận").click().run()
    assert "ghi lý do chênh lệch" in read(app)
    field(app, "Lý do, nếu khác điểm tự chấm").set_value("Thiếu một hồ sơ")
    button(app, "Xác nhận").click().run()
    whole(app)
    app = screen(house.secretary, ONE, id=made.id)
    whole(app)
    assert "Còn 2 đơn vị chưa có điểm xác nhận nên thứ này là tạm" in read(app)
    assert [next(iter(app.dataframe[2].value[name])) for name in ("Xếp thứ", "Đơn vị", "Điểm (trên 100)", "Chỉ tiêu đạt")] == ["1", "Chi bộ Trạm Y tế Phú Lộc", "99", "2 trong 2"]
    field(app, "So theo").set_value(made.targets[0]).run()
    whole(app)
    assert list(app.dataframe[2].value["Kết quả"]) == ["99 %"]


@pytest.mark.proves("F03.07")
def test_a_party_reads_the_others_only_after_its_own_report(house, screen):
    made = house.joined()
    house.confirmed(made, house.first, *WELL)
    second = house.leaders[house.second]
    app = screen(second, ONE, id=made.id)
    whole(app)
    assert "Đơn vị mình gửi báo cáo rồi thì đọc được" in read(app)
    app = screen(second, REPORT, **{"id": made.id, "don-vi": house.first})
    whole(app)
    assert "chưa đọc được báo cáo của đơn vị khác" in read(app)
    assert "Đã sửa" not in read(app)
    house.reported(made, house.second, *FAIR)
    app = screen(second, ONE, id=made.id)
    assert "100" in list(app.dataframe[2].value["Điểm (trên 100)"])


def test_empty_lists_say_why_and_strangers_are_refused(house, screen):
    assert "Bấm «Giao ước mới» để soạn" in read(screen(house.secretary, LIST))
    assert "Thư ký đưa ra ký thì giao ước hiện ở đây" in read(screen(house.nominator, LIST))
    made = house.offered()
    assert list(screen(house.nominator, LIST).dataframe[0].value["Giao ước"]) == [made.name]
    for page, at in ((ONE, {"id": made.id}), (REPORT, {"id": made.id, "don-vi": house.first})):
        app = screen(house.stranger, page, **at)
        whole(app)
        assert app.title[0].value == "Không mở được trang"
    assert LIST not in {entry.file for entry in navigation.for_actor(people.administrator())}
    assert "không có trong giao ước" in read(screen(house.secretary, REPORT, **{"id": made.id, "don-vi": house.top}))


def test_a_campaign_shows_its_covenants(house, screen):
    campaign = world.campaign(house.issuer, units=house.units)
    page = "pages/campaigns/campaign.py"
    assert "chưa ký giao ước nào" in read(screen(house.secretary, page, id=campaign))
    house.offered(campaign_id=campaign)
    app = screen(house.secretary, page, id=campaign)
    whole(app)
    assert "0 trong 3 đơn vị đã ký, 0 đã báo cáo" in read(app)
    watching = people.actor(Role.CLERK, issuer=house.issuer)
    assert "Giao ước thi đua" not in read(screen(watching, page, id=campaign))


def test_targets_survive_their_way_through_the_draft():
    typed = (TargetInput("Hồ sơ", "%", "98", points=40), TargetInput("Đơn thư", "vụ", "2", at_most=True), TargetInput("Quy chế", "", "Sửa xong", points=10))
    assert targets.read(targets.as_text(typed)) == typed
    blank = [{**json.loads(targets.as_text([replace(typed[0], points=None)]))[0], targets.NAME: " ", targets.MEASURE: "", targets.WANTED: None}]
    assert targets.read(json.dumps(blank)) == ()
