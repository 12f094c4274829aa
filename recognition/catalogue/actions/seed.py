"""The first filling of a new installation."""

from datetime import date
from uuid import uuid4

from recognition.catalogue import defaults, entries, values
from recognition.catalogue.store import awards, holidays, regulations
from recognition.catalogue.terms import Holiday, Regulation, RegulationForm
from recognition.hall import audit
from recognition.hall.transaction import Transaction
from recognition.hall.words import Verb
from vietnamese import dates
from vietnamese import holidays as fixed

#: How many years of fixed holidays are filled in: last year's papers and the two years ahead.
_YEARS_BACK, _YEARS_AHEAD = 1, 2


def seed_catalogue(t: Transaction) -> None:
    """Fill in regulations, award types and fixed holidays that are not there yet. Calling it again changes nothing."""
    there, codes = regulations.keys(t), awards.codes(t)
    wanted = [form for form in defaults.REGULATIONS if (form.key, form.from_date) not in there]
    for form in wanted:
        made = _regulation(form)
        regulations.insert(t, made, values.stored(made.value))
    missing = [form for form in defaults.AWARD_TYPES if form.code not in codes]
    for award in missing:
        awards.insert(t, entries.award(award, uuid4(), 1))
    days = _missing_days(t)
    for holiday in days:
        holidays.insert(t, holiday)
    if wanted or missing or days:
        counts = {"regulations": len(wanted), "award_types": len(missing), "holidays": len(days)}
        audit.note(t, Verb.SET_UP, "catalogue", None, after=counts)


def _regulation(form: RegulationForm) -> Regulation:
    assert isinstance(form.from_date, date)
    assert not isinstance(form.to_date, str)
    return Regulation(
        uuid4(), form.key, form.value, form.clause,
        form.from_date, form.to_date, form.verified, form.confirmed_paper or None, None, 1,
    )


def _missing_days(t: Transaction) -> list[Holiday]:
    """Fixed holidays of the years around today; years that already have any day are left as they are."""
    there = {holiday.day.year for holiday in holidays.everything(t)}
    year = dates.today().year
    years = [y for y in range(year - _YEARS_BACK, year + _YEARS_AHEAD + 1) if y not in there]
    return [Holiday(day, name, working=False) for day, name in fixed.of_years(years).items()]
