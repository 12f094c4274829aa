"""How long an annexed list of 1,800 people takes as Word, beside python-docx's own way of filling a table.

    python -m tests.benchmarks.word_lists [ROWS]

Prints the seconds of both in one run and their ratio.
"""

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from docx import Document

from documents.decision import decision
from documents.facts import Decision, DecisionKind, Head, Issuer, Kind, Line, Signer, Track
from documents.lists import in_order

ISSUER = Issuer("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "Tân Phong", Track.PARTY, "ĐẢNG BỘ TỈNH TÂN PHONG", "ĐU")
LINE = Line(
    Kind.PERSON,
    "Trần Đức Hòa",
    "Ông",
    "Bí thư Chi bộ",
    "Chi bộ Văn phòng Sở Xây dựng",
    "Vận động 42 hộ dân hiến 1.250 m² đất mở rộng đường liên ấp",
    "Giấy khen",
    amount=760_000,
)


def facts(rows: int) -> Decision:
    """A decision that commends `rows` people."""
    return Decision(
        head=Head(ISSUER, date(2026, 11, 5), "12"),
        kind=DecisionKind.COMMEND,
        about="tặng Giấy khen năm 2026",
        bases=("Căn cứ Điều lệ Đảng Cộng sản Việt Nam",),
        signer=Signer("Nguyễn Thị Minh Hạnh", "PHÓ BÍ THƯ", ("T/M BAN THƯỜNG VỤ",)),
        executors="Văn phòng Đảng ủy",
        lines=tuple(replace(LINE, name=f"Trần Đức Hòa {i}") for i in range(rows)),
        merit="đã có thành tích xuất sắc năm 2026",
    )


def usual_way(rows: int) -> bytes:
    """The same six columns filled cell by cell through python-docx."""
    document = Document()
    table = document.add_table(rows=0, cols=6)
    for i, line in enumerate(in_order(facts(rows).lines), 1):
        cells = table.add_row().cells
        values = (str(i), line.name, f"{line.post}, {line.unit}", line.achievement, line.award_form, str(line.amount))
        for cell, value in zip(cells, values, strict=True):
            cell.text = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def seconds(make: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    make()
    return time.process_time() - start


def main(rows: int = 1_800) -> None:
    """Measure both and print one line each."""
    decision(facts(10))
    ours = seconds(lambda: decision(facts(rows)))
    theirs = seconds(lambda: usual_way(rows))
    line = f"{rows} rows: documents.decision {ours:.2f} s, python-docx cell by cell {theirs:.2f} s, {theirs / ours:.1f} times\n"
    sys.stdout.write(line)


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
