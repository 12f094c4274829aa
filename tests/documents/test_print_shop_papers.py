"""Proof slips and the papers of a ceremony: what they say, in which order, and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from documents import ceremony, proof_slips
from documents.facts.print_shop import CallLine, Ceremony, ProofRow, ProofSlip, ProofSlips
from tests.documents.reading import lines, tables

DAY = date(2026, 11, 26)
LINES = (
    CallLine(1, "Tập thể", "Tổ y tế dự phòng", "Đảng bộ Trung tâm Y tế", "Giấy khen", "Hoàn thành xuất sắc nhiệm vụ", amount=1_520_000, serial="001/2026"),
    CallLine(2, "Cá nhân", "Đồng chí Y Bliă Êban", "Y sĩ", "Giấy khen", "Đã cứu người bị nạn", amount=760_000, serial="002/2026", hint="hỏi trước cách đọc «Bliă»"),
    CallLine(3, "Cá nhân", "Đồng chí Lê Văn Tòng", "Y sĩ", "Giấy khen", "Đã trả lại của rơi.", amount=760_000, gift="Một cặp sách", handed_on=DAY),
)
FACTS = Ceremony("Đảng ủy các cơ quan", "Ban Thường vụ Đảng ủy các cơ quan", "party", "214-QĐ/ĐU", DAY, "Về việc tặng Giấy khen", LINES)
SLIPS = ProofSlips(
    "Đảng ủy các cơ quan", "party", "214-QĐ/ĐU", DAY, "tặng Giấy khen",
    (
        ProofSlip("Chi bộ Trạm Y tế", (ProofRow("Đồng chí Trân Thị Ánh", "Y sĩ", "Chi bộ Trạm Y tế", "GIẤY KHEN", "Đã cứu người", "", ("Họ tên: Họ «Trân» thường viết «Trần».",)),), "AB12CD34"),
        ProofSlip("Chi bộ 2", (ProofRow("Tổ 3", "", "Chi bộ 2", "GIẤY CHỨNG NHẬN", "Đã xây dựng", "Camera an ninh"),), "00FF00FF"),
    ),
)  # fmt: skip


@pytest.mark.proves("N27")
def test_the_script_reads_groups_and_people_in_order_with_hints():
    said = lines(ceremony.script(FACTS))
    wanted = ["Lượt 1. Tập thể (01)", "1. Tổ y tế dự phòng, Đảng bộ Trung tâm Y tế", "Lượt 2. Cá nhân (02)", "2. Đồng chí Y Bliă Êban, Y sĩ", "Cách đọc: hỏi trước cách đọc «Bliă».", "3. Đồng chí Lê Văn Tòng, Y sĩ"]
    assert [line for line in said if line in wanted] == wanted
    assert "Giấy khen. Đã trả lại của rơi." in said
    assert any("về việc tặng Giấy khen." in line for line in said)


@pytest.mark.proves("N27")
def test_the_sheet_to_sign_adds_up_in_figures_and_words():
    paper = ceremony.hand_over(FACTS)
    (rows, *_) = tables(paper)
    assert (rows[-1][2], rows[-1][5]) == ("Tổng cộng", "3.040.000")
    assert any("Ba triệu không trăm bốn mươi nghìn đồng" in line for line in lines(paper))


@pytest.mark.proves("N27")
def test_absentees_are_those_who_have_not_received():
    (rows,) = tables(ceremony.absentees(FACTS))
    assert [row[3] for row in rows[1:]] == ["Tổ y tế dự phòng", "Đồng chí Y Bliă Êban"]
    everybody = replace(FACTS, lines=tuple(replace(line, handed_on=DAY) for line in LINES))
    assert tables(ceremony.absentees(everybody)) == []


def test_four_cards_to_a_page_in_the_order_of_calling():
    (rows,) = tables(ceremony.cards(FACTS))
    assert [cell.split("\n")[1] for row in rows for cell in row if cell.strip()] == ["Tổ y tế dự phòng", "Đồng chí Y Bliă Êban", "Đồng chí Lê Văn Tòng"]


@pytest.mark.parametrize("make", (ceremony.script, ceremony.cards, ceremony.hand_over, ceremony.hand_over_excel, ceremony.absentees))
def test_a_ceremony_without_anybody_is_refused(make):
    with pytest.raises(ValueError, match="Chưa có ai"):
        make(replace(FACTS, lines=()))


@pytest.mark.proves("N08")
def test_each_unit_has_its_own_slip_with_doubts_and_room_to_mend():
    paper = proof_slips.slips(SLIPS)
    said = lines(paper)
    assert said.index("Chi bộ Trạm Y tế") < said.index("Chi bộ 2")
    assert "Dòng 1, họ tên: Họ «Trân» thường viết «Trần»." in said
    grids = [rows for rows in tables(paper) if rows[0][0] == "TT"]
    assert [row[1] for rows in grids for row in rows[1:]] == ["Đồng chí Trân Thị Ánh", "Tổ 3"]
    with pytest.raises(ValueError, match="Chưa có phiếu dò"):
        proof_slips.slips(replace(SLIPS, slips=()))
