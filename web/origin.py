"""Where a request really comes from: same origin with its port, the client's address, the cookies' names."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def secure(scope: Scope) -> bool:
    """Whether this request came through TLS."""
    return scope.get("scheme") in ("https", "wss")


def session_cookie(scope: Scope) -> str:
    """The name of the sign-in's cookie: bound to the host behind TLS."""
    return "__Host-guong-sang" if secure(scope) else "guong-sang"


def form_cookie(scope: Scope) -> str:
    """The name of the cookie that a form must repeat."""
    return "__Host-bieu-mau" if secure(scope) else "bieu-mau"


def _host_and_port(netloc: str, scheme: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(f"//{netloc}")
        if parts.hostname is None or parts.username is not None:
            return None
        return parts.hostname.lower(), parts.port or _PORTS[scheme]
    except (ValueError, KeyError):
        return None


def same_origin(scope: Scope) -> bool:
    """Whether the Origin header is there and names this very host, port included."""
    headers = Headers(scope=scope)
    origin, host = headers.get("origin", ""), headers.get("host", "")
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host:
        return False
    own = _host_and_port(host, parts.scheme)
    return own is not None and _host_and_port(parts.netloc, parts.scheme) == own


def known_host(scope: Scope, hosts: frozenset[str]) -> bool:
    """Whether the Host header is one of our names, so that a foreign name pointed at us (DNS rebinding) finds nothing."""
    if not hosts:
        return True
    found = _host_and_port(Headers(scope=scope).get("host", ""), "http")
    return found is not None and found[0] in hosts


def address(scope: Scope) -> str:
    """The client's address, IPv4 in its short form."""
    client = scope.get("client")
    text = str(client[0]) if client else ""
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return text[:60]
    mapped = getattr(found, "ipv4_mapped", None)
    return str(mapped or found)


def local_path(text: str | None, otherwise: str = "/") -> str:
    """`text` when it is a path of ours and nothing else; so no sign-in can lead to a foreign site."""
    if not text or len(text) > 500 or not text.startswith("/") or text.startswith("//") or "\\" in text:
        return otherwise
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
        return otherwise
    parts = urlsplit(text)
    return otherwise if parts.scheme or parts.netloc else text
