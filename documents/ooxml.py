"""The few pieces of WordprocessingML that our papers are made of, as strings.

Strings are parsed once for a whole block: a table of thousands of rows costs no more than its text.
All measures are millimetres, sizes are points.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

Align = Literal["left", "center", "right", "both"]
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TWIPS_PER_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


@dataclass(frozen=True)
class Run:
    """A piece of text of one look; `size` in points, 0 for the paper's own size."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 0
    font: str = ""

    def xml(self) -> str:
        """The `w:r` element; line breaks and tabs in the text are kept."""
        look = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>' if self.font else ""
        look += "<w:b/><w:bCs/>" * self.bold + "<w:i/><w:iCs/>" * self.italic
        if self.size:
            look += f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>'
        look += '<w:u w:val="single"/>' * self.underline
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f"<w:r>{properties}{_text(self.text)}</w:r>"


def _text(text: str) -> str:
    safe = escape(_FORBIDDEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    kept = '<w:t xml:space="preserve">' + safe + "</w:t>"
    kept = kept.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return kept.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: spaces in points, indents in mm, `line` in points (exact) or 0 for single."""

    align: Align = "left"
    before: float = 0
    after: float = 0
    line: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_before: bool = False
    rule: bool = False

    def xml(self) -> str:
        """The `w:pPr` element, its children in the order of the schema."""
        out = "<w:keepNext/>" * self.keep_next + "<w:keepLines/>" * self.keep_lines
        out += "<w:pageBreakBefore/>" * self.page_before
        if self.rule:
            out += '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        exact = f'w:line="{round(self.line * 20)}" w:lineRule="exact"'
        line = exact if self.line else 'w:line="240" w:lineRule="auto"'
        out += f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" {line}/>'
        if self.first or self.left or self.right:
            hang = f'w:firstLine="{twips(self.first)}"' if self.first >= 0 else f'w:hanging="{twips(-self.first)}"'
            out += f'<w:ind w:left="{twips(self.left)}" w:right="{twips(self.right)}" {hang}/>'
        return f'<w:pPr>{out}<w:jc w:val="{self.align}"/></w:pPr>'


def paragraph(content: str | Run | Iterable[Run], shape: Shape | None = None) -> str:
    """A `w:p` element of one or several runs."""
    if isinstance(content, str):
        content = Run(content)
    runs = (content,) if isinstance(content, Run) else content
    return f"<w:p>{(shape or Shape()).xml()}{''.join(run.xml() for run in runs)}</w:p>"


@dataclass(frozen=True)
class Cell:
    """A table cell: ready paragraphs, width in mm, how many columns it spans, how it stands vertically.

    `merge`: "restart" begins a cell over several rows, "continue" lies under it.
    """

    inside: str
    width: float
    span: int = 1
    vertical: Literal["top", "center", "bottom"] = "center"
    shade: str = ""
    borders: str = ""
    merge: Literal["", "restart", "continue"] = ""

    def xml(self) -> str:
        """The `w:tc` element."""
        out = f'<w:tcW w:w="{twips(self.width)}" w:type="dxa"/>'
        out += f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        out += f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        out += self.borders
        out += f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shade}"/>' if self.shade else ""
        return f'<w:tc><w:tcPr>{out}<w:vAlign w:val="{self.vertical}"/></w:tcPr>{self.inside}</w:tc>'


def row(cells: Iterable[Cell], *, header: bool = False, height: float = 0) -> str:
    """A `w:tr` element that never breaks over two pages; `header` repeats it on each page; `height` in mm."""
    out = "<w:cantSplit/>"
    out += f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    out += "<w:tblHeader/>" * header
    return f"<w:tr><w:trPr>{out}</w:trPr>{''.join(cell.xml() for cell in cells)}</w:tr>"


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(widths: Iterable[float], rows: Iterable[str], *, borders: str = "single", padding: float = 1.2) -> str:
    """A `w:tbl` element with fixed column widths; `borders` is a Word line style or "none"."""
    columns = [twips(width) for width in widths]
    lines = "".join(f'<w:{side} w:val="{borders}" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    margin = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margin}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
