"""What hangs on a case: revisions, evidence; and drafts of what somebody is typing."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from db import chain
from recognition.hall.transaction import Transaction
from recognition.nominations.terms import Evidence, EvidenceInput, EvidenceKind, Revision

_REVISION = "select id, nomination_id, number, content, sha256, by_account, made_at from nomination_revision where nomination_id = $1"
_EVIDENCE = """
    select id, nomination_id, blob, kind, file_name, media_type, bytes, caption, picture_hash, taken_on, added_by, added_at
    from evidence
"""
_PROVES = """
    select x.evidence_id, x.criterion_id from evidence_criterion x join criterion c on c.id = x.criterion_id
    where x.evidence_id = any($1) order by c.number
"""


def add_revision(t: Transaction, nomination_id: UUID, content: Mapping[str, Any], by: UUID, at: datetime) -> Revision:
    """Fix the content of a case as it is sent."""
    canonical = chain.canonical(content)
    number = int(t.value("select coalesce(max(number), 0) + 1 from nomination_revision where nomination_id = $1", nomination_id))
    made = Revision(uuid4(), nomination_id, number, canonical, hashlib.sha256(canonical.encode()).hexdigest(), by, at)
    t.run(
        "insert into nomination_revision (id, nomination_id, number, content, sha256, by_account, made_at) values ($1, $2, $3, $4, $5, $6, $7)",
        made.id, nomination_id, number, canonical, made.sha256, by, at,
    )
    return made


def revisions(t: Transaction, nomination_id: UUID) -> list[Revision]:
    """All revisions, the newest first."""
    return [Revision(**row) for row in t.all(f"{_REVISION} order by number desc", nomination_id)]


def latest_revision(t: Transaction, nomination_id: UUID) -> Revision | None:
    """The revision that is being judged; None while nothing was sent."""
    rows = t.all(f"{_REVISION} order by number desc limit 1", nomination_id)
    return Revision(**rows[0]) if rows else None


def evidence(t: Transaction, nomination_id: UUID) -> list[Evidence]:
    """The files of a case, in the order in which they were added."""
    return _evidence(t, t.all(f"{_EVIDENCE} where nomination_id = $1 and removed_at is null order by added_at, id", nomination_id))


def one_evidence(t: Transaction, evidence_id: UUID) -> Evidence | None:
    """One file that was not removed."""
    found = _evidence(t, t.all(f"{_EVIDENCE} where id = $1 and removed_at is null", evidence_id))
    return found[0] if found else None


def _evidence(t: Transaction, rows: list[dict[str, Any]]) -> list[Evidence]:
    proves: dict[UUID, list[UUID]] = {}
    for line in t.all(_PROVES, [row["id"] for row in rows]) if rows else ():
        proves.setdefault(line["evidence_id"], []).append(line["criterion_id"])
    return [Evidence(**{**row, "kind": EvidenceKind(row["kind"]), "criteria": tuple(proves.get(row["id"], ()))}) for row in rows]


def add_evidence(t: Transaction, nomination_id: UUID, given: EvidenceInput, blob: str, facts: Mapping[str, Any], by: UUID, at: datetime) -> UUID:
    """Hang a stored file on a case. `facts`: media_type, bytes, picture_hash, taken_on."""
    made = uuid4()
    t.run(
        """
        insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, picture_hash, taken_on,
            added_by, added_at, removed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null)
        """,
        made, nomination_id, blob, given.kind.value, given.file_name, facts["media_type"], facts["bytes"], given.caption,
        facts["picture_hash"], facts["taken_on"], by, at,
    )  # fmt: skip
    prove(t, made, given.criteria)
    return made


def prove(t: Transaction, evidence_id: UUID, criteria: Iterable[UUID]) -> None:
    """Which lines of the score sheet a file proves, in place of those before."""
    t.run("delete from evidence_criterion where evidence_id = $1", evidence_id)
    rows = [(evidence_id, each) for each in dict.fromkeys(criteria)]
    if rows:
        t.many("insert into evidence_criterion (evidence_id, criterion_id) values ($1, $2)", rows)


def forget_criteria(t: Transaction, nomination_id: UUID, campaign_id: UUID | None) -> None:
    """A case that went to another campaign: what spoke of the former one's lines is gone."""
    elsewhere = "criterion_id not in (select id from criterion where campaign_id = $2)"
    t.run(
        f"delete from evidence_criterion where evidence_id in (select id from evidence where nomination_id = $1) and {elsewhere}",
        nomination_id, campaign_id or UUID(int=0),
    )
    t.run(f"delete from self_score where nomination_id = $1 and {elsewhere}", nomination_id, campaign_id or UUID(int=0))



def remove_evidence(t: Transaction, evidence_id: UUID, at: datetime) -> int:
    """Take a file off its case; earlier revisions still name it."""
    prove(t, evidence_id, ())
    return t.run("update evidence set removed_at = $2 where id = $1 and removed_at is null", evidence_id, at)


# -- what somebody is typing ------------------------------------------------------------------------------------------


def keep_draft(t: Transaction, account_id: UUID, kind: str, object_id: UUID | None, content: Mapping[str, Any], at: datetime) -> None:
    """Keep what is typed in a form, in place of what was kept before."""
    drop_draft(t, account_id, kind, object_id)
    t.run(
        "insert into draft (id, account_id, kind, object_id, content, saved_at) values ($1, $2, $3, $4, $5, $6)",
        uuid4(), account_id, kind, object_id, chain.canonical(content), at,
    )


def kept_draft(t: Transaction, account_id: UUID, kind: str, object_id: UUID | None) -> tuple[dict[str, Any], datetime] | None:
    """What was kept, and when; None when nothing."""
    row = t.one(
        "select content, saved_at from draft where account_id = $1 and kind = $2 and object_id is not distinct from $3::uuid",
        account_id, kind, object_id,
    )
    return (json.loads(row["content"]), row["saved_at"]) if row else None


def drop_draft(t: Transaction, account_id: UUID, kind: str, object_id: UUID | None) -> int:
    """Forget what was kept."""
    return t.run("delete from draft where account_id = $1 and kind = $2 and object_id is not distinct from $3::uuid", account_id, kind, object_id)
