"""Before a meeting: giấy mời with its programme, paper ballots."""

from datetime import UTC, timedelta

from documents import blocks, letterhead, measure
from documents.blocks import Column
from documents.facts import Ballots, Invitation, Track
from documents.ooxml import Cell, Run, Shape, paragraph, row, table
from documents.paper import A4, A5, Paper
from vietnamese import dates
from vietnamese.text import initial_capital

_A5_ITEMS = 5
_A5_ROWS, _A4_ROWS = 170, 560  # points left for the lines of a ballot
_STAMP = 42.0  # mm, the side of the box for the stamp
_DASHED = (
    "<w:tcBorders>"
    + "".join(f'<w:{side} w:val="dashed" w:sz="4" w:color="999999"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:tcBorders>"
)
_INSTRUCTION = (
    "Đánh dấu X vào một ô cho mỗi trường hợp. Dòng không đánh dấu hoặc đánh dấu nhiều ô là dòng không hợp lệ."
)


def invitation(facts: Invitation) -> bytes:
    """Giấy mời as .docx with the programme as a table."""
    paper = Paper(letterhead.of(facts.head), title=f"Giấy mời {facts.meeting}")
    blocks.heading(paper, facts.head, "GM")
    blocks.title(paper, "GIẤY MỜI", facts.meeting)
    blocks.address(paper, "Kính gửi", facts.to)
    s = facts.starts
    when = f"{s.hour:02d} giờ {s.minute:02d}, {dates.weekday(s.date())}, {dates.long(s.date())}"
    paper.body(f"{facts.head.issuer.spoken} trân trọng kính mời {facts.meeting}.")
    for label, text in (("Thời gian", when), ("Địa điểm", facts.place), ("Chủ trì", facts.chair)):
        paper.runs(Run(f"{label}: ", bold=True), Run(f"{text}."), keep_next=label == "Chủ trì")
    if facts.agenda:
        paper.body("Chương trình:", bold=True, keep_next=True)
        columns = (Column("Thời gian", 16, "center"), Column("Nội dung", 56), Column("Thực hiện", 28))
        blocks.grid(paper, columns, [[item.time, item.what, item.by] for item in facts.agenda], size=13)
    blocks.close(paper, facts.note or "Kính mong có mặt đầy đủ, đúng giờ")
    blocks.signature(paper, facts.signer, facts.copies_to)
    return paper.bytes()


def calendar_file(facts: Invitation, uid: str, minutes: int = 120) -> bytes:
    """The meeting as .ics for calendars on phones and in mail programs; `uid` stays the same when it is sent again."""
    start = facts.starts.replace(tzinfo=dates.LOCAL).astimezone(UTC)
    fields = (
        ("UID", uid),
        ("DTSTAMP", f"{facts.head.day:%Y%m%d}T000000Z"),
        ("DTSTART", f"{start:%Y%m%dT%H%M%SZ}"),
        ("DTEND", f"{start + timedelta(minutes=minutes):%Y%m%dT%H%M%SZ}"),
        ("SUMMARY", _ics_text(initial_capital(facts.meeting))),
        ("LOCATION", _ics_text(facts.place)),
        ("DESCRIPTION", _ics_text("\n".join(f"{item.time} {item.what}" for item in facts.agenda))),
    )
    inside = [_folded(f"{name}:{text}") for name, text in fields]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guong Sang//VI",
        "BEGIN:VEVENT",
        *inside,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def _ics_text(text: str) -> str:
    for found, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(found, safe)
    return text


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, as RFC 5545 asks."""
    out, size = "", 0
    for c in line:
        size += len(c.encode())
        if size > 74:
            out, size = out + "\r\n ", 1 + len(c.encode())
        out += c
    return out


def ballots(facts: Ballots) -> bytes:
    """Paper ballots as .docx, one to a page, all alike: no number, nothing that tells one from another.

    Up to five lines on A5, more on A4, in smaller letters where that keeps a ballot on one page. Raises ValueError without items, options or copies.
    """
    if not facts.items or not facts.options or facts.copies < 1:
        raise ValueError("Phiếu phải có ít nhất một trường hợp, một lựa chọn và một bản. Anh/chị kiểm tra lại.")
    small = len(facts.items) <= _A5_ITEMS
    profile = letterhead.choose(Track.PARTY, facts.day)
    paper = Paper(profile, size=A5 if small else A4, landscape=small, title="Phiếu biểu quyết", page_numbers=False)
    for i in range(facts.copies):
        _ballot(paper, facts, first=i == 0)
    return paper.bytes()


def _ballot(paper: Paper, facts: Ballots, *, first: bool) -> None:
    left, right = _STAMP, paper.room - _STAMP
    stamp = paragraph(Run("Đóng dấu", italic=True, size=10), Shape(align="center"))
    body = measure.balanced(facts.body.upper(), 12, right - 4, bold=True)
    head = "".join(
        (
            paragraph(Run("\n".join(body), bold=True, size=12), Shape(align="center", after=4)),
            paragraph(Run("PHIẾU BIỂU QUYẾT", bold=True, size=16), Shape(align="center", after=2)),
            paragraph(Run(facts.about, bold=True, size=12), Shape(align="center", after=2)),
            paragraph(Run(f"({dates.long(facts.day).capitalize()})", italic=True, size=11), Shape(align="center")),
        )
    )
    if not first:
        paper.line(Run("", size=1), Shape(line=1, page_before=True))
    cells = [Cell(stamp, left, borders=_DASHED), Cell(head, right)]
    paper.add(table((left, right), [row(cells, height=26)], borders="none"))
    paper.line(Run(facts.instruction or _INSTRUCTION, italic=True, size=11), Shape(align="both", before=4, after=4))
    columns, rows = blocks.ballot_table(facts.items, facts.options)
    height = _A5_ROWS if len(facts.items) <= _A5_ITEMS else _A4_ROWS
    blocks.grid(paper, columns, rows, size=min(blocks.size_that_fits(rows, columns, paper.room, height), 12))
