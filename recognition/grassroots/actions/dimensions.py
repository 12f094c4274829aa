"""The view by content, for whoever sees figures, and as Excel."""

from dataclasses import replace
from datetime import date

from recognition.grassroots.dimension_terms import Dimensions, DimensionsAsked
from recognition.grassroots.rules import dimensions as rules
from recognition.grassroots.store import acts
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import refuse
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight.actions import scoping
from recognition.insight.terms import Filters
from vietnamese import dates


def dimensions(who: Actor, asked: DimensionsAsked) -> Dimensions:
    """Where the units in view acted in a year and where nobody did. Raises NotAllowed, NotFound (a unit out of view), Invalid (`year`)."""
    permissions.require(who, Verb.SEE_FIGURES)
    refuse(rules.check(asked.year, dates.today()))
    first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
    with reading(who) as t:
        scope = scoping.scope(t, who, Filters(first, last, asked.unit_id))
        leaders, branches = scoping.first_level(t, scope)
        sessions, reached = acts.outreach(t, who, leaders, first, last)
        return replace(rules.view(asked.by, acts.tagged(t, who, first, last), leaders, branches), sessions=sessions, reached=reached)


def years() -> list[int]:
    """The years that may be asked, the newest first."""
    return list(range(dates.today().year, dates.today().year - rules.LOOK_BACK, -1))


def dimensions_sheet(who: Actor, asked: DimensionsAsked) -> bytes:
    """Units by contents as .xlsx. Raises NotAllowed, NotFound, Invalid."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.EXPORT)
    found = dimensions(who, asked)
    columns = [sheets.SheetColumn("Đơn vị"), *(sheets.SheetColumn(name, "number", total=True) for name in found.contents)]
    rows: list[list[str | int]] = [[line.name, *line.numbers] for line in found.units]
    return sheets.table(f"{asked.by.label} theo đơn vị, năm {asked.year}", columns, rows, subtitle=found.title)
