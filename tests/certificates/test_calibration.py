import math
import random

import pypdf
import pytest

from certificates import Calibration, Refused
from certificates.calibration import fit, marks
from certificates.calibration_sheet import write_sheet

CROSSES = marks(297, 210)


def printer(rng: random.Random):
    """A printer that shifts, stretches and turns, as a function of where it was asked to print."""
    ox, oy = rng.uniform(-4, 4), rng.uniform(-4, 4)
    sx, sy = 1 + rng.uniform(-0.008, 0.008), 1 + rng.uniform(-0.008, 0.008)
    turn = math.radians(rng.uniform(-0.35, 0.35))
    return lambda x, y: (sx * (x * math.cos(turn) - y * math.sin(turn)) + ox, sy * (x * math.sin(turn) + y * math.cos(turn)) + oy)


@pytest.mark.proves("F09.04", "N05")
def test_two_hundred_printers_land_within_half_a_millimetre_after_reading_a_ruler():
    rng = random.Random(7)
    worst = 0.0
    for _ in range(200):
        prints = printer(rng)
        readings = [tuple(round(v * 2) / 2 for v in prints(*c)) for c in CROSSES]
        found = fit(CROSSES, readings)
        for place in ((40, 40), (148, 105), (250, 180), (60, 170)):
            landed = prints(*found.apply(*place))
            worst = max(worst, math.dist(landed, place))
    assert worst < 0.6


def test_a_true_printer_needs_no_correction():
    found = fit(CROSSES, CROSSES)
    assert (found.a, found.b, found.c, found.d, found.tx, found.ty) == pytest.approx((1, 0, 0, 1, 0, 0), abs=1e-12)


def test_the_page_matrix_moves_points_as_the_correction_says():
    found = Calibration(1.002, 0.003, -0.002, 0.997, 1.5, -0.8)
    a, b, c, d, e, f = found.matrix(210)
    k = 72 / 25.4
    x, y = found.apply(100, 50)
    px, py = 100 * k, (210 - 50) * k
    assert (a * px + c * py + e, b * px + d * py + f) == pytest.approx((x * k, (210 - y) * k))


def test_a_correction_comes_back_from_its_file():
    found = fit(CROSSES, [(x + 1.5, y - 0.5) for x, y in CROSSES])
    assert Calibration.from_json(found.to_json()) == found


@pytest.mark.parametrize("readings", (
    CROSSES[:2],
    [(x + 40, y) for x, y in CROSSES],
    [(x * 1.2, y) for x, y in CROSSES],
    [(20, 20), (20, 20), (20, 20), (20, 20)],
    [CROSSES[1], CROSSES[0], CROSSES[3], CROSSES[2]],
))
def test_readings_no_printer_gives_are_refused(readings):
    with pytest.raises(Refused):
        fit(CROSSES[: len(readings)], readings)


@pytest.mark.parametrize("text", ("", "[]", "{\"a\": \"x\"}", "{\"tx\": 900}", "{\"zoom\": 1}"))
def test_a_broken_correction_file_is_refused(text):
    with pytest.raises(Refused):
        Calibration.from_json(text)


@pytest.mark.proves("N05")
def test_the_sheet_has_the_paper_s_size_and_says_what_to_do(tmp_path):
    write_sheet(tmp_path / "to.pdf", 360, 270)
    page = pypdf.PdfReader(tmp_path / "to.pdf").pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((360 * 72 / 25.4, 270 * 72 / 25.4), abs=0.01)
    text = " ".join(page.extract_text().split())
    assert "Tờ hiệu chỉnh máy in" in text
    assert "trái 340 mm, trên 20 mm" in text
