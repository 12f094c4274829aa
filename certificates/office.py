"""The office's own things beside the bundled ones: fonts and emblems, each checked when it comes in.

They live under `GUONG_SANG_DATA`, in `fonts/` and `emblems/`; layouts name them by file name only, so that a layout
file from elsewhere can point at nothing else on this machine.
"""

import os
import re
from pathlib import Path

from certificates.errors import Refused
from certificates.faces import Face, add_face
from certificates.pictures import as_file, open_picture
from certificates.safe_file import safely

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}(\.png)?")
LEAST = 300
"""Fewest pixels of an emblem's height: at 22 mm and 300 dpi it has 260."""


def folder(kind: str) -> Path | None:
    """Return the folder of the office's `fonts` or `emblems`, or None when there is no data folder."""
    data = os.environ.get("GUONG_SANG_DATA")
    return Path(data) / kind if data else None


def _own(kind: str) -> Path:
    found = folder(kind)
    if found is None:
        raise Refused("Chưa đặt thư mục dữ liệu (GUONG_SANG_DATA) nên không lưu được; hãy báo người quản trị.")
    found.mkdir(parents=True, exist_ok=True)
    return found


def add_font(data: bytes, name: str) -> Face:
    """Check and keep the office's own font; raises Refused with a sentence."""
    return add_face(data, name, _own("fonts"))


def add_emblem(data: bytes, name: str) -> str:
    """Check a picture and keep it as an emblem, upright, in sRGB, with its transparency; returns the name for layouts.

    Raises Refused for a bad picture, a name with other signs than letters and figures, or too few pixels.
    """
    if not PLAIN.fullmatch(name):
        raise Refused("Tên biểu trưng chỉ gồm chữ không dấu, số và dấu gạch; hãy đặt tên khác.")
    picture = open_picture(data)
    if picture.height < LEAST:
        raise Refused(f"Ảnh biểu trưng chỉ cao {picture.height} điểm ảnh, in ra sẽ mờ; hãy dùng ảnh cao từ {LEAST} điểm ảnh.")
    file_name = f"{name.removesuffix('.png')}.png"
    with safely(_own("emblems") / file_name) as file:
        file.write(as_file(picture, "PNG"))
    return file_name


def emblem(name: str) -> Path:
    """Return the file of an emblem by name (or the path itself, when code gives a whole one); raises Refused."""
    found = Path(name)
    if not found.is_absolute():
        kept = folder("emblems")
        found = kept / name if kept and PLAIN.fullmatch(name) else Path("/khong-co")
    if not found.is_file():
        raise Refused("Không thấy tệp biểu trưng của mẫu; hãy tải lại biểu trưng.")
    return found
