"""Phases of a review on both engines: made, dealt, closed, going on; what each reviewer sees and does; a campaign without them as ever."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import advising, assigning, phasing, results, sheets, shortlisting
from recognition.reviewing.phases import Gate, PhaseInput, Sees, Standing, Task, standing
from recognition.reviewing.terms import Advice, AssignmentState, Dealt, Said
from recognition.screening.store import score
from tests.support import people, world
from vietnamese import dates

FIRST = PhaseInput("Tổ thẩm định", date(2026, 11, 24), date(2026, 11, 27), ())
SECOND = PhaseInput("Thường trực Hội đồng", date(2026, 11, 28), date(2026, 12, 4), (), Task.RECOMMEND, Sees.ALL)


def two_phases(table, **second):
    one = phasing.add(table.secretary, table.campaign, replace(FIRST, members=(table.one.account_id,)))
    two = phasing.add(table.secretary, table.campaign, replace(SECOND, members=(table.two.account_id,), **second))
    return one, two


def dealt(table, phase, who):
    done = assigning.deal(table.secretary, table.campaign, [who.account_id], 1, None, phase_id=phase.id)
    return done, table.again(who)


def score_all(table, who, *totals):
    for case, total in zip(table.cases, totals, strict=False):
        own = next(line.assignment_id for line in sheets.mine(who) if line.nomination_id == case)
        sheets.save(who, own, 1, table.points(30, 10, total - 40), remark=f"Chấm {total}", lock=True)


def sheet_of(who, case):
    return next(line.assignment_id for line in sheets.mine(who) if line.nomination_id == case)


@pytest.mark.proves("F06.11")
def test_cases_go_from_the_experts_to_the_standing_members_who_see_what_was_scored(table):
    one, two = two_phases(table)
    done, expert = dealt(table, one, table.one)
    assert (done, {line.phase_id for line in sheets.mine(expert)}, {line.due for line in sheets.mine(expert)}) == (Dealt(3, ()), {one.id}, {one.closes})
    score_all(table, expert, 60, 50, 40)
    assert phasing.of_case(table.secretary, table.cases[0]).id == one.id
    with pytest.raises(Invalid) as refused:
        phasing.advance(table.secretary, two.id, table.cases[:1])
    assert "chưa đóng" in refused.value.fields[""]
    closed = phasing.close(table.secretary, one.id, one.version)
    assert phasing.advance(table.secretary, two.id, table.cases[:2]) == 2
    assert phasing.advance(table.secretary, two.id, table.cases[:2]) == 0
    assert phasing.of_case(table.secretary, table.cases[0]).id == two.id
    assert phasing.of_case(table.secretary, table.cases[2]).id == closed.id
    done, member = dealt(table, two, table.two)
    assert (done.given, {line.nomination_id for line in sheets.mine(member)}) == (2, set(table.cases[:2]))
    own = sheet_of(member, table.cases[0])
    with pytest.raises(NotAllowed) as early:
        advising.advise(member, own, 1, "", Advice.YES)
    assert "mở từ 28/11/2026" in early.value.sentence
    with dates.fixed(date(2026, 11, 28)):
        before = advising.earlier(member, own)
        assert [(each.title, each.mean, each.sheets) for each in before] == [("Vòng 1: Tổ thẩm định", 6000, (Said("Hoàng Đức Ân", 60, None, "Chấm 60"),))]
        given = advising.advise(member, own, 1, "", Advice.YES)
        assert (given.state, given.advice, given.points) == (AssignmentState.LOCKED, Advice.YES, {})
        again = advising.advise(member, own, given.version, "Cần xem lại số hộ được giúp", Advice.DISCUSS)
        assert again.advice is Advice.DISCUSS
        rows = {row.nomination_id: row for row in results.overview(table.secretary, table.campaign, two.id).cases}
        assert set(rows) == set(table.cases[:2])
        assert rows[table.cases[0]].advice == {Advice.DISCUSS: 1}
        assert advising.given(table.secretary, table.cases[0], two.id) == (Said("Nguyễn Thị Vân", None, Advice.DISCUSS, "Cần xem lại số hộ được giúp"),)


@pytest.mark.proves("F06.11")
def test_a_closed_phase_is_read_only_and_opens_again_while_nothing_stands_on_it(table):
    one, two = two_phases(table)
    _, expert = dealt(table, one, table.one)
    own = sheet_of(expert, table.cases[0])
    sheets.save(expert, own, 1, table.points(10, 10), lock=False)
    shut = phasing.close(table.secretary, one.id, one.version)
    acts = (
        lambda: sheets.save(expert, own, 2, table.points(10, 10, 10), lock=True),
        lambda: sheets.abstain(expert, own, 2, "Có quan hệ họ hàng"),
        lambda: sheets.change_locked(expert, own, 2, table.points(20), "Bổ sung số liệu mới"),
        lambda: sheets.enter_paper(table.secretary, own, 2, table.points(10, 10, 10)),
        lambda: assigning.deal(table.secretary, table.campaign, [expert.account_id], 1, None, phase_id=one.id),
    )
    for act in acts:
        with pytest.raises(NotAllowed) as refused:
            act()
        assert "đã đóng" in refused.value.sentence
    assert sheets.sheet(expert, own).assignment.points == {table.criteria[0]: 10, table.criteria[1]: 10}
    assert sheets.opened(expert) == ()
    with pytest.raises(Invalid):
        assigning.remind(table.secretary, table.campaign, expert.account_id)
    for version in (one.version, shut.version):
        with pytest.raises((Stale, Invalid)):
            phasing.close(table.secretary, one.id, version)
    back = phasing.reopen(table.secretary, one.id, shut.version)
    assert (back.closed_at, standing(back, dates.today())) == (None, Standing.OPEN)
    assert sheets.save(expert, own, 2, table.points(10, 10, 10), lock=True).state is AssignmentState.LOCKED
    shut = phasing.close(table.secretary, one.id, back.version)
    phasing.advance(table.secretary, two.id, table.cases[:1])
    dealt(table, two, table.two)
    with pytest.raises(Invalid) as refused:
        phasing.reopen(table.secretary, one.id, shut.version)
    assert "đã giao phiếu" in refused.value.fields[""]


@pytest.mark.proves("F06.11")
def test_the_last_day_closes_a_phase_by_itself(table):
    one, _ = two_phases(table)
    _, expert = dealt(table, one, table.one)
    own = sheet_of(expert, table.cases[0])
    with dates.fixed(date(2026, 11, 28)), pytest.raises(NotAllowed):
        sheets.save(expert, own, 1, table.points(10))


@pytest.mark.proves("F06.11")
def test_by_mark_only_cases_that_reach_it_go_on(table):
    one, two = two_phases(table, gate=Gate.THRESHOLD, mark=5000)
    _, expert = dealt(table, one, table.one)
    score_all(table, expert, 60, 50, 49)
    phasing.close(table.secretary, one.id, one.version)
    assert [(case.mean, case.reaches, case.entered) for case in phasing.before_it(table.secretary, two.id)] == [(6000, True, False), (5000, True, False), (4900, False, False)]
    with pytest.raises(Invalid):
        phasing.advance(table.secretary, two.id, table.cases)
    assert phasing.advance(table.secretary, two.id, table.cases[:2]) == 2


@pytest.mark.proves("F06.11")
@pytest.mark.parametrize(("sees", "figures", "sheets_read"), ((Sees.NONE, None, None), (Sees.MEANS, (6000, 1), 0), (Sees.ALL, (6000, 1), 1)))
def test_what_a_phase_reads_of_the_one_before_is_asked_in_the_action(table, sees, figures, sheets_read):
    one, two = two_phases(table, sees=sees, task=Task.COMMENT)
    _, expert = dealt(table, one, table.one)
    score_all(table, expert, 60)
    phasing.close(table.secretary, one.id, one.version)
    phasing.advance(table.secretary, two.id, table.cases[:1])
    _, member = dealt(table, two, table.two)
    own = sheet_of(member, table.cases[0])
    with dates.fixed(date(2026, 11, 30)):
        if figures is None:
            with pytest.raises(NotAllowed):
                advising.earlier(member, own)
        else:
            (found,) = advising.earlier(member, own)
            assert ((found.mean, found.locked), len(found.sheets)) == (figures, sheets_read)
        with pytest.raises(NotAllowed):
            sheets.save(member, own, 1, table.points(10, 10, 10), lock=True)
        with pytest.raises(Invalid) as short:
            advising.advise(member, own, 1, "Tốt")
        assert list(short.value.fields) == ["remark"]
        assert advising.advise(member, own, 1, "Việc thật, nhiều người kể lại").advice is None
        with pytest.raises(NotFound):
            advising.earlier(expert, own)
    assert sheets.others(member, table.cases[0]) == ()


@pytest.mark.proves("F06.11")
def test_the_mean_that_counts_is_of_the_last_scoring_phase_on_every_board(table):
    one, two = two_phases(table, task=Task.SCORE, sees=Sees.NONE)
    _, expert = dealt(table, one, table.one)
    score_all(table, expert, 60, 50, 40)
    phasing.close(table.secretary, one.id, one.version)
    phasing.advance(table.secretary, two.id, table.cases[:1])
    _, member = dealt(table, two, table.two)
    with dates.fixed(date(2026, 11, 30)):
        score_all(table, member, 80)
        assert sheets.others(member, table.cases[0]) == ()
    board = {case.id: case.mean for case in shortlisting.board(table.secretary, table.campaign).cases}
    whole = {case.nomination_id: case.mean for case in results.overview(table.secretary, table.campaign).cases}
    assert board == whole == {table.cases[0]: 8000, table.cases[1]: 5000, table.cases[2]: 4000}
    with reading(None) as t:
        assert [score(t, case) for case in table.cases] == [(0, 1, 80), (0, 1, 50), (0, 1, 40)]
        counted = t.all("select nomination_id, sum(points) as points from v_locked_score where counted = 1 group by nomination_id")
    assert {row["nomination_id"]: int(row["points"]) for row in counted} == {table.cases[0]: 80, table.cases[1]: 50, table.cases[2]: 40}


@pytest.mark.proves("F06.11")
def test_a_first_phase_takes_over_the_sheets_that_were_given_before(table):
    assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None)
    alone = replace(FIRST, members=(table.two.account_id,))
    for data, field in ((alone, "members"), (replace(alone, members=(table.one.account_id,), task=Task.COMMENT), "task"), (replace(alone, members=(table.one.account_id,), blind=True), "blind")):
        with pytest.raises(Invalid) as refused:
            phasing.add(table.secretary, table.campaign, data)
        assert list(refused.value.fields) == [field]
    made = phasing.add(table.secretary, table.campaign, replace(alone, members=(table.one.account_id,)))
    assert made.sheets == 3
    assert {line.phase_id for line in sheets.mine(table.again(table.one))} == {made.id}


@pytest.mark.proves("F06.11")
def test_what_does_not_fit_is_refused_in_words(table):
    one, two = two_phases(table)
    cases = (
        (lambda: assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None), "phase"),
        (lambda: assigning.deal(table.secretary, table.campaign, [table.two.account_id], 1, None, phase_id=one.id), "accounts"),
        (lambda: assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, date(2026, 11, 28), phase_id=one.id), "due"),
        (lambda: assigning.deal(table.secretary, table.campaign, [table.two.account_id], 1, None, phase_id=two.id), ""),
        (lambda: phasing.close(table.secretary, two.id, two.version), ""),
        (lambda: phasing.reveal(table.secretary, one.id, one.version), ""),
        (lambda: phasing.reopen(table.secretary, one.id, one.version), ""),
        (lambda: phasing.remove(table.secretary, one.id, one.version), ""),
        (lambda: phasing.advance(table.secretary, one.id, table.cases), ""),
    )
    for act, field in cases:
        with pytest.raises(Invalid) as refused:
            act()
        assert list(refused.value.fields) == [field]
    phasing.remove(table.secretary, two.id, two.version)
    assert [phase.id for phase in phasing.of_campaign(table.secretary, table.campaign)] == [one.id]


@pytest.mark.proves("F06.11", "F15.01")
def test_phases_are_the_secretarys_alone(table):
    one, two = two_phases(table)
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Khác", short_sign="K"))
    _, expert = dealt(table, one, table.one)
    acts = (
        lambda who: phasing.of_campaign(who, table.campaign),
        lambda who: phasing.add(who, table.campaign, FIRST),
        lambda who: phasing.change(who, one.id, one.version, FIRST),
        lambda who: phasing.close(who, one.id, one.version),
        lambda who: phasing.reopen(who, one.id, one.version),
        lambda who: phasing.reveal(who, one.id, one.version),
        lambda who: phasing.remove(who, two.id, two.version),
        lambda who: phasing.advance(who, two.id, table.cases),
        lambda who: phasing.before_it(who, two.id),
    )
    for who in (stranger, expert):
        for act in acts:
            with pytest.raises(NotAllowed):
                act(who)
    assert phasing.mine(expert, [one.id, two.id]).keys() == {one.id}


def test_a_second_click_makes_no_second_phase_and_a_phase_changes_in_its_version(table):
    key, data = uuid4(), replace(FIRST, members=(table.one.account_id,))
    made = phasing.add(table.secretary, table.campaign, data, key)
    with pytest.raises(AlreadyDone):
        phasing.add(table.secretary, table.campaign, data, key)
    renamed = phasing.change(table.secretary, made.id, made.version, replace(data, name="Tổ giúp việc", members=(table.one.account_id, table.two.account_id)))
    assert (renamed.title, len(renamed.members)) == ("Vòng 1: Tổ giúp việc", 2)
    with pytest.raises(Stale):
        phasing.change(table.secretary, made.id, made.version, data)


def test_a_case_before_the_council_is_scored_no_longer_in_a_phase(table):
    one, _ = two_phases(table)
    _, expert = dealt(table, one, table.one)
    own = sheet_of(expert, table.cases[0])
    with transaction(None) as t:
        t.run("update nomination set state = 'on_agenda' where id = $1", table.cases[0])
    with pytest.raises(NotAllowed):
        sheets.save(expert, own, 1, table.points(10))
    assert nominations.get(expert, table.cases[0]).id == table.cases[0]
