"""The screen on which the clerk writes who has received, on a desk and on a phone."""

from datetime import date

import pytest

from pages.print_shop import signing
from pages.shared import tables
from recognition.decisions.terms import Handing
from recognition.issuing import actions
from recognition.issuing.actions import handing
from tests.decisions.conftest import DAY
from tests.pages.test_council_pages import button
from tests.pages.test_print_shop_pages import art, field, office  # noqa: F401 - the same office, with its ornament drawn once
from tests.pages.test_shared_frame import everything
from vietnamese import dates

PAGE = "pages/print_shop/hand_over.py"


def starting(app, words):
    return next(each for each in app.button if each.label.startswith(words))


@pytest.mark.proves("F08.07")
def test_a_marked_list_is_written_at_once_and_a_refused_row_keeps_its_words(screen, office):  # noqa: F811 - a fixture
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, PAGE, id=decision.id)
    assert not app.exception
    assert "1.520.000 đ" in everything(app)
    field(app, "Ngày trao").set_value("01/01/2026")
    button(app, "Đánh dấu tất cả").click().run()
    starting(app, "Ghi đã trao 2 người").click().run()
    assert not app.exception
    assert "Ngày trao 01/01/2026 trước ngày quyết định 26/11/2026." in everything(app)
    field(app, "Ngày trao").set_value("26/11/2026").run()
    starting(app, "Ghi đã trao 2 người").click().run()
    assert not app.exception
    said = everything(app)
    assert "Đã ghi trao 2 trong 2 người, tập thể." in said
    assert "đều đã nhận" in said
    assert [row.handed_on for row in handing.sheet(office.clerk, decision.id).received] == [DAY, DAY]


@pytest.mark.proves("F08.07")
def test_what_was_typed_stays_with_its_row_when_the_list_becomes_another(screen, office, monkeypatch):  # noqa: F811 - a fixture
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"), office.case("Vũ Thị Ước"))
    first, second, third = (row for row in handing.sheet(office.clerk, decision.id).rows)
    edit = signing.st.data_editor

    def typed(data, **options):
        found = edit(data, **options)
        if options["key"].endswith(":0"):  # what the browser typed into the first table
            found.loc[1, "Nhận thay"] = "Ngô Thị Ý"
            found.loc[1, "Đã nhận"] = True
        return found

    monkeypatch.setattr(signing.st, "data_editor", typed)
    app = screen(office.clerk, PAGE, id=decision.id)
    handing.hand_over_many(office.clerk, decision.id, [Handing(first.award_id, DAY)])
    starting(app.run(), "Ghi đã trao 1 người").click().run()
    assert not app.exception
    received = {row.award_id: row.handed_to for row in handing.sheet(office.clerk, decision.id).received}
    assert (received[second.award_id], third.award_id in received) == ("Ngô Thị Ý (nhận thay)", False)


@pytest.mark.proves("F08.07")
def test_on_a_phone_one_card_each_and_who_took_it_is_written(screen, office, monkeypatch):  # noqa: F811 - a fixture
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, PAGE, id=decision.id)
    app.checkbox[0].check().run()
    field(app, "Nhận thay (nếu có)").set_value("Ngô Thị Ý").run()
    starting(app, "Ghi đã trao 1 người").click().run()
    assert not app.exception
    sheet = handing.sheet(office.clerk, decision.id)
    assert ([row.handed_to for row in sheet.received], len(sheet.waiting)) == (["Ngô Thị Ý (nhận thay)"], 1)


@pytest.mark.proves("F08.07")
def test_who_has_not_received_waits_on_the_clerks_first_screen(screen, office):  # noqa: F811 - a fixture
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    actions.issue(office.clerk, decision.id, "dang-uy")
    rows = handing.sheet(office.clerk, decision.id).rows
    handing.hand_over_many(office.clerk, decision.id, [Handing(rows[0].award_id, DAY)])
    assert "1 trong 2 người, tập thể chưa nhận" in everything(screen(office.clerk)).replace("\\", "")
    app = screen(office.clerk, PAGE)
    assert not app.exception
    assert list(app.dataframe[0].value["Chưa nhận"]) == ["1"]
    with dates.fixed(date(2026, 11, 27)):
        handing.hand_over_many(office.clerk, decision.id, [Handing(rows[1].award_id, "27/11/2026")])
    assert "chưa nhận" not in everything(screen(office.clerk))


@pytest.mark.proves("F08.07")
def test_on_a_phone_a_card_that_somebody_else_wrote_is_no_longer_counted(screen, office, monkeypatch):  # noqa: F811 - a fixture
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, PAGE, id=decision.id)
    app.checkbox[0].check().run()
    handing.hand_over_many(office.clerk, decision.id, [Handing(handing.sheet(office.clerk, decision.id).rows[0].award_id, DAY)])
    starting(app, "Ghi đã trao 1 người").click().run()
    app.run()
    assert not app.exception
    assert [each.label for each in app.button if each.label.startswith("Ghi đã trao")] == ["Ghi đã trao 0 người, tập thể"]


@pytest.mark.proves("F08.07")
def test_on_a_phone_the_last_page_may_vanish_and_the_rest_is_still_shown(screen, office, monkeypatch):  # noqa: F811 - a fixture
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    monkeypatch.setattr(signing, "SIZE", 1)
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"), office.case("Vũ Thị Ước"))
    app = screen(office.clerk, PAGE, id=decision.id)
    app.session_state[f"hand:{decision.id}:cards"] = 3
    app.run()
    app.checkbox[0].check().run()
    starting(app, "Ghi đã trao 1 người").click().run()
    assert not app.exception
    assert [box.label.split("\n")[0].strip() for box in app.checkbox] == ["**2. Đồng chí Lê Văn Tòng**"]


@pytest.mark.proves("F08.07")
def test_what_became_of_the_list_stands_under_the_button_that_was_pressed(screen, office):  # noqa: F811 - a fixture
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    app = screen(office.clerk, PAGE, id=decision.id)
    field(app, "Ngày trao").set_value("01/01/2026")
    button(app, "Đánh dấu tất cả").click().run()
    starting(app, "Ghi đã trao 2 người").click().run()
    order = [each.type for each in app.main if each.type in {"button", "warning"}]
    assert order.index("warning") > order.index("button")
