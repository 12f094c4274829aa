"""Mending a list in place: answers, typed corrections, one value for all empty cells, rows left out, check again."""

import re
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.lengths import too_long
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.lists import checking, fields, sealing, store
from recognition.lists.actions import ground
from recognition.lists.actions.ground import KIND
from recognition.lists.terms import Batch, BatchState, Place, Row, RowState
from vietnamese import dates
from vietnamese.text import clean, clean_multiline

TYPED = Place("sửa trên màn hình", "")
FILLED = Place("điền chung", "")
LONGEST = 5_000
#: A question of this kind is of the words, not of the row: one answer serves every row that says the same.
_SHARED = ("unit:", "award:")
_YEAR = re.compile(r"(19|20)\d\d")


def _mine(t: Transaction, who: Actor, row_id: UUID, version: int) -> tuple[Batch, Row]:
    found = store.row(t, row_id)
    if found is None:
        raise NotFound()
    batch = ground.lock(t, who, found.batch_id)
    if found.version != version:
        raise Stale()
    if found.state is RowState.IMPORTED:
        raise Invalid({"": "Dòng này đã nhập thành hồ sơ. Anh/chị sửa trong hồ sơ."})
    return batch, found


def _keep(t: Transaction, who: Actor, batch: Batch, row: Row) -> Row:
    checked = replace(ground.judged(t, who, batch, [row], alone=True)[0][0], version=row.version + 1)
    store.replace_rows(t, [checked])
    return checked


