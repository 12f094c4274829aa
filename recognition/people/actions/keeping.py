"""Adding and changing people and their posts."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.people import entries, rules
from recognition.people import keys as hashing
from recognition.people.actions.reading import shown_with, with_posts
from recognition.people.store import persons as store
from recognition.people.store import recipients
from recognition.people.terms import Person, PersonForm, Post, PostForm
from recognition.units import actions as units
from vietnamese import dates

#: Who may add somebody: the administrator, and whoever proposes or records people who are not in the list yet.
_ADDERS = (Verb.MANAGE_PEOPLE, Verb.NOMINATE, Verb.RECORD_EXTERNAL)


def create(
    who: Actor | None, form: PersonForm, *, post: PostForm | None = None, distinct: bool = False, secret: bytes | None = None, key: UUID | None = None
) -> Person:
    """Add a person, with a first post where given.

    A number that somebody has already is refused. Same name and birth is a question: Invalid on `name`, unless
    `distinct` says that it is another person. Raises NotAllowed, NotFound (unit), Invalid.
    """
    with transaction(who, key) as t:
        _may_add(who)
        made, numbers = entries.person(form, uuid4(), 1, today=dates.today(), secret=secret or hashing.secret())
        _numbers_are_free(t, numbers, made)
        if not distinct:
            _ask_about_doubles(t, made)
        store.insert(t, made)
        for number in numbers:
            store.add_number(t, made.id, number)
        held = _new_post(t, made.id, post) if post is not None else None
        if held is not None:
            store.insert_post(t, held)
            made = shown_with(made, rules.post_on((held,), dates.today()))
        told = f", giữ «{held.title}» ở {held.unit_name} từ {dates.short(held.from_date)}" if held else ""
        audit.note(t, Verb.MANAGE_PEOPLE, "person", made.id, after=made, detail=f"Thêm {made.name}{told}.")
        t.result = str(made.id)
    return made


def change(who: Actor, person_id: UUID, version: int, form: PersonForm, *, secret: bytes | None = None, key: UUID | None = None) -> Person:
    """Change a person. An empty number leaves the one we know. Papers made before keep the old name.

    Raises NotAllowed, NotFound, Stale, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_PEOPLE)
        before = store.get(t, person_id)
        changed, numbers = entries.person(form, person_id, version + 1, today=dates.today(), secret=secret or hashing.secret())
        changed = replace(changed, merged_into=before.merged_into)
        _numbers_are_free(t, numbers, changed)
        store.update(t, changed, version)
        for number in numbers:
            store.set_number(t, person_id, number)
        recipients.rename_person(t, person_id, changed.name, changed.salutation)
        audit.note(t, Verb.MANAGE_PEOPLE, "person", person_id, before=before, after=changed, detail="Sửa thông tin cá nhân.")
        t.result = str(person_id)
        return with_posts(t, (changed,), dates.today())[0]


def assign_post(who: Actor | None, person_id: UUID, form: PostForm, key: UUID | None = None) -> Post:
    """Give a person a post in a unit that exists on its first day. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        if who is not None:
            permissions.require(who, Verb.MANAGE_PEOPLE)
        store.get(t, person_id)
        made = _add_post(t, person_id, form)
        t.result = str(made.id)
    return made


def end_post(who: Actor, post_id: UUID, last_day: date | str | None, key: UUID | None = None) -> Post:
    """Let a post end on its last day. Raises NotAllowed, NotFound, Invalid (before it began)."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_PEOPLE)
        before = store.post(t, post_id)
        check = Entry()
        day = check.day("to_date", last_day, "Ngày kết thúc")
        wrong = rules.end_sentence(before, day)
        if wrong is not None:
            check.refuse("to_date", wrong)
        check.done()
        store.end_post(t, post_id, day)
        after = replace(before, to_date=day)
        audit.note(t, Verb.MANAGE_PEOPLE, "person", before.person_id, before=before, after=after, detail=f"Thôi giữ «{before.title}» từ {dates.short(day)}.")
        t.result = str(post_id)
    return after


def _may_add(who: Actor | None) -> None:
    if who is not None and not any(permissions.allowed(who, verb) for verb in _ADDERS):
        raise NotAllowed()


def _numbers_are_free(t: Transaction, numbers: tuple[entries.Number, ...], made: Person) -> None:
    wrong = {}
    for number in numbers:
        other = store.with_number(t, number)
        if other is not None and other.id != made.id:
            wrong[number.kind.value] = f"{number.kind.label} này đã ghi cho {other.line}. Anh/chị mở người đó thay vì thêm mới."
    if wrong:
        raise Invalid(wrong)


def _ask_about_doubles(t: Transaction, made: Person) -> None:
    near = tuple(p for p in store.of_name(t, made.name) if rules.may_be_same(made.name, made.birth_date, made.birth_year, p))
    if near:
        raise Invalid({"name": rules.doubles_question(with_posts(t, near, dates.today()))})


def _add_post(t: Transaction, person_id: UUID, form: PostForm) -> Post:
    made = _new_post(t, person_id, form)
    twice = rules.posts_overlap(store.posts(t, person_id), made)
    if twice is not None:
        raise Invalid({"title": f"Người này đã giữ «{twice.title}» ở {twice.unit_name} từ {dates.short(twice.from_date)}."})
    store.insert_post(t, made)
    detail = f"Giữ «{made.title}» ở {made.unit_name} từ {dates.short(made.from_date)}."
    audit.note(t, Verb.MANAGE_PEOPLE, "person", person_id, after=made, detail=detail)
    return made


def _new_post(t: Transaction, person_id: UUID, form: PostForm) -> Post:
    """The post that a form describes, in a unit that exists on its first day. Raises NotFound, Invalid."""
    made = entries.post(form, uuid4(), person_id)
    unit = units.require_living(t, made.unit_id, made.from_date)
    if made.from_date < unit.from_date:
        raise Invalid({"from_date": f"«{unit.name}» thành lập ngày {dates.short(unit.from_date)}. Anh/chị chọn ngày từ đó về sau."})
    return replace(made, unit_name=unit.name)
