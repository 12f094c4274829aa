"""SQL of thanks and words. Every question goes through what is shown now: with an example everything under it is out of sight."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.thanks.terms import Awaiting, Count, Example, Measured, Standing, Words

_EXAMPLE = """
    select publication_id, issuer_id, coalesce(model_name, trim(salutation || ' ' || name)) as name, person_id, praised_unit, nominating_unit, nominator, year_id
    from v_shown_example
"""
_WORDS = """
    select w.id, w.publication_id, w.account_id, a.name, w.place, w.body, w.said_at, w.state, w.reason, w.version
    from appreciation w join account a on a.id = w.account_id
"""


def example(t: Transaction, publication_id: UUID) -> Example | None:
    """A published example while it is shown."""
    row = t.one(f"{_EXAMPLE} where publication_id = $1", publication_id)
    return Example(**row) if row else None


def of_case(t: Transaction, nomination_id: UUID) -> Example | None:
    """The example that came of a case, while it is shown."""
    row = t.one(f"{_EXAMPLE} where nomination_id = $1 order by publication_id limit 1", nomination_id)
    return Example(**row) if row else None


def of_person(t: Transaction, person_id: UUID) -> list[Example]:
    """The examples that praise a person, under whichever of their records the award stands."""
    same = [person_id, *(row["person_id"] for row in t.all("select person_id from v_person where merged_into = $1", person_id))]
    return [Example(**row) for row in t.all(f"{_EXAMPLE} where awarded_person = any($1) order by publication_id", same)]


def counts(t: Transaction, ids: Collection[UUID]) -> dict[UUID, Count]:
    """What each of some examples was given while it is shown; nothing stands for none, hidden words do not count."""
    rows = t.all(
        """
        with given as (
            select publication_id, 1 as thanks, 0 as words from thanks where publication_id = any($1)
            union all
            select publication_id, 0, 1 from appreciation where publication_id = any($1) and state <> 'hidden'
        )
        select g.publication_id, sum(g.thanks) as thanks, sum(g.words) as words
        from given g join v_shown_example e on e.publication_id = g.publication_id
        group by g.publication_id
        """,
        list(ids),
    )
    return {row["publication_id"]: Count(int(row["thanks"]), int(row["words"])) for row in rows}


def accounts_of(t: Transaction, person_id: UUID) -> list[UUID]:
    """The open accounts of a person."""
    return [row["account_id"] for row in t.all("select account_id from v_account where person_id = $1 order by account_id", person_id)]


def thanked(t: Transaction, publication_id: UUID, account_id: UUID) -> bool:
    """Whether somebody thanked."""
    return t.value("select 1 from thanks where publication_id = $1 and account_id = $2", publication_id, account_id) is not None


def thank(t: Transaction, publication_id: UUID, account_id: UUID, at: datetime) -> None:
    """Thank."""
    t.run("insert into thanks (publication_id, account_id, thanked_at) values ($1, $2, $3)", publication_id, account_id, at)


def unthank(t: Transaction, publication_id: UUID, account_id: UUID) -> int:
    """Take it back; rows changed."""
    return t.run("delete from thanks where publication_id = $1 and account_id = $2", publication_id, account_id)


def words_under(t: Transaction, ids: Collection[UUID]) -> list[Words]:
    """Every word under some shown examples, the oldest first, hidden ones too."""
    rows = t.all(
        f"{_WORDS} join v_shown_example e on e.publication_id = w.publication_id where w.publication_id = any($1) order by w.said_at, w.id", list(ids)
    )
    return [_words(row) for row in rows]


def get(t: Transaction, words_id: UUID) -> Words | None:
    """One word, whether its example is shown or not."""
    row = t.one(f"{_WORDS} where w.id = $1", words_id)
    return _words(row) if row else None


def own(t: Transaction, publication_id: UUID, account_id: UUID) -> Words | None:
    """Somebody's word under an example."""
    row = t.one(f"{_WORDS} where w.publication_id = $1 and w.account_id = $2", publication_id, account_id)
    return _words(row) if row else None


def _words(row: dict[str, Any]) -> Words:
    return Words(**{**row, "state": Standing(row["state"])})


def insert(t: Transaction, made: Words) -> None:
    """A new word."""
    t.run(
        """
        insert into appreciation (id, publication_id, account_id, place, body, said_at, state, reason, decided_by, decided_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, '', null, null, 1)
        """,
        made.id, made.publication_id, made.account_id, made.place, made.body, made.said_at, made.state.value,
    )


def remove(t: Transaction, words_id: UUID) -> int:
    """Take a word away with everything that was said in it; rows changed."""
    return t.run("delete from appreciation where id = $1", words_id)


def decide(t: Transaction, words_id: UUID, version: int, state: Standing, reason: str, by: UUID, at: datetime) -> int:
    """Where a word stands from now on; rows changed."""
    return t.run(
        "update appreciation set state = $3, reason = $4, decided_by = $5, decided_at = $6, version = version + 1 where id = $1 and version = $2",
        words_id, version, state.value, reason, by, at,
    )


def awaiting(t: Transaction, issuers: Collection[UUID], limit: int) -> list[Awaiting]:
    """Shown examples of some issuers with words that nobody has looked at, the longest waiting first."""
    rows = t.all(
        """
        select w.publication_id, coalesce(e.model_name, trim(e.salutation || ' ' || e.name)) as name, count(*) as number
        from appreciation w join v_shown_example e on e.publication_id = w.publication_id
        where w.state = 'new' and e.issuer_id = any($1)
        group by w.publication_id, e.model_name, e.salutation, e.name
        order by min(w.said_at), w.publication_id limit $2
        """,
        list(issuers), limit,
    )
    return [Awaiting(row["publication_id"], row["name"], int(row["number"])) for row in rows]


_MEASURED = """
    with given as (
        select publication_id, 1 as thanks, 0 as words, cast(thanked_at + interval '7 hours' as date) as on_date from thanks
        union all
        select publication_id, 0, 1, cast(said_at + interval '7 hours' as date) from appreciation where state <> 'hidden'
    )
    select coalesce(e.model_code, '') as code, coalesce(e.model_name, trim(e.salutation || ' ' || e.name)) as name,
           coalesce(u.name, e.unit) as unit_name, sum(g.thanks) as thanks, sum(g.words) as words
    from given g join v_shown_example e on e.publication_id = g.publication_id
    left join v_unit_name u on u.unit_id = coalesce(e.nominating_unit, e.praised_unit)
    where {where}
    group by e.publication_id, e.model_code, e.model_name, e.salutation, e.name, u.name, e.unit
    order by sum(g.thanks) desc, sum(g.words) desc, e.publication_id limit {limit}
"""


def measured(
    t: Transaction, issuers: Collection[UUID], units: Collection[UUID], chosen: Collection[UUID] | None, campaign_id: UUID | None,
    span: tuple[date, date], limit: int,
) -> list[Measured]:  # fmt: skip
    """What examples of issuers or units were given in a span of local days, narrowed to units or a campaign; the most thanked first."""
    where, unit = Conditions(), "coalesce(e.nominating_unit, e.praised_unit)"
    where.add(f"e.issuer_id = any({{}}) or {unit} = any({{}})", list(issuers), list(units))
    where.add("g.on_date between {} and {}", *span)
    if chosen is not None:
        where.add(f"{unit} = any({{}})", list(chosen))
    where.add_equal((("e.campaign_id", campaign_id),))
    rows = t.all(_MEASURED.format(where=where.sql, limit=where.value(limit)), *where.values)
    return [Measured(row["code"], row["name"], row["unit_name"], Count(int(row["thanks"]), int(row["words"]))) for row in rows]
