"""Ghi vào sổ: a dialogue, a review or an outreach session; who met whom, where, what about."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from pages.nominations.opening import opened
from pages.nominations.typed import as_id
from pages.shared import frame, parts
from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots import actions
from recognition.grassroots.terms import OWN, Kind, Record, RecordInput
from recognition.hall.words import Verb
from recognition.nominations.terms import Tags
from vietnamese import dates

who = frame.require(Verb.RECORD_MEETING)
NAME = "grassroots"
HINTS = {
    Kind.DIALOGUE: ("Hội nghị tiếp xúc, đối thoại giữa người đứng đầu với người lao động", "Người đứng đầu, lãnh đạo dự", "Nội dung chính"),
    Kind.REVIEW: ("Sơ kết công tác dân vận 6 tháng đầu năm", "Chủ trì", "Nội dung đã sơ kết"),
    Kind.OUTREACH: ("Tuyên truyền chỉ số PAPI, Luật Thực hiện dân chủ ở cơ sở", "Người trình bày", "Nội dung đã tuyên truyền"),
}


def begin(one: Record | None) -> None:
    """Fill the widgets once, when the form is opened."""
    mark = str(one.id) + f":{one.version}" if one else "new"
    if st.session_state.get("_grassroots") == mark:
        return
    units, issuers = list(actions.unit_choices(who, writing=True)), list(actions.issuer_choices(who))
    asked = st.query_params.get("loai")
    first: dict[str, Any] = {
        "kind": Kind(asked) if asked in OWN else Kind.DIALOGUE, "unit": units[0] if units else None, "issuer": issuers[0] if issuers else None, "day": dates.today(),
        "title": "", "place": "", "chair": "", "organisations": "", "people": None, "content": "", "result": "", "papi": [], "democracy": [],
    }  # fmt: skip
    if one is not None:
        first |= {name: getattr(one, name) for name in ("kind", "title", "place", "chair", "organisations", "people", "content", "result")}
        first |= {"unit": one.unit_id, "issuer": one.issuer_id, "day": one.on_date, "papi": list(one.tags.papi), "democracy": list(one.tags.democracy)}
    st.session_state.update({f"gr_{name}": value for name, value in first.items()})
    st.session_state["_grassroots"] = mark
    parts.forget_errors(NAME)


def head(one: Record | None) -> Kind:
    """Which kind, whose book, when and where."""
    if one is None:
        st.segmented_control("Loại", OWN, format_func=lambda kind: kind.label, key="gr_kind", required=True)
    kind: Kind = st.session_state["gr_kind"]
    units, issuers = actions.unit_choices(who, writing=True), actions.issuer_choices(who)
    if one is None and len(units) > 1:
        st.selectbox("Đơn vị", list(units), format_func=units.__getitem__, key="gr_unit")
    parts.field_error(NAME, "unit_id")
    if len(issuers) > 1:
        st.selectbox("Cơ quan theo dõi", list(issuers), format_func=issuers.__getitem__, key="gr_issuer", help="Thư ký của cơ quan này xem được bản ghi của đơn vị.")
    parts.field_error(NAME, "issuer_id")
    st.text_input("Tên", key="gr_title", placeholder=HINTS[kind][0])
    parts.field_error(NAME, "title")
    day, place = st.columns([1, 2.4])
    with day:
        parts.any_day("Ngày", "gr_day")
        parts.field_error(NAME, "on_date")
    with place:
        st.text_input("Địa điểm", key="gr_place", placeholder="Hội trường cơ quan")
        parts.field_error(NAME, "place")
    return kind


def people(kind: Kind) -> None:
    """Who met whom."""
    left, right = st.columns(2)
    with left:
        st.text_area(HINTS[kind][1], key="gr_chair", height=90, placeholder="Mỗi người một dòng, kèm chức vụ")
        parts.field_error(NAME, "chair")
    with right:
        st.text_area("Tổ chức chính trị - xã hội, bộ phận dự", key="gr_organisations", height=90, placeholder="Công đoàn cơ sở, Chi đoàn… mỗi nơi một dòng")
        parts.field_error(NAME, "organisations")
    label = "Số người được tuyên truyền" if kind is Kind.OUTREACH else "Số người lao động, người dân dự"
    st.columns([1, 2.4])[0].number_input(label, value=None, key="gr_people", step=1, placeholder="Để trống nếu không đếm")
    parts.field_error(NAME, "people")


def words(kind: Kind) -> None:
    """What about, what was concluded, tags."""
    st.text_area(HINTS[kind][2], key="gr_content", height=120)
    parts.field_error(NAME, "content")
    st.text_area("Kết luận", key="gr_result", height=90)
    parts.field_error(NAME, "result")
    papi, democracy = st.columns(2)
    papi.multiselect("Gắn với nội dung PAPI", list(Papi), format_func=lambda p: f"{p.value}. {p.label}", key="gr_papi", placeholder="Chọn nội dung")
    democracy.multiselect("Gắn với dân chủ ở cơ sở", list(Democracy), format_func=lambda d: d.label, key="gr_democracy", placeholder="Chọn nội dung")


def typed() -> RecordInput:
    """Everything that was typed."""
    state: dict[str, Any] = {name: st.session_state.get(f"gr_{name}") for name in ("kind", "unit", "issuer", "day", "people", "papi", "democracy")}
    said = {name: st.session_state.get(f"gr_{name}") or "" for name in ("title", "place", "chair", "organisations", "content", "result")}
    return RecordInput(
        state["kind"], state["unit"], state["issuer"], state["day"], people=state["people"],
        tags=Tags(None, tuple(state["papi"] or ()), tuple(state["democracy"] or ())), **said,
    )  # fmt: skip


wanted = as_id(st.query_params.get("id"))
record = opened(partial(actions.get, who, wanted)) if wanted else None
begin(record)
st.title("Sửa bản ghi" if record else "Ghi vào sổ dân chủ ở cơ sở")
parts.soft(f"{record.kind.label} {record.code} của {record.unit_name}." if record else "Ghi xong thì thêm từng câu hỏi, câu trả lời và cam kết ở trang của bản ghi.")
kind = head(record)
people(kind)
words(kind)
if st.button("Lưu sửa đổi" if record else "Ghi vào sổ", icon=":material/save:", type="primary", key="_send:grassroots"):
    call = partial(actions.change, who, record.id, record.version, typed()) if record else partial(actions.record, who, typed())
    done = parts.do(NAME, call)
    if done is not None:
        st.session_state.pop("_grassroots", None)
        parts.done("Đã lưu." if record else "Đã ghi vào sổ.")
        frame.go("pages/grassroots/record.py", id=done if isinstance(done, str) else done.id)
