"""A draft: what stands over the list, the list, and entering it in the book."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import CHANGING, Decision, Head, Kind, Line, LineChange, Origin
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates, numbers
from vietnamese.text import search_key

#: More lines than this are shown page by page.
PAGE = 50


def draw(who: Actor, decision: Decision) -> None:
    """The draft, with the next step at its end."""
    head(who, decision)
    lines(who, decision)
    if allowed(who, Verb.RECORD_DECISION, decision):
        record(who, decision)


def head(who: Actor, decision: Decision) -> None:
    """Title, bases, signer."""
    with st.form("head", border=True):
        title = st.text_area("Trích yếu", value=decision.title, height=70)
        parts.field_error("record", "title")
        bases = st.text_area("Căn cứ, mỗi dòng một căn cứ", value="\n".join(decision.bases), height=110)
        parts.field_error("record", "bases")
        if decision.kind in CHANGING:
            reason = st.text_input(f"Lý do {decision.kind.label.lower()}", value=decision.reason)
            parts.field_error("record", "reason")
        else:
            reason = decision.reason
        clause = decision.clause
        if decision.origin in (Origin.SIMPLIFIED, Origin.WRITTEN_OPINION):
            clause = st.text_input("Điều khoản, văn bản làm căn cứ của thủ tục", value=decision.clause)
            parts.field_error("record", "clause")
        capacity, post, name, place = st.columns([2, 1.3, 1.6, 1.2])
        signer_capacity = capacity.text_input("Thẩm quyền ký", value=decision.signer_capacity, placeholder="T/M BAN THƯỜNG VỤ")
        signer_post = post.text_input("Chức vụ", value=decision.signer_post)
        signer_name = name.text_input("Người ký", value=decision.signer_name)
        where = place.text_input("Địa danh", value=decision.place)
        for field in ("signer_post", "signer_name", "place"):
            parts.field_error("record", field)
        if st.form_submit_button("Ghi dự thảo"):
            data = Head(title, signer_name, signer_post, signer_capacity, where, tuple(bases.split("\n")), clause, reason)
            if parts.did("head", lambda key: actions.change(who, decision.id, decision.version, data, key)):
                parts.done("Đã ghi dự thảo.")
                st.rerun()


def lines(who: Actor, decision: Decision) -> None:
    """The list in ceremony order; each line can be worded, left out, taken in again."""
    st.subheader(f"Danh sách: {len(decision.kept)} trường hợp")
    parts.field_error("record", "lines")
    money = f" Tổng tiền thưởng {numbers.money(decision.total)}." if decision.total else ""
    parts.soft(f"Tên, chức vụ, đơn vị và tiền thưởng sẽ lấy đúng theo ngày quyết định khi vào số.{money}")
    for sentence in actions.unverified(who, decision.id):
        st.warning(parts.said(sentence), icon=":material/info:")
    shown = _page(decision.lines)
    kind = None
    with st.container(border=True):
        for line in shown:
            if line.kind is not kind:
                kind = line.kind
                st.markdown(f"**{kind.label}**")
            _line(who, decision, line)


def _page(every: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of this page; long lists are searched and turned."""
    if len(every) <= PAGE:
        return every
    words = search_key(parts.search_box("draft:lines", placeholder="Tên, đơn vị"))
    found = tuple(line for line in every if words in search_key(f"{line.full_name} {line.unit} {line.wording}"))
    pages = max(1, -(-len(found) // PAGE))
    number = st.pagination(pages, key="draft:lines:page") if pages > 1 else 1
    return found[(number - 1) * PAGE : number * PAGE]


def _line(who: Actor, decision: Decision, line: Line) -> None:
    words, money, buttons = st.columns([5, 1.8, 1.8], vertical_alignment="center")
    with words.container(gap=None):
        name = parts.said(line.full_name)
        st.markdown(f"~~{name}~~" if line.left_out else f"**{name}**")
        parts.soft(", ".join(part for part in (line.post, line.unit) if part))
        parts.soft(f"Để ra ngoài: {line.left_out_reason}" if line.left_out else f"{line.subject + '. ' if line.subject else ''}{line.wording}")
    with money.container(gap=None):
        st.badge(line.award_name, color="gray")
        if line.amount:
            parts.soft(numbers.money(line.amount))
    with buttons:
        if st.button("Sửa…", key=f"edit:{line.id}", width="stretch"):
            parts.ask(f"edit:{line.id}")
        if decision.kind is not Kind.REVOKE:
            if line.left_out:
                if st.button("Đưa vào lại", key=f"in:{line.id}", width="stretch") and _leave(who, decision, line, "", None):
                    st.rerun()
            elif st.button("Để ra ngoài…", key=f"out:{line.id}", width="stretch"):
                parts.ask(f"out:{line.id}")
    _edit(who, decision, line)
    _out(who, decision, line)


def _leave(who: Actor, decision: Decision, line: Line, reason: str, key: UUID | None) -> bool:
    actions.leave_out(who, decision.id, decision.version, line.id, reason, key)
    return True


def _out(who: Actor, decision: Decision, line: Line) -> None:
    typed: dict[str, str] = {}

    def draw_reason() -> None:
        typed["reason"] = st.text_input("Lý do", key=f"out:reason:{line.id}")
        if not typed["reason"].strip():
            parts.soft("Lý do được báo cho người lập hồ sơ.")

    def call(key: UUID) -> bool:
        if not typed["reason"].strip():
            from recognition.hall.errors import Invalid

            raise Invalid({"": "Anh/chị ghi lý do để ra ngoài."})
        return _leave(who, decision, line, typed["reason"], key)

    body = f"{line.full_name} sẽ không có trong quyết định này. Khi vào số, hồ sơ chuyển sang «Không được duyệt» kèm lý do."
    if parts.confirm(f"out:{line.id}", "Để ra ngoài quyết định", body, "Để ra ngoài", call, draw_reason):
        st.rerun()


def _edit(who: Actor, decision: Decision, line: Line) -> None:
    name = f"edit:{line.id}"
    typed: dict[str, str | None] = {}

    def draw_fields() -> None:
        if decision.kind in (Kind.CORRECT, Kind.REPLACE):
            for field, label in (("salutation", "Danh xưng"), ("name", "Tên"), ("post", "Chức vụ"), ("unit", "Đơn vị, địa chỉ")):
                typed[field] = st.text_input(label, value=str(getattr(line, field)), key=f"{name}:{field}")
            parts.field_error(name, "name")
        typed["wording"] = st.text_area("Câu in trên giấy khen", value=line.wording, key=f"{name}:wording")
        parts.field_error(name, "wording")
        if line.nomination_id is not None:
            parts.soft("Câu của đơn vị đề nghị mà được sửa thì lịch sử hồ sơ ghi lại và người lập hồ sơ được báo.")
        if line.subject:
            typed["subject"] = st.text_input("Tên mô hình", value=line.subject, key=f"{name}:subject")

    def call(key: UUID) -> bool:
        changed = LineChange(
            typed["wording"] or "", typed.get("subject") or "", typed.get("salutation"), typed.get("name"), typed.get("post"), typed.get("unit"),
        )  # fmt: skip
        actions.change_line(who, decision.id, decision.version, line.id, changed, key)
        return True

    if parts.confirm(name, "Sửa dòng", line.full_name, "Ghi", call, draw_fields):
        st.rerun()


def record(who: Actor, decision: Decision) -> None:
    """Number and date from the office's own book, and what will happen, in figures."""
    with st.container(border=True):
        st.markdown("**Vào số quyết định**")
        parts.soft("Sau khi người có thẩm quyền ký, nhập đúng số và ngày trong sổ của cơ quan.")
        left, right, button = st.columns([1, 1.4, 1.6], vertical_alignment="bottom")
        with right:
            day = fields.day("record", "decided_on", "Ngày quyết định", dates.today())
        suggested, written = actions.suggest_number(who, decision.id, _day(day))
        with left:
            number = parts.whole("Số", suggested, form="record", field="number", key=f"record:number:{_day(day).year}", needed=True)
        parts.field_error("record", "number")
        parts.soft(f"Số tiếp theo của sổ: {written}.")
        if button.button("Vào số…", icon=":material/draw:", type="primary", width="stretch"):
            parts.ask("record")

    def call(key: UUID) -> UUID:
        return actions.record(who, decision.id, decision.version, number or 0, day, key).id

    if parts.confirm("record", "Vào số quyết định", _figures(decision, number or suggested, written), "Vào số", call):
        parts.done("Đã vào số quyết định.")
        frame.go("pages/decisions/decision.py", id=decision.id)


def _day(typed: str) -> date:
    """The day as typed, or today while it cannot be read: the action says what is wrong."""
    try:
        return dates.parse(typed)
    except ValueError:
        return dates.today()


def _figures(decision: Decision, number: int, written: str) -> str:
    count, out = len(decision.kept), len(decision.lines) - len(decision.kept)
    digits = "".join(letter for letter in written.split("-")[0].split("/")[0])
    said = f"Quyết định số {written.replace(digits, f'{number:02d}', 1)}. "
    if decision.kind is Kind.REVOKE:
        said += f"{count} khen thưởng không còn hiệu lực; giấy khen đã cấp tra cứu sẽ thấy «Đã thu hồi»."
    elif decision.kind in CHANGING:
        said += f"{count} khen thưởng cũ được thay bằng khen thưởng mới, giấy khen mới cấp sau."
    else:
        said += f"{count} trường hợp trở thành «Đã khen», tổng tiền thưởng {numbers.money(decision.total)}."
    if out:
        said += f" {out} trường hợp để ra ngoài, có lý do."
    return said + " Vào số rồi thì không sửa được quyết định này nữa."
