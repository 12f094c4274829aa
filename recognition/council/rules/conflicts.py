"""Who stands aside: what the record knows, sifted by the session's rule.

No general text was found on recusal. A nominee always stands aside (nobody judges their own case); the head of the
same unit and a relation declared before are our proposal, to be switched off by the council's own regulation.
"""

from collections.abc import Iterable
from uuid import UUID

from recognition.council.terms import Block, Conflict, Rule, Session


def counts(kind: Conflict, rule: Rule) -> bool:
    """Whether a reason makes somebody stand aside under this rule."""
    return kind is Conflict.NOMINEE or kind in rule.conflicts


def standing_aside(found: Iterable[tuple[UUID, UUID, Conflict]], rule: Rule) -> dict[tuple[UUID, UUID], Conflict]:
    """(item, member) → the strongest reason that the rule counts."""
    strength = list(Conflict)
    due: dict[tuple[UUID, UUID], Conflict] = {}
    for item, member, kind in found:
        if counts(kind, rule):
            due[item, member] = min(due.get((item, member), kind), kind, key=strength.index)
    return due


def namesakes(session: Session) -> list[str]:
    """Names that a nominee and a member share while the member judges the case: a question, never a match."""
    members = {seat.name.casefold(): seat for seat in session.seats}
    return [
        seat.name
        for item in session.items
        if item.block is Block.INDIVIDUAL
        for name, seat in members.items()
        if item.name.casefold().endswith(name) and seat.member_id not in item.recused
    ]
