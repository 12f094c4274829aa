"""Handing a list in, and looking at it."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any
from uuid import UUID, uuid4

import intake
from db import blobs
from intake.layout import from_json
from intake.mapping.model import Remembered
from intake.reading import ReadColumn
from recognition.campaigns import actions as campaigns
from recognition.hall import audit, kept_files, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.lists import checking, rules, sealing, somebody, store
from recognition.lists.actions import ground
from recognition.lists.actions.ground import KIND
from recognition.lists.terms import (
    CONVERT,
    FONTS,
    KEEP,
    Batch,
    BatchInput,
    BatchLine,
    BatchState,
    Column,
    Figures,
    NotData,
    Place,
    Row,
    RowState,
    Standing,
)
from recognition.nominations.terms import Commendation, Subject
from vietnamese import dates, text

#: What a list's file may be called at its end; anything else is refused by the reader with a sentence.
SUFFIXES = (".xlsx", ".xls", ".csv", ".tsv", ".docx", ".txt")


@contextmanager
def as_file(name: str, data: bytes) -> Iterator[Path]:
    """The bytes as a short-lived file that the limited child process can read."""
    suffix = PurePath(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="guong-sang-") as folder:
        path = Path(folder) / f"danh-sach{suffix if suffix in SUFFIXES else '.bin'}"
        path.write_bytes(data)
        yield path


def read_file(
    name: str, data: bytes, layout: Sequence[Remembered], progress: Callable[[int], None] | None = None, *, fonts: str | None = None
) -> intake.Reading:
    """The reading of a file by a limited child process; `fonts` is what was said of old fonts. Raises Invalid on `file`."""
    if not data:
        raise Invalid({"file": "Anh/chị chọn tệp danh sách."})
    if len(data) > intake.LIMITS.list_bytes:
        raise Invalid({"file": "Tệp lớn hơn 10 MB. Anh/chị bỏ bớt ảnh hoặc chia danh sách thành nhiều tệp."})
    try:
        with as_file(name, data) as path:
            return intake.read(path, layout, progress=progress, keep_fonts=fonts == KEEP)
    except intake.Refused as refused:
        raise Invalid({"file": str(refused)}) from refused


def rows_of(batch_id: UUID, told: intake.Reading) -> list[Row]:
    """Every recipient of a reading and every row that it refused, numbers of identity closed."""
    made, numbers = [], []
    for each in told.rows:
        plain = {name: str(value) for name, value in each.fields.items()}
        numbers.append({name: plain[name] for name in somebody.KEYS if plain.get(name)})
        sources = {name: Place(whence.sheet, whence.cell) for name, whence in each.sources.items()}
        cells = [*each.cells, *([""] * (len(each.warnings) - len(each.cells)))]
        mark = rules.printed(plain, None)
        made.append(_row(batch_id, each.sheet, each.row, plain, sources, tuple(zip(each.warnings, cells, strict=False)), None, mark))
    for no in told.refused:
        numbers.append({})
        made.append(_row(batch_id, no.sheet, no.row, {}, {}, (), no.reason, rules.printed({}, no.reason)))
    closed = sealing.close_all(numbers)
    return [ground.masked(row, own, seal) if own else row for row, own, seal in zip(made, numbers, closed, strict=True)]


def _row(
    batch_id: UUID, sheet: str, number: int, plain: Mapping[str, str], sources: Mapping[str, Place], warnings: tuple[tuple[str, str], ...],
    refused: str | None, mark: str,
) -> Row:  # fmt: skip
    key = checking.key_of(plain.get("name", ""))
    return Row(uuid4(), batch_id, sheet, number, plain, "", sources, warnings, refused, mark, key, {}, (), Standing.WRONG, RowState.WAITING, None, 1)


def start(who: Actor, data: BatchInput, file_name: str, content: bytes, key: UUID | None = None, progress: Callable[[int], None] | None = None) -> Batch:
    """Read a file and keep it as a list to look at; no case is made. Raises NotAllowed, Invalid (`file`, `title` …)."""
    with reading(who) as t:
        batch = _begun(t, who, data, file_name, content)
        remembered = store.layout(t, data.unit_id)
    batch = replace(batch, answers=_said_of_fonts(remembered))
    told = read_file(file_name, content, from_json(remembered) if remembered else (), progress, fonts=batch.answers.get(FONTS))
    rows, batch = rows_of(batch.id, told), with_reading(batch, told)
    del told  # the rows hold all of it that stays
    with transaction(who, key) as t:
        permissions.require(who, Verb.IMPORT_LIST, batch)
        batch = replace(batch, blob=blobs.put(place.folder() / "files", sealing.closed(content)))
        store.insert(t, batch)
        rows = ground.check_all(t, who, batch, rows)
        store.insert_rows(t, rows)
        audit.note(
            t, Verb.IMPORT_LIST, KIND, batch.id, after={"file": batch.file_name, "rows": len(rows)}, detail=f"Tải lên «{batch.file_name}»: {len(rows)} dòng."
        )
        t.result = str(batch.id)
    return batch


def _said_of_fonts(remembered: Any) -> dict[str, str]:
    """What the unit said of old fonts the last time, as an answer of this list; nothing when it was never asked."""
    said = remembered.get(FONTS) if isinstance(remembered, dict) else None
    return {FONTS: said} if said in (CONVERT, KEEP) else {}


def _begun(t: Transaction, who: Actor, data: BatchInput, file_name: str, content: bytes) -> Batch:
    issuer = campaigns.get(who, data.campaign_id).issuer_id if data.campaign_id else data.issuer_id
    deed = data.subject is Subject.DEED
    wrong = rules.check_batch(text.clean(data.title), deed=deed, told=data.told, period=(data.period_from, data.period_to))
    if issuer is None:
        wrong["issuer_id"] = "Anh/chị chọn phong trào, hoặc cơ quan xét khen đột xuất."
    if wrong:
        raise Invalid(wrong)
    assert issuer is not None
    commendation = Commendation.CAMPAIGN if data.campaign_id else Commendation.SPOT
    sha256 = hashlib.sha256(content).hexdigest()
    batch = Batch(
        uuid4(), data.unit_id, issuer, data.campaign_id, data.subject, commendation, data.award_type_id, text.clean(data.title), data.period_from,
        data.period_to, data.told, text.clean(PurePath(file_name).name)[-150:] or "danh sách", "", sha256, (), (), (), {}, 1, BatchState.OPEN,
        who.account_id, dates.now_utc(), 1,
    )  # fmt: skip
    permissions.require(who, Verb.IMPORT_LIST, batch)
    twice = store.with_sha(t, data.unit_id, sha256)
    if twice is not None:
        raise Invalid(
            {"file": f"Tệp này đã tải lên lúc {dates.moment(twice.created_at)} («{twice.file_name}»). Anh/chị mở danh sách đó để làm tiếp, hoặc bỏ nó trước."}
        )
    return batch


def _column(told: ReadColumn) -> Column:
    old = told.old
    plain = Column(told.sheet, told.heading, told.field, told.confidence)
    return replace(plain, font=old.name, cells=old.cells, before=old.before, after=old.after) if old else plain


def with_reading(batch: Batch, told: intake.Reading) -> Batch:
    """The list with what a reading says about columns and rows that are no data."""
    return replace(
        batch,
        columns=tuple(_column(each) for each in told.columns),
        not_data=tuple(NotData(each.sheet, each.row, each.why) for each in told.not_data),
        notes=tuple(told.notes),
    )


def content_of(batch: Batch) -> bytes:
    """The file as it came. Raises NotFound when it is no longer there, Unavailable when it is damaged or closed with another key."""
    return sealing.opened(kept_files.content(batch.blob, "Tệp gốc", "Anh/chị tải lên lại."))


def remap(who: Actor, batch_id: UUID, version: int, columns: Sequence[Column], key: UUID | None = None, *, remember: bool = True) -> Batch:
    """Read the same file again with other meanings of its columns; remembered for the unit. Raises Invalid, Stale.

    Only before anything was imported: afterwards a returned workbook is the way.
    """
    layout: list[dict[str, Any]] = [{"sheet": each.sheet, "heading": each.heading, "field": each.field} for each in columns]
    with reading(who) as t:
        batch = ground.lock(t, who, batch_id, version)
    told = read_file(batch.file_name, content_of(batch), from_json({"columns": layout}), fonts=batch.answers.get(FONTS))
    with transaction(who, key) as t:
        batch = _read_anew(t, who, batch_id, version, told, batch.answers)
        if remember:
            said = {name: value for name, value in batch.answers.items() if name == FONTS}
            store.keep_layout(t, batch.unit_id, {"columns": layout, **said}, who.account_id, dates.now_utc())
        audit.note(t, Verb.IMPORT_LIST, KIND, batch_id, after={"columns": layout}, detail=f"Đổi cách đọc cột của «{batch.file_name}».")
        t.result = str(batch_id)
    return replace(batch, version=batch.version + 1)


def answer_fonts(who: Actor, batch_id: UUID, version: int, *, convert: bool, key: UUID | None = None) -> Batch:
    """Say once whether text of old fonts becomes Unicode; remembered for the unit. The file is read anew only if that changes it.

    Raises NotAllowed, Stale, Invalid when something was imported already.
    """
    said = CONVERT if convert else KEEP
    with reading(who) as t:
        batch = ground.lock(t, who, batch_id, version)
        remembered = store.layout(t, batch.unit_id) or {"columns": []}
    layout = [{"sheet": each.sheet, "heading": each.heading, "field": each.field} for each in batch.columns]
    same = convert is not batch.fonts_kept  # what nobody has answered yet is shown converted
    told = None if same else read_file(batch.file_name, content_of(batch), from_json({"columns": layout}), fonts=said)
    with transaction(who, key) as t:
        answers = {**batch.answers, FONTS: said}
        if told is not None:
            batch = _read_anew(t, who, batch_id, version, told, answers)
        elif not store.update(t, replace(ground.lock(t, who, batch_id, version), answers=answers)):
            raise Stale()
        store.keep_layout(t, batch.unit_id, {**remembered, FONTS: said}, who.account_id, dates.now_utc())
        words = "Đổi chữ phông cũ sang Unicode" if convert else "Giữ nguyên chữ phông cũ"
        audit.note(t, Verb.IMPORT_LIST, KIND, batch_id, after={FONTS: said}, detail=f"{words} trong «{batch.file_name}».")
        t.result = str(batch_id)
    return replace(batch, answers=answers, version=batch.version + 1)


def _read_anew(t: Transaction, who: Actor, batch_id: UUID, version: int, told: intake.Reading, answers: Mapping[str, str]) -> Batch:
    """The list with another reading of its file; only before anything was imported. Raises Invalid, Stale."""
    batch = ground.lock(t, who, batch_id, version)
    old = store.rows(t, batch_id)
    if any(row.state is RowState.IMPORTED for row in old):
        raise Invalid({"columns": "Đã nhập một số dòng nên không đổi cách đọc cột được nữa. Anh/chị hoàn tác lần nhập trước."})
    batch = replace(with_reading(batch, told), answers=answers)
    if not store.update(t, batch):
        raise Stale()
    store.delete_rows(t, [row.id for row in old])
    store.insert_rows(t, ground.check_all(t, who, batch, rows_of(batch_id, told)))
    return batch


def get(who: Actor, batch_id: UUID) -> tuple[Batch, Figures]:
    """One list and how many rows stand how. Raises NotFound."""
    with reading(who) as t:
        batch = ground.seen(t, who, batch_id)
        return batch, store.figures(t, batch_id, len(batch.not_data))


def find(who: Actor, page: Page | None = None) -> Found[BatchLine]:
    """The lists of the units where the person nominates, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.IMPORT_LIST)
    page = page or Page(1, 20)
    with reading(who) as t:
        rows, total = store.lines(t, sorted(who.units(Role.NOMINATOR, subtree=False), key=str), page.limit, page.offset)
    return Found(rows, total)


def rows(who: Actor, batch_id: UUID, page: Page, *, standing: Standing | None = None, state: RowState | None = None, search: str = "") -> Found[Row]:
    """One page of a list's rows. Raises NotFound."""
    with reading(who) as t:
        ground.seen(t, who, batch_id)
        found, total = store.page(t, batch_id, standing, state, search, page.limit, page.offset)
    return Found(found, total)


def row(who: Actor, row_id: UUID) -> Row:
    """One row. Raises NotFound."""
    with reading(who) as t:
        found = store.row(t, row_id)
        if found is None:
            raise NotFound()
        ground.seen(t, who, found.batch_id)
    return found
