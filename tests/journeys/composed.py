"""Whether the sample that ships with the program can be unpacked in seconds."""

import pytest

from db import archive, schema
from recognition.sample.actions import ARCHIVE


def or_skip() -> None:
    """Skip, with the sentence that says what to do, while the archive is older than the newest migration."""
    if archive.read_manifest(ARCHIVE).schema != max(step.number for step in schema.steps("duckdb")):
        pytest.skip("The sample's archive is older than the newest migration, so that it would be composed for minutes: make it anew by `just sample`.")
