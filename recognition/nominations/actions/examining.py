"""What a file handed in really is, before it is kept: a picture that was drawn anew, or a PDF."""

import io
from dataclasses import dataclass
from datetime import date

from PIL import Image, ImageOps, UnidentifiedImageError

from recognition.hall.errors import Invalid

LARGEST = 25 * 1024 * 1024
PIXELS = 80_000_000
SIDE = 2_560
PDF, JPEG = "application/pdf", "image/jpeg"


@dataclass(frozen=True)
class Examined:
    """The bytes to keep, what they are, and what the picture told before its own data were dropped."""

    data: bytes
    media_type: str
    picture_hash: str | None = None
    taken_on: date | None = None


def examined(data: bytes, file_name: str) -> Examined:
    """The file as it is kept: pictures reduced to 2,560 px without their hidden data, PDF as they are.

    Raises Invalid on `file` for anything else, too large or broken.
    """
    if not data:
        raise _wrong(f"Tệp «{file_name}» trống. Anh/chị chọn lại tệp.")
    if len(data) > LARGEST:
        raise _wrong(f"Tệp «{file_name}» lớn hơn 25 MB. Anh/chị chụp hoặc quét lại với cỡ nhỏ hơn.")
    if data.startswith(b"%PDF-"):
        return Examined(data, PDF)
    return _picture(data, file_name)


def _picture(data: bytes, file_name: str) -> Examined:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > PIXELS:
                raise _wrong(f"Ảnh «{file_name}» quá lớn (trên 80 triệu điểm ảnh). Anh/chị thu nhỏ rồi tải lại.")
            taken = _taken(opened)
            drawn = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        raise _wrong(f"Tệp «{file_name}» không phải ảnh JPEG, PNG, WEBP hoặc PDF, hoặc đã hỏng. Anh/chị chọn tệp khác.") from None
    drawn.thumbnail((SIDE, SIDE))
    kept = io.BytesIO()
    drawn.save(kept, "JPEG", quality=88)
    return Examined(kept.getvalue(), JPEG, None, taken)


def _taken(picture: Image.Image) -> date | None:
    """The day a camera wrote, if it wrote one that is a day."""
    text = str(picture.getexif().get_ifd(0x8769).get(0x9003) or "")[:10]
    try:
        return date.fromisoformat(text.replace(":", "-"))
    except ValueError:
        return None


def _wrong(sentence: str) -> Invalid:
    return Invalid({"file": sentence})
