"""Papers that ask: tờ trình with its list, and the summary list that a council reads, as Word and Excel."""

from documents import blocks, letterhead, lists
from documents.facts import Kind, Line, Submission, SummaryList
from documents.ooxml import Run, Shape
from documents.paper import A3, Paper
from documents.sheets import SheetColumn, Value, table


def submission(facts: Submission) -> bytes:
    """Tờ trình as .docx: to whom, why, for how many, with the list on its own pages.

    Raises ValueError when nobody is proposed or nobody is asked. Since 2026 a Party tờ trình opens with "Kính trình".
    """
    if not facts.lines:
        raise ValueError("Tờ trình chưa có tập thể, cá nhân nào. Anh/chị đưa vào ít nhất một trường hợp.")
    if not facts.to:
        raise ValueError("Tờ trình chưa có nơi nhận. Anh/chị ghi cơ quan được trình.")
    paper = Paper(letterhead.of(facts.head), title=f"Tờ trình {facts.about}")
    blocks.heading(paper, facts.head, "TTr")
    blocks.title(paper, "TỜ TRÌNH", facts.about)
    blocks.address(paper, paper.profile.submission_address, facts.to)
    for text in facts.reasons:
        paper.body(text)
    to = " và ".join(facts.to)
    paper.body(f"{facts.head.issuer.spoken} kính đề nghị {to} xem xét, {lists.awarding(facts.lines, facts.merit)}")
    _attachments(paper, facts)
    blocks.close(paper, f"Kính trình {to} xem xét, quyết định")
    blocks.signature(paper, facts.signer, facts.copies_to)
    head = facts.head
    under = (
        f"Kèm theo Tờ trình số {letterhead.bare_number(head, 'TTr')}, {letterhead.day(head)} của {head.issuer.spoken}"
    )
    lists.annex(paper, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", under, facts.lines)
    return paper.bytes()


def _attachments(paper: Paper, facts: Submission) -> None:
    if not facts.attachments:
        return
    paper.body("Hồ sơ kèm theo gồm:", keep_next=True)
    for i, name in enumerate(facts.attachments, 1):
        end = "." if i == len(facts.attachments) else ";"
        paper.body(f"{i}. {name}{end}")


def summary_list(facts: SummaryList) -> bytes:
    """The list of all cases on A3 across, for the members of a council, as .docx."""
    paper = Paper(letterhead.of(facts.head), size=A3, landscape=True, title=facts.about)
    organ = facts.head.issuer.name.replace("\n", " ")
    paper.line(Run(organ, bold=True, size=13), Shape(after=10, keep_next=True))
    paper.center(facts.about.upper(), bold=True, size=16, after=2)
    paper.center(facts.subtitle or lists.counts(facts.lines), italic=True, after=10)
    lists.recipients(paper, facts.lines, size=13)
    return paper.bytes()


_SHEET_COLUMNS = (
    SheetColumn("TT", "ordinal", 6),
    SheetColumn("Đối tượng", width=14),
    SheetColumn("Họ và tên, tên tập thể", width=30),
    SheetColumn("Chức vụ", width=20),
    SheetColumn("Đơn vị", width=30),
    SheetColumn("Mô hình, việc làm", width=28),
    SheetColumn("Tóm tắt thành tích", width=50),
    SheetColumn("Danh hiệu, hình thức", width=18),
    SheetColumn("Tiền thưởng (đồng)", "money", 16),
    SheetColumn("Ghi chú", width=16),
)
_OBJECTS = {Kind.COLLECTIVE: "Tập thể", Kind.HOUSEHOLD: "Hộ gia đình", Kind.PERSON: "Cá nhân"}


def summary_sheet(facts: SummaryList) -> bytes:
    """The same list as .xlsx on A3: one row for each, in the law's order, numbered anew for persons."""
    ordered = lists.in_order(facts.lines)
    groups = [line for line in ordered if line.kind is not Kind.PERSON]
    people = [line for line in ordered if line.kind is Kind.PERSON]
    rows = [_sheet_row(i, line) for part in (groups, people) for i, line in enumerate(part, 1)]
    return table(facts.about.upper(), _SHEET_COLUMNS, rows, subtitle=facts.subtitle, paper="A3")


def _sheet_row(i: int, line: Line) -> list[Value]:
    name, note = lists.full_name(line), "Truy tặng" if line.posthumous else line.note
    return [
        i,
        _OBJECTS[line.kind],
        name,
        line.post,
        line.unit,
        line.subject,
        line.achievement,
        line.award_form,
        line.amount,
        note,
    ]
