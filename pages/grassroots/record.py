"""One record of the book: who met whom, what was asked, answered and promised, what became of it."""

from __future__ import annotations

import streamlit as st

from pages.grassroots import points
from pages.nominations import story
from pages.nominations.opening import opened
from pages.shared import frame, parts
from recognition.grassroots import actions
from recognition.grassroots.terms import Kind, Record
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_GRASSROOTS)
if parts.confirmed("remove_meeting"):
    parts.done("Đã bỏ bản ghi.")
    frame.go("pages/grassroots/list.py")
record = opened(lambda: actions.get(who, frame.case_id()))
if record.kind is Kind.INSPECTION:
    frame.go("pages/grassroots/inspection.py", id=record.id)


def head(one: Record) -> None:
    """Breadcrumb, title, one line that orients."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/grassroots/list.py", "Sổ dân chủ ở cơ sở")
        st.html(f'<span class="gs-soft">› {parts.html_escape(one.code)}</span>')
    st.title(parts.said(one.title))
    parts.soft(" · ".join(part for part in (one.kind.label, one.unit_name, parts.day(one.on_date)) if part))


def told(one: Record) -> None:
    """Who met whom, where, what about, what it is tagged with."""
    chair = {Kind.DIALOGUE: "Lãnh đạo dự", Kind.OUTREACH: "Người trình bày"}.get(one.kind, "Chủ trì")
    tags = [*(f"{tag.value}. {tag.label}" for tag in one.tags.papi), *(tag.label for tag in one.tags.democracy)]
    parts.facts([("Địa điểm", one.place), ("Số người", one.people or ""), (chair, one.chair), ("Tổ chức, bộ phận dự", one.organisations)], columns=4)
    parts.facts([("Nội dung", one.content), ("Kết luận", one.result), ("Chủ đề", "; ".join(tags))], columns=1)


def beside(one: Record) -> None:
    """The paper, changing, taking out."""
    if actions.may_print(one):
        st.download_button(
            "Biên bản (Word)", lambda: actions.minutes(who, one.id), file_name=f"Biên bản {one.code}.docx", icon=":material/description:", on_click="ignore", width="stretch"
        )
    if actions.may(who, Verb.EDIT_MEETING, one) and st.button("Sửa", icon=":material/edit:", width="stretch"):
        frame.go("pages/grassroots/edit.py", id=one.id)
    if actions.may(who, Verb.REMOVE_MEETING, one) and st.button("Bỏ bản ghi…", icon=":material/delete:", width="stretch"):
        parts.ask("remove_meeting")

    body = f"Bản ghi {one.code} và {len(one.points)} câu hỏi của nó ra khỏi sổ và không còn trong báo cáo; không lấy lại được. Nhật ký vẫn giữ việc này."
    parts.confirm("remove_meeting", "Bỏ bản ghi", body, "Bỏ bản ghi", parts.finished(lambda key: actions.remove(who, one.id, one.version, key)))


head(record)
left, right = st.columns([5, 1.6], gap="large")
with left:
    told(record)
    points.draw(who, record)
    with st.expander("Lịch sử"):
        story.history(actions.history(who, record.id))
with right:
    beside(record)
