"""Reads the rows of a batch from Excel, CSV or JSON; headings in Vietnamese or English."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from certificates import headings
from certificates.errors import Refused
from certificates.facts import Facts
from certificates.headings import HEADINGS
from vietnamese import dates
from vietnamese.encodings import decode
from vietnamese.text import clean, search_key

MOST_ROWS = 20_000
MOST_BYTES = 40 * 1024 * 1024
HEAD_ROWS = 20
"""The heading row stands among the first so many rows."""
KINDS = {"ca nhan": "individual", "tap the": "collective", "ho gia dinh": "household"}
SHEETS = {"dang": "party", "nha nuoc": "state", "khong": "none"}
KEPT = frozenset({"verify_url", "stamp"})
"""What a file of kept facts holds besides; `--frozen` prints it, a list of data does not."""
EXCEL_ZERO = date(1899, 12, 30)
UNFIT = re.compile(rb'<c r="([A-Z]+)([0-9]+)"(?:(?! t="str")[^>])*?(?: t="(e)"[^>]*>|><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>)')
"""A cell of a worksheet that shows an error, or a formula without its last result."""
MOST_SHEET = 200 * 1024 * 1024
Told = Callable[[str], None]


def read_rows(path: Path, extras: Iterable[str] = (), told: Told | None = None) -> list[dict[str, Any]]:
    """Return the rows of a data file by column name; raises Refused with one sentence for what cannot be read.

    `extras` names the layout's own fields, which columns may carry; `told` hears which columns are not printed.
    """
    readers: dict[str, Callable[[bytes, _Sorter], list[dict[str, Any]]]] = {
        ".xlsx": _excel, ".xls": _excel, ".ods": _excel, ".csv": _csv, ".json": _json,
    }  # fmt: skip
    reader = readers.get(path.suffix.lower())
    if path.is_dir() or reader is None:
        raise Refused(f"Tệp dữ liệu «{path.name}» phải là .xlsx, .csv hoặc .json; hãy lưu lại theo một trong các dạng này.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("Tệp dữ liệu lớn hơn 40 MB; hãy chia nhỏ tệp.")
        data = path.read_bytes()
    except OSError as wrong:
        raise Refused(f"Không đọc được tệp «{path.name}»; hãy kiểm tra đường dẫn và quyền đọc.") from wrong
    sorter = _Sorter(frozenset(extras), told)
    rows = reader(data, sorter)
    if len(rows) > MOST_ROWS:
        raise Refused(f"Tệp có hơn {MOST_ROWS:,} dòng, quá nhiều cho một lần in; hãy chia nhỏ tệp.".replace(",", ".", 1))
    if not rows:
        raise Refused("Tệp dữ liệu không có dòng nào dưới dòng tiêu đề; hãy kiểm tra lại tệp.")
    return rows


class _Sorter:
    """Finds the heading row and names what stands below it."""

    def __init__(self, extras: frozenset[str], told: Told | None) -> None:
        self.extras, self._told = extras, told

    def table(self, rows: Sequence[Sequence[Any]]) -> tuple[int, list[str], list[dict[str, Any]]]:
        """Return (number of the heading row, from 1; the names of the columns; the rows by name)."""
        for number, row in enumerate(rows[:HEAD_ROWS], 1):
            said = [_text(cell) for cell in row]
            if "recipient" in (headings.column(cell, self.extras) for cell in said):
                names = headings.columns(said, self.extras)
                self.tell(headings.unused(said, names))
                filled = [r for r in rows[number:] if any(_text(c) for c in r)]
                return number, names, [{n: c for n, c in zip(names, r, strict=False) if n} for r in filled]
        raise Refused("Tệp dữ liệu không có cột «Họ và tên» (hoặc «Tên tập thể»); hãy thêm dòng tiêu đề có cột này.")

    def tell(self, sentence: str) -> None:
        """Say what is not printed."""
        if sentence and self._told:
            self._told(sentence)


def to_facts(rows: Iterable[Mapping[str, Any]], defaults: Mapping[str, str]) -> list[Facts]:
    """Turn rows into facts; what a row leaves empty comes from the layout's defaults. Raises Refused naming the row."""
    return [_facts(number, row, defaults) for number, row in enumerate(rows, 1)]


