"""Plain pages from escaped templates, with the form's token and the headers of pages that need no script."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from vietnamese import dates
from web import assets, origin
from web.headers import PLAIN_POLICY
from web.installation import house
from web.settings import ROOT

_environment = Environment(
    loader=FileSystemLoader(ROOT / "web" / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_environment.globals.update(asset=assets.url)
_environment.filters.update(day=dates.short, moment=dates.moment)


def page(request: Request, template: str, code: int = 200, /, **words: object) -> Response:
    """A plain page. `title` names it; `faults` holds field → sentence."""
    token = request.cookies.get(origin.form_cookie(request.scope)) or secrets.token_urlsafe(24)
    body = draw(template, form_token=token, path=request.url.path, **words)
    answer = HTMLResponse(body, status_code=code, headers={"Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store"})
    if token != request.cookies.get(origin.form_cookie(request.scope)):
        set_cookie(request, answer, origin.form_cookie(request.scope), token)
    return answer


def draw(template: str, /, **words: object) -> str:
    """The page's text; words that every page has are filled in."""
    filled: dict[str, object] = {"faults": {}, "form_token": "", "path": "", "sample": house().sample, "insecure": house().settings.open_network}
    return _environment.get_template(template).render({**filled, **words})


def set_cookie(request: Request, answer: Response, name: str, value: str, max_age: int | None = None) -> None:
    """A cookie that scripts cannot read; only over TLS where TLS is spoken."""
    answer.set_cookie(name, value, max_age=max_age, path="/", httponly=True, samesite="lax", secure=origin.secure(request.scope))


async def posted(request: Request) -> Mapping[str, str]:
    """The form's texts. The gate has checked its origin; here the token. Raises HTTPException 403."""
    form: FormData = await request.form(max_files=0, max_fields=60)
    expected = request.cookies.get(origin.form_cookie(request.scope), "")
    given = form.get("form_token", "")
    if not expected or not isinstance(given, str) or not secrets.compare_digest(given, expected):
        raise HTTPException(403, "Biểu mẫu đã cũ hoặc không đến từ trang này. Anh/chị tải lại trang rồi gửi lại.")
    return {name: value for name, value in form.items() if isinstance(value, str)}
