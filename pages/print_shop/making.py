"""A file that takes a while: a button that starts it, a bar with «n trong N» and Dừng, then the file to take.

A child process makes it; whoever opens the screen anew finds it where it is.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.issuing.actions import making
from recognition.issuing.shop_terms import JobStanding, JobState
from vietnamese import numbers

#: Starts the child for a place and tells how it stands.
Start = Callable[[str], JobStanding]


def file(who: Actor, at: str, label: str, start: Start, *, primary: bool = False) -> None:
    """`label` names what is made («PDF để in»); `at` is this place of this screen, with the id of the thing and all choices."""
    now = making.standing(who, at)
    running = now is not None and now.state is JobState.RUNNING
    st.fragment(_draw, run_every=1.0 if running else None)(who, at, label, start, primary, running)


def _draw(who: Actor, at: str, label: str, start: Start, primary: bool, was_running: bool) -> None:
    now = making.standing(who, at)
    running = now is not None and now.state is JobState.RUNNING
    if was_running and not running:
        st.rerun()
    if now is None:
        _begin(at, label, start, primary)
    elif running:
        _wait(who, at, now)
    elif now.state is JobState.READY:
        _take(who, at, label, now, primary)
    else:
        st.error(parts.said(now.sentence), icon=":material/error:")
        _begin(at, f"{label}, lần nữa", start, primary)


def _begin(at: str, label: str, start: Start, primary: bool) -> None:
    pressed = st.button(f"Dựng {label}", key=f"make:{at}", icon=":material/print:", width="stretch", type="primary" if primary else "secondary")
    if pressed and parts.did(f"make:{at}", lambda _: start(at)):
        st.rerun()


def _wait(who: Actor, at: str, now: JobStanding) -> None:
    done, total = numbers.integer(now.done), numbers.integer(now.total)
    said = f"Đã dựng {done}/{total} {now.unit}…" if now.done else f"Đang chuẩn bị {total} {now.unit}…"
    st.progress(now.done / now.total if now.total else 0.0, text=parts.said(said))
    if st.button("Dừng", key=f"stop:{at}", icon=":material/stop_circle:", width="stretch"):
        making.stop(who, at)
        parts.done("Đã dừng. Không có tệp nào được tạo.")
        st.rerun()


def _take(who: Actor, at: str, label: str, now: JobStanding, primary: bool) -> None:
    size = f"{now.size / 1024 / 1024:.1f} MB".replace(".", ",")
    st.link_button(
        f"Tải {label} ({size})", f"/tai-ve/ban-in/{now.id}", icon=":material/download:", width="stretch",
        type="primary" if primary else "secondary",
    )  # fmt: skip
    if st.button("Dựng lại từ đầu", key=f"again:{at}", icon=":material/restart_alt:", type="tertiary", width="stretch"):
        making.stop(who, at)
        st.rerun()
