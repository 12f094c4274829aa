"""One-page papers of screening, for units without the net."""

import io

import pytest
from docx import Document

from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.words import Role
from recognition.nominations.terms import Reason
from recognition.screening import actions
from recognition.screening.actions import slips
from tests.support import people, world


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.proves("F03.02", "F12.05")
def test_a_returned_case_has_a_slip_that_says_what_to_mend(place):
    case = place.endorsed()
    actions.return_to_unit(place.secretary, case.id, case.version, [Reason("story", "Cần ghi rõ giờ và nơi."), Reason("evidence", "Thiếu ảnh.")])
    for who in (place.secretary, place.nominator):
        data, name = slips.return_slip(who, case.id)
        said = words(data)
        assert name == f"Phiếu trả lại {case.code}.docx"
        assert all(part in said for part in ("PHIẾU TRẢ LẠI HỒ SƠ", "Cần ghi rõ giờ và nơi.", "Thiếu ảnh.", "Minh chứng, giấy tờ", case.title))


def test_only_a_returned_case_has_one_and_strangers_have_none(place):
    case = place.endorsed()
    with pytest.raises(NotAllowed):
        slips.return_slip(place.secretary, case.id)
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Cơ quan khác", short_sign="CQK"))
    for paper in (slips.return_slip, slips.screening_slip):
        with pytest.raises(NotFound):
            paper(stranger, case.id)


@pytest.mark.proves("F12.05", "F05.02")
def test_the_screening_slip_holds_every_condition_with_its_clause(place):
    case = place.endorsed()
    said = words(slips.screening_slip(place.secretary, case.id)[0])
    found = actions.checks(place.secretary, case.id)
    assert [check.sentence for check in found if check.sentence not in said] == []
    with pytest.raises(NotAllowed):
        slips.screening_slip(place.nominator, case.id)
