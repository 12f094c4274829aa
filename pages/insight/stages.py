"""Thời gian từng khâu: how long cases wait at each stage, against the campaigns' days, and which wait longest now."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.insight import kept, more_charts, told
from pages.shared import frame, parts
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.actions import stages as figures
from recognition.insight.actions import years
from recognition.insight.terms import Filters
from recognition.insight.terms.stages import FROM_TO, Due, Measured, Span, UnitStage, Waiting
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_FIGURES)


def choose() -> Filters:
    """Year, unit and campaign."""
    year, unit, campaign = st.columns([1, 2, 2])
    when = year.selectbox("Hồ sơ gửi trong", years.choices(), format_func=lambda y: f"Năm {y}", key="stages_year")
    one = unit.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="stages_unit")
    of = campaign.selectbox(
        "Phong trào", [None, *actions.campaign_choices(who)], format_func=lambda c: c.title if c else "Mọi phong trào và đột xuất", key="stages_campaign"
    )
    return Filters(date(when, 1, 1), date(when, 12, 31), one.id if one else None, of.id if of else None)


def days(value: float | None) -> str:
    """Whole days; a dash where nothing was measured."""
    return "–" if value is None else f"{round(value)} ngày"


def due(one: Due | None) -> str:
    """How a stage kept the campaigns' days; nothing where none sets one."""
    if one is None:
        return ""
    kept = [(one.in_time, "đúng hạn"), (one.late, "trễ"), (one.overdue, "đang quá hạn")]
    return ", ".join(f"{number} {word}" for number, word in kept if number)


def limit(one: Waiting) -> str:
    """The campaign's day for the stage, and that it is over."""
    if one.deadline is None:
        return ""
    return f"{parts.day(one.deadline)}, đã qua" if one.deadline < dates.today() else parts.day(one.deadline)


COLUMNS = (
    parts.Column("Khâu", lambda one: one.span.label, lead=True),
    parts.Column("Tính", lambda one: FROM_TO[one.span]),
    parts.Column("Hồ sơ", "cases", right=True),
    parts.Column("Trung vị", lambda one: days(one.median), right=True),
    parts.Column("90 % trong vòng", lambda one: days(one.ninetieth), right=True),
    parts.Column("So với hạn của phong trào", lambda one: due(one.due), spare=True),
)
WAITING_COLUMNS = (
    parts.Column("Hồ sơ", "title", lead=True),
    parts.Column("Mã", "code"),
    parts.Column("Đơn vị", "unit"),
    parts.Column("Đang ở", lambda one: one.state.label),
    parts.Column("Từ ngày", "since"),
    parts.Column("Đã chờ", lambda one: f"{one.days} ngày", right=True),
    parts.Column("Hạn của phong trào", limit, spare=True),
)
UNIT_COLUMNS = (
    parts.Column("Đơn vị", "name", lead=True),
    parts.Column("Hồ sơ gửi", "cases", right=True),
    parts.Column("Cấp uỷ xác nhận (trung vị)", lambda one: days(one.endorse), right=True),
    parts.Column("Gửi tới quyết định (trung vị)", lambda one: days(one.whole), right=True),
    parts.Column("90 % trong vòng", lambda one: days(one.ninetieth), right=True),
    parts.Column("Đang chờ", "open", right=True),
)


def excel(name: str, title: str, columns: Sequence[parts.Column], rows: Sequence[Sequence[str | float | None]]) -> None:
    """A quiet button under a table."""
    headings = [column.title for column in columns]
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, title, headings, rows), file_name=f"{name}.xlsx", icon=":material/download:", type="tertiary", on_click="ignore",
        key=f"excel_{name}",
    )  # fmt: skip


def measured(spans: Sequence[Measured]) -> None:
    """The chart of the stages and their table."""
    steps = [one for one in spans if one.cases and one.span is not Span.WHOLE]
    if not steps:
        parts.empty("Chưa có hồ sơ nào gửi trong kỳ này đi qua khâu nào.")
        return
    st.vega_lite_chart(spec=more_charts.stages(steps), theme=None, alt=shown.title)
    told.table(spans, COLUMNS, "stages", "Mỗi khâu mất bao nhiêu ngày")
    rows = [[one.span.label, FROM_TO[one.span], one.cases, rounded(one.median), rounded(one.ninetieth), due(one.due)] for one in spans]
    excel("thoi-gian-tung-khau", "Thời gian từng khâu (ngày)", COLUMNS, rows)


def rounded(value: float | None) -> float | None:
    """Days for the workbook."""
    return None if value is None else round(value, 1)


def units(lines: Sequence[UnitStage]) -> None:
    """The same by first-level unit."""
    st.subheader("Theo đơn vị")
    parts.soft("Mỗi đơn vị tính cả các đơn vị bên dưới. «Đang chờ» là hồ sơ chưa xong lúc này, gửi năm nào cũng tính.")
    if not lines:
        parts.empty("Chưa đơn vị nào trong phạm vi theo dõi có hồ sơ trong kỳ này.")
        return
    told.table(lines, UNIT_COLUMNS, "stage_units", "Thời gian xử lý hồ sơ theo đơn vị", "đơn vị")
    rows = [[one.name, one.cases, rounded(one.endorse), rounded(one.whole), rounded(one.ninetieth), one.open] for one in lines]
    excel("thoi-gian-theo-don-vi", "Thời gian xử lý hồ sơ theo đơn vị (ngày)", UNIT_COLUMNS, rows)


def waiting(cases: Sequence[Waiting]) -> None:
    """Who waits longest now; a click opens the case."""
    st.subheader("Chờ lâu nhất lúc này")
    parts.soft("Hồ sơ chưa xong, tính từ ngày vào bước đang đứng, gửi năm nào cũng có ở đây. Chọn một dòng để mở hồ sơ.")
    unit = f"hồ sơ chờ lâu nhất trong {numbers.integer(shown.open)} hồ sơ đang chờ" if len(cases) < shown.open else "hồ sơ"
    row = parts.paged_table(cases, WAITING_COLUMNS, page_key="stages_waiting", size=figures.MOST_WAITING, unit=unit, empty="Không hồ sơ nào đang chờ.", open_row=allowed(who, Verb.SEE_NOMINATIONS))
    if row is not None:
        frame.go("pages/nominations/case.py", id=row.nomination_id)


st.title("Thời gian từng khâu")
asked = choose()
shown = kept.answer("stages", who, asked, lambda: figures.of(who, asked))
st.subheader(shown.title)
parts.soft("Số ngày theo lịch giữa hai bước, của hồ sơ gửi trong kỳ; hồ sơ gửi lại thì tính từ lần gửi sau cùng. Giấy khen tính theo ngày ký quyết định trong kỳ.")
measured(shown.spans)
waiting(shown.waiting)
units(shown.units)
