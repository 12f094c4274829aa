"""What a row's cells mean by themselves: whom it praises, born when, for what."""

from datetime import date

from recognition.catalogue.terms import RecipientKind
from recognition.lists import fields, rules
from recognition.lists.terms import Batch, Row
from vietnamese import dates


def kind_of(row: Row) -> RecipientKind | None:
    """What the row praises, None when nobody can tell."""
    code = fields.KINDS.get(row.fields.get("kind", ""))
    return RecipientKind(code) if code else None


def birth_of(row: Row) -> tuple[date | None, int | None]:
    """The whole birth date, or the year alone."""
    try:
        return date.fromisoformat(row.fields.get("birth_date", "")), None
    except ValueError:
        said = str(row.fields.get("birth_year", ""))
        return None, int(said) if said.isdigit() else None


def title_of(batch: Batch, row: Row) -> tuple[str, str]:
    """The achievement in one sentence, and where it comes from."""
    for name, whence in (("title", "ô riêng"), ("model", "tên mô hình")):
        if row.fields.get(name):
            return row.fields[name], whence
    if batch.title:
        return batch.title, "câu chung của danh sách"
    return rules.first_sentence(row.fields.get("achievement", "")), "câu đầu của thành tích"


def day_text(value: str) -> str:
    """An ISO date as people write it; anything else as it is."""
    try:
        return dates.short(date.fromisoformat(value))
    except ValueError:
        return value
