"""A long text that reaches the server by itself while somebody types: a closed tab or a restart loses nothing.

The browser's half is `assets/web/long_text/`: served as files by the screens' own component route, so that the security
policy needs neither inline nor blob scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.runtime import Runtime

from web.settings import ROOT

PACKAGE, COMPONENT = "guong-sang", "long_text"
NAME = f"{PACKAGE}.{COMPONENT}"
FOLDER = ROOT / "assets" / "web" / COMPONENT


@dataclass(frozen=True)
class LastWords:
    """Which field of which draft: a closing tab posts it with the text to `/nhap`."""

    kind: str
    object: str
    field: str
    version: int


def long_text(
    label: str, key: str, value: str, *, help: str = "", most: int | None = None, height: int = 150, note: str = "",
    placeholder: str = "", error: str = "", last: LastWords | None = None, on_typed: Callable[[], None] | None = None,
) -> str:  # fmt: skip
    """A field for a long text; what stands in it, also in `st.session_state[key]`.

    `value` counts when the form is opened, afterwards the browser's text does. `note` follows the count of characters,
    `error` is told to screen readers (draw it with `parts.field_error` too), `height` is in pixels, `last` says where
    the words go that no rerun can take any more, `on_typed` runs when a text has come, before the screen is drawn.
    Outside a server (tests of screens) it is a plain text area.
    """
    if type(Runtime._instance) is not Runtime:  # AppTest has a stand-in that knows no component
        return str(st.text_area(label, key=key, height=height, help=help or None, placeholder=placeholder or None) or "")
    box, opening = f"{key}:box", st.session_state.setdefault(f"{key}:opening", uuid4().hex)
    if not _take(key, box):  # also here: a click in the same moment may have stopped the callback before it had taken the text
        st.session_state[key] = value or ""

    def came() -> None:
        if _take(key, box) and on_typed is not None:
            on_typed()

    data = {
        "label": label, "value": st.session_state[key], "opening": opening, "help": help, "most": most, "height": height,
        "note": note, "placeholder": placeholder, "error": error, "last": asdict(last) if last else None,
    }  # fmt: skip
    _component()(key=box, data=data, on_typed_change=came)
    return str(st.session_state[key])


def reopen(key: str) -> None:
    """The form was filled anew: `value` counts again."""
    st.session_state.pop(f"{key}:opening", None)


@cache
def _component() -> Callable[..., Any]:
    declare(Runtime.instance().bidi_component_registry)
    made: Callable[..., Any] = st.components.v2.component(NAME, js="long_text.js", css="long_text.css")
    return made


def declare(manager: BidiComponentManager) -> None:
    """Tell the server where the component's files lie, once; a package's manifest would do this for an installed one."""
    if manager.get_component_asset_root(NAME) is None:
        config = ComponentConfig(name=COMPONENT, asset_dir=FOLDER.name)
        manager.register_from_manifest(ComponentManifest(name=PACKAGE, version="1", components=[config]), FOLDER.parent)


def _take(key: str, box: str) -> bool:
    """Take the text that came, if it was typed into the form as it is open now."""
    came: Any = (st.session_state.get(box) or {}).get("typed")
    if not isinstance(came, dict) or not isinstance(came.get("text"), str) or came.get("opening") != st.session_state.get(f"{key}:opening"):
        return False
    st.session_state[key] = came["text"]
    return True
