"""Phiếu dò: what will stand on each certificate of a unit, to be read word by word, mended by pen, and signed."""

from documents import blocks, letterhead
from documents.blocks import Column
from documents.facts import Track
from documents.facts.print_shop import ProofRow, ProofSlip, ProofSlips
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper
from vietnamese import dates

_COLUMNS = (Column("TT", 5, "center"), Column("Họ tên, tên tập thể", 24), Column("Chức vụ, đơn vị", 27), Column("In trên giấy", 14), Column("Thành tích", 34), Column("Sửa lại (nếu sai)", 22))


def slips(facts: ProofSlips) -> bytes:
    """The slips of all given units as .docx across A4, each on its own pages. Raises ValueError when there is none."""
    if not facts.slips:
        raise ValueError("Chưa có phiếu dò nào. Quyết định này chưa có khen thưởng nào còn hiệu lực.")
    paper = Paper(letterhead.choose(Track(facts.track), facts.decision_day), landscape=True, title=f"Phiếu dò {facts.decision_number}", margins=(15, 15, 18, 15))
    for number, slip in enumerate(facts.slips):
        _slip(paper, facts, slip, first=number == 0)
    return paper.bytes()


def _slip(paper: Paper, facts: ProofSlips, slip: ProofSlip, *, first: bool) -> None:
    paper.line(Run(facts.issuer, bold=True, size=12), Shape(page_before=not first, keep_next=True))
    paper.center("PHIẾU DÒ NỘI DUNG IN GIẤY KHEN", bold=True, size=15, after=2)
    paper.center(slip.unit, bold=True, size=13, after=2)
    under = f"Theo Quyết định số {facts.decision_number} {dates.long(facts.decision_day)}. Mã nội dung: {slip.code}"
    paper.center(under, italic=True, size=12, after=6)
    small = Shape(after=6, keep_next=True)
    paper.line(Run("Đề nghị đơn vị đọc từng chữ: họ tên, chức vụ, tên đơn vị, thành tích. Chữ nào sai, ghi chữ đúng vào cột cuối. Giấy chỉ được in sau khi đơn vị ký phiếu này.", size=12), small)
    rows = [_cells(number, one) for number, one in enumerate(slip.rows, 1)]
    blocks.grid(paper, _COLUMNS, rows, size=12)
    flagged = [(number, doubt) for number, one in enumerate(slip.rows, 1) for doubt in one.doubts]
    if flagged:
        paper.line(Run("Chỗ cần xem kỹ", bold=True, size=12), Shape(before=6, keep_next=True))
        for number, doubt in flagged:
            paper.line(Run(f"Dòng {number}, {doubt[:1].lower()}{doubt[1:]}", size=12), Shape(left=4))
    _signatures(paper, len(slip.rows))


def _cells(number: int, one: ProofRow) -> list[str]:
    where = ", ".join(part for part in (one.post, one.unit) if part)
    merit = f"“{one.subject}”\n{one.achievement}" if one.subject else one.achievement
    return [str(number), one.name, where, one.form, merit, ""]


def _signatures(paper: Paper, count: int) -> None:
    half = paper.room / 2
    left = paragraph(Run(f"Phiếu này có {count:02d} giấy.", size=12)) + paragraph(Run("☐ Đúng, đề nghị in.", size=12), Shape(before=4)) + paragraph(Run("☐ Có chỗ sửa, đã ghi ở cột cuối.", size=12), Shape(before=4))
    centre = Shape(align="center", keep_next=True)
    right = (
        paragraph(Run("Ngày ……… tháng ……… năm ………", italic=True, size=12), centre)
        + paragraph(Run("ĐẠI DIỆN ĐƠN VỊ", bold=True, size=12), centre)
        + paragraph(Run("(ký, ghi rõ họ tên)", italic=True, size=11), Shape(align="center", after=44))
    )
    paper.gap(6, keep_next=True)
    paper.add(table((half, half), [row([Cell(left, half, vertical="top"), Cell(right, half, vertical="top")])], borders="none"))
    paper.gap(1)
