"""Quotas of a campaign and what they still allow: pure, in whole numbers.

Sources: the campaign's own plan (each rule names its clause); ratios with a named base, rounded down (NĐ 91/2017
Điều 9 and its successors leave ratios to each authority); those who work directly are favoured (Luật Điều 5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.lengths import too_long
from recognition.hall.words import State, Word
from vietnamese import numbers


class QuotaKind(Word):
    """What a rule limits."""

    MOST = "most", "Nhiều nhất"
    SHARE = "share", "Không quá tỷ lệ"
    LEAST_DIRECT = "least_direct", "Ít nhất tỷ lệ người lao động trực tiếp"


@dataclass(frozen=True)
class QuotaInput:
    """A rule as typed. `amount`: a number, or whole percents."""

    kind: QuotaKind
    amount: int
    recipient_kind: RecipientKind | None = None
    award_type_id: UUID | None = None
    per_unit: bool = False
    base: int | None = None
    base_name: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Quota:
    """A rule of a campaign."""

    id: UUID
    campaign_id: UUID
    kind: QuotaKind
    amount: int
    recipient_kind: RecipientKind | None
    award_type_id: UUID | None
    award_name: str
    per_unit: bool
    base: int | None
    base_name: str
    clause: str
    version: int

    @property
    def sentence(self) -> str:
        """«Nhiều nhất 2 cá nhân mỗi đơn vị, Giấy khen»."""
        whom = self.recipient_kind.label.lower() if self.recipient_kind else "đối tượng"
        where = " mỗi đơn vị" if self.per_unit else ""
        award = f", {self.award_name}" if self.award_name else ""
        if self.kind is QuotaKind.MOST:
            return f"Nhiều nhất {self.amount} {whom}{where}{award}"
        if self.kind is QuotaKind.SHARE:
            return f"Không quá {self.amount}% của {self.base} {self.base_name}, {whom}{award}"
        return f"Ít nhất {self.amount}% cá nhân là người lao động trực tiếp{award}"


@dataclass(frozen=True)
class Case:
    """A case as quotas count it. `mean`: hundredths of a point, None while nobody has scored it."""

    id: UUID
    code: str
    title: str
    recipient: str
    recipient_kind: RecipientKind
    unit_id: UUID
    unit: str
    award_type_id: UUID | None
    direct: bool | None
    state: State
    mean: int | None
    version: int = 0


class Fill(Word):
    """How full a quota is."""

    UNDER = "under", "Còn chỗ"
    FULL = "full", "Vừa đủ"
    OVER = "over", "Vượt hạn mức"


@dataclass(frozen=True)
class Gauge:
    """One quota in one place (the whole campaign, or one unit): used of allowed, who would fit, who ties at the edge."""

    quota: Quota
    place: str
    used: int
    allowed: int
    fill: Fill
    fitting: tuple[Case, ...] = ()
    tied: tuple[Case, ...] = ()
    sentence: str = ""


#: More than this as the base of a share is a slip of the finger.
BASE_MOST = 1_000_000
#: A case that holds a place: on the list, before the council, or praised.
HOLDING = frozenset({State.SHORTLISTED, State.ON_AGENDA, State.PASSED, State.AWARDED})


def check(data: QuotaInput) -> dict[str, str]:
    """What is wrong with a rule as typed, field by field."""
    wrong: dict[str, str] = {}
    if data.kind is QuotaKind.MOST and not 0 <= data.amount <= 10_000:
        wrong["amount"] = "Số lượng từ 0 đến 10.000."
    if data.kind is not QuotaKind.MOST and not 1 <= data.amount <= 100:
        wrong["amount"] = "Tỷ lệ từ 1 đến 100 phần trăm."
    if data.kind is QuotaKind.SHARE and not data.base:
        wrong["base"] = "Anh/chị nhập tổng số làm gốc của tỷ lệ, ví dụ 120."
    elif data.base is not None and not 1 <= data.base <= BASE_MOST:
        wrong["base"] = f"Tổng số làm gốc từ 1 đến {numbers.integer(BASE_MOST)}."
    if data.kind is QuotaKind.SHARE and not data.base_name.strip():
        wrong["base_name"] = "Anh/chị ghi tổng số đó đếm gì, ví dụ «người đạt lao động tiên tiến»."
    if not data.clause.strip():
        wrong["clause"] = "Anh/chị ghi văn bản đặt ra hạn mức này."
    for field, value, limit, what in (("base_name", data.base_name, 100, "Phần tổng số đếm gì"), ("clause", data.clause, 200, "Tên văn bản")):
        if sentence := too_long(value, limit, what):
            wrong[field] = sentence
    return wrong


def allowed(quota: Quota) -> int:
    """How many places a quota gives; a share is rounded down."""
    return quota.amount if quota.kind is QuotaKind.MOST else (quota.base or 0) * quota.amount // 100


def counts(quota: Quota, case: Case) -> bool:
    """Whether a case falls under a quota."""
    return quota.recipient_kind in (None, case.recipient_kind) and quota.award_type_id in (None, case.award_type_id)


def ranking(cases: Iterable[Case]) -> list[Case]:
    """By mean, the highest first; what has none last; equal ones by code."""
    return sorted(cases, key=lambda case: (case.mean is None, -(case.mean or 0), case.code))


def cut(waiting: Sequence[Case], places: int) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """Who fits into `places` by rank, and who ties at the edge: equal means on both sides, so that no rank decides."""
    ranked = [case for case in ranking(waiting) if case.mean is not None]
    places = max(0, places)
    fitting, rest = ranked[:places], ranked[places:]
    if not fitting or not rest or fitting[-1].mean != rest[0].mean:
        return tuple(fitting), ()
    edge = rest[0].mean
    tied = tuple(case for case in ranked if case.mean == edge)
    return tuple(case for case in fitting if case.mean != edge), tied


def gauges(quotas: Iterable[Quota], cases: Sequence[Case]) -> tuple[Gauge, ...]:
    """Every quota with how far it is used, per unit where it is per unit; the exceeded ones first."""
    found: list[Gauge] = []
    for quota in quotas:
        under = [case for case in cases if counts(quota, case)]
        if quota.kind is QuotaKind.LEAST_DIRECT:
            found.append(_direct(quota, under))
        elif not quota.per_unit:
            found.append(_gauge(quota, "Cả phong trào", under))
        else:
            units = sorted({(case.unit, case.unit_id) for case in under}, key=lambda pair: (pair[0], str(pair[1])))
            found += [_gauge(quota, name, [case for case in under if case.unit_id == unit]) for name, unit in units]
    order = (Fill.OVER, Fill.FULL, Fill.UNDER)
    return tuple(sorted(found, key=lambda gauge: (order.index(gauge.fill), not gauge.tied)))


def _gauge(quota: Quota, place: str, under: Sequence[Case]) -> Gauge:
    used, most = sum(case.state in HOLDING for case in under), allowed(quota)
    fitting, tied = cut([case for case in under if case.state is State.ACCEPTED], most - used)
    fill = Fill.OVER if used > most else Fill.FULL if used == most else Fill.UNDER
    said = {Fill.OVER: f"vượt {used - most}", Fill.FULL: "vừa đủ", Fill.UNDER: f"còn {most - used} chỗ"}[fill]
    return Gauge(quota, place, used, most, fill, fitting, tied, f"{used} trong {most}, {said}")


def _direct(quota: Quota, under: Sequence[Case]) -> Gauge:
    people = [case for case in under if case.state in HOLDING and case.recipient_kind is RecipientKind.INDIVIDUAL]
    direct = sum(case.direct is True for case in people)
    needed = -(-len(people) * quota.amount // 100)
    unknown = sum(case.direct is None for case in people)
    fill = Fill.OVER if direct < needed else Fill.FULL
    more = f"; {unknown} người chưa rõ" if unknown else ""
    said = f"{direct} trong {len(people)} cá nhân, cần ít nhất {needed}{more}"
    return Gauge(quota, "Cả phong trào", direct, needed, fill, sentence=said)


def exceeded(quotas: Iterable[Quota], cases: Sequence[Case], added: Case) -> str | None:
    """Which quota would be exceeded if one more case came onto the list; None when there is room for it."""
    after = [case for case in cases if case.id != added.id] + [Case(**{**added.__dict__, "state": State.SHORTLISTED})]
    for gauge in gauges([quota for quota in quotas if counts(quota, added) and quota.kind is not QuotaKind.LEAST_DIRECT], after):
        if gauge.fill is Fill.OVER and (not gauge.quota.per_unit or gauge.place == added.unit):
            return f"{gauge.quota.sentence} ({gauge.quota.clause}): {gauge.place} đã đủ {gauge.allowed}."
    return None
