"""The forms of statistics that an agency reports each year: filled in from the awards in the books, opened cell by cell, as Word and Excel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from uuid import UUID

from documents import facts, statistics
from recognition.catalogue import actions as catalogue
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, refuse
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.insight import finding
from recognition.insight import statistics as store
from recognition.insight.actions import scoping
from recognition.insight.figures import Scope
from recognition.insight.rules import statistics as rules
from recognition.insight.rules import statistics_forms as forms
from recognition.insight.terms import Filters
from recognition.insight.terms.statistics import (
    MENDED,
    Asked,
    Behind,
    Filled,
    Form,
    Lack,
    Movement,
    Place,
    Reporter,
    Row,
)
from vietnamese import dates
from vietnamese.text import clean

#: The keys of the regulations that stand behind a form.
CLOSING, FORMS = "statistics.closing", "statistics.forms"
#: The levels of the catalogue that each form counts.
_LEVELS = {Form.STATE: (rules.STATE_LEVEL, 1_000), Form.MINISTRY: (rules.MINISTRY_LEVEL, rules.STATE_LEVEL - 1), Form.BASE: (-1_000, rules.MINISTRY_LEVEL - 1)}
#: How many awards behind a cell are told one by one.
MOST = 2_000


def reporters(who: Actor) -> list[Reporter]:
    """The issuers in full view, then the units in view. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_FIGURES)
    own = set(scoping.issuers_of(who))
    issuers = [Reporter(one.name.replace("\n", " "), issuer_id=one.id) for one in catalogue.issuers(who) if one.id in own]
    with reading(who) as t:
        units = finding.units(t, "%", 2_000, bool(own), scoping.units_of(who))
    return [*issuers, *(Reporter(one.title, unit_id=one.id) for one in units)]


def years() -> list[int]:
    """Reporting years that can be asked for, the running one first."""
    this = rules.running_year(dates.today(), closing()[0])
    return list(range(this, this - rules.LOOK_BACK - 1, -1))


def closing() -> tuple[str, str]:
    """The closing day (day/month) of a reporting year, and the sentence that says that it is not verified, if so."""
    found = catalogue.regulations_on(dates.today()).get(CLOSING)
    return (str(found.value), found.warning) if found else (rules.CLOSING, rules.NO_CLOSING)


def _unverified(form: Form) -> str:
    """What is not verified of the sheets themselves; nothing of our own."""
    if form is Form.BASE:
        return ""
    found = catalogue.regulations_on(dates.today()).get(FORMS)
    return found.warning if found else rules.NO_FORMS


def filled(who: Actor, asked: Asked) -> Filled:
    """A form of a year, filled in. Raises NotAllowed, NotFound (issuer or unit out of view), Invalid (`year`)."""
    permissions.require(who, Verb.SEE_FIGURES)
    day, warning = closing()
    wrong = rules.check(asked.year, rules.running_year(dates.today(), day))
    if wrong:
        raise Invalid(wrong)
    first, last = rules.period(asked.year, day)
    warnings = tuple(filter(None, (_unverified(asked.form), warning)))
    with reading(who) as t:
        made = _blank(t, who, asked, first, last, warnings)
        return _with_movements(t, who, made) if asked.form is Form.MOVEMENTS else _with_awards(t, who, made)


def opening(who: Actor, by: Reporter) -> Form:
    """The form on which the screen of `by` opens: the first with numbers in the running year, those of awards before that of movements;
    Biểu 0603 where none has any. Raises NotAllowed, NotFound."""
    year = years()[0]
    ordered = (Form.MINISTRY, Form.STATE, Form.BASE, Form.MOVEMENTS)
    return next((form for form in ordered if filled(who, Asked(form, year, by.issuer_id, by.unit_id)).cells), Form.MINISTRY)


def _blank(t: Transaction, who: Actor, asked: Asked, first: date, last: date, warnings: Sequence[str]) -> Filled:
    name, superior, place = _reporter(t, who, asked)
    return Filled(asked, forms.NUMBERS[asked.form], forms.TITLES[asked.form], name, superior, place, first, last, forms.ROWS[asked.form], (), {}, {}, (), warnings)


def _reporter(t: Transaction, who: Actor, asked: Asked) -> tuple[str, str, str]:
    if asked.issuer_id is not None:
        if asked.issuer_id not in scoping.issuers_of(who):
            raise NotFound()
        issuer = catalogue.issuer(who, asked.issuer_id)
        return issuer.name.replace("\n", " "), issuer.superior.replace("\n", " "), issuer.place
    if asked.unit_id is None:
        raise NotFound()
    named = finding.named(t, "unit", asked.unit_id)
    if named is None:
        raise NotFound()
    return named.title, "", ""


def _scope(t: Transaction, who: Actor, made: Filled) -> Scope:
    asked = made.asked
    if asked.issuer_id is not None:
        return Scope([asked.issuer_id], [], None, made.from_date, made.to_date, None)
    return scoping.scope(t, who, Filters(made.from_date, made.to_date, asked.unit_id))


