"""Somebody leaves: their open work goes to somebody else. Each later room says how its own work is handed over."""

from collections.abc import Callable
from uuid import UUID

from recognition.accounts import store
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb

#: (transaction, from, to) → how many were handed over; `to` None only counts.
HandOver = Callable[[Transaction, UUID, UUID | None], int]

_hooks: dict[str, HandOver] = {}


def on_hand_over(what: str, hook: HandOver) -> None:
    """Register how one kind of open work is handed over: `what` is its Vietnamese word, such as «hồ sơ đề nghị»."""
    _hooks[what] = hook


def open_work(who: Actor, account_id: UUID) -> dict[str, int]:
    """What an account still has in hand: word → number. Raises NotAllowed."""
    permissions.require(who, Verb.HAND_OVER)
    with reading(who) as t:
        return {what: hook(t, account_id, None) for what, hook in _hooks.items()}


def hand_over(who: Actor, from_account: UUID, to_account: UUID, key: UUID | None = None) -> dict[str, int]:
    """Give all open work of one account to another, all or nothing. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.HAND_OVER)
        giver, taker = store.get(t, from_account), store.get(t, to_account)
        if from_account == to_account:
            raise Invalid({"to": "Người giao và người nhận là một. Anh/chị chọn người nhận khác."})
        if taker.disabled_at is not None:
            raise Invalid({"to": f"Tài khoản của {taker.name} đang khoá. Anh/chị chọn người nhận khác."})
        moved = {what: hook(t, from_account, to_account) for what, hook in _hooks.items()}
        told = ", ".join(f"{number} {what}" for what, number in moved.items() if number) or "không có việc nào đang mở"
        audit.note(t, Verb.HAND_OVER, "account", from_account, after=moved, detail=f"{giver.name} bàn giao cho {taker.name}: {told}.")
        t.result = str(from_account)
        return moved
