"""Access keys in a list, each with its button to end it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import AccessKey
from recognition.hall.actor import Actor
from vietnamese import dates


def listed(who: Actor, keys: Sequence[AccessKey], *, owners: bool = False) -> None:
    """One under another: for which program, whose, since when and until when, used when last."""
    with st.container(border=True):
        for one in keys:
            _row(who, one, owners)


def _row(who: Actor, one: AccessKey, owners: bool) -> None:
    words, button = st.columns([6.6, 1.8], vertical_alignment="center")
    used = f"dùng gần nhất ngày {dates.short(one.used_on)}" if one.used_on else "chưa dùng lần nào"
    line = " · ".join((*((one.owner,) if owners else ()), f"cấp lúc {dates.moment(one.created_at)}", f"dùng đến hết {dates.short(one.ends_on)}", used))
    words.markdown(f"**{parts.said(one.name)}**  \n:small[:gray[{parts.said(line)}]]")
    name = f"end_key:{one.id}"
    if button.button("Huỷ khoá…", key=f"ask:{name}", width="stretch"):
        parts.ask(name)
    body = f"Chương trình «{one.name}» sẽ không đọc được gì nữa. Khoá đã huỷ không dùng lại được."
    if parts.confirm(name, "Huỷ khoá truy cập", body, "Huỷ khoá", lambda key: accounts.end_access_key(who, one.id, key)):
        st.rerun()