def _with_awards(t: Transaction, who: Actor, made: Filled) -> Filled:
    form = made.asked.form
    counted = store.counted(t, _scope(t, who, made), party=made.asked.party, levels=_LEVELS[form])
    columns = rules.columns(form, [fact for fact, _ in counted])
    placed = [(fact, rules.exact(rules.place(fact), fact, columns), number) for fact, number in counted]
    cells, lacking = rules.count((at, number) for _, at, number in placed)
    types = {column.code: frozenset(fact.award_type_id for fact, at, _ in placed if column.code in at.columns) for column in columns}
    types[Lack.NO_COLUMN] = frozenset(fact.award_type_id for fact, at, _ in placed if Lack.NO_COLUMN in at.lacks)
    party = sum(number for fact, at, number in placed if fact.party and at.rows)
    return replace(made, columns=columns, cells=cells, lacking=lacking, remarks=_remarks(made, party), types=types)


def _with_movements(t: Transaction, who: Actor, made: Filled) -> Filled:
    cells, lacking = rules.count((rules.place_movement(one), 1) for one in _movements(t, who, made))
    return replace(made, columns=forms.COLUMNS[made.asked.form], cells=cells, lacking=lacking, remarks=_remarks(made, 0))


def _movements(t: Transaction, who: Actor, made: Filled) -> list[Movement]:
    asked = made.asked
    scope = _scope(t, who, made)
    return store.movements(t, [asked.issuer_id] if asked.issuer_id else [], scope.chosen or [], made.from_date, made.to_date)


def _remarks(made: Filled, party: int) -> tuple[str, ...]:
    today = dates.today()
    late = (f"Năm báo cáo chưa hết: số liệu đến ngày {dates.short(today)}.",) if made.from_date <= today < made.to_date else ()
    return (*late, *rules.remarks(made.asked.form, party))


def behind(who: Actor, made: Filled, row: str, column: str) -> list[Behind]:
    """The awards or movements that a cell counts, the earliest first, at most `MOST`. Raises NotAllowed, NotFound."""
    return _behind(who, made, made.types.get(column, frozenset()), lambda at: row in at.rows and column in at.columns)


def behind_lack(who: Actor, made: Filled, lack: Lack) -> list[Behind]:
    """The awards or movements that lack something for their place, the earliest first, at most `MOST`. Raises NotAllowed, NotFound."""
    types = made.types.get(Lack.NO_COLUMN if lack is Lack.NO_COLUMN else forms.ALL, frozenset())
    return _behind(who, made, types, lambda at: lack in at.lacks)


def _behind(who: Actor, made: Filled, types: frozenset[UUID], wanted: Callable[[Place], bool]) -> list[Behind]:
    permissions.require(who, Verb.SEE_FIGURES)
    with reading(who) as t:
        _reporter(t, who, made.asked)
        if made.asked.form is Form.MOVEMENTS:
            return [_opened(one) for one in _movements(t, who, made) if wanted(rules.place_movement(one))][:MOST]
        rows = store.each(t, _scope(t, who, made), sorted(types), party=made.asked.party, first=2 * MOST)
        return list(islice((behind for fact, behind in rows if wanted(rules.exact(rules.place(fact), fact, made.columns))), MOST))


def _opened(one: Movement) -> Behind:
    return Behind(one.id, one.name, f"{dates.short(one.from_date)} - {dates.short(one.to_date)}", one.level or "chưa ghi cấp", "", one.launched_on, one.id, movement=True)


def period(made: Filled) -> str:
    """ "Năm 2026 (từ 15/12/2025 đến 14/12/2026)"."""
    return f"Năm {made.asked.year} (từ {dates.short(made.from_date)} đến {dates.short(made.to_date)})"


def check_receiver(receiver: str) -> dict[str, str]:
    """What is wrong with the name of whoever receives the form; nothing when it can be printed."""
    return rules.check_receiver(receiver)


def word(who: Actor, made: Filled, receiver: str) -> bytes:
    """The form as .docx in the shape of the circular. Raises NotAllowed, Invalid (`receiver`)."""
    return statistics.statistics_form(_facts(who, made, receiver))


def excel(who: Actor, made: Filled, receiver: str) -> bytes:
    """The form as .xlsx. Raises NotAllowed, Invalid (`receiver`)."""
    return statistics.workbook(_facts(who, made, receiver))


def _facts(who: Actor, made: Filled, receiver: str) -> facts.StatisticsForm:
    permissions.require(who, Verb.EXPORT)
    refuse(rules.check_receiver(receiver))
    form = made.asked.form
    movements = form is Form.MOVEMENTS
    lacks = tuple(f"{lack.label}: {number}. {MENDED[lack]}" for lack, number in made.lacking.items())
    return facts.StatisticsForm(
        made.number, forms.BASIS if made.number else forms.OURS, forms.DUE if made.number else "", made.reporter, clean(receiver), made.title, period(made),
        "Số phong trào thi đua chia theo cấp chủ trì phát động thi đua" if movements else "Chia ra",
        tuple(facts.StatisticsColumn(column.name, column.code) for column in made.columns),
        tuple(facts.StatisticsRow(row.name, row.code, row.unit, _numbers(made, row)) for row in made.rows), made.place, dates.today(),
        (*made.remarks, *lacks, *made.warnings), counts_units=not movements,
    )  # fmt: skip


def _numbers(made: Filled, row: Row) -> tuple[int | None, ...]:
    if row.band:
        return ()
    return tuple(None if row.blank else made.number_at(row.code, column.code) for column in made.columns)
