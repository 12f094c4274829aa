"""So much within a stretch of time from one address or one sign-in: questions, or bytes."""

from __future__ import annotations

import threading
import time
from collections import deque


class Rate:
    """At most `most` (of questions, or of what `size` counts) within `seconds`; no more than needed is remembered."""

    def __init__(self, most: int, seconds: float = 60) -> None:
        self.most, self.seconds = most, seconds
        self._asked: dict[str, deque[tuple[float, int]]] = {}
        self._lock = threading.Lock()

    def admits(self, who: str, now: float | None = None, size: int = 1) -> bool:
        """Whether so much more is taken from `who` now; if so it is counted."""
        now = time.monotonic() if now is None else now
        with self._lock:
            if len(self._asked) > 10_000:
                self._asked = {key: times for key, times in self._asked.items() if times and now - times[-1][0] < self.seconds}
            times = self._asked.setdefault(who, deque())
            while times and now - times[0][0] >= self.seconds:
                times.popleft()
            if sum(taken for _, taken in times) + size > self.most:
                return False
            times.append((now, size))
            return True
