"""Turnaround of every stage: medians and percentiles, deadlines of campaigns, who waits longest and who may see it."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.insight.actions import stages
from recognition.insight.rules import stages as rules
from recognition.insight.terms import Filters
from recognition.insight.terms.stages import Due, Measured, Span, UnitStage
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)
YEAR = Filters(date(2026, 1, 1), date(2026, 12, 31))
FIRST = date(2026, 3, 1)
_seq = itertools.count(10_000)


def logged(verb: str, case: UUID, day: date) -> None:
    """An entry of the log, without its chain."""
    with transaction(None) as t:
        t.run(
            "insert into audit (seq, prev, hash, recorded_at, actor_id, verb, kind, object_id, commitment) values ($1, '', $2, $3, null, $4, 'nomination', $5, '')",
            next(_seq), str(uuid4()), datetime.combine(day, time(3)), verb, case,
        )  # fmt: skip


def travelled(unit: UUID, issuer: UUID, state: str, days: dict[str, int], *, campaign: UUID | None = None, by_somebody: bool = True, title: str = "Việc tốt") -> UUID:
    """A case with its stamps, so many days after 1 March 2026; `met` and `decided` make a session and an award, `issued` its paper."""
    on = {name: FIRST + timedelta(days=number) for name, number in days.items()}
    case = awards.nomination(unit, issuer, state, day=on["sent"], campaign_id=campaign, title=title)
    stamps = [datetime.combine(on[name], time(3)) if name in on else None for name in ("sent", "endorsed", "accepted")]
    with transaction(None) as t:
        t.run("update nomination set submitted_at = $2, endorsed_at = $3, accepted_at = $4, endorsed_by = $5 where id = $1", case, *stamps, uuid4() if by_somebody else None)
    if "listed" in on:
        logged("shortlist", case, on["listed"])
    if "met" in on:
        session = world.council_session(world.council(issuer), state="closed", on=on["met"])
        with transaction(None) as t:
            t.run(
                "insert into agenda_item (id, session_id, nomination_id, revision, revision_hash, award_type_id, number, block, name, detail) values ($1, $2, $3, 1, '', $1, 1, 'individual', '', '')",
                uuid4(), session, case,
            )  # fmt: skip
    if "decided" in on:
        award = awards.award(awards.decision(issuer, on["decided"], campaign_id=campaign), uuid4(), unit, on["decided"], nomination_id=case)
        if "issued" in on:
            issued(award, issuer, on["issued"])
    return case


def issued(award: UUID, issuer: UUID, day: date) -> None:
    """A paper of an award."""
    with transaction(None) as t:
        t.run(
            """
            insert into certificate (id, award_id, issuer_id, series, year, number, code, layout, layout_version, facts, facts_sha256, signature, key_id,
                state, reason, replaced_by, issued_by, issued_at, version)
            values ($1, $2, $3, 'giay_khen', 2026, $4, $5, '', '', '{}', '', null, null, 'issued', '', null, $1, $6, 1)
            """,
            uuid4(), award, issuer, next(_seq), str(uuid4()), datetime.combine(day, time(3)),
        )  # fmt: skip


WHOLE_WAY = {"sent": 0, "endorsed": 2, "accepted": 3, "listed": 13, "met": 20, "decided": 25, "issued": 28}


@pytest.fixture
def scene(database):
    """Two units; two cases that came through (one in a campaign with deadlines), three that wait, one draft."""
    with dates.fixed(TODAY):
        issuer = world.issuer()
        root = world.unit("Đảng bộ Khối", kind="committee")
        health, school = world.unit("Chi bộ Trạm Y tế", parent=root), world.unit("Chi bộ Trường Chính trị", parent=root)
        campaign = world.campaign(issuer, units=(health, school))
        with transaction(None) as t:
            for stage, day in (("screen", date(2026, 3, 12)), ("vote", date(2026, 3, 25)), ("decide", date(2026, 3, 26))):
                t.run("insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, $3, $4)", uuid4(), campaign, stage, day)
        travelled(health, issuer, "awarded", WHOLE_WAY, campaign=campaign)
        travelled(school, issuer, "awarded", {"sent": 0, "endorsed": 0, "accepted": 9, "listed": 9, "met": 20, "decided": 35}, by_somebody=False)
        travelled(health, issuer, "accepted", {"sent": 10, "endorsed": 14, "accepted": 15}, campaign=campaign, title="Đang thẩm định")
        travelled(school, issuer, "submitted", {"sent": 5}, title="Chờ cấp uỷ")
        travelled(school, issuer, "on_agenda", {"sent": 20, "endorsed": 21, "accepted": 22, "listed": 30}, title="Chờ họp")
        awards.nomination(school, issuer, "draft", day=FIRST)
        yield issuer, root, health, school, campaign


@pytest.mark.proves("F11.04")
def test_each_stage_has_its_median_its_ninetieth_and_its_deadline(scene):
    shown = stages.of(people.actor(Role.SECRETARY, issuer=scene[0]), YEAR)
    assert list(shown.spans) == [
        Measured(Span.ENDORSE, 3, 2.0, pytest.approx(3.6), None),
        Measured(Span.ACCEPT, 4, 1.0, pytest.approx(6.6), None),
        Measured(Span.SCREEN, 3, 8.0, pytest.approx(9.6), Due(0, 1, 1)),
        Measured(Span.VOTE, 2, 9.0, pytest.approx(10.6), Due(1, 0, 1)),
        Measured(Span.DECIDE, 2, 10.0, pytest.approx(14.0), Due(1, 0, 1)),
        Measured(Span.ISSUE, 1, 3.0, 3.0, None),
        Measured(Span.WHOLE, 2, 30.0, pytest.approx(34.0), None),
    ]
    assert list(shown.units) == [
        UnitStage("Chi bộ Trường Chính trị", 3, 1.0, 35.0, 35.0, 2),
        UnitStage("Chi bộ Trạm Y tế", 2, 3.0, 25.0, 25.0, 1),
    ]


@pytest.mark.proves("F11.04")
def test_who_waits_longest_stands_first_with_the_day_of_the_campaign(scene):
    issuer, _, health, school, _ = scene
    secretary = stages.of(people.actor(Role.SECRETARY, issuer=issuer), YEAR).waiting
    assert [(one.title, one.state, one.since, one.days, one.deadline) for one in secretary] == [
        ("Đang thẩm định", State.ACCEPTED, date(2026, 3, 16), 106, date(2026, 3, 12)), ("Chờ họp", State.ON_AGENDA, date(2026, 3, 31), 91, None),
    ]  # fmt: skip
    leader = stages.of(people.actor(Role.LEADER, unit=school), YEAR).waiting
    assert [(one.title, one.days) for one in leader] == [("Chờ cấp uỷ", 116), ("Chờ họp", 91)], "what has not left its unit is seen there only"
    nothing = stages.of(people.actor(Role.LEADER, unit=world.unit("Chi bộ mới")), YEAR)
    assert (nothing.waiting, nothing.units, {one.median for one in nothing.spans}, nothing.title) == ([], [], {None}, "Mỗi khâu mất bao nhiêu ngày")
    assert len(stages.of(people.actor(Role.LEADER, unit=health), YEAR).waiting) == 1


def test_a_returned_case_waits_since_its_return_and_a_passed_one_since_its_session(scene):
    issuer, _, health, _, _ = scene
    back = travelled(health, issuer, "returned", {"sent": 30, "endorsed": 31, "accepted": 32}, title="Trả lại")
    logged("return", back, date(2026, 6, 1))
    travelled(health, issuer, "passed", {"sent": 1, "endorsed": 1, "accepted": 1, "listed": 2, "met": 100}, title="Đạt")
    found = {one.title: one.days for one in stages.of(people.actor(Role.LEADER, unit=health), YEAR).waiting}
    assert found == {"Đang thẩm định": 106, "Trả lại": 29, "Đạt": 21}


@pytest.mark.proves("F11.04")
def test_one_campaign_and_one_unit_narrow_everything(scene):
    issuer, _, health, school, campaign = scene
    who = people.actor(Role.SECRETARY, issuer=issuer)
    of_campaign = stages.of(who, Filters(YEAR.from_date, YEAR.to_date, None, campaign))
    assert [(one.span, one.cases, one.median) for one in of_campaign.spans if one.cases] == [
        (Span.ENDORSE, 2, 3.0), (Span.ACCEPT, 2, 1.0), (Span.SCREEN, 1, 10.0), (Span.VOTE, 1, 7.0), (Span.DECIDE, 1, 5.0), (Span.ISSUE, 1, 3.0), (Span.WHOLE, 1, 25.0),
    ]  # fmt: skip
    assert [one.title for one in of_campaign.waiting] == ["Đang thẩm định"]
    assert [one.title for one in stages.of(who, Filters(YEAR.from_date, YEAR.to_date, school)).waiting] == ["Chờ họp"]
    earlier = stages.of(who, Filters(date(2025, 1, 1), date(2025, 12, 31)))
    assert ({one.cases for one in earlier.spans}, len(earlier.waiting)) == ({0}, 2), "who waits now waits whenever it was sent"
    assert health


@pytest.mark.proves("F11.04", "F15.01")
def test_rights_and_wrong_days(scene):
    _, _, health, school, _ = scene
    with pytest.raises(NotFound):
        stages.of(people.actor(Role.LEADER, unit=health), Filters(YEAR.from_date, YEAR.to_date, school))
    with pytest.raises(Invalid):
        stages.of(people.actor(Role.LEADER, unit=health), Filters(YEAR.to_date, YEAR.from_date))
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=health)):
        with pytest.raises(NotAllowed):
            stages.of(who, YEAR)


def test_a_second_paper_for_a_spoiled_one_is_no_waiting(database):
    issuer, unit = world.issuer(), world.unit()
    award = awards.award(awards.decision(issuer, FIRST), uuid4(), unit, FIRST)
    issued(award, issuer, FIRST + timedelta(days=2))
    with transaction(None) as t:
        t.run("update certificate set state = 'spoiled'")
    issued(award, issuer, FIRST + timedelta(days=90))
    with dates.fixed(TODAY):
        spans = {one.span: one for one in stages.of(people.actor(Role.SECRETARY, issuer=issuer), YEAR).spans}
    assert spans[Span.ISSUE] == Measured(Span.ISSUE, 1, 2.0, 2.0, None)


def test_a_case_that_was_sent_again_begins_anew(scene):
    issuer, _, health, _, _ = scene
    again = travelled(health, issuer, "endorsed", {"sent": 60, "endorsed": 61})
    logged("shortlist", again, FIRST + timedelta(days=5))  # of the first sending
    spans = {one.span: one.cases for one in stages.of(people.actor(Role.SECRETARY, issuer=issuer), YEAR).spans}
    assert (spans[Span.ENDORSE], spans[Span.SCREEN]) == (4, 3)


def measured(**medians: float) -> list[Measured]:
    return [Measured(Span(name), 10, days, days, None) for name, days in medians.items()]


@pytest.mark.parametrize(
    ("spans", "title"),
    (
        (measured(screen=12, vote=5, whole=40), "Lâu nhất là khâu «Thẩm định»: một nửa hồ sơ mất 12 ngày trở lên"),
        (measured(screen=5.5, vote=5, whole=40), "Mỗi khâu mất bao nhiêu ngày"),
        (measured(screen=12), "Mỗi khâu mất bao nhiêu ngày"),
        ([Measured(Span.SCREEN, 4, 12, 12, None), *measured(vote=5)], "Mỗi khâu mất bao nhiêu ngày"),
        ([Measured(Span.VOTE, 3, 55, 77, None), *measured(screen=1, decide=6)], "Mỗi khâu mất bao nhiêu ngày"),  # slower, but of three cases only
        ([], "Mỗi khâu mất bao nhiêu ngày"),
    ),
)
def test_the_slowest_stage_is_named_only_when_it_clearly_is(spans, title):
    assert rules.title(spans) == title
