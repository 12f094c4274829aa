import io
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from documents.decision import decision
from documents.facts import DecisionKind
from tests.documents import samples
from tests.documents.reading import lines, tables

pytestmark = pytest.mark.proves("F08.01", "F08.02", "F12.05")


def articles(facts) -> list[str]:
    return [line for line in lines(decision(facts)) if line.startswith("Điều ")]


def test_commendation_of_a_party_organ_word_for_word():
    said = lines(decision(samples.PARTY_DECISION))
    start, end = said.index("QUYẾT ĐỊNH"), said.index("DANH SÁCH TẬP THỂ, HỘ GIA ĐÌNH, CÁ NHÂN ĐƯỢC KHEN THƯỞNG")
    assert said[start:end] == [
        "QUYẾT ĐỊNH",
        "tặng Giấy khen về thành tích trong",
        "phong trào thi đua “Dân vận khéo” năm 2026",
        "-----",
        "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ các cơ quan Đảng tỉnh nhiệm kỳ 2025 - 2030;",
        "- Căn cứ Hướng dẫn số 08-HD/ĐU, ngày 02/02/2026 của Ban Thường vụ Đảng ủy về phong trào thi đua “Dân vận khéo” năm 2026;",
        "- Xét đề nghị của Hội đồng thi đua - khen thưởng tại Tờ trình số 31-TTr/HĐ, ngày 29/10/2026,",
        "BAN THƯỜNG VỤ ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",
        "QUYẾT ĐỊNH:",
        "Điều 1. Tặng Giấy khen cho 02 tập thể, 01 hộ gia đình, 03 cá nhân đã có thành tích xuất sắc trong phong trào thi đua "
        "“Dân vận khéo” năm 2026 (có danh sách kèm theo).",
        "Điều 2. Các tập thể, hộ gia đình, cá nhân có tên tại Điều 1 được nhận tiền thưởng theo danh sách kèm theo; tổng số tiền "
        "6.460.000 đồng (sáu triệu bốn trăm sáu mươi nghìn đồng). Kinh phí chi từ ngân sách Đảng năm 2026 của Đảng ủy.",
        "Điều 3. Văn phòng Đảng ủy, Ban Tuyên giáo và Dân vận Đảng ủy, các chi bộ, đảng bộ cơ sở và các tập thể, hộ gia đình, cá nhân "
        "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.",
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Ban Thường vụ Tỉnh ủy (để báo cáo);",
        "- Ban Tuyên giáo và Dân vận Tỉnh ủy;",
        "- Lưu Văn phòng Đảng ủy.",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "Nguyễn Thị Minh Hạnh",
    ]


def test_annex_is_numbered_anew_and_summed():
    annex = tables(decision(samples.PARTY_DECISION))[-1]
    assert [row[0:2] for row in annex] == [
        ["TT", "Họ và tên, tên tập thể"],
        ["I. Tập thể, hộ gia đình"] * 2,
        ["1", "Chi bộ Trung tâm Phục vụ hành chính công tỉnh"],
        ["2", "Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi"],
        ["3", "Hộ gia đình ông Nguyễn Văn Lành"],
        ["II. Cá nhân"] * 2,
        ["1", "Ông Trần Đức Hòa"],
        ["2", "Bà H’Hen Niê"],
        ["3", "Ông Y Bliă Êban"],
        ["Tổng cộng: 6.460.000 đồng (Sáu triệu bốn trăm sáu mươi nghìn đồng)"] * 2,
    ]


def test_state_decision_names_the_authority_before_its_bases():
    said = lines(decision(samples.STATE_DECISION))
    start = said.index("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA LỢI")
    assert said[start + 1] == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    assert said[start + 5] == "QUYẾT ĐỊNH:"
    assert [line for line in said if line.endswith("./.")] == [
        "Điều 3. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã hội và các tập thể, cá nhân có tên "
        "tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký./."
    ]


def test_recognition_counts_models_and_their_owners():
    assert articles(samples.RECOGNITION)[0] == (
        "Điều 1. Công nhận 02 mô hình “Dân vận khéo” năm 2026 của 01 tập thể, 01 cá nhân (có danh sách kèm theo)."
    )


