"""Invented facts for looking at a layout: an ordinary row, and rows that strain it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from certificates.facts import Facts, Kind
from certificates.layout import Layout

ISSUERS = {
    "party": ("Ban Thường vụ Đảng ủy các cơ quan tỉnh Long Giang", "T/M Ban Thường vụ", "Bí thư", "125-QĐ/ĐU"),
    "state": ("Chủ tịch Ủy ban nhân dân phường Tân Ninh", "", "Chủ tịch", "1022/QĐ-UBND"),
    "union": ("Ban Chấp hành Liên đoàn Lao động tỉnh Long Giang", "TM. Ban Thường vụ", "Chủ tịch", "03/QĐ-LĐLĐ"),
    "enterprise": ("Giám đốc Công ty Cổ phần Cấp nước Long Giang", "", "Giám đốc", "48/QĐ-CTN"),
}
RECIPIENTS: dict[Kind, tuple[str, str, str, str, str]] = {
    "individual": (
        "Đồng chí", "Nguyễn Thị Ngọc Ánh", "Đảng viên Chi bộ Phòng Kế hoạch – Tổng hợp", "Đảng bộ Trung tâm Kiểm soát bệnh tật tỉnh Long Giang",
        "Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, hoàn thành xuất sắc nhiệm vụ năm 2026",
    ),
    "collective": ("", "Chi bộ Trường Trung học phổ thông Hoàng Lê Kha", "", "Đảng bộ phường Tân Ninh", "Hoàn thành xuất sắc nhiệm vụ tiêu biểu 5 năm liền (2022 – 2026)"),
    "household": ("Hộ gia đình ông", "Y Bliă Êban", "", "Buôn Tơng Jú, xã Ea Rông", "Đã hiến 850 m² đất và 120 ngày công làm đường giao thông nông thôn năm 2026"),
}


OF_TRACK: dict[str, tuple[str, str, str, str, str]] = {
    "state": (
        "Bà", "Nguyễn Thị Ngọc Ánh", "Tổ trưởng Tổ dân phố số 12", "phường Tân Ninh, tỉnh Long Giang",
        "Đã có thành tích xuất sắc trong phong trào thi đua “Long Giang chung sức xây dựng nông thôn mới, đô thị văn minh” năm 2026",
    ),
    "union": (
        "Đồng chí", "Nguyễn Thị Ngọc Ánh", "Tổ trưởng Tổ may số 7", "Công đoàn cơ sở Công ty Cổ phần May Long Giang",
        "Đã có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi, lao động sáng tạo” và hoạt động công đoàn năm 2026",
    ),
    "any": (
        "Anh", "Nguyễn Đức Hoàng Phúc", "Kỹ sư Phòng Kỹ thuật", "Xí nghiệp Cấp nước số 2",
        "Đã có sáng kiến giảm thất thoát nước từ 18,4 % xuống 11,2 %, góp phần hoàn thành xuất sắc nhiệm vụ năm 2026",
    ),
}


def sample(layout: Layout, kind: Kind = "individual", **changes: str) -> Facts:
    """Return invented facts that suit a layout, stamped MẪU."""
    line, capacity, post, number = ISSUERS.get(layout.track, ISSUERS["enterprise"])
    salutation, name, title, unit, achievement = OF_TRACK.get(layout.track, RECIPIENTS[kind]) if kind == "individual" else RECIPIENTS[kind]
    subject = "Camera an ninh cộng đồng ở khu phố 3" if any(f.name == "subject" and f.required for f in layout.fields) else ""
    words = {k: v for k, v in layout.defaults.items() if k not in ("kind", "stamp")}
    facts = Facts(
        kind=kind, salutation=salutation, recipient=name, title=title, unit=unit, achievement=achievement, subject=subject, awarding_line=line,
        decision_number=number, decision_date=date(2026, 11, 5), place="Long Giang", signer_capacity=capacity, signer_post=post,
        signer_name="Trần Minh Quang", serial="0037/2026", stamp="MẪU",
    )
    return replace(facts, **{**words, **changes})  # type: ignore[arg-type]  # whatever a layout names beside these is a text


def strained(layout: Layout) -> list[Facts]:
    """Return the rows that strain a layout most: long name, long post, long achievement, short everything."""
    easy = sample(layout)
    return [
        easy,
        replace(
            easy, recipient="Công Tằng Tôn Nữ Hoàng Phương Quỳnh Nguyễn", title="Phó Bí thư Chi bộ, Phó Trưởng phòng Quản lý chất lượng công trình",
            unit="Đảng bộ Công ty TNHH Một thành viên Khai thác thủy lợi và Cấp nước nông thôn tỉnh Long Giang",
            achievement="Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026: vận động nhân dân hiến 1.250 m² đất và 320 ngày công "
            "làm đường liên ấp, góp phần hoàn thành tiêu chí giao thông trong xây dựng nông thôn mới nâng cao giai đoạn 2021 – 2026",
        ),
        replace(easy, recipient="Lê An", title="", unit="Chi bộ ấp 3", achievement="Đã dũng cảm cứu người bị nạn"),
        sample(layout, "collective"),
        sample(layout, "household"),
    ]


def hardest(facts: Sequence[Facts], count: int = 5) -> list[int]:
    """Return the numbers (from 0) of the rows that strain a layout most: longest name, post with unit, achievement, subject, all.

    They are the rows to look at before a batch is printed.
    """
    ways: tuple[Callable[[Facts], int], ...] = (
        lambda f: len(f.recipient), lambda f: len(f.title) + len(f.unit), lambda f: len(f.achievement), lambda f: len(f.subject),
        lambda f: len(f.recipient) + len(f.title) + len(f.unit) + len(f.achievement),
    )
    ranked = [sorted(range(len(facts)), key=lambda i: (-way(facts[i]), i))[:count] for way in ways]
    first = dict.fromkeys(rank[place] for place in range(count) for rank in ranked if place < len(rank))
    return sorted(list(first)[:count])
