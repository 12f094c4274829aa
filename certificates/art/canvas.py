"""A sheet to draw on in millimetres: shapes go onto a finely sampled mask, then down to the page in one colour."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Coordinates = list[Point] | tuple[float, float, float, float]
Colour = tuple[int, int, int]
FINE = 4
"""Samples of the mask along one pixel of the page."""


class Sheet:
    """The page at its own resolution; `scale` is pixels in a millimetre."""

    def __init__(self, width: float, height: float, dpi: float, paper: Colour = (255, 255, 255)) -> None:
        self.width, self.height, self.dpi = width, height, dpi
        self.scale = dpi / 25.4
        self.image = Image.new("RGB", (round(width * self.scale), round(height * self.scale)), paper)

    def tile(self, x: float, y: float, width: float, height: float, fine: int = FINE) -> "Tile":
        """Return a finely sampled part of the page to draw on."""
        return Tile(self, x, y, width, height, fine)

    def paint(self, x: float, y: float, width: float, height: float) -> "Paint":
        """Return a part of the page to paint many colours on, one over another; `done` puts it back."""
        return Paint(self, x, y, width, height)

    def quarter(self, fine: int = FINE) -> "Tile":
        """Return the upper left quarter; what is drawn there appears in all four."""
        return Tile(self, 0, 0, self.width / 2 + 1 / self.scale, self.height / 2 + 1 / self.scale, fine, mirrored=True)


class Tile:
    """A mask in millimetres of the page; `ink` puts it down in a colour and wipes it."""

    def __init__(self, sheet: Sheet, x: float, y: float, width: float, height: float, fine: int, *, mirrored: bool = False) -> None:
        self.sheet, self.fine, self.mirrored = sheet, fine, mirrored
        self._left, self._top = round(x * sheet.scale), round(y * sheet.scale)
        self._size = math.ceil(width * sheet.scale), math.ceil(height * sheet.scale)
        self._k = sheet.scale * fine
        self._mask = self._new_mask()
        self._draw = ImageDraw.Draw(self._mask)

    def _new_mask(self) -> Image.Image:
        return Image.new("L", (self._size[0] * self.fine, self._size[1] * self.fine))

    def _shape(self, name: str, at: Coordinates, **look: Any) -> None:
        """Draw a shape of Pillow's, `name` being its method."""
        getattr(self._draw, name)(at, **look)

    def _at(self, points: Iterable[Point]) -> list[Point]:
        ox, oy, k = self._left * self.fine, self._top * self.fine, self._k
        return [(x * k - ox, y * k - oy) for x, y in points]

    def polygon(self, points: Iterable[Point], value: int = 255) -> None:
        """Fill a polygon."""
        self._shape("polygon", self._at(points), fill=value)

    def line(self, points: Iterable[Point], width: float, value: int = 255) -> None:
        """Draw a line of even width with round joints and ends."""
        at = self._at(points)
        thick = max(1, round(width * self._k))
        self._shape("line", at, fill=value, width=thick, joint="curve")
        if thick > 3:
            half = thick / 2
            for x, y in (at[0], at[-1]):
                self._shape("ellipse", (x - half, y - half, x + half, y + half), fill=value)

    def brush(self, points: Sequence[Point], start: float, middle: float, end: float, value: int = 255) -> None:
        """Draw a line whose width swells from `start` through `middle` to `end`."""
        self.polygon(swelling(points, start, middle, end), value)

    def disc(self, x: float, y: float, radius: float, value: int = 255) -> None:
        """Fill a circle."""
        (a, b), r = self._at([(x, y)])[0], radius * self._k
        self._shape("ellipse", (a - r, b - r, a + r, b + r), fill=value)

    def ring(self, x: float, y: float, radius: float, width: float, value: int = 255) -> None:
        """Draw a circle of a given line width, centred on its radius."""
        (a, b), r, w = self._at([(x, y)])[0], (radius + width / 2) * self._k, max(1, round(width * self._k))
        self._shape("ellipse", (a - r, b - r, a + r, b + r), outline=value, width=w)

    def box(self, x: float, y: float, width: float, height: float, value: int = 255) -> None:
        """Fill a rectangle."""
        (a, b), (c, d) = self._at([(x, y), (x + width, y + height)])
        self._shape("rectangle", (round(a), round(b), round(c) - 1, round(d) - 1), fill=value)

    def frame(self, inset: float, width: float, value: int = 255) -> None:
        """On a quarter: draw the page's frame line, its outer edge `inset` mm from the paper's edge."""
        far_x, far_y = self.sheet.width, self.sheet.height
        self.box(inset, inset, far_x, width, value)
        self.box(inset, inset, width, far_y, value)

    def fade(self, mask: Image.Image) -> None:
        """Multiply what has been drawn by a mask stretched over the tile."""
        small = ImageChops.multiply(self._mask, mask.resize(self._mask.size, Image.Resampling.BILINEAR))
        self._mask.paste(small)

    def ink(self, colour: Colour, strength: float = 1.0) -> None:
        """Put the drawn mask on the page in a colour, and wipe it."""
        mask = self._mask.reduce(self.fine) if self.fine > 1 else self._mask
        if strength < 1:
            mask = mask.point([round(i * strength) for i in range(256)])
        image = self.sheet.image
        if self.mirrored:
            flip_x, flip_y = Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM
            half = mask.crop((0, 0, -(-image.width // 2), -(-image.height // 2)))
            right, low = image.width - half.width, image.height - half.height
            side = half.transpose(flip_x)
            image.paste(colour, (0, 0), half)
            image.paste(colour, (right, 0), side)
            image.paste(colour, (0, low), half.transpose(flip_y))
            image.paste(colour, (right, low), side.transpose(flip_y))
        else:
            image.paste(colour, (self._left, self._top), mask)
        self._mask.paste(0, (0, 0, *self._mask.size))


class Paint(Tile):
    """Like a tile, but colours go straight onto a finely sampled copy of the page: for shading in many steps."""

    def __init__(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        super().__init__(sheet, max(x, 0.0), max(y, 0.0), min(width, sheet.width - x), min(height, sheet.height - y), FINE)
        left, top, (wide, high) = self._left, self._top, self._size
        under = sheet.image.crop((left, top, left + wide, top + high))
        self._fine = under.resize((wide * FINE, high * FINE), Image.Resampling.NEAREST)
        self._brush = ImageDraw.Draw(self._fine)
        self._waiting: list[tuple[str, Coordinates, dict[str, Any]]] = []

    def _new_mask(self) -> Image.Image:
        return Image.new("L", (1, 1))

    def _shape(self, name: str, at: Coordinates, **look: Any) -> None:
        """Keep a shape until its colour is known."""
        self._waiting.append((name, at, look))

    def ink(self, colour: Colour, strength: float = 1.0) -> None:
        """Paint the shapes drawn since the last ink."""
        del strength
        for name, at, look in self._waiting:
            getattr(self._brush, name)(at, **{k: colour if k in ("fill", "outline") else v for k, v in look.items()})
        self._waiting.clear()

    def done(self) -> None:
        """Put the painted part back on the page."""
        self.sheet.image.paste(self._fine.reduce(FINE), (self._left, self._top))


def swelling(points: Sequence[Point], start: float, middle: float, end: float) -> list[Point]:
    """Return the outline of a stroke whose width goes start → middle → end along its points."""
    left, right = [], []
    count = len(points) - 1
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, count)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        t = i / count
        if t < 0.5:
            width = start + (middle - start) * math.sin(t * math.pi)
        else:
            width = end + (middle - end) * math.sin(t * math.pi)
        nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def bezier(a: Point, b: Point, c: Point, d: Point, steps: int = 40) -> list[Point]:
    """Return points of a cubic curve."""
    out = []
    for i in range(steps + 1):
        t = i / steps
        u = 1 - t
        k = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        out.append((k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0], k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1]))
    return out


def turned(points: Iterable[Point], x: float, y: float, angle: float, scale: float = 1.0) -> list[Point]:
    """Return points scaled, turned clockwise by degrees about the origin and moved to a place."""
    c, s = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
    return [(x + px * c - py * s, y + px * s + py * c) for px, py in points]


def blend(a: Colour, b: Colour, t: float) -> Colour:
    """Return the colour `t` of the way from one to another."""
    return round(a[0] + (b[0] - a[0]) * t), round(a[1] + (b[1] - a[1]) * t), round(a[2] + (b[2] - a[2]) * t)
