"""What people do with the impact ledger: read and export it, answer what may be claimed twice, hear of it while typing."""

from recognition.ledger.actions.papers import csv_file, workbook
from recognition.ledger.actions.reading import answered, choices, ledger, questions, standing_words, written
from recognition.ledger.actions.settling import already_claimed, reopen, settle
from recognition.ledger.rules import percent

__all__ = [
    "already_claimed",
    "answered",
    "choices",
    "csv_file",
    "ledger",
    "percent",
    "questions",
    "reopen",
    "settle",
    "standing_words",
    "workbook",
    "written",
]
