"""Small papers: phiếu trả lại, phiếu thẩm định, cut-out slips with a first-time code."""

from collections.abc import Sequence

from documents import blocks, letterhead
from documents.blocks import Column
from documents.facts import AccountSheet, AccountSlip, Outcome, ReturnSlip, ScreeningSlip, Track
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper
from vietnamese import dates

_OUTCOMES = {Outcome.PASS: "Đạt", Outcome.FAIL: "Không đạt", Outcome.ASK: "Cần người xem xét"}
_REASONS_ROOM = 300  # points that head, address and signature leave on one A4 page
_CODE_FONT = "Courier New"


def return_slip(facts: ReturnSlip) -> bytes:
    """Phiếu trả lại hồ sơ as .docx, one page: what is wrong, how to mend it, until when, whom to ask.

    Raises ValueError without a reason. Long reasons are set smaller, down to 8 points, so that the page holds them.
    """
    if not facts.reasons:
        raise ValueError("Phiếu trả lại phải có ít nhất một lý do. Anh/chị ghi lý do cho mục cần sửa.")
    paper = Paper(letterhead.of(facts.head), title=f"Phiếu trả lại {facts.code}")
    blocks.heading(paper, facts.head, "")
    blocks.title(paper, "PHIẾU TRẢ LẠI HỒ SƠ", f"Hồ sơ {facts.code}")
    _case(paper, (("Kính gửi", facts.unit), ("Việc, mô hình", facts.title), ("Tập thể, cá nhân", facts.recipient)))
    paper.body("Hồ sơ được trả lại để bổ sung, chỉnh sửa những mục sau:", keep_next=True)
    columns = (Column("TT", 6, "center"), Column("Mục", 22), Column("Lý do", 36), Column("Cách bổ sung", 36))
    rows = [[str(i), r.field, r.reason, r.mend] for i, r in enumerate(facts.reasons, 1)]
    size = blocks.size_that_fits(rows, columns, paper.room, _REASONS_ROOM)
    blocks.grid(paper, columns, rows, size=size)
    if facts.deadline:
        day = f"{dates.weekday(facts.deadline)}, {dates.long(facts.deadline)}"
        paper.runs(Run("Đề nghị gửi lại trước hết "), Run(day, bold=True), Run("."), keep_next=True)
    blocks.close(paper, f"Cần trao đổi thêm, xin liên hệ: {facts.contact}")
    blocks.signature(paper, facts.signer)
    return paper.bytes()


def _case(paper: Paper, pairs: Sequence[tuple[str, str]]) -> None:
    for label, text in pairs:
        if text:
            paper.runs(Run(f"{label}: "), Run(text, bold=True))


def screening_slip(facts: ScreeningSlip) -> bytes:
    """Phiếu thẩm định of one case as .docx: every check with outcome, clause and remark."""
    paper = Paper(letterhead.of(facts.head), title=f"Phiếu thẩm định {facts.code}")
    blocks.heading(paper, facts.head, "")
    blocks.title(paper, "PHIẾU THẨM ĐỊNH", f"Hồ sơ {facts.code}")
    case = (
        ("Đơn vị đề nghị", facts.unit),
        ("Việc, mô hình", facts.title),
        ("Tập thể, cá nhân", facts.recipient),
        ("Hình thức đề nghị", facts.asked_for),
    )
    _case(paper, case)
    columns = (
        Column("TT", 6, "center"),
        Column("Điều kiện", 34),
        Column("Kết quả", 16, "center"),
        Column("Căn cứ", 26),
        Column("Ghi chú", 22),
    )
    rows = [[str(i), c.rule, _OUTCOMES[c.outcome], c.clause, c.note] for i, c in enumerate(facts.checks, 1)]
    blocks.grid(paper, columns, rows)
    blocks.close(paper, f"Kết luận: {facts.conclusion}")
    blocks.signature(paper, facts.signer)
    return paper.bytes()


def account_slips(facts: AccountSheet) -> bytes:
    """Sheets of cut-out slips as .docx, ten to an A4 page: who, user name, one-time code, address, until when.

    Raises ValueError when there is nobody.
    """
    slips = facts.slips
    if not slips:
        raise ValueError("Chưa có tài khoản nào để in phiếu. Anh/chị chọn ít nhất một người.")
    paper = Paper(
        letterhead.choose(Track.PARTY, facts.day), title="Phiếu tài khoản", page_numbers=False, margins=(10, 10, 10, 10)
    )
    half = paper.room / 2
    rows = []
    for i in range(0, len(slips), 2):
        pair = [_slip(slip, facts.address) for slip in slips[i : i + 2]]
        pair += [paragraph("")] * (2 - len(pair))
        rows.append(row([Cell(inside, half) for inside in pair], height=54))
    paper.add(table((half, half), rows, borders="dashed", padding=4))
    paper.gap(1)
    return paper.bytes()


def _slip(slip: AccountSlip, address: str) -> str:
    until = f"{slip.expires.hour:02d}:{slip.expires.minute:02d} ngày {dates.short(slip.expires.date())}"
    small = Shape(before=1)
    return "".join(
        (
            paragraph(Run(slip.name, bold=True, size=14), Shape(before=3)),
            paragraph(Run(slip.unit, size=10.5), Shape(after=3)),
            paragraph((Run("Địa chỉ: ", size=11), Run(address, bold=True, size=11)), small),
            paragraph(
                (Run("Tên đăng nhập: ", size=11), Run(slip.user_name, bold=True, size=12, font=_CODE_FONT)), small
            ),
            paragraph((Run("Mã dùng một lần: ", size=11), Run(slip.code, bold=True, size=13, font=_CODE_FONT)), small),
            paragraph(
                Run(f"Dùng mã này trước {until}. Không đưa mã cho người khác.", italic=True, size=10),
                Shape(before=3, after=3),
            ),
        )
    )
