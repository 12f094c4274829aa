"""Facts and a shared art cache for the print shop's tests."""

from dataclasses import replace
from pathlib import Path

import pytest

from certificates import Facts, keygen, load_layout, signed
from certificates.__main__ import parser
from certificates.commands import run
from certificates.samples import sample

BASE = "https://guongsang.longgiang.vn"


@pytest.fixture(scope="session", autouse=True)
def art_cache(tmp_path_factory: pytest.TempPathFactory):
    """Draw each design's art once for the whole run."""
    folder = tmp_path_factory.mktemp("guong-sang")
    patch = pytest.MonkeyPatch()
    patch.setenv("GUONG_SANG_DATA", str(folder))
    patch.delenv("GUONG_SANG_PUBLIC_URL", raising=False)
    yield folder / "cache"
    patch.undo()


@pytest.fixture(scope="session")
def layout():
    """The Party design."""
    return load_layout("dang-uy")


@pytest.fixture
def facts(layout) -> Facts:
    """An ordinary certificate, not stamped."""
    return replace(sample(layout), stamp=None, code="ABCD-EFGH-IJKL-MNOP")


@pytest.fixture(scope="session")
def key() -> tuple[bytes, bytes, str]:
    """A signing key: private PEM, public PEM, key id."""
    return keygen()


@pytest.fixture
def signed_facts(facts, key) -> Facts:
    """The ordinary certificate, signed."""
    return signed(facts, key[0], BASE)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a test prints to."""
    return tmp_path / "giay-khen.pdf"


def command(*words: object) -> int:
    """What `python -m certificates` with these words leaves with."""
    return run(parser().parse_args([str(word) for word in words]))
