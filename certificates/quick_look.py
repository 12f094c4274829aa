"""A picture of a layout that is being changed: its art drawn coarsely and apart from the kept one, so that it answers at once."""

from pathlib import Path

from certificates.art.store import art_key, cache_folder
from certificates.facts import Facts
from certificates.layout import Layout
from certificates.picture import render_image
from certificates.pictures import as_file
from certificates.safe_file import safely

KEPT = 40
"""Coarse art of so many layouts in the making is kept."""


def quick_look(layout: Layout, facts: Facts, *, dpi: int = 80, cache: Path | None = None) -> bytes:
    """Return one certificate as PNG for the screen; ornament drawn at `dpi` itself, not taken down from the print's.

    Raises Refused for a layout that cannot be drawn.
    """
    folder = cache_folder(cache_folder(cache) / "xem-nhanh")
    path = folder / f"art-{art_key(layout, dpi)}.jpg"
    if not path.is_file():
        _forget(folder)
        from certificates.art.design import draw  # drawing is not needed once the art is there

        image = draw(layout, dpi)
        with safely(path) as file:
            file.write(as_file(image, "JPEG", quality=88, subsampling=0, dpi=(dpi, dpi)))
    return render_image(layout, facts, dpi=dpi, cache=folder)


def _forget(folder: Path) -> None:
    """Let go of the oldest art, so that a long afternoon of colours does not fill the disk."""
    kept = sorted(folder.glob("art-*.jpg"), key=lambda path: path.stat().st_mtime)
    for path in kept[: max(len(kept) - KEPT, 0)]:
        path.unlink(missing_ok=True)
