"""Danh hiệu, hình thức: the catalogue in the order of ceremonies, and what each would be worth."""

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AwardType, Money, RecipientKind, Track
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.MANAGE_CATALOGUE)


def worth(award: AwardType) -> str:
    """The money in a few words."""
    if award.money is Money.COEFFICIENT:
        return f"hệ số {numbers.decimal(award.coefficient or 0)}"
    if award.money is Money.FIXED:
        return numbers.money(award.amount or 0)
    return award.gift if award.money is Money.GIFT else "không"


def standing(award: AwardType) -> str:
    """Whether its money was compared with the paper, and whether it is in use."""
    if not award.active:
        return "Ngừng dùng"
    return "Đã kiểm chứng" if award.verified else "Chưa kiểm chứng"


def trial(found: tuple[AwardType, ...]) -> None:
    """What an award would be worth on a day, with the formula as it will stand on record."""
    st.subheader("Thử tính tiền thưởng")
    with st.container(border=True):
        award = st.selectbox("Hình thức", found, format_func=lambda one: f"{one.name} ({one.track.label})", key="trial:award")
        kinds = [kind for kind in RecipientKind if kind in award.recipients]
        kind = st.selectbox("Cho", kinds, format_func=lambda one: one.label, key="trial:kind")
        typed = fields.day("trial", "day", "Ngày quyết định", dates.today())
        try:
            amount = catalogue.money(award, kind, dates.parse(typed))
        except ValueError as wrong:
            st.error(parts.said(wrong))
        except HallError as wrong:
            st.error(parts.said(wrong.sentence))
        else:
            st.metric("Tiền thưởng", parts.money(amount.amount))
            parts.soft(amount.formula + (f": {amount.gift}" if amount.gift else ""))
            if amount.warning:
                st.warning(parts.said(amount.warning), icon=":material/help:")


head, add = st.columns([5, 1.6], vertical_alignment="bottom")
head.title("Danh hiệu, hình thức")
if add.button("Thêm hình thức", type="primary", icon=":material/add:", width="stretch"):
    frame.go("pages/admin/award.py")
parts.soft("Xếp theo thứ tự trao tặng (NĐ 152/2025 Điều 29): bậc cao trước, danh hiệu trước hình thức. Bấm ô đầu dòng để mở.")
everything = catalogue.award_types(who)
tracks = st.pills("Khối", list(Track), format_func=lambda track: track.label, key="awards:track", label_visibility="collapsed", selection_mode="single")
shown = tuple(award for award in everything if tracks is None or award.track is tracks)
row = parts.paged_table(
    shown,
    [
        parts.Column("Tên", "name", 270),
        parts.Column("Khối", lambda award: award.track.label, 105),
        parts.Column("Loại", lambda award: award.kind.label, 165),
        parts.Column("Cho", lambda award: ", ".join(kind.label for kind in RecipientKind if kind in award.recipients), 215),
        parts.Column("Tiền thưởng", worth, 110),
        parts.Column("Mức thưởng", standing, 135),
        parts.Column("Hết áp dụng", "to_date", 110),
    ],
    page_key="awards:page",
    size=60,
    unit="hình thức",
    empty="Không có hình thức nào của khối này.",
)
if row is not None:
    frame.go("pages/admin/award.py", id=row.id)
if everything:
    left, _ = st.columns([3, 4])
    with left:
        trial(everything)
