"""The session's screens, as secretary, teller and member."""

from dataclasses import replace

import pytest

from recognition.council import actions
from recognition.council.terms import Line, Papers, SessionState
from recognition.hall.words import Role
from tests.council.conftest import DAY, furnish
from tests.pages.test_shared_frame import everything
from tests.support import cases, people, world
from vietnamese import dates

PAGE = "pages/council/session.py"


@pytest.fixture
def room(duck):
    with dates.fixed(DAY):
        yield furnish()


def button(app, label):
    return next(each for each in app.button if each.label == label)


@pytest.mark.proves("F07.01")
def test_the_secretary_puts_the_whole_shortlist_on_the_agenda_and_calls(screen, room):
    session = room.planned()
    app = screen(room.secretary, PAGE, id=session.id)
    button(app, "Đưa cả 3 hồ sơ vào chương trình").click().run()
    assert not app.exception
    assert [item.number for item in actions.get(room.secretary, session.id).items] == [1, 2, 3]
    button(app, "Triệu tập").click().run()
    assert actions.get(room.secretary, session.id).state is SessionState.CALLED


@pytest.mark.proves("F07.02")
def test_opening_too_early_says_what_is_missing(screen, room):
    session = room.called()
    app = screen(room.secretary, PAGE, id=session.id)
    assert "0 trong 9" in [metric.value for metric in app.metric]
    button(app, "Mở bỏ phiếu").click().run()
    assert "Chưa điểm danh: Thành viên 1" in "".join(error.value for error in app.error).replace("\\", "")
    button(app, "Ghi điểm danh").click().run()
    button(app, "Mở bỏ phiếu").click().run()
    assert actions.get(room.secretary, session.id).state is SessionState.OPEN


def figures(app) -> list:
    """The fields of a count, as they stand on the screen."""
    return [field for field in app.text_input if str(field.key).startswith("count:")]


@pytest.mark.proves("N12")
def test_a_teller_enters_a_count_and_does_not_see_the_other(screen, room):
    session = room.opened()
    lines = {item.id: Line(8, 1) for item in session.items}
    actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines)
    app = screen(room.second, PAGE, id=session.id)
    fields = figures(app)
    assert [field.value for field in fields] == [""] * 13  # four of papers, three for each of three cases
    for field in fields:
        field.set_value({"Phát ra (phiếu)": "9", "Thu về (phiếu)": "9", "Hợp lệ (phiếu)": "9", "Đồng ý": "7", "Không đồng ý": "2"}.get(field.label, "0"))
    button(app, "Nhập kết quả").click().run()
    assert not app.exception
    assert "Hai kết quả khác nhau ở 6 chỗ" in "".join(warning.value for warning in app.warning)


def test_figures_that_do_not_fit_stay_and_say_so_under_their_case(screen, room):
    session = room.opened()
    app = screen(room.first, PAGE, id=session.id)
    for field in figures(app):
        field.set_value({"Phát ra (phiếu)": "9", "Thu về (phiếu)": "9", "Hợp lệ (phiếu)": "9", "Đồng ý": "9"}.get(field.label, "1"))
    button(app, "Nhập kết quả").click().run()
    assert "Hợp lệ 9 cộng không hợp lệ 1 là 10, khác 9 phiếu thu về" in everything(app)
    assert figures(app)[0].value == "9"


@pytest.mark.proves("F07.03")
def test_after_the_end_everybody_sees_results_and_the_secretary_the_way_on(screen, room):
    session = room.opened()
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0), Line(6, 3), Line(2, 7)])
    now = actions.get(room.secretary, session.id)
    actions.close(room.secretary, now.id, now.version)
    app = screen(room.secretary, PAGE, id=session.id)
    assert "Kết quả: 2 trong 3 trường hợp đạt" in [each.value for each in app.subheader]
    assert "Lập dự thảo quyết định" in [each.label for each in app.button]


@pytest.mark.proves("F06.03")
def test_a_member_sees_the_agenda_without_the_own_case_and_no_verb_of_the_secretary(screen, room):
    person = world.person("Vũ Thị Ước", unit_id=room.unit)
    member = people.actor(Role.COUNCIL_MEMBER, council=room.council, person_id=person, name="Vũ Thị Ước")
    room.cases.append(cases.case(room.issuer, room.unit, room.award, name="Vũ Thị Ước", person_id=person))
    session = room.called()
    app = screen(replace(member), PAGE, id=session.id)
    said = everything(app)
    assert "Trường hợp anh/chị không tham gia xét" in said
    assert "Việc tốt của Vũ Thị Ước" not in said
    assert not {"Mở bỏ phiếu", "Ghi điểm danh", "Huỷ phiên họp…"} & {each.label for each in app.button}


def test_strangers_meet_a_kind_refusal(screen, room):
    session = room.called()
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn"))
    app = screen(stranger, PAGE, id=session.id)
    assert [each.value for each in app.title] == ["Không mở được trang"]


def test_lists_and_councils_open(screen, room):
    room.planned()
    for page, title in (("sessions", "Phiên họp Hội đồng"), ("new", "Phiên họp mới"), ("councils", "Hội đồng")):
        app = screen(room.secretary, f"pages/council/{page}.py")
        assert ([each.value for each in app.title], list(app.exception)) == ([title], [])
