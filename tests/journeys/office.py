"""An invented office: its units, people and accounts as the product's own workbook, its pictures and scans."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from PIL import Image, ImageDraw

from vietnamese import dates

UNITS = (
    ("DU", "Đảng uỷ các cơ quan Đảng tỉnh", "Cấp uỷ cấp trên", "", "01/02/2025"),
    ("DB-VP", "Đảng bộ Văn phòng Tỉnh uỷ", "Đảng bộ cơ sở", "DU", "01/02/2025"),
    ("CB-QT", "Chi bộ Phòng Quản trị", "Chi bộ trực thuộc", "DB-VP", "01/02/2025"),
    ("CB-BTG", "Chi bộ Ban Tuyên giáo và Dân vận", "Chi bộ cơ sở", "DU", "01/02/2025"),
)
#: code, name, salutation, gender, birth, unit, post, class
PEOPLE = (
    ("C01", "Trần Minh Châu", "Bà", "Nữ", "1982", "DU", "Chuyên viên Văn phòng Đảng uỷ", "Người lao động trực tiếp"),
    ("C02", "Đỗ Quốc Khánh", "Ông", "Nam", "1979", "DU", "Văn thư", "Người lao động trực tiếp"),
    ("C03", "Lê Quang Vinh", "Ông", "Nam", "1970", "DU", "Bí thư Đảng uỷ", "Lãnh đạo, quản lý"),
    ("C04", "Nguyễn Thị Ước", "Bà", "Nữ", "1990", "CB-QT", "Chuyên viên", "Người lao động trực tiếp"),
    ("C05", "Lê Văn Tòng", "Ông", "Nam", "1975", "CB-QT", "Bí thư chi bộ", "Lãnh đạo, quản lý"),
    ("C06", "Hoàng Văn Đức", "Ông", "Nam", "12/03/1985", "CB-QT", "Lái xe", "Người lao động trực tiếp"),
    ("C07", "Phan Thị Mỹ Dung", "Bà", "Nữ", "1988", "CB-QT", "Nhân viên phục vụ", "Người lao động trực tiếp"),
    ("C08", "Vũ Đình Nghĩa", "Ông", "Nam", "1981", "DU", "Chuyên viên", "Người lao động trực tiếp"),
)
#: person, user name, role, where
ACCOUNTS = (
    ("C01", "chau.tranminh", "Thư ký", "ĐUCCQ"),
    ("C02", "khanh.doquoc", "Văn thư, in giấy khen", "ĐUCCQ"),
    ("C03", "vinh.lequang", "Lãnh đạo theo dõi", "DU"),
    ("C04", "uoc.nguyenthi", "Người đề nghị", "CB-QT"),
    ("C05", "tong.levan", "Lãnh đạo đơn vị", "CB-QT"),
    ("C08", "nghia.vudinh", "Người đề nghị", "CB-BTG"),
)


def workbook(template: bytes, *, sign: str = "ĐUCCQ", units: Sequence[tuple[str, ...]] = UNITS) -> bytes:
    """The product's template, filled in as an office does; `sign` is how the organ signs its numbers."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    accounts = [(*account[:3], sign if account[3] == "ĐUCCQ" else account[3]) for account in ACCOUNTS]
    for name, rows in (("Đơn vị", units), ("Người", PEOPLE), ("Tài khoản", accounts)):
        for number, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                if value:
                    book[name].cell(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def picture(path: Path, hue: int = 40) -> Path:
    """A picture of the deed: two hills under the sun. Another `hue` (0–255) is another picture."""
    image = Image.new("RGB", (1600, 1200), (200, 220, 255 - hue))
    pen = ImageDraw.Draw(image)
    pen.ellipse((200 + 3 * hue, 150, 420 + 3 * hue, 370), fill=(240, 190, 60))
    pen.polygon([(0, 1200), (600, 500 + hue), (1200, 1200)], fill=(60, 110 + hue // 2, 60))
    pen.polygon([(700, 1200), (1200, 640), (1600, 1200)], fill=(90, 130, 80 + hue // 2))
    image.save(path, quality=85)
    return path


def scan(path: Path) -> Path:
    """A signed paper as the scanner gives it: one page of PDF."""
    image = Image.new("RGB", (1240, 1754), "white")
    pen = ImageDraw.Draw(image)
    for line in range(18):
        pen.line((150, 300 + line * 60, 1090 - (line * 37) % 200, 300 + line * 60), fill=(40, 40, 40), width=4)
    pen.text((150, 200), path.stem, fill="black")
    pen.arc((700, 1400, 1000, 1600), 20, 320, fill=(30, 60, 160), width=6)
    image.save(path, "PDF", resolution=150)
    return path


def text_of(word: bytes) -> str:
    """Every word of a Word file."""
    paper = docx.Document(io.BytesIO(word))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def today() -> str:
    """Today as people write it."""
    return dates.short(dates.today())


def year() -> int:
    """This year."""
    return dates.today().year
