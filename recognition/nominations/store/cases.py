"""The case itself: a nomination and, where it praises a deed, the deed."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from db import chain
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations.terms import (
    Commendation,
    Deed,
    DeedInput,
    Nomination,
    NominationInput,
    Reason,
    Subject,
    Tags,
)
from vietnamese import text

_DEED = """
    select id, story, reason, place, deed_date, known_date, beneficiaries, witness, tags from good_deed where id = $1
"""


def get(t: Transaction, nomination_id: UUID) -> Nomination | None:
    """One case, whoever asks."""
    return t.once(("nomination", nomination_id), lambda: _get(t, nomination_id))


def _get(t: Transaction, nomination_id: UUID) -> Nomination | None:
    row = t.one("select * from v_nomination where id = $1", nomination_id)
    if row is None:
        return None
    return nomination(row, t.one(_DEED, row["deed_id"]) if row["deed_id"] else None)


def seen(t: Transaction, who: Actor, nomination_id: UUID) -> bool:
    """Whether `who` may see the case."""
    where = visibility.seen_by(who)
    where.add("n.id = {}", nomination_id)
    return t.value(f"select 1 from nomination n where {where.sql}", *where.values) is not None


def nomination(row: dict[str, Any], deed: dict[str, Any] | None) -> Nomination:
    """A row of v_nomination as a Nomination."""
    values: dict[str, Any] = {name: row[name] for name in _PLAIN}
    values |= {name: row[name] or "" for name in _NAMES}
    values |= {name: bool(row[name]) for name in ("told", "publish", "posthumous")}
    return Nomination(
        subject=Subject(row["subject"]),
        deed=_deed(deed) if deed else None,
        commendation=Commendation(row["commendation"]),
        recipient_kind=RecipientKind(row["recipient_kind"]) if row["recipient_kind"] else None,
        state=State(row["state"]),
        returned_from=State(row["returned_from"]) if row["returned_from"] else None,
        reasons=tuple(Reason(item["field"], item["sentence"]) for item in json.loads(row["reasons"])),
        **values,
    )


_NAMES = ("campaign_name", "issuer_name", "unit_name", "recipient_name", "recipient_salutation", "award_code", "award_name")
_PLAIN = (
    "id", "code", "model_year_id", "campaign_id", "issuer_id", "unit_id", "recipient_id", "recipient_unit_id", "person_id", "award_type_id",
    "title", "achievement", "wording", "period_from", "period_to", "publish_basis", "contact", "shared_unit_id", "created_by", "created_at",
    "submitted_at", "endorsed_at", "endorsed_by", "accepted_at", "decided_at", "version",
)  # fmt: skip


def _deed(row: dict[str, Any]) -> Deed:
    return Deed(**{**row, "tags": read_tags(row["tags"])})


def read_tags(content: str) -> Tags:
    """Tags from their JSON."""
    found = json.loads(content)
    return Tags(
        Field(found["field"]) if found.get("field") else None,
        tuple(Papi(code) for code in found.get("papi", ())),
        tuple(Democracy(code) for code in found.get("democracy", ())),
    )


def write_tags(tags: Tags) -> str:
    """Tags as canonical JSON, codes in a fixed order."""
    return chain.canonical(
        {"field": tags.field.value if tags.field else None, "papi": sorted(each.value for each in tags.papi), "democracy": sorted(each.value for each in tags.democracy)}
    )


def reasons_json(reasons: tuple[Reason, ...]) -> str:
    """Reasons as canonical JSON."""
    return json.dumps(
        chain.plain([{"field": reason.field, "sentence": text.clean(reason.sentence)} for reason in reasons]),
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    )  # fmt: skip


# -- writing ----------------------------------------------------------------------------------------------------------


def insert(t: Transaction, data: NominationInput, stored: dict[str, Any], by: UUID, at: datetime) -> UUID:
    """Store a new case in draft. `stored`: what the action worked out (code, issuer, recipient, key, texts, search)."""
    made = uuid4()
    deed_id = _insert_deed(t, data, data.deed, by, at) if data.deed is not None else None
    t.run(
        """
        insert into nomination (id, code, subject, deed_id, unit_id, created_by, created_at, state, reasons, version, model_year_id,
            commendation, campaign_id, issuer_id, recipient_id, shared_unit_id, award_type_id, title, achievement, wording, period_from,
            period_to, told, publish, publish_basis, posthumous, contact, subject_key, search)
        values ($1, $2, $3, $4, $5, $6, $7, 'draft', '[]', 1, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26)
        """,
        made, stored["code"], data.subject.value, deed_id, data.unit_id, by, at, *_values(data, stored),
    )
    return made


def update(t: Transaction, before: Nomination, data: NominationInput, stored: dict[str, Any]) -> int:
    """Store what was changed; 0 when somebody else was quicker."""
    changed = t.run(
        """
        update nomination set version = version + 1, model_year_id = $3, commendation = $4, campaign_id = $5, issuer_id = $6,
            recipient_id = $7, shared_unit_id = $8, award_type_id = $9, title = $10, achievement = $11, wording = $12, period_from = $13,
            period_to = $14, told = $15, publish = $16, publish_basis = $17, posthumous = $18, contact = $19, subject_key = $20, search = $21
        where id = $1 and version = $2
        """,
        before.id, before.version, *_values(data, stored),
    )
    if changed and data.deed is not None and before.deed is not None:
        _update_deed(t, before.deed.id, data, data.deed)
    return changed


def _values(data: NominationInput, stored: dict[str, Any]) -> tuple[Any, ...]:
    return (
        data.model_year_id, data.commendation.value, data.campaign_id, stored["issuer_id"], stored["recipient_id"], stored["shared_unit_id"],
        data.award_type_id, data.title, stored["achievement"], data.wording, data.period_from, data.period_to, int(data.told),
        int(data.publish), data.publish_basis, int(data.posthumous), data.contact, stored["subject_key"], stored["search"],
    )  # fmt: skip


def _insert_deed(t: Transaction, data: NominationInput, deed: DeedInput, by: UUID, at: datetime) -> UUID:
    made = uuid4()
    t.run(
        """
        insert into good_deed (id, unit_id, created_by, created_at, version, title, story, reason, place, deed_date, known_date,
            beneficiaries, witness, tags, search)
        values ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        made, data.unit_id, by, at, *_deed_values(data, deed),
    )
    return made


