"""SQL of letters: their words, what they are about, the ways they go, the paces of issuers."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.errors import fresh
from recognition.hall.transaction import Transaction
from recognition.reminding.terms import (
    Delivery,
    Draft,
    Grade,
    Kind,
    Letter,
    LetterKind,
    LetterState,
    Pace,
    Reached,
    Thing,
    Way,
    WayState,
)
from vietnamese import dates

_SELECT = """
    select l.id, l.issuer_id, l.kind, l.unit_id, l.account_id, l.addressee, l.subject, l.body, l.grade, l.state, l.reason, l.composed_at, l.decided_at,
           l.version, coalesce(c.name, '') as composed_by, coalesce(d.name, '') as decided_by
    from outbox_letter l left join account c on c.id = l.composed_by left join account d on d.id = l.decided_by
"""
#: Drafts: the most pressing first. Others: the newest first.
_ORDER = """
    order by case when l.state = 'draft' then case l.grade when 'late' then 1 when 'close' then 2 else 3 end else 0 end,
             case when l.state = 'draft' then null else l.decided_at end desc, l.addressee, l.id
"""


def of_state(t: Transaction, issuer_id: UUID, state: LetterState, limit: int, offset: int) -> list[Letter]:
    """One page of an issuer's letters of a state, with what they are about and how they go."""
    rows = t.all(f"{_SELECT} where l.issuer_id = $1 and l.state = $2 {_ORDER} limit $3 offset $4", issuer_id, state.value, limit, offset)
    return _whole(t, rows)


def get(t: Transaction, letter_id: UUID) -> Letter | None:
    """One letter, whoever asks."""
    found = several(t, [letter_id])
    return found[0] if found else None


def several(t: Transaction, ids: Collection[UUID]) -> list[Letter]:
    """Some letters, by their addressees."""
    return _whole(t, t.all(f"{_SELECT} where l.id = any($1) order by l.addressee, l.id", list(ids)))


def drafts(t: Transaction, issuer_id: UUID, kind: LetterKind) -> list[Letter]:
    """Every draft of a kind."""
    return _whole(t, t.all(f"{_SELECT} where l.issuer_id = $1 and l.state = 'draft' and l.kind = $2 order by l.addressee, l.id", issuer_id, kind.value))


def _whole(t: Transaction, rows: list[dict[str, Any]]) -> list[Letter]:
    ids = [row["id"] for row in rows]
    things: dict[UUID, list[Thing]] = {}
    for row in t.all("select letter_id, kind, object_id, sentence, grade from outbox_thing where letter_id = any($1) order by letter_id, position", ids):
        things.setdefault(row["letter_id"], []).append(Thing(Kind(row["kind"]), row["object_id"], row["sentence"], Grade(row["grade"])))
    ways: dict[UUID, list[Delivery]] = {}
    for row in t.all(
        "select id, letter_id, way, account_id, address, state, reason, tried_at from outbox_way where letter_id = any($1) order by letter_id, way, address, id", ids
    ):
        ways.setdefault(row["letter_id"], []).append(
            Delivery(row["id"], Way(row["way"]), row["account_id"], row["address"], WayState(row["state"]), row["reason"], row["tried_at"])
        )
    return [_letter(row, tuple(things.get(row["id"], ())), tuple(ways.get(row["id"], ()))) for row in rows]


def _letter(row: dict[str, Any], things: tuple[Thing, ...], ways: tuple[Delivery, ...]) -> Letter:
    return Letter(
        row["id"], row["issuer_id"], LetterKind(row["kind"]), row["unit_id"], row["account_id"], row["addressee"], row["subject"], row["body"],
        Grade(row["grade"]), LetterState(row["state"]), row["reason"], row["composed_by"], row["composed_at"], row["decided_by"], row["decided_at"],
        row["version"], things, ways,
    )  # fmt: skip


def counts(t: Transaction, issuers: Collection[UUID]) -> dict[LetterState, int]:
    """How many letters of some issuers stand in each state."""
    rows = t.all("select state, count(*) as number from outbox_letter where issuer_id = any($1) group by state", list(issuers))
    return {LetterState(row["state"]): row["number"] for row in rows}


def told(t: Transaction, issuer_id: UUID) -> dict[tuple[Kind, UUID, UUID | None], date]:
    """The last day on which a person decided on a letter about each thing: sent it or left it out."""
    rows = t.all(
        """
        select h.kind, h.object_id, coalesce(l.unit_id, l.account_id) as addressee, max(l.decided_at) as at
        from outbox_letter l join outbox_thing h on h.letter_id = l.id
        where l.issuer_id = $1 and l.decided_at is not null
        group by h.kind, h.object_id, coalesce(l.unit_id, l.account_id)
        """,
        issuer_id,
    )
    return {(Kind(row["kind"]), row["object_id"], row["addressee"]): dates.to_local(row["at"]).date() for row in rows}


