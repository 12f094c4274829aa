"""The log: what it binds, what it lets go, and what it notices."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

import db
from db import anchors, chain, proof
from db.core import Head

WHO, WHAT = UUID(int=7), UUID(int=8)
ORIGIN = "0a0a0a0a-0000-4000-8000-000000000000"


def note(tx, n=1, verb="submit"):
    return chain.append(
        tx, actor=WHO, verb=verb, kind="nomination", object_id=WHAT, content={"n": n, "tên": "Bùi Thị Hoa"}
    )


@pytest.mark.proves("F15.03")
def test_entries_are_bound_one_to_the_next(database):
    with database.write() as tx:
        first, second = note(tx, 1), note(tx, 2)
    with database.write() as tx:
        third = note(tx, 3)
    assert [each.seq for each in (first, second, third)] == [1, 2, 3]
    assert [each.prev for each in (first, second, third)] == [chain.START, first.hash, second.hash]
    with database.read() as tx:
        assert chain.read_head(tx).hash == third.hash
        assert db.verify(tx, marks=database.anchors) == proof.Report(3, 0, 2, chain.read_head(tx))


def test_the_head_is_marked_outside_before_success_is_told(database):
    with database.write() as tx:
        note(tx)
        assert anchors.read(database.anchors) == {}
    with database.read() as tx:
        head = chain.read_head(tx)
    assert anchors.read(database.anchors) == {1: anchors.Mark(head.origin, head.hash)}


def test_a_rolled_back_change_leaves_no_entry_and_no_mark(database):
    with pytest.raises(ZeroDivisionError), database.write() as tx:
        note(tx)
        raise ZeroDivisionError
    with database.read() as tx:
        assert (chain.read_head(tx).seq, tx.value("select count(*) from audit_content")) == (0, 0)
    assert anchors.read(database.anchors) == {}


@pytest.mark.proves("F15.03")
def test_erasing_a_content_leaves_the_chain_whole(database):
    with database.write() as tx:
        for n in range(4):
            note(tx, n)
        assert tx.run("delete from audit_content where seq = 2") == 1
    with database.read() as tx:
        assert db.verify(tx) == proof.Report(4, 1, 0, chain.read_head(tx))


@pytest.mark.parametrize(
    ("harm", "bad"),
    [
        ("update audit set verb = 'accept' where seq = 3", 3),
        ("update audit set object_id = null where seq = 2", 2),
        ("update audit_content set content = '{}' where seq = 4", 4),
        ("update audit_content set salt = 'not hex' where seq = 4", 4),
        ("delete from audit where seq = 3", 3),
        ("delete from audit where seq = 1", 1),
        ("delete from audit where seq = 5", 5),
        ("update audit set seq = 50 where seq = 5", 5),
        ("update audit_head set hash = repeat('a', 64)", 6),
        ("update audit_head set seq = 4", 5),
    ],
)
def test_the_first_bad_entry_is_named(database, harm, bad):
    with database.write() as tx:
        for n in range(5):
            note(tx, n)
    with database.write() as tx:
        tx.run(harm)
    with database.read() as tx:
        report = db.verify(tx)
    assert (report.ok, report.first_bad) == (False, bad)
    assert report.why.endswith(".")


def test_content_is_hidden_by_its_salt(database):
    with database.write() as tx:
        same = [note(tx, 1), note(tx, 1)]
    assert same[0].commitment != same[1].commitment


def test_one_content_has_one_text():
    decomposed = {"b": "Hoa\u0300", "a": [date(2026, 1, 2), WHO, None, True], "c": {"y": 1, "x": {"2", "1"}}}
    assert chain.canonical(decomposed) == (
        '{"a":["2026-01-02","00000000-0000-0000-0000-000000000007",null,true],"b":"Hoà","c":{"x":["1","2"],"y":1}}'
    )


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        chain.canonical({"share": 0.5})


def test_many_entries_make_the_same_chain_as_one_by_one(database):
    drafts = [chain.Draft(WHO, "import", "person", UUID(int=n), {"n": n}) for n in range(20)]
    with database.write() as tx:
        note(tx)
        assert [each.seq for each in chain.extend(tx, drafts)] == list(range(2, 22))
        assert chain.extend(tx, []) == []
    with database.read() as tx:
        assert db.verify(tx, marks=database.anchors).ok


# --- mutations of a whole log, in memory ---------------------------------------------------------------------------


def made_log(length: int = 24) -> tuple[list[dict[str, Any]], Head]:
    rows: list[dict[str, Any]] = []
    last = chain.START
    for seq in range(1, length + 1):
        salt, content = f"{seq:032x}", chain.canonical({"n": seq})
        row = {
            "seq": seq,
            "prev": last,
            "recorded_at": datetime(2026, 11, 26) + timedelta(seconds=seq),
            "actor_id": WHO if seq % 3 else None,
            "verb": "submit",
            "kind": "nomination",
            "object_id": UUID(int=seq) if seq % 4 else None,
            "commitment": chain.commitment(salt, content),
            "salt": salt,
            "content": content,
        }
        last = row["hash"] = chain.link(last, seq, *[row[name] for name in LINKED])
        rows.append(row)
    return rows, Head(length, last, ORIGIN)


LINKED = ("recorded_at", "actor_id", "verb", "kind", "object_id", "commitment")
Harm = Callable[[random.Random, list[dict[str, Any]], int], int]


def _field(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    """One field of one entry becomes something else."""
    name = dice.choice(sorted(rows[at]))
    old = rows[at][name]
    new = {
        "seq": lambda: old + dice.choice([-1, 1]) * dice.randint(1, 40),
        "recorded_at": lambda: old + timedelta(microseconds=dice.choice([-1, 1, 10**6])),
        "actor_id": lambda: UUID(int=dice.getrandbits(128)),
        "object_id": lambda: UUID(int=dice.getrandbits(128)),
    }.get(name, lambda: _other_text(dice, old))()
    rows[at][name] = new
    return at + 1


def _other_text(dice: random.Random, old: str) -> str:
    spot = dice.randrange(len(old))
    letters = "0123456789abcdef" if len(old) in (32, 64) else "xyz"
    return old[:spot] + dice.choice([c for c in letters if c != old[spot]]) + old[spot + 1 :]


def _deleted(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    del rows[at]
    return at + 1


def _doubled(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    rows.insert(at, dict(rows[at]))
    return at + 2


def _swapped(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    at = min(at, len(rows) - 2)
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return at + 1


def _rewritten(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    """A careful forger: the entry's own hash is made to fit; the next one's `prev`, or the head, does not."""
    rows[at]["verb"] = "forged"
    rows[at]["hash"] = chain.link(rows[at]["prev"], rows[at]["seq"], *[rows[at][name] for name in LINKED])
    return at + 2


def _inserted(dice: random.Random, rows: list[dict[str, Any]], at: int) -> int:
    row = dict(rows[at], verb="forged")
    row["hash"] = chain.link(row["prev"], row["seq"], *[row[name] for name in LINKED])
    rows.insert(at, row)
    return at + 2


HARMS: list[Harm] = [_field, _field, _field, _field, _deleted, _doubled, _swapped, _rewritten, _inserted]


def _try_mutations(count: int, seed: int) -> None:
    whole, head = made_log()
    assert proof.check(whole, head, {}).ok
    dice = random.Random(seed)
    for _ in range(count):
        rows, at, harm = [dict(row) for row in whole], dice.randrange(len(whole)), dice.choice(HARMS)
        bad = harm(dice, rows, at)
        report = proof.check(rows, head, {})
        assert (report.first_bad, harm.__name__) == (min(bad, _named(rows, report)), harm.__name__)


def _named(rows: list[dict[str, Any]], report: proof.Report) -> int:
    """A row moved before its place is named by the place it claims."""
    first = next((row["seq"] for n, row in enumerate(rows) if row["seq"] != n + 1), 10**9)
    return first if report.first_bad == first else 10**9


@pytest.mark.proves("F15.03")
def test_ten_thousand_mutations_are_found_at_their_place():
    _try_mutations(10_000, seed=2)


def test_a_log_rebuilt_whole_is_betrayed_by_the_marks():
    rows, head = made_log()
    marks = {row["seq"]: row["hash"] for row in rows}
    last = chain.START
    for row in rows:
        row["verb"] = "forged" if row["seq"] == 9 else row["verb"]
        row["prev"] = last
        last = row["hash"] = chain.link(last, row["seq"], *[row[name] for name in LINKED])
    forged = replace(head, hash=last)
    assert proof.check(rows, forged, {}).ok
    assert proof.check(rows, forged, marks).first_bad == 9
