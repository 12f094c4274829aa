"""Recorded decisions, awards and cases for tests of figures and histories, by plain SQL."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time
from uuid import UUID, uuid4

from recognition.hall.transaction import transaction
from vietnamese import names, text

_numbers = itertools.count(1)


def decision(issuer_id: UUID, day: date, *, number: int | None = None, campaign_id: UUID | None = None, title: str = "Về việc tặng Giấy khen") -> UUID:
    """A recorded decision of an issuer."""
    made, number = uuid4(), number or next(_numbers)
    with transaction(None) as t:
        t.run(
            """
            insert into decision (id, issuer_id, kind, origin, session_id, corrects_id, title, number, number_text, numbering_period, decided_on,
                signer_name, signer_post, signer_capacity, place, bases, clause, campaign_id, state, issuer_frozen, scan_blob, recorded_at,
                recorded_by, posted_from, posted_to, posted_where, created_by, created_at, search, version)
            values ($1, $2, 'commend', 'session', null, null, $3, $4, $5, $6, $7, 'Lê Quang Vinh', 'BÍ THƯ', 'T/M BAN THƯỜNG VỤ', 'Sông Lam',
                '[]', '', $8, 'recorded', '{}', null, $9, null, null, null, null, $10, $9, $11, 1)
            """,
            made, issuer_id, title, number, f"{number}-QĐ/ĐUCCQ", str(day.year), day, campaign_id, datetime.combine(day, time(3)), uuid4(),
            text.search_key(f"{title} {number}-QĐ/ĐUCCQ"),
        )
    return made


def award(
    decision_id: UUID, award_type_id: UUID, unit_id: UUID, day: date, *, kind: str = "individual", name: str = "Lê Văn Tòng",
    person_id: UUID | None = None, recipient_id: UUID | None = None, recipient_class: str | None = "direct_worker", deed_date: date | None = None,
    field: str | None = None, state: str = "in_force", unit: str = "Chi bộ Trạm Y tế Phú Lộc", nomination_id: UUID | None = None,
) -> UUID:
    """One award in force, with the names of its day."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into award (id, decision_id, line_id, nomination_id, recipient_id, person_id, unit_id, award_type_id, commendation, block, kind,
                salutation, name, post, unit, wording, subject, amount, formula, gift, field, recipient_class, deed_date, reported_date, decided_on,
                state, changed_by, handed_over_on, handed_to, search, name_sort, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 'campaign', $9, $9, 'Đồng chí', $10, 'Y sĩ', $11, 'Đã có hành động đẹp', '', 760000,
                '0,3 × 2.530.000 đ, làm tròn lên', '', $12, $13, $14, $14, $15, $16, null, null, null, $17, $18, 1)
            """,
            made, decision_id, uuid4(), nomination_id, recipient_id or uuid4(), person_id, unit_id, award_type_id, kind, name, unit, field,
            recipient_class, deed_date, day, state, text.search_key(f"{name} {unit}"), names.name_sort(name),
        )
    return made


def nomination(
    unit_id: UUID, issuer_id: UUID, state: str, *, created_by: UUID | None = None, title: str = "Cứu hai học sinh đuối nước", day: date | None = None,
    recipient_id: UUID | None = None, campaign_id: UUID | None = None, returned_from: str | None = None, award_type_id: UUID | None = None,
    endorsed: bool = True,
) -> UUID:
    """A case in any state, with the stamps that such a state has."""
    made, number = uuid4(), next(_numbers)
    stamp = datetime.combine(day or date(2026, 11, 20), time(3))
    left = state not in ("draft", "submitted") and endorsed
    accepted = left and state not in ("endorsed", "returned", "withdrawn")
    with transaction(None) as t:
        t.run(
            """
            insert into nomination (id, code, subject, deed_id, model_year_id, commendation, campaign_id, issuer_id, unit_id, recipient_id,
                award_type_id, title, achievement, wording, period_from, period_to, subject_key, posthumous, told, publish, publish_basis, contact,
                state, returned_from, reasons, shared_unit_id, created_by, created_at, submitted_at, endorsed_at, endorsed_by, accepted_at,
                decided_at, search, version)
            values ($1, $2, 'deed', null, null, 'campaign', $3, $4, $5, $6, $7, $8, 'Bơi ra đưa từng em vào bờ.', '', null, null, $9, 0, 1, 1, '',
                '0901 234 567', $10, $11, '[]', null, $12, $13, $14, $15, null, $16, null, $17, 1)
            """,
            made, f"VT-{stamp.year}-{number:04d}", campaign_id, issuer_id, unit_id, recipient_id, award_type_id, title, str(made), state, returned_from,
            created_by or uuid4(), stamp, None if state == "draft" else stamp, stamp if left else None, stamp if accepted else None,
            text.search_key(f"VT-{stamp.year}-{number:04d} {title}"),
        )
    return made


def line_of(award_id: UUID) -> None:
    """The line of the decision that an award came of."""
    with transaction(None) as t:
        t.run(
            """
            insert into decision_line (id, decision_id, nomination_id, recipient_id, award_type_id, number, block, kind, salutation, name, post, unit_id,
                unit, wording, subject, amount, formula, gift, left_out, left_out_reason, version)
            select line_id, decision_id, nomination_id, recipient_id, award_type_id, 1, kind, kind, salutation, name, post, unit_id,
                unit, wording, subject, amount, formula, gift, 0, '', 1
            from award where id = $1
            """,
            award_id,
        )
