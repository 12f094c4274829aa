"""An organ that published what a person did: who proposed it, who leads, who is praised, who only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from recognition.issuing import actions as issuing
from recognition.issuing.terms import Publication
from tests.support import awards, people, world
from vietnamese import dates

DAY = date(2026, 11, 24)


@dataclass
class House:
    """The world of one published example."""

    issuer: UUID
    unit: UUID
    secretary: Actor
    nominator: Actor
    leader: Actor
    person: UUID
    praised: Actor
    thanh: Actor
    binh: Actor
    case: UUID
    example: Publication

    def inbox(self, who: Actor) -> list[str]:
        """What somebody has not read yet."""
        return [one.sentence for one in accounts.inbox(who)]

    def published(self, unit: UUID, **award: object) -> Publication:
        """One more example of an award in force."""
        return issuing.publish(self.secretary, praise(self.issuer, unit, **award), "law", "Luật 10/2022/QH15, Điều 46", "Một câu chuyện.")


def praise(issuer: UUID, unit: UUID, *, created_by: UUID | None = None, **award: object) -> UUID:
    """An award in force that came of a case of `unit`; its id."""
    case = awards.nomination(unit, issuer, "awarded", created_by=created_by)
    decision = awards.decision(issuer, DAY)
    made = awards.award(decision, world.award_type(f"giay_khen_{decision.hex[:6]}"), unit, DAY, nomination_id=case, **award)
    awards.line_of(made)
    return made


def opened() -> House:
    """The house in the process's current database."""
    issuer, unit, other = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc"), world.unit("Chi bộ Sở Tài chính")
    person = world.person("Lê Văn Tòng", unit_id=unit)
    secretary, nominator = people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"), people.actor(Role.NOMINATOR, unit=unit, name="Vũ Thị Ước")
    award = praise(issuer, unit, created_by=nominator.account_id, person_id=person)
    with reading(None) as t:
        case = t.value("select nomination_id from award where id = $1", award)
    return House(
        issuer, unit, secretary, nominator, people.actor(Role.UNIT_LEADER, unit=unit, name="Hoàng Đức Ân"), person,
        people.actor(Role.CLERK, issuer=issuer, person_id=person, name="Lê Văn Tòng"),
        people.actor(Role.NOMINATOR, unit=other, name="Đỗ Thị Thanh"), people.actor(Role.LEADER, unit=other, name="Nguyễn Văn Bình"), case,
        issuing.publish(secretary, award, "consent", "Đồng chí Tòng đồng ý ngày 20/11/2026", "Chiều hôm ấy nước lên nhanh."),
    )  # fmt: skip


@pytest.fixture
def house(database):
    with dates.fixed(DAY):
        yield opened()
