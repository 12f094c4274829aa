"""The form that hands a list in: what it is for, what holds for every row, the file; the template to fill in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from intake import LIMITS
from intake.limits import MB
from pages.shared import parts
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError
from recognition.hall.words import Role
from recognition.lists import actions
from recognition.lists.terms import Batch, BatchInput
from recognition.nominations.terms import Subject
from recognition.units import actions as units

NAME = "list_upload"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUBJECTS = {Subject.ACHIEVEMENT: "Thành tích", Subject.DEED: "Việc tốt"}


def draw(who: Actor) -> UUID | None:
    """The form; the id of the list that was just read, else None."""
    with st.container(border=True):
        left, right = st.columns(2, gap="large")
        with left:
            data = _choices(who)
        with right:
            data |= _common(who, data)
            _template(who, data)
        file = st.file_uploader(
            "Tệp danh sách (nhiều nhất 25.000 dòng)", type=["xlsx", "xls", "csv", "tsv", "txt", "docx"], key="list:file",
            max_upload_size=LIMITS.list_bytes // MB,
        )
        parts.field_error(NAME, "file")
        if st.button("Đọc danh sách", type="primary", icon=":material/table_view:", disabled=file is None) and file is not None:
            return _read(who, BatchInput(**data), file)
    return None


def _choices(who: Actor) -> dict[str, Any]:
    """Which unit, what is praised, in which campaign."""
    mine = {unit_id: units.get(who, unit_id).name for unit_id in sorted(who.units(Role.NOMINATOR, subtree=False), key=str)}
    unit_id = st.selectbox("Đơn vị đề nghị", list(mine), format_func=mine.__getitem__, key="list:unit", disabled=len(mine) == 1)
    subject = st.segmented_control(
        "Danh sách nêu", list(SUBJECTS), format_func=SUBJECTS.__getitem__, default=Subject.ACHIEVEMENT, required=True, key="list:subject"
    )
    running = {row.id: row.name for row in campaigns.open_now(who)}
    campaign_id = st.selectbox(
        "Khen theo", [*running, None], format_func=lambda one: running.get(one, "Khen đột xuất, không theo phong trào"), key="list:campaign"
    )
    issuer_id = None
    if campaign_id is None:
        organs = {one.id: one.name for one in catalogue.issuers(who) if one.to_date is None}
        issuer_id = st.selectbox("Gửi tới cơ quan xét khen", list(organs), format_func=organs.__getitem__, key="list:issuer")
        parts.field_error(NAME, "issuer_id")
    return {"unit_id": unit_id, "subject": subject, "campaign_id": campaign_id, "issuer_id": issuer_id}


def _common(who: Actor, data: dict[str, Any]) -> dict[str, Any]:
    """What holds for rows that do not say it themselves; each row that uses it says so."""
    issuer = campaigns.get(who, data["campaign_id"]).issuer_id if data["campaign_id"] else data["issuer_id"]
    awards = {one.id: one.name for one in catalogue.award_types(who, catalogue.issuer(who, issuer).track)} if issuer else {}
    award = st.selectbox(
        "Hình thức cho dòng không ghi", [None, *awards], format_func=lambda one: awards.get(one, "Không; dòng nào cũng phải ghi"), key="list:award"
    )
    found: dict[str, Any] = {"award_type_id": award}
    if data["subject"] is Subject.ACHIEVEMENT:
        found |= {
            "title": st.text_input(
                "Thành tích trong một câu, cho dòng không có câu riêng", key="list:title", placeholder="Bỏ trống: lấy câu đầu của thành tích"
            )
        }
        parts.field_error(NAME, "title")
        start, end = _period(who, data)
        a, b = st.columns(2)
        with a:
            found["period_from"] = parts.any_day("Thành tích từ ngày", f"list:from:{data['campaign_id']}", start)
        with b:
            found["period_to"] = parts.any_day("Đến ngày", f"list:to:{data['campaign_id']}", end)
        parts.field_error(NAME, "period_from")
    found["told"] = st.checkbox("Những người trong danh sách đã biết và đồng ý", key="list:told")
    parts.field_error(NAME, "told")
    return found


def _period(who: Actor, data: dict[str, Any]) -> tuple[Any, Any]:
    if data["campaign_id"] is None:
        return None, None
    found = campaigns.get(who, data["campaign_id"])
    return found.from_date, found.to_date


def _template(who: Actor, data: dict[str, Any]) -> None:
    campaign_id, subject = data["campaign_id"], data["subject"]
    st.download_button(
        "Tải tệp mẫu của phong trào này", data=lambda: actions.template(who, campaign_id, subject)[0], file_name="Mẫu danh sách.xlsx", mime=XLSX,
        icon=":material/download:", on_click="ignore", type="tertiary",
    )  # fmt: skip


def _read(who: Actor, data: BatchInput, file: UploadedFile) -> UUID | None:
    bar = st.progress(0, "Đang đọc tệp")

    def told(percent: int) -> None:
        bar.progress(min(percent, 100) / 100, f"Đang đọc tệp: {percent} %")

    try:
        made = parts.do(NAME, lambda key: actions.start(who, data, file.name, file.getvalue(), key, told))
    except HallError as refused:
        st.error(refused.sentence)
        return None
    finally:
        bar.empty()
    if made is None:
        return None
    return made.id if isinstance(made, Batch) else UUID(str(made))
