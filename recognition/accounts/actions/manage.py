"""What the administrator does: accounts, dated roles, one-time codes, closing and opening again."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from documents.facts import AccountSheet, AccountSlip
from documents.slips import account_slips
from recognition.accounts import rules, secrets, store
from recognition.accounts.terms import CODE_DAYS_SETTING, Account, RoleGrant, Slip
from recognition.hall import audit, permissions, settings
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.lengths import too_long
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text

_LONGEST_NAME = 120


def without_password(who: Actor) -> tuple[Account, ...]:
    """Open accounts whose owner has not chosen a password yet. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_ACCOUNTS)
    with reading(who) as t:
        return tuple(one for one in store.without_password(t) if one.id != who.account_id)


def slips_file(who: Actor, slips: Sequence[Slip], address: str) -> bytes:
    """The slips to cut out, as .docx. Raises NotAllowed, Invalid when there is nobody."""
    permissions.require(who, Verb.MANAGE_ACCOUNTS)
    if not slips:
        raise Invalid({"": "Chưa có ai để in phiếu. Anh/chị chọn ít nhất một người."})
    cut = tuple(AccountSlip(s.name, s.unit or s.roles, s.user_name, s.code, dates.to_local(s.expires_at)) for s in slips)
    return account_slips(AccountSheet(cut, address, dates.today()))


def find(who: Actor, words: str = "", *, role: Role | None = None, disabled: bool = False, page: Page = Page()) -> Found[Account]:  # noqa: B008 - frozen
    """Accounts by name, user name or e-mail, without diacritics. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_ACCOUNTS)
    with reading(who) as t:
        rows, total = store.find(t, text.like_pattern(words), role, disabled, dates.today(), page.limit, page.offset)
    return Found(tuple(rows), total)


def get(who: Actor, account_id: UUID) -> Account:
    """One account with every role it ever had. Raises NotAllowed, NotFound."""
    permissions.require(who, Verb.MANAGE_ACCOUNTS)
    with reading(who) as t:
        return store.get(t, account_id)


def suggest_user_name(who: Actor, name: str) -> str:
    """A free name to sign in with, made from a person's name."""
    permissions.require(who, Verb.MANAGE_ACCOUNTS)
    with reading(who) as t:
        return rules.suggested_user_name(name, store.user_names(t, rules.suggested_user_name(name)))


def create_account(
    who: Actor,
    user_name: str,
    name: str,
    *,
    email: str = "",
    person_id: UUID | None = None,
    roles: Sequence[tuple[Role, UUID | None, UUID | None]] = (),
    key: UUID | None = None,
) -> Slip:
    """A new account with its roles from today and a one-time code, which is shown this once.

    `roles`: (role, unit, issuer). Raises NotAllowed, Invalid, AlreadyDone (ask for a new code then).
    """
    user_name, name, email = user_name.strip().lower(), text.clean(name), email.strip()
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        _check(t, user_name, name, email)
        account_id = uuid4()
        store.add(t, account_id, user_name, name, email, person_id, dates.now_utc())
        for role, unit_id, issuer_id in roles:
            _grant(t, account_id, role, unit_id, issuer_id, dates.today(), None)
        slip = _code(t, account_id)
        account = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, after=account, detail=f"Lập tài khoản {user_name}.")
        t.result = str(account_id)
        return slip


def _check(t: Transaction, user_name: str, name: str, email: str) -> None:
    faults = _name_faults(name, email)
    if fault := rules.user_name_fault(user_name):
        faults["user_name"] = fault
    elif store.secrets_of(t, user_name) is not None:
        free = rules.suggested_user_name(name, store.user_names(t, rules.suggested_user_name(name)))
        faults["user_name"] = f"Tên đăng nhập «{user_name}» đã có người dùng. Anh/chị chọn tên khác, ví dụ {free}."
    if faults:
        raise Invalid(faults)


def _name_faults(name: str, email: str) -> dict[str, str]:
    faults: dict[str, str] = {}
    if not name:
        faults["name"] = "Anh/chị nhập họ và tên."
    elif sentence := too_long(name, _LONGEST_NAME, "Họ và tên"):
        faults["name"] = sentence
    if email and ("@" not in email or " " in email or len(email) > 200):
        faults["email"] = "Địa chỉ thư chưa đúng dạng, ví dụ ten@coquan.vn. Không có thì để trống."
    return faults


def change_account(who: Actor, account_id: UUID, version: int, name: str, email: str, person_id: UUID | None, key: UUID | None = None) -> Account:
    """Another name, e-mail or person. Raises NotAllowed, NotFound, Invalid, Stale."""
    name, email = text.clean(name), email.strip()
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        before = store.get(t, account_id)
        if faults := _name_faults(name, email):
            raise Invalid(faults)
        store.change(t, account_id, version, name, email, person_id, before.user_name)
        after = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, before=before, after=after)
        t.result = str(account_id)
        return after


