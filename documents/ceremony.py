"""What a ceremony needs on paper: the script to read, cards to call from, the sheet to sign, who was absent."""

from collections.abc import Sequence
from datetime import date

from documents import blocks, letterhead
from documents.blocks import Band, Column
from documents.facts import Track
from documents.facts.print_shop import CallLine, Ceremony, LeftRow
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper
from documents.sheets import SheetColumn, Value
from documents.sheets import table as sheet
from vietnamese import dates, numbers

_EMPTY = "Chưa có ai để gọi tên. Quyết định này chưa có khen thưởng nào còn hiệu lực."
_SIGNED = (
    SheetColumn("TT", "ordinal", 6), SheetColumn("Số vào sổ", width=12), SheetColumn("Họ và tên, tên tập thể", width=30), SheetColumn("Chức vụ, đơn vị", width=36),
    SheetColumn("Hình thức", width=18), SheetColumn("Tiền thưởng (đồng)", "money", 16, total=True), SheetColumn("Hiện vật", width=14), SheetColumn("Ngày nhận", "date"),
    SheetColumn("Ký nhận", width=22),
)  # fmt: skip


_LEFT = (
    SheetColumn("TT", "ordinal", 6), SheetColumn("Quyết định", width=16), SheetColumn("Ngày", "date"), SheetColumn("Số vào sổ", width=12),
    SheetColumn("Họ và tên, tên tập thể", width=28), SheetColumn("Chức vụ, đơn vị", width=32), SheetColumn("Hình thức", width=18),
    SheetColumn("Tiền chưa trao (đồng)", "money", 16, total=True), SheetColumn("Hiện vật", width=14), SheetColumn("Người nhận, ngày nhận, ký", width=24),
)  # fmt: skip


def _paper(facts: Ceremony, title: str, *, landscape: bool = False, margins: tuple[float, float, float, float] = (18, 18, 22, 18), numbered: bool = True) -> Paper:
    if not facts.lines:
        raise ValueError(_EMPTY)
    profile = letterhead.choose(Track(facts.track), facts.decision_day)
    return Paper(profile, landscape=landscape, title=title, margins=margins, page_numbers=numbered)


def _groups(lines: Sequence[CallLine]) -> list[tuple[str, list[CallLine]]]:
    """Runs of lines of one group, in the order of calling."""
    found: list[tuple[str, list[CallLine]]] = []
    for line in lines:
        if not found or found[-1][0] != line.group:
            found.append((line.group, []))
        found[-1][1].append(line)
    return found


def script(facts: Ceremony) -> bytes:
    """The script as .docx in large letters: what is read, and in small italics how to read what is hard. Raises ValueError when empty."""
    paper = _paper(facts, f"Kịch bản trao thưởng {facts.decision_number}")
    paper.center("KỊCH BẢN CÔNG BỐ VÀ TRAO THƯỞNG", bold=True, size=16, after=2)
    paper.center(facts.about, italic=True, size=13, after=10)
    about = facts.about[:1].lower() + facts.about[1:]
    _read(paper, f"Kính thưa các đồng chí và các vị đại biểu. Sau đây, xin công bố Quyết định số {facts.decision_number} {dates.long(facts.decision_day)} của {facts.awarding}, {_sentence(about)}")
    for number, (name, lines) in enumerate(_groups(facts.lines), 1):
        paper.line(Run(f"Lượt {number}. {name} ({len(lines):02d})", bold=True, size=15), Shape(before=12, after=4, keep_next=True))
        _read(paper, "Xin trân trọng kính mời:", keep_next=True)
        for line in lines:
            _one(paper, line)
    _read(paper, "Xin trân trọng chúc mừng các tập thể, cá nhân được khen thưởng.")
    return paper.bytes()


def _read(paper: Paper, text: str, *, keep_next: bool = False) -> None:
    paper.line(Run(text, size=15), Shape(before=4, after=4, keep_lines=True, keep_next=keep_next))


