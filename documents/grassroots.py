"""Papers about democracy at the grassroots: biên bản đối thoại, báo cáo công tác dân vận và thực hiện quy chế dân chủ."""

from collections.abc import Sequence

from documents import blocks, letterhead
from documents.blocks import Column
from documents.facts.grassroots import DialogueMinutes, GrassrootsReport, Raised
from documents.paper import Paper
from vietnamese import dates, numbers

_NOBODY = "Không có."


def dialogue_minutes(facts: DialogueMinutes) -> bytes:
    """Biên bản of a dialogue as .docx: who met whom, what was raised, answered and promised, two signatures."""
    paper = Paper(letterhead.of(facts.head), title=f"Biên bản {facts.about}")
    blocks.heading(paper, facts.head, "BB")
    blocks.title(paper, "BIÊN BẢN", facts.about)
    paper.heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN")
    paper.body(f"Thời gian: {dates.long(facts.held_on)}.")
    paper.body(f"Địa điểm: {facts.place.rstrip(' .')}.")
    for label, names in (("Chủ trì", facts.chair), ("Các tổ chức dự", facts.organisations)):
        if names:
            paper.body(f"{label}: {'; '.join(name.rstrip(' .;') for name in names)}.")
    if facts.people:
        paper.body(f"Số người dự: {numbers.count_two_digits(facts.people)} người.")
    parts = [("NỘI DUNG", facts.content)] if facts.content else []
    for i, (title, said) in enumerate(parts, 2):
        paper.heading(f"{numbers.roman(i)}. {title}")
        for text in said:
            paper.body(text)
    count = len(parts) + 2
    paper.heading(f"{numbers.roman(count)}. Ý KIẾN, TRẢ LỜI, CAM KẾT")
    if facts.raised:
        _raised(paper, facts.raised)
    else:
        paper.body("Không có ý kiến, kiến nghị.")
    if facts.result:
        paper.heading(f"{numbers.roman(count + 1)}. KẾT LUẬN")
        for text in facts.result:
            paper.body(text)
    blocks.close(paper, "Biên bản đã được đọc lại, các thành phần dự nhất trí và ký tên")
    blocks.signatures(paper, (facts.secretary, facts.presiding))
    return paper.bytes()


def _raised(paper: Paper, raised: Sequence[Raised]) -> None:
    columns = (Column("TT", 6, "center"), Column("Câu hỏi, kiến nghị", 32), Column("Trả lời", 30), Column("Cam kết, người thực hiện, thời hạn", 32))
    rows = [[str(i), _asked(one), one.answer or "Chưa trả lời.", promise(one)] for i, one in enumerate(raised, 1)]
    blocks.grid(paper, columns, rows)


def _asked(one: Raised) -> str:
    return f"{one.said}\n({one.said_by})" if one.said_by else one.said


def promise(one: Raised) -> str:
    """What is promised, who sees to it, until when; what became of it."""
    if not one.promise:
        return ""
    until = f"Hạn {dates.short(one.due)}." if one.due else ""
    keeper = f"{one.responsible}." if one.responsible else ""
    return "\n".join(part for part in (one.promise, " ".join(filter(None, (keeper, until))), one.done) if part)


def grassroots_report(facts: GrassrootsReport) -> bytes:
    """Báo cáo of a unit as .docx: results by section, a table of figures, promises still open."""
    paper = Paper(letterhead.of(facts.head), title=f"Báo cáo công tác dân vận, dân chủ ở cơ sở {facts.period}")
    blocks.heading(paper, facts.head, "BC")
    blocks.title(paper, "BÁO CÁO", f"Kết quả công tác dân vận và thực hiện quy chế dân chủ ở cơ sở {facts.period}")
    paper.heading("I. KẾT QUẢ THỰC HIỆN")
    for i, section in enumerate(facts.sections, 1):
        paper.heading(f"{i}. {section.title}")
        for text in section.paragraphs:
            paper.body(text)
    paper.heading("II. SỐ LIỆU")
    columns = (Column("TT", 8, "center"), Column("Chỉ tiêu", 66), Column("Số liệu", 26, "center"))
    blocks.grid(paper, columns, [[str(i), name, value] for i, (name, value) in enumerate(facts.figures, 1)], size=13)
    paper.heading("III. CAM KẾT CHƯA THỰC HIỆN")
    if facts.promises:
        wide = (Column("TT", 6, "center"), Column("Cam kết", 48), Column("Người thực hiện", 28), Column("Hạn", 18, "center"))
        rows = [[str(i), one.promise, one.responsible, _due(one)] for i, one in enumerate(facts.promises, 1)]
        blocks.grid(paper, wide, rows)
    else:
        paper.body(_NOBODY)
    for text in facts.closing[:-1]:
        paper.body(text)
    blocks.close(paper, facts.closing[-1] if facts.closing else "Trên đây là báo cáo của đơn vị")
    blocks.signature(paper, facts.signer, facts.copies_to)
    return paper.bytes()


def _due(one: Raised) -> str:
    return "\n".join(filter(None, (dates.short(one.due) if one.due else "", one.done)))
