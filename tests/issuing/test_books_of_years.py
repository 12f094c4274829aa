"""In which year's book a paper gets its number, on both engines."""


import pytest

from recognition.decisions import actions as decisions
from recognition.decisions.terms import ExternalInput, ExternalLine
from recognition.issuing import actions
from tests.issuing.conftest import LAYOUT


def of_last_year(office, number: str = "88-QĐ/ĐUCCQ", name: str = "Hoàng Thị Út"):
    """Our own decision of last year, entered from its paper."""
    line = ExternalLine("individual", name, office.award, "Có thành tích xuất sắc năm 2025", "Bà", "Giáo viên", "Trường Tiểu học Phú Lộc")
    data = ExternalInput(office.issuer, "commend", "về việc tặng Giấy khen", number, "15/12/2025", "Trần Văn Hoà", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", lines=(line,))
    return decisions.record_external(office.secretary, data)


def offered(office, decision) -> list[tuple[int, int, int]]:
    return [(batch.first, batch.last, batch.year) for batch in actions.batches(office.clerk, decision.id)]


@pytest.mark.proves("F08.04", "F09.07")
def test_a_decision_of_last_year_takes_no_number_of_this_year_s_book(office):
    now = office.recorded(office.case("Trần Thị Ánh"))
    actions.issue(office.clerk, now.id, LAYOUT)
    earlier = of_last_year(office)
    assert offered(office, earlier) == [(1, 1, 2025)]
    (paper,) = actions.issue(office.clerk, earlier.id, LAYOUT)
    assert (paper.serial, [book[1:] for book in actions.books(office.clerk)]) == ("001/2025", [(2026, 1), (2025, 1)])
    later = office.recorded(office.case("Vũ Văn Bình"), number=215)
    assert offered(office, later) == [(2, 2, 2026)]


def test_a_new_paper_for_a_lost_one_stays_in_its_book(office):
    (paper,) = actions.issue(office.clerk, of_last_year(office).id, LAYOUT)
    made = actions.replace(office.clerk, paper.id, paper.version, "Mất")
    assert (paper.serial, made.serial) == ("001/2025", "002/2025")
