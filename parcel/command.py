"""The command line of parcels. Exit 0: sound; 2: refused, with one sentence on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from parcel.cards import read_card
from parcel.errors import Refused
from parcel.packing import CASES
from parcel.reading import LIMITS, inspect
from vietnamese import dates

OK, REFUSED = 0, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        lines = _told(options.file, options.card)
    except Refused as no:
        sys.stderr.write(no.sentence + "\n")
        return REFUSED
    except OSError as trouble:
        sys.stderr.write(f"Không đọc được tệp {trouble.filename}: {trouble.strerror}.\n")
        return REFUSED
    sys.stdout.write("\n".join(lines) + "\n")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m parcel", description="Xem nhãn một gói chuyển cấp; không mở nội dung.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    show = commands.add_parser("show", help="kiểm tra chữ ký, các phần của gói và in nhãn")
    show.add_argument("file", type=Path, help="tệp gói (.zip)")
    show.add_argument("--card", type=Path, help="thẻ của nơi gửi (.json): gói phải do đúng khoá này ký")
    return parser


def _told(file: Path, card: Path | None) -> list[str]:
    with file.open("rb") as stream:
        label = inspect(stream.read(LIMITS.bytes + 1))
    if card is not None and read_card(card.read_bytes()).fingerprint != label.sender.fingerprint:
        raise Refused(f"Gói không do thẻ này ký; dấu khoá trên gói là {label.sender.fingerprint}.")
    what = "hồ sơ đề nghị" if label.kind == CASES else "kết quả xét"
    return [
        f"Gói số {label.number}, ngày {dates.short(label.made_on)}: {label.cases} {what}, {label.files} tệp minh chứng.",
        f"Từ: {label.sender.name}; dấu khoá {label.sender.fingerprint}.",
        f"Gửi tới: {label.to_name}; dấu khoá {label.to_fingerprint}.",
        "Chữ ký và mọi phần của gói đều khớp.",
    ]
