"""«Tiếp từ sổ giấy…» on the screens of issuing and of the register."""

import pytest

from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.issuing import actions
from tests.decisions.conftest import DAY, open_office
from tests.pages.test_council_pages import button
from tests.pages.test_shared_frame import everything
from tests.support import people, world
from vietnamese import dates

ISSUING, REGISTER = "pages/certificates/decision.py", "pages/certificates/register.py"
REASON = "Sổ giấy năm 2026 đã ghi đến số 148"


@pytest.fixture
def office(duck, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    with dates.fixed(DAY):
        made = open_office()
        with transaction(None) as t:
            t.run("update award_type set family = 'giay_khen' where id = $1", made.award)
        yield made


def labels(app) -> list[str]:
    return [each.label for each in app.button]


def spoken(app) -> str:
    """What stands in the dialog too."""
    return "".join(each.value for each in app.markdown).replace("\\", "")


def field(app, label: str):
    return next(each for each in app.text_input if each.label == label)


def typed(app, last: str, reason: str = REASON):
    field(app, "Sổ giấy đã dùng đến số").set_value(last).run()
    field(app, "Lý do").set_value(reason).run()
    return app


@pytest.mark.proves("F09.07")
def test_where_papers_are_issued_an_empty_book_goes_on_from_paper(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, ISSUING, id=decision.id)
    assert "sẽ nhận số 001 đến 002" in everything(app)
    button(app, "Sổ giấy năm 2026 đã có số…").click().run()
    typed(app, "148")
    assert "Giấy đầu tiên cấp ở đây sẽ mang **số 149/2026**" in spoken(app)
    button(app, "Ghi số bắt đầu").click().run()
    assert not app.exception
    assert "sẽ nhận số 149 đến 150" in everything(app)
    assert "Sổ giấy năm 2026 đã có số…" not in labels(app)


@pytest.mark.parametrize(
    ("last", "sentence"),
    (("0", "Số cuối của sổ giấy từ 1 trở lên"), ("abc", "không phải số của sổ 2026"), ("100000", "không quá 99.999"), ("", "chưa nhập số cuối")),
)
def test_a_wrong_number_is_said_under_its_field_and_what_was_typed_stays(screen, office, last, sentence):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    app = screen(office.clerk, ISSUING, id=decision.id)
    button(app, "Sổ giấy năm 2026 đã có số…").click().run()
    typed(app, last)
    button(app, "Ghi số bắt đầu").click().run()
    assert sentence in spoken(app)
    assert (field(app, "Sổ giấy đã dùng đến số").value, field(app, "Lý do").value) == (last, REASON)
    assert actions.books(office.clerk) == []


def test_the_register_says_where_a_book_began_and_offers_it_before_any_paper(screen, office):
    app = screen(office.clerk, REGISTER)
    button(app, "Tiếp từ sổ giấy…").click().run()
    typed(app, "148")
    button(app, "Ghi số bắt đầu").click().run()
    assert not app.exception
    said = everything(app)
    assert f"Số 001 đến 148 ở sổ giấy, phần mềm cấp từ số 149/2026. Lý do: {REASON}." in said
    assert "Sổ này chưa có giấy nào cấp từ phần mềm" in said


def test_a_clerk_of_two_offices_names_the_office(screen, office):
    theirs = world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC")
    people.grant(office.clerk.account_id, Role.CLERK, issuer=theirs)
    app = screen(office.clerk, REGISTER)
    button(app, "Tiếp từ sổ giấy…").click().run()
    next(each for each in app.selectbox if each.label == "Cơ quan").set_value(theirs).run()
    typed(app, "7")
    button(app, "Ghi số bắt đầu").click().run()
    assert "Công đoàn Viên chức tỉnh: Số 001 đến 007 ở sổ giấy" in everything(app)


def test_the_secretary_reads_it_and_cannot_say_it(screen, office):
    actions.begin(office.clerk, office.issuer, "giay_khen", 2026, "148", REASON)
    decision = office.recorded(office.case("Trần Thị Ánh"))
    register = screen(office.secretary, REGISTER)
    assert "phần mềm cấp từ số 149/2026" in everything(register)
    assert "Tiếp từ sổ giấy…" not in labels(register)
    assert "Sổ giấy năm 2026 đã có số…" not in labels(screen(office.secretary, ISSUING, id=decision.id))
