"""An organ with a catalogue's rules, a unit, and cases that a closed session passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.decisions import actions
from recognition.decisions.terms import Decision, Head
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import cases, people, world
from vietnamese import dates

DAY = date(2026, 11, 26)
SALARY = (
    ("base_salary", "2340000", date(2024, 7, 1), date(2026, 6, 30)),
    ("base_salary", "2530000", date(2026, 7, 1), None),
    ("bonus.rounding", "10000", date(2024, 1, 1), None),
    ("bonus.factor.collective", "200", date(2024, 1, 1), None),
    ("bonus.factor.household", "150", date(2024, 1, 1), None),
)


def regulations() -> None:
    """The few numbers that money needs."""
    with transaction(None) as t:
        for key, value, start, end in SALARY:
            t.run(
                """
                insert into regulation (id, key, value, clause, from_date, to_date, verified, confirmed_paper, confirmed_by, confirmed_at, version)
                values ($1, $2, $3, 'Nghị định 152/2025/NĐ-CP', $4, $5, 1, null, null, null, 1)
                """,
                uuid4(), key, value, start, end,
            )


@dataclass
class Office:
    """The world of one office."""

    issuer: UUID
    unit: UUID
    award: UUID
    secretary: Actor
    clerk: Actor
    council: UUID

    def case(self, name: str = "Lê Văn Tòng", **changes) -> UUID:
        return cases.case(self.issuer, self.unit, changes.pop("award", self.award), name=name, **{"state": "passed", **changes})

    def session(self, *passed: UUID, day: date = DAY, failed: tuple[UUID, ...] = ()) -> UUID:
        """A closed session that passed these cases."""
        session = world.council_session(self.council, number=uuid4().int % 10_000_000, state="closed", on=day)
        with transaction(None) as t:
            for number, nomination in enumerate((*passed, *failed), 1):
                item = uuid4()
                t.run(
                    """
                    insert into agenda_item (id, session_id, nomination_id, revision, revision_hash, award_type_id, number, block, name, detail)
                    values ($1, $2, $3, 1, 'x', (select award_type_id from nomination where id = $3), $4, 'individual', 'Tên', '')
                    """,
                    item, session, nomination, number,
                )
                t.run(
                    "insert into item_result (item_id, session_id, approve, reject, abstain, invalid, base, needed, passed, reason) values ($1, $2, 9, 0, 0, 0, 9, 5, $3, '')",
                    item, session, int(nomination in passed),
                )
        return session

    def draft(self, *passed: UUID) -> Decision:
        """A complete draft from a session."""
        made = actions.from_session(self.secretary, self.session(*passed), "commend")
        return actions.change(self.secretary, made.id, made.version, head(made))

    def recorded(self, *passed: UUID, number: int = 214, day: date = DAY) -> Decision:
        """A recorded decision from a session."""
        made = self.draft(*passed)
        return actions.record(self.secretary, made.id, made.version, number, day)


def head(decision: Decision, **changes) -> Head:
    """A whole head for a draft."""
    words = {
        "title": decision.title, "signer_name": decision.signer_name, "signer_post": decision.signer_post,
        "signer_capacity": decision.signer_capacity, "place": decision.place, "bases": decision.bases, "clause": decision.clause,
        "reason": decision.reason,
    } | changes  # fmt: skip
    return Head(**words)


def open_office() -> Office:
    """The office in the process's current database."""
    issuer = world.issuer()
    made = Office(
        issuer, world.unit("Chi bộ Trạm Y tế Phú Lộc"), world.award_type("party.giay_khen"), people.actor(Role.SECRETARY, issuer=issuer),
        people.actor(Role.CLERK, issuer=issuer), world.council(issuer),
    )  # fmt: skip
    regulations()
    return made


@pytest.fixture
def office(database):
    with dates.fixed(DAY):
        yield open_office()
