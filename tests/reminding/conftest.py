"""An organ with a campaign launched to three units: two sign in, one does not; a secretary who reminds."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.reminding import actions
from recognition.reminding.terms import LetterState
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)


class House:
    """The world of one outbox."""

    def __init__(self, **issuer: object) -> None:
        self.issuer = world.issuer(**issuer)
        self.unit, self.other, self.paper = (world.unit(f"Chi bộ {name}") for name in ("Sở Xây dựng", "Sở Y tế", "Trạm Thú y"))
        self.campaign = world.campaign(self.issuer, units=(self.unit, self.other, self.paper))
        self.nominator = people.actor(Role.NOMINATOR, unit=self.unit, name="Đỗ Thị Thanh")
        self.leader = people.actor(Role.UNIT_LEADER, unit=self.unit, name="Hoàng Đức Ân")
        self.neighbour = people.actor(Role.NOMINATOR, unit=self.other, name="Vũ Thị Ước")
        self.secretary = people.actor(Role.SECRETARY, issuer=self.issuer, name="Phạm Thu Hà")
        self.stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))

    def deadline(self, stage: str = "register", day: date = TODAY + timedelta(days=3)) -> None:
        """A stage of the campaign ends on a day."""
        with transaction(None) as t:
            t.run("delete from campaign_deadline where campaign_id = $1 and stage = $2", self.campaign, stage)
            t.run("insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, $3, $4)", uuid4(), self.campaign, stage, day)

    def composed(self):
        """Drafts of today, by addressee."""
        actions.compose(self.secretary, self.issuer)
        return self.drafts()

    def drafts(self):
        """The drafts that lie there, by addressee."""
        return {letter.addressee: letter for letter in self.letters(LetterState.DRAFT)}

    def letters(self, state: LetterState):
        """The letters of a state."""
        return actions.find(self.secretary, self.issuer, state).rows

    def send(self, *letters):
        """Approve some drafts."""
        return actions.approve(self.secretary, [(letter.id, letter.version) for letter in letters])

    def told(self, who: Actor) -> list[str]:
        """What stands in somebody's inbox."""
        return [each.sentence for each in accounts.inbox(who)]

    def entries(self, verb: str) -> int:
        """How often the log holds a verb."""
        with reading(None) as t:
            return int(t.value("select count(*) from audit where verb = $1", verb))

    def dissolve(self, unit: UUID) -> None:
        """A unit is no more."""
        with transaction(None) as t:
            t.run("update unit set to_date = $2 where id = $1", unit, TODAY)

    def register(self, unit: UUID, state: str = "registered") -> UUID:
        """A unit has registered a model for the campaign; the year's id."""
        model, year, now = uuid4(), uuid4(), dates.now_utc()
        with transaction(None) as t:
            t.run(
                """
                insert into exemplary_model (id, code, name, field, owner, unit_id, recipient_id, situation, aims, content, area, forces, resources, schedule,
                    results, spread, contact, novelty, level, tags, search, name_sort, created_by, created_at, version)
                values ($1, $2, 'Ngày thứ Bảy vì dân', 'economy', 'collective', $3, null, '', '', '', '', '', '', '', '', '', '', 'new', 'cơ sở', '{}', '', '', $1, $4, 1)
                """,
                model, str(model), unit, now,
            )  # fmt: skip
            t.run(
                """
                insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, self_score, checked_score, check_reason,
                    created_at, decided_at, version)
                values ($1, $2, 2026, $3, $4, $5, '', '[]', null, null, '', $6, null, 1)
                """,
                year, model, self.campaign, self.issuer, state, now,
            )  # fmt: skip
        return year


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()
