"""`python -m recognition.council recount URN…`: count exported urns again, without database and network."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from recognition.council.sealing import export
from recognition.council.sealing.tally import BrokenUrn
from recognition.council.sealing.wrapping import WrongPassphrase

OK, PROBLEM, REFUSED = 0, 1, 2


def _asked(file: export.UrnFile) -> dict[int, str]:
    """Two of the three passphrases, typed unseen; an empty answer leaves that teller out."""
    given: dict[int, str] = {}
    for number in sorted(file.shares):
        typed = getpass.getpass(f"Cụm mật khẩu của người kiểm phiếu số {number} (để trống nếu không dự): ")
        if typed.strip():
            given[number] = typed
        if len(given) == 2:
            break
    return given


def _recount(path: Path) -> int:
    try:
        file = export.read(path.read_bytes())
    except OSError as wrong:
        print(f"Không đọc được «{path}»: {wrong.strerror}.")
        return REFUSED
    except export.NotAnUrn:
        print(f"«{path}» không phải tệp thùng phiếu của Gương Sáng.")
        return REFUSED
    print(f"\n{file.session}")
    given = _asked(file)
    if len(given) != 2:
        print("Cần cụm mật khẩu của hai người kiểm phiếu.")
        return REFUSED
    try:
        found = export.recount(file, given)
    except WrongPassphrase as wrong:
        print(f"Cụm mật khẩu của người kiểm phiếu số {wrong.number} không đúng.")
        return REFUSED
    except BrokenUrn:
        print("Thùng phiếu không nguyên vẹn: có phiếu không mở được bằng khoá của phiên này.")
        return PROBLEM
    _print(found)
    return PROBLEM if found.agrees is False else OK


def _print(found: export.Recount) -> None:
    print(f"{found.ballots} phiếu. Dấu của thùng phiếu (SHA-256): {found.urn_hash}")
    for number, name, line in found.lines:
        print(f"{number:>4}. {name}: đồng ý {line.approve}, không đồng ý {line.reject}, không có ý kiến {line.abstain}")
    print(f"Mã biên nhận: {', '.join(found.receipts)}")
    if found.agrees is None:
        print("Phiên họp chưa kết thúc lúc xuất tệp nên chưa có kết quả chính thức để đối chiếu.")
    else:
        print(
            "Khớp với kết quả chính thức."
            if found.agrees
            else "KHÔNG khớp với kết quả chính thức (đã cộng ý kiến bằng văn bản)."
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 well, 1 something does not agree, 2 refused."""
    parser = argparse.ArgumentParser(
        prog="python -m recognition.council", description="Kiểm phiếu kín lại từ tệp thùng phiếu đã xuất."
    )
    verbs = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    again = verbs.add_parser("recount", help="kiểm phiếu lại")
    again.add_argument("urns", metavar="URN", type=Path, nargs="+", help="tệp thùng phiếu")
    given = parser.parse_args(arguments)
    return max(_recount(path) for path in given.urns)


if __name__ == "__main__":
    sys.exit(main())
