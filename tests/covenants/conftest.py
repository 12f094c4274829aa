"""A cluster of three units with its secretary: what the tests of covenants stand on."""

from dataclasses import replace
from datetime import date

import pytest

from recognition.covenants import actions
from recognition.covenants.terms import CovenantInput, ReportInput, ResultInput, TargetInput
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)
TARGETS = (
    TargetInput("Hồ sơ giải quyết đúng hạn", "%", "98", points=40),
    TargetInput("Đơn thư vượt cấp", "vụ", "2", at_most=True, points=30),
    TargetInput("Quy chế dân chủ ở cơ sở", "", "Sửa xong trong quý II", points=30),
)


class House:
    """An organ, three units that compete, a fourth that does not; who works there."""

    def __init__(self) -> None:
        self.issuer, self.top = world.issuer(), world.unit("Đảng bộ Sở Y tế", kind="party_base")
        self.first, self.second, self.third = (world.unit(f"Chi bộ Trạm Y tế {name}", parent=self.top) for name in ("Phú Lộc", "Thạch Bình", "Yên Sơn"))
        self.units = (self.first, self.second, self.third)
        self.secretary = people.actor(Role.SECRETARY, issuer=self.issuer, name="Phạm Thu Hà")
        self.leaders = {unit: people.actor(Role.UNIT_LEADER, unit=unit, name=name) for unit, name in zip(self.units, ("Hoàng Đức Ân", "Vũ Đình Khải", "Lê Thị Ước"), strict=True)}
        self.nominator = people.actor(Role.NOMINATOR, unit=self.first, name="Đỗ Thị Thanh")
        self.above = people.actor(Role.UNIT_LEADER, unit=self.top)
        self.stranger = people.actor(Role.UNIT_LEADER, unit=world.unit("Chi bộ Trạm Y tế Hoà Bình"))
        self.other_secretary = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))

    def typed(self, **changes):
        data = CovenantInput(
            self.issuer, "Giao ước thi đua Cụm số 1, năm 2026", date(2026, 1, 1), date(2026, 12, 31), self.units, TARGETS, cluster="Cụm thi đua số 1",
            content="Thi đua hoàn thành nhiệm vụ.", report_by=date(2026, 12, 10), place="Hội trường tầng 2", signed_on=date(2026, 2, 6), head=self.second,
        )  # fmt: skip
        return replace(data, **changes)

    def drawn(self, **changes):
        return actions.draw_up(self.secretary, self.typed(**changes))

    def offered(self, **changes):
        made = self.drawn(**changes)
        return actions.offer(self.secretary, made.id, made.version)

    def joined(self, **changes):
        made = self.offered(**changes)
        for unit in self.units:
            made = actions.join(self.leaders[unit], made.id, unit, made.edition)
        return actions.get(self.secretary, made.id)

    def said(self, covenant, *rows, note=""):
        """A report: (reached, words, points) of each target in order."""
        return ReportInput({target.id: ResultInput(*row) for target, row in zip(covenant.targets, rows, strict=True)}, note)

    def reported(self, covenant, unit, *rows, version=0):
        return actions.report(self.leaders[unit], covenant.id, unit, version, self.said(covenant, *rows))

    def confirmed(self, covenant, unit, *rows):
        made = self.reported(covenant, unit, *rows)
        return actions.confirm(self.secretary, covenant.id, unit, 1, {target.id: row[2] for target, row in zip(made.targets, rows, strict=True)})


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()
