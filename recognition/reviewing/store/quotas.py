"""SQL of quotas, of the cases that they count, and of models that nobody has proposed."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.transaction import Transaction
from recognition.reviewing.quotas import Quota, QuotaInput, QuotaKind

_ONE = """
    select q.id, q.campaign_id, q.kind, q.amount, q.recipient_kind, q.award_type_id, coalesce(a.name, '') as award_name, q.per_unit, q.base,
        q.base_name, q.clause, q.version
    from quota q left join award_type a on a.id = q.award_type_id
"""


def _quota(row: dict[str, Any]) -> Quota:
    kind = RecipientKind(row["recipient_kind"]) if row["recipient_kind"] else None
    return Quota(**{**row, "kind": QuotaKind(row["kind"]), "recipient_kind": kind, "per_unit": bool(row["per_unit"])})


def of_campaign(t: Transaction, campaign_id: UUID) -> list[Quota]:
    """The rules of a campaign."""
    return [_quota(row) for row in t.all(f"{_ONE} where q.campaign_id = $1 order by q.kind, q.amount, q.id", campaign_id)]


def get(t: Transaction, quota_id: UUID) -> Quota | None:
    """One rule."""
    row = t.one(f"{_ONE} where q.id = $1", quota_id)
    return _quota(row) if row else None


def insert(t: Transaction, quota_id: UUID, campaign_id: UUID, data: QuotaInput, by: UUID) -> None:
    """A new rule."""
    t.run(
        """
        insert into quota (id, campaign_id, award_type_id, kind, recipient_kind, per_unit, amount, base, base_name, clause, set_by, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
        """,
        quota_id, campaign_id, data.award_type_id, data.kind.value, data.recipient_kind.value if data.recipient_kind else None, int(data.per_unit),
        data.amount, data.base, data.base_name, data.clause, by,
    )  # fmt: skip


def delete(t: Transaction, quota_id: UUID, version: int) -> int:
    """Take a rule away; 0 when somebody else was quicker."""
    return t.run("delete from quota where id = $1 and version = $2", quota_id, version)


def counted(t: Transaction, campaign_id: UUID, states: Sequence[str], today: date) -> list[dict[str, Any]]:
    """Cases of a campaign with what quotas look at; `recipient_class` of the post held today."""
    return t.all(
        """
        select v.id, v.code, v.title, coalesce(v.recipient_name, '') as recipient, v.recipient_kind, v.unit_id, coalesce(v.unit_name, '') as unit,
            v.award_type_id, v.state, v.version,
            (select max(o.recipient_class) from post o where o.person_id = v.person_id and o.from_date <= $3 and (o.to_date is null or o.to_date >= $3)) as recipient_class
        from v_nomination v where v.campaign_id = $1 and v.state = any($2) order by v.code, v.id
        """,
        campaign_id, list(states), today,
    )  # fmt: skip


def unproposed(t: Transaction, campaign_id: UUID) -> list[dict[str, Any]]:
    """Recognised models of a campaign that no living case proposes."""
    return t.all(
        """
        select y.model_year_id, y.model_id, y.code, y.name, coalesce(u.name, '') as unit, y.checked_score
        from v_model_year y left join v_unit_name u on u.unit_id = y.unit_id
        where y.campaign_id = $1 and y.state in ('recognised', 'outstanding')
          and not exists (select 1 from nomination n where n.model_year_id = y.model_year_id and n.state not in ('withdrawn', 'refused'))
        order by y.checked_score desc, y.code
        """,
        campaign_id,
    )
