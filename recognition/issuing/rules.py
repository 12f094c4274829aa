"""How a certificate is worded and what it is worth: pure functions over frozen awards."""

from dataclasses import replace
from datetime import date
from typing import Literal

from certificates import Facts
from recognition.issuing.terms import AwardFacts, Book, CertificateState, Standing, serial
from vietnamese.numbers import integer, parse_integer
from vietnamese.text import clean, quoted, search_key

#: Families whose paper is named by the family, not by the award (a giấy khen is printed «GIẤY KHEN» whatever its kind).
PAPERS = {"giay_khen": "GIẤY KHEN", "bang_khen": "BẰNG KHEN", "recognition_certificate": "GIẤY CHỨNG NHẬN"}

#: The highest number of a paper book that the program goes on from; the oldest book (the State's own year of founding).
MOST_ON_PAPER, OLDEST_BOOK = 99_999, 1945


def heading(track: str) -> Literal["party", "state", "none"]:
    """Party bodies print ĐẢNG CỘNG SẢN VIỆT NAM in place of Quốc hiệu (NĐ 98/2023 Đ104); all others Quốc hiệu."""
    return "party" if track == "party" else "state"


def paper(award: AwardFacts) -> tuple[str, str]:
    """(verb, form) as printed: TẶNG GIẤY KHEN; TẶNG DANH HIỆU …; CẤP GIẤY CHỨNG NHẬN."""
    form = PAPERS.get(award.family, award.award_name.upper())
    if award.award_kind == "title":
        return "TẶNG DANH HIỆU", award.award_name.upper()
    return ("CẤP" if award.family == "recognition_certificate" else "TẶNG"), form


def subject(award: AwardFacts) -> str:
    """The model's name as a line of its own: always on its own certificate, on a giấy khen only when the achievement does not name it."""
    named = award.family != "recognition_certificate" and search_key(award.subject) in search_key(award.wording)
    return "" if named else award.subject


def belonging(award: AwardFacts) -> str:
    """The unit under the name; a unit that is praised itself is named once."""
    return "" if search_key(award.unit) == search_key(award.name) else award.unit


def facts_of(award: AwardFacts) -> Facts:
    """What the paper says, before it has a number: no serial, no code, no address."""
    verb, form = paper(award)
    kind: Literal["individual", "collective", "household"] = "individual"
    if award.kind == "collective":
        kind = "collective"
    elif award.kind == "household":
        kind = "household"
    return Facts(
        kind=kind, recipient=award.name, salutation=award.salutation, title=award.post, unit=belonging(award), achievement=award.wording,
        subject=subject(award), heading=heading(award.track), superior=award.superior, awarding_line=award.awarding_line, form=form,
        verb=verb, decision_number=award.decision_number, decision_date=award.decided_on, place=award.place,
        signer_capacity=award.signer_capacity, signer_post=award.signer_post, signer_name=award.signer_name,
        extra={"award_code": award.award_code},
    )  # fmt: skip


def draft(award: AwardFacts) -> Facts:
    """The same paper as a draft: stamped, so that it can never pass for an issued one."""
    return replace(facts_of(award), stamp="BẢN NHÁP")


def book_year(decided_on: date) -> int:
    """The year of the book in which a certificate gets its number: its decision's, however much later the paper is printed.

    An office keeps one register a year and enters each decision's papers under it; so a decision of last year that is entered today does
    not take numbers from this year's book, and a paper of December that is printed in January stays beside the others of its decision.
    """
    return decided_on.year


def paper_last(typed: str, year: int) -> int:
    """The last number used in an office's paper book as it is typed: «148», «148/2026» as the book has it, «1.480».

    Raises ValueError with one sentence for letters, nothing, less than 1, or more than 99.999.
    """
    words = clean(typed).removesuffix(f"/{year}").removesuffix(f"/ {year}").strip()
    if not words:
        raise ValueError("Anh/chị chưa nhập số cuối đã ghi trong sổ giấy, ví dụ 148.")
    try:
        number = MOST_ON_PAPER + 1 if words.isdecimal() and len(words.lstrip("0")) > 9 else parse_integer(words)
    except ValueError as wrong:
        raise ValueError(f"{quoted(words)} không phải số của sổ {year}. Anh/chị nhập số cuối đã ghi trong sổ giấy, ví dụ 148 hoặc 148/{year}.") from wrong
    if number < 1:
        raise ValueError("Số cuối của sổ giấy từ 1 trở lên. Sổ giấy chưa ghi số nào thì không cần bước này: phần mềm cấp từ số 001.")
    if number > MOST_ON_PAPER:
        raise ValueError(f"Số cuối của sổ giấy không quá {integer(MOST_ON_PAPER)}. Anh/chị xem lại số trong sổ.")
    return number


def may_begin_book(book: Book, known: int) -> str:
    """One sentence when a book cannot go on from a paper book any more; empty when it can: it has no paper yet.

    `known` is the last number on paper that the person saw (0: none): what somebody else said meanwhile is not overwritten unseen.
    """
    if book.papers:
        return f"Sổ năm {book.year} đã có {integer(book.papers)} giấy cấp từ phần mềm, số đi tiếp từ đó nên không đổi được số bắt đầu."
    if book.paper_last != known:
        return f"Sổ năm {book.year} vừa được ghi là tiếp từ số {serial(book.paper_last, book.year)} của sổ giấy. Anh/chị xem lại; cần sửa thì bấm lần nữa."
    return ""


def issued(facts: Facts, number: int, year: int, code: str) -> Facts:
    """The facts with their number in the register and their code."""
    return replace(facts, serial=serial(number, year), code=code, stamp=None, verify_url=None)


def standing(state: CertificateState, award_state: str) -> Standing:
    """What a paper is worth: a revoked or corrected award goes before the paper's own state."""
    if award_state == "revoked" or state is CertificateState.REVOKED:
        return Standing.REVOKED
    if state is CertificateState.SPOILED:
        return Standing.SPOILED
    if state is CertificateState.REPLACED:
        return Standing.REPLACED
    return Standing.CORRECTED if award_state == "corrected" else Standing.IN_FORCE


def may_spoil(state: CertificateState) -> str:
    """One sentence when a certificate cannot be marked spoiled; empty when it can."""
    return "" if state is CertificateState.ISSUED else f"Giấy này ở trạng thái «{state.label}» nên không ghi hỏng được."


def may_replace(state: CertificateState, award_state: str) -> str:
    """One sentence when a certificate cannot be replaced by a new paper; empty when it can."""
    if award_state != "in_force":
        return "Khen thưởng này không còn hiệu lực nên không cấp lại. Giấy theo quyết định đính chính được cấp ở quyết định đó."
    if state in (CertificateState.REPLACED, CertificateState.REVOKED):
        return f"Giấy này ở trạng thái «{state.label}» nên không cấp lại được."
    return ""


def normal_code(typed: str) -> str:
    """A typed code in the printed form: capitals in fours; an address or a payload stays as it is."""
    squeezed = "".join(typed.split()).replace("-", "").upper()
    if len(squeezed) != 16 or not squeezed.isalnum():
        return ""
    return "-".join(squeezed[i : i + 4] for i in range(0, 16, 4))
