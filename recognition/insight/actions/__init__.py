"""What leaders and everybody else look up: the dashboard, the search, histories."""

from collections.abc import Callable, Sequence
from uuid import UUID

from documents import sheets
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Role, Verb
from recognition.insight import figures, finding, overlooked, rules
from recognition.insight.actions import scoping
from recognition.insight.figures import Scope
from recognition.insight.terms import Dashboard, Filters, Headline, History, HistoryLine, Hit, Hits, NotYet, Titles
from vietnamese import dates
from vietnamese.text import like_pattern, search_key

#: How many of each kind the first look shows.
FIRST_LOOK = 5


def dashboard(who: Actor, filters: Filters) -> Dashboard:
    """All figures of the leaders' page. Raises NotAllowed, NotFound (a unit out of view), Invalid (end before start)."""
    permissions.require(who, Verb.SEE_FIGURES)
    if filters.to_date < filters.from_date:
        raise Invalid({"to_date": "Ngày kết thúc trước ngày bắt đầu. Anh/chị chọn lại kỳ."})
    with reading(who) as t:
        scope = scoping.scope(t, who, filters)
        silent = figures.silent(t, scope)
        given = figures.given(t, scope)
        all_days = rules.together(given.days)
        top = Headline(
            awards=given.total, awards_before=figures.how_many(t, scoping.last_year(scope, dates.today())), direct=given.direct, individuals=given.of_kind("individual"),
            median=rules.percentile(all_days, 0.5), ninetieth=rules.percentile(all_days, 0.9), silent=len(silent), units=figures.unit_count(t, scope),
        )  # fmt: skip
        names = figures.short_names(t, [unit for unit in rules.leading(given.units) if unit])
        bars, months = rules.bars(given.units, names), rules.months(given.days)
        steps, still_open = figures.funnel(t, scope)
        titles = Titles(rules.units_title(bars), rules.funnel_title(steps, still_open), rules.months_title(months), rules.silent_title(len(silent)))
        return Dashboard(top, bars, steps, months, rules.fields(given.fields, figures.models(t, scope)), silent, titles)


#: How many years without an award may be asked about, and how many rows are shown at most.
YEARS = range(1, 11)
MOST_OVERLOOKED = 500


def not_yet_praised(who: Actor, years: int) -> NotYet:
    """Recipients with ended cases and no award in the last `years` years, and units without a case in the running quarter.

    Raises NotAllowed, Invalid (`years` outside of 1 to 10). Whoever nominates sees the own units; a leader or a secretary all in view.
    """
    permissions.require(who, Verb.SEE_NOT_YET)
    if years not in YEARS:
        raise Invalid({"years": f"Anh/chị chọn từ {YEARS.start} đến {YEARS.stop - 1} năm."})
    today = dates.today()
    since, quarter = rules.years_before(today, years), rules.quarter_of(today)
    issuers = list(who.issuers(Role.SECRETARY, Role.LEADER))
    units = list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER))
    with reading(who) as t:
        people = overlooked.overlooked(t, issuers, units, since, MOST_OVERLOOKED)
        silent = figures.silent(t, Scope(issuers, units, None, *quarter, None))
    return NotYet(since, people, quarter, silent)


