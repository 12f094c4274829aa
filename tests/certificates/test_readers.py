"""Other people's programs open what we print: page count, size, text, codes."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from certificates import load_layout, qr, render, signed, signing, verify

pypdfium2 = pytest.importorskip("pypdfium2", reason="the engine of Chrome and Edge comes with requirements-dev.txt")
pytestmark = [pytest.mark.prove]
FAMILY = ("Nguyễn", "Trần", "Y Bliă", "H’Hen", "Công Tằng Tôn Nữ", "Đặng", "Ưng", "Ỷ")
GIVEN = ("Ngọc Ánh", "Êban", "Niê", "Hoàng Phương Quỳnh", "Đức Huỳnh", "Khuê Mỹ", "Thủy Tiên", "Nghĩa", "Uyển", "Ổn")
PAGES = 200


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not on this machine")
    return found


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


@pytest.fixture(scope="module")
def batch(tmp_path_factory, key):
    """Two hundred signed certificates with difficult names, and their file."""
    from certificates.samples import sample

    layout = load_layout("dang-uy")
    easy = replace(sample(layout), stamp=None)
    rows = []
    for number in range(PAGES):
        one = replace(
            easy, recipient=f"{FAMILY[number % 8]} {GIVEN[number % 10]}", serial=f"{number + 1:04}/2026", unit=f"Chi bộ ấp {number % 17 + 1}, xã Ea Rông",
            code=signing.code_text(number.to_bytes(10, "big")),
        )
        rows.append(signed(one, key[0], "https://guongsang.longgiang.vn"))
    out = tmp_path_factory.mktemp("batch") / "dot.pdf"
    render(layout, rows, out)
    return rows, out


def missing(rows, pages: list[str]) -> list[tuple[int, str]]:
    lost = []
    for number, (one, page) in enumerate(zip(rows, pages, strict=True)):
        text = squeezed(page)
        lost += [(number, value) for value in (one.recipient, one.unit, one.serial, one.code, one.achievement, one.awarding_line, one.signer_name) if squeezed(value) not in text]
    return lost


def test_pypdf_agrees(batch):
    rows, out = batch
    reader = pypdf.PdfReader(out)
    assert {(round(float(p.mediabox.width), 2), round(float(p.mediabox.height), 2)) for p in reader.pages} == {(841.89, 595.28)}
    assert missing(rows, [p.extract_text() for p in reader.pages]) == []


def test_pdfium_agrees(batch):
    rows, out = batch
    document = pypdfium2.PdfDocument(out)
    assert {(round(p.get_width(), 1), round(p.get_height(), 1)) for p in document} == {(841.9, 595.3)}
    assert missing(rows, [p.get_textpage().get_text_range() for p in document]) == []


def test_poppler_agrees(batch):
    rows, out = batch
    info = subprocess.run([tool("pdfinfo"), str(out)], capture_output=True, text=True, check=True).stdout
    assert "841.89 x 595.276 pts (A4)" in info
    text = subprocess.run([tool("pdftotext"), str(out), "-"], capture_output=True, text=True, check=True).stdout
    assert missing(rows, text.split("\f")[:-1]) == []


def test_mupdf_agrees(batch):
    rows, out = batch
    done = subprocess.run([tool("mutool"), "draw", "-F", "txt", "-o", "-", str(out)], capture_output=True, text=True, check=True)
    said = [line for line in done.stderr.splitlines() if ("warning" in line or "error" in line) and "ICC support" not in line]
    assert said == []
    pages = [p for p in done.stdout.split("\f") if p.strip()]
    assert missing(rows, pages) == []


def test_qpdf_finds_nothing_wrong(batch):
    _, out = batch
    done = subprocess.run([tool("qpdf"), "--check", str(out)], capture_output=True, text=True, check=False)
    assert (done.returncode, "No syntax or stream encoding errors found" in done.stdout) == (0, True)


def test_ghostscript_prints_every_page(batch, tmp_path):
    _, out = batch
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", "-r20", f"-sOutputFile={tmp_path}/p%03d.png", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, len(list(Path(tmp_path).glob("p*.png")))) == (0, "", PAGES)


@pytest.mark.proves("F10.01", "F10.04")
def test_every_code_reads_from_a_150_dpi_render_and_verifies(batch, key):
    rows, out = batch
    document = pypdfium2.PdfDocument(out)
    wrong = []
    for number, (one, page) in enumerate(zip(rows, document, strict=True)):
        picture = page.render(scale=150 / 72).to_pil()
        found = qr.read(picture)
        if found != [one.verify_url] or not verify(found[0], [key[1]]).matches(one):
            wrong.append((number, found))
    assert wrong == []


def test_a_photo_like_copy_still_reads(batch):
    rows, out = batch
    picture = pypdfium2.PdfDocument(out)[0].render(scale=150 / 72).to_pil().convert("RGB")
    turned = picture.rotate(2.5, expand=True, fillcolor=(230, 228, 220))
    data = io.BytesIO()
    turned.save(data, "JPEG", quality=60)
    from PIL import Image
    assert qr.read(Image.open(data)) == [rows[0].verify_url]
