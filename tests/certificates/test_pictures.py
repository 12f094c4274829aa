import io

import pytest
from PIL import Image, ImageCms

from certificates import Refused, qr, render_image
from certificates.pictures import open_picture


def made(mode: str = "RGB", size: tuple[int, int] = (60, 40), kind: str = "PNG", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1 if mode in ("1", "I;16") else None).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(("mode", "kind"), (("RGB", "PNG"), ("RGBA", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("LA", "PNG"), ("1", "TIFF"), ("I;16", "PNG"), ("RGB", "WEBP")))
def test_every_common_kind_of_picture_becomes_the_same_kind(mode, kind):
    picture = open_picture(made(mode, kind=kind))
    assert (picture.mode, picture.size) == ("RGBA", (60, 40))


def test_a_turned_photo_is_set_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert open_picture(made(kind="JPEG", exif=exif)).size == (40, 60)


def test_a_colour_profile_is_carried_over():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert open_picture(made(icc_profile=profile)).mode == "RGBA"
    assert open_picture(made(icc_profile=b"broken")).mode == "RGBA"


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    return out.getvalue()


def animated() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "TIFF", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
    return out.getvalue()


@pytest.mark.parametrize(("data", "said"), (
    (b"", "không phải ảnh"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh"),
    (b"%PDF-1.4 disguised", "không phải ảnh"),
    (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "không phải ảnh"),
    (made(kind="GIF"), "không phải ảnh"),
    (made(size=(900, 900), kind="JPEG")[:3000], "hỏng"),
    (made(size=(900, 900))[:900], "hỏng"),
    (bomb(), "80 triệu"),
    (animated(), "nhiều hình"),
    (b"\x89PNG" + b"0" * (41 * 1024 * 1024), "40 MB"),
))
def test_a_bad_picture_is_refused_in_one_sentence(data, said):
    with pytest.raises(Refused) as refused:
        open_picture(data)
    assert said in refused.value.sentence


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused):
        open_picture(tmp_path / "khong-co.png")


@pytest.mark.parametrize(("kind", "dpi", "size"), (("PNG", 150, (1754, 1240)), ("JPEG", 150, (1754, 1240)), ("PNG", 75, (877, 620)), ("JPEG", 200, (2339, 1654))))
def test_one_certificate_as_a_picture_has_its_size_and_resolution(layout, facts, kind, dpi, size):
    picture = Image.open(io.BytesIO(render_image(layout, facts, dpi=dpi, format=kind)))
    assert (picture.format, picture.size) == (kind, size)
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)


@pytest.mark.proves("F10.01")
def test_the_code_of_a_picture_sent_by_chat_can_be_read(layout, signed_facts):
    picture = Image.open(io.BytesIO(render_image(layout, signed_facts, dpi=150, format="JPEG")))
    assert qr.read(picture) == [signed_facts.verify_url]


@pytest.mark.proves("F09.03")
def test_the_blank_is_a_pale_ghost_under_the_words(layout, facts):
    scan = made(size=(1754, 1240))
    picture = Image.open(io.BytesIO(render_image(layout, facts, dpi=75, overprint=True, ghost=scan)))
    assert picture.getpixel((5, 5))[0] in range(90, 140)
    plain = Image.open(io.BytesIO(render_image(layout, facts, dpi=75, overprint=True)))
    assert plain.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(("dpi", "kind"), ((10, "PNG"), (5000, "PNG"), (150, "GIF")))
def test_other_pictures_are_refused(layout, facts, dpi, kind):
    with pytest.raises(Refused):
        render_image(layout, facts, dpi=dpi, format=kind)
