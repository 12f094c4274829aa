"""Phong trào thi đua: what is under way, what comes, what ended."""

from __future__ import annotations

import streamlit as st

from pages.insight import kept, launched
from pages.shared import frame, parts
from recognition.campaigns import actions
from recognition.campaigns.terms import CampaignLine
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight.actions import launches

who = frame.require(Verb.SEE_CAMPAIGNS)
SIZE = 25


def coming(row: CampaignLine) -> str:
    """The next deadline in words."""
    return f"{row.next_stage.label}: {parts.day(row.next_day)}" if row.next_stage else ""


def moving(row: CampaignLine) -> str:
    """How many units move in a campaign under way; amber words when none does."""
    one = launched_now.get(row.id)
    if one is None:
        return ""
    return f"Phát mà không động, {one.quiet} ngày" if one.still else f"{one.moves.moving}/{one.moves.told} đơn vị"


COLUMNS = (
    parts.Column("Mã", "code"),
    parts.Column("Phong trào", "name", lead=True),
    parts.Column("Loại", "kind"),
    parts.Column("Thời gian", lambda row: f"{parts.day(row.from_date)} - {parts.day(row.to_date)}"),
    parts.Column("Hạn gần nhất", coming),
    parts.Column("Đơn vị", "units", right=True),
    parts.Column("Đã tham gia", moving, spare=True),
)

left, right = st.columns([5, 1.4], vertical_alignment="center")
left.title("Phong trào thi đua")
if allowed(who, Verb.MANAGE_CAMPAIGNS) and right.button("Phong trào mới", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/campaigns/edit.py")
if allowed(who, Verb.SEE_COVENANTS):
    frame.link("pages/covenants/list.py", "Giao ước thi đua giữa các đơn vị", ":material/handshake:")
under_way = kept.answer("launches", who, None, lambda: launches.under_way(who))
launched_now = {one.moves.campaign_id: one for one in under_way}
launched.alarms(under_way)
words = parts.search_box("campaigns", placeholder="Tên phong trào, chuyên đề")
counts = actions.find(who, search=words, limit=1).counts
state = st.pills("Trạng thái", list(counts), format_func=lambda s: f"{s.label} · {counts.get(s, 0)}", key="campaigns_state", label_visibility="collapsed")
page = parts.page_of(f"campaigns:page:{state}", SIZE)
found = actions.find(who, search=words, state=state, limit=page.limit, offset=page.offset)
why = "Chưa có phong trào nào. Bấm «Phong trào mới» để soạn." if allowed(who, Verb.MANAGE_CAMPAIGNS) else "Chưa có phong trào nào phát động tới đơn vị của anh/chị."
chosen = parts.paged_table(found.rows, COLUMNS, found.total, f"campaigns:page:{state}", empty="Không có phong trào nào như vậy." if words else why, size=SIZE, unit="phong trào")
if chosen is not None:
    frame.go("pages/campaigns/campaign.py", id=chosen.id)
if under_way and allowed(who, Verb.SEE_FIGURES):
    st.subheader("Phát động và chuyển động")
    parts.soft("Phong trào đang diễn ra: phát động tới bao nhiêu đơn vị, bao nhiêu đơn vị đã đăng ký mô hình hoặc gửi đề nghị.")
    launched.chart(under_way)
