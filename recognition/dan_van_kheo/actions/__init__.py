"""What people do with models: register, change, approve, start, report, check, recognise, continue, end, nominate."""

from recognition.dan_van_kheo.actions.export import csv_file, registration_paper, tag_words, workbook
from recognition.dan_van_kheo.actions.ground import EDITABLE, KIND, REPORTED
from recognition.dan_van_kheo.actions.reading import counts, find, get, history
from recognition.dan_van_kheo.actions.registering import as_input, change, register
from recognition.dan_van_kheo.actions.year import (
    approve,
    check,
    continue_in,
    end,
    mark_outstanding,
    nominate,
    nomination_of,
    recognise,
    replicate,
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
    "find",
    "get",
    "history",
    "mark_outstanding",
    "nominate",
    "nomination_of",
    "parse_amount",
    "parse_points",
    "points",
    "recognise",
    "register",
    "registration_paper",
    "replicate",
    "report",
    "start",
    "tag_words",
    "workbook",
]
