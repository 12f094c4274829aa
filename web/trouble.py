"""Pages for what goes wrong: one sentence, never a traceback, a number to find it in the log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from recognition.hall.errors import HallError, NotAllowed
from web import log, templates
from web.headers import PLAIN_POLICY, complete

_SENTENCES = {
    403: "Yêu cầu này bị từ chối. Anh/chị tải lại trang rồi làm lại.",
    404: "Không có trang này. Có thể đường dẫn bị chép thiếu, hoặc nội dung đã được gỡ.",
    405: "Trang này không nhận cách gửi như vậy.",
}


def _answer(scope: Scope, status: int, title: str, sentence: str, number: str = "") -> Response:
    body = templates.draw("trouble.html", title=title, sentence=sentence, number=number, path=str(scope.get("path", "")))
    answer = HTMLResponse(body, status_code=status, headers={"Content-Security-Policy": PLAIN_POLICY})
    complete(MutableHeaders(raw=answer.raw_headers), str(scope.get("path", "")), secure=scope.get("scheme") == "https")
    return answer


def on_trouble(scope: Scope, sentence: str) -> Response:
    """The database is not there: the same sentence everywhere; health says it to programs."""
    if scope["path"] == "/health":
        return JSONResponse({"status": "unavailable", "sentence": sentence}, status_code=503)
    answer = _answer(scope, 503, "Chưa dùng được", sentence)
    answer.headers["Retry-After"] = answer.headers["Refresh"] = "10"
    return answer


async def on_http(request: Request, error: Exception) -> Response:
    """404, 403 and their like."""
    assert isinstance(error, HTTPException)
    given = error.detail if error.status_code == 403 and error.detail != "Forbidden" else ""
    return _answer(request.scope, error.status_code, "Không mở được trang", given or _SENTENCES.get(error.status_code, _SENTENCES[403]))


async def on_hall(request: Request, error: Exception) -> Response:
    """What an action refused, in its own words."""
    assert isinstance(error, HallError)
    if isinstance(error, NotAllowed):
        log.log().warning("refused", path=request.url.path, method=request.method)
    status = {"NotFound": 404, "NotAllowed": 403, "Invalid": 422, "Unavailable": 503, "Busy": 503}.get(type(error).__name__, 409)
    return _answer(request.scope, status, "Chưa làm được", error.sentence)


async def on_error(request: Request, error: Exception) -> Response:
    """Everything else: logged with a number."""
    number = log.trouble(error, path=request.url.path, method=request.method)
    return _answer(request.scope, 500, "Có lỗi xảy ra", "Phần mềm gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên.", number)


def no_file(error: BaseException | None) -> str:
    """Why a file that was asked for is not made, in one sentence; None: its button belongs to a screen that is no longer kept."""
    if error is None:
        return "Nút này đã cũ. Anh/chị tải lại trang rồi bấm lại."
    if isinstance(error, HallError):
        return error.sentence
    number = log.trouble(error, where="file")
    return f"Chưa làm được tệp vì phần mềm gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Anh/chị đọc mã lỗi {number} cho người quản trị."


HANDLERS: Mapping[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {HTTPException: on_http, HallError: on_hall, Exception: on_error}
