"""What a union officer does with a list that came in."""

from recognition.lists.actions.importing import cases, import_some, send_all, undo
from recognition.lists.actions.mending import answer, change, check_again, drop, fill, leave_out, take_in
from recognition.lists.actions.papers import marked, take_back, template
from recognition.lists.actions.reading import answer_fonts, find, get, remap, row, rows, start

__all__ = [
    "answer", "answer_fonts", "cases", "change", "check_again", "drop", "fill", "find", "get", "import_some", "leave_out", "marked", "remap", "row", "rows",
    "send_all", "start", "take_back", "take_in", "template", "undo",
]  # fmt: skip