def _one(paper: Paper, line: CallLine) -> None:
    named = f"{line.number}. {line.name}"
    where = f", {line.where}" if line.where else ""
    paper.line((Run(named, bold=True, size=16), Run(where, size=15)), Shape(before=6, after=0, left=8, first=-8, keep_next=True, keep_lines=True))
    subject = f" Mô hình “{line.subject}”." if line.subject else ""
    end = Shape(left=8, after=4 if not line.hint else 0, keep_next=bool(line.hint), keep_lines=True)
    paper.line(Run(f"{line.form}.{subject} {_sentence(line.achievement)}", size=15), end)
    if line.hint:
        paper.line(Run(f"Cách đọc: {line.hint}.", italic=True, size=11), Shape(left=8, after=4, keep_lines=True))


def _sentence(text: str) -> str:
    return text.rstrip(" .") + "."


def cards(facts: Ceremony) -> bytes:
    """Call cards as .docx, four to an A4 page, in the order of calling, to cut and lay on the pile. Raises ValueError when empty."""
    paper = _paper(facts, f"Thẻ gọi tên {facts.decision_number}", margins=(10, 10, 10, 10), numbered=False)
    half, rows = paper.room / 2, []
    for first in range(0, len(facts.lines), 2):
        pair = [_card(line) for line in facts.lines[first : first + 2]]
        pair += [paragraph("")] * (2 - len(pair))
        rows.append(row([Cell(inside, half) for inside in pair], height=66))
    paper.add(table((half, half), rows, borders="dashed", padding=5))
    paper.gap(1)
    return paper.bytes()


def _card(line: CallLine) -> str:
    centre = Shape(align="center", after=3)
    parts = [
        paragraph((Run(f"{line.number}", bold=True, size=26), Run(f"   {line.serial}", size=11)), centre),
        paragraph(Run(line.name, bold=True, size=17 if len(line.name) < 34 else 14), centre),
        paragraph(Run(line.where, size=11.5), centre) if line.where else "",
        paragraph(Run(line.form, italic=True, size=12), centre),
        paragraph(Run(line.group, size=10), centre),
        paragraph(Run(f"Cách đọc: {line.hint}", italic=True, size=9.5), centre) if line.hint else "",
    ]
    return "".join(parts)


def hand_over(facts: Ceremony) -> bytes:
    """The sheet of money and signatures as .docx across A4, with its total in words. Raises ValueError when empty."""
    paper = _paper(facts, f"Danh sách ký nhận {facts.decision_number}", landscape=True, margins=(15, 15, 18, 15))
    _head(paper, facts, "DANH SÁCH KÝ NHẬN GIẤY KHEN VÀ TIỀN THƯỞNG")
    columns = (
        Column("TT", 5, "center"), Column("Số vào sổ", 9, "center"), Column("Họ và tên, tên tập thể", 24), Column("Chức vụ, đơn vị", 28), Column("Hình thức", 13),
        Column("Tiền thưởng (đồng)", 12, "right"), Column("Ký nhận", 17),
    )  # fmt: skip
    total = sum(line.amount for line in facts.lines)
    rows: list[Sequence[str] | Band] = []
    for name, lines in _groups(facts.lines):
        rows.append(Band(name))
        rows += [[str(x.number), x.serial, x.name, x.where, x.form, _money(x), ""] for x in lines]
    rows.append(["", "", "Tổng cộng", "", "", numbers.integer(total), ""])
    blocks.grid(paper, columns, rows, size=12, keep_next=True)
    paper.line(Run(f"Tổng tiền thưởng bằng chữ: {_words(total)}.", italic=True, size=12), Shape(before=6, keep_next=True))
    _two(paper, "NGƯỜI LẬP", "THỦ QUỸ")
    return paper.bytes()


def _money(line: CallLine) -> str:
    return "\n".join(part for part in (numbers.integer(line.amount) if line.amount else "", line.gift) if part)


