"""Ornament that an earlier test has drawn, lent to tests with data folders of their own: drawing takes longer than all the rest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lent(kept: Path, data: Path) -> Iterator[None]:
    """The art in `kept` is in the cache of `data` while the block lasts; what it draws besides is kept for the next."""
    cache = data / "cache"
    shutil.copytree(kept, cache, dirs_exist_ok=True)
    yield
    for drawn in cache.glob("art-*.jpg"):
        shutil.copyfile(drawn, kept / drawn.name)
