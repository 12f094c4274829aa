"""SQL of accounts and their roles."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.accounts.terms import Account, RoleGrant
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role
from vietnamese import names, text

_COLUMNS = "id, user_name, name, email, person_id, password_hash, must_change, disabled_at, reset_at, version"


def _account(row: Mapping[str, Any], roles: Iterable[RoleGrant] = ()) -> Account:
    return Account(
        row["id"], row["user_name"], row["name"], row["email"] or "", row["person_id"], row["password_hash"] is not None,
        bool(row["must_change"]), row["disabled_at"], row["reset_at"], row["version"], tuple(roles),
    )


def _search(name: str, user_name: str, email: str) -> str:
    return text.search_key(f"{name} {user_name} {email}")


def get(t: Transaction, account_id: UUID) -> Account:
    """One account with its roles. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from account where id = $1", account_id)
    if row is None:
        raise NotFound()
    return _account(row, roles_of(t, [account_id]))


def secrets_of(t: Transaction, user_name: str) -> dict[str, Any] | None:
    """What sign-in compares: id, name, password_hash, must_change, disabled_at."""
    return t.one("select id, name, password_hash, must_change, disabled_at from account where user_name = $1", user_name)


def password_hash_of(t: Transaction, account_id: UUID) -> str | None:
    """The stored hash of an account's password."""
    found: str | None = t.value("select password_hash from account where id = $1", account_id)
    return found


def find(t: Transaction, pattern: str, role: Role | None, disabled: bool, today: date, limit: int, offset: int) -> tuple[list[Account], int]:
    """Accounts whose search text fits, with all their roles; and how many there are."""
    where = """
        search like $1 escape '\\' and ((disabled_at is not null) = $2)
        and ($3::text is null or exists (
            select 1 from account_role r where r.account_id = account.id and r.role = $3::text
              and r.from_date <= $4 and (r.to_date is null or r.to_date >= $4)))
    """
    parameters = (pattern, disabled, role.value if role else None, today)
    total: int = t.value(f"select count(*) from account where {where}", *parameters)
    rows = t.all(
        f"select {_COLUMNS} from account where {where} order by name_sort, user_name, id limit $5 offset $6",
        *parameters, limit, offset,
    )
    held: dict[UUID, list[RoleGrant]] = {}
    for grant in roles_of(t, [row["id"] for row in rows]):
        held.setdefault(grant.account_id, []).append(grant)
    return [_account(row, held.get(row["id"], ())) for row in rows], total


def without_password(t: Transaction) -> list[Account]:
    """Open accounts without a password, by name."""
    rows = t.all(f"select {_COLUMNS} from account where password_hash is null and disabled_at is null order by name_sort, user_name, id")
    return [_account(row) for row in rows]


def roles_of(t: Transaction, account_ids: list[UUID]) -> list[RoleGrant]:
    """Every role that the accounts ever had, newest first, with the name of where it holds."""
    if not account_ids:
        return []
    rows = t.all(
        """
        select r.id, r.account_id, r.role, r.unit_id, r.issuer_id, r.from_date, r.to_date, coalesce(n.name, i.name, '') as place
        from account_role r
        left join v_unit_name n on n.unit_id = r.unit_id
        left join issuer i on i.id = r.issuer_id
        where r.account_id = any($1)
        order by r.from_date desc, r.role, r.id
        """,
        account_ids,
    )
    return [
        RoleGrant(r["id"], r["account_id"], Role(r["role"]), r["unit_id"], r["issuer_id"], r["from_date"], r["to_date"], r["place"])
        for r in rows
    ]


def user_names(t: Transaction, stem: str) -> list[str]:
    """User names that begin with `stem`."""
    rows = t.all("select user_name from account where user_name like $1 escape '\\' order by user_name", text.like_pattern(stem).lstrip("%"))
    return [row["user_name"] for row in rows]


def add(t: Transaction, account_id: UUID, user_name: str, name: str, email: str, person_id: UUID | None, now: datetime) -> None:
    """A new account without password or role."""
    t.run(
        """
        insert into account (id, user_name, name, email, person_id, password_hash, must_change, disabled_at, created_at, password_at,
            reset_by, reset_at, search, name_sort, version)
        values ($1, $2, $3, $4, $5, null, 1, null, $6, null, null, null, $7, $8, 1)
        """,
        account_id, user_name, name, email or None, person_id, now, _search(name, user_name, email), names.name_sort(name),
    )


def change(t: Transaction, account_id: UUID, version: int, name: str, email: str, person_id: UUID | None, user_name: str) -> None:
    """New name, e-mail or person. Raises Stale."""
    changed = t.run(
        """
        update account set name = $3, email = $4, person_id = $5, search = $6, name_sort = $7, version = version + 1
        where id = $1 and version = $2
        """,
        account_id, version, name, email or None, person_id, _search(name, user_name, email), names.name_sort(name),
    )
    if changed == 0:
        raise Stale()


def set_disabled(t: Transaction, account_id: UUID, version: int, at: datetime | None) -> None:
    """Close an account, or open it again. Raises Stale."""
    if t.run("update account set disabled_at = $3, version = version + 1 where id = $1 and version = $2", account_id, version, at) == 0:
        raise Stale()


def set_password(t: Transaction, account_id: UUID, hashed: str, now: datetime) -> None:
    """A password that its owner chose."""
    t.run("update account set password_hash = $2, must_change = 0, password_at = $3, version = version + 1 where id = $1", account_id, hashed, now)


def renew_hash(t: Transaction, account_id: UUID, hashed: str) -> None:
    """The same password under today's settings."""
    t.run("update account set password_hash = $2 where id = $1", account_id, hashed)


def mark_reset(t: Transaction, account_id: UUID, by: UUID | None, now: datetime) -> None:
    """The password counts no more; a code leads to a new one."""
    t.run(
        "update account set password_hash = null, must_change = 1, reset_by = $2, reset_at = $3, version = version + 1 where id = $1",
        account_id, by, now,
    )


def add_role(t: Transaction, grant: RoleGrant) -> None:
    """One dated role."""
    t.run(
        "insert into account_role (id, account_id, role, unit_id, issuer_id, from_date, to_date) values ($1, $2, $3, $4, $5, $6, $7)",
        grant.id, grant.account_id, grant.role.value, grant.unit_id, grant.issuer_id, grant.from_date, grant.to_date,
    )


def end_role(t: Transaction, role_id: UUID, on: date) -> int:
    """Set a role's last day; how many were still open."""
    return t.run("update account_role set to_date = $2 where id = $1 and (to_date is null or to_date > $2)", role_id, on)


def other_administrators(t: Transaction, account_id: UUID, today: date) -> int:
    """How many other open accounts may keep accounts today."""
    found: int = t.value(
        """
        select count(distinct a.id) from account a join account_role r on r.account_id = a.id
        where a.id <> $1 and a.disabled_at is null and r.role = 'administrator'
          and r.from_date <= $2 and (r.to_date is null or r.to_date >= $2)
        """,
        account_id, today,
    )
    return found


def any_account(t: Transaction) -> bool:
    """Whether somebody was set up already."""
    return bool(t.value("select count(*) from account"))


def all_user_names(t: Transaction) -> frozenset[str]:
    """Every user name in use."""
    return frozenset(row["user_name"] for row in t.all("select user_name from account"))


def free_of_codes(t: Transaction) -> None:
    """No account waits for its first password any more; for the sample alone."""
    t.run("update account set must_change = 0 where must_change = 1")
    t.run("delete from one_time_code")
