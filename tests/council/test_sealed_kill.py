"""kill -9 in the middle of voting: whoever was told "đã bỏ phiếu" has a ballot in the urn, exactly one."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

import db
from db import checking
from recognition.council.sealing import ballot, tally, urn
from recognition.council.store import sealed as store
from recognition.hall.transaction import reading
from tests.support import databases, world
from tests.support import sealed as support

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the killing test forks; Windows has no fork")
ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Life:
    """What one life left behind."""

    told: dict[UUID, str]
    lost: int
    """Acknowledged, and not there after reopening."""
    unasked: int
    """There, though nobody was told."""
    sound: bool
    """Urn, roll, log and marks agree; every receipt that was told lies in the urn."""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """A file with an open ballot of 80 members."""
    folder = tmp_path_factory.mktemp("kill")
    with databases.fresh(folder) as database:
        db.use(database)
        council = world.council(world.issuer())
        members = {world.council_member(council, None, f"Thành viên {n:02d}"): f"Thành viên {n:02d}" for n in range(80)}
        session = support.quick(council, members)
        db.use(None)
    return folder, session, council


@pytest.fixture
def killer(seeded):
    """Starts lives one after another in a process that has imported everything."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.dying_voters"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )  # fmt: skip
    yield process
    process.stdin.close()
    process.wait(10)


def live(process, folder: Path, session: UUID, council: UUID, seconds: float, *, early: bool = False) -> Life:
    """One life on `folder`'s file, ended after `seconds`, and what is found afterwards."""
    path = folder / "guong-sang.duckdb"
    process.stdin.write(f"{path} {session} {council} {int(early)}\n")
    told: dict[UUID, str] = {}
    for line in process.stdout:
        if line.startswith("open "):
            pid = int(line.split()[1])
            threading.Thread(target=end, args=(pid, seconds), daemon=True).start()
        elif line == "dead\n":
            break
        else:
            member, receipt = line.split()
            told[UUID(member)] = receipt
    return look(path, session, told)


def end(pid: int, seconds: float) -> None:
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):  # it had cast all its votes and ended by itself
        os.kill(pid, signal.SIGKILL)


def look(path: Path, session: UUID, told: dict[UUID, str]) -> Life:
    """Reopen the file (marks are compared) and compare it with what was told."""
    with db.open(path) as database:
        db.use(database)
        with reading(None) as t:
            found, roll = store.get(t, session), {voter.member_id: voter.voted for voter in store.roll(t, session)}
            problems = checking.invariants(t.tx) + checking.log(t.tx, database.anchors)
        db.use(None)
    length = tally.sealed_length(ballot.from_json(found.definition))
    receipts = set(urn.receipts(found.contents, length))
    voted = {member for member, has in roll.items() if has}
    whole = (
        not problems
        and len(receipts) == found.ballots == len(voted)
        and {each for each in told.values() if each != "-"} <= receipts
    )
    return Life(told, len(set(told) - voted), len(voted - set(told)), whole)


def lives(killer, seeded, tmp_path, number: int, *, early: bool = False) -> tuple[int, int, int]:
    """(acknowledged, lost, unsound) over many lives of fresh copies; one in four lives is a second one on the same file."""
    source, session, council = seeded
    dice, acknowledged, lost, unsound, before = random.Random(9), 0, 0, 0, 0
    for turn in range(number):
        folder = tmp_path / "data"
        if turn % 4 != 3:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(source, folder)
            before = 0
        life = live(killer, folder, session, council, dice.uniform(0, 0.35), early=early)
        acknowledged, lost = acknowledged + len(life.told), lost + life.lost
        unsound += not life.sound or (not early and life.unasked - before > 1)
        before = life.unasked + len(life.told)
    return acknowledged, lost, unsound


@pytest.mark.proves("F07.04")
def test_killed_four_times_nothing_told_is_lost(killer, seeded, tmp_path):
    _, lost, unsound = lives(killer, seeded, tmp_path, 4)
    assert (lost, unsound) == (0, 0)


@pytest.mark.parametrize(
    "number", (pytest.param(60, marks=pytest.mark.prove), pytest.param(300, marks=pytest.mark.night))
)
def test_killed_again_and_again_nothing_told_is_lost_and_nothing_is_double(killer, seeded, tmp_path, number):
    acknowledged, lost, unsound = lives(killer, seeded, tmp_path, number)
    print(f"{number} lives, {acknowledged} acknowledged ballots, {lost} lost")  # noqa: T201 - the figures of the run
    assert (lost, unsound, acknowledged > 0) == (0, 0, True)


@pytest.mark.prove
def test_control_told_before_the_commit_is_lost_sooner_or_later(killer, seeded, tmp_path):
    _, lost, _ = lives(killer, seeded, tmp_path, 12, early=True)
    assert lost > 0
