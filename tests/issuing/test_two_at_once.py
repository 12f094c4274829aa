"""Two people at the same moment: one number each, one result each, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from recognition.decisions import actions as decisions
from recognition.hall.errors import HallError, Invalid, Stale
from recognition.hall.words import Role
from recognition.issuing import actions
from tests.decisions.conftest import DAY
from tests.issuing.conftest import LAYOUT
from tests.support import people


def together(*calls):
    """Run the calls at the same moment; each one's result or refusal."""
    barrier = Barrier(len(calls))

    def run(call):
        barrier.wait()
        try:
            return call()
        except HallError as refused:
            return refused

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.proves("F09.07", "N07")
def test_two_clerks_issuing_two_decisions_share_one_gapless_row_of_numbers(office):
    other = people.actor(Role.CLERK, issuer=office.issuer)
    one = office.recorded(office.case("Một"), office.case("Hai"), number=1)
    two = office.recorded(office.case("Ba"), office.case("Bốn"), number=2)
    together(lambda: actions.issue(office.clerk, one.id, LAYOUT), lambda: actions.issue(other, two.id, LAYOUT))
    assert [row.number for row in actions.register(office.clerk).rows] == [1, 2, 3, 4]


def test_two_clerks_issuing_the_same_decision_issue_it_once(office):
    other = people.actor(Role.CLERK, issuer=office.issuer)
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    results = together(lambda: actions.issue(office.clerk, decision.id, LAYOUT), lambda: actions.issue(other, decision.id, LAYOUT))
    assert sorted(type(each).__name__ for each in results) == ["Invalid", "tuple"]
    assert [row.number for row in actions.register(office.clerk).rows] == [1, 2]


def test_two_secretaries_taking_one_number_one_gets_it(office):
    other = people.actor(Role.SECRETARY, issuer=office.issuer)
    first, second = office.draft(office.case("Một")), office.draft(office.case("Hai"))
    results = together(
        lambda: decisions.record(office.secretary, first.id, first.version, 214, DAY), lambda: decisions.record(other, second.id, second.version, 214, DAY)
    )
    assert sorted(type(each) is Invalid for each in results) == [False, True]
    assert len([row for row in decisions.find(office.secretary).rows if row.number_text]) == 1


def test_two_secretaries_recording_one_draft_make_its_awards_once(office):
    other = people.actor(Role.SECRETARY, issuer=office.issuer)
    draft = office.draft(office.case("Một"))
    results = together(
        lambda: decisions.record(office.secretary, draft.id, draft.version, 214, DAY), lambda: decisions.record(other, draft.id, draft.version, 215, DAY)
    )
    assert sorted(isinstance(each, Stale) for each in results) == [False, True]
    assert len(decisions.awards(office.secretary, draft.id)) == 1
