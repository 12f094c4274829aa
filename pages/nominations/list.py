"""Đề nghị khen thưởng: search, three filters, states with their numbers, the table."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import Filters, NominationLine, Subject
from recognition.units import actions as units
from vietnamese import dates

who = frame.require(Verb.SEE_NOMINATIONS)
SIZE = 25
_UNIT_ROLES = (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)


def new() -> None:
    """The two ways to begin a case."""
    if not allowed(who, Verb.NOMINATE):
        return
    with st.popover("Đề nghị mới", icon=":material/add:", type="primary", width="stretch"):
        if st.button("Nêu gương việc tốt", icon=":material/volunteer_activism:", width="stretch"):
            frame.go("pages/nominations/deed.py")
        if st.button("Đề nghị thành tích", icon=":material/military_tech:", width="stretch"):
            frame.go("pages/nominations/achievement.py")
        if st.button("Tờ trình, biên bản chung", icon=":material/draw:", width="stretch"):
            frame.go("pages/nominations/unit_papers.py")


def filters() -> Filters:
    """What is looked for; the state comes after, for its numbers depend on the rest."""
    search, unit, subject, campaign = st.columns([3, 1.8, 1.3, 1.8], vertical_alignment="bottom")
    with search:
        words = parts.search_box("nominations", placeholder="Tên người, việc, đơn vị, mã hồ sơ")
    nodes = {node.unit.id: node.unit.name for node in units.tree(who)}
    open_campaigns = {row.id: row.name for row in campaigns.find(who, limit=200).rows} if allowed(who, Verb.SEE_CAMPAIGNS) else {}
    unit_id = unit.selectbox("Đơn vị", [None, *nodes], format_func=lambda one: nodes[one] if one else "Tất cả đơn vị", key="nominations_unit")
    kind = subject.selectbox("Loại", [None, *Subject], format_func=lambda one: one.label if one else "Mọi loại", key="nominations_subject")
    campaign_id = campaign.selectbox(
        "Phong trào", [None, *open_campaigns], format_func=lambda one: open_campaigns[one] if one else "Mọi phong trào và đột xuất", key="nominations_campaign"
    )
    return Filters(search=words, subject=kind, unit_id=unit_id, campaign_id=campaign_id)


def due(row: NominationLine) -> str:
    """How long until the stage's deadline, in words."""
    if row.due is None or row.state in (State.AWARDED, State.WITHDRAWN, State.REFUSED, State.FAILED, State.NOT_APPROVED):
        return ""
    left = dates.days_left(dates.today(), row.due)
    return "hôm nay" if left == 0 else f"còn {left} ngày" if left > 0 else f"quá {-left} ngày"


def columns(state: State | None, one_unit: bool) -> list[parts.Column]:
    """What stands in the table; the state only where several are mixed, the unit only where there are several."""
    found = [
        parts.Column("Mã", "code"),
        parts.Column("Người / tập thể", lambda row: row.recipient_name or "Chưa chọn", lead=True),
        parts.Column("Việc", lambda row: row.title or "Chưa đặt tên"),
    ]
    if not one_unit:
        found.append(parts.Column("Đơn vị", "unit_name"))
    if state is None:
        found.append(parts.Column("Bước", lambda row: row.state.label))
    return [*found, parts.Column("Ngày việc", lambda row: parts.day(row.deed_date) or "–"), parts.Column("Hạn", due, spare=True)]


left, right = st.columns([5, 1.3], vertical_alignment="center")
left.title("Đề nghị khen thưởng")
with right:
    new()
asked = filters()
counts = actions.counts(who, asked)
state = st.pills(
    "Bước", list(counts), format_func=lambda one: f"{one.label} · {counts.get(one, 0)}", key="nominations_state", label_visibility="collapsed"
)
page = parts.page_of(f"nominations:page:{state}", SIZE)
shown = Filters(**{**asked.__dict__, "states": (state,) if state else ()})
found = actions.find(who, shown, limit=page.limit, offset=page.offset, counts=counts)
why = "Không có hồ sơ nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if asked.search or asked.unit_id or asked.campaign_id or state else (
    "Chưa có đề nghị nào. Bấm «Đề nghị mới» để bắt đầu." if allowed(who, Verb.NOMINATE) else "Chưa có hồ sơ nào gửi tới anh/chị."
)
chosen = parts.paged_table(found.rows, columns(state or (next(iter(counts)) if len(counts) == 1 else None), len(who.units(*_UNIT_ROLES)) == 1 and not who.issuers(Role.SECRETARY, Role.LEADER)), found.total, f"nominations:page:{state}", empty=why, size=SIZE, unit="hồ sơ")
if found.rows and allowed(who, Verb.EXPORT):
    parts.exports("de-nghi-khen-thuong", lambda: actions.workbook(who, shown), lambda: actions.csv_file(who, shown))
if chosen is not None:
    frame.go("pages/nominations/case.py", id=chosen.id)
