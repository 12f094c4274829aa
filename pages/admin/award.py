"""Một danh hiệu hoặc hình thức: by whom, for whom, with which papers and money, by which clause."""

from typing import TypedDict
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import (
    DOSSIER_PARTS,
    AwardKind,
    AwardType,
    AwardTypeForm,
    Family,
    Money,
    RecipientKind,
    Track,
)
from recognition.catalogue.values import read_hundredths
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.MANAGE_CATALOGUE)


class MoneyFields(TypedDict, total=False):
    """The fields of an award type's form that its way of rewarding asks for."""

    amount: str | None
    amount_collective: str | None
    amount_household: str | None
    coefficient: int | None
    multiplied: bool
    gift: str


def money(name: str, now: AwardType | None, way: Money) -> MoneyFields:
    """The fields that the chosen way of rewarding needs."""
    if way is Money.COEFFICIENT:
        left, right = st.columns(2, vertical_alignment="bottom")
        with left:
            typed = fields.line(name, "coefficient", "Hệ số cho cá nhân", numbers.decimal(now.coefficient) if now and now.coefficient else "", placeholder="0,3")
        with right:
            multiplied = st.checkbox("Nhân cho tập thể, hộ gia đình theo quy định", now.multiplied if now else True, key=f"{name}:multiplied",
                                     help="Tập thể gấp 2, hộ gia đình gấp 1,5 (NĐ 152/2025 Điều 54). Bỏ chọn khi hệ số đã là của tập thể, như Tập thể lao động xuất sắc 1,5.")
        return {"coefficient": coefficient(typed), "multiplied": multiplied}
    if way is Money.FIXED:
        first, second, third = st.columns(3)
        with first:
            amount = sum_of(name, "amount", "Cá nhân (đồng)", now.amount if now else None)
        with second:
            collective = sum_of(name, "amount_collective", "Tập thể (đồng)", now.amount_collective if now else None)
        with third:
            household = sum_of(name, "amount_household", "Hộ gia đình (đồng)", now.amount_household if now else None)
        return {"amount": amount, "amount_collective": collective, "amount_household": household}
    if way is Money.GIFT:
        return {"gift": fields.line(name, "gift", "Tặng phẩm", now.gift if now else "")}
    return {}


def sum_of(name: str, field: str, label: str, value: int | None) -> str | None:
    """A sum in đồng as typed; None for an empty field."""
    return fields.line(name, field, label, numbers.integer(value) if value is not None else "") or None


def coefficient(text: str) -> int | None:
    """Hundredths, or nothing that the check would take."""
    try:
        return read_hundredths(text)
    except ValueError:
        return None


