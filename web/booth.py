"""The voting booth: plain forms, no script. A choice lives only in the chain of forms; the server keeps nothing of it.

Each page carries what was chosen so far in one hidden field, a letter per case. Only the last page, after the review,
casts the ballot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.council.actions import sealed
from recognition.council.sealing.terms import Booth, BoothItem
from recognition.council.terms import Opinion, SessionState
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid
from web import confirming, templates

_NONE = "-"
_LETTERS = {"a": Opinion.APPROVE, "r": Opinion.REJECT, "n": Opinion.ABSTAIN}
_REFUSED = 422
_LONGEST = 2_000


@dataclass(frozen=True)
class Step:
    """Where the voter is: the letters so far, the case shown (its place in the agenda, from 0), what was pressed."""

    letters: str
    at: int
    go: str
    chosen: str


def read(found: Booth, form: Mapping[str, str]) -> Step:
    """The form as a step; whatever is not a choice of this ballot counts as none."""
    allowed = set(options(found))
    raw = form.get("ballot", "")
    letters = [
        letter if letter in allowed and not item.masked else _NONE
        for item, letter in zip(found.items, raw[: len(found.items)].ljust(len(found.items), _NONE), strict=True)
    ]
    place = form.get("at", "")
    at = int(place) if place.isascii() and place.isdigit() and len(place) < 5 and int(place) < len(letters) else 0
    chosen = form.get("choice", "")
    if chosen in allowed and not found.items[at].masked:
        letters[at] = chosen
    return Step("".join(letters), at, form.get("go", ""), chosen)


def options(found: Booth) -> dict[str, str]:
    """Letter → word of every choice that this ballot offers."""
    return {
        letter: each.label for letter, each in _LETTERS.items() if each is not Opinion.ABSTAIN or found.abstain_offered
    }


def own(found: Booth) -> list[int]:
    """Places of the cases in which this member takes part."""
    return [at for at, item in enumerate(found.items) if not item.masked]


def missing(found: Booth, letters: str) -> list[int]:
    """Places still without a choice."""
    return [at for at in own(found) if letters[at] == _NONE]


@confirming.signed_in
async def booth(request: Request, person: Actor) -> Response:
    """`/bo-phieu/<session>`."""
    session_id = confirming.wanted(request)
    form = await templates.posted(request) if request.method == "POST" else {}
    if form.get("go") == "cast":
        return await _cast(request, person, session_id, form)
    found = await run_in_threadpool(sealed.booth, person, session_id)
    if request.method != "POST":
        return await _start(request, found)
    if found.voted:
        return _done(request, found.session_id, "", already=True)
    if not (found.eligible and found.state is SessionState.OPEN):
        return await _start(request, found)
    step = read(found, form)
    if step.go == "enter":
        try:
            await confirming.confirm(request, person, form)
        except Invalid as error:
            return await _start(request, found, error.fields)
        return _item(request, found, step.letters, (own(found) or [0])[0])
    return await _move(request, found, step, form)


async def _cast(request: Request, person: Actor, session_id: UUID, form: Mapping[str, str]) -> Response:
    """The one post that counts: as short as can be, since all telephones send it at the same moment."""
    words = [_LETTERS[letter].value if letter in _LETTERS else "" for letter in form.get("ballot", "")[:_LONGEST]]
    try:
        await confirming.confirm(request, person, form)
        cast = await run_in_threadpool(sealed.cast_in_order, person, session_id, words)
    except HallError as error:
        return await _not_cast(request, person, session_id, form, error)
    return _done(request, session_id, cast.receipt, already=cast.already)


async def _not_cast(
    request: Request, person: Actor, session_id: UUID, form: Mapping[str, str], error: HallError
) -> Response:
    """Back to the review with the reason, or to the start when the vote is over. Raises NotFound."""
    found = await run_in_threadpool(sealed.booth, person, session_id)
    if found.voted:
        return _done(request, found.session_id, "", already=True)
    if not (found.eligible and found.state is SessionState.OPEN):
        return await _start(request, found)
    letters = read(found, form).letters
    if isinstance(error, Invalid) and "password" in error.fields:
        return await _review(request, found, letters, error.fields)
    faults = {"": "Phiếu chưa đủ nên chưa được bỏ vào thùng."} if missing(found, letters) else {"": error.sentence}
    return await _review(request, found, letters, faults)


def _done(request: Request, session_id: UUID, receipt: str, *, already: bool) -> Response:
    words: dict[str, object] = {"title": "Phiếu kín", "session_id": session_id, "receipt": receipt, "already": already}
    return templates.page(request, "booth_done.html", **words)


async def _move(request: Request, found: Booth, step: Step, form: Mapping[str, str]) -> Response:
    left = missing(found, step.letters)
    if step.go == "next" and step.at in left:
        fault = f"{found.address.capitalize()} chọn một ý kiến rồi bấm «Tiếp»."
        return _item(request, found, step.letters, step.at, fault)
    if step.go == "back":
        return _item(request, found, step.letters, max((at for at in own(found) if at < step.at), default=step.at))
    if step.go.startswith("to:") and step.go[3:].isascii() and step.go[3:].isdigit() and len(step.go) < 8:
        at = int(step.go[3:])
        return _item(request, found, step.letters, at if at in own(found) else (own(found) or [0])[0])
    if step.go == "rest" and left:
        return _page(request, found, "booth_rest.html", step=step, left=[found.items[at] for at in left])
    if step.go == "rest-sure":
        if form.get("sure") != "1":
            faults = {"": "Tích vào ô xác nhận trước khi đồng ý với tất cả, hoặc quay lại chọn từng trường hợp."}
            return _page(
                request,
                found,
                "booth_rest.html",
                _REFUSED,
                step=step,
                left=[found.items[at] for at in left],
                faults=faults,
            )
        filled = "".join("a" if at in left else letter for at, letter in enumerate(step.letters))
        return await _review(request, found, filled)
    if left and step.go == "next":
        return _item(request, found, step.letters, next((at for at in left if at > step.at), left[0]))
    return await _review(request, found, step.letters)


async def _start(request: Request, found: Booth, faults: Mapping[str, str] | None = None) -> Response:
    asked = found.eligible and not found.voted and found.state is SessionState.OPEN and await confirming.needed(request)
    return _page(request, found, "booth_start.html", _REFUSED if faults else 200, password=asked, faults=faults or {})


async def _review(request: Request, found: Booth, letters: str, faults: Mapping[str, str] | None = None) -> Response:
    words = options(found)
    lines = [(at, item, letters[at], words.get(letters[at], "")) for at, item in enumerate(found.items)]
    asked = await confirming.needed(request)
    left = len(missing(found, letters))
    return _page(
        request, found, "booth_review.html", _REFUSED if faults else 200, letters=letters, lines=lines, left=left, password=asked, faults=faults or {}
    )  # fmt: skip


def _item(request: Request, found: Booth, letters: str, at: int, fault: str = "") -> Response:
    places = own(found)
    if not places:
        return _page(request, found, "booth_start.html", password=False)
    item: BoothItem = found.items[at]
    left = [place for place in missing(found, letters) if place != at]
    return _page(
        request, found, "booth_item.html", _REFUSED if fault else 200, item=item, at=at, letters=letters, chosen=letters[at], options=options(found),
        place=places.index(at) + 1, places=len(places), first=at == places[0], last=not left, left=len(missing(found, letters)),
        faults={"choice": fault} if fault else {},
    )  # fmt: skip


def _page(request: Request, found: Booth, template: str, code: int = 200, /, **words: object) -> Response:
    return templates.page(
        request, template, code, **{"title": f"Phiên {found.number}", "booth": found, "you": found.address, **words}
    )
