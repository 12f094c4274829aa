"""The texts that an .xlsx keeps beside its cells: shared strings and comments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intake.archive import Archive
from intake.tables import xml
from intake.tables.grid import Sheet, split_place
from intake.tables.package import relations
from intake.tables.styles import legacy_font
from vietnamese.encodings import Font

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(archive: Archive, part: str | None) -> list[tuple[str, Font | None]]:
    """All shared strings, each with its legacy font if it names one."""
    reader = _Strings()
    if part and archive.find(part):
        xml.stream(archive.chunks(part), reader.start, reader.end, reader.text)
    return reader.items


class _Strings:
    """Shared strings, rich text joined, phonetic hints left out; each with its legacy font if it has one."""

    def __init__(self) -> None:
        self.items: list[tuple[str, Font | None]] = []
        self.parts: list[str] = []
        self.font: Font | None = None
        self.collecting = False
        self.phonetic = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self.collecting = not self.phonetic
        elif name == "si":
            self.parts, self.font = [], None
        elif name == "rPh":
            self.phonetic += 1
        elif name == "rFont":
            self.font = self.font or legacy_font(attributes.get("val"))

    def end(self, name: str) -> None:
        if name == "t":
            self.collecting = False
        elif name == "si":
            self.items.append((unescape("".join(self.parts)), self.font))
        elif name == "rPh":
            self.phonetic -= 1

    def text(self, data: str) -> None:
        if self.collecting:
            self.parts.append(data)


def unescape(text: str) -> str:
    """_x000D_ and its like, as Office writes control characters."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Comments:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.place: tuple[int, int] | None = None
        self.parts: list[str] = []
        self.collecting = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "comment":
            self.parts = []
            try:
                self.place = split_place(attributes.get("ref", ""))
            except ValueError:
                self.place = None
        self.collecting = name == "t"

    def end(self, name: str) -> None:
        self.collecting = False
        if name == "comment" and self.place and self.parts:
            self.sheet.comments[self.place] = "".join(self.parts).strip()

    def text(self, data: str) -> None:
        if self.collecting:
            self.parts.append(data)


def read_comments(archive: Archive, part: str, sheet: Sheet) -> None:
    """Keep what people remarked on the cells of `part`."""
    for link in relations(archive, part).values():
        if link.kind == "comments" and archive.find(link.target):
            reader = _Comments(sheet)
            xml.stream(archive.chunks(link.target), reader.start, reader.end, reader.text)
