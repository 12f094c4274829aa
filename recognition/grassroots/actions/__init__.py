"""What people do with the book of grassroots democracy: write, answer, promise, keep, look up, print, report."""

from recognition.grassroots.actions.ground import KIND, may_keep, may_note, own_units
from recognition.grassroots.actions.papers import (
    csv_file,
    figures,
    may_print,
    minutes,
    report,
    report_units,
    summary,
    workbook,
)
from recognition.grassroots.actions.reading import (
    days_of_year,
    find,
    get,
    history,
    issuer_choices,
    late,
    of_unit,
    standing,
    unit_choices,
    wanted,
)
from recognition.grassroots.actions.writing import as_input, change, keep, note_point, record, remove, remove_point

__all__ = [
    "KIND",
    "as_input",
    "change",
    "csv_file",
    "days_of_year",
    "figures",
    "find",
    "get",
    "history",
    "issuer_choices",
    "keep",
    "late",
    "may_keep",
    "may_note",
    "may_print",
    "minutes",
    "note_point",
    "of_unit",
    "own_units",
    "record",
    "remove",
    "remove_point",
    "report",
    "report_units",
    "standing",
    "summary",
    "unit_choices",
    "wanted",
    "workbook",
]
