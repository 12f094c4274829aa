from dataclasses import replace

import pytest

from documents import letters, reports, requests, scoring, slips
from tests.documents import samples
from tests.documents.reading import lines, tables


@pytest.mark.proves("F08.02")
def test_party_submission_opens_with_kinh_trinh_since_2026_only():
    said = lines(requests.submission(samples.PARTY_SUBMISSION))
    before = lines(requests.submission(replace(samples.PARTY_SUBMISSION, head=samples.BLOC_HEAD)))
    assert "Kính trình: Ban Thường vụ Tỉnh ủy" in said
    assert "Kính gửi: Ban Thường vụ Tỉnh ủy" in before


@pytest.mark.proves("F08.02", "F12.05")
def test_union_submission_asks_for_counts_of_its_own_list():
    said = lines(requests.submission(samples.SUBMISSION))
    start = said.index("Kính gửi:")
    assert said[start : start + 12] == [
        "Kính gửi:",
        "- Ban Thường vụ Liên đoàn Lao động tỉnh Tân Phong;",
        "- Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh.",
        "Thực hiện Kế hoạch số 21-KH/ĐU, ngày 15/01/2026 của Ban Thường vụ Đảng ủy về phong trào thi đua “Dân vận khéo” năm 2026;",
        "Căn cứ kết quả họp bình xét ngày 25/9/2026 của đơn vị,",
        "Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi kính đề nghị Ban Thường vụ Liên đoàn Lao động tỉnh Tân Phong và Ban Thường vụ Đảng ủy "
        "các cơ quan Đảng tỉnh xem xét, tặng Giấy khen cho 02 tập thể, 01 hộ gia đình, 03 cá nhân đã có thành tích xuất sắc trong phong trào "
        "thi đua “Dân vận khéo” năm 2026 (có danh sách kèm theo).",
        "Hồ sơ kèm theo gồm:",
        "1. Danh sách đề nghị khen thưởng;",
        "2. Báo cáo thành tích của từng tập thể, cá nhân;",
        "3. Biên bản họp bình xét.",
        "Kính trình Ban Thường vụ Liên đoàn Lao động tỉnh Tân Phong và Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh xem xét, quyết định./.",
        "Nơi nhận:",
    ]


def test_submission_of_nobody_is_refused():
    with pytest.raises(ValueError, match="chưa có tập thể, cá nhân nào"):
        requests.submission(replace(samples.SUBMISSION, lines=()))


def test_summary_list_shows_everybody_on_one_table():
    assert len(tables(requests.summary_list(samples.SUMMARY_LIST))[0]) == 10


def test_report_has_the_heads_of_the_form():
    said = lines(reports.achievement_report(samples.REPORT))
    heads = [line for line in said if line.startswith(("I", "1.", "2.", "3."))]
    assert heads == [
        "I. SƠ LƯỢC LÝ LỊCH",
        "II. THÀNH TÍCH ĐẠT ĐƯỢC",
        "1. Quyền hạn, nhiệm vụ được giao",
        "2. Cứu người bị đuối nước",
        "3. Lao động, sản xuất",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
    ]
    assert said[-6:] == ["XÁC NHẬN CỦA", "CÔNG ĐOÀN CƠ SỞ", "CHỦ TỊCH", "NGƯỜI BÁO CÁO", "Lê Hoàng Yến", "Y Bliă Êban"]


def test_report_of_a_collective_tells_its_situation():
    said = lines(reports.achievement_report(replace(samples.REPORT, recipient=samples.LINES[1], past=())))
    assert "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH" in said
    assert "1. Chức năng, nhiệm vụ" in said
    assert "Chưa có." in said


def test_summary_leaves_out_what_is_not_known():
    said = lines(reports.achievement_summary(replace(samples.SUMMARY, known_by="")))
    assert [line for line in said if line[:2] in ("1.", "2.", "6.", "7.")] == [
        "1. Tập thể, cá nhân được đề nghị: Ông Y Bliă Êban, Công nhân vận hành, Công ty Cổ phần Cao su Hòa Lợi",
        "2. Việc làm, thành tích: Nhảy xuống kênh chính cứu hai em nhỏ bị nước cuốn",
        "6. Lý do đề nghị khen thưởng: Hành động dũng cảm, quên mình vì người khác, được nhân dân và công nhân cảm phục",
    ]


def test_registration_form_has_a_box_for_each_question():
    boxes = tables(reports.registration_form(samples.REGISTRATION))[1]
    assert [row[0] for row in boxes] == [
        "Đơn vị đăng ký",
        "Lĩnh vực",
        "Loại mô hình",
        "Người phụ trách, điện thoại",
        "1. Tên mô hình",
        "2. Thực trạng, lý do chọn mô hình",
        "3. Mục tiêu, tiêu chí",
        "4. Nội dung, cách thức thực hiện",
        "5. Địa bàn, đối tượng",
        "6. Lực lượng thực hiện",
        "7. Thời gian, nguồn lực",
        "8. Sản phẩm, kết quả đầu ra",
        "9. Khả năng duy trì, nhân rộng",
    ]


def test_letter_greets_its_recipient():
    said = lines(letters.award_letter(samples.LETTER))
    assert "Thân gửi: Ông Y Bliă Êban, Công nhân" in said
    assert said[-1] == "Nguyễn Thị Minh Hạnh"


