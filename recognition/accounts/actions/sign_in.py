"""Signing in, by password or by a one-time code; and whether a sign-in still lives."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from recognition.accounts import rules, secrets, store
from recognition.accounts.actions.own import RENEW_AFTER
from recognition.accounts.terms import SignedIn
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates

_LONGEST_AGENT = 200
#: How long ended sign-ins and codes lie in their tables.
_KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Live:
    """An open sign-in: whose, its stored hash, when it was used last, and whether the password was given in the last minutes."""

    account_id: UUID
    session: str
    must_change: bool
    confirmed: bool
    seen_at: datetime
    name: str
    user_name: str
    person_id: UUID | None


def live(token: str) -> Live | None:
    """The sign-in behind a cookie; None when it never was, has ended, or its account is closed."""
    if not token or len(token) > 100:
        return None
    hashed = secrets.token_hash(token)
    with reading(None) as t:
        row = store.open_sign_in(t, hashed)
    now = dates.now_utc()
    if row is None or not rules.alive(row["created_at"], row["seen_at"], now):
        return None
    return Live(
        row["account_id"], hashed, bool(row["must_change"]), now - row["renewed_at"] < RENEW_AFTER, row["seen_at"], row["name"], row["user_name"],
        row["person_id"],
    )  # fmt: skip


def sign_in(user_name: str, password: str, address: str, agent: str) -> SignedIn:
    """Check the password and begin a sign-in.

    Raises Invalid with one sentence (the same for an unknown user), Busy when too many try at once.
    """
    typed, now = user_name.strip().lower(), dates.now_utc()
    with transaction(None) as t:
        try_id = _admitted(t, typed, address, now)
        found = store.secrets_of(t, typed)
    good = secrets.password_fits(found["password_hash"] if found else None, password)
    if not good or found is None or found["disabled_at"] is not None:
        raise Invalid({"": _wrong(typed, now, try_id, "Tên đăng nhập hoặc mật khẩu chưa đúng.", "Quên mật khẩu: xin mã mới ở người quản trị.")})
    fresh = secrets.password_hash(password) if secrets.needs_new_hash(found["password_hash"]) else None
    with transaction(None) as t:
        if fresh is not None:
            store.renew_hash(t, found["id"], fresh)
        return begin(t, found, try_id, address, agent)


def use_code(user_name: str, code: str, address: str, agent: str) -> SignedIn:
    """Begin a sign-in with a one-time code: it leads to choosing a password and to nothing else.

    Raises Invalid with one sentence, whatever is wrong.
    """
    typed, now = user_name.strip().lower(), dates.now_utc()
    with transaction(None) as t:
        try_id = _admitted(t, typed, address, now)
    with transaction(None) as t:
        found = store.secrets_of(t, typed)
        if found is not None and found["disabled_at"] is None:
            hashed = secrets.code_hash(str(found["id"]), rules.typed_code(code))
            if store.use_code(t, found["id"], hashed, now):
                return begin(t, found, try_id, address, agent)
    raise Invalid({"": _wrong(typed, now, try_id, "Tên đăng nhập hoặc mã chưa đúng, hoặc mã đã dùng hay đã hết hạn.", "Anh/chị xin mã mới ở người quản trị.")})


def _admitted(t: Transaction, typed: str, address: str, now: datetime) -> UUID:
    """Note the try, unless it must wait. Raises Invalid."""
    if store.wrong_from(t, address, now - timedelta(minutes=1)) >= rules.ADDRESS_TRIES_PER_MINUTE:
        raise Invalid({"": "Từ máy này đã có quá nhiều lần đăng nhập trong một phút. Anh/chị đợi một phút rồi thử lại."})
    if store.wrong_everywhere(t, now - timedelta(seconds=1)) >= rules.GLOBAL_TRIES_PER_SECOND:
        raise Invalid({"": "Đang có nhiều người đăng nhập cùng lúc. Anh/chị thử lại sau vài giây."})
    key = secrets.account_key(typed)
    failed, last = store.failures(t, key, now - rules.TRIES_WINDOW)
    if last is not None:
        left = rules.wait_seconds(failed) - int((now - last).total_seconds())
        if left > 0:
            raise Invalid({"": f"Tên này đã thử sai {failed} lần. Anh/chị đợi {left} giây rồi thử lại, hoặc xin mã mới ở người quản trị."})
    return store.add_try(t, key, address, now)


def _wrong(typed: str, now: datetime, try_id: UUID, what: str, next_step: str) -> str:
    with transaction(None) as t:
        store.try_failed(t, try_id)
        failed, _ = store.failures(t, secrets.account_key(typed), now - rules.TRIES_WINDOW)
    left = rules.tries_left(failed)
    if left > 0:
        return f"{what} Còn thử được {left} lần trước khi phải đợi. {next_step}"
    return f"{what} Lần thử sau phải đợi {rules.wait_seconds(failed)} giây. {next_step}"


def begin(t: Transaction, found: dict[str, Any], try_id: UUID | None, address: str, agent: str) -> SignedIn:
    """A sign-in begins inside a transaction: for actions that have checked who it is."""
    if try_id is not None:
        store.try_succeeded(t, try_id)
    now, token = dates.now_utc(), secrets.token()
    store.forget_tries(t, now - timedelta(days=2))
    store.forget_sign_ins(t, now - _KEPT)
    store.add_sign_in(t, secrets.token_hash(token), found["id"], now, rules.rounded_seen(now), agent[:_LONGEST_AGENT], address)
    t.who = Actor(found["id"], found["name"])
    audit.note(t, Verb.SIGN_IN, "account", found["id"])
    return SignedIn(token, found["id"], found["name"], bool(found["must_change"]))
