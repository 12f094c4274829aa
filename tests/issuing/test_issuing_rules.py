"""Wording and standing of certificates as tables."""

import re
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.issuing import rules
from recognition.issuing.terms import AwardFacts, Book, CertificateState, Standing

AWARD = AwardFacts(
    uuid4(), uuid4(), uuid4(), 1, "individual", "Đồng chí", "Lê Văn Tòng", "Y sĩ", "Chi bộ Trạm Y tế", "Đã dũng cảm cứu người", "",
    "party.giay_khen", "Giấy khen đảng viên trong năm", "giay_khen", "form", 760_000, "214-QĐ/ĐU", date(2026, 11, 26), "Sông Lam",
    "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Quang Vinh", "Đảng bộ tỉnh", "Ban Thường vụ Đảng uỷ", "party", "in_force", None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("family", "kind", "name", "said"),
    (
        ("giay_khen", "form", "Giấy khen đảng viên trong năm", ("TẶNG", "GIẤY KHEN")),
        ("bang_khen", "form", "Bằng khen của Thủ tướng Chính phủ", ("TẶNG", "BẰNG KHEN")),
        ("title", "title", "Chiến sĩ thi đua cơ sở", ("TẶNG DANH HIỆU", "CHIẾN SĨ THI ĐUA CƠ SỞ")),
        ("recognition_certificate", "recognition", "Giấy chứng nhận mô hình", ("CẤP", "GIẤY CHỨNG NHẬN")),
    ),
)
def test_each_paper_says_what_it_is(family, kind, name, said):
    assert rules.paper(replace(AWARD, family=family, award_kind=kind, award_name=name)) == said


@pytest.mark.parametrize(("track", "heading"), (("party", "party"), ("state", "state"), ("union", "state"), ("enterprise", "state")))
def test_party_organs_print_their_own_heading(track, heading):
    """NĐ 98/2023 Đ104."""
    assert rules.heading(track) == heading


@pytest.mark.parametrize(
    ("family", "wording", "subject", "printed"),
    (
        ("giay_khen", "Đã có thành tích xuất sắc với mô hình «Camera an ninh»", "Camera an ninh", ""),
        ("giay_khen", "Đã có thành tích xuất sắc", "Camera an ninh", "Camera an ninh"),
        ("recognition_certificate", "Đã xây dựng mô hình Camera an ninh", "Camera an ninh", "Camera an ninh"),
        ("giay_khen", "Đã dũng cảm cứu người", "", ""),
    ),
)
def test_a_model_is_named_once_on_a_giay_khen_and_always_on_its_own_certificate(family, wording, subject, printed):
    assert rules.facts_of(replace(AWARD, family=family, wording=wording, subject=subject)).subject == printed


@pytest.mark.proves("F09.07")
@pytest.mark.parametrize(
    ("decided_on", "book"),
    ((date(2026, 11, 26), 2026), (date(2026, 1, 1), 2026), (date(2025, 12, 31), 2025), (date(2024, 10, 15), 2024)),
)
def test_a_paper_is_entered_in_the_book_of_its_decision_s_year(decided_on, book):
    """Whenever it is printed: a decision of last year that is entered today takes no number of this year's book."""
    assert rules.book_year(decided_on) == book


@pytest.mark.parametrize(
    ("typed", "last"), (("148", 148), (" 148 ", 148), ("001", 1), ("148/2026", 148), ("148 / 2026", 148), ("1.480", 1480), ("99.999", 99_999))
)
def test_the_last_number_of_a_paper_book_is_read_as_its_clerk_writes_it(typed, last):
    assert rules.paper_last(typed, 2026) == last


