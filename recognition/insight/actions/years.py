"""Several years compared: the figures, and their workbook."""

from datetime import date

from documents import sheets
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight import counting
from recognition.insight.actions import scoping
from recognition.insight.rules import years as rules
from recognition.insight.terms import Filters
from recognition.insight.terms.years import Comparison, YearsAsked, YearsCounted
from vietnamese import dates


def choices() -> list[int]:
    """Years that can be asked for, the running one first."""
    this = dates.today().year
    return list(range(this, this - rules.LOOK_BACK, -1))


def compare(who: Actor, asked: YearsAsked) -> Comparison:
    """Awards, cases, models and recipients of two to five years, also by unit and field.

    Raises NotAllowed, NotFound (a unit out of view), Invalid (`years`: none, one, too many, to come).
    """
    permissions.require(who, Verb.SEE_FIGURES)
    today = dates.today()
    wrong = rules.check(asked.years, today)
    if wrong:
        raise Invalid(wrong)
    until = rules.running(asked.years, today)
    last = until.month * 100 + until.day if until and asked.same_stretch else counting.WHOLE_YEAR
    with reading(who) as t:
        scope = scoping.scope(t, who, Filters(date(min(asked.years), 1, 1), date(max(asked.years), 12, 31), asked.unit_id))
        awards, cases, models, recipients = (
            [row for row in count(t, scope, last) if row.year in asked.years] for count in (counting.awards, counting.cases, counting.models, counting.recipients)
        )
        return rules.compare(asked, YearsCounted(awards, cases, models, recipients, counting.begun(t, scope)), *scoping.first_level(t, scope), today)


def workbook(who: Actor, shown: Comparison) -> bytes:
    """The table as Excel: a number for each year, then number and percent of each change. Raises NotAllowed."""
    permissions.require(who, Verb.EXPORT)
    columns = [
        sheets.SheetColumn("Nhóm"), sheets.SheetColumn("Chỉ tiêu"), *(sheets.SheetColumn(year, "number") for year in shown.labels),
        *(column for before, after in shown.pairs for column in (sheets.SheetColumn(f"Thay đổi {before} - {after}", "number"), sheets.SheetColumn(f"Thay đổi {before} - {after} (%)", "percent"))),
    ]  # fmt: skip
    rows: list[list[sheets.Value]] = [
        [
            line.part.label, line.name, *line.numbers,
            *(cell for made in line.changes for cell in ((made.number, made.percent / 100 if made.percent is not None else None) if made else (None, None))),
        ]
        for line in shown.lines
    ]  # fmt: skip
    return sheets.table("So sánh các năm", columns, rows, subtitle=" ".join([*shown.remarks, f"Lập ngày {dates.short(dates.today())}."]), paper="A3" if len(columns) > 8 else "A4")
