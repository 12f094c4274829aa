"""Campaign rules: tables of cases."""

from datetime import date

import pytest

from recognition.campaigns import rules
from recognition.campaigns.terms import Criterion, Stage

JAN, DEC = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.proves("F02.01")
@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    (
        (JAN, DEC, {}),
        (JAN, JAN, {}),
        (None, DEC, {"from_date": "Anh/chị chọn ngày bắt đầu."}),
        (JAN, None, {"to_date": "Anh/chị chọn ngày kết thúc."}),
        (DEC, JAN, {"to_date": "Ngày kết thúc 01/01/2026 trước ngày bắt đầu 31/12/2026. Anh/chị xem lại hai ngày."}),
        (JAN, date(2126, 1, 1), {"to_date": "Khoảng thời gian dài hơn 10 năm. Anh/chị xem lại năm kết thúc."}),
    ),
)
def test_a_period_has_two_days_in_order(start, end, wrong):
    assert rules.check_period(start, end) == wrong


@pytest.mark.proves("F03.03")
@pytest.mark.parametrize(
    ("deadlines", "wrong"),
    (
        ({}, {}),
        ({Stage.REGISTER: date(2026, 3, 1), Stage.NOMINATE: date(2026, 10, 15)}, {}),
        (
            {Stage.REGISTER: date(2025, 12, 31)},
            {"deadline.register": "Hạn «Đăng ký mô hình» (31/12/2025) trước ngày phát động 01/01/2026."},
        ),
        (
            {Stage.NOMINATE: date(2026, 10, 15), Stage.VOTE: date(2026, 10, 1)},
            {"deadline.vote": "Hạn «Họp Hội đồng» (01/10/2026) trước hạn «Gửi đề nghị khen thưởng» (15/10/2026). Anh/chị xếp lại thứ tự."},
        ),
    ),
)
def test_deadlines_follow_the_road(deadlines, wrong):
    assert rules.check_deadlines(deadlines, JAN) == wrong


@pytest.mark.proves("F02.03")
@pytest.mark.parametrize(
    ("criteria", "units", "wrong"),
    (
        ((), 1, {}),
        ((Criterion("Nội dung", 60), Criterion("Lan toả", 40)), 2, {}),
        ((Criterion("Nội dung", 60), Criterion("Lan toả", 40), Criterion("Sáng tạo", 5, bonus=True)), 2, {}),
        (
            (Criterion("Nội dung", 60), Criterion("Lan toả", 35), Criterion("Sáng tạo", 5, bonus=True)),
            2,
            {"criteria": "Các tiêu chí cộng lại được 95 điểm, cần đúng 100 (chưa kể điểm thưởng). Anh/chị chỉnh điểm trước khi phát động."},
        ),
        ((), 0, {"units": "Anh/chị chọn ít nhất một đơn vị để phát động tới."}),
    ),
)
def test_points_make_a_hundred_at_launch_with_bonus_on_top(criteria, units, wrong):
    assert rules.check_launch(criteria, units) == wrong


@pytest.mark.parametrize(
    ("name", "twice"),
    (
        ("Dân vận khéo năm 2026", True),
        ("  DÂN VẬN KHÉO  năm 2026 ", True),
        ("Dân vận khéo năm 2027", False),
        ("Lao động giỏi năm 2026", False),
    ),
)
def test_a_name_stands_once_among_the_campaigns_of_the_same_days(name, twice):
    others = [("PT-2026-01", "Dân vận khéo năm 2026", date(2026, 1, 1), date(2026, 12, 31))]
    said = {"name": "Phong trào «Dân vận khéo năm 2026» (01/01/2026 - 31/12/2026) đã có, mã PT-2026-01. Anh/chị sửa phong trào đó, đặt tên khác "
                    "hoặc chọn thời gian khác."}  # fmt: skip
    assert rules.check_not_twice(name, others) == (said if twice else {})


@pytest.mark.parametrize(
    ("line", "sentence"),
    (
        (Criterion("  ", 10), "Tiêu chí thứ 2 chưa có tên. Anh/chị điền hoặc bỏ dòng này."),
        (Criterion("Noi dung", 10), "Tiêu chí «Noi dung» có hai lần. Anh/chị bỏ bớt một dòng."),
        (Criterion("Lan toả", 0), "Điểm tối đa của «Lan toả» phải từ 1 đến 100."),
        (Criterion("Lan toả", 101), "Điểm tối đa của «Lan toả» phải từ 1 đến 100."),
        (Criterion("Lan toả", 9, "a" * 20_000), "Hướng dẫn của «Lan toả» dài 20.000 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."),
    ),
)
def test_a_line_of_the_score_sheet_has_its_own_name_and_points(line, sentence):
    assert rules.check_criteria((Criterion("Nội dung", 90), line)) == {"criteria": sentence}


@pytest.mark.parametrize(
    ("launched", "deadline", "sentence"),
    (
        (True, None, None),
        (True, date(2026, 11, 24), None),
        (True, date(2026, 11, 23), "Hạn «Gửi đề nghị khen thưởng» của phong trào là 23/11/2026, đã qua. Anh/chị hỏi thư ký nếu cần gia hạn."),
        (False, None, "Phong trào này ở trạng thái «Đang soạn» nên chưa nhận hoặc không nhận thêm. Anh/chị chọn phong trào khác."),
    ),
)
def test_a_stage_is_open_until_its_last_day_is_over(launched, deadline, sentence):
    found = rules.check_open("Đang soạn", launched=launched, deadline=deadline, today=date(2026, 11, 24), stage=Stage.NOMINATE)
    assert found == sentence
