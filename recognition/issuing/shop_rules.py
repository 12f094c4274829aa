"""Pure rules of the print shop: doubtful spellings, slips, hints for the reader, the ledger of blanks, order of calling."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from certificates import Facts
from recognition.issuing.shop_terms import CallOrder, Doubtful, StockKind
from vietnamese.doubts import suspicious
from vietnamese.numbers import in_words
from vietnamese.text import search_key, sort_key

_FAMILY = {
    search_key(name): name
    for name in ("Nguyễn", "Trần", "Phạm", "Huỳnh", "Hoàng", "Đặng", "Bùi", "Ngô", "Dương", "Đỗ", "Lê", "Trịnh", "Phùng", "Nghiêm")
}
_ALSO_RIGHT = {"Đô", "Đào", "Phan", "Lễ", "Phúng", "Nghiệm", "Đăng", "Do"}
_NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)")
_OLD_STYLE = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)")
_FIELDS = (("Họ tên", "recipient"), ("Danh xưng", "salutation"), ("Chức vụ", "title"), ("Đơn vị", "unit"), ("Thành tích", "achievement"), ("Mô hình", "subject"))
_SHORT = {
    "TNHH": "trách nhiệm hữu hạn", "MTV": "một thành viên", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc",
    "THPT": "trung học phổ thông", "THCS": "trung học cơ sở", "LĐLĐ": "Liên đoàn Lao động", "CĐCS": "công đoàn cơ sở", "BHXH": "bảo hiểm xã hội",
    "CLB": "câu lạc bộ", "HTX": "hợp tác xã", "KHKT": "khoa học kỹ thuật", "PCCC": "phòng cháy, chữa cháy", "ANTT": "an ninh, trật tự",
    "m²": "mét vuông", "m2": "mét vuông", "km": "ki-lô-mét", "ha": "héc-ta",
}  # fmt: skip
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
_MARKS = str.maketrans("áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ", "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy")


def doubts(facts: Facts) -> tuple[Doubtful, ...]:
    """Every doubtful spelling of one paper: odd characters, capitals, spaces, a family name that lost a mark, two ways to place a tone."""
    found = []
    for label, name in _FIELDS:
        value = getattr(facts, name)
        found += [Doubtful(label, doubt.sentence) for doubt in suspicious(value)]
        if _NEW_STYLE.search(value) and _OLD_STYLE.search(value):
            found.append(Doubtful(label, "Có hai cách đặt dấu thanh trong một ô (oà và òa). Anh/chị viết theo một cách."))
    if facts.kind == "individual":
        lost = family_name(facts.recipient)
        if lost:
            found.append(Doubtful("Họ tên", lost))
    return tuple(found)


def family_name(name: str) -> str:
    """A sentence when the family name looks as if it had lost a mark (Nguyên for Nguyễn); empty when it does not."""
    first = name.split(" ", 1)[0]
    usual = _FAMILY.get(search_key(first))
    if usual is None or first.casefold() == usual.casefold() or first in _ALSO_RIGHT:
        return ""
    return f"Họ «{first}» thường viết «{usual}». Anh/chị hỏi lại đơn vị."


def content_hash(papers: Iterable[Facts]) -> str:
    """The fingerprint of what a slip shows; anything printed differently gives another."""
    return hashlib.sha256(json.dumps([paper.to_json() for paper in papers], ensure_ascii=False).encode()).hexdigest()


def balance(amounts: Mapping[StockKind, int]) -> int:
    """Sheets on hand: received less used, spoiled and returned."""
    return amounts.get(StockKind.RECEIVED, 0) - sum(amounts.get(kind, 0) for kind in StockKind if kind is not StockKind.RECEIVED)


def may_book(kind: StockKind, sheets: int, left: int) -> str:
    """One sentence when the ledger cannot hold this entry; empty when it can."""
    if kind is StockKind.RECEIVED or sheets <= left:
        return ""
    return f"Sổ chỉ còn {left} tờ phôi này, không ghi được {sheets} tờ. Anh/chị ghi số nhập trước hoặc sửa số tờ."


def agreement(booked: int, printed: int, spoiled: int, register_spoiled: int) -> tuple[str, ...]:
    """What does not agree between the ledger and the register, one sentence each; empty when both agree."""
    found = []
    if booked < printed:
        found.append(f"Nhật ký in có {printed} tờ trên phôi này, sổ phôi mới ghi {booked} tờ đã dùng và hỏng: còn {printed - booked} tờ chưa ghi.")
    if booked > printed:
        found.append(f"Sổ phôi ghi {booked} tờ đã dùng và hỏng, nhật ký in chỉ có {printed} tờ: {booked - printed} tờ chưa rõ in giấy nào.")
    if spoiled < register_spoiled:
        found.append(f"Sổ cấp có {register_spoiled} giấy hỏng, sổ phôi mới ghi {spoiled} tờ hỏng.")
    return tuple(found)


def called(order: CallOrder, line: int, unit: str, award: str, kind: str) -> tuple[str, str, int]:
    """(group's sort key, group's name, place in it). Within a unit the decision's own order stays (NĐ 152/2025 Đ29(5))."""
    if order is CallOrder.UNIT:
        return sort_key(unit), unit, line
    kinds = {"collective": ("0", "Tập thể"), "household": ("1", "Hộ gia đình")}
    key, name = kinds.get(kind, ("2", "Cá nhân"))
    return "", f"{award}: {name}" if key else award, line


def hint(*texts: str) -> str:
    """How to read what is hard: abbreviations in full, names that are not built as Vietnamese syllables, large numbers."""
    said: dict[str, str] = {}
    for text in texts:
        for word in re.findall(r"[\w²’'-]+", text):
            if word in _SHORT:
                said[word] = _SHORT[word]
        for digits in re.findall(r"\d{1,3}(?:\.\d{3})+|\d{4,}", text):
            number = int(digits.replace(".", ""))
            if not 1900 <= number <= 2100:
                said[digits] = in_words(number)
    foreign = [word for word in re.findall(r"[^\W\d_]+", texts[0] if texts else "") if _is_foreign(word)]
    parts = [f"{short} đọc là «{full}»" for short, full in said.items()]
    if foreign:
        parts.append(f"hỏi trước cách đọc «{' '.join(dict.fromkeys(foreign))}»")
    return "; ".join(parts)


def _is_foreign(word: str) -> bool:
    if word.isupper() or len(word) < 2:
        return False
    return _SYLLABLE.fullmatch(word.lower().translate(_MARKS)) is None


def chunks(groups: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int, int]]:
    """Cut a run of `groups` (name, how many) into files of at most `most`: (name, first, last), counted from 1."""
    total = sum(count for _, count in groups)
    return [(f"{first:03d}-{min(first + most - 1, total):03d}", first, min(first + most - 1, total)) for first in range(1, total + 1, most)]
