"""Keys with which another program of the office reads, and never writes, what a key's owner may see."""

from datetime import timedelta
from uuid import UUID, uuid4

from recognition.accounts import rules, secrets, store
from recognition.accounts.actions.actors import built
from recognition.accounts.actions.set_up import is_sample
from recognition.accounts.terms import AccessKey, MadeKey
from recognition.hall import audit, permissions, settings
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text

_KIND = "access_key"
_SETTING = "interface.open"
_PREFIX = "gs_"
_LONGEST = 100


def interface_open() -> bool:
    """Whether other programs may read at all: closed until an administrator opens it."""
    with reading(None) as t:
        return settings.value(t, _SETTING) == "1"


def set_interface(who: Actor, opened: bool, key: UUID | None = None) -> bool:
    """Let other programs read, or let them no longer; keys stay and open nothing meanwhile. Raises NotAllowed."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_SETTINGS)
        settings.keep(t, _SETTING, "1" if opened else "0")
        audit.note(t, Verb.MANAGE_SETTINGS, "setting", None, detail="Mở kết nối chương trình khác." if opened else "Đóng kết nối chương trình khác.")
        t.result = str(opened)
    return opened


def make_access_key(who: Actor, name: str, days: int, password: str, key: UUID | None = None) -> MadeKey:
    """A key for another program, which reads what `who` may see for so many days.

    The password is asked for once more; the people of the sample have none.

    Raises NotAllowed, Invalid (on `name`, `days`, `password`).
    """
    permissions.require(who, Verb.MAKE_ACCESS_KEY)
    name, today, words = text.clean(name), dates.today(), f"{_PREFIX}{secrets.token()}"
    with reading(who) as t:
        stored = store.password_hash_of(t, who.account_id)
    known = secrets.password_fits(stored, password) or is_sample()
    wrong = {} if known else {"password": "Mật khẩu chưa đúng. Anh/chị nhập lại."}
    with transaction(who, key) as t:
        if settings.value(t, _SETTING) != "1":
            raise Invalid({"": "Người quản trị chưa mở kết nối với chương trình khác nên chưa cấp khoá được."})
        alive = sum(one.alive(today) for one in store.keys_of(t, who.account_id))
        refuse({**rules.access_key_faults(name, days, alive), **wrong})
        made = uuid4()
        store.add_key(t, made, who.account_id, name, secrets.token_hash(words), dates.now_utc(), today + timedelta(days=days))
        after = store.one_key(t, made)
        audit.note(t, Verb.MAKE_ACCESS_KEY, _KIND, made, after=after, detail=f"Cấp khoá truy cập cho «{name}», dùng đến {dates.short(after.ends_on)}.")
        t.result = str(made)
    return MadeKey(words, after)


def end_access_key(who: Actor, key_id: UUID, key: UUID | None = None) -> AccessKey:
    """One's own key, or as administrator anybody's, opens nothing any more. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        before = store.one_key(t, key_id)
        if before.account_id != who.account_id:
            permissions.require(who, Verb.END_ACCESS_KEY)
        if store.end_key(t, key_id, dates.now_utc()):
            audit.note(t, Verb.END_ACCESS_KEY, _KIND, key_id, before=before, detail=f"Huỷ khoá truy cập của «{before.name}».")
        t.result = str(key_id)
        return store.one_key(t, key_id)


def my_access_keys(who: Actor) -> list[AccessKey]:
    """One's own keys that still open something, the newest first."""
    with reading(who) as t:
        return [one for one in store.keys_of(t, who.account_id) if one.alive(dates.today())]


def access_keys(who: Actor) -> list[AccessKey]:
    """Everybody's keys that still open something. Raises NotAllowed."""
    permissions.require(who, Verb.END_ACCESS_KEY)
    with reading(who) as t:
        return store.keys_alive(t, dates.today())


def reader(words: str) -> Actor | None:
    """Whom a program reads for; None for a key that opens nothing, and while the interface is closed.

    Roles are those of today. A council's papers, votes, sheets to score and the administrator's lists are for people, not for programs.
    """
    if not words.startswith(_PREFIX) or len(words) > _LONGEST:
        return None
    today = dates.today()
    with reading(None) as t:
        row = store.whose_key(t, secrets.token_hash(words)) if settings.value(t, _SETTING) == "1" else None
        if row is None or row["ended_at"] is not None or row["ends_on"] < today or row["must_change"]:
            return None
        whole = built(t, row)
    if row["used_on"] != today:
        with transaction(None) as t:
            store.key_used(t, row["key_id"], today)
    grants = frozenset(grant for grant in whole.grants if grant.role is not Role.ADMINISTRATOR)
    return Actor(whole.account_id, whole.name, whole.user_name, whole.person_id, grants)
