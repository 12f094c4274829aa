"""Lists of recipients: their order by law, their counts in two digits, their printed table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from documents.blocks import Band, Column, grid
from documents.facts import Kind, Line
from documents.paper import Paper
from vietnamese import numbers
from vietnamese.text import clean, initial_capital

_WORDS = {Kind.COLLECTIVE: "tập thể", Kind.HOUSEHOLD: "hộ gia đình", Kind.PERSON: "cá nhân"}
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese order of points
_GROUP = {Kind.COLLECTIVE: 0, Kind.HOUSEHOLD: 1, Kind.PERSON: 2}


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Collectives, then households, then persons; inside each from high to low, titles before forms, the living first.

    Lines that are equal in all this keep the caller's order. Source: NĐ 152/2025 Đ29(5).
    """
    return sorted(lines, key=lambda x: (_GROUP[x.kind], x.rank, not x.is_title, x.posthumous))


def counts(lines: Iterable[Line]) -> str:
    """ "02 tập thể, 01 hộ gia đình, 14 cá nhân", made from the list itself; kinds without anybody are left out."""
    kinds = [line.kind for line in lines]
    return ", ".join(
        f"{numbers.count_two_digits(kinds.count(kind))} {word}" for kind, word in _WORDS.items() if kind in kinds
    )


def kinds_in_words(lines: Iterable[Line]) -> str:
    """ "tập thể, hộ gia đình, cá nhân": only the kinds that occur."""
    kinds = {line.kind for line in lines}
    return ", ".join(word for kind, word in _WORDS.items() if kind in kinds)


def by_form(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Lines grouped by what is awarded, from high to low, titles before forms."""
    groups: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda x: (x.rank, not x.is_title)):
        groups.setdefault(line.award_form, []).append(line)
    return list(groups.items())


def full_name(line: Line) -> str:
    """The name with its salutation: "Ông Trần Văn An"."""
    return clean(f"{line.salutation} {line.name}")


def give(form: str, *, is_title: bool) -> str:
    """ "tặng Giấy khen", "tặng danh hiệu “Lao động tiên tiến”"."""
    return f"tặng danh hiệu “{form}”" if is_title else f"tặng {form}"


def awarding(lines: Sequence[Line], merit: str) -> str:
    """ "tặng Giấy khen cho 02 tập thể, 14 cá nhân đã có …"; one line for each form when there are several.

    Raises ValueError when a line names no form.
    """
    nameless = next((line for line in lines if not line.award_form), None)
    if nameless:
        raise ValueError(f"Chưa ghi danh hiệu, hình thức khen thưởng cho «{full_name(nameless)}».")
    groups = by_form(lines)
    if len(groups) == 1:
        form, members = groups[0]
        return f"{give(form, is_title=members[0].is_title)} cho {counts(members)} {merit} (có danh sách kèm theo)."
    out = f"khen thưởng {counts(lines)} {merit} (có danh sách kèm theo), cụ thể:"
    for i, (form, members) in enumerate(groups):
        end = "." if i == len(groups) - 1 else ";"
        out += (
            f"\n{_LETTERS[i]}) {initial_capital(give(form, is_title=members[0].is_title))} cho {counts(members)}{end}"
        )
    return out


def annex(paper: Paper, title: str, under: str, lines: Sequence[Line]) -> None:
    """The list on pages of its own, wide when its columns need it, with the paper it belongs to under its title."""
    paper.new_section(landscape=width_needed(lines) > 110)
    paper.center(title, bold=True, size=14, after=2)
    paper.center(f"({under})", italic=True, size=13, after=8)
    recipients(paper, lines)


def without_money(line: Line) -> Line:
    """The line as the public may see it."""
    return replace(line, amount=None)


def total(lines: Iterable[Line]) -> int:
    """The sum of all amounts in đồng."""
    return sum(line.amount or 0 for line in lines)


def recipients(paper: Paper, lines: Sequence[Line], *, size: float = 12) -> None:
    """The printed list: I. Tập thể(, hộ gia đình), II. Cá nhân, numbered anew in each; empty columns are left out."""
    ordered = in_order(lines)
    columns, fields = _columns(ordered)
    rows: list[Sequence[str] | Band] = []
    groups = [g for g in _sections(ordered) if g[1]]
    for i, (name, members) in enumerate(groups, 1):
        rows.append(Band(f"{numbers.roman(i)}. {name}"))
        rows += [[str(n), *(field(line) for field in fields)] for n, line in enumerate(members, 1)]
    if any(line.amount is not None for line in ordered):
        rows.append(
            Band(
                f"Tổng cộng: {numbers.integer(total(ordered))} đồng ({initial_capital(numbers.in_words(total(ordered)))} đồng)"
            )
        )
    grid(paper, columns, rows, size=size)


def _sections(ordered: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    people = [line for line in ordered if line.kind is Kind.PERSON]
    groups = [line for line in ordered if line.kind is not Kind.PERSON]
    has = {line.kind for line in groups}
    name = "Tập thể, hộ gia đình" if len(has) == 2 else "Hộ gia đình" if has == {Kind.HOUSEHOLD} else "Tập thể"
    return [(name, groups), ("Cá nhân", people)]


def _post_unit(line: Line) -> str:
    return ", ".join(part for part in (line.post, line.unit) if part)


def _columns(lines: Sequence[Line]) -> tuple[list[Column], list[Callable[[Line], str]]]:
    """The columns that have something to say, with the function that fills each."""
    possible = [
        (Column("Họ và tên, tên tập thể", 26), full_name),
        (Column("Chức vụ, đơn vị", 28), _post_unit),
        (Column("Mô hình, việc làm", 30), lambda x: x.subject),
        (Column("Tóm tắt thành tích", 46), lambda x: x.achievement),
        (Column("Danh hiệu, hình thức", 18, "center"), lambda x: x.award_form),
        (Column("Tiền thưởng (đồng)", 16, "right"), lambda x: "" if x.amount is None else numbers.integer(x.amount)),
        (Column("Ghi chú", 14), _note),
    ]
    kept = [(column, field) for column, field in possible if any(field(line) for line in lines)]
    return [Column("TT", 6, "center"), *(c for c, _ in kept)], [f for _, f in kept]


def _note(line: Line) -> str:
    return ". ".join(part for part in (line.note, "Truy tặng" if line.posthumous else "") if part)


def width_needed(lines: Sequence[Line]) -> float:
    """The sum of the shares of the columns: over 110 a list reads better on a wide page."""
    return sum(column.share for column in _columns(lines)[0])
