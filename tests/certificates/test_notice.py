"""Good-news sheets and quick looks: their sizes, what they refuse, and that the print's art is left alone."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from certificates import Refused, load_layout
from certificates.notice import Notice, draw_notice, notice_file
from certificates.quick_look import quick_look
from certificates.samples import sample

NOTICE = Notice(
    "Gương người tốt, việc tốt", "Nguyễn Thị Ngọc Ánh", "Đảng viên Chi bộ Phòng Kế hoạch – Tổng hợp", "Đã dũng cảm cứu hai học sinh đuối nước",
    "Được tặng Giấy khen theo Quyết định số 125-QĐ/ĐU ngày 05 tháng 11 năm 2026", "Đảng ủy các cơ quan tỉnh Long Giang", salutation="Đồng chí",
)  # fmt: skip


def photo(size=(300, 200), kind="JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (120, 150, 120)).save(out, kind)
    return out.getvalue()


@pytest.mark.proves("N30", "F14.05")
@pytest.mark.parametrize("shape", ("a3", "square"))
@pytest.mark.parametrize("border", ("wave", "suns", "lines"))
def test_both_shapes_are_drawn_with_every_border(shape, border):
    image = draw_notice(NOTICE, shape, border=border, dpi=40)
    assert image.size == ((468, 661) if shape == "a3" else (1080, 1080))


@pytest.mark.proves("N30", "F14.05")
def test_a_photo_changes_only_the_sheet_and_a_broken_one_is_refused():
    wide = photo()
    pictures = [draw_notice(NOTICE, "square", photo=each).tobytes() for each in (None, wide)]
    assert len(set(pictures)) == 2
    for broken in (b"khong phai anh", wide[:200]):
        with pytest.raises(Refused):
            draw_notice(NOTICE, "square", photo=broken)


@pytest.mark.parametrize(
    "wrong", (replace(NOTICE, story="Đã có thành tích " * 120), replace(NOTICE, name="Nguyễn " * 60)), ids=("a long story", "a long name")
)
def test_what_does_not_fit_is_refused_with_a_sentence(wrong):
    with pytest.raises(Refused) as found:
        draw_notice(wrong, "square")
    assert "dài quá" in found.value.sentence


def test_an_unknown_border_is_refused():
    with pytest.raises(Refused):
        draw_notice(NOTICE, border="hoa-mai")


def test_a_png_and_a_pdf_of_one_page():
    image = draw_notice(NOTICE, "a3", dpi=40)
    assert (notice_file(image, "PNG")[:4], notice_file(image, "PDF")[:5]) == (b"\x89PNG", b"%PDF-")


def test_a_quick_look_keeps_its_coarse_art_apart(tmp_path):
    layout = load_layout("hien-dai")
    with Image.open(io.BytesIO(quick_look(layout, sample(layout), dpi=60, cache=tmp_path))) as seen:
        assert seen.size == (702, 496)
    assert [path.name for path in tmp_path.iterdir()] == ["xem-nhanh"]
    assert len(list((tmp_path / "xem-nhanh").iterdir())) == 1
