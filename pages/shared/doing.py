"""Doing something once, and saying what was wrong: keys against the second click, errors under their fields, confirmation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared import slots
from recognition.hall.errors import AlreadyDone, HallError, Invalid, refuse

T = TypeVar("T")
#: With so many fields the only wrong one may stand out of sight of the button.
_LONG_FORM = 6
#: As far as a calendar reaches; what is too early or too late for its place is told by the place's own rule.
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)


def do(name: str, call: Callable[[UUID], T]) -> T | str | None:
    """Run `call(key)`; its result, or None when it was refused (the sentence stands under its field, or here).

    The key stays the same for `name` until it succeeds, so that a second click changes nothing: it counts as success
    and gives the id that the first one made, as text. A number that cannot be read refuses before `call`. What `call` returns must not be None; `did` asks only whether.
    """
    state = st.session_state
    key: UUID = state.setdefault(f"_key:{name}", uuid4())
    try:
        refuse(slots.unread_of(name))
        result: T | str = call(key)
    except AlreadyDone as again:
        result = again.result or "done"
    except HallError as error:
        _refused(name, error)
        return None
    state.pop(f"_key:{name}", None)
    forget_errors(name)
    for place in slots.of(name).values():
        place.empty()
    return result


def did(name: str, call: Callable[[UUID], object]) -> bool:
    """Run `call(key)` as `do` does; whether it went through, whatever the call itself gives back."""
    return do(name, finished(call)) is not None


def finished(call: Callable[[UUID], object]) -> Callable[[UUID], bool]:
    """`call`, answering True when it went through: for an action that gives nothing back."""

    def called(key: UUID) -> bool:
        call(key)
        return True

    return called


def _refused(name: str, error: HallError) -> None:
    fields = dict(error.fields) if isinstance(error, Invalid) else {"": error.sentence}
    st.session_state[f"_errors:{name}"] = fields
    places = slots.of(name)
    for field, place in places.items():
        if field not in fields:  # what was wrong the last time is not wrong any more
            place.empty()
    for field, sentence in fields.items():
        if field in places:
            _under(places[field], sentence)
    rest = [sentence for field, sentence in fields.items() if field not in places]
    if rest:
        st.error("\n\n".join(_escaped(sentence) for sentence in rest), icon=":material/error:")
    elif len(fields) > 1 or len(places) >= _LONG_FORM:
        st.error(f"Còn {len(fields)} chỗ cần sửa ở trên.", icon=":material/error:")


def errors(name: str) -> dict[str, str]:
    """What the last try of `name` was refused for: field → sentence."""
    found: dict[str, str] = st.session_state.get(f"_errors:{name}", {})
    return found


def forget_errors(name: str) -> None:
    """The form is new again."""
    st.session_state.pop(f"_errors:{name}", None)


def field_error(name: str, field: str) -> None:
    """Draw this under a field: its sentence when the last try was refused, and the place for the next refusal."""
    place = st.empty()
    slots.keep(name, field, place)
    sentence = errors(name).get(field)
    if sentence:
        _under(place, sentence)


def any_day(label: str, key: str, value: date | None = None, help: str | None = None) -> date | None:
    """A day that a rule will judge: a narrower field would keep the day before in silence, although the wrong one stands in it."""
    return st.date_input(label, value, min_value=_FIRST, max_value=_LAST, format="DD/MM/YYYY", key=key, help=help)


def _under(place: DeltaGenerator, sentence: str) -> None:
    place.markdown(f":red[:material/error: {_escaped(sentence)}]")


def _escaped(text: str) -> str:
    """A sentence may quote what somebody typed: nothing in it is markup."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>~$:" else letter for letter in text)


def pressed(label: str, key: str, **button: Any) -> bool:
    """A button whose click is kept until the script reaches it.

    A table that is edited sends its last cell a moment after it was left; that run would stop the click's own run.
    """

    def kept() -> None:
        st.session_state[f"_pressed:{key}"] = True

    st.button(label, key=key, on_click=kept, **button)
    return bool(st.session_state.pop(f"_pressed:{key}", False))


def ask(name: str) -> None:
    """Open the confirmation `name` at its place in this run: `if st.button("Từ chối…"): parts.ask("refuse")`."""
    st.session_state[f"_ask:{name}"] = True


def confirm(name: str, title: str, body: str, verb: str, call: Callable[[UUID], T], draw: Callable[[], object] | None = None, *, wide: bool = False) -> T | str | None:
    """The confirmation of `name`, drawn only after `ask(name)`; call it in every run, after the button.

    `body` says in figures what will happen to whom; `verb` stands on the button; `draw` adds fields of the dialog,
    which is `wide` where they hold a table.
    Gives the result once, in the run after it succeeded.
    """
    state = st.session_state
    if f"_done:{name}" in state:
        result: T | str = state.pop(f"_done:{name}")
        return result
    if not state.get(f"_ask:{name}"):
        return None

    def closed() -> None:
        state.pop(f"_ask:{name}", None)
        forget_errors(name)

    @st.dialog(title, width="large" if wide else "small", on_dismiss=closed)
    def dialog() -> None:
        st.markdown(_escaped(body))
        if draw is not None:
            draw()
        left, right = st.columns(2)
        with right:
            agreed = pressed(verb, f"_yes:{name}", type="primary", width="stretch")
        if left.button("Thôi", key=f"_no:{name}", width="stretch"):
            closed()
            st.rerun()
        if agreed:
            result = do(name, call)
            if result is not None:
                state[f"_done:{name}"] = result
                closed()
                st.rerun()

    dialog()
    return None


def confirmed(name: str) -> bool:
    """Whether the confirmation of `name` went through in the run before: for a screen whose thing is gone by then."""
    return st.session_state.pop(f"_done:{name}", None) is not None


def done(sentence: str) -> None:
    """Say after the next rerun that it is done: a short word at the edge of the screen."""
    st.toast(_escaped(sentence), icon=":material/check:")
