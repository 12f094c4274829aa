"""The blocks that papers share: heading, title, address, bases, signatures, places to send to, tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents import letterhead, measure
from documents.facts import Attendee, BallotItem, Head, Proof, Signer
from documents.letterhead import PARTY_NAME, STATE_MOTTO, STATE_NAME, Profile
from documents.ooxml import Align, Cell, Run, Shape, paragraph, row, table
from documents.paper import Paper

_NARROWEST = 9.5  # mm
_SIGNATURE_ROOM = 62.0  # points between post and name, for signature and seal


def heading(paper: Paper, head: Head, kind: str, *, about: str = "") -> None:
    """The two-column head of a paper: organs and number left; Party name or Quốc hiệu, place and day right.

    `about` is the trích yếu of a letter without a title, printed small under the number.
    """
    p = paper.profile
    left, right = p.columns
    organs = _organs(head, p, left)
    national = _national(p, right)
    number = _center(letterhead.number(head, kind), p.number) if kind else ""
    number += _center(about, 12, italic=p.is_party) if about else ""
    size = 14 if p.is_party else p.number
    day = _center(_one_line(letterhead.place_and_day(head), size, right - 2), size, italic=True)
    paper.add(
        table(
            p.columns,
            [
                row([Cell(organs, left, vertical="top"), Cell(national, right, vertical="top")]),
                row([Cell(number or _center("", p.number), left, vertical="top"), Cell(day, right, vertical="top")]),
            ],
            borders="none",
            padding=0.5,
        )
    )
    paper.gap(10)


def _one_line(day: str, size: float, room: float) -> str:
    """Place and day with as much room for the pen as lets them stay on one line."""
    open_ = letterhead.OPEN
    said = (day.replace(open_, open_[:blanks]) for blanks in range(len(open_), 2, -1))
    return next((each for each in said if measure.width(each, size) <= room), day.replace(open_, open_[:3]))


def _organs(head: Head, p: Profile, width: float) -> str:
    superior = [
        part for line in head.issuer.superior.split("\n") for part in measure.balanced(line, p.superior, width - 2)
    ]
    out = "".join(_center(line, p.superior) for line in superior if line)
    names = [
        line for part in head.issuer.name.split("\n") for line in measure.balanced(part, p.issuer, width - 2, bold=True)
    ]
    out += "".join(_center(line, p.issuer, bold=True) for line in names)
    if p.is_party:
        return out + _center("*", p.issuer)
    longest = max(measure.width(line, p.issuer, bold=True) for line in names)
    return out + _rule(width, longest * 0.45)


def _national(p: Profile, width: float) -> str:
    if p.is_party:
        return _center(PARTY_NAME, p.national, bold=True) + _rule(
            width, measure.width(PARTY_NAME, p.national, bold=True)
        )
    motto = measure.width(STATE_MOTTO, p.motto, bold=True)
    return _center(STATE_NAME, p.national, bold=True) + _center(STATE_MOTTO, p.motto, bold=True) + _rule(width, motto)


def _rule(room: float, length: float, before: float = 3) -> str:
    """A thin line of a given length in the middle of a cell `room` mm wide."""
    side = max((room - 1 - length) / 2, 0)
    return paragraph(Run("", size=2), Shape(align="center", before=before, line=5, left=side, right=side, rule=True))


def _center(
    text: str, size: float, *, bold: bool = False, italic: bool = False, before: float = 0, keep_next: bool = False
) -> str:
    shape = Shape(align="center", before=before, keep_next=keep_next)
    return paragraph(Run(text, bold=bold, italic=italic, size=size), shape)


def title(paper: Paper, kind: str, about: str = "") -> None:
    """The kind of paper in capitals, its trích yếu, and the mark under it."""
    p = paper.profile
    paper.center(kind, bold=True, size=p.title, after=2)
    if about:
        about_lines = measure.balanced(about, p.about, paper.room - 10, bold=True)
        paper.center("\n".join(about_lines), bold=True, size=p.about, after=0)
    if p.is_party:
        paper.center("-----", size=p.about, after=8)
    else:
        length = measure.width(about or kind, p.about, bold=True) * 0.45
        paper.add(_rule(paper.room, min(length, paper.room / 3), before=5))
        paper.gap(8)


def address(paper: Paper, lead: str, to: Sequence[str]) -> None:
    """ "Kính gửi:" or "Kính trình:" with one addressee, or several as a list."""
    italic = paper.profile.is_party
    if len(to) == 1:
        shape = Shape(align="center", after=8, keep_next=True)
        said = "\n".join(measure.balanced(f"{lead}: {to[0]}", paper.profile.body, paper.room - 15))
        paper.line(Run(said, italic=italic), shape)
        return
    paper.line(Run(f"{lead}:", italic=italic), Shape(left=35, keep_next=True))
    for i, name in enumerate(to):
        end = "." if i == len(to) - 1 else ";"
        paper.line(Run(f"- {name}{end}", italic=italic), Shape(left=45, after=8 if end == "." else 0, keep_next=True))


def bases(paper: Paper, lines: Iterable[str]) -> None:
    """The căn cứ: with the Party upright after a dash, with the state in italics; ";" between, the end at the last."""
    lines = list(lines)
    party = paper.profile.is_party
    for i, text in enumerate(lines):
        last = i == len(lines) - 1
        end = "," if last and party else "." if last else ";"
        paper.body(("- " if party else "") + text.rstrip(" .;,") + end, italic=not party)


def close(paper: Paper, text: str) -> None:
    """The last paragraph of the text: with the end mark, kept together with the signatures below."""
    paper.body(text.rstrip(" ./") + paper.profile.end_mark, keep_next=True)


def signature(paper: Paper, signer: Signer, copies_to: Sequence[str] = ()) -> None:
    """Nơi nhận on the left, who signs on the right; never torn from each other or from the text."""
    left = copies_block(paper.profile, copies_to)
    half = paper.room / 2
    top, bottom = _sign(paper.profile, signer, half)
    cells = (Cell(left, half, vertical="top"), Cell(top + bottom, half, vertical="top"))
    paper.gap(8, keep_next=True)
    paper.add(table((half, half), [row(cells)], borders="none"))
    paper.gap(1)


def signatures(paper: Paper, signers: Sequence[Signer], *, per_row: int = 2) -> None:
    """Several who sign, side by side, the names of a row at one height; never torn from the text."""
    width = paper.room / per_row
    rows = []
    for i in range(0, len(signers), per_row):
        signs = [_sign(paper.profile, signer, width) for signer in signers[i : i + per_row]]
        signs += [(paragraph(""), paragraph(""))] * (per_row - len(signs) if i else 0)
        wide = width * per_row / len(signs)
        span = per_row // len(signs) if len(signs) == 1 else 1
        rows += [row(Cell(sign[part], wide, span=span, vertical="top") for sign in signs) for part in (0, 1)]
    paper.gap(8, keep_next=True)
    paper.add(table([width] * per_row, rows, borders="none"))
    paper.gap(1)


def _sign(p: Profile, signer: Signer, room: float) -> tuple[str, str]:
    """What stands above the signature (capacity, post) and the name below the room for it."""
    said = [letterhead.capacity(line, p) for line in signer.capacity]
    capacities = [part for line in said for part in measure.balanced(line, p.signature, room - 4, bold=True)]
    top = "".join(_center(line, p.signature, bold=True, keep_next=True) for line in capacities)
    if signer.post:
        top += _center(signer.post, p.signature, bold=p.post_bold or not capacities, keep_next=True)
    return top, _center(signer.name, p.signature, bold=True, before=_SIGNATURE_ROOM)


def copies_block(p: Profile, copies_to: Sequence[str]) -> str:
    """ "Nơi nhận:" and its list."""
    if not copies_to:
        return paragraph("")
    lead = (
        Run("Nơi nhận:", underline=True, size=14) if p.is_party else Run("Nơi nhận:", bold=True, italic=True, size=12)
    )
    out = paragraph(lead, Shape(after=2))
    for i, name in enumerate(copies_to):
        end = "." if i == len(copies_to) - 1 else "," if p.key == "party-36" else ";"
        out += paragraph(Run(f"- {name.rstrip(' .;,')}{end}", size=p.copies), Shape(left=2, first=-2))
    return out


def person(attendee: Attendee) -> str:
    """ "Đ/c Trần Văn An, Bí thư Đảng ủy"."""
    return f"{attendee.name}, {attendee.post}" if attendee.post else attendee.name


def people(paper: Paper, attendees: Iterable[Attendee]) -> None:
    """A numbered list of people, with the reason after the post when there is one."""
    for i, attendee in enumerate(attendees, 1):
        reason = f" (lý do: {attendee.reason})" if attendee.reason else ""
        paper.body(f"{i}. {person(attendee)}{reason}.")


def proof(paper: Paper, facts: Proof) -> None:
    """The short code of the audit chain, beside its QR when given."""
    text = paragraph(
        Run(f"Mã đối chiếu nhật ký: {facts.code}", italic=True, size=10),
    )
    if not facts.qr_png:
        paper.add(text)
        return
    picture = paper.picture(facts.qr_png, 20)
    rest = paper.room - 24
    paper.add(table((24, rest), [row([Cell(picture, 24), Cell(text, rest)])], borders="none"))
    paper.gap(1)


@dataclass(frozen=True)
class Column:
    """A column of a printed list: title, share of the width, alignment of its cells."""

    title: str
    share: float
    align: Align = "left"


@dataclass(frozen=True)
class Band:
    """A row over all columns, as "I. Tập thể"."""

    text: str


def shared_out(columns: Sequence[Column], room: float) -> list[float]:
    """The widths in mm: each its share of the room, none under what "TT" and a number need."""
    whole = sum(column.share for column in columns)
    narrow = [column.share for column in columns if room * column.share / whole < _NARROWEST]
    rest = room - _NARROWEST * len(narrow)
    unit = rest / (whole - sum(narrow))
    return [column.share * unit if room * column.share / whole >= _NARROWEST else _NARROWEST for column in columns]


def size_that_fits(rows: Sequence[Sequence[str]], columns: Sequence[Column], room: float, height: float) -> float:
    """The largest size from 13 to 8 points at which the rows of a table take at most `height` points."""
    widths = [width - 3 for width in shared_out(columns, room)]
    for size in (13, 12, 11, 10, 9):
        tallest = (max(len(measure.lines(t, size, w)) for t, w in zip(row, widths, strict=True)) for row in rows)
        if sum(lines * size * 1.15 + 5 for lines in tallest) <= height:
            return size
    return 8


def ballot_table(items: Sequence[BallotItem], options: Sequence[str]) -> tuple[list[Column], list[list[str]]]:
    """Columns and rows to vote on: each case with an empty box under every option."""
    columns = [
        Column("TT", 6, "center"), Column("Họ và tên, tên tập thể", 34), Column("Chức danh, đơn vị", 28), Column("Hình thức", 14, "center"),
        *(Column(option, 13, "center") for option in options),
    ]  # fmt: skip
    return columns, [[str(number), item.name, item.post_unit, item.award_form, *["☐"] * len(options)] for number, item in enumerate(items, 1)]


def grid(
    paper: Paper,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str] | Band],
    *,
    size: float = 12,
    keep_next: bool = False,
) -> None:
    """A ruled table whose head repeats on each page and whose rows are never torn; fast for thousands of rows.

    `keep_next` holds the last row together with what follows.
    """
    widths = shared_out(columns, paper.room)
    pad = Shape(align="center", before=2, after=2)
    head = [
        Cell(paragraph(Run(c.title, bold=True, size=size), pad), w, shade="EDEDED")
        for c, w in zip(columns, widths, strict=True)
    ]
    shapes = [Shape(align=c.align, before=2, after=2) for c in columns]
    out = [row(head, header=True)]
    rows = list(rows)
    for i, cells in enumerate(rows):
        if keep_next and i == len(rows) - 1:
            shapes = [replace(shape, keep_next=True) for shape in shapes]
        if isinstance(cells, Band):
            band = paragraph(Run(cells.text, bold=True, size=size), Shape(before=2, after=2, keep_next=True))
            out.append(row([Cell(band, sum(widths), span=len(widths))]))
            continue
        made = zip(cells, shapes, widths, strict=True)
        out.append(row([Cell(_cell_text(text, shape, size), w) for text, shape, w in made]))
    paper.add(table(widths, out))
    paper.gap(4, keep_next=keep_next)


def _cell_text(text: str, shape: Shape, size: float) -> str:
    return paragraph(Run(text, size=size), shape)
