"""Small builders of list files, for tests: rows of values in, bytes of a file out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Rows = Iterable[Sequence[Any]]


def fill(sheet: Worksheet, rows: Rows, first: int = 1) -> None:
    """Write rows from row `first`; None leaves a cell empty."""
    for number, values in enumerate(rows, start=first):
        for column, value in enumerate(values, start=1):
            if value is not None:
                sheet.cell(number, column, value)


def workbook(sheets: dict[str, Rows], change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    """An .xlsx with these sheets; `change` may merge, hide, format."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows)
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def word(parts: Iterable[str | Rows], change: Callable[[Any], None] | None = None) -> bytes:
    """A .docx of paragraphs (text) and tables (rows of text)."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows = [list(row) for row in part]
        table = document.add_table(len(rows), max(map(len, rows)))
        for number, values in enumerate(rows):
            for column, value in enumerate(values):
                table.cell(number, column).text = "" if value is None else str(value)
    if change:
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def delimited(rows: Rows, separator: str = ",", encoding: str = "utf-8", newline: str = "\r\n") -> bytes:
    """A .csv; values with the separator, quotes or line ends are quoted."""
    lines = []
    for values in rows:
        cells = ["" if value is None else str(value) for value in values]
        lines.append(
            separator.join(
                '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in (separator, '"', "\n")) else cell
                for cell in cells
            )
        )
    return (newline.join(lines) + newline).encode(encoding)


def to_tcvn3(text: str) -> str:
    """Unicode text as the letters that a TCVN3 font shows it with."""
    modern = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
    old = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§"
    return text.translate(str.maketrans(modern, old))


def to_vni(text: str) -> str:
    """Unicode text as VNI writes it: a letter and a sign after it."""
    import unicodedata

    tones = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
    hats = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
    breves = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
    single = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "đ": "ñ", "ỵ": "î"}
    made = []
    for letter in unicodedata.normalize("NFC", text):
        low = letter.lower()
        parts = unicodedata.normalize("NFD", low)
        base, marks = parts[0], parts[1:]
        tone = next((mark for mark in marks if mark in tones), "")
        if low in single:
            out = single[low]
        elif "\u0302" in marks:
            out = base + hats[tone]
        elif "\u0306" in marks:
            out = base + breves[tone]
        elif "\u031b" in marks:
            out = {"o": "ô", "u": "ö"}[base] + tones.get(tone, "")
        else:
            out = base + tones.get(tone, "")
        made.append(out.upper() if letter != low else out)
    return "".join(made)
