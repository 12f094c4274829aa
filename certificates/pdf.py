"""A small streaming PDF writer: objects go to the file as they come, the table at the end. Knows nothing of certificates."""

import hashlib
import zlib
from typing import BinaryIO


def number(value: float) -> str:
    """Return a number as PDF writes it: at most four decimals, no trailing zeros."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Writer:
    """Writes one PDF 1.4 file; ids are given out freely and may be filled in any order."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        self._places: list[int] = []
        self._digest = hashlib.sha256()
        self._put(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._at += len(data)

    def new(self) -> int:
        """Reserve an object number."""
        self._places.append(0)
        return len(self._places)

    def fill(self, id_: int, body: str) -> None:
        """Write the object of a reserved number."""
        self._places[id_ - 1] = self._at
        self._put(f"{id_} 0 obj\n{body}\nendobj\n".encode("latin-1"))

    def add(self, body: str) -> int:
        """Write a new object and return its number."""
        id_ = self.new()
        self.fill(id_, body)
        return id_

    def stream(self, data: bytes, entries: str = "", *, flate: bool = False, id_: int = 0) -> int:
        """Write a stream object, deflated if asked, and return its number."""
        id_ = id_ or self.new()
        if flate:
            data = zlib.compress(data, 6)
            entries += "/Filter/FlateDecode"
        self._places[id_ - 1] = self._at
        self._put(f"{id_} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1"))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")
        return id_

    def finish(self, root: int, info: int) -> str:
        """Write the cross-reference table and the trailer; returns the SHA-256 of everything before them."""
        digest, start = self._digest.hexdigest(), self._at
        rows = "".join(f"{place:010} 00000 n \n" for place in self._places)
        size = len(self._places) + 1
        self._put(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
        mark = digest[:32]
        self._put(f"trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID[<{mark}><{mark}>]>>\nstartxref\n{start}\n%%EOF\n".encode())
        return digest


def text(value: str) -> str:
    """Return a text string object (UTF-16, hexadecimal), safe for any letter."""
    return "<FEFF" + value.encode("utf-16-be").hex().upper() + ">"
