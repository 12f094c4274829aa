"""A sheet that grows downwards: paragraphs, tables, pictures, sections; gives the bytes of a .docx."""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from documents.letterhead import Profile
from documents.ooxml import Run, Shape, paragraph
from vietnamese.text import clean

FONT = "Times New Roman"
A4, A3, A5 = (210.0, 297.0), (297.0, 420.0), (148.0, 210.0)
_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")


_MARK = re.compile("<w:p[^>]*><w:r><w:t>\ue000(\\d+)\ue001</w:t></w:r></w:p>")


def _mark(i: int) -> str:
    return f"\ue000{i}\ue001"


def timeless(archive: bytes) -> bytes:
    """The same zip archive without times, so that the same facts give the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Paper:
    """A Word document in one of the forms; every method adds below what is already there."""

    def __init__(
        self,
        profile: Profile,
        *,
        size: tuple[float, float] = A4,
        landscape: bool = False,
        title: str = "",
        page_numbers: bool = True,
        margins: tuple[float, float, float, float] | None = None,
    ):
        self.profile = profile
        self._document = Document()
        self._blocks: list[str] = []
        self._kept: list[str] = []
        self._margins = margins or profile.margins
        self._style()
        self._page(self._document.sections[0], size, landscape=landscape)
        if page_numbers:
            self._number_pages()
        self._sign_off(title)

    @property
    def room(self) -> float:
        """The width between the margins in mm."""
        section = self._document.sections[-1]
        return float((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) / Mm(1)

    def add(self, *xml: str) -> None:
        """Add ready block elements."""
        self._blocks.extend(xml)

    def line(self, content: str | Run | Iterable[Run], shape: Shape | None = None) -> None:
        """One paragraph of a shape of its own."""
        self.add(paragraph(content, shape))

    def body(self, text: str, *, keep_next: bool = False, bold: bool = False, italic: bool = False) -> None:
        """A paragraph of the text: indented, justified; line breaks begin a new paragraph."""
        for part in text.split("\n"):
            self.line(Run(part, bold=bold, italic=italic), self._body_shape(keep_next=keep_next))

    def runs(self, *runs: Run, keep_next: bool = False) -> None:
        """A paragraph of the text made of several looks."""
        self.line(runs, self._body_shape(keep_next=keep_next))

    def heading(self, text: str) -> None:
        """A bold heading inside the text that stays with what follows."""
        self.body(text, bold=True, keep_next=True)

    def center(self, text: str, *, bold: bool = False, italic: bool = False, size: float = 0, after: float = 6) -> None:
        """A centred line that stays with what follows."""
        shape = Shape(align="center", after=after, keep_next=True)
        self.line(Run(text, bold=bold, italic=italic, size=size), shape)

    def gap(self, points: float, *, keep_next: bool = False) -> None:
        """White space of a given height."""
        self.line(Run("", size=1), Shape(line=points, keep_next=keep_next))

    def picture(self, png: bytes, width: float) -> str:
        """A paragraph's run with a picture `width` mm wide, to be put inside a cell or line."""
        inline = self._document.part.new_pic_inline(io.BytesIO(png), Mm(width), None)
        drawing = etree.tostring(inline, encoding="unicode")
        return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>'

    def new_section(self, *, size: tuple[float, float] = A4, landscape: bool = False) -> None:
        """Go on upon a new page of another size or direction."""
        self._flush()
        section = self._document.add_section()
        section.different_first_page_header_footer = False
        last = self._document.element.body.findall(qn("w:p"))[-1]
        properties = last.get_or_add_pPr()
        properties.insert(
            0, parse_xml(f'<w:spacing {_NAMESPACES} w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
        )
        self._page(section, size, landscape=landscape)

    def bytes(self) -> bytes:
        """The finished file."""
        self._flush()
        self._document.part._element = self._whole()
        out = io.BytesIO()
        self._document.save(out)
        return timeless(out.getvalue())

    def _body_shape(self, *, keep_next: bool) -> Shape:
        p = self.profile
        return Shape(align="both", after=p.after, line=p.line, first=p.indent, keep_next=keep_next)

    def _flush(self) -> None:
        """Leave a mark in the document where the blocks so far belong."""
        if self._blocks:
            mark = parse_xml(f"<w:p {_NAMESPACES}><w:r><w:t>{_mark(len(self._kept))}</w:t></w:r></w:p>")
            self._document.element.body.sectPr.addprevious(mark)
            self._kept.append("".join(self._blocks))
            self._blocks.clear()

    def _whole(self) -> Any:
        """The document with all blocks in their places.

        Put together as text and parsed once: moving thousands of parsed elements from tree to tree takes
        a hundred times longer.
        """
        text = etree.tostring(self._document.element, encoding="unicode")
        pieces = re.split(_MARK, text)
        return parse_xml("".join(self._kept[int(piece)] if i % 2 else piece for i, piece in enumerate(pieces)))

    def _page(self, section: Any, size: tuple[float, float], *, landscape: bool) -> None:
        width, height = size if not landscape else (size[1], size[0])
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        top, bottom, left, right = self._margins
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(min(left, 20) if landscape else left), Mm(right)
        section.header_distance = section.footer_distance = Mm(10)

    def _sign_off(self, title: str) -> None:
        """Properties of the file: its title, and nothing left of the empty document that it grew from."""
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments, properties.keywords = clean(title)[:255], "", "", ""
        for child in list(properties._element):
            if etree.QName(child).localname in ("created", "modified", "lastModifiedBy", "revision"):
                properties._element.remove(child)
        package = self._document.part.package
        for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
            del package.rels[key]

    def _style(self) -> None:
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self.profile.body)
        fonts = style.element.rPr.rFonts
        for kind in ("w:eastAsia", "w:cs", "w:hAnsi"):
            fonts.set(qn(kind), FONT)
        style.element.rPr.append(parse_xml(f'<w:lang {_NAMESPACES} w:val="vi-VN" w:eastAsia="vi-VN"/>'))
        style.paragraph_format.space_after = Pt(0)

    def _number_pages(self) -> None:
        """The page number centred at the top from the second page on."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        holder = section.header.paragraphs[0]._p
        size = round(self.profile.body * 2)
        field = (
            f'<w:p {_NAMESPACES}><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE ">'
            f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p>'
        )
        holder.getparent().replace(holder, parse_xml(field))
