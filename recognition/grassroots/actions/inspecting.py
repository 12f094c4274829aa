"""The yearly plan of inspections: planning, changing, the result, which model was looked at, the plan as Excel."""

from datetime import date
from uuid import UUID

from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import ModelFilters, ModelLine
from recognition.grassroots import rules, store
from recognition.grassroots.actions import ground
from recognition.grassroots.actions import reading as looking
from recognition.grassroots.actions.ground import KIND
from recognition.grassroots.rules import inspection
from recognition.grassroots.store import inspections
from recognition.grassroots.terms import Filters, Kind, Line, PlanInput, Point, Record, ResultInput, Stage, Standing
from recognition.hall import audit, numbers, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.units import actions as units
from vietnamese import dates
from vietnamese.numbers import roman

ALL = Filters(kinds=(Kind.INSPECTION,))
_MODELS = 200


def plan(who: Actor, data: PlanInput, key: UUID | None = None) -> list[UUID]:
    """Put an inspection of each unit into the plan of the organ, or of the unit that inspects. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        _require_planner(who, data)
        refuse(inspection.check_plan(data, dates.today()))
        assert data.issuer_id is not None
        ground.known_issuer(data.issuer_id)
        made = [_planned(t, who, data, unit_id) for unit_id in dict.fromkeys(data.unit_ids)]
        t.result = str(made[0])
    return made


def _require_planner(who: Actor, data: PlanInput) -> None:
    if not permissions.allowed(who, Verb.PLAN_INSPECTION):
        raise NotAllowed()
    wrong: dict[str, str] = {}
    if not permissions.allowed(who, Verb.PLAN_INSPECTION, ground.inspector(data.by_unit_id, data.issuer_id)):
        wrong["by_unit_id"] = "Anh/chị chỉ lập kế hoạch của cơ quan hoặc đơn vị mình. Anh/chị chọn lại."
    if data.by_unit_id is not None and not set(data.unit_ids) <= who.units(Role.UNIT_LEADER):
        wrong["unit_ids"] = "Kế hoạch của đơn vị chỉ gồm đơn vị mình và các đơn vị bên dưới. Anh/chị chọn lại."
    refuse(wrong)


def _planned(t: Transaction, who: Actor, data: PlanInput, unit_id: UUID) -> UUID:
    try:
        units.require_living(t, unit_id, dates.today(), field="unit_ids")
    except NotFound:
        raise Invalid({"unit_ids": "Có đơn vị không tìm thấy. Anh/chị chọn lại."}) from None
    series = f"KT-{data.year}"
    made = inspections.insert(t, data, unit_id, f"{series}-{numbers.next_number(t, series):04d}", who.account_id, dates.now_utc())
    found = ground.seen(t, who, made)
    audit.note(t, Verb.PLAN_INSPECTION, KIND, made, after=found, detail=f"Quý {roman(data.quarter)}/{data.year}: {found.title}")
    return made


def change_plan(who: Actor, record_id: UUID, version: int, year: int, quarter: int, title: str, content: str, key: UUID | None = None) -> Record:
    """Another quarter or content of an inspection. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, record_id, version, Verb.PLAN_INSPECTION)
        data = PlanInput(before.issuer_id, before.by_unit_id, (before.unit_id,), year, quarter, title, content)
        refuse(inspection.check_plan(data, dates.today()))
        if before.on_date is not None and before.on_date.year < year:
            raise Invalid({"year": f"Đã kiểm tra ngày {dates.short(before.on_date)} nên không chuyển sang năm {year} được."})
        inspections.update(t, before, data)
        after = ground.seen(t, who, record_id)
        audit.note(t, Verb.PLAN_INSPECTION, KIND, record_id, before=before, after=after, detail=f"Quý {roman(quarter)}/{year}: {after.title}")
        t.result = str(record_id)
    return after


def drop(who: Actor, record_id: UUID, version: int, key: UUID | None = None) -> None:
    """Take an inspection that was not done out of the plan. Raises NotFound, NotAllowed (it was done), Stale."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, record_id, version, Verb.PLAN_INSPECTION)
        if before.on_date is not None:
            raise NotAllowed("Cuộc kiểm tra này đã làm nên không bỏ khỏi kế hoạch được.")
        store.remove(t, before)
        audit.note(t, Verb.PLAN_INSPECTION, KIND, record_id, before=before, detail=f"Bỏ khỏi kế hoạch: {before.title}")


def inspect(who: Actor, record_id: UUID, version: int, data: ResultInput, key: UUID | None = None) -> Record:
    """Write down what an inspection came to, or put it right. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, record_id, version, Verb.INSPECT)
        refuse(inspection.check_result(data, before.plan_year or 0, dates.today()))
        if data.model_id is not None and data.model_id not in {each.model_id for each in models_of(who, before)}:
            raise Invalid({"model_id": "Mô hình này không phải của đơn vị được kiểm tra. Anh/chị chọn lại."})
        first = min((point.done_on for point in before.points if point.done_on), default=None)
        if first is not None and data.on_date is not None and data.on_date > first:
            raise Invalid({"on_date": f"Có hạn chế đã khắc phục ngày {dates.short(first)}, trước ngày kiểm tra này. Anh/chị xem lại."})
        inspections.set_result(t, before, data)
        after = ground.seen(t, who, record_id)
        audit.note(t, Verb.INSPECT, KIND, record_id, before=before, after=after, detail=after.result.split("\n", 1)[0][:200])
        t.result = str(record_id)
    return after


