"""Lịch phong trào: campaigns under way and to come on one line of time, which overlap, which weeks ask several papers of a unit."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from pages.insight import gantt, kept, told
from pages.shared import frame, parts, tables
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.actions import overlaps as figures
from recognition.insight.terms.overlaps import Calendar, Pair, Planned, Week

who = frame.require(Verb.SEE_FIGURES)


#: Campaigns on one page: a line of time as high as two screens.
SIZE = 20


def state(one: Planned) -> str:
    """Under way, launched but not begun, or still being prepared."""
    if not one.launched:
        return "Đang soạn"
    return "Đang diễn ra" if one.from_date <= shown.today else "Sắp diễn ra"


def period(one: Planned | Pair) -> str:
    """From a day to a day."""
    return f"{parts.day(one.from_date)} - {parts.day(one.to_date)}"


def fields(one: Planned | Pair) -> str:
    """The fields by name."""
    return ", ".join(sorted(field.label for field in one.fields))


def deadlines(one: Planned) -> str:
    """The deadlines to come."""
    return "; ".join(f"{stage.label}: {parts.day(day)}" for stage, day in one.deadlines if day >= shown.today)


def units(one: Planned | Pair) -> str:
    """How many units; unknown before the launch."""
    number = one.units if isinstance(one, Pair) else len(one.units) if one.launched else None
    return "chưa biết" if number is None else str(number)


CAMPAIGNS = (
    parts.Column("Phong trào", "name", lead=True), parts.Column("Cơ quan", "issuer"), parts.Column("Trạng thái", state), parts.Column("Thời gian", period),
    parts.Column("Lĩnh vực", fields, spare=True), parts.Column("Đơn vị", units, right=True), parts.Column("Hạn sắp tới", deadlines, spare=True),
)  # fmt: skip
PAIRS = (
    parts.Column("Phong trào", lambda one: one.first.name, lead=True), parts.Column("và phong trào", lambda one: one.second.name), parts.Column("Cùng diễn ra", period),
    parts.Column("Số ngày", lambda one: str(one.days), right=True), parts.Column("Lĩnh vực chung", fields, spare=True), parts.Column("Đơn vị chung", units, right=True),
    parts.Column("Gợi ý", lambda one: "Xem xét gộp" if one.merge else "", spare=True),
)  # fmt: skip
WEEKS = (
    parts.Column("Tuần", lambda one: f"{parts.day(one.monday)} - {parts.day(one.sunday)}", lead=True), parts.Column("Phải nộp", lambda one: "; ".join(one.papers)),
    parts.Column("Đơn vị nộp từ hai trở lên", lambda one: str(one.units), right=True), parts.Column("Nhiều nhất", lambda one: str(one.most), right=True),
)  # fmt: skip


def excel(name: str, title: str, columns: Sequence[parts.Column], rows: Sequence[Any]) -> None:
    """A quiet button: what the table shows."""
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, title, [column.title for column in columns], [[_cell(column.value, row) for column in columns] for row in rows]),
        file_name=f"{name}.xlsx", icon=":material/download:", type="tertiary", on_click="ignore", key=f"excel_{name}",
    )  # fmt: skip


def _cell(value: str | Callable[[Any], object], row: object) -> str | int:
    text = str(value(row) if callable(value) else getattr(row, value))
    return int(text) if text.isdigit() else text


def calendar(found: Calendar) -> None:
    """The line of time of one page of campaigns, on a phone a list; a click in the table opens a campaign."""
    if not tables.on_phone():
        drawn = replace(found, campaigns=tables.part(found.campaigns, "overlaps_campaigns", SIZE))
        st.vega_lite_chart(spec=gantt.campaigns(drawn), theme=None, alt=found.title)
        parts.soft("Hình thoi là các hạn của phong trào, gạch đứt là hôm nay.")
    row = parts.paged_table(found.campaigns, CAMPAIGNS, page_key="overlaps_campaigns", size=SIZE, unit="phong trào", empty="", open_row=allowed(who, Verb.SEE_CAMPAIGNS))
    if row is not None:
        frame.go("pages/campaigns/campaign.py", id=row.campaign_id)
    excel("lich-phong-trao", "Lịch phong trào", CAMPAIGNS, found.campaigns)


def overlapping(found: Sequence[Pair]) -> None:
    """Which campaigns overlap, each pair in a sentence on a phone and in the table elsewhere."""
    st.subheader(f"Phong trào trùng nhau · {len(found)}")
    if not found:
        parts.soft("Không có hai phong trào nào trùng cả thời gian và đơn vị.")
        return
    for pair in [one for one in found if one.merge][:3]:
        parts.plain(pair.sentence)
    told.table(found, PAIRS, "overlaps_pairs", "Phong trào trùng nhau", "cặp")
    parts.soft(figures.SUGGESTION)
    excel("phong-trao-trung-nhau", "Phong trào trùng nhau", PAIRS, found)


def weeks(found: Sequence[Week], title: str) -> None:
    """The weeks in which a unit hands in several papers."""
    st.subheader(title)
    parts.soft("Hạn đăng ký mô hình, báo cáo, gửi đề nghị của mọi phong trào, đếm cho từng đơn vị theo tuần, từ tuần này.")
    if found:
        told.table(found, WEEKS, "overlaps_weeks", title, "tuần")
        excel("tuan-nhieu-giay-to", "Tuần có nhiều giấy tờ phải nộp", WEEKS, found)


st.title("Lịch phong trào")
one = st.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="overlaps_unit")
asked = one.id if one else None
shown = kept.answer("overlaps", who, asked, lambda: figures.of(who, asked))
st.subheader(shown.title)
if not shown.campaigns:
    parts.empty("Phong trào chưa hết hạn sẽ hiện ở đây khi được soạn hoặc phát động tới các đơn vị này.")
    st.stop()
note = " Phong trào đang soạn chưa phát tới đơn vị nào nên không có ở đây." if asked else ""
parts.soft(f"Phong trào đang và sắp diễn ra, kể từ hôm nay {parts.day(shown.today)}.{note}")
calendar(shown)
overlapping(shown.pairs)
weeks(shown.weeks, shown.weeks_title)
