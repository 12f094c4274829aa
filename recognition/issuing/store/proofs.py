"""Proof slips' signatures, who proposed which award, and the print shop's own settings."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import SignOff


def proposers(t: Transaction, decision_id: UUID) -> dict[UUID, tuple[UUID | None, str, str]]:
    """Award → (unit, its present name, sort key) of who proposed it; the rewarded unit where nobody did."""
    rows = t.all("select award_id, unit_id, unit_name, name_sort from v_award_proposer where decision_id = $1 order by award_id", decision_id)
    return {row["award_id"]: (row["unit_id"], row["unit_name"] or "", row["name_sort"] or "") for row in rows}


def sign_offs(t: Transaction, decision_id: UUID) -> dict[str, SignOff]:
    """Unit key → the signature that stands."""
    rows = t.all(
        """
        select id, unit_key, content_sha256, signed_by, signed_on, remark from proof_sign_off
        where decision_id = $1 and withdrawn_at is null order by recorded_at, id
        """,
        decision_id,
    )
    return {row["unit_key"]: SignOff(**row) for row in rows}


def get(t: Transaction, sign_off_id: UUID) -> dict[str, Any] | None:
    """One signature with its decision."""
    return t.one("select id, decision_id, unit_key, signed_by, withdrawn_at from proof_sign_off where id = $1", sign_off_id)


def insert(t: Transaction, decision_id: UUID, made: SignOff, by: UUID, at: datetime) -> None:
    """A unit has signed."""
    t.run(
        """
        insert into proof_sign_off (id, decision_id, unit_key, content_sha256, signed_by, signed_on, remark, recorded_by, recorded_at,
            withdrawn_at, withdrawn_reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, '')
        """,
        made.id, decision_id, made.unit_key, made.content_sha256, made.signed_by, made.signed_on, made.remark, by, at,
    )  # fmt: skip


def withdraw(t: Transaction, sign_off_id: UUID, reason: str, at: datetime) -> int:
    """The signature no longer stands; rows changed."""
    return t.run(
        "update proof_sign_off set withdrawn_at = $2, withdrawn_reason = $3 where id = $1 and withdrawn_at is null", sign_off_id, at, reason
    )


def setting(t: Transaction, issuer_id: UUID, key: str) -> str:
    """A setting of an issuer's print shop; empty when it was never set."""
    return str(t.value("select value from shop_setting where issuer_id = $1 and key = $2", issuer_id, key) or "")


def set_setting(t: Transaction, issuer_id: UUID, key: str, value: str) -> None:
    """Change a setting."""
    if not t.run("update shop_setting set value = $3, version = version + 1 where issuer_id = $1 and key = $2", issuer_id, key, value):
        t.run("insert into shop_setting (issuer_id, key, value, version) values ($1, $2, $3, 1)", issuer_id, key, value)


def new(unit_key: str, content: str, signed_by: str, signed_on: date, remark: str) -> SignOff:
    """A signature that is not stored yet."""
    return SignOff(uuid4(), unit_key, content, signed_by, signed_on, remark)
