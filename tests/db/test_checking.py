"""What must hold in a database: invariants, references, evidence files."""

from __future__ import annotations

from uuid import UUID

import pytest

from db import archive, blobs, chain, checking, schema, tables
from db.checking import Problem

ONE, TWO = UUID(int=1), UUID(int=2)


def test_an_empty_database_is_in_order(database, tmp_path):
    assert checking.check(database, files=tmp_path / "files", marks=database.anchors, say=archive.silent) == []


def test_an_invariant_names_its_rows(database, tmp_path):
    (tmp_path / "setting_is_short.sql").write_text(
        "-- Thiết lập quá dài.\nselect key from setting where length(value) > 3 order by key"
    )
    with database.write() as tx:
        for n in range(8):
            tx.run("insert into setting (key, value, version) values ($1, 'quá dài', 1)", f"k{n}")
        (problem,) = checking.invariants(tx, tmp_path)
    assert problem == Problem(
        "setting_is_short", "Thiết lập quá dài.", 8, ("key=k0", "key=k1", "key=k2", "key=k3", "key=k4")
    )
    assert (
        str(problem) == "Thiết lập quá dài. (8 chỗ, setting_is_short). Ví dụ: key=k0; key=k1; key=k2; key=k3; key=k4."
    )


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        ("insert into audit_content (seq, salt, content) values (9, 'aa', '{}')", "log_content_has_its_entry"),
        ("update audit_head set seq = 2", "log_head_is_the_last_entry"),
    ],
)
def test_the_ground_has_invariants_of_its_own(database, harm, name):
    with database.write() as tx:
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={})
        assert checking.invariants(tx) == []
        tx.run(harm)
        assert name in [problem.name for problem in checking.invariants(tx)]


def test_every_invariant_says_in_vietnamese_what_is_wrong():
    for path in sorted(checking.FOLDER.glob("*.sql")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.name, first.startswith("-- "), first.endswith(".")) == (path.name, True, True)


def test_a_row_that_points_to_nothing_is_found(database):
    with database.write() as tx:
        assert checking.orphans(tx) == []
        tx.run(
            "insert into notice (id, account_id, verb, kind, sentence, made_at) values ($1, $2, 'v', 'k', 's', '2026-01-01')",
            ONE,
            TWO,
        )
        assert checking.orphans(tx) == [
            Problem(
                "notice.account_id",
                "Bảng «notice» nhắc tới bản ghi không có trong bảng «account».",
                1,
                (f"account_id={TWO}",),
            )
        ]


def test_every_column_that_holds_an_id_is_declared(database):
    with database.read() as tx:
        found = tables.tables(tx)
    columns = {
        f"{table.name}.{name}" for table in found for name, kind in table.columns if kind == "uuid" and name != "id"
    }
    assert set(checking.declared()) == columns
    keys = {f"{table.name}.{name}" for table in found for name in table.names}
    assert {f"{each.parent}.{each.key}" for each in checking.references()} <= keys


def test_references_are_asked_of_both_engines_alike(database):
    with database.read() as tx:
        assert checking.orphans(tx) == []
    assert len(checking.references()) > 50


def test_a_missing_and_a_spoiled_paper_are_found(database, tmp_path):
    folder = tmp_path / "files"
    kept, lost = blobs.put(folder, b"kept"), "ab" * 32
    with database.write() as tx:
        tx.run("create table paper (id uuid primary key, blob text, scan_blob text)")
        tx.run("insert into paper (id, blob, scan_blob) values ($1, $2, $3)", ONE, kept, lost)
        tx.run("insert into paper (id, blob, scan_blob) values ($1, $2, $3)", TWO, "../../etc/passwd", None)
        found = checking.evidence(tx, folder)
        assert [(each.name, each.count) for each in found] == [("tệp thiếu", 2)]
        blobs.path(folder, kept).chmod(0o600)
        blobs.path(folder, kept).write_bytes(b"changed")
        assert [each.name for each in checking.evidence(tx, folder)] == ["tệp thiếu", "tệp hỏng"]


def test_only_portable_types_are_in_the_schema(database):
    with database.read() as tx:
        assert {kind for table in tables.tables(tx) for _, kind in table.columns} <= {
            "uuid",
            "integer",
            "text",
            "bytes",
            "boolean",
            "date",
            "timestamp",
        }
        assert tx.value("select count(*) from information_schema.tables where table_name = $1", schema.BOOK) == 1
