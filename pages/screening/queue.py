"""Thẩm định: the cases that left their units, several at once or one by one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters, Nomination, NominationLine
from recognition.reviewing.actions import shortlisting
from recognition.screening import actions
from recognition.screening.terms import Done

who = frame.require(Verb.SCREEN)
SIZE = 25
STATES = {State.ENDORSED: "Chờ tiếp nhận", State.ACCEPTED: "Đang thẩm định", State.SHORTLISTED: "Đã vào danh sách", State.RETURNED: "Đã trả lại"}
EMPTY = {
    State.ENDORSED: "Không có hồ sơ nào chờ tiếp nhận. Hồ sơ tới đây khi đơn vị gửi và cấp uỷ xác nhận.",
    State.ACCEPTED: "Không có hồ sơ nào đang thẩm định. Hồ sơ tới đây khi được tiếp nhận.",
    State.SHORTLISTED: "Chưa có hồ sơ nào trong danh sách. Hồ sơ tới đây khi thẩm định xong và bấm «Đưa vào danh sách».",
    State.RETURNED: "Không có hồ sơ nào đang ở đơn vị để sửa.",
}
ACTS: dict[State, tuple[Verb, Callable[[UUID, int], Nomination]]] = {
    State.ENDORSED: (Verb.ACCEPT, lambda nomination_id, version: actions.accept(who, nomination_id, version)),
    State.ACCEPTED: (Verb.SHORTLIST, lambda nomination_id, version: shortlisting.shortlist(who, nomination_id, version)),
    State.SHORTLISTED: (Verb.UNSHORTLIST, lambda nomination_id, version: actions.unshortlist(who, nomination_id, version)),
}


def table(rows: list[NominationLine]) -> list[NominationLine]:
    """The page of cases; the chosen ones."""
    columns = [
        parts.Column("Mã", "code"), parts.Column("Người, tập thể", "recipient_name", lead=True), parts.Column("Việc", "title"),
        parts.Column("Đơn vị", "unit_name"), parts.Column("Hạn", "due", spare=True),
    ]  # fmt: skip
    return parts.grid(rows, columns, f"screening_{state}_{page}", mode="multi-row", alt=f"{len(rows)} hồ sơ {STATES[state].lower()}")


def outcome(done: list[Done], verb: Verb) -> None:
    """What became of each case."""
    good = sum(one.ok for one in done)
    st.session_state["screening_done"] = (f"{verb.label}: {good} trong {len(done)} hồ sơ.", [one for one in done if not one.ok])


def told() -> None:
    """The outcome of the last batch, until the next."""
    if "screening_done" not in st.session_state:
        return
    sentence, failed = st.session_state.pop("screening_done")
    (st.warning if failed else st.success)(sentence)
    for one in failed:
        parts.plain(f"{one.title}: {one.sentence}")


st.title("Thẩm định")
parts.soft("Hồ sơ các đơn vị đã xác nhận và gửi lên. Chọn nhiều dòng để làm cùng lúc; mỗi hồ sơ có kết quả riêng.")
told()
search = parts.search_box("screening", placeholder="Tên người, việc, đơn vị, mã hồ sơ")
state = State(st.session_state.setdefault("screening_state", State.ENDORSED))
page = parts.page_of(f"screening:page:{state}", SIZE)
found = nominations.find(who, Filters(search=search, states=(state,)), limit=page.limit, offset=page.offset)
st.pills(
    "Bước", list(STATES), format_func=lambda one: f"{STATES[one]} · {found.counts.get(one, 0)}", required=True, label_visibility="collapsed",
    key="screening_state",
)  # fmt: skip
if not found.rows:
    parts.empty("Không có hồ sơ nào ở bước này khớp với chữ đang tìm. Anh/chị thử ít chữ hơn." if search else EMPTY[state])
    st.stop()
chosen = table(list(found.rows))
left, middle, right = st.columns([2, 2, 3], vertical_alignment="center")
if len(chosen) == 1 and left.button("Mở hồ sơ", icon=":material/open_in_new:", width="stretch"):
    frame.go("pages/nominations/case.py", id=chosen[0].id)
if chosen and state in ACTS:
    verb, act = ACTS[state]
    if middle.button(f"{verb.label} {len(chosen)} hồ sơ", type="primary", width="stretch"):
        outcome(actions.many([(row.id, row.version, row.title) for row in chosen], act), verb)
        st.rerun()
right.caption(parts.span(page.offset + 1, len(found.rows), found.total, "hồ sơ"), text_alignment="right")
if found.total > SIZE:
    st.pagination(-(-found.total // SIZE), key=f"screening:page:{state}")
