"""A list of 20,000 rows read, mapped and checked against 200,000 cases: `python -m tests.benchmarks.lists_speed [ROWS] [CASES]`.

Wish: 20 s on two cores, 500 MB.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path
from uuid import UUID

import db
from recognition.accounts import actions as accounts
from recognition.hall import place
from recognition.hall.words import Role
from recognition.lists import actions
from recognition.lists.terms import BatchInput
from tests.benchmarks import radar_speed
from tests.support import databases, lists, people, world

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích", "Số CCCD")


def file(rows: int, units: int) -> bytes:
    """A workbook of that many people with everything a list may hold."""
    chance = random.Random(5)
    lines = [
        (
            number, f"{chance.choice(radar_speed.FAMILIES)} {chance.choice(radar_speed.MIDDLES)} {chance.choice(radar_speed.MIDDLES)} {chance.choice(radar_speed.GIVEN)}",
            f"{1 + number % 28:02d}/{1 + number % 12:02d}/{1960 + number % 45}", "Chuyên viên", f"Chi bộ số {1 + number % units}", "Giấy khen",
            f"{chance.choice(radar_speed.DEEDS)}. Giúp {number} hộ dân hoàn thành thủ tục trong năm.", f"{1_084_000_000 + number:012d}",
        )
        for number in range(1, rows + 1)
    ]
    return lists.workbook({"Danh sách": [HEAD, *lines]})


def build(folder: Path, rows: int, cases: int) -> None:
    """The database with its cases, the workbook and who hands it in, all in `folder`: by a process of its own, which would be in the figures."""
    with databases.fresh(folder) as opened:
        db.use(opened)
        issuer = world.issuer()
        units = [world.unit(f"Chi bộ số {number}") for number in range(1, 41)]
        world.award_type()
        campaign = world.campaign(issuer, units=tuple(units))
        who = people.actor(Role.NOMINATOR, unit=units[0])
        radar_speed.build(cases, issuer, units)
        (folder / "list.xlsx").write_bytes(file(rows, len(units)))
        (folder / "ids.json").write_text(json.dumps([str(units[0]), str(campaign), str(who.account_id)]))
        db.use(None)


def peak(pid: int | str) -> float:
    """The most memory that a process ever held, MB; 0 when it is gone or the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def watch(stop: threading.Event, found: list[float]) -> None:
    """Add the peaks of this process's children while they live."""
    while not stop.wait(0.05):
        for task in Path("/proc/self/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += [peak(child) for child in task.read_text().split()]


def measure(folder: Path) -> None:
    """Hand the workbook in; print seconds and memory."""
    unit, campaign, account = map(UUID, json.loads((folder / "ids.json").read_text()))
    stop, children = threading.Event(), [0.0]
    with db.open(folder / "guong-sang.duckdb") as opened:
        db.use(opened)
        place.use(folder)
        who = accounts.actor_for(account)
        asked = BatchInput(unit, campaign_id=campaign, period_from=date(2026, 1, 1), period_to=date(2026, 10, 31), told=True)
        data = (folder / "list.xlsx").read_bytes()
        before = peak("self")
        watcher = threading.Thread(target=watch, args=(stop, children))
        watcher.start()
        start, worked = time.perf_counter(), sum(os.times()[:4])
        batch = actions.start(who, asked, "danh sách.xlsx", data)
        taken, worked = time.perf_counter() - start, sum(os.times()[:4]) - worked
        stop.set()
        watcher.join()
        print(f"read, mapped, checked and kept in {taken:.1f} s (wish: 20 s), {worked:.1f} s of them working: {actions.get(who, batch.id)[1]}")
        print(f"this process with its database {peak('self'):.0f} MB, {before:.0f} MB before (wish: 500 MB); its reading child {max(children):.0f} MB")
        db.use(None)


def main(rows: int, cases: int) -> None:
    """Build in one process, measure in another."""
    with tempfile.TemporaryDirectory() as folder:
        for step in ("build", "measure"):
            print(f"{cases:,} cases; a workbook of {rows:,} rows" if step == "measure" else "building", flush=True)
            subprocess.run([sys.executable, "-m", "tests.benchmarks.lists_speed", step, folder, str(rows), str(cases)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["build"]:
        build(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1:2] == ["measure"]:
        measure(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 200_000)
