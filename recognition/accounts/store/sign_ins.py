"""SQL of one-time codes, tries and sign-ins."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.accounts.terms import SignIn
from recognition.hall.transaction import Transaction


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
    """Note a try to sign in, before it is known whether it is right: -1; later 1 or 0."""
    made = uuid4()
    t.run("insert into sign_in_attempt (id, account_key, address, tried_at, succeeded) values ($1, $2, $3, $4, -1)", made, key, address, now)
    return made


def try_succeeded(t: Transaction, try_id: UUID) -> None:
    """It was right."""
    t.run("update sign_in_attempt set succeeded = 1 where id = $1", try_id)


def try_failed(t: Transaction, try_id: UUID) -> None:
    """It was wrong."""
    t.run("update sign_in_attempt set succeeded = 0 where id = $1", try_id)


def failures(t: Transaction, key: str, since: datetime) -> tuple[int, datetime | None]:
    """Wrong tries of a user name since the last right one (or `since`), and when the last was."""
    row = t.one(
        """
        select count(*) as n, max(tried_at) as last from sign_in_attempt
        where account_key = $1 and succeeded <> 1 and tried_at >= $2
          and tried_at > coalesce((select max(tried_at) from sign_in_attempt where account_key = $1 and succeeded = 1), $2)
        """,
        key, since,
    )
    assert row is not None
    return row["n"], row["last"]


def wrong_from(t: Transaction, address: str, since: datetime) -> int:
    """Tries from one address that were not right, or not yet known to be: an office behind one address signs in at eight."""
    found: int = t.value("select count(*) from sign_in_attempt where address = $1 and tried_at >= $2 and succeeded <> 1", address, since)
    return found


def wrong_everywhere(t: Transaction, since: datetime) -> int:
    """Tries from everywhere that were wrong."""
    found: int = t.value("select count(*) from sign_in_attempt where tried_at >= $1 and succeeded = 0", since)
    return found


def forget_tries(t: Transaction, before: datetime) -> int:
    """Tries are kept no longer than they are needed."""
    return t.run("delete from sign_in_attempt where tried_at < $1", before)


def forget_sign_ins(t: Transaction, before: datetime) -> int:
    """Sign-ins and codes that ended long ago are kept no longer than they are needed; the log has what happened."""
    t.run("delete from one_time_code where expires_at < $1", before)
    return t.run("delete from sign_in where created_at < $1", before)


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
