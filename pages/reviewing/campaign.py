"""Giao và theo dõi chấm điểm: for the secretary, a campaign's reviewers, progress, spread and leaning; paper sheets."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import streamlit as st

from pages.reviewing import dealing, paper, phases
from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignState
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from recognition.reviewing.actions import assigning, phasing, results
from recognition.reviewing.phases import Phase, Task
from recognition.reviewing.terms import Overview
from vietnamese import numbers

who = frame.require(Verb.ASSIGN_REVIEWERS)
#: Not one phase: the points that count for the list, of whichever phase they come.
COUNTED = "Điểm tính"


def shown(value: int | None) -> str:
    """Hundredths as a decimal, empty for none."""
    return "" if value is None else numbers.decimal(value)


def figures(found: Overview, even: bool, phase: Phase | None) -> None:
    """The ranked cases; what lies far apart is said in words; of a phase without points what was recommended."""
    columns = [
        parts.Column("Mã", "code"),
        parts.Column("Người, tập thể", "recipient", lead=True),
        parts.Column("Việc", "title"),
        parts.Column("Đã chốt", lambda row: f"{row.locked}/{row.assigned}" + (f", {row.abstained} không chấm" if row.abstained else "")),
    ]
    if phase is None or phase.task is Task.SCORE:
        columns += [
            parts.Column("Trung bình", lambda row: shown(row.mean), right=True),
            parts.Column("Chênh", lambda row: "" if row.spread is None else f"{row.spread} ({row.least}–{row.most})", right=True),
        ]
    if phase is not None and phase.task is Task.RECOMMEND:
        columns.append(parts.Column("Kiến nghị", lambda row: "; ".join(f"{number} {each.label.lower()}" for each, number in row.advice.items())))
    if even:
        columns.append(parts.Column("Chuẩn hoá", lambda row: shown(row.normalised), right=True))
    chosen = parts.paged_table(list(found.cases), columns, page_key="scores", unit="hồ sơ", empty="Chưa có hồ sơ nào đang thẩm định trong phong trào này.")
    if chosen is not None:
        paper.draw(who, chosen, phase)


def people(found: Overview, campaign_id: UUID) -> None:
    """Each reviewer: how far, how they lean beside the others on the same cases, a reminder."""
    for one in found.reviewers:
        words, bar, button = st.columns([3.4, 2.4, 1.2], vertical_alignment="center")
        with words:
            st.markdown(f"**{parts.said(one.name)}**")
            lean = "" if one.leaning is None else f" · {'chặt hơn' if one.leaning < 0 else 'rộng hơn'} người khác {shown(abs(one.leaning))} điểm trên cùng hồ sơ" if one.leaning else " · ngang người khác"
            parts.soft(f"trung bình {shown(one.mean) or 'chưa có'}{lean}")
        bar.progress(one.done / max(one.assigned, 1), f"{one.done}/{one.assigned} phiếu")
        if one.done < one.assigned and button.button("Nhắc", key=f"remind:{one.account_id}", icon=":material/notifications:", width="stretch"):
            told = parts.do(f"remind:{one.account_id}", partial(assigning.remind, who, campaign_id, one.account_id))
            if told is not None:
                parts.done(f"Đã nhắc {one.name}.")


st.title("Giao và theo dõi chấm điểm")
parts.soft("Mỗi hồ sơ được vài người chấm riêng theo tiêu chí của phong trào. Người liên quan tới hồ sơ thì không được giao và không thấy.")
open_ones = {row.id: row.name for row in campaigns.find(who, limit=200).rows if row.state is not CampaignState.DRAFT}
if not open_ones:
    parts.empty("Chưa có phong trào nào được phát động. Anh/chị mở «Phong trào thi đua» để soạn và phát động.")
    st.stop()
campaign_id = st.selectbox("Phong trào", list(open_ones), format_func=open_ones.__getitem__, key="scores:campaign")
try:
    planned = phasing.of_campaign(who, campaign_id)
    phase = None
    if planned:
        names = {each.id: each.title for each in planned}
        chosen = st.segmented_control("Vòng", [COUNTED, *names], default=COUNTED, required=True, format_func=lambda one: names.get(one, one), key=f"scores:phase:{campaign_id}")
        phase = next((each for each in planned if each.id == chosen), None)
    found = results.overview(who, campaign_id, phase.id if phase else None)
except HallError as refused:
    st.info(parts.said(refused.sentence), icon=":material/info:")
    st.stop()
done, given = found.progress
results_tab, reviewers, deal, plan = st.tabs([f"Kết quả ({len(found.cases)})", f"Người chấm ({done}/{given} phiếu)", "Giao chấm", f"Vòng chấm ({len(planned)})" if planned else "Vòng chấm"])
with results_tab:
    if planned and phase is None:
        parts.soft("Điểm tính của mỗi hồ sơ là của vòng chấm điểm sau cùng mà hồ sơ đã vào. Chọn một vòng để xem riêng vòng đó.")
    if found.cases and not given:
        parts.empty("Chưa giao ai chấm, nên hồ sơ nào cũng chưa có điểm. Anh/chị mở phần «Giao chấm» để chọn người.")
    even = (phase is None or phase.task is Task.SCORE) and st.toggle("So bằng điểm chuẩn hoá", key="scores:even", help="Đưa trung bình và độ phân tán của từng người chấm về cùng một mức. Chỉ để tham khảo, không thay điểm đã chấm.")
    figures(found, even, phase)
with reviewers:
    if not found.reviewers:
        parts.soft("Chưa giao ai chấm. Anh/chị chọn người ở phần «Giao chấm».")
    people(found, campaign_id)
with deal:
    dealing.draw(who, campaign_id, planned)
with plan:
    phases.draw(who, campaign_id, planned)
