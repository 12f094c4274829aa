"""One parcel: what went, to download; or row by row what came, to take in."""

from __future__ import annotations

import streamlit as st

from pages.courier import coming, results
from pages.shared import frame, parts
from recognition.courier import actions
from recognition.courier.terms import Direction, Kind, ParcelRow
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEE_PARCELS)


def went(parcel: ParcelRow) -> None:
    """One that we made."""
    st.success("Gói đã làm xong. Anh/chị tải tệp, chép vào USB và trao cho nơi nhận.", icon=":material/check:")
    if allowed(who, Verb.SEND_PARCEL):
        data, name = frame.found(lambda: actions.file(who, parcel.id))
        st.download_button("Tải gói", data, file_name=name, mime="application/zip", type="primary", icon=":material/download:", on_click="ignore")
    parts.soft("Tệp chỉ nơi nhận mở được; tải lại lúc nào cũng được, nội dung không đổi.")


parcel = frame.found(lambda: actions.get(who, frame.case_id()))
with st.container(horizontal=True):
    frame.link("pages/courier/list.py", "Gói chuyển cấp", ":material/arrow_back:")
st.title(f"{'Gói gửi' if parcel.direction is Direction.OUT else 'Gói của'} {parts.said(parcel.partner_name)}")
what = f"{parcel.cases} hồ sơ, {parcel.files} tệp minh chứng" if parcel.kind is Kind.CASES else f"{parcel.cases} kết quả xét"
opened = dates.short(dates.to_local(parcel.made_at).date())
parts.soft(f"Số {parcel.number}, ngày {dates.short(parcel.made_on)}: {what}. {parcel.by_name} {'làm' if parcel.direction is Direction.OUT else 'mở'} ngày {opened}.")
if parcel.direction is Direction.OUT:
    went(parcel)
elif parcel.kind is Kind.CASES:
    coming.draw(who, parcel)
else:
    results.draw(who, parcel)
