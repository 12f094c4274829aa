"""One SQL text, two engines, the same answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

import pytest

import db

THINGS = """
    create table thing (
        id uuid primary key, name text not null, amount bigint check (amount >= 0), made_at timestamp,
        day date, good boolean, body bytea, share double precision, unique (name)
    )
"""
IDS = [UUID(int=n) for n in range(1, 5)]
ADD = "insert into thing (id, name, amount, made_at, day, good, body, share) values ($1, $2, $3, $4, $5, $6, $7, $8)"
FULL = (
    IDS[0],
    "Đặng Thị Ánh",
    1_234_567_890_123,
    datetime(2026, 11, 5, 7, 30, 1, 250),
    date(2026, 11, 5),
    True,
    b"\0\xff",
    0.25,
)
EMPTY = (IDS[1], "hai", None, None, None, None, None, None)


@pytest.fixture
def things(database):
    with database.write() as tx:
        tx.run(THINGS)
    return database


class Colour(StrEnum):
    RED = "red"


def test_every_type_comes_back_as_it_went_in(things):
    with things.write() as tx:
        assert (tx.run(ADD, *FULL), tx.run(ADD, *EMPTY)) == (1, 1)
    with things.read() as tx:
        rows = tx.all("select id, name, amount, made_at, day, good, body, share from thing order by id")
    assert [tuple(row.values()) for row in rows] == [FULL, EMPTY]
    assert list(rows[0]) == ["id", "name", "amount", "made_at", "day", "good", "body", "share"]


def test_many_rows_are_stored_alike(things):
    with things.write() as tx:
        assert tx.many(ADD, [FULL, EMPTY]) == 2
        assert tx.many("update thing set name = $1 where id = $2", [("x", IDS[0]), ("y", IDS[3])]) == 1
        assert tx.many(ADD, []) == 0
    with things.read() as tx:
        assert tx.all("select name, share, body from thing order by id") == [
            {"name": "x", "share": 0.25, "body": b"\0\xff"},
            {"name": "hai", "share": None, "body": None},
        ]


@pytest.mark.parametrize(
    ("where", "given", "found"),
    [
        ("id = any($1)", IDS[:2], 2),
        ("id = any($1)", [], 0),
        ("id = any($1)", {IDS[0]}, 1),
        ("name = any($1)", ["hai", "ba"], 1),
        ("name = any($1)", [], 0),
        ("amount = any($1)", [1_234_567_890_123, None], 1),
        ("day = any($1)", (date(2026, 11, 5),), 1),
        ("name like $1 escape '\\'", "%Thị%", 1),
        ("name = $1", "hai", 1),
        ("amount is not distinct from $1", None, 1),
        ("good = $1", True, 1),
        ("not (id = any($1))", [], 2),
    ],
)
def test_parameters_mean_the_same(things, where, given, found):
    with things.write() as tx:
        tx.many(ADD, [FULL, EMPTY])
    with things.read() as tx:
        assert tx.value(f"select count(*) from thing where {where}", given) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("%50%", ["50 đồng", "50% xong"]), (r"%50\%%", ["50% xong"]), ("a_b", ["a_b", "axb"]), (r"a\_b", ["a_b"]), (r"%\\%", ["c\\d"]), ("50", []),
        ("%", ["50 đồng", "50% xong", "a_b", "axb", "c\\d"]),
    ],
)  # fmt: skip
def test_patterns_mean_the_same_with_and_without_an_escaped_sign(things, pattern, found):
    with things.write() as tx:
        tx.many(ADD, [(uuid4(), name, n, None, None, None, None, None) for n, name in enumerate(("50 đồng", "50% xong", "a_b", "axb", "c\\d"))])
    with things.read() as tx:
        rows = tx.all("select name from thing where name like $1 escape '\\' and name like $2 escape '\\' order by amount", pattern, "%")
    assert [row["name"] for row in rows] == found


def test_rows_changed_are_counted(things):
    with things.write() as tx:
        tx.many(ADD, [(each, str(n), n, None, None, None, None, None) for n, each in enumerate(IDS)])
        assert tx.run("update thing set amount = 7 where amount > 1") == 2
        assert tx.run("delete from thing where amount = 9") == 0
        assert tx.run("delete from thing where amount = $1", 7) == 2
        assert tx.run("select 5") == 0
        assert tx.one("update thing set amount = 3 where id = $1 returning amount", IDS[0]) == {"amount": 3}


def test_numbers_have_the_same_python_type(things):
    with things.write() as tx:
        tx.many(ADD, [(each, str(n), n, None, None, None, None, None) for n, each in enumerate(IDS)])
    with things.read() as tx:
        row = tx.one(
            "select sum(amount) as a, avg(amount) as b, 5 / 2 as c, 1.50 as d, count(*) as e, max(amount) as f from thing"
        )
    assert row == {"a": 6, "b": 1.5, "c": 2, "d": 1.5, "e": 4, "f": 3}
    assert [type(value) for value in row.values()] == [int, float, int, float, int, int]


def test_nulls_come_last_and_vietnamese_order_is_right(things):
    with things.write() as tx:
        for n, name in enumerate(["đ", "ê", "d", "e"]):
            tx.run(ADD, uuid4(), name, None if name == "d" else n, None, None, None, None, None)
    with things.read() as tx:
        assert [row["name"] for row in tx.all("select name from thing order by name collate vi")] == [
            "d",
            "đ",
            "e",
            "ê",
        ]
        assert [row["name"] for row in tx.all("select name from thing order by amount")] == ["đ", "ê", "e", "d"]


def test_an_enum_is_stored_as_its_word(database):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, $2, $3)", "colour", Colour.RED, 1)
        assert tx.value("select value from setting where key = $1", "colour") == "red"


@pytest.mark.parametrize("bad", [datetime(2026, 1, 1, tzinfo=UTC), {"a": 1}, object()])
def test_a_parameter_that_no_column_holds_is_a_mistake(database, bad):
    with database.read() as tx, pytest.raises(TypeError):
        tx.value("select $1::text", bad)


@pytest.mark.parametrize("bad", ["a\0b", "\ud800"])
def test_a_text_that_cannot_be_stored_is_refused_alike(database, bad):
    with database.read() as tx, pytest.raises(db.Violation) as refused:
        tx.value("select $1::text", bad)
    assert refused.value.kind == "value"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ((IDS[0], "khác", 1), "unique"),
        ((IDS[2], "Đặng Thị Ánh", 1), "unique"),
        ((IDS[2], None, 1), "not_null"),
        ((IDS[2], "khác", -1), "check"),
        ((IDS[2], "khác", 2**63), "value"),
    ],
)
def test_a_broken_rule_rolls_the_whole_transaction_back(things, row, kind):
    with things.write() as tx:
        tx.run(ADD, *FULL)
    with pytest.raises(db.Violation) as refused, things.write() as tx:
        tx.run(ADD, *EMPTY)
        tx.run("insert into thing (id, name, amount) values ($1, $2, $3)", *row)
    assert refused.value.kind == kind
    with things.read() as tx:
        assert tx.value("select count(*) from thing") == 1


def test_an_exception_in_the_block_rolls_back(things):
    with pytest.raises(ZeroDivisionError), things.write() as tx:
        tx.run(ADD, *FULL)
        raise ZeroDivisionError
    with things.read() as tx:
        assert tx.value("select count(*) from thing") == 0


def test_a_reader_sees_one_moment(things):
    with things.read() as before:
        assert before.value("select count(*) from thing") == 0
        with things.write() as tx:
            tx.run(ADD, *FULL)
        assert before.value("select count(*) from thing") == 0


def test_a_reader_cannot_write(things):
    with pytest.raises(Exception, match="read-only"), things.read() as tx:
        tx.run(ADD, *FULL)


def test_a_second_write_inside_the_first_is_a_mistake_not_a_deadlock(database):
    with database.write(), pytest.raises(RuntimeError, match="join"), database.write():
        pass
    with database.write() as tx:
        assert tx.value("select 1") == 1


def test_one_refuses_two_rows(database):
    with database.read() as tx, pytest.raises(ValueError, match="2"):
        tx.one("select unnest($1::bigint[])", [1, 2])


def test_current_is_the_one_in_use(database):
    assert db.current() is database
    assert database.engine in ("duckdb", "postgres")


def test_a_long_answer_streams_in_pieces(things):
    with things.write() as tx:
        tx.many(ADD, [(uuid4(), str(n), n, None, None, None, None, None) for n in range(25)])
    with things.read() as tx:
        pieces = list(tx.stream("select amount from thing where amount < $1 order by amount", 23, size=10))
    assert [len(piece) for piece in pieces] == [10, 10, 3]
    assert pieces[2] == [(20,), (21,), (22,)]
