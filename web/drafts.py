"""`/nhap`: the last words of a long text as its tab closes, which the screens' own connection would lose."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.accounts import actions as accounts
from recognition.nominations import actions

#: The forms with long texts, and the longest body in bytes (browsers send no longer one while a tab closes).
KINDS = ("deed", "achievement", "model", "meeting", "covenant", "covenant_report")
LONGEST = 65_536


async def last_words(request: Request) -> Response:
    """Keep one field in the draft of whoever is signed in; 204, or 400 for what our own field never sends."""
    who = await run_in_threadpool(accounts.current, request.state.sign_in.session)
    if who is None:
        return Response(status_code=401)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            return Response(status_code=413)
    try:
        said = _read(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Response(status_code=400)
    await run_in_threadpool(actions.keep_words, who, *said)
    return Response(status_code=204)


def _read(body: bytes) -> tuple[str, UUID | None, str, str, int]:
    """Kind, object, field, words, version. Raises ValueError, KeyError, TypeError."""
    said: dict[str, Any] = json.loads(body)
    kind, field, words, version = said["kind"], said["field"], said["text"], said["version"]
    whole = type(version) is int and isinstance(field, str) and isinstance(words, str)
    if kind not in KINDS or not whole or not (field.isidentifier() and field.isascii() and not field.startswith("_") and len(field) <= 40):
        raise ValueError(kind)
    words.encode()  # half a surrogate is no text
    return kind, UUID(str(said["object"])) if said["object"] else None, field, words, version
