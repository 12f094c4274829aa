"""A book that was begun on paper: the program gives the number after its last one, on both engines."""

from __future__ import annotations

import io

import openpyxl
import pytest
from pypdf import PdfReader

from db import checking
from recognition.hall import log
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import actions
from tests.issuing.conftest import LAYOUT
from tests.issuing.test_books_of_years import of_last_year, offered
from tests.issuing.test_two_at_once import together
from tests.support import people, world

REASON = "Sổ giấy năm 2026 đã ghi đến số 148"
SAID = f"Số 001 đến 148 ở sổ giấy, phần mềm cấp từ số 149/2026. Lý do: {REASON}."


@pytest.fixture
def office(office):
    """The same office, with an award whose papers stand in the book of giấy khen."""
    with transaction(None) as t:
        t.run("update award_type set family = 'giay_khen' where id = $1", office.award)
    return office


def begin(office, last="148", reason=REASON, *, who=None, year=2026, series="giay_khen", issuer=None, known=0):
    return actions.begin(who or office.clerk, issuer or office.issuer, series, year, last, reason, known=known)


def refused(call) -> dict[str, str]:
    with pytest.raises(Invalid) as wrong:
        call()
    return dict(wrong.value.fields)


def numbers(office) -> list[str]:
    return [row.serial for row in actions.register(office.clerk).rows]


def broken() -> list[dict]:
    """The books whose numbers have a gap."""
    sql = (checking.FOLDER / "certificate_numbers_have_no_gap.sql").read_text(encoding="utf-8")
    with reading(None) as t:
        return t.all(sql)


@pytest.mark.proves("F09.07")
def test_the_first_paper_takes_the_number_after_the_paper_book_s_last(office):
    assert begin(office).first == "149/2026"
    assert (actions.books(office.clerk), broken()) == ([("giay_khen", 2026, 0)], [])
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    assert offered(office, decision) == [(149, 150, 2026)]
    actions.issue(office.clerk, decision.id, LAYOUT)
    assert (numbers(office), actions.books(office.clerk), broken()) == (["149/2026", "150/2026"], [("giay_khen", 2026, 2)], [])


def test_a_new_paper_for_a_lost_one_takes_the_next_number_of_that_book(office):
    begin(office)
    (paper,) = actions.issue(office.clerk, office.recorded(office.case("Trần Thị Ánh")).id, LAYOUT)
    assert (paper.serial, actions.replace(office.clerk, paper.id, paper.version, "Mất").serial, broken()) == ("149/2026", "150/2026", [])


def test_each_year_s_book_begins_where_its_own_paper_book_ended(office):
    begin(office, "31/2025", "Sổ giấy năm 2025 đã ghi đến số 31", year=2025)
    (earlier,) = actions.issue(office.clerk, of_last_year(office).id, LAYOUT)
    (now,) = actions.issue(office.clerk, office.recorded(office.case("Trần Thị Ánh")).id, LAYOUT)
    assert (earlier.serial, now.serial, broken()) == ("032/2025", "001/2026", [])


@pytest.mark.proves("N07")
def test_two_clerks_share_one_gapless_row_after_the_paper_book(office):
    begin(office)
    other = people.actor(Role.CLERK, issuer=office.issuer)
    one = office.recorded(office.case("Một"), office.case("Hai"), number=1)
    two = office.recorded(office.case("Ba"), office.case("Bốn"), number=2)
    together(lambda: actions.issue(office.clerk, one.id, LAYOUT), lambda: actions.issue(other, two.id, LAYOUT))
    assert ([row.number for row in actions.register(office.clerk).rows], broken()) == ([149, 150, 151, 152], [])


def test_of_two_clerks_who_begin_one_book_one_is_told_that_it_has_begun(office):
    other = people.actor(Role.CLERK, issuer=office.issuer)
    results = together(lambda: begin(office), lambda: begin(office, "150", who=other))
    assert sorted(type(each).__name__ for each in results) == ["Book", "Invalid"]
    assert (len(actions.on_paper(office.clerk)), broken()) == (1, [])


