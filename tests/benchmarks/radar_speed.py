"""How fast the radar answers on a large installation: `python -m tests.benchmarks.radar_speed [PEOPLE]`.

Builds that many people, recipients and cases in a throw-away database (seeded), then asks as somebody types.
Wish: 150 ms on 200,000.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import db
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.screening.actions import radar
from recognition.screening.near import Asked
from tests.support import databases, people, world
from vietnamese import names, text

FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLES = ["Văn", "Thị", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Xuân", "Hữu", "Thu", "Kim", "Gia", "Bảo", "Hoài", "Công"]
GIVEN = ["An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hoa", "Hùng", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Ngân", "Phong", "Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Tòng", "Trang", "Tú", "Tuấn", "Vân", "Yến"]
DEEDS = (
    "Cứu hai học sinh đuối nước ở bến sông", "Trả lại túi tiền nhặt được cho người đi viện", "Hiến đất mở đường liên thôn", "Dạy chữ miễn phí cho trẻ em nghèo",
    "Sửa nhà cho hộ già neo đơn", "Hiến máu cứu người lần thứ mười", "Vận động bà con giữ sạch kênh mương", "Giúp dân làm thủ tục qua mạng",
)  # fmt: skip


def build(count: int, issuer: UUID, units: list[UUID]) -> None:
    """`count` people, each with a recipient, a deed and a sent case."""
    chance = random.Random(7)
    first, moment = date(2021, 1, 1), datetime(2026, 1, 1)
    persons, recipients, deeds, cases = [], [], [], []
    for number in range(count):
        name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}" if number % 3 else f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"
        person, recipient, deed, case, unit = uuid4(), uuid4(), uuid4(), uuid4(), chance.choice(units)
        title, day = f"{chance.choice(DEEDS)} số {number}", first + timedelta(days=chance.randrange(2_000))
        persons.append((person, name, 1960 + number % 45, "Đồng chí", text.search_key(name), names.name_sort(name), 1))
        recipients.append((recipient, "individual", person, "Đồng chí", name, text.search_key(name), names.name_sort(name), 1))
        deeds.append((deed, title, "Kể lại", "", "Bến sông", day, "", "", unit, "{}", text.search_key(title), issuer, moment, 1))
        code = f"VT-2026-{number:06d}"
        cases.append(
            (case, code, "deed", deed, "spot", issuer, unit, recipient, title, "Kể lại", "", str(number), 0, 1, 0, "", "", "endorsed", "[]", issuer, moment, moment, text.search_key(f"{code} {name} {title}"), 1)
        )
    with transaction(None) as t:
        t.tx.load("person", ["id", "name", "birth_year", "salutation", "search", "name_sort", "version"], persons)
        t.tx.load("recipient", ["id", "kind", "person_id", "salutation", "name", "search", "name_sort", "version"], recipients)
        t.tx.load("good_deed", ["id", "title", "story", "reason", "place", "deed_date", "beneficiaries", "witness", "unit_id", "tags", "search", "created_by", "created_at", "version"], deeds)
        columns = "id code subject deed_id commendation issuer_id unit_id recipient_id title achievement wording subject_key posthumous told publish publish_basis contact state reasons created_by created_at submitted_at search version"
        t.tx.load("nomination", columns.split(), cases)


def main(count: int) -> None:
    """Build, ask fifty times, print the figures in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, databases.fresh(Path(folder)) as opened:
        db.use(opened)
        issuer = world.issuer()
        units = [world.unit() for _ in range(40)]
        who = people.actor(Role.NOMINATOR, unit=units[0])
        begun = time.perf_counter()
        build(count, issuer, units)
        print(f"{count:,} people and cases built in {time.perf_counter() - begun:.1f} s")
        chance, taken, found = random.Random(11), [], 0
        for _ in range(50):
            asked = Asked(f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}", birth_year=1980, title=chance.choice(DEEDS), deed_date=date(2023, 5, 5), issuer_id=issuer)
            start = time.perf_counter()
            found += len(radar.while_typing(who, asked))
            taken.append((time.perf_counter() - start) * 1_000)
        print(f"radar while typing, {len(taken)} questions: median {statistics.median(taken):.0f} ms, worst {max(taken):.0f} ms, {found} answers (wish: 150 ms)")
        db.use(None)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
