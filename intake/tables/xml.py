"""Reading XML parts as a stream of events, with no document type, no entities, no memory of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pyexpat import ExpatError
from typing import Any
from xml.parsers import expat

from intake.archive import BROKEN
from intake.errors import Refused

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]


class Stop(Exception):
    """Raised by a handler to stop early."""


def stream(chunks: Iterable[bytes], start: Start, end: End, text: Callable[[str], None]) -> None:
    """Feed `chunks` to the handlers; names come without namespace. Raises Refused for anything unusual."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    local: dict[str, str] = {}

    def first(name: str, attributes: dict[str, str]) -> None:
        """Files whose root has no prefix hand their elements on as they are: it is the quick way."""
        prefixed = ":" in name
        parser.StartElementHandler = begin if prefixed else start
        parser.EndElementHandler = finish if prefixed else end
        (begin if prefixed else start)(name, attributes)

    def begin(name: str, attributes: dict[str, str]) -> None:
        short = local.get(name)
        if short is None:
            short = local[name] = name.rpartition(":")[2]
        start(short, attributes)

    def finish(name: str) -> None:
        end(local[name])

    def doctype(*_: Any) -> None:
        raise Refused(
            "Tệp chứa khai báo XML lạ (DOCTYPE) nên không được mở; anh/chị lưu lại tệp bằng Excel hoặc Word rồi tải lên."
        )

    parser.StartElementHandler = first
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except Stop:
        return
    except (ExpatError, ValueError, LookupError) as error:
        raise Refused(BROKEN) from error


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """An attribute by its local name, whatever its prefix."""
    if name in attributes:
        return attributes[name]
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return None
