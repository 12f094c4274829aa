"""What keeps a decision from being recorded."""

from datetime import date

from recognition.catalogue.rules import list_key
from recognition.decisions.terms import CHANGING, Decision, Head, Kind, Line, Origin
from recognition.hall.lengths import LINE, REASON, bounded
from vietnamese import dates

MOST_NUMBER, MOST_BASES = 99_999, 100


def order(lines: list[Line]) -> list[Line]:
    """The lines in the order of lists (`list_key` of the catalogue)."""
    return sorted(lines, key=lambda line: list_key(line.kind, line.level, line.award_code, line.name, title=line.award_kind == "title"))


def check_head(head: Head, kind: Kind, origin: Origin) -> dict[str, str]:
    """Field → sentence: what is missing over the list before the decision can be recorded."""
    wrong = {}
    for field, what in (("title", "trích yếu"), ("signer_name", "người ký"), ("signer_post", "chức vụ người ký"), ("place", "địa danh")):
        if not getattr(head, field).strip():
            wrong[field] = f"Anh/chị chưa nhập {what}."
    if not any(base.strip() for base in head.bases):
        wrong["bases"] = "Anh/chị ghi ít nhất một căn cứ."
    if origin is Origin.SIMPLIFIED and not head.clause.strip():
        wrong["clause"] = "Khen theo thủ tục đơn giản cần ghi điều khoản làm căn cứ."
    if kind in CHANGING and not head.reason.strip():
        wrong["reason"] = f"Anh/chị ghi lý do {kind.label.lower()}."
    return wrong


def check_record(decision: Decision, number: int, day: date, today: date, *, session_day: date | None) -> dict[str, str]:
    """Field → sentence: number, date and list. The date is not in the future and not before the session's."""
    wrong = check_head(head_of(decision), decision.kind, decision.origin)
    if not 1 <= number <= MOST_NUMBER:
        wrong["number"] = f"Số quyết định là số nguyên từ 1 đến {MOST_NUMBER}."
    if day > today:
        wrong["decided_on"] = f"Ngày {dates.short(day)} chưa tới. Hôm nay là {dates.short(today)}."
    elif session_day is not None and day < session_day:
        wrong["decided_on"] = f"Ngày quyết định {dates.short(day)} trước ngày họp {dates.short(session_day)}."
    if not decision.kept:
        wrong["lines"] = "Danh sách chưa có trường hợp nào. Anh/chị giữ lại ít nhất một trường hợp."
    bare = [line.full_name for line in decision.kept if not line.wording.strip()]
    if bare and decision.kind is not Kind.REVOKE:
        wrong["lines"] = f"Chưa có nội dung thành tích của: {', '.join(bare[:5])}."
    return wrong


def head_of(decision: Decision) -> Head:
    """The typed part of a decision."""
    return Head(
        decision.title, decision.signer_name, decision.signer_post, decision.signer_capacity, decision.place, decision.bases,
        decision.clause, decision.reason,
    )  # fmt: skip


def check_typed(head: Head) -> dict[str, str]:
    """Field → sentence of the words over a decision that are too long, or too many; a draft may be half-typed."""
    wrong = bounded(
        ("title", head.title, REASON, "Trích yếu"), ("signer_name", head.signer_name, LINE, "Người ký"), ("signer_post", head.signer_post, LINE, "Chức vụ người ký"),
        ("signer_capacity", head.signer_capacity, LINE, "Thể thức đề ký"), ("place", head.place, LINE, "Địa danh"), ("clause", head.clause, REASON, "Căn cứ"),
        ("reason", head.reason, REASON, "Lý do"), *(("bases", base, REASON, f"Căn cứ thứ {number}") for number, base in enumerate(head.bases, 1)),
    )  # fmt: skip
    if len(head.bases) > MOST_BASES:
        wrong["bases"] = f"Có {len(head.bases)} căn cứ, quá {MOST_BASES}. Anh/chị bớt lại."
    return wrong


def check_words(line: Line) -> dict[str, str]:
    """Field → sentence of the words of a line that are too long."""
    return bounded(
        ("wording", line.wording, REASON, "Nội dung thành tích"), ("subject", line.subject, LINE, "Tên mô hình, việc"), ("salutation", line.salutation, LINE, "Xưng hô"),
        ("name", line.name, LINE, "Tên"), ("post", line.post, LINE, "Chức vụ"), ("unit", line.unit, LINE, "Đơn vị"),
    )  # fmt: skip
