"""PDF pages of our own in the bundled face: real text, searchable, with every Vietnamese letter."""

import logging
from functools import lru_cache

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from documents.measure import FONTS

#: The library would write letters that a face lacks, people's own words among them, into the log.
logging.getLogger("fpdf").setLevel(logging.ERROR)

MARGIN = 20.0  # mm


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """The code points that the bundled face can show."""
    with TTFont(FONTS / "Tinos-Regular.ttf") as face:
        return frozenset(face.getBestCmap())


class Sheets(FPDF):
    """Our own pages in the bundled face; letters that it lacks are shown as "?"."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        for style, file in (("", "Regular"), ("B", "Bold"), ("I", "Italic")):
            self.add_font("Tinos", style, FONTS / f"Tinos-{file}.ttf")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, 22)
        self._letters = _known()

    def say(self, text: str, size: float, *, style: str = "", align: str = "L", gap: float = 2) -> None:
        """A paragraph at the left margin."""
        self.set_font("Tinos", style, size)
        self.multi_cell(0, size * 0.48, self.shown(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(gap)

    def shown(self, text: str) -> str:
        """The text with "?" for what the face cannot show."""
        return "".join(c if ord(c) in self._letters or c == "\n" else "?" for c in text.replace("\t", "    "))
