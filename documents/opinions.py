"""Phiếu xin ý kiến bằng văn bản: what members who cannot come are asked to fill in, sign and send back."""

from documents import blocks, letterhead, measure
from documents.facts import OpinionForms, OpinionSheet
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper
from vietnamese import dates

_ROWS = 330  # points left for the lines of a sheet that shall stay on one page
_SIGN = 56.0  # points between "ký, ghi rõ họ tên" and the name


def opinion_forms(facts: OpinionForms) -> bytes:
    """The forms as .docx, each member's on pages of its own, with the place and the day left to the member's pen.

    Raises ValueError without members, options, or cases to ask about.
    """
    if not facts.sheets or not facts.options or not all(sheet.items for sheet in facts.sheets):
        raise ValueError("Phiếu xin ý kiến phải có người được hỏi, trường hợp để hỏi và lựa chọn. Anh/chị kiểm tra lại.")
    paper = Paper(letterhead.of(facts.head), title="Phiếu xin ý kiến", page_numbers=False)
    for i, sheet in enumerate(facts.sheets):
        if i:
            paper.line(Run("", size=1), Shape(line=1, page_before=True))
        _sheet(paper, facts, sheet)
    return paper.bytes()


def _sheet(paper: Paper, facts: OpinionForms, sheet: OpinionSheet) -> None:
    you = "đồng chí" if paper.profile.is_party else "ông (bà)"
    blocks.heading(paper, facts.head, "")
    blocks.title(paper, "PHIẾU XIN Ý KIẾN", f"về các trường hợp trình {facts.meeting}")
    blocks.address(paper, "Kính gửi", (f"{you[:1].upper()}{you[1:]} {blocks.person(sheet.member)}",))
    body = facts.head.issuer.spoken
    basis = f" ({facts.basis})" if facts.basis else ""
    count = f"{len(sheet.items):02d} trường hợp"
    paper.body(
        f"{body} họp {dates.long(facts.meets)} để xét khen thưởng. Do {you} không dự họp, {body} xin ý kiến bằng văn bản của {you} về {count} sau đây{basis}."
    )
    paper.body("Đánh dấu X vào một ô cho mỗi trường hợp.", italic=True, keep_next=True)
    columns, rows = blocks.ballot_table(sheet.items, facts.options)
    blocks.grid(paper, columns, rows, size=max(10, min(12, blocks.size_that_fits(rows, columns, paper.room, _ROWS))))
    paper.body("Ý kiến khác (nếu có):", keep_next=True)
    for _ in range(2):
        paper.line(Run("." * int(paper.room / measure.width(".", 11)), size=11), Shape(after=4, keep_next=True))
    blocks.close(
        paper,
        f"Phiếu có chữ ký xin gửi về {facts.reply_to} chậm nhất {dates.long(facts.reply_by)}. Ý kiến được giữ riêng, tính một lần vào kết quả; "
        f"biên bản ghi tên {you} đã gửi ý kiến",
    )
    _place_for_signature(paper, sheet.member.name)


def _place_for_signature(paper: Paper, name: str) -> None:
    """On the right: the day for the pen, who answers, room to sign, the name."""
    half = paper.room / 2
    said = (
        paragraph(Run("Ngày ...... tháng ...... năm ..........", italic=True), Shape(align="center", keep_next=True)),
        paragraph(Run("NGƯỜI CHO Ý KIẾN", bold=True), Shape(align="center", keep_next=True)),
        paragraph(Run("(Ký, ghi rõ họ tên)", italic=True, size=12), Shape(align="center", keep_next=True)),
        paragraph(Run("\n".join(measure.balanced(name, 14, half - 4, bold=True)), bold=True), Shape(align="center", before=_SIGN)),
    )
    paper.gap(6, keep_next=True)
    paper.add(table((half, half), [row([Cell(paragraph(""), half), Cell("".join(said), half, vertical="top")])], borders="none"))
    paper.gap(1)
