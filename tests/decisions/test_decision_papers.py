"""The decision as Word: draft without number, recorded with what it froze, corrections word by word."""

import pytest

from recognition.decisions import actions
from recognition.decisions.terms import LineChange
from recognition.hall.transaction import transaction
from tests.council.test_council_papers import words
from tests.decisions.conftest import DAY


@pytest.mark.proves("F08.01", "F08.02")
def test_the_decision_has_its_bases_its_annex_and_its_money(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Tổ y tế", kind="collective"))
    said = words(actions.word(office.secretary, decision.id))
    for part in (
        "Số 214-QĐ/ĐUCCQ", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "01 tập thể, 01 cá nhân", "I. Tập thể", "II. Cá nhân",
        "Trần Thị Ánh", "2.280.000 đồng", "T/M BAN THƯỜNG VỤ", "Lê Quang Vinh",
    ):  # fmt: skip
        assert part in said


def test_a_recorded_decision_prints_the_organs_names_of_its_day(office):
    decision = office.recorded(office.case())
    with transaction(None) as t:
        t.run("update issuer set name = 'Tên mới', awarding_line = 'Ban mới' where id = $1", office.issuer)
    said = words(actions.word(office.secretary, decision.id))
    assert ("TÊN MỚI" in said, "ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH" in said) == (False, True)


@pytest.mark.proves("F08.05")
def test_a_correction_says_what_was_and_what_it_becomes(office):
    decision = office.recorded(office.case("Nguyễn Văn Bính"))
    (wrong,) = actions.awards(office.secretary, decision.id)
    draft = actions.change_earlier(office.secretary, decision.id, "correct", [wrong.id], "Sai tên")
    draft = actions.change_line(office.secretary, draft.id, draft.version, draft.lines[0].id, LineChange(draft.lines[0].wording, name="Nguyễn Văn Bình"))
    said = words(actions.word(office.secretary, actions.record(office.secretary, draft.id, draft.version, 221, DAY).id))
    for part in ("Nguyễn Văn Bính", "Nguyễn Văn Bình", "214-QĐ/ĐUCCQ", "giữ nguyên"):
        assert part in said


@pytest.mark.proves("F08.05")
def test_a_revocation_asks_back_object_and_money_within_fifteen_working_days(office):
    decision = office.recorded(office.case("Một"))
    (award,) = actions.awards(office.secretary, decision.id)
    draft = actions.change_earlier(office.secretary, decision.id, "revoke", [award.id], "Kê khai gian dối")
    said = words(actions.word(office.secretary, draft.id))
    assert "15 ngày làm việc" in said
    assert "Kê khai gian dối" in said
