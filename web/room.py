"""`/phong-hop/<session>`: the case under discussion, for the projector and for members' phones. Nothing secret is on it."""

from __future__ import annotations

from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recognition.council.actions import sealed
from recognition.council.terms import SessionState
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from web import confirming, templates

#: How often the page asks anew, in seconds; it does not while the secretary steers from it.
FRESH = 5


@confirming.signed_in
async def room(request: Request, person: Actor) -> Response:
    """The screen; the secretary moves it with two buttons."""
    session_id = confirming.wanted(request)
    if request.method == "POST":
        form = await templates.posted(request)
        try:
            item = UUID(form.get("item", ""))
        except ValueError as wrong:
            raise NotFound() from wrong
        await run_in_threadpool(sealed.move, person, session_id, item)
        return RedirectResponse(f"/phong-hop/{session_id}?dieu-khien=1", status_code=303)
    shown = await run_in_threadpool(sealed.screen, person, session_id)
    steering = shown.moves and request.query_params.get("dieu-khien") == "1"
    items = shown.session.items
    at = items.index(shown.item) if shown.item else -1
    answer = templates.page(
        request, "room.html", title=f"Phiên {shown.session.number}", screen=shown, session=shown.session, item=shown.item, steering=steering,
        before=items[at - 1] if at > 0 else None, after=items[at + 1] if at + 1 < len(items) else None,
        results=[(item, each) for item, each in zip(items, shown.session.results, strict=False)] if shown.session.state is SessionState.CLOSED else [],
    )  # fmt: skip
    if not steering:
        answer.headers["Refresh"] = str(FRESH)
    return answer