def search(who: Actor, text: str, *, kind: str | None = None, limit: int = FIRST_LOOK) -> Sequence[Hits]:
    """What is found for `text`, without marks and in any case, kind by kind; an empty or one-letter text finds nothing."""
    permissions.require(who, Verb.SEARCH)
    if len(search_key(text)) < 2:
        return []
    pattern = like_pattern(text).replace(" ", "%")
    everybody = bool(who.roles & {Role.ADMINISTRATOR, Role.SECRETARY, Role.CLERK, Role.LEADER}) and bool(
        who.has(Role.ADMINISTRATOR) or who.issuers(Role.SECRETARY, Role.CLERK, Role.LEADER)
    )
    seen = list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER))
    with reading(who) as t:
        asked: dict[str, Callable[[], list[Hit]]] = {
            "person": lambda: finding.people(t, pattern, limit + 1, everybody, seen),
            "unit": lambda: finding.units(t, pattern, limit + 1, everybody, seen),
            "nomination": lambda: finding.nominations(t, who, pattern, limit + 1),
            "model": lambda: finding.models(t, who, pattern, limit + 1),
            "decision": lambda: finding.decisions(t, who, pattern, limit + 1),
            "certificate": lambda: finding.certificates(t, who, pattern, limit + 1),
        }
        found = [(name, ask()) for name, ask in asked.items() if kind in (None, name)]
    return [Hits(name, rows[:limit], more=len(rows) > limit) for name, rows in found if rows]


_HISTORY = """
    select a.decided_on, d.number_text, y.name as award, a.name, a.unit, a.wording, a.state, d.id as decision_id
    from award a join decision d on d.id = a.decision_id join award_type y on y.id = a.award_type_id
    where {whose} and (d.issuer_id = any($2) or a.unit_id = any($3))
    order by a.decided_on desc, a.id
"""


def _history(who: Actor, whose: str, thing: UUID) -> Sequence[HistoryLine]:
    permissions.require(who, Verb.SEE_HISTORY)
    issuers = list(who.issuers(Role.SECRETARY, Role.CLERK, Role.LEADER))
    units = list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER))
    with reading(who) as t:
        rows = t.all(_HISTORY.format(whose=whose), thing, issuers, units)
    return [HistoryLine(**row) for row in rows]


def person_history(who: Actor, person_id: UUID) -> Sequence[HistoryLine]:
    """Every award of a person that `who` may see, newest first, with the names of its day."""
    return _history(who, "a.person_id = $1", person_id)


def unit_history(who: Actor, unit_id: UUID) -> Sequence[HistoryLine]:
    """Every award of a unit itself, newest first."""
    return _history(who, "a.kind = 'collective' and a.unit_id = $1", unit_id)


def history_of(who: Actor, kind: str, thing: UUID) -> History:
    """The history of a person or a unit under its present name. Raises NotFound when there is no such thing."""
    with reading(who) as t:
        named = finding.named(t, kind, thing)
    if named is None:
        raise NotFound()
    lines = unit_history(who, thing) if kind == "unit" else person_history(who, thing)
    return History(named.title, named.detail, lines)


def sheet(who: Actor, title: str, headings: Sequence[str], rows: Sequence[Sequence[sheets.Value]]) -> bytes:
    """What a page shows, as an Excel workbook. Raises NotAllowed."""
    permissions.require(who, Verb.EXPORT)
    numeric = [bool(rows) and all(isinstance(row[place], int | float) for row in rows) for place in range(len(headings))]
    columns = [sheets.SheetColumn(heading, "number" if numbers else "text") for heading, numbers in zip(headings, numeric, strict=True)]
    return sheets.table(title, columns, rows, subtitle=f"Lập ngày {dates.short(dates.today())}")


def unit_choices(who: Actor) -> list[Hit]:
    """Units that the dashboard may be narrowed to, in alphabetical order."""
    permissions.require(who, Verb.SEE_FIGURES)
    everybody = bool(who.issuers(Role.SECRETARY, Role.LEADER))
    with reading(who) as t:
        return finding.units(t, "%", 2_000, everybody, list(who.units(Role.UNIT_LEADER, Role.LEADER)))


def campaign_choices(who: Actor) -> list[Hit]:
    """Campaigns of the person's issuers, or launched to the person's units, the newest first."""
    permissions.require(who, Verb.SEE_FIGURES)
    with reading(who) as t:
        return finding.campaigns(t, list(who.issuers(Role.SECRETARY, Role.LEADER)), list(who.units(Role.UNIT_LEADER, Role.LEADER)))
