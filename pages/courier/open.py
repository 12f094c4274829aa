"""Mở gói nhận về: the file is checked, its sender is known or confirmed first, then it is kept."""

from __future__ import annotations

import streamlit as st

from pages.courier import trust
from pages.shared import frame, parts
from parcel import LIMITS
from recognition.courier import actions
from recognition.courier.terms import Kind, Looked
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.READ_PARCEL)


def label(looked: Looked) -> None:
    """What the parcel says of itself."""
    what = f"{looked.cases} hồ sơ, {looked.files} tệp minh chứng" if looked.kind is Kind.CASES else f"{looked.cases} kết quả xét"
    parts.facts((("Nơi gửi", looked.card.name), ("Gói", f"Số {looked.number}, ngày {dates.short(looked.made_on)}"), ("Trong gói", what)))


with st.container(horizontal=True):
    frame.link("pages/courier/list.py", "Gói chuyển cấp", ":material/arrow_back:")
st.title("Mở gói nhận về")
parts.soft("Chữ ký, từng phần của gói và nơi nhận được kiểm tra trước khi mở. Mở gói chưa nhận hồ sơ nào: anh/chị xem từng dòng rồi mới chọn.")
file = st.file_uploader("Tệp gói (.zip)", type=["zip"], key="courier:parcel", max_upload_size=LIMITS.bytes // (1024 * 1024))
parts.field_error("open", "file")
if file is None:
    st.stop()
try:
    looked = actions.look(who, file.getvalue())
except HallError as refused:
    st.error(refused.sentence, icon=":material/error:")
    st.stop()
label(looked)
if looked.partner is None:
    st.warning("Nơi gửi này chưa được xác nhận ở đây, nên gói chưa mở được.", icon=":material/gpp_maybe:")
    if trust.form(who, looked.card, "open:trust", sends=looked.kind is Kind.CASES) is not None:
        st.rerun()
    st.stop()
parts.soft(f"Chữ ký khớp với thẻ đã xác nhận, dấu khoá {looked.partner.fingerprint}.")
st.info("Trong gói là dữ liệu cá nhân. Mở xong, anh/chị xoá tệp khỏi USB hoặc cất USB như tài liệu của cơ quan.", icon=":material/lock:")
if st.button("Mở gói", type="primary", icon=":material/inbox:"):
    data = file.getvalue()
    made = parts.do("open", lambda key: actions.receive(who, data, key))
    if made is not None:
        frame.go("pages/courier/parcel.py", id=made if isinstance(made, str) else made.id)
