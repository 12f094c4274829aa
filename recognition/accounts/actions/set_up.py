"""The very first account. Afterwards accounts come from an administrator."""

from uuid import UUID, uuid4

from recognition.accounts import rules, secrets, store
from recognition.accounts.terms import RoleGrant
from recognition.hall import audit
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text


def needs_set_up() -> bool:
    """Whether nobody has an account yet."""
    with reading(None) as t:
        return not store.any_account(t)


def administrator_faults(user_name: str, name: str, password: str, again: str, offices: tuple[str, ...] = ()) -> dict[str, str]:
    """Faults of the first administrator's form: field → sentence."""
    faults: dict[str, str] = {}
    if not text.clean(name):
        faults["name"] = "Anh/chị nhập họ và tên."
    if fault := rules.user_name_fault(user_name.strip().lower()):
        faults["user_name"] = fault
    if fault := rules.password_fault(password, rules.context_words(name, user_name, offices)):
        faults["password"] = fault
    elif password != again:
        faults["again"] = "Hai lần nhập chưa giống nhau. Anh/chị nhập lại."
    return faults


def first_administrator(user_name: str, name: str, password: str, again: str) -> UUID:
    """The first administrator, with a password of their own. Raises NotAllowed once somebody has an account, Invalid."""
    if faults := administrator_faults(user_name, name, password, again):
        raise Invalid(faults)
    hashed = secrets.password_hash(password)
    with transaction(None) as t:
        if store.any_account(t):
            raise NotAllowed("Phần mềm đã được thiết lập. Anh/chị đăng nhập bằng tài khoản đã có.")
        account_id, now = uuid4(), dates.now_utc()
        store.add(t, account_id, user_name.strip().lower(), text.clean(name), "", None, now)
        store.set_password(t, account_id, hashed, now)
        store.add_role(t, RoleGrant(uuid4(), account_id, Role.ADMINISTRATOR, None, None, dates.today(), None))
        audit.note(t, Verb.SET_UP, "account", account_id, after=store.get(t, account_id))
        return account_id
