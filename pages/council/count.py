"""The count: a teller's own entry, the comparison once both are there, hands, and closing."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages.shared import parts, slots
from recognition.council import actions
from recognition.council.terms import Counts, Item, Line, Method, Papers, Session
from recognition.hall.actor import Actor

#: Pixels beside the narrow column.
_ROOM = 660
PAPERS = (("issued", "Phát ra"), ("returned", "Thu về"), ("valid", "Hợp lệ"), ("invalid", "Không hợp lệ"))


def papers(who: Actor, session: Session) -> None:
    """A teller enters what came out of the box; the other's figures are not shown before both have entered."""
    known = actions.counts(who, session.id)
    number = next(each.number for each in session.tellers if each.account_id == who.account_id)
    if number > 2:
        st.info("Anh/chị là thành viên thứ ba của tổ kiểm phiếu. Hai người đầu nhập kết quả.", icon=":material/group:")
        return
    st.subheader(f"Kết quả kiểm phiếu, người kiểm phiếu số {number}")
    parts.soft("Đếm và nhập độc lập. Số của người kia chỉ hiện khi cả hai đã nhập; khác nhau thì cùng đếm lại.")
    _own(known)
    _differences(session, known)
    if known.agreed:
        return
    with st.form("count", border=True):
        sheets = _papers(known.own.papers if known.own else Papers(session.in_room, session.in_room, session.in_room, 0), blank=known.own is None)
        st.divider()
        lines = {item.id: _line(session, item, known.own.lines.get(item.id) if known.own else None) for item in session.items}
        if st.form_submit_button("Nhập lại kết quả" if known.own else "Nhập kết quả", type="primary", icon=":material/check:"):
            _send(who, session, sheets, lines, known.own.version if known.own else 0)


def _send(who: Actor, session: Session, sheets: dict[str, int | None], lines: Mapping[UUID, dict[str, int | None]], version: int) -> None:
    if any(None in each.values() for each in (sheets, *lines.values())) and not slots.unread_of("count"):
        st.error("Còn ô chưa nhập. Ô không có phiếu nào thì anh/chị nhập 0.", icon=":material/error:")
        return
    count = Papers(**{name: int(value or 0) for name, value in sheets.items()})
    whole = {item: Line(**{name: int(value or 0) for name, value in line.items()}) for item, line in lines.items()}
    if parts.did("count", lambda key: actions.enter(who, session.id, count, whole, version, key)):
        parts.done("Đã nhập kết quả kiểm phiếu.")
        st.rerun()


def _papers(known: Papers, *, blank: bool) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for column, (name, word) in zip(st.columns(4), PAPERS, strict=True):
        with column:
            found[name] = parts.whole(f"{word} (phiếu)", None if blank else getattr(known, name), form="count", field=name, key=f"count:{name}")
            parts.field_error("count", name)
    return found


def _line(session: Session, item: Item, known: Line | None) -> dict[str, int | None]:
    options = [("approve", "Đồng ý"), ("reject", "Không đồng ý")]
    if session.rule.abstain_offered:
        options.append(("abstain", "Không ý kiến"))
    options.append(("invalid", "Dòng không hợp lệ"))
    st.markdown(f"**{item.number}. {parts.said(item.name)}**")
    if item.recused:
        parts.soft(f"{len(item.recused)} thành viên không tham gia gạch bỏ dòng này; ghi vào «Dòng không hợp lệ».")
    found: dict[str, int | None] = {}
    for column, (name, word) in zip(st.columns(len(options)), options, strict=True):
        value = getattr(known, name) if known else None
        with column:
            found[name] = parts.whole(word, value, form="count", field=f"{item.id}:{name}", key=f"count:{item.id}:{name}")
            parts.field_error("count", f"{item.id}:{name}")
    parts.field_error("count", str(item.id))
    return found


def _own(known: Counts) -> None:
    if known.own is None:
        return
    if known.both is None:
        st.success("Anh/chị đã nhập. Đang chờ người kiểm phiếu kia.", icon=":material/hourglass_top:")
    elif known.agreed:
        st.success("Hai kết quả khớp nhau. Thư ký có thể kết thúc phiên họp.", icon=":material/check_circle:")


def _differences(session: Session, known: Counts) -> None:
    """Every figure on which the two differ."""
    if known.both is None or not known.differences:
        return
    st.warning(f"Hai kết quả khác nhau ở {len(known.differences)} chỗ. Tổ kiểm phiếu cùng đếm lại; người đếm sai nhập lại.", icon=":material/difference:")
    names = {item.id: f"{item.number}. {item.name}" for item in session.items}
    columns = (
        parts.Column("Ở đâu", lambda one: names.get(one.item_id, "Số phiếu") if one.item_id else "Số phiếu"),
        parts.Column("Số nào", "what"),
        parts.Column("Người số 1", "first", right=True),
        parts.Column("Người số 2", "second", right=True),
    )
    parts.grid(known.differences, columns, "differences", mode=None, alt="Những chỗ hai kết quả kiểm phiếu khác nhau", room=_ROOM)


def progress(who: Actor, session: Session) -> None:
    """What the secretary sees: who has entered; the comparison; the way to the end."""
    from pages.council import ending, sealed

    known = actions.counts(who, session.id)
    if session.method is Method.OPEN:
        hands(who, session, known)
        ready = bool(known.entered)
    elif session.method is Method.SEALED:
        ready = sealed.ready(who, session)
    else:
        st.subheader("Kiểm phiếu")
        with st.container(border=True):
            for teller in session.tellers[:2]:
                here = teller.number in known.entered
                icon = ":green[:material/check_circle:]" if here else ":orange[:material/hourglass_top:]"
                st.markdown(f"{icon} {parts.said(teller.name)}: {'đã nhập' if here else 'chưa nhập'}")
            parts.soft("Không ai thấy số phiếu trước khi cả hai người đã nhập.")
        _differences(session, known)
        ready = known.agreed
    ending.close(who, session, ready=ready)


def hands(who: Actor, session: Session, known: Counts) -> None:
    """A show of hands, case by case."""
    st.subheader("Biểu quyết giơ tay")
    with st.form("hands", border=True):
        lines = {item.id: _hand(item, known.own.lines.get(item.id) if known.own else None) for item in session.items}
        if st.form_submit_button("Nhập kết quả biểu quyết", icon=":material/check:"):
            if any(line["approve"] is None or line["reject"] is None for line in lines.values()) and not slots.unread_of("hands"):
                st.error("Còn ô chưa nhập. Không ai giơ tay thì anh/chị nhập 0.", icon=":material/error:")
                return
            whole = {item: Line(line["approve"] or 0, line["reject"] or 0, line.get("abstain") or 0) for item, line in lines.items()}
            version = known.own.version if known.own else 0
            if parts.did("hands", lambda key: actions.enter_hands(who, session.id, whole, version, key)):
                parts.done("Đã nhập kết quả biểu quyết.")
                st.rerun()


def _hand(item: Item, known: Line | None) -> dict[str, int | None]:
    st.markdown(f"**{item.number}. {parts.said(item.name)}**")
    found: dict[str, int | None] = {}
    options = (("approve", "Đồng ý"), ("reject", "Không đồng ý"), ("abstain", "Không có ý kiến"))
    for column, (name, word) in zip(st.columns(3), options, strict=True):
        with column:
            found[name] = parts.whole(word, getattr(known, name) if known else 0 if name == "abstain" else None, form="hands", field=f"{item.id}:{name}", key=f"hands:{item.id}:{name}")
            parts.field_error("hands", f"{item.id}:{name}")
    parts.field_error("hands", str(item.id))
    return found
