"""Danh sách và hạn mức: what the quotas allow, who fits by score, ties, who qualifies and was not proposed; to the council."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

import streamlit as st

from pages.reviewing import quota_form
from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignState
from recognition.council import actions as council
from recognition.council.terms import SessionState
from recognition.hall.errors import HallError
from recognition.hall.words import State, Verb
from recognition.reviewing.actions import shortlisting
from recognition.reviewing.actions.shortlisting import Board
from recognition.reviewing.quotas import Case, Fill, Gauge
from vietnamese import numbers

who = frame.require(Verb.SHORTLIST)
#: The pixels of the wide column at 1,440 px.
_ROOM = 650
_COLOUR: dict[Fill, Literal["red", "green", "blue"]] = {Fill.OVER: "red", Fill.FULL: "green", Fill.UNDER: "blue"}
_ICON = {Fill.OVER: ":material/error:", Fill.FULL: ":material/check:", Fill.UNDER: ":material/hourglass_top:"}


def gauge(one: Gauge) -> None:
    """One quota: bar, words, who would fit, who ties."""
    st.badge(one.fill.label, icon=_ICON[one.fill], color=_COLOUR[one.fill])
    st.markdown(f"**{parts.said(one.quota.sentence)}**")
    parts.soft(f"{one.place}: {one.sentence} · {one.quota.clause}")
    st.progress(min(1.0, one.used / one.allowed) if one.allowed else float(one.used > 0))
    if one.fitting:
        parts.soft("Theo điểm thì vào: " + ", ".join(f"{case.code} {case.recipient} ({numbers.decimal(case.mean or 0)})" for case in one.fitting[:8]))
    if one.tied:
        st.warning(
            parts.said(
                f"Bằng điểm ở chỗ cuối ({numbers.decimal(one.tied[0].mean or 0)}): "
                + ", ".join(f"{case.code} {case.recipient}" for case in one.tied)
                + ". Anh/chị xem lại rồi chọn; phần mềm không tự xếp."
            ),
            icon=":material/balance:",
        )


def cases(found: Board, campaign_id: UUID) -> None:
    """The screened cases by score, chosen and put on the list."""
    waiting = [case for case in found.cases if case.state is State.ACCEPTED]
    if not waiting:
        parts.soft("Không có hồ sơ nào đang thẩm định trong phong trào này.")
        return
    ranks = {case.id: at for at, case in enumerate(found.cases, 1) if case.mean is not None}  # who has no score has no place yet
    columns = [
        parts.Column("Hạng", lambda case: ranks.get(case.id, ""), right=True, spare=True), parts.Column("Người, tập thể", "recipient", lead=True),
        parts.Column("Điểm", lambda case: "chưa chấm" if case.mean is None else numbers.decimal(case.mean), right=True), parts.Column("Việc", "title"),
        parts.Column("Đơn vị", "unit"), parts.Column("Lưu ý", lambda case: _note(found, case), spare=True),
    ]  # fmt: skip
    parts.soft("Điểm cao đứng trước. Đánh dấu những hồ sơ đưa vào danh sách.")
    chosen = [case.id for case in parts.grid(waiting, columns, f"list:{campaign_id}:{len(waiting)}", mode="multi-row", alt=f"{len(waiting)} hồ sơ xếp theo điểm", room=_ROOM)]
    beyond = st.checkbox("Đưa vào dù vượt hạn mức", key="list:beyond")
    if st.button(f"Đưa {len(chosen)} hồ sơ vào danh sách" if chosen else "Đưa vào danh sách", type="primary", disabled=not chosen, key="list:put"):
        done = shortlisting.shortlist_chosen(who, campaign_id, chosen, beyond=beyond)
        st.session_state["list:done"] = [(one.title, one.sentence) for one in done if not one.ok]
        parts.done(f"Đã đưa {sum(one.ok for one in done)} hồ sơ vào danh sách.")
        st.rerun()
    for title, sentence in st.session_state.pop("list:done", []):
        st.warning(parts.said(f"{title}: {sentence}"), icon=":material/error:")


def _note(found: Board, case: Case) -> str:
    """What the score and the quotas say of one case."""
    if found.pass_mark is not None and case.mean is not None and case.mean < found.pass_mark * 100:
        return f"dưới mức đạt {found.pass_mark}"
    if any(case in one.tied for one in found.gauges):
        return "bằng điểm ở chỗ cuối"
    return "vừa hạn mức" if any(case in one.fitting for one in found.gauges) else ""


def to_council(found: Board) -> None:
    """All that is on the list goes onto a session's agenda in one step."""
    listed = [case for case in found.cases if case.state is State.SHORTLISTED]
    sessions = [row for row in council.find(who).rows if row.state is SessionState.PLANNED]
    st.subheader(f"Đã vào danh sách · {len(listed)}")
    parts.paged_table(
        listed,
        [
            parts.Column("Mã", "code"),
            parts.Column("Người, tập thể", "recipient", lead=True),
            parts.Column("Việc", "title"),
            parts.Column("Đơn vị", "unit"),
        ],
        page_key="listed",
        room=_ROOM,
        unit="hồ sơ",
        open_row=False,
        empty="Chưa có hồ sơ nào trong danh sách.",
    )
    if not listed:
        return
    if not sessions:
        parts.soft("Chưa có phiên họp nào đang chuẩn bị. Anh/chị lập phiên họp rồi trình danh sách này.")
        return
    names = {row.id: row.name for row in sessions}
    session_id = st.selectbox("Trình phiên họp", list(names), format_func=names.__getitem__, key="list:session")

    def call(key: UUID) -> object:
        session = council.get(who, session_id)
        return council.put_on(who, session_id, session.version, [case.id for case in listed], key)

    if st.button(f"Trình họp {len(listed)} hồ sơ", icon=":material/how_to_vote:"):
        parts.ask("to_council")
    if (
        parts.confirm(
            "to_council",
            "Trình họp cả danh sách",
            f"{len(listed)} hồ sơ vào chương trình «{names[session_id]}», mỗi hồ sơ theo lần gửi hiện tại.",
            "Trình họp",
            call,
        )
        is not None
    ):
        parts.done("Đã trình họp.")
        st.rerun()


