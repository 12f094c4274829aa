"""What makes a nomination right: each rule with its article, over plain values. No clock, no input or output."""

from recognition.nominations.rules.dossier import PARTS, dossier_of, missing_parts
from recognition.nominations.rules.facts import Award, Earlier, Facts, Finding
from recognition.nominations.rules.sending import RULES, blocking, findings
from recognition.nominations.rules.steps import check_opinion, check_reasons, check_self_scores, may_recall
from recognition.nominations.rules.texts import (
    LENGTHS,
    achievement_text,
    check_draft,
    subject_key,
    suggested_wording,
    texts,
    tidy,
)

__all__ = [
    "LENGTHS",
    "PARTS",
    "RULES",
    "Award",
    "Earlier",
    "Facts",
    "Finding",
    "achievement_text",
    "blocking",
    "check_draft",
    "check_opinion",
    "check_reasons",
    "check_self_scores",
    "dossier_of",
    "findings",
    "may_recall",
    "missing_parts",
    "subject_key",
    "suggested_wording",
    "texts",
    "tidy",
]
