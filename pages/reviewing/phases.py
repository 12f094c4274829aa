"""The phases of a campaign's review for the secretary: where each stands, which cases go on, what reviewers see while names are hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal
from uuid import UUID

import streamlit as st

from pages.reviewing import dossier, phase_form
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters
from recognition.reviewing.actions import blind, phasing
from recognition.reviewing.phases import Files, Gate, Phase, Standing, standing
from vietnamese import dates, numbers, text

_COLOUR: dict[Standing, Literal["gray", "blue", "green"]] = {Standing.PLANNED: "gray", Standing.OPEN: "blue", Standing.CLOSED: "green"}
_ICON = {Standing.PLANNED: ":material/schedule:", Standing.OPEN: ":material/edit_note:", Standing.CLOSED: ":material/lock:"}


def badge(phase: Phase) -> None:
    """Where a phase stands today, in a colour and a word."""
    now = standing(phase, dates.today())
    st.badge(now.label, icon=_ICON[now], color=_COLOUR[now])


def days(phase: Phase) -> str:
    """From when until when."""
    return f"{dates.short(phase.opens)} – {dates.short(phase.closes)}"


def draw(who: Actor, campaign_id: UUID, found: Sequence[Phase]) -> None:
    """Every phase in a card of its own, then the form of one more."""
    names = phasing.names(who, campaign_id)
    if not found:
        parts.soft(
            "Bình thường không cần chia vòng: thư ký giao chấm, mọi người chấm một lượt. Chia vòng khi có tổ thẩm định chấm trước, "
            "rồi Thường trực Hội đồng xem lại những hồ sơ được chọn, hoặc khi muốn giấu tên với người chấm."
        )
    for phase in found:
        with st.container(border=True):
            _card(who, phase, names, last=phase is found[-1])
    label = "Thêm vòng" if found else "Lập vòng chấm"
    with st.expander(label, icon=":material/add:"):
        phase_form.draw(who, campaign_id, None, len(found) + 1, names)


def _card(who: Actor, phase: Phase, names: Mapping[UUID, str], *, last: bool) -> None:
    words, place = st.columns([5, 1.3], vertical_alignment="center")
    with words:
        st.markdown(f"**{parts.said(phase.title)}**")
    with place:
        badge(phase)
    told = [days(phase), phase.task.label, text.first_few([names.get(each, "") for each in phase.members], 4, "người"), f"{phase.sheets} phiếu"]
    if phase.number > 1:
        told.append(f"vào từ vòng trước: {phase.gate.label.lower()}" + (f" {numbers.decimal(phase.mark)}" if phase.gate is Gate.THRESHOLD and phase.mark else ""))
        told.append(f"xem vòng trước: {phase.sees.label.lower()}")
    parts.soft(" · ".join(each for each in told if each))
    if phase.blind:
        said = f"Giấu tên: người chấm không biết là ai, đơn vị nào; minh chứng {phase.files.label.lower()}" if phase.hides else "Đã cho thấy tên"
        st.markdown(f":material/visibility_off: :small[{parts.said(said)}]")
    _verbs(who, phase, last=last)
    if phase.number > 1 and standing(phase, dates.today()) is not Standing.CLOSED:
        with st.expander("Hồ sơ đi tiếp từ vòng trước", icon=":material/playlist_add_check:"):
            _advance(who, phase)
    if phase.hides:
        with st.expander("Xem trước: người chấm thấy gì", icon=":material/visibility_off:"):
            _preview(who, phase)
    if phase.closed_at is None:
        with st.expander("Sửa vòng này", icon=":material/edit:"):
            phase_form.draw(who, phase.campaign_id, phase, phase.number, names)


def _verbs(who: Actor, phase: Phase, *, last: bool) -> None:
    key, now = f"phase:{phase.id}", standing(phase, dates.today())
    with st.container(horizontal=True):
        if phase.closed_at is None and now is not Standing.PLANNED and st.button("Đóng vòng…", key=f"{key}:close", icon=":material/lock:"):
            parts.ask(f"{key}:closing")
        if phase.closed_at is not None and phase.revealed_at is None and st.button("Mở lại vòng", key=f"{key}:reopen", type="tertiary") and parts.did(f"{key}:reopened", partial(phasing.reopen, who, phase.id, phase.version)):
            st.rerun()
        if phase.closed_at is not None and phase.hides and st.button("Cho thấy tên…", key=f"{key}:reveal", icon=":material/visibility:"):
            parts.ask(f"{key}:revealing")
        if last and not phase.sheets and st.button("Bỏ vòng này…", key=f"{key}:drop", type="tertiary"):
            parts.ask(f"{key}:dropping")
    body = f"«{phase.title}» cùng người và cách lấy hồ sơ của vòng bị bỏ; không lấy lại được. Chưa có phiếu nào được giao."
    _confirmed(f"{key}:dropping", f"Bỏ {phase.title}", body, "Bỏ vòng", partial(phasing.remove, who, phase.id, phase.version))
    body = f"{phase.sheets} phiếu của «{phase.title}» chỉ còn xem được; phiếu chưa chốt không tính điểm. Có thể mở lại khi vòng sau chưa giao phiếu."
    _confirmed(f"{key}:closing", f"Đóng {phase.title}", body, "Đóng vòng", partial(phasing.close, who, phase.id, phase.version))
    body = f"{len(phase.members)} người của «{phase.title}» sẽ thấy tên người được đề nghị và đơn vị. Sau đó vòng không mở lại được nữa."
    _confirmed(f"{key}:revealing", "Cho thấy tên", body, "Cho thấy tên", partial(phasing.reveal, who, phase.id, phase.version))


def _confirmed(name: str, title: str, body: str, verb: str, call: partial[Phase]) -> None:
    if parts.confirm(name, title, body, verb, call) is not None:
        parts.done(f"{verb}: xong.")
        st.rerun()


def _advance(who: Actor, phase: Phase) -> None:
    rows = phasing.before_it(who, phase.id)
    there = sum(row.entered for row in rows)
    parts.soft(f"{there} trong {len(rows)} hồ sơ của vòng trước đã vào vòng này." if rows else "Vòng trước chưa có hồ sơ nào.")
    waiting = [row for row in rows if not row.entered]
    if not waiting:
        return
    by_mark = phase.gate is Gate.THRESHOLD
    chosen = st.multiselect(
        "Hồ sơ đi tiếp", [row.nomination_id for row in waiting], [row.nomination_id for row in waiting if row.reaches and by_mark], key=f"advance:{phase.id}:{there}",
        format_func={row.nomination_id: f"{row.recipient} · {'chưa có điểm' if row.mean is None else numbers.decimal(row.mean)} · {row.code}" for row in waiting}.__getitem__,
        placeholder="Chọn hồ sơ, điểm cao đứng trước",
    )  # fmt: skip
    name = f"advance:{phase.id}"
    if st.button(f"Cho {len(chosen)} hồ sơ vào {parts.said(phase.title)}", key=f"{name}:go", type="primary", disabled=not chosen):
        came = parts.do(name, lambda key: phasing.advance(who, phase.id, chosen, key))
        if came is not None:
            parts.done(f"{came} hồ sơ đã vào {phase.title}.")
            st.rerun()


def _preview(who: Actor, phase: Phase) -> None:
    rows = nominations.find(who, Filters(campaign_id=phase.campaign_id), limit=100).rows
    if not rows:
        parts.soft("Phong trào chưa có hồ sơ nào để xem thử.")
        return
    titles = {row.id: f"{row.recipient_name}: {row.title}" for row in rows}
    chosen = st.selectbox("Hồ sơ", list(titles), format_func=titles.__getitem__, key=f"preview:{phase.id}")
    parts.soft("Phần mềm che tên người, tên đơn vị, nơi làm mà nó biết. Anh/chị đọc lại: chữ nào còn cho biết là ai thì thêm vào «Từ khác cần che» của vòng.")
    if phase.files is Files.SHOWN:
        st.warning("Ảnh và giấy tờ không che được: tên, khuôn mặt, con dấu trong đó có thể cho biết là ai.", icon=":material/warning:")
    with st.container(border=True):
        shown = blind.preview(who, phase.id, chosen)
        st.markdown(f"**{parts.said(shown.recipient)}: {parts.said(shown.title)}**")
        dossier.draw(shown, opens=False)
