"""Fonts, styles, the one script and the pictures: each served under a name with its hash, cached for ever."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from web.settings import ROOT

FOLDER = ROOT / "assets" / "web"
PREFIX = "/tai-nguyen/"
_TYPES = {
    ".woff2": "font/woff2",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
#: `url(@name.ext)` in a style stands for the served name of that file.
_MENTION = re.compile(r"@([a-z0-9-]+\.(?:woff2|svg|png))")


@dataclass(frozen=True)
class Asset:
    """One served file."""

    url: str
    body: bytes
    media_type: str


@cache
def all_assets() -> dict[str, Asset]:
    """Every file by its plain name; styles last, since they mention the others by their served names."""
    paths = [path for path in sorted(FOLDER.rglob("*")) if path.suffix in _TYPES]
    found: dict[str, Asset] = {}
    for path in sorted(paths, key=lambda path: path.suffix == ".css"):
        body = path.read_bytes()
        if path.suffix == ".css":
            body = _MENTION.sub(lambda match: found[match[1]].url, body.decode()).encode()
        digest = hashlib.sha256(body).hexdigest()[:12]
        found[path.name] = Asset(f"{PREFIX}{path.stem}.{digest}{path.suffix}", body, _TYPES[path.suffix])
    return found


def url(name: str) -> str:
    """The served address of a file such as `app.css`. Raises KeyError for an unknown one."""
    return all_assets()[name].url


@cache
def _by_url() -> dict[str, Asset]:
    return {asset.url: asset for asset in all_assets().values()}


async def serve(request: Request) -> Response:
    """`/tai-nguyen/<name>.<hash>.<ext>`."""
    asset = _by_url().get(request.url.path)
    if asset is None:
        return PlainTextResponse("Không có tệp này.", status_code=404)
    return Response(asset.body, media_type=asset.media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"})
