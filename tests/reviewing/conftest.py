"""A campaign with criteria, three accepted cases and two reviewers from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest

import db
from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import cases, people, world
from vietnamese import dates

LINES = (("Mục tiêu", 30, 0), ("Cách làm", 30, 0), ("Kết quả", 40, 0), ("Cách làm mới", 5, 1))


@dataclass
class Table:
    """Everything that scoring needs."""

    issuer: UUID
    unit: UUID
    campaign: UUID
    criteria: tuple[UUID, ...]
    cases: tuple[UUID, ...]
    secretary: Actor
    one: Actor
    two: Actor

    def again(self, who: Actor) -> Actor:
        """The person as the next run sees them."""
        return accounts.actor_for(who.account_id)

    def points(self, *given: int | None) -> dict[UUID, int | None]:
        """Points in the order of the criteria."""
        return dict(zip(self.criteria, given, strict=False))


def criteria_of(campaign: UUID) -> tuple[UUID, ...]:
    """Four lines of a campaign's score sheet, the last a bonus."""
    made = []
    with transaction(None) as t:
        for number, (name, most, bonus) in enumerate(LINES, 1):
            made.append(uuid4())
            t.run(
                "insert into criterion (id, campaign_id, number, name, guidance, max_points, bonus) values ($1, $2, $3, $4, '', $5, $6)",
                made[-1], campaign, number, name, most, bonus,
            )  # fmt: skip
    return tuple(made)


@pytest.fixture
def table(database: db.Database) -> Iterator[Table]:
    """The world on 24/11/2026."""
    with dates.fixed(date(2026, 11, 24)):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
        award, campaign = world.award_type(), world.campaign(issuer, units=(unit,))
        made = tuple(cases.case(issuer, unit, award, state="accepted", name=name, campaign_id=campaign) for name in ("Lê Văn Tòng", "Trần Thị Mai", "Vũ Thị Ước"))
        yield Table(
            issuer, unit, campaign, criteria_of(campaign), made, people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"),
            people.actor(name="Hoàng Đức Ân"), people.actor(name="Nguyễn Thị Vân"),
        )  # fmt: skip
