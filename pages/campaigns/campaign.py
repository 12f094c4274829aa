"""One campaign: period, deadlines, papers, criteria; launching it down to units, who has sent what in."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

import streamlit as st

from pages.campaigns import results
from pages.campaigns.beside import progress
from pages.covenants import of_campaign
from pages.insight import launched
from pages.nominations.opening import opened
from pages.shared import frame, parts
from recognition.campaigns import actions
from recognition.campaigns.terms import Campaign, CampaignState, Stage, UnitLine
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight.actions import launches
from recognition.reviewing.actions import shortlisting
from recognition.units import actions as units
from vietnamese import dates

who = frame.require(Verb.SEE_CAMPAIGNS)
if parts.confirmed("discard"):
    parts.done("Đã bỏ vào Thùng rác.")
    frame.go("pages/home/bin.py")
campaign = opened(lambda: actions.get(who, frame.case_id()))
_NAMED = 12
_BADGES: dict[CampaignState, tuple[Literal["gray", "green"], str]] = {
    CampaignState.DRAFT: ("gray", "edit_note"),
    CampaignState.LAUNCHED: ("green", "flag"),
    CampaignState.CLOSED: ("gray", "flag_check"),
}


def head() -> None:
    """Breadcrumb, name with state, one line, the deadlines as a road."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/campaigns/list.py", "Phong trào thi đua")
        st.html(f'<span class="gs-soft">› {parts.html_escape(campaign.code)}</span>')
    left, right = st.columns([5, 1.2], vertical_alignment="center")
    left.title(parts.said(campaign.name))
    colour, icon = _BADGES[campaign.state]
    right.badge(campaign.state.label, icon=f":material/{icon}:", color=colour)
    period = f"{parts.day(campaign.from_date)} - {parts.day(campaign.to_date)}"
    parts.soft(" · ".join(part for part in (campaign.issuer_name, campaign.kind.label.lower(), campaign.level, period) if part))
    still = launches.one(who, campaign.id)
    if still is not None and still.still:
        launched.alarm(still)
    if campaign.deadlines:
        parts.stepper(_road(campaign, dates.today()))


def _road(one: Campaign, today: date) -> list[parts.Step]:
    """The stages that have a deadline: past, the next one, later."""
    steps: list[parts.Step] = []
    open_yet = False
    for stage in Stage:
        day = one.deadline(stage)
        if day is None:
            continue
        state: Literal["done", "now", "later"] = "done" if day < today else "later" if open_yet else "now"
        open_yet = open_yet or day >= today
        steps.append(parts.Step(stage.label, state, f"hạn {day:%d/%m/%Y}"))
    return steps


def verbs() -> None:
    """Edit, launch, close, take over into next year."""
    with st.container(horizontal=True):
        if campaign.state is not CampaignState.CLOSED and allowed(who, Verb.LAUNCH, campaign):
            label = "Phát động…" if campaign.state is CampaignState.DRAFT else "Thêm đơn vị…"
            if st.button(label, icon=":material/campaign:", type="primary"):
                parts.ask("launch")
        if campaign.state is not CampaignState.CLOSED and allowed(who, Verb.MANAGE_CAMPAIGNS, campaign) and st.button("Sửa", icon=":material/edit:"):
            frame.go("pages/campaigns/edit.py", id=campaign.id)
        if campaign.state is CampaignState.LAUNCHED and allowed(who, Verb.CLOSE_CAMPAIGN, campaign) and st.button("Kết thúc…", icon=":material/flag_check:"):
            parts.ask("close")
        if allowed(who, Verb.MANAGE_CAMPAIGNS, campaign) and st.button("Dùng lại cho năm sau…", icon=":material/content_copy:"):
            parts.ask("again")
        if campaign.state is CampaignState.DRAFT and allowed(who, Verb.DISCARD_CAMPAIGN, campaign) and st.button("Bỏ…", icon=":material/delete:"):
            parts.ask("discard")
    _launch()
    _close()
    _again()
    body = "Phong trào đang soạn này vào Thùng rác, khôi phục được trong thời hạn giữ; nơi khác không còn thấy."
    parts.confirm("discard", f"Bỏ: {campaign.name}", body, "Bỏ", lambda key: actions.discard(who, campaign.id, campaign.version, key))


