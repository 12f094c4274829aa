"""What is being typed in a form: kept in the session, saved as a draft at every change, found again after a closed tab."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

import streamlit as st

from pages.shared import parts
from pages.shared.long_text import LastWords, long_text, reopen
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError
from recognition.nominations import actions
from recognition.nominations.actions.drafts import VERSION
from vietnamese import dates

#: A value of a widget as the draft keeps it: dates and choices as text.
Plain = str | bool | int | None


class Form:
    """One form of one person: `begin` fills the widgets once, `keep` saves them whenever they changed.

    `fields`: field → first value; choices are texts (ids and codes), `days` names the fields that hold dates. `version`
    is the stored case's: what was typed over an older one is left aside, so that nobody's later change is undone.
    """

    def __init__(
        self, who: Actor, kind: str, object_id: UUID | None, fields: Mapping[str, Any], days: frozenset[str] = frozenset(), version: int = 0
    ) -> None:
        self.who, self.kind, self.object_id, self.days, self.version = who, kind, object_id, days, version
        self.fields = dict(fields)
        self._just_opened = False

    def key(self, field: str) -> str:
        """The session's key of a widget."""
        return f"{self.kind}:{field}"

    def get(self, field: str) -> Any:
        """What the widget holds now."""
        return st.session_state.get(self.key(field), self.fields.get(field))

    def set(self, field: str, value: Any) -> None:
        """Put a value into a widget that is drawn later in this run."""
        st.session_state[self.key(field)] = value

    def begin(self) -> None:
        """Fill the widgets when the form is opened: from what was being typed, else from the stored case."""
        mark = f"_form:{self.kind}"
        there = self.key(next(iter(self.fields))) in st.session_state
        if there and st.session_state.get(mark) == self.object_id and mark in st.session_state:
            return
        kept = actions.kept_draft(self.who, self.kind, self.object_id)
        typed = dict(kept[0]) if kept and kept[0].get(VERSION, 0) == self.version else {}
        typed.pop(VERSION, None)
        for field, value in self.fields.items():
            found = typed.get(field, value)
            self.set(field, as_day(found) if field in self.days else found)
            reopen(self.key(field))
        self._just_opened = not typed
        st.session_state[mark] = self.object_id
        st.session_state[f"{mark}:kept"] = typed
        st.session_state[f"{mark}:at"] = kept[1] if kept and typed else None

    def keep(self) -> None:
        """Save what is typed now, when it is not what was saved last. What the form chose by itself while it opened was typed by nobody."""
        mark = f"_form:{self.kind}"
        now = {field: _plain(self.get(field)) for field in self.fields}
        if self._just_opened:
            self._just_opened = False
            st.session_state[f"{mark}:kept"] = now
            return
        before = st.session_state.get(f"{mark}:kept") or {field: _plain(value) for field, value in self.fields.items()}
        if now == before:
            return
        st.session_state[f"{mark}:at"] = actions.keep_draft(self.who, self.kind, {**now, VERSION: self.version}, self.object_id)
        st.session_state[f"{mark}:kept"] = now

    def long_text(self, label: str, field: str, name: str, **named: Any) -> None:
        """A long text, kept as a draft while it is typed; under it what form `name` was refused for."""

        def came() -> None:
            self._just_opened = False
            with suppress(HallError):  # said at the end of this run, when it is tried again
                self.keep()

        said = parts.errors(name).get(field, "")
        last = LastWords(self.kind, str(self.object_id or ""), field, self.version)
        long_text(label, self.key(field), self.get(field) or "", error=said, last=last, on_typed=came, **named)
        parts.field_error(name, field)

    def forget(self) -> None:
        """The form is done: nothing is being typed any more."""
        actions.drop_draft(self.who, self.kind, self.object_id)
        for name in [name for name in st.session_state if str(name).startswith((f"{self.kind}:", f"_form:{self.kind}"))]:
            del st.session_state[name]

    def go_on(self, object_id: UUID, version: int, known: Mapping[str, str]) -> None:
        """The words are stored now: what a case cannot hold yet (half an address) goes on as typed, `known` filled in."""
        now = {**{field: _plain(self.get(field)) for field in self.fields}, **known, VERSION: version}
        self.forget()
        actions.keep_draft(self.who, self.kind, now, object_id)

    def saved_at(self) -> None:
        """When it was saved last, in words."""
        at = st.session_state.get(f"_form:{self.kind}:at")
        if at is not None:
            parts.soft(f"Đã lưu nháp lúc {dates.to_local(at):%H:%M}")


def _plain(value: Any) -> Plain | list[str]:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    return str(value)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def as_day(value: object) -> date | None:
    """A date of a widget: it may come back from a draft as text."""
    return value if isinstance(value, date) else _day(value) if value else None


def as_id(value: object) -> UUID | None:
    """An id of a widget: it may come back from a draft as text."""
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None
