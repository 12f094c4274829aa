"""The words and shapes of a nomination."""

from recognition.catalogue.terms import RecipientKind
from recognition.nominations.terms.shown import (
    Change,
    Filters,
    HistoryLine,
    NominationLine,
    NominationPage,
    Whole,
)
from recognition.nominations.terms.stored import (
    Answer,
    Comment,
    Deed,
    Evidence,
    Nomination,
    Opinion,
    OpinionCase,
    Revision,
)
from recognition.nominations.terms.typed import (
    SIGNED,
    Commendation,
    DeedInput,
    EvidenceInput,
    EvidenceKind,
    Newcomer,
    NominationInput,
    Nominee,
    Reason,
    Subject,
    Tags,
)

__all__ = [
    "SIGNED",
    "Answer",
    "Change",
    "Commendation",
    "Comment",
    "Deed",
    "DeedInput",
    "Evidence",
    "EvidenceInput",
    "EvidenceKind",
    "Filters",
    "HistoryLine",
    "Newcomer",
    "Nomination",
    "NominationInput",
    "NominationLine",
    "NominationPage",
    "Nominee",
    "Opinion",
    "OpinionCase",
    "Reason",
    "RecipientKind",
    "Revision",
    "Subject",
    "Tags",
    "Whole",
]
