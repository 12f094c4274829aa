"""What two tellers' figures must satisfy, and how they are compared. Source: kinds of minutes BM.10, QĐ 3621/QĐ-BYT."""

from collections.abc import Mapping
from uuid import UUID

from recognition.council.terms import Count, Difference, Line, Papers

PAPER_WORDS = {"issued": "Số phiếu phát ra", "returned": "Số phiếu thu về", "valid": "Số phiếu hợp lệ", "invalid": "Số phiếu không hợp lệ"}
LINE_WORDS = {"approve": "Đồng ý", "reject": "Không đồng ý", "abstain": "Không có ý kiến", "invalid": "Dòng không hợp lệ"}
MOST = 1_000


def check_papers(papers: Papers, voters: int) -> dict[str, str]:
    """Field → sentence where sheets do not reconcile: returned ≤ issued ≤ voters, valid + invalid = returned."""
    wrong = {
        name: f"{word} phải là số nguyên từ 0 đến {MOST}."
        for name, word in PAPER_WORDS.items()
        if not 0 <= getattr(papers, name) <= MOST
    }
    if wrong:
        return wrong
    if papers.issued > voters:
        wrong["issued"] = f"Phát ra {papers.issued} phiếu, nhiều hơn {voters} thành viên được bỏ phiếu đang có mặt. Anh/chị đếm lại."
    if papers.returned > papers.issued:
        wrong["returned"] = f"Thu về {papers.returned} phiếu, nhiều hơn {papers.issued} phiếu phát ra. Anh/chị đếm lại."
    if papers.valid + papers.invalid != papers.returned:
        wrong["valid"] = (
            f"Hợp lệ {papers.valid} cộng không hợp lệ {papers.invalid} là {papers.valid + papers.invalid}, "
            f"khác {papers.returned} phiếu thu về."
        )
    return wrong


def check_line(line: Line, papers: Papers, *, may_vote: int, abstain_offered: bool) -> str:
    """One sentence when a case's figures do not fit the papers; empty when they do.

    `may_vote` is how many of those with a paper take part in this case (members who stand aside do not).
    """
    for name, word in LINE_WORDS.items():
        if not 0 <= getattr(line, name) <= MOST:
            return f"{word} phải là số nguyên từ 0 đến {MOST}."
    if line.abstain and not abstain_offered:
        return "Phiếu của phiên này không có ô «Không có ý kiến». Dòng bỏ trống ghi vào «Dòng không hợp lệ»."
    whole = line.chosen + line.invalid
    if whole != papers.valid:
        return f"Các cột cộng lại là {whole}, khác {papers.valid} phiếu hợp lệ."
    if line.chosen > may_vote:
        return f"Có {line.chosen} phiếu cho ý kiến, nhưng chỉ {may_vote} thành viên tham gia xét trường hợp này."
    return ""


def check_hands(line: Line, *, may_vote: int) -> str:
    """One sentence when a show of hands does not fit: no more hands than members who take part in the case."""
    if min(line.approve, line.reject, line.abstain) < 0:
        return "Số người biểu quyết không thể là số âm."
    if line.invalid:
        return "Biểu quyết giơ tay không có phiếu không hợp lệ."
    if line.chosen > may_vote:
        return f"Có {line.chosen} người biểu quyết, nhưng chỉ {may_vote} thành viên dự họp tham gia xét trường hợp này."
    return ""


def differences(first: Count, second: Count) -> tuple[Difference, ...]:
    """Every figure on which two counts differ, papers first, then cases in the order of the first count."""
    found = [
        Difference(word, None, getattr(first.papers, name), getattr(second.papers, name))
        for name, word in PAPER_WORDS.items()
        if getattr(first.papers, name) != getattr(second.papers, name)
    ]
    for item_id, one in first.lines.items():
        other = second.lines.get(item_id, Line(-1, -1, -1, -1))
        found += [
            Difference(word, item_id, getattr(one, name), getattr(other, name))
            for name, word in LINE_WORDS.items()
            if getattr(one, name) != getattr(other, name)
        ]
    return tuple(found)


def together(line: Line, written: Mapping[UUID, Line] | None, item_id: UUID) -> Line:
    """The count of a case with the written opinions of absent members added once."""
    more = (written or {}).get(item_id)
    if more is None:
        return line
    return Line(line.approve + more.approve, line.reject + more.reject, line.abstain + more.abstain, line.invalid)