def change(who: Actor, row_id: UUID, version: int, typed: Mapping[str, str], key: UUID | None = None) -> Row:
    """Correct fields of a row by hand; an empty text takes the value away. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        batch, row = _mine(t, who, row_id, version)
        values = _typed(typed)
        kept = dict(sealing.open_all([row.sealed])[0])
        shown, sources = dict(row.fields), dict(row.sources)
        for name, value in values.items():
            if name in fields.NUMBERS:
                kept.pop(name, None)
                shown.pop(name, None)
                if value:
                    kept[name] = value
            else:
                shown[name] = value
            if not value:
                shown.pop(name, None)
                sources.pop(name, None)
            else:
                sources[name] = TYPED
        told = tuple(pair for pair in row.warnings if pair[1] not in {row.sources[name].cell for name in values if name in row.sources})
        refused = None if shown.get("name") else row.refused
        mended = ground.seal(replace(row, fields=shown, sources=sources, warnings=told, refused=refused, name_key=checking.key_of(shown.get("name", ""))), kept)
        after = _keep(t, who, batch, mended)
        audit.note(t, Verb.IMPORT_LIST, KIND, batch.id, after={"row": row.number, "fields": sorted(values)}, detail=f"Sửa dòng {row.number} ({row.what}).")
        t.result = str(row_id)
    return after


def _typed(typed: Mapping[str, str]) -> dict[str, str]:
    wrong: dict[str, str] = {}
    values = {}
    for name, value in typed.items():
        if name not in fields.LABELS:
            raise Invalid({"": "Không có cột này."})
        tidy = clean_multiline(value) if name == "achievement" else clean(value)
        if sentence := too_long(tidy, LONGEST, fields.LABELS[name]):
            wrong[name] = sentence
        elif tidy and name in ("birth_date", "deed_date"):
            try:
                tidy = dates.parse(tidy).isoformat()
            except ValueError as problem:
                wrong[name] = str(problem)
        elif tidy and name == "birth_year" and not _YEAR.fullmatch(tidy):
            wrong[name] = "Năm sinh gồm bốn chữ số, ví dụ 1985."
        values[name] = tidy
    if wrong:
        raise Invalid(wrong)
    return values


def answer(who: Actor, row_id: UUID, version: int, question: str, value: str, key: UUID | None = None) -> Row:
    """Answer a question of a row; where it is about words (a unit, an award), for every row that says the same.

    Raises NotAllowed, NotFound, Stale, Invalid when the answer was not offered.
    """
    with transaction(who, key) as t:
        batch, row = _mine(t, who, row_id, version)
        asked = next((finding for finding in row.findings if finding.question == question), None)
        if asked is None or value not in {option.value for option in asked.options} | _any_unit(who, question):
            raise Invalid({"answer": "Anh/chị chọn một câu trả lời trong danh sách."})
        if question.startswith(_SHARED):
            answered = replace(batch, answers={**batch.answers, question: value})
            if not store.update(t, answered):
                raise Stale()
            store.replace_rows(t, [replace(each, version=each.version + 1) for each in _again(t, who, answered)])
            after = store.row(t, row_id)
            assert after is not None
        elif question == "kind":
            after = _keep(t, who, batch, replace(row, fields={**row.fields, "kind": value}, sources={**row.sources, "kind": TYPED}))
        else:
            after = _keep(t, who, batch, replace(row, answers={**row.answers, question: value}))
        said = next((option.label for option in asked.options if option.value == value), value)
        audit.note(t, Verb.IMPORT_LIST, KIND, batch.id, after={"question": question, "answer": value}, detail=f"Dòng {row.number} ({row.what}): {said}.")
        t.result = str(row_id)
    return after


def _any_unit(who: Actor, question: str) -> set[str]:
    """A unit that was not offered may be chosen too."""
    from recognition.units import actions as units

    return {str(node.unit.id) for node in units.tree(who)} if question.startswith("unit:") else set()


def _again(t: Transaction, who: Actor, batch: Batch) -> list[Row]:
    waiting = store.rows(t, batch.id, (RowState.WAITING,))
    return [row for row, _ in ground.judged(t, who, batch, waiting, alone=True)]


def check_again(who: Actor, batch_id: UUID, key: UUID | None = None) -> int:
    """Judge every waiting row anew: the world may have changed since. How many."""
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id)
        rows = _again(t, who, batch)
        store.replace_rows(t, rows)
        t.result = str(len(rows))
    return len(rows)


def fill(who: Actor, batch_id: UUID, version: int, field: str, value: str, key: UUID | None = None) -> int:
    """Give every waiting row that says nothing in a field one value, said to be so in each of them; how many.

    Raises NotAllowed, Stale, Invalid (`fill`).
    """
    if field not in fields.LABELS or field in ("name", *fields.NUMBERS):
        raise Invalid({"fill": "Cột này phải ghi riêng cho từng dòng."})
    tidy = _typed({field: value})[field]
    if not tidy:
        raise Invalid({"fill": "Anh/chị nhập nội dung cần điền."})
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id, version)
        waiting = store.rows(t, batch_id, (RowState.WAITING,))
        empty = {row.id for row in waiting if not row.fields.get(field)}
        filled = [
            replace(row, fields={**row.fields, field: tidy}, sources={**row.sources, field: FILLED}, version=row.version + 1) if row.id in empty else row
            for row in waiting
        ]
        store.replace_rows(t, [row for row, _ in ground.judged(t, who, batch, filled, alone=True)])
        audit.note(
            t,
            Verb.IMPORT_LIST,
            KIND,
            batch_id,
            after={"field": field, "rows": len(empty)},
            detail=f"Điền «{fields.LABELS[field]}» cho {len(empty)} dòng trống.",
        )
        t.result = str(len(empty))
    return len(empty)


def leave_out(who: Actor, row_id: UUID, version: int, key: UUID | None = None) -> Row:
    """Leave a row out of the import; it stays in the list. Raises NotAllowed, NotFound, Stale."""
    return _moved(who, row_id, version, RowState.LEFT_OUT, key)


def take_in(who: Actor, row_id: UUID, version: int, key: UUID | None = None) -> Row:
    """Take a row in again that was left out. Raises NotAllowed, NotFound, Stale."""
    return _moved(who, row_id, version, RowState.WAITING, key)


def _moved(who: Actor, row_id: UUID, version: int, state: RowState, key: UUID | None) -> Row:
    with transaction(who, key) as t:
        batch, row = _mine(t, who, row_id, version)
        after = _keep(t, who, batch, replace(row, state=state))
        same_name = [each for each in store.twins(t, batch.id, [row.name_key]) if each.id != row_id and each.state is RowState.WAITING]
        store.replace_rows(t, [each for each, _ in ground.judged(t, who, batch, same_name, alone=True)])
        audit.note(t, Verb.IMPORT_LIST, KIND, batch.id, after={"row": row.number}, detail=f"{state.label} dòng {row.number} ({row.what}).")
        t.result = str(row_id)
    return after


def drop(who: Actor, batch_id: UUID, version: int, key: UUID | None = None) -> UUID:
    """Put away a list of which nothing was imported. Raises NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id, version)
        if store.figures(t, batch_id, 0).imported:
            raise Invalid({"": "Danh sách này đã có dòng nhập thành hồ sơ. Anh/chị hoàn tác lần nhập thay vì bỏ danh sách."})
        store.update(t, replace(batch, state=BatchState.DROPPED))
        audit.note(t, Verb.UNDO_IMPORT, KIND, batch_id, after={"state": "dropped"}, detail=f"Bỏ danh sách «{batch.file_name}».")
        t.result = str(batch_id)
    return batch_id