def models_of(who: Actor, record: Record) -> list[ModelLine]:
    """Models of the inspected unit that `who` may see, the newest year of each."""
    if not permissions.allowed(who, Verb.SEE_MODELS):
        return []
    found: dict[UUID, ModelLine] = {}
    for row in models.find(who, ModelFilters(unit_id=record.unit_id), limit=_MODELS).rows:
        found.setdefault(row.model_id, row)
    return list(found.values())


def stage(line: Line | Record) -> Stage:
    """How far an inspection has come today."""
    return inspection.stage(line.plan_year or 0, line.plan_quarter or 1, line.on_date, dates.today())


def quarter_words(line: Line | Record) -> str:
    """`Quý III/2026`."""
    return f"Quý {roman(line.plan_quarter or 1)}/{line.plan_year}"


def due_now(who: Actor) -> tuple[int, int, date | None]:
    """How many inspections that `who` plans belong to the running quarter and are not done, how many are overdue, and the last day of
    the earliest quarter among them, None without any. Raises NotAllowed."""
    permissions.require(who, Verb.PLAN_INSPECTION)
    today, mine = dates.today(), (who.issuers(Role.SECRETARY), who.units(Role.UNIT_LEADER, subtree=False))
    with reading(who) as t:
        rows = inspections.waiting(t, *mine)
    stages = [inspection.stage(year, quarter, None, today) for year, quarter in rows]
    this = (today.year, inspection.quarter_of(today))
    first = min((inspection.last_day(*row) for row in rows if row <= this), default=None)
    return sum((year, quarter) == this for year, quarter in rows), stages.count(Stage.OVERDUE), first


def planners(who: Actor) -> list[tuple[UUID | None, UUID | None, str]]:
    """Whose plan `who` may write: (unit, organ, name), the organs first."""
    organs = looking.issuer_choices(who)
    mine = [(None, issuer_id, name) for issuer_id, name in organs.items() if issuer_id in who.issuers(Role.SECRETARY)]
    own = who.units(Role.UNIT_LEADER, subtree=False)
    named = [(node.unit.id, next(iter(organs), None), node.unit.name) for node in units.tree(who) if node.unit.id in own]
    return [*mine, *named]


def inspected_choices(who: Actor, by_unit_id: UUID | None) -> dict[UUID, str]:
    """Units that may stand in a plan: every unit in the organ's own, those of the subtree in a unit's."""
    below = who.units(Role.UNIT_LEADER)
    return {node.unit.id: node.unit.name for node in units.tree(who) if by_unit_id is None or node.unit.id in below}


# -- the plan as Excel -------------------------------------------------------------------------------------------------

_COLUMNS = (
    "Mã", "Quý", "Đơn vị", "Nội dung kiểm tra", "Kế hoạch của", "Tình trạng", "Ngày kiểm tra", "Người kiểm tra", "Kết luận", "Hạn chế", "Việc phải khắc phục",
    "Người chịu trách nhiệm", "Hạn", "Khắc phục", "Đã khắc phục ngày", "Kết quả khắc phục",
)  # fmt: skip
_DATES = frozenset({"Ngày kiểm tra", "Hạn", "Đã khắc phục ngày"})
Cell = str | int | date | None
_NO_FINDING: list[Cell] = [None] * 7


def plan_workbook(who: Actor, filters: Filters) -> bytes:
    """Plan and results as .xlsx, a row for each finding, at most 20,000 inspections. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    columns = [sheets.SheetColumn(title, "date" if title in _DATES else "text") for title in _COLUMNS]
    return sheets.table("Kế hoạch và kết quả kiểm tra, giám sát thực hiện dân chủ ở cơ sở", columns, _rows(who, filters), subtitle=f"Lập {dates.long(dates.today())}", paper="A3")


def plan_csv(who: Actor, filters: Filters) -> bytes:
    """The same rows as CSV for other programs. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    return sheets.csv_table(_COLUMNS, _rows(who, filters))


def _rows(who: Actor, filters: Filters) -> list[list[Cell]]:
    today = dates.today()
    return [[*_cells(line), *cells] for line, points in looking.rows_of(who, filters, store.PLAN_ORDER) for cells in [_finding(point, today) for point in points] or [_NO_FINDING]]


def _cells(line: Line) -> list[Cell]:
    return [line.code, quarter_words(line), line.unit_name, line.title, line.by_name, stage(line).label, line.on_date, line.chair, line.result]


def _finding(point: Point, today: date) -> list[Cell]:
    stands = rules.standing(point, today)
    word = {Standing.NONE: "", Standing.KEPT: "Đã khắc phục", Standing.OPEN: "Đang khắc phục", Standing.LATE: "Quá hạn"}[stands]
    return [point.said, point.promise, point.responsible, point.due, word, point.done_on, point.done_how]
