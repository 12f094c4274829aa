"""The words and shapes of scoring."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Sheet:
    """A score sheet as its reviewer sees it; `total` is None until every line has points; `own`: the unit's own points."""

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
