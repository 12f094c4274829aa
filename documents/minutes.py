"""Biên bản: the unit's bình xét, a council's meeting, the counting of votes."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from documents import blocks, letterhead
from documents.blocks import Column
from documents.facts import Attendee, CountRecord, Minutes, Result, Signer
from documents.paper import Paper
from vietnamese import dates, numbers


def share(approve: int, base: int) -> str:
    """A share in percent, cut (never rounded up) after two places, so that 79,996 % does not read as 80 %."""
    if base <= 0:
        return ""
    hundredths = approve * 10_000 // base
    return f"{numbers.decimal(Fraction(hundredths, 100))}%"


def at(moment: datetime) -> str:
    """ "14 giờ 00, ngày 28 tháng 10 năm 2026" of a local moment."""
    return f"{moment.hour:02d} giờ {moment.minute:02d}, {dates.long(moment.date())}"


def unit_minutes(facts: Minutes) -> bytes:
    """Biên bản bình xét of a unit as .docx (dossier part, Luật Đ84)."""
    return _meeting(facts, "BIÊN BẢN")


def meeting_minutes(facts: Minutes) -> bytes:
    """Biên bản họp of a council or committee as .docx."""
    return _meeting(facts, "BIÊN BẢN")


def _meeting(facts: Minutes, kind: str) -> bytes:
    paper = Paper(letterhead.of(facts.head), title=f"Biên bản {facts.about}")
    blocks.heading(paper, facts.head, "BB")
    blocks.title(paper, kind, facts.about)
    _opening(paper, facts)
    for i, section in enumerate(facts.sections, 2):
        paper.heading(f"{numbers.roman(i)}. {section.title.upper()}")
        for text in section.paragraphs:
            paper.body(text)
    count = len(facts.sections) + 2
    if facts.results:
        paper.heading(f"{numbers.roman(count)}. KẾT QUẢ BIỂU QUYẾT")
        paper.body(f"Hình thức: {facts.method}. {facts.rule.rstrip(' .')}.", keep_next=True)
        _recused(paper, facts.recused)
        _results(paper, facts.results)
        _passed(paper, facts.results)
        count += 1
    if facts.conclusions:
        paper.heading(f"{numbers.roman(count)}. KẾT LUẬN")
        for text in facts.conclusions:
            paper.body(text)
    blocks.close(paper, f"Cuộc họp kết thúc hồi {at(facts.ends)}. Biên bản đã được thông qua tại cuộc họp")
    _both_sign(paper, facts.secretary, facts.chair)
    if facts.proof:
        blocks.proof(paper, facts.proof)
    return paper.bytes()


def _opening(paper: Paper, facts: Minutes) -> None:
    paper.heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN")
    paper.body(f"Thời gian bắt đầu: {at(facts.starts)}.")
    paper.body(f"Địa điểm: {facts.place}.")
    by = f" theo {facts.founded_by}" if facts.founded_by else ""
    paper.body(f"{facts.body}: tổng số {numbers.count_two_digits(facts.members_total)} thành viên{by}.")
    paper.body(f"Chủ trì: {blocks.person(facts.chair)}.")
    paper.body(f"Thư ký: {blocks.person(facts.secretary)}.")
    paper.body(f"Có mặt: {numbers.count_two_digits(len(facts.present))} người, gồm:", keep_next=True)
    blocks.people(paper, facts.present)
    _absent(paper, facts.absent)
    if facts.guests:
        paper.body("Khách mời (không biểu quyết):", keep_next=True)
        blocks.people(paper, facts.guests)


def _absent(paper: Paper, absent: Sequence[Attendee]) -> None:
    if not absent:
        paper.body("Vắng mặt: không.")
        return
    paper.body(f"Vắng mặt: {numbers.count_two_digits(len(absent))} người, gồm:", keep_next=True)
    blocks.people(paper, absent)


def _recused(paper: Paper, recused: Sequence[Attendee]) -> None:
    if recused:
        paper.body("Thành viên không tham gia biểu quyết:", keep_next=True)
        blocks.people(paper, recused)


def count_record(facts: CountRecord) -> bytes:
    """Biên bản kiểm phiếu as .docx. Raises ValueError when papers do not reconcile.

    Form: BM.10 of QĐ 3621/QĐ-BYT (2025); checks: returned ≤ issued ≤ members, valid + invalid = returned.
    """
    check_papers(facts)
    paper = Paper(letterhead.of(facts.head), title=f"Biên bản kiểm phiếu {facts.about}")
    blocks.heading(paper, facts.head, "BB")
    blocks.title(paper, "BIÊN BẢN KIỂM PHIẾU", facts.about)
    paper.body(f"Hồi {at(facts.starts)}, tại {facts.place}, {facts.body} tiến hành bỏ phiếu và kiểm phiếu.")
    paper.heading("I. THÀNH PHẦN")
    _members(paper, facts)
    paper.heading("II. SỐ PHIẾU")
    _papers(paper, facts)
    paper.heading("III. KẾT QUẢ KIỂM PHIẾU")
    paper.body(facts.rule.rstrip(" .") + ".", keep_next=True)
    _results(paper, facts.results)
    _passed(paper, facts.results)
    for text in facts.notes:
        paper.body(text)
    blocks.close(
        paper, f"Việc kiểm phiếu kết thúc hồi {at(facts.ends)}. Biên bản được lập thành 02 bản, có giá trị như nhau"
    )
    _tellers_sign(paper, facts)
    if facts.proof:
        blocks.proof(paper, facts.proof)
    return paper.bytes()


def check_papers(facts: CountRecord) -> None:
    """Raise ValueError when counts of papers cannot be true together, or when nobody counted."""
    if not facts.tellers:
        raise ValueError("Chưa có tổ kiểm phiếu. Anh/chị chọn người kiểm phiếu.")
    if facts.returned > facts.issued:
        raise ValueError("Số phiếu thu về lớn hơn số phiếu phát ra. Anh/chị kiểm đếm lại.")
    if facts.valid + facts.invalid != facts.returned:
        raise ValueError("Số phiếu hợp lệ cộng không hợp lệ khác số phiếu thu về. Anh/chị kiểm đếm lại.")
    if facts.issued + facts.written > facts.members_total:
        raise ValueError("Số phiếu phát ra cộng ý kiến bằng văn bản lớn hơn số thành viên. Anh/chị kiểm đếm lại.")


def _members(paper: Paper, facts: CountRecord) -> None:
    two = numbers.count_two_digits
    paper.body(f"1. Tổng số thành viên theo {facts.founded_by}: {two(facts.members_total)} người.")
    paper.body(f"2. Có mặt: {two(facts.present)} người.")
    paper.body(f"3. Vắng mặt: {two(len(facts.absent))} người.")
    _dashes(paper, facts.absent)
    paper.body(f"4. Không tham gia bỏ phiếu: {two(len(facts.not_voting))} người.")
    _dashes(paper, facts.not_voting)
    paper.body("5. Tổ kiểm phiếu gồm:", keep_next=True)
    _dashes(paper, facts.tellers)


def _dashes(paper: Paper, people: Sequence[Attendee]) -> None:
    for attendee in people:
        reason = f" (lý do: {attendee.reason})" if attendee.reason else ""
        paper.body(f"- {blocks.person(attendee)}{reason}.")


def _papers(paper: Paper, facts: CountRecord) -> None:
    two = numbers.count_two_digits
    columns = [Column(t, 20, "center") for t in ("Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ")]
    cells = [two(facts.issued), two(facts.returned), two(facts.valid), two(facts.invalid)]
    if facts.written:
        columns.append(Column("Ý kiến bằng văn bản", 24, "center"))
        cells.append(two(facts.written))
    blocks.grid(paper, columns, [cells], size=13)


def _results(paper: Paper, results: Sequence[Result]) -> None:
    """The table from most to fewest votes; columns of choices that were not offered are left out."""
    ordered = by_votes(results)
    extra = [
        (title, values)
        for title, values in (
            ("Không đồng ý", [r.reject for r in ordered]),
            ("Không có ý kiến", [r.abstain for r in ordered]),
            ("Không hợp lệ", [r.invalid for r in ordered]),
        )
        if any(value is not None for value in values)
    ]
    columns = [
        Column("TT", 6, "center"),
        Column("Họ và tên, tên tập thể", 30),
        Column("Chức danh, đơn vị", 28),
        Column("Số phiếu đồng ý", 12, "center"),
        *(Column(title, 12, "center") for title, _ in extra),
        Column("Tỉ lệ", 13, "center"),
    ]
    rows = []
    for i, r in enumerate(ordered):
        more = ["" if values[i] is None else str(values[i]) for _, values in extra]
        share_text = f"{share(r.approve, r.base)}\n({r.approve}/{r.base})"
        rows.append([str(i + 1), r.name, r.post_unit, str(r.approve), *more, share_text])
    blocks.grid(paper, columns, rows)


def by_votes(results: Sequence[Result]) -> list[Result]:
    """From most to fewest votes; equal ones keep their order."""
    return sorted(results, key=lambda r: -r.approve)


def _passed(paper: Paper, results: Sequence[Result]) -> None:
    passed = [r for r in by_votes(results) if r.passed]
    two = numbers.count_two_digits
    if not passed:
        paper.body("Không có trường hợp nào đạt.")
        return
    paper.body(f"Có {two(len(passed))}/{two(len(results))} trường hợp đạt:", keep_next=True)
    for i, r in enumerate(passed, 1):
        form = f": {r.award_form}" if r.award_form else ""
        paper.body(f"{i}. {r.name}{form}.")


def _both_sign(paper: Paper, secretary: Attendee, chair: Attendee) -> None:
    """The writer on the left, the chair on the right."""
    party = paper.profile.is_party
    left = Signer(secretary.name, "", ("NGƯỜI GHI BIÊN BẢN" if party else "THƯ KÝ",))
    right = Signer(chair.name, "", ("CHỦ TRÌ HỘI NGHỊ" if party else "CHỦ TRÌ",))
    blocks.signatures(paper, (left, right))


def _tellers_sign(paper: Paper, facts: CountRecord) -> None:
    """The head of the tellers and its members side by side, three in a row; below them the chair who confirms."""
    titles = ["TỔ TRƯỞNG", *["THÀNH VIÊN"] * len(facts.tellers)]
    tellers = [Signer(t.name, "", (title,)) for t, title in zip(facts.tellers, titles, strict=False)]
    blocks.signatures(paper, tellers, per_row=min(3, len(tellers)) or 1)
    if facts.chair:
        blocks.signatures(paper, [Signer(facts.chair.name, "", ("XÁC NHẬN CỦA CHỦ TỊCH HỘI ĐỒNG",))], per_row=1)
