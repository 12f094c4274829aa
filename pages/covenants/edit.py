"""Soạn giao ước: whose, for when, between whom, which targets; of one that was offered, a new edition with its reason."""

from __future__ import annotations

from collections.abc import Container
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages.covenants import targets
from pages.nominations.opening import opened
from pages.nominations.typed import Form, as_day, as_id
from pages.shared import frame, parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, CovenantInput, State
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.DRAW_COVENANT)
NAME, DAYS = "covenant", frozenset({"from", "to", "report_by", "signed_on"})
wanted = as_id(st.query_params.get("id"))
one = opened(partial(actions.get, who, wanted)) if wanted else None
again = one is not None and one.state is not State.DRAFT
issuers = {str(each): name for each, name in actions.issuer_choices(who).items()}
campaigns = {str(each): name for each, name in actions.campaign_choices(who).items()}
if one is not None and one.campaign_id is not None:
    campaigns |= {str(one.campaign_id): one.campaign_name}  # it may be over by now
units = {str(each): name for each, name in actions.unit_choices(who).items()}


def opening(found: Covenant | None) -> Form:
    """The form with its first values: of the stored covenant, or of a new one of this year."""
    year = dates.today().year
    first: dict[str, Any] = {
        "issuer": next(iter(issuers), None), "campaign": st.query_params.get("phong-trao") or "", "name": "", "cluster": "", "from": dates.today().replace(year, 1, 1),
        "to": dates.today().replace(year, 12, 31), "report_by": None, "place": "", "signed_on": None, "units": [], "head": "", "deputies": [], "content": "",
        "targets": "[]", "reason": "",
    }  # fmt: skip
    if found is not None:
        data = actions.as_input(found)
        first |= {"issuer": str(data.issuer_id), "campaign": str(data.campaign_id or ""), "name": data.name, "cluster": data.cluster}
        first |= {"from": data.from_date, "to": data.to_date, "report_by": data.report_by, "place": data.place, "signed_on": data.signed_on, "content": data.content}
        first |= {"units": [str(each) for each in data.units], "head": str(data.head or ""), "deputies": [str(each) for each in data.deputies]}
        first["targets"] = targets.as_text(data.targets)
    return Form(who, NAME, found.id if found else None, first, DAYS, found.version if found else 0)


def whose(form: Form) -> None:
    """Organ, campaign, name, cluster."""
    if one is None and len(issuers) > 1:
        st.selectbox("Cơ quan theo dõi", list(issuers), format_func=issuers.__getitem__, key=form.key("issuer"))
    parts.field_error(NAME, "issuer_id")
    st.text_input("Tên giao ước", key=form.key("name"), placeholder=f"Giao ước thi đua Cụm thi đua số 1, năm {dates.today().year}")
    parts.field_error(NAME, "name")
    left, right = st.columns(2)
    with left:
        st.text_input("Cụm, khối thi đua", key=form.key("cluster"), placeholder="Cụm thi đua số 1 (để trống nếu không có)")
        parts.field_error(NAME, "cluster")
    with right:
        known = ["", *campaigns]
        if form.get("campaign") not in known:
            form.set("campaign", "")
        st.selectbox("Theo phong trào", known, format_func=lambda c: campaigns[c] if c else "Giao ước của năm, không theo phong trào nào", key=form.key("campaign"))
        parts.field_error(NAME, "campaign_id")


def period(form: Form) -> None:
    """From when to when, the report's last day; where and when it is signed."""
    for place, (label, field, error) in zip(
        st.columns(4),
        (("Từ ngày", "from", "from_date"), ("Đến ngày", "to", "to_date"), ("Hạn báo cáo", "report_by", "report_by"), ("Ngày ký", "signed_on", "signed_on")), strict=True,
    ):  # fmt: skip
        with place:
            parts.any_day(label, form.key(field), help="Để trống thì là ngày kết thúc." if field == "report_by" else None)
            parts.field_error(NAME, error)
    st.text_input("Nơi ký", key=form.key("place"), placeholder="Hội trường cơ quan")
    parts.field_error(NAME, "place")


