"""`GET /health`, without sign-in: for whoever watches the server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse

from recognition.accounts import actions as accounts
from recognition.hall.errors import HallError
from web.installation import house
from web.settings import VERSION


def health(_request: Request) -> JSONResponse:
    """{"status": "ok", "version": …, "schema": …}; 503 with the sentence when the database does not answer."""
    try:
        if not house().building:
            accounts.is_sample()
    except HallError as error:
        return JSONResponse({"status": "unavailable", "sentence": error.sentence}, status_code=503)
    return JSONResponse({"status": "ok", "version": VERSION, "schema": house().schema}, headers={"Cache-Control": "no-store"})
