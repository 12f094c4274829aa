"""Words of units."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.words import Word
from vietnamese import dates


class UnitKind(Word):
    """What a unit is; a kind that ended in 2025 stays for papers of its time."""

    COMMITTEE = "committee", "Cấp uỷ cấp trên"
    PARTY_BASE = "party_base", "Đảng bộ cơ sở"
    PARTY_CELL = "party_cell", "Chi bộ cơ sở"
    PARTY_PART = "party_part", "Đảng bộ bộ phận"
    PARTY_SUBCELL = "party_subcell", "Chi bộ trực thuộc"
    UNION_UPPER = "union_upper", "Công đoàn cấp trên"
    UNION_BASE = "union_base", "Công đoàn cơ sở"
    AGENCY = "agency", "Cơ quan"
    SERVICE_UNIT = "service_unit", "Đơn vị sự nghiệp"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    DEPARTMENT = "department", "Phòng, ban, tổ"
    CLUSTER = "cluster", "Cụm, khối thi đua"


class SuccessionKind(Word):
    """How one unit became another."""

    RENAME = "rename", "Đổi tên"
    MOVE = "move", "Chuyển trực thuộc"
    MERGE = "merge", "Sáp nhập, hợp nhất"
    SPLIT = "split", "Chia, tách"
    DISSOLVE = "dissolve", "Giải thể"


@dataclass(frozen=True)
class UnitName:
    """How a unit is called and where it stands, from a day to a day (inclusive; None: until now)."""

    id: UUID
    unit_id: UUID
    name: str
    short_name: str
    kind: UnitKind
    parent_id: UUID | None
    from_date: date
    to_date: date | None


@dataclass(frozen=True)
class Unit:
    """A unit as it is called now. `to_date`: the day of its dissolution."""

    id: UUID
    code: str
    name: str
    short_name: str
    kind: UnitKind
    parent_id: UUID | None
    cluster_id: UUID | None
    endorsement: bool
    from_date: date
    to_date: date | None
    version: int

    @property
    def unit_id(self) -> UUID:
        """Itself, for rights that depend on the unit."""
        return self.id

    def dissolved_on(self, day: date) -> bool:
        """Whether it no longer exists on a day."""
        return self.to_date is not None and day >= self.to_date

    @property
    def shown(self) -> str:
        """The name, with a word when it is dissolved."""
        return self.name if self.to_date is None else f"{self.name} (giải thể {dates.short(self.to_date)})"


@dataclass(frozen=True)
class UnitNode:
    """A unit in the tree: how deep it lies and how many units lie directly under it."""

    unit: Unit
    depth: int
    children: int


@dataclass(frozen=True)
class Succession:
    """One step in a unit's life, by which paper."""

    id: UUID
    kind: SuccessionKind
    from_unit: UUID
    to_unit: UUID | None
    paper: str
    on_date: date


@dataclass(frozen=True)
class UnitForm:
    """A new unit as typed."""

    code: str
    name: str
    kind: str = UnitKind.PARTY_CELL
    short_name: str = ""
    parent_id: UUID | None = None
    cluster_id: UUID | None = None
    endorsement: bool = True
    from_date: date | str | None = None


@dataclass(frozen=True)
class RenameForm:
    """A new name from a day on, by which paper."""

    name: str
    paper: str
    on_date: date | str | None
    short_name: str = ""
    kind: str | None = None


@dataclass(frozen=True)
class MoveForm:
    """Another parent from a day on, by which paper. `parent_id` None makes it a root."""

    parent_id: UUID | None
    paper: str
    on_date: date | str | None


@dataclass(frozen=True)
class EndForm:
    """The end of a unit on a day, by which paper."""

    paper: str
    on_date: date | str | None


#: unit → its parent, as the tree stands.
Parents = Mapping[UUID, UUID | None]
