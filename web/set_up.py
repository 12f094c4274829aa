"""First start: a one-time code, then the first organ and administrator, or a look around with sample data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recognition.accounts import actions as accounts
from recognition.catalogue.terms import IssuerForm, SignerForm
from recognition.hall import public_address
from recognition.hall.errors import HallError, Invalid, NotAllowed
from recognition.hall.rate import Rate
from recognition.hall.words import Role
from vietnamese import dates
from web import origin, templates
from web.installation import house

_tries = Rate(10)
#: Wider than any field may be, so that the form itself says what is too long; what a machine sends beyond that is dropped.
_WIDEST = 2_000
_FIELDS = ("code", "superior", "organ", "awarding_line", "short_sign", "place", "track", "signer", "signer_post", "signer_capacity", "public_url", "name", "user_name")
TRACKS = (
    ("party", "Cơ quan Đảng"),
    ("state", "Cơ quan nhà nước"),
    ("union", "Công đoàn, đoàn thể"),
    ("enterprise", "Doanh nghiệp, đơn vị sự nghiệp"),
)


async def set_up(request: Request) -> Response:
    """`/thiet-lap`."""
    if house().progress.running:
        return _waiting(request)
    if not await run_in_threadpool(house().needs_set_up):
        return RedirectResponse("/dang-nhap", status_code=303)
    empty = dict.fromkeys(_FIELDS, "") | {"track": "party", "user_name": "quan.tri"}
    if request.method != "POST":
        faults = {"": house().progress.trouble} if house().progress.trouble else {}
        return _form(request, empty, faults)
    form = await templates.posted(request)
    typed = empty | {name: form.get(name, "").strip()[:_WIDEST] for name in _FIELDS}
    try:
        _check_code(typed["code"], origin.address(request.scope))
        if form.get("do") == "sample":
            house().begin_sample(sample_builder())
            return RedirectResponse("/thiet-lap", status_code=303)
        await run_in_threadpool(_set_up, typed, form)
    except HallError as error:
        return _form(request, typed, error.fields if isinstance(error, Invalid) else {"": error.sentence}, 422)
    house().set_up_done()
    entered = await run_in_threadpool(
        accounts.sign_in, typed["user_name"], form.get("password", ""), origin.address(request.scope), request.headers.get("user-agent", "")
    )
    answer = RedirectResponse("/", status_code=303)
    templates.set_cookie(request, answer, origin.session_cookie(request.scope), entered.token)
    return answer


def _form(request: Request, typed: Mapping[str, str], faults: Mapping[str, str], status: int = 200) -> Response:
    words: dict[str, object] = {"title": "Thiết lập lần đầu", "typed": typed, "faults": faults, "tracks": TRACKS, "named_url": public_address.of_environment()}
    words["code_file"] = str(house().settings.data / "ma-thiet-lap.txt")
    return templates.page(request, "set_up.html", status, **words)


def _waiting(request: Request) -> Response:
    progress = house().progress
    answer = templates.page(request, "waiting.html", title="Đang dựng dữ liệu mẫu", share=round(progress.share * 100), sentence=progress.sentence)
    answer.headers["Refresh"] = "1"
    return answer


def _check_code(typed: str, address: str) -> None:
    if not _tries.admits(address):
        raise Invalid({"code": "Từ máy này đã thử quá nhiều mã. Anh/chị đợi một phút rồi thử lại."})
    if not house().code_fits(typed):
        raise Invalid({"code": "Mã thiết lập chưa đúng. Anh/chị xem lại mã ở nơi nêu dưới đây rồi nhập lại."})


def _set_up(typed: Mapping[str, str], form: Mapping[str, str]) -> None:
    """Both or neither. Raises Invalid with every fault of the form at once."""
    issuer = IssuerForm(
        name=typed["organ"], awarding_line=typed["awarding_line"], short_sign=typed["short_sign"], place=typed["place"], superior=typed["superior"],
        track=typed["track"], address_style="dong_chi" if typed["track"] == "party" else "anh_chi",
    )
    signer = None
    if typed["signer"] or typed["signer_post"]:
        signer = SignerForm(name=typed["signer"], post=typed["signer_post"], capacity=typed["signer_capacity"], from_date=dates.today())
    accounts.set_up(issuer, signer, typed["user_name"], typed["name"], form.get("password", ""), form.get("again", ""), typed["public_url"])


def sample_builder() -> Callable[[Callable[[float, str], None]], None]:
    """What fills an empty database with the sample; its rooms are loaded when somebody asks for it."""
    from recognition.sample import actions as sample

    return sample.build


async def leave_sample(request: Request) -> Response:
    """`/thiet-lap/thoi-mau`: an administrator of the sample ends it; everything of it is deleted."""
    if not house().sample:
        return RedirectResponse("/", status_code=303)
    sign_in = getattr(request.state, "sign_in", None)
    who = await run_in_threadpool(accounts.current, sign_in.session) if sign_in is not None else None
    allowed = who is not None and who.has(Role.ADMINISTRATOR)
    if request.method != "POST":
        return templates.page(request, "leave_sample.html", title="Thôi dùng thử", allowed=allowed)
    await templates.posted(request)
    if not allowed:
        raise NotAllowed("Chỉ người vào vai Quản trị mới thôi dùng thử được.")
    await run_in_threadpool(house().leave_sample)
    return RedirectResponse("/", status_code=303)
