"""Printing issued papers: one PDF in ceremony order, or single pictures, from the frozen facts and the kept layout."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from uuid import UUID

from certificates import (
    Calibration,
    Facts,
    Layout,
    Refused,
    address,
    dump_layout,
    parse_layout,
    render,
    render_image,
    resized,
)
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, Unavailable, refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.issuing import rules
from recognition.issuing.actions.ground import KIND, award, certificate, recorded
from recognition.issuing.actions.issuing import base_address
from recognition.issuing.shop_terms import How
from recognition.issuing.store import certificates as store
from recognition.issuing.store import printers as run_store
from recognition.issuing.terms import Certificate, Standing
from vietnamese import dates

#: Up to this many papers are drawn in this process; more of them in a child, so that others are answered meanwhile.
SMALL = 200
Progress = Callable[[int, int], None]
#: On plain paper, in the decision's order, with no correction.
PLAIN = How()


def frozen(paper: Certificate) -> Facts:
    """The facts as they were issued, with the signed address; a stored row that was changed is refused."""
    facts = Facts.from_json(paper.facts)
    if facts.sha256() != paper.facts_sha256:
        raise Unavailable(f"Giấy số {paper.serial} không còn đúng nội dung lúc cấp. Anh/chị báo người quản trị kiểm tra cơ sở dữ liệu.")
    return facts.with_url(address(base_address(), paper.signature))


def print_pdf(who: Actor, decision_id: UUID, progress: Progress | None = None, how: How = PLAIN) -> tuple[bytes, str]:
    """All papers in use of a decision as one print-ready PDF, and a file name; every print is logged, reprints as such.

    `how` says on which blank (words only), corrected for which printer, which papers in which order. Raises NotFound, NotAllowed, Invalid when nothing was issued yet or it cannot be drawn.
    """
    with reading(who) as t:
        decision = recorded(t, who, decision_id, Verb.PRINT)
        papers = store.of_decision(t, decision_id, in_use=True)
        refuse({} if papers else {"": "Quyết định này chưa có giấy nào được cấp. Anh/chị bấm «Cấp giấy khen» trước."})
        papers = _chosen(papers, how)
        contents = {version: store.layout(t, version) for version in dict.fromkeys(paper.layout_version for paper in papers)}
    pdf = _drawn(papers, contents, progress, how)
    _log(who, papers, decision_id, how)
    return pdf, f"Giấy khen theo Quyết định {decision.number_text.replace('/', '-')}.pdf"


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
        content = store.layout(t, paper.layout_version)
    name = f"Giấy khen số {paper.serial.replace('/', '-')}"
    if kind == "PDF":
        made = _drawn([paper], {paper.layout_version: content}, None)
    else:
        made = render_image(parse_layout(content), frozen(paper), dpi=200, format=kind)
    _log(who, [paper], paper.decision_id)
    return made, f"{name}.{ {'PDF': 'pdf', 'PNG': 'png', 'JPEG': 'jpg'}[kind] }"


def issued_picture(who: Actor, award_id: UUID) -> bytes | None:
    """The paper in use of an award as a picture for the screen, too coarse to print; None before it was issued. Not logged."""
    with reading(who) as t:
        award(t, who, award_id, Verb.SEE_CERTIFICATES)
        papers = store.of_award_in_use(t, award_id)
        if not papers:
            return None
        content = store.layout(t, papers[-1].layout_version)
    return render_image(parse_layout(content), frozen(papers[-1]), dpi=100)


def _drawn(papers: list[Certificate], contents: dict[str, str], progress: Progress | None, how: How = PLAIN) -> bytes:
    """One PDF of all papers in their order; papers of several layouts are drawn layout by layout and put back in order."""
    with tempfile.TemporaryDirectory() as folder:
        parts: list[tuple[Path, list[int]]] = []
        for number, (version, content) in enumerate(contents.items()):
            places = [place for place, paper in enumerate(papers) if paper.layout_version == version]
            facts = [frozen(papers[place]) for place in places]
            out = Path(folder) / f"{number}.pdf"
            (_in_child if len(facts) > SMALL else _in_process)(_for_blank(parse_layout(content), how), how, facts, out, progress)
            parts.append((out, places))
        return parts[0][0].read_bytes() if len(parts) == 1 else _joined(parts)


def _for_blank(layout: Layout, how: How) -> Layout:
    if how.blank is None:
        return layout
    try:
        return resized(layout, how.blank.width, how.blank.height, words_only=True)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def _in_process(layout: Layout, how: How, facts: list[Facts], out: Path, progress: Progress | None) -> None:
    try:
        render(
            layout, facts, out, overprint=how.blank is not None, calibration=how.calibration,
            progress=(lambda done, total: progress(done, total or len(facts))) if progress else None,
        )  # fmt: skip
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def _in_child(layout: Layout, how: How, facts: list[Facts], out: Path, progress: Progress | None) -> None:
    """The same in a child process, which tells its progress line by line: `done/total`."""
    given = out.with_suffix(".jsonl")
    given.write_text("".join(one.to_json() + "\n" for one in facts), encoding="utf-8")
    drawn = out.with_suffix(".toml")
    drawn.write_text(dump_layout(layout), encoding="utf-8")
    command = [sys.executable, "-m", "recognition.issuing.press", str(drawn), str(given), str(out), str(int(how.blank is not None)), _told(how.calibration)]
    said = ""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stderr is not None
        for line in child.stderr:
            done, _, total = line.strip().partition("/")
            if progress is not None and done.isdigit() and total.isdigit():
                progress(int(done), int(total))
            elif line.strip():
                said = line.strip()
    if child.returncode:
        raise Invalid({"": said or "Không in được loạt giấy này. Anh/chị thử lại, nếu vẫn lỗi thì báo người quản trị."})


def _told(calibration: Calibration | None) -> str:
    return calibration.to_json() if calibration else ""


def _joined(parts: list[tuple[Path, list[int]]]) -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    pages = {place: page for part, places in parts for place, page in zip(places, PdfReader(part).pages, strict=True)}
    for _, page in sorted(pages.items()):
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _log(who: Actor, papers: list[Certificate], decision_id: UUID, how: How = PLAIN) -> None:
    with transaction(who) as t:
        run_store.log_run(t, decision_id, how.blank.id if how.blank else None, how.printer_id, len(papers), who.account_id, dates.now_utc())
        again = store.log_prints(t, [paper.id for paper in papers], who.account_id, dates.now_utc())
        detail = f"In {len(papers)} giấy" + (f", trong đó {again} giấy in lại" if again else "")
        audit.note(t, Verb.PRINT, KIND, papers[0].id if len(papers) == 1 else decision_id, detail=detail)
