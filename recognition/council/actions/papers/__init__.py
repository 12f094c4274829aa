"""The session's papers from its record."""

from recognition.council.actions.papers.absent import opinion_forms, reply_refusal
from recognition.council.actions.papers.after import count_record, minutes
from recognition.council.actions.papers.before import (
    ballots,
    calendar,
    dossier_book,
    invitation,
    notice,
    summary,
    summary_sheet,
)

__all__ = ["ballots", "calendar", "count_record", "dossier_book", "invitation", "minutes", "notice", "opinion_forms", "reply_refusal", "summary", "summary_sheet"]
