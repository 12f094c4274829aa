"""Ngày nghỉ: the days that working days are counted by."""

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Holiday
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_SETTINGS)


def row(holiday: Holiday) -> None:
    """One day."""
    words, state, button = st.columns([4, 2, 1.2], vertical_alignment="center")
    with words:
        st.markdown(f"**{dates.short(holiday.day)}**, {dates.weekday(holiday.day)}: {parts.said(holiday.name)}")
    with state:
        st.badge("Làm bù" if holiday.working else "Nghỉ", icon=":material/work:" if holiday.working else ":material/event_busy:", color="orange" if holiday.working else "gray")
    name = f"remove:{holiday.day}"
    if button.button("Bỏ…", key=f"ask:{holiday.day}", width="stretch"):
        parts.ask(name)

    def call(key: UUID) -> bool:
        catalogue.remove_holiday(who, holiday.day, key)
        return True

    if parts.confirm(name, "Bỏ ngày khỏi danh sách", f"{dates.short(holiday.day)} ({holiday.name}). Các hạn tính theo ngày làm việc sẽ đổi theo.", "Bỏ ngày này", call):
        st.rerun()


def add() -> None:
    """One more day."""
    with st.form("holiday", border=True, clear_on_submit=False):
        day = fields.day("holiday", "day", "Ngày")
        name = fields.line("holiday", "name", "Tên", placeholder="Tết Nguyên đán")
        working = st.checkbox("Là ngày cuối tuần phải làm bù", key="holiday:working")
        if st.form_submit_button("Thêm ngày", type="primary") and parts.did("holiday", lambda key: catalogue.add_holiday(who, day, name, working=working, key=key)):
            parts.done("Đã thêm ngày.")
            st.rerun()


st.title("Ngày nghỉ")
parts.soft("Hạn của luật tính theo ngày làm việc. Tết, Giỗ Tổ, ngày nghỉ bù do Chính phủ công bố mỗi năm: anh/chị thêm vào đây.")
work, beside = st.columns([5, 2], gap="large")
everything = catalogue.all_holidays(who)
years = sorted({holiday.day.year for holiday in everything} | {dates.today().year})
with work:
    year = st.pills("Năm", years, default=dates.today().year, key="holidays:year", label_visibility="collapsed") or dates.today().year
    found = [holiday for holiday in everything if holiday.day.year == year]
    if not found:
        parts.empty(f"Năm {year} chưa có ngày nghỉ nào. Anh/chị thêm ở bên cạnh.")
    else:
        with st.container(border=True):
            for holiday in found:
                row(holiday)
        parts.soft(f"{len(found)} ngày trong năm {year}")
with beside:
    st.subheader("Thêm ngày")
    add()
