"""Keeps drawn art on disk: so that a layout is drawn once and not once a batch, and so that a later program prints issued papers alike."""

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
    """Return the art of a layout at `dpi` as a JPEG file, drawing it only when it is not there yet.

    A layout with `kept_art` is never drawn: its art was put into the cache by `lay_art`. Raises Refused when it was not.
    """
    folder = cache_folder(cache)
    if layout.kept_art:
        path = _kept(layout.kept_art, dpi, folder)
    else:
        path = folder / f"art-{art_key(layout, dpi)}.jpg"
        if not path.is_file():
            _draw(layout, dpi, path)
    with Image.open(path) as image:
        return Art(path, image.width, image.height)


def draw_art(layout: Layout, cache: Path | None = None) -> bytes:
    """Return the art of a layout as it is printed, a JPEG file at 300 dpi, to be kept beside the papers issued with it."""
    return background(layout, BASE, cache).path.read_bytes()


def has_art(sha256: str, cache: Path | None = None) -> bool:
    """Whether kept art lies in the cache, whole."""
    path = _kept_path(sha256, cache_folder(cache))
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def lay_art(data: bytes, cache: Path | None = None) -> str:
    """Put kept art into the cache, where `background` finds it; its sha256. Raises Refused for a full disk."""
    sha256 = hashlib.sha256(data).hexdigest()
    _write(_kept_path(sha256, cache_folder(cache)), data)
    return sha256


def _kept_path(sha256: str, folder: Path) -> Path:
    return folder / f"kept-{sha256}.jpg"


def _kept(sha256: str, dpi: int, folder: Path) -> Path:
    whole = _kept_path(sha256, folder)
    if not whole.is_file():
        raise Refused("Không thấy hình nền đã giữ khi cấp giấy, nên không in lại được đúng tờ cũ; hãy báo người quản trị phục hồi từ bản sao lưu.")
    if dpi == BASE:
        return whole
    path = folder / f"kept-{sha256}-{dpi}.jpg"
    if not path.is_file():
        _write(path, _as_jpeg(_scaled(whole, dpi), dpi))
    return path


def _scaled(fine: Path, dpi: int) -> Image.Image:
    with Image.open(fine) as image:
        size = round(image.width * dpi / BASE), round(image.height * dpi / BASE)
        return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _draw(layout: Layout, dpi: int, path: Path) -> None:
    if dpi < BASE:
        image = _scaled(background(layout, BASE, path.parent).path, dpi)
    else:
        from certificates.art.design import draw  # drawing is not needed once the art is there

        image = draw(layout, dpi)
    _write(path, _as_jpeg(image, dpi))


def _as_jpeg(image: Image.Image, dpi: int) -> bytes:
    return as_file(image, "JPEG", quality=QUALITY, subsampling=0, optimize=True, dpi=(dpi, dpi))


def _write(path: Path, data: bytes) -> None:
    try:
        with safely(path) as file:
            file.write(data)
    except Refused as wrong:
        raise Refused(FULL) from wrong
