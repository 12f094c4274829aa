"""Long prints: each is one child process in a folder of its own; here they are started, asked after, stopped and cleared away.

Jobs live with this server: a screen that is opened anew finds its job, a server that is started anew finds none.
"""

import atexit
import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from recognition.hall import place
from recognition.hall.errors import Busy, Unavailable
from recognition.issuing.shop_terms import JobStanding, JobState, Printed

ROOT = Path(__file__).resolve().parents[2]
MOST = 2
"""How many children draw at the same time."""
KEPT_SECONDS = 3600
"""How long a finished file waits to be fetched."""
SAID = "said.txt"
_CROWDED = "Máy chủ đang dựng hai tệp in khác. Anh/chị đợi một tệp xong hoặc bấm Dừng tệp không cần nữa rồi dựng tệp này."
_DISK = "Không ghi được tệp tạm để in. Anh/chị báo người quản trị kiểm tra quyền ghi và dung lượng đĩa."
_DIED = "Việc dựng tệp bị ngắt giữa chừng, có thể vì máy chủ thiếu bộ nhớ. Chưa có tệp nào được tạo. Anh/chị bấm dựng lại."

#: Writes what the child needs into the folder; returns the plan of `recognition.issuing.press`.
Prepare = Callable[[Path], Mapping[str, Any]]


@dataclass(frozen=True)
class Wanted:
    """What is to be made: how many steps it has, the file's name and type, the papers whose print is to be logged."""

    total: int
    unit: str
    name: str
    media: str
    prepare: Prepare
    printed: Printed | None = None


@dataclass(frozen=True)
class Job:
    """One child at work, or its finished file."""

    id: UUID
    account: UUID
    place: str
    wanted: Wanted
    folder: Path
    child: "subprocess.Popen[bytes]"
    since: float

    @property
    def out(self) -> Path:
        """The finished file."""
        return self.folder / f"out{Path(self.wanted.name).suffix}"

    def standing(self) -> JobStanding:
        """How far it is."""
        done, said = _heard(self.folder / SAID)
        code, wanted = self.child.poll(), self.wanted
        state, sentence = JobState.RUNNING, ""
        if code == 0 and self.out.is_file():
            state, done = JobState.READY, wanted.total
        elif code is not None:
            state, sentence = JobState.FAILED, (said if code in (1, 2) and said else _DIED)
        size = self.out.stat().st_size if state is JobState.READY else 0
        return JobStanding(self.id, state, min(done, wanted.total), wanted.total, wanted.unit, sentence, size)


def _heard(file: Path) -> tuple[int, str]:
    """(papers drawn so far, the sentence of a refusal) from what a child has said: `done/total` of one file after another."""
    finished, current, said = 0, 0, ""
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else ():
        done, slash, total = line.strip().partition("/")
        if slash and done.isdigit() and total.isdigit():
            finished, current = (finished + int(total), 0) if done == total else (finished, int(done))
        elif line.strip() and not said.startswith("Lỗi:"):
            said = line.strip()
    return finished + current, said.removeprefix("Lỗi: ")


_jobs: dict[UUID, Job] = {}
_lock = threading.Lock()


def start(account: UUID, at: str, wanted: Wanted) -> Job:
    """Start a child for the place `at` of this person's screens; an earlier job of that place is stopped and cleared.

    Raises Busy when enough children work already, Unavailable when its folder cannot be written, and what `prepare` raises.
    """
    stop(account, at)
    _clear_old()
    id_ = uuid4()
    folder = _ground() / str(id_)
    try:
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        plan = wanted.prepare(folder)
        (folder / "plan.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        with _lock:
            if sum(job.child.poll() is None for job in _jobs.values()) >= MOST:
                raise Busy(_CROWDED)
            job = _jobs[id_] = Job(id_, account, at, wanted, folder, _child(folder), time.monotonic())
    except OSError as trouble:
        shutil.rmtree(folder, ignore_errors=True)
        raise Unavailable(_DISK) from trouble
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return job


def _child(folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, place.VARIABLE: str(place.folder()), "PYTHONIOENCODING": "utf-8"}
    with (folder / SAID).open("wb") as said:
        return subprocess.Popen(
            _command(folder), cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )  # fmt: skip


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "recognition.issuing.press", str(folder)]


def _ground() -> Path:
    return place.folder() / "printing"


def find(account: UUID, at: str) -> Job | None:
    """The job of this person at this place, or None."""
    with _lock:
        return next((job for job in _jobs.values() if (job.account, job.place) == (account, at)), None)


def get(account: UUID, id_: UUID) -> Job | None:
    """A job of this person by its id, or None."""
    with _lock:
        job = _jobs.get(id_)
    return job if job is not None and job.account == account else None


def stop(account: UUID, at: str) -> None:
    """Stop the child of this place, when there is one, and remove all that it wrote."""
    job = find(account, at)
    if job is not None:
        _end(job)


def wait(job: Job, progress: Callable[[int, int], None] | None = None) -> JobStanding:
    """Stay until a job has ended; its last standing."""
    while True:
        standing = job.standing()
        if progress is not None:
            progress(standing.done, standing.total)
        if standing.state is not JobState.RUNNING:
            return standing
        with contextlib.suppress(subprocess.TimeoutExpired):
            job.child.wait(0.2)


def _end(job: Job) -> None:
    with _lock:
        _jobs.pop(job.id, None)
    if job.child.poll() is None:
        job.child.terminate()
        try:
            job.child.wait(3)
        except subprocess.TimeoutExpired:
            job.child.kill()
            job.child.wait()
    shutil.rmtree(job.folder, ignore_errors=True)


def _clear_old() -> None:
    """Files that nobody fetched, and folders that a server left behind when it was switched off."""
    now = time.monotonic()
    for job in [job for job in _jobs.values() if job.child.poll() is not None and now - job.since > KEPT_SECONDS]:
        _end(job)
    known = {job.folder.name for job in _jobs.values()}
    for folder in _ground().glob("*") if _ground().is_dir() else ():
        if folder.name not in known and time.time() - folder.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


@atexit.register
def _end_all() -> None:
    """The server stops: so do its children."""
    for job in list(_jobs.values()):
        _end(job)
