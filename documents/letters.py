"""Papers that tell: thư khen, công văn that reminds, thông báo on what became of a unit's cases, thông báo with a posted list."""

from documents import blocks, letterhead, lists
from documents.blocks import Column
from documents.facts import Answer, AwardLetter, Posting, ReminderLetter, ResultLetter
from documents.paper import Paper
from vietnamese import dates


def award_letter(facts: AwardLetter) -> bytes:
    """Thư khen as .docx. Raises ValueError without a text."""
    if not facts.paragraphs:
        raise ValueError("Thư khen chưa có nội dung. Anh/chị viết lời khen.")
    r = facts.recipient
    paper = Paper(letterhead.of(facts.head), title=f"Thư khen {r.name}")
    blocks.heading(paper, facts.head, "")
    paper.center("THƯ KHEN", bold=True, size=paper.profile.title + 4, after=10)
    who = ", ".join(part for part in (lists.full_name(r), r.post, r.unit) if part)
    blocks.address(paper, "Thân gửi", (who,))
    for text in facts.paragraphs[:-1]:
        paper.body(text)
    blocks.close(paper, facts.paragraphs[-1])
    blocks.signature(paper, facts.signer)
    return paper.bytes()


def result_letter(facts: ResultLetter) -> bytes:
    """Thông báo to a unit as .docx: what became of each of its cases and what to mend; never a count of votes.

    Raises ValueError without any case.
    """
    if not facts.answers:
        raise ValueError("Thông báo chưa có trường hợp nào. Anh/chị chọn ít nhất một hồ sơ của đơn vị.")
    paper = Paper(letterhead.of(facts.head), title=f"Thông báo {facts.about}")
    blocks.heading(paper, facts.head, "TB")
    blocks.title(paper, "THÔNG BÁO", facts.about)
    blocks.address(paper, "Kính gửi", facts.to)
    for text in facts.paragraphs:
        paper.body(text)
    paper.body("Kết quả xét các trường hợp do đơn vị giới thiệu như sau:", keep_next=True)
    blocks.grid(paper, *_answers(facts.answers))
    blocks.close(paper, f"Trân trọng cảm ơn {' và '.join(facts.to)} đã giới thiệu những tấm gương của đơn vị")
    blocks.signature(paper, facts.signer, facts.copies_to)
    return paper.bytes()


def reminder_letter(facts: ReminderLetter) -> bytes:
    """Công văn đôn đốc as .docx, its trích yếu under the number (a công văn has no title). Raises ValueError without a text."""
    if not facts.paragraphs:
        raise ValueError("Công văn chưa có nội dung. Anh/chị viết nội dung.")
    paper = Paper(letterhead.of(facts.head), title=f"Công văn {facts.about}")
    lead = "Về việc" if paper.profile.is_party else "V/v"  # NĐ 30/2020/NĐ-CP, annex I: «V/v», upright
    blocks.heading(paper, facts.head, letterhead.LETTER, about=f"{lead} {facts.about}")
    blocks.address(paper, "Kính gửi", facts.to)
    for text in facts.paragraphs[:-1]:
        paper.body(text)
    blocks.close(paper, facts.paragraphs[-1])
    blocks.signature(paper, facts.signer, facts.copies_to)
    return paper.bytes()


def _answers(answers: tuple[Answer, ...]) -> tuple[list[Column], list[list[str]]]:
    """The columns that have something to say and their rows."""
    columns = {
        "name": Column("Tập thể, cá nhân", 26),
        "stage": Column("Kết quả", 30),
        "counted": Column("Điểm được ghi nhận", 22),
        "missing": Column("Điểm còn thiếu", 26),
        "hint": Column("Gợi ý cho lần sau", 26),
    }
    kept = [key for key in columns if any(getattr(answer, key) for answer in answers)]
    rows = [[str(i), *(getattr(answer, key) for key in kept)] for i, answer in enumerate(answers, 1)]
    return [Column("TT", 6, "center"), *(columns[key] for key in kept)], rows


def posting(facts: Posting) -> bytes:
    """Thông báo of a posted list as .docx, the list on its own pages without money.

    After a decision a list is made known within 5 working days and stands at least 20 days
    (Luật Thực hiện dân chủ ở cơ sở Đ47, Đ48); the days come from the caller. Raises ValueError when the list is
    empty or ends before it starts.
    """
    if not facts.lines:
        raise ValueError("Danh sách niêm yết chưa có ai. Anh/chị chọn ít nhất một trường hợp.")
    if facts.ends < facts.starts:
        raise ValueError("Ngày kết thúc niêm yết trước ngày bắt đầu. Anh/chị kiểm tra lại hai ngày.")
    paper = Paper(letterhead.of(facts.head), title=f"Thông báo {facts.about}")
    blocks.heading(paper, facts.head, "TB")
    blocks.title(paper, "THÔNG BÁO", facts.about)
    if facts.basis:
        paper.body(facts.basis)
    paper.body(
        f"{facts.head.issuer.spoken} niêm yết công khai danh sách {lists.counts(facts.lines)} (có danh sách kèm theo)."
    )
    paper.body(f"Nơi niêm yết: {facts.place}.")
    days = (facts.ends - facts.starts).days + 1
    paper.body(f"Thời gian niêm yết: {days} ngày, từ {dates.long(facts.starts)} đến hết {dates.long(facts.ends)}.")
    blocks.close(paper, _closing(facts))
    blocks.signature(paper, facts.signer, facts.copies_to)
    head = facts.head
    under = (
        f"Kèm theo Thông báo số {letterhead.bare_number(head, 'TB')}, {letterhead.day(head)} của {head.issuer.spoken}"
    )
    lists.annex(paper, "DANH SÁCH NIÊM YẾT", under, [lists.without_money(line) for line in facts.lines])
    return paper.bytes()


def _closing(facts: Posting) -> str:
    where = f" Nơi nhận ý kiến: {facts.contact}." if facts.contact else ""
    if facts.asks_opinions:
        return f"Mọi ý kiến đóng góp, phản ánh xin gửi trước khi hết thời gian niêm yết.{where}"
    return f"Thông báo để cán bộ, đảng viên, người lao động và nhân dân biết.{where}"
