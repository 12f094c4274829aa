"""The gate before everything: who comes with which cookie, and what may be reached without one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from recognition.accounts.actions import Live
from recognition.hall.errors import HallError
from web import origin, uploads, warming

ACCOUNT_HEADER, SESSION_HEADER = b"x-gs-account", b"x-gs-session"
#: Never believed from outside, whatever is in front of us.
IDENTITY_HEADERS = frozenset({ACCOUNT_HEADER, SESSION_HEADER, b"x-streamlit-user", b"x-forwarded-user", b"x-remote-user"})
SIGN_IN, SET_UP, NEW_PASSWORD = "/dang-nhap", "/thiet-lap", "/doi-mat-khau"
#: Open to everybody. Ending in "/": all below.
PUBLIC = (
    SIGN_IN, f"{SIGN_IN}/", "/ma-mot-lan", "/dang-xuat", "/xac-thuc", "/xac-thuc/", "/v/", "/V/", "/xm/", "/XM/", "/guong-sang", "/guong-sang/", "/health",
    "/tai-nguyen/", "/static/", "/_stcore/health", "/_stcore/host-config", "/api/", "/favicon.png", "/favicon.ico", "/manifest.json", "/robots.txt",
)
#: Closed to everybody: nothing of ours uses them.
CLOSED = ("/_stcore/metrics", "/_stcore/agent/", "/_stcore/script-health-check", "/auth/", "/oauth2callback", "/app/static/")
#: What a person with a one-time code may reach before choosing a password.
BEFORE_PASSWORD = (NEW_PASSWORD, "/dang-xuat", "/tai-nguyen/", "/static/", "/health", "/_stcore/health")
#: Paths with more than one part that mean something; any other is answered 404, not with the screens' shell.
DEEP = (
    "/static/", "/tai-nguyen/", "/tai-ve/", "/_stcore/", "/media/", "/component/", "/xac-thuc/", "/v/", "/V/", "/xm/", "/XM/", "/guong-sang/",
    "/dang-nhap/", "/thiet-lap/", "/bo-phieu/", "/phong-hop/", "/api/",
)


class House(Protocol):
    """What the gate asks of the installation."""

    @property
    def trouble(self) -> str | None:
        """Why nothing works now, as a sentence."""
        ...

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which people may reach us; empty: any."""
        ...

    @property
    def building(self) -> bool:
        """Whether the sample is being built: the set-up page tells how far it is."""
        ...

    def needs_set_up(self) -> bool:
        """Whether nobody has an account yet."""
        ...

    def live(self, token: str) -> Live | None:
        """The sign-in behind a cookie."""
        ...


def is_under(path: str, places: tuple[str, ...]) -> bool:
    """Whether `path` is one of `places`, or below one that ends in "/"."""
    return any(path == place or (place.endswith("/") and path.startswith(place)) for place in places)


class Gate:
    """Removes identity headers, turns the cookie into ours, and lets through only what may pass."""

    def __init__(self, app: ASGIApp, house: House, on_trouble: Callable[[Scope, str], Response]) -> None:
        self.app, self.house, self.on_trouble = app, house, on_trouble
        self.allowance = uploads.Allowance()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        scope = dict(scope)
        scope["headers"] = [pair for pair in scope["headers"] if pair[0].lower() not in IDENTITY_HEADERS]
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._request(scope, receive, send)

    async def _who(self, scope: Scope) -> Live | None:
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        token = cookies.get(origin.session_cookie(scope), "")
        if not token or self.house.trouble:
            return None
        return await run_in_threadpool(self.house.live, token)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A socket of another origin is refused; one without a sign-in passes without identity, and the screen leads to sign-in.

        Screens wait for the modules that they draw with.
        """
        if not (origin.same_origin(scope) and origin.known_host(scope, self.house.hosts)):
            await _refuse_socket(receive, send)
            return
        with suppress(HallError):
            who = await self._who(scope)
            if who is not None:
                _name(scope, who)
        await warming.finished()
        await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._closed(scope)
        if answer is None and not is_under(scope["path"], ("/static/", "/tai-nguyen/")):
            try:
                answer = await self._admit(scope)
            except HallError as error:
                answer = self.on_trouble(scope, error.sentence)
        await (answer or self.app)(scope, receive, send)

    def _closed(self, scope: Scope) -> Response | None:
        """What nobody may reach, in whatever state we are."""
        path, method = str(scope["path"]), scope["method"]
        if not origin.known_host(scope, self.house.hosts):
            return PlainTextResponse("Địa chỉ này không phải của phần mềm.", status_code=421)
        if path.startswith("//") or is_under(path, CLOSED) or (path.count("/") > 1 and not is_under(path, DEEP)):
            return PlainTextResponse("Không có trang này.", status_code=404)
        if method not in ("GET", "HEAD", "OPTIONS") and not origin.same_origin(scope):
            return PlainTextResponse("Yêu cầu này không đến từ trang của phần mềm nên bị từ chối.", status_code=403)
        return None

    async def _admit(self, scope: Scope) -> Response | None:
        """The answer instead of the page, or None to go on."""
        path = str(scope["path"])
        if self.house.trouble and not self.house.building:
            return self.on_trouble(scope, self.house.trouble)
        if await run_in_threadpool(self.house.needs_set_up):
            if is_under(path, (SET_UP, f"{SET_UP}/", "/health", "/_stcore/health")):
                return None
            return _elsewhere(scope, SET_UP)
        who = await self._who(scope)
        if who is not None:
            _name(scope, who)
            if who.must_change and not is_under(path, BEFORE_PASSWORD):
                return _elsewhere(scope, NEW_PASSWORD)
            return uploads.refusal(scope, who.session, self.allowance)
        if is_under(path, PUBLIC):
            return None
        query = scope.get("query_string", b"").decode("latin-1")
        wanted = path + (f"?{query}" if query else "")
        return _elsewhere(scope, SIGN_IN if wanted == "/" else f"{SIGN_IN}?next={quote(wanted, safe='/')}")


def _name(scope: Scope, who: Live) -> None:
    scope["headers"] += [(ACCOUNT_HEADER, str(who.account_id).encode()), (SESSION_HEADER, who.session.encode())]
    scope.setdefault("state", {})
    scope["state"] = {**scope["state"], "sign_in": who}


def _elsewhere(scope: Scope, place: str) -> Response:
    """To another page for somebody who looks; 401 for a program."""
    headers = Headers(scope=scope)
    looks = scope["method"] in ("GET", "HEAD") and not is_under(str(scope["path"]), ("/_stcore/", "/media/", "/component/"))
    if looks and "application/json" not in headers.get("accept", ""):
        return RedirectResponse(place, status_code=303)
    return JSONResponse({"error": "Anh/chị cần đăng nhập."}, status_code=401)


async def _refuse_socket(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": 4403, "reason": "origin"})


