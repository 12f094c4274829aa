"""Nêu gương việc tốt: who, what, when and where, why it deserves praise; everything else can follow."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.nominations import asked, attach, nominee, opening, returned, sending
from pages.nominations.typed import Form, as_id
from pages.screening import alike
from pages.shared import frame, parts
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.hall import road
from recognition.hall.errors import NotFound
from recognition.hall.words import Verb
from recognition.nominations import actions
from recognition.nominations.terms import DeedInput, Nomination, NominationInput, Subject, Tags

who = frame.require(Verb.NOMINATE)
NAME, FILE = "deed", "pages/nominations/deed.py"
FIELDS: dict[str, Any] = {
    **nominee.FIELDS, **asked.FIELDS, "from_unit": None, "title": "", "deed_date": None, "known_date": None, "place": "", "story": "", "reason": "",
    "beneficiaries": "", "witness": "", "field": None, "papi": [], "democracy": [],
}  # fmt: skip


def opened() -> Nomination | None:
    """The case that is edited; None for a new one."""
    wanted = as_id(st.query_params.get("id"))
    if wanted is None:
        return None
    found = actions.get(who, wanted)
    if found.deed is None:
        raise NotFound()
    return found


def stored(one: Nomination) -> dict[str, Any]:
    """The fields of a stored deed."""
    deed = one.deed
    assert deed is not None
    tags = {"field": deed.tags.field.value if deed.tags.field else None, "papi": [p.value for p in deed.tags.papi], "democracy": [d.value for d in deed.tags.democracy]}
    words = {name: getattr(deed, name) for name in ("story", "reason", "place", "deed_date", "known_date", "beneficiaries", "witness")}
    return {"from_unit": str(one.unit_id), "title": one.title, **words, **tags, **nominee.stored(who, one), **asked.stored(one)}


def what(form: Form) -> None:
    """Part 2: what, when, where, told in their own words."""
    st.subheader("2. Việc gì, khi nào, ở đâu?")
    st.text_input("Việc tốt trong một câu", key=form.key("title"), help="Ví dụ: Trả lại 85.000.000 đồng nhặt được trên tuyến xe công vụ")
    parts.field_error(NAME, "title")
    returned.at(case, "title")
    day, known, place = st.columns([1, 1, 1.5])
    with day:
        parts.any_day("Ngày làm việc tốt", form.key("deed_date"))
        parts.field_error(NAME, "deed_date")
    with known:
        parts.any_day("Ngày biết việc", form.key("known_date"), help="Bỏ trống nếu biết ngay.")
        parts.field_error(NAME, "known_date")
    with place:
        st.text_input("Nơi làm", key=form.key("place"))
        parts.field_error(NAME, "place")
    returned.at(case, "deed_date")
    form.long_text("Kể lại việc làm", "story", NAME, height=150, note="Thường 300 đến 1.500 ký tự là đủ.", most=5_000)
    returned.at(case, "story")
    helped, saw = st.columns(2)
    helped.text_input("Ai được giúp", key=form.key("beneficiaries"))
    saw.text_input("Ai chứng kiến, xác nhận", key=form.key("witness"))


def why(form: Form) -> None:
    """Part 3: why, and what it is about."""
    st.subheader("3. Vì sao đáng khen?")
    form.long_text("Một, hai câu là đủ", "reason", NAME, height=80, most=2_000)
    with st.expander("Chủ đề để tìm lại sau này"):
        st.selectbox("Lĩnh vực", [each.value for each in Field], index=None, format_func=lambda code: Field(code).label, key=form.key("field"), placeholder="Chọn lĩnh vực")
        st.multiselect("Chỉ số PAPI", [each.value for each in Papi], format_func=lambda code: Papi(code).label, key=form.key("papi"), placeholder="Chọn nội dung")
        st.multiselect("Dân chủ ở cơ sở", [each.value for each in Democracy], format_func=lambda code: Democracy(code).label, key=form.key("democracy"), placeholder="Chọn nội dung")


def deed_of(form: Form) -> DeedInput:
    """What was typed of the deed itself."""
    tags = Tags(
        Field(form.get("field")) if form.get("field") else None, tuple(Papi(code) for code in form.get("papi")), tuple(Democracy(code) for code in form.get("democracy"))
    )
    return DeedInput(
        form.get("story"), form.get("reason"), form.get("place"), form.get("deed_date"), form.get("known_date"), form.get("beneficiaries"), form.get("witness"), tags
    )


case = opening.opened(opened)
form = Form(
    who, NAME, case.id if case else None, {**FIELDS, **stored(case)} if case else FIELDS, frozenset({"deed_date", "known_date"}), case.version if case else 0
)
form.begin()
if case is not None and case.state not in road.EDITABLE:
    frame.refuse(f"Hồ sơ đang ở bước «{case.state.label}» nên không sửa được. Anh/chị mở hồ sơ để xem các bước tiếp theo.")
if case is not None:
    frame.link("pages/nominations/case.py", f"Hồ sơ {case.code}", ":material/arrow_back:", id=case.id)
st.title("Nêu gương việc tốt")
parts.soft(f"Sửa hồ sơ {case.code}." if case else "Năm phần, khoảng 5 phút. Anh/chị có thể dừng bất cứ lúc nào: bản nháp tự lưu.")
left, right = st.columns([5, 2.6], gap="large")
with left:
    returned.at(case, "")
    st.subheader("1. Ai?")
    unit_id = asked.from_unit(form, fixed=case is not None)
    chosen = nominee.choose(form, "Người được nêu gương là", NAME)
    returned.at(case, "nominee")
    what(form)
    why(form)
    st.subheader("4. Đề nghị khen")
    wanted = asked.choose(form, NAME, chosen.kind if chosen else None)
    returned.at(case, "award_type_id")
    st.text_input("Câu trên giấy khen", key=form.key("wording"), placeholder="Bỏ trống để phần mềm gợi ý")
    returned.at(case, "wording")
    asked.rest(form, NAME, posthumous=False)
    returned.at(case, "told")
    data = NominationInput(
        Subject.DEED, wanted.commendation, unit_id, wanted.issuer_id, wanted.campaign_id, wanted.award_type_id, chosen, form.get("title"),
        wording=form.get("wording"), deed=deed_of(form), told=form.get("told"), publish=form.get("publish"), publish_basis=form.get("publish_basis"),
        contact=form.get("contact"),
    )  # fmt: skip
    st.subheader("5. Minh chứng")
    returned.at(case, "evidence")
    attach.case(who, form, case, data, NAME)
    sending.buttons(who, form, case, data, NAME, FILE)
with right:
    name = form.get("name") or form.get("group_name") or form.get("head_name") or ""
    alike.of_input(who, data, name, case.id if case else None)
    sending.beside(who, case, data, sending.wording(name, data.wording or actions.suggested_wording(data, wanted.campaign_name)))
form.keep()
