"""Candidates that may repeat a case, narrowed by SQL; sketches of reports; phrases that say nothing about copying."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz, process

from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.screening.near import Candidate
from vietnamese import text

_MOST, _COMPARED = 2_000, 120
_CASE = """select n.id, n.code, n.state, n.title, n.issuer_id, n.campaign_id, n.subject_key, n.unit_id, n.recipient_id, n.deed_id,
    coalesce(n.submitted_at, n.created_at) as moment from nomination n"""
_GOING = "n.state not in ('draft', 'withdrawn', 'refused', 'failed', 'not_approved')"


def by_name(t: Transaction, name: str, patterns: Sequence[str], person_id: UUID | None, unit_id: UUID | None) -> list[dict[str, Any]]:
    """Cases of the recipients whose folded name is nearest to `name`, of this person, or of this unit itself.

    Small questions one after another: on large installations much faster than one join of everything. Of two thousand
    people who share few names only the nearest are wanted: they come by name, their ids as text.
    """
    likes = " or ".join(f"search like ${at} escape '\\'" for at in range(3, 3 + len(patterns)))
    found = t.all(
        f"""
        select search, sure, array_agg(id) as ids from (
            select cast(id as text) as id, search, (coalesce(person_id = $1, false) or coalesce(kind = 'collective' and unit_id = $2, false)) as sure
            from recipient where ({likes}) or person_id = $1 or (kind = 'collective' and unit_id = $2) limit {_MOST}
        ) r group by search, sure
        """,
        person_id or UUID(int=0), unit_id or UUID(int=0), *patterns,
    )  # fmt: skip
    nearest = process.extract(text.search_key(name), [row["search"] for row in found], scorer=fuzz.ratio, processor=None, limit=_COMPARED)
    ids = [each for row in found if row["sure"] for each in row["ids"]] + [each for _, _, at in nearest for each in found[at]["ids"]][:_COMPARED]
    if not ids:
        return []
    return t.all(f"{_CASE} where n.recipient_id = any($1::uuid[]) and {_GOING} limit {_MOST}", ids)


def by_title(t: Transaction, words: Sequence[str], deed_date: date | None) -> list[dict[str, Any]]:
    """Cases whose title has all these folded words, of deeds about the same day where one is known."""
    if not words:
        return []
    where = Conditions()
    for word in words:
        where.add("n.search like {} escape '\\'", f"%{word}%")
    if deed_date is not None:
        days = (deed_date - timedelta(days=3), deed_date + timedelta(days=3))
        where.add("n.deed_id in (select d.id from good_deed d where d.deed_date between {} and {})", *days)
    return t.all(f"{_CASE} where {where.sql} and {_GOING} limit {_COMPARED}", *where.values)


def _by_id(t: Transaction, sql: str, ids: Iterable[UUID | None]) -> dict[UUID, dict[str, Any]]:
    wanted = sorted({each for each in ids if each is not None}, key=str)
    return {row["id"]: row for row in t.all(sql, wanted)} if wanted else {}


def former_names(t: Transaction, units: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Names that some units had before, and names of units that became them by the reform."""
    if not units:
        return {}
    rows = t.all("select unit_id, name from v_former_name where unit_id = any($1) order by unit_id, name", list(units))
    found: dict[UUID, tuple[str, ...]] = {}
    for row in rows:
        found[row["unit_id"]] = (*found.get(row["unit_id"], ()), row["name"])
    return found


_RECIPIENT = """
    select r.id, r.name, r.kind, r.person_id, r.unit_id, p.birth_date, p.birth_year
    from recipient r left join person p on p.id = r.person_id where r.id = any($1)
"""


def _name(found: dict[UUID, dict[str, Any]], key: UUID) -> str:
    return found[key]["name"] if key in found else ""


def candidates(t: Transaction, found: Iterable[dict[str, Any]]) -> list[Candidate]:
    """Cases as candidates, each once, with the names and days around them."""
    rows = list({row["id"]: row for row in found}.values())
    recipients = _by_id(t, _RECIPIENT, (row["recipient_id"] for row in rows))
    units = _by_id(t, "select unit_id as id, name from v_unit_name where unit_id = any($1)", (row["unit_id"] for row in rows))
    issuers = _by_id(t, "select id, name from issuer where id = any($1)", (row["issuer_id"] for row in rows))
    deeds = _by_id(t, "select id, deed_date from good_deed where id = any($1)", (row["deed_id"] for row in rows))
    former = former_names(t, sorted({each["unit_id"] for each in recipients.values() if each["kind"] == "collective" and each["unit_id"]}, key=str))
    made = []
    for row in rows:
        recipient = recipients.get(row["recipient_id"])
        if recipient is None:
            continue
        deed, unit = deeds.get(row["deed_id"]), recipient["unit_id"]
        year = recipient["birth_date"].year if recipient["birth_date"] else recipient["birth_year"]
        made.append(
            Candidate(
                row["id"], row["code"], State(row["state"]), recipient["name"], recipient["kind"], recipient["person_id"], year, row["unit_id"],
                _name(units, row["unit_id"]), unit, row["title"], deed["deed_date"] if deed else None, row["issuer_id"],
                _name(issuers, row["issuer_id"]), row["campaign_id"], row["subject_key"], row["moment"].year, former.get(unit, ()),
            )
        )
    return made


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
