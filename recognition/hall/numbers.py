"""Running numbers of cases, one series each (VT-2026, MH-2026, PT-2026), taken inside the transaction that uses them."""

from recognition.hall.transaction import Transaction


def next_number(t: Transaction, series: str) -> int:
    """The next number of a series, beginning at 1. A transaction that fails gives it back."""
    if not t.run("update case_number set last = last + 1 where series = $1", series):
        t.run("insert into case_number (series, last) values ($1, 1)", series)
    return int(t.value("select last from case_number where series = $1", series))
