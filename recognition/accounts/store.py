"""SQL of accounts, roles, sign-ins, codes and tries."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.accounts.terms import Account, RoleGrant, SignIn
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


def all_user_names(t: Transaction) -> frozenset[str]:
    """Every user name in use."""
    return frozenset(row["user_name"] for row in t.all("select user_name from account"))


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


def add_code(t: Transaction, account_id: UUID, hashed: str, now: datetime, expires: datetime) -> None:
    """A fresh one-time code; earlier ones of the account count no more."""
    t.run("update one_time_code set used_at = $2 where account_id = $1 and used_at is null", account_id, now)
    t.run(
        "insert into one_time_code (id, account_id, code_hash, created_at, expires_at, used_at) values ($1, $2, $3, $4, $5, null)",
        uuid4(), account_id, hashed, now, expires,
    )


def use_code(t: Transaction, account_id: UUID, hashed: str, now: datetime) -> bool:
    """Use up a code; whether it was good."""
    return (
        t.run(
            "update one_time_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null and expires_at > $3",
            account_id, hashed, now,
        )
        == 1
    )


def add_try(t: Transaction, key: str, address: str, now: datetime) -> UUID:
    """Note a try to sign in, before it is known whether it is right."""
    made = uuid4()
    t.run("insert into sign_in_attempt (id, account_key, address, tried_at, succeeded) values ($1, $2, $3, $4, 0)", made, key, address, now)
    return made


def try_succeeded(t: Transaction, try_id: UUID) -> None:
    """It was right."""
    t.run("update sign_in_attempt set succeeded = 1 where id = $1", try_id)


def failures(t: Transaction, key: str, since: datetime) -> tuple[int, datetime | None]:
    """Wrong tries of a user name since the last right one (or `since`), and when the last was."""
    row = t.one(
        """
        select count(*) as n, max(tried_at) as last from sign_in_attempt
        where account_key = $1 and succeeded = 0 and tried_at >= $2
          and tried_at > coalesce((select max(tried_at) from sign_in_attempt where account_key = $1 and succeeded = 1), $2)
        """,
        key, since,
    )
    assert row is not None
    return row["n"], row["last"]


def tries_from(t: Transaction, address: str | None, since: datetime) -> int:
    """Tries from one address, or from everywhere, since a moment."""
    found: int = t.value("select count(*) from sign_in_attempt where ($1::text is null or address = $1::text) and tried_at >= $2", address, since)
    return found


def forget_tries(t: Transaction, before: datetime) -> int:
    """Tries are kept no longer than they are needed."""
    return t.run("delete from sign_in_attempt where tried_at < $1", before)


def add_sign_in(t: Transaction, hashed: str, account_id: UUID, now: datetime, seen: datetime, agent: str, address: str) -> None:
    """A sign-in begins."""
    t.run(
        """
        insert into sign_in (token_hash, account_id, created_at, seen_at, renewed_at, agent, address, ended_at)
        values ($1, $2, $3, $4, $3, $5, $6, null)
        """,
        hashed, account_id, now, seen, agent, address,
    )


def open_sign_in(t: Transaction, hashed: str) -> dict[str, Any] | None:
    """A sign-in that was not ended, with its account: None too when the account is closed."""
    return t.one(
        """
        select s.account_id, s.created_at, s.seen_at, s.renewed_at, a.user_name, a.name, a.person_id, a.must_change
        from sign_in s join account a on a.id = s.account_id
        where s.token_hash = $1 and s.ended_at is null and a.disabled_at is null
        """,
        hashed,
    )


def seen(t: Transaction, hashed: str, at: datetime) -> None:
    """Slide the idle end."""
    t.run("update sign_in set seen_at = $2 where token_hash = $1 and seen_at < $2", hashed, at)


def renewed(t: Transaction, hashed: str, at: datetime) -> None:
    """The password was given again."""
    t.run("update sign_in set renewed_at = $2 where token_hash = $1", hashed, at)


def end_sign_in(t: Transaction, hashed: str, at: datetime) -> int:
    """End one sign-in."""
    return t.run("update sign_in set ended_at = $2 where token_hash = $1 and ended_at is null", hashed, at)


def end_sign_ins(t: Transaction, account_id: UUID, at: datetime, keep: str | None = None) -> int:
    """End all sign-ins of an account, but one."""
    return t.run(
        "update sign_in set ended_at = $2 where account_id = $1 and ended_at is null and token_hash <> coalesce($3::text, '')",
        account_id, at, keep,
    )


def sign_ins(t: Transaction, account_id: UUID) -> list[SignIn]:
    """The sign-ins of an account that nobody ended, newest first."""
    rows = t.all(
        """
        select token_hash, account_id, created_at, seen_at, renewed_at, agent, address from sign_in
        where account_id = $1 and ended_at is null order by created_at desc, token_hash
        """,
        account_id,
    )
    return [SignIn(**{("id" if key == "token_hash" else key): value for key, value in row.items()}) for row in rows]


def roles_today(t: Transaction, account_id: UUID, today: date) -> list[dict[str, Any]]:
    """role, unit_id, issuer_id of the roles in force."""
    return t.all(
        """
        select role, unit_id, issuer_id from account_role
        where account_id = $1 and from_date <= $2 and (to_date is null or to_date >= $2) order by role, id
        """,
        account_id, today,
    )


def units_below(t: Transaction, unit_id: UUID) -> frozenset[UUID]:
    """Every unit under one, by their present parents; a circle in the data ends the walk, not the program."""
    rows = t.all(
        """
        with recursive below(unit_id) as (
            select n.unit_id from unit_name n where n.parent_id = $1 and n.to_date is null
            union
            select n.unit_id from unit_name n join below b on n.parent_id = b.unit_id where n.to_date is null
        )
        select unit_id from below
        """,
        unit_id,
    )
    return frozenset(row["unit_id"] for row in rows) - {unit_id}


def memberships(t: Transaction, account_id: UUID, person_id: UUID | None, today: date) -> dict[UUID, UUID]:
    """Councils that the account's owner sits on today: council → member."""
    rows = t.all(
        """
        select council_id, member_id from v_membership
        where (account_id = $1 or (account_id is null and person_id = $2::uuid)) and from_date <= $3 and (to_date is null or to_date >= $3)
        order by from_date, member_id
        """,
        account_id, person_id, today,
    )
    return {row["council_id"]: row["member_id"] for row in rows}


