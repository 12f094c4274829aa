import errno
import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from certificates import Calibration, Refused, load_layout, render, safe_file
from certificates.fitting import Compositor
from certificates.samples import sample, strained
from certificates.wording import words


def page_text(data: bytes, number: int = 0) -> str:
    return pypdf.PdfReader(BytesIO(data)).pages[number].extract_text()


@pytest.mark.proves("F09.02")
def test_a_batch_is_one_file_with_a_page_for_each_in_the_given_order(layout, facts, out):
    rows = [replace(facts, recipient=name, serial=name, code="") for name in ("Lê An", "Trần Bình", "Phạm Chi")]
    seen: list[tuple[int, int | None]] = []
    report = render(layout, rows, out, progress=lambda done, total: seen.append((done, total)))
    reader = pypdf.PdfReader(out)
    assert report.pages == len(reader.pages) == 3
    assert [next(n for n in ("Lê An", "Trần Bình", "Phạm Chi") if n in p.extract_text()) for p in reader.pages] == ["Lê An", "Trần Bình", "Phạm Chi"]
    assert seen[-1] == (3, 3)
    assert report.size == out.stat().st_size


@pytest.mark.parametrize(("width", "height"), ((297.0, 210.0), (420.0, 297.0), (360.0, 270.0), (400.0, 300.0)))
def test_the_page_is_exact_to_the_hundredth_of_a_point(facts, out, width, height):
    layout = load_layout("dang-uy")
    layout = replace(layout, page=replace(layout.page, width=width, height=height))
    render(layout, [facts], out, overprint=True)
    box = pypdf.PdfReader(out).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((width * 72 / 25.4, height * 72 / 25.4), abs=0.01)


def test_bleed_gives_a_trim_box_of_the_finished_size(layout, facts, out):
    render(replace(layout, page=replace(layout.page, bleed=3.0)), [facts], out)
    page = pypdf.PdfReader(out).pages[0]
    assert float(page.mediabox.width) == pytest.approx(303 * 72 / 25.4, abs=0.01)
    assert float(page.trimbox.width) == pytest.approx(297 * 72 / 25.4, abs=0.01)


def test_viewers_are_told_not_to_scale(layout, facts, out):
    render(layout, [facts], out)
    root = pypdf.PdfReader(out).trailer["/Root"]
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert root["/Lang"] == "vi-VN"


@pytest.mark.proves("F09.02")
def test_the_art_is_embedded_once_and_a_word_is_drawn_once(layout, facts, out):
    report = render(layout, [replace(facts, serial="", code="")] * 5, out)
    data = out.read_bytes()
    assert data.count(b"/DCTDecode") == 1
    assert report.words == render(layout, [replace(facts, serial="", code="")], out).words


@pytest.mark.proves("F09.03")
def test_on_a_blank_only_words_are_printed(layout, signed_facts, out):
    render(layout, [signed_facts], out, overprint=True)
    data = out.read_bytes()
    assert b"/DCTDecode" not in data
    text = page_text(data)
    assert "GIẤY KHEN" not in text
    assert signed_facts.recipient in text


@pytest.mark.proves("F09.04")
def test_a_correction_is_one_matrix_and_nothing_else(layout, facts, out):
    render(layout, [facts], out)
    plain = pypdf.PdfReader(out).pages[0].get_contents().get_data()
    render(layout, [facts], out, calibration=Calibration(tx=1.0, ty=-0.5))
    moved = pypdf.PdfReader(out).pages[0].get_contents().get_data()
    assert moved.startswith(b"q 1 0 0 1 2.8346 1.4173 cm")
    assert moved.strip().removesuffix(b"Q").strip().endswith(plain.strip())


@pytest.mark.proves("F09.08")
def test_the_same_facts_give_the_same_bytes(layout, signed_facts, out):
    render(layout, [signed_facts], out)
    first = out.read_bytes()
    render(layout, [signed_facts], out)
    assert out.read_bytes() == first
    assert b"CreationDate" not in first


PRINT = """
import hashlib, sys
from dataclasses import replace
from pathlib import Path
from PIL import ImageFont, features
if sys.argv[1] == "hidden":
    ImageFont.core.HAVE_RAQM = False
elif not features.check("raqm"):
    print("no raqm here"); raise SystemExit
from certificates import load_layout, render
from certificates.samples import strained
layout = load_layout("dang-uy")
render(layout, [replace(one, serial=str(n)) for n, one in enumerate(strained(layout))], Path(sys.argv[2]))
print(hashlib.sha256(Path(sys.argv[2]).read_bytes()).hexdigest())
"""


