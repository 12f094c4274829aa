"""Chưa được khen: one click on somebody's row opens a draft for them."""

from __future__ import annotations

from datetime import date

import pytest

from pages.shared import parts
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters
from tests.support import awards, people, world

FILE = "pages/insight/not_yet.py"


@pytest.fixture
def overlooked(duck):
    """A nominator's unit, with one person whose case failed."""
    issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế")
    person = world.person("Trần Thị Ánh", unit_id=unit)
    awards.nomination(unit, issuer, "failed", recipient_id=world.recipient(person_id=person, name="Trần Thị Ánh"), day=date(2025, 5, 4))
    return issuer, unit


def first_row(found, *_, **named):
    """A click on the first row of the table of people."""
    return next(iter(found), None) if named["page_key"] == "not_yet" else None


@pytest.mark.proves("N16")
def test_one_click_opens_a_draft_for_that_person(screen, overlooked, monkeypatch):
    monkeypatch.setattr(parts, "paged_table", first_row)
    _, unit = overlooked
    who = people.actor(Role.NOMINATOR, unit=unit)
    app = screen(who, FILE)
    assert [one.value for one in app.subheader] == ["Đã nêu việc tốt, chưa được khen · 1", "Đơn vị chưa nêu gương nào trong quý này · 1"]
    next(button for button in app.button if button.label == "Nêu gương việc tốt mới").click().run()
    (draft,) = nominations.find(who, Filters(states=(State.DRAFT,))).rows
    assert (draft.recipient_name, draft.state) == ("Trần Thị Ánh", State.DRAFT)
    assert not app.exception


def test_a_secretary_reads_the_list_and_nominates_nobody(screen, overlooked, monkeypatch):
    monkeypatch.setattr(parts, "paged_table", first_row)
    app = screen(people.actor(Role.SECRETARY, issuer=overlooked[0]), FILE)
    assert "Xem lịch sử khen thưởng" in {button.label for button in app.button}
    assert "Nêu gương việc tốt mới" not in {button.label for button in app.button}
