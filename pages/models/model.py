"""One model in one of its years: where it stands, what may be done, the nine boxes, its life, the report, who learned from it, other years."""

from __future__ import annotations

import streamlit as st

from pages.models import learning, life, steps
from pages.nominations import story
from pages.nominations.opening import opened
from pages.shared import frame, parts
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import Model
from recognition.grassroots import actions as grassroots
from recognition.grassroots.terms import Filters, Kind
from recognition.hall.paging import Page
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_MODELS)
model = opened(lambda: actions.get(who, frame.case_id()))
life_now, notes = actions.life_of(who, model.year.id)
spread, learners = actions.spread_of(who, model.year.id)


def head() -> None:
    """Breadcrumb, title with state, one line, the stepper."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/models/list.py", "Mô hình Dân vận khéo")
        st.html(f'<span class="gs-soft">› {parts.html_escape(model.code)}</span>')
    left, right = st.columns([5, 1.2], vertical_alignment="center")
    left.title(parts.said(model.name))
    with right:
        parts.model_badge(model.year.state)
    parts.soft(" · ".join(part for part in (model.unit_name, model.field.label, f"{model.owner.label.lower()}: {model.recipient_name}", f"năm {model.year.year}") if part))
    parts.stepper(steps.road(model))


def boxes(one: Model) -> None:
    """The registration as it was written."""
    parts.facts([(label, getattr(one, name)) for name, label in BOXES.items()], columns=1)
    parts.facts([("Mới hay tiếp tục", one.novelty.label), ("Cấp đăng ký", one.level), ("Người phụ trách, điện thoại", one.contact), ("Chủ đề", "; ".join(actions.tag_words(one)))])
    st.download_button(
        "Phiếu đăng ký (Word)", lambda: actions.registration_paper(who, one.year.id), file_name=f"Phiếu đăng ký {one.code}.docx", icon=":material/description:", on_click="ignore"
    )


BOXES = {name: label for name, label in actions.BOXES.items() if name != "name"}


def report(one: Model) -> None:
    """What was done in the year, its figures and both scores."""
    year = one.year
    if not year.report:
        parts.soft("Chưa có báo cáo của năm này.")
        return
    parts.plain(year.report)
    parts.facts([(figure.titled, actions.amount(figure)) for figure in year.figures])
    parts.facts([("Điểm tự chấm", _points(year.self_score)), ("Điểm thẩm định", _points(year.checked_score)), ("Lý do chênh lệch", year.check_reason)])


def _points(score: int | None) -> str:
    return "" if score is None else actions.points(score)


def inspections(one: Model) -> None:
    """The inspections that looked at it on the spot, for those who see them."""
    if not allowed(who, Verb.SEE_GRASSROOTS):
        return
    found = grassroots.find(who, Filters(kinds=(Kind.INSPECTION,), model_id=one.id), Page(size=20)).rows
    if found:
        st.subheader("Kiểm tra tại chỗ")
    for each in found:
        with st.container(border=True):
            frame.link("pages/grassroots/inspection.py", f"{each.code} · {parts.day(each.on_date)}", id=each.id)
            parts.plain(each.title)
            parts.soft(f"{each.kept} trong {each.promised} việc đã khắc phục" if each.promised else "Không có việc phải khắc phục")


def beside(one: Model) -> None:
    """When it was last seen at work, who looked at it on the spot, and its other years."""
    st.subheader("Dấu hiệu hoạt động")
    life.sign(life_now)
    inspections(one)
    st.subheader("Các năm")
    with st.container(border=True):
        for year in one.years:
            if year.id == one.year.id:
                st.markdown(f"**{year.year}** · {year.state.label}")
            elif st.button(f"{year.year} · {year.state.label}", key=f"year_{year.id}", type="tertiary"):
                frame.go("pages/models/model.py", id=year.id)
            parts.soft(year.campaign_name)


head()
work, narrow = st.columns([5, 2], gap="large")
with work:
    steps.verbs(who, model)
    tabs = st.tabs(["Đăng ký", "Vòng đời", "Kết quả năm", f"Lan toả · {spread.reach}" if spread.reach else "Lan toả", "Lịch sử"])
    with tabs[0]:
        boxes(model)
    with tabs[1]:
        life.line(life_now)
        life.notes(who, model.year.id, notes)
    with tabs[2]:
        report(model)
    with tabs[3]:
        learning.draw(who, model.year.id, spread, learners, model.sources)
    with tabs[4]:
        story.history(actions.history(who, model.year.id))
with narrow:
    beside(model)
