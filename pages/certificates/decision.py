"""Certificates of one decision: choose a layout, look, check, issue, print."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.certificates import paper_book
from pages.print_shop import making
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import Decision
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing import actions
from recognition.issuing.actions import making as making_actions
from recognition.issuing.actions import proofs
from recognition.issuing.terms import AwardFacts, Batch
from vietnamese import dates

#: Pixels beside the column of actions.
_ROOM = 700
_TALLEST = 560

who = frame.require(Verb.SEE_CERTIFICATES)


def batch_line(batch: Batch) -> str:
    """«146 giấy khen sẽ nhận số 001 đến 146»."""
    name = batch.name.lower()
    if not batch.waiting:
        return f"{batch.issued} {name} đã cấp"
    numbers = f"số {batch.first:03d}" if batch.waiting == 1 else f"số {batch.first:03d} đến {batch.last:03d}"
    return f"{batch.waiting} {name} sẽ nhận {numbers} của sổ năm {batch.year}"


def findings(decision: Decision, layout: str, awards: list[AwardFacts]) -> bool:
    """What the print shop says; whether nothing blocks."""
    found = actions.check(who, decision.id, layout)
    if not found:
        st.success("Mọi giấy đều in được: đủ chữ, đủ chỗ, không lỗi phông.", icon=":material/check_circle:")
        return True
    blocking = sum(one.blocking for one in found)
    (st.error if blocking else st.warning)(f"{blocking} lỗi phải sửa, {len(found) - blocking} điều cần xem trước khi cấp.", icon=":material/rule:")
    columns = (
        parts.Column("Giấy", lambda one: awards[one.row - 1].name if 0 < one.row <= len(awards) else "Mẫu"),
        parts.Column("Ô", "field"),
        parts.Column("Điều gì", "what"),
        parts.Column("Cách sửa", "how_to_mend"),
        parts.Column("Mức", lambda one: "Phải sửa" if one.blocking else "Cần xem"),
    )
    parts.grid(found, columns, "findings", mode=None, alt="Những điều cần sửa trước khi cấp", room=_ROOM, tallest=_TALLEST)
    return blocking == 0


def called(award: AwardFacts) -> str:
    """Who is praised, and of which unit; a unit that is praised itself once."""
    return ", ".join(dict.fromkeys(part for part in (f"{award.salutation} {award.name}".strip(), award.unit) if part))


def preview(awards: list[AwardFacts], layout: str) -> None:
    """One paper as a draft."""
    by_id = {award.award_id: award for award in awards}
    chosen = st.selectbox("Xem giấy của", list(by_id), format_func=lambda one: called(by_id[one]), key="preview:award")
    try:
        with st.spinner("Đang vẽ giấy khen…"):
            issued = actions.issued_picture(who, chosen)
            picture = issued or actions.preview(who, chosen, layout, dpi=110)
        st.image(picture, width="stretch", caption="Như đã cấp; ảnh để xem, không đủ nét để in" if issued else "Bản nháp, chưa có số và mã tra cứu")
    except Exception as wrong:
        sentence = getattr(wrong, "sentence", None)
        if sentence is None:
            raise
        st.error(sentence)


def issue(decision: Decision, layout: str, batches: tuple[Batch, ...], ready: bool) -> None:
    """Take the numbers, after a confirmation in figures."""
    if not allowed(who, Verb.ISSUE, decision):
        parts.soft("Văn thư của cơ quan cấp giấy khen.")
        return
    waiting = [batch for batch in batches if batch.waiting]
    if not waiting:
        return
    if st.button("Cấp giấy khen…", icon=":material/verified:", type="primary", width="stretch", disabled=not ready):
        parts.ask("issue")

    def call(key: UUID) -> bool:
        actions.issue(who, decision.id, layout, key)
        return True

    body = "; ".join(batch_line(batch) for batch in waiting)
    tail = ". Nội dung in được giữ nguyên từ đây; số đã cấp không dùng lại, giấy hỏng phải ghi lý do."
    if parts.confirm("issue", "Cấp giấy khen", body[:1].upper() + body[1:] + tail, "Cấp giấy khen", call):
        parts.done("Đã cấp giấy khen.")
        st.rerun()


decision = frame.found(lambda: decisions.get(who, frame.case_id()))
frame.link("pages/certificates/list.py", "Giấy khen", ":material/arrow_back:")
st.title(parts.said(f"Giấy khen theo Quyết định số {decision.number_text}"))
parts.soft(f"{parts.sentence(decision.title)} · {dates.long(decision.decided_on) if decision.decided_on else ''}")
awards = frame.found(lambda: actions.awards(who, decision.id))
if not awards:
    parts.empty("Quyết định này không có khen thưởng nào để cấp giấy.")
    st.stop()
batches = actions.batches(who, decision.id)
waiting = sum(batch.waiting for batch in batches)
layouts = {info.name: info.title for info in actions.known_layouts(awards[0].track)}
left, right = st.columns([5, 2], gap="large")
with right, st.container(border=True):
    for batch in batches:
        st.markdown(parts.said(batch_line(batch)[:1].upper() + batch_line(batch)[1:]))
        if batch.first == 1:
            paper_book.offer(who, decision.issuer_id, batch.series, batch.year)
    layout = st.selectbox("Mẫu giấy", list(layouts), format_func=layouts.__getitem__, key="layout")
    action = st.container()
    if sum(batch.issued for batch in batches) and allowed(who, Verb.PRINT, decision):
        if making_actions.is_long(sum(batch.issued for batch in batches)):
            making.file(who, f"batch:{decision.id}", "PDF để in", lambda at: making_actions.batch(who, at, decision.id), primary=not waiting)
        else:
            st.link_button("Tải PDF để in", f"/tai-ve/certificates/{decision.id}", icon=":material/print:", width="stretch", type="secondary" if waiting else "primary")
        parts.soft("Thứ tự trang là thứ tự gọi tên. Mỗi lần tải được ghi vào nhật ký in.")
    if st.button("Phiếu dò", icon=":material/spellcheck:", width="stretch"):
        frame.go("pages/print_shop/proofs.py", id=decision.id)
    if st.button("Gói lễ trao", icon=":material/celebration:", width="stretch"):
        frame.go("pages/print_shop/ceremony.py", id=decision.id)
    if sum(batch.issued for batch in batches) and allowed(who, Verb.HAND_OVER_AWARD, decision) and st.button("Trao thưởng, ký nhận", icon=":material/redeem:", width="stretch"):
        frame.go("pages/print_shop/hand_over.py", id=decision.id)
    if st.button("Sổ cấp giấy khen", icon=":material/menu_book:", width="stretch"):
        frame.go("pages/certificates/register.py", tim=decision.number_text)
    if not accounts.address():
        st.warning("Chưa có địa chỉ tra cứu: mã QR in ra chỉ mang mã tra cứu, điện thoại quét không mở được trang. Anh/chị nhờ người quản trị đặt ở «Địa chỉ tra cứu» trước khi in.", icon=":material/qr_code_2:")
    if waiting:
        unsigned = [slip.unit for slip in proofs.slips(who, decision.id) if slip.signed is None or slip.outdated]
        if unsigned:
            must = proofs.required(who, decision.id)
            st.warning(parts.said(f"{len(unsigned)} đơn vị chưa ký phiếu dò." + (" Cấp được khi mọi đơn vị đã ký." if must else "")), icon=":material/spellcheck:")
with left:
    ready = findings(decision, layout, actions.to_issue(who, decision.id)) if waiting and layout else False
with action:
    issue(decision, layout, batches, ready)
with left:
    preview(awards, layout)
