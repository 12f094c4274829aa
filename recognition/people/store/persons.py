"""People, keys and posts."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.conditions import Conditions
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.people.entries import Number
from recognition.people.terms import Gender, KeyKind, PastAward, Person, PersonKey, Post, RecipientClass
from vietnamese.names import name_sort
from vietnamese.text import search_key

_COLUMNS = "p.id, p.name, p.birth_date, p.birth_year, p.gender, p.salutation, p.merged_into, p.version"
_POSTS = """
    select o.id, o.person_id, o.unit_id, o.title, o.recipient_class, o.from_date, o.to_date, coalesce(u.name, '') as unit_name
    from post o left join v_unit_name u on u.unit_id = o.unit_id
"""


def _person(row: dict[str, Any]) -> Person:
    return Person(**{**row, "gender": Gender(row["gender"]) if row["gender"] else None})


def _post(row: dict[str, Any]) -> Post:
    return Post(**{**row, "recipient_class": RecipientClass(row["recipient_class"])})


def get(t: Transaction, person_id: UUID) -> Person:
    """One person. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from person p where p.id = $1", person_id)
    if row is None:
        raise NotFound("Không tìm thấy người này.")
    return _person(row)


_IN_UNITS = """p.id in (
    select o.person_id from post o where o.unit_id = any({}) and o.from_date <= {day} and (o.to_date is null or o.to_date >= {day})
)"""


def find(t: Transaction, words: str, units: Sequence[UUID] | None, day: date, limit: int, offset: int) -> tuple[tuple[Person, ...], int]:
    """People whose name matches (in one of the units on a day, unless `units` is None), by given name; and how many."""
    where = Conditions()
    where.add("p.merged_into is null")
    where.add_words("p.search", words)
    if units is not None:
        where.add(_IN_UNITS.replace("{day}", where.value(day)), list(units))
    total = int(t.value(f"select count(*) from person p where {where.sql}", *where.values))
    sql = f"select {_COLUMNS} from person p where {where.sql} order by p.name_sort, p.id limit {where.value(limit)} offset {where.value(offset)}"
    return tuple(_person(row) for row in t.all(sql, *where.values)), total


def of_name(t: Transaction, name: str) -> tuple[Person, ...]:
    """People of exactly this name, marks apart."""
    rows = t.all(f"select {_COLUMNS} from person p where p.search = $1 and p.merged_into is null order by p.id", search_key(name))
    return tuple(_person(row) for row in rows)


def of_names(t: Transaction, keys: Sequence[str]) -> tuple[Person, ...]:
    """People whose folded name is one of `keys`."""
    rows = t.all(f"select {_COLUMNS} from person p where p.search = any($1) and p.merged_into is null order by p.id", list(keys))
    return tuple(_person(row) for row in rows)


