"""Photos as evidence: what they really are, when they were taken, made smaller, nothing hidden inside.

Runs in the limited child process; the app calls `intake.check_evidence`.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from datetime import datetime

import pi_heif
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from intake.errors import Refused
from intake.evidence import Evidence
from intake.fingerprint import fingerprint
from intake.limits import LIMITS, Limits

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
NAMES = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "HEIC"}
BROKEN = "Ảnh đã hỏng hoặc chưa tải xong; anh/chị chọn lại ảnh gốc rồi tải lên."
QUALITY = 85

pi_heif.register_heif_opener()


def read_picture(data: bytes, limits: Limits = LIMITS) -> Evidence:
    """The photo in `data`, re-encoded without metadata, its longer side at most `limits.picture_side` pixels.

    Raises Refused.
    """
    Image.MAX_IMAGE_PIXELS = limits.picture_pixels
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged metadata is dropped anyway
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _read(data, limits)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_large(limits) from error
        except UnidentifiedImageError as error:
            raise Refused(BROKEN) from error
        except (
            OSError,
            ValueError,
            SyntaxError,
            TypeError,
            KeyError,
            IndexError,
            EOFError,
            RuntimeError,
            AttributeError,
            ArithmeticError,
        ) as error:
            raise Refused(BROKEN) from error


def _too_large(limits: Limits) -> Refused:
    return Refused(f"Ảnh lớn hơn {limits.picture_pixels // 1_000_000} triệu điểm ảnh; anh/chị thu nhỏ ảnh rồi tải lên.")


def _read(data: bytes, limits: Limits) -> Evidence:
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        width, height = picture.size
        if width * height > limits.picture_pixels:
            raise _too_large(limits)
        if min(width, height) < 16:
            raise Refused("Ảnh quá nhỏ để làm minh chứng; anh/chị chọn ảnh khác.")
        kind = NAMES.get(picture.format or "", "")
        taken = _taken(picture)
        profile = picture.info.get("icc_profile")
        if kind == "JPEG":
            picture.draft(
                picture.mode if picture.mode in ("L", "RGB") else "", (limits.picture_side, limits.picture_side)
            )
        picture.load()
        small = _reduced(picture, limits.picture_side)
    flat = _plain(_true_colours(small, profile))
    encoded, mime = _encode(flat)
    return Evidence(
        kind="picture",
        found=kind,
        mime=mime,
        width=flat.width,
        height=flat.height,
        taken=taken,
        fingerprint=fingerprint(flat),
        data=encoded,
    )


def _taken(picture: Image.Image) -> str | None:
    """When the photo was taken, by the camera's local clock, as ISO text; None when it does not say."""
    with contextlib.suppress(Exception):
        exif = picture.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        for told in (
            inner.get(ExifTags.Base.DateTimeOriginal),
            inner.get(ExifTags.Base.DateTimeDigitized),
            exif.get(ExifTags.Base.DateTime),
        ):
            with contextlib.suppress(ValueError, TypeError):
                moment = datetime.strptime(str(told).strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the camera's local clock
                if 1990 <= moment.year <= 2200:
                    return moment.isoformat(sep=" ")
    return None


def _reduced(picture: Image.Image, side: int) -> Image.Image:
    """Made smaller before it is turned, so that a large photo is never held twice."""
    work = picture
    if work.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        work = work.convert("I").point(lambda value: value / 256).convert("L")
    elif work.mode == "P" or (work.mode == "1"):
        work = work.convert("RGBA" if "transparency" in work.info else ("L" if work.mode == "1" else "RGB"))
    if max(work.size) > side:
        scale = side / max(work.size)
        size = (max(1, round(work.width * scale)), max(1, round(work.height * scale)))
        small = work.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        small.info["exif"] = picture.info.get("exif", b"")
        orientation = picture.getexif().get(ExifTags.Base.Orientation)
        if orientation:
            small.getexif()[ExifTags.Base.Orientation] = orientation
        work = small
    return ImageOps.exif_transpose(work)


def _true_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours of a phone's own profile as sRGB; a damaged profile is passed over."""
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    with contextlib.suppress(Exception):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        made = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        return made or picture
    return picture


def _plain(picture: Image.Image) -> Image.Image:
    """Pixels only: a new picture in RGB, RGBA or L that knows nothing of the old one."""
    mode = picture.mode if picture.mode in ("L", "RGB") else ("RGBA" if "A" in picture.mode else "RGB")
    turned = picture.convert(mode)
    if mode == "RGBA" and turned.getchannel("A").getextrema() == (255, 255):
        turned = turned.convert("RGB")
    clean = Image.new(turned.mode, turned.size)
    clean.paste(turned)
    return clean


def _encode(picture: Image.Image) -> tuple[bytes, str]:
    """JPEG, or PNG where something shows through."""
    stream = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(stream, "PNG", optimize=False)
        return stream.getvalue(), "image/png"
    picture.save(stream, "JPEG", quality=QUALITY, progressive=True)
    return stream.getvalue(), "image/jpeg"
