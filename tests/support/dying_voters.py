"""A process that casts ballots until it is killed, telling each acknowledgement at once. Run by the kill test."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import UUID

import db
from recognition.council.actions import sealed
from recognition.council.sealing import ballot
from recognition.council.store import sealed as store
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading


def vote(path: Path, session: UUID, council: UUID, early: bool) -> None:
    """Cast for every member of the roll. `early` tells before casting: the defence switched off."""
    with db.open(path) as database:
        db.use(database)
        with reading(None) as t:
            found, roll = store.get(t, session), store.roll(t, session)
        assert found is not None
        item = ballot.from_json(found.definition).items[0][0]
        _tell(f"open {os.getpid()}")
        for voter in roll:
            if voter.voted:
                continue
            if early:
                _tell(f"{voter.member_id} -")
            done = sealed.cast(
                Actor(UUID(int=1), voter.name, members={council: voter.member_id}), session, {item: "approve"}
            )
            if not early:
                _tell(f"{voter.member_id} {done.receipt}")


def _tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    # one line per life: path, session, council, early; each life is a fork, so that killing it costs no start-up
    for order in sys.stdin:
        path, session, council, early = order.split()
        child = os.fork()
        if child == 0:
            vote(Path(path), UUID(session), UUID(council), early == "1")
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")
