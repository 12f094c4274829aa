"""Whoever leaves hands their open cases over."""

from uuid import UUID

from recognition.accounts import actions as accounts
from recognition.hall.transaction import Transaction
from recognition.nominations.store import cases


def _hand_over(t: Transaction, giver: UUID, taker: UUID | None) -> int:
    """How many open cases an account has; with a taker they become theirs."""
    return cases.open_of(t, giver) if taker is None else cases.hand_over(t, giver, taker)


accounts.on_hand_over("hồ sơ đề nghị", _hand_over)
