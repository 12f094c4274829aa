"""Slips with one-time codes: shown once on the screen, and as a Word file to cut out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import Slip
from recognition.hall.actor import Actor
from vietnamese import dates

_KEPT = "accounts:slips"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def keep(slips: Sequence[Slip]) -> None:
    """Keep fresh slips for this screen until they are put away: a code is stored nowhere else."""
    st.session_state[_KEPT] = tuple(slips)


def shown(who: Actor) -> None:
    """The kept slips, to write down or print."""
    slips: tuple[Slip, ...] = st.session_state.get(_KEPT, ())
    if not slips:
        return
    with st.container(border=True):
        st.markdown("**:material/key: Mã dùng một lần**")
        parts.soft("Mã chỉ hiện lúc này. Anh/chị in phiếu hoặc ghi lại rồi giao tận tay; người nhận dùng mã để chọn mật khẩu.")
        for slip in slips[:10]:
            parts.facts((("Họ và tên", slip.name), ("Tên đăng nhập", slip.user_name), ("Mã", slip.code), ("Dùng trước", dates.moment(slip.expires_at))), columns=4)
        if len(slips) > 10:
            parts.soft(f"Còn {len(slips) - 10} phiếu nữa trong tệp.")
        left, right, _rest = st.columns([2, 1, 3])
        address = frame.address()  # the file is made after this run, when nobody knows the address any more
        left.download_button(
            f"Tải {len(slips)} phiếu (Word)", data=lambda: accounts.slips_file(who, slips, address), file_name="Phiếu tài khoản.docx",
            mime=_WORD, icon=":material/print:", on_click="ignore", width="stretch", type="primary",
        )
        if right.button("Cất đi", width="stretch"):
            del st.session_state[_KEPT]
            st.rerun()


def for_those_without_password(who: Actor) -> None:
    """One button that makes fresh codes for everybody who has not signed in yet."""
    shown(who)
    waiting = accounts.without_password(who)
    if not waiting:
        return
    parts.soft(f"{len(waiting)} người chưa dùng mã lần nào.")
    if st.button(f"Cấp mã mới và in {len(waiting)} phiếu…", icon=":material/print:"):
        parts.ask("slips")
    made = parts.confirm(
        "slips", "Cấp mã mới", f"{len(waiting)} người chưa đặt mật khẩu sẽ có mã mới; phiếu đã in trước đây hết dùng được. Mã mới hiện ra một lần để in.",
        "Cấp mã", lambda key: accounts.new_codes(who, [one.id for one in waiting], key),
    )
    if made is not None:
        if isinstance(made, str):
            parts.done("Mã đã được cấp ở lần bấm trước.")
        else:
            keep(made)
        st.rerun()