def _launch() -> None:
    there = {line.unit_id for line in sent}
    names = {node.unit.id: node.unit.name for node in units.tree(who) if node.unit.id not in there}

    def draw() -> None:
        every = st.checkbox(f"Tất cả {len(names)} đơn vị chưa nhận", key="launch_all", value=campaign.state is CampaignState.DRAFT)
        if not every:
            st.multiselect("Đơn vị", list(names), format_func=names.__getitem__, key="launch_units", placeholder="Chọn đơn vị")
        parts.field_error("launch", "units")
        parts.field_error("launch", "criteria")

    def call(key: UUID) -> Campaign:
        chosen = list(names) if st.session_state.get("launch_all") else st.session_state.get("launch_units", [])
        return actions.launch(who, campaign.id, campaign.version, chosen, key)

    body = "Người đề nghị và lãnh đạo của các đơn vị nhận tin ngay, và thấy phong trào này khi lập hồ sơ, đăng ký mô hình."
    more = campaign.state is not CampaignState.DRAFT
    verb = "Thêm đơn vị" if more else "Phát động"
    if parts.confirm("launch", f"{verb}: {campaign.name}", body, verb, call, draw) is not None:
        parts.done("Đã thêm đơn vị." if more else "Đã phát động.")
        st.rerun()


def _close() -> None:
    body = "Không nhận thêm đăng ký, đề nghị mới. Hồ sơ đã gửi vẫn đi tiếp."
    if parts.confirm("close", f"Kết thúc: {campaign.name}", body, "Kết thúc", lambda key: actions.close(who, campaign.id, campaign.version, key)) is not None:
        parts.done("Đã kết thúc phong trào.")
        st.rerun()


def _again() -> None:
    def call(key: UUID) -> str:
        return str(shortlisting.as_new_year(who, campaign.id, int(st.session_state.get("again_year") or 0), key).id)

    def draw() -> None:
        st.selectbox("Năm", range(campaign.from_date.year + 1, campaign.from_date.year + 4), key="again_year")

    body = "Văn bản, lĩnh vực, tiêu chí, hạn mức giữ nguyên; các ngày chuyển sang năm mới. Bản mới chưa phát động, anh/chị sửa trước."
    done = parts.confirm("again", f"Dùng lại: {campaign.name}", body, "Tạo bản mới", call, draw)
    if done is not None:
        frame.go("pages/campaigns/campaign.py", id=done)


def content() -> None:
    """Aim, fields, papers, criteria."""
    if campaign.aim:
        parts.plain(campaign.aim)
    parts.facts([("Lĩnh vực", ", ".join(field.label for field in campaign.fields)), ("Mức đạt", f"{campaign.pass_mark} điểm trên 100" if campaign.criteria else "")])
    st.subheader("Tiêu chí chấm điểm")
    if not campaign.criteria:
        parts.soft("Phong trào này không chấm điểm.")
    for criterion in campaign.criteria:
        words, points = st.columns([6, 1.4], vertical_alignment="center")
        guidance = f"  \n:small[:gray[{parts.said(criterion.guidance)}]]" if criterion.guidance else ""
        words.markdown(f"**{parts.said(criterion.name)}**{guidance}")
        points.markdown((f"thưởng {criterion.max_points} điểm" if criterion.bonus else f"{criterion.max_points} điểm") + ("  \n:small[:gray[cần minh chứng]]" if criterion.proof else ""))
    if campaign.papers:
        st.subheader("Văn bản")
        for paper in campaign.papers:
            parts.plain(paper.title or paper.number)
            parts.soft(" · ".join(part for part in (paper.number, parts.day(paper.day)) if part))


def beside(lines: list[UnitLine]) -> None:
    """Who has taken part; whoever has not is named first."""
    silent = [line for line in lines if not line.nominations and not line.models]
    active = [line for line in lines if line.nominations or line.models]
    st.subheader("Đơn vị tham gia")
    with st.container(border=True):
        if not lines:
            parts.soft("Chưa phát động tới đơn vị nào.")
            return
        progress(lines)
        for line in silent[:_NAMED]:
            st.markdown(f"**{parts.said(line.name)}**  \n:small[:gray[Chưa gửi gì]]")
        if len(silent) > _NAMED:
            parts.soft(f"và {len(silent) - _NAMED} đơn vị nữa chưa gửi gì")
    if active:
        with st.expander(f"Đã tham gia · {len(active)} đơn vị"):
            for line in active:
                st.markdown(f"{parts.said(line.name)}  \n:small[:gray[{line.nominations} đề nghị, {line.models} mô hình]]")


sent = actions.units_of(who, campaign.id)
head()
work, narrow = st.columns([5, 2], gap="large")
with work:
    verbs()
    content()
with narrow:
    beside(sent)
    of_campaign.draw(who, campaign)
    results.draw(who, campaign)
