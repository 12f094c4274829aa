"""Giao ước thi đua: who promises what to whom, until when, with a place to sign for each unit."""

from documents import blocks, letterhead
from documents.blocks import Column
from documents.facts.covenants import CovenantPaper
from documents.ooxml import Run, Shape
from documents.paper import Paper
from vietnamese import dates, numbers

_TITLE = "GIAO ƯỚC THI ĐUA"


def covenant_paper(facts: CovenantPaper) -> bytes:
    """The covenant as .docx: parties, what they promise, targets, period, a place to sign for each; the edition's mark at the end."""
    paper = Paper(letterhead.of(facts.head), title=facts.name)
    blocks.heading(paper, facts.head, "")
    if facts.draft:
        paper.center("BẢN NHÁP, CHƯA ĐƯA RA KÝ", italic=True, size=12)
    blocks.title(paper, _TITLE, _about(facts.name))
    day = dates.long(facts.signed_on) if facts.signed_on else f"ngày{letterhead.OPEN} tháng{letterhead.OPEN} năm {facts.from_date.year}"
    of = f" của {facts.cluster}" if facts.cluster else ""
    paper.body(f"Hôm nay, {day}, tại {facts.place or letterhead.OPEN * 4}, chúng tôi là đại diện {numbers.count_two_digits(len(facts.parties))} đơn vị{of}, gồm:", keep_next=True)
    for number, party in enumerate(facts.parties, 1):
        post = f" ({party.post})" if party.post else ""
        paper.body(f"{number}. {party.name}{post}{'.' if number == len(facts.parties) else ';'}")
    paper.body("Các đơn vị bàn bạc, thống nhất ký kết giao ước thi đua với những nội dung sau:")
    _promises(paper, facts)
    blocks.close(paper, "Các đơn vị cam kết thực hiện đúng những nội dung đã giao ước, giúp đỡ nhau cùng hoàn thành")
    paper.gap(6, keep_next=True)
    paper.center("ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC", bold=True, after=2)
    for first in range(0, len(facts.parties), 2):
        blocks.signatures(paper, [party.signer for party in facts.parties[first : first + 2]])
        paper.gap(12)
    if facts.mark:
        paper.line(Run(facts.mark, italic=True, size=10), Shape(before=6))
    return paper.bytes()


def _about(name: str) -> str:
    """What stands under the title: the covenant's name without the words that the title itself says."""
    rest = name[len(_TITLE) :].strip(" ,:") if name.upper().startswith(_TITLE) else name
    return rest[:1].upper() + rest[1:]


def _promises(paper: Paper, facts: CovenantPaper) -> None:
    """The numbered parts: what is promised in words, the targets, the time."""
    count = 1
    if facts.content:
        paper.heading("I. NỘI DUNG THI ĐUA")
        for said in facts.content:
            paper.body(said)
        count += 1
    paper.heading(f"{numbers.roman(count)}. CHỈ TIÊU GIAO ƯỚC")
    scored = any(target.points for target in facts.targets)
    columns = [Column("TT", 6, "center"), Column("Chỉ tiêu", 52), Column("Mức phấn đấu", 28), *([Column("Điểm tối đa", 14, "center")] if scored else [])]
    rows = [[str(number), target.name, target.wanted, *([target.points] if scored else [])] for number, target in enumerate(facts.targets, 1)]
    blocks.grid(paper, columns, rows, size=13)
    paper.heading(f"{numbers.roman(count + 1)}. THỜI GIAN THỰC HIỆN")
    paper.body(f"Giao ước thực hiện từ {dates.long(facts.from_date)} đến {dates.long(facts.to_date)}.")
    paper.body(f"Mỗi đơn vị báo cáo kết quả từng chỉ tiêu chậm nhất {dates.long(facts.report_by)} để cùng đánh giá, so sánh.")
