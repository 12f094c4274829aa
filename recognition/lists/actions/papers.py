"""Workbooks out and back in: the unit's own file with its wrong cells marked, the same file mended, the template of a campaign."""

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING
from uuid import UUID

import intake
from db import blobs
from intake.layout import from_json
from intake.workbook import Finding as Mark
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall import audit, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.lists import fields, rules, sealing, store
from recognition.lists.actions import ground
from recognition.lists.actions.ground import KIND
from recognition.lists.actions.reading import as_file, content_of, read_file, rows_of, with_reading
from recognition.lists.terms import FONTS, Batch, Finding, Kind, Returned, Row, RowState
from recognition.nominations.terms import Subject
from recognition.units import actions as units
from vietnamese import dates

if TYPE_CHECKING:
    from documents.templates import Entry

MOST = 25_000


def marked(who: Actor, batch_id: UUID) -> tuple[bytes, str]:
    """The unit's own workbook with its wrong cells coloured and commented, and its name; for a file that is no .xlsx
    a workbook of the rows to mend. Raises NotFound, Invalid."""
    with reading(who) as t:
        batch = ground.seen(t, who, batch_id)
        rows = store.rows(t, batch_id, (RowState.WAITING,))
    if not batch.file_name.lower().endswith(".xlsx"):
        return _to_mend(batch, rows), f"Cần sửa - {PurePath(batch.file_name).stem}.xlsx"
    marks = [Mark(row.sheet, finding.cell, finding.sentence) for row in rows for finding in row.findings if _to_mark(row, finding)]
    try:
        with as_file(batch.file_name, content_of(batch)) as path:
            return intake.annotate(path, marks), f"Cần sửa - {batch.file_name}"
    except intake.Refused as refused:
        raise Invalid({"": str(refused)}) from refused


def _to_mark(row: Row, finding: Finding) -> bool:
    """What blocks, and what the reading doubted in a cell; what was merely assumed is not coloured."""
    return finding.kind is not Kind.NOTE or (finding.sentence, finding.cell) in row.warnings


def _to_mend(batch: Batch, rows: list[Row]) -> bytes:
    from documents import sheets  # heavy: loaded when somebody asks for a file

    columns = [sheets.SheetColumn(title) for title in ("Trang", "Dòng", "Họ và tên / tên tập thể", "Kết quả", "Cần sửa, cần trả lời")]
    told = [
        (row.sheet, row.number, row.what, row.standing.label, " ".join(each.sentence for each in row.findings if each.kind is not Kind.NOTE))
        for row in rows
        if any(each.kind is not Kind.NOTE for each in row.findings)
    ]
    return sheets.table("Những dòng cần sửa", columns, told, subtitle=batch.file_name)


def take_back(who: Actor, batch_id: UUID, version: int, file_name: str, content: bytes, key: UUID | None = None) -> Returned:
    """Read a mended workbook: only rows that differ are looked at again; rows that went in stay as they are.

    Raises NotAllowed, Stale, Invalid (`file`).
    """
    with reading(who) as t:
        batch = ground.lock(t, who, batch_id, version)
        remembered = store.layout(t, batch.unit_id)
    told = read_file(file_name, content, from_json(remembered) if remembered else (), fonts=batch.answers.get(FONTS))
    came = rows_of(batch_id, told)
    with transaction(who, key) as t:
        batch = ground.lock(t, who, batch_id, version)
        kept = store.rows(t, batch_id)
        found = rules.difference(kept, [(row.sheet, row.number, row.print) for row in came])
        closed = _take(t, who, batch, found, came)
        blob = blobs.put(place.folder() / "files", sealing.closed(content))
        store.update(t, replace(with_reading(batch, told), blob=blob, round=batch.round + 1, file_name=PurePath(file_name).name[-150:]))
        back = Returned(len(found.changed) - len(closed), len(found.added), len(found.removed), len(found.same), closed)
        detail = f"Tệp sửa lần {batch.round + 1}: {back.changed} dòng đổi, {back.added} dòng thêm, {back.removed} dòng bỏ, {back.same} dòng giữ nguyên."
        audit.note(t, Verb.IMPORT_LIST, KIND, batch_id, after={"changed": back.changed, "added": back.added, "removed": back.removed}, detail=detail)
        t.result = str(batch_id)
    return back


