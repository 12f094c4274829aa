"""Two quiet lines with stepped corners."""

from certificates.art.canvas import Sheet
from certificates.art.palette import Palette


def fine_lines(sheet: Sheet, colours: Palette, inset: float = 11.0, depth: float = 2.0) -> None:
    """Two quiet lines with stepped corners."""
    tile = sheet.quarter()
    far_x, far_y = sheet.width, sheet.height
    step = 5.0
    for at, width, colour in ((inset, 0.42, colours["gold"]), (inset + depth, 0.14, colours["gold"])):
        tile.line([(at + step, far_y), (at + step - step, far_y)], 0.01)
        tile.line([(at, far_y), (at, at + step), (at + step / 2, at + step), (at + step / 2, at + step / 2), (at + step, at + step / 2), (at + step, at), (far_x, at)], width)
        tile.ink(colour)
    tile.polygon([(inset + 1.1 + x, inset + 1.1 + y) for x, y in ((0, -0.9), (0.9, 0), (0, 0.9), (-0.9, 0))])
    tile.ink(colours["gold"])
