"""Every plain path of the server, and the shell of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import BaseRoute, Route

import web.award_files
import web.case_files
import web.covenant_files  # noqa: F401 - registers its downloads
from web import api, assets, booth, downloads, drafts, health, public, room, set_up, shell, sign_in, urn, verify

_BOTH = ["GET", "POST"]


class _Word(StringConvertor):
    """One part of an address that is no file's name and nothing of Streamlit's own."""

    regex = "[^/._][^/.]*"


register_url_convertor("word", _Word())


async def _home(_request: object) -> RedirectResponse:
    return RedirectResponse("/")


async def _nothing(request: Request) -> NoReturn:
    known = any(isinstance(route, Route) and route.path == request.url.path for route in PLAIN)
    raise HTTPException(405 if known else 404)


def _robots(_request: object) -> PlainTextResponse:
    return PlainTextResponse("User-agent: *\nAllow: /guong-sang\nDisallow: /\n")


PLAIN: tuple[BaseRoute, ...] = (
    Route("/health", health.health),
    Route("/robots.txt", _robots),
    Route("/tai-nguyen/{name}", assets.serve),
    Route("/thiet-lap", set_up.set_up, methods=_BOTH),
    Route("/thiet-lap/thoi-mau", set_up.leave_sample, methods=_BOTH),
    Route("/dang-nhap", sign_in.sign_in, methods=_BOTH),
    Route("/dang-nhap/mau", sign_in.enter_sample, methods=["POST"]),
    Route("/ma-mot-lan", sign_in.one_time_code, methods=_BOTH),
    Route("/doi-mat-khau", sign_in.new_password, methods=_BOTH),
    Route("/dang-xuat", sign_in.sign_out, methods=["POST"]),
    Route("/nhip", sign_in.heartbeat, methods=["POST"]),
    Route("/nhap", drafts.last_words, methods=["POST"]),
    Route("/xac-thuc", verify.verify, methods=_BOTH),
    *(Route(f"/{prefix}/{{certificate}}", verify.verify) for prefix in ("xac-thuc", "V", "v", "XM", "xm")),
    Route("/guong-sang", public.published),
    Route("/guong-sang/{id}", public.story),
    Route("/guong-sang/{id}/anh-{size}", public.photo),
    Route("/tai-ve/{kind}/{id}", downloads.download),
    Route("/bo-phieu/{id}", booth.booth, methods=_BOTH),
    Route("/bo-phieu/{id}/mo", urn.opening, methods=_BOTH),
    Route("/bo-phieu/{id}/thung", urn.urn, methods=_BOTH),
    Route("/bo-phieu/{id}/kiem", urn.tally, methods=_BOTH),
    Route("/phong-hop/{id}", room.room, methods=_BOTH),
    *api.ROUTES,
)


def all_routes(screens: Sequence[str]) -> list[BaseRoute]:
    """Plain paths, then the shell for every screen's path; the first screen stands at "/". Any other word is answered by our own 404:
    Streamlit's page for it is English and without our letters."""
    first, *rest = screens
    return [*PLAIN, Route("/", shell.shell), Route(f"/{first}", _home), *(Route(f"/{path}", shell.shell) for path in rest), Route("/{other:word}", _nothing)]
