"""Việc cần làm: what waits for me, nearest deadline first; then what waits for others; then what I was told."""

from __future__ import annotations

import streamlit as st

from pages.home import providers
from pages.home.providers import WorkItem
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from vietnamese import dates


def draw(who: Actor) -> None:
    """The whole screen."""
    st.title("Việc cần làm")
    today = dates.today()
    parts.soft(f"{dates.weekday(today)}, {dates.short(today)}")
    items, troubles = providers.gather(who)
    mine = [item for item in items if not item.for_others]
    others = [item for item in items if item.for_others]
    work, narrow = st.columns([5, 2], gap="large")
    with work:
        for sentence in troubles:
            st.warning(sentence, icon=":material/cloud_off:")
        _told(who)
        st.subheader(f"Đang chờ anh/chị · {len(mine)}")
        if mine:
            _rows(mine, "mine")
        else:
            parts.soft(_nothing(who))
        if others:
            st.subheader(f"Đang chờ người khác · {len(others)}")
            _rows(others, "others")
    with narrow:
        for part in providers.beside():
            part(who)
        frame.link("pages/home/help.py", "Hướng dẫn cho vai của anh/chị", ":material/help:")


def _nothing(who: Actor) -> str:
    if not who.roles:
        return "Tài khoản này chưa có vai trò nào nên chưa thấy hồ sơ. Anh/chị nhờ người quản trị giao vai trò và đơn vị."
    return "Chưa có việc nào chờ anh/chị. Việc mới sẽ hiện ở đây, việc gần hạn đứng trước."


def _rows(items: list[WorkItem], name: str) -> None:
    with st.container(border=True, gap="medium"):
        for number, item in enumerate(items):
            _row(item, f"{name}:{number}:{item.page}:{item.id}")


def _row(item: WorkItem, key: str) -> None:
    words, badge, button = st.columns([5.6, 1.6, 1.8], vertical_alignment="center")
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
    """Unread notices, and one button that puts them away."""
    told = accounts.inbox(who)
    if not told:
        return
    head, button = st.columns([4, 1.4], vertical_alignment="bottom")
    head.subheader(f"Tin mới · {len(told)}")
    if button.button("Đã đọc hết", icon=":material/done_all:", width="stretch"):
        accounts.mark_read(who, [one.id for one in told])
        st.rerun()
    with st.container(border=True):
        for one in told:
            st.markdown(f"{parts.said(one.sentence)}  \n:small[:gray[{dates.moment(one.made_at)}]]")


draw(frame.require())
