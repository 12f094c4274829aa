"""Screens of decisions and certificates, as secretary and clerk."""

import pytest

from recognition.decisions import actions as decisions
from recognition.decisions.terms import DecisionState
from recognition.hall.words import Role
from recognition.issuing import actions as issuing
from tests.decisions.conftest import DAY, open_office
from tests.pages.test_council_pages import button
from tests.pages.test_shared_frame import everything
from tests.support import people
from vietnamese import dates

DECISION, CERTIFICATES, SESSION = "pages/decisions/decision.py", "pages/certificates/decision.py", "pages/council/session.py"


@pytest.fixture
def office(duck, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    with dates.fixed(DAY):
        yield open_office()


@pytest.mark.proves("F08.01")
def test_a_draft_begins_at_the_session_and_is_recorded_after_a_confirmation_in_figures(screen, office):
    office.session(office.case("Trần Thị Ánh"))
    app = screen(office.secretary, "pages/decisions/new.py")
    button(app, "Khen thưởng 1 trường hợp").click().run()
    assert [each.value for each in app.title] == ["Dự thảo quyết định khen thưởng"]
    (draft,) = decisions.find(office.secretary).rows
    app = screen(office.secretary, DECISION, id=draft.id)
    button(app, "Vào số…").click().run()
    assert "1 trường hợp trở thành «Đã khen», tổng tiền thưởng 760\\.000 đ" in "".join(each.value for each in app.markdown)
    button(app, "Vào số").click().run()
    assert not app.exception
    (row,) = decisions.find(office.secretary).rows
    assert (row.state, row.number_text) == (DecisionState.RECORDED, "01-QĐ/ĐUCCQ")


def test_a_taken_number_is_said_under_its_field_and_the_draft_stays(screen, office):
    office.recorded(office.case("Một"), number=214)
    draft = office.draft(office.case("Hai"))
    app = screen(office.secretary, DECISION, id=draft.id)
    assert next(each for each in app.text_input if each.label == "Số").value == "215"
    next(each for each in app.text_input if each.label == "Số").set_value("214").run()
    button(app, "Vào số…").click().run()
    button(app, "Vào số").click().run()
    assert "đã dùng cho quyết định" in everything(app)
    assert decisions.get(office.secretary, draft.id).state is DecisionState.DRAFT


def test_a_recorded_decision_shows_its_awards_and_the_task_of_publicity(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    app = screen(office.secretary, DECISION, id=decision.id)
    said = everything(app)
    assert "Trần Thị Ánh" in said
    assert "Chậm nhất ngày 03/12/2026, ít nhất 20 ngày liên tục" in said
    other = screen(people.actor(Role.NOMINATOR, unit=office.unit), DECISION, id=decision.id)
    assert [each.value for each in other.title] == ["Quyết định số 214\\-QĐ/ĐUCCQ"]
    assert not {"Ghi đã công khai", "Lập dự thảo"} & {each.label for each in other.button}


@pytest.mark.proves("F09.07", "F09.09")
def test_the_clerk_sees_a_draft_then_issues_with_the_numbers_named(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, CERTIFICATES, id=decision.id)
    assert "2 giấy khen sẽ nhận số 001 đến 002 của sổ năm 2026" in everything(app)
    button(app, "Cấp giấy khen…").click().run(timeout=60)
    button(app, "Cấp giấy khen").click().run(timeout=60)
    assert not app.exception
    assert [row.serial for row in issuing.register(office.clerk).rows] == ["001/2026", "002/2026"]
    assert "2 giấy khen đã cấp" in everything(app)
    register = screen(office.clerk, "pages/certificates/register.py")
    assert ([each.value for each in register.title], list(register.exception)) == (["Sổ cấp giấy khen"], [])


def test_the_secretary_looks_but_does_not_issue(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    app = screen(office.secretary, CERTIFICATES, id=decision.id)
    assert "Cấp giấy khen…" not in [each.label for each in app.button]
    assert not app.exception


def test_a_session_whose_cases_are_all_in_a_draft_leads_to_that_draft(screen, office):
    session = office.session(office.case("Một"))
    app = screen(office.secretary, SESSION, id=session)
    assert "Lập dự thảo quyết định" in [each.label for each in app.button]
    decisions.from_session(office.secretary, session, "commend")
    labels = [each.label for each in screen(office.secretary, SESSION, id=session).button]
    assert [label for label in labels if "quyết định" in label] == ["Xem dự thảo quyết định"]


def test_what_is_published_already_is_not_offered_once_more(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Vũ Thị Ước"))
    first = decisions.awards(office.secretary, decision.id)[0]
    issuing.publish(office.secretary, first.id, "consent", "Đồng ý bằng văn bản ngày 20/11/2026")
    app = screen(office.secretary, "pages/certificates/publications.py")
    assert not app.exception
    assert len(app.selectbox(key="publish:award").options) == 1


@pytest.mark.parametrize("page", ("decisions/list", "decisions/new", "decisions/external", "certificates/list", "certificates/register", "certificates/publications"))
def test_screens_open_on_empty_ground(screen, office, page):
    app = screen(office.secretary, f"pages/{page}.py")
    assert (list(app.exception), len(app.title)) == ([], 1)


def test_work_that_waits_stands_on_the_first_screen(screen, office):
    office.session(office.case("Một"))
    office.recorded(office.case("Hai"))
    said = everything(screen(office.secretary)).replace("\\", "")
    assert "Lập dự thảo quyết định: Phiên" in said
    assert "Công khai Quyết định số 214-QĐ/ĐUCCQ" in said
    assert "Cấp 1 giấy khen theo Quyết định số 214-QĐ/ĐUCCQ" in everything(screen(office.clerk)).replace("\\", "")
