"""The sheet that a printer is measured by: four crosses, a scale on each arm, and where to write the readings."""

from pathlib import Path

from certificates.calibration import Calibration, marks
from certificates.faces import face
from certificates.pdf import Writer, number, text
from certificates.safe_file import safely
from certificates.type3 import Cut

K = 72 / 25.4
CORNERS = ("trên trái", "trên phải", "dưới phải", "dưới trái")


def write_sheet(out: Path, width: float = 297.0, height: float = 210.0, calibration: Calibration | None = None) -> None:
    """Write the calibration sheet as PDF, exact to the millimetre; with `calibration` it is the proof sheet.

    Raises Refused when the file cannot be written.
    """
    with safely(out) as file:
        pdf = Writer(file)
        cut = Cut(face("BeVietnamPro-Medium"), 9.0, 0.0, 600, 0)
        head = Cut(face("EBGaramond-Bold"), 18.0, 0.0, 600, 1)
        content = [b"0 G 0 g"]
        if calibration:
            content.append(" ".join(number(v) for v in calibration.matrix(height)).encode() + b" cm")
        for corner, (x, y) in enumerate(marks(width, height)):
            content += [_cross(x, y, height), *_label(cut, corner, x, y, width, height)]
        content += _words(head, cut, width, height, proof=calibration is not None)
        body = pdf.stream(b"\n".join(content), flate=True)
        fonts = "".join(f"/{n} {i} 0 R" for c in (cut, head) for n, i in c.write(pdf))
        tree = pdf.new()
        page = pdf.add(f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {number(width * K)} {number(height * K)}]/Contents {body} 0 R/Resources<</Font<<{fonts}>>>>>>")
        pdf.fill(tree, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
        root = pdf.add(f"<</Type/Catalog/Pages {tree} 0 R/Lang(vi-VN)/ViewerPreferences<</PrintScaling/None>>>>")
        pdf.finish(root, pdf.add(f"<</Title {text('Tờ hiệu chỉnh máy in')}/Producer {text('Gương Sáng')}>>"))


def _line(x0: float, y0: float, x1: float, y1: float, height: float) -> str:
    return f"{number(x0 * K)} {number((height - y0) * K)} m {number(x1 * K)} {number((height - y1) * K)} l"


def _cross(x: float, y: float, height: float) -> bytes:
    """Draw a cross of 20 mm with a tick at each half millimetre, longer at whole ones and at fives."""
    parts = ["0.3 w", _line(x - 10, y, x + 10, y, height), _line(x, y - 10, x, y + 10, height), "S 0.2 w"]
    for half in range(-20, 21):
        at = half / 2
        long = 1.8 if half % 10 == 0 else 1.1 if half % 2 == 0 else 0.6
        parts += [_line(x + at, y - long, x + at, y + long, height), _line(x - long, y + at, x + long, y + at, height)]
    return " ".join([*parts, "S"]).encode()


def _at(cut: Cut, line: str, x: float, y: float, height: float) -> bytes:
    return b"BT 1 0 0 1 %s %s Tm %s ET" % (number(x * K).encode(), number((height - y) * K).encode(), cut.show(line))


def _label(cut: Cut, corner: int, x: float, y: float, width: float, height: float) -> list[bytes]:
    """Say beside a cross where it should be, and leave room for the readings; towards the middle of the sheet."""
    lines = (f"Dấu {corner + 1} ({CORNERS[corner]})", f"Đúng ra: trái {x:g} mm, trên {y:g} mm".replace(".", ","), "Đo được: trái ............ mm, trên ............ mm")
    out = []
    for n, line in enumerate(lines):
        wide = cut.face.width(line) * cut.points / K
        out.append(_at(cut, line, x + 14 if x < width / 2 else x - 14 - wide, y - 5 + 6 * n, height))
    return out


def _words(head: Cut, cut: Cut, width: float, height: float, *, proof: bool) -> list[bytes]:
    title = "Tờ in thử sau hiệu chỉnh" if proof else "Tờ hiệu chỉnh máy in"
    lines = [
        "1. In tờ này ở tỷ lệ 100 % (kích thước thật), đúng máy in, đúng khay, đúng loại giấy sẽ in giấy khen.",
        "2. Dùng thước chia nửa milimét, đo từ mép trái và mép trên của tờ giấy đến tâm từng dấu cộng.",
        "3. Ghi tám số đo vào chỗ trống rồi nhập vào màn hình Hiệu chỉnh máy in.",
    ]
    middle = height / 2 - 10
    out = [_at(head, title, width / 2 - head.face.width(title) * head.points / K / 2, middle, height)]
    return out + [_at(cut, line, width / 2 - cut.face.width(line) * cut.points / K / 2, middle + 9 + 6 * n, height) for n, line in enumerate(lines)]
