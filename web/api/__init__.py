"""`/api/v1/…`: lists as JSON for other programs of the office, read with a key that a person made for them.

Nothing is written here, cookies open nothing, and what is seen is what the key's owner sees on the screens.
"""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid, NotAllowed, NotFound
from recognition.hall.paging import Page
from recognition.hall.rate import Rate
from web import origin
from web.api import terms
from web.api.lists import LISTS
from web.installation import house
from web.settings import VERSION

ROOT = "/api/v1"
SIZE, MOST = 50, 200
_by_key, _wrong = Rate(120), Rate(20)
_NO_KEY = "Cần khoá truy cập còn hiệu lực ở dòng tiêu đề «Authorization: Bearer KHOÁ». Khoá do người dùng cấp ở mục «Tài khoản của tôi»."
_TOO_OFTEN = "Đã hỏi quá nhiều lần. Đợi một phút rồi hỏi lại."
_STATUS: tuple[tuple[type[HallError], int], ...] = ((Invalid, 422), (NotAllowed, 403), (NotFound, 404))


def _fault(status: int, sentence: str, **more: object) -> JSONResponse:
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {"Retry-After": "60"} if status == 429 else None
    return JSONResponse({"error": sentence, **more}, status, headers)


async def index(_request: Request) -> JSONResponse:
    """What there is to read, without a key."""
    lists = {each.name: {"about": each.about, "href": f"{ROOT}/{each.name}"} for each in LISTS}
    return JSONResponse({"name": "Gương Sáng", "version": VERSION, "sample": house().sample, "description": f"{ROOT}/openapi.json", "lists": lists})


async def description(_request: Request) -> JSONResponse:
    """OpenAPI 3.1, made of the same table that the lists are."""
    return JSONResponse(terms.described(LISTS, ROOT, VERSION, SIZE, MOST))


def _reader(request: Request) -> Actor | None:
    """Whom the key of this request reads for."""
    scheme, _, words = request.headers.get("authorization", "").partition(" ")
    return accounts.reader(words.strip()) if scheme.lower() == "bearer" else None


async def _answer(request: Request, wanted: terms.Offered) -> Response:
    address = origin.address(request.scope)
    try:
        who = await run_in_threadpool(_reader, request)
        if who is None:
            return _fault(401, _NO_KEY) if _wrong.admits(address) else _fault(429, _TOO_OFTEN)
        if not _by_key.admits(str(who.account_id)):
            return _fault(429, _TOO_OFTEN)
        asked, page = terms.asked(wanted, request.query_params.multi_items(), SIZE, MOST)
        return JSONResponse(await run_in_threadpool(_page, wanted, who, asked, page))
    except HallError as error:
        status = next((number for kind, number in _STATUS if isinstance(error, kind)), 503)
        more = {"fields": error.fields} if isinstance(error, Invalid) else {}
        return _fault(status, error.sentence, **more)


def _page(wanted: terms.Offered, who: Actor, asked: dict[str, str], page: Page) -> dict[str, Any]:
    rows, total = wanted.find(who, asked, page)
    shown = [{value.name: terms.plain(value.of(row)) for value in wanted.values} for row in rows]
    return {"sample": house().sample, "total": total, "page": page.number, "size": page.limit, "rows": shown}


async def nothing(_request: Request) -> JSONResponse:
    """Any other address below."""
    return _fault(404, f"Không có danh sách này. Các danh sách có ở {ROOT}.")


def _route(wanted: terms.Offered) -> Route:
    async def answer(request: Request) -> Response:
        return await _answer(request, wanted)

    return Route(f"{ROOT}/{wanted.name}", answer, methods=["GET"])


ROUTES: tuple[BaseRoute, ...] = (Route(ROOT, index), Route(f"{ROOT}/openapi.json", description), *(_route(each) for each in LISTS), Route("/api/{rest:path}", nothing))
