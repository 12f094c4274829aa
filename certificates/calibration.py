"""Corrects what a printer shifts, stretches or turns: fitted from readings of a printed sheet, one `cm` on the page."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from certificates.errors import Refused

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Where to print a point so that it lands right: x' = a·x + b·y + tx, y' = c·x + d·y + ty (mm from the top left)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    tx: float = 0.0
    ty: float = 0.0
    error: float = 0.0
    """Largest distance in mm left between the readings and the fit."""

    def apply(self, x: float, y: float) -> Point:
        """Return where to print a point."""
        return self.a * x + self.b * y + self.tx, self.c * x + self.d * y + self.ty

    def matrix(self, height: float) -> tuple[float, float, float, float, float, float]:
        """Return the PDF matrix in points for a page `height` mm high."""
        k = 72 / 25.4
        return self.a, -self.c, -self.b, self.d, k * (self.b * height + self.tx), k * (height * (1 - self.d) - self.ty)

    def to_json(self) -> str:
        """Return the correction as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Calibration":
        """Read a correction; raises Refused when the text is not one or would throw the print off the sheet."""
        try:
            known = json.loads(text)
            made = cls(**{k: float(v) for k, v in known.items()})
        except (ValueError, TypeError, AttributeError) as wrong:
            raise Refused("Tệp hiệu chỉnh máy in không đọc được; hãy in lại tờ hiệu chỉnh và nhập số đo.") from wrong
        return _sane(made)


def marks(width: float, height: float, inset: float = 20.0) -> list[Point]:
    """Return the centres of the four crosses on the calibration sheet, in mm: clockwise from the top left."""
    return [(inset, inset), (width - inset, inset), (width - inset, height - inset), (inset, height - inset)]


def fit(nominal: Sequence[Point], measured: Sequence[Point]) -> Calibration:
    """Fit the correction from where crosses should be and where they were measured (mm from the left and top edges).

    Least squares of measured = A·nominal + t, then its inverse. Raises Refused for fewer than three crosses
    and for readings that no printer gives.
    """
    if len(nominal) != len(measured) or len(nominal) < 3:
        raise Refused("Cần số đo của ít nhất ba dấu cộng; hãy đo đủ bốn góc.")
    rows = [_least_squares(nominal, [m[axis] for m in measured]) for axis in (0, 1)]
    (p, q, t), (r, s, u) = rows
    det = p * s - q * r
    if abs(det) < 0.5:
        raise Refused(_STRANGE)
    a, b, c, d = s / det, -q / det, -r / det, p / det
    left = max(
        ((p * x + q * y + t - mx) ** 2 + (r * x + s * y + u - my) ** 2) ** 0.5 for (x, y), (mx, my) in zip(nominal, measured, strict=True)
    )
    return _sane(Calibration(a, b, c, d, -(a * t + b * u), -(c * t + d * u), left))


_STRANGE = "Số đo cho thấy lệch quá 15 mm hoặc méo quá 5 %, có thể đọc nhầm thước; hãy đo lại từng dấu cộng từ mép trái và mép trên."


def _sane(found: Calibration) -> Calibration:
    values = (found.a - 1, found.d - 1, found.b, found.c)
    if not all(abs(v) < 0.05 for v in values) or not (abs(found.tx) < 15 and abs(found.ty) < 15):
        raise Refused(_STRANGE)
    return found


def _least_squares(points: Sequence[Point], values: Sequence[float]) -> tuple[float, float, float]:
    """Solve values = p·x + q·y + t by the normal equations, with coordinates centred for accuracy."""
    n = len(points)
    mx, my, mv = sum(x for x, _ in points) / n, sum(y for _, y in points) / n, sum(values) / n
    sxx = sum((x - mx) ** 2 for x, _ in points)
    syy = sum((y - my) ** 2 for _, y in points)
    sxy = sum((x - mx) * (y - my) for x, y in points)
    sxv = sum((x - mx) * (v - mv) for (x, _), v in zip(points, values, strict=True))
    syv = sum((y - my) * (v - mv) for (_, y), v in zip(points, values, strict=True))
    det = sxx * syy - sxy * sxy
    if det < 1e-9:
        raise Refused("Các dấu cộng nằm trên một đường thẳng nên không tính được; hãy đo đủ bốn góc.")
    p, q = (sxv * syy - syv * sxy) / det, (syv * sxx - sxv * sxy) / det
    return p, q, mv - p * mx - q * my
