"""SQL of summaries: who asked for one, and how many messages of which kind they have not read."""

from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.reminding.terms import Every, Inbox
from vietnamese import dates

#: Open accounts with an address that belong to an organ: its own roles, units that it launches to, its councils.
_INBOXES = """
    with belong as (
        select r.account_id from account_role r
        where r.issuer_id = $1 and r.from_date <= $2 and (r.to_date is null or r.to_date >= $2)
        union
        select r.account_id from account_role r join v_unit_organ o on o.unit_id = r.unit_id
        where o.issuer_id = $1 and r.from_date <= $2 and (r.to_date is null or r.to_date >= $2)
        union
        select s.account_id from v_council_member m join v_member_self s on s.member_id = m.member_id
        where m.issuer_id = $1 and m.from_date <= $2 and (m.to_date is null or m.to_date >= $2)
    ),
    sent as (select account_id, max(decided_at) as at from outbox_letter where kind = 'digest' and decided_at is not null group by account_id)
    select a.id as account_id, a.name, d.every, n.verb, count(*) as number, min(n.made_at) as oldest, max(s.at) as last
    from digest_choice d
    join account a on a.id = d.account_id and a.disabled_at is null and coalesce(a.email, '') <> ''
    join notice n on n.account_id = a.id and n.read_at is null
    left join sent s on s.account_id = a.id
    where a.id in (select account_id from belong)
    group by a.id, a.name, a.name_sort, d.every, n.verb
    order by a.name_sort, a.id, n.verb
"""


def inboxes(t: Transaction, issuer_id: UUID) -> list[Inbox]:
    """Everybody of an organ who asked for summaries and has something unread."""
    found: dict[UUID, Inbox] = {}
    for row in t.all(_INBOXES, issuer_id, dates.today()):
        before = found.get(row["account_id"])
        oldest = dates.to_local(row["oldest"]).date()
        found[row["account_id"]] = Inbox(
            row["account_id"], row["name"], Every(row["every"]), (*(before.unread if before else ()), (row["verb"], row["number"])),
            min(oldest, before.oldest) if before else oldest, None if row["last"] is None else dates.to_local(row["last"]).date(),
        )
    return list(found.values())


def unread(t: Transaction, account_id: UUID) -> int:
    """How many messages an account has not read."""
    return int(t.value("select count(*) from notice where account_id = $1 and read_at is null", account_id))


def choice(t: Transaction, account_id: UUID) -> Every:
    """How often an account wants summaries."""
    found = t.value("select every from digest_choice where account_id = $1", account_id)
    return Every(found) if found else Every.NEVER


def choose(t: Transaction, account_id: UUID, every: Every) -> None:
    """Keep a choice."""
    if every is Every.NEVER:
        t.run("delete from digest_choice where account_id = $1", account_id)
    elif not t.run("update digest_choice set every = $2, version = version + 1 where account_id = $1", account_id, every.value):
        t.run("insert into digest_choice (account_id, every, version) values ($1, $2, 1)", account_id, every.value)
