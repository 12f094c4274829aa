"""How a row of a list is judged, and how two versions of a list differ: pure, over plain values."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from recognition.hall.lengths import bounded
from recognition.lists.terms import Batch, Finding, Kind, Option, Row, Standing
from vietnamese import text

#: How alike two words must be (0 to 100) before one is offered for the other. An offer is a question, never an answer.
NEAR = 78
OFFERED = 5
TITLE_LENGTH = 200


def standing_of(findings: Iterable[Finding]) -> Standing:
    """What the worst finding makes of a row."""
    kinds = {finding.kind for finding in findings}
    return Standing.WRONG if Kind.WRONG in kinds else Standing.ASK if Kind.ASK in kinds else Standing.GOOD


@dataclass(frozen=True)
class Meant:
    """What words were taken for: the id when sure, else what may be meant, best first."""

    value: str | None = None
    near: tuple[Option, ...] = ()


def meaning(said: str, known: Mapping[str, str], labels: Mapping[str, str], answer: str | None) -> Meant:
    """Which of `known` (folded words → id) somebody means by `said`.

    Sure only when the words are equal without marks, or a person has answered. Else the nearest, to ask about.
    """
    if answer is not None and answer in labels:
        return Meant(answer)
    key = text.search_key(said)
    if key in known:
        return Meant(known[key])
    found = process.extract(key, list(known), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=OFFERED * 2)
    ids = dict.fromkeys(known[word] for word, _, _ in found)
    return Meant(None, tuple(Option(each, labels[each]) for each in list(ids)[:OFFERED]))


def first_sentence(achievement: str) -> str:
    """The first sentence of an achievement when it is short enough for a title; empty otherwise."""
    flat = " ".join(achievement.split())
    end = min((at for at in (flat.find(sign) for sign in (". ", "; ")) if at > 0), default=len(flat))
    sentence = flat[:end].rstrip(".;, ")
    return sentence if 10 <= len(sentence) <= TITLE_LENGTH else ""


def commune_of(address: str) -> tuple[str, str]:
    """An address and the commune at its end: ("Số 12, thôn Đông", "xã Phú Lộc"); the commune empty when none is named."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    for at in range(len(parts) - 1, 0, -1):
        if text.search_key(parts[at]).split(" ")[0] in ("xa", "phuong", "dac"):
            return ", ".join(parts[:at]), parts[at]
    return address, ""


def check_batch(title: str, *, deed: bool, told: bool, period: tuple[object, object]) -> dict[str, str]:
    """What the officer must choose before a list is read."""
    wrong = bounded(("title", title, TITLE_LENGTH, "Câu nêu thành tích"))
    if not told:
        wrong["told"] = "Anh/chị cho những người trong danh sách biết, rồi đánh dấu vào ô «Những người trong danh sách đã biết và đồng ý» (Luật Thi đua, khen thưởng, Điều 5)."
    if not deed and None in period:
        wrong["period_from"] = "Anh/chị chọn thời gian lập thành tích, từ ngày và đến ngày."
    return wrong


def printed(fields: Mapping[str, object], refused: str | None) -> str:
    """What a row says, as a short hash: equal rows of two versions have equal prints."""
    said = "\x1f".join(f"{name}={value}" for name, value in sorted(fields.items())) + "\x1e" + (refused or "")
    return hashlib.sha256(said.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Difference:
    """A workbook that came back, against what is kept: pairs (kept, new), new ones, kept ones that are gone."""

    same: tuple[tuple[Row, int], ...]
    changed: tuple[tuple[Row, int], ...]
    added: tuple[int, ...]
    removed: tuple[Row, ...]


def difference(kept: Sequence[Row], came: Sequence[tuple[str, int, str]]) -> Difference:
    """Match rows of a returned workbook (sheet, number, print) with the kept ones.

    Equal prints first (at the same place, then moved ones), then the same place, so that one inserted row does not
    make every row below it look changed.
    """
    by_place = {(row.sheet, row.number): row for row in kept}
    left = {row.id: row for row in kept}
    same: list[tuple[Row, int]] = []
    rest: list[int] = []
    for at, (sheet, number, mark) in enumerate(came):
        row = by_place.get((sheet, number))
        if row is not None and row.print == mark:
            same.append((left.pop(row.id), at))
        else:
            rest.append(at)
    by_print: dict[tuple[str, str], list[Row]] = {}
    for row in left.values():
        by_print.setdefault((row.sheet, row.print), []).append(row)
    open_ones: list[int] = []
    for at in rest:
        moved = by_print.get((came[at][0], came[at][2]))
        if moved:
            row = moved.pop(0)
            same.append((left.pop(row.id), at))
        else:
            open_ones.append(at)
    changed, added = [], []
    for at in open_ones:
        row = by_place.get(came[at][:2])
        if row is not None and row.id in left:
            changed.append((left.pop(row.id), at))
        else:
            added.append(at)
    return Difference(tuple(same), tuple(changed), tuple(added), tuple(left.values()))


def asked_once(batch: Batch, row: Row, question: str) -> str | None:
    """The answer to a question: of the row first, then of the same words in the whole list."""
    return row.answers.get(question) or batch.answers.get(question)


def with_cells(findings: Sequence[Finding], row: Row) -> tuple[Finding, ...]:
    """Findings laid on the cell that their field came from; the name's cell where the field has none."""
    home = row.sources.get("name")
    fallback = home.cell if home is not None and home.cell else f"A{row.number}"
    laid = []
    for finding in findings:
        source = row.sources.get(finding.field)
        laid.append(finding if finding.cell else replace(finding, cell=source.cell if source is not None and source.cell else fallback))
    return tuple(laid)
