"""What papers are made from: plain frozen values, words exactly as they shall be printed."""

from documents.facts.decisions import Correction, Decision, DecisionKind, EarlierDecision
from documents.facts.meetings import AgendaItem, BallotItem, Ballots, CountRecord, Invitation, Minutes
from documents.facts.proposals import (
    AchievementReport,
    AchievementSummary,
    AwardLetter,
    PastAward,
    RegistrationForm,
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
    "Proof",
    "Reason",
    "RegistrationForm",
    "Result",
    "ReturnSlip",
    "ScreeningSlip",
    "Section",
    "Signer",
    "Submission",
    "SummaryList",
    "Track",
]
