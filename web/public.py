"""`/guong-sang`: recognised models and deeds that may be shown to everybody, and each one's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.hall.errors import NotFound
from web import templates

if TYPE_CHECKING:
    from recognition.issuing.terms import Published
    from recognition.thanks.terms import Shown

_PAGE = 20


def _published(words: str, offset: int) -> tuple[tuple[Published, ...], int]:
    """Published rows and how many there are."""
    from recognition.issuing import actions as issuing  # heavy: the server starts without it

    found = issuing.published(words, limit=_PAGE, offset=offset)
    return found.rows, found.total


def _wanted(request: Request) -> UUID:
    try:
        return UUID(str(request.path_params["id"]))
    except ValueError as error:
        raise NotFound() from error


def _one(wanted: UUID) -> Published:
    """The published example of an id. Raises NotFound."""
    from recognition.issuing import actions as issuing

    return issuing.published_one(wanted)


def _photo(wanted: UUID, small: bool) -> bytes:
    """The picture beside it. Raises NotFound."""
    from recognition.issuing import actions as issuing

    return issuing.published_photo(wanted, small=small)


def _thanks(ids: list[UUID]) -> dict[UUID, Shown]:
    """What the public reads under some examples: those with thanks or approved words."""
    from recognition.thanks import actions as thanks

    return thanks.public(ids)


async def story(request: Request) -> Response:
    """One example: who, what for, by which decision, its story, what was said in thanks; gone at once when it is withdrawn."""
    try:
        row = await run_in_threadpool(_one, _wanted(request))
        thanks = (await run_in_threadpool(_thanks, [row.id])).get(row.id)
    except NotFound:
        return templates.page(request, "story.html", 404, title="Gương sáng", row=None)
    return templates.page(request, "story.html", title=row.name, row=row, thanks=thanks, signed_in=hasattr(request.state, "sign_in"))


async def photo(request: Request) -> Response:
    """The picture beside an example, small for the list; gone at once when the example is withdrawn."""
    try:
        body = await run_in_threadpool(_photo, _wanted(request), request.path_params["size"] == "nho")
    except NotFound:
        return Response(status_code=404)
    return Response(body, media_type="image/jpeg")


async def published(request: Request) -> Response:
    """The list, searched by `tim`, by pages."""
    words = request.query_params.get("tim", "").strip()[:100]
    number = request.query_params.get("trang", "1")
    page = max(1, min(int(number), 10_000)) if number.isascii() and number.isdigit() else 1
    rows, total = await run_in_threadpool(_published, words, (page - 1) * _PAGE)
    pages = max(1, -(-total // _PAGE))
    thanks = await run_in_threadpool(_thanks, [row.id for row in rows]) if rows else {}
    return templates.page(request, "published.html", title="Gương sáng", rows=rows, total=total, words=words, page=page, pages=pages, thanks=thanks)
