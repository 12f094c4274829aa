"""What the secretary does with reminders: compose, look, change, leave out, send, print."""

from recognition.reminding.actions.composing import compose, pace, set_pace
from recognition.reminding.actions.ground import KIND
from recognition.reminding.actions.looking import counts, edit, find, get, leave_out, organs, outdated, reaches
from recognition.reminding.actions.papers import every, file_name, on_paper, word
from recognition.reminding.actions.sending import approve, sent_on_paper

__all__ = [
    "KIND",
    "approve",
    "compose",
    "counts",
    "edit",
    "every",
    "file_name",
    "find",
    "get",
    "leave_out",
    "on_paper",
    "organs",
    "outdated",
    "pace",
    "reaches",
    "sent_on_paper",
    "set_pace",
    "word",
]
