"""Quyết định bên ngoài: typed, or pasted from a list, with number, date and scan."""

from __future__ import annotations

from uuid import UUID

import pyarrow as pa
import streamlit as st

from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AwardType, Family, RecipientKind, Track
from recognition.decisions import actions
from recognition.decisions.terms import ExternalInput, ExternalLine, Kind
from recognition.hall.words import Role, Verb

who = frame.require(Verb.RECORD_EXTERNAL)
COLUMNS = ("Loại", "Danh xưng", "Tên", "Chức vụ", "Đơn vị, địa chỉ", "Hình thức", "Thành tích", "Tên mô hình", "Tiền thưởng (đồng)")
MONEY = COLUMNS[-1]
KINDS = {kind.label: kind.value for kind in RecipientKind}


def table(awards: dict[str, AwardType]) -> list[dict[str, object]]:
    """The list, typed or pasted from Excel."""
    usual = (name for name, award in awards.items() if award.family is Family.GIAY_KHEN)
    first = next(usual, next(iter(awards), ""))
    options = {
        "Loại": st.column_config.SelectboxColumn("Loại", options=list(KINDS), required=True, default=RecipientKind.INDIVIDUAL.label, width=110),
        "Danh xưng": st.column_config.TextColumn("Danh xưng", width=115),
        "Tên": st.column_config.TextColumn("Tên", required=True, width=180),
        "Hình thức": st.column_config.SelectboxColumn("Hình thức", options=list(awards), required=True, default=first, width=190),
        "Thành tích": st.column_config.TextColumn("Thành tích", width=260),
        MONEY: st.column_config.NumberColumn(MONEY, min_value=0, step=1, default=0, format="localized"),
    }
    blank = {"Loại": RecipientKind.INDIVIDUAL.label, "Hình thức": first}
    empty = pa.table({name: pa.array([None if name == MONEY else blank.get(name, "")], pa.int64() if name == MONEY else pa.string()) for name in COLUMNS})
    edited: pa.Table = st.data_editor(empty, num_rows="dynamic", width="stretch", placeholder="", column_config=options, key="external:lines", column_order=COLUMNS)
    rows: list[dict[str, object]] = edited.to_pylist()
    return [row for row in rows if any(str(row[name] or "").strip() for name in ("Tên", "Thành tích", "Đơn vị, địa chỉ"))]


def line(row: dict[str, object], awards: dict[str, AwardType], answers: UUID | None) -> ExternalLine:
    """One row as the action takes it."""

    def said(name: str) -> str:
        return str(row.get(name) or "")

    award = awards.get(said("Hình thức"))
    return ExternalLine(
        KINDS.get(said("Loại"), ""), said("Tên"), award.id if award else UUID(int=0), said("Thành tích"), said("Danh xưng"), said("Chức vụ"),
        said("Đơn vị, địa chỉ"), said("Tên mô hình"), int(float(said(MONEY) or 0)), nomination_id=answers,
    )  # fmt: skip


frame.link("pages/decisions/list.py", "Quyết định", ":material/arrow_back:")
st.title("Quyết định bên ngoài")
parts.soft("Quyết định do cơ quan khác ban hành, hoặc của chính cơ quan trước khi dùng phần mềm. Tính vào lịch sử khen thưởng, in được giấy khen.")
issuers = {issuer.id: issuer for issuer in catalogue.issuers(who) if issuer.id in who.issuers(Role.SECRETARY)}
awards = {f"{award.name} ({award.track.label})": award for award in catalogue.award_types(who)}
forwarded = {one.id: one for one in actions.forwarded(who)}
with st.container(border=True):
    left, right = st.columns(2)
    issuer = left.selectbox("Ghi vào sổ theo dõi của", list(issuers), format_func=lambda one: issuers[one].name)
    kind = right.radio("Loại", (Kind.COMMEND, Kind.RECOGNISE), format_func=lambda one: one.label, horizontal=True)
    organ = left.text_input("Cơ quan quyết định", placeholder="Để trống nếu là quyết định của chính cơ quan ở trên")
    tracks = [track for track in Track if track is not Track.ANY]
    track = right.selectbox("Cơ quan đó thuộc khối", tracks, format_func=lambda one: one.label, help="Quyết định tiêu đề trên giấy khen in ra.", disabled=not organ)
    title = st.text_input("Trích yếu", placeholder="về việc tặng Bằng khen cho …")
    parts.field_error("external", "title")
    number, day, signer, post = st.columns(4)
    number_text = number.text_input("Số quyết định, như trên giấy", placeholder="1322/QĐ-UBND")
    decided_on = day.text_input("Ngày quyết định", placeholder="25/03/2025")
    signer_name = signer.text_input("Người ký")
    signer_post = post.text_input("Chức vụ người ký")
    for field in ("number_text", "decided_on", "signer_name"):
        parts.field_error("external", field)
    scan = st.file_uploader("Bản quét quyết định (PDF, JPEG, PNG)", type=["pdf", "jpg", "jpeg", "png"])
    parts.field_error("external", "scan")
st.subheader("Danh sách")
parts.soft("Gõ từng dòng, hoặc chép nhiều dòng từ Excel rồi dán vào ô đầu tiên. Chữ giữ đúng như trên giấy; tiền ghi như trong quyết định.")
rows = table(awards)
parts.field_error("external", "lines")
answers = None
if forwarded:
    answers = st.selectbox(
        "Trả lời hồ sơ đã chuyển cấp trên (khi danh sách có một dòng)", [None, *forwarded],
        format_func=lambda one: f"{forwarded[one].recipient_name}: {forwarded[one].title}" if one else "Không",
    )  # fmt: skip
if parts.pressed("Ghi quyết định", "external:record", type="primary", icon=":material/check:"):
    lines = tuple(line(row, awards, answers if len(rows) == 1 else None) for row in rows)
    data = ExternalInput(issuer, kind.value, title, number_text, decided_on, signer_name, signer_post, organ=organ, track=track.value if organ else "", scan=scan.getvalue() if scan else b"", lines=lines)
    made = parts.do("external", lambda key: actions.record_external(who, data, key))
    if made is not None:
        frame.go("pages/decisions/decision.py", id=made if isinstance(made, str) else made.id)
