"""Quyết định: recognise, commend, correct, revoke, replace; with its annexed list."""

from documents import blocks, letterhead, lists
from documents.blocks import Column
from documents.facts import Decision, DecisionKind, EarlierDecision
from documents.ooxml import Run
from documents.paper import Paper
from vietnamese import dates, numbers
from vietnamese.text import initial_capital


def decision(facts: Decision) -> bytes:
    """The decision as .docx. Raises ValueError when the kind lacks what it decides on."""
    _check(facts)
    paper = Paper(letterhead.of(facts.head), title=f"Quyết định {facts.about}")
    blocks.heading(paper, facts.head, "QĐ")
    blocks.title(paper, "QUYẾT ĐỊNH", facts.about)
    _enacting(paper, facts)
    *articles, last = _articles(facts)
    for i, text in enumerate(articles, 1):
        _article(paper, i, text)
        if i == 1 and facts.kind is DecisionKind.CORRECT:
            _corrections(paper, facts)
    _article(paper, len(articles) + 1, last.rstrip(" ./") + paper.profile.end_mark, keep_next=True)
    blocks.signature(paper, facts.signer, facts.copies_to)
    if facts.lines:
        _annex(paper, facts)
    return paper.bytes()


def _check(facts: Decision) -> None:
    if facts.kind in (DecisionKind.RECOGNISE, DecisionKind.COMMEND, DecisionKind.REPLACE) and not facts.lines:
        raise ValueError("Quyết định chưa có tập thể, cá nhân nào. Anh/chị đưa vào ít nhất một trường hợp.")
    if facts.kind in (DecisionKind.CORRECT, DecisionKind.REVOKE, DecisionKind.REPLACE) and not facts.earlier:
        raise ValueError(
            "Quyết định này phải nêu quyết định trước đó. Anh/chị chọn quyết định được đính chính, hủy bỏ hoặc thay thế."
        )
    if facts.kind is DecisionKind.CORRECT and not facts.corrections:
        raise ValueError("Chưa có nội dung đính chính. Anh/chị nhập nội dung đã ghi và nội dung đúng.")
    if facts.kind is DecisionKind.REVOKE and not facts.lines:
        raise ValueError("Chưa có trường hợp bị hủy bỏ khen thưởng. Anh/chị chọn ít nhất một trường hợp.")


def _enacting(paper: Paper, facts: Decision) -> None:
    organ = facts.head.issuer.awarding_line or facts.head.issuer.name.replace("\n", " ")
    if paper.profile.is_party:
        blocks.bases(paper, facts.bases)
        paper.center(organ, bold=True, after=0)
        paper.center("QUYẾT ĐỊNH:", bold=True, after=8)
        return
    paper.center(organ, bold=True, after=8)
    blocks.bases(paper, facts.bases)
    paper.center("QUYẾT ĐỊNH:", bold=True, after=8)


def _article(paper: Paper, number: int, text: str, *, keep_next: bool = False) -> None:
    first, *rest = text.split("\n")
    paper.runs(Run(f"Điều {number}. ", bold=True), Run(first), keep_next=keep_next and not rest)
    for i, line in enumerate(rest, 1):
        paper.body(line, keep_next=keep_next and i == len(rest))


def _articles(facts: Decision) -> list[str]:
    """The articles without their numbers; the first says what is decided, the last who carries it out."""
    build = {
        DecisionKind.RECOGNISE: _recognise,
        DecisionKind.COMMEND: _commend,
        DecisionKind.CORRECT: _correct,
        DecisionKind.REVOKE: _revoke,
        DecisionKind.REPLACE: _replace,
    }
    return [*build[facts.kind](facts), _execution(facts)]


def _execution(facts: Decision) -> str:
    named = f" và các {lists.kinds_in_words(facts.lines)} có tên tại Điều 1" if facts.lines else ""
    return f"{facts.executors}{named} chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký"