def form(now: AwardType | None) -> None:
    """Everything about it."""
    name = f"award:{now.id}:{now.version}" if now else "award:new"
    called = fields.line(name, "name", "Tên", now.name if now else "", placeholder="Giấy khen")
    left, right = st.columns(2)
    with left:
        code = fields.line(name, "code", "Mã", placeholder="party.giay_khen", help="Không đổi sau khi lưu.") if now is None else str(st.text_input("Mã", now.code, disabled=True, key=f"{name}:code"))
        track = fields.choice(name, "track", "Khối cơ quan được trao", list(Track), now.track if now else None)
    with right:
        kind = fields.choice(name, "kind", "Danh hiệu hay hình thức", list(AwardKind), now.kind if now else AwardKind.FORM)
        family = fields.choice(name, "family", "Loại giấy", list(Family), now.family if now else None, help="Giấy được in và đánh số theo loại này.")
    authority = fields.line(name, "authority", "Cấp có thẩm quyền", now.authority if now else "")
    left, right = st.columns(2)
    with left:
        level = fields.line(name, "level", "Bậc trong thứ tự trao", str(now.level) if now else "20", help="Cao trao trước: 50 Chính phủ, 40 tỉnh, 30 cấp trên cơ sở, 20 cơ sở, 10 công nhận.")
    with right:
        position = fields.line(name, "position", "Thứ tự trong bậc", str(now.position) if now else "0")
    recipients = st.pills("Dành cho", list(RecipientKind), format_func=lambda one: one.label, selection_mode="multi",
                          default=[one for one in RecipientKind if now is None or one in now.recipients], key=f"{name}:recipients")
    parts.field_error(name, "recipients")
    st.subheader("Tiền thưởng")
    way = fields.choice(name, "money", "Cách thưởng", list(Money), now.money if now else None)
    values = money(name, now, way)
    st.subheader("Căn cứ và hồ sơ")
    clause = fields.line(name, "clause", "Điều khoản, văn bản", now.clause if now else "")
    left, right = st.columns(2)
    with left:
        start = fields.day(name, "from_date", "Áp dụng từ ngày", now.from_date if now else None)
    with right:
        end = fields.day(name, "to_date", "Hết áp dụng ngày", now.to_date if now else None)
    dossier = st.multiselect("Hồ sơ phải có", list(DOSSIER_PARTS), default=list(now.dossier) if now else ["submission", "achievement_report", "review_minutes"],
                             format_func=lambda part: DOSSIER_PARTS[part], key=f"{name}:dossier")
    parts.field_error(name, "dossier")
    active = st.checkbox("Đang dùng", now.active if now else True, key=f"{name}:active")
    if st.button("Lưu hình thức", type="primary"):
        typed = AwardTypeForm(code, called, clause, family, kind, track, level, position, authority, frozenset(recipients), way,
                              dossier=tuple(dossier), from_date=start, to_date=end, active=active, **values)
        save(name, now, typed)


def save(name: str, now: AwardType | None, typed: AwardTypeForm) -> None:
    """Store it, then show it anew."""
    if now is None:
        made = parts.do(name, lambda key: catalogue.create_award_type(who, typed, key))
    else:
        made = parts.do(name, lambda key: catalogue.change_award_type(who, now.id, now.version, typed, key))
    if made is not None:
        parts.done("Đã lưu. Mức thưởng cần được kiểm chứng lại với văn bản.")
        frame.go("pages/admin/award.py", id=made.id if isinstance(made, AwardType) else made)


def verification(award: AwardType) -> None:
    """Compared with the paper, or to be."""
    st.subheader("Kiểm chứng")
    with st.container(border=True):
        if award.verified:
            st.badge("Đã kiểm chứng", icon=":material/verified:", color="green")
            parts.soft(f"Đối chiếu với {award.confirmed_paper}.")
            return
        st.badge("Chưa kiểm chứng", icon=":material/help:", color="orange")
        parts.soft("Mỗi khoản tiền tính theo mức này đều ghi «chưa kiểm chứng», cho tới khi anh/chị đối chiếu với văn bản.")
        if st.button("Xác nhận đã đối chiếu…", width="stretch"):
            parts.ask("verify")
    body = f"«{award.name}»: mức thưởng và điều khoản khớp với văn bản có số dưới đây."

    def call(key: UUID) -> AwardType:
        return catalogue.confirm_award_type(who, award.id, award.version, fields.typed("verify", "paper"), key)

    if parts.confirm("verify", "Xác nhận mức thưởng", body, "Xác nhận", call, lambda: fields.line("verify", "paper", "Số văn bản", placeholder="152/2025/NĐ-CP")):
        st.rerun()


shown = catalogue.award_type(frame.case_id()) if "id" in st.query_params else None
frame.link("pages/admin/awards.py", "Danh hiệu, hình thức", ":material/arrow_back:")
st.title(parts.said(shown.name) if shown else "Thêm danh hiệu, hình thức")
if shown is not None:
    until = f" đến {dates.short(shown.to_date)}" if shown.to_date else ""
    parts.soft(f"{shown.track.label} · áp dụng từ {dates.short(shown.from_date)}{until}")
work, beside = st.columns([5, 2], gap="large")
with work:
    form(shown)
if shown is not None:
    with beside:
        verification(shown)
