"""How fast lists are read, against pandas.read_excel, openpyxl and calamine on the same 20,000-row workbook.

    python tests/benchmarks/intake_speed.py [--rows 20000] [--known 200000]

Seconds of CPU (user + system), best of three. The rivals give cells; "understood" gives checked fields with the cell that
each came from. The whole way is measured as users have it: a limited child process, start-up and JSON included.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import openpyxl
import pandas
import python_calamine
import xlsxwriter

import intake
from intake.engine import understand
from intake.limits import LIMITS
from intake.similar import compare_names, name_key
from intake.tables import read_file

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quốc", "Xuân", "Thu"]
GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hoa",
    "Hùng",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Mai",
    "Nam",
    "Nga",
    "Phúc",
    "Quyên",
    "Sơn",
    "Tâm",
    "Thảo",
]
WORDS = [
    "vận",
    "động",
    "nhân",
    "dân",
    "hiến",
    "đất",
    "làm",
    "đường",
    "xây",
    "dựng",
    "nông",
    "thôn",
    "mới",
    "giúp",
    "đỡ",
    "hộ",
    "nghèo",
    "cải",
    "tiến",
    "quy",
    "trình",
    "tiếp",
    "nhận",
    "hồ",
    "sơ",
]
HEAD = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "CCCD",
    "Chức vụ",
    "Đơn vị công tác",
    "Hình thức đề nghị",
    "Tóm tắt thành tích",
    "Điện thoại",
    "Địa chỉ",
    "Ghi chú",
]


def name(chance: random.Random) -> str:
    return " ".join(chance.choice(words) for words in (FAMILY, MIDDLE, GIVEN, GIVEN))


def build(path: Path, rows: int) -> None:
    """The workbook: title, heading in row 5, then people."""
    chance = random.Random(7)
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet("Danh sách"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
        sheet.write_row(4, 0, HEAD)
        for number in range(1, rows + 1):
            row = number + 4
            sheet.write_row(row, 0, [number, name(chance)])
            sheet.write_datetime(row, 2, date(1960, 1, 1) + timedelta(days=chance.randrange(16_000)), day)
            text = " ".join(chance.choices(WORDS, k=40))
            sheet.write_row(
                row,
                3,
                [
                    chance.choice(("Nam", "Nữ")),
                    f"0720840{number:05d}",
                    "Chuyên viên",
                    f"Sở số {number % 40}",
                    "Giấy khen",
                    text,
                    f"09{number:08d}",
                    f"Ấp {number % 9}, xã Hòa Hội",
                ],
            )


def cpu(work: Callable[[], Any], times: int = 3) -> float:
    """The least CPU seconds of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def child(path: Path) -> tuple[float, float, float]:
    """Wall and CPU seconds of the command line, and the most memory of any child so far, in MB."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "intake", "read", str(path), "--json"], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent, after.ru_maxrss / 1024


def main(rows: int = 20_000, known: int = 200_000) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ds.xlsx"
        build(path, rows)
        wall, spent, memory = child(path)
        ours = cpu(lambda: read_file(path))
        whole = cpu(lambda: understand(read_file(path), (), LIMITS))
        rivals = {
            "pandas.read_excel (openpyxl)": cpu(lambda: pandas.read_excel(path, engine="openpyxl")),
            "openpyxl read_only": cpu(lambda: _openpyxl(path)),
            "calamine (cells only, trusts the file)": cpu(
                lambda: python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
            ),
        }
        reading = intake.read(path)
    assert len(reading.rows) == rows
    chance = random.Random(11)
    register: dict[str, list[str]] = {}
    for person in (name(chance) for _ in range(known)):
        register.setdefault(name_key(person), []).append(person)
    checked = cpu(
        lambda: [
            [
                compare_names(str(row.fields["name"]), other)
                for other in register.get(name_key(str(row.fields["name"])), ())
            ]
            for row in reading.rows
        ],
        1,
    )
    lines = [
        f"| {rows:,} rows × {len(HEAD)} columns | CPU s | against our cells |",
        "|---|---:|---:|",
        f"| ours, cells checked against all limits | {ours:.2f} | 1.00 |",
    ]
    lines += [f"| {rival} | {seconds:.2f} | {seconds / ours:.2f} |" for rival, seconds in rivals.items()]
    lines.append(f"| ours, understood: mapped, typed, warned | {whole:.2f} | {whole / ours:.2f} |")
    lines.append(f"| names against {known:,} known people | {checked:.2f} | {checked / ours:.2f} |")
    lines.append("")
    lines.append(
        f"`python -m intake read FILE --json`: {wall:.1f} s, {spent:.1f} s of CPU, at most {memory:.0f} MB in one process."
    )
    sys.stdout.write("\n".join(lines) + "\n")


def _openpyxl(path: Path) -> list[Any]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--known", type=int, default=200_000)
    options = parser.parse_args()
    main(options.rows, options.known)
