"""Partners, parcels and the cases that went or came in them; awards are read from published views."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from parcel import Card, Label
from parcel.cards import card_from
from recognition.courier.terms import Direction, Kept, Kind, ParcelRow, Partner
from recognition.hall.transaction import Transaction
from recognition.hall.words import State

_PARTNER = """
    select p.id, p.name, p.fingerprint, p.card, p.unit_id, coalesce(u.name, '') as unit_name, p.spoken_with,
           coalesce(a.name, '') as confirmed_by, p.confirmed_at, p.ended_at, p.version
    from courier_partner p
    left join v_unit_name u on u.unit_id = p.unit_id
    left join v_account a on a.account_id = p.confirmed_by
"""
_PARCEL = """
    select c.id, c.partner_id, p.name as partner_name, c.direction, c.kind, c.number, c.made_on, c.cases, c.files, c.waiting,
           coalesce(a.name, '') as by_name, c.made_at, c.parcel_blob as blob
    from courier_parcel c
    join courier_partner p on p.id = c.partner_id
    left join v_account a on a.account_id = c.by_account
"""
_CASE = """
    select c.id, c.partner_id, c.direction, c.ref, c.nomination_id, c.parcel_id, x.number as parcel_number, c.content, c.sha256, c.answer, c.gone, n.state, n.code,
           coalesce(n.unit_name, '') as unit_name, n.person_id
    from courier_case c
    join courier_parcel x on x.id = c.parcel_id
    join v_nomination n on n.id = c.nomination_id
"""


def _partner(row: dict[str, Any]) -> Partner:
    return Partner(**{**row, "card": card_from(json.loads(row["card"]))})


def partners(t: Transaction) -> tuple[Partner, ...]:
    """Everybody who was ever confirmed, those still trusted first."""
    return tuple(_partner(row) for row in t.all(f"{_PARTNER} order by case when p.ended_at is null then 0 else 1 end, p.name, p.id"))


def partner(t: Transaction, partner_id: UUID) -> Partner | None:
    """One partner."""
    row = t.one(f"{_PARTNER} where p.id = $1", partner_id)
    return None if row is None else _partner(row)


def partner_with(t: Transaction, fingerprint: str) -> Partner | None:
    """The partner of a pair of keys."""
    row = t.one(f"{_PARTNER} where p.fingerprint = $1", fingerprint)
    return None if row is None else _partner(row)


def insert_partner(t: Transaction, card: Card, unit_id: UUID | None, spoken_with: str, by: UUID, at: datetime) -> UUID:
    """Store a confirmed partner."""
    made = uuid4()
    t.run(
        """
        insert into courier_partner (id, name, fingerprint, card, unit_id, spoken_with, confirmed_by, confirmed_at, ended_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, 1)
        """,
        made, card.name, card.fingerprint, card.to_bytes().decode(), unit_id, spoken_with, by, at,
    )
    return made


def confirm_again(t: Transaction, before: Partner, card: Card, unit_id: UUID | None, spoken_with: str, by: UUID, at: datetime) -> int:
    """Trust a partner again under the card's present name; 0 when somebody else was quicker."""
    return t.run(
        """
        update courier_partner set name = $3, card = $4, unit_id = $5, spoken_with = $6, confirmed_by = $7, confirmed_at = $8, ended_at = null,
            version = version + 1
        where id = $1 and version = $2
        """,
        before.id, before.version, card.name, card.to_bytes().decode(), unit_id, spoken_with, by, at,
    )


def set_unit(t: Transaction, before: Partner, unit_id: UUID | None) -> int:
    """Which unit stands here for a partner's cases; 0 when somebody else was quicker."""
    return t.run("update courier_partner set unit_id = $3, version = version + 1 where id = $1 and version = $2", before.id, before.version, unit_id)


def end_partner(t: Transaction, before: Partner, at: datetime) -> int:
    """Trust a partner no longer; 0 when somebody else was quicker."""
    return t.run("update courier_partner set ended_at = $3, version = version + 1 where id = $1 and version = $2", before.id, before.version, at)


def unit_names(t: Transaction, ids: Collection[UUID]) -> list[tuple[UUID, str]]:
    """The present names of some units."""
    return [(row["unit_id"], row["name"]) for row in t.all("select unit_id, name from v_unit_name where unit_id = any($1)", list(ids))]


# -- parcels ------------------------------------------------------------------------------------------------------------


def _parcel(row: dict[str, Any]) -> ParcelRow:
    return ParcelRow(**{**row, "direction": Direction(row["direction"]), "kind": Kind(row["kind"])})


def parcels(t: Transaction, limit: int, offset: int) -> tuple[tuple[ParcelRow, ...], int]:
    """Parcels, the newest first, and how many there are."""
    rows = t.all(f"{_PARCEL} order by c.made_at desc, c.id limit $1 offset $2", limit, offset)
    return tuple(_parcel(row) for row in rows), int(t.value("select count(*) from courier_parcel"))


