"""The secrecy game: whoever steals everything that lies on the disk afterwards still cannot say who voted against.

Nine members vote, exactly one of them against. The thief gets the final database, its write-ahead log, the program's log,
the marks, and a copy of the urn after every single ballot, but no passphrase. Each strategy names the one. Honest
guessing is right once in nine, also about the one who came in a member's place; the plain two-table schema is read right every time.
"""

from __future__ import annotations

import hashlib
import random
import secrets
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

import db
from recognition.council.actions import sealed
from recognition.council.sealing import ballot, box, shares, tally, urn, wrapping
from recognition.council.store import sealed as store
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from tests.support import people, world
from tests.support import sealed as support

VOTERS = 9
SIGMAS = 4


@dataclass
class Stolen:
    """What the thief has of one session."""

    session: UUID
    contents: bytes
    roll: list[UUID]
    by_row: list[UUID]
    by_version: list[UUID]
    signed_in: list[UUID]
    copies: list[tuple[frozenset[UUID], bytes]]
    public: bytes
    definition: str
    shares: dict[int, wrapping.Wrapped]
    receipts: tuple[str, ...]
    wal: bytes
    log: bytes
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.contents) // VOTERS

    @property
    def ballots(self) -> list[bytes]:
        return urn.ballots(self.contents, self.size)

    def owner(self, sealed_ballot: bytes) -> UUID:
        """Whose ballot it is: copies taken after every vote give that away, by design."""
        before: frozenset[UUID] = frozenset()
        for voted, contents in self.copies:
            if sealed_ballot in urn.ballots(contents, self.size):
                return next(iter(voted - before))
            before = voted
        raise AssertionError("not in any copy")


def odd(values: list[object]) -> int:
    """The place of the rarest value; the first of them."""
    counts = Counter(values)
    return min(range(len(values)), key=lambda at: counts[values[at]])


def by_length(s: Stolen) -> UUID:
    return s.by_row[odd([len(each) for each in s.ballots])]


def by_bits(s: Stolen) -> UUID:
    return s.owner(min(s.ballots, key=lambda each: sum(byte.bit_count() for byte in each)))


def by_packing(s: Stolen) -> UUID:
    return s.owner(max(s.ballots, key=lambda each: (len(zlib.compress(each, 9)), each)))


def by_tail(s: Stolen) -> UUID:
    return s.owner(s.ballots[odd([each[-1] & 1 for each in s.ballots])])


def by_head(s: Stolen) -> UUID:
    return s.owner(s.ballots[odd([each[32] >> 7 for each in s.ballots])])


def by_position(s: Stolen) -> UUID:
    return s.by_row[s.ballots.index(max(s.ballots, key=lambda each: each[32:]))]


def by_row_version(s: Stolen) -> UUID:
    return s.by_version[s.ballots.index(min(s.ballots, key=lambda each: each[32:]))]


def by_neighbours(s: Stolen) -> UUID:
    return s.signed_in[odd([each[40] & 3 for each in s.ballots])]


def by_receipts(s: Stolen) -> UUID:
    return s.roll[s.receipts.index(max(s.receipts))] if s.receipts else s.roll[0]


def by_receipt_of_copies(s: Stolen) -> UUID:
    return s.owner(max(s.ballots, key=urn.receipt))


def by_write_ahead_log(s: Stolen) -> UUID:
    seen = sorted(s.ballots, key=lambda each: (s.wal.find(each), each))
    return s.by_version[s.ballots.index(seen[-1])]


def by_program_log(s: Stolen) -> UUID:
    named = sorted(s.roll, key=lambda member: (s.log.count(str(member).encode()), member.bytes))
    return named[0]


def by_guessed_keys(s: Stolen) -> UUID:
    about = ballot.from_json(s.definition)
    guesses = [
        bytes(32),
        s.public,
        hashlib.sha256(s.session.bytes).digest(),
        hashlib.sha256(s.definition.encode()).digest(),
        about.context[16:48],
    ]
    guesses.append(shares.combine({number: each.sealed[:32] for number, each in s.shares.items() if number < 3}))
    for guess in guesses:
        for each in s.ballots:
            try:
                if ballot.decode(about, box.unseal(guess, each, about.context))[0].value == "reject":
                    return s.owner(each)
            except (box.Broken, ValueError):
                continue
    return s.roll[-1]


def by_reused_parts(s: Stolen) -> UUID:
    heads = [each[:8] for each in s.ballots] + [each[-8:] for each in s.ballots]
    return s.owner(s.ballots[odd(heads[:VOTERS])])


