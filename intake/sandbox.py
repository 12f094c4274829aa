"""A child process with limits: the only place with calls that Windows lacks, and their fallback.

On Windows there are no resource limits; the wall clock of the parent still holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from intake.errors import Refused
from intake.limits import Limits

try:
    import resource
except ImportError:  # Windows
    _HAS_LIMITS = False
else:
    _HAS_LIMITS = True

ROOT = Path(__file__).resolve().parent.parent
TOO_MUCH = "Tệp quá lớn hoặc quá phức tạp để đọc an toàn; anh/chị lưu lại tệp gọn hơn hoặc chia nhỏ rồi tải lên."
BROKEN = "Không đọc được tệp; tệp có thể đã hỏng. Anh/chị lưu lại tệp rồi tải lên lần nữa."
PROGRESS = "tiến độ: "
Progress = Callable[[int], None]
REFUSED, LIMIT, FAULT = 2, 3, 4
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")


def enter(memory: int, limits: Limits, written: int = 0) -> None:
    """Called by the child before it opens the file: bytes of memory, seconds of CPU, bytes it may write, no core."""
    if not _HAS_LIMITS:
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        soft, hard = resource.getrlimit(kind)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        if soft == resource.RLIM_INFINITY or soft > ceiling:
            with contextlib.suppress(ValueError, OSError):  # a limit that this system does not keep
                resource.setrlimit(kind, (ceiling, ceiling))


def run(arguments: list[str], limits: Limits, progress: Progress | None = None) -> Any:
    """The JSON that `python -m intake` with `arguments` prints as a limited child. Raises Refused."""
    return json.loads(output(arguments, limits, progress))


def output(arguments: list[str], limits: Limits, progress: Progress | None = None) -> bytes:
    """What the limited child prints. Raises Refused with its sentence, or with ours when it was stopped.

    `progress` is called in this thread with whole percents while the child works.
    """
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "intake", *arguments, "--limits", limits.to_json()]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as child:
        late = threading.Timer(limits.wall_seconds, child.kill)
        late.start()
        try:
            printed, complaint = _listen(child, progress)
        finally:
            late.cancel()
            child.kill()  # does nothing to a child that has ended
    if child.returncode == 0:
        return printed
    if child.returncode == REFUSED:
        raise Refused(complaint or BROKEN)
    stopped = child.returncode == LIMIT or child.returncode < 0  # by itself, or by a signal
    raise Refused(TOO_MUCH if stopped else BROKEN)


def _listen(child: subprocess.Popen[bytes], progress: Progress | None) -> tuple[bytes, str]:
    """All that the child prints, and its last line of complaint: above it a library may have written its own."""
    printed: list[bytes] = []
    if child.stdout is None or child.stderr is None:
        raise RuntimeError("the child has no pipes")
    drain = threading.Thread(target=lambda out: printed.append(out.read()), args=(child.stdout,))
    drain.start()
    last = ""
    for line in child.stderr:
        text = line.decode("utf-8", errors="replace").strip()
        if text.startswith(PROGRESS) and text[len(PROGRESS) :].isdigit():
            if progress:
                progress(int(text[len(PROGRESS) :]))
        elif text:
            last = text
    drain.join()
    child.wait()
    return b"".join(printed), last


def tell_progress(percent: int) -> None:
    """Called by the child."""
    sys.stderr.write(f"{PROGRESS}{percent}\n")
    sys.stderr.flush()
