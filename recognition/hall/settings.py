"""Settings of the whole installation: a key and a text each."""

from recognition.hall.transaction import Transaction


def value(t: Transaction, key: str) -> str | None:
    """One setting; None when it was never kept."""
    found: str | None = t.value("select value from setting where key = $1", key)
    return found


def keep(t: Transaction, key: str, to: str) -> None:
    """Keep one setting."""
    if not t.run("update setting set value = $2, version = version + 1 where key = $1", key, to):
        t.run("insert into setting (key, value, version) values ($1, $2, 1)", key, to)
