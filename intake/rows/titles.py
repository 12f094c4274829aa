"""What the lines above a table, the sheet's name and a Word table's paragraphs say of all its rows."""

from __future__ import annotations

import re

from intake.mapping import words
from intake.mapping.fields import Field
from intake.mapping.words import tidy
from intake.reading import Place
from intake.rows.sections import Section, section
from intake.rows.typed import Context
from intake.tables.grid import Row, Sheet, place

_UNIT = re.compile(
    r"^(tên |tên của )?(đơn vị|cơ quan|cơ quan, đơn vị|đơn vị công tác|cơ quan/đơn vị)\s*:\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^(đơn vị|cơ quan|cơ quan, đơn vị)\s+(đề nghị|trình|lập danh sách|đề xuất)\s*:\s*(?P<said>.*)$", re.IGNORECASE
)
_AWARD = re.compile(r"\b(giấy khen|bằng khen|kỷ niệm chương|giấy chứng nhận|cờ thi đua|huân chương|huy chương)\b")
_KINDS = (("tap the", words.COLLECTIVE), ("ca nhan", words.PERSON), ("ho gia dinh", words.HOUSEHOLD))
_BARE_KINDS = {"canhan": words.PERSON, "tapthe": words.COLLECTIVE, "hogiadinh": words.HOUSEHOLD}
LONGEST = 200  # characters of a title that is read


def before_the_first(context: Context, sheet: Sheet) -> None:
    """The sheet's name tells the kind at most; the paragraphs above a Word table are read like title rows."""
    told = section(sheet.name.replace("_", " "))
    bare = _BARE_KINDS.get(words.key(sheet.name).replace(" ", ""))
    kind = told.kind if told else bare
    if kind or bare:
        context.weak_kind = (kind or bare or "", Place(sheet.name, ""))
    if words.names_award(sheet.name):
        context.titled[Field.AWARD_FORM] = (sheet.name, Place(sheet.name, ""))
    for line in sheet.before:
        where = Place(sheet.name, "")
        told = section(line)
        if told and told.kind:
            context.sections.enter(Section(told.text, told.kind, None, told.award), where)
        else:
            _line(context, line, "", where)


def read(context: Context, number: int, row: Row) -> None:
    """One title row: the kind, the unit after "Đơn vị:", the award in "Danh sách đề nghị tặng Giấy khen"."""
    cells = sorted(row.items())
    for at, (column, cell) in enumerate(cells):
        beside = cells[at + 1] if at + 1 < len(cells) else None
        label = tidy(cell.text).endswith(":") and beside is not None
        where = Place(context.sheet, place(number, beside[0] if label and beside else column))
        _line(context, cell.text, beside[1].text if label and beside else "", where)


def _line(context: Context, text: str, beside: str, where: Place) -> None:
    shown = tidy(text[:LONGEST])
    for pattern, wanted in ((_UNIT, Field.UNIT), (_ASKING, Field.NOMINATING_UNIT)):
        found = pattern.match(shown)
        said = (found["said"] or tidy(beside[:LONGEST])).strip(" .…_") if found else ""
        if any(char.isalpha() for char in said):
            context.titled[wanted] = (said, where)
    key = words.key(shown)
    if not ("danh sach" in key or "bieu" in key):
        return
    kinds = {kind for word, kind in _KINDS if word in key}
    if len(kinds) == 1:
        context.weak_kind = (kinds.pop(), where)
    awards = {found[1] for found in _AWARD.finditer(shown.lower())}
    if len(awards) == 1 and "đã" not in shown.lower():
        context.titled[Field.AWARD_FORM] = (awards.pop().capitalize(), where)
