"""Giao ước thi đua: parties, targets, period, a place to sign for each."""

from dataclasses import replace

import pytest

from documents import covenants
from tests.documents import samples
from tests.documents.reading import lines, tables


@pytest.mark.proves("F03.07")
def test_the_covenant_names_its_parties_targets_and_who_signs():
    made = covenants.covenant_paper(samples.COVENANT)
    said = lines(made)
    assert said.index("GIAO ƯỚC THI ĐUA") + 1 == said.index("Cụm thi đua số 1, năm 2026")
    assert "Hôm nay, ngày 06 tháng 02 năm 2026, tại Hội trường Đảng uỷ, chúng tôi là đại diện 03 đơn vị của Cụm thi đua số 1, gồm:" in said
    assert [line for line in said if line[:2] in ("1.", "2.", "3.")] == [
        "1. Chi bộ Trạm Y tế Phú Lộc (Trưởng cụm);", "2. Chi bộ Trạm Y tế Thạch Bình;", "3. Công đoàn cơ sở Trung tâm Y tế.",
    ]  # fmt: skip
    assert tables(made)[1] == [
        ["TT", "Chỉ tiêu", "Mức phấn đấu", "Điểm tối đa"], ["1", "Hồ sơ giải quyết đúng hạn", "Ít nhất 98 %", "40"],
        ["2", "Đơn thư vượt cấp", "Không quá 2 vụ", "30"], ["3", "Quy chế dân chủ", "Sửa xong trong quý II", ""],
    ]  # fmt: skip
    signed = " ".join(cell for table in tables(made)[2:] for row in table for cell in row).replace("\n", " ")
    assert [name in signed for name in ("CHI BỘ TRẠM Y TẾ PHÚ LỘC", "Vũ Đình Khải", "CHỦ TỊCH")] == [True] * 3
    assert "Bản 1, dấu vết nội dung 0a1b2c3d4e5f" in said


def test_without_words_day_points_it_leaves_no_gap_and_room_for_the_pen():
    facts = replace(samples.COVENANT, content=(), signed_on=None, cluster="", mark="", draft=True, targets=samples.COVENANT.targets[2:], name="Thi đua cùng tiến")
    made = covenants.covenant_paper(facts)
    said = lines(made)
    assert [line for line in said if line.split(".")[0] in ("I", "II", "III")] == ["I. CHỈ TIÊU GIAO ƯỚC", "II. THỜI GIAN THỰC HIỆN"]
    assert {"Thi đua cùng tiến", "BẢN NHÁP, CHƯA ĐƯA RA KÝ"} <= set(said)
    assert tables(made)[1][0] == ["TT", "Chỉ tiêu", "Mức phấn đấu"]
    assert any(line.startswith("Hôm nay, ngày") and line.endswith("năm 2026, tại Hội trường Đảng uỷ, chúng tôi là đại diện 03 đơn vị, gồm:") for line in said)
