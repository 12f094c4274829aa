"""Photos and PDF: what they are, when, how large, and that nothing of the old file goes on."""

import io
import random
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageDraw, ImageFilter

import intake
from intake.errors import Refused
from intake.evidence import Evidence, read_evidence, real_kind
from intake.fingerprint import SAME, as_number, distance, fingerprint, near_quarters, quarters, same_picture
from intake.limits import Limits
from tests.support.hostile_files import pdf, picture

FILES = Path(__file__).parent / "files"
GPS = 0x8825


def photo(size: tuple[int, int] = (400, 300), orientation: int = 1, kind: str = "JPEG", **options: object) -> bytes:
    """A photo of shapes with a camera's metadata."""
    made = scene(size)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.DateTime] = "2026:06:01 00:00:00"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:05:19 08:15:30"
    exif.get_ifd(GPS)[1] = "N"
    stream = io.BytesIO()
    made.save(stream, kind, exif=exif, **options)
    return stream.getvalue()


def scene(size: tuple[int, int] = (400, 300)) -> Image.Image:
    made = Image.new("RGB", (400, 300), "#88a0b8")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 200, 400, 300), fill="#3a5f2a")
    draw.ellipse((60, 60, 160, 160), fill="#ffd700")
    draw.polygon([(220, 200), (300, 80), (380, 200)], fill="#7a2f2f")
    return made.resize(size)


@pytest.mark.proves("F04.03", "N04")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_date_is_read_before_the_metadata_goes(kind):
    made = read_evidence(f"anh.{kind.lower()}", photo(kind=kind))

    kept = Image.open(io.BytesIO(made.data))
    assert (made.found, made.taken, made.width, made.height) == (kind, "2026-05-19 08:15:30", 400, 300)
    assert dict(kept.getexif()) == {}
    assert not {"exif", "icc_profile", "xmp", "comment", "photoshop"} & set(kept.info)
    assert b"2026:05:19" not in made.data


def test_an_iphone_photo_becomes_jpeg():
    made = read_evidence("IMG_0001.HEIC", (FILES / "photo.heic").read_bytes())

    assert (made.found, made.mime, made.width, made.height, made.taken) == (
        "HEIC",
        "image/jpeg",
        96,
        64,
        "2026-05-19 08:15:00",
    )


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (2560, 1920)), (6, (1920, 2560)), (3, (2560, 1920)), (8, (1920, 2560))]
)
def test_a_large_photo_is_turned_and_reduced(orientation, size):
    made = read_evidence("anh.jpg", photo((5_200, 3_900), orientation))

    kept = Image.open(io.BytesIO(made.data))
    assert (made.width, made.height) == kept.size == size


def test_a_turned_photo_stands_upright():
    upright = read_evidence("a.jpg", photo())
    turned = io.BytesIO()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # the camera was held on its side
    scene().rotate(90, expand=True).save(turned, "JPEG", exif=exif)

    made = read_evidence("b.jpg", turned.getvalue())

    assert (made.width, made.height) == (400, 300)
    assert same_picture(made.fingerprint, upright.fingerprint)


def test_80_million_points_pass_and_more_do_not():
    limits = Limits(picture_pixels=120_000)
    assert read_evidence("a.png", photo((400, 300), kind="PNG"), limits).width == 400
    with pytest.raises(Refused, match="điểm ảnh"):
        read_evidence("a.png", photo((401, 300), kind="PNG"), limits)


@pytest.mark.proves("N04")
@pytest.mark.parametrize(
    "change",
    [
        lambda im: im.resize((200, 150)),
        lambda im: im.resize((1_200, 900)),
        lambda im: im.convert("L").convert("RGB"),
        lambda im: im.filter(ImageFilter.GaussianBlur(2)),
        lambda im: im.point(lambda v: min(255, int(v * 1.15))),
        lambda im: im.crop((4, 3, 396, 297)),
    ],
)
def test_one_picture_used_twice_is_found(change):
    assert same_picture(fingerprint(scene()), fingerprint(change(scene())))


@pytest.mark.proves("N04")
def test_every_copy_shares_a_near_quarter_and_almost_no_other_picture_does():
    dice = random.Random(20261126)
    own = dice.getrandbits(64)
    near = set(near_quarters([f"{own:016x}"]))
    assert len(near) == 4 * 17

    def shared(other: int) -> bool:
        return not near.isdisjoint(quarters(f"{other:016x}"))

    for _ in range(2_000):
        copy = own
        for bit in dice.sample(range(64), dice.randrange(SAME + 1)):
            copy ^= 1 << bit
        assert shared(copy)
    assert sum(shared(dice.getrandbits(64)) for _ in range(10_000)) < 100


def test_other_pictures_are_other():
    other = scene().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert not same_picture(fingerprint(scene()), fingerprint(other))
    assert distance("ffffffffffffffff", "0000000000000000") == 64


@pytest.mark.parametrize(
    ("one", "number"), [("0000000000000000", 0), ("7fffffffffffffff", 2**63 - 1), ("8000000000000000", -(2**63)), ("ffffffffffffffff", -1), ("0f3a9bc0ffff0001", 0x0F3A9BC0FFFF0001)]
)
def test_a_fingerprint_is_a_signed_number_to_a_database(one, number):
    assert as_number(one) == number


def test_a_picture_of_one_colour_equals_none():
    flat = fingerprint(Image.new("RGB", (90, 80), "#123456"))
    assert flat is None
    assert not same_picture(flat, flat)


def test_what_shows_through_stays_png():
    made = read_evidence("a.png", picture("PNG", mode="LA"))
    opaque = read_evidence("a.png", picture("PNG", mode="RGBA"))
    assert (made.mime, opaque.mime) == ("image/jpeg", "image/jpeg")  # nothing shows through
    see_through = io.BytesIO()
    Image.new("RGBA", (60, 60), (255, 0, 0, 90)).save(see_through, "PNG")
    assert read_evidence("a.png", see_through.getvalue()).mime == "image/png"


def test_a_wrong_picture_suffix_is_noted_not_refused():
    assert read_evidence("zalo.jpg", picture("WEBP")).notes == ["Tệp mang đuôi .jpg nhưng thật ra là ảnh WEBP."]
    assert read_evidence("anh.jpeg", picture("JPEG")).notes == []


def test_a_pdf_is_kept_as_it_came():
    data = pdf(lambda writer: writer.add_metadata({"/CreationDate": "D:20260519081530+07'00'"}), pages=3)

    made = read_evidence("qd.pdf", data)

    assert (made.kind, made.mime, made.pages, made.taken) == ("pdf", "application/pdf", 3, "2026-05-19 08:15:30")
    assert made.data == data


@pytest.mark.parametrize(
    ("head", "kind"), [(b"GIF89a", None), (b"BM", None), (b"%PDF-1.7", "PDF"), (b"", None), (b"RIFF0000WAVE", None)]
)
def test_the_first_bytes_tell_the_kind(head, kind):
    assert real_kind(head) == kind


def test_the_app_gets_it_from_the_child(tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(photo())

    made = intake.check_evidence(path)

    assert made == read_evidence("anh.jpg", photo())
    assert Evidence.from_json(made.to_json(), made.data) == made
