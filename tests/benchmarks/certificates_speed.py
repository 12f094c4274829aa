"""How fast the press is, against plain Pillow pages and other PDF makers, on the same certificates.

    python tests/benchmarks/certificates_speed.py [--rivals] [--count 1000] [--out table.md]

Each case runs in its own process; CPU is user + system time of that process, start-up included. Rivals are measured
when their library can be imported (`reportlab`, `fpdf2`, `typst`, `weasyprint`); they are given the places
of all words ready made, the same background file and the same QR pictures, so they only have to write.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLE = ["Thị", "Văn", "Ngọc", "Đức", "Hữu", "Minh", "Thanh", "Quốc", "Hoàng", "Phương", "Kim", "Xuân", "Thúy", "Bảo", "Gia", "Công"]
GIVEN = ["Ánh", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Hiếu", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Nghĩa", "Oanh", "Phúc", "Quyên", "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Tuấn", "Uyên", "Vinh", "Yến"]
UNITS = [f"Chi bộ {n}" for n in (
    "Phòng Kế hoạch – Tổng hợp", "Văn phòng", "Trường Trung học phổ thông Hoàng Lê Kha", "Công ty Cổ phần Cấp nước", "Bệnh viện Đa khoa",
    "Sở Tài chính", "Trung tâm Văn hóa", "Kho bạc Nhà nước", "Công ty Điện lực", "Đài Phát thanh và Truyền hình",
)]
DEEDS = [
    "Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026",
    "Hoàn thành xuất sắc nhiệm vụ năm 2026",
    "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo”, vận động nhân dân hiến đất làm đường giao thông nông thôn",
]
SIGNED, PLAIN = 1, 0


def batch(count: int, *, signed: bool, seed: int = 5) -> list[Any]:
    """Return invented certificates, the same for every case."""
    from certificates import Facts, signing

    rng = random.Random(seed)
    key = signing.keygen()[0] if signed else b""
    made = []
    for number in range(1, count + 1):
        name = " ".join((rng.choice(FAMILY), rng.choice(MIDDLE), rng.choice(MIDDLE), rng.choice(GIVEN)))
        one = Facts(
            recipient=name, salutation="Đồng chí", title="Đảng viên", unit=rng.choice(UNITS), achievement=rng.choice(DEEDS),
            awarding_line="Ban Thường vụ Đảng ủy các cơ quan tỉnh Long Giang", decision_number="125-QĐ/ĐU", decision_date=date(2026, 11, 5),
            place="Long Giang", signer_capacity="T/M Ban Thường vụ", signer_post="Bí thư", signer_name="Trần Minh Quang", serial=f"{number:04}/2026",
            code=signing.code_text(rng.randbytes(10)),
        )
        made.append(signing.signed(one, key, "https://guongsang.longgiang.vn") if signed else replace(one, code=""))
    return made


def ours(count: int, out: Path, signed: bool) -> None:
    """The press, at 600 dpi with full background."""
    from certificates import load_layout, render

    render(load_layout("dang-uy"), batch(count, signed=signed), out)


def _set(count: int) -> tuple[Any, list[Any], list[Any]]:
    from certificates import load_layout
    from certificates.fitting import Compositor
    from certificates.wording import words

    layout = load_layout("dang-uy")
    compositor, facts = Compositor(layout), batch(count, signed=True)
    return layout, facts, [compositor.set(words(one), one.kind).lines for one in facts]


def _symbol(url: str, scale: int) -> Any:
    from PIL import ImageChops

    from certificates import qr

    symbol = qr.modules(url)
    return ImageChops.invert(symbol.convert("L").resize((symbol.width * scale, symbol.height * scale), 0))


def naive(count: int, out: Path, signed: bool) -> None:
    """Plain Pillow: a page picture of 300 dpi for each certificate, saved as PDF."""
    from PIL import Image, ImageDraw

    from certificates.art.store import background
    from certificates.faces import face

    del signed
    layout, facts, pages = _set(count)
    art = Image.open(background(layout, 300).path).convert("RGB")
    k, images = 300 / 25.4, []
    for one, lines in zip(facts, pages, strict=True):
        page = art.copy()
        draw = ImageDraw.Draw(page)
        for line in lines:
            draw.text((line.x * k, line.baseline * k), line.text, font=face(line.field.face).font(line.size * 300 / 72), fill=layout.colour(line.field.colour), anchor="ls")
        page.paste(_symbol(one.verify_url, 5), (round(layout.code.x * k), round(layout.code.y * k)))
        images.append(page)
        if len(images) == 10:
            images[0].save(out, "PDF", resolution=300, save_all=True, append_images=images[1:], append=out.exists())
            images = []


def reportlab(count: int, out: Path, signed: bool) -> None:
    """ReportLab with embedded TrueType."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from certificates.art.store import background
    from certificates.faces import FONTS

    del signed
    layout, facts, pages = _set(count)
    k, high = 72 / 25.4, layout.page.height
    for name in {f.face for f in layout.fields}:
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    canvas = Canvas(str(out), pagesize=(layout.page.width * k, high * k), pageCompression=1)
    art = str(background(layout, 300).path)
    for one, lines in zip(facts, pages, strict=True):
        canvas.drawImage(art, 0, 0, layout.page.width * k, high * k)
        for line in lines:
            canvas.setFillColorRGB(*(v / 255 for v in layout.colour(line.field.colour)))
            canvas.setFont(line.field.face, line.size)
            canvas.drawString(line.x * k, (high - line.baseline) * k, line.text)
        canvas.drawImage(ImageReader(_symbol(one.verify_url, 1)), layout.code.x * k, (high - layout.code.y - 26) * k, 26 * k, 26 * k)
        canvas.showPage()
    canvas.save()


