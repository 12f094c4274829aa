"""How letters look: how pressing, how far they have come, by which way."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.shared import parts
from pages.shared.look import Colour
from recognition.reminding import actions
from recognition.reminding.terms import Delivery, Grade, Letter, LetterState, Outcome, WayState

GRADES: dict[Grade, tuple[Colour, str]] = {Grade.LATE: ("red", "bolt"), Grade.CLOSE: ("orange", "schedule"), Grade.COMING: ("blue", "event")}
STATES: dict[LetterState, tuple[Colour, str]] = {
    LetterState.DRAFT: ("gray", "edit_note"), LetterState.APPROVED: ("blue", "outgoing_mail"), LetterState.SENT: ("green", "check"),
    LetterState.FAILED: ("red", "error"), LetterState.LEFT_OUT: ("gray", "remove"),
}  # fmt: skip
WAYS: dict[WayState, tuple[Colour, str]] = {
    WayState.WAITING: ("orange", "hourglass_top"), WayState.SENDING: ("blue", "outgoing_mail"), WayState.SENT: ("green", "check"), WayState.FAILED: ("red", "error"),
}  # fmt: skip
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def badge(letter: Letter) -> None:
    """A draft says how pressing it is, every other letter how far it has come."""
    colour, icon = GRADES[letter.grade] if letter.state is LetterState.DRAFT else STATES[letter.state]
    label = letter.grade.label if letter.state is LetterState.DRAFT else letter.state.label
    st.badge(label, icon=f":material/{icon}:", color=colour)


def gist(letter: Letter, most: int = 3) -> list[str]:
    """What a letter is about, a line for each thing; its own words where somebody changed them."""
    lines = [thing.sentence for thing in letter.things] if letter.version == 1 and letter.things else letter.body.split("\n")
    rest = len(lines) - most
    return [*lines[:most], *([f"… và {rest} dòng nữa."] if rest > 0 else [])]


def way(one: Delivery) -> None:
    """One way: to whom, how far, when, and why not."""
    colour, icon = WAYS[one.state]
    said = f"{one.way.label}: {one.to}" if one.to else one.way.label
    st.markdown(f"{parts.said(said)} :{colour}-badge[:material/{icon}: {one.state.label}] :small[:gray[{parts.day(one.tried_at)}]]")
    if one.reason:
        st.markdown(f":small[:red[{parts.said(one.reason)}]]")


def told(outcome: Outcome | str | None, again: Callable[[], None]) -> None:
    """What became of a click that sent letters; `again` draws the screen anew."""
    if outcome is None:
        return
    refused = outcome.refused if isinstance(outcome, Outcome) else ()
    st.session_state["outbox:refused"] = refused
    if isinstance(outcome, str) or outcome.done:
        parts.done(f"Đã gửi {outcome.done} thư." if isinstance(outcome, Outcome) else "Đã gửi.")
    again()


def by_mail() -> None:
    """In a dialog: whether e-mail goes along, where mail is set up."""
    if actions.ready():
        st.checkbox("Gửi cả thư điện tử tới người có địa chỉ", True, key="outbox:mail")


def wants_mail() -> bool:
    """What was chosen there."""
    return actions.ready() and bool(st.session_state.get("outbox:mail"))


def refusals() -> None:
    """The letters of the last click that did not go, each with its sentence."""
    for addressee, sentence in st.session_state.pop("outbox:refused", ()):
        st.warning(parts.said(f"{addressee}: {sentence}"), icon=":material/error:")
