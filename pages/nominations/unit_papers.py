"""Giấy tờ của đơn vị: one tờ trình and one biên bản for several cases, and their signed scans attached to all at once."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

import streamlit as st

from intake import LIMITS
from intake.limits import MB
from pages.shared import frame, parts
from recognition.hall.errors import HallError, Invalid
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import SIGNED, EvidenceInput, EvidenceKind, Filters, NominationLine
from vietnamese import dates

who = frame.require(Verb.PRINT_UNIT_PAPERS)
MINUTES = "minutes"


def choose(rows: list[NominationLine]) -> list[NominationLine]:
    """The table of cases that are not sent yet; the chosen ones."""
    columns = [
        parts.Column("Mã", "code"), parts.Column("Người / tập thể", lambda row: row.recipient_name or "Chưa chọn"),
        parts.Column("Việc", lambda row: row.title or "Chưa đặt tên"), parts.Column("Hình thức", "award_name"), parts.Column("Bước", "state"),
    ]  # fmt: skip
    return parts.grid(rows, columns, "unit_papers", mode="multi-row", alt=f"{len(rows)} hồ sơ chưa gửi")


def words(ids: list[UUID]) -> None:
    """Tờ trình for all, as Word."""
    st.subheader("1. Tải Word, in, ký")
    done = st.button("Lập tờ trình chung", icon=":material/description:", disabled=not ids)
    if done:
        made = parts.do("submission_of", lambda _key: actions.submission_of(who, ids))
        if isinstance(made, bytes):
            st.session_state["_made_submission"] = made
    if "_made_submission" in st.session_state:
        st.download_button("Tải tờ trình", st.session_state["_made_submission"], file_name="To trinh.docx", icon=":material/download:", on_click="ignore")
    with st.expander("Biên bản bình xét của đơn vị"):
        minutes(ids)


def minutes(ids: list[UUID]) -> None:
    """What the minutes need to know of the meeting."""
    day_at, from_at, to_at = st.columns(3)
    with day_at:
        day = parts.any_day("Ngày họp", "m_day", dates.today())
    start = from_at.time_input("Bắt đầu", time(14, 0), key="m_from")
    with to_at:
        end = st.time_input("Kết thúc", time(15, 30), key="m_to")
        parts.field_error(MINUTES, "ends")
    fields = {"place": "Nơi họp", "chair": "Chủ trì", "secretary": "Thư ký"}
    for place, (name, label) in zip(st.columns(3), fields.items(), strict=True):
        with place:
            st.text_input(label, key=f"m_{name}")
            parts.field_error(MINUTES, name)
    present_at, absent_at = st.columns(2)
    with present_at:
        st.text_area("Có mặt (mỗi người một dòng)", key="m_present", height=120)
        parts.field_error(MINUTES, "present")
    absent_at.text_area("Vắng mặt (mỗi người một dòng, kèm lý do)", key="m_absent", height=120)
    present = _lines("m_present")
    approve = parts.whole("Số người đồng ý", len(present), form=MINUTES, field="approve", key=f"m_approve_{len(present)}", needed=True)
    parts.field_error(MINUTES, "approve")
    if st.button("Lập biên bản", icon=":material/description:", disabled=not ids):

        def made(_key: UUID) -> bytes:
            if day is None or start is None or end is None:
                raise Invalid({"ends": "Anh/chị chọn ngày, giờ họp."})
            state = st.session_state
            meeting = actions.Meeting(
                datetime.combine(day, start), datetime.combine(day, end), state["m_place"], state["m_chair"], state["m_secretary"], tuple(present),
                tuple(_lines("m_absent")), approve or 0,
            )  # fmt: skip
            return actions.unit_minutes(who, ids, meeting)

        found = parts.do(MINUTES, made)
        if isinstance(found, bytes):
            st.session_state["_made_minutes"] = found
    if "_made_minutes" in st.session_state:
        st.download_button("Tải biên bản", st.session_state["_made_minutes"], file_name="Bien ban binh xet.docx", icon=":material/download:", on_click="ignore")


def _lines(key: str) -> list[str]:
    return [line.strip() for line in (st.session_state.get(key) or "").splitlines() if line.strip()]


def scans(rows: list[NominationLine]) -> None:
    """One signed scan for all chosen cases."""
    st.subheader("2. Đính kèm bản đã ký")
    kind = st.selectbox("Tệp là", sorted(SIGNED), format_func=lambda one: EvidenceKind(one).label, key="scan_kind")
    turn = st.session_state.setdefault("_scan_turn", 0)
    given = st.file_uploader("Ảnh hoặc PDF", type=["jpg", "jpeg", "png", "pdf"], key=f"_scan:{turn}", max_upload_size=LIMITS.evidence_bytes // MB)
    if given is not None and rows and st.button(f"Đính kèm vào {len(rows)} hồ sơ", icon=":material/attach_file:", type="primary"):
        refused = []
        for row in rows:
            try:
                actions.add_evidence(who, row.id, EvidenceInput(given.getvalue(), given.name, EvidenceKind(kind), EvidenceKind(kind).label))
            except HallError as error:
                refused.append(f"{row.code}: {error.sentence}")
        good = f"{EvidenceKind(kind).label}: đã đính kèm vào {len(rows) - len(refused)} hồ sơ."
        st.session_state["_scan_told"] = (good, refused)
        st.session_state["_scan_turn"] = turn + 1
        st.rerun()
    if "_scan_told" in st.session_state:
        good, refused = st.session_state.pop("_scan_told")
        st.success(parts.said(good), icon=":material/check:")
        for sentence in refused:
            st.warning(parts.said(sentence), icon=":material/error:")


frame.link("pages/nominations/list.py", "Đề nghị khen thưởng", ":material/arrow_back:")
st.title("Giấy tờ của đơn vị")
parts.soft("Một tờ trình, một biên bản cho nhiều hồ sơ. Chọn các hồ sơ chưa gửi, tải Word về ký, rồi đính kèm bản đã ký cho tất cả.")
open_cases = list(actions.find(who, Filters(states=(State.DRAFT, State.RETURNED)), limit=200).rows)
if not open_cases:
    parts.empty("Không có hồ sơ nào chưa gửi.")
    st.stop()
chosen = choose(open_cases)
parts.soft(f"Đã chọn {len(chosen)} trong {len(open_cases)} hồ sơ.")
words([row.id for row in chosen])
if allowed(who, Verb.ADD_EVIDENCE):
    scans(chosen)