def insert(t: Transaction, issuer_id: UUID, kind: LetterKind, drafts: Sequence[Draft], by: UUID, at: datetime) -> None:
    """Store drafts, all at once."""
    letters, lines = [], []
    for draft in drafts:
        made, words = uuid4(), draft.words
        letters.append((made, issuer_id, kind.value, draft.unit_id, draft.account_id, draft.addressee, words.subject, words.body, words.grade.value, by, at))
        lines += [(made, place, each.kind.value, each.object_id, each.sentence, each.grade.value) for place, each in enumerate(draft.things, 1)]
    if letters:
        t.many(
            """
            insert into outbox_letter (id, issuer_id, kind, unit_id, account_id, addressee, subject, body, grade, state, reason, composed_by, composed_at,
                decided_by, decided_at, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', '', $10, $11, null, null, 1)
            """,
            letters,
        )
    if lines:
        t.many("insert into outbox_thing (letter_id, position, kind, object_id, sentence, grade) values ($1, $2, $3, $4, $5, $6)", lines)


def remove(t: Transaction, ids: Collection[UUID]) -> None:
    """Drafts that nobody had changed and that are composed anew."""
    for table, column in (("outbox_thing", "letter_id"), ("outbox_letter", "id")):
        t.run(f"delete from {table} where {column} = any($1)", list(ids))


def free_things(t: Transaction, letter_id: UUID) -> None:
    """What the letter was about may be told in another one."""
    t.run("delete from outbox_thing where letter_id = $1", letter_id)


def change_words(t: Transaction, letter_id: UUID, version: int, subject: str, body: str) -> None:
    """Other words. Raises Stale."""
    fresh(t.run(
        "update outbox_letter set subject = $3, body = $4, version = version + 1 where id = $1 and version = $2 and state = 'draft'",
        letter_id, version, subject, body,
    ))  # fmt: skip


def decide(t: Transaction, letter: Letter, state: LetterState, by: UUID, at: datetime, reason: str = "") -> None:
    """Approve a draft or leave it out. Raises Stale."""
    fresh(t.run(
        "update outbox_letter set state = $3, reason = $4, decided_by = $5, decided_at = $6, version = version + 1 where id = $1 and version = $2 and state = 'draft'",
        letter.id, letter.version, state.value, reason, by, at,
    ))  # fmt: skip


def set_state(t: Transaction, letter_id: UUID, state: LetterState) -> None:
    """How far an approved letter has come."""
    t.run("update outbox_letter set state = $2, version = version + 1 where id = $1 and state <> $2", letter_id, state.value)


# -- the ways ----------------------------------------------------------------------------------------------------------


def add_ways(t: Transaction, letter_id: UUID, ways: Iterable[tuple[Way, UUID | None, str, WayState]], at: datetime) -> None:
    """By which ways an approved letter goes; what is sent at once has its moment."""
    rows = [(uuid4(), letter_id, way.value, account, to, state.value, at if state is WayState.SENT else None) for way, account, to, state in ways]
    t.many("insert into outbox_way (id, letter_id, way, account_id, address, state, reason, tried_at) values ($1, $2, $3, $4, $5, $6, '', $7)", rows)


def set_way(t: Transaction, way_id: UUID, state: WayState, reason: str, at: datetime, to: str | None = None) -> None:
    """What became of one way."""
    t.run("update outbox_way set state = $2, reason = $3, tried_at = $4, address = coalesce($5::text, address) where id = $1", way_id, state.value, reason, at, to)


def reached(t: Transaction, units: Collection[UUID], today: date, but: UUID) -> dict[UUID, list[Reached]]:
    """Open accounts that write for units or lead them today, without the one that sends; units without any are not there."""
    rows = t.all(
        """
        select distinct r.unit_id, a.id as account_id, a.name, coalesce(a.email, '') as email, a.name_sort
        from account_role r join account a on a.id = r.account_id
        where r.unit_id = any($1) and r.role in ('nominator', 'unit_leader') and r.from_date <= $2 and (r.to_date is null or r.to_date >= $2)
          and a.disabled_at is null and a.id <> $3
        order by a.name_sort, a.id, r.unit_id
        """,
        list(units), today, but,
    )
    found: dict[UUID, list[Reached]] = {}
    for row in rows:
        found.setdefault(row["unit_id"], []).append(Reached(row["account_id"], row["name"], row["email"]))
    return found


def one_account(t: Transaction, account_id: UUID) -> list[Reached]:
    """An open account, or nobody."""
    return [Reached(**row) for row in t.all("select id as account_id, name, coalesce(email, '') as email from account where id = $1 and disabled_at is null", account_id)]


# -- the pace ----------------------------------------------------------------------------------------------------------


def pace(t: Transaction, issuer_id: UUID) -> Pace:
    """An issuer's pace; the usual one where none was set."""
    row = t.one("select ahead_days, again_days, answer_days, version from outbox_pace where issuer_id = $1", issuer_id)
    return Pace(**row) if row else Pace()


def set_pace(t: Transaction, issuer_id: UUID, kept: Pace) -> None:
    """Change a pace; its version is that which was looked at. Raises Stale."""
    if kept.version:
        fresh(t.run(
            "update outbox_pace set ahead_days = $3, again_days = $4, answer_days = $5, version = version + 1 where issuer_id = $1 and version = $2",
            issuer_id, kept.version, kept.ahead_days, kept.again_days, kept.answer_days,
        ))  # fmt: skip
        return
    fresh(int(t.value("select 1 from outbox_pace where issuer_id = $1", issuer_id) is None))
    t.run("insert into outbox_pace (issuer_id, ahead_days, again_days, answer_days, version) values ($1, $2, $3, $4, 1)", issuer_id, kept.ahead_days, kept.again_days, kept.answer_days)
