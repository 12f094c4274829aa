"""The frame around every screen: who is there, the menu by role, refusal, and the way from screen to screen."""

from __future__ import annotations

import html
import os
import threading
from collections.abc import Callable
from typing import NoReturn, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

import streamlit as st

from pages.shared import navigation, slots
from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, NotFound
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, Verb

_ASSETS = navigation.ROOT / "assets" / "web"
_run = threading.local()
T = TypeVar("T")


def run() -> None:
    """Draw the frame, then the screen that was asked for. The whole script of the app."""
    st.set_page_config(page_title="Gương Sáng", page_icon=str(_ASSETS / "icon.png"), layout="wide", initial_sidebar_state="auto")
    slots.fresh()
    _run.who = _signed_in()
    try:
        _draw(_run.who)
    finally:
        _run.who = None


def _draw(who: Actor) -> None:
    pages: dict[str, list[st.Page]] = {}
    for entry in navigation.for_actor(who):
        pages.setdefault(entry.section, []).append(_page(entry))
    dark = st.context.theme.type == "dark"
    st.logo(str(_ASSETS / ("logo-dark.svg" if dark else "logo-light.svg")), size="large", icon_image=None, link=None)
    ordered = {section: pages[section] for section in navigation.SECTIONS if section in pages}
    page = st.navigation(ordered, position="sidebar", expanded=True)
    st.set_page_config(page_title=f"{page.title} · Gương Sáng")
    _person(who)  # before the screen: one that stops half-way still has the way out beside it
    _banners()
    if page.url_path in {entry.url_path for entry in navigation.shelf(who)}:
        link("pages/insight/figures.py", "Bảng số liệu", ":material/arrow_back:")
    page.run()


def _page(entry: navigation.Entry) -> st.Page:
    first = entry.url_path == navigation.ENTRIES[0].url_path
    return st.Page(
        navigation.ROOT / entry.file, title=entry.title, icon=entry.icon, url_path=entry.url_path, default=first,
        visibility="visible" if entry.in_menu else "hidden",
    )


def _signed_in() -> Actor:
    """The person of this run, from the stored sign-in; the way to sign-in when it has ended."""
    session = st.user.to_dict().get("session")
    try:
        who = accounts.current(str(session)) if session else None
    except HallError as error:
        st.error(error.sentence, icon=":material/cloud_off:")
        st.stop()
    if who is None:
        lead_to("/dang-nhap?vi=het-phien" if session else "/dang-nhap", back=True, sentence="Phiên làm việc đã hết.")
    if who.must_change_password:
        lead_to("/doi-mat-khau", sentence="Anh/chị chọn mật khẩu trước khi làm tiếp.")
    return who


def lead_to(place: str, *, back: bool = False, sentence: str = "") -> NoReturn:
    """Leave the screens for a plain page; our one script follows the sign, and the link is there for whoever has no script."""
    st.html(
        f'<p data-gs-go="{html.escape(place)}" data-gs-back="{int(back)}">{html.escape(sentence)} '
        f'<a href="{html.escape(place)}" target="_self">Đi tiếp</a></p>'
    )
    st.stop()


def who() -> Actor:
    """The person of this run; read anew inside a fragment's own run."""
    found: Actor | None = getattr(_run, "who", None)
    return found or _signed_in()


def require(verb: Verb | None = None) -> Actor:
    """The person, when they may do `verb`; else the sentence and nothing more. Each screen begins with it."""
    person = who()
    if verb is not None and not allowed(person, verb):
        refuse("Anh/chị không có quyền mở trang này. Nếu cần, anh/chị hỏi người quản trị.")
    return person


def refuse(sentence: str) -> NoReturn:
    """Say why nothing is shown, and stop."""
    st.title("Không mở được trang")
    st.info(sentence, icon=":material/lock:")
    if st.button("Về Việc cần làm"):
        go(navigation.ENTRIES[0].file)
    st.stop()


def case_id(name: str = "id") -> UUID:
    """The id in the address. Stops with a kind sentence when there is none, or it is no id."""
    try:
        return UUID(st.query_params.get(name, ""))
    except ValueError:
        refuse("Đường dẫn thiếu mã hồ sơ hoặc bị chép thiếu. Anh/chị mở lại từ danh sách.")


def found(read: Callable[[], T]) -> T:
    """What `read` gives; its refusal as a kind page, and nothing more: `case = frame.found(lambda: nominations.get(who, id))`."""
    try:
        return read()
    except HallError as error:
        refuse(error.sentence)


def session() -> str:
    """The stored hash of this sign-in."""
    return str(st.user.to_dict().get("session") or "")


def address() -> str:
    """The address under which people reach the program, for slips and papers."""
    named = accounts.address()
    parts = urlsplit(st.context.url or "")
    return named or (f"{parts.scheme}://{parts.netloc}" if parts.netloc else "")


def go(file: str, **parameters: object) -> None:
    """To another screen: `frame.go("pages/nominations/case.py", id=…)`."""
    entry = next((one for one in navigation.ENTRIES if one.file == file), None)
    if entry is None or not (navigation.ROOT / file).is_file():
        raise NotFound(f"Chưa có trang {file}.")
    st.switch_page(_page(entry), query_params={key: str(value) for key, value in parameters.items()})


def link(file: str, label: str, icon: str | None = None, **parameters: object) -> None:
    """A link to another screen, drawn only when it is there."""
    entry = next((one for one in navigation.ENTRIES if one.file == file), None)
    if entry is not None and (navigation.ROOT / file).is_file():
        st.page_link(_page(entry), label=label, icon=icon, query_params={key: str(value) for key, value in parameters.items()})


def _banners() -> None:
    if accounts.is_sample():
        st.html(
            '<div class="gs-banner" role="status"><strong>MẪU</strong> Dữ liệu dùng thử, không có giá trị. '
            '<a href="/thiet-lap/thoi-mau" target="_self">Thôi dùng thử</a></div>'
        )
    if open_network():
        st.html('<div class="gs-banner" role="status"><strong>CHƯA MÃ HOÁ</strong> Máy chủ đang mở cho mạng nội bộ mà không có TLS.</div>')


def open_network() -> bool:
    """Whether the server is open to others without TLS; set by the launcher."""
    return os.environ.get("GUONG_SANG_OPEN_NETWORK") == "1"


def _person(who: Actor) -> None:
    """Name, role and the way out, under the menu."""
    with st.sidebar:
        st.html(f'<div class="gs-who"><strong>{html.escape(who.name)}</strong><span>{html.escape(" · ".join(filter(None, (role_line(who), accounts.place_line(who)))))}</span></div>')
        st.html(
            '<form class="gs-signout" method="post" action="/dang-xuat"><a href="/huong-dan" target="_self">Hướng dẫn</a>'
            '<a href="/tai-khoan-cua-toi" target="_self">Tài khoản</a>'
            "<button>Đăng xuất</button></form>"
        )


def role_line(who: Actor) -> str:
    """What somebody is, in words: «Thư ký, Thành viên Hội đồng»."""
    return ", ".join(role.label for role in Role if role in who.roles) or "Chưa có vai trò"
