"""Keeps drawn art on disk, so that a layout is drawn once and not once a batch."""

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image

from certificates.errors import Refused
from certificates.layout import Layout
from certificates.office import emblem
from certificates.pictures import as_file
from certificates.safe_file import safely

DRAWN = 7
"""Goes up when any ornament is drawn differently; the cache then draws anew."""
QUALITY = 86
FULL = "Không ghi được hình nền vào thư mục đệm; hãy kiểm tra chỗ trống trên đĩa và quyền ghi thư mục dữ liệu."
BASE = 300
"""Art is drawn at this resolution or finer; coarser pictures are taken down from it."""


@dataclass(frozen=True, slots=True)
class Art:
    """A drawn page on disk, in pixels."""

    path: Path
    width: int
    height: int


def cache_folder(given: Path | None = None) -> Path:
    """Return where art is kept: as given, else under GUONG_SANG_DATA, else in the machine's temporary folder."""
    data = os.environ.get("GUONG_SANG_DATA")
    folder = given or (Path(data) / "cache" if data else Path(tempfile.gettempdir()) / "guong-sang-cache")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise Refused(FULL) from wrong
    return folder


def art_key(layout: Layout, dpi: int) -> str:
    """Return a name that changes whenever the drawn art would."""
    known = {
        "page": asdict(layout.page), "colours": dict(layout.colours), "art": dict(layout.art),
        "emblem": asdict(layout.emblem) if layout.emblem else None, "dpi": dpi, "drawn": DRAWN,
    }
    digest = hashlib.sha256(json.dumps(known, sort_keys=True).encode())
    if layout.emblem and layout.emblem.picture:
        digest.update(emblem(layout.emblem.picture).read_bytes())
    return digest.hexdigest()[:32]


def background(layout: Layout, dpi: int, cache: Path | None = None) -> Art:
    """Return the art of a layout at `dpi` as a JPEG file, drawing it only when it is not there yet."""
    path = cache_folder(cache) / f"art-{art_key(layout, dpi)}.jpg"
    if not path.is_file():
        _draw(layout, dpi, path)
    with Image.open(path) as image:
        return Art(path, image.width, image.height)


def _draw(layout: Layout, dpi: int, path: Path) -> None:
    if dpi < BASE:
        with Image.open(background(layout, BASE, path.parent).path) as fine:
            size = round(fine.width * dpi / BASE), round(fine.height * dpi / BASE)
            image = fine.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    else:
        from certificates.art.design import draw  # drawing is not needed once the art is there

        image = draw(layout, dpi)
    made = as_file(image, "JPEG", quality=QUALITY, subsampling=0, optimize=True, dpi=(dpi, dpi))
    try:
        with safely(path) as file:
            file.write(made)
    except Refused as wrong:
        raise Refused(FULL) from wrong
