"""How much one sign-in may upload in an hour: the server takes files into memory before any screen looks at them."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from intake.limits import LIMITS
from recognition.hall.rate import Rate

PLACE = "/_stcore/upload_file/"
_HOUR = 3_600.0
_TOO_MUCH = "Trong một giờ anh/chị đã tải lên quá nhiều. Anh/chị đợi ít phút rồi tải tiếp; những tệp đã tải vẫn còn."
_NO_LENGTH = "Yêu cầu tải lên thiếu độ dài nên bị từ chối."


class Allowance:
    """Bytes that each sign-in has sent within the last hour."""

    def __init__(self, most: int = LIMITS.session_bytes, clock: Callable[[], float] = time.monotonic) -> None:
        self._sent, self._clock = Rate(most, _HOUR), clock

    def admits(self, session: str, size: int) -> bool:
        """Whether so many more bytes are taken from this sign-in now; if so they are counted."""
        return self._sent.admits(session, self._clock(), size)


def refusal(scope: Scope, session: str, allowance: Allowance) -> Response | None:
    """The answer instead of an upload that is too much or does not say how long it is; None to go on, and for anything else."""
    if scope["method"] not in ("PUT", "POST") or not str(scope["path"]).startswith(PLACE):
        return None
    length = Headers(scope=scope).get("content-length", "")
    if not length.isdigit():
        return JSONResponse({"error": _NO_LENGTH}, status_code=411)
    return None if allowance.admits(session, int(length)) else JSONResponse({"error": _TOO_MUCH}, status_code=429)
