"""The forms of statistics: plain facts of awards and movements, the forms' rows and columns, what was counted and what could not be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from recognition.hall.words import Word


class Form(Word):
    """The forms that can be filled in. `BASE` is ours: the circular has no form for awards below the province."""

    MINISTRY = "ministry", "Biểu 0603: khen thưởng cấp bộ, cấp tỉnh"
    STATE = "state", "Biểu 0602: khen thưởng cấp Nhà nước"
    MOVEMENTS = "movements", "Biểu 0601: số phong trào thi đua"
    BASE = "base", "Bảng phụ: khen thưởng ở cơ sở"


class Lack(Word):
    """Why a fact has no place in a part of a form."""

    NO_COLUMN = "no_column", "Không có cột cho hình thức này"
    NO_CLASS = "no_class", "Chưa ghi lãnh đạo hay người trực tiếp"
    NO_MANNER = "no_manner", "Chưa ghi loại hình khen thưởng"
    NO_LEVEL = "no_level", "Phong trào chưa ghi cấp phát động"


#: Lack → how it is mended.
MENDED: Mapping[Lack, str] = {
    Lack.NO_COLUMN: "Biểu không có cột cho danh hiệu, hình thức này nên không tính vào tổng. Nếu cơ quan nhận báo cáo yêu cầu, anh/chị ghi riêng.",
    Lack.NO_CLASS: "Đã tính vào dòng Cá nhân, chưa xếp được nhóm. Người quản trị mở người này ở «Nhân sự», thêm chức vụ có ngày bắt đầu không sau ngày quyết định; biểu tự tính lại.",
    Lack.NO_MANNER: "Đã tính theo đối tượng, chưa xếp được phương thức: quyết định bên ngoài không ghi loại hình. Anh/chị đọc quyết định rồi điền tay vào biểu.",
    Lack.NO_LEVEL: "Đã tính vào tổng, chưa xếp được cấp. Anh/chị mở phong trào, bấm «Sửa» và ghi «Cấp» là Trung ương, Tỉnh hoặc Cơ sở.",
}  # fmt: skip


@dataclass(frozen=True)
class AwardFact:
    """What a form looks at of an award, as it was on the day of its decision.

    `post` and `unit` are known of leaders only. `enterprise`: the collective is an enterprise, or the leader leads one.
    `commendation` None: nobody recorded it. `campaign` is the campaign's kind, None without one.
    """

    award_type_id: UUID
    award_name: str
    family: str
    level: int
    party: bool
    kind: str
    recipient_class: str | None
    post: str
    unit: str
    enterprise: bool
    commendation: str | None
    campaign: str | None


@dataclass(frozen=True)
class Movement:
    """A campaign as the form of movements looks at it. `clusters`: it was launched to emulation clusters only."""

    id: UUID
    name: str
    level: str
    kind: str
    from_date: date
    to_date: date
    launched_on: date
    clusters: bool


@dataclass(frozen=True)
class Place:
    """Where a fact counts: rows and columns by their codes; what it lacks for the others."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row of a form; a band over all columns has no code. `blank`: the records do not hold it, a person fills it in."""

    name: str
    code: str = ""
    unit: str = ""
    blank: bool = False

    @property
    def band(self) -> bool:
        """Whether it only names the rows that follow."""
        return not self.code


@dataclass(frozen=True)
class Column:
    """A column of a form."""

    code: str
    name: str


@dataclass(frozen=True)
class Asked:
    """Which form, of whom, of which year. Exactly one of issuer and unit. `party`: awards of Party committees count too."""

    form: Form
    year: int
    issuer_id: UUID | None = None
    unit_id: UUID | None = None
    party: bool = True


@dataclass(frozen=True)
class Filled:
    """A form filled in."""

    asked: Asked
    number: str
    title: str
    reporter: str
    superior: str
    place: str
    from_date: date
    to_date: date
    rows: Sequence[Row]
    columns: Sequence[Column]
    cells: Mapping[tuple[str, str], int]
    """(row, column) → how many; nothing where there is none."""
    lacking: Mapping[Lack, int]
    remarks: Sequence[str]
    warnings: Sequence[str]
    types: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    """Column → the award types that count in it."""

    def number_at(self, row: str, column: str) -> int:
        """One cell."""
        return self.cells.get((row, column), 0)


@dataclass(frozen=True)
class Behind:
    """One award or movement behind a cell: what it is, whose, and where it is opened."""

    id: UUID
    name: str
    detail: str
    what: str
    paper: str
    day: date
    opens: UUID
    movement: bool = False


@dataclass(frozen=True)
class Reporter:
    """Who can report: an issuer or a unit in view."""

    name: str
    issuer_id: UUID | None = None
    unit_id: UUID | None = None