STRATEGIES: tuple[Callable[[Stolen], UUID], ...] = (
    by_length, by_bits, by_packing, by_tail, by_head, by_position, by_row_version, by_neighbours, by_receipts, by_receipt_of_copies,
    by_write_ahead_log, by_program_log, by_guessed_keys, by_reused_parts,
)  # fmt: skip


@dataclass
class Table:
    """The council that plays the game."""

    database: db.Database
    folder: Path
    council: UUID
    secretary: Actor
    voters: list[Actor]
    substitute: Actor
    """Comes in the place of the last voter, with an account of their own."""

    def as_sits(self, voter: Actor, session: UUID) -> Actor:
        """The member, or whoever was sent in their place."""
        return replace(self.substitute, stands_in={session: voter.members[self.council]}) if voter is self.voters[-1] else voter

    def send(self, session: UUID) -> None:
        """The last member sends the substitute, in writing."""
        with transaction(None) as t:
            t.run(
                "insert into session_substitute (session_id, member_id, name, title, paper, account_id) values ($1, $2, $3, '', 'Giấy uỷ quyền', $4)",
                session, self.voters[-1].members[self.council], self.substitute.name, self.substitute.account_id,
            )  # fmt: skip

    def physical(self, what: str, session: UUID) -> list[UUID]:
        column = {
            "row": {"duckdb": "rowid", "postgres": "ctid"},
            "version": {"duckdb": "rowid", "postgres": "xmin::text::bigint, ctid"},
        }
        with reading(None) as t:
            rows = t.all(
                f"select member_id from sealed_roll where session_id = $1 order by {column[what][self.database.engine]}",
                session,
            )
        return [row["member_id"] for row in rows]


@pytest.fixture
def table(database, tmp_path):
    issuer = world.issuer()
    council = world.council(issuer)
    voters = [support.member(council, n) for n in range(VOTERS)]
    return Table(database, tmp_path, council, people.actor(Role.SECRETARY, issuer=issuer), voters, people.actor(name="Cao Thị Thơm"))


def play(table: Table, number: int, dice: random.Random, cost: wrapping.Cost = support.CHEAP) -> tuple[Stolen, UUID]:
    """One session; what was stolen, and who really voted against."""
    members = {voter.members[table.council]: voter.name for voter in table.voters}
    session = support.quick(table.council, members, number=number, cost=cost)
    table.send(session)
    order = dice.sample(table.voters, VOTERS)
    against = dice.choice(order)
    with reading(None) as t:
        found = store.get(t, session)
    assert found is not None
    item = ballot.from_json(found.definition).items[0][0]
    signed_in, copies, voted = [], [], frozenset()
    moment = datetime(2026, 11, 26, 2)
    with transaction(None) as t:
        for at, voter in enumerate(order):
            signed_in.append(voter.members[table.council])
            t.run(
                "insert into sign_in (token_hash, account_id, created_at, seen_at, renewed_at, agent, address, ended_at) values ($1, $2, $3, $3, $3, 'x', '127.0.0.1', null)",
                secrets.token_hex(32), table.as_sits(voter, session).account_id, moment + timedelta(seconds=at),
            )  # fmt: skip
    for voter in order:
        sealed.cast(table.as_sits(voter, session), session, {item: "reject" if voter is against else "approve"})
        voted |= {voter.members[table.council]}
        with reading(None) as t:
            copies.append((voted, store.contents(t, session)))
    wal = b"".join(path.read_bytes() for path in table.folder.rglob("*.wal"))
    sealed.close_ballot(table.secretary, session)
    log = b"".join(path.read_bytes() for path in table.folder.rglob("*") if path.suffix in (".jsonl", ".log"))
    with reading(None) as t:
        found, kept = store.get(t, session), store.shares(t, session)
    assert found is not None
    stolen = Stolen(
        session, found.contents, sorted(members), table.physical("row", session), table.physical("version", session), signed_in, copies,
        found.public_key, found.definition, kept, found.receipts, wal, log,
    )  # fmt: skip
    return stolen, against.members[table.council]


def hits(table: Table, sessions: int, cost: wrapping.Cost = support.CHEAP) -> dict[str, int]:
    """How often each strategy named the right member."""
    dice, right = random.Random(20261126), Counter({each.__name__: 0 for each in STRATEGIES})
    for number in range(1, sessions + 1):
        stolen, against = play(table, number, dice, cost)
        for strategy in STRATEGIES:
            right[strategy.__name__] += strategy(stolen) == against
        if number % 1_000 == 0:
            print(table.database.engine, number, dict(right), flush=True)  # noqa: T201 - the figures of a long run, as it goes
    return dict(right)


def beyond_chance(right: dict[str, int], sessions: int) -> dict[str, int]:
    """Strategies that do better (or worse) than guessing one of nine."""
    mean, sigma = sessions / VOTERS, (sessions * (1 / VOTERS) * (1 - 1 / VOTERS)) ** 0.5
    return {name: count for name, count in right.items() if abs(count - mean) > SIGMAS * sigma + 1}