def teller_of(t: Transaction, account_id: UUID) -> frozenset[UUID]:
    """Sessions whose papers the account counts."""
    return frozenset(row["session_id"] for row in t.all("select session_id from teller where account_id = $1", account_id))


def setting(t: Transaction, key: str) -> str | None:
    """One setting of the installation."""
    found: str | None = t.value("select value from setting where key = $1", key)
    return found


def office_names(t: Transaction) -> list[str]:
    """Names and signs of the issuers, which a password may not merely repeat."""
    rows = t.all("select name, short_sign from issuer order by name_sort, id")
    return [value for row in rows for value in (row["name"], row["short_sign"])]


def unit_name(t: Transaction, unit_id: UUID) -> str:
    """A unit's present name, or nothing."""
    return t.value("select name from v_unit_name where unit_id = $1", unit_id) or ""


def one_of_each_role(t: Transaction, today: date) -> list[dict[str, Any]]:
    """id, name, role and place of the first open account of each role, council members and tellers included."""
    return t.all(
        """
        with held as (
            select r.account_id, r.role, coalesce(n.name, i.name) as place from account_role r
            left join v_unit_name n on n.unit_id = r.unit_id left join issuer i on i.id = r.issuer_id
            where r.from_date <= $1 and (r.to_date is null or r.to_date >= $1)
            union all
            select m.account_id, 'council_member', null from v_membership m
            where m.account_id is not null and m.from_date <= $1 and (m.to_date is null or m.to_date >= $1)
            union all
            select account_id, 'teller', null from teller
        ), ranked as (
            select a.id, a.name, h.role, h.place, row_number() over (partition by h.role order by a.created_at, a.user_name, a.id) as place_in_line
            from held h join account a on a.id = h.account_id where a.disabled_at is null
        )
        select id, name, role, place from ranked where place_in_line = 1 order by role, id
        """,
        today,
    )


def free_of_codes(t: Transaction) -> None:
    """No account waits for its first password any more; for the sample alone."""
    t.run("update account set must_change = 0 where must_change = 1")
    t.run("delete from one_time_code")
