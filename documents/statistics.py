"""Forms of statistics: the sheet with its number, who reports to whom, columns and rows with codes, and two signatures."""

import io
from typing import Any, Literal

import xlsxwriter

from documents import letterhead, sheets
from documents.facts import StatisticsForm, Track
from documents.ooxml import Align, Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper
from vietnamese import dates, numbers

_SIZE = 11.0
_NAME, _CODE, _UNIT = 84.0, 11.0, 20.0  # mm
#: Who signs: the lines over the room for the pen.
_SIGNERS = (("Người lập biểu", "(Ký, ghi rõ họ tên)"), ("Thủ trưởng đơn vị", "(Ký, đóng dấu, ghi rõ họ tên)"))


def statistics_form(facts: StatisticsForm) -> bytes:
    """The form as .docx on A4 lying down; its head stands on every page, the signatures are never alone."""
    paper = Paper(letterhead.choose(Track.STATE, facts.day), landscape=True, title=f"{facts.title} {facts.period}", margins=(15, 15, 15, 15))
    _head(paper, facts)
    paper.center(facts.title, bold=True, size=13, after=2)
    paper.center(facts.period, italic=True, size=12, after=8)
    _table(paper, facts)
    for text in facts.remarks:
        paper.line(Run(text, italic=True, size=10), Shape(align="both", before=2, keep_next=True))
    _signatures(paper, facts)
    return paper.bytes()


def _head(paper: Paper, facts: StatisticsForm) -> None:
    half = paper.room / 2
    left = [Run(f"Biểu số: {facts.number}" if facts.number else facts.basis, bold=True, size=12)]
    left += [Run(facts.basis, size=12), Run(f"Ngày nhận báo cáo: {facts.due}", size=12)] if facts.number else []
    right = [Run("Đơn vị báo cáo: ", size=12), Run("Đơn vị nhận báo cáo: ", size=12)]
    said = [Run(facts.reporter, bold=True, size=12), Run(facts.receiver or "…" * 16, size=12)]
    cells = [
        Cell("".join(paragraph(each, Shape(after=2)) for each in left), half, vertical="top"),
        Cell("".join(paragraph(pair, Shape(after=2)) for pair in zip(right, said, strict=True)), half, vertical="top"),
    ]
    paper.add(table((half, half), [row(cells)], borders="none"))
    paper.gap(8, keep_next=True)


def _table(paper: Paper, facts: StatisticsForm) -> None:
    fixed = [_NAME, _CODE, *([_UNIT] if facts.counts_units else [])]
    each = (paper.room - sum(fixed)) / len(facts.columns)
    widths = [*fixed, *[each] * len(facts.columns)]
    rows = _heads(facts, widths)
    for i, line in enumerate(facts.rows):
        keep = i >= len(facts.rows) - 2
        if not line.code:
            rows.append(row([_cell(line.name, sum(widths), bold=True, span=len(widths), keep=True)]))
            continue
        bold = i == 0
        texts = [_cell(line.name, _NAME, bold=bold, keep=keep), _cell(line.code, _CODE, "center", bold=bold)]
        texts += [_cell(line.unit, _UNIT, "center")] if facts.counts_units else []
        rows.append(row([*texts, *(_cell(_said(number), each, "center", bold=bold) for number in line.numbers)]))
    paper.add(table(widths, rows, padding=1))
    paper.gap(4, keep_next=True)


def _heads(facts: StatisticsForm, widths: list[float]) -> list[str]:
    """Three rows: what stands over several columns, the columns, the codes of the columns."""
    fixed = ["", "Mã số", *(["Đơn vị tính"] if facts.counts_units else [])]
    first, *rest = facts.columns
    wide = sum(widths[len(fixed) + 1 :])
    titles = [*fixed, first.name]
    top = [_cell(text, width, "center", bold=True, merge="restart") for text, width in zip(titles, widths, strict=False)]
    below = [_cell("", width, "center", merge="continue") for _, width in zip(titles, widths, strict=False)]
    codes = [*"ABC"[: len(fixed)], *(column.code for column in facts.columns)]
    return [
        row([*top, _cell(facts.group, wide, "center", bold=True, span=len(rest))], header=True),
        row([*below, *(_cell(column.name, width, "center", bold=True) for column, width in zip(rest, widths[len(titles) :], strict=True))], header=True),
        row([_cell(code, width, "center", bold=True) for code, width in zip(codes, widths, strict=True)], header=True),
    ]  # fmt: skip


def _cell(text: str, width: float, align: Align = "left", *, bold: bool = False, span: int = 1, keep: bool = False, merge: Literal["", "restart", "continue"] = "") -> Cell:
    shape = Shape(align=align, before=1.5, after=1.5, left=3 * (len(text) - len(text.lstrip())) / 2, keep_next=keep)
    return Cell(paragraph(Run(text.strip() or "\u00a0", bold=bold, size=_SIZE), shape), width, span=span, merge=merge)


def _said(number: int | None) -> str:
    return "" if number is None else numbers.integer(number)


def _day(facts: StatisticsForm) -> str:
    return f"{facts.place}, {dates.long(facts.day)}" if facts.place else dates.long(facts.day).capitalize()


def _signatures(paper: Paper, facts: StatisticsForm) -> None:
    half = paper.room / 2
    made = []
    for at, (post, how) in enumerate(_SIGNERS):
        lines = [Run(_day(facts) if at else "", italic=True, size=12), Run(post, bold=True, size=12), Run(how, italic=True, size=11), Run("", size=12)]
        made.append(Cell("".join(paragraph(each, Shape(align="center", after=44 if each is lines[3] else 0)) for each in lines), half, vertical="top"))
    paper.gap(6, keep_next=True)
    paper.add(table((half, half), [row(made)], borders="none"))
    paper.gap(1)