def fpdf2(count: int, out: Path, signed: bool) -> None:
    """fpdf2 with embedded TrueType, without shaping."""
    from fpdf import FPDF

    from certificates.art.store import background
    from certificates.faces import FONTS

    del signed
    layout, facts, pages = _set(count)
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    for name in {f.face for f in layout.fields}:
        pdf.add_font(name, fname=str(FONTS / f"{name}.ttf"))
    art = str(background(layout, 300).path)
    for one, lines in zip(facts, pages, strict=True):
        pdf.add_page()
        pdf.image(art, 0, 0, 297, 210)
        for line in lines:
            pdf.set_text_color(*layout.colour(line.field.colour))
            pdf.set_font(line.field.face, size=line.size)
            pdf.text(line.x, line.baseline, line.text)
        pdf.image(_symbol(one.verify_url, 1), layout.code.x, layout.code.y, 26, 26)
    pdf.output(str(out))


def typst(count: int, out: Path, signed: bool) -> None:
    """Typst, given one source with every page; QR as PNG files."""
    import shutil

    import typst as compiler

    from certificates.art.store import background
    from certificates.faces import FONTS

    del signed
    layout, facts, pages = _set(count)
    from PIL import ImageFont
    names = {n: ImageFont.truetype(FONTS / f"{n}.ttf", 10).getname() for n in {f.face for f in layout.fields}}
    folder = out.parent
    shutil.copy(background(layout, 300).path, folder / "art.jpg")
    source = ['#set page(width: 297mm, height: 210mm, margin: 0mm, background: image("art.jpg", width: 100%))']
    for number, (one, lines) in enumerate(zip(facts, pages, strict=True)):
        _symbol(one.verify_url, 1).save(folder / f"q{number}.png", compress_level=1)
        for line in lines:
            family = names[line.field.face][0]
            source.append(f'#place(dx: {line.x:.3f}mm, dy: {line.box[1]:.3f}mm, text(font: {json.dumps(family, ensure_ascii=False)}, size: {line.size}pt, {json.dumps(line.text, ensure_ascii=False)}))')
        source.append(f'#place(dx: {layout.code.x}mm, dy: {layout.code.y}mm, image("q{number}.png", width: 26mm))\n#pagebreak(weak: true)')
    (folder / "all.typ").write_text("\n".join(source), encoding="utf-8")
    compiler.compile(str(folder / "all.typ"), output=str(out), font_paths=[str(FONTS)])


