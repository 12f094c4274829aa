"""Opens pictures that people bring (emblem, scan of a blank) safely: what it is, how large, then upright sRGB."""

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from certificates.errors import Refused

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP")
MOST_BYTES = 40 * 1024 * 1024
MOST_PIXELS = 80_000_000


def open_picture(source: Path | bytes) -> Image.Image:
    """Return a picture as upright RGBA in sRGB; raises Refused with a sentence for anything broken, huge or disguised."""
    try:
        data = source if isinstance(source, bytes) else _read(source)
    except OSError as wrong:
        raise Refused("Không đọc được tệp ảnh; hãy kiểm tra đường dẫn và quyền đọc.") from wrong
    if len(data) > MOST_BYTES:
        raise Refused("Tệp ảnh lớn hơn 40 MB; hãy thu nhỏ ảnh rồi chọn lại.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise Refused("Ảnh lớn hơn 80 triệu điểm ảnh; hãy thu nhỏ ảnh rồi chọn lại.")
            if getattr(image, "n_frames", 1) > 1:
                raise Refused("Tệp ảnh có nhiều hình; hãy chọn tệp chỉ có một hình.")
            return _upright(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as wrong:
        raise Refused("Ảnh lớn hơn 80 triệu điểm ảnh; hãy thu nhỏ ảnh rồi chọn lại.") from wrong
    except UnidentifiedImageError as wrong:
        raise Refused("Tệp này không phải ảnh PNG, JPEG, TIFF hoặc WebP; hãy chọn tệp khác.") from wrong
    except (OSError, SyntaxError, ValueError, EOFError, TypeError) as wrong:
        raise Refused("Ảnh bị hỏng hoặc tải lên chưa trọn; hãy lấy lại tệp gốc.") from wrong


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _upright(image: Image.Image) -> Image.Image:
    image.load()
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image) or image
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda v: v / 257).convert("L")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        image = _to_srgb(image, profile)
    if image.mode == "CMYK":
        image = image.convert("RGB")
    return image.convert("RGBA")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms  # only for pictures that carry a profile

    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return made or image


def as_file(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a picture as the bytes of a file: saved straight to a full disk, Pillow does not notice what was not taken."""
    whole = io.BytesIO()
    image.save(whole, kind, **options)
    return whole.getvalue()
