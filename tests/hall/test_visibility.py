"""Who sees which case: the query, and its twin for a case at hand."""

import itertools
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from recognition.hall import visibility
from recognition.hall.actor import Actor, Grant
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, State
from tests.support import awards, world


@dataclass(frozen=True)
class AtHand:
    unit_id: UUID
    issuer_id: UUID
    state: State
    returned_from: State | None
    submitted_at: datetime | None
    endorsed_at: datetime | None
    created_by: UUID


def ids_seen(t: Transaction, who: Actor) -> set[UUID]:
    where = visibility.seen_by(who)
    return {row["id"] for row in t.all(f"select n.id from nomination n where {where.sql}", *where.values)}


def people(unit: UUID, issuer: UUID, other: UUID) -> dict[str, Actor]:
    def one(*grants: Grant) -> Actor:
        return Actor(uuid4(), "Ai đó", grants=frozenset(grants))

    return {
        "nominator": one(Grant(Role.NOMINATOR, unit)),
        "nominator elsewhere": one(Grant(Role.NOMINATOR, other)),
        "unit leader": one(Grant(Role.UNIT_LEADER, unit)),
        "leader above": one(Grant(Role.LEADER, other, subtree=frozenset({unit}))),
        "secretary": one(Grant(Role.SECRETARY, issuer_id=issuer)),
        "secretary elsewhere": one(Grant(Role.SECRETARY, issuer_id=other)),
        "leader of the issuer": one(Grant(Role.LEADER, issuer_id=issuer)),
        "clerk": one(Grant(Role.CLERK, issuer_id=issuer)),
        "administrator": one(Grant(Role.ADMINISTRATOR)),
        "nobody": one(),
    }


@pytest.mark.proves("F15.01")
def test_the_twin_says_what_the_query_says_for_every_state_and_person(database):
    unit, issuer, other = world.unit(), world.issuer(), uuid4()
    everybody = people(unit, issuer, other)
    maker = everybody["nominator"].account_id
    rows = []
    for state, endorsed, returned_from in itertools.product(State, (True, False), (None, State.SUBMITTED, State.ACCEPTED)):
        for created_by in (maker, uuid4()):
            awards.nomination(unit, issuer, state.value, created_by=created_by, endorsed=endorsed, returned_from=returned_from and returned_from.value)
    wrong = []
    with reading(None) as t:
        rows = t.all("select id, unit_id, issuer_id, state, returned_from, submitted_at, endorsed_at, created_by from nomination")
        for name, who in everybody.items():
            seen = ids_seen(t, who)
            for row in rows:
                left = State(row["returned_from"]) if row["returned_from"] else None
                case = AtHand(row["unit_id"], row["issuer_id"], State(row["state"]), left, row["submitted_at"], row["endorsed_at"], row["created_by"])
                if visibility.plainly(who, case) is not (row["id"] in seen):
                    wrong.append((name, case))
    assert (len(rows), wrong) == (14 * 2 * 3 * 2, [])


@pytest.mark.proves("F15.01")
def test_a_draft_is_seen_by_whoever_makes_it_alone(database):
    unit, issuer, other = world.unit(), world.issuer(), uuid4()
    everybody = people(unit, issuer, other)
    draft = awards.nomination(unit, issuer, "draft", created_by=everybody["nominator"].account_id)
    with reading(None) as t:
        seeing = [name for name, who in everybody.items() if ids_seen(t, who)]
        assert t.value("select count(*) from nomination where id = $1", draft) == 1
    assert seeing == ["nominator"]
