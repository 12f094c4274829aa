"""What is asked for: in a campaign or on the spot, by which organ, which award; the sentence; consent and contact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import streamlit as st

from pages.nominations.typed import Form, as_id
from pages.shared import parts
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import Role
from recognition.nominations.terms import Commendation, Nomination
from recognition.units import actions as units

SPOT = "spot"
FIELDS: dict[str, Any] = {
    "campaign": SPOT,
    "issuer": None,
    "award": None,
    "wording": "",
    "told": False,
    "publish": False,
    "publish_basis": "",
    "posthumous": False,
    "contact": "",
}


@dataclass(frozen=True)
class Asked:
    """The choices of this part."""

    commendation: Commendation
    campaign_id: UUID | None
    campaign_name: str
    issuer_id: UUID | None
    award_type_id: UUID | None
    award_name: str


def stored(case: Nomination) -> dict[str, Any]:
    """The fields of a stored case."""
    return {
        "campaign": str(case.campaign_id) if case.campaign_id else SPOT,
        "issuer": str(case.issuer_id),
        "award": str(case.award_type_id) if case.award_type_id else None,
        "wording": case.wording,
        "told": case.told,
        "publish": case.publish,
        "publish_basis": case.publish_basis,
        "posthumous": case.posthumous,
        "contact": case.contact,
    }


def from_unit(form: Form, label: str = "Đơn vị đề nghị", *, fixed: bool) -> UUID:
    """The unit that asks: the nominator's only one, or the chosen one; `fixed` once the case is stored."""
    mine = {str(unit_id): units.get(form.who, unit_id).name for unit_id in form.who.units(Role.NOMINATOR, subtree=False)}
    if form.get("from_unit") not in mine:
        form.set("from_unit", next(iter(mine)))
    if len(mine) > 1:
        st.selectbox(label, list(mine), format_func=mine.__getitem__, key=form.key("from_unit"), disabled=fixed)
    return UUID(form.get("from_unit"))


def choose(form: Form, name: str, kind: RecipientKind | None) -> Asked:
    """Draw the choices; what is asked for."""
    under_way = {str(row.id): row.name for row in campaigns.open_now(form.who)}
    options = [SPOT, *under_way]
    if form.get("campaign") not in options:
        form.set("campaign", SPOT)
    left, right = st.columns([3, 2])
    with left:
        st.selectbox(
            "Khen theo", options, format_func=lambda one: under_way.get(one, "Khen đột xuất, không theo phong trào"), key=form.key("campaign"),
            help="Khen đột xuất dành cho việc ngoài chương trình, kế hoạch, nhiệm vụ được giao.",
        )  # fmt: skip
        parts.field_error(name, "campaign_id")
    campaign_id = as_id(form.get("campaign"))
    issuer = _issuer(form, name, campaign_id)
    awards = _awards(form, issuer, kind)
    if form.get("award") not in awards:
        form.set("award", next((code for code, label in awards.items() if label == "Giấy khen"), None))
    with right:
        st.selectbox("Hình thức đề nghị", list(awards), index=None, format_func=awards.__getitem__, key=form.key("award"), placeholder="Chọn hình thức")
        parts.field_error(name, "award_type_id")
    award = form.get("award")
    return Asked(
        Commendation.CAMPAIGN if campaign_id else Commendation.SPOT, campaign_id, under_way.get(form.get("campaign"), ""), None if campaign_id else issuer,
        as_id(award), awards.get(award, ""),
    )  # fmt: skip


def _issuer(form: Form, name: str, campaign_id: UUID | None) -> UUID | None:
    """The organ that decides: the campaign's, the only one, or the chosen one."""
    if campaign_id is not None:
        return campaigns.get(form.who, campaign_id).issuer_id
    offered = {str(one.id): one.name for one in catalogue.issuers(form.who) if one.to_date is None}
    if form.get("issuer") not in offered:
        form.set("issuer", next(iter(offered)) if len(offered) == 1 else None)
    if len(offered) > 1:
        st.selectbox("Gửi tới cơ quan xét khen", list(offered), index=None, format_func=offered.__getitem__, key=form.key("issuer"), placeholder="Chọn cơ quan")
        parts.field_error(name, "issuer_id")
    return as_id(form.get("issuer"))


def _awards(form: Form, issuer_id: UUID | None, kind: RecipientKind | None) -> dict[str, str]:
    if issuer_id is None:
        return {}
    track = catalogue.issuer(form.who, issuer_id).track
    return {str(one.id): one.name for one in catalogue.award_types(form.who, track, recipient=kind)}


def rest(form: Form, name: str, *, posthumous: bool) -> None:
    """Consent, publication, contact; the rare box last."""
    st.checkbox("Người được đề nghị đã biết và đồng ý", key=form.key("told"))
    parts.field_error(name, "told")
    if st.checkbox("Đồng ý để công bố gương này", key=form.key("publish"), help="Chỉ công bố tên, đơn vị, việc làm; gỡ được ngay khi người đó yêu cầu."):
        st.text_input("Căn cứ công bố", key=form.key("publish_basis"), placeholder="Ví dụ: đồng ý bằng văn bản ngày 20/11/2026")
        parts.field_error(name, "publish_basis")
    st.text_input("Liên hệ khi cần hỏi thêm", key=form.key("contact"), placeholder="Họ tên, số điện thoại; chỉ đơn vị và thư ký thấy")
    parts.field_error(name, "contact")
    if posthumous:
        st.checkbox("Đề nghị truy tặng", key=form.key("posthumous"))
