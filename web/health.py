"""`GET /health`, without sign-in: for whoever watches the server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse

from web.installation import house
from web.settings import VERSION


def health(_request: Request) -> JSONResponse:
    """{"status": "ok", "version": …, "schema": …}."""
    return JSONResponse({"status": "ok", "version": VERSION, "schema": house().schema}, headers={"Cache-Control": "no-store"})