def _words(total: int) -> str:
    said = numbers.in_words(total)
    return f"{said[:1].upper()}{said[1:]} đồng"


def hand_over_excel(facts: Ceremony) -> bytes:
    """The same sheet as a workbook. Raises ValueError when empty."""
    if not facts.lines:
        raise ValueError(_EMPTY)
    rows: list[list[Value]] = [[x.number, x.serial, x.name, x.where, x.form, x.amount, x.gift, x.handed_on, ""] for x in facts.lines]
    under = f"Quyết định số {facts.decision_number} {dates.long(facts.decision_day)}"
    return sheet("DANH SÁCH KÝ NHẬN GIẤY KHEN VÀ TIỀN THƯỞNG", _SIGNED, rows, subtitle=under, sheet="Ký nhận", signers=("Người lập", "Thủ quỹ"))


def absentees(facts: Ceremony) -> bytes:
    """Who has not received yet, with room to write who takes it for them. Raises ValueError when empty."""
    paper = _paper(facts, f"Danh sách vắng mặt {facts.decision_number}", landscape=True, margins=(15, 15, 18, 15))
    missing = [line for line in facts.lines if line.handed_on is None]
    _head(paper, facts, "DANH SÁCH VẮNG MẶT, CHƯA NHẬN")
    if not missing:
        paper.center("Mọi tập thể, cá nhân đều đã nhận giấy khen.", size=13)
        return paper.bytes()
    columns = (
        Column("TT", 5, "center"), Column("Vắng", 6, "center"), Column("Số vào sổ", 9, "center"), Column("Họ và tên, tên tập thể", 24), Column("Chức vụ, đơn vị", 28),
        Column("Tiền thưởng (đồng)", 12, "right"), Column("Người nhận thay, ngày nhận, ký", 24),
    )  # fmt: skip
    blocks.grid(paper, columns, [[str(x.number), "☐", x.serial, x.name, x.where, _money(x), ""] for x in missing], size=12)
    paper.line(Run("Đánh dấu người vắng tại lễ. Sau lễ, ghi ngày trao vào sổ cấp để danh sách này chỉ còn người chưa nhận.", italic=True, size=11), Shape(before=6))
    return paper.bytes()


def not_received(rows: Sequence[LeftRow], day: date) -> bytes:
    """Who has not received their paper, money and gift by `day`, as a workbook; an empty list is a list too."""
    cells: list[list[Value]] = [
        [number, x.decision_number, x.decision_day, x.serial, x.name, x.where, x.form, x.amount, x.gift, ""] for number, x in enumerate(rows, 1)
    ]
    under = f"Tính đến {dates.long(day)}" if rows else f"Tính đến {dates.long(day)}, mọi tập thể, cá nhân đều đã nhận"
    return sheet("DANH SÁCH CHƯA NHẬN GIẤY KHEN VÀ TIỀN THƯỞNG", _LEFT, cells, subtitle=under, sheet="Chưa nhận", signers=("Người lập", "Thủ quỹ"))


def _head(paper: Paper, facts: Ceremony, title: str) -> None:
    paper.line(Run(facts.issuer, bold=True, size=12), Shape(keep_next=True))
    paper.center(title, bold=True, size=15, after=2)
    paper.center(f"Theo Quyết định số {facts.decision_number} {dates.long(facts.decision_day)}", italic=True, size=12, after=8)


def _two(paper: Paper, left: str, right: str) -> None:
    half, centre = paper.room / 2, Shape(align="center", keep_next=True)
    cells = [Cell(paragraph(Run(said, bold=True, size=12), centre) + paragraph(Run("(ký, ghi rõ họ tên)", italic=True, size=11), Shape(align="center", after=30)), half) for said in (left, right)]
    paper.gap(6, keep_next=True)
    paper.add(table((half, half), [row(cells)], borders="none"))
    paper.gap(1)
