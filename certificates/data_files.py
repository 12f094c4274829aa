"""Reads the rows of a batch from Excel, CSV or JSON; headings in Vietnamese or English."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from certificates.errors import Refused
from certificates.facts import Facts
from vietnamese import dates
from vietnamese.encodings import decode
from vietnamese.text import clean, search_key

MOST_ROWS = 20_000
MOST_BYTES = 40 * 1024 * 1024
HEADINGS: dict[str, tuple[str, ...]] = {
    "recipient": ("họ và tên", "họ tên", "tên", "tên tập thể", "họ tên đơn vị", "họ tên / tên tập thể", "người được khen", "tập thể", "tên cá nhân, tập thể"),
    "salutation": ("danh xưng", "xưng hô", "ông/bà", "ông bà"),
    "title": ("chức vụ", "chức danh"),
    "unit": ("đơn vị", "đơn vị công tác", "địa chỉ", "nơi công tác"),
    "achievement": ("thành tích", "nội dung thành tích", "nội dung khen", "tóm tắt thành tích"),
    "subject": ("tên mô hình", "mô hình"),
    "kind": ("loại", "đối tượng", "loại đối tượng"),
    "heading": ("tiêu đề",),
    "superior": ("cấp trên", "cơ quan cấp trên"),
    "awarding_line": ("cơ quan tặng", "cơ quan ban hành", "cơ quan khen"),
    "form": ("hình thức", "hình thức khen thưởng", "danh hiệu"),
    "verb": ("tặng",),
    "decision_number": ("số quyết định", "quyết định số", "số qđ"),
    "decision_date": ("ngày quyết định", "ngày qđ", "ngày ký", "ngày"),
    "place": ("địa danh", "nơi ký"),
    "signer_capacity": ("thay mặt", "tư cách ký"),
    "signer_post": ("chức vụ người ký", "chức danh người ký"),
    "signer_name": ("người ký", "họ tên người ký", "signer"),
    "register_line": ("tên sổ",),
    "serial": ("số vào sổ", "số sổ vàng", "số giấy khen"),
    "code": ("mã tra cứu",),
}
KINDS = {"ca nhan": "individual", "tap the": "collective", "ho gia dinh": "household"}
SHEETS = {"dang": "party", "nha nuoc": "state", "khong": "none"}


def _known_headings() -> dict[str, str]:
    return {search_key(word): name for name, words in HEADINGS.items() for word in (*words, name, name.replace("_", " "))}


KNOWN = _known_headings()


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a data file by column name; raises Refused with one sentence for what cannot be read."""
    readers: dict[str, Callable[[bytes], list[dict[str, Any]]]] = {".xlsx": _excel, ".xls": _excel, ".ods": _excel, ".csv": _csv, ".json": _json}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Refused(f"Tệp dữ liệu «{path.name}» phải là .xlsx, .csv hoặc .json; hãy lưu lại theo một trong các dạng này.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("Tệp dữ liệu lớn hơn 40 MB; hãy chia nhỏ tệp.")
        data = path.read_bytes()
    except OSError as wrong:
        raise Refused(f"Không đọc được tệp «{path.name}»; hãy kiểm tra đường dẫn và quyền đọc.") from wrong
    rows = reader(data)
    if len(rows) > MOST_ROWS:
        raise Refused(f"Tệp có hơn {MOST_ROWS:,} dòng, quá nhiều cho một lần in; hãy chia nhỏ tệp.".replace(",", ".", 1))
    if not rows:
        raise Refused("Tệp dữ liệu không có dòng nào dưới dòng tiêu đề; hãy kiểm tra lại tệp.")
    return rows


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
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return dates.parse(str(cell))
    except ValueError as wrong:
        raise Refused(f"Dòng {number}, ô «Ngày quyết định»: {wrong}") from wrong


def _table(rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Find the heading row among the first ten and name the columns below it."""
    for number, row in enumerate(rows[:10]):
        names = [_column(cell) for cell in row]
        if "recipient" in names:
            filled = [r for r in rows[number + 1 :] if any(_text(c) for c in r)]
            return [{n: c for n, c in zip(names, r, strict=False) if n} for r in filled]
    raise Refused("Tệp dữ liệu không có cột «Họ và tên» (hoặc «Tên tập thể»); hãy thêm dòng tiêu đề có cột này.")


def _column(cell: Any) -> str:
    text = _text(cell)
    return KNOWN.get(search_key(text), text if text.startswith("extra.") else "")


def _excel(data: bytes) -> list[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook  # only for Excel: other files start faster without it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        return _table(sheet.to_python(skip_empty_area=True, nrows=MOST_ROWS + 12))
    except (CalamineError, ValueError, IndexError, OSError) as wrong:
        raise Refused("Tệp Excel không đọc được (hỏng, có mật khẩu, hoặc không phải Excel); hãy lưu lại thành .xlsx rồi thử lại.") from wrong


def _csv(data: bytes) -> list[dict[str, Any]]:
    text, _ = decode(data)
    first = text.split("\n", 1)[0]
    mark = max(";,\t", key=first.count)
    try:
        return _table(list(csv.reader(io.StringIO(text), delimiter=mark)))
    except csv.Error as wrong:
        raise Refused("Tệp CSV viết sai dạng; hãy mở bằng Excel rồi lưu lại thành CSV UTF-8.") from wrong


def _json(data: bytes) -> list[dict[str, Any]]:
    try:
        rows = json.loads(data.decode("utf-8-sig"))
    except ValueError as wrong:
        raise Refused("Tệp JSON viết sai dạng; hãy xuất lại tệp.") from wrong
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise Refused("Tệp JSON phải là một danh sách các dòng; hãy xuất lại tệp.")
    named = [{KNOWN.get(search_key(k), k): v for k, v in r.items()} for r in rows]
    if named and not any("recipient" in r for r in named):
        raise Refused("Tệp JSON không có mục «recipient» (họ và tên); hãy thêm mục này.")
    return named
