"""Words of the catalogue: tracks, issuers, signers, award types, regulations, holidays, money."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.hall.words import Word


class Track(Word):
    """By whose rules one commends; `any` stands for an award that every track gives.

    State: Luật 06/2022/QH15. Party: Quy định 294-QĐ/TW. Unions: QĐ 999/QĐ-TLĐ. An enterprise follows the state's, with its own fund.
    """

    PARTY = "party", "Đảng"
    STATE = "state", "Chính quyền"
    UNION = "union", "Công đoàn"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    ANY = "any", "Dùng chung"


class Numbering(Word):
    """When the numbers of decisions begin anew."""

    YEAR = "year", "Theo năm"
    TERM = "term", "Theo nhiệm kỳ cấp uỷ"


class AddressStyle(Word):
    """How people are addressed on papers and screens of an organ."""

    ANH_CHI = "anh_chi", "Anh/chị, ông/bà"
    DONG_CHI = "dong_chi", "Đồng chí"


class AwardKind(Word):
    """Title or form (Luật TĐKT 2022), or the recognition of a model."""

    TITLE = "title", "Danh hiệu thi đua"
    FORM = "form", "Hình thức khen thưởng"
    RECOGNITION = "recognition", "Công nhận"


class Family(Word):
    """What paper goes with an award; certificates are numbered in series by it."""

    GIAY_KHEN = "giay_khen", "Giấy khen"
    BANG_KHEN = "bang_khen", "Bằng khen"
    RECOGNITION_CERTIFICATE = "recognition_certificate", "Giấy chứng nhận"
    TITLE = "title", "Danh hiệu"
    FLAG = "flag", "Cờ thi đua"
    MEDAL = "medal", "Kỷ niệm chương"


class Money(Word):
    """What goes with an award."""

    NONE = "none", "Không kèm tiền thưởng"
    FIXED = "fixed", "Số tiền cố định"
    COEFFICIENT = "coefficient", "Hệ số nhân mức lương cơ sở"
    GIFT = "gift", "Tặng phẩm"


class RecipientKind(Word):
    """Who can be rewarded, in the order of ceremonies (NĐ 152/2025 Đ29(5))."""

    COLLECTIVE = "collective", "Tập thể"
    HOUSEHOLD = "household", "Hộ gia đình"
    INDIVIDUAL = "individual", "Cá nhân"


#: The slots of a number's pattern, as people write them.
_SLOTS = {"{số}": "{number}", "{loại}": "{kind}", "{ký hiệu}": "{sign}"}


def stored_pattern(typed: str) -> str:
    """`{số}-QĐ/{ký hiệu}` as `{number}-QĐ/{sign}`; what is written so already stays."""
    for word, slot in _SLOTS.items():
        typed = typed.replace(word, slot)
    return typed


@dataclass(frozen=True)
class Issuer:
    """An organ that decides and prints, its names as they stand on papers."""

    id: UUID
    superior: str
    name: str
    awarding_line: str
    short_sign: str
    place: str
    track: Track
    numbering: Numbering
    term_start: date | None
    number_pattern: str
    address_style: AddressStyle
    unit_id: UUID | None
    from_date: date | None
    to_date: date | None
    version: int

    @property
    def shown_pattern(self) -> str:
        """The number's pattern as people write it: `{số}-QĐ/{ký hiệu}`."""
        shown = self.number_pattern
        for word, slot in _SLOTS.items():
            shown = shown.replace(slot, word)
        return shown

    @property
    def issuer_id(self) -> UUID:
        """Itself, for rights that depend on the issuer."""
        return self.id


@dataclass(frozen=True)
class IssuerForm:
    """An issuer as typed. Dates may be text."""

    name: str
    awarding_line: str
    short_sign: str
    place: str
    superior: str = ""
    track: str = Track.PARTY
    numbering: str = Numbering.YEAR
    term_start: date | str | None = None
    number_pattern: str = ""
    address_style: str = AddressStyle.ANH_CHI
    unit_id: UUID | None = None
    from_date: date | str | None = None
    to_date: date | str | None = None


