"""Soạn phong trào: name, kind, period, deadlines per stage, papers, fields, the score sheet that makes a hundred."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from pages.nominations import opening
from pages.shared import frame, parts
from recognition.campaigns import actions
from recognition.campaigns.terms import Campaign, CampaignInput, CampaignKind, Criterion, Paper, Stage
from recognition.campaigns.themes import Field
from recognition.catalogue import actions as catalogue
from recognition.hall.words import Role, Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_CAMPAIGNS)
NAME = "campaign"


def opened() -> Campaign | None:
    """The campaign that is edited; None for a new one."""
    return actions.get(who, frame.case_id()) if "id" in st.query_params else None


def head(one: Campaign | None) -> dict[str, Any]:
    """Issuer, name, kind, level, period, aim."""
    mine = {found.id: found.name for found in catalogue.issuers(who) if found.id in who.issuers(Role.SECRETARY)}
    ids = list(mine)
    issuer = one.issuer_id if one else ids[0]
    if one is None and len(ids) > 1:
        issuer = st.selectbox("Cơ quan phát động", ids, format_func=mine.__getitem__, key="c_issuer")
    name = st.text_input("Tên phong trào", one.name if one else "", key="c_name", placeholder="Ví dụ: Dân vận khéo năm 2026")
    parts.field_error(NAME, "name")
    kind_at, level_at = st.columns(2)
    kinds = list(CampaignKind)
    kind = kind_at.segmented_control("Loại", kinds, format_func=lambda k: k.label, default=one.kind if one else kinds[0], key="c_kind", required=True, help="Luật Thi đua, khen thưởng, Điều 16")
    level = level_at.text_input("Cấp", one.level if one else "", key="c_level", placeholder="Tỉnh, cơ sở…")
    start_at, end_at = st.columns(2)
    this_year = dates.today().year
    with start_at:
        start = parts.any_day("Từ ngày", "c_from", one.from_date if one else date(this_year, 1, 1))
        parts.field_error(NAME, "from_date")
    with end_at:
        end = parts.any_day("Đến ngày", "c_to", one.to_date if one else date(this_year, 12, 31))
        parts.field_error(NAME, "to_date")
    aim = st.text_area("Mục đích, yêu cầu", one.aim if one else "", height=110, key="c_aim")
    parts.field_error(NAME, "aim")
    fields = st.multiselect("Lĩnh vực", list(Field), one.fields if one else list(Field), format_func=lambda f: f.label, key="c_fields", placeholder="Chọn lĩnh vực")
    return {"issuer_id": issuer, "name": name, "kind": kind, "level": level, "from_date": start, "to_date": end, "aim": aim, "fields": tuple(fields)}


def deadlines(one: Campaign | None) -> dict[Stage, date]:
    """One optional day per stage."""
    st.subheader("Hạn từng bước")
    parts.soft("Bỏ trống bước nào thì bước đó không có hạn riêng.")
    found: dict[Stage, date] = {}
    places = [*st.columns(3), *st.columns(3)]
    for stage, place in zip(Stage, places, strict=True):
        with place:
            day = parts.any_day(stage.label, f"c_{stage}", one.deadline(stage) if one else None)
            parts.field_error(NAME, f"deadline.{stage}")
        if isinstance(day, date):
            found[stage] = day
    return found


def criteria(one: Campaign | None) -> tuple[Criterion, ...]:
    """The score sheet; ids of lines stay with their names."""
    st.subheader("Tiêu chí chấm điểm")
    lines = one.criteria if one else ()
    rows = pd.DataFrame(
        {"Tiêu chí": [c.name for c in lines], "Điểm tối đa": [c.max_points for c in lines], "Điểm thưởng": [c.bonus for c in lines], "Cần minh chứng": [c.proof for c in lines], "Hướng dẫn": [c.guidance for c in lines]}
    ).astype({"Tiêu chí": "str", "Điểm tối đa": "Int64", "Điểm thưởng": "bool", "Cần minh chứng": "bool", "Hướng dẫn": "str"})
    edited = st.data_editor(
        rows, num_rows="dynamic", hide_index=True, width="stretch", placeholder="", key="c_criteria",
        column_config={
            "Tiêu chí": st.column_config.TextColumn(width="large", required=True),
            "Điểm tối đa": st.column_config.NumberColumn(min_value=1, max_value=100, step=1, width=120),
            "Điểm thưởng": st.column_config.CheckboxColumn(width=125, default=False),
            "Cần minh chứng": st.column_config.CheckboxColumn(width=150, default=False, help="Hồ sơ nào cũng phải có ít nhất một tệp cho tiêu chí này"),
        },
    )  # fmt: skip
    known = {c.name: c.id for c in lines}
    found = tuple(
        Criterion(_text(row["Tiêu chí"]), 0 if pd.isna(row["Điểm tối đa"]) else int(row["Điểm tối đa"]), _text(row["Hướng dẫn"]), bool(row["Điểm thưởng"]), known.get(row["Tiêu chí"]), bool(row["Cần minh chứng"]))
        for row in edited.to_dict("records")
        if _text(row["Tiêu chí"])
    )
    points = sum(c.max_points for c in found if not c.bonus)
    parts.soft(f"Cộng {points} điểm, chưa kể điểm thưởng." + ("" if points in (0, 100) else " Cần đúng 100 trước khi phát động."))
    parts.field_error(NAME, "criteria")
    return found


def papers(one: Campaign | None) -> tuple[Paper, ...]:
    """The papers that the campaign stands on."""
    st.subheader("Văn bản")
    lines = one.papers if one else ()
    rows = pd.DataFrame({"Số": [p.number for p in lines], "Ngày": [p.day for p in lines], "Tên văn bản": [p.title for p in lines]}).astype({"Số": "str", "Tên văn bản": "str"})
    rows["Ngày"] = pd.to_datetime(rows["Ngày"])
    edited = st.data_editor(
        rows, num_rows="dynamic", hide_index=True, width="stretch", placeholder="", key="c_papers",
        column_config={"Ngày": st.column_config.DateColumn(format="DD/MM/YYYY", width="small"), "Tên văn bản": st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    parts.field_error(NAME, "papers")
    return tuple(
        Paper(_text(row["Số"]), None if pd.isna(row["Ngày"]) else row["Ngày"].date(), _text(row["Tên văn bản"]))
        for row in edited.to_dict("records")
        if _text(row["Số"]) or _text(row["Tên văn bản"])
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) and value != "nan" else ""


campaign = opening.opened(opened)
frame.link("pages/campaigns/list.py", "Phong trào thi đua", ":material/arrow_back:")
st.title("Sửa phong trào" if campaign else "Phong trào mới")
parts.soft(f"{campaign.code} · {campaign.state.label.lower()}" if campaign else "Soạn trước; chưa đơn vị nào thấy cho tới khi anh/chị phát động.")
typed = head(campaign)
days = deadlines(campaign)
sheet = criteria(campaign)
mark = parts.whole("Mức đạt (trên 100 điểm)", campaign.pass_mark if campaign else 75, form=NAME, field="pass_mark", key="c_mark", needed=True)
parts.field_error(NAME, "pass_mark")
based_on = papers(campaign)
data = CampaignInput(**typed, pass_mark=mark or 0, papers=based_on, deadlines=days, criteria=sheet)
with st.container(horizontal=True, horizontal_alignment="right"):
    if st.button("Thôi", key="c_cancel"):
        frame.go("pages/campaigns/campaign.py", id=campaign.id) if campaign else frame.go("pages/campaigns/list.py")
    pressed = parts.pressed("Lưu", "c_save", icon=":material/save:", type="primary")
if pressed:

    def store(key: UUID) -> str:
        """Store what was typed; the campaign's id."""
        made = actions.change(who, campaign.id, campaign.version, data, key) if campaign else actions.save(who, data, key)
        return str(made.id)

    done = parts.do(NAME, store)
    if done is not None:
        parts.done("Đã lưu phong trào.")
        frame.go("pages/campaigns/campaign.py", id=done)
