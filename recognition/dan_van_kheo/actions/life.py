"""The life of a model between its reports: its unit writes short notes, everybody who sees the model sees its life line, silence is listed."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from recognition.dan_van_kheo import store
from recognition.dan_van_kheo.actions import ground
from recognition.dan_van_kheo.actions.ground import KIND
from recognition.dan_van_kheo.life_terms import Life, Note, NoteInput
from recognition.dan_van_kheo.rules import life as rules
from recognition.dan_van_kheo.store import life as life_store
from recognition.dan_van_kheo.terms import Model, ModelFilters, ModelLine
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, refuse, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import ModelState, Role, Verb
from vietnamese import dates, text

#: More reminders than this are not read at once.
MOST = 200


def silent_after() -> int:
    """Days without a sign of life that are silence, by the office's regulations."""
    return ground.regulation("model.silent_days", rules.SILENT_DAYS)


def note(who: Actor, year_id: UUID, data: NoteInput, key: UUID | None = None) -> Note:
    """Write down that the model was at work on a day, or stopped and why. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        model = ground.seen(t, who, year_id)
        permissions.require(who, Verb.NOTE_MODEL, model)
        if model.year.state is ModelState.ENDED:
            raise NotAllowed("Mô hình đã kết thúc nên không ghi giữa kỳ được nữa. Anh/chị mở năm đang theo dõi của mô hình.")
        refuse(rules.check_note(data, dates.to_local(model.year.created_at).date(), dates.today()))
        made = life_store.insert(t, model.id, year_id, data, who.account_id, dates.now_utc())
        found = _one(t, model.id, made)
        audit.note(t, Verb.NOTE_MODEL, KIND, year_id, after=found, case=model, detail=_told(found))
        t.result = str(made)
    return found


def change_note(who: Actor, year_id: UUID, note_id: UUID, data: NoteInput, key: UUID | None = None) -> Note:
    """Put one's own note of the last days right; the log keeps what it said. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        model, before = _mended(t, who, year_id, note_id, Verb.NOTE_MODEL)
        refuse(rules.check_note(data, dates.to_local(model.year.created_at).date(), dates.today()))
        life_store.update(t, note_id, data)
        found = _one(t, model.id, note_id)
        audit.note(t, Verb.NOTE_MODEL, KIND, year_id, before=before, after=found, case=model, detail=f"Sửa ghi ngày {_told(found)}")
        t.result = str(note_id)
    return found


def remove_note(who: Actor, year_id: UUID, note_id: UUID, key: UUID | None = None) -> Note:
    """Take one's own note of the last days back; the log keeps what it said. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        model, before = _mended(t, who, year_id, note_id, Verb.UNNOTE_MODEL)
        life_store.delete(t, note_id)
        audit.note(t, Verb.UNNOTE_MODEL, KIND, year_id, before=before, case=model, detail=_told(before))
        t.result = str(note_id)
    return before


def mendable(who: Actor, year_id: UUID) -> frozenset[UUID]:
    """The notes of a model that `who` may still put right or take back. Raises NotFound."""
    with reading(who) as t:
        model = ground.seen(t, who, year_id)
        if model.year.state is ModelState.ENDED or not permissions.allowed(who, Verb.UNNOTE_MODEL, model):
            return frozenset()
        since, today = life_store.days(t, {model.id})[year_id].recognised_on, dates.today()
        return frozenset(each.id for each in life_store.notes(t, model.id) if rules.may_mend(each, who.account_id, since, today) is None)


def _mended(t: Transaction, who: Actor, year_id: UUID, note_id: UUID, verb: Verb) -> tuple[Model, Note]:
    """The model and its note as it stands, once `who` may change it."""
    model = ground.seen(t, who, year_id)
    permissions.require(who, verb, model)
    if model.year.state is ModelState.ENDED:
        raise NotAllowed("Mô hình đã kết thúc nên ghi giữa kỳ giữ nguyên.")
    before = _one(t, model.id, note_id)
    refusal = rules.may_mend(before, who.account_id, life_store.days(t, {model.id})[year_id].recognised_on, dates.today())
    if refusal:
        raise NotAllowed(refusal)
    return model, before


def _one(t: Transaction, model_id: UUID, note_id: UUID) -> Note:
    return there(next((each for each in life_store.notes(t, model_id) if each.id == note_id), None))


def _told(made: Note) -> str:
    """A note in the history: the day, then the first line of what was done, or why it stopped."""
    said = made.done.split("\n", 1)[0] if made.going else f"Đã dừng: {made.reason}"
    return f"{dates.short(made.on_date)}. {text.clean(said)[:200]}"


def life_of(who: Actor, year_id: UUID) -> tuple[Life, list[Note]]:
    """The life of a year as it is today, and the model's notes, the newest first. Raises NotFound."""
    with reading(who) as t:
        model = ground.seen(t, who, year_id)
        return _lives(t, {year_id: model.id})[year_id], life_store.notes(t, model.id)


def lives(who: Actor, rows: Sequence[ModelLine]) -> dict[UUID, Life]:
    """The life of each row of a list that `who` was shown, by the year's id."""
    with reading(who) as t:
        return _lives(t, {row.year_id: row.model_id for row in rows})


def _lives(t: Transaction, years: dict[UUID, UUID]) -> dict[UUID, Life]:
    if not years:
        return {}
    today, every = dates.today(), silent_after()
    found = life_store.days(t, set(years.values()))
    return {year_id: rules.life(found[year_id], today, every) for year_id in years}


def silent(who: Actor) -> tuple[UUID, ...]:
    """The years of models that `who` may see whose sign of life is overdue."""
    permissions.require(who, Verb.SEE_MODELS)
    with reading(who) as t:
        quiet = life_store.watched(t, who, quiet_since=dates.today() - timedelta(days=silent_after()))
        return tuple(year_id for year_id, life in _lives(t, quiet).items() if life.silent)


def signs_due(who: Actor) -> dict[UUID, date]:
    """The years of models that `who` may see → the day by which a sign of life is wanted, or was. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_MODELS)
    with reading(who) as t:
        lives_of = _lives(t, life_store.watched(t, who))
    return {year_id: life.due for year_id, life in lives_of.items() if life.due is not None}


def wanted(who: Actor) -> list[tuple[ModelLine, Life]]:
    """Models of the units for which `who` writes that are due for a sign of life, the most urgent first. Raises NotAllowed.

    What is approved and has not begun is no case for a note: its unit is asked to begin.
    """
    permissions.require(who, Verb.NOTE_MODEL)
    today = dates.today()
    with reading(who) as t:
        found = _lives(t, life_store.watched(t, who, units=who.units(Role.NOMINATOR, subtree=False)))
        due = {year_id: life for year_id, life in found.items() if rules.reminded(life.due, today)}
        rows = store.page(t, who, ModelFilters(year_ids=tuple(due)), MOST, 0) if due else []
    begun = [row for row in rows if row.state is not ModelState.APPROVED]
    return sorted(((row, due[row.year_id]) for row in begun), key=lambda pair: (pair[1].due or today, pair[0].code))
