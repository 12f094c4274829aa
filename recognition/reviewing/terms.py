"""The words and shapes of scoring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.campaigns.terms import Criterion
from recognition.hall.words import Word


class AssignmentState(Word):
    """Where one reviewer's work on one case stands."""

    OPEN = "open", "Đang chấm"
    LOCKED = "locked", "Đã chốt"
    ABSTAINED = "abstained", "Không chấm"
    ENDED = "ended", "Đã thôi giao"


class Advice(Word):
    """What somebody recommends in a phase without points."""

    YES = "yes", "Nên khen"
    NO = "no", "Chưa nên khen"
    DISCUSS = "discuss", "Cần Hội đồng bàn thêm"


@dataclass(frozen=True)
class Reviewer:
    """An account that may score."""

    account_id: UUID
    name: str
    person_id: UUID | None
    units: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Assignment:
    """One reviewer, one case. `points`: criterion → whole points; what was not given is not there, zero is."""

    id: UUID
    nomination_id: UUID
    account_id: UUID
    reviewer: str
    due: date | None
    state: AssignmentState
    remark: str
    locked_at: datetime | None
    entered_by: UUID | None
    points: Mapping[UUID, int]
    reasons: Mapping[UUID, str]
    version: int
    phase_id: UUID | None = None
    advice: Advice | None = None


@dataclass(frozen=True)
class Sheet:
    """A score sheet as its reviewer sees it; `total` is None until every line has points; `own`: the unit's own points; `hidden`: without names."""

    assignment: Assignment
    code: str
    title: str
    recipient: str
    unit: str
    campaign: str
    pass_mark: int
    criteria: tuple[Criterion, ...]
    total: int | None
    own: Mapping[UUID, int]
    hidden: bool = False


@dataclass(frozen=True)
class Line:
    """One case in a reviewer's own list."""

    assignment_id: UUID
    nomination_id: UUID
    code: str
    title: str
    recipient: str
    unit: str
    campaign: str
    due: date | None
    state: AssignmentState
    given: int
    wanted: int
    phase_id: UUID | None = None
    hidden: bool = False


@dataclass(frozen=True)
class CaseResult:
    """What reviewers made of one case. Means and spreads are hundredths of a point; None while nobody has locked."""

    nomination_id: UUID
    code: str
    title: str
    recipient: str
    unit: str
    assigned: int
    locked: int
    abstained: int
    mean: int | None
    least: int | None
    most: int | None
    normalised: int | None
    advice: Mapping[Advice, int] = field(default_factory=dict)

    @property
    def spread(self) -> int | None:
        """How far the highest and the lowest total lie apart, in points."""
        return None if self.most is None or self.least is None else self.most - self.least


@dataclass(frozen=True)
class ReviewerResult:
    """How far one reviewer is, and how they score beside the others on the same cases (hundredths; minus: stricter)."""

    account_id: UUID
    name: str
    assigned: int
    done: int
    mean: int | None
    leaning: int | None


@dataclass(frozen=True)
class Overview:
    """A campaign's scoring, ranked by mean."""

    cases: tuple[CaseResult, ...]
    reviewers: tuple[ReviewerResult, ...]
    pass_mark: int

    @property
    def progress(self) -> tuple[int, int]:
        """Sheets done, sheets given out."""
        return sum(each.done for each in self.reviewers), sum(each.assigned for each in self.reviewers)


@dataclass(frozen=True)
class Dealt:
    """What dealing out cases did: how many sheets were given, and cases that nobody may score, with why."""

    given: int
    left: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """What one reviewer gave a case: a total, an advice, words; none of them where they abstained."""

    reviewer: str
    total: int | None
    advice: Advice | None
    remark: str


@dataclass(frozen=True)
class Earlier:
    """What a phase made of a case, for those of a later one: mean (hundredths), spread (points), how many gave which advice, and the sheets where they may be read."""

    title: str
    mean: int | None
    spread: int | None
    locked: int
    advice: Mapping[Advice, int]
    sheets: tuple[Said, ...] = ()


@dataclass(frozen=True)
class HiddenFile:
    """A file of a case whose names are hidden: a number and a kind for a name."""

    id: UUID
    name: str
    caption: str
    media_type: str
    criteria: tuple[UUID, ...]


@dataclass(frozen=True)
class Dossier:
    """A case as its reviewer reads it while names are hidden; `withheld`: files that are not shown."""

    code: str
    recipient: str
    title: str
    achievement: str
    award: str
    deed_date: date | None
    files: tuple[HiddenFile, ...]
    withheld: int
