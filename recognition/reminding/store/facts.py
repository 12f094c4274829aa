"""SQL of what still waits for whom, across nouns. `$1` the issuer, `$2` today. Days are local.

Only what the issuer's secretary may see: cases that have left their units, sessions that were called. A case is named by its code
alone, for letters leave the house. Of a sealed ballot nothing is read but who stands on the roll and whether somebody is still to
vote; never who.
"""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.reminding.terms import Fact, Kind


def _local(moment: str) -> str:
    return f"cast({moment} + interval '7 hours' as date)"


_LIVING = "(v.to_date is null or v.to_date > $2)"
#: Units of campaigns under way with a deadline, from which the awaited thing has not come.
_AWAITED = f"""
    select c.id as object_id, c.name as about, u.unit_id, d.day as due
    from campaign c
    join campaign_deadline d on d.campaign_id = c.id and d.stage = '{{stage}}'
    join campaign_unit u on u.campaign_id = c.id
    join v_unit_name v on v.unit_id = u.unit_id and {_LIVING}
    where c.issuer_id = $1 and c.state = 'launched' and c.from_date <= $2 and not exists ({{come}})
"""
_MODEL = "select 1 from model_year y join exemplary_model m on m.id = y.model_id where y.campaign_id = c.id and m.unit_id = u.unit_id"
_CASE = "select 1 from nomination n where n.campaign_id = c.id and n.unit_id = u.unit_id and n.state not in ('draft', 'withdrawn')"
_REPORT = f"""
    select y.id as object_id, m.name as about, m.unit_id, d.day as due
    from model_year y
    join exemplary_model m on m.id = y.model_id
    join campaign c on c.id = y.campaign_id and c.state = 'launched'
    join campaign_deadline d on d.campaign_id = c.id and d.stage = 'report'
    join v_unit_name v on v.unit_id = m.unit_id and {_LIVING}
    where y.issuer_id = $1 and y.state in ('approved', 'working')
"""
_RETURNED = f"""
    select n.id as object_id, n.code as about, n.unit_id, {_local('max(a.recorded_at)')} as since
    from nomination n
    join audit a on a.kind = 'nomination' and a.verb = 'return' and a.object_id = n.id
    join v_unit_name v on v.unit_id = n.unit_id and {_LIVING}
    left join campaign c on c.id = n.campaign_id
    where n.issuer_id = $1 and n.state = 'returned' and coalesce(n.returned_from, '') <> 'submitted' and coalesce(c.state, 'launched') = 'launched'
    group by n.id, n.code, n.unit_id
"""
_OPINION = f"""
    select n.id as object_id, n.code as about, o.unit_id, o.due
    from unit_opinion o
    join nomination n on n.id = o.nomination_id
    join v_unit_name v on v.unit_id = o.unit_id and {_LIVING}
    where n.issuer_id = $1 and n.state in ('endorsed', 'accepted', 'shortlisted') and o.answer is null
"""
_SCORE = f"""
    select c.id as object_id, c.name as about, g.account_id, count(*) as number, min(g.due) as due, {_local('min(g.assigned_at)')} as since,
           {_local('max(g.reminded_at)')} as told_on
    from review_assignment g
    join nomination n on n.id = g.nomination_id and n.state in ('accepted', 'shortlisted')
    join campaign c on c.id = n.campaign_id
    join v_account p on p.account_id = g.account_id
    left join review_phase r on r.id = g.phase_id
    where c.issuer_id = $1 and g.state = 'open' and c.from_date <= $2
      and (r.id is null or (r.closed_at is null and r.opens <= $2 and r.closes >= $2))
    group by c.id, c.name, g.account_id
"""
_READ = """
    select s.id as object_id, s.name as about, w.account_id, s.on_date as due, count(*) as number, count(d.item_id) as done
    from v_session s
    join session_member m on m.session_id = s.id and m.votes = 1
    join v_sitter w on w.session_id = s.id and w.member_id = m.member_id
    join v_account p on p.account_id = w.account_id
    join agenda_item i on i.session_id = s.id
    left join recusal r on r.item_id = i.id and r.member_id = m.member_id
    left join dossier_seen d on d.item_id = i.id and d.member_id = m.member_id
    where s.issuer_id = $1 and s.state = 'called' and s.on_date >= $2 and r.item_id is null
    group by s.id, s.name, w.account_id, s.on_date
    having count(d.item_id) < count(*)
"""
_VOTE = """
    select s.id as object_id, s.name as about, w.account_id, s.on_date as since
    from v_session s
    join sealed_roll l on l.session_id = s.id
    join v_sitter w on w.session_id = s.id and w.member_id = l.member_id
    join v_account p on p.account_id = w.account_id
    where s.issuer_id = $1 and s.state = 'open' and s.method = 'sealed' and s.on_date <= $2
      and exists (select 1 from sealed_roll o where o.session_id = s.id and o.voted = 0)
"""
_WRITTEN = """
    select s.id as object_id, s.name as about, w.account_id, s.on_date as since, c.rule
    from v_session s
    join council_session c on c.id = s.id
    join session_member m on m.session_id = s.id and m.votes = 1 and m.attendance = 'absent'
    join v_sitter w on w.session_id = s.id and w.member_id = m.member_id
    join v_account p on p.account_id = w.account_id
    where s.issuer_id = $1 and s.state in ('open', 'counting') and s.on_date <= $2
      and not exists (select 1 from written_opinion o where o.session_id = s.id and o.member_id = m.member_id)
"""
_SIGNS = f"""
    select y.id as object_id, m.name as about, m.unit_id
    from model_year y
    join exemplary_model m on m.id = y.model_id
    join v_unit_name v on v.unit_id = m.unit_id and {_LIVING}
    where y.issuer_id = $1 and y.id = any($3) and y.state <> 'approved'
"""
_STILL = f"""
    select c.id as object_id, c.name as about, u.unit_id
    from campaign c
    join campaign_unit u on u.campaign_id = c.id
    join v_unit_name v on v.unit_id = u.unit_id and {_LIVING}
    where c.issuer_id = $1 and c.id = any($3) and not exists ({_MODEL}) and not exists ({_CASE})
"""
#: Decisions of the last months whose certificates are not all made, in offices that wait for signed proof slips.
_PROOFS = """
    select d.id, d.number_text, d.decided_on from decision d
    join shop_setting p on p.issuer_id = d.issuer_id and p.key = 'proof.required' and p.value = '1'
    where d.issuer_id = $1 and d.state = 'recorded' and d.kind in ('recognise', 'commend') and d.decided_on between $2 and $3
      and exists (select 1 from award a where a.decision_id = d.id and a.state = 'in_force'
                  and not exists (select 1 from certificate k where k.award_id = a.id and k.state = 'issued'))
    order by d.decided_on, d.id
"""


