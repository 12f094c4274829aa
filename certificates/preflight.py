"""Looks at every certificate of a batch before a sheet is printed: letters, words, room, what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache

from certificates import qr
from certificates.facts import Facts
from certificates.findings import Finding
from certificates.fitting import Compositor, Line, Setting
from certificates.layout import Layout
from certificates.wording import placeholders, words
from vietnamese.doubts import Doubt, suspicious
from vietnamese.encodings import looks_legacy

BLOCKING = frozenset({Doubt.CONTROL, Doubt.DIRECTION, Doubt.INVISIBLE, Doubt.EMOJI, Doubt.PRIVATE_USE, Doubt.LOOSE_MARK, Doubt.LOOK_ALIKE})
CAPITALS = frozenset({"form", "verb", "awarding_line", "superior", "signer_capacity", "signer_post", "stamp", "heading", "kind", "decision_number", "serial", "code"})
"""Fields that are properly written in capitals."""
LABELS = {
    "recipient": "Họ tên / tên tập thể", "salutation": "Danh xưng", "title": "Chức vụ", "unit": "Đơn vị", "achievement": "Thành tích",
    "subject": "Tên mô hình", "superior": "Cấp trên", "awarding_line": "Cơ quan tặng", "form": "Hình thức", "verb": "Tặng",
    "decision_number": "Số quyết định", "decision_date": "Ngày quyết định", "place": "Địa danh", "signer_capacity": "Thay mặt",
    "signer_post": "Chức vụ người ký", "signer_name": "Người ký", "register_line": "Tên sổ", "serial": "Số vào sổ", "code": "Mã tra cứu",
    "position": "Chức vụ, đơn vị", "place_date": "Địa danh, ngày", "decision_line": "Dòng quyết định", "verify_url": "Mã QR",
}
NAMES = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI"}


def label(field: str) -> str:
    """Return the Vietnamese name of a fact or of a layout's field."""
    return LABELS.get(field, field)


def preflight(layout: Layout, facts: Sequence[Facts] | Iterable[Facts]) -> list[Finding]:
    """Return every finding of a batch, row by row; a batch with a blocking one is not printed."""
    checker = Checker(layout)
    return [finding for row, one in enumerate(facts, 1) for finding in checker.check(row, one)[1]]


