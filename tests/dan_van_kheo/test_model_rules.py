"""The registration form and the yearly report of a model: tables of cases."""

from dataclasses import replace
from uuid import UUID

import pytest

from recognition.campaigns.themes import Field
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import rules
from recognition.dan_van_kheo.terms import Figure, Measure, ModelInput, Owner, ReportInput
from recognition.nominations.terms import Nominee

GOOD = ModelInput(
    unit_id=UUID(int=1), name="Ngày cuối tuần cùng dân", field=Field.POLITICAL_SYSTEM, owner=Owner.COLLECTIVE,
    nominee=Nominee(RecipientKind.COLLECTIVE, unit_id=UUID(int=1)), situation="Người dân bận giờ hành chính.", aims="100% hồ sơ đúng hẹn.",
    content="Trực sáng thứ bảy.", area="Ba xã ven sông", forces="Chi bộ chủ trì, công đoàn phối hợp", resources="Tự nguyện", schedule="Cả năm",
    results="Số hồ sơ giải quyết ngoài giờ", spread="Có thể làm ở mọi đơn vị",
)  # fmt: skip


@pytest.mark.proves("F03.01")
def test_the_nine_boxes_are_compulsory():
    assert rules.check_registration(GOOD) == {}
    empty = replace(GOOD, **dict.fromkeys(rules.BOXES, " "))
    assert list(rules.check_registration(empty)) == list(rules.BOXES)
    assert rules.check_registration(replace(GOOD, results="")) == {"results": "Anh/chị điền mục «Sản phẩm, kết quả đầu ra»."}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    (
        ({"field": None}, {"field": "Anh/chị chọn lĩnh vực của mô hình."}),
        ({"nominee": None}, {"nominee": "Anh/chị chọn tập thể thực hiện mô hình."}),
        ({"owner": Owner.INDIVIDUAL}, {"nominee": "Anh/chị chọn người là điển hình cá nhân."}),
        ({"owner": Owner.INDIVIDUAL, "nominee": Nominee(RecipientKind.INDIVIDUAL, person_id=UUID(int=2))}, {}),
        ({"content": "a" * 20_000}, {"content": "Mục «Nội dung, cách thức» dài 20.000 ký tự, quá 5.000 ký tự. Anh/chị rút gọn lại."}),
        ({"name": "a" * 201}, {"name": "Mục «Tên mô hình» dài 201 ký tự, quá 200 ký tự. Anh/chị rút gọn lại."}),
    ),
)
def test_each_wrong_part_is_named_on_its_field(changes, wrong):
    assert rules.check_registration(replace(GOOD, **changes)) == wrong


@pytest.mark.proves("F03.06")
@pytest.mark.parametrize(
    ("figure", "wrong"),
    (
        (Figure(Measure.LAND, 2_100_50, "m²"), {}),
        (Figure(Measure.HOUSEHOLDS, 137_00, "hộ"), {}),
        (Figure(Measure.HOUSEHOLDS, 137_50, "hộ"), {"figures": "Số lượng của «Số hộ được hưởng lợi» là số nguyên."}),
        (Figure(Measure.LAND, -1, "m²"), {"figures": "Số lượng của «Đất hiến» phải từ 0 trở lên và không quá lớn."}),
        (Figure(Measure.LAND, 100, " "), {"figures": "Chỉ số «Đất hiến» cần đơn vị tính ngắn gọn, ví dụ hộ, m², đồng."}),
        (Figure(Measure.MONEY, 100, "đồng", about="Sửa cầu Bến Lội"), {}),
        (Figure(Measure.LAND, 100, "m²", about="x" * 201), {"figures": "Việc, nơi của «Đất hiến» dài 201 ký tự, quá 200 ký tự. Anh/chị rút gọn lại."}),
        (Figure(Measure.OTHER, 100, "bữa"), {"figures": "Chỉ số thứ 2 chưa có tên. Anh/chị điền hoặc bỏ dòng này."}),
        (Figure(Measure.OTHER, 100, "đồng", "Kinh phí vận động"), {"figures": "Chỉ số «Kinh phí vận động» có hai lần. Anh/chị gộp lại, hoặc ghi mỗi số của việc nào, ở đâu."}),
    ),
)
def test_a_figure_has_a_name_a_unit_and_no_less_than_nothing(figure, wrong):
    assert rules.check_figures((Figure(Measure.MONEY, 23_000_000_00, "đồng"), figure)) == wrong


@pytest.mark.parametrize(
    ("score", "wrong"),
    (
        (0, {}),
        (100_00, {}),
        (None, {"self_score": "Anh/chị nhập điểm tự chấm. Không điểm thì ghi 0."}),
        (-1, {"self_score": "Điểm tự chấm từ 0 đến 100, cộng điểm thưởng nhiều nhất đến 120."}),
        (120_01, {"self_score": "Điểm tự chấm từ 0 đến 100, cộng điểm thưởng nhiều nhất đến 120."}),
    ),
)
def test_zero_is_a_score_and_nothing_is_not(score, wrong):
    assert rules.check_report(ReportInput("Đã làm.", (), score)) == wrong


@pytest.mark.parametrize(
    ("own", "checked", "reason", "wrong"),
    (
        (90_00, 90_00, "", {}),
        (90_00, 78_00, "Hai minh chứng chưa rõ.", {}),
        (90_00, 78_00, " ", {"check_reason": "Điểm thẩm định khác điểm tự chấm. Anh/chị ghi lý do chênh lệch."}),
        (90_00, None, "", {"checked_score": "Anh/chị nhập điểm thẩm định. Không điểm thì ghi 0."}),
    ),
)
def test_a_difference_between_the_scores_has_a_reason(own, checked, reason, wrong):
    assert rules.check_score(own, checked, reason) == wrong


@pytest.mark.parametrize(
    ("checked", "mark", "wrong"),
    (
        (75_00, 75, {}),
        (74_99, 75, {"checked_score": "Điểm thẩm định 74,99 chưa đạt mức 75 điểm của phong trào nên chưa công nhận được."}),
        (None, 75, {"checked_score": "Điểm thẩm định chưa có chưa đạt mức 75 điểm của phong trào nên chưa công nhận được."}),
    ),
)
def test_recognition_needs_the_pass_mark(checked, mark, wrong):
    assert rules.check_pass_mark(checked, mark) == wrong


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    (("0", 0), ("87,5", 87_50), ("87,05", 87_05), ("1.234,5", 1_234_50), ("2.100", 2_100_00), (" 12 ", 12_00)),
)
def test_figures_are_read_as_people_write_them(typed, hundredths):
    assert rules.parse_amount(typed) == hundredths


@pytest.mark.parametrize("typed", ("", "mười", "1,234", "1.2", "-5", "1,a", "1e3"))
def test_what_is_not_a_figure_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"\.$"):
        rules.parse_amount(typed)
