"""Damaged inputs end in a reading or in one sentence, never in an unhandled error."""

import random
import subprocess
import sys

import pytest

import intake
from tests.support.fuzz import fault, mutated, seeds


def outcome(check, path) -> bool:
    """Whether the file was read, or refused with a sentence."""
    try:
        check(path)
    except intake.Refused as no:
        return no.sentence.endswith(".") and "\n" not in no.sentence
    return True


def run(first: int, count: int) -> str:
    command = [sys.executable, "-m", "tests.support.fuzz", str(first), str(count)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(seed):
    chance = random.Random(seed)
    assert fault(*mutated(chance, *chance.choice(seeds()))) is None


@pytest.mark.prove
@pytest.mark.proves("F12.01")
def test_a_thousand_damaged_files_in_one_limited_worker():
    assert run(1_000, 1_000) == "1000 inputs, 0 faults\n"


@pytest.mark.prove
def test_fifty_damaged_files_in_fresh_workers(tmp_path):
    good = seeds()
    for seed in range(50):
        chance = random.Random(seed)
        name, data = mutated(chance, *chance.choice(good))
        path = tmp_path / f"{seed}-{name}"
        path.write_bytes(data)
        check = (
            intake.read if path.suffix in (".xlsx", ".xls", ".docx", ".csv", ".tsv", ".txt") else intake.check_evidence
        )
        assert outcome(check, path)


@pytest.mark.night
def test_twenty_thousand_damaged_files():
    assert run(100_000, 20_000) == "20000 inputs, 0 faults\n"
