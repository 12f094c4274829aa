"""The command line of intake. Exit 0: read; 2: refused, with one sentence on stderr."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from intake import sandbox
from intake.errors import Refused
from intake.limits import LIMITS, Limits
from intake.reading import Reading

Work = Callable[[argparse.Namespace, Limits], Any]


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        limits = Limits.from_json(options.limits) if options.limits else LIMITS
    except (ValueError, TypeError):
        return _refuse("Bảng giới hạn không đúng dạng.")
    work: Work = options.work
    try:
        return int(work(options, limits) or 0)
    except Refused as no:
        return _refuse(no.sentence)
    except OSError as error:
        return _refuse(f"Không ghi được tệp: {error.strerror}.") if not options.full else sandbox.FAULT
    except MemoryError:
        return sandbox.LIMIT
    except RecursionError:
        return sandbox.FAULT


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return sandbox.REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m intake", description="Đọc danh sách và minh chứng từ tệp bên ngoài."
    )
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    read = commands.add_parser("read", help="đọc một danh sách Excel, Word hoặc CSV")
    read.add_argument("file", type=Path, help="tệp cần đọc")
    read.add_argument("--json", action="store_true", help="in toàn bộ kết quả dạng JSON")
    read.add_argument(
        "--convert-fonts",
        choices=("yes", "no"),
        default="yes",
        help="đổi chữ viết bằng phông cũ (TCVN3, VNI) sang Unicode; no: giữ nguyên, chỉ nhắc",
    )
    read.add_argument("--mapping", type=Path, help="tệp JSON ghi nhớ cách đọc cột")
    _hidden(read, _read)
    for name in ("evidence", "picture"):
        evidence = commands.add_parser(name, help="kiểm tra một minh chứng: ảnh hoặc PDF")
        evidence.add_argument("file", type=Path, help="tệp cần kiểm tra")
        evidence.add_argument("--json", action="store_true", help="in kết quả dạng JSON (luôn là như vậy)")
        evidence.add_argument("--out", type=Path, help="ghi tệp đã kiểm tra (ảnh đã thu nhỏ, bỏ thông tin ẩn) vào đây")
        _hidden(evidence, _evidence)
    accounts = commands.add_parser("accounts", help="kiểm tra tệp đơn vị, người và tài khoản")
    accounts.add_argument("file", type=Path, help="tệp Excel theo mẫu")
    accounts.add_argument("--known", type=Path, help="tệp JSON: mã và vai trò đã có trong chương trình")
    _hidden(accounts, _accounts)
    annotate = commands.add_parser("annotate", help="tô màu và ghi nhận xét vào ô sai của một tệp .xlsx")
    annotate.add_argument("file", type=Path, help="tệp .xlsx của đơn vị")
    annotate.add_argument(
        "--findings", type=Path, help="tệp JSON các nhận xét; nếu không có thì đọc tệp và tự nhận xét"
    )
    annotate.add_argument("--out", type=Path, help="tệp kết quả")
    _hidden(annotate, _annotate)
    return parser


def _hidden(parser: argparse.ArgumentParser, work: Work) -> None:
    parser.add_argument("--in-process", action="store_true", help="đọc ngay trong tiến trình này")
    parser.add_argument("--limited", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--full", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--limits", help=argparse.SUPPRESS)
    parser.set_defaults(work=work)


def _accounts(options: argparse.Namespace, limits: Limits) -> int:
    import intake
    from intake.accounts import Known, read_accounts

    told = _json(options.known)
    known = Known.from_json(told) if told else Known()
    if options.in_process:
        if options.full:
            sandbox.enter(limits.list_memory, limits)
        from intake.tables import read_file
        from vietnamese import dates

        made = read_accounts(read_file(options.file, limits), known, dates.today())
    else:
        made = intake.read_accounts(options.file, known, limits)
    _print(made.to_json())
    return 0


def _annotate(options: argparse.Namespace, limits: Limits) -> int:
    import intake
    from intake.workbook import Finding, annotate, findings

    if options.in_process:
        if options.full:
            sandbox.enter(limits.picture_memory, limits, written=2 * limits.unpacked_bytes)
        from intake.tables import read_file

        read_file(options.file, limits)  # nothing is edited that the reader would refuse
        found = [Finding(**item) for item in _json(options.findings) or []]
        data = annotate(options.file.read_bytes(), found)
    else:
        told = _json(options.findings)
        found = (
            [Finding(**item) for item in told]
            if told is not None
            else findings(intake.read(options.file, limits=limits))
        )
        data = intake.annotate(options.file, found, limits)
    if options.out:
        _save(options.out, data)
    if options.full:
        sys.stdout.buffer.write(data)
    return 0


def _save(path: Path, data: bytes) -> None:
    """Whole or not at all: a full disk leaves no half file under the final name."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _json(path: Path | None) -> Any:
    if path is None:
        return None
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise Refused("Tệp JSON kèm theo không đọc được; anh/chị kiểm tra lại.") from error


