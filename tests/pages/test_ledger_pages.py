"""The ledger on its screens: sums for whoever may see, questions for the secretary, wrong shares told under their fields."""

import pytest

from pages.shared import navigation
from recognition.hall.words import Role
from recognition.ledger import actions
from recognition.ledger.terms import Answer, Asked
from tests.ledger.conftest import BUILD, HEALTH, ROAD, SAME_ROAD, TODAY, VET, House, land
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.support import people
from vietnamese import dates

pytestmark = pytest.mark.proves("N21")
LEDGER, QUESTIONS, WORK, MODEL = "pages/ledger/ledger.py", "pages/ledger/questions.py", "pages/home/work.py", "pages/models/model.py"


@pytest.fixture
def house(duck):
    with dates.fixed(TODAY):
        made = House()
        made.claims(BUILD, land(300))
        made.claims(HEALTH, land(300, SAME_ROAD))
        yield made


def words(app):
    return said(app).replace("\\", "") + "\n".join(one.value for kind in (app.success, app.warning) for one in kind).replace("\\", "")


def test_the_ledger_tells_its_sums_and_leads_the_secretary_to_the_questions(house, screen):
    app = screen(house.secretary, LEDGER)
    whole(app)
    assert "2 số đã kê, 1 chỗ có thể kê trùng còn chờ trả lời" in words(app)
    first = app.dataframe[0].value
    assert list(first.iloc[0]) == ["Đất hiến", "600 m²", "600 m²", "300 m²", "2"]
    field(app, "Đơn vị, kể cả bên dưới").set_value(house.unit(HEALTH)).run()
    whole(app)
    assert list(app.dataframe[0].value.iloc[0]) == ["Đất hiến", "300 m²", "300 m²", "300 m²", "1"]


def test_a_writer_sees_own_claims_and_no_questions(house, screen):
    app = screen(house.writer(BUILD), LEDGER)
    whole(app)
    assert "1 số đã kê" in words(app)
    assert HEALTH not in words(app)
    assert QUESTIONS not in {entry.file for entry in navigation.for_actor(house.writer(BUILD))}
    assert not {LEDGER, QUESTIONS} & {entry.file for entry in navigation.for_actor(people.actor(Role.ADMINISTRATOR))}


def test_a_road_is_shared_after_wrong_shares_were_told(house, screen):
    assert "1 chỗ có thể nhiều đơn vị cùng kê một công trình" in words(screen(house.secretary, WORK))
    app = screen(house.secretary, QUESTIONS)
    whole(app)
    assert "Cùng kê đất hiến 300 m²." in words(app)
    button(app, "Một việc, chia phần…").click().run()
    field(app, f"Phần của {BUILD} (%)").set_value("60")
    field(app, f"Phần của {HEALTH} (%)").set_value("ba mươi")
    button(app, "Chia phần").click().run()
    assert "«ba mươi» chưa đọc được." in words(app)
    field(app, f"Phần của {HEALTH} (%)").set_value("30")
    button(app, "Chia phần").click().run()
    assert "Các phần cộng lại là 90 %, phải đủ 100 %." in words(app)
    assert field(app, f"Phần của {BUILD} (%)").value == "60"
    field(app, f"Phần của {HEALTH} (%)").set_value("40")
    button(app, "Chia phần").click().run()
    whole(app)
    assert f"Đã ghi «một việc, chia phần» và báo cho {BUILD} và {HEALTH}." in words(app)
    assert "Không có chỗ nào đáng ngờ là kê trùng." in words(app)
    assert [line.counted for line in actions.ledger(house.secretary, Asked()).lines] == [180_00, 120_00]
    button(app, "Hỏi lại…").click().run()
    field(app, "Vì sao hỏi lại").set_value("Đo lại")
    button(app, "Hỏi lại").click().run()
    whole(app)
    assert len(actions.questions(house.secretary)) == 1


def test_separate_works_and_a_withdrawn_claim_ask_why(house, screen):
    app = screen(house.secretary, QUESTIONS)
    button(app, "Một đơn vị rút số…").click().run()
    button(app, "Ghi rút số").click().run()
    assert {"Anh/chị chọn đơn vị rút số.", "Anh/chị ghi lý do, để người xem sau hiểu và phần mềm không hỏi lại."} <= {
        sentence.partition("error: ")[2].rstrip("]") for sentence in words(app).split("\n") if "error:" in sentence
    }
    app = screen(house.secretary, QUESTIONS)
    button(app, "Các việc khác nhau…").click().run()
    field(app, "Vì sao là các việc khác nhau").set_value("Hai đoạn đường")
    button(app, "Ghi là khác nhau").click().run()
    whole(app)
    assert [each.settled.answer for each in actions.answered(house.secretary)] == [Answer.SEPARATE]


def test_an_empty_ledger_says_what_fills_it(house, screen):
    app = screen(house.neighbour, LEDGER)
    whole(app)
    assert "Số liệu vào sổ khi đơn vị báo cáo kết quả năm" in words(app)


def test_whoever_types_a_figure_sees_a_quiet_word_without_the_other_unit(house, screen, monkeypatch):
    mine = house.working(VET)
    rows = [{"Chỉ số": "Số hộ được hưởng lợi", "Số lượng": None}, {"Chỉ số": "Đất hiến", "Số lượng": "300", "Việc gì, ở đâu": ROAD}]
    monkeypatch.setattr("pages.models.figures._rows", lambda _: rows)
    app = screen(house.writer(VET), MODEL, id=mine.year.id)
    button(app, "Báo cáo kết quả năm…").click().run()
    whole(app)
    assert "có đơn vị khác đã kê một số gần bằng" in words(app)
    assert not {name for name in (BUILD, HEALTH, SAME_ROAD) if name in words(app)}
