"""What the secretary does with reminders: compose, look, change, leave out, send, print."""

from recognition.reminding.actions.composing import compose, pace, set_pace
from recognition.reminding.actions.digesting import choose_digest, compose_digests, my_digest
from recognition.reminding.actions.ground import KIND
from recognition.reminding.actions.looking import counts, edit, find, get, leave_out, organs, outdated, reaches
from recognition.reminding.actions.mailing import again, mail_setting, ready, retriable, send_test
from recognition.reminding.actions.papers import every, file_name, on_paper, word
from recognition.reminding.actions.sending import approve, sent_on_paper

__all__ = [
    "KIND",
    "again",
    "approve",
    "choose_digest",
    "compose",
    "compose_digests",
    "counts",
    "edit",
    "every",
    "file_name",
    "find",
    "get",
    "leave_out",
    "mail_setting",
    "my_digest",
    "on_paper",
    "organs",
    "outdated",
    "pace",
    "reaches",
    "ready",
    "retriable",
    "send_test",
    "sent_on_paper",
    "set_pace",
    "word",
]
