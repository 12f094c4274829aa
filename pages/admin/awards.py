"""Danh hiệu, hình thức: the catalogue in the order of ceremonies, and what each would be worth."""

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AwardKind, AwardType, Money, RecipientKind, Track
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.MANAGE_CATALOGUE)


_KINDS = {AwardKind.TITLE: "Danh hiệu", AwardKind.FORM: "Hình thức", AwardKind.RECOGNITION: "Công nhận"}
_FOR = {RecipientKind.COLLECTIVE: "tập thể", RecipientKind.HOUSEHOLD: "hộ", RecipientKind.INDIVIDUAL: "cá nhân"}


def given_to(award: AwardType) -> str:
    """For whom, in a few words."""
    return ", ".join(word for kind, word in _FOR.items() if kind in award.recipients)


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
    with st.popover("Thử tính tiền", icon=":material/calculate:", width="stretch"):
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


everything = catalogue.award_types(who)
head, count, add = st.columns([4, 1.5, 1.6], vertical_alignment="bottom")
head.title("Danh hiệu, hình thức")
if everything:
    with count:
        trial(everything)
if add.button("Thêm hình thức", type="primary", icon=":material/add:", width="stretch"):
    frame.go("pages/admin/award.py")
parts.soft("Xếp theo thứ tự trao tặng (NĐ 152/2025 Điều 29): bậc cao trước, danh hiệu trước hình thức. Bấm một dòng để mở.")
track = st.pills("Khối", list(Track), format_func=lambda one: one.label, key="awards:track", label_visibility="collapsed", selection_mode="single")
shown = tuple(award for award in everything if track is None or award.track is track)
row = parts.paged_table(
    shown,
    [
        parts.Column("Tên", "name"),
        parts.Column("Khối", lambda award: award.track.label),
        parts.Column("Loại", lambda award: _KINDS[award.kind]),
        parts.Column("Cho", given_to),
        parts.Column("Tiền thưởng", worth),
        parts.Column("Mức thưởng", standing),
        parts.Column("Đến ngày", "to_date"),
    ],
    page_key="awards:page",
    size=60,
    unit="hình thức",
    empty="Không có hình thức nào của khối này.",
)
if row is not None:
    frame.go("pages/admin/award.py", id=row.id)
