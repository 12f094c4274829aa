"""Tellers and secretaries at the same moment, on both engines."""

from dataclasses import replace

from recognition.council import actions
from recognition.council.terms import Line, Papers, SessionState
from recognition.hall.errors import HallError
from recognition.hall.words import Role
from tests.issuing.test_two_at_once import together
from tests.support import cases, people


def test_both_tellers_pressing_at_once_are_both_counted(room):
    session = room.opened()
    lines = {item.id: Line(9, 0) for item in session.items}
    results = together(*(lambda who=who: actions.enter(who, session.id, Papers(9, 9, 9, 0), lines) for who in (room.first, room.second)))
    assert [isinstance(each, HallError) for each in results] == [False, False]
    assert actions.counts(room.secretary, session.id).agreed


def test_one_teller_in_two_windows_leaves_one_count(room):
    session = room.opened()
    one, other = ({item.id: line for item in session.items} for line in (Line(9, 0), Line(8, 1)))
    results = together(*(lambda lines=lines: actions.enter(room.first, session.id, Papers(9, 9, 9, 0), lines) for lines in (one, other)))
    assert sorted(isinstance(each, HallError) for each in results) == [False, True]
    assert actions.counts(room.first, session.id).own.lines in (one, other)


def test_closing_twice_at_once_closes_once(room):
    session = room.opened()
    room.both_enter(session, Papers(9, 9, 9, 0), [Line(9, 0)] * 3)
    now, other = actions.get(room.secretary, session.id), people.actor(Role.SECRETARY, issuer=room.issuer)
    results = together(*(lambda who=who: actions.close(who, now.id, now.version) for who in (room.secretary, other)))
    assert sorted(isinstance(each, HallError) for each in results) == [False, True]
    assert actions.get(replace(room.secretary), session.id).state is SessionState.CLOSED
    assert {cases.state_of(case) for case in room.cases} == {"passed"}


def test_one_case_put_on_two_agendas_at_once_lies_on_one(room):
    one, two = room.planned(), room.planned()
    results = together(*(lambda s=s: actions.put_on(room.secretary, s.id, s.version, room.cases[:1]) for s in (one, two)))
    assert sorted(isinstance(each, HallError) for each in results) == [False, True]
    assert sum(len(actions.get(room.secretary, s.id).items) for s in (one, two)) == 1
