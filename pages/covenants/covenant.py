"""One covenant: how far it is, what this person may do now, its text, who signed, how the parties compare."""

from __future__ import annotations

import streamlit as st

from pages.covenants import compare, joining, shown, verbs
from pages.covenants.shown import Shown
from pages.nominations import story
from pages.nominations.opening import opened
from pages.shared import frame, parts
from pages.shared.look import Colour
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, ReportState, State, Target
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_COVENANTS)
if parts.confirmed("discard_covenant"):
    parts.done("Đã bỏ giao ước đang soạn.")
    frame.go("pages/covenants/list.py")
covenant = opened(lambda: actions.get(who, frame.case_id()))
LOOKS: dict[State, tuple[Colour, str]] = {State.DRAFT: ("gray", "edit_note"), State.OPEN: ("green", "handshake"), State.CLOSED: ("gray", "flag_check")}


def head(one: Covenant) -> None:
    """Breadcrumb, name with state, one line, the road."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/covenants/list.py", "Giao ước thi đua")
        st.html(f'<span class="gs-soft">› {parts.html_escape(one.code)}</span>')
    left, right = st.columns([5, 1.3], vertical_alignment="center")
    left.title(parts.said(one.name))
    colour, icon = LOOKS[one.state]
    right.badge(one.state.label, icon=f":material/{icon}:", color=colour)
    edition = f"bản {one.edition}" if one.edition else "chưa đưa ra ký"
    parts.soft(" · ".join(part for part in (one.cluster, one.issuer_name, f"{parts.day(one.from_date)} - {parts.day(one.to_date)}", edition) if part))
    parts.stepper(road(one))


def road(one: Covenant) -> list[parts.Step]:
    """Drawing up, signing, reporting, closing: done, now, later."""
    signed, number = len(one.parties) - len(one.waiting), len(one.parties)
    told = sum(party.report is not None and party.report.state is not ReportState.RETURNED for party in one.parties)
    done = (one.state is not State.DRAFT, one.state is State.CLOSED or signed == number, one.state is State.CLOSED or told == number, one.state is State.CLOSED)
    words = (("Soạn", ""), ("Ký giao ước", f"{signed} trong {number} đơn vị"), ("Báo cáo kết quả", f"{told} trong {number}, hạn {parts.day(one.report_by)}"), ("Tổng kết", ""))
    now = done.index(False) if False in done else len(done)
    return [parts.Step(label, "done" if done[at] else "now" if at == now else "later", when) for at, (label, when) in enumerate(words)]


def content(one: Covenant) -> None:
    """What is promised: words, then targets."""
    if one.conclusion:
        st.subheader("Kết luận")
        parts.plain(one.conclusion)
    if one.content:
        st.subheader("Nội dung thi đua")
        parts.plain(one.content)
    st.subheader("Chỉ tiêu giao ước")
    if one.scored:
        parts.soft(f"Chấm trên {actions.full_points(one)} điểm.")
    rest: list[Shown[Target]] = [("Mức phấn đấu", actions.wanted, False), ("Điểm tối đa", lambda target: str(target.points or ""), True)]
    shown.table(one.targets, ("Chỉ tiêu", lambda target: f"{target.position}. {target.name}", False), rest, f"targets:{one.id}", "Chỉ tiêu giao ước", room=760)


def beside(one: Covenant) -> None:
    """The paper, where it is signed, scans, earlier editions."""
    st.download_button(
        "Giao ước (Word)", lambda: actions.paper(who, one.id), file_name=f"Giao ước {one.code}.docx", icon=":material/description:", on_click="ignore", width="stretch",
        key="covenant_word",
    )  # fmt: skip
    parts.facts([("Nơi ký", one.place), ("Ngày ký", parts.day(one.signed_on)), ("Hạn báo cáo", parts.day(one.report_by)), ("Phong trào", one.campaign_name)], columns=1)
    scans = [file for file in actions.files(who, one.id) if file.unit_id is None]
    for file in scans:
        st.html(f'<a class="gs-alone" href="/tai-ve/giao-uoc/{file.id}?xem=1" target="_blank" rel="noopener">Bản quét đã ký: {parts.html_escape(file.file_name)}</a>')
    editions = actions.editions(who, one.id)
    if len(editions) > 1:
        with st.expander(f"Các bản · {len(editions)}"):
            for edition in editions:
                st.markdown(f"**Bản {edition.number}** · {parts.day(edition.made_at)} · {edition.joined} đơn vị đã ký")
                if edition.reason:
                    parts.soft(edition.reason)


head(covenant)
left, right = st.columns([5, 1.7], gap="large")
with left:
    joining.own(who, covenant)
    verbs.draw(who, covenant)
    content(covenant)
with right:
    beside(covenant)
compare.parties(covenant)
compare.draw(who, covenant)
if lines := actions.history(who, covenant.id):
    with st.expander("Lịch sử"):
        story.history(lines)
