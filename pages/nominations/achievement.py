"""Đề nghị thành tích: who, which achievement, when; for instance carrying out grassroots democracy, or a model's year."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.nominations import asked, attach, nominee, opening, returned, sending
from pages.nominations.typed import Form, as_id
from pages.screening import alike
from pages.shared import frame, parts
from recognition.catalogue.terms import RecipientKind
from recognition.hall import road
from recognition.hall.errors import NotFound
from recognition.hall.words import Verb
from recognition.nominations import actions
from recognition.nominations.terms import Nomination, NominationInput, Nominee, Subject

who = frame.require(Verb.NOMINATE)
NAME, FILE = "achievement", "pages/nominations/achievement.py"
FIELDS: dict[str, Any] = {**nominee.FIELDS, **asked.FIELDS, "from_unit": None, "title": "", "achievement": "", "period_from": None, "period_to": None}


def opened() -> Nomination | None:
    """The case that is edited; None for a new one."""
    wanted = as_id(st.query_params.get("id"))
    if wanted is None:
        return None
    found = actions.get(who, wanted)
    if found.subject is Subject.DEED:
        raise NotFound()
    return found


def stored(one: Nomination) -> dict[str, Any]:
    """The fields of a stored case."""
    words = {name: getattr(one, name) for name in ("title", "achievement", "period_from", "period_to")}
    return {"from_unit": str(one.unit_id), **words, **nominee.stored(who, one), **asked.stored(one)}


def what(form: Form) -> None:
    """The achievement and its time."""
    st.subheader("2. Thành tích gì, khi nào?")
    st.text_input("Thành tích trong một câu", key=form.key("title"), help="Ví dụ: Thực hiện tốt quy chế dân chủ ở cơ sở")
    parts.field_error(NAME, "title")
    returned.at(case, "title")
    if model_year is None:
        start, end = st.columns(2)
        with start:
            parts.any_day("Từ ngày", form.key("period_from"))
            parts.field_error(NAME, "period_from")
        with end:
            parts.any_day("Đến ngày", form.key("period_to"))
            parts.field_error(NAME, "period_to")
        returned.at(case, "period")
    form.long_text(
        "Tóm tắt thành tích", "achievement", NAME, height=220, help="Việc đã làm, số liệu, tác dụng; so với trước.",
        note="Thường 500 đến 2.500 ký tự là đủ.", most=5_000,
    )  # fmt: skip
    returned.at(case, "story")


def who_is_it(form: Form) -> Nominee | None:
    """Anybody for an achievement; the model's own owner for a model's year."""
    if case is not None and model_year is not None and case.recipient_id is not None and case.recipient_kind is not None:
        parts.plain(case.recipient_name)
        return Nominee(case.recipient_kind, case.recipient_id, case.person_id)
    return nominee.choose(form, "Đối tượng được đề nghị là", NAME)


case = opening.opened(opened)
model_year = case.model_year_id if case else None
form = Form(
    who, NAME, case.id if case else None, {**FIELDS, **stored(case)} if case else FIELDS, frozenset({"period_from", "period_to"}), case.version if case else 0
)
form.begin()
if case is not None and case.state not in road.EDITABLE:
    frame.refuse(f"Hồ sơ đang ở bước «{case.state.label}» nên không sửa được. Anh/chị mở hồ sơ để xem các bước tiếp theo.")
if case is not None:
    frame.link("pages/nominations/case.py", f"Hồ sơ {case.code}", ":material/arrow_back:", id=case.id)
else:
    frame.link("pages/nominations/list.py", "Đề nghị khen thưởng", ":material/arrow_back:")
st.title("Đề nghị khen mô hình" if model_year else "Đề nghị thành tích")
parts.soft(f"Sửa hồ sơ {case.code}." if case else "Bốn phần. Anh/chị có thể dừng bất cứ lúc nào: bản nháp tự lưu.")
left, right = st.columns([5, 2.6], gap="large")
with left:
    returned.at(case, "")
    st.subheader("1. Ai?")
    unit_id = asked.from_unit(form, fixed=case is not None)
    chosen = who_is_it(form)
    returned.at(case, "nominee")
    what(form)
    st.subheader("3. Đề nghị khen")
    wanted = asked.choose(form, NAME, chosen.kind if chosen else None)
    returned.at(case, "award_type_id")
    st.text_input("Câu trên giấy khen", key=form.key("wording"), placeholder="Bỏ trống để phần mềm gợi ý")
    returned.at(case, "wording")
    asked.rest(form, NAME, posthumous=chosen is not None and chosen.kind is RecipientKind.INDIVIDUAL)
    returned.at(case, "told")
    data = NominationInput(
        case.subject if case else Subject.ACHIEVEMENT, wanted.commendation, unit_id, wanted.issuer_id, wanted.campaign_id, wanted.award_type_id, chosen,
        form.get("title"), form.get("achievement"), form.get("wording"), None, model_year, form.get("period_from"), form.get("period_to"), form.get("told"),
        form.get("publish"), form.get("publish_basis"), form.get("posthumous"), form.get("contact"),
    )  # fmt: skip
    st.subheader("4. Minh chứng")
    returned.at(case, "evidence")
    attach.case(who, form, case, data, NAME)
    sending.buttons(who, form, case, data, NAME, FILE)
with right:
    name = form.get("name") or form.get("group_name") or form.get("head_name") or (case.recipient_name if case else "")
    alike.of_input(who, data, name, case.id if case else None)
    sending.beside(who, case, data, sending.wording(name, data.wording or actions.suggested_wording(data, wanted.campaign_name)))
form.keep()
