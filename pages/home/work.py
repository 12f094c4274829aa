"""Việc cần làm: what waits for me, nearest deadline first; then what waits for others; then what I was told."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.home import providers
from pages.home.providers import WorkItem
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import Told
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

_FIRST, _MORE, _NEWEST = 10, 20, 4
#: What somebody may begin with when nothing waits, the most useful first.
_WAYS = (
    (Verb.NOMINATE, "Nêu gương việc tốt", "volunteer_activism", "pages/nominations/deed.py"),
    (Verb.ISSUE, "Giấy khen", "workspace_premium", "pages/certificates/list.py"),
    (Verb.SEE_FIGURES, "Xem toàn cảnh", "monitoring", "pages/insight/dashboard.py"),
    (Verb.SEE_NOMINATIONS, "Xem các đề nghị", "trophy", "pages/nominations/list.py"),
    (Verb.SEARCH, "Tra cứu", "search", "pages/insight/search.py"),
)


def draw(who: Actor) -> None:
    """The whole screen."""
    st.title("Việc cần làm")
    today = dates.today()
    parts.soft(f"{dates.weekday(today)}, {dates.short(today)}")
    items, troubles = _gathered(who, today)
    mine = [item for item in items if not item.for_others]
    others = [item for item in items if item.for_others]
    work, narrow = st.columns([5, 2], gap="large")
    with work:
        for sentence in troubles:
            st.warning(sentence, icon=":material/cloud_off:")
        st.subheader(f"Đang chờ anh/chị · {len(mine)}" if mine else "Đang chờ anh/chị")
        if mine:
            _rows(mine, "mine")
        else:
            _nothing(who)
        if others:
            st.subheader(f"Đang chờ người khác · {len(others)}")
            _rows(others, "others")
    with narrow:
        _told(who)
        for part in providers.beside():
            part(who)
        frame.link("pages/home/help.py", "Hướng dẫn cho vai của anh/chị", ":material/help:")


def _gathered(who: Actor, today: date) -> tuple[list[WorkItem], list[str]]:
    """What waits; asked again only when the day, the person's rights or anything in the log has changed."""
    stamp = (accounts.pulse(), today, who)
    kept = st.session_state.get("work:gathered")
    if kept is None or kept[0] != stamp:
        kept = (stamp, providers.gather(who))
        if not kept[1][1]:
            st.session_state["work:gathered"] = kept
    found: tuple[list[WorkItem], list[str]] = kept[1]
    return found


def _nothing(who: Actor) -> None:
    """Why nothing waits, and what one may begin with."""
    with st.container(border=True):
        if not who.roles:
            parts.soft("Tài khoản này chưa có vai trò nào nên chưa thấy hồ sơ. Anh/chị nhờ người quản trị giao vai trò và đơn vị.")
            return
        parts.soft("Không có việc nào chờ anh/chị. Việc mới sẽ hiện ở đây, việc gần hạn đứng trước.")
        ways = [way for way in _WAYS if allowed(who, way[0])][:2]
        with st.container(horizontal=True):
            for _verb, label, icon, page in ways:
                if st.button(label, key=f"way:{page}", icon=f":material/{icon}:"):
                    frame.go(page)


def _rows(items: list[WorkItem], name: str) -> None:
    """The nearest ones; the rest after a click, so that a long list stays quick."""
    shown = int(st.session_state.get(f"work:{name}", _FIRST))
    with st.container(border=True, gap="medium"):
        for number, item in enumerate(items[:shown]):
            _row(item, f"{name}:{number}:{item.page}:{item.id}")
        if len(items) > shown and st.button(f"Xem thêm {len(items) - shown} việc", key=f"more:{name}", type="tertiary", icon=":material/expand_more:"):
            st.session_state[f"work:{name}"] = shown + _MORE
            st.rerun()


def _row(item: WorkItem, key: str) -> None:
    words, badge, button = st.columns([5.2, 1.9, 1.9], vertical_alignment="center")
    with words:
        st.markdown(f"**:material/{item.icon}: {parts.said(item.title)}**  \n:small[:gray[{parts.said(item.detail)}]]")
    with badge:
        if item.badge:
            st.badge(parts.said(item.badge), icon=":material/hourglass_top:", color="blue")
        else:
            parts.deadline(item.deadline)
    if button.button(parts.said(item.verb), key=key, width="stretch"):
        frame.go(item.page, **({"id": item.id} if item.id else {}), **item.parameters)


def _told(who: Actor) -> None:
    """Unread notices, newest first, and one button that puts them away."""
    told = accounts.inbox(who)
    if not told:
        return
    st.subheader(f"Tin mới · {len(told)}")
    with st.container(border=True):
        for one in told[:_NEWEST]:
            _notice(one)
        if len(told) > _NEWEST:
            with st.expander(f"Còn {len(told) - _NEWEST} tin"):
                for one in told[_NEWEST:]:
                    _notice(one)
        if st.button("Đã đọc hết", icon=":material/done_all:", width="stretch"):
            accounts.mark_read(who, [one.id for one in told])
            st.rerun()


def _notice(one: Told) -> None:
    st.markdown(f":small[{parts.said(one.sentence)}]  \n:small[:gray[{dates.moment(one.made_at)}]]")


draw(frame.require())
