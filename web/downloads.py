"""`/tai-ve/<kind>/<id>`: files for whoever may have them. Rooms register how each kind is made.

    downloads.register("giay-khen", lambda who, id: (certificates.batch(who, id), "Giấy khen.pdf", "application/pdf"))
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound

#: (who, id) → (content or its path, file name, media type). Checks rights itself, through its action.
Maker = Callable[[Actor, UUID], tuple[bytes | Path, str, str]]

_makers: dict[str, Maker] = {}


def register(kind: str, maker: Maker) -> None:
    """From now on `/tai-ve/<kind>/<id>` answers with what `maker` makes. `kind` is ASCII with dashes."""
    _makers[kind] = maker


def kinds() -> tuple[str, ...]:
    """Every registered kind."""
    return tuple(sorted(_makers))


def disposition(name: str, *, inline: bool = False) -> str:
    """The header that gives a file its Vietnamese name (RFC 6266), whatever is in it."""
    tidy = "".join(" " if ord(letter) < 32 or letter in '"\\/' else letter for letter in name).strip() or "tep"
    plain = tidy.encode("ascii", "ignore").decode() or "tep"
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(tidy, safe='')}"


async def download(request: Request) -> Response:
    """The file, never stored by a browser or a proxy. Raises NotFound, NotAllowed and whatever the action says."""
    who = await run_in_threadpool(accounts.current, request.state.sign_in.session)
    if who is None:
        return RedirectResponse("/dang-nhap?vi=het-phien", status_code=303)
    maker = _makers.get(request.path_params["kind"])
    if maker is None:
        raise NotFound()
    try:
        wanted = UUID(request.path_params["id"])
    except ValueError as wrong:
        raise NotFound() from wrong
    content, name, media_type = await run_in_threadpool(maker, who, wanted)
    # only pictures and PDF may open in the browser, and only when asked
    inline = request.query_params.get("xem") == "1" and media_type in ("application/pdf", "image/png", "image/jpeg")
    headers = {"Content-Disposition": disposition(name, inline=inline), "Cache-Control": "private, no-store", "Content-Security-Policy": "sandbox"}
    if inline and media_type == "application/pdf":
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
    if isinstance(content, Path):
        return FileResponse(content, media_type=media_type, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
