"""The council's session, the decisions, the certificates of the sample."""

from datetime import date

from recognition.sample.cases import Year

SESSION_DAY = date(2026, 10, 23)


def decide(year: Year) -> None:
    """A finished session of nine, a decision with sixty awards, certificates; spot commendations month by month."""


def latest(year: Year) -> None:
    """What happened after the decision."""