def insert(t: Transaction, person: Person) -> None:
    """A new person."""
    t.run(
        """
        insert into person (id, name, birth_date, birth_year, gender, salutation, merged_into, search, name_sort, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        person.id, person.name, person.birth_date, person.birth_year, person.gender, person.salutation, person.merged_into,
        search_key(person.name), name_sort(person.name), person.version,
    )


def update(t: Transaction, person: Person, version: int) -> None:
    """Change a person of `version`. Raises Stale."""
    rows = t.run(
        """
        update person set name = $3, birth_date = $4, birth_year = $5, gender = $6, salutation = $7, search = $8, name_sort = $9, version = $10
        where id = $1 and version = $2
        """,
        person.id, version, person.name, person.birth_date, person.birth_year, person.gender, person.salutation,
        search_key(person.name), name_sort(person.name), person.version,
    )
    if rows == 0:
        raise Stale()


def set_merged(t: Transaction, person_id: UUID, version: int, into: UUID | None) -> None:
    """Point a row at the one that goes on, or take the pointer away. Raises Stale."""
    if t.run("update person set merged_into = $3, version = version + 1 where id = $1 and version = $2", person_id, version, into) == 0:
        raise Stale()


def merged_into(t: Transaction, person_id: UUID) -> tuple[Person, ...]:
    """The rows that were merged into this one."""
    return tuple(_person(row) for row in t.all(f"select {_COLUMNS} from person p where p.merged_into = $1 order by p.name_sort, p.id", person_id))


def keys(t: Transaction, person_id: UUID) -> tuple[PersonKey, ...]:
    """What is known of a person's numbers."""
    rows = t.all("select kind, last_digits from person_key where person_id = $1 order by kind", person_id)
    return tuple(PersonKey(KeyKind(row["kind"]), row["last_digits"]) for row in rows)


def with_number(t: Transaction, number: Number) -> Person | None:
    """The person who has a number."""
    row = t.one(
        f"""
        select {_COLUMNS} from person_key k join person o on o.id = k.person_id join person p on p.id = coalesce(o.merged_into, o.id)
        where k.kind = $1 and k.keyed_hash = $2
        """,
        number.kind, number.keyed_hash,
    )
    return None if row is None else _person(row)


def with_hashes(t: Transaction, kind: KeyKind, hashes: Sequence[str]) -> dict[str, Person]:
    """Who has one of several numbers of a kind, by keyed hash."""
    if not hashes:
        return {}
    rows = t.all(
        f"""
        select k.keyed_hash, {_COLUMNS} from person_key k join person o on o.id = k.person_id join person p on p.id = coalesce(o.merged_into, o.id)
        where k.kind = $1 and k.keyed_hash = any($2)
        """,
        kind, list(hashes),
    )
    return {row.pop("keyed_hash"): _person(row) for row in rows}


def set_number(t: Transaction, person_id: UUID, number: Number) -> None:
    """Give a person a number; one of the same kind is replaced."""
    t.run("delete from person_key where person_id = $1 and kind = $2", person_id, number.kind)
    add_number(t, person_id, number)


def add_number(t: Transaction, person_id: UUID, number: Number) -> None:
    """Give a person a number of a kind that they have none of."""
    t.run(
        "insert into person_key (id, person_id, kind, keyed_hash, last_digits) values ($1, $2, $3, $4, $5)",
        uuid4(), person_id, number.kind, number.keyed_hash, number.last_digits,
    )


def posts(t: Transaction, person_id: UUID) -> tuple[Post, ...]:
    """All posts of a person, newest first."""
    return tuple(_post(row) for row in t.all(f"{_POSTS} where o.person_id = $1 order by o.from_date desc, o.id", person_id))


def posts_of(t: Transaction, people: Sequence[UUID]) -> dict[UUID, list[Post]]:
    """All posts of several people."""
    found: dict[UUID, list[Post]] = {}
    if people:
        for row in t.all(f"{_POSTS} where o.person_id = any($1) order by o.from_date desc, o.id", list(people)):
            found.setdefault(row["person_id"], []).append(_post(row))
    return found


def open_posts_in(t: Transaction, unit_id: UUID) -> tuple[Post, ...]:
    """Posts in a unit that have no last day yet, by the person's name."""
    rows = t.all(
        f"{_POSTS} join person p on p.id = o.person_id where o.unit_id = $1 and o.to_date is null and p.merged_into is null order by p.name_sort, o.id", unit_id
    )
    return tuple(_post(row) for row in rows)


def post(t: Transaction, post_id: UUID) -> Post:
    """One post. Raises NotFound."""
    row = t.one(f"{_POSTS} where o.id = $1", post_id)
    if row is None:
        raise NotFound("Không tìm thấy chức vụ này.")
    return _post(row)


def insert_post(t: Transaction, made: Post) -> None:
    """A new post."""
    t.run(
        "insert into post (id, person_id, unit_id, title, recipient_class, from_date, to_date) values ($1, $2, $3, $4, $5, $6, $7)",
        made.id, made.person_id, made.unit_id, made.title, made.recipient_class, made.from_date, made.to_date,
    )


def end_post(t: Transaction, post_id: UUID, last_day: date) -> None:
    """Let a post end."""
    t.run("update post set to_date = $2 where id = $1", post_id, last_day)


def past_awards(t: Transaction, column: str, ids: Sequence[UUID], units: Sequence[UUID] | None) -> tuple[PastAward, ...]:
    """Awards of people or units (`column` is person_id or unit_id), newest first; only of `units` unless None."""
    assert column in ("person_id", "unit_id")
    where = f"{column} = any($1)" + (" and person_id is null" if column == "unit_id" else "")
    if units is not None:
        return _awards(t, f"{where} and unit_id = any($2)", [list(ids), list(units)])
    return _awards(t, where, [list(ids)])


def _awards(t: Transaction, where: str, params: list[Any]) -> tuple[PastAward, ...]:
    rows = t.all(f"select * from v_past_award where {where} order by decided_on desc, award_id", *params)
    return tuple(PastAward.of(row) for row in rows)
