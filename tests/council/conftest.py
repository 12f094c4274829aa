"""A council of nine with two tellers, a secretary, and three cases in the shortlist."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

import pytest

from recognition.council import actions
from recognition.council.terms import (
    Absent,
    AttendanceInput,
    Base,
    Line,
    Method,
    Papers,
    Rule,
    Session,
    SessionInput,
    Share,
    Threshold,
)  # fmt: skip
from recognition.hall.actor import Actor
from recognition.hall.words import Role
from tests.support import cases, people, world
from vietnamese import dates

DAY = date(2026, 11, 26)
HALF = Share(1, 2)


@dataclass
class Room:
    """The world of one council."""

    issuer: UUID
    unit: UUID
    award: UUID
    council: UUID
    secretary: Actor
    first: Actor
    second: Actor
    members: list[UUID]
    cases: list[UUID] = field(default_factory=list)

    def rule(self, share: Share = HALF, *, strict: bool = True, absent: Absent = Absent.NOT_ASKED, recused_in_base: bool = True) -> Rule:
        threshold = Threshold("party.giay_khen", share, strict, Base.ALL_MEMBERS, "Điều 7 Quy chế Hội đồng")
        return Rule(Share(2, 3), "Điều 5 Quy chế Hội đồng", (threshold,), False, absent, recused_in_base)

    def planned(self, method: Method = Method.PAPER, replaces: UUID | None = None) -> Session:
        data = SessionInput(self.council, "Phiên xét khen Dân vận khéo", "advisory", method.value, DAY, "08:00", "Phòng họp số 1", replaces)
        return actions.plan(self.secretary, data)

    def called(self, rule: Rule | None = None, method: Method = Method.PAPER) -> Session:
        session = self.planned(method)
        session = actions.put_on(self.secretary, session.id, session.version, self.cases)
        session = actions.set_rule(self.secretary, session.id, session.version, rule or self.rule())
        team = (self.first.account_id, self.second.account_id)
        session = actions.set_tellers(self.secretary, session.id, session.version, team)
        session = actions.call(self.secretary, session.id, session.version)
        self.first, self.second = (replace(each, teller_of=frozenset({session.id})) for each in (self.first, self.second))
        return session

    def attended(self, session: Session, absent: int = 0) -> Session:
        gone = {seat.member_id for seat in session.seats[len(session.seats) - absent :]} if absent else set()
        rows = [
            AttendanceInput(seat.member_id, "absent" if seat.member_id in gone else "present", "Đi công tác" if seat.member_id in gone else "", True)
            for seat in session.seats
        ]
        return actions.attend(self.secretary, session.id, session.version, rows)

    def opened(self, rule: Rule | None = None, method: Method = Method.PAPER, absent: int = 0) -> Session:
        session = self.attended(self.called(rule, method), absent)
        return actions.open_vote(self.secretary, session.id, session.version)

    def both_enter(self, session: Session, papers: Papers, lines: list[Line]) -> None:
        by_item = dict(zip([item.id for item in session.items], lines, strict=True))
        for teller in (self.first, self.second):
            actions.enter(teller, session.id, papers, by_item)


def furnish() -> Room:
    """The room in the process's current database."""
    issuer = world.issuer()
    unit = world.unit("Chi bộ Trạm Y tế Phú Lộc")
    award = world.award_type("party.giay_khen")
    council = world.council(issuer)
    roles = ("chair", "vice_chair", *["member"] * 7)
    members = [world.council_member(council, None, f"Thành viên {n}", role=role) for n, role in enumerate(roles, 1)]
    waiting = [cases.case(issuer, unit, award, name=name) for name in ("Lê Văn Tòng", "Trần Thị Ánh")]
    waiting.append(cases.case(issuer, unit, award, name="Tổ y tế thôn", kind="collective"))
    return Room(issuer, unit, award, council, people.actor(Role.SECRETARY, issuer=issuer), people.actor(), people.actor(), members, waiting)


@pytest.fixture
def room(database):
    with dates.fixed(DAY):
        yield furnish()