st.title("Danh sách và hạn mức")
parts.soft("Hồ sơ đang thẩm định xếp theo điểm, bên cạnh những gì hạn mức cho phép.")
names = {row.id: row.name for row in campaigns.find(who, limit=200).rows if row.state is not CampaignState.DRAFT}
if not names:
    parts.empty("Chưa có phong trào nào được phát động. Anh/chị mở «Phong trào thi đua» để soạn và phát động.")
    st.stop()
campaign_id = st.selectbox("Phong trào", list(names), format_func=names.__getitem__, key="list:campaign")
try:
    found = shortlisting.board(who, campaign_id)
except HallError as refused:
    st.info(parts.said(refused.sentence))
    st.stop()
work, beside = st.columns([5, 2.4], gap="large")
with work:
    cases(found, campaign_id)
    to_council(found)
with beside:
    st.subheader("Hạn mức")
    if not found.gauges:
        parts.soft("Phong trào chưa đặt hạn mức." if not found.quotas else "Chưa có hồ sơ nào thuộc các hạn mức đã đặt.")
    for one in found.gauges:
        with st.container(border=True):
            gauge(one)
    quota_form.draw(who, campaign_id, found.quotas, names)
    if found.suggestions:
        st.subheader(f"Đủ điều kiện, chưa ai đề nghị · {len(found.suggestions)}")
        with st.container(border=True):
            for model in found.suggestions[:20]:
                parts.plain(f"{model.name}")
                parts.soft(f"{model.code} · {model.unit} · {'' if model.score is None else numbers.decimal(model.score) + ' điểm'}")
