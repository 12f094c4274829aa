"""What happens to units by a paper: another name, another parent, merger, division, end. Nothing is rewritten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.units import entries, rules, store
from recognition.units.actions import listeners
from recognition.units.terms import EndForm, MoveForm, RenameForm, Succession, SuccessionKind, Unit, UnitName
from vietnamese import dates


def rename(who: Actor, unit_id: UUID, version: int, form: RenameForm, key: UUID | None = None) -> Unit:
    """Give a unit another name from a day on; papers before that day go on quoting the old one.

    Raises NotAllowed, NotFound, Stale, Invalid (a day before the present name began, or still to come).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        before = _living(t, unit_id)
        name, short_name, kind, paper, on_date = entries.renaming(form, before, today=dates.today())
        after = replace(before, name=name, short_name=short_name, kind=kind, version=version + 1)
        _follow(t, before, after, on_date)
        store.update(t, after, version)
        _step(t, SuccessionKind.RENAME, unit_id, unit_id, paper, on_date)
        listeners.tell(t, after)
        _note(t, before, after, f"Đổi tên từ {dates.short(on_date)} theo {paper}.")
    return after


def move(who: Actor, unit_id: UUID, version: int, form: MoveForm, key: UUID | None = None) -> Unit:
    """Put a unit under another one from a day on. Never under itself or its own descendants.

    Raises NotAllowed, NotFound, Stale, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        before = _living(t, unit_id)
        paper, on_date = entries.paper(form, today=dates.today())
        _parent(t, before, form.parent_id)
        after = replace(before, parent_id=form.parent_id, version=version + 1)
        _follow(t, before, after, on_date)
        store.update(t, after, version)
        _step(t, SuccessionKind.MOVE, unit_id, form.parent_id, paper, on_date)
        _note(t, before, after, f"Chuyển trực thuộc từ {dates.short(on_date)} theo {paper}.")
    return after


def dissolve(who: Actor, unit_id: UUID, version: int, form: EndForm, key: UUID | None = None) -> Unit:
    """End a unit on a day. Its papers stay; it can no longer nominate or be rewarded.

    Raises NotAllowed, NotFound, Stale, Invalid (units still under it).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        before = _living(t, unit_id)
        paper, on_date = entries.paper(form, today=dates.today())
        _no_children(t, before)
        after = _end(t, before, version, on_date)
        _step(t, SuccessionKind.DISSOLVE, unit_id, None, paper, on_date)
        _note(t, before, after, f"Giải thể từ {dates.short(on_date)} theo {paper}.")
    return after


def merge(who: Actor, from_ids: Sequence[UUID], into_id: UUID, form: EndForm, key: UUID | None = None) -> Unit:
    """Let units end on a day and go on in another one, which takes the units under them.

    Raises NotAllowed, NotFound, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        paper, on_date = entries.paper(form, today=dates.today())
        into = _living(t, into_id)
        sources = [_living(t, unit_id) for unit_id in dict.fromkeys(from_ids)]
        _check_merge(t, sources, into)
        for source in sources:
            for child in store.children(t, source.id):
                if child.id != into_id:
                    _follow(t, child, replace(child, parent_id=into_id), on_date)
                    _step(t, SuccessionKind.MOVE, child.id, into_id, paper, on_date)
            ended = _end(t, source, source.version, on_date)
            _step(t, SuccessionKind.MERGE, source.id, into_id, paper, on_date)
            _note(t, source, ended, f"Sáp nhập vào «{into.name}» từ {dates.short(on_date)} theo {paper}.")
        t.result = str(into_id)
    return into


def split(who: Actor, unit_id: UUID, version: int, into_ids: Sequence[UUID], form: EndForm, *, keep: bool = False, key: UUID | None = None) -> Unit:
    """Divide a unit into others (made before); with `keep` it goes on beside them.

    Raises NotAllowed, NotFound, Stale, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        before = _living(t, unit_id)
        paper, on_date = entries.paper(form, today=dates.today())
        targets = [_living(t, each) for each in dict.fromkeys(into_ids)]
        if not targets or any(target.id == unit_id for target in targets):
            raise Invalid({"into": "Anh/chị chọn ít nhất một đơn vị mới, khác với đơn vị được chia, tách."})
        if not keep:
            _no_children(t, before)
        after = before if keep else _end(t, before, version, on_date)
        for target in targets:
            _step(t, SuccessionKind.SPLIT, unit_id, target.id, paper, on_date)
        called = ", ".join(f"«{target.name}»" for target in targets)
        _note(t, before, after, f"Chia, tách thành {called} từ {dates.short(on_date)} theo {paper}.")
    return after


