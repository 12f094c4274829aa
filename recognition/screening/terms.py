"""What a check is made of, and what it answers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import Criterion
from recognition.hall.words import Word
from recognition.nominations.terms import Whole
from recognition.screening.near import Alike


class Outcome(Word):
    """A check's answer; `ask` leaves it to a person."""

    PASS = "pass", "Đạt"
    FAIL = "fail", "Chưa đạt"
    ASK = "ask", "Cần xem"


@dataclass(frozen=True)
class PastAward:
    """One earlier award of the recipient, as a check needs it."""

    award_id: UUID
    name: str
    number_text: str
    decided_on: date
    issuer_id: UUID
    commendation: str
    same_subject: bool
    award_type_id: UUID | None = None
    achieved_on: date | None = None


@dataclass(frozen=True)
class Measure:
    """A discipline or a hold: what, by which paper, from when, till when (None: still running)."""

    kind: str
    paper: str
    from_date: date
    to_date: date | None

    def in_force(self, day: date) -> bool:
        """Whether it runs on `day`, both ends included."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


class Said(Word):
    """What the recipient's own unit said of another unit's proposal."""

    WAITING = "waiting", "Đang chờ"
    AGREES = "agrees", "Đồng ý"
    OBJECTS = "objects", "Không đồng ý"
    SILENT = "silent", "Không có ý kiến"


@dataclass(frozen=True)
class Inquiry:
    """The question to the recipient's own unit, as the check needs it."""

    unit: str
    said: Said
    due: date
    reason: str = ""


@dataclass(frozen=True)
class Facts:
    """All that the checks look at: plain values, gathered before. `mean`: hundredths of a point; `not_asked`: rules that are off."""

    today: date
    commendation: str
    recipient_kind: str
    issuer_id: UUID
    issuer_track: str
    award_track: str
    award_for: frozenset[str]
    submitted_on: date | None
    deadline: date | None
    achieved_from: date | None
    achieved_to: date | None
    campaign_from: date | None
    campaign_to: date | None
    missing: tuple[str, ...]
    endorsed: bool
    endorsement_required: bool
    told: bool
    unit_dissolved_on: date | None
    past: tuple[PastAward, ...] = ()
    disciplines: tuple[Measure, ...] = ()
    holds: tuple[Measure, ...] = ()
    elsewhere: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    deed: bool = False
    posthumous: bool = False
    leads_enterprise: str | None = None
    opinion: Inquiry | None = None
    award_type_id: UUID | None = None
    months_between: int = 0
    pass_mark: int | None = None
    mean: int | None = None
    sheets_waiting: int = 0
    pictures: tuple[str, ...] = ()
    not_asked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Check:
    """One answer: what was asked, what came out, by which clause, on what evidence, and how to mend it."""

    rule: str
    outcome: Outcome
    sentence: str
    clause: str
    evidence: str = ""
    mend: str = ""
    verified: bool = True
    regulation_id: UUID | None = None
    override_reason: str | None = None

    @property
    def settled(self) -> bool:
        """Whether the case may go on as far as this check is concerned."""
        return self.outcome is Outcome.PASS or self.override_reason is not None


@dataclass(frozen=True)
class Screened:
    """What stands beside a case for whoever screens it: each check's answer, and what may repeat it."""

    checks: tuple[Check, ...]
    alike: tuple[Alike, ...]


@dataclass(frozen=True)
class Opened:
    """A case with all that its page shows of it, read at one moment; `screened` is None for whoever does not screen it."""

    whole: Whole
    criteria: tuple[Criterion, ...]
    screened: Screened | None


@dataclass(frozen=True)
class Done:
    """What became of one case in a batch: `ok`, or the sentence that says why not."""

    nomination_id: UUID
    title: str
    ok: bool
    sentence: str
