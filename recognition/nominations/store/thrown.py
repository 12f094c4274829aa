"""SQL of cases and files in the bin."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.binning import BinKind, Binned
from recognition.hall.transaction import Transaction

_CASES = """
    select n.id, n.code, n.title, coalesce(r.name, '') as recipient, coalesce(a.name, '') as removed_by, b.removed_at
    from bin_item b join nomination n on n.id = b.object_id left join recipient r on r.id = n.recipient_id left join account a on a.id = b.removed_by
    where b.kind = 'nomination' and n.created_by = $1 and n.unit_id = any($2)
    order by b.removed_at desc, n.id limit $3
"""
_FILES = """
    select e.id, e.file_name, e.caption, n.code, n.title, coalesce(a.name, '') as removed_by, b.removed_at
    from bin_item b join evidence e on e.id = b.object_id join nomination n on n.id = e.nomination_id left join account a on a.id = b.removed_by
    where b.kind = 'evidence' and {where}
    order by b.removed_at desc, e.id limit {limit}
"""
#: A draft that a list, a hold or a parcel names stays.
_LOOSE = " and ".join(f"n.id not in (select o.nomination_id from {table} o where o.nomination_id is not null)" for table in ("list_row", "hold", "courier_case"))
_UNPUBLISHED = " and ".join(f"e.id not in (select o.evidence_id from {table} o where o.evidence_id is not null)" for table in ("news_sheet", "publication"))
#: A file that a sent content names stays, whatever becomes of its case: the content is proved by it.
_OLD_FILES = f"""
    select e.id, e.blob from bin_item b join evidence e on e.id = b.object_id
    where b.kind = 'evidence' and b.removed_at < $1 and {_UNPUBLISHED}
      and not exists (select 1 from nomination_revision v where v.nomination_id = e.nomination_id and v.content like '%' || e.blob || '%')
    union
    select e.id, e.blob from bin_item b join nomination n on n.id = b.object_id join evidence e on e.nomination_id = n.id
    where b.kind = 'nomination' and b.removed_at < $1 and {_LOOSE} and {_UNPUBLISHED}
"""
_OLD_CASES = "select n.id, n.deed_id from bin_item b join nomination n on n.id = b.object_id where b.kind = 'nomination' and b.removed_at < $1 and " + _LOOSE
#: Every column that names a kept file; a test compares it with the schema.
NAMING = (
    ("blank", "picture_blob"), ("certificate_layout", "art_blob"), ("courier_parcel", "parcel_blob"), ("covenant_file", "blob"), ("decision", "scan_blob"),
    ("evidence", "blob"), ("list_batch", "blob"),
)  # fmt: skip
#: What hangs on a draft that was never sent, by the column that names it.
_OF_A_CASE = ("self_score", "case_comment", "unit_opinion")


def cases(t: Transaction, account_id: UUID, units: Sequence[UUID], most: int) -> list[Binned]:
    """Drafts that their maker threw away, the latest first."""
    rows = t.all(_CASES, account_id, list(units), most)
    return [Binned(BinKind.NOMINATION, row["id"], row["title"] or "(chưa đặt tên)", " · ".join(filter(None, (row["code"], row["recipient"]))), row["removed_by"], row["removed_at"]) for row in rows]


def files(t: Transaction, who: Actor, units: Sequence[UUID], most: int) -> list[Binned]:
    """Files taken off cases that somebody sees and that are of some units, the latest first."""
    where = visibility.seen_by(who)
    where.add("n.unit_id = any({})", list(units))
    rows = t.all(_FILES.format(where=where.sql, limit=where.value(most)), *where.values)
    return [Binned(BinKind.EVIDENCE, row["id"], row["caption"] or row["file_name"], f"{row['code']} · {row['title']}", row["removed_by"], row["removed_at"]) for row in rows]


def removed_file(t: Transaction, evidence_id: UUID) -> dict[str, Any] | None:
    """A file that was taken off: nomination_id, blob, kind, file_name."""
    return t.one("select nomination_id, blob, kind, file_name from evidence where id = $1 and removed_at is not null", evidence_id)


def hang_again(t: Transaction, evidence_id: UUID) -> None:
    """The file is on its case again."""
    t.run("update evidence set removed_at = null where id = $1", evidence_id)


def old(t: Transaction, before: datetime) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Files (id, blob) and cases (id, deed_id) that were thrown away before a moment and that nothing sent depends on."""
    return t.all(_OLD_FILES, before), t.all(_OLD_CASES, before)


def erase(t: Transaction, files: Sequence[UUID], cases: Sequence[dict[str, Any]]) -> None:
    """The rows of files and of never-sent cases, with all that hangs on them."""
    ids, deeds = [row["id"] for row in cases], [row["deed_id"] for row in cases if row["deed_id"] is not None]
    for table in ("evidence_criterion", "fingerprint_quarter"):
        t.run(f"delete from {table} where evidence_id = any($1)", list(files))
    t.run("delete from evidence where id = any($1)", list(files))
    for table in _OF_A_CASE:
        t.run(f"delete from {table} where nomination_id = any($1)", ids)
    t.run("delete from draft where object_id = any($1)", ids)
    t.run("delete from good_deed where id = any($1)", deeds)
    t.run("delete from nomination where id = any($1)", ids)
    t.run("delete from bin_item where (kind = 'evidence' and object_id = any($1)) or (kind = 'nomination' and object_id = any($2))", list(files), ids)


def still_named(t: Transaction, blobs: Sequence[str]) -> set[str]:
    """Those of the files that anything in the installation still names."""
    rows = t.all(" union ".join(f"select {column} as blob from {table} where {column} = any($1)" for table, column in NAMING), list(blobs))
    return {row["blob"] for row in rows}
