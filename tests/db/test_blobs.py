"""Evidence files: named by their content, written once, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from db import blobs, durable, errors


def test_what_goes_in_comes_out_under_its_own_hash(tmp_path):
    data = "Biên bản họp chi bộ".encode()
    sha256 = blobs.put(tmp_path, data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert blobs.get(tmp_path, sha256) == data
    assert blobs.path(tmp_path, sha256) == tmp_path / sha256[:2] / sha256[2:4] / sha256
    assert [path.name for path in blobs.every(tmp_path)] == [sha256]


def test_the_same_bytes_are_one_file_never_written_twice(tmp_path):
    sha256 = blobs.put(tmp_path, b"x")
    before = blobs.path(tmp_path, sha256).stat()
    assert blobs.put(tmp_path, b"x") == sha256
    after = blobs.path(tmp_path, sha256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_spoiled_file_is_told_and_mended_by_the_same_bytes(tmp_path):
    sha256 = blobs.put(tmp_path, b"x")
    path = blobs.path(tmp_path, sha256)
    path.chmod(0o600)
    path.write_bytes(b"y")
    with pytest.raises(errors.Corrupt, match="minh chứng"):
        blobs.get(tmp_path, sha256)
    blobs.put(tmp_path, b"x")
    assert blobs.get(tmp_path, sha256) == b"x"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../../etc/passwd",
        "a" * 63,
        "A" * 64,
        "g" * 64,
        "a" * 64 + "\n",
        "/" + "a" * 63,
        "a" * 32 + "\0" + "a" * 31,
        "٣" * 64,
    ],
)
def test_only_a_hash_is_a_name(tmp_path, name):
    for reach in (blobs.path, blobs.get):
        with pytest.raises(ValueError, match="sha256"):
            reach(tmp_path, name)


def test_an_unknown_file_is_a_key_error(tmp_path):
    with pytest.raises(KeyError):
        blobs.get(tmp_path, "a" * 64)


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, errors.DiskFull), (errno.EACCES, errors.Unavailable)])
def test_a_disk_that_does_not_take_it_leaves_nothing(tmp_path, monkeypatch, number, error):
    def fail(_):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(error) as refused:
        blobs.put(tmp_path, b"x")
    assert type(refused.value) is error
    assert "gửi lại tệp" in refused.value.sentence
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_many_at_once_with_the_same_paper(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(lambda n: blobs.put(tmp_path, b"same %d" % (n % 3)), range(48)))
    assert names == {path.name for path in blobs.every(tmp_path)}
    assert list(tmp_path.rglob("*.part")) == []


def test_parts_left_by_a_crash_are_passed_over(tmp_path):
    sha256 = blobs.put(tmp_path, b"x")
    blobs.path(tmp_path, sha256).with_name(sha256 + ".abc.part").write_bytes(b"half")
    assert [path.name for path in blobs.every(tmp_path)] == [sha256]


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "a" / "b"
    durable.write(target, b"old")
    with pytest.raises(ZeroDivisionError), durable.writing(target) as handle:
        handle.write(b"new, but")
        raise ZeroDivisionError
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["b"]