def weasyprint(count: int, out: Path, signed: bool) -> None:
    """WeasyPrint, given one page of HTML with every certificate; QR as data addresses."""
    import base64
    import io

    from weasyprint import HTML

    from certificates.art.store import background
    from certificates.faces import FONTS

    del signed
    layout, facts, pages = _set(count)
    faces = "".join(f"@font-face{{font-family:'{n}';src:url('{(FONTS / f'{n}.ttf').as_uri()}')}}" for n in sorted({f.face for f in layout.fields}))
    parts = [f"<style>{faces}@page{{size:297mm 210mm;margin:0}}section{{position:relative;width:297mm;height:210mm;page-break-after:always}}section *{{position:absolute;white-space:nowrap}}</style>"]
    art = background(layout, 300).path.as_uri()
    for one, lines in zip(facts, pages, strict=True):
        data = io.BytesIO()
        _symbol(one.verify_url, 1).save(data, "PNG")
        rows = "".join(f"<div style=\"left:{s.x:.2f}mm;top:{s.box[1]:.2f}mm;font:{s.size}pt '{s.field.face}'\">{s.text}</div>" for s in lines)
        parts.append(f"<section><img src='{art}' style='width:297mm;left:0;top:0'>{rows}<img style='left:{layout.code.x}mm;top:{layout.code.y}mm;width:26mm' src='data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}'></section>")
    HTML(string="".join(parts)).write_pdf(str(out))


CASES: dict[str, Callable[[int, Path, bool], None]] = {
    "ours": ours, "naive": naive, "reportlab": reportlab, "fpdf2": fpdf2, "typst": typst, "weasyprint": weasyprint,
}


def measure(case: str, count: int, signed: bool, cache: Path) -> dict[str, float] | None:
    """Run one case in its own process; returns CPU seconds, MiB of file and of memory, or None when it cannot run."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.pdf"
        command = [sys.executable, __file__, "--case", case, "--count", str(count), "--signed", str(int(signed)), "--file", str(out)]
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "GUONG_SANG_DATA": str(cache)}, check=False)
        if done.returncode:
            sys.stderr.write(f"{case}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}\n")
            return None
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        found["file"] = out.stat().st_size / 2**20
        return found


def run_case(case: str, count: int, signed: bool, file: Path) -> None:
    """Do one case and print what it took."""
    CASES[case](count, file, signed)
    used = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime + children.ru_utime + children.ru_stime
    sys.stdout.write(json.dumps({"cpu": cpu, "rss": used.ru_maxrss / 1024}) + "\n")


def table(count: int, rivals: bool) -> list[str]:
    """Measure everything and return the rows of a Markdown table."""
    cache = Path(tempfile.gettempdir()) / "guong-sang-bench"
    measure("ours", 1, False, cache)
    rows = ["| case | certificates | CPU s | ms each | file MiB | RSS MiB | against ours |", "|---|---|---|---|---|---|---|"]
    runs = [("ours", 1, False), ("ours", count, False), ("ours", count, True), ("ours", 5 * count, True), ("naive", min(count, 40), True)]
    runs += [(name, count, True) for name in ("reportlab", "fpdf2", "typst")] + [("weasyprint", min(count, 100), True)] if rivals else []
    base = 0.0
    for case, number, signed in runs:
        found = measure(case, number, signed, cache)
        if not found:
            continue
        each = found["cpu"] * 1000 / number
        if (case, number, signed) == ("ours", count, True):
            base = each
        ratio = f"{each / base:.1f}" if base and case != "ours" else ""
        rows.append(f"| {case}{', signed QR' if signed else ''} | {number} | {found['cpu']:.2f} | {each:.2f} | {found['file']:.2f} | {found['rss']:.0f} | {ratio} |")
    return rows


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--case", choices=CASES)
    parser.add_argument("--signed", type=int, default=0)
    parser.add_argument("--file", type=Path)
    args = parser.parse_args()
    if args.case:
        run_case(args.case, args.count, bool(args.signed), args.file)
        return
    rows = table(args.count, args.rivals)
    sys.stdout.write("\n".join(rows) + "\n")
    if args.out:
        args.out.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
