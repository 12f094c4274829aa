"""A unit's half-year or yearly report, composed from what was recorded: figures and sentences, nothing that nobody wrote down.

The usual numbers of such a report: domain notes section 6 (dialogues and participants, opinions received and answered, inspections,
models registered and recognised, commendations).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from recognition.grassroots.terms import Kind, Line, Span, Summary
from vietnamese import dates, numbers

_LISTED = 20


def days_of(span: Span, year: int) -> tuple[date, date]:
    """The first and last day of a stretch of a year."""
    match span:
        case Span.FIRST_HALF:
            return date(year, 1, 1), date(year, 6, 30)
        case Span.SECOND_HALF:
            return date(year, 7, 1), date(year, 12, 31)
        case Span.YEAR:
            return date(year, 1, 1), date(year, 12, 31)


def period_words(span: Span, year: int) -> str:
    """`6 tháng đầu năm 2026`, `năm 2026`."""
    return f"năm {year}" if span is Span.YEAR else f"{span.label} {year}"


def check_asked(span: Span, year: int, today: date) -> dict[str, str]:
    """A report is made of a stretch that has begun."""
    first, _ = days_of(span, year)
    if first > today:
        return {"year": f"Kỳ này bắt đầu {dates.short(first)}, chưa tới. Hôm nay là {dates.short(today)}."}
    return {}


def people(lines: Iterable[Line]) -> int:
    """How many took part in all."""
    return sum(line.people or 0 for line in lines)


def figures(found: Summary) -> tuple[tuple[str, int], ...]:
    """The table of figures of a report, in its order."""
    raised = (*found.dialogues, *found.reviews, *found.sessions)
    acts = found.acts
    return (
        ("Cuộc đối thoại, tiếp xúc", len(found.dialogues)),
        ("Lượt người dự đối thoại, tiếp xúc", people(found.dialogues)),
        ("Ý kiến, kiến nghị nêu ra", sum(line.points for line in raised)),
        ("Ý kiến, kiến nghị đã trả lời", sum(line.answered for line in raised)),
        ("Cam kết", sum(line.promised for line in raised)),
        ("Cam kết đã thực hiện", sum(line.kept for line in raised)),
        ("Cam kết quá hạn chưa thực hiện", sum(line.late for line in raised)),
        ("Cuộc sơ kết công tác dân vận", len(found.reviews)),
        ("Buổi tuyên truyền", len(found.sessions)),
        ("Lượt người được tuyên truyền", people(found.sessions)),
        ("Cuộc kiểm tra, giám sát đã thực hiện", len(found.inspections)),
        ("Hạn chế phát hiện qua kiểm tra", sum(line.points for line in found.inspections)),
        ("Hạn chế đã khắc phục", sum(line.kept for line in found.inspections)),
        ("Mô hình “Dân vận khéo” đăng ký", acts.models),
        ("Mô hình “Dân vận khéo” được công nhận", acts.recognised),
        ("Việc tốt đã đề nghị khen", acts.deeds),
        ("Lượt khen thưởng", acts.awards),
        ("Trong đó khen việc tốt", acts.deed_awards),
    )


def sections(found: Summary) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The titled parts of a report; a part about which nothing was recorded says so."""
    return (
        ("Đối thoại, tiếp xúc; trả lời và cam kết", _dialogues(found)),
        ("Sơ kết công tác dân vận", _held(found.reviews, "Chưa ghi cuộc sơ kết nào trong kỳ.", "cuộc sơ kết")),
        ("Tuyên truyền PAPI, Luật Thực hiện dân chủ ở cơ sở", _held(found.sessions, "Chưa ghi buổi tuyên truyền nào trong kỳ.", "buổi tuyên truyền")),
        ("Kiểm tra, giám sát thực hiện quy chế dân chủ", _inspections(found.inspections)),
        ("Mô hình “Dân vận khéo”, gương người tốt, việc tốt", (_acts(found),)),
    )


def _two(number: int) -> str:
    return numbers.count_two_digits(number) if number else "0"


def _held(lines: Sequence[Line], nothing: str, what: str) -> tuple[str, ...]:
    if not lines:
        return (nothing,)
    took_part = f", {_two(people(lines))} lượt người dự" if people(lines) else ""
    return (f"Đơn vị tổ chức {_two(len(lines))} {what}{took_part}.", *_list(lines))


def _list(lines: Sequence[Line]) -> tuple[str, ...]:
    """One line for each, the oldest first; not more than a page of them."""
    ordered = sorted(lines, key=lambda line: (line.on_date or date.max, line.code))
    said = tuple(f"- Ngày {dates.short(line.on_date)}: {line.title.rstrip(' .')}{_of(line)}." for line in ordered[:_LISTED] if line.on_date)
    return (*said, f"Và {len(lines) - _LISTED} cuộc khác.") if len(lines) > _LISTED else said


def _of(line: Line) -> str:
    return f" ({_two(line.people)} người)" if line.people else ""


def _dialogues(found: Summary) -> tuple[str, ...]:
    lines = found.dialogues
    raised = sum(line.points for line in lines)
    if not lines:
        return ("Chưa ghi cuộc đối thoại, tiếp xúc nào trong kỳ.",)
    held = _held(lines, "", "cuộc đối thoại, tiếp xúc")
    if not raised:
        return held
    answered, promised, kept, late = (sum(getattr(line, name) for line in lines) for name in ("answered", "promised", "kept", "late"))
    told = f"Có {_two(raised)} ý kiến, kiến nghị; đã trả lời {_two(answered)}."
    if promised:
        done = f"thực hiện xong {_two(kept)}" if kept else "chưa thực hiện xong việc nào"
        told += f" Đã cam kết {_two(promised)} việc, {done}" + (f", quá hạn {_two(late)}." if late else ".")
    return (held[0], told, *held[1:])


def _inspections(lines: Sequence[Line]) -> tuple[str, ...]:
    if not lines:
        return ("Chưa ghi cuộc kiểm tra, giám sát nào trong kỳ.",)
    found, mended = sum(line.points for line in lines), sum(line.kept for line in lines)
    told = f"Đã có {_two(len(lines))} cuộc kiểm tra, giám sát" + (f"; phát hiện {_two(found)} hạn chế, đã khắc phục {_two(mended)}." if found else "; không phát hiện hạn chế.")
    return (told, *_list(lines))


def _acts(found: Summary) -> str:
    acts = found.acts
    return (
        f"Đăng ký {_two(acts.models)} mô hình, được công nhận {_two(acts.recognised)} mô hình; đề nghị khen {_two(acts.deeds)} việc tốt; "
        f"{_two(acts.awards)} lượt khen thưởng, trong đó {_two(acts.deed_awards)} lượt khen việc tốt."
    )


def kinds_of(lines: Iterable[Line]) -> dict[Kind, tuple[Line, ...]]:
    """The records of a stretch by kind."""
    found: dict[Kind, list[Line]] = {kind: [] for kind in Kind}
    for line in lines:
        found[line.kind].append(line)
    return {kind: tuple(each) for kind, each in found.items()}