def workbook(facts: StatisticsForm) -> bytes:
    """The form as .xlsx: the same head, merged titles, numbers as numbers, ready to print on A4 lying down."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}) as book:
        looks = _looks(book)
        sheet = book.add_worksheet("Biểu")
        fixed = 3 if facts.counts_units else 2
        last = fixed + len(facts.columns) - 1
        _sheet_head(sheet, facts, looks, last)
        end = _sheet_rows(sheet, facts, looks, fixed, _sheet_columns(sheet, facts, looks, fixed))
        _sheet_foot(sheet, facts, looks, end, last)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "text_wrap": True}
    cell = {**base, "border": 1}
    return {
        "plain": book.add_format({**base, "text_wrap": False}),
        "strong": book.add_format({**base, "text_wrap": False, "bold": True}),
        "title": book.add_format({**base, "bold": True, "font_size": 14, "align": "center"}),
        "middle": book.add_format({**base, "italic": True, "align": "center"}),
        "post": book.add_format({**base, "bold": True, "align": "center"}),
        "note": book.add_format({**base, "italic": True, "font_size": 11, "valign": "top"}),
        "head": book.add_format({**cell, "bold": True, "align": "center"}),
        "band": book.add_format({**cell, "bold": True}),
        "text": book.add_format(cell),
        "indent": book.add_format({**cell, "indent": 2}),
        "center": book.add_format({**cell, "align": "center", "num_format": "@"}),
        "number": book.add_format({**cell, "align": "right", "num_format": "#,##0"}),
        "total": book.add_format({**cell, "align": "right", "num_format": "#,##0", "bold": True}),
    }


def _sheet_head(sheet: Any, facts: StatisticsForm, looks: dict[str, Any], last: int) -> None:
    middle = last // 2 + 1
    left = [f"Biểu số: {facts.number}", facts.basis, f"Ngày nhận báo cáo: {facts.due}"] if facts.number else [facts.basis]
    for r, text in enumerate(left):
        sheet.write_string(r, 0, text, looks["plain" if r else "strong"])
    for r, text in enumerate((f"Đơn vị báo cáo: {facts.reporter}", f"Đơn vị nhận báo cáo: {facts.receiver or '…' * 12}")):
        sheet.write_string(r, middle, sheets.safe_text(text), looks["plain" if r else "strong"])
    sheet.merge_range(4, 0, 4, last, facts.title, looks["title"])
    sheet.set_row(4, 38 if len(facts.title) > 70 else 22)
    sheet.merge_range(5, 0, 5, last, facts.period, looks["middle"])


def _sheet_columns(sheet: Any, facts: StatisticsForm, looks: dict[str, Any], fixed: int) -> int:
    """The heads of the table; the row after them."""
    top = 7
    titles = ["", "Mã số", *(["Đơn vị tính"] if facts.counts_units else []), facts.columns[0].name]
    for c, title in enumerate(titles):
        sheet.merge_range(top, c, top + 1, c, title, looks["head"])
        sheet.set_column(c, c, (46, 7, 13)[min(c, 2)])
    rest = facts.columns[1:]
    if len(rest) > 1:
        sheet.merge_range(top, len(titles), top, len(titles) + len(rest) - 1, facts.group, looks["head"])
    for c, column in enumerate(rest, len(titles)):
        sheet.write_string(top + 1, c, sheets.safe_text(column.name), looks["head"])
        sheet.set_column(c, c, 18)
    sheet.set_row(top + 1, 16 * max(2, *(len(column.name) // 15 + 1 for column in rest)))
    for c, code in enumerate([*"ABC"[:fixed], *(column.code for column in facts.columns)]):
        sheet.write_string(top + 2, c, code, looks["head"])
    sheet.freeze_panes(top + 3, 1)
    sheet.repeat_rows(top, top + 2)
    return top + 3


def _sheet_rows(sheet: Any, facts: StatisticsForm, looks: dict[str, Any], fixed: int, start: int) -> int:
    for r, line in enumerate(facts.rows, start):
        sheet.set_row(r, 17 * (1 + len(line.name) // 46))
        if not line.code:
            sheet.merge_range(r, 0, r, fixed + len(facts.columns) - 1, line.name, looks["band"])
            continue
        name = "band" if r == start else "indent" if line.name.startswith(" ") else "text"
        sheet.write_string(r, 0, line.name.strip(), looks[name])
        sheet.write_string(r, 1, line.code, looks["center"])
        if facts.counts_units:
            sheet.write_string(r, 2, line.unit, looks["center"])
        for c, number in enumerate(line.numbers, fixed):
            sheets.write(sheet, r, c, number, looks["total" if r == start else "number"], looks["text"])
    return start + len(facts.rows)


def _sheet_foot(sheet: Any, facts: StatisticsForm, looks: dict[str, Any], end: int, last: int) -> None:
    for r, text in enumerate(facts.remarks, end + 1):
        sheet.merge_range(r, 0, r, last, sheets.safe_text(text), looks["note"])
        sheet.set_row(r, 16 * (1 + len(text) // 130))
    r, middle = end + len(facts.remarks) + 2, last // 2 + 1
    sheet.merge_range(r, middle, r, last, _day(facts), looks["middle"])
    for place, (post, how) in zip(((0, middle - 1), (middle, last)), _SIGNERS, strict=True):
        sheet.merge_range(r + 1, *_span(r + 1, place), post, looks["post"])
        sheet.merge_range(r + 2, *_span(r + 2, place), how, looks["middle"])


def _span(r: int, place: tuple[int, int]) -> tuple[int, int, int]:
    return place[0], r, place[1]
