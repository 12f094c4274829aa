"""How long a typed text may be: one rule and one sentence, wherever something is typed. Nothing is cut and nothing is lost."""

from vietnamese import numbers

#: A name or a title fits on a paper, a reason on a quarter of a page, a story on two pages.
LINE, REASON, STORY = 300, 1_000, 10_000


def too_long(value: str, limit: int, what: str) -> str | None:
    """The sentence for a text over its limit, or None."""
    if len(value) <= limit:
        return None
    return f"{what} dài {numbers.integer(len(value))} ký tự, quá {numbers.integer(limit)} ký tự. Anh/chị rút gọn lại."


def bounded(*texts: tuple[str, str | None, int, str]) -> dict[str, str]:
    """Field → sentence of the texts that are too long; each one: field, what was typed (None: nothing), limit, what it is."""
    return {field: sentence for field, value, limit, what in texts if value and (sentence := too_long(value, limit, what))}


def needed(field: str, value: str, missing: str, what: str = "Lý do", limit: int = REASON) -> dict[str, str]:
    """Field → sentence of a text that must be there: `missing` when it is not, else how much too long it is."""
    return bounded((field, value, limit, what)) if value else {field: missing}