def test_correction_prints_what_was_and_what_becomes():
    assert tables(decision(samples.CORRECTION))[1] == [
        ["TT", "Vị trí trong quyết định", "Đã ghi", "Đính chính thành"],
        ["1", "Mục II, số thứ tự 2 của danh sách", "Bà H’Hen Nie, Chuyên viên", "Bà H’Hen Niê, Chuyên viên chính"],
    ]
    assert articles(samples.CORRECTION)[1] == "Điều 2. Các nội dung khác của Quyết định số 12-QĐ/ĐU giữ nguyên."


def test_revocation_asks_for_the_return_in_fifteen_working_days():
    """NĐ 152/2025 Đ58(2)."""
    assert articles(samples.REVOCATION)[:2] == [
        "Điều 1. Hủy bỏ việc tặng Giấy khen tại Quyết định số 12-QĐ/ĐU, ngày 05 tháng 11 năm 2026 của Ban Thường vụ Đảng ủy các cơ quan "
        "Đảng tỉnh về việc tặng Giấy khen năm 2026 đối với 01 cá nhân (có danh sách kèm theo). Lý do: kê khai thành tích không đúng sự thật.",
        "Điều 2. Các cá nhân có tên tại Điều 1 nộp lại đầy đủ hiện vật khen thưởng và tiền thưởng đã nhận cho Ban Thường vụ Đảng ủy các cơ "
        "quan Đảng tỉnh trong thời hạn 15 ngày làm việc kể từ ngày nhận được Quyết định này.",
    ]


def test_replacement_names_what_it_replaces():
    assert articles(samples.REPLACEMENT)[2].startswith(
        "Điều 3. Quyết định này thay thế Quyết định số 12-QĐ/ĐU, ngày 05 tháng 11"
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    (
        ({"lines": ()}, "chưa có tập thể, cá nhân nào"),
        ({"lines": (replace(samples.LINES[0], award_form=""),)}, "hình thức khen thưởng cho «Ông Trần Đức Hòa»"),
        ({"kind": DecisionKind.CORRECT}, "phải nêu quyết định trước đó"),
        ({"kind": DecisionKind.CORRECT, "earlier": samples.EARLIER}, "Chưa có nội dung đính chính"),
        ({"kind": DecisionKind.REVOKE, "earlier": samples.EARLIER, "lines": ()}, "Chưa có trường hợp bị hủy bỏ"),
    ),
)
def test_a_decision_without_its_matter_is_refused(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        decision(replace(samples.PARTY_DECISION, **change))


def test_a_name_with_characters_that_xml_forbids_does_not_spoil_the_file():
    bad = replace(samples.LINES[0], name="A\x00\x0b <&> \ud800 B")
    assert "Ông A <&> B" in lines(decision(replace(samples.PARTY_DECISION, lines=(bad,))))


def test_the_same_facts_give_the_same_bytes(monkeypatch):
    first = decision(samples.PARTY_DECISION)
    monkeypatch.setattr("time.localtime", lambda *_: time.struct_time((2030, 1, 1, 0, 0, 0, 0, 1, 0)))
    assert decision(samples.PARTY_DECISION) == first


def test_the_file_keeps_nothing_of_the_empty_document_it_grew_from():
    with zipfile.ZipFile(io.BytesIO(decision(samples.PARTY_DECISION))) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        properties = archive.read("docProps/core.xml").decode()
    assert samples.PARTY_DECISION.about in properties
    assert "python-docx" not in properties
    assert "2013" not in properties


def test_revocation_of_a_title_and_of_an_unnamed_form():
    title = replace(samples.LINES[0], award_form="Lao động tiên tiến", is_title=True)
    assert articles(replace(samples.REVOCATION, lines=(title,)))[0].startswith(
        "Điều 1. Hủy bỏ việc tặng danh hiệu “Lao động tiên tiến” tại"
    )
    assert articles(replace(samples.REVOCATION, lines=(replace(title, award_form=""),)))[0].startswith(
        "Điều 1. Hủy bỏ việc khen thưởng tại"
    )


def test_papers_may_be_made_in_many_threads_at_once():
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(decision, [samples.PARTY_DECISION, samples.STATE_DECISION] * 12))
    assert len(set(made)) == 2
