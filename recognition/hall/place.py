"""Where this installation keeps its files: the one folder of settings, evidence, keys, layouts, logs and backups."""

import os
from pathlib import Path

VARIABLE = "GUONG_SANG_DATA"


def folder() -> Path:
    """The data folder in use now: the sample's own while the sample is tried, so that nothing of it lies beside real files."""
    return Path(os.environ.get(VARIABLE) or "data").expanduser().resolve()


def use(path: Path) -> None:
    """From now on files lie in `path`; child processes are told by the same variable."""
    os.environ[VARIABLE] = str(path)
