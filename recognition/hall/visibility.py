"""Who sees which nomination: one SQL predicate, used by lists, search, charts, exports, files and autocomplete.

`NOMINATION` speaks of a row `n` of `nomination` and takes `$1` … `$5`; `parameters(who)` gives them in that order,
so the query's own parameters begin at `$6`.
"""

from typing import Any

from recognition.hall.actor import Actor
from recognition.hall.words import Role

#: A case that has left its unit: the secretary sees nothing earlier, and nothing that its unit took back.
LEFT_UNIT = """(
    n.state not in ('draft', 'submitted')
    and not (n.state = 'returned' and n.returned_from = 'submitted')
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
