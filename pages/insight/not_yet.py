"""Chưa được khen: who did good and was not praised yet, which units are silent in this quarter; one click opens a draft."""

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.catalogue.terms import RecipientKind
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, State, Verb
from recognition.insight import actions
from recognition.insight.terms import NotYet, Overlooked
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Commendation, DeedInput, Nomination, NominationInput, Nominee, Subject
from vietnamese import dates

who = frame.require(Verb.SEE_NOT_YET)

COLUMNS = [
    parts.Column("Người, tập thể", "name", lead=True),
    parts.Column("Đơn vị", lambda one: one.unit or "Ngoài danh sách"),
    parts.Column("Số việc", "deeds", right=True),
    parts.Column("Việc gần nhất", "title"),
    parts.Column("Kết quả", lambda one: f"{State(one.state).label}, {dates.short(one.ended_on)}"),
    parts.Column("Khen lần trước", lambda one: one.last_award or "Chưa được khen lần nào"),
]


def begin(one: Overlooked) -> None:
    """A draft of a good deed for this recipient, by the unit of whoever nominates; then its form."""
    unit_id = min(who.units(Role.NOMINATOR, subtree=False))
    data = NominationInput(
        Subject.DEED, Commendation.SPOT, unit_id, one.issuer_id, nominee=Nominee(RecipientKind(one.kind), recipient_id=one.recipient_id),
        deed=DeedInput(),
    )
    made = parts.do(f"begin:{one.recipient_id}", lambda key: nominations.save_draft(who, data, key))
    if made is not None:
        parts.done(f"Đã mở bản nháp cho {one.name}. Anh/chị kể việc tốt mới rồi gửi.")
        frame.go("pages/nominations/deed.py", id=made.id if isinstance(made, Nomination) else UUID(made))


def chosen(one: Overlooked) -> None:
    """What can be done for the chosen row."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(one.name)}**")
        last = f"khen lần trước ngày {dates.short(one.last_award)}" if one.last_award else "chưa có khen thưởng nào trong sổ"
        parts.plain(f"{one.title} ({State(one.state).label.lower()}, {dates.short(one.ended_on)})")
        parts.soft(f"{one.deeds} việc đã đề nghị mà chưa được khen; {last}.")
        with st.container(horizontal=True):
            if allowed(who, Verb.NOMINATE) and st.button("Nêu gương việc tốt mới", type="primary", icon=":material/volunteer_activism:"):
                begin(one)
            if one.person_id and st.button("Xem lịch sử khen thưởng", icon=":material/history:"):
                frame.go("pages/insight/history.py", id=one.person_id, kind="person")


def people(found: NotYet) -> None:
    """Recipients with deeds and no award."""
    st.subheader(f"Đã nêu việc tốt, chưa được khen · {len(found.people)}")
    parts.soft(f"Hồ sơ đã kết thúc mà không được khen, và không có khen thưởng nào từ ngày {dates.short(found.since)}. Ai đang có hồ sơ được xét thì không ở đây.")
    row = parts.paged_table(
        found.people, COLUMNS, page_key="not_yet", size=actions.MOST_OVERLOOKED, unit="người, tập thể", empty="Mọi người đã nêu việc tốt đều được khen hoặc đang được xét."
    )
    if row is not None:
        chosen(row)
    if found.people:
        st.download_button(
            "Xuất Excel", lambda: actions.sheet(who, "Đã nêu việc tốt, chưa được khen", *cells(found)), file_name="chua-duoc-khen.xlsx", icon=":material/download:",
            type="tertiary", on_click="ignore",
        )  # fmt: skip


def cells(found: NotYet) -> tuple[list[str], list[list[str | int]]]:
    """Headings and rows of the workbook, as on the screen."""
    rows: list[list[str | int]] = [
        [
            one.name, one.unit or "", one.deeds, one.title, f"{State(one.state).label}, {dates.short(one.ended_on)}",
            dates.short(one.last_award) if one.last_award else "Chưa được khen lần nào",
        ]
        for one in found.people
    ]  # fmt: skip
    return [column.title for column in COLUMNS], rows


def units(found: NotYet) -> None:
    """Units without a case in the running quarter."""
    first, last = found.quarter
    st.subheader(f"Đơn vị chưa nêu gương nào trong quý này · {len(found.units)}")
    parts.soft(f"Từ {dates.short(first)} đến {dates.short(last)}.")
    parts.paged_table(
        found.units, [parts.Column("Đơn vị", "name"), parts.Column("Số người", "people", right=True)], page_key="silent_units", size=1_000, unit="đơn vị",
        open_row=False, empty="Mọi đơn vị trong phạm vi theo dõi đều đã nêu gương trong quý này.",
    )  # fmt: skip


st.title("Chưa được khen")
years = st.segmented_control("Không có khen thưởng trong", [1, 2, 3, 5], format_func=lambda n: f"{n} năm", default=3, required=True, key="not_yet_years")
shown = actions.not_yet_praised(who, years)
people(shown)
units(shown)
