"""Rows into cases, a piece at a time; sending them; undoing the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.lists import sealing, somebody, store
from recognition.lists.actions import ground
from recognition.lists.actions.ground import KIND
from recognition.lists.known import Judged
from recognition.lists.terms import BatchState, Finding, Imported, Kind, Row, RowState, Standing
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nominee
from recognition.people import actions as people
from recognition.people.keys import normal
from recognition.people.terms import PostForm, RecipientClass
from recognition.units import actions as units
from vietnamese import dates

PIECE = 50
#: Cases in these states may still be taken back by undoing the import.
UNDOABLE = (State.DRAFT, State.SUBMITTED, State.ENDORSED, State.RETURNED)


def import_some(who: Actor, batch_id: UUID, key: UUID | None = None, *, limit: int = PIECE) -> Imported:
    """Make cases of the next good rows, at most `limit`, all in one transaction; what is not good stays in the list.

    Each row is judged once more first. Call it until `left` is 0. Raises NotAllowed, NotFound, Invalid while nobody
    has said whether old fonts become Unicode.
    """
    with reading(who) as t:
        if ground.lock(t, who, batch_id).fonts_open:
            raise Invalid({"": "Danh sách có chữ viết bằng phông cũ. Anh/chị xem chữ đã đổi và trả lời câu hỏi về phông chữ trước khi nhập."})
    try:
        return _piece(who, batch_id, limit, key)
    except Invalid:
        with reading(who) as t:
            ids = [row.id for row in store.ready(t, ground.lock(t, who, batch_id).id, limit)]
    return _one_by_one(who, batch_id, ids)


def _piece(who: Actor, batch_id: UUID, limit: int, key: UUID | None) -> Imported:
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id)
        rows = store.ready(t, batch_id, limit)
        found = ground.judged(t, who, batch, rows, alone=True)
        good = [(row, verdict) for row, verdict in found if row.standing is Standing.GOOD]
        store.replace_rows(t, [row for row, _ in found if row.standing is not Standing.GOOD])
        done = _cases(who, good)
        store.set_imported(t, done)
        if done:
            audit.note(t, Verb.IMPORT_LIST, KIND, batch_id, after={"cases": len(done)}, detail=f"Nhập {len(done)} dòng của «{batch.file_name}» thành hồ sơ.")
        left = store.figures(t, batch_id, 0).good
        t.result = str(len(done))
    return Imported(len(done), len(rows) - len(done), left)


def _one_by_one(who: Actor, batch_id: UUID, ids: Sequence[UUID]) -> Imported:
    """After a piece failed: each row alone; what fails keeps its reason."""
    made = refused = 0
    for row_id in ids:
        try:
            with transaction(who) as t:
                batch, row = ground.lock(t, who, batch_id), store.row(t, row_id)
                assert row is not None
                done = _cases(who, [pair for pair in ground.judged(t, who, batch, [row], alone=True) if pair[0].standing is Standing.GOOD])
                store.set_imported(t, done)
                made += len(done)
        except Invalid as wrong:
            refused += 1
            with transaction(who) as t:
                row = store.row(t, row_id)
                assert row is not None
                found = tuple(Finding("", sentence, Kind.WRONG, f"A{row.number}") for sentence in wrong.fields.values())
                store.replace_rows(t, [replace(row, findings=found, standing=Standing.WRONG, version=row.version + 1)])
    with reading(who) as t:
        left = store.figures(t, batch_id, 0).good
    return Imported(made, refused, left)


def _cases(who: Actor, good: Sequence[tuple[Row, Judged]]) -> dict[UUID, UUID]:
    opened = sealing.open_all([row.sealed for row, _ in good])
    made: dict[UUID, UUID] = {}
    for (row, verdict), numbers in zip(good, opened, strict=True):
        nominee = verdict.data.nominee
        assert nominee is not None
        if verdict.kind is RecipientKind.INDIVIDUAL and verdict.person is None:
            nominee = Nominee(verdict.kind, person_id=_person(who, row, verdict, numbers), unit_id=verdict.unit_id)
        made[row.id] = nominations.save_draft(who, replace(verdict.data, nominee=nominee)).id
    return made


def _person(who: Actor, row: Row, verdict: Judged, numbers: Mapping[str, str]) -> UUID:
    """Somebody new, once: the same number again (a second row of this list) is the same person."""
    for name, number in numbers.items():
        found = people.person_with_number(who, somebody.KEYS[name], number)
        if found is not None:
            return found.id
    assert verdict.unit_id is not None
    since = max(dates.today().replace(month=1, day=1), units.get(None, verdict.unit_id).from_date)
    manager = row.fields.get("recipient_class", "").lower().startswith(("manager", "lãnh đạo", "quản lý"))
    post = PostForm(verdict.unit_id, row.fields.get("post", ""), RecipientClass.MANAGER if manager else RecipientClass.DIRECT_WORKER, since)
    return people.create(who, somebody.new_person_form(row, _sound(numbers)), post=post, distinct=True).id


def _sound(numbers: Mapping[str, str]) -> dict[str, str]:
    return {name: normal(somebody.KEYS[name], number) for name, number in numbers.items()}


def cases(who: Actor, batch_id: UUID) -> list[dict[str, object]]:
    """The cases that a list made: id, code, title, recipient_name, state, version. Raises NotFound."""
    with reading(who) as t:
        ground.seen(t, who, batch_id)
        return store.cases(t, batch_id)


def send_all(who: Actor, batch_id: UUID) -> list[tuple[str, str]]:
    """Send every case of a list that is still a draft; for those that cannot go yet: (name, why)."""
    refused = []
    for each in cases(who, batch_id):
        if each["state"] not in (State.DRAFT, State.RETURNED):
            continue
        try:
            nominations.submit(who, UUID(str(each["id"])), int(str(each["version"])))
        except HallError as wrong:
            refused.append((f"{each['code']} {each['recipient_name']}", wrong.sentence))
    return refused


def undo(who: Actor, batch_id: UUID, version: int, key: UUID | None = None) -> int:
    """Take back a whole import: each case of it is withdrawn, all or none. People who were added stay. How many.

    Raises NotAllowed, Stale, Invalid when a case is already with the secretary's screening or further.
    """
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id, version)
        permissions.require(who, Verb.UNDO_IMPORT, batch)
        made = store.cases(t, batch_id)
        far = [each for each in made if State(each["state"]) not in (*UNDOABLE, State.WITHDRAWN)]
        if far:
            names = ", ".join(str(each["code"]) for each in far[:5])
            raise Invalid(
                {
                    "": f"{len(far)} hồ sơ đã được tiếp nhận hoặc đã xét ({names}) nên không hoàn tác cả lần nhập được. Anh/chị rút từng hồ sơ khác, hoặc nhờ thư ký trả lại."
                }
            )
        for each in made:
            if each["state"] != State.WITHDRAWN:
                nominations.withdraw(who, each["id"], each["version"], f"Hoàn tác lần nhập «{batch.file_name}»")
            store.set_state(t, each["row_id"], _version(t, each["row_id"]), RowState.UNDONE)
        store.update(t, replace(batch, state=BatchState.UNDONE))
        audit.note(t, Verb.UNDO_IMPORT, KIND, batch_id, after={"cases": len(made)}, detail=f"Hoàn tác lần nhập «{batch.file_name}»: rút {len(made)} hồ sơ.")
        t.result = str(len(made))
    return len(made)


def _version(t: Transaction, row_id: UUID) -> int:
    found = store.row(t, row_id)
    assert found is not None
    return found.version
