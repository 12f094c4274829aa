"""Facts of small papers: returned and screened cases, first-time codes."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from documents.facts.shared import Head, Signer


@dataclass(frozen=True)
class Reason:
    """Why a field sends a case back and what mends it."""

    field: str
    reason: str
    mend: str = ""


@dataclass(frozen=True)
class ReturnSlip:
    """Phiếu trả lại: one page for a unit without the net."""

    head: Head
    code: str
    title: str
    recipient: str
    unit: str
    reasons: tuple[Reason, ...]
    deadline: date | None
    contact: str
    signer: Signer


class Outcome(StrEnum):
    """What a check of a case says."""

    PASS = "pass"  # noqa: S105 - a result, no password
    FAIL = "fail"
    ASK = "ask"


@dataclass(frozen=True)
class Check:
    """One condition of a case: outcome, clause, remark."""

    rule: str
    outcome: Outcome
    clause: str = ""
    note: str = ""


@dataclass(frozen=True)
class ScreeningSlip:
    """Phiếu thẩm định of one case."""

    head: Head
    code: str
    title: str
    recipient: str
    unit: str
    asked_for: str
    checks: tuple[Check, ...]
    conclusion: str
    signer: Signer


@dataclass(frozen=True)
class AccountSlip:
    """What one person needs to sign in for the first time; `expires` is local time."""

    name: str
    unit: str
    user_name: str
    code: str
    expires: datetime


@dataclass(frozen=True)
class AccountSheet:
    """Slips to cut out: for whom, at which address the app is, the day of printing."""

    slips: tuple[AccountSlip, ...]
    address: str
    day: date


@dataclass(frozen=True)
class Score:
    """A criterion on a score sheet; `None` leaves the box open for the pen."""

    criterion: str
    max_points: int
    own: int | None = None
    checked: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class ScoreSheet:
    """Phiếu chấm điểm of one case: the unit's own points, the points after checking, the pass mark."""

    head: Head
    title: str
    recipient: str
    unit: str
    scores: tuple[Score, ...]
    pass_mark: int
    signers: tuple[Signer, ...]
    code: str = ""
