"""`python -m certificates`: the print shop without a screen.

Exit codes: 0 done; 1 preflight found something that blocks (or a paper is not genuine); 2 refused, one sentence says why.
"""

import signal
import sys
from argparse import Action, ArgumentParser, ArgumentTypeError, HelpFormatter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from certificates import commands
from certificates.mistyped import sentence
from certificates.resizing import SIZES


class _Help(HelpFormatter):
    """Help in Vietnamese: the standard library's own words are English."""

    def add_usage(self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None) -> None:
        """Begin with «Cách dùng»."""
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Name a section."""
        super().start_section({"positional arguments": "Tham số", "options": "Tùy chọn"}.get(heading or "", heading))


class _Parser(ArgumentParser):
    """Speaks Vietnamese, also when a command is mistyped."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **given, "add_help": False})
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        """Leave with code 2 and one sentence."""
        print(sentence(message, self.prog), file=sys.stderr)
        raise SystemExit(commands.REFUSED)


def number(text: str) -> float:
    """Read a number with a decimal comma or point."""
    return float(text.replace(",", "."))


def size(text: str) -> tuple[float, float]:
    """Read a paper size such as A3 or 297x210, in mm."""
    if text.upper() in SIZES:
        return SIZES[text.upper()]
    try:
        width, height = (number(part) for part in text.lower().replace("×", "x").split("x"))
    except ValueError as wrong:
        raise ArgumentTypeError("khổ giấy ghi như 297x210") from wrong
    if not (50 <= width <= 1200 and 50 <= height <= 1200):
        raise ArgumentTypeError("khổ giấy từ 50 đến 1200 mm mỗi chiều")
    return width, height