@pytest.mark.parametrize(
    ("typed", "sentence"),
    (
        ("", "Anh/chị chưa nhập số cuối đã ghi trong sổ giấy, ví dụ 148."),
        ("0", "Số cuối của sổ giấy từ 1 trở lên. Sổ giấy chưa ghi số nào thì không cần bước này: phần mềm cấp từ số 001."),
        ("-5", "Số cuối của sổ giấy từ 1 trở lên. Sổ giấy chưa ghi số nào thì không cần bước này: phần mềm cấp từ số 001."),
        ("một trăm", "«một trăm» không phải số của sổ 2026. Anh/chị nhập số cuối đã ghi trong sổ giấy, ví dụ 148 hoặc 148/2026."),
        ("1,5", "«1,5» không phải số của sổ 2026. Anh/chị nhập số cuối đã ghi trong sổ giấy, ví dụ 148 hoặc 148/2026."),
        ("148/2025", "«148/2025» không phải số của sổ 2026. Anh/chị nhập số cuối đã ghi trong sổ giấy, ví dụ 148 hoặc 148/2026."),
        ("100000", "Số cuối của sổ giấy không quá 99.999. Anh/chị xem lại số trong sổ."),
        ("9" * 40, "Số cuối của sổ giấy không quá 99.999. Anh/chị xem lại số trong sổ."),
    ),
)
def test_what_is_no_number_of_a_paper_book_gets_one_sentence(typed, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        rules.paper_last(typed, 2026)


@pytest.mark.parametrize(
    ("papers", "paper_last", "known", "sentence"),
    (
        (0, 0, 0, ""),
        (0, 148, 148, ""),
        (2, 0, 0, "Sổ năm 2026 đã có 2 giấy cấp từ phần mềm, số đi tiếp từ đó nên không đổi được số bắt đầu."),
        (2, 148, 148, "Sổ năm 2026 đã có 2 giấy cấp từ phần mềm, số đi tiếp từ đó nên không đổi được số bắt đầu."),
        (0, 148, 0, "Sổ năm 2026 vừa được ghi là tiếp từ số 148/2026 của sổ giấy. Anh/chị xem lại; cần sửa thì bấm lần nữa."),
        (0, 150, 148, "Sổ năm 2026 vừa được ghi là tiếp từ số 150/2026 của sổ giấy. Anh/chị xem lại; cần sửa thì bấm lần nữa."),
    ),
)
def test_a_book_goes_on_from_paper_before_its_first_paper_as_the_person_saw_it(papers, paper_last, known, sentence):
    assert rules.may_begin_book(Book(uuid4(), "giay_khen", 2026, papers, paper_last), known) == sentence


@pytest.mark.parametrize(
    ("last", "said"),
    (
        (0, ""),
        (1, "Số 001 ở sổ giấy, phần mềm cấp từ số 002/2026. Lý do: Đã ghi trên giấy."),
        (148, "Số 001 đến 148 ở sổ giấy, phần mềm cấp từ số 149/2026. Lý do: Đã ghi trên giấy."),
    ),
)
def test_a_book_says_where_it_goes_on_from_and_why(last, said):
    assert Book(uuid4(), "giay_khen", 2026, 0, last, "Đã ghi trên giấy.").said == said


def test_a_draft_is_stamped_and_bears_neither_number_nor_code():
    made = rules.draft(AWARD)
    assert (made.stamp, made.serial, made.code, made.verify_url) == ("BẢN NHÁP", "", "", None)


@pytest.mark.proves("F10.03")
@pytest.mark.parametrize(
    ("state", "award", "standing"),
    (
        (CertificateState.ISSUED, "in_force", Standing.IN_FORCE),
        (CertificateState.ISSUED, "corrected", Standing.CORRECTED),
        (CertificateState.ISSUED, "revoked", Standing.REVOKED),
        (CertificateState.REPLACED, "in_force", Standing.REPLACED),
        (CertificateState.REPLACED, "revoked", Standing.REVOKED),
        (CertificateState.SPOILED, "in_force", Standing.SPOILED),
        (CertificateState.REVOKED, "in_force", Standing.REVOKED),
    ),
)
def test_what_a_paper_is_worth(state, award, standing):
    assert rules.standing(state, award) is standing


@pytest.mark.parametrize(
    ("typed", "code"),
    (
        ("abcd-efgh-ijkl-mnop", "ABCD-EFGH-IJKL-MNOP"),
        (" ABCDEFGH IJKLMNOP ", "ABCD-EFGH-IJKL-MNOP"),
        ("ABCD", ""),
        ("ABCD-EFGH-IJKL-MNO!", ""),
    ),
)
def test_codes_are_read_as_people_type_them(typed, code):
    assert rules.normal_code(typed) == code


@pytest.mark.parametrize("kind", ("individual", "collective", "household"))
def test_a_paper_is_of_its_recipient_s_kind(kind):
    assert rules.facts_of(replace(AWARD, kind=kind)).kind == kind


@pytest.mark.parametrize(("name", "unit", "printed"), (("Lê Văn Tòng", "Chi bộ Trạm Y tế", "Chi bộ Trạm Y tế"), ("CHI BỘ TRẠM Y TẾ", "Chi bộ Trạm Y tế", "")))
def test_a_unit_that_is_praised_itself_stands_once_on_its_paper(name, unit, printed):
    assert rules.facts_of(replace(AWARD, name=name, unit=unit)).unit == printed


@pytest.mark.parametrize(
    ("state", "spoil", "replaces"),
    (
        (CertificateState.ISSUED, True, True),
        (CertificateState.SPOILED, False, True),
        (CertificateState.REPLACED, False, False),
        (CertificateState.REVOKED, False, False),
    ),
)
def test_which_paper_may_be_spoiled_and_which_may_be_issued_again(state, spoil, replaces):
    assert (rules.may_spoil(state) == "", rules.may_replace(state, "in_force") == "") == (spoil, replaces)
    assert rules.may_replace(state, "corrected").startswith("Khen thưởng này không còn hiệu lực")
