"""Every design is complete, keeps its own promises of white room, and suits each kind of recipient."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageStat

from certificates import Refused, dump_layout, layouts, load_layout, office, parse_layout, preflight
from certificates.art.store import art_key, background
from certificates.preflight import Checker
from certificates.resizing import resized
from certificates.samples import hardest, sample, strained

NAMES = [info.name for info in layouts()]
URL = "HTTPS://GUONGSANG.LONGGIANG.VN/XM/" + "ABCDEFGH" * 29


@pytest.fixture(scope="module")
def art(art_cache):
    return {name: Image.open(background(load_layout(name), 100).path).convert("L") for name in NAMES}


def part(image: Image.Image, x: float, y: float, width: float, height: float) -> Image.Image:
    k = 100 / 25.4
    return image.crop((round(x * k), round(y * k), round((x + width) * k), round((y + height) * k)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ("individual", "collective", "household"))
def test_an_ordinary_row_of_each_kind_passes_preflight_with_its_code(name, kind):
    layout = load_layout(name)
    assert preflight(layout, [sample(layout, kind).with_url(URL)]) == []


@pytest.mark.parametrize("name", [n for n in NAMES if n != "giay-chung-nhan"])
def test_the_rows_that_strain_most_still_fit(name):
    layout = load_layout(name)
    assert preflight(layout, [replace(one, serial=str(n)).with_url(URL) for n, one in enumerate(strained(layout))]) == []


@pytest.mark.proves("F10.01")
@pytest.mark.parametrize("name", NAMES)
def test_ornament_keeps_off_the_square_of_the_code(art, name):
    code = load_layout(name).code
    darkest, _ = part(art[name], code.x, code.y, code.size, code.size).getextrema()
    assert darkest > 200


@pytest.mark.parametrize("name", NAMES)
def test_ornament_keeps_out_of_the_unprintable_edge(art, name):
    image = art[name]
    w, h = 297, 210
    for x, y, width, height in ((0, 0, w, 5.8), (0, h - 5.8, w, 5.8), (0, 0, 5.8, h), (w - 5.8, 0, 5.8, h)):
        assert part(image, x, y, width, height).getextrema()[0] >= 240


@pytest.mark.parametrize("name", NAMES)
def test_the_ground_under_the_words_is_nearly_white(art, name):
    body = next(g for g in load_layout(name).groups if g.name == "body")
    assert ImageStat.Stat(part(art[name], body.x, body.y, body.width, body.height)).mean[0] > 240


@pytest.mark.proves("F09.01")
def test_no_two_designs_look_alike(art):
    small = {name: image.resize((60, 42)) for name, image in art.items()}
    faces = {name: tuple(image.tobytes()) for name, image in small.items()}
    far = [sum(abs(a - b) for a, b in zip(faces[x], faces[y], strict=True)) / len(faces[x]) for x in NAMES for y in NAMES if x < y]
    assert min(far) > 3


def test_art_is_drawn_anew_only_when_something_drawn_has_changed(layout):
    same = replace(layout, title="Tên khác", fields=layout.fields[:-1])
    assert art_key(same, 300) == art_key(layout, 300)
    assert art_key(replace(layout, colours={**layout.colours, "red": "#AA0000"}), 300) != art_key(layout, 300)
    assert art_key(layout, 600) != art_key(layout, 300)


def test_an_office_emblem_takes_the_place_of_the_star(layout):
    data = io.BytesIO()
    Image.new("RGBA", (700, 700), (0, 200, 0, 255)).save(data, "PNG")
    name = office.add_emblem(data.getvalue(), "logo-co-quan")
    own = replace(layout, art={"border": "none"}, emblem=replace(layout.emblem, picture=name))
    assert parse_layout(dump_layout(own)) == own
    with Image.open(background(own, 300).path) as image:
        k = 300 / 25.4
        red, green, blue = image.convert("RGB").getpixel((round(148.5 * k), round(layout.emblem.y * k)))
    assert green > 180
    assert max(red, blue) < 40


@pytest.mark.parametrize("name", ("../../etc/passwd", "/etc/hostname", "a b.png", "logo.svg", ""))
def test_an_emblem_is_a_plain_name_never_a_path(layout, name):
    data = io.BytesIO()
    Image.new("RGBA", (700, 700)).save(data, "PNG")
    with pytest.raises(Refused):
        office.add_emblem(data.getvalue(), name)
    if name:
        with pytest.raises(Refused):
            parse_layout(dump_layout(replace(layout, emblem=replace(layout.emblem, picture=name))))


def test_a_small_emblem_is_refused_for_it_would_print_soft():
    data = io.BytesIO()
    Image.new("RGBA", (90, 90)).save(data, "PNG")
    with pytest.raises(Refused) as refused:
        office.add_emblem(data.getvalue(), "nho")
    assert "mờ" in refused.value.sentence


@pytest.mark.parametrize("name", NAMES)
def test_a_design_on_a3_is_the_same_design_larger(name):
    large = resized(load_layout(name), 420.0, 297.0)
    assert preflight(large, [sample(large).with_url(URL)]) == []
    assert parse_layout(dump_layout(large)).page == large.page
    assert large.signature_space > 25


@pytest.mark.proves("F09.03")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "height"), ((360.0, 270.0), (400.0, 300.0), (297.0, 250.0)))
def test_words_suit_a_blank_of_any_shape(name, width, height):
    blank = resized(load_layout(name), width, height, words_only=True)
    facts = sample(blank).with_url(URL)
    assert [f for f in Checker(blank, on_blank=True).check(1, facts)[1] if f.blocking] == []
    assert blank.signature_space >= 25


def test_the_five_hardest_rows_are_the_longest_in_each_way(layout):
    easy = replace(sample(layout), subject="")
    rows = [replace(easy, recipient=f"Lê {n}") for n in range(20)]
    rows[3], rows[7], rows[11] = replace(easy, recipient="Nguyễn " * 9), replace(easy, unit="Sở " * 90), replace(easy, achievement="Đã " * 400)
    assert {3, 7, 11} <= set(hardest(rows))
    assert len(hardest(rows)) == 5
    assert hardest(rows[:2]) == [0, 1]
    assert hardest([]) == []


@pytest.mark.parametrize(("width", "height"), ((210.0, 297.0), (360.0, 270.0), (210.0, 148.5)))
def test_another_shape_or_a_smaller_sheet_is_refused(layout, width, height):
    with pytest.raises(Refused):
        resized(layout, width, height)
