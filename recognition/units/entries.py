"""Typed units, names and papers, checked whole."""

from datetime import date
from uuid import UUID

from recognition.hall.entry import Entry
from recognition.units.rules import CODE
from recognition.units.terms import EndForm, MoveForm, RenameForm, Unit, UnitForm, UnitKind


def unit(form: UnitForm, unit_id: UUID, version: int, *, today: date) -> Unit:
    """The unit that a form describes. Raises Invalid."""
    check = Entry()
    name = check.line("name", form.name, "Tên đơn vị")
    made = Unit(
        id=unit_id,
        code=_code(check, form.code),
        name=name,
        short_name=check.line("short_name", form.short_name, "Tên viết tắt", required=False, most=100) or name,
        kind=check.choice("kind", form.kind, UnitKind, "Loại đơn vị"),
        parent_id=form.parent_id,
        cluster_id=form.cluster_id,
        endorsement=form.endorsement,
        from_date=check.day("from_date", form.from_date, "Ngày thành lập", latest=today),
        to_date=None,
        version=version,
    )
    check.done()
    return made


def _code(check: Entry, text: str) -> str:
    code = check.line("code", text, "Mã đơn vị", most=40).upper()
    if code and not CODE.fullmatch(code):
        check.refuse("code", "Mã đơn vị chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối, gạch dưới hoặc gạch chéo, ví dụ CB-YT01.")
    return code


def renaming(form: RenameForm, current: Unit, *, today: date) -> tuple[str, str, UnitKind, str, date]:
    """New name, short name, kind, paper and day. Raises Invalid."""
    check = Entry()
    name = check.line("name", form.name, "Tên mới")
    found = (
        name,
        check.line("short_name", form.short_name, "Tên viết tắt", required=False, most=100) or name,
        check.choice("kind", form.kind, UnitKind, "Loại đơn vị") if form.kind else current.kind,
        *_paper(check, form, today),
    )
    if name == current.name and found[1] == current.short_name and found[2] is current.kind:
        check.refuse("name", "Tên mới giống tên đang dùng. Anh/chị nhập tên khác.")
    check.done()
    return found


def paper(form: MoveForm | EndForm, *, today: date) -> tuple[str, date]:
    """By which paper, on which day. Raises Invalid."""
    check = Entry()
    found = _paper(check, form, today)
    check.done()
    return found


def _paper(check: Entry, form: RenameForm | MoveForm | EndForm, today: date) -> tuple[str, date]:
    return (
        check.line("paper", form.paper, "Văn bản căn cứ", most=200),
        check.day("on_date", form.on_date, "Ngày có hiệu lực", latest=today),
    )
