"""So many questions a minute from one address."""

from __future__ import annotations

import threading
import time
from collections import deque


class Rate:
    """So many questions a minute from one address; no more than needed is remembered."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._asked: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def admits(self, who: str, now: float | None = None) -> bool:
        """Whether one more question is answered now."""
        now = time.monotonic() if now is None else now
        with self._lock:
            if len(self._asked) > 10_000:
                self._asked = {key: times for key, times in self._asked.items() if times and now - times[-1] < 60}
            times = self._asked.setdefault(who, deque())
            while times and now - times[0] >= 60:
                times.popleft()
            if len(times) >= self.per_minute:
                return False
            times.append(now)
            return True
