"""Who sees which nomination: one SQL predicate, used by lists, search, charts, exports, files and autocomplete.

`NOMINATION` speaks of a row `n` of `nomination` and takes `$1` … `$5`; `parameters(who)` gives them in that order,
so the query's own parameters begin at `$6`.
"""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.words import Role, State

#: A case that has left its unit: the secretary sees nothing earlier, and nothing that its unit took back.
LEFT_UNIT = """(
    n.state not in ('draft', 'submitted')
    and not (n.state = 'returned' and coalesce(n.returned_from, '') = 'submitted')
    and not (n.state = 'withdrawn' and n.endorsed_at is null)
)"""

NOMINATION = f"""(
    (n.unit_id = any($2) and (n.state <> 'draft' or n.created_by = $1))
    or (n.unit_id = any($3) and n.state <> 'draft')
    or (n.issuer_id = any($4) and {LEFT_UNIT})
    or exists (
        select 1 from agenda_item i
        join council_session s on s.id = i.session_id
        join session_member m on m.session_id = s.id
        where i.nomination_id = n.id and s.state not in ('planned', 'cancelled') and m.member_id = any($5)
          and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = m.member_id)
    )
    or exists (select 1 from review_assignment g where g.nomination_id = n.id and g.account_id = $1 and g.state <> 'ended')
)"""  # noqa: S608 - two fixed texts, no input

#: How many parameters `NOMINATION` takes.
WIDTH = 5


def parameters(who: Actor) -> tuple[Any, ...]:
    """The parameters of `NOMINATION` for this person."""
    return (
        who.account_id,
        list(who.units(Role.NOMINATOR, subtree=False)),
        list(who.units(Role.UNIT_LEADER, Role.LEADER)),
        list(who.issuers(Role.SECRETARY, Role.LEADER)),
        list(who.members.values()),
    )


class Standing(Protocol):
    """What the plain part of the predicate looks at; a nomination has it."""

    @property
    def unit_id(self) -> UUID: ...
    @property
    def issuer_id(self) -> UUID: ...
    @property
    def state(self) -> State: ...
    @property
    def returned_from(self) -> State | None: ...
    @property
    def endorsed_at(self) -> datetime | None: ...
    @property
    def created_by(self) -> UUID: ...


def plainly(who: Actor, case: Standing) -> bool:
    """The predicate for one case that is at hand, without the clauses that need other tables (agenda, assignment).

    True is the whole answer; for False the query must be asked. A test holds the two together, state by state.
    """
    if case.unit_id in who.units(Role.NOMINATOR, subtree=False) and (case.state is not State.DRAFT or case.created_by == who.account_id):
        return True
    if case.unit_id in who.units(Role.UNIT_LEADER, Role.LEADER) and case.state is not State.DRAFT:
        return True
    return case.issuer_id in who.issuers(Role.SECRETARY, Role.LEADER) and _left_unit(case)


def _left_unit(case: Standing) -> bool:
    if case.state in (State.DRAFT, State.SUBMITTED):
        return False
    if case.state is State.RETURNED and case.returned_from is State.SUBMITTED:
        return False
    return not (case.state is State.WITHDRAWN and case.endorsed_at is None)
