"""What everybody does with their own account: leave, change the password, see and end their sign-ins."""

from datetime import timedelta

from recognition.accounts import rules, secrets, store
from recognition.accounts.terms import SignedIn, SignIn
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates

#: A vote or a signature asks for the password again after this long.
RENEW_AFTER = timedelta(minutes=5)


def sign_out(session: str) -> None:
    """End the sign-in whose stored hash is `session`; nothing happens when it has ended."""
    with transaction(None) as t:
        row = store.open_sign_in(t, session)
        if store.end_sign_in(t, session, dates.now_utc()) and row is not None:
            t.who = Actor(row["account_id"], row["name"])
            audit.note(t, Verb.SIGN_OUT, "account", row["account_id"])


def change_password(who: Actor, old: str | None, new: str, again: str, address: str, agent: str) -> SignedIn:
    """Choose a password; every other sign-in of the account ends, and this one gets a new token.

    `old` is asked for unless a one-time code led here. Raises Invalid: field → sentence.
    """
    with reading(who) as t:
        words = rules.context_words(who.name, who.user_name, store.office_names(t))
        stored = store.password_hash_of(t, who.account_id)
        account = store.get(t, who.account_id)
    faults: dict[str, str] = {}
    if not account.must_change and not secrets.password_fits(stored, old or ""):
        faults["old"] = "Mật khẩu hiện tại chưa đúng."
    if fault := rules.password_fault(new, words):
        faults["new"] = fault
    elif new != again:
        faults["again"] = "Hai lần nhập chưa giống nhau. Anh/chị nhập lại."
    elif old is not None and new == old:
        faults["new"] = "Mật khẩu mới giống mật khẩu hiện tại. Anh/chị chọn mật khẩu khác."
    if faults:
        raise Invalid(faults)
    hashed, token = secrets.password_hash(new), secrets.token()
    with transaction(who) as t:
        now = dates.now_utc()
        store.set_password(t, who.account_id, hashed, now)
        store.end_sign_ins(t, who.account_id, now)
        store.add_sign_in(t, secrets.token_hash(token), who.account_id, now, rules.rounded_seen(now), agent[:200], address)
        audit.note(t, Verb.CHANGE_PASSWORD, "account", who.account_id)
    return SignedIn(token, who.account_id, who.name, False)


def confirm_password(who: Actor, session: str, password: str) -> None:
    """The password once more, before a vote or a signature. Raises Invalid."""
    with reading(who) as t:
        stored = store.password_hash_of(t, who.account_id)
    if not secrets.password_fits(stored, password):
        raise Invalid({"password": "Mật khẩu chưa đúng. Anh/chị nhập lại."})
    with transaction(who) as t:
        store.renewed(t, session, dates.now_utc())


def confirmed_lately(session: str) -> bool:
    """Whether the password was given in the last five minutes of this sign-in."""
    with reading(None) as t:
        row = store.open_sign_in(t, session)
    return row is not None and dates.now_utc() - row["renewed_at"] < RENEW_AFTER


def my_sign_ins(who: Actor) -> list[SignIn]:
    """One's own sign-ins that still live, newest first."""
    now = dates.now_utc()
    with reading(who) as t:
        return [one for one in store.sign_ins(t, who.account_id) if rules.alive(one.created_at, one.seen_at, now)]


def end_sign_in(who: Actor, session: str) -> None:
    """End one of one's own sign-ins. Raises NotFound for somebody else's."""
    with transaction(who) as t:
        row = store.open_sign_in(t, session)
        if row is None or row["account_id"] != who.account_id:
            raise NotFound()
        store.end_sign_in(t, session, dates.now_utc())
        audit.note(t, Verb.SIGN_OUT, "account", who.account_id)
