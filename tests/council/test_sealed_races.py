"""Many hands at the same moment: one ballot per member, none after the close, none lost that was acknowledged."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

import pytest

import db
from db.duck_errors import translated
from db.duck_tx import DuckTx
from recognition.council.actions import sealed
from recognition.council.sealing import ballot, tally, urn
from recognition.council.sealing.terms import Cast
from recognition.council.store import booth
from recognition.council.store import sealed as store
from recognition.hall.actor import Actor
from recognition.hall.errors import Busy, NotAllowed
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role
from tests.support import databases, people, world
from tests.support import sealed as support


@dataclass
class Crowd:
    """A council of many."""

    council: UUID
    secretary: Actor
    voters: list[Actor]
    sessions: int = 0

    def opened(self, voters: int | None = None) -> UUID:
        """One more open session."""
        self.sessions += 1
        members = {each.members[self.council]: each.name for each in self.voters[:voters]}
        return support.quick(self.council, members, number=self.sessions)


def crowd(voters: int) -> Crowd:
    issuer = world.issuer()
    council = world.council(issuer)
    return Crowd(
        council, people.actor(Role.SECRETARY, issuer=issuer), [support.member(council, n) for n in range(voters)]
    )


def item_of(session: UUID) -> UUID:
    with reading(None) as t:
        found = store.get(t, session)
    assert found is not None
    return ballot.from_json(found.definition).items[0][0]


def in_the_urn(session: UUID) -> tuple[int, int, int]:
    """Ballots counted in the row, ballots really there, members marked."""
    with reading(None) as t:
        found = store.get(t, session)
        assert found is not None
        size = tally.sealed_length(ballot.from_json(found.definition))
        return (
            found.ballots,
            len(urn.ballots(found.contents, size)),
            sum(voter.voted for voter in store.roll(t, session)),
        )


def submit_all(made: Crowd, session: UUID, times: int, seed: int) -> list[Cast]:
    """Every voter sends the ballot `times` times, shuffled over three tabs (threads)."""
    item, dice = item_of(session), random.Random(seed)
    clicks = [(voter, dice.choice(("approve", "reject"))) for voter in made.voters for _ in range(times)]
    dice.shuffle(clicks)

    def tab(number: int) -> list[Cast]:
        return [
            patiently(lambda voter=voter, word=word: sealed.cast(voter, session, {item: word}))
            for voter, word in clicks[number::3]
        ]

    with ThreadPoolExecutor(3) as pool:
        return [answer for answers in pool.map(tab, range(3)) for answer in answers]


def patiently(call: Callable[[], Cast]) -> Cast:
    """As a person does who is told to press again."""
    while True:
        try:
            return call()
        except Busy:
            continue


@pytest.mark.proves("F07.04", "N11")
def test_twenty_voters_times_five_clicks_make_twenty_ballots(database):
    made = crowd(20)
    session = made.opened()
    answers = submit_all(made, session, 5, 1)
    assert (
        in_the_urn(session),
        sum(not each.already for each in answers),
        len({each.receipt for each in answers} - {""}),
    ) == ((20, 20, 20), 20, 20)


@pytest.mark.parametrize(
    "rounds",
    (
        pytest.param({"duckdb": 5, "postgres": 2}, marks=pytest.mark.prove, id="ci"),
        pytest.param({"duckdb": 20, "postgres": 20}, marks=pytest.mark.night, id="night"),
    ),
)
def test_three_hundred_voters_times_five_clicks_make_three_hundred_ballots(database, rounds):
    made = crowd(300)
    for number in range(rounds[database.engine]):
        session = made.opened()
        answers = submit_all(made, session, 5, number)
        assert (in_the_urn(session), sum(not each.already for each in answers)) == ((300, 300, 300), 300)


def test_control_without_the_mark_one_member_casts_five(database, monkeypatch):
    made = crowd(4)
    session = made.opened()
    slip = booth.slip
    monkeypatch.setattr(
        booth, "slip", lambda t, session_id, members: replace(slip(t, session_id, members), voted=False)
    )
    monkeypatch.setattr(
        store, "mark_voted",
        lambda t, session_id, member: t.run("update sealed_roll set voted = 1 where session_id = $1 and member_id = $2", session_id, member) == 1,
    )  # fmt: skip
    submit_all(made, session, 5, 1)
    assert in_the_urn(session) == (20, 20, 4)


# -- closing


def race(made: Crowd, session: UUID) -> tuple[int, int, bool, bool]:
    """Voters and the closing secretary start together: (acknowledged, in the closed urn, all of those there, nothing after)."""
    item, start, receipts = item_of(session), threading.Barrier(len(made.voters) + 1), []

    def vote(voter: Actor) -> None:
        start.wait()
        try:
            receipts.append(patiently(lambda: sealed.cast(voter, session, {item: "approve"})).receipt)
        except NotAllowed:
            return

    def close() -> None:
        start.wait()
        while True:
            try:
                sealed.close_ballot(made.secretary, session)
                return
            except Busy:
                continue

    threads = [threading.Thread(target=vote, args=(voter,)) for voter in made.voters] + [threading.Thread(target=close)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with reading(None) as t:
        found = store.get(t, session)
    assert found is not None
    whole = urn.fingerprint(found.contents) == found.urn_hash and found.ballots == len(found.receipts)
    return len(receipts), found.ballots, set(receipts) <= set(found.receipts), whole


def all_races(number: int) -> None:
    made = crowd(4)
    for _ in range(number):
        acknowledged, kept, all_there, whole = race(made, made.opened())
        assert (acknowledged, all_there, whole) == (kept, True, True)


@pytest.mark.proves("F07.04")
def test_no_ballot_after_the_close_and_none_lost(database):
    all_races(10)


@pytest.mark.prove
@pytest.mark.proves("F07.04", "N11")
def test_three_hundred_closes_race_with_votes(database):
    all_races(300)


@pytest.mark.night
def test_a_thousand_closes_race_with_votes(database):
    all_races(1_000)


@contextmanager
def caught_in_the_middle(monkeypatch: pytest.MonkeyPatch, made: Crowd, session: UUID):
    """The secretary closes after the vote has looked at the session and before it commits."""
    mark, done = store.mark_voted, threading.Event()

    def close() -> None:
        with suppress(Busy):  # then the vote came first, and the secretary presses again
            sealed.close_ballot(made.secretary, session)
        done.set()

    def slowly(t: Transaction, session_id: UUID, member: UUID) -> bool:
        marked = mark(t, session_id, member)
        threading.Thread(target=close, daemon=True).start()
        done.wait(1.0)
        return marked

    with monkeypatch.context() as patched:
        patched.setattr(store, "mark_voted", slowly)
        yield
    done.wait(10)


def after_the_close(session: UUID) -> bool:
    """Whether the urn holds something that it did not hold when it was closed."""
    with reading(None) as t:
        found = store.get(t, session)
    assert found is not None
    return urn.fingerprint(found.contents) != found.urn_hash


def test_a_close_in_the_middle_of_a_vote_waits_for_it(database, monkeypatch):
    made = crowd(1)
    session = made.opened()
    with caught_in_the_middle(monkeypatch, made, session):
        cast = sealed.cast(made.voters[0], session, {item_of(session): "approve"})
    with reading(None) as t:
        found = store.get(t, session)
    assert (found.receipts, after_the_close(session)) == ((cast.receipt,), False)


@pytest.mark.parametrize(("touches", "ends"), ((True, ("open", 1)), (False, ("counting", 1))))
def test_control_without_lock_and_touch_a_ballot_slips_in_after_the_close(tmp_path, monkeypatch, touches, ends):
    """DuckDB with the lock off: the touched row makes the close fail and wait; with the touch off too, a ballot lies in a closed urn."""
    with databases.fresh(tmp_path) as database:
        db.use(database)
        made = crowd(1)
        session = made.opened()
        monkeypatch.setattr(database, "_write", partial(unlocked, database))
        if not touches:
            monkeypatch.setattr(store, "touch_open", is_open)
            monkeypatch.setattr(store, "seal_up", lambda *_: None)
        with caught_in_the_middle(monkeypatch, made, session):
            sealed.cast(made.voters[0], session, {item_of(session): "approve"})
        with reading(None) as t:
            assert (t.value("select state from council_session where id = $1", session), in_the_urn(session)[0]) == ends
        db.use(None)


def is_open(t: Transaction, session_id: UUID) -> bool:
    """Looking instead of touching."""
    return t.value("select state from council_session where id = $1", session_id) == "open"


@contextmanager
def unlocked(database, *, lock_head: bool):
    """A write transaction of DuckDB without the process's lock and without marks."""
    assert lock_head
    with database._cursor() as cursor:
        cursor.execute("begin transaction")
        try:
            yield DuckTx(cursor, writes=True)
            with translated():
                cursor.execute("commit")
        except BaseException:
            with suppress(Exception):
                cursor.execute("rollback")
            raise
