"""People as lists and one by one. Whole birth dates only for those who keep people, screen, or share a unit with them."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, Verb
from recognition.people import keys as hashing
from recognition.people import rules
from recognition.people.entries import Number
from recognition.people.store import persons as store
from recognition.people.terms import KeyKind, Person, PersonKey, Post
from recognition.units import actions as units
from vietnamese import dates
from vietnamese.text import clean, search_key

#: Whoever may do one of these works with people.
_READERS = (Verb.MANAGE_PEOPLE, Verb.MANAGE_ACCOUNTS, Verb.NOMINATE, Verb.ENDORSE, Verb.SCREEN, Verb.SEE_HISTORY, Verb.SEE_CERTIFICATES)
_OWN_UNITS = (Role.NOMINATOR, Role.UNIT_LEADER)


def find(who: Actor, text: str = "", page: Page | None = None, *, unit_id: UUID | None = None, day: date | None = None) -> Found[Person]:
    """People by a part of their name, by given name; with `unit_id` only those with a post in it or below it on `day`.

    Raises NotFound for an account that does not work with people.
    """
    permissions.require_any(who, _READERS)
    page, day = page or Page(), day or dates.today()
    with reading(who) as t:
        below = None if unit_id is None else sorted(units.subtree(t, unit_id), key=str)
        rows, total = store.find(t, text, below, day, page.limit, page.offset)
        return Found(tuple(_discreet(who, person) for person in with_posts(t, rows, day)), total)


def get(who: Actor | None, person_id: UUID) -> Person:
    """One person with their present post. Raises NotFound."""
    if who is not None and who.person_id != person_id:
        permissions.require_any(who, _READERS)
    with reading(who) as t:
        person = with_posts(t, (store.get(t, person_id),), dates.today())[0]
    return person if who is None else _discreet(who, person)


def posts(who: Actor | None, person_id: UUID) -> tuple[Post, ...]:
    """All posts of a person, newest first. Raises NotFound."""
    if who is not None and who.person_id != person_id:
        permissions.require_any(who, _READERS)
    with reading(who) as t:
        return store.posts(t, person_id)


def post_on(person_id: UUID, day: date) -> Post | None:
    """The post held on a day, for papers of that day."""
    with reading(None) as t:
        return rules.post_on(store.posts(t, person_id), day)


def keys(who: Actor, person_id: UUID) -> tuple[PersonKey, ...]:
    """Kinds and last digits of a person's numbers. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_PEOPLE)
    with reading(who) as t:
        return store.keys(t, person_id)


def possible_doubles(
    who: Actor | None, name: str, birth_date: date | None = None, birth_year: int | None = None, *, but: UUID | None = None
) -> tuple[Person, ...]:
    """People who may be the one just typed: same name, and births that do not speak against it. A question, never a match."""
    if who is not None:
        permissions.require_any(who, _READERS)
    with reading(who) as t:
        near = tuple(p for p in store.of_name(t, name) if p.id != but and rules.may_be_same(name, birth_date, birth_year, p))
        found = with_posts(t, near, dates.today())
    return found if who is None else tuple(_discreet(who, person) for person in found)


def person_with_number(who: Actor | None, kind: KeyKind, number: str, secret: bytes | None = None) -> Person | None:
    """The person who has exactly this number. Raises Invalid when it cannot be such a number."""
    if who is not None:
        permissions.require_any(who, _READERS)
    secret = secret or hashing.secret()
    try:
        typed = Number(kind, hashing.keyed_hash(secret, kind, clean(number)), "")
    except ValueError as wrong:
        raise Invalid({kind.value: str(wrong)}) from wrong
    with reading(who) as t:
        found = store.with_number(t, typed)
        return None if found is None else with_posts(t, (found,), dates.today())[0]


def people_with_numbers(who: Actor | None, kind: KeyKind, numbers: Sequence[str], secret: bytes | None = None) -> dict[str, Person]:
    """Who has one of many numbers: number as typed → person. What cannot be such a number is left out."""
    if who is not None:
        permissions.require_any(who, _READERS)
    secret = secret or hashing.secret()
    hashes: dict[str, str] = {}
    for number in numbers:
        with contextlib.suppress(ValueError):
            hashes[number] = hashing.keyed_hash(secret, kind, clean(number))
    with reading(who) as t:
        found = store.with_hashes(t, kind, sorted(set(hashes.values())))
    return {number: found[hashed] for number, hashed in hashes.items() if hashed in found}


def doubles_among(who: Actor | None, typed: Sequence[tuple[str, date | None, int | None]]) -> dict[int, tuple[Person, ...]]:
    """`possible_doubles` for many at once: index → people that may be the same."""
    if who is not None:
        permissions.require_any(who, _READERS)
    with reading(who) as t:
        known = store.of_names(t, sorted({search_key(name) for name, _, _ in typed}))
        by_name: dict[str, list[Person]] = {}
        for person in with_posts(t, known, dates.today()):
            by_name.setdefault(search_key(person.name), []).append(person)
    found = {}
    for index, (name, birth_date, birth_year) in enumerate(typed):
        near = tuple(p for p in by_name.get(search_key(name), ()) if rules.may_be_same(name, birth_date, birth_year, p))
        if near:
            found[index] = near
    return found


def with_posts(t: Transaction, people: tuple[Person, ...], day: date) -> tuple[Person, ...]:
    """The same people with the post of a day."""
    held = store.posts_of(t, [person.id for person in people])
    return tuple(shown_with(person, rules.post_on(held.get(person.id, []), day)) for person in people)


def shown_with(person: Person, post: Post | None) -> Person:
    """The same person, named with a post."""
    return person if post is None else replace(person, title=post.title, unit_id=post.unit_id, unit_name=post.unit_name)


def _discreet(who: Actor, person: Person) -> Person:
    """Only the year of birth for those who do not need more to tell two people apart."""
    near = who.has(Role.ADMINISTRATOR) or who.has(Role.SECRETARY) or who.person_id == person.id or person.unit_id in who.units(*_OWN_UNITS)
    if near or person.birth_date is None:
        return person
    return replace(person, birth_date=None, birth_year=person.birth_date.year)