def _update_deed(t: Transaction, deed_id: UUID, data: NominationInput, deed: DeedInput) -> None:
    t.run(
        """
        update good_deed set version = version + 1, title = $2, story = $3, reason = $4, place = $5, deed_date = $6, known_date = $7,
            beneficiaries = $8, witness = $9, tags = $10, search = $11
        where id = $1
        """,
        deed_id, *_deed_values(data, deed),
    )


def _deed_values(data: NominationInput, deed: DeedInput) -> tuple[Any, ...]:
    return (
        data.title, deed.story, deed.reason, deed.place, deed.deed_date, deed.known_date, deed.beneficiaries, deed.witness,
        write_tags(deed.tags), text.search_key(f"{data.title} {deed.place}"),
    )  # fmt: skip


#: What `set_state` may stamp besides the state.
STAMPS = ("returned_from", "reasons", "wording", "submitted_at", "endorsed_at", "endorsed_by", "accepted_at", "decided_at")


def set_state(t: Transaction, nomination_id: UUID, version: int, state: State, stamps: dict[str, Any]) -> int:
    """The state and the named stamps, all of `STAMPS`; 0 when somebody else was quicker."""
    unknown = set(stamps) - set(STAMPS)
    if unknown:
        raise TypeError(f"a nomination has no stamp {sorted(unknown)}")
    columns = "".join(f", {name} = ${number}" for number, name in enumerate(stamps, start=4))
    sql = f"update nomination set state = $3, version = version + 1{columns} where id = $1 and version = $2"
    return t.run(sql, nomination_id, version, state.value, *stamps.values())


def set_campaign(t: Transaction, before: Nomination, commendation: Commendation, campaign_id: UUID | None, issuer_id: UUID, key: str) -> int:
    """Move a case to another campaign, or out of any."""
    return t.run(
        """
        update nomination set commendation = $3, campaign_id = $4, issuer_id = $5, subject_key = $6, version = version + 1
        where id = $1 and version = $2
        """,
        before.id, before.version, commendation.value, campaign_id, issuer_id, key,
    )


def earlier(t: Transaction, subject_key: str, issuer_id: UUID, but: UUID) -> dict[str, Any] | None:
    """The oldest living case of the same key before the same issuer, other than `but`."""
    rows = t.all(
        """
        select code, unit_name, state from v_nomination
        where subject_key = $1 and issuer_id = $2 and id <> $3 and state not in ('draft', 'withdrawn', 'refused', 'failed', 'not_approved')
        order by created_at, id limit 1
        """,
        subject_key, issuer_id, but,
    )
    return rows[0] if rows else None


def on_hold(t: Transaction, nomination_id: UUID, person_id: UUID | None, unit_id: UUID | None, today: date) -> bool:
    """Whether a discipline or a hold on the recipient is in force today."""
    return (
        t.value(
            """
            select 1 from (
                select person_id, unit_id, null::uuid as nomination_id, from_date, to_date from v_discipline_in_force
                union all select person_id, unit_id, nomination_id, from_date, to_date from v_hold
            ) h
            where (h.person_id = $1 or h.unit_id = $2 or h.nomination_id = $3) and h.from_date <= $4 and (h.to_date is null or h.to_date >= $4)
            limit 1
            """,
            person_id, unit_id, nomination_id, today,
        )
        is not None
    )  # fmt: skip


def unit_fact(t: Transaction, unit_id: UUID) -> dict[str, Any] | None:
    """The unit as published: name, whether a leader endorses, the day it ended."""
    return t.one("select unit_id, name, endorsement, to_date, search from v_unit_name where unit_id = $1", unit_id)


def model_year(t: Transaction, model_year_id: UUID) -> dict[str, Any] | None:
    """A model's year as published by its room."""
    return t.one("select * from v_model_year where model_year_id = $1", model_year_id)



_OPEN = "created_by = $1 and state not in ('awarded', 'withdrawn', 'refused', 'failed', 'not_approved')"


def open_of(t: Transaction, account_id: UUID) -> int:
    """How many cases of an account have not come to an end."""
    return int(t.value(f"select count(*) from nomination where {_OPEN}", account_id))


def hand_over(t: Transaction, giver: UUID, taker: UUID) -> int:
    """Make the open cases of one account another's; how many."""
    return t.run(f"update nomination set created_by = $2, version = version + 1 where {_OPEN}", giver, taker)