@dataclass(frozen=True)
class Signer:
    """Who signs for an issuer from a day on: capacity (T/M BAN THƯỜNG VỤ), post (BÍ THƯ), name."""

    id: UUID
    issuer_id: UUID
    name: str
    capacity: str
    post: str
    from_date: date
    to_date: date | None
    version: int


@dataclass(frozen=True)
class SignerForm:
    """A signer as typed."""

    name: str
    post: str
    capacity: str = ""
    from_date: date | str | None = None
    to_date: date | str | None = None


@dataclass(frozen=True)
class Regulation:
    """One value of a rule with its clause and dates. `verified` false is said beside every result that it made."""

    id: UUID
    key: str
    value: Any
    clause: str
    from_date: date
    to_date: date | None
    verified: bool
    confirmed_paper: str | None
    confirmed_at: datetime | None
    version: int

    @property
    def warning(self) -> str:
        """The sentence that goes beside a result made by an unverified value; empty when verified."""
        return "" if self.verified else f"Quy định chưa kiểm chứng: {self.clause}"


@dataclass(frozen=True)
class RegulationForm:
    """A regulation as typed; `value` is JSON text or a Python value."""

    key: str
    value: Any
    clause: str
    from_date: date | str | None
    to_date: date | str | None = None
    verified: bool = False
    confirmed_paper: str = ""


@dataclass(frozen=True)
class AwardType:
    """A title or form of award: by whom, for whom, with what money and which dossier.

    `level`: the higher the earlier in a ceremony; `position`: order inside a level. `coefficient` in hundredths of the
    base salary, `amount…` in đồng.
    """

    id: UUID
    code: str
    name: str
    family: Family
    kind: AwardKind
    track: Track
    level: int
    position: int
    authority: str
    recipients: frozenset[RecipientKind]
    money: Money
    amount: int | None
    amount_collective: int | None
    amount_household: int | None
    coefficient: int | None
    multiplied: bool
    gift: str
    clause: str
    dossier: tuple[str, ...]
    from_date: date
    to_date: date | None
    active: bool
    verified: bool
    confirmed_paper: str | None
    version: int


@dataclass(frozen=True)
class AwardTypeForm:
    """An award type as typed."""

    code: str
    name: str
    clause: str
    family: str = Family.GIAY_KHEN
    kind: str = AwardKind.FORM
    track: str = Track.ANY
    level: int | str = 10
    position: int | str = 0
    authority: str = ""
    recipients: frozenset[RecipientKind] = frozenset(RecipientKind)
    money: str = Money.NONE
    amount: int | str | None = None
    amount_collective: int | str | None = None
    amount_household: int | str | None = None
    coefficient: int | None = None
    multiplied: bool = True
    gift: str = ""
    dossier: tuple[str, ...] = ()
    from_date: date | str | None = None
    to_date: date | str | None = None
    active: bool = True
    verified: bool = False
    confirmed_paper: str = ""


@dataclass(frozen=True)
class Holiday:
    """A day off; or, with `working`, a weekend day declared a working day."""

    day: date
    name: str
    working: bool


@dataclass(frozen=True)
class Amount:
    """Money of one award: whole đồng, how it was computed, and what is not verified about it."""

    amount: int
    formula: str
    gift: str = ""
    warning: str = ""


#: Parts that a dossier may have to hold, by code (NĐ 152/2025 Đ33, Đ42; Luật TĐKT Đ84).
DOSSIER_PARTS: Mapping[str, str] = {
    "submission": "Tờ trình kèm danh sách",
    "achievement_report": "Báo cáo thành tích",
    "achievement_summary": "Tóm tắt thành tích",
    "review_minutes": "Biên bản bình xét",
    "initiative_proof": "Chứng nhận sáng kiến, đề tài",
    "model_file": "Phiếu đăng ký và báo cáo kết quả mô hình",
    "evidence": "Minh chứng (ảnh, giấy xác nhận)",
}
