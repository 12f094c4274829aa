"""Sổ kết quả: what models brought, measure by measure, each thing once; how much may still be there twice; every claim with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from pages.insight import kept
from pages.shared import frame, parts, tables
from recognition.campaigns.themes import Field
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.ledger import actions
from recognition.ledger.terms import Asked, By, Ledger, Line, Total
from vietnamese import numbers

who = frame.require(Verb.SEE_IMPACT)
SIZE = 25


def choose() -> Asked:
    """Year, campaign, field, unit."""
    offered = kept.answer("impact_choices", who, None, lambda: actions.choices(who))
    year, campaign, field, unit = st.columns([1, 2.4, 1.6, 2.4])
    when = year.selectbox("Năm", [None, *offered.years], format_func=lambda one: str(one) if one else "Mọi năm", key="ledger_year")
    of = campaign.selectbox("Phong trào", [None, *offered.campaigns], format_func=lambda one: offered.campaigns[one] if one else "Mọi phong trào", key="ledger_campaign")
    what = field.selectbox("Lĩnh vực", [None, *Field], format_func=lambda one: one.label if one else "Mọi lĩnh vực", key="ledger_field")
    whose = unit.selectbox("Đơn vị, kể cả bên dưới", [None, *offered.units], format_func=lambda one: offered.units[one] if one else "Mọi đơn vị được xem", key="ledger_unit")
    return Asked(when, of, what, whose)


def amount(hundredths: int, total: Total) -> str:
    """A number with its unit of measure."""
    return f"{numbers.decimal(hundredths)} {total.unit}"


def twice(total: Total) -> str:
    """How much may be counted twice."""
    return amount(total.doubtful, total) if total.doubtful else ""


def sums(shown: Ledger) -> None:
    """One row for each measure; on a phone one under another."""
    if tables.on_phone():
        with st.container(border=True, gap="small"):
            for total in shown.totals:
                st.markdown(f"**{parts.said(total.label)}: {parts.said(amount(total.counted, total))}**  \n:small[:gray[{parts.said(told(total))}]]")
        return
    columns = [
        parts.Column("Chỉ số", "label", lead=True),
        parts.Column("Sổ tính", lambda total: amount(total.counted, total), right=True),
        parts.Column("Các đơn vị kê", lambda total: amount(total.claimed, total), right=True),
        parts.Column("Trong số tính, có thể trùng", twice, right=True, spare=True),
        parts.Column("Số lần kê", "lines", right=True),
    ]
    parts.grid(shown.totals, columns, "ledger:sums", mode=None, alt="Tổng từng chỉ số")


def told(total: Total) -> str:
    """What stands under a sum on a phone."""
    doubt = f" · còn hỏi {twice(total)}" if total.doubtful else ""
    return f"Các đơn vị kê {amount(total.claimed, total)} trong {total.lines} lần{doubt}"


def cell(label: str, unit: str) -> Callable[[tuple[str, Sequence[Total]]], str]:
    """The column of one measure."""
    return lambda group: next((numbers.decimal(total.counted) for total in group[1] if (total.label, total.unit) == (label, unit)), "")


def broken_down(shown: Ledger) -> None:
    """The sums by campaign, field, first-level unit or year; unlike measures stand in their own columns."""
    st.subheader("Tính theo")
    by = st.segmented_control("Tính theo", list(By), format_func=lambda one: one.label, default=By.UNIT, required=True, key="ledger_by", label_visibility="collapsed")
    groups = shown.groups[by]
    if tables.on_phone():
        with st.container(border=True, gap="small"):
            for name, totals in groups:
                said = " · ".join(f"{total.label}: {amount(total.counted, total)}" for total in totals)
                st.markdown(f"**{parts.said(name)}**  \n:small[:gray[{parts.said(said)}]]")
        return
    columns = [parts.Column(by.label, lambda group: group[0], lead=True)]
    columns += [parts.Column(f"{total.label} ({total.unit})", cell(total.label, total.unit), right=True) for total in shown.totals]
    parts.grid(groups, columns, f"ledger:{by}", mode=None, alt=f"Tổng từng chỉ số theo {by.label.lower()}")


def claims(shown: Ledger) -> None:
    """Every claim; a row opens the model that reported it."""
    st.subheader("Từng số đã kê")
    columns = [
        parts.Column("Chỉ số", lambda line: line.claim.figure.titled, lead=True),
        parts.Column("Số kê", lambda line: f"{numbers.decimal(line.claim.amount)} {line.claim.figure.unit}", right=True),
        parts.Column("Cách tính", actions.standing_words),
        parts.Column("Đơn vị kê", lambda line: line.claim.unit_name),
        parts.Column("Mô hình", lambda line: f"{line.claim.model_name} ({line.claim.year})"),
        parts.Column("Minh chứng", evidence),
    ]
    chosen = parts.paged_table(shown.lines, columns, page_key="ledger:page", size=SIZE, unit="số đã kê", alt="Từng số đã kê")
    if chosen is not None and allowed(who, Verb.SEE_MODELS):
        frame.go("pages/models/model.py", id=chosen.claim.year_id)


def evidence(line: Line) -> str:
    """What stands behind a claim."""
    return " · ".join([f"{line.claim.files} tệp" if line.claim.files else "chưa có tệp", *(["đã thẩm định"] if line.claim.checked else [])])


if not allowed(who, Verb.SEE_FIGURES):  # who has the shelf of figures comes from there
    frame.link("pages/models/list.py", "Mô hình Dân vận khéo", ":material/arrow_back:")
st.title("Sổ kết quả")
asked = choose()
shown = kept.answer("ledger", who, asked, lambda: actions.ledger(who, asked))
st.subheader(shown.title)
parts.soft("Số liệu trong báo cáo năm của các mô hình; một việc nhiều đơn vị cùng làm chỉ tính một lần. Hai chỉ số khác đơn vị tính không cộng với nhau.")
if shown.open and allowed(who, Verb.SEE_CLAIM_QUESTIONS):
    frame.link("pages/ledger/questions.py", f"Xem {shown.open} chỗ có thể kê trùng", ":material/help:")
if not shown.lines:
    parts.empty("Chưa có số liệu nào. Số liệu vào sổ khi đơn vị báo cáo kết quả năm của mô hình và ghi các chỉ số.")
    st.stop()
sums(shown)
broken_down(shown)
claims(shown)
if allowed(who, Verb.EXPORT):
    parts.exports("so-ket-qua", partial(actions.workbook, who, asked), partial(actions.csv_file, who, asked))
