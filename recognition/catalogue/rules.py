"""Money, numbers of papers and the order of lists, as the law and the custom have them. Whole numbers only."""

import string
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from recognition.catalogue.terms import (
    Amount,
    AwardType,
    Issuer,
    Money,
    Numbering,
    RecipientKind,
    Signer,
    Track,
)
from vietnamese import names, numbers, ordering

#: Hundredths of the individual's money: collective twice, household one and a half (NĐ 152/2025 Đ54(2), Đ54(3)).
FACTORS: Mapping[RecipientKind, int] = {
    RecipientKind.INDIVIDUAL: 100,
    RecipientKind.COLLECTIVE: 200,
    RecipientKind.HOUSEHOLD: 150,
}
#: Coefficients that stand as they are for each recipient: titles of Đ50, tables of the Party.
NO_FACTORS: Mapping[RecipientKind, int] = dict.fromkeys(RecipientKind, 100)
#: Rounded up to tens of thousands of đồng (NĐ 152/2025 Đ49(2): «làm tròn số lên hàng chục nghìn đồng»).
ROUNDING = 10_000
#: A Party committee serves five years (Điều lệ Đảng, Điều 13).
TERM_YEARS = 5

#: How decisions are numbered: Party with a dash before the kind, the others with a slash (HD 05-HD/VPTW; NĐ 30/2020).
PATTERNS: Mapping[Track, str] = {
    Track.PARTY: "{number}-{kind}/{sign}",
    Track.STATE: "{number}/{kind}-{sign}",
    Track.UNION: "{number}/{kind}-{sign}",
    Track.ENTERPRISE: "{number}/{kind}-{sign}",
}
DECISION = "QĐ"


def bonus(
    coefficient_hundredths: int,
    base_salary: int,
    kind: RecipientKind | str,
    *,
    factors: Mapping[RecipientKind, int] = FACTORS,
    rounding: int = ROUNDING,
) -> Amount:
    """Coefficient × base salary (đồng a month) × the recipient's factor, rounded up once, at the end.

    Source: NĐ 152/2025 Đ49(2), Đ54(2), Đ54(3). Raises TypeError for anything but whole numbers (a Decimal's `//`
    does not round up), ValueError for negative ones.
    """
    for number in (coefficient_hundredths, base_salary, rounding):
        if type(number) is not int:
            raise TypeError("money is computed in whole numbers only")
    if coefficient_hundredths < 0 or base_salary < 0 or rounding < 1:
        raise ValueError("coefficient and base salary are not negative, rounding is at least 1")
    factor = factors[RecipientKind(kind)]
    exact = coefficient_hundredths * factor * base_salary
    amount = -(-exact // (10_000 * rounding)) * rounding
    times = "" if factor == 100 else f" × {numbers.decimal(factor)}"
    formula = f"{numbers.decimal(coefficient_hundredths)}{times} × {numbers.money(base_salary)} = {_exact(exact)} đ"
    if amount * 10_000 != exact:
        formula += f", làm tròn lên {numbers.money(amount)}"
    return Amount(amount, formula)


def _exact(ten_thousandths: int) -> str:
    return numbers.decimal(Fraction(ten_thousandths, 10_000), places=4)


def award_money(
    award: AwardType,
    kind: RecipientKind | str,
    base_salary: int | None = None,
    *,
    factors: Mapping[RecipientKind, int] = FACTORS,
    rounding: int = ROUNDING,
) -> Amount:
    """What goes with an award for this recipient: nothing, a fixed sum, a gift, or coefficient × base salary.

    A gift has an equal value in law (NĐ 152/2025 Đ48(3)) but no sum of ours. Raises ValueError when a coefficient
    meets no base salary.
    """
    kind = RecipientKind(kind)
    if award.money is Money.FIXED:
        return _fixed(award, kind)
    if award.money is Money.GIFT:
        return Amount(0, "Tặng phẩm kèm theo", gift=award.gift)
    if award.money is Money.COEFFICIENT:
        if base_salary is None or award.coefficient is None:
            raise ValueError("a coefficient needs the base salary of the decision's date")
        chosen = factors if award.multiplied else NO_FACTORS
        return bonus(award.coefficient, base_salary, kind, factors=chosen, rounding=rounding)
    return Amount(0, "Không kèm tiền thưởng")


def _fixed(award: AwardType, kind: RecipientKind) -> Amount:
    own = {
        RecipientKind.INDIVIDUAL: award.amount,
        RecipientKind.COLLECTIVE: award.amount_collective,
        RecipientKind.HOUSEHOLD: award.amount_household,
    }[kind]
    amount = own if own is not None else award.amount or 0
    return Amount(amount, f"Mức cố định {numbers.money(amount)}")


_BLOCKS = tuple(RecipientKind)


def list_key(kind: RecipientKind | str, level: int, award_code: str, name: str, *, title: bool) -> tuple[int, int, bool, str, str]:
    """The order of agendas, decisions and their lists, as a key for `sorted`.

    Lists are printed in three blocks: collectives, households, individuals. Inside each from high to low, at one level titles before
    forms (NĐ 152/2025 Đ29(5)), then by award and name, individuals by given name.
    """
    kind = RecipientKind(kind)
    by_name = names.name_sort if kind is RecipientKind.INDIVIDUAL else ordering.sort_key
    return _BLOCKS.index(kind), -level, not title, award_code, by_name(name)


def number_text(issuer: Issuer, number: int, kind: str = DECISION) -> str:
    """A paper's number as its organ writes it: `214-QĐ/ĐU` (Party), `1022/QĐ-UBND` (state); under ten `05`."""
    pattern = issuer.number_pattern or PATTERNS[issuer.track]
    if "{kind}" not in pattern:
        pattern = pattern.replace(DECISION, "{kind}")
    return pattern.format(number=f"{number:02d}", kind=kind, sign=issuer.short_sign)


def pattern_is_good(pattern: str) -> bool:
    """Whether a number pattern names the number and the sign and nothing unknown."""
    try:
        parts = [part[1:] for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        return False
    names = [name for name, spec, conversion in parts if not (spec or conversion)]
    if len(names) != len(parts):
        return False
    return names.count("number") == 1 and "sign" in names and set(names) <= {"number", "kind", "sign"}


def numbering_period(issuer: Issuer, day: date) -> str:
    """In which row of numbers a decision of `day` stands: "2026", or the committee's term "2025-2030".

    A term lasts until an administrator enters the next one's first day; earlier terms are counted back by five years.
    Source: HD 05-HD/VPTW (a row of numbers per kind and term); NĐ 30/2020 (per year).
    """
    if issuer.numbering is Numbering.YEAR or issuer.term_start is None:
        return str(day.year)
    first = issuer.term_start.year
    start = issuer.term_start
    while day < start and start.year > 1930:
        first -= TERM_YEARS
        start = _same_day(start, first)
    return f"{first}-{first + TERM_YEARS}"


def _same_day(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def signer_on(signers: tuple[Signer, ...], day: date) -> tuple[Signer, ...]:
    """Those who could sign on a day, in their order."""
    return tuple(s for s in signers if s.from_date <= day and (s.to_date is None or day <= s.to_date))


def gives(award: AwardType, track: Track | str, day: date) -> bool:
    """Whether an organ of `track` may give the award on `day`."""
    in_force = award.from_date <= day and (award.to_date is None or day <= award.to_date)
    return award.active and in_force and award.track in (Track.ANY, Track(track))