class Checker:
    """Checks certificates one by one against one layout; gives back the setting, for the press sets it anyway."""

    def __init__(self, layout: Layout, *, on_blank: bool = False) -> None:
        self.layout, self.on_blank = layout, on_blank
        self.compositor = Compositor(layout)
        self._seen: dict[tuple[str, ...], int] = {}
        self._needed = [(f, placeholders(f.text)) for f in layout.fields if f.required]

    def check(self, row: int, facts: Facts) -> tuple[Setting, list[Finding]]:
        """Set one certificate and say what is wrong with it."""
        known = words(facts)
        found = [f for name in _TEXTS for f in _text_findings(row, name, getattr(facts, name))]
        for key, value in facts.extra.items():
            found += _text_findings(row, key, value)
        setting = self.compositor.set(known, facts.kind)
        found += self._missing(row, facts, known)
        found += [self._overflow(row, o.field, o.text) for o in setting.overflows]
        found += self._letters(row, setting)
        found += self._collisions(row, setting, facts)
        found += self._repeats(row, facts)
        return setting, found

    def _repeats(self, row: int, facts: Facts) -> list[Finding]:
        """Look for a paper, a number or a signed code that an earlier row has already.

        Only one code on two different papers blocks: series may share numbers, and a paper may be wanted twice.
        """
        whole = (facts.recipient, facts.unit, facts.title, facts.achievement, facts.subject, facts.decision_number, facts.form)
        twin = self._first(row, "recipient", *whole)
        if twin:
            return [Finding(row, label("recipient"), f"giống hệt dòng {twin}.", "Anh/chị kiểm tra lại danh sách.", blocking=False)]
        found = []
        if facts.serial and (other := self._first(row, "serial", facts.serial, facts.register_line, facts.form)):
            found.append(Finding(row, label("serial"), f"trùng với dòng {other}.", "Anh/chị kiểm tra lại số vào sổ.", blocking=False))
        if facts.code and facts.verify_url and (other := self._first(row, "code", facts.code)):
            found.append(Finding(row, label("code"), f"trùng với dòng {other}.", "Mỗi giấy phải có mã riêng; anh/chị cấp lại mã cho dòng này."))
        return found

    def _first(self, row: int, *key: str) -> int:
        """Return the earlier row that had this key, 0 when this is the first."""
        first = self._seen.setdefault(key, row)
        return first if first != row else 0

    def _missing(self, row: int, facts: Facts, known: Mapping[str, str]) -> list[Finding]:
        empty: list[Finding] = []
        for field, names in self._needed:
            if field.kinds and facts.kind not in field.kinds:
                continue
            empty += [
                Finding(row, label(name), "còn để trống.", "Anh/chị điền ô này hoặc đặt giá trị mặc định của mẫu.")
                for name in sorted(names) if not known.get(name)
            ]
        return empty

    def _overflow(self, row: int, name: str, text: str) -> Finding:
        smallest = min((f.size_min for f in self.layout.fields if f.name == name), default=0)
        return Finding(row, label(name), f"dài {len(text)} chữ, không vừa dù đã thu về {smallest:g} pt.", "Anh/chị rút gọn nội dung hoặc mở rộng ô này trong mẫu.")

    def _letters(self, row: int, setting: Setting) -> list[Finding]:
        found = []
        for line in setting.lines:
            face = self.compositor.face_of(line.field)
            lacking = face.missing(line.text)
            if lacking:
                signs = ", ".join(f"«{c}» (U+{ord(c):04X})" for c in lacking)
                found.append(Finding(row, label(line.field.name), f"phông {face.name} không có {signs}.", "Anh/chị gõ lại chữ này hoặc chọn phông khác cho ô."))
        return found

    def _collisions(self, row: int, setting: Setting, facts: Facts) -> list[Finding]:
        """Look for ink on ink between boxes, and for ink on the square of the QR."""
        found = []
        lines = [line for line in setting.lines if not self.on_blank or line.field.on_blank]
        if facts.verify_url and self.layout.code:
            code = self.layout.code
            square = (code.x, code.y, code.x + code.size, code.y + code.size)
            found += [_covered(row, line, "mã QR") for line in lines if _meet(line.box, square)]
            if not qr.module_mm(qr.modules(facts.verify_url).width, code.size):
                found.append(Finding(row, label("verify_url"), "dài quá, mã QR in ra sẽ không quét được.", "Anh/chị mở rộng ô mã QR trong mẫu hoặc rút ngắn địa chỉ tra cứu."))
        found += [_covered(row, line, "chỗ ký, đóng dấu") for line in _on_signature(lines, self.layout)]
        for number, one in enumerate(lines):
            for other in lines[number + 1 :]:
                if (one.field.group or one.field.name) != (other.field.group or other.field.name) and _meet(one.box, other.box):
                    found.append(_covered(row, one, f"ô «{label(other.field.name)}»"))
        return found


_TEXTS = tuple(f.name for f in fields(Facts) if f.name not in ("kind", "heading", "decision_date", "verify_url", "stamp", "extra"))


@lru_cache(maxsize=3_000)
def _text_doubts(name: str, value: str) -> tuple[tuple[str, str, bool], ...]:
    """Return (what, how to mend, blocking) for a text."""
    if not value:
        return ()
    found = []
    old = looks_legacy(value)
    if old:
        found.append((f"đang viết theo mã cũ {NAMES[old]}.", "Anh/chị chuyển dữ liệu sang Unicode rồi nhập lại.", True))
    for doubt in suspicious(value):
        if doubt.kind is Doubt.ALL_CAPITALS and name in CAPITALS:
            continue
        if doubt.kind is Doubt.INNER_CAPITAL and name in CAPITALS:
            continue
        what, _, mend = doubt.sentence.partition(". ")
        found.append((f"{what[:1].lower()}{what[1:]}.", mend or "Anh/chị kiểm tra lại ô này.", doubt.kind in BLOCKING))
    return tuple(found)


def _text_findings(row: int, name: str, value: str) -> list[Finding]:
    return [Finding(row, label(name), what, mend, blocking) for what, mend, blocking in _text_doubts(name, value)]


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _covered(row: int, line: Line, what: str) -> Finding:
    return Finding(row, label(line.field.name), f"in đè lên {what}.", "Anh/chị dời ô này trong mẫu hoặc rút gọn nội dung.")


def _on_signature(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """Return the lines that stand in the room for signature and seal, above the signer's name."""
    names = [line for line in lines if line.field.name == "signer_name"]
    if not names:
        return []
    left, top, right, _ = names[0].box
    middle = (left + right) / 2
    room = (middle - 18, top - layout.signature_space + 0.05, middle + 18, top)
    return [line for line in lines if line is not names[0] and _meet(line.box, room)]
