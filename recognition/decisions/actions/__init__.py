"""What people do with decisions. Each name here is one verb of a person, in one transaction."""

from recognition.decisions.actions.changing import change_earlier
from recognition.decisions.actions.drafting import (
    change,
    change_line,
    discard,
    from_session,
    leave_out,
    simplified,
    written_opinion,
)
from recognition.decisions.actions.external import forward, record_external
from recognition.decisions.actions.ground import KIND, in_transaction
from recognition.decisions.actions.handing import hand_over, hand_over_many
from recognition.decisions.actions.papers import word
from recognition.decisions.actions.publicity import Task, due, least_days, post, tasks
from recognition.decisions.actions.reading import (
    awards,
    find,
    forwardable,
    forwarded,
    get,
    of_session,
    sessions_waiting,
    shortlisted,
    spot_cases,
    unverified,
    waiting_cases,
)
from recognition.decisions.actions.recording import record, suggest_number

__all__ = [
    "KIND",
    "Task",
    "awards",
    "change",
    "change_earlier",
    "change_line",
    "discard",
    "due",
    "find",
    "forward",
    "forwardable",
    "forwarded",
    "from_session",
    "get",
    "hand_over",
    "hand_over_many",
    "in_transaction",
    "least_days",
    "leave_out",
    "of_session",
    "post",
    "record",
    "record_external",
    "sessions_waiting",
    "shortlisted",
    "simplified",
    "spot_cases",
    "suggest_number",
    "tasks",
    "unverified",
    "waiting_cases",
    "word",
    "written_opinion",
]  # fmt: skip
