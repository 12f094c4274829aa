"""Đăng ký mô hình: the nine boxes of the form, field, owner, tags, contact; from which model it learns; beside it what the boxes are for."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages.models import learning
from pages.nominations import asked, nominee
from pages.nominations.opening import opened
from pages.nominations.typed import Form, as_id
from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Stage
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.spread_terms import Example
from recognition.dan_van_kheo.terms import Model, ModelInput, Novelty, Owner
from recognition.hall.words import Verb
from recognition.nominations.terms import Nominee, Tags
from vietnamese import dates

who = frame.require(Verb.REGISTER_MODEL)
NAME = "model"
BOXES = ("situation", "aims", "content", "area", "forces", "schedule", "resources", "results", "spread")
LABELS = {
    "situation": ("2. Thực trạng, lý do", "Việc gì đang khó, vì sao cần làm"),
    "aims": ("3. Mục tiêu, tiêu chí", "Đến cuối năm đạt được gì, đo bằng gì"),
    "content": ("4. Nội dung, cách thức", "Khéo tuyên truyền, khéo huy động, khéo duy trì"),
    "area": ("5. Địa bàn, đối tượng", "Ở đâu, cho ai"),
    "forces": ("6. Lực lượng thực hiện", "Ai chủ trì, ai phối hợp, ai tham gia"),
    "schedule": ("7a. Thời gian thực hiện", "Bắt đầu, các mốc, lúc đánh giá"),
    "resources": ("7b. Nguồn lực", "Kinh phí, cơ sở vật chất, ngày công, xã hội hoá"),
    "results": ("8. Sản phẩm, kết quả đầu ra", "Kết quả cụ thể, kiểm chứng được"),
    "spread": ("9. Khả năng duy trì, nhân rộng", "Sang năm còn làm được không, nơi khác làm được không"),
}
FIELDS: dict[str, Any] = {
    **nominee.FIELDS, "from_unit": None, "campaign": None, "model_name": "", "of_field": None, "owner": Owner.COLLECTIVE.value, "novelty": Novelty.NEW.value,
    "level": "Cơ sở", "model_contact": "", "papi": [], "democracy": [], "adapted": "", **dict.fromkeys(BOXES, ""),
}  # fmt: skip


def stored(one: Model) -> dict[str, Any]:
    """The fields of a stored model."""
    words = {name: getattr(one, name) for name in BOXES}
    whose = {"name": one.recipient_name, "person": str(one.person_id)} if one.person_id else {"unit": str(one.unit_id)}
    return {
        **words, **whose, "from_unit": str(one.unit_id), "campaign": str(one.year.campaign_id), "model_name": one.name, "of_field": one.field.value,
        "owner": one.owner.value, "novelty": one.novelty.value, "level": one.level, "model_contact": one.contact,
        "papi": [p.value for p in one.tags.papi], "democracy": [d.value for d in one.tags.democracy],
    }  # fmt: skip


def learned(one: Example) -> dict[str, Any]:
    """What a unit that does likewise begins with: the way of working; why and where is its own to say."""
    words = {name: getattr(one, name) for name in ("content", "forces", "resources", "results", "spread")}
    return {**words, "model_name": one.name, "of_field": one.field.value}


def source(form: Form, one: Example) -> None:
    """From which model it learns, and what it does otherwise."""
    with st.container(border=True):
        parts.plain(f"Học từ mô hình «{one.name}» của {one.unit_name}.")
        parts.soft("Cách làm đã điền sẵn; anh/chị sửa cho hợp với đơn vị mình. Thực trạng, mục tiêu và địa bàn do đơn vị tự viết.")
        st.text_area("Đơn vị làm khác ở điểm nào", key=form.key("adapted"), height=80)
        parts.field_error(NAME, "adapted")
        parts.field_error(NAME, "copied_model_id")


def closed(campaign_id: UUID | None) -> None:
    """That the campaign takes no registration any more, before fifteen minutes of typing."""
    refusal = campaigns.stage_refusal(campaigns.get(who, campaign_id), Stage.REGISTER, dates.today()) if campaign_id else None
    if refusal and refusal != parts.errors(NAME).get("campaign_id"):
        st.warning(parts.said(f"{refusal} Anh/chị vẫn điền được; bản nháp giữ lại đến khi gửi được."), icon=":material/event_busy:")


def head(form: Form) -> None:
    """Which campaign, whose unit, what kind."""
    asked.from_unit(form, "Đơn vị đăng ký", fixed=model is not None)
    parts.field_error(NAME, "unit_id")
    under_way = {str(row.id): row.name for row in campaigns.open_now(who)}
    if model is None and form.get("campaign") not in under_way:
        form.set("campaign", next(iter(under_way), None))
    if model is None:
        st.selectbox("Phong trào", list(under_way), format_func=under_way.__getitem__, key=form.key("campaign"), placeholder="Chưa có phong trào nào đang diễn ra")
        parts.field_error(NAME, "campaign_id")
        closed(as_id(form.get("campaign")))
    st.text_input("1. Tên mô hình", key=form.key("model_name"))
    parts.field_error(NAME, "name")
    field, owner = st.columns(2)
    with field:
        st.selectbox("Lĩnh vực", [f.value for f in Field], index=None, format_func=lambda code: Field(code).label, key=form.key("of_field"), placeholder="Chọn một trong bốn lĩnh vực")
        parts.field_error(NAME, "field")
    owner.segmented_control("Loại", [o.value for o in Owner], format_func=lambda code: Owner(code).label, key=form.key("owner"), required=True, width="stretch")


def whose(form: Form) -> Nominee | None:
    """The collective or the person whose model it is."""
    if Owner(form.get("owner")) is Owner.INDIVIDUAL:
        return nominee.choose(form, "Người là điển hình", NAME, (RecipientKind.INDIVIDUAL,))
    if form.get("unit") is None:
        form.set("unit", form.get("from_unit"))
    return nominee.choose(form, "Tập thể thực hiện", NAME, (RecipientKind.COLLECTIVE,))


def boxes(form: Form) -> None:
    """Boxes 2 to 9."""
    for name in BOXES:
        label, hint = LABELS[name]
        form.long_text(label, name, NAME, height=90, placeholder=hint, most=5_000)


def rest(form: Form) -> None:
    """New or continued, level, contact, tags."""
    novelty, level, contact = st.columns([1.1, 1, 1.6])
    novelty.segmented_control("Mô hình", [n.value for n in Novelty], format_func=lambda code: Novelty(code).label, key=form.key("novelty"), required=True)
    level.text_input("Cấp đăng ký", key=form.key("level"))
    contact.text_input("Người phụ trách, điện thoại", key=form.key("model_contact"), placeholder="Chỉ đơn vị và thư ký thấy")
    st.multiselect("Gắn với chỉ số PAPI", [p.value for p in Papi], format_func=lambda c: f"{c}. {Papi(c).label}", key=form.key("papi"), placeholder="Chọn nội dung")
    st.multiselect("Gắn với dân chủ ở cơ sở", [d.value for d in Democracy], format_func=lambda c: Democracy(c).label, key=form.key("democracy"), placeholder="Chọn nội dung")


def typed(form: Form, owner: Nominee | None) -> ModelInput:
    """Everything that was typed."""
    tags = Tags(None, tuple(Papi(code) for code in form.get("papi")), tuple(Democracy(code) for code in form.get("democracy")))
    return ModelInput(
        UUID(form.get("from_unit")), form.get("model_name"), Field(form.get("of_field")) if form.get("of_field") else None, Owner(form.get("owner")), owner,
        **{name: form.get(name) for name in BOXES}, contact=form.get("model_contact"), novelty=Novelty(form.get("novelty")), level=form.get("level"), tags=tags,
    )  # fmt: skip


def beside() -> None:
    """How many boxes are filled, and what the form asks to keep in mind."""
    st.subheader("Phiếu đăng ký")
    filled = sum(bool((form.get(name) or "").strip()) for name in ("model_name", *BOXES))
    with st.container(border=True):
        st.progress(filled / 10, text=f"{filled} trong 10 ô")
        parts.soft("Chín mục đều cần có; mục 7 gồm thời gian và nguồn lực.")
        parts.soft("Kết quả nên đo đếm được, để cuối năm đối chiếu.")
        parts.soft("Mô hình của chi bộ không trùng với phong trào do Mặt trận, đoàn thể chủ trì.")


wanted = as_id(st.query_params.get("id"))
model = opened(partial(actions.get, who, wanted)) if wanted else None
taught = as_id(st.query_params.get(learning.FROM)) if model is None else None
teacher = opened(partial(actions.lesson, who, taught)) if taught else None
begun = stored(model) if model else learned(teacher) if teacher else {}
form = Form(who, "model", model.year.id if model else taught, {**FIELDS, **begun}, version=model.version if model else 0)
form.begin()
frame.link("pages/models/list.py", "Mô hình Dân vận khéo", ":material/arrow_back:")
st.title("Sửa đăng ký mô hình" if model else "Đăng ký mô hình Dân vận khéo")
parts.soft(f"Mô hình {model.code}." if model else "Chín mục, khoảng 15 phút. Bản nháp tự lưu.")
left, right = st.columns([5, 2.2], gap="large")
with left:
    if teacher:
        source(form, teacher)
    head(form)
    owner = whose(form)
    boxes(form)
    rest(form)
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        form.saved_at()
        pressed = st.button("Lưu sửa đổi" if model else "Gửi đăng ký", icon=":material/send:", type="primary", key="_send:model")
with right:
    beside()
if pressed:
    data = typed(form, owner)
    campaign_id = as_id(form.get("campaign"))
    if model is not None:
        done = parts.do(NAME, partial(actions.change, who, model.year.id, model.version, data))
    elif campaign_id is None:
        done = None
        st.error("Chưa có phong trào nào đang diễn ra ở đơn vị. Anh/chị hỏi thư ký.", icon=":material/error:")
    else:
        done = parts.do(NAME, partial(actions.register, who, data, campaign_id, learned_from=taught, adapted=form.get("adapted") or ""))
    if done is not None:
        form.forget()
        parts.done("Đã lưu." if model else "Đã gửi đăng ký.")
        frame.go("pages/models/model.py", id=done if isinstance(done, str) else done.year.id)
form.keep()
