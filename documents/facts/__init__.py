"""What papers are made from: plain frozen values, words exactly as they shall be printed."""

from documents.facts.decisions import Correction, Decision, DecisionKind, EarlierDecision
from documents.facts.meetings import AgendaItem, BallotItem, Ballots, CountRecord, Invitation, Minutes, Posting
from documents.facts.proposals import (
    AchievementReport,
    AchievementSummary,
    Answer,
    AwardLetter,
    PastAward,
    RegistrationForm,
    ResultLetter,
    Submission,
    SummaryList,
)
from documents.facts.shared import Attendee, Head, Issuer, Kind, Line, Proof, Result, Section, Signer, Track
from documents.facts.slips import AccountSheet, AccountSlip, Check, Outcome, Reason, ReturnSlip, ScreeningSlip

__all__ = [
    "AccountSheet",
    "AccountSlip",
    "AchievementReport",
    "AchievementSummary",
    "AgendaItem",
    "Answer",
    "Attendee",
    "AwardLetter",
    "BallotItem",
    "Ballots",
    "Check",
    "Correction",
    "CountRecord",
    "Decision",
    "DecisionKind",
    "EarlierDecision",
    "Head",
    "Invitation",
    "Issuer",
    "Kind",
    "Line",
    "Minutes",
    "Outcome",
    "PastAward",
    "Posting",
    "Proof",
    "Reason",
    "RegistrationForm",
    "Result",
    "ResultLetter",
    "ReturnSlip",
    "ScreeningSlip",
    "Section",
    "Signer",
    "Submission",
    "SummaryList",
    "Track",
]