def test_the_same_paper_comes_out_with_raqm_and_without_it(tmp_path):
    made = {}
    for how in ("present", "hidden"):
        done = subprocess.run([sys.executable, "-c", PRINT, how, str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
        made[how] = done.stdout.strip()
    if made["present"] == "no raqm here":
        pytest.skip("this machine has no raqm, so there is nothing to compare with")
    assert made["present"] == made["hidden"]


def test_a_full_disk_leaves_the_old_file_and_no_half_file(layout, facts, out, monkeypatch):
    out.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(safe_file.os, "fsync", full)
    with pytest.raises(Refused) as refused:
        render(layout, [facts], out)
    assert "đĩa" in refused.value.sentence
    assert out.read_bytes() == b"old"
    assert [p.name for p in out.parent.iterdir()] == [out.name]


def test_a_truly_full_device_is_refused(layout, facts, out, monkeypatch):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    real = os.fdopen
    monkeypatch.setattr(safe_file.os, "fdopen", lambda handle, mode: (os.close(handle), real(os.open("/dev/full", os.O_WRONLY), mode))[1])
    with pytest.raises(Refused):
        render(layout, [facts], out)
    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize("place", ("khong-co/giay.pdf", "/proc/giay.pdf"))
def test_a_place_that_cannot_be_written_is_refused(layout, facts, tmp_path, place):
    with pytest.raises(Refused) as refused:
        render(layout, [facts], tmp_path / place)
    assert "giay.pdf" in refused.value.sentence


def test_a_cache_that_cannot_be_written_is_refused(layout, facts, out, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_DATA", "/proc/khong-co")
    with pytest.raises(Refused) as refused:
        render(layout, [facts], out)
    assert "thư mục đệm" in refused.value.sentence
    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize("dpi", (0, 72, 601, 5000))
def test_other_resolutions_are_refused(layout, facts, out, dpi):
    with pytest.raises(Refused):
        render(layout, [facts], out, dpi=dpi)


@pytest.mark.proves("F09.09")
def test_a_draft_says_so_and_carries_no_code(layout, facts, out):
    render(layout, [replace(facts, stamp="BẢN NHÁP", code="", serial="")], out)
    data = out.read_bytes()
    drafts = len(re.findall(rb"/ImageMask true", data))
    render(layout, [replace(facts, code="", serial="")], out)
    assert drafts == len(re.findall(rb"/ImageMask true", out.read_bytes())) + 1
    assert "Mã tra cứu" not in page_text(data)


@pytest.mark.parametrize("name", ("dang-uy", "nha-nuoc", "cong-doan", "hien-dai"))
def test_difficult_rows_print_and_read_back_whole(name, out):
    layout = load_layout(name)
    rows = [replace(one, stamp=None, serial=str(n)) for n, one in enumerate(strained(layout), 1)]
    render(layout, rows, out)
    reader = pypdf.PdfReader(out)
    for one, page in zip(rows, reader.pages, strict=True):
        text = " ".join(page.extract_text().split()).casefold()
        for value in (one.recipient, one.unit, one.signer_name, one.decision_number):
            assert value.casefold() in text


def test_five_hundred_different_words_in_one_size_still_read_back(layout, facts, out):
    syllables = [f"{a}{b}" for a in "bcdđghklmnprstvx" for b in ("an", "ân", "ăn", "em", "êm", "in", "on", "ôn", "ơn", "un", "ưn", "anh", "inh", "ang", "ăng", "âng", "ong", "ông", "ung", "ưng")]
    rows = [replace(facts, serial=str(i), code="", unit=" ".join(syllables[i : i + 8])) for i in range(0, len(syllables), 8)]
    render(layout, rows, out)
    reader = pypdf.PdfReader(out)
    assert [one.unit in " ".join(page.extract_text().split()) for one, page in zip(rows, reader.pages, strict=True)] == [True] * len(rows)


def test_a_sample_is_stamped(layout):
    assert sample(layout).stamp == "MẪU"


@pytest.mark.proves("F09.02")
@pytest.mark.parametrize("name", ("dang-uy", "nha-nuoc", "cong-doan", "hien-dai", "giay-chung-nhan"))
def test_copying_from_a_browser_keeps_the_order_of_lines(name, out):
    pypdfium2 = pytest.importorskip("pypdfium2", reason="the engine of Chrome and Edge comes with requirements-dev.txt")
    layout = load_layout(name)
    rows = [replace(one, stamp=None, serial=str(n)) for n, one in enumerate([sample(layout), sample(layout, "collective"), sample(layout, "household")], 1)]
    render(layout, rows, out)
    for one, page in zip(rows, pypdfium2.PdfDocument(out), strict=True):
        setting = Compositor(layout).set(words(one), one.kind)
        wanted = [line.text for line in setting.lines]
        assert [line.strip() for line in page.get_textpage().get_text_range().split("\r\n")] == wanted
