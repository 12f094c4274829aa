"""Every number of every rule: dated, with its clause, verified or said to be not."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from recognition.catalogue import entries, values
from recognition.catalogue.store import regulations as store
from recognition.catalogue.terms import AwardType, Regulation, RegulationForm
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates


def regulations(who: Actor, key: str | None = None) -> tuple[Regulation, ...]:
    """All values of all keys (or of one), the newest of each key first. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_REGULATIONS)
    with reading(who) as t:
        return store.everything(t) if key is None else store.of_key(t, key)


def regulation_on(key: str, day: date) -> Regulation:
    """The value of a rule in force on a day. Raises NotFound with a sentence that names the rule and the day."""
    with reading(None) as t:
        found = store.on(t, key, day)
    if found is None:
        label = values.MEANINGS[key].label if key in values.MEANINGS else key
        raise NotFound(f"Chưa có quy định «{label}» cho ngày {dates.short(day)}. Người quản trị thêm ở trang «Quy định».")
    return found


def regulations_on(day: date) -> dict[str, Regulation]:
    """Every rule's value in force on a day, by its key; a rule without one is not there."""
    with reading(None) as t:
        return store.all_on(t, day)


def base_salary(day: date) -> Regulation:
    """The base salary (đồng a month) in force on a day. Raises NotFound."""
    return regulation_on("base_salary", day)


def threshold_for(award: AwardType, day: date) -> Regulation:
    """The share of votes that an award asks for on a day: its own rule, else that of its paper, else that of titles.

    The value is {"fraction": "4/5", "strict": false, "base": "members"}. Raises NotFound.
    """
    own = f"threshold.{award.code.rpartition('.')[2]}"
    kinds = (own, f"threshold.{award.family.value}", "threshold.title")
    with reading(None) as t:
        for key in (key for key in kinds if key in values.MEANINGS):
            found = store.on(t, key, day)
            if found is not None:
                return found
    raise NotFound(f"Chưa có ngưỡng phiếu cho «{award.name}» ngày {dates.short(day)}. Người quản trị thêm ở trang «Quy định».")


def add_regulation(who: Actor, form: RegulationForm, key: UUID | None = None) -> Regulation:
    """Add a value from a day on. An open value of the same key ends the day before.

    Raises NotAllowed, Invalid (also when its dates cut into another value's).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_REGULATIONS)
        made = _made(form, uuid4(), 1)
        _make_room(t, made)
        store.insert(t, made, values.stored(made.value))
        audit.note(t, Verb.MANAGE_REGULATIONS, "regulation", made.id, after=made, detail=f"Thêm giá trị: {values.MEANINGS[made.key].label}.")
        t.result = str(made.id)
    return made


def change_regulation(who: Actor, regulation_id: UUID, version: int, form: RegulationForm, key: UUID | None = None) -> Regulation:
    """Correct a value, its clause or dates; it is to be confirmed anew. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_REGULATIONS)
        before = store.get(t, regulation_id)
        changed = replace(_made(replace(form, key=before.key), regulation_id, version + 1), verified=False, confirmed_paper=None)
        _no_overlap(changed, store.of_key(t, before.key))
        store.update(t, changed, values.stored(changed.value), version)
        audit.note(t, Verb.MANAGE_REGULATIONS, "regulation", regulation_id, before=before, after=changed)
        t.result = str(regulation_id)
    return changed


def confirm_regulation(who: Actor, regulation_id: UUID, version: int, paper: str, key: UUID | None = None) -> Regulation:
    """Confirm a value with the number of the paper that was compared. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_REGULATIONS)
        number = entries.paper(paper)
        before = store.get(t, regulation_id)
        store.confirm(t, regulation_id, version, number, who.account_id, dates.now_utc())
        after = store.get(t, regulation_id)
        audit.note(t, Verb.MANAGE_REGULATIONS, "regulation", regulation_id, before=before, after=after, detail=f"Đã đối chiếu với {number}.")
        t.result = str(regulation_id)
    return after


def _made(form: RegulationForm, regulation_id: UUID, version: int) -> Regulation:
    """The value that a form describes. Raises Invalid."""
    check = Entry()
    value = None
    if form.key not in values.MEANINGS:
        check.refuse("key", "Anh/chị chọn quy định trong danh sách.")
    else:
        try:
            value = values.read_value(form.key, form.value)
        except ValueError as wrong:
            check.refuse("value", str(wrong))
    clause = check.line("clause", form.clause, "Điều khoản, văn bản", most=500)
    start = check.day("from_date", form.from_date, "Ngày bắt đầu áp dụng")
    end = check.maybe_day("to_date", form.to_date, "Ngày hết áp dụng")
    check.order("to_date", start, end, ("Ngày bắt đầu áp dụng", "Ngày hết áp dụng"))
    check.done()
    return Regulation(regulation_id, form.key, value, clause, start, end, form.verified, form.confirmed_paper or None, None, version)


def _make_room(t: Transaction, made: Regulation) -> None:
    """Let the value before end on the day before; refuse what would overlap otherwise."""
    others = []
    for other in store.of_key(t, made.key):
        if other.to_date is None and other.from_date < made.from_date:
            store.end(t, other.id, made.from_date - timedelta(days=1))
        else:
            others.append(other)
    _no_overlap(made, tuple(others))


def _no_overlap(made: Regulation, others: tuple[Regulation, ...]) -> None:
    """One value of a key a day. Raises Invalid."""
    for other in others:
        if other.id == made.id:
            continue
        starts_before_end = other.to_date is None or made.from_date <= other.to_date
        ends_after_start = made.to_date is None or made.to_date >= other.from_date
        if starts_before_end and ends_after_start:
            span = f"từ {dates.short(other.from_date)}" + (f" đến {dates.short(other.to_date)}" if other.to_date else "")
            raise Invalid({"from_date": f"Quy định này đã có giá trị {span} ({other.clause}). Anh/chị sửa giá trị đó hoặc chọn ngày khác."})
