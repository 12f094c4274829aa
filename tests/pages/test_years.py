"""So sánh các năm on the screen: what is chosen, what is refused in words, who has the page."""

from __future__ import annotations

from datetime import date

import pytest

from pages.shared import navigation
from recognition.hall.words import Role
from tests.support import awards, people, world
from vietnamese import dates

FILE = "pages/insight/years.py"


@pytest.fixture
def secretary(duck):
    """A secretary whose issuer gave one award in 2025 and two in 2026; today is 30 June 2026."""
    with dates.fixed(date(2026, 6, 30)):
        issuer, unit, form = world.issuer(), world.unit("Chi bộ Trạm Y tế"), world.award_type()
        for day in (date(2025, 3, 1), date(2026, 3, 1), date(2026, 5, 1)):
            awards.award(awards.decision(issuer, day), form, unit, day)
        yield people.actor(Role.SECRETARY, issuer=issuer)


@pytest.mark.proves("F11.03")
def test_the_page_tells_the_finding_and_how_far_the_running_year_goes(screen, secretary):
    app = screen(secretary, FILE)
    assert not app.exception
    assert app.subheader[0].value == "Khen thưởng: 2 năm 2026; 1 của cùng kỳ năm 2025 theo quyết định được ghi lại"
    table = app.dataframe[0].value
    assert list(table.columns) == ["Chỉ tiêu", "2024 (đến 30/06)", "2025 (đến 30/06)", "2026 (đến 30/06)", "2025 → 2026"]
    assert table.iloc[0].tolist() == ["Khen thưởng", "chưa có", "1", "2", "tăng 1"]
    app.toggle(key="years_same").set_value(False).run()
    assert app.subheader[0].value == "Khen thưởng qua các năm"


def test_no_year_chosen_is_said_and_nothing_breaks(screen, secretary):
    app = screen(secretary, FILE)
    app.button_group(key="years_years").set_value([]).run()
    assert not app.exception
    assert [one.value for one in app.warning] == ["Anh/chị chưa chọn năm nào\\. Chọn từ 2 đến 5 năm để so\\."]


def test_whoever_sees_no_figures_has_no_such_page(duck):
    unit = world.unit()
    files = {role: FILE in [entry.file for entry in navigation.for_actor(people.actor(role, unit=unit))] for role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)}
    assert files == {Role.NOMINATOR: False, Role.UNIT_LEADER: True, Role.LEADER: True}
