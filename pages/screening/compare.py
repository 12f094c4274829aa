"""So trùng: what may repeat a case, each with its reason; reports that share words, side by side with the common parts marked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Literal

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.screening.actions import radar, reports
from recognition.screening.actions.reports import Copied
from recognition.screening.near import Alike, Grade

who = frame.require(Verb.SCREEN)
case = frame.found(lambda: nominations.get(who, frame.case_id()))
if not allowed(who, Verb.SCREEN, case):
    frame.refuse("Phần so trùng chỉ dành cho thư ký của cơ quan xét hồ sơ này.")
#: A calm mark, readable in the light and in the dark.
MARK = '<mark style="background: rgba(192, 138, 45, 0.32); color: inherit">'
_COLOURS: dict[Grade, Literal["red", "orange", "blue"]] = {Grade.SAME: "red", Grade.LIKELY: "orange", Grade.MAYBE: "blue"}


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text as HTML with its common parts marked; nothing in it is markup."""
    out, at = [], 0
    for start, end in sorted(spans):
        out += [parts.html_escape(text[at:start]), MARK, parts.html_escape(text[start:end]), "</mark>"]
        at = end
    out.append(parts.html_escape(text[at:]))
    return f'<p class="gs-plain">{"".join(out)}</p>'


def repeat(found: Alike) -> None:
    """One case that may be the same: which, how alike, why, by which clause."""
    other = found.candidate
    with st.container(border=True):
        words, badge, button = st.columns([5.4, 1.6, 1.6], vertical_alignment="center")
        with words:
            st.markdown(f"**{parts.said(other.name)}: {parts.said(other.title)}**")
            parts.soft(f"{other.code} · {other.unit_name} · {other.issuer_name} · {other.state.label}")
        badge.badge(found.grade.label, color=_COLOURS[found.grade])
        if button.button("Mở hồ sơ", key=f"open:{other.id}", width="stretch"):
            frame.go("pages/nominations/case.py", id=other.id)
        for reason in found.reasons:
            parts.plain(reason)
        parts.soft(found.clause)


def side_by_side(text: str, other: Copied) -> None:
    """This report and the other one, common parts marked; a common part may be everybody's phrase."""
    with st.expander(f"{other.share:.0%} giống {parts.said(other.code)} · {parts.said(other.unit_name)} · {other.year}", expanded=other is copied[0]):
        left, right = st.columns(2, gap="large")
        with left:
            st.markdown("**Hồ sơ này**")
            st.html(marked(text, [(part.left, part.left_end) for part in other.parts]))
        with right:
            st.markdown(f"**{parts.said(other.recipient_name)}: {parts.said(other.title)}**")
            st.html(marked(other.text, [(part.right, part.right_end) for part in other.parts]))
        chosen = st.selectbox("Phần giống là câu ai cũng viết", [part.text for part in other.parts], index=None, key=f"phrase:{other.nomination_id}", placeholder="Chọn phần không nên tính là chép")
        parts.field_error(f"allow:{other.nomination_id}", "phrase")
        pressed = chosen and st.button("Từ nay bỏ qua câu này", key=f"allow:{other.nomination_id}")
        if pressed and parts.did(f"allow:{other.nomination_id}", lambda key: reports.allow_phrase(who, str(chosen), key)):
            st.rerun()


def phrases() -> None:
    """What is passed over now."""
    kept = reports.phrases(who)
    if not kept:
        return
    with st.expander(f"Câu đang được bỏ qua · {len(kept)}"):
        for phrase in kept:
            words, button = st.columns([6, 1], vertical_alignment="center")
            with words:
                parts.plain(phrase.phrase)
            if button.button("Tính lại", key=f"drop:{phrase.id}") and parts.did(f"drop:{phrase.id}", partial(reports.disallow_phrase, who, phrase.id)):
                st.rerun()


frame.link("pages/nominations/case.py", f"Về hồ sơ {case.code}", icon=":material/arrow_back:", id=case.id)
st.title("So trùng")
parts.soft(f"{case.recipient_name}: {case.title} · {case.unit_name}")
found = radar.around(who, case.id)
st.subheader(f"Hồ sơ có thể trùng · {len(found)}")
if not found:
    parts.soft("Không thấy hồ sơ nào giống về người và việc.")
for one in found:
    repeat(one)
with st.spinner("Đang so báo cáo thành tích"):
    report, copied = reports.recycled(who, case.id)
st.subheader(f"Báo cáo có phần giống nhau · {len(copied)}")
if not copied:
    parts.soft("Không thấy báo cáo nào khác có từ một phần tư nội dung giống báo cáo này.")
for one_copied in copied:
    side_by_side(report, one_copied)
phrases()
