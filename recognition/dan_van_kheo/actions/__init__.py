"""What people do with models: register, change, approve, start, note, report, check, recognise, continue, end, nominate, learn from."""

from recognition.dan_van_kheo.actions.export import csv_file, registration_paper, tag_words, workbook
from recognition.dan_van_kheo.actions.ground import EDITABLE, KIND, REPORTED
from recognition.dan_van_kheo.actions.life import life_of, lives, note, silent, silent_after, wanted
from recognition.dan_van_kheo.actions.reading import counts, find, get, history
from recognition.dan_van_kheo.actions.registering import as_input, change, register
from recognition.dan_van_kheo.actions.spreading import (
    example,
    examples,
    learned_by,
    learning_units,
    lesson,
    may_learn,
    replicate,
    spread_in,
    spread_of,
)
from recognition.dan_van_kheo.actions.year import (
    approve,
    check,
    continue_in,
    end,
    mark_outstanding,
    nominate,
    nomination_of,
    recognise,
    report,
    start,
)
from recognition.dan_van_kheo.rules import BOXES, amount, parse_amount, parse_points, points

__all__ = [
    "BOXES",
    "EDITABLE",
    "KIND",
    "REPORTED",
    "amount",
    "approve",
    "as_input",
    "change",
    "check",
    "continue_in",
    "counts",
    "csv_file",
    "end",
    "example",
    "examples",
    "find",
    "get",
    "history",
    "learned_by",
    "learning_units",
    "lesson",
    "life_of",
    "lives",
    "mark_outstanding",
    "may_learn",
    "nominate",
    "nomination_of",
    "note",
    "parse_amount",
    "parse_points",
    "points",
    "recognise",
    "register",
    "registration_paper",
    "replicate",
    "report",
    "silent",
    "silent_after",
    "spread_in",
    "spread_of",
    "start",
    "tag_words",
    "wanted",
    "workbook",
]
