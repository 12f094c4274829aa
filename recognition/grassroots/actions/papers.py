"""The book on paper: a record's minutes and a unit's report as Word, the list as Excel and CSV."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from recognition.grassroots import rules, store
from recognition.grassroots.actions import reading as looking
from recognition.grassroots.rules import report as composing
from recognition.grassroots.store import acts
from recognition.grassroots.terms import Filters, Kind, Line, Point, Promise, Record, Span, Standing, Summary
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound, refuse
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.units import actions as units
from vietnamese import dates

if TYPE_CHECKING:
    from documents.facts import Raised

Cell = str | int | date | None


def minutes(who: Actor, record_id: UUID) -> bytes:
    """Biên bản of a dialogue, a review or an outreach session as .docx. Raises NotFound."""
    from documents import facts as papers
    from documents import grassroots as composer  # heavy: loaded when somebody asks for a file

    found = looking.get(who, record_id)
    if not may_print(found):
        raise NotFound()
    assert found.on_date is not None
    return composer.dialogue_minutes(
        papers.DialogueMinutes(
            nominations.unit_head(found.unit_id, found.issuer_id), found.title, found.on_date, found.place, _lines(found.chair), _lines(found.organisations),
            found.people, _lines(found.content), tuple(_raised(point) for point in found.points), _lines(found.result),
            papers.Signer("", "", ("NGƯỜI GHI BIÊN BẢN",)), papers.Signer("", "", ("CHỦ TRÌ",)),
        )
    )  # fmt: skip


def _lines(said: str) -> tuple[str, ...]:
    return tuple(line for line in said.split("\n") if line)


def _raised(point: Point) -> "Raised":
    from documents.facts import Raised

    done = f"Đã thực hiện {dates.short(point.done_on)}: {point.done_how}" if point.done_on else ""
    return Raised(point.said, point.said_by, point.answer, point.promise, point.responsible, point.due, done)


def report_units(who: Actor) -> dict[UUID, str]:
    """Units of which `who` may make the report, by name."""
    return looking.unit_choices(who)


def summary(who: Actor, unit_id: UUID, span: Span, year: int) -> Summary:
    """What was recorded of a unit and everything below it in a stretch of a year. Raises NotAllowed, NotFound, Invalid."""
    permissions.require(who, Verb.SEE_GRASSROOTS)
    today = dates.today()
    refuse(composing.check_asked(span, year, today))
    if unit_id not in report_units(who):
        raise NotFound()
    first, last = composing.days_of(span, year)
    with reading(who) as t:
        below = units.subtree(t, unit_id)
        lines = store.page(t, who, Filters(kinds=tuple(Kind), unit_ids=below, from_date=first, to_date=last), today, looking.MOST, 0)
        kinds = composing.kinds_of(lines)
        done = acts.counts(t, who, below, first, last)
        open_now = tuple(store.open_promises(t, who, units=below, until=last))
    return Summary(kinds[Kind.DIALOGUE], kinds[Kind.REVIEW], kinds[Kind.OUTREACH], kinds[Kind.INSPECTION], done, open_now)


def figures(found: Summary) -> tuple[tuple[str, int], ...]:
    """The table of figures of a report."""
    return composing.figures(found)


def report(who: Actor, unit_id: UUID, span: Span, year: int) -> bytes:
    """Báo cáo công tác dân vận và thực hiện QCDC of a unit as .docx. Raises NotAllowed, NotFound, Invalid."""
    from documents import facts as papers
    from documents import grassroots as composer  # heavy: loaded when somebody asks for a file
    from vietnamese import numbers

    found, unit = summary(who, unit_id, span, year), units.get(None, unit_id)
    issuer_id = next(iter(looking.issuer_choices(who)))
    table = tuple((name, numbers.integer(value)) for name, value in composing.figures(found))
    return composer.grassroots_report(
        papers.GrassrootsReport(
            nominations.unit_head(unit_id, issuer_id), composing.period_words(span, year), table,
            tuple(papers.Section(title, said) for title, said in composing.sections(found)), tuple(_open(each) for each in found.promises),
            (f"Trên đây là báo cáo kết quả công tác dân vận và thực hiện quy chế dân chủ ở cơ sở {composing.period_words(span, year)} của {unit.name}",),
            nominations.unit_signer(unit), ("Cơ quan cấp trên (báo cáo)", "Lưu"),
        )
    )  # fmt: skip


def _open(promise: Promise) -> "Raised":
    from documents.facts import Raised

    late = "Quá hạn" if promise.due < dates.today() else ""
    return Raised("", promise=promise.promise, responsible=promise.responsible, due=promise.due, done=late)


# -- the list ----------------------------------------------------------------------------------------------------------

_COLUMNS = (
    "Mã", "Loại", "Đơn vị", "Ngày", "Tên", "Địa điểm", "Chủ trì", "Tổ chức dự", "Số người", "Câu hỏi, kiến nghị", "Trả lời", "Cam kết", "Người thực hiện", "Hạn",
    "Tình trạng", "Đã thực hiện ngày", "Kết quả",
)  # fmt: skip
_NO_POINT: list[Cell] = [None] * 8
_DATES = frozenset({"Ngày", "Hạn", "Đã thực hiện ngày"})


def workbook(who: Actor, filters: Filters) -> bytes:
    """The records with their questions as .xlsx, a row for each question, at most 20,000 records. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    columns = [sheets.SheetColumn(title, "date" if title in _DATES else "number" if title == "Số người" else "text") for title in _COLUMNS]
    return sheets.table("Sổ dân chủ ở cơ sở", columns, _rows(who, filters), subtitle=f"Lập {dates.long(dates.today())}", paper="A3")


def csv_file(who: Actor, filters: Filters) -> bytes:
    """The same rows as CSV for other programs. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    return sheets.csv_table(_COLUMNS, _rows(who, filters))


def _rows(who: Actor, filters: Filters) -> list[list[Cell]]:
    today = dates.today()
    return [[*_record_cells(line), *cells] for line, points in looking.rows_of(who, filters) for cells in [_point_cells(point, today) for point in points] or [_NO_POINT]]


def _record_cells(line: Line) -> list[Cell]:
    return [line.code, line.kind.label, line.unit_name, line.on_date, line.title, line.place, line.chair, line.organisations, line.people]


def _point_cells(point: Point, today: date) -> list[Cell]:
    stands = rules.standing(point, today)
    asked = f"{point.said} ({point.said_by})" if point.said_by else point.said
    word = "" if stands is Standing.NONE else stands.label
    return [asked, point.answer, point.promise, point.responsible, point.due, word, point.done_on, point.done_how]


def may_print(found: Record) -> bool:
    """Whether there are minutes: of everything that was held."""
    return found.on_date is not None and found.kind is not Kind.INSPECTION

