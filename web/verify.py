"""`/xac-thuc` and the QR's paths: anybody compares a paper with the register, without sign-in."""

from __future__ import annotations

import importlib
import importlib.util
import threading
import time
from collections import deque
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.hall.errors import HallError, Invalid, NotFound
from web import origin, templates

_PER_MINUTE = 30
_LONGEST = 600


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


_rate = Rate(_PER_MINUTE)


def _ask(code: str) -> Any:
    """What the register says of a code or payload. Raises NotFound, Invalid."""
    if importlib.util.find_spec("recognition.issuing") is None:
        raise NotFound()
    module: Any = importlib.import_module("recognition.issuing.actions")
    return module.verify_code(code)


async def verify(request: Request) -> Response:
    """The form, and the answer when a code came with the path or the form. The code enters no log."""
    if request.method == "POST":
        code = (await templates.posted(request)).get("certificate", "")
    else:
        code = str(request.path_params.get("certificate", ""))
    code = code.strip()[:_LONGEST]
    words: dict[str, Any] = {"title": "Xác thực giấy khen", "typed": code if len(code) <= 40 else "", "found": None, "state": ""}
    if not code:
        return templates.page(request, "verify.html", **words)
    if not _rate.admits(origin.address(request.scope)):
        return templates.page(request, "verify.html", 429, **words, faults={"": "Từ máy này đã tra quá nhiều lần. Anh/chị đợi một phút rồi tra lại."})
    try:
        found = await run_in_threadpool(_ask, code)
    except NotFound:
        return templates.page(request, "verify.html", 404, **(words | {"state": "unknown"}))
    except Invalid as error:
        return templates.page(request, "verify.html", 422, **words, faults=error.fields)
    except HallError as error:
        return templates.page(request, "verify.html", 503, **words, faults={"": error.sentence})
    return templates.page(request, "verify.html", **(words | {"found": found, "state": str(found.state)}))