@pytest.mark.proves("F07.04", "N11")
def test_a_thief_does_no_better_than_chance(table):
    assert beyond_chance(hits(table, 15), 15) == {}


@pytest.mark.prove
@pytest.mark.proves("F07.04", "N11")
def test_a_thief_does_no_better_than_chance_in_a_thousand_sessions(table):
    assert beyond_chance(hits(table, 1_000), 1_000) == {}


@pytest.mark.night
def test_a_thief_does_no_better_than_chance_in_ten_thousand_sessions(table):
    assert beyond_chance(hits(table, 10_000), 10_000) == {}


@pytest.mark.prove
@pytest.mark.proves("F07.04")
def test_five_sessions_at_the_full_cost(table):
    right = hits(table, 5, wrapping.FULL)
    assert {name: count for name, count in right.items() if count == 5} == {}


def test_control_a_ballot_that_leaks_is_found_at_once(table, monkeypatch):
    """The same game with ballots whose length or last bit tells the choice: the strategies see it."""
    seal = box.seal

    def leaking(public, message, bound, random_):
        while True:
            made = seal(public, message, bound, random_)
            if (made[-1] & 1) == (message[3] & 3 == 2):
                return made

    monkeypatch.setattr(box, "seal", leaking)
    assert hits(table, 8)["by_tail"] == 8


# -- control: what "no voter in the ballot table" is worth

PLAIN = (
    "create table plain_voter (session_id uuid not null, member_id uuid not null)",
    "create table plain_ballot (session_id uuid not null, choice text not null)",
)


def plain_vote(database: db.Database, session: UUID, order: list[UUID], against: UUID) -> None:
    for member in order:
        with database.write() as tx:
            tx.run("insert into plain_voter (session_id, member_id) values ($1, $2)", session, member)
            tx.run(
                "insert into plain_ballot (session_id, choice) values ($1, $2)",
                session,
                "reject" if member == against else "approve",
            )


def by_scan(database: db.Database, session: UUID) -> UUID:
    place = {"duckdb": "rowid", "postgres": "ctid"}[database.engine]
    with database.read() as tx:
        voters = tx.all(f"select member_id from plain_voter where session_id = $1 order by {place}", session)
        ballots = tx.all(f"select choice from plain_ballot where session_id = $1 order by {place}", session)
    return voters[[row["choice"] for row in ballots].index("reject")]["member_id"]


def by_transaction(database: db.Database, session: UUID) -> UUID:
    """PostgreSQL stamps both rows with the same transaction number."""
    if database.engine == "duckdb":
        return by_scan(database, session)
    sql = "select v.member_id from plain_voter v join plain_ballot b on b.xmin = v.xmin where v.session_id = $1 and b.choice = 'reject'"
    with database.read() as tx:
        return tx.value(sql, session)


def test_control_two_plain_tables_are_read_every_time(database):
    with database.write() as tx:
        for sql in PLAIN:
            tx.script(sql)
    dice, members, right = random.Random(7), [uuid4() for _ in range(VOTERS)], Counter()
    for _ in range(40):
        session, order = uuid4(), dice.sample(members, VOTERS)
        against = dice.choice(order)
        plain_vote(database, session, order, against)
        right["scan"] += by_scan(database, session) == against
        right["transaction"] += by_transaction(database, session) == against
    assert right == {"scan": 40, "transaction": 40}


def test_control_the_write_ahead_log_tells_a_plain_ballot_even_from_a_shuffled_table(tmp_path):
    with db.open(tmp_path / "plain.duckdb") as database:
        with database.write_without_log() as tx:
            for sql in PLAIN:
                tx.script(sql)
        members = [uuid4() for _ in range(VOTERS)]
        order, against = random.Random(3).sample(members, VOTERS), members[4]
        for member in order:
            with database.write_without_log() as tx:
                tx.run("insert into plain_voter (session_id, member_id) values ($1, $2)", UUID(int=1), member)
                tx.run(
                    "insert into plain_ballot (session_id, choice) values ($1, $2)",
                    UUID(int=1),
                    "reject" if member == against else "approve",
                )
        wal = (tmp_path / "plain.duckdb.wal").read_bytes()
        words = sorted(
            (wal.find(word, at), word)
            for word in (b"approve", b"reject")
            for at in range(len(wal))
            if wal.startswith(word, at)
        )
        assert order[[word for _, word in words].index(b"reject")] == against


def test_the_tally_returns_counts_and_never_a_whole_ballot():
    assert tally.count.__annotations__["return"] == dict[UUID, tally.Line]
