"""Files that lie, break or attack are refused with one sentence; good ones of the same kinds pass."""

import resource
import subprocess
import sys

import pytest

import intake
from intake.engine import read_bytes
from intake.errors import Refused
from intake.evidence import read_evidence
from tests.support.expected import TODAY
from tests.support.hostile_files import bad_evidence, bad_lists, good_evidence, good_lists, long_list

BAD_LISTS, GOOD_LISTS = list(bad_lists()), list(good_lists())
BAD_EVIDENCE, GOOD_EVIDENCE = list(bad_evidence()), list(good_evidence())


def one_sentence(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and text.endswith(".") and "!" not in text and len(text) < 300


def test_there_are_enough_of_each():
    assert len(BAD_LISTS) + len(BAD_EVIDENCE) >= 200
    assert len(GOOD_LISTS) + len(GOOD_EVIDENCE) >= 50


@pytest.mark.proves("F12.01")
@pytest.mark.parametrize(("name", "data"), [case[1:] for case in BAD_LISTS], ids=[case[0] for case in BAD_LISTS])
def test_a_bad_list_is_refused_with_one_sentence(name, data):
    with pytest.raises(Refused) as no:
        read_bytes(name, data, today=TODAY)
    assert one_sentence(no.value.sentence)


@pytest.mark.parametrize(("name", "data"), [case[1:] for case in GOOD_LISTS], ids=[case[0] for case in GOOD_LISTS])
def test_a_good_list_is_accepted(name, data):
    reading = read_bytes(name, data, today=TODAY)
    assert reading.rows or reading.not_data


@pytest.mark.proves("F04.03")
@pytest.mark.parametrize(("name", "data"), [case[1:] for case in BAD_EVIDENCE], ids=[case[0] for case in BAD_EVIDENCE])
def test_bad_evidence_is_refused_with_one_sentence(name, data):
    with pytest.raises(Refused) as no:
        read_evidence(name, data)
    assert one_sentence(no.value.sentence)


@pytest.mark.parametrize(
    ("name", "data"), [case[1:] for case in GOOD_EVIDENCE], ids=[case[0] for case in GOOD_EVIDENCE]
)
def test_good_evidence_is_accepted(name, data):
    assert read_evidence(name, data).data


@pytest.mark.prove
def test_25000_rows_pass_and_one_more_does_not():
    assert len(read_bytes("du.csv", long_list(25_000), today=TODAY).rows) == 25_000
    with pytest.raises(Refused, match="hơn 25000 dòng"):
        read_bytes("du.csv", long_list(25_001), today=TODAY)


def test_the_apps_memory_stays_where_it_was(tmp_path):
    """Bombs burst in the child; the parent grows by less than 50 MB."""
    bombs = [case for case in BAD_LISTS if "bomb" in case[0] or "rows" in case[0]][:6]
    paths = []
    for number, (_, name, data) in enumerate(bombs):
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(data)
        paths.append(str(path))
    code = (
        "import resource, sys, intake\n"
        "from pathlib import Path\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for name in sys.argv[1:]:\n"
        "    try: intake.read(Path(name)); raise SystemExit('accepted ' + name)\n"
        "    except intake.Refused: pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50 * 1024


def test_a_file_that_needs_more_than_the_limits_is_stopped(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_bytes(long_list(25_000))
    with pytest.raises(Refused) as no:
        intake.read(path, limits=intake.Limits(list_memory=60 * 1024 * 1024))
    assert one_sentence(no.value.sentence)
    with pytest.raises(Refused):
        intake.read(
            path, limits=intake.Limits(wall_seconds=1, cpu_seconds=1, rows=25_000, list_memory=40 * 1024 * 1024)
        )


def test_this_process_has_no_limits_of_its_own():
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
