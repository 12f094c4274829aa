"""A child process with limits: the only place with calls that Windows lacks, and their fallback.

On Windows there are no resource limits; the wall clock of the parent still holds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
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
            resource.setrlimit(kind, (ceiling, ceiling))


def run(arguments: list[str], limits: Limits) -> Any:
    """The JSON that `python -m intake` with `arguments` prints as a limited child. Raises Refused."""
    return json.loads(output(arguments, limits))


def output(arguments: list[str], limits: Limits) -> bytes:
    """What the limited child prints. Raises Refused with its sentence, or with ours when it was stopped."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "intake", *arguments, "--limits", limits.to_json()]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limits.wall_seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_MUCH) from error
    if done.returncode == 0:
        return done.stdout
    if done.returncode == REFUSED:
        lines = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise Refused(lines[-1] if lines else BROKEN)  # above it a library may have written its own complaint
    raise Refused(BROKEN if done.returncode == FAULT else TOO_MUCH)