def waiting(t: Transaction) -> tuple[ParcelRow, ...]:
    """Parcels that came and still have rows to take in, the oldest first."""
    return tuple(_parcel(row) for row in t.all(f"{_PARCEL} where c.direction = 'in' and c.waiting > 0 order by c.made_at, c.id"))


def parcel_row(t: Transaction, parcel_id: UUID) -> ParcelRow | None:
    """One parcel."""
    row = t.one(f"{_PARCEL} where c.id = $1", parcel_id)
    return None if row is None else _parcel(row)


def next_number(t: Transaction, partner_id: UUID) -> int:
    """The next number of what we send to a partner."""
    return int(t.value("select coalesce(max(number), 0) + 1 from courier_parcel where partner_id = $1 and direction = 'out'", partner_id))


def insert_parcel(t: Transaction, partner_id: UUID, direction: Direction, label: Label, blob: str, waiting: int, by: UUID, at: datetime) -> None:
    """Store a parcel by its label."""
    t.run(
        """
        insert into courier_parcel (id, partner_id, direction, kind, number, made_on, parcel_blob, cases, files, waiting, by_account, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        label.id, partner_id, direction.value, label.kind, label.number, label.made_on, blob, label.cases, label.files, waiting, by, at,
    )


def set_waiting(t: Transaction, parcel_id: UUID, waiting: int) -> None:
    """How many rows nobody has taken in yet."""
    t.run("update courier_parcel set waiting = $2 where id = $1", parcel_id, waiting)


# -- cases --------------------------------------------------------------------------------------------------------------


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(**{**row, "direction": Direction(row["direction"]), "gone": bool(row["gone"]), "state": State(row["state"])})


def cases(t: Transaction, partner_id: UUID, direction: Direction) -> dict[UUID, Kept]:
    """Every case of a partner that went or came, by its id at the sender."""
    rows = t.all(f"{_CASE} where c.partner_id = $1 and c.direction = $2 order by n.code, c.id", partner_id, direction.value)
    return {row["ref"]: _kept(row) for row in rows}


def of_nominations(t: Transaction, ids: Sequence[UUID], direction: Direction) -> list[Kept]:
    """What is known of some cases of ours."""
    return [_kept(row) for row in t.all(f"{_CASE} where c.nomination_id = any($1) and c.direction = $2 order by c.id", list(ids), direction.value)]


def keep(t: Transaction, partner_id: UUID, direction: Direction, ref: UUID, nomination_id: UUID, parcel_id: UUID, content: str, sha256: str) -> None:
    """What a case says in the newest parcel that told of it."""
    changed = t.run(
        """
        update courier_case set nomination_id = $4, parcel_id = $5, content = $6, sha256 = $7, gone = 0
        where partner_id = $1 and direction = $2 and ref = $3
        """,
        partner_id, direction.value, ref, nomination_id, parcel_id, content, sha256,
    )
    if not changed:
        t.run(
            """
            insert into courier_case (id, partner_id, direction, ref, nomination_id, parcel_id, content, sha256, answer, gone)
            values ($1, $2, $3, $4, $5, $6, $7, $8, '', 0)
            """,
            uuid4(), partner_id, direction.value, ref, nomination_id, parcel_id, content, sha256,
        )


def set_gone(t: Transaction, case_id: UUID, parcel_id: UUID) -> None:
    """The sender took a case back, in this parcel."""
    t.run("update courier_case set gone = 1, parcel_id = $2 where id = $1", case_id, parcel_id)


def set_answer(t: Transaction, case_id: UUID, answer: str) -> None:
    """The last result of a case that was sent or came."""
    t.run("update courier_case set answer = $2 where id = $1", case_id, answer)


def award_of(t: Transaction, nomination_id: UUID) -> dict[str, Any] | None:
    """The newest award of a case with its decision, revoked ones last; None when there is none."""
    rows = t.all(
        """
        select a.award_id, a.decision_kind, a.decision_title, a.number_text, a.decided_on, a.signer_name, a.signer_post, a.signer_capacity, a.place,
               a.organ, a.issuer_frozen, a.issuer_id, a.award_code, a.award_name, a.kind, a.salutation, a.name, a.post, a.unit, a.wording, a.subject,
               a.amount, a.state
        from v_award a where a.nomination_id = $1
        order by case when a.state = 'revoked' then 1 else 0 end, a.decided_on desc, a.award_id limit 1
        """,
        nomination_id,
    )
    return rows[0] if rows else None


def paper_of(t: Transaction, award_id: UUID) -> dict[str, Any] | None:
    """The certificate of an award that is out: year, number, code."""
    return t.one("select year, number, code from v_issued_paper where award_id = $1 order by year desc, number desc, code limit 1", award_id)
