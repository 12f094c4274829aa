"""The register of disciplines and holds (NĐ 152/2025, Điều 4 khoản 4): who keeps it, who sees it, what it stops."""

from datetime import date
from uuid import uuid4

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from recognition.screening import actions
from recognition.screening.actions import holding
from recognition.screening.holding import DisciplineKind, HoldReason, MeasureInput, MeasureKind
from tests.support import people, world


def hold(place, **changes):
    given = {"kind": MeasureKind.HOLD, "reason": HoldReason.COMPLAINT, "paper": "12-CV/UBKT", "from_date": date(2026, 11, 1), "person_id": place.person}
    return MeasureInput(**{**given, **changes})


@pytest.mark.proves("F05.04", "S4")
def test_a_hold_stops_sending_and_shortlisting_until_a_paper_clears_it(place):
    draft = nominations.save_draft(place.nominator, place.deed())
    running = holding.record(place.secretary, hold(place))
    with pytest.raises(Invalid) as refused:
        nominations.submit(place.nominator, draft.id, draft.version)
    assert list(refused.value.fields) == ["nominee"]
    assert "12-CV" not in refused.value.sentence  # the reason is not told to the nominator
    ended = holding.end(place.secretary, running.id, running.version, date(2026, 11, 23), "15-KL/UBKT ngày 23/11/2026")
    assert (ended.to_date, ended.cleared_paper, ended.in_force(date(2026, 11, 24))) == (date(2026, 11, 23), "15-KL/UBKT ngày 23/11/2026", False)
    assert nominations.submit(place.nominator, draft.id, draft.version).state is State.SUBMITTED
    with pytest.raises(Stale):
        holding.end(place.secretary, running.id, running.version, date(2026, 11, 23), "lần nữa")


@pytest.mark.proves("F05.04")
def test_a_discipline_on_a_unit_blocks_the_collective_and_not_its_people(place):
    holding.record(place.secretary, hold(place, kind=MeasureKind.DISCIPLINE, reason=DisciplineKind.REPRIMAND, person_id=None, unit_id=place.unit))
    case = place.endorsed()
    taken = actions.accept(place.secretary, case.id, case.version)
    assert actions.shortlist(place.secretary, taken.id, taken.version).state is State.SHORTLISTED


@pytest.mark.parametrize(
    ("changes", "field"),
    (
        ({"person_id": None}, "whom"),
        ({"unit_id": uuid4()}, "whom"),
        ({"kind": MeasureKind.DISCIPLINE, "reason": DisciplineKind.WARNING, "person_id": None, "nomination_id": uuid4()}, "whom"),
        ({"reason": ""}, "reason"),
        ({"paper": " "}, "paper"),
        ({"from_date": None}, "from_date"),
        ({"from_date": date(2026, 12, 1)}, "from_date"),
        ({"to_date": date(2026, 10, 1)}, "to_date"),
    ),
)
def test_what_is_wrong_is_said_on_its_field(place, changes, field):
    with pytest.raises(Invalid) as refused:
        holding.record(place.secretary, hold(place, **changes))
    assert list(refused.value.fields) == [field]
    assert holding.register(place.secretary).total == 0


@pytest.mark.proves("F15.01")
def test_only_secretaries_and_those_it_concerns_see_it(place):
    himself = people.actor(Role.NOMINATOR, unit=world.unit(), person_id=place.person)
    led = hold(place, person_id=None, unit_id=place.unit)
    one, two = holding.record(place.secretary, hold(place)), holding.record(place.secretary, led)
    assert {line.id for line in holding.register(place.secretary).rows} == {one.id, two.id}
    assert [[line.id for line in holding.concerning(who)] for who in (himself, place.leader, place.nominator)] == [[one.id], [two.id], []]
    for who in (place.nominator, place.leader, people.administrator()):
        with pytest.raises(NotAllowed):
            holding.register(who)
        with pytest.raises(NotAllowed):
            holding.record(who, hold(place))
        with pytest.raises(NotAllowed):
            holding.end(who, one.id, one.version, date(2026, 11, 23), "x")
    with pytest.raises(NotFound):
        holding.end(place.secretary, uuid4(), 1, date(2026, 11, 23), "x")


def test_the_register_is_searched_and_shows_what_runs(place):
    running = holding.record(place.secretary, hold(place))
    other = holding.record(place.secretary, hold(place, person_id=world.person("Trần Thị Mai"), to_date=date(2026, 11, 10)))
    assert [line.id for line in holding.register(place.secretary).rows] == [running.id, other.id]
    assert [line.id for line in holding.register(place.secretary, running=False).rows] == [other.id]
    assert [line.whom for line in holding.register(place.secretary, "tran thi").rows] == ["Trần Thị Mai"]
