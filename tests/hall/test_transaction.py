"""One action, one transaction, once per key."""

import json
from uuid import uuid4

import pytest

from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone
from recognition.hall.transaction import KEPT, reading, transaction
from recognition.hall.words import Verb

WHO = Actor(account_id=uuid4(), name="Phạm Thu Hà")


def put(t, key: str, value: str) -> None:
    t.run("insert into setting (key, value, version) values ($1, $2, 1)", key, value)


def settings() -> dict[str, str]:
    with reading(WHO) as t:
        return {row["key"]: row["value"] for row in t.all("select key, value from setting order by key")}


def test_the_same_key_acts_once_and_gives_back_the_first_result(database):
    key = uuid4()
    with transaction(WHO, key) as t:
        put(t, "a", "1")
        t.result = "a"
    with pytest.raises(AlreadyDone) as again, transaction(WHO, key) as t:
        put(t, "b", "2")
    assert (again.value.result, settings()) == ("a", {"a": "1"})


def test_the_same_key_of_another_person_is_another_act(database):
    key = uuid4()
    other = Actor(account_id=uuid4(), name="Lê Văn Tòng")
    for who, name in ((WHO, "a"), (other, "b")):
        with transaction(who, key) as t:
            put(t, name, "1")
    assert settings() == {"a": "1", "b": "1"}


def test_a_failure_leaves_nothing_and_the_key_may_be_used_again(database):
    key = uuid4()
    with pytest.raises(RuntimeError), transaction(WHO, key) as t:
        put(t, "a", "1")
        audit.note(t, Verb.MANAGE_SETTINGS, "setting", None, after={"key": "a"})
        raise RuntimeError
    assert settings() == {}
    with transaction(WHO, key) as t:
        put(t, "a", "2")
    assert settings() == {"a": "2"}


def test_an_action_inside_another_joins_it(database):
    with pytest.raises(RuntimeError), transaction(WHO, uuid4()) as t:
        put(t, "outer", "1")
        with transaction(WHO, uuid4()) as inner:
            put(inner, "inner", "1")
        raise RuntimeError
    assert settings() == {}


def test_reading_inside_a_transaction_sees_what_it_wrote(database):
    with transaction(WHO) as t:
        put(t, "a", "1")
        assert settings() == {"a": "1"}


@pytest.mark.proves("F15.02")
def test_an_entry_holds_who_before_and_after_and_no_secret(database):
    before, after = {"name": "cũ", "password_hash": "$argon2id$x"}, {"name": "mới", "password_hash": "$argon2id$y"}
    thing = uuid4()
    with transaction(WHO) as t:
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", thing, before=before, after=after, detail="đổi tên")
    with reading(WHO) as t:
        [entry] = audit.history(t, "account", thing)
    assert json.loads(entry["content"]) == {
        "name": "Phạm Thu Hà", "detail": "đổi tên", "before": {"name": "cũ"}, "after": {"name": "mới"},
    }  # fmt: skip


def test_the_log_names_whoever_acts_inside_a_joined_transaction(database):
    other = Actor(account_id=uuid4(), name="Lê Văn Tòng")
    thing = uuid4()
    with transaction(WHO):
        with transaction(other) as inner:
            audit.note(inner, Verb.EDIT, "thing", thing, after={"a": 1})
        with transaction(None) as unnamed:
            audit.note(unnamed, Verb.EDIT, "thing", thing, after={"a": 2})
    with reading(None) as t:
        assert [row["actor_id"] for row in audit.history(t, "thing", thing)] == [other.account_id, WHO.account_id]


def test_a_reading_asks_once_and_a_writer_asks_anew(database):
    asked = []

    def ask() -> int:
        asked.append(1)
        return len(asked)

    with reading(WHO) as t, reading(None) as inner:
        assert [t.once("a", ask), inner.once("a", ask), t.once("b", ask)] == [1, 1, 2]
    with reading(WHO) as t:
        assert t.once("a", ask) == 3
    with transaction(WHO) as t, reading(WHO) as inner:
        assert [t.once("a", ask), t.once("a", ask), inner.once("a", ask)] == [4, 5, 6]


def test_a_long_reading_keeps_few_answers(database):
    with reading(WHO) as t:
        for number in range(1_000):
            assert t.once(number, lambda number=number: 2 * number) == 2 * number
        assert len(t._known) <= KEPT
