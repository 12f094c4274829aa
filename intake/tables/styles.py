"""What an .xlsx style says that matters for reading: dates, kept leading zeros, legacy fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from intake.archive import Archive
from intake.tables import xml
from vietnamese.encodings import Font

BUILTIN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ZEROS = re.compile(r"0{2,}")


class Style(NamedTuple):
    """`date`: the number is a date; `width`: digits to show at least (format 0000…); `font`: legacy or None."""

    date: bool = False
    width: int = 0
    font: Font | None = None


PLAIN = Style()


def legacy_font(name: str | None) -> Font | None:
    """ ".VnTime" -> "tcvn3", ".VnTimeH" (draws capitals) -> "tcvn3-capitals", "VNI-Times" -> "vni", else None."""
    if not name:
        return None
    low = name.lower().strip()
    if low.startswith(".vn"):
        return "tcvn3-capitals" if name.strip().endswith("H") else "tcvn3"
    return "vni" if low.startswith(("vni-", "vni ")) else None


def is_date_format(code: str) -> bool:
    """Whether a custom number format shows a date or time."""
    bare = _QUOTED.sub("", code.split(";")[0]).lower()
    return "general" not in bare and any(letter in bare for letter in "dmyh") and "0.0" not in bare


def zero_width(code: str) -> int:
    """How many digits a format like 000000000000 or 0000 000 000 asks for; 0 when it is of another kind."""
    bare = _QUOTED.sub("", code.split(";")[0]).replace(" ", "").replace("-", "")
    return len(bare) if _ZEROS.fullmatch(bare) else 0


def read_styles(archive: Archive, part: str | None) -> list[Style]:
    """Style of each cell format index."""
    if part is None or archive.find(part) is None:
        return []
    reader = _Styles()
    xml.stream(archive.chunks(part), reader.start, reader.end, lambda _: None)
    return reader.styles


class _Styles:
    """Collects fonts, formats and cell formats while styles.xml passes by."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.fonts: list[Font | None] = []
        self.styles: list[Style] = []
        self.inside: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self.inside[-1] if self.inside else ""
        if name == "numFmt" and parent == "numFmts":
            self.codes[_int(attributes.get("numFmtId"))] = attributes.get("formatCode", "")[:500]
        elif name == "font" and parent == "fonts":
            self.fonts.append(None)
        elif name == "name" and parent == "font" and self.fonts:
            self.fonts[-1] = legacy_font(attributes.get("val"))
        elif name == "xf" and parent == "cellXfs":
            self.styles.append(self._style(_int(attributes.get("numFmtId")), _int(attributes.get("fontId"))))
        self.inside.append(name)

    def end(self, _: str) -> None:
        self.inside.pop()

    def _style(self, number: int, font: int) -> Style:
        legacy = self.fonts[font] if 0 <= font < len(self.fonts) else None
        code = self.codes.get(number)
        if code is None:
            return Style(number in BUILTIN_DATES, 0, legacy)
        return Style(is_date_format(code), zero_width(code), legacy)


def _int(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def serial_date(serial: float, from_1904: bool = False) -> str | None:
    """An Excel serial number as ISO date ("1984-03-05") or moment; None outside 1900 to 9999."""
    if from_1904:
        serial += 1462
    if not 0 <= serial < 2_958_466:
        return None
    if serial < 60:  # Excel believes that 1900 had a 29th of February
        serial += 1
    moment = datetime(1899, 12, 30) + timedelta(days=serial)  # noqa: DTZ001 - a local date without zone
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    if serial < 2:
        return moment.strftime("%H:%M:%S")
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(sep=" ")


def number_text(raw: str, style: Style) -> str:
    """A number as people see it: no trailing .0, no exponent, leading zeros that the format asks for."""
    if raw.isascii() and raw.isdigit():
        return raw.zfill(style.width) if style.width else (raw.lstrip("0") or "0")
    try:
        value = float(raw)
    except ValueError:
        return raw
    if value != value or abs(value) == float("inf"):
        return raw
    if value == int(value) and abs(value) < 1e18:
        text = str(int(value))
        return text.zfill(style.width) if style.width and value >= 0 else text
    return repr(value)
