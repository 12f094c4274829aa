"""Security headers on every answer, from the outermost layer."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: No inline script anywhere; styles inline because the screens' own library writes them.
SCREEN_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self' data:; media-src 'self' blob:; worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
#: Plain pages need no script at all.
PLAIN_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
COMMON = {
    "X-Content-Type-Options": "nosniff",
    # not "no-referrer": under it browsers send "Origin: null" with our own forms
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_LASTING = ("/static/", "/tai-nguyen/")


class SecurityHeaders:
    """Adds what is missing: policy, no sniffing, no framing, no storing of what is private."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                complete(MutableHeaders(scope=message), str(scope["path"]), secure=scope.get("scheme") == "https")
            await send(message)

        await self.app(scope, receive, add)


def complete(headers: MutableHeaders, path: str, *, secure: bool) -> None:
    """Fill in the headers that the answer does not carry yet."""
    for name, value in COMMON.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", SCREEN_POLICY)
    if secure:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if not path.startswith(_LASTING):
        headers["Cache-Control"] = "private, no-store"
    if "server" in headers:
        del headers["server"]
