"""The words and shapes of the print shop: proof slips, layouts, printers, blanks, ceremony, good-news sheets."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from certificates import Calibration
from recognition.hall.case import OfIssuer
from recognition.hall.words import Word


class StockKind(Word):
    """What happened to sheets of a pre-printed blank."""

    RECEIVED = "received", "Nhập"
    USED = "used", "Đã dùng"
    SPOILED = "spoiled", "Hỏng"
    RETURNED = "returned", "Trả lại"


class Orientation(Word):
    """How a sheet lies in the printer."""

    LANDSCAPE = "landscape", "Ngang"
    PORTRAIT = "portrait", "Dọc"


class CallOrder(Word):
    """In which order people are called; the PDF and the pile follow it."""

    AWARD = "award", "Theo quyết định: tập thể, hộ gia đình, cá nhân"
    UNIT = "unit", "Theo đơn vị"


class Split(Word):
    """How the PDF is cut into files."""

    ONE = "one", "Một tệp"
    GROUP = "group", "Mỗi nhóm một tệp"
    FIFTY = "fifty", "Mỗi tệp 50 giấy"


@dataclass(frozen=True)
class Doubtful:
    """A place of a slip that a careful reader would doubt."""

    field: str
    what: str


@dataclass(frozen=True)
class SlipRow:
    """One paper as it will be printed."""

    award_id: UUID
    name: str
    post: str
    unit: str
    form: str
    wording: str
    subject: str
    doubts: tuple[Doubtful, ...]


@dataclass(frozen=True)
class SignOff:
    """A unit's signature under exactly what the slip showed."""

    id: UUID
    unit_key: str
    content_sha256: str
    signed_by: str
    signed_on: date
    remark: str


@dataclass(frozen=True)
class Slip:
    """A unit's proof slip and whether it is signed; `outdated` when something has changed since."""

    key: str
    unit: str
    rows: tuple[SlipRow, ...]
    content_sha256: str
    signed: SignOff | None
    outdated: bool

    @property
    def doubts(self) -> int:
        """How many doubtful places."""
        return sum(len(row.doubts) for row in self.rows)


@dataclass(frozen=True)
class Printer:
    """One printer × tray × paper × direction; measures in mm."""

    id: UUID
    printer: str
    tray: str
    paper: str
    orientation: Orientation
    width: float
    height: float
    readings: tuple[float, ...]
    calibration: Calibration | None
    fitted_at: datetime | None
    version: int

    @property
    def title(self) -> str:
        """How a list names it."""
        return f"{self.printer}, {self.tray}, {self.paper} {self.orientation.label.lower()}"


@dataclass(frozen=True)
class Blank(OfIssuer):
    """A kind of pre-printed sheet; measures in mm. `low` is when to warn."""

    id: UUID
    issuer_id: UUID
    name: str
    width: float
    height: float
    picture: str | None
    low: int
    version: int


@dataclass(frozen=True)
class StockEntry:
    """One line of the ledger, with what was left after it."""

    id: UUID
    kind: StockKind
    sheets: int
    day: date
    detail: str
    decision: str
    left: int


@dataclass(frozen=True)
class Standing:
    """What the ledger and the register say of one blank."""

    blank: Blank
    received: int
    used: int
    spoiled: int
    returned: int
    printed: int
    """Sheets that the print log counts on this blank, reprints included."""
    register_spoiled: int
    """Papers of decisions printed on this blank that the register calls spoiled."""

    @property
    def left(self) -> int:
        """Sheets on hand."""
        return self.received - self.used - self.spoiled - self.returned

    @property
    def is_low(self) -> bool:
        """Whether it is time to order more."""
        return self.left < self.blank.low

    @property
    def difference(self) -> int:
        """Sheets booked as used or spoiled less sheets that the print log counts; 0 when both agree."""
        return self.used + self.spoiled - self.printed


@dataclass(frozen=True)
class Call:
    """One moment of the ceremony: who is called, with what."""

    number: int
    award_id: UUID
    group: str
    name: str
    where: str
    form: str
    wording: str
    subject: str
    amount: int
    gift: str
    serial: str
    hint: str
    handed_over_on: date | None
    certificate_id: UUID | None


@dataclass(frozen=True)
class OwnLayout:
    """A version of a layout that the office made."""

    id: UUID
    name: str
    title: str
    track: str
    version: int
    sha256: str
    based_on: str
    made_at: datetime


@dataclass(frozen=True)
class FieldView:
    """A field or group of a layout as the studio shows it; mm and points."""

    index: int
    is_group: bool
    label: str
    group: str
    x: float
    y: float
    width: float
    height: float
    gap: float
    size: float
    size_min: float
    face: str
    colour: str
    tracking: float
    on_blank: bool = True
    """Whether a pre-printed blank still needs these words."""


@dataclass(frozen=True)
class NewsSheet:
    """A good-news sheet that may be shown."""

    id: UUID
    award_id: UUID
    evidence_id: UUID | None
    consent: str
    photo_consent: str
    made_at: datetime


@dataclass(frozen=True)
class Photo:
    """A picture of the case that could stand on a news sheet."""

    id: UUID
    caption: str
    file_name: str
    blob: str


@dataclass(frozen=True)
class How:
    """How a batch is printed: on which blank, corrected for which printer, which papers in which order."""

    calibration: Calibration | None = None
    blank: Blank | None = None
    printer_id: UUID | None = None
    order: tuple[UUID, ...] = ()
    """Certificates in the order of their pages; empty for all in the decision's order."""


class JobState(Word):
    """How a long print stands."""

    RUNNING = "running", "Đang dựng"
    READY = "ready", "Đã dựng xong"
    FAILED = "failed", "Không dựng được"


@dataclass(frozen=True)
class JobStanding:
    """How far a long print is; `sentence` says why it failed, `size` is that of the finished file in bytes."""

    id: UUID
    state: JobState
    done: int
    total: int
    unit: str
    sentence: str
    size: int


@dataclass(frozen=True)
class Printed:
    """Which papers a file holds, for the print log when somebody takes it."""

    decision_id: UUID
    certificates: tuple[UUID, ...]
    how: How
