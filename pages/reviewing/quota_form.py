"""Setting quotas of a campaign: the rules there are, a new one, last year's taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall.actor import Actor
from recognition.reviewing.actions import shortlisting
from recognition.reviewing.quotas import Quota, QuotaInput, QuotaKind

NAME = "quota"
KINDS = tuple(QuotaKind)


def draw(who: Actor, campaign_id: UUID, quotas: Sequence[Quota], names: Mapping[UUID, str]) -> None:
    """Folded away: the rules, each with «Bỏ», then the form."""
    with st.expander(f"Đặt hạn mức · {len(quotas)}" if quotas else "Đặt hạn mức", icon=":material/tune:"):
        for quota in quotas:
            words, button = st.columns([4, 1.4], vertical_alignment="center")
            with words:
                parts.plain(quota.sentence)
            name = f"drop:{quota.id}"
            if button.button("Bỏ…", key=f"ask:{name}"):
                parts.ask(name)
            body = f"{quota.sentence}. Hạn mức này bị bỏ; không lấy lại được, anh/chị đặt lại nếu cần."
            if parts.confirm(name, "Bỏ hạn mức", body, "Bỏ hạn mức", partial(shortlisting.remove_quota, who, quota.id, quota.version)) is not None:
                st.rerun()
        _new(who, campaign_id)
        others = [one for one in names if one != campaign_id]
        if others:
            source = st.selectbox("Lấy hạn mức của phong trào", others, index=None, format_func=names.__getitem__, key="quota:from", placeholder="Chọn phong trào")
            if source and st.button("Lấy sang") and parts.did("quota:copy", lambda key: shortlisting.copy_quotas(who, source, campaign_id, key)):
                st.rerun()


def _new(who: Actor, campaign_id: UUID) -> None:
    kind = st.selectbox("Hạn mức", KINDS, format_func=lambda one: one.label, key="quota:kind")
    direct, share = kind is QuotaKind.LEAST_DIRECT, kind is QuotaKind.SHARE
    label, first = ("Số lượng", 2) if kind is QuotaKind.MOST else ("Phần trăm", 15)
    amount = parts.whole(label, first, form=NAME, field="amount", key=f"quota:amount:{kind}", needed=True)
    parts.field_error(NAME, "amount")
    whom = None if direct else st.selectbox("Cho", [None, *RecipientKind], format_func=lambda one: one.label if one else "Mọi đối tượng", key="quota:whom")
    track = catalogue.issuer(who, campaigns.get(who, campaign_id).issuer_id).track
    awards = {one.id: one.name for one in catalogue.award_types(who, track)}
    award = st.selectbox("Hình thức", [None, *awards], format_func=lambda one: awards.get(one, "Mọi hình thức"), key="quota:award")
    per_unit = st.checkbox("Tính riêng từng đơn vị", key="quota:unit") if kind is QuotaKind.MOST else False
    base = parts.whole("Của tổng số", form=NAME, field="base", key="quota:base") if share else None
    parts.field_error(NAME, "base")
    base_name = st.text_input("Tổng số đó đếm gì", key="quota:base_name") if share else ""
    parts.field_error(NAME, "base_name")
    clause = st.text_input("Theo văn bản", key="quota:clause")
    parts.field_error(NAME, "clause")
    if st.button("Đặt hạn mức này", key="quota:add"):
        data = QuotaInput(kind, amount or 0, whom, award, per_unit, base, base_name, clause)
        if parts.did(NAME, lambda key: shortlisting.add_quota(who, campaign_id, data, key)):
            st.rerun()
