"""A list of 20,000 rows read, mapped and checked against 200,000 cases: `python -m tests.benchmarks.lists_speed [ROWS] [CASES]`.

Wish: 20 s on two cores, 500 MB.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import db
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


def main(rows: int, cases: int) -> None:
    """Build, hand the list in, print seconds and memory."""
    with tempfile.TemporaryDirectory() as folder, databases.fresh(Path(folder)) as opened:
        db.use(opened)
        issuer = world.issuer()
        units = [world.unit(f"Chi bộ số {number}") for number in range(1, 41)]
        world.award_type()
        campaign = world.campaign(issuer, units=tuple(units))
        who = people.actor(Role.NOMINATOR, unit=units[0])
        radar_speed.build(cases, issuer, units)
        data = file(rows, len(units))
        print(f"{cases:,} cases; a workbook of {rows:,} rows, {len(data) / 1e6:.1f} MB")
        asked = BatchInput(units[0], campaign_id=campaign, period_from=date(2026, 1, 1), period_to=date(2026, 10, 31), told=True)
        start = time.perf_counter()
        batch = actions.start(who, asked, "danh sách.xlsx", data)
        taken = time.perf_counter() - start
        print(f"read, mapped, checked and kept in {taken:.1f} s (wish: 20 s): {actions.get(who, batch.id)[1]}")
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest child {children:.0f} MB, this process with its database {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        db.use(None)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 200_000)
