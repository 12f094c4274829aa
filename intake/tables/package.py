"""The parts of an Office file and how they point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from intake.archive import BROKEN, Archive
from intake.errors import Refused
from intake.tables import xml

MACROS = (
    "Tệp có chứa macro nên không được nhận; anh/chị lưu lại thành tệp không có macro (.xlsx hoặc .docx) rồi tải lên."
)


class Relation:
    """One pointer: kind (last word of its type) and the part it points to."""

    __slots__ = ("kind", "target")

    def __init__(self, kind: str, target: str) -> None:
        self.kind = kind
        self.target = target


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Pointers of `part` by id; external ones are left out. An absent list is empty."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", name + ".rels")
    found: dict[str, Relation] = {}
    if archive.find(source) is None:
        return found

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[attributes.get("Id", "")] = Relation(attributes.get("Type", "").rpartition("/")[2], whole)

    xml.stream(archive.chunks(source), start, nothing, nothing)
    return found


def main_part(archive: Archive, default: str) -> str:
    """The main document's name. Raises Refused when there is none."""
    for relation in relations(archive, "").values():
        if relation.kind == "officeDocument" and archive.find(relation.target):
            return relation.target
    if archive.find(default):
        return default
    raise Refused(BROKEN)


def content_types(archive: Archive) -> str:
    """All content types named by the package, in one lower-case text. Raises Refused when absent."""
    kinds: list[str] = []

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element in ("Override", "Default"):
            kinds.append(attributes.get("ContentType", ""))

    xml.stream(archive.chunks("[Content_Types].xml"), start, nothing, nothing)
    return "\n".join(kinds).lower()


def refuse_macros(archive: Archive, kinds: str) -> None:
    """Macros in whatever form are refused."""
    names = [name.lower() for name in archive.members]
    if (
        "macroenabled" in kinds
        or "vbaproject" in kinds
        or any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names)
    ):
        raise Refused(MACROS)


def nothing(*_: object) -> None:
    """A handler that does nothing."""
