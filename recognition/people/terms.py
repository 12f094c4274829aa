"""Words of people and recipients."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import Word
from vietnamese import dates


class Gender(Word):
    """As TT 2/2023/TT-BNV counts."""

    FEMALE = "female", "Nữ"
    MALE = "male", "Nam"


class RecipientClass(Word):
    """Whether somebody leads or works directly (NĐ 152/2025 favours those who work directly; TT 2/2023/TT-BNV counts them)."""

    DIRECT_WORKER = "direct_worker", "Người lao động trực tiếp"
    MANAGER = "manager", "Lãnh đạo, quản lý"


class KeyKind(Word):
    """A number by which a person is known for sure."""

    STAFF_NUMBER = "staff_number", "Số hiệu cán bộ"
    CITIZEN_ID = "citizen_id", "Số căn cước công dân"
    PARTY_CARD = "party_card", "Số thẻ đảng viên"


@dataclass(frozen=True)
class PersonKey:
    """A number as we keep it: its kind and last three digits. The number itself is nowhere."""

    kind: KeyKind
    last_digits: str

    @property
    def shown(self) -> str:
        """ "Số căn cước công dân …123"."""
        return f"{self.kind.label} …{self.last_digits}"


@dataclass(frozen=True)
class Post:
    """What somebody is in a unit, from a day to a day (inclusive)."""

    id: UUID
    person_id: UUID
    unit_id: UUID
    title: str
    recipient_class: RecipientClass
    from_date: date
    to_date: date | None
    unit_name: str = ""


@dataclass(frozen=True)
class Person:
    """A person. `title` and `unit_name` are of the present post, empty without one."""

    id: UUID
    name: str
    birth_date: date | None
    birth_year: int | None
    gender: Gender | None
    salutation: str
    merged_into: UUID | None
    version: int
    title: str = ""
    unit_id: UUID | None = None
    unit_name: str = ""

    @property
    def born(self) -> str:
        """The birth date or year as text, empty when unknown."""
        if self.birth_date is not None:
            return dates.short(self.birth_date)
        return "" if self.birth_year is None else str(self.birth_year)

    @property
    def line(self) -> str:
        """One line that tells this person from another of the same name."""
        return ", ".join(part for part in (self.name, self.born and f"sinh {self.born}", self.title, self.unit_name) if part)


@dataclass(frozen=True)
class PersonForm:
    """A person as typed. `birth`: a date, or only a year. Numbers are hashed at once and forgotten."""

    name: str
    birth: date | int | str | None = None
    gender: str | None = None
    salutation: str = ""
    staff_number: str = ""
    citizen_id: str = ""
    party_card: str = ""


@dataclass(frozen=True)
class PostForm:
    """A post as typed."""

    unit_id: UUID | None
    title: str
    recipient_class: str = RecipientClass.DIRECT_WORKER
    from_date: date | str | None = None
    to_date: date | str | None = None


@dataclass(frozen=True)
class Recipient:
    """Who can be rewarded: a person, a collective (a unit or a named group in one), or a household."""

    id: UUID
    kind: RecipientKind
    person_id: UUID | None
    unit_id: UUID | None
    group_name: str | None
    head_name: str | None
    address: str | None
    commune: str | None
    salutation: str
    name: str
    version: int


@dataclass(frozen=True)
class HouseholdForm:
    """A household as typed: who heads it and where it lives."""

    head_name: str
    address: str
    commune: str
    salutation: str = ""


@dataclass(frozen=True)
class PastAward:
    """One award of a person or unit, as its decision froze it."""

    award_id: UUID
    award_name: str
    award_kind: str
    name: str
    unit_id: UUID | None
    wording: str
    subject: str
    decided_on: date
    number_text: str | None
    origin: str
    state: str
    level: int
    commendation: str
    decision_id: UUID

    @classmethod
    def of(cls, row: dict[str, Any]) -> "PastAward":
        """From a row of the published view."""
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})
