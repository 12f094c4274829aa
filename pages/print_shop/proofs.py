"""Phiếu dò: each unit reads exactly what will be printed and signs; here is who has signed."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing.actions import proofs
from recognition.issuing.shop_terms import Slip
from vietnamese import dates

who = frame.require(Verb.SEE_CERTIFICATES)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def sign(slip: Slip) -> None:
    """Record the signature of a unit, or take the record back."""
    name = f"sign:{slip.key}"
    typed: dict[str, str] = {}

    def draw() -> None:
        typed["by"] = fields.line(name, "signed_by", "Họ tên người ký phiếu")
        typed["on"] = fields.day(name, "signed_on", "Ngày ký", dates.today())
        typed["remark"] = fields.line(name, "remark", "Ghi chú (không bắt buộc)")

    def call(key: UUID) -> bool:
        proofs.sign(who, decision.id, slip.key, slip.content_sha256, typed["by"], typed["on"], typed["remark"], key)
        return True

    body = f"{slip.unit} đã đọc {len(slip.rows)} giấy trên phiếu mã {slip.content_sha256[:8].upper()} và ký đúng."
    if parts.confirm(name, "Ghi đơn vị đã ký", body, "Ghi đã ký", call, draw):
        parts.done("Đã ghi.")
        st.rerun()


def withdraw(slip: Slip) -> None:
    """The unit found a mistake after signing."""
    signed, name = slip.signed, f"withdraw:{slip.key}"
    if signed is None:
        return
    typed: dict[str, str] = {}

    def draw() -> None:
        typed["reason"] = fields.line(name, "reason", "Lý do, ví dụ đơn vị báo còn sai chữ")

    def call(key: UUID) -> bool:
        proofs.withdraw(who, signed.id, typed["reason"], key)
        return True

    if parts.confirm(name, "Bỏ ghi đã ký", f"{slip.unit} trở lại chờ ký.", "Bỏ ghi đã ký", call, draw):
        st.rerun()


def row(slip: Slip) -> None:
    """One unit: how many papers, what is doubtful, whether it has signed."""
    words, badge, paper, button = st.columns([4, 2.1, 1.5, 1.7], vertical_alignment="center")
    with words.container(gap=None):
        st.markdown(f"**{parts.said(slip.unit)}**")
        parts.soft(f"{len(slip.rows)} giấy" + (f" · {slip.doubts} chỗ cần xem kỹ" if slip.doubts else ""))
    with badge:
        if slip.signed is None:
            st.badge("Chờ ký", icon=":material/draw:", color="orange")
        elif slip.outdated:
            st.badge("Nội dung đã đổi, ký lại", icon=":material/warning:", color="red")
        else:
            st.badge(f"Đã ký {dates.short(slip.signed.signed_on)}", icon=":material/check:", color="green")
            parts.soft(slip.signed.signed_by)
    paper.download_button("Word", lambda: proofs.word(who, decision.id, slip.key), f"phieu-do-{slip.unit}.docx", WORD, key=f"word:{slip.key}", icon=":material/print:", width="stretch", on_click="ignore")
    if may_sign:
        if slip.signed is None or slip.outdated:
            if button.button("Ghi đã ký…", key=f"ask:{slip.key}", width="stretch"):
                parts.ask(f"sign:{slip.key}")
            sign(slip)
        else:
            if button.button("Bỏ ghi…", key=f"ask:{slip.key}", width="stretch"):
                parts.ask(f"withdraw:{slip.key}")
            withdraw(slip)
    with st.expander(f"Xem nội dung in của {len(slip.rows)} giấy"):
        for paper_row in slip.rows:
            parts.plain("\n".join(part for part in (paper_row.name, ", ".join(filter(None, (paper_row.post, paper_row.unit))), f"{paper_row.form}: {paper_row.subject or paper_row.wording}") if part))
            for doubt in paper_row.doubts:
                st.markdown(f":orange[:material/help:] {parts.said(doubt.field)}: {parts.said(doubt.what)}")


decision = frame.found(lambda: decisions.get(who, frame.case_id()))
slips = frame.found(lambda: proofs.slips(who, decision.id))
frame.link("pages/certificates/decision.py", "Giấy khen theo quyết định này", ":material/arrow_back:", id=decision.id)
st.title(parts.said(f"Phiếu dò, Quyết định số {decision.number_text}"))
parts.soft("Mỗi đơn vị đọc từng chữ sẽ in rồi ký. Sai ở đâu thì sửa bằng quyết định đính chính trước khi cấp giấy.")
may_sign = allowed(who, Verb.SIGN_PROOF, decision)
left, right = st.columns([5, 2], gap="large")
signed = sum(slip.signed is not None and not slip.outdated for slip in slips)
with right:
    st.metric("Đơn vị đã ký", f"{signed} trong {len(slips)}")
    if slips:
        st.download_button("Tải tất cả phiếu (Word)", lambda: proofs.word(who, decision.id), f"phieu-do-{decision.number_text.replace('/', '-')}.docx", WORD, icon=":material/print:", type="primary", width="stretch", on_click="ignore")
    now = proofs.required(who, decision.id)
    wanted = st.toggle("Chỉ cấp giấy khi mọi đơn vị đã ký", value=now, disabled=not may_sign, help="Áp dụng cho mọi quyết định của cơ quan này.")
    if wanted != now and parts.did("require", lambda key: proofs.require(who, decision.id, wanted, key)):
        st.rerun()
with left:
    if not slips:
        parts.empty("Quyết định này chưa có khen thưởng nào còn hiệu lực.")
    else:
        for slip in slips:
            with st.container(border=True):
                row(slip)
