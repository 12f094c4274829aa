"""Candidates that may repeat a case, narrowed by SQL; sketches of reports; phrases that say nothing about copying."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.screening.near import Candidate

_MOST = 400
_FIELDS = """n.id, n.code, n.state, n.title, n.issuer_id, n.campaign_id, n.subject_key, n.unit_id, r.name, r.kind, r.person_id,
    r.unit_id as recipient_unit_id, coalesce(p.birth_year, cast(extract(year from p.birth_date) as integer)) as birth_year, d.deed_date,
    cast(extract(year from coalesce(n.submitted_at, n.created_at)) as integer) as year, coalesce(u.name, '') as unit_name, coalesce(i.name, '') as issuer_name"""
_JOINS = """join recipient r on r.id = n.recipient_id left join person p on p.id = r.person_id left join good_deed d on d.id = n.deed_id
    left join v_unit_name u on u.unit_id = n.unit_id left join issuer i on i.id = n.issuer_id"""
_GOING = "n.state not in ('draft', 'withdrawn', 'refused', 'failed', 'not_approved')"


def by_name(t: Transaction, patterns: Sequence[str], person_id: UUID | None, unit_id: UUID | None) -> list[dict[str, Any]]:
    """Cases of recipients whose folded name fits one of `patterns`, of this person, or of this unit itself."""
    likes = " or ".join(f"search like ${at} escape '\\'" for at in range(3, 3 + len(patterns)))
    return t.all(
        f"""
        with near as (select id from recipient where ({likes}) or person_id = $1 or (kind = 'collective' and unit_id = $2) limit {_MOST})
        select {_FIELDS} from near join nomination n on n.recipient_id = near.id {_JOINS} where {_GOING} limit {_MOST}
        """,
        person_id or UUID(int=0), unit_id or UUID(int=0), *patterns,
    )  # fmt: skip


def by_title(t: Transaction, words: Sequence[str], deed_date: date | None) -> list[dict[str, Any]]:
    """Cases whose title has all these folded words, of deeds about the same day where one is known."""
    if not words:
        return []
    likes = " and ".join(f"n.search like ${at} escape '\\'" for at in range(3, 3 + len(words)))
    first, last = (deed_date - timedelta(days=3), deed_date + timedelta(days=3)) if deed_date else (None, None)
    return t.all(
        f"""
        select {_FIELDS} from nomination n {_JOINS}
        where {_GOING} and {likes} and ($1::date is null or (d.deed_date >= $1 and d.deed_date <= $2)) limit {_MOST}
        """,
        first, last, *(f"%{word}%" for word in words),
    )  # fmt: skip


def former_names(t: Transaction, units: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Names that some units had before, and names of units that became them by the reform."""
    if not units:
        return {}
    rows = t.all("select unit_id, name from v_former_name where unit_id = any($1) order by unit_id, name", list(units))
    found: dict[UUID, tuple[str, ...]] = {}
    for row in rows:
        found[row["unit_id"]] = (*found.get(row["unit_id"], ()), row["name"])
    return found


def candidates(rows: Iterable[dict[str, Any]], former: dict[UUID, tuple[str, ...]]) -> list[Candidate]:
    """Rows as candidates, each case once."""
    unique = {row["id"]: row for row in rows}
    return [Candidate(**{**row, "state": State(row["state"])}, former=former.get(row["recipient_unit_id"], ())) for row in unique.values()]


# -- reports -------------------------------------------------------------------------------------------------------------


def unsketched(t: Transaction, limit: int) -> list[dict[str, Any]]:
    """Sent cases whose text has no sketch yet, or another one than its sketch was made of."""
    return t.all(
        """
        select n.id, n.achievement, md5(n.achievement) as digest from nomination n left join text_sketched s on s.nomination_id = n.id
        where n.state not in ('draft', 'withdrawn') and s.digest is distinct from md5(n.achievement) order by n.id limit $1
        """,
        limit,
    )


def keep_sketches(t: Transaction, made: Sequence[tuple[UUID, str, Sequence[int]]]) -> None:
    """Sketches (case, digest of its text, hashes) in place of the earlier ones."""
    ids = [each[0] for each in made]
    t.run("delete from text_sketch where nomination_id = any($1)", ids)
    t.run("delete from text_sketched where nomination_id = any($1)", ids)
    t.tx.load("text_sketched", ["nomination_id", "digest"], [(each, digest) for each, digest, _ in made])
    t.tx.load("text_sketch", ["nomination_id", "shingle"], [(each, number) for each, _, numbers in made for number in numbers])


def sharing(t: Transaction, nomination_id: UUID, issuers: Sequence[UUID], least: int, most: int) -> list[dict[str, Any]]:
    """Cases before some issuers whose sketches share at least `least` hashes with a case, the most first."""
    return t.all(
        """
        with near as (
            select o.nomination_id as id, count(*) as shared from text_sketch m join text_sketch o on o.shingle = m.shingle
            where m.nomination_id = $1 and o.nomination_id <> $1 group by o.nomination_id having count(*) >= $3
            order by shared desc, o.nomination_id limit $4
        )
        select n.id, n.code, n.title, n.achievement, n.state, coalesce(r.name, '') as recipient_name, coalesce(u.name, '') as unit_name,
            cast(extract(year from coalesce(n.submitted_at, n.created_at)) as integer) as year
        from near join nomination n on n.id = near.id left join recipient r on r.id = n.recipient_id left join v_unit_name u on u.unit_id = n.unit_id
        where n.issuer_id = any($2) and n.state not in ('draft', 'submitted', 'withdrawn')
        order by near.shared desc, n.id
        """,
        nomination_id, list(issuers), least, most,
    )  # fmt: skip


def phrases(t: Transaction) -> list[dict[str, Any]]:
    """Phrases that everybody may write: id, phrase, added_at."""
    return t.all("select id, phrase, added_at from allowed_phrase order by added_at desc, id")


def add_phrase(t: Transaction, phrase_id: UUID, phrase: str, by: UUID, at: datetime) -> None:
    """Allow a phrase."""
    t.run("insert into allowed_phrase (id, phrase, added_by, added_at) values ($1, $2, $3, $4)", phrase_id, phrase, by, at)


def remove_phrase(t: Transaction, phrase_id: UUID) -> int:
    """Allow a phrase no longer."""
    return t.run("delete from allowed_phrase where id = $1", phrase_id)
