"""What the command line does; each command returns its exit code: 0 done, 1 findings block, 2 refused."""

import json
import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from certificates import scans, signing
from certificates.art.store import background
from certificates.calibration import Calibration, fit, marks
from certificates.calibration_sheet import write_sheet
from certificates.data_files import read_rows, to_facts
from certificates.errors import Blocked, Refused
from certificates.facts import Facts
from certificates.layout import Layout
from certificates.layout_file import layouts, load_layout
from certificates.picture import render_image
from certificates.press import render
from certificates.resizing import resized
from certificates.safe_file import safely
from certificates.samples import sample
from certificates.wording import placeholders

DONE, BLOCKED, REFUSED, STOPPED = 0, 1, 2, 130
ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/\[\]-]+")


def say(line: str) -> None:
    """Write a line for people (or the screen that started us) on the error stream."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def tell(line: str) -> None:
    """Write a line of the answer on the output stream."""
    sys.stdout.write(f"{line}\n")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise Refused(f"Không đọc được tệp «{path.name}»; hãy kiểm tra đường dẫn và quyền đọc.") from wrong


def _layout(args: Namespace) -> Layout:
    layout = load_layout(args.layout)
    if args.size:
        layout = resized(layout, *args.size, words_only=args.overprint)
    return replace(layout, page=replace(layout.page, bleed=args.bleed)) if getattr(args, "bleed", 0) else layout


def _calibration(args: Namespace) -> Calibration | None:
    return Calibration.from_json(_read(args.calibration).decode(errors="replace")) if args.calibration else None


def do_render(args: Namespace) -> int:
    """Print a batch from a data file, or once more from kept facts."""
    layout = _layout(args)
    facts = _frozen(args) if args.frozen else _from_data(layout, args)
    if args.stamp:
        facts = [replace(one, stamp=args.stamp) for one in facts]
    with _kept(facts, args.keep):
        report = render(
            layout, facts, args.out, dpi=args.dpi, overprint=args.overprint, calibration=_calibration(args),
            progress=lambda done, total: say(f"{done}/{total}"),
        )
    for finding in report.warnings:
        say(f"Lưu ý: {finding.sentence()}")
    say(f"Đã in {report.pages} trang, {report.size / 1024 / 1024:.1f} MB, vào {report.out}.".replace(".", ",", 1))
    return DONE


def _frozen(args: Namespace) -> list[Facts]:
    """Facts kept by an earlier print: they come out exactly as they were, signature included."""
    if args.key or args.keep:
        raise Refused("Dữ kiện đã giữ (--frozen) mang sẵn mã và chữ ký; hãy bỏ --key và --keep.")
    return _claims(args.frozen)


def _from_data(layout: Layout, args: Namespace) -> list[Facts]:
    facts = to_facts(_rows(layout, args.data), layout.defaults)
    if args.key:
        return _signed(facts, args)
    if args.keep:
        raise Refused("Chỉ giữ dữ kiện (--keep) khi có ký; hãy thêm --key hoặc bỏ --keep.")
    say("Không có khóa ký (--key) nên giấy in ra không có mã QR.")
    return [replace(one, verify_url=None) for one in facts]


def _rows(layout: Layout, data: Path) -> list[dict[str, Any]]:
    extras = {name.removeprefix("extra.") for each in layout.fields for name in placeholders(each.text) if name.startswith("extra.")}
    return read_rows(data, {*extras, "award_code"}, say)


def _signed(facts: list[Facts], args: Namespace) -> list[Facts]:
    """Sign each row; rows without a code get one, and then the facts must be kept or the codes would be lost."""
    key = _read(args.key)
    if not all(one.code for one in facts):
        if not args.keep:
            raise Refused("Dữ liệu chưa có cột «Mã tra cứu»; hãy thêm --keep TỆP.json để giữ lại các mã vừa cấp.")
        facts = [one if one.code else replace(one, code=signing.new_code()) for one in facts]
    base = args.url if args.url is not None else os.environ.get("GUONG_SANG_PUBLIC_URL", "")
    if not base:
        say("Chưa đặt địa chỉ tra cứu (GUONG_SANG_PUBLIC_URL hoặc --url) nên mã QR chỉ mang mã xác thực, không mang địa chỉ.")
    elif not ADDRESS.fullmatch(base):
        raise Refused(f"Địa chỉ tra cứu «{base}» phải có dạng https://ten-may-chu; hãy sửa --url hoặc GUONG_SANG_PUBLIC_URL.")
    return [signing.signed(one, key, base) for one in facts]


@contextmanager
def _kept(facts: Sequence[Facts], place: Path | None) -> Iterator[None]:
    """Keep the facts beside the paper: they are on the disk before it is, and gone when it cannot be printed."""
    if place is None:
        yield
        return
    if place.exists():
        raise Refused(f"Đã có tệp «{place.name}»; hãy chọn tên khác cho --keep để không mất các mã đã cấp.")
    with safely(place) as file:
        file.write(("[" + ",\n".join(one.to_json() for one in facts) + "]\n").encode())
        file.flush()
        os.fsync(file.fileno())
        yield


def do_layouts(args: Namespace) -> int:
    """List the layouts, one name a line; their titles for people on the error stream."""
    if args.folder and not args.folder.is_dir():
        raise Refused(f"Không có thư mục «{args.folder}»; hãy sửa --folder.")
    for info in layouts(args.folder):
        tell(info.name)
        say(f"{info.name}: {info.title}")
    return DONE


def do_preview(args: Namespace) -> int:
    """Draw one certificate as a picture."""
    layout = _layout(args)
    if args.data:
        facts = to_facts(_rows(layout, args.data), layout.defaults)
        if not 1 <= args.row <= len(facts):
            raise Refused(f"Tệp dữ liệu chỉ có {len(facts)} dòng; hãy chọn --row từ 1 đến {len(facts)}.")
        one = facts[args.row - 1]
    else:
        one = sample(layout, args.kind)
    kind: Literal["PNG", "JPEG"] = "JPEG" if args.out.suffix.lower() in (".jpg", ".jpeg") else "PNG"
    data = render_image(layout, one, dpi=args.dpi, format=kind, overprint=args.overprint, ghost=args.ghost)
    with safely(args.out) as file:
        file.write(data)
    return DONE


def do_warm(args: Namespace) -> int:
    """Draw the art of layouts ahead of time."""
    for name in [args.layout] if args.layout else [info.name for info in layouts()]:
        background(load_layout(name), 300)
        say(name)
    return DONE


def do_calibrate_sheet(args: Namespace) -> int:
    """Print the calibration sheet, or its proof once a correction is known."""
    width, height = args.size
    write_sheet(args.out, width, height, _calibration(args))
    return DONE


def do_calibrate_fit(args: Namespace) -> int:
    """Turn eight readings into a correction."""
    numbers = args.readings
    if len(numbers) != 8:
        raise Refused("Cần đúng 8 số đo: trái và trên của bốn dấu cộng, theo thứ tự 1 đến 4.")
    found = fit(marks(*args.size), list(zip(numbers[::2], numbers[1::2], strict=True)))
    with safely(args.out) as file:
        file.write(found.to_json().encode())
    say(f"Sai số còn lại lớn nhất khoảng {found.error:.2f} mm.".replace(".", ",", 1))
    return DONE


def do_keygen(args: Namespace) -> int:
    """Make a signing key: the private half for issuing only, the public half for everyone."""
    private, public, kid = signing.keygen()
    for path in (args.out, args.out.with_suffix(".public.pem")):
        if path.exists():
            raise Refused(f"Đã có tệp «{path.name}»; hãy chọn tên khác để không mất khóa cũ.")
    with safely(args.out) as file:
        file.write(private)
    args.out.chmod(0o600)
    with safely(args.out.with_suffix(".public.pem")) as file:
        file.write(public)
    tell(kid)
    say("Giữ tệp khóa riêng ở nơi chỉ máy cấp giấy đọc được và ngoài bản sao lưu dữ liệu; tệp .public.pem phát cho mọi người.")
    return DONE


def do_verify(args: Namespace) -> int:
    """Check a payload, a picture or a PDF of ours, with public keys only."""
    keys = [pem for path in args.public for pem in signing.pems(_read(path))]
    claims = _known(args.facts) if args.facts else None
    bad = 0
    for text in scans.codes(args.what):
        try:
            found = signing.verify(text, keys)
        except signing.NotGenuine as wrong:
            tell(f"KHÔNG THẬT\t{wrong.sentence}")
            bad += 1
            continue
        day = f" ngày {found.decision_date:%d/%m/%Y}" if found.decision_date else ""
        tell(f"CHỮ KÝ ĐÚNG\t{found.name}\tQuyết định {found.decision_number}{day}\tSố {found.serial or '(không ghi)'}\t{found.code}")
        if claims is None:
            continue
        if any(found.matches(found.completed(one)) for one in claims):
            tell("DỮ KIỆN ĐÚNG\tMọi chữ trong tệp dữ kiện đúng như lúc ký.")
        else:
            tell("DỮ KIỆN KHÁC\tKhông có dữ kiện nào trong tệp trùng với giấy này: chữ trên giấy đã đổi, hoặc giấy không còn trong sổ.")
            bad += 1
    return BLOCKED if bad else DONE


def _known(path: Path) -> list[Facts]:
    """Facts as `--keep` or the register's screen gives them (JSON), or as somebody typed them from the paper (Excel, CSV)."""
    return _claims(path) if path.suffix.lower() == ".json" else to_facts(read_rows(path, ("award_code",), say), {})


def _claims(path: Path) -> list[Facts]:
    """Read the facts to compare with: one certificate, or a list as `--keep` writes it."""
    try:
        known = json.loads(_read(path))
    except (ValueError, RecursionError) as wrong:
        raise Refused(f"Tệp dữ kiện «{path.name}» không phải JSON hợp lệ; hãy lấy lại bản đã lưu.") from wrong
    listed = known if isinstance(known, list) else [known]
    if not all(isinstance(one, dict) for one in listed):
        raise Refused(f"Tệp dữ kiện «{path.name}» phải là một danh sách dữ kiện do --keep ghi ra; hãy lấy lại bản đã lưu.")
    return [Facts.from_json(json.dumps(one)) for one in listed]


def run(args: Namespace) -> int:
    """Run a command; what is refused becomes one sentence and an exit code."""
    try:
        code: int = args.do(args)
    except Blocked as blocked:
        for finding in blocked.findings:
            say(f"{'Lỗi' if finding.blocking else 'Lưu ý'}: {finding.sentence()}")
        return BLOCKED
    except Refused as wrong:
        say(wrong.sentence)
        return REFUSED
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu; tệp đang làm dở không được giữ.")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever reads has enough: nothing more to say at the end
        return DONE
    return code
