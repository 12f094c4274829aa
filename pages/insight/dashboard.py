"""Toàn cảnh: four figures, four charts, each chart's data as Excel."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.insight import charts, spread
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.terms import FIELDS, Dashboard, Filters, Headline
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_FIGURES)


def choose() -> Filters:
    """Year, unit and campaign, kept in the address so that a view can be sent on."""
    this_year = dates.today().year
    years, units, campaigns = st.columns([1.2, 2, 2])
    year = years.selectbox("Kỳ", range(this_year, this_year - 6, -1), format_func=lambda y: f"Năm {y}", key="figures_year")
    unit = units.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="figures_unit")
    campaign = campaigns.selectbox(
        "Phong trào", [None, *actions.campaign_choices(who)], format_func=lambda c: c.title if c else "Mọi phong trào và đột xuất", key="figures_campaign"
    )
    return Filters(date(year, 1, 1), date(year, 12, 31), unit.id if unit else None, campaign.id if campaign else None)


def _days(value: float | None) -> str:
    return "chưa có" if value is None else f"{round(value)} ngày"


def _share(top: Headline) -> str:
    """`84 %`; in words why there is none."""
    if top.direct_share is None:
        return "không nêu" if top.individuals else "chưa có"
    return f"{round(100 * top.direct_share)} %"


def headline(shown: Dashboard) -> None:
    """The four figures."""
    top = shown.headline
    first, second, third, fourth = st.columns(4)
    change = f"{top.awards - top.awards_before} so với cùng kỳ năm trước" if top.awards and top.awards_before else None
    first.metric("Khen thưởng", numbers.integer(top.awards), change, border=True, height="stretch", help="Người, tập thể được khen hai lần thì tính hai.")
    second.metric(
        "Cho lao động trực tiếp", _share(top), border=True, height="stretch",
        help="Trong số khen thưởng cho cá nhân; có nhóm dưới 5 thì không nêu. Tính theo người, so với nhân sự: xem «Công bằng khen thưởng».",
    )  # fmt: skip
    third.metric("Từ việc tới khen (trung vị)", _days(top.median), border=True, height="stretch", help=f"Chín phần mười hồ sơ trong vòng {_days(top.ninetieth)}.")
    fourth.metric("Đơn vị chưa nêu gương", numbers.integer(top.silent), border=True, height="stretch", help=f"Trong {top.units} đơn vị.")


def excel(label: str, title: str, columns: list[str], rows: Sequence[Sequence[str | float | None]]) -> None:
    """A quiet button under a chart."""
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, title, columns, rows), file_name=f"{label}.xlsx", icon=":material/download:", type="tertiary",
        on_click="ignore", key=f"excel_{label}",
    )  # fmt: skip


def by_unit(shown: Dashboard) -> None:
    """Who was praised."""
    st.subheader(shown.titles.units)
    parts.soft("Số khen thưởng theo đơn vị, 10 đơn vị đầu")
    if not shown.units:
        parts.empty("Chưa có khen thưởng nào trong kỳ này.")
        return
    st.vega_lite_chart(spec=charts.units(shown.units), theme=None, alt=shown.titles.units)
    excel("khen-thuong-theo-don-vi", "Khen thưởng theo đơn vị", ["Đơn vị", "Cá nhân", "Tập thể", "Hộ gia đình"], [[b.unit, b.individual, b.collective, b.household] for b in shown.units])


def funnel(shown: Dashboard) -> None:
    """How far the cases came."""
    st.subheader(shown.titles.funnel)
    parts.soft("Hồ sơ còn lại sau mỗi bước")
    if not shown.funnel[0].number:
        parts.empty("Chưa có hồ sơ nào được gửi trong kỳ này.")
        return
    st.vega_lite_chart(spec=charts.funnel(shown.funnel), theme=None, alt=shown.titles.funnel)
    excel("ho-so-qua-tung-buoc", "Hồ sơ qua từng bước", ["Bước", "Số hồ sơ"], [[s.name, s.number] for s in shown.funnel])


def timeliness(shown: Dashboard) -> None:
    """Praise in time: days from deed to decision."""
    st.subheader(shown.titles.months)
    parts.soft("Số ngày từ ngày làm việc tốt tới ngày ký quyết định")
    if not shown.months:
        parts.empty("Chưa có việc tốt nào ghi ngày và được khen trong kỳ này.")
        return
    st.vega_lite_chart(spec=charts.months(shown.months), theme=None, alt=shown.titles.months)
    rows: list[list[str | float | None]] = [[f"{m.month:%m/%Y}", m.cases, round(m.median, 1), round(m.ninetieth, 1)] for m in shown.months]
    excel("tu-viec-toi-khen", "Từ việc tới khen", ["Tháng", "Số hồ sơ", "Trung vị (ngày)", "90 % trong vòng (ngày)"], rows)


def fields(shown: Dashboard) -> None:
    """Models and awards by field."""
    st.subheader("Mô hình và khen thưởng theo lĩnh vực")
    parts.soft("Bốn lĩnh vực của phong trào Dân vận khéo")
    known = {row.field: row for row in shown.fields}
    rows = [(name, known[code].models if code in known else 0, known[code].awards if code in known else 0) for code, name in FIELDS.items()]
    if not any(models + awards for _, models, awards in rows):
        parts.empty("Chưa có mô hình hoặc khen thưởng nào ghi lĩnh vực trong kỳ này.")
        return
    st.vega_lite_chart(spec=charts.fields(rows), theme=None, alt="Mô hình và khen thưởng theo lĩnh vực")
    excel("theo-linh-vuc", "Mô hình và khen thưởng theo lĩnh vực", ["Lĩnh vực", "Mô hình", "Khen thưởng"], [list(row) for row in rows])


def silent(shown: Dashboard) -> None:
    """Units without any nomination, by name."""
    st.subheader(shown.titles.silent)
    if not shown.silent:
        parts.soft("Đơn vị nào trong phạm vi theo dõi cũng có đề nghị trong kỳ.")
        return
    parts.soft("Chưa gửi đề nghị khen thưởng nào trong kỳ")
    with st.container(border=True):
        for unit in shown.silent[:8]:
            st.markdown(f"**{parts.said(unit.name)}**  \n:small[:gray[{unit.people} người trong danh sách]]")
    if len(shown.silent) > 8:
        parts.soft(f"và {len(shown.silent) - 8} đơn vị khác, xem trong tệp Excel")
    excel("don-vi-chua-neu-guong", "Đơn vị chưa nêu gương", ["Đơn vị", "Số người"], [[u.name, u.people] for u in shown.silent])


st.title("Toàn cảnh")
chosen = choose()
shown = actions.dashboard(who, chosen)
headline(shown)
left, right = st.columns(2, gap="large")
with left:
    by_unit(shown)
    timeliness(shown)
    spread.draw(who, chosen)
with right:
    funnel(shown)
    fields(shown)
    silent(shown)