def _living(t: Transaction, unit_id: UUID) -> Unit:
    unit = store.get(t, unit_id)
    if unit.to_date is not None:
        raise Invalid({"": f"«{unit.name}» đã giải thể từ {dates.short(unit.to_date)} nên không thay đổi được nữa."})
    return unit


def _parent(t: Transaction, unit: Unit, parent_id: UUID | None) -> None:
    wrong = rules.wrong_parent(store.parents(t), unit.id, parent_id)
    if wrong is None and parent_id == unit.parent_id:
        wrong = "Đơn vị đang trực thuộc nơi vừa chọn. Anh/chị chọn đơn vị cấp trên khác."
    if wrong is None and parent_id is not None:
        parent = store.get(t, parent_id)
        if parent.to_date is not None:
            wrong = f"«{parent.name}» đã giải thể từ {dates.short(parent.to_date)}. Anh/chị chọn đơn vị cấp trên khác."
    if wrong is not None:
        raise Invalid({"parent_id": wrong})


def _no_children(t: Transaction, unit: Unit) -> None:
    below = store.children(t, unit.id)
    if below:
        raise Invalid({"": f"Còn {len(below)} đơn vị trực thuộc «{unit.name}», ví dụ «{below[0].name}». Anh/chị chuyển các đơn vị này trước."})


def _check_merge(t: Transaction, sources: Sequence[Unit], into: Unit) -> None:
    if not sources:
        raise Invalid({"from": "Anh/chị chọn ít nhất một đơn vị được sáp nhập."})
    tree = store.parents(t)
    for source in sources:
        if source.id == into.id:
            raise Invalid({"into": f"«{into.name}» không thể sáp nhập vào chính mình. Anh/chị chọn đơn vị khác."})
        if into.id in rules.below(tree, source.id):
            raise Invalid({"into": f"«{into.name}» đang trực thuộc «{source.name}». Anh/chị chuyển trực thuộc trước rồi sáp nhập."})


def _follow(t: Transaction, before: Unit, after: Unit, on_date: date) -> None:
    """Close the present name row on the day before and begin the next one. Raises Invalid."""
    current = store.names(t, before.id)[-1]
    wrong = rules.wrong_change_day(current, on_date, dates.today())
    if wrong is not None:
        raise Invalid({"on_date": wrong})
    store.close_name(t, before.id, rules.last_day_before(on_date))
    store.add_name(t, UnitName(uuid4(), after.id, after.name, after.short_name, after.kind, after.parent_id, on_date, None))


def _end(t: Transaction, before: Unit, version: int, on_date: date) -> Unit:
    """The last name stays open, so that lists and old papers can still say it. Raises Invalid, Stale."""
    current = store.names(t, before.id)[-1]
    if on_date < current.from_date:
        raise Invalid({"on_date": f"«{current.name}» dùng từ {dates.short(current.from_date)}, nên ngày kết thúc không thể trước ngày đó."})
    after = replace(before, to_date=on_date, version=version + 1)
    store.update(t, after, version)
    return after


def _step(t: Transaction, kind: SuccessionKind, from_unit: UUID, to_unit: UUID | None, paper: str, on_date: date) -> None:
    store.add_succession(t, Succession(uuid4(), kind, from_unit, to_unit, paper, on_date))


def _note(t: Transaction, before: Unit, after: Unit, detail: str) -> None:
    audit.note(t, Verb.MANAGE_UNITS, "unit", after.id, before=before, after=after, detail=detail)
    t.result = str(after.id)
