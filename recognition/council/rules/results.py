"""From counts to results: base, votes needed, passed or not."""

from collections.abc import Mapping
from uuid import UUID

from recognition.council.rules import counting, voting
from recognition.council.terms import Base, Item, Line, Method, Papers, Result, Session


def recused_present(session: Session, item: Item) -> int:
    """Voting members who are there and stand aside in this case."""
    return sum(seat.takes_part for seat in session.voters if seat.member_id in item.recused)


def may_vote(session: Session, item: Item) -> int:
    """How many can give a choice on this case in the room: paper is handed out only there, hands are seen online too."""
    there = [seat for seat in session.voters if seat.takes_part]
    if session.method is Method.PAPER:
        there = [seat for seat in there if seat.attendance.value == "present"]
    return sum(seat.member_id not in item.recused for seat in there)


def of_item(session: Session, item: Item, line: Line, papers: Papers | None, written: Mapping[UUID, Line] | None) -> Result:
    """The result of one case. Written opinions count once, and make their member one of those who took part.

    Whoever gave no paper back is not in favour where the base is all members: the base does not shrink.
    """
    rule = session.rule
    threshold = rule.of(item.award_code)
    assert threshold is not None, "the rule is checked before it is locked"
    whole = counting.together(line, written, item.id)
    opinions = (written or {}).get(item.id, Line(0, 0)).chosen
    aside = recused_present(session, item)
    if papers is not None and session.method is Method.SEALED and threshold.base is Base.VALID:
        aside = papers.valid - line.chosen  # only those who stand aside and gave a ballot are among the ballots
    voters = session.voters
    base = voting.base_of(
        threshold.base,
        members=len(voters),
        present=session.present + opinions,
        valid=(papers.valid if papers else line.chosen + (recused_present(session, item) if session.method is Method.OPEN else 0)) + opinions,
        recused=sum(seat.member_id in item.recused for seat in voters),
        recused_present=aside,
        rule=rule,
    )
    return Result(
        item.id, whole.approve, whole.reject, whole.abstain, whole.invalid, base,
        voting.needed(base, threshold.share, threshold.strict),
        voting.passes(whole.approve, base, threshold.share, threshold.strict),
    )  # fmt: skip


def counted(session: Session, lines: Mapping[UUID, Line], papers: Papers | None, written: Mapping[UUID, Line]) -> tuple[Result, ...]:
    """By votes alone, in the order of the agenda, before quotas and ties."""
    return tuple(of_item(session, item, lines[item.id], papers, written) for item in session.items)