def test_return_slip_says_what_how_when_and_whom_to_ask():
    made = slips.return_slip(samples.RETURN)
    assert tables(made)[1] == [
        ["TT", "Mục", "Lý do", "Cách bổ sung"],
        [
            "1",
            "Minh chứng",
            "Chưa có ảnh hoặc xác nhận của địa phương",
            "Bổ sung ít nhất một ảnh và giấy xác nhận của Ủy ban nhân dân xã",
        ],
        ["2", "Thời gian thực hiện", "Ngày kết thúc trước ngày bắt đầu", "Kiểm tra và ghi lại cho đúng"],
    ]
    assert "Đề nghị gửi lại trước hết Thứ Sáu, ngày 20 tháng 11 năm 2026." in lines(made)
    with pytest.raises(ValueError, match="ít nhất một lý do"):
        slips.return_slip(replace(samples.RETURN, reasons=()))


def test_screening_slip_prints_each_outcome_with_its_clause():
    assert tables(slips.screening_slip(samples.SCREENING))[1][3] == [
        "3",
        "Không trong thời gian tạm dừng xét",
        "Cần người xem xét",
        "NĐ 152/2025, Điều 4 khoản 4",
        "Chờ ý kiến của Ủy ban Kiểm tra",
    ]


def test_account_slip_holds_all_that_is_needed_to_sign_in():
    cells = tables(slips.account_slips(samples.SLIPS))[0]
    assert cells[1] == [
        "H’Hen Niê\nSở Dân tộc và Tôn giáo\nĐịa chỉ: https://guongsang.tanphong.vn\nTên đăng nhập: hen.n\nMã dùng một lần: Q5ZA-7BHT-M8YC\n"
        "Dùng mã này trước 17:00 ngày 12/11/2026. Không đưa mã cho người khác.",
        "",
    ]
    with pytest.raises(ValueError, match="Chưa có tài khoản"):
        slips.account_slips(replace(samples.SLIPS, slips=()))


def test_result_letter_tells_what_counted_and_what_to_mend():
    made = letters.result_letter(samples.RESULT_LETTER)
    assert tables(made)[1] == [
        ["TT", "Tập thể, cá nhân", "Kết quả", "Điểm được ghi nhận", "Điểm còn thiếu", "Gợi ý cho lần sau"],
        ["1", "Ông Y Bliă Êban", "Được tặng Giấy khen", "Việc làm dũng cảm, có người chứng kiến", "", ""],
        [
            "2",
            "“Bếp ăn tình thương”",
            "Chưa đạt",
            "Duy trì ba năm liền",
            "Số liệu người hưởng lợi chưa có xác nhận",
            "Lập sổ theo dõi từ đầu năm",
        ],
    ]
    assert "Số 61-TB/ĐU" in lines(made)
    with pytest.raises(ValueError, match="chưa có trường hợp nào"):
        letters.result_letter(replace(samples.RESULT_LETTER, answers=()))


@pytest.mark.parametrize(
    ("head", "number", "lead"), ((samples.PARTY_HEAD, "Số 15-CV/ĐU", "Về việc"), (samples.STATE_HEAD, "Số: 15/UBND", "V/v"))
)
def test_a_reminder_is_a_letter_without_title_in_the_form_of_its_organ(head, number, lead):
    said = lines(letters.reminder_letter(replace(samples.REMINDER_LETTER, head=replace(head, number="15"))))
    assert {number, f"{lead} đôn đốc đăng ký mô hình “Dân vận khéo”", "Kính gửi: Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi"} <= set(said)
    with pytest.raises(ValueError, match="chưa có nội dung"):
        letters.reminder_letter(replace(samples.REMINDER_LETTER, paragraphs=()))


def test_posted_list_shows_no_money():
    said = lines(letters.posting(samples.POSTING))
    assert "Thời gian niêm yết: 20 ngày, từ ngày 09 tháng 11 năm 2026 đến hết ngày 28 tháng 11 năm 2026." in said
    assert not [line for line in said if "760.000" in line or "Tiền" in line]


@pytest.mark.parametrize(
    ("change", "sentence"), (({"lines": ()}, "chưa có ai"), ({"ends": samples.POSTING.head.day}, "trước ngày bắt đầu"))
)
def test_posting_that_cannot_stand_is_refused(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        letters.posting(replace(samples.POSTING, **change))


def test_posting_before_the_vote_asks_for_opinions():
    said = lines(letters.posting(replace(samples.POSTING, asks_opinions=True, contact="Văn phòng Đảng ủy")))
    assert (
        "Mọi ý kiến đóng góp, phản ánh xin gửi trước khi hết thời gian niêm yết. Nơi nhận ý kiến: Văn phòng Đảng ủy."
        in said
    )


def test_score_sheet_adds_up_both_columns():
    assert tables(scoring.score_sheet(samples.SCORES))[1][-1] == ["", "Tổng cộng", "100", "92", "87", ""]


def test_an_open_box_is_not_a_zero():
    open_scores = (replace(samples.SCORES.scores[0], checked=None), *samples.SCORES.scores[1:])
    assert tables(scoring.score_sheet(replace(samples.SCORES, scores=open_scores)))[1][-1][2:5] == ["100", "92", ""]


@pytest.mark.parametrize(("points", "refused"), ((-1, True), (0, False), (20, False), (21, True)))
def test_points_outside_their_range_are_refused(points, refused):
    changed = replace(samples.SCORES, scores=(replace(samples.SCORES.scores[0], own=points),))
    if not refused:
        assert tables(scoring.score_sheet(changed))[1][1][3] == str(points)
        return
    with pytest.raises(ValueError, match="phải từ 0 đến 20"):
        scoring.score_sheet(changed)
