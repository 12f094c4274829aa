"""`python -m db`: make, upgrade, check, back up, restore, move and compact the database."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from db import commands, control, errors
from db.folder import DataFolder

_ABOUT = """Cơ sở dữ liệu của Gương Sáng: tạo mới, nâng cấp, kiểm tra, sao lưu, phục hồi, chuyển nơi.

Thư mục dữ liệu lấy từ --data, nếu không thì từ biến GUONG_SANG_DATA (mặc định ./data).
Cơ sở dữ liệu lấy từ --database, nếu không thì từ biến DATABASE_URL, nếu không thì là tệp trong thư mục dữ liệu.
Khi chương trình đang chạy và giữ tệp dữ liệu, lệnh sẽ nhờ chương trình làm giúp."""
_ENDS = "Mã kết thúc: 0 là xong và không có gì sai; 1 là tìm thấy chỗ sai; 2 là dùng sai lệnh hoặc bị từ chối."


_WORDS = {
    "the following arguments are required:": "thiếu",
    "unrecognized arguments:": "không có tùy chọn",
    "invalid choice:": "không có lệnh",
    "choose from": "chọn một trong",
    "expected one argument": "cần một giá trị",
    "argument ": "",
}


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are Vietnamese too."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **{**named, "add_help": False})
        self._positionals.title, self._optionals.title = "Cần có", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Cách dùng:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Cách dùng:")

    def error(self, message: str) -> NoReturn:
        for english, ours in _WORDS.items():
            message = message.replace(english, ours)
        self.exit(commands.REFUSED, f"Dùng sai lệnh ({message}). Anh/chị xem «{self.prog} --help».\n")


def parser() -> argparse.ArgumentParser:
    """The words of the command line."""
    plain = argparse.RawDescriptionHelpFormatter
    top = _Parser("python -m db", description=_ABOUT, epilog=_ENDS, formatter_class=plain)
    verbs = top.add_subparsers(dest="command", required=True, metavar="LỆNH")

    def verb(name: str, about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=f"{about}.", epilog=_ENDS)
        made.add_argument("--data", metavar="THƯ_MỤC", type=Path, help="thư mục dữ liệu")
        made.add_argument("--database", metavar="URL", help="địa chỉ PostgreSQL (postgresql://…)")
        return made

    verb("init", "Tạo cơ sở dữ liệu mới, còn trống")
    verb("migrate", "Nâng cấp cơ sở dữ liệu lên phiên bản của chương trình (tự sao lưu trước)")
    check = verb("verify", "Kiểm tra nhật ký, các quy tắc của dữ liệu và tệp minh chứng")
    check.add_argument("--accept", action="store_true", help="xác nhận cố ý dùng dữ liệu hiện có: ghi dấu mốc mới")
    save = verb("backup", "Sao lưu tất cả vào một tệp, rồi mở thử để kiểm tra")
    save.add_argument("--to", metavar="TỆP", type=Path, help="tệp sao lưu (mặc định: trong thư mục backups)")
    save.add_argument(
        "--without-open-urns", action="store_true", help="đang bỏ phiếu kín vẫn sao lưu, để thùng phiếu đang mở ra ngoài"
    )
    bring = verb("restore", "Phục hồi từ một bản sao lưu vào nơi còn trống")
    bring.add_argument("archive", metavar="TỆP", type=Path, help="bản sao lưu")
    carry = verb("move", "Chuyển mọi dữ liệu sang một cơ sở dữ liệu trống khác và đối chiếu")
    carry.add_argument("--to", metavar="NƠI_MỚI", required=True, help="postgresql://… hoặc đường dẫn tệp .duckdb")
    verb("compact", "Ghi lại dữ liệu gọn hơn sau khi xóa nội dung (khi chương trình đã dừng)")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may speak another encoding
    given = parser().parse_args(arguments)
    folder = DataFolder.from_environment()
    if given.data:
        folder = replace(folder, root=given.data.resolve())
    if given.database:
        folder = replace(folder, database_url=given.database)
    if given.command == "move" and not given.to.startswith("postgres"):
        given.to = Path(given.to)
    options = {name: _plain(value) for name, value in vars(given).items() if name in ("to", "archive", "accept", "without_open_urns")}
    try:
        return _run(given.command, folder, options)
    except errors.ChainBroken as error:
        say(error.sentence)
        return commands.PROBLEM
    except errors.StoreError as error:
        say(error.sentence)
        return commands.REFUSED
    except OSError as error:
        say(f"Không đọc hoặc ghi được tệp: {error}")
        return commands.REFUSED


def say(text: str) -> None:
    """One line for the person at the keyboard, at once."""
    print(text, flush=True)


def _plain(value: Any) -> Any:
    """A path as the running program, elsewhere on the machine, must see it."""
    return str(value.resolve()) if isinstance(value, Path) else value


def _run(command: str, folder: DataFolder, options: dict[str, Any]) -> int:
    if command == "init":
        return _init(folder)
    if not folder.exists and command != "restore":
        say(
            f"Chưa có cơ sở dữ liệu trong «{folder.root}». Anh/chị chạy «python -m db init» hoặc mở chương trình trước."
        )
        return commands.REFUSED
    if folder.database_url is None:
        done = control.ask(folder, command, options, say)
        if done is not None:
            return done
    with folder.open(trusting=command in ("verify", "restore")) as database:
        return commands.perform(getattr(commands, command), database, folder, options, say)


def _init(folder: DataFolder) -> int:
    if folder.database_url is None and folder.database_file.exists():
        say(f"Trong «{folder.root}» đã có cơ sở dữ liệu. Anh/chị dùng lệnh migrate để nâng cấp.")
        return commands.REFUSED
    with folder.open() as database:
        commands.migrate(database, folder, {}, say)
    say(f"Đã tạo cơ sở dữ liệu trống. Thư mục dữ liệu: {folder.root}")
    return commands.OK


if __name__ == "__main__":
    sys.exit(main())
