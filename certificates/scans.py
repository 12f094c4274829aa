"""Finds the QR texts in what somebody brings: a photo, a scan, a PDF of ours, or the text itself."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageFilter, ImageOps

from certificates import qr
from certificates.errors import Refused
from certificates.pictures import MOST_BYTES, open_picture

SCANNED = re.compile(rb"stream\r?\n(\xff\xd8\xff.*?)\r?\n?endstream", re.DOTALL)
"""A page that a scanner put into a PDF as JPEG."""
MENDED: tuple[Callable[[Image.Image], Image.Image], ...] = (
    lambda grey: grey,
    lambda grey: ImageOps.autocontrast(grey, cutoff=1),
    lambda grey: ImageOps.autocontrast(grey.filter(ImageFilter.GaussianBlur(1.0)), cutoff=1),
    lambda grey: ImageOps.autocontrast(grey.filter(ImageFilter.UnsharpMask(4, 300, 0)), cutoff=1),
)
"""What is tried in turn with a photo: as it is, in bad light, with noise, out of focus."""
SYMBOL = re.compile(rb"/Width (\d+)/Height (\d+)/ImageMask true/BitsPerComponent 1/Decode\[1 0\]/Length (\d+)>>\nstream\n")


def codes(what: str) -> list[str]:
    """Return every QR text in a file, or the argument itself when it is no file; raises Refused when there is none."""
    path = Path(what)
    if len(what) > 250 or not path.is_file():
        is_address = "/XM/" in what.upper()
        if not what.strip() or (not is_address and (path.suffix or "/" in what or "\\" in what)) or (len(what) <= 250 and path.is_dir()):
            raise Refused(f"Không có tệp «{what}»; hãy kiểm tra đường dẫn.")
        return [what]
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES * 4)
    except OSError as wrong:
        raise Refused(f"Không đọc được tệp «{path.name}»; hãy kiểm tra đường dẫn và quyền đọc.") from wrong
    found = _in_pdf(data) or _in_scanned_pdf(data) if data.startswith(b"%PDF") else _in_picture(data)
    if not found:
        raise Refused("Không thấy mã QR nào trong tệp này; hãy chụp lại thẳng, đủ sáng, lấy trọn ô vuông.")
    return found


def _in_picture(data: bytes) -> list[str]:
    image = open_picture(data)
    paper = Image.new("RGB", image.size, (255, 255, 255))
    paper.paste(image, (0, 0), image)
    grey = paper.convert("L")
    return next((found for mend in MENDED if (found := qr.read(mend(grey)))), [])


def _in_pdf(data: bytes) -> list[str]:
    """Read the stencils of the QR symbols of a PDF that this press has printed."""
    found: list[str] = []
    for match in SYMBOL.finditer(data):
        wide, high, size = (int(part) for part in match.groups())
        if wide != high or size != high * ((wide + 7) // 8):
            continue
        symbol = Image.frombytes("1", (wide, high), data[match.end() : match.end() + size])
        page = Image.new("L", ((wide + 8) * 4, (high + 8) * 4), 255)
        page.paste(0, (16, 16), symbol.resize((wide * 4, high * 4), Image.Resampling.NEAREST))
        found += qr.read(page)
    return found


def _in_scanned_pdf(data: bytes) -> list[str]:
    """Read the JPEG pages of a PDF that a scanner has made."""
    found: list[str] = []
    for match in SCANNED.finditer(data):
        with suppress(Refused):
            found += _in_picture(match[1])
    return found