def file(*endings: str) -> Callable[[str], Path]:
    """Return what reads the path of a file to write: it must have one of these endings."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in endings:
            raise ArgumentTypeError(f"tên tệp phải tận cùng bằng {' hoặc '.join(endings)}, không phải «{text}»")
        return path

    return read


def parser() -> ArgumentParser:
    """Return the parser of the command line."""
    top = _Parser(prog="python -m certificates", description="In giấy khen, giấy chứng nhận từ tệp dữ liệu; không cần cơ sở dữ liệu.")
    commands_ = top.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    _render(commands_.add_parser("render", help="in một đợt ra một tệp PDF"))
    _preview(commands_.add_parser("preview", help="xem một tờ dưới dạng ảnh"))
    _listing(commands_.add_parser("layouts", help="liệt kê các mẫu, mỗi dòng một tên"))
    _warm(commands_.add_parser("warm", help="vẽ sẵn hình nền của các mẫu"))
    _sheet(commands_.add_parser("calibrate-sheet", help="in tờ hiệu chỉnh máy in"))
    _fit(commands_.add_parser("calibrate-fit", help="tính hiệu chỉnh từ tám số đo"))
    _keygen(commands_.add_parser("keygen", help="tạo khóa ký"))
    _verify(commands_.add_parser("verify", help="kiểm tra giấy thật hay không, không cần mạng"))
    return top


def _render(one: ArgumentParser) -> None:
    one.add_argument("--layout", required=True, metavar="MẪU", help="tên mẫu hoặc tệp .toml")
    source = one.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, metavar="TỆP", help="dữ liệu .xlsx, .csv hoặc .json")
    source.add_argument("--frozen", type=Path, metavar="TỆP.json", help="in lại đúng các dữ kiện đã giữ bằng --keep, cả mã QR đã ký")
    one.add_argument("--out", required=True, type=file(".pdf"), metavar="TỆP.pdf", help="tệp sẽ ghi; chỉ hiện ra khi đã trọn vẹn")
    one.add_argument("--dpi", type=int, default=600, choices=(300, 600, 1200), help="độ nét của chữ (mặc định 600)")
    one.add_argument("--overprint", action="store_true", help="chỉ in chữ, lên phôi in sẵn")
    one.add_argument("--calibration", type=Path, metavar="TỆP.json", help="hiệu chỉnh máy in")
    one.add_argument("--key", type=Path, metavar="TỆP.pem", help="khóa riêng để ký; không có thì không in mã QR")
    one.add_argument("--url", metavar="ĐỊA_CHỈ", help="địa chỉ tra cứu công khai (mặc định: GUONG_SANG_PUBLIC_URL)")
    one.add_argument("--keep", type=file(".json"), metavar="TỆP.json", help="giữ lại dữ kiện và mã đã cấp")
    one.add_argument("--stamp", choices=("BẢN NHÁP", "MẪU"), help="in chữ chìm qua trang")
    one.add_argument("--size", type=size, metavar="KHỔ", help="khổ giấy khác: A3 hoặc 420x297 (cùng tỷ lệ với mẫu); in lên phôi thì khổ nào cũng được")
    one.add_argument("--bleed", type=float, default=0.0, choices=(0.0, 3.0, 5.0), metavar="MM", help="phần xén cho nhà in: 0, 3 hoặc 5 mm")
    one.set_defaults(do=commands.do_render)


def _listing(one: ArgumentParser) -> None:
    one.add_argument("--folder", type=Path, metavar="THƯ_MỤC", help="thêm các mẫu riêng của cơ quan")
    one.set_defaults(do=commands.do_layouts)


def _preview(one: ArgumentParser) -> None:
    one.add_argument("--layout", required=True, metavar="MẪU", help="tên mẫu hoặc tệp .toml")
    one.add_argument("--out", required=True, type=file(".png", ".jpg", ".jpeg"), metavar="ẢNH", help=".png hoặc .jpg")
    one.add_argument("--data", type=Path, metavar="TỆP", help="không có thì dùng dữ liệu mẫu")
    one.add_argument("--row", type=int, default=1, metavar="DÒNG", help="xem dòng thứ mấy của dữ liệu (mặc định 1)")
    one.add_argument("--kind", default="individual", choices=("individual", "collective", "household"), help="dữ liệu mẫu của cá nhân, tập thể hay hộ gia đình")
    one.add_argument("--dpi", type=int, default=150, metavar="DPI", help="độ nét của ảnh, 50 đến 600 (mặc định 150)")
    one.add_argument("--size", type=size, metavar="KHỔ", help="khổ giấy khác: A3 hoặc 420x297 (cùng tỷ lệ với mẫu); in lên phôi thì khổ nào cũng được")
    one.add_argument("--overprint", action="store_true", help="chỉ chữ, như khi in lên phôi")
    one.add_argument("--ghost", type=Path, metavar="ẢNH", help="ảnh chụp phôi, chỉ để xem")
    one.set_defaults(do=commands.do_preview)


def _warm(one: ArgumentParser) -> None:
    one.add_argument("--layout", metavar="MẪU", help="chỉ mẫu này; không có thì mọi mẫu có sẵn")
    one.set_defaults(do=commands.do_warm)


def _sheet(one: ArgumentParser) -> None:
    one.add_argument("--out", required=True, type=file(".pdf"), metavar="TỆP.pdf", help="tệp sẽ ghi; chỉ hiện ra khi đã trọn vẹn")
    one.add_argument("--size", type=size, default=(297.0, 210.0), metavar="RỘNGxCAO", help="khổ giấy, mm (mặc định 297x210)")
    one.add_argument("--calibration", type=Path, metavar="TỆP.json", help="in tờ thử sau khi hiệu chỉnh")
    one.set_defaults(do=commands.do_calibrate_sheet)


def _fit(one: ArgumentParser) -> None:
    one.add_argument("readings", type=number, nargs="+", metavar="MM", help="trái trên của dấu 1, 2, 3, 4")
    one.add_argument("--out", required=True, type=file(".json"), metavar="TỆP.json", help="tệp hiệu chỉnh sẽ ghi")
    one.add_argument("--size", type=size, default=(297.0, 210.0), metavar="RỘNGxCAO", help="khổ giấy của tờ đã đo, mm (mặc định 297x210)")
    one.set_defaults(do=commands.do_calibrate_fit)


def _keygen(one: ArgumentParser) -> None:
    one.add_argument("--out", required=True, type=file(".pem"), metavar="TỆP.pem", help="khóa riêng; khóa công khai nằm bên cạnh, tên .public.pem")
    one.set_defaults(do=commands.do_keygen)


def _verify(one: ArgumentParser) -> None:
    one.add_argument("what", metavar="ẢNH, PDF hoặc MÃ", help="ảnh chụp, tệp PDF do chương trình in, hoặc nội dung mã QR")
    one.add_argument("--public", type=Path, nargs="+", required=True, metavar="KHÓA.public.pem", help="các khóa công khai của cơ quan")
    one.add_argument("--facts", type=Path, metavar="TỆP", help="dữ kiện để so với giấy: .json do --keep hay trang Sổ cấp ghi ra, hoặc .xlsx, .csv gõ lại từ tờ giấy")
    one.set_defaults(do=commands.do_verify)


def stop(_number: int, _frame: object) -> NoReturn:
    """Leave tidily when told to stop: the half-written file goes, what stood under its name stays."""
    raise SystemExit(143)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    sys.exit(commands.run(parser().parse_args()))
