"""The password once more, before a vote, an opening, a count or a destruction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.rate import Rate

_rate = Rate(10)


Handler = Callable[[Request, Actor], Awaitable[Response]]


def signed_in(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """A page for whoever is signed in, with today's rights; the gate has led everybody else to the form."""

    @wraps(handler)
    async def page(request: Request) -> Response:
        return await handler(request, await run_in_threadpool(accounts.acting, request.state.sign_in))

    return page


def wanted(request: Request) -> UUID:
    """The session in the path. Raises NotFound."""
    try:
        return UUID(request.path_params["id"])
    except ValueError as wrong:
        raise NotFound() from wrong


async def needed(request: Request) -> bool:
    """Whether the password was given more than five minutes ago."""
    live = request.state.sign_in
    return not (live.confirmed or await run_in_threadpool(accounts.confirmed_lately, live.session))


async def confirm(request: Request, person: Actor, form: Mapping[str, str]) -> None:
    """Accept a recent password, or check the one in the form. Raises Invalid (field `password`)."""
    if not await needed(request):
        return
    typed = form.get("password", "")[:1000]
    if not typed:
        raise Invalid({"password": "Anh/chị nhập mật khẩu đăng nhập để chắc chắn là chính mình."})
    if not _rate.admits(str(person.account_id)):
        raise Invalid({"password": "Đã thử quá nhiều lần. Anh/chị đợi một phút rồi nhập lại."})
    await run_in_threadpool(accounts.confirm_password, person, request.state.sign_in.session, typed)
