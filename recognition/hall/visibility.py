"""Who sees which nomination: one SQL predicate, used by lists, search, charts, exports, files and autocomplete.

It speaks of a row `n` of `nomination` and holds only the ways by which this person can see a case at all. What hangs on other
tables is asked as a set, not row by row: the database then makes the (small) set once, whatever number of cases it looks through.
"""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.binning import NOMINATION_KEPT
from recognition.hall.conditions import Conditions
from recognition.hall.words import Role, State

#: A case that has left its unit: the secretary sees nothing earlier, and nothing that its unit took back.
LEFT_UNIT = """(
    n.state not in ('draft', 'submitted')
    and not (n.state = 'returned' and coalesce(n.returned_from, '') = 'submitted')
    and not (n.state = 'withdrawn' and n.endorsed_at is null)
)"""

_ON_AN_AGENDA = """n.id in (
    select i.nomination_id from agenda_item i
    join council_session s on s.id = i.session_id
    join session_member m on m.session_id = s.id
    where s.state not in ('planned', 'cancelled') and m.member_id = any({})
      and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = m.member_id)
      and not exists (select 1 from v_stand_in b where b.session_id = s.id and b.member_id = m.member_id)
)"""
_IN_A_MEMBERS_PLACE = """n.id in (
    select i.nomination_id from agenda_item i
    join v_stand_in b on b.session_id = i.session_id
    where i.session_id = any({}) and b.account_id = {}
      and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = b.member_id)
)"""
#: Not while names are hidden from reviewers: then the reviewing room alone shows them what is masked, and nobody else has to think of it.
_TO_SCORE = "n.id in (select g.nomination_id from v_reviewer_case g where g.account_id = {})"


def seen_by(who: Actor) -> Conditions:
    """The conditions of a query over the cases `n` that this person may see; the caller adds what else it asks."""
    found = Conditions()
    me = found.value(who.account_id)
    ways = [_TO_SCORE.format(me)]
    if own := list(who.units(Role.NOMINATOR, subtree=False)):
        ways.append(f"(n.unit_id = any({found.value(own)}) and (n.state <> 'draft' or n.created_by = {me}))")
    if above := list(who.units(Role.UNIT_LEADER, Role.LEADER)):
        ways.append(f"(n.unit_id = any({found.value(above)}) and n.state <> 'draft')")
    if issuers := list(who.issuers(Role.SECRETARY, Role.LEADER)):
        ways.append(f"(n.issuer_id = any({found.value(issuers)}) and {LEFT_UNIT})")
    if members := list(who.members.values()):
        ways.append(_ON_AN_AGENDA.format(found.value(members)))
    if places := list(who.stands_in):
        ways.append(_IN_A_MEMBERS_PLACE.format(found.value(places), me))
    found.add(" or ".join(ways))
    found.add(NOMINATION_KEPT)
    return found


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
    def submitted_at(self) -> datetime | None: ...
    @property
    def endorsed_at(self) -> datetime | None: ...
    @property
    def created_by(self) -> UUID: ...


def plainly(who: Actor, case: Standing) -> bool:
    """The predicate for one case that is at hand, without the clauses that need other tables (agenda, assignment).

    True is the whole answer; for False the query must be asked. A test holds the two together, state by state.
    """
    if case.state is State.WITHDRAWN and case.submitted_at is None:
        return False  # it may lie in the bin: the query knows
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
