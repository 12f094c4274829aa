"""What people typed, checked field by field: every wrong field gets its own sentence, all at once.

    check = Entry()
    name = check.line("name", form.name, "Tên đơn vị")
    start = check.day("from_date", form.from_date, "Ngày bắt đầu")
    check.done()  # raises Invalid with every sentence
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from recognition.hall.errors import Invalid
from recognition.hall.lengths import LINE, STORY, too_long
from vietnamese import dates, numbers
from vietnamese.text import clean, clean_multiline

Code = TypeVar("Code", bound=StrEnum)

_NEVER = date(1900, 1, 1)


class Entry:
    """Collects the sentences of one form. After a wrong field a harmless value is returned, so that checking goes on."""

    def __init__(self) -> None:
        self.wrong: dict[str, str] = {}

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; the first sentence stays."""
        self.wrong.setdefault(field, sentence)

    def done(self) -> None:
        """Raise Invalid when anything was refused."""
        if self.wrong:
            raise Invalid(self.wrong)

    def line(self, field: str, value: str | None, name: str, *, required: bool = True, most: int = LINE) -> str:
        """One line of text, tidied."""
        return self._sized(field, clean(value or ""), name, required, most)

    def story(self, field: str, value: str | None, name: str, *, required: bool = True, most: int = STORY) -> str:
        """Several lines of text, tidied."""
        return self._sized(field, clean_multiline(value or ""), name, required, most)

    def _sized(self, field: str, text: str, name: str, required: bool, most: int) -> str:
        if required and not text:
            self.refuse(field, f"Anh/chị chưa nhập {_lower(name)}.")
        if sentence := too_long(text, most, name):
            self.refuse(field, sentence)
        return text[:most]

    def day(self, field: str, value: date | str | None, name: str, *, latest: date | None = None) -> date:
        """A date that must be there; not after `latest` (usually today)."""
        found = self.maybe_day(field, value, name, latest=latest)
        if found is None:
            self.refuse(field, f"Anh/chị chưa nhập {_lower(name)}.")
            return _NEVER
        return found

    def maybe_day(self, field: str, value: date | str | None, name: str, *, latest: date | None = None) -> date | None:
        """A date or nothing; text is read as people write dates."""
        if isinstance(value, datetime):
            value = value.date()
        if value is None or (isinstance(value, str) and not clean(value)):
            return None
        if isinstance(value, str):
            try:
                value = dates.parse(value)
            except ValueError as wrong:
                self.refuse(field, str(wrong))
                return None
        if latest is not None and value > latest:
            self.refuse(field, f"{name} {dates.short(value)} chưa tới. Hôm nay là {dates.short(latest)}.")
        return value

    def order(self, field: str, start: date | None, end: date | None, names: tuple[str, str]) -> None:
        """The end does not come before the start."""
        if start is not None and end is not None and end < start:
            self.refuse(
                field,
                f"{names[1]} {dates.short(end)} trước {_lower(names[0])} {dates.short(start)}. Anh/chị xem lại hai ngày này.",
            )

    def choice(self, field: str, value: str | None, kinds: type[Code], name: str) -> Code:
        """One of the codes of `kinds`."""
        try:
            return kinds(value or "")
        except ValueError:
            self.refuse(field, f"Anh/chị chọn {_lower(name)} trong danh sách.")
            return next(iter(kinds))

    def whole(self, field: str, value: int | str | None, name: str, *, least: int = 0, most: int = 10**12) -> int:
        """A whole number within limits."""
        try:
            number = numbers.parse_integer(value) if isinstance(value, str) else value
        except ValueError as wrong:
            self.refuse(field, str(wrong))
            return least
        if number is None:
            self.refuse(field, f"Anh/chị chưa nhập {_lower(name)}.")
            return least
        if not least <= number <= most:
            self.refuse(field, f"{name} phải từ {numbers.integer(least)} đến {numbers.integer(most)}.")
            return least
        return number

    def at_least_one(self, field: str, values: Iterable[object], sentence: str) -> None:
        """Something was chosen."""
        if not any(values):
            self.refuse(field, sentence)


def _lower(name: str) -> str:
    """The field's name inside a sentence; abbreviations such as CCCD keep their capitals."""
    first = name.split(" ", 1)[0]
    return name if len(first) > 1 and first.isupper() else name[:1].lower() + name[1:]
