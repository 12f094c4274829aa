"""What a row is, when it is not a recipient: section, total, signature, note, repeated heading."""

from __future__ import annotations

import re

from intake.mapping import words
from intake.mapping.words import tidy
from intake.tables.grid import ERROR, FORMULA, Cell, Row

TITLE = "Phần tiêu đề của danh sách"
HEADING = "Dòng tiêu đề cột"
REPEATED = "Dòng tiêu đề cột lặp lại"
NUMBERING = "Dòng đánh số cột"
SECTION = "Dòng mục"
TOTAL = "Dòng tổng cộng"
SIGNATURE = "Phần ký tên cuối danh sách"
NOTE = "Dòng ghi chú"
PREFILLED = "Dòng điền sẵn công thức hoặc số thứ tự, chưa có người"
CONTINUED = "Nội dung nối tiếp của dòng {row}"
NOBODY = "Mục không có ai"
EXAMPLE = "Dòng ví dụ"
GUIDANCE = "Dòng hướng dẫn nhập liệu"
STRUCK = "Dòng đã bị xóa trong chế độ theo dõi thay đổi của Word"
BLANK = "Dòng không có nội dung"

_ORDINAL = re.compile(r"(\d{1,5}|[ivxlcdm]{1,6}|[a-zđ])[.)]?", re.IGNORECASE)
_FIGURES = re.compile(r"\(?\d{1,5}(?:\.\d{1,3}){0,2}[.)]?", re.ASCII)
_PREFIX = re.compile(
    r"^\s*(?:(?:phần|mục)\s+)?(?:[ivxlcdm]{1,6}|[a-hđ]|\d{1,2}(?:\.\d{1,2})*)\s*[.):/\-–]\s*", re.IGNORECASE
)
_TOTAL = re.compile(
    r"^(tong cong|tong so|tong\b(?! cong ty| giam doc| cuc| lien doan| bien tap| bi thu| kho)|cong\s*[:(=]|cong$|"
    r"danh sach (nay |tren |gom |co )+.*\d|\(?an dinh danh sach|tong hop|cong tong|cong chung)"
)
_SIGNATURE = re.compile(
    r"^(nguoi lap|lap bieu|nguoi tong hop|thu truong|t/m|tm\.|k/t|kt\.|tl\.|tuq\.|noi nhan|xac nhan|\(?ky[, ]+(ten|ghi|va)|"
    r"[^,]{2,40}, ngay .{0,12}thang|ngay .{0,6}thang .{0,6}nam|y kien cua|duyet\b|\(da ky\)|\(ky ten|nguoi ky|luu vt|- luu|- nhu tren|"
    r"lanh dao don vi|can bo phu trach|t\.m|kt |chu toa|trinh ky|nguoi bao cao|dai dien (don vi|lanh dao|ban|cong doan|tap the))"
)
_BARE_POST = re.compile(
    r"^(chu tich|bi thu|giam doc|truong phong|hieu truong|thu ky|ke toan truong|thuong truc|pho chu tich|pho bi thu|pho giam doc|truong ban)$"
)
_PAGE = re.compile(r"^(trang|page)\s*:?\s*\d{1,4}(\s*(/|tren|of)\s*\d{1,4})?$|^-\s*\d{1,4}\s*-$")
_EXAMPLE = re.compile(r"^(vd|vi du|mau)\b[:. ]*")
_GUIDANCE = re.compile(
    r"\b(bat buoc|nhap|ghi ro|ghi day du|dd/mm|vi du|chon|khong qua|theo mau|viet hoa|neu co|dien)\b"
)
_NOTE = re.compile(r"^(\(?\*+\)?\s|\(?\*\)|ghi chu\s*:|luu y\s*:|chu y\s*:|chu thich\s*:|huong dan\s*:|nguon\s*:)")


def is_ordinal(text: str) -> bool:
    """An ordinal of any style: 12, IV, a), 1.2."""
    return bool(_ORDINAL.fullmatch(tidy(text).rstrip(".)")))


def is_number(text: str) -> bool:
    """An ordinal in figures: 1, 12., (3), 2.1."""
    return bool(_FIGURES.fullmatch(tidy(text)))


def without_prefix(text: str) -> str:
    """ "II. Cá nhân: 05" -> "Cá nhân: 05"."""
    return _PREFIX.sub("", tidy(text))


def has_prefix(text: str) -> bool:
    """Whether the text begins with a section's number."""
    return bool(_PREFIX.match(tidy(text)))


def is_total(row: Row) -> bool:
    """A row of sums."""
    first = next((cell.text for _, cell in sorted(row.items()) if cell.text and not is_number(cell.text)), "")
    key = words.key(first)
    if key.startswith("cong") and not tidy(first).lower().startswith("cộng"):
        return False
    return bool(_TOTAL.match(key))


def is_signature(row: Row) -> bool:
    """A row of the block where people sign: no ordinal in front, one of its cells says so."""
    cells = [cell for _, cell in sorted(row.items()) if cell.text]
    if not cells or is_number(cells[0].text) or len(cells) > 6:
        return False
    return any(
        _SIGNATURE.match(words.key(line)) for cell in cells for line in cell.text.split("\n")[:2] if line.strip()
    )


def is_bare_post(row: Row) -> bool:
    """A row that holds nothing but posts of people who sign."""
    texts = [words.key(cell.text) for cell in row.values() if tidy(cell.text)]
    return bool(texts) and all(_BARE_POST.match(text) for text in texts)


def is_example(ordinal: Cell | None, name: str) -> bool:
    """A sample row of a template: "VD" for an ordinal, or "Ví dụ: …" for a name."""
    return bool((ordinal and _EXAMPLE.match(words.key(ordinal.text))) or re.match(r"^(vi du|vd)\b", words.key(name)))


def is_guidance(row: Row) -> bool:
    """A row under the headings that says how to fill them in."""
    texts = [tidy(cell.text) for cell in row.values() if tidy(cell.text)]
    told = sum(bool(text.startswith("(") or _GUIDANCE.search(words.key(text))) for text in texts)
    return len(texts) >= 2 and told * 2 > len(texts)


def is_note(row: Row) -> bool:
    """A remark under the list."""
    texts = [words.key(cell.text) for _, cell in sorted(row.items()) if tidy(cell.text)]
    if texts and len(texts) <= 3 and _NOTE.match(texts[0]):
        return True
    return len(texts) == 1 and bool(_PAGE.match(texts[0].strip()))


def is_bullet(text: str) -> bool:
    """A line of remarks, "- Không có đơn thư", that names nobody."""
    bare = tidy(text)
    return bare[:1] in ("-", "–", "+", "•") and len(bare) > 2 and words.kind_of(bare.lstrip("-–+• ")) is None


def is_prefilled(cells: list[Cell], ordinal: Cell | None) -> bool:
    """Nothing but an ordinal and results of formulas that found nobody."""
    rest = [cell for cell in cells if not (cell is ordinal and is_ordinal(cell.text))]
    return all(cell.kind in (FORMULA, ERROR) or cell.computed or not cell.text.strip("0-–.… ") for cell in rest)
