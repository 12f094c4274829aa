"""Cases that were sent, with their recipient and one revision: what a council or a decision begins with."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from recognition.hall.transaction import transaction
from tests.support import awards, world


def case(
    issuer_id: UUID,
    unit_id: UUID,
    award_type_id: UUID,
    *,
    state: str = "shortlisted",
    name: str = "Lê Văn Tòng",
    kind: str = "individual",
    commendation: str = "campaign",
    campaign_id: UUID | None = None,
    person_id: UUID | None = None,
    deed_date: date | None = date(2026, 10, 3),
    wording: str = "Đã dũng cảm cứu hai học sinh đuối nước",
    created_by: UUID | None = None,
) -> UUID:
    """A case in `state` with a deed, a recipient and revision 1."""
    if kind == "individual":
        person_id = person_id or world.person(name, unit_id=unit_id)
        recipient = world.recipient(name, person_id=person_id)
    else:
        recipient = world.recipient(name, unit_id=unit_id, household=kind == "household")
    made = awards.nomination(
        unit_id, issuer_id, state, recipient_id=recipient, award_type_id=award_type_id, campaign_id=campaign_id, created_by=created_by,
        title=f"Việc tốt của {name}",
    )
    deed = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into good_deed (id, title, story, reason, place, deed_date, known_date, beneficiaries, witness, unit_id, tags, search,
                created_by, created_at, version)
            values ($1, 'Việc tốt', 'Bơi ra đưa từng em vào bờ', 'Dũng cảm', 'Bến sông', $2, $2, '', '', $3, '{"field": "culture_society"}', '', $4, $5, 1)
            """,
            deed, deed_date, unit_id, uuid4(), datetime(2026, 10, 5, 3),
        )
        t.run(
            "update nomination set deed_id = $2, commendation = $3, wording = $4 where id = $1", made, deed, commendation, wording
        )
        t.run(
            "insert into nomination_revision (id, nomination_id, number, content, sha256, by_account, made_at) values ($1, $2, 1, '{}', $3, $4, $5)",
            uuid4(), made, f"{made.int:064x}"[-64:], uuid4(), datetime(2026, 11, 20, 3),
        )
    return made


def state_of(nomination_id: UUID) -> str:
    """Where a case stands now."""
    with transaction(None) as t:
        return str(t.value("select state from nomination where id = $1", nomination_id))
