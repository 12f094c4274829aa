"""Every plain path of the server, and the shell of the screens."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

import web.award_files
import web.case_files  # noqa: F401 - registers its downloads
from web import api, assets, booth, downloads, drafts, health, public, room, set_up, shell, sign_in, urn, verify

_BOTH = ["GET", "POST"]


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


def all_routes(screens: Iterable[str], more: Iterable[BaseRoute] = ()) -> list[BaseRoute]:
    """Plain paths, then the shell for every screen's path."""
    return [*PLAIN, *more, Route("/", shell.shell), *(Route(f"/{path}", shell.shell) for path in screens if path)]
