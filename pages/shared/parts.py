"""Parts that every screen uses, so that the same thing looks and behaves the same everywhere."""

from __future__ import annotations

from pages.shared.doing import ask, confirm, did, do, done, errors, field_error, finished, forget_errors, pressed
from pages.shared.look import (
    Step,
    check,
    day,
    deadline,
    empty,
    facts,
    html_escape,
    model_badge,
    money,
    plain,
    said,
    sentence,
    soft,
    state_badge,
    stepper,
)
from pages.shared.tables import Column, everything, exports, grid, page_of, paged_table, search_box, span

__all__ = [
    "Column",
    "Step",
    "ask",
    "check",
    "confirm",
    "day",
    "deadline",
    "did",
    "do",
    "done",
    "empty",
    "errors",
    "everything",
    "exports",
    "facts",
    "field_error",
    "finished",
    "forget_errors",
    "grid",
    "html_escape",
    "model_badge",
    "money",
    "page_of",
    "paged_table",
    "plain",
    "pressed",
    "said",
    "search_box",
    "sentence",
    "soft",
    "span",
    "state_badge",
    "stepper",
]
