"""Cơ quan ban hành: who decides and prints."""

import streamlit as st

from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Issuer
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_ISSUERS)


def row(issuer: Issuer) -> None:
    """One organ with its sign, track and way of numbering."""
    words, state, button = st.columns([5.6, 1.6, 1.4], vertical_alignment="center")
    with words:
        st.markdown(f"**{parts.said(issuer.name)}**")
        parts.soft(" · ".join(part for part in (issuer.superior, f"ký hiệu {issuer.short_sign}", issuer.track.label, f"đánh số {issuer.numbering.label.lower()}") if part))
    with state:
        if issuer.to_date is not None:
            st.badge(f"Kết thúc {dates.short(issuer.to_date)}", icon=":material/inventory_2:", color="gray")
        else:
            st.badge("Đang hoạt động", icon=":material/check:", color="green")
    if button.button("Mở", key=f"open:{issuer.id}", width="stretch"):
        frame.go("pages/admin/issuer.py", id=issuer.id)


head, add = st.columns([5, 1.6], vertical_alignment="bottom")
head.title("Cơ quan ban hành")
if add.button("Thêm cơ quan", type="primary", icon=":material/add:", width="stretch"):
    frame.go("pages/admin/issuer.py")
parts.soft("Tên, ký hiệu và người ký như trên văn bản. Đơn vị tự khen thưởng cũng là một cơ quan ban hành.")
found = catalogue.issuers(who)
if not found:
    parts.empty("Chưa có cơ quan nào. Anh/chị bấm «Thêm cơ quan» để ghi cơ quan ra quyết định đầu tiên.")
else:
    with st.container(border=True):
        for issuer in found:
            row(issuer)
