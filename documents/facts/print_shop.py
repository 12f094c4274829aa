"""Facts of the print shop's papers: proof slips, and what a ceremony needs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ProofRow:
    """One certificate exactly as it will be printed, and what a careful reader would doubt."""

    name: str
    post: str
    unit: str
    form: str
    achievement: str
    subject: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProofSlip:
    """What one unit reads and signs; `code` ties the paper to its content."""

    unit: str
    rows: tuple[ProofRow, ...]
    code: str


@dataclass(frozen=True)
class ProofSlips:
    """The slips of one decision."""

    issuer: str
    track: str
    decision_number: str
    decision_day: date
    about: str
    slips: tuple[ProofSlip, ...]


@dataclass(frozen=True)
class CallLine:
    """One who is called: in which order and group, what is read, what is handed over."""

    number: int
    group: str
    name: str
    where: str
    form: str
    achievement: str
    subject: str = ""
    amount: int = 0
    gift: str = ""
    serial: str = ""
    hint: str = ""
    handed_on: date | None = None


@dataclass(frozen=True)
class Ceremony:
    """A ceremony of one decision: lines in the order of calling."""

    issuer: str
    awarding: str
    track: str
    decision_number: str
    decision_day: date
    about: str
    lines: tuple[CallLine, ...]


@dataclass(frozen=True)
class LeftRow:
    """One who has not received yet; money still to hand over, in đồng."""

    decision_number: str
    decision_day: date
    serial: str
    name: str
    where: str
    form: str
    amount: int
    gift: str = ""