def plain(t: Transaction, issuer_id: UUID, today: date) -> list[Fact]:
    """What waits by the record alone."""
    asked = (
        (Kind.REGISTER, _AWAITED.format(stage="register", come=_MODEL)),
        (Kind.NOMINATE, _AWAITED.format(stage="nominate", come=_CASE)),
        (Kind.REPORT, _REPORT), (Kind.RETURNED, _RETURNED), (Kind.OPINION, _OPINION), (Kind.SCORE, _SCORE), (Kind.READ, _READ), (Kind.VOTE, _VOTE),
    )  # fmt: skip
    return [Fact(kind, **row) for kind, question in asked for row in t.all(question, issuer_id, today)]


def written(t: Transaction, issuer_id: UUID, today: date) -> list[tuple[Fact, str]]:
    """Absent members who sign in and whose written opinion has not come, with the rule of their session as stored."""
    rows = t.all(_WRITTEN, issuer_id, today)
    return [(Fact(Kind.WRITTEN, row["object_id"], row["about"], account_id=row["account_id"], since=row["since"]), row["rule"]) for row in rows]


def signs(t: Transaction, issuer_id: UUID, today: date, due: dict[UUID, date]) -> list[Fact]:
    """Models at work of which a sign of life is due: year → day."""
    return [Fact(Kind.MIDTERM, due=due[row["object_id"]], **row) for row in t.all(_SIGNS, issuer_id, today, list(due))]


def still(t: Transaction, issuer_id: UUID, today: date, quiet: dict[UUID, date]) -> list[Fact]:
    """Units of campaigns that do not move (campaign → since when) from which nothing came."""
    return [Fact(Kind.STILL, since=quiet[row["object_id"]], **row) for row in t.all(_STILL, issuer_id, today, list(quiet))]


def decisions(t: Transaction, issuer_id: UUID, first: date, last: date) -> list[dict[str, Any]]:
    """id, number_text, decided_on of decisions for which units may still have to sign."""
    return t.all(_PROOFS, issuer_id, first, last)


def living(t: Transaction, units: Collection[UUID], today: date) -> dict[UUID, str]:
    """Present names of those units that are not dissolved."""
    rows = t.all("select unit_id, name from v_unit_name where unit_id = any($1) and (to_date is null or to_date > $2)", list(units), today)
    return {row["unit_id"]: row["name"] for row in rows}


def people(t: Transaction, accounts: Collection[UUID]) -> dict[UUID, str]:
    """Names of those accounts that are open."""
    rows = t.all("select account_id, name from v_account where account_id = any($1)", list(accounts))
    return {row["account_id"]: row["name"] for row in rows}
