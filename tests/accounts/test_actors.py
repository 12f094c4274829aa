"""Who may do what is read anew at every run: roles with dates, units below, councils, tellers."""

from datetime import date, datetime, timedelta

import pytest

import db
from recognition.accounts import actions
from recognition.hall.actor import Grant
from recognition.hall.errors import NotFound
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _fixed_day():
    with dates.fixed(TODAY):
        yield


@pytest.mark.proves("F15.01")
def test_a_role_in_a_unit_reaches_everything_below_it(database):
    top = world.unit("Đảng uỷ Sở Y tế")
    middle = world.unit(parent=top)
    leaf, aside = world.unit(parent=middle), world.unit()
    account = people.account()
    people.grant(account, Role.UNIT_LEADER, unit=top)
    who = actions.actor_for(account)
    assert who.grants == frozenset({Grant(Role.UNIT_LEADER, top, None, frozenset({middle, leaf}))})
    assert who.units(Role.UNIT_LEADER) == {top, middle, leaf}
    assert aside not in who.units(Role.UNIT_LEADER)


def test_units_in_a_circle_end_the_walk(database):
    first = world.unit()
    second = world.unit(parent=first)
    with db.current().write() as tx:
        tx.run("update unit_name set parent_id = $2 where unit_id = $1", first, second)
    account = people.account()
    people.grant(account, Role.LEADER, unit=first)
    assert actions.actor_for(account).units(Role.LEADER) == {first, second}


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize(
    ("since", "until", "holds"),
    (
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY + timedelta(days=1), None, False),
        (date(2025, 1, 1), TODAY - timedelta(days=1), False),
        (date(2025, 1, 1), TODAY, True),
    ),
)
def test_a_dated_role_holds_on_its_days(database, since, until, holds):
    account = people.account()
    people.grant(account, Role.ADMINISTRATOR, since=since, until=until)
    assert actions.actor_for(account).has(Role.ADMINISTRATOR) is holds


@pytest.mark.parametrize(("since", "until", "sits"), ((TODAY, None, True), (TODAY + timedelta(days=1), None, False), (date(2025, 1, 1), TODAY - timedelta(days=1), False)))
def test_a_dated_membership_makes_a_council_member(database, since, until, sits):
    council, account = world.council(world.issuer()), people.account()
    member = world.council_member(council, account, since=since, until=until)
    assert dict(actions.actor_for(account).members) == ({council: member} if sits else {})


def test_a_member_is_known_by_person_where_no_account_is_named(database):
    council, person = world.council(world.issuer()), world.person("Trần Thị Mai")
    member = world.council_member(council, None, person_id=person)
    assert dict(actions.actor_for(people.account(person_id=person)).members) == {council: member}
    assert dict(actions.actor_for(people.account()).members) == {}


def test_a_teller_is_a_teller_of_that_session_only(database):
    council = world.council(world.issuer())
    one, _other = world.council_session(council), world.council_session(council, number=2)
    account = people.account()
    world.teller(one, account)
    assert actions.actor_for(account).teller_of == frozenset({one})


@pytest.mark.proves("F15.01")
def test_an_account_without_a_role_and_a_closed_one_may_do_nothing(database):
    assert actions.actor_for(people.account()).roles == frozenset()
    closed = people.account(disabled_at=datetime(2026, 1, 1))
    people.grant(closed, Role.ADMINISTRATOR)
    assert actions.actor_for(closed).roles == frozenset()


def test_an_unknown_account_is_nobody(database):
    from uuid import uuid4

    with pytest.raises(NotFound):
        actions.actor_for(uuid4())