def _facts(number: int, row: Mapping[str, Any], defaults: Mapping[str, str]) -> Facts:
    values: dict[str, Any] = dict(defaults)
    extra: dict[str, str] = {}
    for name, cell in row.items():
        text = _text(cell)
        if name == "decision_date":
            values[name] = _date(number, cell) if text else None
        elif name in HEADINGS:
            if text:
                values[name] = text
        elif text:
            extra[name.removeprefix("extra.")] = text
    values["kind"] = KINDS.get(search_key(str(values.get("kind", ""))), values.get("kind") or "individual")
    values["heading"] = SHEETS.get(search_key(str(values.get("heading", ""))), values.get("heading") or "party")
    if isinstance(values.get("decision_date"), str):
        values["decision_date"] = _date(number, values["decision_date"])
    try:
        return Facts(**values, extra=extra)
    except Refused as wrong:
        raise Refused(f"Dòng {number}: {wrong.sentence}") from wrong


def _text(cell: Any) -> str:
    """Return a cell as printed text; whole floats lose their «.0»."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime | date):
        return dates.short(cell)
    return "" if cell is None else clean(str(cell))


def _date(number: int, cell: Any) -> date:
    """Return a day from a date, from what people type, or from the number that Excel keeps for a day (20000 to 80000)."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell)
    if text.isdigit() and 20_000 <= int(text) <= 80_000:
        return EXCEL_ZERO + timedelta(days=int(text))
    try:
        return dates.parse(text)
    except ValueError as wrong:
        raise Refused(f"Dòng {number}, ô «Ngày quyết định»: {wrong}") from wrong


def _excel(data: bytes, sorter: _Sorter) -> list[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook  # only for Excel: other files start faster without it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=MOST_ROWS + HEAD_ROWS + 1)
    except (CalamineError, ValueError, IndexError, OSError) as wrong:
        raise Refused("Tệp Excel không đọc được (hỏng, có mật khẩu, hoặc không phải Excel); hãy lưu lại thành .xlsx rồi thử lại.") from wrong
    head, names, rows = sorter.table(cells)
    _refuse_unfit(data, head, names)
    return rows


def _refuse_unfit(data: bytes, head: int, names: Sequence[str]) -> None:
    """Refuse a cell under one of our headings that holds an error, or a formula that was never calculated: it reads as empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            known = next((each for each in book.infolist() if each.filename == "xl/worksheets/sheet1.xml"), None)
            sheet = book.read(known) if known and known.file_size <= MOST_SHEET else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return
    for match in UNFIT.finditer(sheet):
        letters, row, error = match[1].decode(), int(match[2]), match[3]
        place = 0
        for letter in letters:
            place = place * 26 + ord(letter) - 64
        if row > head and place <= len(names) and names[place - 1]:
            what = "báo lỗi công thức" if error else "là công thức chưa có kết quả"
            raise Refused(f"Ô {letters}{row} của tệp Excel {what}; hãy mở tệp bằng Excel, sửa ô này rồi lưu lại.")


def _csv(data: bytes, sorter: _Sorter) -> list[dict[str, Any]]:
    text, _ = decode(data)
    first = text.split("\n", 1)[0]
    mark = max(";,\t", key=first.count)
    try:
        return sorter.table(list(csv.reader(io.StringIO(text), delimiter=mark)))[2]
    except csv.Error as wrong:
        raise Refused("Tệp CSV viết sai dạng; hãy mở bằng Excel rồi lưu lại thành CSV UTF-8.") from wrong


def _json(data: bytes, sorter: _Sorter) -> list[dict[str, Any]]:
    try:
        rows = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise Refused("Tệp JSON viết sai dạng; hãy xuất lại tệp.") from wrong
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise Refused("Tệp JSON phải là một danh sách các dòng; hãy xuất lại tệp.")
    named = [_named(number, row, sorter.extras) for number, row in enumerate(rows, 1)]
    if named and not any("recipient" in r for r in named):
        raise Refused("Tệp JSON không có mục «recipient» (họ và tên); hãy thêm mục này.")
    return named


def _no_number(word: str) -> Any:
    raise ValueError(word)


def _named(number: int, row: Mapping[str, Any], extras: Iterable[str]) -> dict[str, Any]:
    """A row of a JSON list by our names; what we do not know is kept as the layout's own. Raises Refused for a list in a cell."""
    found: dict[str, Any] = {}
    inside = row.get("extra")
    flat = {**row, **{f"extra.{name}": value for name, value in inside.items()}} if isinstance(inside, dict) else dict(row)
    for key, value in flat.items():
        if key in KEPT or (key == "extra" and isinstance(inside, dict)):
            continue
        if isinstance(value, dict | list):
            raise Refused(f"Dòng {number}, mục «{key}» phải là chữ, số hoặc ngày; hãy sửa mục này.")
        found[headings.column(key, extras) or key] = value
    return found
