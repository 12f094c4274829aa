"""Numbers and words as people type them into a covenant: 100, 87,5, 100 %, or a sentence."""

import re
from dataclasses import dataclass

from recognition.dan_van_kheo.rules import parse_amount
from vietnamese import numbers, text

_NUMBER = re.compile(r"[\d.  ]*\d(,\d{1,2})?")


@dataclass(frozen=True)
class Wanted:
    """What is wanted: `number` in hundredths with its unit of measure, or None and the words."""

    number: int | None
    measure: str
    words: str


def read_wanted(typed: str, measure: str) -> Wanted:
    """A number with its measure («100», «100 %»), or words where it is not one."""
    said, unit = text.clean(typed), text.clean(measure)
    bare = said.removesuffix("%").rstrip() if said.endswith("%") and unit in ("", "%") else said
    found = read_number(bare)
    if found is None:
        return Wanted(None, unit, said)
    return Wanted(found, "%" if bare != said else unit, "")


def read_number(typed: str) -> int | None:
    """A number as people write it, in hundredths; None where it is none."""
    said = text.clean(typed)
    if not _NUMBER.fullmatch(said):
        return None
    try:
        return parse_amount(said)
    except ValueError:
        return None


def read_reached(typed: str, measure: str) -> int | None:
    """A number with or without the target's own measure after it («97,5», «97,5 %»), in hundredths; None where it is none."""
    said = text.clean(typed)
    unit = text.clean(measure)
    return read_number(said[: -len(unit)] if unit and said.lower().endswith(unit.lower()) else said)


def unreadable(typed: str) -> bool:
    """Whether only figures and marks were typed and no number can be read of them («1.23», «12,345»): words would hide the slip."""
    said = text.clean(typed).removesuffix("%").rstrip()
    return bool(re.fullmatch(r"[\d.,+-]+", said)) and read_number(said) is None


def written(number: int | None, measure: str, words: str = "") -> str:
    """A number with its measure, «95,5 %», else the words."""
    if number is None:
        return words
    return f"{numbers.decimal(number)} {measure}".rstrip()
