"""Quy định: every number of every rule, with its clause, its days, and whether it was compared with the paper."""

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue import values
from recognition.catalogue.terms import Regulation, RegulationForm
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_REGULATIONS)
TODAY = dates.today()
NEW = "regulation:new"


def span(rule: Regulation) -> str:
    """From when to when."""
    until = f" đến {dates.short(rule.to_date)}" if rule.to_date else ""
    return f"từ {dates.short(rule.from_date)}{until}"


def in_force(rule: Regulation) -> bool:
    """Today."""
    return rule.from_date <= TODAY and (rule.to_date is None or rule.to_date >= TODAY)


def badge(rule: Regulation) -> None:
    """Verified or not, in force or not."""
    if rule.verified:
        st.badge("Đã kiểm chứng", icon=":material/verified:", color="green")
    else:
        st.badge("Chưa kiểm chứng", icon=":material/help:", color="orange")


def row(rule: Regulation) -> None:
    """One value: what it says, by which clause, from when to when, and what can be done with it."""
    words, state, menu = st.columns([5.4, 1.7, 1.5], vertical_alignment="center")
    with words:
        now = "" if in_force(rule) else " :gray[(chưa hoặc không còn hiệu lực)]"
        st.markdown(f"{parts.said(values.MEANINGS[rule.key].label)}: **{parts.said(values.say(rule.key, rule.value))}**{now}")
        paper = f" · đối chiếu với {rule.confirmed_paper}" if rule.confirmed_paper else ""
        parts.soft(f"{rule.clause} · {span(rule)}{paper}")
    with state:
        badge(rule)
    name = f"{rule.id}:{rule.version}"
    with menu:
        if not rule.verified and st.button("Xác nhận…", key=f"v:{name}", width="stretch"):
            parts.ask(f"verify:{name}")
        if st.button("Sửa…", key=f"c:{name}", width="stretch", type="secondary"):
            parts.ask(f"change:{name}")
    verify(rule, f"verify:{name}")
    change(rule, f"change:{name}")


def verify(rule: Regulation, name: str) -> None:
    """The dialog that asks for the number of the paper."""
    body = f"{values.MEANINGS[rule.key].label}: {values.say(rule.key, rule.value)}, {span(rule)}. Anh/chị đã đọc và thấy đúng trong văn bản có số dưới đây."

    def call(key: UUID) -> Regulation:
        return catalogue.confirm_regulation(who, rule.id, rule.version, fields.typed(name, "paper"), key)

    if parts.confirm(name, "Xác nhận quy định", body, "Xác nhận", call, lambda: fields.line(name, "paper", "Số văn bản đã đối chiếu", placeholder="152/2025/NĐ-CP")):
        parts.done("Đã xác nhận quy định.")
        st.rerun()


def value_fields(name: str, key: str, rule: Regulation | None) -> None:
    """Value, clause and days."""
    fields.line(name, "value", "Giá trị", values.typed(key, rule.value) if rule else "", placeholder=values.MEANINGS[key].shape.example)
    fields.line(name, "clause", "Điều khoản, văn bản", rule.clause if rule else "", placeholder="Nghị định …, Điều …")
    left, right = st.columns(2)
    with left:
        fields.day(name, "from_date", "Áp dụng từ ngày", rule.from_date if rule else None)
    with right:
        fields.day(name, "to_date", "Hết áp dụng ngày", rule.to_date if rule else None, help="Để trống nếu chưa biết.")


def form(name: str, key: str) -> RegulationForm:
    """What stands in the fields of a dialog."""
    value, clause, start, end = (fields.typed(name, field) for field in ("value", "clause", "from_date", "to_date"))
    return RegulationForm(key, value, clause, start, end)


def change(rule: Regulation, name: str) -> None:
    """The dialog that corrects a value."""
    body = f"{values.MEANINGS[rule.key].label}. Sửa xong cần xác nhận lại với văn bản. Việc đã tính trước đó không đổi."

    def call(key: UUID) -> Regulation:
        return catalogue.change_regulation(who, rule.id, rule.version, form(name, rule.key), key)

    if parts.confirm(name, "Sửa quy định", body, "Lưu sửa đổi", call, lambda: value_fields(name, rule.key, rule)):
        parts.done("Đã sửa quy định.")
        st.rerun()


def add() -> None:
    """The dialog for another value of a rule; the one before ends the day before."""

    def draw() -> None:
        key = st.selectbox("Quy định", list(values.MEANINGS), format_func=lambda one: values.MEANINGS[one].label, key=f"{NEW}:key")
        value_fields(NEW, key, None)

    def call(key: UUID) -> Regulation:
        return catalogue.add_regulation(who, form(NEW, str(st.session_state.get(f"{NEW}:key"))), key)

    if parts.confirm(NEW, "Thêm giá trị mới", "Giá trị đang dùng tự kết thúc vào ngày liền trước.", "Thêm", call, draw):
        parts.done("Đã thêm quy định.")
        st.rerun()


head, button = st.columns([5, 1.6], vertical_alignment="bottom")
head.title("Quy định")
if button.button("Thêm giá trị", type="primary", icon=":material/add:", width="stretch"):
    parts.ask(NEW)
parts.soft("Mọi con số mà phần mềm dùng để xét và tính. Số chưa kiểm chứng được nói rõ bên mỗi kết quả mà nó tạo ra.")
add()
everything = catalogue.regulations(who)
groups = list(dict.fromkeys(meaning.group for meaning in values.MEANINGS.values()))
unverified = [rule for rule in everything if not rule.verified and in_force(rule)]
left, right = st.columns([4, 2], vertical_alignment="center")
if st.query_params.get("chua") and "regulations:only" not in st.session_state:
    st.session_state["regulations:only"] = True
everywhere = bool(st.session_state.get("regulations:only"))  # what is not verified is listed from every group
group = left.pills("Nhóm", groups, default=groups[0], key="regulations:group", label_visibility="collapsed", disabled=everywhere) or groups[0]
only = right.checkbox(f"Chỉ mục chưa kiểm chứng ({len(unverified)})", key="regulations:only")
past = right.checkbox("Cả giá trị đã hết hiệu lực", key="regulations:past")
shown = [
    rule
    for key, meaning in values.MEANINGS.items()
    for rule in everything
    if rule.key == key and (only or meaning.group == group) and (past or in_force(rule) or rule.from_date > TODAY) and not (only and rule.verified)
]
if shown:
    with st.container(border=True):
        for rule in shown:
            row(rule)
else:
    parts.empty("Không có quy định nào chưa kiểm chứng." if only else "Nhóm này chưa có giá trị nào. Anh/chị bấm «Thêm giá trị».")
