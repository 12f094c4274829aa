"""Papers of a unit that is no more, on both engines."""

import io

import pytest
from pypdf import PdfReader

from recognition.issuing import actions
from recognition.units import actions as units
from recognition.units.terms import EndForm, RenameForm
from tests.issuing.conftest import LAYOUT
from tests.support import people
from vietnamese import text

OLD = text.search_key("Chi bộ Trạm Y tế Phú Lộc")


def printed(office, paper) -> str:
    content, _ = actions.print_one(office.clerk, paper.id)
    return text.search_key(" ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split()))


@pytest.mark.proves("F01.02", "F09.10")
def test_papers_of_a_renamed_and_then_dissolved_unit_are_printed_again_under_its_old_name(office):
    decision = office.recorded(office.case("Tổ y tế", kind="collective"), office.case("Trần Thị Ánh"))
    papers = actions.issue(office.clerk, decision.id, LAYOUT)
    before = [printed(office, paper) for paper in papers]
    assert all(OLD in said for said in before)
    who = people.administrator()
    named = units.rename(who, office.unit, units.get(who, office.unit).version, RenameForm("Chi bộ Y tế Hưng Lộc", "15-QĐ/ĐU", "26/11/2026"))
    assert [printed(office, paper) for paper in papers] == before
    units.dissolve(who, office.unit, named.version, EndForm("16-QĐ/ĐU", "26/11/2026"))
    assert [printed(office, paper) for paper in papers] == before
    again = actions.replace(office.clerk, papers[0].id, papers[0].version, "Rách")
    assert OLD in printed(office, again)
