"""«Phát mà không động»: which launched campaigns are called still, and who is told."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest

from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import launches
from recognition.insight.rules import launches as rules
from recognition.insight.terms.launches import Moves
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)
BEGUN, ENDS = date(2026, 1, 1), date(2026, 12, 31)


def moves(**given):
    return Moves(**{"campaign_id": UUID(int=1), "name": "Dân vận khéo", "begun": BEGUN, "to_date": ENDS, "deadline": None, "told": 3, "moving": 0, "entries": 0, "last": None} | given)


@pytest.mark.proves("N17")
@pytest.mark.parametrize(
    ("given", "quiet", "still"),
    (
        ({}, 180, True),
        ({"begun": date(2026, 5, 31)}, 30, True),
        ({"begun": date(2026, 6, 1)}, 29, False),
        ({"last": date(2026, 5, 31)}, 30, True),
        ({"last": date(2026, 6, 29)}, 1, False),
        ({"last": date(2025, 12, 1)}, 180, True),
        ({"begun": date(2026, 7, 1)}, None, False),
        ({"to_date": date(2026, 6, 29)}, None, False),
        ({"deadline": date(2026, 6, 29)}, None, False),
        ({"deadline": TODAY}, 180, True),
        ({"deadline": date(2027, 3, 1), "to_date": date(2026, 6, 29)}, None, False),
    ),
)
def test_a_campaign_is_still_after_thirty_days_as_long_as_something_can_be_sent(given, quiet, still):
    found = rules.judged(moves(**given), TODAY)
    assert (found.quiet, found.still, bool(found.sentence)) == (quiet, still, still)


def test_the_sentence_says_since_when():
    assert rules.judged(moves(), TODAY).sentence == "Phát động ngày 01/01/2026, đã 180 ngày mà chưa đơn vị nào đăng ký mô hình hay gửi đề nghị."
    assert rules.judged(moves(last=date(2026, 5, 1)), TODAY).sentence == "Lần cuối có đăng ký mô hình hoặc đề nghị là ngày 01/05/2026, đã 60 ngày."


def model_year(campaign: UUID, issuer: UUID, unit: UUID, moment: datetime, field: str = "economy", year: int = 2026) -> None:
    """A model of a unit, registered at a moment."""
    model = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into exemplary_model (id, code, name, field, owner, unit_id, recipient_id, situation, aims, content, area, forces, resources, schedule,
                results, spread, contact, novelty, level, tags, search, name_sort, created_by, created_at, version)
            values ($1, $2, 'Mô hình', $3, 'collective', $4, null, '', '', '', '', '', '', '', '', '', '', 'new', 'cơ sở', '{}', '', '', $1, $5, 1)
            """,
            model, str(model), field, unit, moment,
        )  # fmt: skip
        t.run(
            """
            insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, self_score, checked_score, check_reason, created_at,
                decided_at, version)
            values ($1, $2, $3, $4, $5, 'registered', '', '[]', null, null, '', $6, null, 1)
            """,
            uuid4(), model, year, campaign, issuer, moment,
        )  # fmt: skip


@pytest.fixture
def scene(database):
    """Three campaigns launched to two units: one moves, one was quiet since spring, one never moved; and one that is closed."""
    with dates.fixed(TODAY):
        issuer = world.issuer()
        health, school = world.unit("Chi bộ Trạm Y tế"), world.unit("Chi bộ Trường Chính trị")
        lively, quiet, dead = (world.campaign(issuer, name, units=(health, school)) for name in ("Sôi nổi", "Lặng dần", "Chưa động"))
        world.campaign(issuer, "Đã kết thúc", state="closed", units=(health,))
        awards.nomination(health, issuer, "endorsed", day=date(2026, 6, 20), campaign_id=lively)
        awards.nomination(health, issuer, "submitted", day=date(2026, 6, 21), campaign_id=lively)
        awards.nomination(school, issuer, "draft", day=date(2026, 6, 25), campaign_id=quiet)
        awards.nomination(school, issuer, "withdrawn", day=date(2026, 6, 25), campaign_id=quiet)
        model_year(quiet, issuer, school, datetime(2026, 3, 31, 20))  # 1 April, 03:00 in Hà Nội
        yield issuer, health, school, lively, quiet, dead


@pytest.mark.proves("N17")
def test_campaigns_under_way_the_stillest_first(scene):
    issuer, health, _, lively, quiet, dead = scene
    for who in (people.actor(Role.SECRETARY, issuer=issuer), people.actor(Role.LEADER, unit=health)):
        found = launches.under_way(who)
        assert [(one.moves.campaign_id, one.quiet, one.still) for one in found] == [(dead, 180, True), (quiet, 90, True), (lively, 9, False)]
        assert [(one.moves.told, one.moves.moving, one.moves.entries, one.moves.last) for one in found] == [
            (2, 0, 0, None), (2, 1, 1, date(2026, 4, 1)), (2, 1, 2, date(2026, 6, 21)),
        ]  # fmt: skip


def test_what_somebody_may_not_see_is_not_told(scene):
    _, _, _, lively, _, dead = scene
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Liên đoàn Lao động tỉnh", short_sign="LĐLĐ"))
    assert launches.under_way(stranger) == []
    assert launches.under_way(people.actor(Role.LEADER, unit=world.unit("Chi bộ khác"))) == []
    with pytest.raises(NotFound):
        launches.one(stranger, dead)
    with pytest.raises(NotAllowed):
        launches.under_way(people.administrator())
    assert launches.one(people.actor(Role.SECRETARY, issuer=scene[0]), lively).still is False


def test_a_campaign_that_is_only_written_is_not_launched(database):
    issuer = world.issuer()
    draft = world.campaign(issuer, "Còn soạn", state="draft")
    assert launches.one(people.actor(Role.SECRETARY, issuer=issuer), draft) is None
