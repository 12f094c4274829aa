"""One unit with a nominator and a leader, above them an issuer with a secretary, and a deed worth telling."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

import db
from recognition.catalogue.terms import RecipientKind
from recognition.hall.actor import Actor
from recognition.hall.words import Role
from recognition.nominations import actions
from recognition.nominations.terms import Commendation, DeedInput, Nomination, NominationInput, Nominee, Subject
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)
STORY = (
    "Chiều 20/11, sau khi trả khách ở bến xe phía Bắc, anh Tòng thấy một túi vải kẹt dưới ghế sau. Trong túi có tiền và giấy tờ "
    "của một người dân đi viện. Anh giữ nguyên túi, nhờ công an phường tìm người đánh rơi và trao lại ngay trong ngày."
)


@dataclass
class Place:
    """Everybody and everything that a case needs."""

    issuer: UUID
    unit: UUID
    person: UUID
    award: UUID
    nominator: Actor
    leader: Actor
    secretary: Actor

    def deed(self, **changes: object) -> NominationInput:
        """A whole good deed as typed, spot commendation."""
        data = NominationInput(
            subject=Subject.DEED,
            commendation=Commendation.SPOT,
            unit_id=self.unit,
            issuer_id=self.issuer,
            award_type_id=self.award,
            nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=self.person),
            title="Trả lại 85.000.000 đồng nhặt được",
            deed=DeedInput(STORY, "Trung thực, chu đáo với người gặp hoạn nạn.", "Bến xe phía Bắc", date(2026, 11, 20), date(2026, 11, 21)),
            told=True,
            contact="0900 000 000",
        )
        return replace(data, **changes)

    def achievement(self, **changes: object) -> NominationInput:
        """A whole achievement as typed, spot commendation."""
        data = replace(
            self.deed(), subject=Subject.ACHIEVEMENT, deed=None, title="Thực hiện tốt quy chế dân chủ ở cơ sở", achievement=STORY,
            period_from=date(2026, 1, 1), period_to=date(2026, 10, 31),
        )  # fmt: skip
        return replace(data, **changes)

    def submitted(self, **changes: object) -> Nomination:
        """A deed that was sent and waits for the unit's leader."""
        return actions.propose(self.nominator, self.deed(**changes))

    def endorsed(self, **changes: object) -> Nomination:
        """A deed that has left its unit."""
        sent = self.submitted(**changes)
        return actions.endorse(self.leader, sent.id, sent.version)


@pytest.fixture
def place(database: db.Database) -> Iterator[Place]:
    """The world on 24/11/2026."""
    with dates.fixed(TODAY):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
        person = world.person("Lê Văn Tòng", unit_id=unit)
        yield Place(
            issuer=issuer,
            unit=unit,
            person=person,
            award=world.award_type(),
            nominator=people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh"),
            leader=people.actor(Role.UNIT_LEADER, unit=unit, name="Hoàng Đức Ân"),
            secretary=people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"),
        )
