"""Does the log still say what it said? Names the first entry that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db import anchors, chain
from db.core import Head, Row, Tx

_PAGE = 50_000
_ENTRIES = """
    select a.seq, a.prev, a.hash, a.recorded_at, a.actor_id, a.verb, a.kind, a.object_id, a.commitment, c.salt, c.content
    from (select * from audit where seq > $1 and seq <= $2) a
    left join (select * from audit_content where seq > $1 and seq <= $2) c on c.seq = a.seq
    order by a.seq
"""


@dataclass(frozen=True)
class Report:
    """What the check found. `first_bad` is the number of the first wrong entry, None when all is well."""

    entries: int
    erased: int
    marks: int
    head: Head
    first_bad: int | None = None
    why: str = ""

    @property
    def ok(self) -> bool:
        """Nothing was found wrong."""
        return self.first_bad is None


def verify(tx: Tx, *, marks: Path | None = None) -> Report:
    """Read the whole log and compare it with itself, its head, and the marks kept outside."""
    head = chain.read_head(tx)
    known = anchors.read(marks) if marks else {}
    foreign = next((seq for seq, mark in sorted(known.items()) if mark.origin != head.origin), None)
    if foreign is not None:
        why = "Tệp mốc bên ngoài thuộc về một cơ sở dữ liệu khác."
        return Report(0, 0, len(known), head, foreign, why)
    return check(_entries(tx), head, {seq: mark.hash for seq, mark in known.items()})


def _entries(tx: Tx) -> Iterator[Row]:
    last = tx.value("select max(seq) from audit") or 0
    first = min(tx.value("select min(seq) from audit") or 1, 1)
    for start in range(first - 1, last, _PAGE):
        yield from tx.all(_ENTRIES, start, start + _PAGE)


def check(entries: Iterable[Mapping[str, Any]], head: Head, marks: Mapping[int, str]) -> Report:
    """Walk the entries in order. Pure: the same question for a database, a copy or a list."""
    seen = Report(0, 0, len(marks), head)
    last = Head(0, chain.START, head.origin)
    for entry in entries:
        why = _wrong(entry, last, marks)
        if why:
            return replace(seen, first_bad=min(entry["seq"], last.seq + 1), why=why)
        last = Head(entry["seq"], entry["hash"], head.origin)
        seen = Report(seen.entries + 1, seen.erased + (entry["content"] is None), len(marks), head)
    if (last.seq, last.hash) != (head.seq, head.hash):
        why = f"Nhật ký kết thúc ở mục số {last.seq}, không khớp với dấu cuối đã ghi (số {head.seq})."
        return replace(seen, first_bad=min(last.seq, head.seq) + 1, why=why)
    beyond = max(marks, default=0)
    if beyond > head.seq:
        return replace(seen, first_bad=head.seq + 1, why=anchors.missing(head.seq, beyond))
    return seen


def _wrong(entry: Mapping[str, Any], last: Head, marks: Mapping[int, str]) -> str:
    seq = entry["seq"]
    if seq != last.seq + 1:
        return f"Thiếu mục nhật ký số {last.seq + 1}." if seq > last.seq else f"Mục nhật ký số {seq} không có chỗ."
    if entry["prev"] != last.hash:
        return f"Mục nhật ký số {seq} không nối với mục trước nó."
    hashed = chain.link(
        last.hash,
        seq,
        entry["recorded_at"],
        entry["actor_id"],
        entry["verb"],
        entry["kind"],
        entry["object_id"],
        entry["commitment"],
    )
    if hashed != entry["hash"]:
        return f"Mục nhật ký số {seq} đã bị sửa."
    if not _content_fits(entry):
        return f"Nội dung của mục nhật ký số {seq} đã bị sửa."
    if marks.get(seq, hashed) != hashed:
        return f"Mục nhật ký số {seq} khác với dấu mốc đã ghi bên ngoài cơ sở dữ liệu."
    return ""


def _content_fits(entry: Mapping[str, Any]) -> bool:
    """Erased content (no row) is allowed; half a content or another content is not."""
    salt, content = entry["salt"], entry["content"]
    if salt is None and content is None:
        return True
    try:
        return bool(chain.commitment(salt, content) == entry["commitment"])
    except (TypeError, ValueError, AttributeError):
        return False