def _evidence(options: argparse.Namespace, limits: Limits) -> int:
    if options.in_process:
        if options.full:
            sandbox.enter(limits.picture_memory, limits)
        from intake.evidence import read_evidence_file

        made = read_evidence_file(options.file, limits)
    else:
        from intake import check_evidence

        made = check_evidence(options.file, limits)
    if options.out:
        _save(options.out, made.data)
    _print(made.to_json())
    if options.full:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.data)
    return 0


def _read(options: argparse.Namespace, limits: Limits) -> int:
    from intake import layout

    known = layout.from_file(options.mapping) if options.mapping else []
    if options.in_process:
        if options.full or options.limited:
            sandbox.enter(limits.list_memory, limits)
            gc.disable()  # a short life without circles: counting alone is quicker
        from intake.engine import read_path
        from intake.rows.walk import silent

        progress = sandbox.tell_progress if options.full else silent
        reading = read_path(options.file, known, limits, progress=progress, keep_fonts=options.convert_fonts == "no")
    elif options.json:
        arguments = ["read", str(options.file.absolute()), "--json", "--in-process", "--limited"]
        arguments += ["--convert-fonts", options.convert_fonts]
        arguments += ["--mapping", str(options.mapping.absolute())] if options.mapping else []
        sys.stdout.buffer.write(sandbox.output(arguments, limits))  # as the child made it, not read again
        return 0
    else:
        from intake import read

        reading = read(options.file, mapping=known, limits=limits, keep_fonts=options.convert_fonts == "no")
    if options.full or options.json:
        _print(reading.to_full_json() if options.full else reading.to_json())
    else:
        sys.stdout.write(_summary(reading))
    return 0


def _print(data: Any) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write("\n")


def _summary(reading: Reading) -> str:
    lines = [
        f"Đọc được {len(reading.rows)} dòng; từ chối {len(reading.refused)} dòng; {len(reading.not_data)} dòng không phải dữ liệu."
    ]
    lines += [f"  cột «{c.heading}» ({c.sheet}) → {c.field or 'chưa rõ'} ({c.confidence:.0%})" for c in reading.columns]
    lines += [
        f"  phông {c.old.name} ở cột «{c.heading}», {c.old.cells} ô: «{c.old.before}» → «{c.old.after}»"
        for c in reading.columns
        if c.old
    ]
    for row in reading.rows:
        lines.append(
            f"  + {row.sheet} dòng {row.row}: " + "; ".join(f"{key}={value}" for key, value in row.fields.items())
        )
        lines += [f"      ! {warning}" for warning in row.warnings]
    lines += [f"  - {row.sheet} dòng {row.row}: {row.reason}" for row in reading.refused]
    lines += [f"  . {row.sheet} dòng {row.row}: {row.why}" for row in reading.not_data]
    return "\n".join(lines) + "\n"