def _take(t: Transaction, who: Actor, batch: Batch, found: rules.Difference, came: list[Row]) -> tuple[str, ...]:
    """Store what differs; what was imported before and differs now is only told."""
    closed, fresh = [], [came[at] for at in found.added]
    for row, at in found.changed:
        if row.state is RowState.IMPORTED:
            closed.append(f"Dòng {row.number}: {row.what}")
        else:
            fresh.append(replace(came[at], id=row.id, answers=row.answers, state=RowState.WAITING, version=row.version + 1))
    moved = [
        replace(row, number=came[at].number, sources=came[at].sources or row.sources, version=row.version + 1)
        for row, at in found.same
        if row.number != came[at].number
    ]
    store.replace_rows(t, moved)
    for row in found.removed:
        if row.state is RowState.WAITING:
            store.set_state(t, row.id, row.version, RowState.LEFT_OUT)
    store.delete_rows(t, [row.id for row in fresh])
    store.insert_rows(t, [checked for checked, _ in ground.judged(t, who, batch, fresh, alone=True)])
    return tuple(closed)


_GUIDE = (
    "Mỗi dòng là một cá nhân, tập thể hoặc hộ gia đình được đề nghị. Cột có dấu * là bắt buộc.",
    "Bấm vào một ô sẽ hiện lời nhắc; ô có danh sách thì chọn trong danh sách. Không đổi tên cột.",
    "Ngày ghi theo ngày/tháng/năm, ví dụ 05/11/2026. Số căn cước ghi đủ 12 chữ số.",
    "Chương trình kiểm tra từng dòng và cho anh/chị xem trước; chưa có gì được lưu trước khi anh/chị đồng ý.",
)


def template(who: Actor, campaign_id: UUID | None, subject: Subject = Subject.ACHIEVEMENT) -> tuple[bytes, str]:
    """The workbook of a campaign to fill in, with drop-downs of our units and awards, and its name.

    Raises NotAllowed, NotFound.
    """
    from documents import templates  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.IMPORT_LIST)
    campaign = campaigns.get(who, campaign_id) if campaign_id else None
    issuer = campaign.issuer_id if campaign else next((each.id for each in catalogue.issuers(who) if each.to_date is None), None)
    track = catalogue.issuer(who, issuer).track if issuer else None
    awards = tuple(dict.fromkeys(each.name for each in catalogue.award_types(who, track)))
    form = templates.Form("Danh sách", _entries(templates.Entry, awards, _units(who), subject))
    title = f"Danh sách đề nghị khen thưởng: {campaign.name}" if campaign else "Danh sách đề nghị khen đột xuất"
    lines = _GUIDE if campaign is None else (*_GUIDE, f"Thời gian của phong trào: {dates.short(campaign.from_date)} - {dates.short(campaign.to_date)}.")
    return templates.workbook(title, [form], lines), f"Mẫu danh sách {campaign.code if campaign else 'khen đột xuất'}.xlsx"


def _units(who: Actor) -> tuple[str, ...]:
    mine = who.units(Role.NOMINATOR, Role.UNIT_LEADER)
    near = {node.unit.id: node.unit for node in units.tree(who)}
    wanted = set(mine) | {unit.id for unit in near.values() if unit.parent_id in mine}
    return tuple(unit.name for unit in near.values() if unit.id in wanted)


def _entries(entry: type["Entry"], awards: tuple[str, ...], unit_names: tuple[str, ...], subject: Subject) -> tuple["Entry", ...]:
    kinds = tuple(kind.label for kind in RecipientKind)
    more = (
        (entry("Ngày làm việc tốt", "Ví dụ 20/11/2026.", required=True, is_date=True, width=14), entry("Nơi làm việc tốt", "Ví dụ: bến xe phía Bắc.", required=True, width=24))
        if subject is Subject.DEED
        else ()
    )  # fmt: skip
    return (
        entry("Loại đối tượng", "Cá nhân, tập thể hay hộ gia đình.", kinds, required=True, width=16),
        entry("Họ và tên / tên tập thể", "Viết hoa chữ cái đầu, ví dụ Trần Đức Hòa.", required=True, width=30),
        entry("Xưng hô", "Ông, Bà hoặc Đồng chí.", ("Ông", "Bà", "Đồng chí"), width=12),
        entry("Ngày sinh", "Ngày đầy đủ hoặc chỉ năm.", width=14),
        entry("Chức vụ", "Chức vụ hoặc công việc hiện nay.", width=22),
        entry("Đơn vị công tác", "Chọn trong danh sách, hoặc ghi tên đơn vị.", unit_names, width=34),
        entry("Địa chỉ", "Chỉ cần cho hộ gia đình: số nhà, thôn, xã hoặc phường.", width=28),
        entry("Hình thức đề nghị", "Chọn trong danh sách.", awards, required=True, width=26),
        entry(fields.LABELS["achievement"], "Việc đã làm, số liệu, tác dụng.", required=True, width=60),
        *more,
        entry("Số CCCD", "Đủ 12 chữ số; giúp nhận đúng người.", width=18),
    )
