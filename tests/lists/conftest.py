"""A unit with a nominator, a campaign that reached it, and lists as units send them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

import db
from recognition.hall.actor import Actor
from recognition.hall.paging import Page
from recognition.hall.words import Role
from recognition.lists import actions
from recognition.lists.terms import Batch, BatchInput, Row
from tests.support import lists, people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)
DONE = "Vận động nhân dân hiến 1.250 m² đất làm đường liên ấp. Đóng góp 320 ngày công lao động."
HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích", "Số CCCD")


@dataclass
class Desk:
    """Everything that importing a list needs."""

    issuer: UUID
    unit: UUID
    award: UUID
    campaign: UUID
    nominator: Actor
    leader: Actor
    secretary: Actor

    def asked(self, **changes: Any) -> BatchInput:
        """What the officer chooses."""
        data = BatchInput(self.unit, campaign_id=self.campaign, period_from=date(2026, 1, 1), period_to=date(2026, 10, 31), told=True)
        return replace(data, **changes)

    def file(self, *rows: Sequence[object]) -> bytes:
        """An .xlsx with our heading and these rows."""
        return lists.workbook({"Danh sách": [HEAD, *rows]})

    def start(self, *rows: Sequence[object], name: str = "danh sách.xlsx", **changes: Any) -> Batch:
        """A list of these rows, as kept."""
        return actions.start(self.nominator, self.asked(**changes), name, self.file(*rows))

    def rows(self, batch: Batch) -> tuple[Row, ...]:
        """All rows of a list."""
        return actions.rows(self.nominator, batch.id, Page(1, 100)).rows


def line(number: int, name: str, **cells: object) -> tuple[object, ...]:
    """One good row; `birth`, `post`, `unit`, `award`, `done`, `cccd` change it."""
    given = {"birth": "05/03/1984", "post": "Y sĩ", "unit": "Chi bộ Trạm Y tế Phú Lộc", "award": "Giấy khen", "done": DONE, "cccd": None} | cells
    return (number, name, given["birth"], given["post"], given["unit"], given["award"], given["done"], given["cccd"])


@pytest.fixture
def desk(database: db.Database) -> Iterator[Desk]:
    """The world on 24/11/2026."""
    with dates.fixed(TODAY):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc", code="CB-PL")
        yield Desk(
            issuer=issuer,
            unit=unit,
            award=world.award_type(),
            campaign=world.campaign(issuer, units=(unit,)),
            nominator=people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh"),
            leader=people.actor(Role.UNIT_LEADER, unit=unit, name="Hoàng Đức Ân"),
            secretary=people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"),
        )
