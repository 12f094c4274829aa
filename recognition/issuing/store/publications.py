"""What is shown to the public, and why."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.terms import Basis, Publication, Published
from vietnamese import dates, text

_SHOWN = "p.published_at is not null and p.withdrawn_at is null and a.state = 'in_force'"
_PUBLIC = f"""
select p.id, a.salutation, a.name, a.post, a.unit, a.subject, p.title, p.body, a.award_name, a.number_text, a.decided_on,
       coalesce(nullif(f.caption, ''), f.file_name) as photo
from publication p join v_award a on a.award_id = p.award_id left join v_case_picture f on f.evidence_id = p.evidence_id where {_SHOWN}"""
_PARAGRAPH = "\n\n"  # a body is the decision's wording, then the story


def public(t: Transaction, search: str, limit: int, offset: int) -> list[Published]:
    """Published awards in force, the newest decisions first. No contact, no birth date, no money."""
    rows = t.all(
        f"""
        {_PUBLIC} and ($1::text = '' or a.search like $1 escape '\\')
        order by a.decided_on desc, a.name_sort, p.id limit $2 offset $3
        """,
        text.like_pattern(search) if search.strip() else "", limit, offset,
    )
    return [_published(row) for row in rows]


def public_one(t: Transaction, publication_id: UUID) -> Published | None:
    """One of them, while it is shown."""
    row = t.one(f"{_PUBLIC} and p.id = $1", publication_id)
    return _published(row) if row else None


def photo(t: Transaction, publication_id: UUID) -> str | None:
    """The stored file of the picture beside one of them, while both are shown."""
    blob: str | None = t.value(
        f"""
        select f.blob from publication p join v_award a on a.award_id = p.award_id join v_case_picture f on f.evidence_id = p.evidence_id
        where {_SHOWN} and p.id = $1
        """,
        publication_id,
    )
    return blob


def _published(row: dict[str, Any]) -> Published:
    name = f"{row['salutation']} {row['name']}".strip()
    where = ", ".join(part for part in (row["post"], row["unit"]) if part)
    detail = f"{where}. " if where else ""
    wording, _, story = row["body"].partition(_PARAGRAPH)
    detail += f"{row['award_name']}, Quyết định số {row['number_text']}, {dates.long(row['decided_on'])}"
    return Published(row["id"], name, row["subject"], wording, detail, story, photo=row["photo"])


def models_of(t: Transaction, publications: Collection[UUID]) -> dict[UUID, UUID]:
    """The model that each of some shown publications tells of, where it tells of one."""
    rows = t.all("select publication_id, model_id from v_published_model where publication_id = any($1)", list(publications))
    return {row["publication_id"]: row["model_id"] for row in rows}


def public_units(t: Transaction, units: Collection[UUID]) -> set[UUID]:
    """Those of some units that the public list names already."""
    return {row["unit_id"] for row in t.all("select unit_id from v_public_unit where unit_id = any($1)", list(units))}


def public_total(t: Transaction, search: str) -> int:
    """How many are shown."""
    return int(
        t.value(
            f"select count(*) from publication p join v_award a on a.award_id = p.award_id where {_SHOWN} and ($1::text = '' or a.search like $1 escape '\\')",
            text.like_pattern(search) if search.strip() else "",
        )
    )


def of_award(t: Transaction, award_id: UUID) -> Publication | None:
    """The publication of an award that is not withdrawn."""
    found = _rows(t, "p.award_id = $1 and p.withdrawn_at is null", award_id)
    return found[0] if found else None


def get(t: Transaction, publication_id: UUID) -> Publication | None:
    """One publication."""
    found = _rows(t, "p.id = $1", publication_id)
    return found[0] if found else None


def of_issuers(t: Transaction, issuers: list[UUID], limit: int, offset: int) -> list[Publication]:
    """Publications of some issuers, the newest first."""
    return _rows(t, "a.issuer_id = any($1)", issuers, tail=f"limit {int(limit)} offset {int(offset)}")


def _rows(t: Transaction, where: str, *params: Any, tail: str = "") -> list[Publication]:
    rows = t.all(
        f"""
        select p.id, p.award_id, a.salutation, a.name, p.title, p.basis, p.basis_detail, p.published_at, p.withdrawn_at, p.version,
            p.evidence_id, coalesce(p.photo_consent, '') as photo_consent
        from publication p join v_award a on a.award_id = p.award_id where {where} order by p.published_at desc, p.id {tail}
        """,
        *params,
    )
    return [_publication(row) for row in rows]


def _publication(row: dict[str, Any]) -> Publication:
    name = f"{row.pop('salutation')} {row['name']}".strip()
    return Publication(**{**row, "name": name, "basis": Basis(row["basis"])})


def consent(t: Transaction, award_id: UUID) -> tuple[bool, str]:
    """Whether the case of an award recorded a consent to publication, and its words."""
    row = t.one(
        "select n.publish, n.publish_basis from v_award a join v_nomination n on n.id = a.nomination_id where a.award_id = $1", award_id
    )
    return (bool(row["publish"]), row["publish_basis"]) if row else (False, "")


def story_of(t: Transaction, award_id: UUID) -> str:
    """What the award's case told: a deed's story, or a model's ways and results; empty for what has no case."""
    row = t.one(
        """
        select g.story, m.content, m.results from v_award a join nomination n on n.id = a.nomination_id
        left join good_deed g on g.id = n.deed_id
        left join model_year y on y.id = n.model_year_id left join exemplary_model m on m.id = y.model_id
        where a.award_id = $1
        """,
        award_id,
    )
    return _PARAGRAPH.join(part for part in (row["story"], row["content"], row["results"]) if part) if row else ""


def insert(t: Transaction, made: Publication, kind: str, wording: str, story: str, by: UUID) -> None:
    """Show something from now on."""
    t.run(
        """
        insert into publication (id, kind, object_id, award_id, title, body, basis, basis_detail, published_at, published_by, withdrawn_at,
            withdrawn_reason, version, evidence_id, photo_consent)
        values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, null, null, 1, $10::uuid, $11)
        """,
        made.id, kind, made.award_id, made.title, _PARAGRAPH.join(part for part in (wording, story) if part), made.basis, made.basis_detail, made.published_at, by,
        made.evidence_id, made.photo_consent,
    )


def withdraw(t: Transaction, publication_id: UUID, version: int, reason: str, at: datetime) -> int:
    """Take it away at once; rows changed."""
    return t.run(
        "update publication set withdrawn_at = $3, withdrawn_reason = $4, version = version + 1 where id = $1 and version = $2 and withdrawn_at is null",
        publication_id, version, at, reason,
    )
