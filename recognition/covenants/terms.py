"""Words and shapes of an emulation covenant between units.

How clusters of units really work was read in public reports of signing ceremonies and closing meetings: the head of the cluster drafts,
all agree and their leaders sign at the beginning of the year; at its end each unit reports and scores itself, the cluster reviews and
ranks. No text in force was found that fixes the form, the targets or the points, so all of them are what the secretary types.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recognition.hall.case import OfIssuer
from recognition.hall.words import Word


class State(Word):
    """Where a covenant stands."""

    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang thực hiện"
    CLOSED = "closed", "Đã tổng kết"


class Post(Word):
    """What a party is among the parties."""

    HEAD = "head", "Trưởng"
    DEPUTY = "deputy", "Phó trưởng"
    MEMBER = "member", ""


class Direction(Word):
    """How a target is reached: at least or at most a number, or as words say."""

    LEAST = "least", "Ít nhất"
    MOST = "most", "Không quá"
    WORDS = "words", "Bằng lời"


class Way(Word):
    """How a party joined."""

    ACCOUNT = "account", "Ký bằng tài khoản"
    PAPER = "paper", "Ký trên giấy"


class ReportState(Word):
    """Where a party's report stands."""

    SENT = "sent", "Chờ xác nhận"
    RETURNED = "returned", "Trả lại để sửa"
    CONFIRMED = "confirmed", "Đã xác nhận"


# -- typed -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TargetInput:
    """A target as typed: `wanted` a number (100, 87,5 or 100 %) or words. `points` None: not scored. `id`: which stored one it was."""

    name: str
    measure: str = ""
    wanted: str = ""
    at_most: bool = False
    points: int | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class CovenantInput:
    """A covenant as typed. `report_by` None: the last day of the period."""

    issuer_id: UUID | None
    name: str
    from_date: date | None
    to_date: date | None
    units: tuple[UUID, ...] = ()
    targets: tuple[TargetInput, ...] = ()
    campaign_id: UUID | None = None
    cluster: str = ""
    content: str = ""
    report_by: date | None = None
    place: str = ""
    signed_on: date | None = None
    head: UUID | None = None
    deputies: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class FileInput:
    """A file as it came."""

    data: bytes
    name: str


@dataclass(frozen=True)
class SignedInput:
    """Parties that signed on paper, on which day; the scan when there is one."""

    units: tuple[UUID, ...]
    on: date | None
    scan: FileInput | None = None


@dataclass(frozen=True)
class ResultInput:
    """What a party says of one target, as typed: a number or words, remarks, its own points (8,5)."""

    reached: str = ""
    words: str = ""
    points: str = ""


@dataclass(frozen=True)
class ReportInput:
    """A party's report as typed: target → what was reached."""

    results: dict[UUID, ResultInput]
    note: str = ""


# -- stored ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Target:
    """One target. `wanted` in hundredths, None where words say it; `points` whole points at most, None where it is not scored."""

    id: UUID
    position: int
    name: str
    measure: str
    direction: Direction
    wanted: int | None
    wanted_words: str
    points: int | None


@dataclass(frozen=True)
class Joined:
    """A party's joining of the edition in force."""

    way: Way
    signer: str
    post: str
    on: date
    file_id: UUID | None


@dataclass(frozen=True)
class Result:
    """What was reached of one target: `reached` in hundredths or None, own and confirmed points in hundredths of a point."""

    reached: int | None
    words: str
    points: int | None
    checked: int | None = None


@dataclass(frozen=True)
class Report:
    """A party's report as sent; `reason` of a return, or of points that were changed when it was confirmed."""

    state: ReportState
    note: str
    reason: str
    sent_by: str
    sent_at: datetime
    version: int
    results: dict[UUID, Result]


@dataclass(frozen=True)
class Party:
    """A unit that is party to the covenant. Satisfies `hall.case.Case`: what depends on a unit is asked of it."""

    unit_id: UUID
    name: str
    post: Post
    joined: Joined | None = None
    report: Report | None = None
    issuer_id: UUID | None = None
    created_by: UUID | None = None
    recipients: frozenset[UUID] = frozenset()
    council_id: UUID | None = None
    session_id: UUID | None = None


@dataclass(frozen=True)
class KeptFile:
    """A kept file: `unit_id` None is a scan of the signed paper."""

    id: UUID
    covenant_id: UUID
    unit_id: UUID | None
    blob: str
    file_name: str
    media_type: str
    bytes: int


@dataclass(frozen=True)
class Covenant(OfIssuer):
    """A covenant with its parties and targets. Satisfies `hall.case.Case`. `edition` 0: not offered yet."""

    id: UUID
    code: str
    issuer_id: UUID
    issuer_name: str
    campaign_id: UUID | None
    campaign_name: str
    name: str
    cluster: str
    content: str
    from_date: date
    to_date: date
    report_by: date
    place: str
    signed_on: date | None
    state: State
    edition: int
    conclusion: str
    version: int
    parties: tuple[Party, ...]
    targets: tuple[Target, ...]

    @property
    def title(self) -> str:
        """The name, as notices call it."""
        return self.name

    @property
    def waiting(self) -> tuple[Party, ...]:
        """Parties that have not joined the edition in force."""
        return tuple(party for party in self.parties if party.joined is None)

    @property
    def scored(self) -> bool:
        """Whether any target has points."""
        return any(target.points is not None for target in self.targets)

    def party(self, unit_id: UUID) -> Party | None:
        """The party of a unit."""
        return next((party for party in self.parties if party.unit_id == unit_id), None)


@dataclass(frozen=True)
class Line:
    """One row of the list: how many parties, how many joined the edition in force, sent their report, had it confirmed."""

    id: UUID
    code: str
    name: str
    cluster: str
    issuer_id: UUID
    state: State
    from_date: date
    to_date: date
    report_by: date
    signed_on: date | None
    parties: int
    joined: int
    sent: int
    confirmed: int


@dataclass(frozen=True)
class Edition:
    """A text as it was offered."""

    number: int
    sha256: str
    reason: str
    made_by: str
    made_at: datetime
    joined: int


@dataclass(frozen=True)
class Standing:
    """A party in the comparison: `points` in hundredths (own until they are confirmed), `rank` among the confirmed, `met` of how many targets."""

    party: Party
    points: int | None
    rank: int | None
    met: int
    told: int


@dataclass(frozen=True)
class Place:
    """A party beside one target: what it reached, its place (equal ones share it), whether the target is met; None where words say it."""

    party: Party
    result: Result
    place: int | None
    met: bool | None


@dataclass(frozen=True)
class Own:
    """What waits for one unit in a covenant: to be joined, or to be reported until a day; `reason` of a report that came back."""

    covenant_id: UUID
    name: str
    unit_id: UUID
    unit_name: str
    day: date | None
    joining: bool
    returned: bool
    reason: str
