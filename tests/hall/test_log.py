"""The log as an administrator reads it: filtered, whole, and silent about what dossiers and votes say."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

import db
from recognition.hall import audit, log
from recognition.hall.errors import NotAllowed
from recognition.hall.paging import Page
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, Verb
from tests.support import people, world
from vietnamese import dates

CASE = uuid4()


@pytest.fixture
def written(database: db.Database) -> None:
    """Three entries of two people on two days."""
    admin, secretary = people.administrator(), people.actor(Role.SECRETARY, issuer=world.issuer())
    with dates.fixed(date(2026, 11, 25)), transaction(admin) as t:
        before, after = {"id": 1, "name": "Chi bộ A", "code": "A"}, {"id": 2, "name": "Chi bộ B", "code": "A"}
        audit.note(t, Verb.MANAGE_UNITS, "unit", uuid4(), before=before, after=after, detail="Đổi tên.")
    with transaction(secretary) as t:
        audit.note(t, Verb.RETURN, "nomination", CASE, after={"achievement": "việc riêng của người được nêu"}, detail="Thiếu minh chứng.")
        audit.note(t, Verb.CHANGE_PASSWORD, "account", secretary.account_id, after={"user_name": "thu.ky", "password_hash": "$argon2id$"})


@pytest.mark.proves("F15.02")
def test_newest_first_with_what_changed(written: None) -> None:
    admin = people.administrator()
    found = log.entries(admin, log.Query())
    assert found.total == 3
    assert [(line.what, line.about) for line in found.rows] == [("Đổi mật khẩu", "Tài khoản"), ("Trả lại để sửa", "Đề nghị khen thưởng"), ("Quản lý đơn vị", "Đơn vị")]
    assert (found.rows[2].detail, found.rows[2].changes) == ("Đổi tên.", (("Tên", "Chi bộ A", "Chi bộ B"),))


def test_what_a_dossier_says_is_not_the_administrators(written: None) -> None:
    (line,) = log.entries(people.administrator(), log.Query(kinds=["nomination"])).rows
    assert (line.shown, line.detail, line.changes, line.object_id) == (False, "", (), CASE)
    assert "việc riêng" not in repr(line)
    assert "argon2" not in repr(log.entries(people.administrator(), log.Query()).rows)


@pytest.mark.parametrize(
    ("query", "count"),
    (
        (log.Query(verbs=[Verb.RETURN]), 1),
        (log.Query(verbs=[Verb.RETURN, Verb.MANAGE_UNITS]), 2),
        (log.Query(kinds=["unit", "account"]), 2),
        (log.Query(object_id=CASE), 1),
        (log.Query(object_id=uuid4()), 0),
        (log.Query(actor_id=uuid4()), 0),
        (log.Query(to_day=date(2020, 1, 1)), 0),
        (log.Query(from_day=date(2020, 1, 1)), 3),
        (log.Query(from_day=date(2200, 1, 1)), 0),
    ),
)
def test_filters(written: None, query: log.Query, count: int) -> None:
    found = log.entries(people.administrator(), query, Page(1, 1))
    assert (found.total, len(found.rows)) == (count, min(count, 1))


def test_actors_are_those_who_did_something(written: None) -> None:
    admin = people.administrator()
    known = log.actors(admin)
    assert len(known) == 2
    assert admin.account_id not in known
    actor = next(iter(known))
    assert {line.actor for line in log.entries(admin, log.Query(actor_id=actor)).rows} == {known[actor]}


@pytest.mark.proves("F15.03")
def test_proving_reads_the_whole_chain_and_names_the_first_bad_entry(written: None) -> None:
    admin = people.administrator()
    assert log.prove(admin) == (3, "")
    with transaction(None) as t:
        t.run("update audit_content set content = '{}' where seq = 2")
    read, fault = log.prove(admin)
    assert (read, fault.startswith("Dòng số 2: ")) == (1, True)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_reads_the_log(written: None, role: Role) -> None:
    who = people.actor(role, unit=world.unit(), issuer=world.issuer("Cơ quan khác", short_sign="CQK"))
    for act in (lambda: log.entries(who, log.Query()), lambda: log.actors(who), lambda: log.prove(who)):
        with pytest.raises(NotAllowed):
            act()


def noted() -> Iterator[str]:
    """Every kind of thing that some room notes: a word on the spot, or the room's own `KIND`."""
    for file in (Path(__file__).parents[2] / "recognition").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="note"), args=[_, _, ast.Constant(value=str(kind)), *_]):
                    yield kind
                case ast.Assign(targets=[ast.Name(id="KIND" | "_KIND" | "PARTNER")], value=ast.Constant(value=str(kind))):
                    yield kind


def test_everything_that_is_noted_has_a_vietnamese_name() -> None:
    kinds = set(noted())
    assert {"nomination", "access_key", "backup"} <= kinds
    assert kinds - set(log.KINDS) == set()
