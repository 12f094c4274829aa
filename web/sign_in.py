"""Signing in and out, one-time codes, choosing a password: plain forms, so that no password enters a screen's memory."""

from __future__ import annotations

from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recognition.accounts import actions as accounts
from recognition.accounts.terms import SignedIn
from recognition.hall.errors import HallError, Invalid, NotAllowed
from web import origin, templates
from web.installation import house

_REFUSED = 422


def _client(request: Request) -> tuple[str, str]:
    return origin.address(request.scope), request.headers.get("user-agent", "")


def _enter(request: Request, signed_in: SignedIn, wanted: str) -> Response:
    """Set the cookie and go where the person wanted to go."""
    answer = RedirectResponse("/doi-mat-khau" if signed_in.must_change else wanted, status_code=303)
    templates.set_cookie(request, answer, origin.session_cookie(request.scope), signed_in.token)
    return answer


def _faults(error: HallError) -> dict[str, str]:
    return error.fields if isinstance(error, Invalid) else {"": error.sentence}


async def sign_in(request: Request) -> Response:
    """`/dang-nhap`."""
    wanted = origin.local_path(request.query_params.get("next"))
    people = await run_in_threadpool(accounts.sample_people) if house().sample else []
    words: dict[str, object] = {"title": "Đăng nhập", "wanted": wanted, "people": people, "organ": await run_in_threadpool(accounts.organ_name)}
    if request.method != "POST":
        note = {"het-phien": "Phiên làm việc đã hết. Anh/chị đăng nhập lại để làm tiếp.", "da-thoat": "Anh/chị đã đăng xuất."}
        return templates.page(request, "sign_in.html", **words, user_name="", note=note.get(request.query_params.get("vi", ""), ""))
    form = await templates.posted(request)
    user_name = form.get("user_name", "")[:100]
    try:
        if not user_name.strip() or not form.get("password"):
            raise Invalid({"": "Anh/chị nhập tên đăng nhập và mật khẩu."})
        entered = await run_in_threadpool(accounts.sign_in, user_name, form["password"][:1000], *_client(request))
    except HallError as error:
        return templates.page(request, "sign_in.html", _REFUSED, **words, user_name=user_name, faults=_faults(error), note="")
    return _enter(request, entered, wanted)


async def one_time_code(request: Request) -> Response:
    """`/ma-mot-lan`: the code from the slip leads to choosing a password."""
    words: dict[str, object] = {"title": "Đăng nhập bằng mã dùng một lần"}
    if request.method != "POST":
        return templates.page(request, "one_time_code.html", **words, user_name=request.query_params.get("ten", "")[:100])
    form = await templates.posted(request)
    user_name = form.get("user_name", "")[:100]
    try:
        if not user_name.strip() or not form.get("one_time"):
            raise Invalid({"": "Anh/chị nhập tên đăng nhập và mã trên phiếu."})
        entered = await run_in_threadpool(accounts.use_code, user_name, form["one_time"][:100], *_client(request))
    except HallError as error:
        return templates.page(request, "one_time_code.html", _REFUSED, **words, user_name=user_name, faults=_faults(error))
    return _enter(request, entered, "/")


async def new_password(request: Request) -> Response:
    """`/doi-mat-khau`: after a code, or whenever somebody wants to."""
    who = await run_in_threadpool(accounts.current, request.state.sign_in.session)
    if who is None:
        return RedirectResponse("/dang-nhap?vi=het-phien", status_code=303)
    words: dict[str, object] = {"title": "Chọn mật khẩu" if who.must_change_password else "Đổi mật khẩu", "first": who.must_change_password, "user_name": who.user_name}
    if request.method != "POST":
        return templates.page(request, "new_password.html", **words)
    form = await templates.posted(request)
    old = None if who.must_change_password else form.get("old", "")
    try:
        entered = await run_in_threadpool(accounts.change_password, who, old, form.get("new", ""), form.get("again", ""), *_client(request))
    except HallError as error:
        return templates.page(request, "new_password.html", _REFUSED, **words, faults=_faults(error))
    return _enter(request, entered, "/")


async def sign_out(request: Request) -> Response:
    """`POST /dang-xuat`: the sign-in ends here and in every tab."""
    who = getattr(request.state, "sign_in", None)
    if who is not None:
        await run_in_threadpool(accounts.sign_out, who.session)
    answer = RedirectResponse("/dang-nhap?vi=da-thoat", status_code=303)
    answer.delete_cookie(origin.session_cookie(request.scope), path="/", httponly=True, samesite="lax", secure=origin.secure(request.scope))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


async def enter_sample(request: Request) -> Response:
    """`POST /dang-nhap/mau`: into the role of one of the sample's people. Raises NotAllowed outside the sample."""
    form = await templates.posted(request)
    try:
        account = UUID(form.get("account", ""))
    except ValueError as wrong:
        raise NotAllowed() from wrong
    entered = await run_in_threadpool(accounts.enter_sample, account, *_client(request))
    return _enter(request, entered, "/")


async def heartbeat(request: Request) -> Response:
    """`POST /nhip`: somebody is typing; the idle end slides although nothing was sent."""
    who = await run_in_threadpool(accounts.current, request.state.sign_in.session)
    return Response(status_code=204 if who is not None else 401)
