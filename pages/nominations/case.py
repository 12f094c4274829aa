"""One case: where it stands, what may be done now, the story first, then files, revisions, papers, history."""

from __future__ import annotations

import streamlit as st

from pages.nominations import papers, road, story, talk, verbs, viewer
from pages.nominations.opening import opened
from pages.screening import alike, panel
from pages.shared import frame, parts
from recognition.catalogue.terms import RecipientKind
from recognition.council import actions as council
from recognition.hall import road as transitions
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import Nomination
from recognition.people import actions as people
from recognition.reviewing.actions import phasing
from recognition.reviewing.phases import standing
from recognition.screening.actions import opening
from recognition.thanks import actions as thanks
from vietnamese import dates, text

who = frame.require(Verb.SEE_NOMINATIONS)
if parts.confirmed(verbs.DISCARDED):
    parts.done("Đã đưa vào Thùng rác.")
    frame.go("pages/home/bin.py")
found = opened(lambda: opening.opened(who, frame.case_id()))
shown, criteria = found.whole, found.criteria
case, files = shown.case, list(shown.files)
council.opened(who, case.id)


def head() -> None:
    """Breadcrumb, title with state, one line that orients, the stepper."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/nominations/list.py", "Đề nghị khen thưởng")
        st.html(f'<span class="gs-soft">› {parts.html_escape(case.code)}</span>')
    left, right = st.columns([5, 1.2], vertical_alignment="center")
    left.title(parts.said(story.name(case)))
    with right:
        parts.state_badge(State.SUBMITTED if case.state is State.ENDORSED and case.endorsed_by is None else case.state)
    parts.soft(" · ".join(part for part in (case.unit_name, _award(case), _day(case)) if part))
    parts.stepper(road.steps(case))
    reviewed()
    thanked()


def thanked() -> None:
    """What the published example of this case was given, in one line with the way to it."""
    given = thanks.of_case(who, case.id) if case.state is State.AWARDED else None
    if given is not None:
        frame.link("pages/thanks/example.py", given.count.sentence, ":material/local_florist:", id=given.publication_id)


def reviewed() -> None:
    """In which phase of its review the case is, where the campaign has phases."""
    phase = phasing.of_case(who, case.id)
    if phase is not None:
        parts.soft(f"{phase.title} · {standing(phase, dates.today()).label.lower()} · {dates.short(phase.opens)} – {dates.short(phase.closes)}")


def _award(one: Nomination) -> str:
    return " ".join(part for part in (one.award_name, (one.campaign_name and f"theo «{text.inner_quotes(one.campaign_name)}»") or one.commendation.label.lower()) if part)


def _day(one: Nomination) -> str:
    if one.deed_date is None:
        return f"{parts.day(one.period_from)} - {parts.day(one.period_to)}" if one.period_from and one.period_to else ""
    ago = (dates.today() - one.deed_date).days
    return f"việc ngày {parts.day(one.deed_date)} ({'hôm nay' if ago == 0 else f'{ago} ngày trước'})"


def said_back() -> None:
    """Why it came back or ended, above everything else."""
    if case.reasons and case.state in (State.RETURNED, State.REFUSED, State.WITHDRAWN, State.NOT_APPROVED, State.FAILED):
        lines = "\n".join(f"- {(panel.FIELDS.get(r.field, '') + ': ') if r.field else ''}{r.sentence}" for r in case.reasons)
        with st.container(border=True):
            st.markdown(f"**:material/undo: {parts.said(case.state.label)}**")
            parts.plain(lines)


def beside() -> None:
    """The secretary's checks, or what the nominator still has to mend; then earlier awards."""
    if found.screened is not None:
        panel.checks(who, case, found.screened.checks)
        alike.beside(case, found.screened.alike)
    elif case.state in transitions.EDITABLE and allowed(who, Verb.SUBMIT, case):
        story.to_mend(who, case)
    story.opinion(shown.opinion, dates.today())
    if case.recipient_kind is RecipientKind.INDIVIDUAL and case.person_id and allowed(who, Verb.SEE_HISTORY):
        st.subheader("Đã được khen trước đây")
        earlier = people.history_of_person(who, case.person_id)
        with st.container(border=True):
            for award in earlier[:5]:
                parts.plain(f"{award.award_name}: {award.wording}")
                parts.soft(f"{award.number_text or 'chưa ghi số'} ngày {parts.day(award.decided_on)}")
            if not earlier:
                parts.soft("Sổ chưa ghi lần khen nào.")


head()
said_back()
work, narrow = st.columns([5, 2.2], gap="large")
with work:
    verbs.draw(who, case)
    panel.verbs(who, case)
    panel.papers(who, case)
    sent = list(shown.revisions)
    tabs = st.tabs(["Thành tích", f"Minh chứng ({len(files)})", f"Lần gửi ({len(sent)})", "Giấy tờ đơn vị", "Lịch sử", *(["Trao đổi"] if actions.may_talk(who, case) else [])])
    with tabs[0]:
        story.draw(case)
        if files:
            st.subheader("Minh chứng chính")
            viewer.grid(files[:3], criteria)
    with tabs[1]:
        if not files:
            parts.soft("Chưa có tệp nào. Người lập hồ sơ thêm ở phần «Sửa».")
        viewer.grid(files, criteria)
        if criteria:
            st.subheader("Theo tiêu chí")
            viewer.by_criterion(files, criteria, actions.self_scores(who, case.id))
        if files and allowed(who, Verb.EXPORT):
            st.html(f'<a class="gs-alone" href="/tai-ve/ho-so/{case.id}">Tải cả hồ sơ (ZIP)</a>')
    with tabs[2]:
        story.revisions(sent)
    with tabs[3]:
        papers.draw(who, case)
    with tabs[4]:
        story.history(list(shown.history))
    if len(tabs) > 5:
        with tabs[5]:
            talk.draw(who, case, shown.comments)
with narrow:
    beside()
