from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates import Refused, dump_layout, layouts, load_layout, parse_layout
from certificates.art import design, options
from certificates.layout import Code, Emblem, Field, Group, Page
from certificates.layout_file import LAYOUTS
from certificates.wording import PLACEHOLDERS

ALL = [info.name for info in layouts()]
GOOD = (LAYOUTS / "dang-uy.toml").read_text(encoding="utf-8")


@pytest.mark.proves("F09.01")
def test_there_is_a_design_for_each_track():
    assert {(i.name, i.track) for i in layouts()} >= {("dang-uy", "party"), ("nha-nuoc", "state"), ("cong-doan", "union"), ("hien-dai", "any")}


@pytest.mark.parametrize("name", ALL)
def test_a_layout_written_and_read_again_is_the_same_layout(name):
    layout = load_layout(name)
    assert parse_layout(dump_layout(layout)) == layout
    assert layout.name == name


@pytest.mark.parametrize(("old", "new", "said"), (
    ('track = "party"', "", "thiếu khóa «track»"),
    ('track = "party"', 'track = "army"', "«track»"),
    ("version = 1", "version = 1\nmagic = 2", "khóa lạ «magic»"),
    ("signature_space = 25", "signature_space = 12", "25 mm"),
    ("width = 297", "width = -297", "số không âm"),
    ("width = 297", 'width = "rộng"', "số không âm"),
    ("width = 297", "width = 20", "50 mm"),
    ('ink = "#1C1712"', 'ink = "black"', "#RRGGBB"),
    ('border = "wave"', 'border = "fire"', "border"),
    ('border = "wave"', 'border = "wave"\nsparkle = 3', "khóa lạ «sparkle»"),
    ("x = 148.5\ny = 22.5", "x = 148.5\ny = 2", "vùng an toàn"),
    ("x = 31\ny = 153", "x = 270\ny = 153", "vùng an toàn"),
    ('group = "head"', 'group = "nose"', "nhóm «nose»"),
    ('text = "{heading_party}"', 'text = "{birthday}"', "dữ kiện lạ"),
    ("size = 15.5\nsize_min = 13", "size = 10\nsize_min = 13", "Cỡ chữ"),
    ('colour = "ink"', 'colour = "rainbow"', "rainbow"),
    ('face = "EBGaramond-Bold"', 'face = "EBGaramond-Bold"\nshadow = true', "khóa lạ «shadow»"),
    ("rule = 1.0", 'rule = "long"', "«rule»"),
    ("upper = true", "upper = 3", "«upper»"),
    ("lines = 2", "lines = 40", "dòng"),
    ("[page]", "[[page]]", "bảng"),
    ("[page]", "[page", "TOML"),
))
def test_a_wrong_layout_file_is_refused_saying_where(old, new, said):
    assert old in GOOD
    with pytest.raises(Refused) as refused:
        parse_layout(GOOD.replace(old, new, 1))
    assert said in refused.value.sentence


@pytest.mark.parametrize("name", ("khong-co", "../dang-uy", "khong-co.toml", "/etc/passwd"))
def test_a_layout_that_is_not_there_is_refused(name):
    with pytest.raises(Refused):
        load_layout(name)


def test_a_layout_in_an_old_encoding_is_refused(tmp_path):
    path = tmp_path / "rieng.toml"
    path.write_bytes('title = "Giấy khen"'.encode("utf-16"))
    with pytest.raises(Refused):
        load_layout(path)


def test_an_office_layout_in_a_folder_is_listed_after_the_bundled_ones(tmp_path):
    own = replace(load_layout("dang-uy"), name="rieng", title="Mẫu riêng")
    (tmp_path / "rieng.toml").write_text(dump_layout(own), encoding="utf-8")
    assert [i.name for i in layouts(tmp_path)] == [*ALL, "rieng"]


def test_ornament_that_layouts_may_name_is_the_ornament_that_exists():
    drawn = {"border": tuple(design.BORDERS), "ground": tuple(design.GROUNDS), "supporters": tuple(design.SUPPORTERS)}
    assert drawn == options.NAMES


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_layout_file_is_refused_or_read_and_never_breaks_the_press(data):
    at = data.draw(st.integers(0, len(GOOD) - 1))
    size = data.draw(st.integers(0, 30))
    text = GOOD[:at] + data.draw(st.text(max_size=8)) + GOOD[at + size :]
    with suppress(Refused):
        read = parse_layout(text)
        assert parse_layout(dump_layout(read)) == read


def test_the_guide_to_layout_files_names_every_key_and_every_fact():
    guide = (LAYOUTS / "README.md").read_text(encoding="utf-8")
    keys = {f.name for kind in (Field, Group, Page, Code, Emblem) for f in fields(kind)} | {*options.NAMES, *options.SIZES}
    assert {k for k in keys if f"`{k}`" not in guide} == set()
    assert {p for p in PLACEHOLDERS if f"{{{p}}}" not in guide} == set()
