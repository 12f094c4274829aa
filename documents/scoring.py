"""Phiếu chấm điểm: printed for the pen, or with the points that were entered."""

from collections.abc import Iterable

from documents import blocks, letterhead
from documents.blocks import Band, Column
from documents.facts import Score, ScoreSheet
from documents.ooxml import Run
from documents.paper import Paper


def score_sheet(facts: ScoreSheet) -> bytes:
    """Phiếu chấm điểm as .docx. Raises ValueError without criteria, or when points exceed their maximum."""
    check_scores(facts.scores)
    paper = Paper(letterhead.of(facts.head), title=f"Phiếu chấm điểm {facts.title}")
    blocks.heading(paper, facts.head, "")
    blocks.title(paper, "PHIẾU CHẤM ĐIỂM", f"Hồ sơ {facts.code}" if facts.code else "")
    for label, text in (("Việc, mô hình", facts.title), ("Tập thể, cá nhân", facts.recipient), ("Đơn vị", facts.unit)):
        paper.runs(Run(f"{label}: "), Run(text, bold=True))
    _table(paper, facts.scores)
    paper.body(f"Mức đạt: từ {facts.pass_mark} điểm trở lên.", keep_next=True)
    blocks.signatures(paper, facts.signers, per_row=min(2, len(facts.signers)) or 1)
    return paper.bytes()


def check_scores(scores: Iterable[Score]) -> None:
    """Raise ValueError when there is nothing to score, or a point lies outside 0 to its maximum."""
    scores = list(scores)
    if not scores:
        raise ValueError("Phiếu chấm điểm chưa có tiêu chí. Anh/chị nhập tiêu chí của đợt.")
    for score in scores:
        if any(points is not None and not 0 <= points <= score.max_points for points in (score.own, score.checked)):
            raise ValueError(f"Điểm của tiêu chí «{score.criterion}» phải từ 0 đến {score.max_points}.")


def _table(paper: Paper, scores: tuple[Score, ...]) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Tiêu chí", 44),
        Column("Điểm tối đa", 11, "center"),
        Column("Tự chấm", 11, "center"),
        Column("Thẩm định", 12, "center"),
        Column("Lý do chênh lệch", 26),
    )
    rows: list[list[str] | Band] = [
        [str(i), s.criterion, str(s.max_points), _points(s.own), _points(s.checked), s.reason]
        for i, s in enumerate(scores, 1)
    ]
    whole = [str(sum(s.max_points for s in scores)), _sum([s.own for s in scores]), _sum([s.checked for s in scores])]
    rows.append(["", "Tổng cộng", *whole, ""])
    blocks.grid(paper, columns, rows, keep_next=True)


def _points(points: int | None) -> str:
    return "" if points is None else str(points)


def _sum(points: list[int | None]) -> str:
    """The sum, once every box is filled: an open box is not a zero."""
    return "" if None in points else str(sum(p for p in points if p is not None))
