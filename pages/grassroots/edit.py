"""Ghi vào sổ: a dialogue, a review or an outreach session; who met whom, where, what about."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from pages.nominations.opening import opened
from pages.nominations.typed import Form, as_day, as_id
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


def opening(one: Record | None) -> Form:
    """The form with its first values: of the stored record, or of a new one of the kind that was asked for."""
    units, issuers, asked = list(actions.unit_choices(who, writing=True)), list(actions.issuer_choices(who)), st.query_params.get("loai")
    first: dict[str, Any] = {
        "kind": asked if asked in OWN else Kind.DIALOGUE.value, "unit": str(units[0]) if units else None, "issuer": str(issuers[0]) if issuers else None,
        "day": dates.today(), "title": "", "place": "", "chair": "", "organisations": "", "people": None, "content": "", "result": "", "papi": [], "democracy": [],
    }  # fmt: skip
    if one is not None:
        first |= {name: getattr(one, name) for name in ("title", "place", "chair", "organisations", "people", "content", "result")}
        first |= {"kind": one.kind.value, "unit": str(one.unit_id), "issuer": str(one.issuer_id), "day": one.on_date}
        first |= {"papi": [each.value for each in one.tags.papi], "democracy": [each.value for each in one.tags.democracy]}
    return Form(who, "meeting", one.id if one else None, first, frozenset({"day"}), one.version if one else 0)


def head(form: Form, one: Record | None) -> Kind:
    """Which kind, whose book, when and where."""
    if one is None:
        st.segmented_control("Loại", [kind.value for kind in OWN], format_func=lambda kind: Kind(kind).label, key=form.key("kind"), required=True)
    kind = Kind(form.get("kind"))
    units = {str(each): name for each, name in actions.unit_choices(who, writing=True).items()}
    issuers = {str(each): name for each, name in actions.issuer_choices(who).items()}
    if one is None and len(units) > 1:
        st.selectbox("Đơn vị", list(units), format_func=units.__getitem__, key=form.key("unit"))
    parts.field_error(NAME, "unit_id")
    if len(issuers) > 1:
        st.selectbox("Cơ quan theo dõi", list(issuers), format_func=issuers.__getitem__, key=form.key("issuer"), help="Thư ký của cơ quan này xem được bản ghi của đơn vị.")
    parts.field_error(NAME, "issuer_id")
    st.text_input("Tên", key=form.key("title"), placeholder=HINTS[kind][0])
    parts.field_error(NAME, "title")
    day, place = st.columns([1, 2.4])
    with day:
        parts.any_day("Ngày", form.key("day"))
        parts.field_error(NAME, "on_date")
    with place:
        st.text_input("Địa điểm", key=form.key("place"), placeholder="Hội trường cơ quan")
        parts.field_error(NAME, "place")
    return kind


def people(form: Form, kind: Kind) -> int | None:
    """Who met whom; how many."""
    left, right = st.columns(2)
    with left:
        st.text_area(HINTS[kind][1], key=form.key("chair"), height=90, placeholder="Mỗi người một dòng, kèm chức vụ")
        parts.field_error(NAME, "chair")
    with right:
        st.text_area("Tổ chức chính trị - xã hội, bộ phận dự", key=form.key("organisations"), height=90, placeholder="Công đoàn cơ sở, Chi đoàn… mỗi nơi một dòng")
        parts.field_error(NAME, "organisations")
    label = "Số người được tuyên truyền" if kind is Kind.OUTREACH else "Số người lao động, người dân dự"
    with st.columns([1, 2.4])[0]:
        met = parts.whole(label, form=NAME, field="people", key=form.key("people"), placeholder="Để trống nếu không đếm")
    parts.field_error(NAME, "people")
    return met


def words(form: Form, kind: Kind) -> None:
    """What about, what was concluded, tags."""
    form.long_text(HINTS[kind][2], "content", NAME, height=120, most=10_000)
    form.long_text("Kết luận", "result", NAME, height=90, most=10_000)
    papi, democracy = st.columns(2)
    papi.multiselect("Gắn với nội dung PAPI", [each.value for each in Papi], format_func=lambda p: f"{p}. {Papi(p).label}", key=form.key("papi"), placeholder="Chọn nội dung")
    democracy.multiselect("Gắn với dân chủ ở cơ sở", [each.value for each in Democracy], format_func=lambda d: Democracy(d).label, key=form.key("democracy"), placeholder="Chọn nội dung")


def typed(form: Form, met: int | None) -> RecordInput:
    """Everything that was typed; `met`: how many people."""
    said = {name: form.get(name) or "" for name in ("title", "place", "chair", "organisations", "content", "result")}
    tags = Tags(None, tuple(Papi(each) for each in form.get("papi") or ()), tuple(Democracy(each) for each in form.get("democracy") or ()))
    return RecordInput(Kind(form.get("kind")), as_id(form.get("unit")), as_id(form.get("issuer")), as_day(form.get("day")), people=met, tags=tags, **said)


wanted = as_id(st.query_params.get("id"))
record = opened(partial(actions.get, who, wanted)) if wanted else None
form = opening(record)
form.begin()
frame.link("pages/grassroots/list.py", "Sổ dân chủ ở cơ sở", ":material/arrow_back:")
st.title("Sửa bản ghi" if record else "Ghi vào sổ dân chủ ở cơ sở")
parts.soft(f"{record.kind.label} {record.code} của {record.unit_name}." if record else "Ghi xong thì thêm từng câu hỏi, câu trả lời và cam kết ở trang của bản ghi. Bản nháp tự lưu.")
kind = head(form, record)
met = people(form, kind)
words(form, kind)
with st.container(horizontal=True, vertical_alignment="center"):
    pressed = st.button("Lưu sửa đổi" if record else "Ghi vào sổ", icon=":material/save:", type="primary", key="_send:grassroots")
    form.saved_at()
if pressed:
    call = partial(actions.change, who, record.id, record.version, typed(form, met)) if record else partial(actions.record, who, typed(form, met))
    done = parts.do(NAME, call)
    if done is not None:
        form.forget()
        parts.done("Đã lưu." if record else "Đã ghi vào sổ.")
        frame.go("pages/grassroots/record.py", id=done if isinstance(done, str) else done.id)
form.keep()
