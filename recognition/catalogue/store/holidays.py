"""Days off, and weekend days declared working."""

from datetime import date

from recognition.catalogue.terms import Holiday
from recognition.hall.transaction import Transaction


def everything(t: Transaction) -> tuple[Holiday, ...]:
    """All days, in order."""
    rows = t.all("select day, name, working from holiday order by day")
    return tuple(Holiday(row["day"], row["name"], bool(row["working"])) for row in rows)


def get(t: Transaction, day: date) -> Holiday | None:
    """One day."""
    row = t.one("select day, name, working from holiday where day = $1", day)
    return None if row is None else Holiday(row["day"], row["name"], bool(row["working"]))


def insert(t: Transaction, holiday: Holiday) -> None:
    """A new day."""
    t.run("insert into holiday (day, name, working) values ($1, $2, $3)", holiday.day, holiday.name, int(holiday.working))


def remove(t: Transaction, day: date) -> int:
    """Take a day out; how many rows went."""
    return t.run("delete from holiday where day = $1", day)
