"""Facts that several papers share: who issues, who signs, who is named."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Track(StrEnum):
    """Whose rules of form an issuer follows."""

    PARTY = "party"
    STATE = "state"
    UNION = "union"
    ENTERPRISE = "enterprise"


class Kind(StrEnum):
    """Who is named on a line of a list."""

    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    PERSON = "person"


@dataclass(frozen=True)
class Issuer:
    """The organ that issues a paper, as its name stands on papers; line breaks in names are kept."""

    name: str
    place: str
    track: Track
    superior: str = ""
    short_sign: str = ""
    awarding_line: str = ""  # who decides: "BAN THƯỜNG VỤ ĐẢNG ỦY …", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"
    in_text: str = ""  # the deciding organ inside a sentence: "Ban Thường vụ Đảng ủy …"

    @property
    def spoken(self) -> str:
        """The name for use inside a sentence."""
        return self.in_text or self.name.replace("\n", " ")


@dataclass(frozen=True)
class Signer:
    """Who signs: lines above the post ("T/M BAN THƯỜNG VỤ"), post, name."""

    name: str
    post: str
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """The head of a paper. `number` without kind and sign ("05"), empty when the book gives it later.

    `day` chooses the form in force; with `dated` false the day stays open for the pen.
    """

    issuer: Issuer
    day: date
    number: str = ""
    dated: bool = True
    profile: str = ""


@dataclass(frozen=True)
class Line:
    """One recipient of a list: collective, household or person.

    `rank` orders forms from high (small) to low; `is_title` marks a danh hiệu among forms of one rank;
    `subject` is what is recognised (a model's name); `amount` whole đồng.
    """

    kind: Kind
    name: str
    salutation: str = ""
    post: str = ""
    unit: str = ""
    achievement: str = ""
    award_form: str = ""
    is_title: bool = False
    rank: int = 0
    posthumous: bool = False
    subject: str = ""
    amount: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A titled part of a longer text."""

    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attendee:
    """A member or guest with post; `reason` says why absent or why not voting."""

    name: str
    post: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """The counts of one item. `base` is what the share is taken of; `None` where a choice was not offered."""

    name: str
    approve: int
    base: int
    passed: bool
    post_unit: str = ""
    award_form: str = ""
    reject: int | None = None
    abstain: int | None = None
    invalid: int | None = None


@dataclass(frozen=True)
class Proof:
    """The head of the audit chain printed on minutes: a short code and, if wanted, its QR as PNG."""

    code: str
    qr_png: bytes = b""
