"""Two rows that are one person become one, with a trace; people of a unit that ended go on in the next one."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.people.store import persons as store
from recognition.people.terms import Person, Post
from recognition.units import actions as units
from vietnamese import dates


def merge(who: Actor, double_id: UUID, version: int, into_id: UUID, key: UUID | None = None) -> Person:
    """Let a double point at the row that goes on. Nothing is rewritten: old cases and papers keep their row.

    Raises NotAllowed, NotFound, Stale, Invalid (itself, or a row that points elsewhere already).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_PEOPLE)
        double, into = store.get(t, double_id), store.get(t, into_id)
        if double.id == into.id:
            raise Invalid({"into": "Hai hồ sơ là một. Anh/chị chọn hồ sơ khác."})
        if double.merged_into is not None or into.merged_into is not None:
            raise Invalid({"into": "Một trong hai hồ sơ đã gộp vào hồ sơ khác. Anh/chị tải lại trang để xem."})
        if store.merged_into(t, double_id):
            raise Invalid({"into": f"Đã có hồ sơ gộp vào {double.name}. Anh/chị gộp theo chiều ngược lại."})
        store.set_merged(t, double_id, version, into_id)
        after = replace(double, merged_into=into_id, version=version + 1)
        audit.note(t, Verb.MANAGE_PEOPLE, "person", double_id, before=double, after=after, detail=f"Gộp {double.line} vào {into.line}.")
        t.result = str(into_id)
        return into


def part(who: Actor, double_id: UUID, version: int, key: UUID | None = None) -> Person:
    """Take a merge back. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_PEOPLE)
        before = store.get(t, double_id)
        if before.merged_into is None:
            raise Invalid({"": "Hồ sơ này không gộp vào hồ sơ nào."})
        store.set_merged(t, double_id, version, None)
        after = replace(before, merged_into=None, version=version + 1)
        audit.note(t, Verb.MANAGE_PEOPLE, "person", double_id, before=before, after=after, detail=f"Tách lại hồ sơ {before.line}.")
        t.result = str(double_id)
        return after


def merged(who: Actor, person_id: UUID) -> tuple[Person, ...]:
    """The rows that were merged into a person. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_PEOPLE)
    with reading(who) as t:
        return store.merged_into(t, person_id)


def open_posts(who: Actor, unit_id: UUID) -> tuple[Post, ...]:
    """Posts in a unit without a last day. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_PEOPLE)
    with reading(who) as t:
        return store.open_posts_in(t, unit_id)


def carry_posts(who: Actor, from_unit: UUID, to_unit: UUID, on_date: date | str | None, key: UUID | None = None) -> int:
    """People of one unit hold the same posts in another from a day on; how many.

    Raises NotAllowed, NotFound, Invalid (nobody there, the same unit, a unit that does not exist on that day).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_PEOPLE)
        check = Entry()
        day = check.day("on_date", on_date, "Ngày chuyển", latest=dates.today())
        check.done()
        if from_unit == to_unit:
            raise Invalid({"to_unit": "Hai đơn vị là một. Anh/chị chọn đơn vị khác."})
        unit = units.require_living(t, to_unit, day, field="to_unit")
        held = [post for post in store.open_posts_in(t, from_unit) if post.from_date < day]
        if not held or day < unit.from_date:
            raise Invalid({"on_date": f"Không có ai chuyển được sang «{unit.name}» từ {dates.short(day)}. Anh/chị xem lại ngày và danh sách."})
        for post in held:
            store.end_post(t, post.id, day - timedelta(days=1))
            store.insert_post(t, replace(post, id=uuid4(), unit_id=to_unit, from_date=day))
        detail = f"Chuyển {len(held)} người sang {unit.name} từ {dates.short(day)}."
        audit.note(t, Verb.MANAGE_PEOPLE, "unit", from_unit, after={"people": len(held)}, detail=detail)
        t.result = str(len(held))
        return len(held)
