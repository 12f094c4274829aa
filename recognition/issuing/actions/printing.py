"""Printing issued papers: one PDF in ceremony order, or single pictures, from the frozen facts and the kept layout."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID, uuid4

from certificates import Layout, render_image
from recognition.decisions.terms import Decision
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.issuing import jobs, rules
from recognition.issuing.actions import drawing
from recognition.issuing.actions.drawing import PLAIN, Progress, frozen
from recognition.issuing.actions.ground import KIND, award, certificate, kept_layout, recorded
from recognition.issuing.shop_terms import How, JobState, Printed
from recognition.issuing.store import certificates as store
from recognition.issuing.store import printers as run_store
from recognition.issuing.terms import Certificate, Standing
from vietnamese import dates

#: Up to this many papers are drawn in this process; more of them in a child, so that others are answered meanwhile.
SMALL = 200


def print_pdf(who: Actor, decision_id: UUID, progress: Progress | None = None, how: How = PLAIN) -> tuple[bytes, str]:
    """All papers in use of a decision as one print-ready PDF, and a file name; every print is logged, reprints as such.

    `how` says on which blank (words only), corrected for which printer, which papers in which order. Raises NotFound, NotAllowed, Invalid when nothing was issued yet or it cannot be drawn.
    """
    decision, papers, kept = to_print(who, decision_id, how)
    if len(papers) <= SMALL:
        pdf = drawing.at_once(papers, kept, how, progress)
    else:
        pdf = _in_child(who, decision, papers, kept, how, progress)
    log(who, papers, decision_id, how)
    return pdf, batch_name(decision)


def to_print(who: Actor, decision_id: UUID, how: How = PLAIN) -> tuple[Decision, list[Certificate], dict[str, Layout]]:
    """The decision, its papers in use in the order of `how`, and each layout version that they were issued with.

    Raises NotFound, NotAllowed, Invalid when nothing was issued yet or a paper of `how` is no longer in use.
    """
    with reading(who) as t:
        decision = recorded(t, who, decision_id, Verb.PRINT)
        papers = store.of_decision(t, decision_id, in_use=True)
        refuse({} if papers else {"": "Quyết định này chưa có giấy nào được cấp. Anh/chị bấm «Cấp giấy khen» trước."})
        papers = _chosen(papers, how)
        return decision, papers, {version: kept_layout(t, version) for version in dict.fromkeys(paper.layout_version for paper in papers)}


def batch_name(decision: Decision) -> str:
    """What the file of a whole decision is called."""
    return f"Giấy khen theo Quyết định {decision.number_text.replace('/', '-')}.pdf"


def batch(decision: Decision, papers: Sequence[Certificate], kept: dict[str, Layout], how: How) -> jobs.Wanted:
    """The work of a child that draws these papers into one PDF."""
    printed = Printed(decision.id, tuple(paper.id for paper in papers), how)
    return jobs.Wanted(
        len(papers), "giấy", batch_name(decision), "application/pdf", lambda folder: drawing.plan(folder, [("out.pdf", papers)], kept, how), printed
    )


def _in_child(
    who: Actor, decision: Decision, papers: Sequence[Certificate], kept: dict[str, Layout], how: How, progress: Progress | None
) -> bytes:
    """The PDF from a child process, waited for."""
    at = f"download:{uuid4()}"
    job = jobs.start(who.account_id, at, batch(decision, papers, kept, how))
    try:
        standing = jobs.wait(job, progress)
        if standing.state is not JobState.READY:
            raise Invalid({"": standing.sentence})
        return job.out.read_bytes()
    finally:
        jobs.stop(who.account_id, at)


def _chosen(papers: list[Certificate], how: How) -> list[Certificate]:
    """The papers that `how` names, in its order. Raises Invalid when one of them is not in use any more."""
    if not how.order:
        return papers
    by_id = {paper.id: paper for paper in papers}
    refuse({} if set(how.order) <= set(by_id) else {"": "Danh sách giấy vừa thay đổi. Anh/chị mở lại trang rồi in."})
    return [by_id[each] for each in how.order]


def print_one(who: Actor, certificate_id: UUID, kind: Literal["PDF", "PNG", "JPEG"] = "PDF") -> tuple[bytes, str]:
    """One issued paper as PDF or picture; logged. Raises NotFound, NotAllowed, Invalid for a paper not in use."""
    with reading(who) as t:
        paper = certificate(t, who, certificate_id, Verb.PRINT)
        standing = rules.standing(paper.state, paper.award_state)
        refuse({} if standing is Standing.IN_FORCE else {"": f"Giấy số {paper.serial}: {standing.label.lower()}, nên không in nữa."})
        layout = kept_layout(t, paper.layout_version)
    name = f"Giấy khen số {paper.serial.replace('/', '-')}"
    if kind == "PDF":
        made = drawing.at_once([paper], {paper.layout_version: layout})
    else:
        made = render_image(layout, frozen(paper), dpi=200, format=kind)
    log(who, [paper], paper.decision_id)
    return made, f"{name}.{ {'PDF': 'pdf', 'PNG': 'png', 'JPEG': 'jpg'}[kind] }"


def issued_picture(who: Actor, award_id: UUID) -> bytes | None:
    """The paper in use of an award as a picture for the screen, too coarse to print; None before it was issued. Not logged."""
    with reading(who) as t:
        award(t, who, award_id, Verb.SEE_CERTIFICATES)
        papers = store.of_award_in_use(t, award_id)
        if not papers:
            return None
        layout = kept_layout(t, papers[-1].layout_version)
    return render_image(layout, frozen(papers[-1]), dpi=100)


def log(who: Actor, papers: Sequence[Certificate], decision_id: UUID, how: How = PLAIN) -> None:
    """Note that these papers were printed: in the print log, on the blank's and printer's account, in the audit."""
    with transaction(who) as t:
        run_store.log_run(t, decision_id, how.blank.id if how.blank else None, how.printer_id, len(papers), who.account_id, dates.now_utc())
        again = store.log_prints(t, [paper.id for paper in papers], who.account_id, dates.now_utc())
        detail = f"In {len(papers)} giấy" + (f", trong đó {again} giấy in lại" if again else "")
        audit.note(t, Verb.PRINT, KIND, papers[0].id if len(papers) == 1 else decision_id, detail=detail)
