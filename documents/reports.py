"""Papers about one recipient: báo cáo and tóm tắt thành tích, phiếu đăng ký mô hình."""

from documents import blocks, letterhead, lists
from documents.blocks import Column
from documents.facts import AchievementReport, AchievementSummary, Kind, RegistrationForm
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper


def achievement_report(facts: AchievementReport) -> bytes:
    """Báo cáo thành tích as .docx: particulars, achievements, earlier awards, confirmation."""
    person = facts.recipient.kind is Kind.PERSON
    paper = Paper(letterhead.of(facts.head), title=f"Báo cáo thành tích {facts.recipient.name}")
    blocks.heading(paper, facts.head, "BC")
    blocks.title(paper, "BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {facts.asked_for}")
    paper.center(lists.full_name(facts.recipient), bold=True, after=8)
    paper.heading("I. SƠ LƯỢC LÝ LỊCH" if person else "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH")
    _particulars(paper, facts.particulars)
    paper.heading("II. THÀNH TÍCH ĐẠT ĐƯỢC")
    _numbered(paper, 1, "Quyền hạn, nhiệm vụ được giao" if person else "Chức năng, nhiệm vụ", facts.duties)
    for i, section in enumerate(facts.achievements, 2):
        _numbered(paper, i, section.title, section.paragraphs)
    paper.heading("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")
    _past(paper, facts)
    blocks.signatures(paper, (facts.confirmer, facts.reporter))
    return paper.bytes()


def _particulars(paper: Paper, pairs: tuple[tuple[str, str], ...]) -> None:
    for label, text in pairs:
        paper.runs(Run(f"- {label}: "), Run(text))


def _numbered(paper: Paper, number: int, title: str, paragraphs: tuple[str, ...]) -> None:
    if not paragraphs:
        return
    paper.heading(f"{number}. {title}")
    for text in paragraphs:
        paper.body(text)


def _past(paper: Paper, facts: AchievementReport) -> None:
    if not facts.past:
        paper.body("Chưa có.", keep_next=True)
        return
    columns = (
        Column("Năm", 10, "center"),
        Column("Danh hiệu, hình thức khen thưởng", 35),
        Column("Số, ngày, cơ quan ban hành quyết định", 55),
    )
    rows = [[str(award.year), award.form, award.paper] for award in facts.past]
    blocks.grid(paper, columns, rows, keep_next=True)


def achievement_summary(facts: AchievementSummary) -> bytes:
    """Tóm tắt thành tích as .docx, written by the proposing unit (NĐ 152/2025 Đ33(8); simplified procedure)."""
    paper = Paper(letterhead.of(facts.head), title=f"Tóm tắt thành tích {facts.recipient.name}")
    blocks.heading(paper, facts.head, "BC")
    blocks.title(paper, "TÓM TẮT THÀNH TÍCH", f"Đề nghị tặng {facts.asked_for}")
    r = facts.recipient
    who = ", ".join(part for part in (lists.full_name(r), r.post, r.unit) if part)
    pairs = (
        ("Tập thể, cá nhân được đề nghị", who),
        ("Việc làm, thành tích", facts.what),
        ("Thời gian", facts.when),
        ("Địa điểm", facts.where),
        ("Kết quả, tác dụng", facts.result),
        ("Lý do đề nghị khen thưởng", facts.why),
        ("Người xác nhận, chứng kiến", facts.known_by),
    )
    shown = [pair for pair in pairs if pair[1]]
    for i, (label, text) in enumerate(shown, 1):
        paper.runs(Run(f"{i}. {label}: ", bold=True), Run(text), keep_next=i == len(shown))
    blocks.signature(paper, facts.signer)
    return paper.bytes()


def registration_form(facts: RegistrationForm) -> bytes:
    """Phiếu đăng ký mô hình "Dân vận khéo" as .docx: a ruled box for each question, two signatures."""
    paper = Paper(letterhead.of(facts.head), title="Phiếu đăng ký mô hình Dân vận khéo")
    blocks.heading(paper, facts.head, "")
    blocks.title(paper, "PHIẾU ĐĂNG KÝ", f"Mô hình “Dân vận khéo” năm {facts.year}")
    state = "Mô hình mới" if facts.is_new else "Mô hình tiếp tục duy trì"
    head = (
        ("Đơn vị đăng ký", facts.unit),
        ("Lĩnh vực", facts.field),
        ("Loại mô hình", f"{facts.owner}; {state.lower()}"),
    )
    pairs = [*head, ("Người phụ trách, điện thoại", facts.contact)]
    rows = [_box(paper, label, text) for label, text in pairs if text]
    for i, section in enumerate(facts.boxes, 1):
        last = i == len(facts.boxes)
        rows.append(_box(paper, f"{i}. {section.title}", "\n".join(section.paragraphs), keep_next=last))
    paper.add(table(_box_widths(paper), rows))
    blocks.signatures(paper, (facts.confirmer, facts.registrant))
    return paper.bytes()


def _box_widths(paper: Paper) -> tuple[float, float]:
    return 52, paper.room - 52


def _box(paper: Paper, label: str, text: str, *, keep_next: bool = False) -> str:
    left, right = _box_widths(paper)
    pad = Shape(before=3, after=3, keep_next=keep_next)
    said = "".join(paragraph(Run(part, size=13), pad) for part in text.split("\n"))
    return row(
        [Cell(paragraph(Run(label, bold=True, size=13), pad), left, vertical="top"), Cell(said, right, vertical="top")]
    )
