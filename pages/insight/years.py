"""So sánh các năm: two to five years side by side, honest about the year that is not over and about years without data."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.insight import kept, more_charts
from pages.shared import frame, parts, tables
from recognition.hall.errors import Invalid
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.actions import years as figures
from recognition.insight.terms.years import Change, Comparison, Line, Part, YearsAsked
from vietnamese import numbers

who = frame.require(Verb.SEE_FIGURES)
UNITS = {Part.AWARD_UNIT: "Khen thưởng", Part.NOMINATION_UNIT: "Đề nghị đã gửi", Part.MODEL_UNIT: "Mô hình"}


def choose() -> YearsAsked:
    """Years, unit, and whether all years are counted up to the same day."""
    offered = figures.choices()
    years, unit = st.columns([3, 2], vertical_alignment="bottom")
    chosen = years.pills("Chọn từ 2 đến 5 năm", offered, selection_mode="multi", default=offered[:3], key="years_years")
    one = unit.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="years_unit")
    same = st.toggle(
        f"So cùng khoảng thời gian: mỗi năm từ 01/01 đến ngày này của năm {offered[0]}", value=True, key="years_same", disabled=offered[0] not in (chosen or []),
        help="Năm nay chưa hết. Bật thì mỗi năm chỉ tính đến cùng ngày; tắt thì các năm trước tính trọn.",
    )  # fmt: skip
    return YearsAsked(tuple(chosen or ()), one.id if one else None, same)


def change(made: Change | None) -> str:
    """`tăng 14 (23 %)`; no percent over a zero."""
    if made is None:
        return "–"
    if made.number == 0:
        return "không đổi"
    percent = f" ({numbers.integer(abs(round(made.percent)))} %)" if made.percent is not None else ""
    return f"{'tăng' if made.number > 0 else 'giảm'} {numbers.integer(abs(made.number))}{percent}"


def number(value: int | None) -> str:
    """A count, or that there is none."""
    return "chưa có" if value is None else numbers.integer(value)


def number_at(place: int) -> Callable[[Line], str]:
    """The column of one year."""
    return lambda line: number(line.numbers[place])


def change_at(place: int) -> Callable[[Line], str]:
    """The column of one change."""
    return lambda line: change(line.changes[place])


def table(shown: Comparison, lines: Sequence[Line], first: str, key: str) -> None:
    """A row for each line: its numbers by year, then each change; on a phone one under another."""
    pairs = [f"{before} → {after}" for before, after in shown.pairs]
    if tables.on_phone():
        with st.container(border=True, gap="small"):
            for line in lines:
                told = [f"{year}: {number(value)}" for year, value in zip(shown.years, line.numbers, strict=True)]
                last = f"  \n:small[{parts.said(f'{pairs[-1]}: {change(line.changes[-1])}')}]" if pairs else ""
                st.markdown(f"**{parts.said(line.name)}**  \n:small[:gray[{parts.said(' · '.join(told))}]]{last}")
        return
    columns = [
        parts.Column(first, "name", lead=True),
        *(parts.Column(label, number_at(place), right=True) for place, label in enumerate(shown.labels)),
        *(parts.Column(pair, change_at(place), right=True) for place, pair in enumerate(pairs)),
    ]
    parts.grid(lines, columns, f"years:{key}", mode=None, alt=f"{first} của các năm {', '.join(map(str, shown.years))}")


def totals(shown: Comparison) -> None:
    """The four numbers of each year, as a chart and as a table; then who was praised."""
    st.vega_lite_chart(spec=more_charts.years(shown), theme=None, alt=shown.title)
    table(shown, [*shown.part(Part.TOTAL), *shown.part(Part.RECIPIENT_KIND)], "Chỉ tiêu", "total")


def units(shown: Comparison) -> None:
    """First-level units, each with everything below it."""
    st.subheader("Theo đơn vị")
    part = st.segmented_control("Đếm", list(UNITS), format_func=UNITS.__getitem__, default=Part.AWARD_UNIT, required=True, key="years_part", label_visibility="collapsed")
    parts.soft("Mỗi đơn vị tính cả các đơn vị bên dưới.")
    lines = shown.part(part)
    if lines:
        table(shown, lines, "Đơn vị", "unit")
    else:
        parts.empty(f"Không đơn vị nào có {UNITS[part].lower()} trong các năm này.")


def fields(shown: Comparison) -> None:
    """The four fields, of awards and of models."""
    st.subheader("Theo lĩnh vực")
    for part, first in ((Part.AWARD_FIELD, "Khen thưởng"), (Part.MODEL_FIELD, "Mô hình")):
        if tables.on_phone():  # a table has it as its first heading, a list has none
            parts.soft(first)
        table(shown, shown.part(part), first, part.value)


st.title("So sánh các năm")
asked = choose()
try:
    shown = kept.answer("years", who, asked, lambda: figures.compare(who, asked))
except Invalid as wrong:
    st.warning(parts.said(wrong.sentence), icon=":material/event_busy:")
    st.stop()
st.subheader(shown.title)
for remark in shown.remarks:
    parts.soft(remark)
if len(shown.empty) == len(shown.years):
    parts.empty("Trong sổ chưa có khen thưởng, đề nghị hay mô hình nào của các năm này. Quyết định của năm trước có thể ghi ở «Quyết định» → «Quyết định bên ngoài».")
    st.stop()
totals(shown)
units(shown)
fields(shown)
st.download_button(
    "Tải bảng so sánh (Excel)", lambda: figures.workbook(who, shown), file_name="so-sanh-cac-nam.xlsx", icon=":material/download:", on_click="ignore", key="years_excel",
)  # fmt: skip
