"""Cases that came: new, changed field by field, taken back, as before; the chosen ones are taken in."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.courier import told
from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.courier import actions
from recognition.courier.terms import ParcelRow, Row, RowKind, Terms
from recognition.hall.actor import Actor
from recognition.hall.words import Role
from vietnamese import dates

#: Stands for somebody new, and for no campaign: a field that holds nothing at all looks as if it had been emptied.
_NONE = UUID(int=0)


def draw(who: Actor, parcel: ParcelRow) -> None:
    """The rows by kind, the chosen one in full, and the form that takes them in."""
    told.show()
    rows = frame.found(lambda: actions.rows(who, parcel.id))
    kinds = [kind for kind in RowKind if any(row.kind is kind for row in rows)]
    if not kinds:
        parts.empty("Gói không có hồ sơ nào liên quan tới cơ quan của anh/chị.")
        return
    counts = {kind: sum(row.kind is kind for row in rows) for kind in kinds}
    kind = st.pills("Dòng", kinds, format_func=lambda one: f"{one.label} · {counts[one]}", default=kinds[0], required=True, label_visibility="collapsed", key=f"rows:{parcel.id}:{parcel.waiting}")
    shown = [row for row in rows if row.kind is kind]
    chosen = parts.grid(
        shown,
        [
            parts.Column("Người, tập thể", "name"), parts.Column("Việc", lambda row: row.content["title"]),
            parts.Column("Đề nghị", lambda row: row.content["award_name"]), parts.Column("Mã nơi gửi", lambda row: row.content["code"]),
            parts.Column("Đơn vị ở đây", "unit_name", spare=True), parts.Column("Hồ sơ ở đây", lambda row: f"{row.code} · {row.state.label}" if row.state else "", spare=True),
            parts.Column("Cần biết", note, spare=True),
        ],
        f"coming_{parcel.id}_{kind}_{parcel.waiting}", mode="multi-row", alt=f"{len(shown)} hồ sơ", tallest=420,
    )  # fmt: skip
    for row in chosen[:5]:
        detail(row)
    if kind in (RowKind.NEW, RowKind.CHANGED, RowKind.GONE):
        take(who, parcel, chosen or [row for row in shown if not row.stop], all_of=not chosen)


def note(row: Row) -> str:
    """What somebody has to know of a row before choosing it."""
    if row.stop:
        return row.stop
    if row.changes:
        return "Khác: " + ", ".join(dict.fromkeys(each.label for each in row.changes))
    return f"Trùng tên với {len(row.namesakes)} người ở đây" if row.namesakes else ""


def detail(row: Row) -> None:
    """One case in full, or what changed of it."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(row.name)}**: {parts.said(str(row.content['title']))}")
        if row.kind is RowKind.CHANGED:
            for each in row.changes:
                parts.soft(each.label)
                before, after = st.columns(2)
                with before:
                    parts.plain(f"Trước: {each.before or 'không có'}")
                with after:
                    parts.plain(f"Nay: {each.after or 'không có'}")
            return
        deed = row.content["deed"]
        parts.facts((
            ("Chức vụ, công việc", row.content["recipient_post"]), ("Đơn vị", row.content["recipient_unit"]), ("Năm sinh", row.content["recipient_birth_year"]),
            ("Ngày làm việc tốt", _day(deed["deed_date"]) if deed else ""), ("Nơi làm", deed["place"] if deed else ""), ("Minh chứng", f"{len(row.content['evidence'])} tệp"),
        ))  # fmt: skip
        parts.plain(str(row.content["achievement"]))


def _day(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def take(who: Actor, parcel: ParcelRow, rows: list[Row], *, all_of: bool) -> None:
    """Under which terms, and the button."""
    if not rows:
        return
    fresh = [row for row in rows if row.kind is RowKind.NEW]
    issuers = {one.id: one.name for one in catalogue.issuers(who) if one.id in who.issuers(Role.SECRETARY)}
    issuer, campaign = next(iter(issuers)), _NONE
    running: dict[UUID, str] = {}
    if fresh:
        st.subheader("Nhận vào")
        left, right = st.columns(2)
        with left:
            issuer = st.selectbox("Cơ quan xét", list(issuers), format_func=issuers.__getitem__, key="take:issuer", disabled=len(issuers) == 1)
        running |= {one.id: one.name for one in campaigns.open_now(who) if campaigns.get(who, one.id).issuer_id == issuer}
        with right:
            campaign = st.selectbox(
                "Hồ sơ theo phong trào thì nhận vào", [_NONE, *running], format_func=lambda one: running.get(one, "Không theo phong trào ở đây"), key="take:campaign"
            )
    people = {row.ref: _person(row) for row in fresh if row.namesakes}
    award = _award(who, rows, issuer)
    label = f"Nhận {'cả ' if all_of and len(rows) > 1 else ''}{len(rows)} hồ sơ" if rows[0].kind is not RowKind.GONE else f"Ghi đã rút {len(rows)} hồ sơ"
    if parts.pressed(label, "take:go", type="primary", icon=":material/move_to_inbox:"):
        answered = {ref: None if one == _NONE else one for ref, one in people.items() if one is not None}
        bar = st.progress(0.0, "Đang kiểm tra minh chứng và ghi hồ sơ")

        def shown(done: int, every: int) -> None:
            bar.progress(done / every, f"Đã nhận {done} trong {every} hồ sơ")

        terms = Terms(issuer, campaign if campaign in running else None, award, answered)
        told.keep(actions.take(who, parcel.id, [row.ref for row in rows], terms, shown), "Đã nhận")
        st.rerun()
    parts.soft(f"Hồ sơ vào bước «Chờ tiếp nhận» của mục Thẩm định, ghi rõ nhận từ gói số {parcel.number} ngày {dates.short(parcel.made_on)}.")


def _person(row: Row) -> UUID | None:
    """Somebody known here, or somebody new: a question, never a match."""
    known = {one.id: one.line for one in row.namesakes}
    return st.selectbox(
        f"{row.name} ({row.content['recipient_post'] or 'chưa ghi chức vụ'}, sinh {row.content['recipient_birth_year'] or 'không rõ năm'}) là ai?", [*known, _NONE], index=None,
        format_func=lambda one: known.get(one, "Người mới, chỉ trùng tên"), placeholder="Chọn để trả lời", key=f"take:person:{row.ref}",
    )  # fmt: skip


def _award(who: Actor, rows: list[Row], issuer: UUID) -> UUID | None:
    """What to ask for instead of an award that the catalogue does not know."""
    unknown = actions.unknown_awards(who, rows, issuer)
    if not unknown:
        return None
    names = {one.id: one.name for one in actions.award_choices(who, issuer)}
    return st.selectbox(
        f"Danh mục ở đây không có: {', '.join(unknown)}. Nhận thành", list(names), index=None, format_func=names.__getitem__, placeholder="Chọn hình thức", key="take:award"
    )