def test_a_clerk_who_begins_a_book_while_another_issues_never_makes_a_gap(office):
    other = people.actor(Role.CLERK, issuer=office.issuer)
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    together(lambda: begin(office), lambda: actions.issue(other, decision.id, LAYOUT))
    assert numbers(office) in (["001/2026", "002/2026"], ["149/2026", "150/2026"])
    assert broken() == []


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    (
        ({"last": ""}, "last", "Anh/chị chưa nhập số cuối đã ghi trong sổ giấy, ví dụ 148."),
        ({"last": "0"}, "last", "Số cuối của sổ giấy từ 1 trở lên. Sổ giấy chưa ghi số nào thì không cần bước này: phần mềm cấp từ số 001."),
        ({"last": "-3"}, "last", "Số cuối của sổ giấy từ 1 trở lên. Sổ giấy chưa ghi số nào thì không cần bước này: phần mềm cấp từ số 001."),
        ({"last": "abc"}, "last", "«abc» không phải số của sổ 2026. Anh/chị nhập số cuối đã ghi trong sổ giấy, ví dụ 148 hoặc 148/2026."),
        ({"last": "100.000"}, "last", "Số cuối của sổ giấy không quá 99.999. Anh/chị xem lại số trong sổ."),
        ({"reason": "  "}, "reason", "Anh/chị chưa nhập lý do."),
        ({"reason": "a" * 121}, "reason", "Lý do dài 121 ký tự, quá 120 ký tự. Anh/chị rút gọn lại."),
        ({"year": 2027}, "year", "Sổ được ghi cho năm từ 1945 đến 2026. Anh/chị chọn lại năm của sổ."),
        ({"year": "năm nay"}, "year", "Sổ được ghi cho năm từ 1945 đến 2026. Anh/chị chọn lại năm của sổ."),
        ({"series": "giay"}, "series", "Anh/chị chọn loại giấy trong danh sách."),
    ),
)
def test_what_is_wrong_stands_at_its_field_and_changes_nothing(office, wrong, field, sentence):
    assert refused(lambda: begin(office, **wrong)) == {field: sentence}
    assert actions.books(office.clerk) == []


def test_a_slip_is_put_right_before_the_first_paper_by_whoever_saw_it(office):
    begin(office)
    assert refused(lambda: begin(office, "200")) == {
        "last": "Sổ năm 2026 vừa được ghi là tiếp từ số 148/2026 của sổ giấy. Anh/chị xem lại; cần sửa thì bấm lần nữa."
    }
    begin(office, "150", known=148)
    decision = office.recorded(office.case("Một"))
    actions.issue(office.clerk, decision.id, LAYOUT)
    assert (numbers(office), broken()) == (["151/2026"], [])
    assert refused(lambda: begin(office, "160", known=150)) == {
        "last": "Sổ năm 2026 đã có 1 giấy cấp từ phần mềm, số đi tiếp từ đó nên không đổi được số bắt đầu."
    }


def test_a_book_with_a_paper_keeps_its_beginning(office):
    begin(office)
    actions.issue(office.clerk, of_last_year(office).id, LAYOUT)
    assert refused(lambda: begin(office, year=2025)) == {
        "last": "Sổ năm 2025 đã có 1 giấy cấp từ phần mềm, số đi tiếp từ đó nên không đổi được số bắt đầu."
    }
    assert [actions.may_begin(office.clerk, office.issuer, "giay_khen", year) for year in (2026, 2025, 2024)] == [True, False, True]


def test_only_a_clerk_of_the_issuer_begins_its_book(office):
    theirs = world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC")
    assert refused(lambda: begin(office, issuer=theirs)) == {
        "issuer": "Sổ này của cơ quan khác. Việc này do văn thư của cơ quan ấy làm; anh/chị chọn cơ quan của mình."
    }
    with pytest.raises(NotAllowed):
        begin(office, who=office.secretary)
    begin(office, issuer=theirs, who=people.actor(Role.CLERK, issuer=theirs))
    assert (actions.books(office.clerk), actions.on_paper(office.clerk)) == ([], [])
    assert (actions.may_begin(office.secretary, office.issuer, "giay_khen", 2026), actions.may_begin(office.clerk, theirs, "giay_khen", 2025)) == (False, False)


def test_the_beginning_is_written_in_the_log(office):
    begin(office)
    (entry,) = log.entries(people.actor(Role.ADMINISTRATOR), log.Query(verbs=(Verb.BEGIN_BOOK,))).rows
    assert (entry.what, entry.about, entry.object_id) == ("Ghi số sổ giấy đã dùng", "Sổ cấp giấy khen", office.issuer)


def test_the_register_its_excel_and_its_pdf_say_where_the_book_began(office):
    begin(office)
    actions.issue(office.clerk, office.recorded(office.case("Trần Thị Ánh")).id, LAYOUT)
    sheet = openpyxl.load_workbook(io.BytesIO(actions.register_excel(office.secretary, series="giay_khen", year=2026))).active
    assert actions.on_paper(office.secretary, series="giay_khen", year=2026) == [SAID]
    assert sheet["A2"].value == f"Năm 2026 · {SAID}"
    page = PdfReader(io.BytesIO(actions.register_pdf(office.secretary, series="giay_khen", year=2026))).pages[0].extract_text()
    assert SAID in " ".join(page.split())
    assert actions.on_paper(office.secretary) == [f"Giấy khen 2026: {SAID}"]


def test_a_book_that_began_here_says_nothing_of_paper(office):
    actions.issue(office.clerk, office.recorded(office.case("Trần Thị Ánh")).id, LAYOUT)
    sheet = openpyxl.load_workbook(io.BytesIO(actions.register_excel(office.secretary, series="giay_khen", year=2026))).active
    assert (actions.on_paper(office.secretary), sheet["A2"].value) == ([], "Năm 2026")


@pytest.mark.parametrize(("typed", "first"), (("148", "149/2026"), ("99.999", "100000/2026"), ("0", ""), ("abc", ""), ("", "")))
def test_the_first_number_is_told_while_it_is_typed(typed, first):
    assert actions.first_number(typed, 2026) == first