def between(form: Form) -> None:
    """The parties: from a campaign or a registered cluster, or one by one; who leads them."""
    st.subheader("Các đơn vị ký")
    sources = {**actions.campaign_choices(who), **actions.cluster_choices(who)}

    def fill() -> None:
        source = st.session_state.get("_covenant_from")
        if source is not None:
            form.set("units", list(dict.fromkeys([*(form.get("units") or ()), *(str(each) for each in actions.units_from(who, source))])))
            st.session_state["_covenant_from"] = None

    if sources:
        st.selectbox("Lấy đơn vị từ", [None, *sources], format_func=lambda s: sources[s] if s else "Chọn phong trào, cụm hoặc khối", key="_covenant_from", on_change=fill)
    _only(form, "units", units)
    st.multiselect("Đơn vị", list(units), format_func=units.__getitem__, key=form.key("units"), placeholder="Chọn đơn vị")
    parts.field_error(NAME, "units")
    chosen = list(form.get("units") or ())
    if chosen:
        parts.soft(f"Đã chọn {len(chosen)} đơn vị.")
    if form.get("head") not in chosen:
        form.set("head", "")
    _only(form, "deputies", chosen)
    left, right = st.columns(2)
    with left:
        st.selectbox("Đơn vị trưởng", ["", *chosen], format_func=lambda u: units[u] if u else "Không có", key=form.key("head"))
        parts.field_error(NAME, "head")
    with right:
        st.multiselect("Đơn vị phó trưởng", chosen, format_func=units.__getitem__, key=form.key("deputies"), placeholder="Không có")
        parts.field_error(NAME, "deputies")


def _only(form: Form, field: str, offered: Container[str]) -> None:
    """Leave out what is not offered any more. What needs no change is not set: a list that is set forgets the pick of that moment."""
    there = list(form.get(field) or ())
    if left := [each for each in there if each in offered]:
        if left != there:
            form.set(field, left)
    elif there or form.get(field) is None:
        form.set(field, [])


def typed(form: Form) -> CovenantInput:
    """Everything that was typed."""
    days = {name: as_day(form.get(name)) for name in DAYS}
    said = {name: form.get(name) or "" for name in ("cluster", "content", "place")}
    chosen, deputies = ((tuple(UUID(each) for each in form.get(name) or ())) for name in ("units", "deputies"))
    return CovenantInput(
        as_id(form.get("issuer")), form.get("name") or "", days["from"], days["to"], chosen, targets.read(form.get("targets") or "[]"), as_id(form.get("campaign")),
        report_by=days["report_by"], signed_on=days["signed_on"], head=as_id(form.get("head")), deputies=deputies, **said,
    )  # fmt: skip


def store(key: UUID) -> str:
    """Store what was typed; the covenant's id."""
    data = typed(form)
    if one is None:
        return str(actions.draw_up(who, data, key).id)
    if again:
        return str(actions.amend(who, one.id, one.version, data, form.get("reason") or "", key).id)
    return str(actions.change(who, one.id, one.version, data, key).id)


form = opening(one)
form.begin()
if one is not None:
    frame.link("pages/covenants/covenant.py", one.code, ":material/arrow_back:", id=one.id)
else:
    frame.link("pages/covenants/list.py", "Giao ước thi đua", ":material/arrow_back:")
st.title("Sửa giao ước thành bản mới" if again else "Sửa giao ước" if one else "Giao ước mới")
parts.soft(f"{one.code}, đang là bản {one.edition or 'nháp'}." if one else "Soạn trước; chưa đơn vị nào thấy cho tới khi anh/chị đưa ra ký. Bản nháp tự lưu.")
whose(form)
period(form)
between(form)
form.long_text("Nội dung thi đua", "content", NAME, height=130, most=10_000, placeholder="Các đơn vị hứa với nhau điều gì, mỗi ý một dòng")
targets.draw(form, NAME)
if again and one is not None:
    joined = len(one.parties) - len(one.waiting)
    st.warning(f"Lưu xong là bản {one.edition + 1}: {joined} đơn vị đã ký bản {one.edition} phải ký lại, mọi đơn vị nhận tin kèm lý do.", icon=":material/edit:")
    st.text_area("Vì sao sửa", key=form.key("reason"), height=80)
    parts.field_error(NAME, "reason")
with st.container(horizontal=True, vertical_alignment="center"):
    label = f"Lưu bản {one.edition + 1}, đưa ra ký lại" if again and one else "Lưu"
    pressed = parts.pressed(label, "covenant_save", icon=":material/save:", type="primary")
    form.saved_at()
if pressed:
    done = parts.do(NAME, store)
    if done is not None:
        form.forget()
        parts.done("Đã lưu giao ước.")
        frame.go("pages/covenants/covenant.py", id=done)
form.keep()