def _benefit(facts: Decision) -> str:
    kinds = lists.kinds_in_words(facts.lines)
    whole = lists.total(facts.lines)
    if not whole:
        return f"Các {kinds} có tên tại Điều 1 được hưởng quyền lợi theo quy định hiện hành."
    fund = f" Kinh phí chi từ {facts.fund}." if facts.fund else ""
    return (
        f"Các {kinds} có tên tại Điều 1 được nhận tiền thưởng theo danh sách kèm theo; tổng số tiền "
        f"{numbers.integer(whole)} đồng ({numbers.in_words(whole)} đồng).{fund}"
    )


def _commend(facts: Decision) -> list[str]:
    return [initial_capital(lists.awarding(facts.lines, facts.merit)), _benefit(facts)]


def _recognise(facts: Decision) -> list[str]:
    if all(line.subject for line in facts.lines):
        what = f"{numbers.count_two_digits(len(facts.lines))} {facts.merit} của {lists.counts(facts.lines)}"
    else:
        what = f"{lists.counts(facts.lines)} {facts.merit}"
    duty = "tiếp tục duy trì, nâng cao chất lượng và nhân rộng cách làm hay."
    return [
        f"Công nhận {what} (có danh sách kèm theo).",
        f"Các {lists.kinds_in_words(facts.lines)} có tên tại Điều 1 {duty}",
    ]


def _named(earlier: EarlierDecision) -> str:
    return f"Quyết định số {earlier.number}, {dates.long(earlier.day)} của {earlier.organ} {earlier.about}"


def _correct(facts: Decision) -> list[str]:
    assert facts.earlier is not None
    return [
        f"Đính chính {_named(facts.earlier)}, như sau:",
        f"Các nội dung khác của Quyết định số {facts.earlier.number} giữ nguyên.",
    ]


def _revoke(facts: Decision) -> list[str]:
    assert facts.earlier is not None
    kinds, issuer = lists.kinds_in_words(facts.lines), facts.head.issuer.spoken
    reason = f" Lý do: {facts.reason.rstrip(' .')}." if facts.reason else ""
    given = [lists.give(form, is_title=members[0].is_title) for form, members in lists.by_form(facts.lines) if form]
    act = ", ".join(given) or "khen thưởng"
    return [
        f"Hủy bỏ việc {act} tại {_named(facts.earlier)} đối với {lists.counts(facts.lines)} "
        f"(có danh sách kèm theo).{reason}",
        f"Các {kinds} có tên tại Điều 1 nộp lại đầy đủ hiện vật khen thưởng và tiền thưởng đã nhận cho {issuer} "
        f"trong thời hạn {facts.return_days} ngày làm việc kể từ ngày nhận được Quyết định này.",
    ]


def _replace(facts: Decision) -> list[str]:
    assert facts.earlier is not None
    return [
        initial_capital(lists.awarding(facts.lines, facts.merit)),
        _benefit(facts),
        f"Quyết định này thay thế {_named(facts.earlier)}.",
    ]


def _corrections(paper: Paper, facts: Decision) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Vị trí trong quyết định", 30),
        Column("Đã ghi", 32),
        Column("Đính chính thành", 32),
    )
    rows = [[str(i), c.where, c.was, c.becomes] for i, c in enumerate(facts.corrections, 1)]
    blocks.grid(paper, columns, rows)


_ANNEX_TITLES = {
    DecisionKind.RECOGNISE: "ĐƯỢC CÔNG NHẬN",
    DecisionKind.COMMEND: "ĐƯỢC KHEN THƯỞNG",
    DecisionKind.REPLACE: "ĐƯỢC KHEN THƯỞNG",
    DecisionKind.REVOKE: "BỊ HỦY BỎ QUYẾT ĐỊNH KHEN THƯỞNG",
    DecisionKind.CORRECT: "ĐƯỢC ĐÍNH CHÍNH",
}


def _annex(paper: Paper, facts: Decision) -> None:
    head = facts.head
    title = f"DANH SÁCH {lists.kinds_in_words(facts.lines).upper()} {_ANNEX_TITLES[facts.kind]}"
    under = (
        f"Kèm theo Quyết định số {letterhead.bare_number(head, 'QĐ')}, {letterhead.day(head)} của {head.issuer.spoken}"
    )
    lists.annex(paper, title, under, facts.lines)
