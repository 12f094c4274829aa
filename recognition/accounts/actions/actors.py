"""Who acts, built anew at every run from what is stored now."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.accounts import rules, store
from recognition.accounts.actions.sign_in import Live
from recognition.hall.actor import Actor, Grant
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role
from vietnamese import dates


def actor_for(account_id: UUID) -> Actor:
    """The account as it may act today. Raises NotFound when there is none or it is closed."""
    with reading(None) as t:
        account = store.get(t, account_id)
        row = {
            "account_id": account.id, "name": account.name, "user_name": account.user_name, "person_id": account.person_id,
            "must_change": account.must_change,
        }
        if account.disabled_at is not None:
            return Actor(account.id, account.name, account.user_name, account.person_id)
        return built(t, row)


def current(session: str) -> Actor | None:
    """The actor of an open sign-in (its stored hash); None when it has ended. Slides the idle end."""
    now = dates.now_utc()
    with reading(None) as t:
        row = store.open_sign_in(t, session)
        if row is None or not rules.alive(row["created_at"], row["seen_at"], now):
            return None
        actor = built(t, row)
    _slide(session, row["seen_at"], now)
    return actor


def acting(live: Live) -> Actor:
    """The actor of a sign-in that the gate has looked up for this very request. Slides the idle end."""
    with reading(None) as t:
        actor = built(t, asdict(live))
    _slide(live.session, live.seen_at, dates.now_utc())
    return actor


def _slide(session: str, seen_at: datetime, now: datetime) -> None:
    moment = rules.rounded_seen(now)
    if moment > seen_at:
        with transaction(None) as t:
            store.seen(t, session, moment)


def place_line(who: Actor) -> str:
    """Where somebody acts, in words: the first issuer's name, else the first unit's, with how many more."""
    issuers = [grant.issuer_id for grant in who.grants if grant.issuer_id is not None]
    units = [grant.unit_id for grant in who.grants if grant.unit_id is not None]
    with reading(who) as t:
        names = store.issuer_names(t, issuers) or store.unit_names(t, units)
    if len(names) > 1:
        return f"{names[0]} và {len(names) - 1} nơi khác"
    return names[0] if names else ""


def built(t: Transaction, row: dict[str, Any]) -> Actor:
    """The actor of an account's row, with the rights of today."""
    today = dates.today()
    grants = frozenset(_grant(t, held) for held in store.roles_today(t, row["account_id"], today))
    tells, sent = store.sits_as(t, row["account_id"], today)
    return Actor(
        row["account_id"], row["name"], row["user_name"], row["person_id"], grants,
        store.memberships(t, row["account_id"], row["person_id"], today), tells, store.assigned(t, row["account_id"]),
        must_change_password=bool(row["must_change"]), stands_in=sent,
    )


def _grant(t: Transaction, held: dict[str, Any]) -> Grant:
    below = store.units_below(t, held["unit_id"]) if held["unit_id"] is not None else frozenset()
    return Grant(Role(held["role"]), held["unit_id"], held["issuer_id"], below)
