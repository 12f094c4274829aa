"""Long prints as the screens see them: start one, look how far it is, stop it, take the file."""

from pathlib import Path
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.issuing import jobs
from recognition.issuing.actions import ceremony, printing
from recognition.issuing.actions.drawing import PLAIN
from recognition.issuing.actions.register import long_register
from recognition.issuing.shop_terms import CallOrder, How, JobStanding, JobState, Split

#: Rows of a register that are still drawn at once.
SHORT_REGISTER = 1_000


def is_long(papers: int) -> bool:
    """Whether so many papers are drawn by a child."""
    return papers > printing.SMALL


def batch(who: Actor, at: str, decision_id: UUID, how: How = PLAIN) -> JobStanding:
    """Start drawing the papers of a decision into one PDF. Raises NotFound, NotAllowed, Invalid, Busy, Unavailable."""
    return jobs.start(who.account_id, at, printing.batch(*printing.to_print(who, decision_id, how), how)).standing()


def pack(who: Actor, at: str, decision_id: UUID, order: CallOrder, split: Split, how: How | None = None) -> JobStanding:
    """Start making a ceremony pack. Raises NotFound, NotAllowed, Invalid, Busy, Unavailable."""
    return jobs.start(who.account_id, at, ceremony.pack_in_child(who, decision_id, order, split, how)).standing()


def book(who: Actor, at: str, *, series: str, year: int) -> JobStanding:
    """Start drawing a long register. Raises NotAllowed, Busy, Unavailable."""
    return jobs.start(who.account_id, at, long_register(who, series=series, year=year)).standing()


def standing(who: Actor, at: str) -> JobStanding | None:
    """How far this person's file at this place is; None when none was started."""
    job = jobs.find(who.account_id, at)
    return job.standing() if job is not None else None


def stop(who: Actor, at: str) -> None:
    """Stop it, or put the finished file away: nothing of it stays."""
    jobs.stop(who.account_id, at)


def take(who: Actor, job_id: UUID) -> tuple[Path, str, str]:
    """The finished file, its name and type; each print is logged when it is taken.

    Raises NotFound (not ready, another person's, put away), NotAllowed, Invalid when a paper in it is no longer in use.
    """
    job = jobs.get(who.account_id, job_id)
    if job is None or job.standing().state is not JobState.READY:
        raise NotFound("Tệp này không còn trên máy chủ. Anh/chị mở lại trang và bấm dựng lại.")
    if job.wanted.printed is not None:
        printed = job.wanted.printed
        _, papers, _ = printing.to_print(who, printed.decision_id, printed.how)
        if {paper.id for paper in papers} != set(printed.certificates):
            raise Invalid({"": "Danh sách giấy vừa thay đổi sau khi dựng tệp. Anh/chị bấm dựng lại."})
        printing.log(who, papers, printed.decision_id, printed.how)
    return job.out, job.wanted.name, job.wanted.media
