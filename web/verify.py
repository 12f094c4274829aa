"""`/xac-thuc` and the QR's paths: anybody compares a paper with the register, without sign-in."""

from __future__ import annotations

import importlib
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.hall.errors import HallError, Invalid, NotFound
from web import origin, templates
from web.rate import Rate

_PER_MINUTE = 30
_LONGEST = 600


_rate = Rate(_PER_MINUTE)


def _ask(code: str) -> Any:
    """What the register says of a code or payload. Raises NotFound, Invalid."""
    return importlib.import_module("recognition.issuing.actions").verify_code(code)


async def verify(request: Request) -> Response:
    """The form, and the answer when a code came with the path or the form. The code enters no log."""
    if request.method == "POST":
        code = (await templates.posted(request)).get("certificate", "")
    else:
        code = str(request.path_params.get("certificate", ""))
    code = code.strip()[:_LONGEST]
    words: dict[str, Any] = {"title": "Xác thực giấy khen", "typed": code if len(code) <= 40 else "", "found": None, "state": "", "reason": ""}
    if not code:
        return templates.page(request, "verify.html", **words)
    if not _rate.admits(origin.address(request.scope)):
        return templates.page(request, "verify.html", 429, **words, faults={"": "Từ máy này đã tra quá nhiều lần. Anh/chị đợi một phút rồi tra lại."})
    try:
        found = await run_in_threadpool(_ask, code)
    except NotFound as error:
        reason = error.sentence if error.sentence != NotFound.sentence else ""
        return templates.page(request, "verify.html", 404, **(words | {"state": "unknown", "reason": reason}))
    except Invalid as error:
        return templates.page(request, "verify.html", 422, **words, faults={"": " ".join(error.fields.values())})
    except HallError as error:
        return templates.page(request, "verify.html", 503, **words, faults={"": error.sentence})
    return templates.page(request, "verify.html", **(words | {"found": found, "state": str(found.state)}))
