"""Two units that built one road, the unit above one of them, another organ; a secretary who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.accounts import actions as accounts
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure, Measure, Model, ReportInput
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from recognition.nominations.terms import Nominee
from tests.dan_van_kheo.test_model_rules import GOOD
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)
ROAD, SAME_ROAD = "Mở rộng đường thôn Đông, xã Phú Lộc", "Hiến đất mở rộng đường thôn Đông, xã Phú Lộc"
BUILD, HEALTH, VET = "Chi bộ Sở Xây dựng", "Chi bộ Sở Y tế", "Chi bộ Trạm Thú y"


def land(amount: int, about: str = ROAD) -> Figure:
    """Land given for a road, in m²."""
    return Figure(Measure.LAND, amount * 100, "m²", about=about)


class House:
    """The world of one ledger."""

    def __init__(self) -> None:
        self.issuer, self.union = world.issuer(), world.issuer("Công đoàn ngành Y tế")
        self.upper = world.unit("Đảng bộ Khối cơ quan", kind="party_base")
        self.units = {BUILD: world.unit(BUILD, parent=self.upper), HEALTH: world.unit(HEALTH), VET: world.unit(VET)}
        every = (self.upper, *self.units.values())
        self.campaign = world.campaign(self.issuer, units=every)
        self.other_campaign = world.campaign(self.union, "Giỏi việc nước", units=every)
        self.writers = {unit: people.actor(Role.NOMINATOR, unit=unit) for unit in every}
        self.leader = people.actor(Role.UNIT_LEADER, unit=self.upper)
        self.secretary = people.actor(Role.SECRETARY, issuer=self.issuer, name="Phạm Thu Hà")
        self.neighbour = people.actor(Role.SECRETARY, issuer=self.union, name="Trần Thị Mai")

    def unit(self, name: str) -> UUID:
        """A unit by its name."""
        return self.units.get(name, self.upper)

    def writer(self, name: str) -> Actor:
        """Who writes for a unit."""
        return self.writers[self.unit(name)]

    def working(self, name: str, campaign: UUID | None = None, **changes: object) -> Model:
        """A model of a unit at work."""
        unit = self.unit(name)
        nominee = Nominee(RecipientKind.COLLECTIVE, world.recipient(name, unit_id=unit))
        data = replace(GOOD, unit_id=unit, nominee=nominee, **{"name": f"Mô hình của {name}", "area": "Người dân", **changes})
        made = models.register(self.writer(name), data, campaign or self.campaign)
        secretary = self.neighbour if campaign == self.other_campaign else self.secretary
        return models.approve(secretary, made.year.id, made.year.version)

    def claims(self, name: str, *figures: Figure, campaign: UUID | None = None, **changes: object) -> Model:
        """A unit reports its year with these figures."""
        made = self.working(name, campaign, **changes)
        return models.report(self.writer(name), made.year.id, made.year.version, ReportInput("Đã làm xong.", figures, 90_00))

    def told(self, who: Actor) -> list[str]:
        """What stands in somebody's inbox about the ledger."""
        return [each.sentence for each in accounts.inbox(who) if "cùng kê" in each.sentence]

    def entries(self, verb: str) -> int:
        """How often the log holds a verb."""
        with reading(None) as t:
            return int(t.value("select count(*) from audit where verb = $1", verb))


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()
