"""Opening a sealed ballot, how it stands, closing, counting, destroying: plain forms, so that no passphrase enters a screen's memory."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recognition.council import actions as council
from recognition.council.actions import sealed
from recognition.council.terms import Session, SessionState
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, HallError, Invalid
from recognition.hall.words import Verb
from web import confirming, downloads, templates
from web.installation import house

_REFUSED = 422
_LONGEST = 1000
_PAUSE = "Đang ghi lại dữ liệu sau khi huỷ phiếu kín. Anh/chị đợi ít phút, trang tự mở lại."


def _faults(error: HallError) -> dict[str, str]:
    return dict(error.fields) if isinstance(error, Invalid) else {"": error.sentence}


def _numbered(form: Mapping[str, str], name: str) -> dict[int, str]:
    return {number: form[f"{name}{number}"][:_LONGEST] for number in (1, 2, 3) if form.get(f"{name}{number}")}


def _place(session_id: UUID, part: str = "thung") -> str:
    return f"/bo-phieu/{session_id}/{part}"


@confirming.signed_in
async def opening(request: Request, person: Actor) -> Response:
    """`/bo-phieu/<session>/mo`: the secretary and the three tellers at one machine."""
    session_id = confirming.wanted(request)
    session = await run_in_threadpool(council.get, person, session_id)
    permissions.require(person, Verb.OPEN_VOTE, session)
    if request.method != "POST":
        return await _opening(request, session)
    form = await templates.posted(request)
    try:
        await confirming.confirm(request, person, form)
        version = int(form["version"]) if form.get("version", "").isdigit() else session.version
        await run_in_threadpool(
            sealed.open_ballot, person, session_id, version, _numbered(form, "passphrase"), _numbered(form, "again")
        )
    except HallError as error:
        return await _opening(request, session, _faults(error))
    return RedirectResponse(_place(session_id), status_code=303)


async def _opening(request: Request, session: Session, faults: dict[str, str] | None = None) -> Response:
    typed = ("passphrase", "again", "password")
    said = [sentence for field, sentence in (faults or {}).items() if not field.startswith(typed)]
    words: dict[str, object] = {
        "title": "Mở bỏ phiếu kín", "session": session, "warnings": council.warnings(session), "faults": faults or {}, "said": said,
        "password": await confirming.needed(request), "ready": session.state is SessionState.CALLED and session.method.value == "sealed",
    }  # fmt: skip
    return templates.page(request, "booth_open.html", _REFUSED if faults else 200, **words)


@confirming.signed_in
async def urn(request: Request, person: Actor) -> Response:
    """`/bo-phieu/<session>/thung`: who has voted; after the close receipts and hash; the secretary closes and destroys."""
    session_id = confirming.wanted(request)
    if request.method != "POST":
        return await _urn(request, person, session_id)
    form = await templates.posted(request)
    try:
        await confirming.confirm(request, person, form)
        if form.get("sure") != "1":
            raise Invalid({"sure": "Tích vào ô xác nhận trước khi bấm."})
        if form.get("go") == "close":
            await run_in_threadpool(sealed.close_ballot, person, session_id)
        elif form.get("go") == "destroy":
            with house().pause(_PAUSE):
                await run_in_threadpool(sealed.destroy, person, session_id)
    except HallError as error:
        return await _urn(request, person, session_id, _faults(error))
    return RedirectResponse(_place(session_id), status_code=303)


async def _urn(request: Request, person: Actor, session_id: UUID, faults: dict[str, str] | None = None) -> Response:
    box = await run_in_threadpool(sealed.box, person, session_id)
    session = await run_in_threadpool(council.get, person, session_id)
    results = await run_in_threadpool(sealed.results, person, session_id)
    allowed = {
        verb: permissions.allowed(person, verb, session)
        for verb in (Verb.CLOSE_BALLOT, Verb.DESTROY_BALLOTS, Verb.ENTER_COUNT, Verb.CAST)
    }
    items = {item.id: item for item in session.items}
    words: dict[str, object] = {
        "title": f"Phiên {session.number}", "box": box, "session": session, "faults": faults or {}, "password": await confirming.needed(request),
        "results": [(items[each.item_id], each) for each in results], "closes": allowed[Verb.CLOSE_BALLOT] and session.state is SessionState.OPEN,
        "counts": allowed[Verb.ENTER_COUNT], "votes": allowed[Verb.CAST],
        "destroys": allowed[Verb.DESTROY_BALLOTS] and session.state in (SessionState.CLOSED, SessionState.CANCELLED),
    }  # fmt: skip
    return templates.page(request, "booth_urn.html", _REFUSED if faults else 200, **words)


@confirming.signed_in
async def tally(request: Request, person: Actor) -> Response:
    """`/bo-phieu/<session>/kiem`: two tellers' passphrases open the urn."""
    session_id = confirming.wanted(request)
    session = await run_in_threadpool(council.get, person, session_id)
    permissions.require(person, Verb.ENTER_COUNT, session)
    faults: dict[str, str] = {}
    if request.method == "POST":
        form = await templates.posted(request)
        try:
            await confirming.confirm(request, person, form)
            await run_in_threadpool(sealed.tally, person, session_id, _numbered(form, "passphrase"))
            return RedirectResponse(_place(session_id), status_code=303)
        except AlreadyDone:
            return RedirectResponse(_place(session_id), status_code=303)
        except HallError as error:
            faults = _faults(error)
    box = await run_in_threadpool(sealed.box, person, session_id)
    words: dict[str, object] = {
        "title": "Kiểm phiếu kín",
        "session": session,
        "box": box,
        "password": await confirming.needed(request),
    }
    return templates.page(request, "booth_tally.html", _REFUSED if faults else 200, **words, faults=faults)


def _urn_file(who: Actor, session_id: UUID) -> tuple[bytes, str, str]:
    """The closed urn, for a second count on another machine."""
    session = council.get(who, session_id)
    return sealed.urn_file(who, session_id), f"Thùng phiếu phiên {session.number}.json", "application/json"


downloads.register("thung-phieu", _urn_file)
