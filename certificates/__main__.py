"""`python -m certificates`: the print shop without a screen.

Exit codes: 0 done; 1 preflight found something that blocks (or a paper is not genuine); 2 refused, one sentence says why.
"""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import NoReturn

from certificates import commands


class _Parser(ArgumentParser):
    """Speaks Vietnamese when a command is mistyped."""

    def error(self, message: str) -> NoReturn:
        """Leave with code 2 and one sentence."""
        print(f"Lệnh thiếu hoặc sai tham số ({message}); hãy xem {self.prog} --help.", file=sys.stderr)
        raise SystemExit(commands.REFUSED)


def size(text: str) -> tuple[float, float]:
    """Read a paper size such as 297x210, in mm."""
    try:
        width, height = (float(part) for part in text.lower().replace("×", "x").split("x"))
    except ValueError as wrong:
        raise ArgumentTypeError("khổ giấy ghi như 297x210") from wrong
    if not (50 <= width <= 1200 and 50 <= height <= 1200):
        raise ArgumentTypeError("khổ giấy từ 50 đến 1200 mm mỗi chiều")
    return width, height


def parser() -> ArgumentParser:
    """Return the parser of the command line."""
    top = _Parser(prog="python -m certificates", description="In giấy khen, giấy chứng nhận từ tệp dữ liệu; không cần cơ sở dữ liệu.")
    commands_ = top.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)

    render = commands_.add_parser("render", help="in một đợt ra một tệp PDF")
    render.add_argument("--layout", required=True, metavar="MẪU", help="tên mẫu hoặc tệp .toml")
    render.add_argument("--data", required=True, type=Path, metavar="TỆP", help="dữ liệu .xlsx, .csv hoặc .json")
    render.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    render.add_argument("--dpi", type=int, default=600, choices=(300, 600, 1200), help="độ nét của chữ (mặc định 600)")
    render.add_argument("--overprint", action="store_true", help="chỉ in chữ, lên phôi in sẵn")
    render.add_argument("--calibration", type=Path, metavar="TỆP.json", help="hiệu chỉnh máy in")
    render.add_argument("--key", type=Path, metavar="TỆP.pem", help="khóa riêng để ký; không có thì không in mã QR")
    render.add_argument("--url", metavar="ĐỊA_CHỈ", help="địa chỉ tra cứu công khai (mặc định: GUONG_SANG_PUBLIC_URL)")
    render.add_argument("--keep", type=Path, metavar="TỆP.json", help="giữ lại dữ kiện và mã đã cấp")
    render.add_argument("--stamp", choices=("BẢN NHÁP", "MẪU"), help="in chữ chìm qua trang")
    render.add_argument("--bleed", type=float, default=0.0, choices=(0.0, 3.0, 5.0), metavar="MM", help="phần xén cho nhà in: 0, 3 hoặc 5 mm")
    render.set_defaults(do=commands.do_render)

    listing = commands_.add_parser("layouts", help="liệt kê các mẫu, mỗi dòng một tên")
    listing.add_argument("--folder", type=Path, metavar="THƯ_MỤC", help="thêm các mẫu riêng của cơ quan")
    listing.set_defaults(do=commands.do_layouts)

    preview = commands_.add_parser("preview", help="xem một tờ dưới dạng ảnh")
    preview.add_argument("--layout", required=True, metavar="MẪU")
    preview.add_argument("--out", required=True, type=Path, metavar="ẢNH", help=".png hoặc .jpg")
    preview.add_argument("--data", type=Path, metavar="TỆP", help="không có thì dùng dữ liệu mẫu")
    preview.add_argument("--row", type=int, default=1, metavar="DÒNG")
    preview.add_argument("--kind", default="individual", choices=("individual", "collective", "household"))
    preview.add_argument("--dpi", type=int, default=150)
    preview.add_argument("--overprint", action="store_true")
    preview.add_argument("--ghost", type=Path, metavar="ẢNH", help="ảnh chụp phôi, chỉ để xem")
    preview.set_defaults(do=commands.do_preview)

    warm = commands_.add_parser("warm", help="vẽ sẵn hình nền của các mẫu")
    warm.add_argument("--layout", metavar="MẪU")
    warm.set_defaults(do=commands.do_warm)

    sheet = commands_.add_parser("calibrate-sheet", help="in tờ hiệu chỉnh máy in")
    sheet.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    sheet.add_argument("--size", type=size, default=(297.0, 210.0), metavar="RỘNGxCAO", help="khổ giấy, mm (mặc định 297x210)")
    sheet.add_argument("--calibration", type=Path, metavar="TỆP.json", help="in tờ thử sau khi hiệu chỉnh")
    sheet.set_defaults(do=commands.do_calibrate_sheet)

    fitting = commands_.add_parser("calibrate-fit", help="tính hiệu chỉnh từ tám số đo")
    fitting.add_argument("readings", type=float, nargs="+", metavar="MM", help="trái trên của dấu 1, 2, 3, 4")
    fitting.add_argument("--out", required=True, type=Path, metavar="TỆP.json")
    fitting.add_argument("--size", type=size, default=(297.0, 210.0), metavar="RỘNGxCAO")
    fitting.set_defaults(do=commands.do_calibrate_fit)

    keygen = commands_.add_parser("keygen", help="tạo khóa ký")
    keygen.add_argument("--out", required=True, type=Path, metavar="TỆP.pem")
    keygen.set_defaults(do=commands.do_keygen)

    verify = commands_.add_parser("verify", help="kiểm tra giấy thật hay không, không cần mạng")
    verify.add_argument("what", metavar="ẢNH, PDF hoặc MÃ", help="ảnh chụp, tệp PDF do chương trình in, hoặc nội dung mã QR")
    verify.add_argument("--public", type=Path, nargs="+", required=True, metavar="KHÓA.public.pem")
    verify.add_argument("--facts", type=Path, metavar="TỆP.json", help="dữ kiện để so với giấy")
    verify.set_defaults(do=commands.do_verify)
    return top


if __name__ == "__main__":
    sys.exit(commands.run(parser().parse_args()))
