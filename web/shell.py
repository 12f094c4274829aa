"""The page that carries the screens: Streamlit's own, in Vietnamese, without inline script, with our fonts and script."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web import assets

_INLINE = re.compile(r"<script>.*?</script>", re.DOTALL)
_POINTER = re.compile(r'<link\s+rel="service-desc"[^>]*>|<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>', re.DOTALL)
_ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@cache
def page() -> str:
    """The shell's text; made once."""
    text = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    licence = _COMMENT.search(text)
    text = _POINTER.sub("", _INLINE.sub("", text))
    text = text.replace('<html lang="en">', '<html lang="vi">').replace("<title>Streamlit</title>", "<title>Gương Sáng</title>")
    text = _ICON.sub(f'<link rel="icon" type="image/png" href="{assets.url("icon.png")}">', text)
    own = "".join(
        (
            f'<link rel="stylesheet" href="{assets.url("fonts.css")}">',
            f'<link rel="stylesheet" href="{assets.url("screens.css")}">',
            *(f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{assets.url(name)}">' for name in _FIRST_FONTS),
            f'<script src="{assets.url("screens.js")}"></script>',
        )
    )
    text = text.replace("You need to enable JavaScript to run this app.", "Trang này cần JavaScript. Anh/chị bật JavaScript trong trình duyệt rồi tải lại.")
    assert licence is not None
    return text.replace("</title>", f"</title>{own}", 1)


_FIRST_FONTS = tuple(f"be-vietnam-pro-{part}-400-normal.woff2" for part in ("vietnamese", "latin")) + tuple(
    f"literata-{part}-600-normal.woff2" for part in ("vietnamese", "latin")
)


async def shell(_request: Request) -> Response:
    """The same for every screen: what it shows comes through the socket."""
    return HTMLResponse(page(), headers={"Cache-Control": "no-store"})