def grant_role(
    who: Actor,
    account_id: UUID,
    role: Role,
    *,
    unit_id: UUID | None = None,
    issuer_id: UUID | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
    key: UUID | None = None,
) -> Account:
    """One more role, from today unless told otherwise. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        before = store.get(t, account_id)
        _grant(t, account_id, role, unit_id, issuer_id, from_date or dates.today(), to_date)
        after = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, before=before, after=after, detail=f"Giao vai trò {role.label}.")
        t.result = str(account_id)
        return after


def _grant(t: Transaction, account_id: UUID, role: Role, unit_id: UUID | None, issuer_id: UUID | None, start: date, end: date | None) -> None:
    faults = rules.check_role(role, unit_id, issuer_id, start, end)
    held = [g for g in store.roles_of(t, [account_id]) if (g.role, g.unit_id, g.issuer_id) == (role, unit_id, issuer_id)]
    if any(g.to_date is None or g.to_date >= start for g in held):
        faults["role"] = f"Tài khoản đã có vai trò «{role.label}» ở nơi này. Không cần giao lần nữa."
    if faults:
        raise Invalid(faults)
    store.add_role(t, RoleGrant(uuid4(), account_id, role, unit_id, issuer_id, start, end))


def end_role(who: Actor, account_id: UUID, role_id: UUID, *, last_day: date | None = None, key: UUID | None = None) -> Account:
    """A role ends: yesterday was its last day, unless a later one is named. Raises NotAllowed, NotFound, Invalid."""
    on = last_day or dates.today() - timedelta(days=1)
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        before = store.get(t, account_id)
        role = next((g for g in before.roles if g.id == role_id), None)
        if role is None:
            raise NotFound()
        if role.role is Role.ADMINISTRATOR:
            _keep_one_administrator(t, account_id)
        store.end_role(t, role_id, on)
        after = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, before=before, after=after, detail=f"Thôi vai trò {role.role.label}.")
        t.result = str(account_id)
        return after


def _keep_one_administrator(t: Transaction, account_id: UUID) -> None:
    if fault := rules.may_end_administrator(store.other_administrators(t, account_id, dates.today())):
        raise Invalid({"": fault})


def new_code(who: Actor, account_id: UUID, key: UUID | None = None) -> Slip:
    """Reset: the old password, every sign-in and access key end, a new code leads to a new password. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        account = store.get(t, account_id)
        if account.disabled_at is not None:
            raise Invalid({"": "Tài khoản này đang khoá. Anh/chị mở lại trước khi cấp mã."})
        now = dates.now_utc()
        store.mark_reset(t, account_id, who.account_id, now)
        store.end_sign_ins(t, account_id, now)
        store.end_keys(t, account_id, now)
        slip = _code(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, detail=f"Cấp mã mới cho {account.user_name}.")
        t.result = str(account_id)
        return slip


def new_codes(who: Actor, account_ids: Sequence[UUID], key: UUID | None = None) -> tuple[Slip, ...]:
    """New codes for several accounts, all or none. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        made = tuple(new_code(who, account_id) for account_id in account_ids)
        t.result = str(len(made))
        return made


def _code(t: Transaction, account_id: UUID) -> Slip:
    account, now = store.get(t, account_id), dates.now_utc()
    expires = now + timedelta(days=rules.code_days(settings.value(t, CODE_DAYS_SETTING)))
    code = secrets.code()
    store.add_code(t, account_id, secrets.code_hash(str(account_id), code), now, expires)
    unit = next((store.unit_name(t, g.unit_id) for g in account.roles if g.unit_id is not None), "")
    labels = ", ".join(dict.fromkeys(g.role.label for g in account.roles))
    return Slip(account_id, account.name, account.user_name, rules.shown_code(code), expires, unit, labels)


def disable(who: Actor, account_id: UUID, version: int, key: UUID | None = None) -> Account:
    """Close an account: every sign-in and access key of it ends. Raises NotAllowed, NotFound, Invalid, Stale."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        before, now = store.get(t, account_id), dates.now_utc()
        if account_id == who.account_id:
            raise Invalid({"": "Anh/chị không tự khoá tài khoản của mình. Nhờ một người quản trị khác."})
        if any(g.role is Role.ADMINISTRATOR and rules.in_force(g.from_date, g.to_date, dates.today()) for g in before.roles):
            _keep_one_administrator(t, account_id)
        store.set_disabled(t, account_id, version, now)
        store.end_sign_ins(t, account_id, now)
        store.end_keys(t, account_id, now)
        after = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, before=before, after=after, detail=f"Khoá tài khoản {before.user_name}.")
        t.result = str(account_id)
        return after


def enable(who: Actor, account_id: UUID, version: int, key: UUID | None = None) -> Account:
    """Open a closed account again. Raises NotAllowed, NotFound, Stale."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_ACCOUNTS)
        before = store.get(t, account_id)
        store.set_disabled(t, account_id, version, None)
        after = store.get(t, account_id)
        audit.note(t, Verb.MANAGE_ACCOUNTS, "account", account_id, before=before, after=after, detail=f"Mở lại tài khoản {before.user_name}.")
        t.result = str(account_id)
        return after


