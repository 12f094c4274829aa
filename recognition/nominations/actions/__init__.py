"""What people do with nominations, and what later rooms call inside their transactions."""

from recognition.nominations.actions import hand_over as _hand_over  # noqa: F401 - registers itself
from recognition.nominations.actions.archive import archive
from recognition.nominations.actions.arriving import CHANGEABLE, arrive, depart
from recognition.nominations.actions.bin import days, erase_overdue, overdue, restore, restore_evidence, thrown_away
from recognition.nominations.actions.drafts import drop_draft, keep_draft, keep_words, kept_draft
from recognition.nominations.actions.examining import examined
from recognition.nominations.actions.export import csv_file, workbook
from recognition.nominations.actions.files import (
    add_evidence,
    content,
    evidence,
    evidence_file,
    missing_papers,
    proofs,
    prove,
    remove_evidence,
    tidy,
    used_twice,
)
from recognition.nominations.actions.files import behind as evidence_behind
from recognition.nominations.actions.ground import KIND, as_input, behind, change_state, latest_revision, lock
from recognition.nominations.actions.nominees import nominee_of, recipient
from recognition.nominations.actions.opinions import asked_of, give_opinion, opinion_case, opinion_on
from recognition.nominations.actions.papers import (
    Meeting,
    UnitPaper,
    submission_of,
    unit_head,
    unit_minutes,
    unit_paper,
    unit_papers,
    unit_signer,
)
from recognition.nominations.actions.reading import (
    checklist,
    compared,
    counts,
    find,
    get,
    history,
    revisions,
    to_mend,
    told,
    whole,
)
from recognition.nominations.actions.scoring import behind as self_scores_behind
from recognition.nominations.actions.scoring import score_itself, self_scores
from recognition.nominations.actions.steps import endorse, recall, send_back, withdraw
from recognition.nominations.actions.talk import ask_to_amend, comment, may_ask_to_amend, may_talk
from recognition.nominations.actions.write import change, change_and_submit, move, propose, save_draft, submit
from recognition.nominations.rules import Finding, suggested_wording

__all__ = [
    "CHANGEABLE",
    "KIND",
    "Finding",
    "Meeting",
    "UnitPaper",
    "add_evidence",
    "archive",
    "arrive",
    "as_input",
    "ask_to_amend",
    "asked_of",
    "behind",
    "change",
    "change_and_submit",
    "change_state",
    "checklist",
    "comment",
    "compared",
    "content",
    "counts",
    "csv_file",
    "days",
    "depart",
    "drop_draft",
    "endorse",
    "erase_overdue",
    "evidence",
    "evidence_behind",
    "evidence_file",
    "examined",
    "find",
    "get",
    "give_opinion",
    "history",
    "keep_draft",
    "keep_words",
    "kept_draft",
    "latest_revision",
    "lock",
    "may_ask_to_amend",
    "may_talk",
    "missing_papers",
    "move",
    "nominee_of",
    "opinion_case",
    "opinion_on",
    "overdue",
    "proofs",
    "propose",
    "prove",
    "recall",
    "recipient",
    "remove_evidence",
    "restore",
    "restore_evidence",
    "revisions",
    "save_draft",
    "score_itself",
    "self_scores",
    "self_scores_behind",
    "send_back",
    "submission_of",
    "submit",
    "suggested_wording",
    "thrown_away",
    "tidy",
    "to_mend",
    "told",
    "unit_head",
    "unit_minutes",
    "unit_paper",
    "unit_papers",
    "unit_signer",
    "used_twice",
    "whole",
    "withdraw",
    "workbook",
]
