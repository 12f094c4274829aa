"""Three hundred telephones send their ballot at the same moment, through HTTP, to the real server.

    python -m tests.benchmarks.booth_speed [voters] [items]

Prints when the first, the median and the last ballot was sealed and acknowledged, and how many lie in the urn.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

import httpx

import db
from recognition.accounts import secrets, store
from recognition.council.store import sealed
from recognition.hall.transaction import reading, transaction
from tests.support import databases
from tests.support import sealed as support
from tests.support import server as servers
from vietnamese import dates

FORM = "một-biểu-mẫu".encode().hex()


def seed(folder: Path, voters: int, items: int) -> tuple[UUID, list[str]]:
    """An open ballot and a signed-in browser for everybody; the browsers' tokens."""
    folder.mkdir()
    with databases.fresh(folder) as database:
        db.use(database)
        hall = support.hall(voters=voters, items=items)
        session = hall.opened().id
        tokens, now = [secrets.token() for _ in hall.voters], dates.now_utc()
        with transaction(None) as t:
            for token, voter in zip(tokens, hall.voters, strict=True):
                store.add_sign_in(t, secrets.token_hash(token), voter.account_id, now, now, "Điện thoại", "127.0.0.1")
        db.use(None)
    return session, tokens


async def cast(client: httpx.AsyncClient, session: UUID, token: str, items: int, start: asyncio.Event) -> float:
    """One telephone: waits for the starting shot; seconds until its confirmation."""
    headers = {"cookie": f"guong-sang={token}; bieu-mau={FORM}", "origin": str(client.base_url).rstrip("/")}
    await start.wait()
    begun = time.perf_counter()
    answer = await client.post(
        f"/bo-phieu/{session}", data={"form_token": FORM, "ballot": "a" * items, "go": "cast"}, headers=headers
    )
    assert "Đã bỏ phiếu" in answer.text, answer.text
    return time.perf_counter() - begun


async def shoot(url: str, session: UUID, tokens: list[str], items: int) -> list[float]:
    """All at once, each over a connection of its own."""
    start = asyncio.Event()
    limits = httpx.Limits(max_connections=len(tokens), max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        phones = [asyncio.create_task(cast(client, session, token, items, start)) for token in tokens]
        await asyncio.sleep(0.2)
        start.set()
        return list(await asyncio.gather(*phones))


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used (Linux): on a machine that does other work besides, the fairer figure."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    words = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def settle(pid: int) -> None:
    """Wait until the server has loaded what it loads beside its first answers: nobody votes in its first second."""
    before, quiet = cpu_seconds(pid), 0
    while quiet < 3:
        time.sleep(0.2)
        now = cpu_seconds(pid)
        quiet, before = (0 if now - before > 0.02 else quiet + 1), now


def main(voters: int = 300, items: int = 30) -> None:
    """Seed, start the server, shoot, look into the urn."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        session, tokens = seed(folder, voters, items)
        with servers.running(folder) as server:
            httpx.get(f"{server.url}/dang-nhap")
            settle(server.process.pid)
            before = cpu_seconds(server.process.pid)
            taken = sorted(asyncio.run(shoot(server.url, session, tokens, items)))
            work = cpu_seconds(server.process.pid) - before
        with db.open(folder / "guong-sang.duckdb") as database:
            db.use(database)
            with reading(None) as t:
                found = sealed.get(t, session)
            db.use(None)
        assert found is not None
        print(
            f"{voters} voters, {items} cases: first {taken[0]:.2f} s, median {statistics.median(taken):.2f} s, last {taken[-1]:.2f} s, "
            f"{work:.1f} s of processor; {found.ballots} in the urn"
        )


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]))
