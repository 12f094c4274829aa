"""The screens of thanks: reading and thanking, deciding, who sees what came."""

from uuid import uuid4

import pytest

from pages.insight import spread
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.spread_terms import Copied, LearnInput
from recognition.issuing import actions as issuing
from recognition.thanks import actions
from recognition.thanks.terms import Count, Measured, Standing
from tests.dan_van_kheo.test_model_actions import House as Models
from tests.dan_van_kheo.test_spread_actions import Neighbour, recognised
from tests.issuing.test_spread_of_models import praised
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.thanks.conftest import DAY, opened
from vietnamese import dates

pytestmark = pytest.mark.proves("F14.03")
LIST, EXAMPLE, CASE, WORK, PUBLICATIONS, DASHBOARD = (
    f"pages/{name}.py" for name in ("thanks/list", "thanks/example", "nominations/case", "home/work", "certificates/publications", "insight/dashboard")
)
BODY = "Cảm ơn anh Tòng đã quên mình."


@pytest.fixture
def house(duck):
    with dates.fixed(DAY):
        yield opened()


def labels(app):
    return {one.label for one in app.button}


def test_a_member_thanks_once_writes_a_word_and_takes_both_back(house, screen):
    listed = screen(house.thanh, LIST)
    whole(listed)
    assert list(listed.dataframe[0].value["Tập thể, cá nhân"]) == ["Đồng chí Lê Văn Tòng"]
    app = screen(house.thanh, EXAMPLE, id=house.example.id)
    whole(app)
    assert "Chiều hôm ấy nước lên nhanh." in said(app)
    assert "người trân trọng" not in said(app)
    button(app, "Trân trọng cảm ơn").click().run()
    whole(app)
    assert "1 người trân trọng cảm ơn." in said(app)
    assert "Trân trọng cảm ơn" not in labels(app)
    long = "Cảm ơn. " * 80
    field(app, "Lời chúc mừng, cảm ơn của anh/chị").set_value(long)
    button(app, "Gửi lời").click().run()
    assert "quá mức 500" in said(app)
    assert field(app, "Lời chúc mừng, cảm ơn của anh/chị").value == long
    field(app, "Lời chúc mừng, cảm ơn của anh/chị").set_value(BODY)
    button(app, "Gửi lời").click().run()
    whole(app)
    assert (BODY in said(app), "Chờ thư ký xem" in said(app), "Gửi lời" in labels(app)) == (True, True, False)
    button(app, "Rút lời này…").click().run()
    button(app, "Rút lời").click().run()
    button(app, "Rút lại").click().run()
    whole(app)
    assert (actions.get(house.binh, house.example.id).count, labels(app) >= {"Trân trọng cảm ơn", "Gửi lời"}) == (Count(), True)


def test_the_secretary_finds_new_words_and_decides(house, screen):
    words = [actions.appreciate(who, house.example.id, body) for who, body in ((house.thanh, BODY), (house.binh, "Lời của anh Bình."))]
    assert "2 lời chúc mừng gửi Đồng chí Lê Văn Tòng" in said(screen(house.secretary, WORK)).replace("\\", "")
    app = screen(house.secretary, EXAMPLE, id=house.example.id)
    whole(app)
    next(one for one in app.button if one.key == f"decide:approve_words:{words[0].id}").click().run()
    whole(app)
    next(one for one in app.button if one.key == f"decide:hide_words:{words[1].id}").click().run()
    button(app, "Ẩn").click().run()
    assert "ghi vì sao ẩn" in said(app)
    field(app, "Lý do").set_value("Viết nhầm tên")
    button(app, "Ẩn").click().run()
    whole(app)
    assert {each.body: each.state for each in actions.get(house.secretary, house.example.id).words} == {BODY: Standing.APPROVED, "Lời của anh Bình.": Standing.HIDDEN}
    mine = screen(house.binh, EXAMPLE, id=house.example.id)
    assert ("Lý do: Viết nhầm tên" in said(mine), "Thư ký đã ẩn" in said(mine)) == (True, True)
    assert labels(mine) & {"Đưa lên trang công khai", "Ẩn…"} == set()
    assert "lời chúc mừng gửi" not in said(screen(house.secretary, WORK))
    shown = screen(house.secretary, PUBLICATIONS)
    whole(shown)
    assert "1 lời chúc mừng" in links(shown)


def test_who_is_praised_and_who_proposed_see_what_came(house, screen):
    assert "Đồng nghiệp gửi anh/chị" not in said(screen(house.praised, WORK))
    actions.thank(house.thanh, house.example.id)
    assert "Đồng nghiệp gửi anh/chị" in said(screen(house.praised, WORK))
    own = screen(house.praised, EXAMPLE, id=house.example.id)
    whole(own)
    assert ("1 người trân trọng cảm ơn." in said(own), labels(own) & {"Trân trọng cảm ơn", "Gửi lời"}) == (True, set())
    case = screen(house.nominator, CASE, id=house.case)
    whole(case)
    assert "1 người trân trọng cảm ơn" in links(case)
    issuing.unpublish(house.secretary, house.example.id, house.example.version, "Rút lại sự đồng ý")
    assert "Không tìm thấy" in said(screen(house.thanh, EXAMPLE, id=house.example.id))
    assert "người trân trọng" not in links(screen(house.nominator, CASE, id=house.case))


def links(app) -> str:
    return "\n".join(one.proto.label for one in app.get("page_link"))


def test_a_model_leads_to_the_way_of_learning_and_leaders_read_both_figures(duck, screen):
    with dates.fixed(DAY):
        house = Models()
        model = recognised(house)
        neighbour = Neighbour(house, "Chi bộ Sở Tài chính")
        shown = issuing.publish(house.secretary, praised(house, house.unit, year_id=model.year.id), "law", "Luật 10/2022/QH15, Điều 46", "")
        actions.thank(neighbour.nominator, shown.id)
        models.replicate(neighbour.nominator, model.year.id, LearnInput(neighbour.unit, DAY))
        app = screen(neighbour.nominator, EXAMPLE, id=shown.id)
        whole(app)
        assert "Học tập, làm theo mô hình này" in links(app)
        seen = screen(house.secretary, DASHBOARD)
        whole(seen)
        text = said(seen).replace("\\", "")
        assert "1 đơn vị làm theo · 1 người trân trọng cảm ơn" in text
        assert "Gương đã công bố nhận được trong kỳ: 1 người trân trọng cảm ơn (1 gương)." in text


def test_the_sheet_has_models_learned_from_and_examples_only_thanked():
    learned = Copied(uuid4(), "MH-1", "Ngày cuối tuần cùng dân", "Chi bộ Sở Xây dựng", 3)
    twice = [Measured(learned.code, learned.name, learned.unit_name, count) for count in (Count(5, 1), Count(1))]
    given = [*twice, Measured("", "Đồng chí Lê Văn Tòng", "Chi bộ Trạm Y tế", Count(2))]
    of_model = spread._of_models(given)
    assert of_model == {"MH-1": Count(6, 1)}
    assert spread._rows([learned], of_model, given) == [
        ["MH-1", "Ngày cuối tuần cùng dân", "Chi bộ Sở Xây dựng", 3, 6, 1], ["", "Đồng chí Lê Văn Tòng", "Chi bộ Trạm Y tế", 0, 2, 0],
    ]  # fmt: skip
