"""Making units and putting right what was mistyped."""

from dataclasses import replace
from uuid import UUID, uuid4

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.units import entries, rules, store
from recognition.units.actions import listeners
from recognition.units.terms import Unit, UnitForm, UnitKind
from vietnamese import dates


def create(who: Actor | None, form: UnitForm, key: UUID | None = None) -> Unit:
    """Add a unit. `who` is None only at set-up. Raises NotAllowed, NotFound (parent), Invalid."""
    with transaction(who, key) as t:
        if who is not None:
            permissions.require(who, Verb.MANAGE_UNITS)
        made = entries.unit(form, uuid4(), 1, today=dates.today())
        _code_is_free(t, made)
        _neighbours(t, made)
        store.insert(t, made)
        audit.note(t, Verb.MANAGE_UNITS, "unit", made.id, after=made, detail=f"Thêm đơn vị {made.name}.")
        t.result = str(made.id)
    return made


def change(who: Actor, unit_id: UUID, version: int, form: UnitForm, key: UUID | None = None) -> Unit:
    """Put right what was mistyped (name, kind, parent, code, first day), or change endorsement and cluster.

    The present name row is corrected, no history is made: a new name by a paper is `rename`, another parent by a paper
    is `move`. Raises NotAllowed, NotFound, Stale, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_UNITS)
        before = store.get(t, unit_id)
        changed = replace(entries.unit(form, unit_id, version + 1, today=dates.today()), to_date=before.to_date)
        _code_is_free(t, changed)
        _neighbours(t, changed)
        _first_day(t, before, changed)
        store.update(t, changed, version)
        current = store.names(t, unit_id)[-1]
        first = changed.from_date if current.from_date == before.from_date else current.from_date
        store.correct_name(
            t, replace(current, name=changed.name, short_name=changed.short_name, kind=changed.kind, parent_id=changed.parent_id, from_date=first)
        )
        listeners.tell(t, changed)
        audit.note(t, Verb.MANAGE_UNITS, "unit", unit_id, before=before, after=changed, detail="Sửa thông tin đơn vị.")
        t.result = str(unit_id)
    return changed


def _code_is_free(t: Transaction, made: Unit) -> None:
    other = store.with_code(t, made.code)
    if other is not None and other.id != made.id:
        raise Invalid({"code": f"Mã {made.code} đã dùng cho «{other.name}». Anh/chị chọn mã khác."})


def _neighbours(t: Transaction, made: Unit) -> None:
    """Parent and cluster exist, live, and do not make a circle."""
    if made.parent_id is not None:
        parent = store.get(t, made.parent_id)
        wrong = rules.wrong_parent(store.parents(t), made.id, parent.id)
        if wrong is None and parent.to_date is not None:
            wrong = f"«{parent.name}» đã giải thể từ {dates.short(parent.to_date)}. Anh/chị chọn đơn vị cấp trên khác."
        if wrong is not None:
            raise Invalid({"parent_id": wrong})
    if made.cluster_id is not None:
        cluster = store.get(t, made.cluster_id)
        if cluster.kind is not UnitKind.CLUSTER or cluster.id == made.id:
            raise Invalid({"cluster_id": f"«{cluster.name}» không phải cụm, khối thi đua. Anh/chị chọn lại."})


def _first_day(t: Transaction, before: Unit, changed: Unit) -> None:
    """The first day cannot pass a later name or the end."""
    if changed.from_date == before.from_date:
        return
    if len(store.names(t, before.id)) > 1 or (before.to_date is not None and changed.from_date > before.to_date):
        raise Invalid({"from_date": "Đơn vị đã đổi tên hoặc giải thể sau ngày này, nên không sửa được ngày thành lập."})
