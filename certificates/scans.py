"""Finds the QR texts in what somebody brings: a photo, a scan, a PDF of ours, or the text itself."""

import re
from pathlib import Path

from PIL import Image

from certificates import qr
from certificates.errors import Refused
from certificates.pictures import MOST_BYTES, open_picture

SYMBOL = re.compile(rb"/Width (\d+)/Height (\d+)/ImageMask true/BitsPerComponent 1/Decode\[1 0\]/Length (\d+)>>\nstream\n")


def codes(what: str) -> list[str]:
    """Return every QR text in a file, or the argument itself when it is no file; raises Refused when there is none."""
    path = Path(what)
    if len(what) > 250 or not path.is_file():
        if Path(what).suffix and "/XM/" not in what.upper():
            raise Refused(f"Không có tệp «{what}»; hãy kiểm tra đường dẫn.")
        return [what]
    with path.open("rb") as file:
        data = file.read(MOST_BYTES * 4)
    found = _in_pdf(data) if data.startswith(b"%PDF") else _in_picture(data)
    if not found:
        raise Refused("Không thấy mã QR nào trong tệp này; hãy chụp lại thẳng, đủ sáng, lấy trọn ô vuông.")
    return found


def _in_picture(data: bytes) -> list[str]:
    image = open_picture(data)
    paper = Image.new("RGB", image.size, (255, 255, 255))
    paper.paste(image, (0, 0), image)
    return qr.read(paper)


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
