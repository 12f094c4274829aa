"""`/xac-thuc` and the QR's paths: anybody compares a paper with the register, without sign-in.

Whoever asks with `Accept: application/json` gets the same answer for a program: `{"state", "reason", "facts": [{"label", "value"}]}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from recognition.hall.errors import HallError, Invalid, NotFound
from recognition.hall.rate import Rate
from web import origin, templates
from web.installation import house

if TYPE_CHECKING:
    from recognition.issuing.terms import Verification

_PER_MINUTE = 30
_LONGEST = 600
_TOO_OFTEN = "Từ máy này đã tra quá nhiều lần. Anh/chị đợi một phút rồi tra lại."
_NO_CODE = "Anh/chị ghi mã in trên giấy vào cuối địa chỉ: /xac-thuc/MÃ."

_rate = Rate(_PER_MINUTE)


@dataclass(frozen=True)
class Answer:
    """What is answered: HTTP status, how the paper stands (empty: nothing was asked or answered), and why."""

    status: int = 200
    state: str = ""
    reason: str = ""
    found: Verification | None = None
    fault: str = ""


def _ask(code: str) -> Verification:
    """What the register says of a code or payload. Raises NotFound, Invalid."""
    from recognition.issuing import actions  # it brings Pillow along, which nobody should wait for at the start

    return actions.verify_code(code)


async def verify(request: Request) -> Response:
    """The form, and the answer when a code came with the path or the form. The code enters no log."""
    if request.method == "POST":
        code = (await templates.posted(request)).get("certificate", "")
    else:
        code = str(request.path_params.get("certificate", ""))
    code = code.strip()[:_LONGEST]
    answer = await _answer(request, code) if code else Answer()
    return _as_json(answer) if _wants_json(request) else _as_page(request, answer, code)


async def _answer(request: Request, code: str) -> Answer:
    if not _rate.admits(origin.address(request.scope)):
        return Answer(429, fault=_TOO_OFTEN)
    try:
        found = await run_in_threadpool(_ask, code)
    except NotFound as error:
        return Answer(404, "unknown", error.sentence if error.sentence != NotFound.sentence else "")
    except Invalid as error:
        return Answer(422, fault=" ".join(error.fields.values()))
    except HallError as error:
        return Answer(503, fault=error.sentence)
    return Answer(200, str(found.state), found.reason, found)


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def _as_page(request: Request, answer: Answer, code: str) -> Response:
    return templates.page(
        request, "verify.html", answer.status, title="Xác thực giấy khen", typed=code if len(code) <= 40 else "", found=answer.found, state=answer.state,
        reason=answer.reason, faults={"": answer.fault} if answer.fault else {},
    )  # fmt: skip


def _as_json(answer: Answer) -> JSONResponse:
    """A paper of the sample is never called anything but that; a question without an answer says what was wrong with it."""
    if answer.fault:
        return JSONResponse({"error": answer.fault}, answer.status)
    if not answer.state:
        return JSONResponse({"error": _NO_CODE}, 422)
    facts = [{"label": label, "value": value} for label, value in answer.found.facts] if answer.found else []
    state = "sample" if answer.found and house().sample else answer.state
    return JSONResponse({"state": state, "reason": answer.reason, "facts": facts}, answer.status)
