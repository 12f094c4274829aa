"""How things look: badges, stepper, checks, soft text, and people's own words without any markup."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import streamlit as st

from recognition.hall.words import ModelState, State
from vietnamese import dates, numbers

Colour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]

_STATES: dict[State, tuple[Colour, str]] = {
    State.DRAFT: ("gray", "edit_note"),
    State.SUBMITTED: ("blue", "send"),
    State.ENDORSED: ("blue", "verified_user"),
    State.ACCEPTED: ("orange", "fact_check"),
    State.RETURNED: ("orange", "undo"),
    State.SHORTLISTED: ("blue", "playlist_add_check"),
    State.ON_AGENDA: ("blue", "how_to_vote"),
    State.PASSED: ("green", "check"),
    State.AWARDED: ("green", "workspace_premium"),
    State.FAILED: ("gray", "remove"),
    State.NOT_APPROVED: ("gray", "remove"),
    State.REFUSED: ("gray", "remove"),
    State.WITHDRAWN: ("gray", "logout"),
    State.FORWARDED: ("blue", "move_up"),
}
_MODEL_STATES: dict[ModelState, tuple[Colour, str]] = {
    ModelState.REGISTERED: ("blue", "send"),
    ModelState.APPROVED: ("blue", "verified_user"),
    ModelState.WORKING: ("orange", "construction"),
    ModelState.SELF_SCORED: ("orange", "fact_check"),
    ModelState.CHECKED: ("blue", "playlist_add_check"),
    ModelState.RECOGNISED: ("green", "check"),
    ModelState.OUTSTANDING: ("green", "workspace_premium"),
    ModelState.CONTINUED: ("green", "autorenew"),
    ModelState.ENDED: ("gray", "remove"),
}


def state_badge(state: State | str, *, hold: bool = False) -> None:
    """Where a nomination stands: word, colour and icon, the same everywhere. `hold` puts the pause first."""
    if hold:
        st.badge("Tạm dừng xét", icon=":material/pause_circle:", color="red")
        return
    state = State(state)
    colour, icon = _STATES[state]
    st.badge(state.label, icon=f":material/{icon}:", color=colour)


def model_badge(state: ModelState | str) -> None:
    """Where a model's year stands."""
    state = ModelState(state)
    colour, icon = _MODEL_STATES[state]
    st.badge(state.label, icon=f":material/{icon}:", color=colour)


def deadline(day: date | None) -> None:
    """How near: red on the day or past, orange under three working days, gray beyond; always in words."""
    if day is None:
        st.badge("Không hạn", icon=":material/remove:", color="gray")
        return
    today = dates.today()
    left = dates.working_days_between(today, day, frozenset())
    if day < today:
        late = (today - day).days
        st.badge(f"Trễ {late} ngày" if late < 60 else f"Trễ {late // 30} tháng", icon=":material/bolt:", color="red")
    elif day == today:
        st.badge("Hôm nay", icon=":material/bolt:", color="red")
    else:
        st.badge(f"Hạn {day:%d/%m}" if day.year == today.year else f"Hạn {day:%d/%m/%Y}", icon=":material/schedule:", color="orange" if left < 3 else "gray")


def html_escape(text: object) -> str:
    """Text for `st.html`: nothing in it is markup."""
    return html.escape(str(text))


def plain(text: object) -> None:
    """People's own words, exactly as they wrote them, line breaks kept, no markup."""
    st.html(f'<p class="gs-plain">{html_escape(text)}</p>')


def soft(text: object) -> None:
    """One line that orients: soft and small, no markup."""
    st.html(f'<p class="gs-plain gs-soft">{html_escape(text)}</p>')


def said(text: object) -> str:
    """Text for a place that reads markdown (labels, titles, buttons): every sign of markup is taken as itself."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>~$:" else letter for letter in " ".join(str(text).split()))


def day(value: date | datetime | None) -> str:
    """`05/11/2026`; a moment with its local time; nothing for none."""
    if value is None:
        return ""
    return dates.moment(value) if isinstance(value, datetime) else dates.short(value)


def money(amount: int | None) -> str:
    """`1.234.567 đ`; nothing for none."""
    return "" if amount is None else numbers.money(amount)


def sentence(text: str) -> str:
    """`text` as a sentence on its own begins: `về việc tặng…` as `Về việc tặng…`."""
    return text[:1].upper() + text[1:]


def empty(sentence: str, button: str | None = None, *, key: str | None = None) -> bool:
    """Why there is nothing, and one button to fill it: whether it was pressed."""
    with st.container(border=True):
        soft(sentence)
        return bool(button) and st.button(str(button), type="primary", key=key or f"empty:{button}")


@dataclass(frozen=True)
class Step:
    """One step of a road: its word, whether it is done, now or later, and a date or remark."""

    label: str
    state: Literal["done", "now", "later"]
    when: str = ""


def stepper(steps: Sequence[Step]) -> None:
    """Where something stands on its road; vertical on a phone."""
    items = []
    for number, step in enumerate(steps, 1):
        dot = "✓" if step.state == "done" else str(number)
        words = f'<strong>{html_escape(step.label)}</strong><span class="when">{html_escape(step.when)}</span>'
        here = ' aria-current="step"' if step.state == "now" else ""
        done = ' class="done"' if step.state == "done" else ""
        items.append(f'<li{done}{here}><span class="dot" aria-hidden="true">{dot}</span>{words}</li>')
    st.html(f'<ol class="gs-steps" aria-label="Các bước">{"".join(items)}</ol>')


def check(outcome: Literal["pass", "fail", "ask"], sentence: str, clause: str, mend: str = "") -> None:
    """One condition: icon, sentence, clause under it; what would mend it."""
    icon = {"pass": ":green[:material/check_circle:]", "fail": ":red[:material/cancel:]", "ask": ":orange[:material/help:]"}[outcome]
    word = {"pass": "Đạt", "fail": "Không đạt", "ask": "Cần xem"}[outcome]
    st.markdown(f"{icon} {said(sentence)}", help=None)
    soft(f"{word} · {clause}" if clause else word)
    if mend and outcome != "pass":
        plain(mend)


def facts(pairs: Iterable[tuple[str, object]], columns: int = 3) -> None:
    """Labels with their values, several in a row on a wide screen, one under another on a phone."""
    shown = [(label, value) for label, value in pairs if value not in (None, "")]
    items = "".join(f'<div><dt>{html_escape(label)}</dt><dd class="gs-plain">{html_escape(value)}</dd></div>' for label, value in shown)
    st.html(f'<dl class="gs-facts gs-facts-{min(max(columns, 1), 4)}">{items}</dl>')
