import io
from dataclasses import replace

import pytest
from docx import Document
from PIL import Image

from documents import meetings, minutes, opinions
from documents.facts import Proof
from tests.documents import samples
from tests.documents.reading import lines, tables


@pytest.mark.proves("F07.07")
def test_count_record_says_papers_members_and_results_from_most_votes():
    made = minutes.count_record(samples.COUNT)
    said = lines(made)
    start = said.index("I. THÀNH PHẦN")
    assert said[start : start + 12] == [
        "I. THÀNH PHẦN",
        "1. Tổng số thành viên theo Quyết định số 05-QĐ/ĐU, ngày 12/01/2026 của Ban Thường vụ Đảng ủy: 09 người.",
        "2. Có mặt: 08 người.",
        "3. Vắng mặt: 01 người.",
        "- Vũ Đình Khoa, Ủy viên (lý do: đi công tác theo Giấy mời số 18-GM/TU).",
        "4. Không tham gia bỏ phiếu: 01 người.",
        "- Bùi Thanh Tùng, Ủy viên (lý do: thủ trưởng đơn vị có người được xét, không tham gia mục số 2).",
        "5. Tổ kiểm phiếu gồm:",
        "- Phạm Công Tâm, Tổ trưởng.",
        "- Lê Hoàng Yến, Thành viên.",
        "- Đặng Hữu Phước, Thành viên.",
        "II. SỐ PHIẾU",
    ]
    _, papers, results, *_ = tables(made)
    assert papers == [
        ["Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Ý kiến bằng văn bản"],
        ["08", "08", "08", "00", "01"],
    ]
    assert [row[:4] + row[-1:] for row in results] == [
        ["TT", "Họ và tên, tên tập thể", "Chức danh, đơn vị", "Số phiếu đồng ý", "Tỉ lệ"],
        ["1", "Bà H’Hen Niê", "Chuyên viên, Sở Dân tộc và Tôn giáo", "8", "88,88%\n(8/9)"],
        ["2", "Chi bộ Trung tâm Phục vụ hành chính công tỉnh", "", "8", "88,88%\n(8/9)"],
        ["3", "Ông Trần Đức Hòa", "Bí thư Chi bộ, Sở Xây dựng", "5", "55,55%\n(5/9)"],
        ["4", "Ông Lâm Văn Út", "Trưởng ấp 5", "4", "44,44%\n(4/9)"],
    ]
    assert "Có 03/04 trường hợp đạt:" in said
    assert said[-1] == "Mã đối chiếu nhật ký: 7F3A-91C2-0B4E"


@pytest.mark.parametrize(
    ("approve", "base", "said"),
    ((4, 5, "80%"), (799, 1_000, "79,9%"), (79_999, 100_000, "79,99%"), (2, 3, "66,66%"), (0, 0, "")),
)
def test_a_share_is_never_rounded_up_over_a_threshold(approve, base, said):
    assert minutes.share(approve, base) == said


@pytest.mark.parametrize(
    ("change", "sentence"),
    (
        ({"returned": 9}, "thu về lớn hơn số phiếu phát ra"),
        ({"invalid": 1}, "khác số phiếu thu về"),
        ({"written": 2}, "lớn hơn số thành viên"),
    ),
)
def test_papers_that_do_not_reconcile_are_refused(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        minutes.count_record(replace(samples.COUNT, **change))


def test_the_code_of_the_log_may_stand_beside_its_qr():
    png = io.BytesIO()
    Image.new("1", (40, 40), 1).save(png, "PNG")
    made = minutes.count_record(replace(samples.COUNT, proof=Proof("7F3A", png.getvalue())))
    assert [
        part.blob for part in Document(io.BytesIO(made)).part.package.iter_parts() if part.partname.endswith(".png")
    ] == [png.getvalue()]


@pytest.mark.proves("F07.07")
def test_minutes_of_the_council():
    said = lines(minutes.meeting_minutes(samples.MINUTES))
    for line in (
        "Hội đồng thi đua - khen thưởng các cơ quan Đảng tỉnh: tổng số 09 thành viên theo Quyết định số 05-QĐ/ĐU, ngày 12/01/2026 của Ban Thường vụ Đảng ủy.",
        "1. Vũ Đình Khoa, Ủy viên (lý do: đi công tác theo Giấy mời số 18-GM/TU).",
        "Khách mời (không biểu quyết):",
        "III. Ý KIẾN THẢO LUẬN",
        "IV. KẾT QUẢ BIỂU QUYẾT",
        "NGƯỜI GHI BIÊN BẢN",
        "CHỦ TRÌ HỘI NGHỊ",
    ):
        assert line in said


def test_minutes_of_a_unit_of_another_track_use_its_words():
    said = lines(minutes.unit_minutes(samples.UNIT_MINUTES))
    assert said[-4:] == ["THƯ KÝ", "CHỦ TRÌ", "Đặng Hữu Phước", "Nguyễn Thị Minh Hạnh"]


def test_invitation_says_when_where_and_what():
    said = lines(meetings.invitation(samples.INVITATION))
    assert "Thời gian: 14 giờ 00, Thứ Tư, ngày 28 tháng 10 năm 2026." in said
    assert tables(meetings.invitation(samples.INVITATION))[1][1] == [
        "14:00",
        "Kiểm tra số người dự, thông qua chương trình",
        "Thư ký",
    ]


def test_ballots_are_all_alike_and_carry_no_number():
    made = tables(meetings.ballots(samples.BALLOTS))
    assert len(made) == 6
    assert made[0:2] == made[2:4] == made[4:6]
    assert made[1][0] == ["TT", "Họ và tên, tên tập thể", "Chức danh, đơn vị", "Hình thức", "Đồng ý", "Không đồng ý"]
    assert made[1][1] == ["1", "Ông Trần Đức Hòa", "Bí thư Chi bộ, Sở Xây dựng", "Giấy khen", "☐", "☐"]


@pytest.mark.parametrize("change", ({"items": ()}, {"options": ()}, {"copies": 0}))
def test_empty_ballots_are_refused(change):
    with pytest.raises(ValueError, match="Phiếu phải có"):
        meetings.ballots(replace(samples.BALLOTS, **change))


def test_meeting_goes_into_calendars_in_utc_and_short_lines():
    data = meetings.calendar_file(samples.INVITATION, "hop-2026-10-28@guong-sang").decode()
    assert {"DTSTART:20261028T070000Z", "DTEND:20261028T090000Z", "UID:hop-2026-10-28@guong-sang"} <= set(
        data.split("\r\n")
    )
    assert max(len(line.encode()) for line in data.split("\r\n")) <= 75
    assert "LOCATION:Phòng họp số 2\\, trụ sở Đảng ủy" in data.replace("\r\n ", "")


@pytest.mark.proves("F07.07")
def test_an_absent_member_gets_a_form_with_own_cases_options_place_to_sign_and_the_day_to_reply():
    made = opinions.opinion_forms(samples.OPINIONS)
    said = lines(made)
    for line in (
        "Kính gửi: Đồng chí Vũ Đình Khoa, Trưởng Ban Tổ chức, Ủy viên",
        "Kính gửi: Đồng chí Bùi Thanh Tùng, Chánh Văn phòng, Ủy viên",
        "Phiếu có chữ ký xin gửi về Thư ký Hội đồng, Văn phòng Đảng ủy chậm nhất ngày 27 tháng 10 năm 2026. Ý kiến được giữ riêng, "
        "tính một lần vào kết quả; biên bản ghi tên đồng chí đã gửi ý kiến.",
    ):
        assert line in said
    lists = [table for table in tables(made) if table[0][0] == "TT"]
    assert [len(each) - 1 for each in lists] == [4, 3]
    assert lists[1][0] == ["TT", "Họ và tên, tên tập thể", "Chức danh, đơn vị", "Hình thức", "Đồng ý", "Không đồng ý"]
    assert lists[1][1] == ["1", *lists[0][2][1:]]
    assert [line for line in said if line in ("Vũ Đình Khoa", "Bùi Thanh Tùng", "NGƯỜI CHO Ý KIẾN")] == [
        "NGƯỜI CHO Ý KIẾN", "Vũ Đình Khoa", "NGƯỜI CHO Ý KIẾN", "Bùi Thanh Tùng",
    ]  # fmt: skip


def test_a_state_organ_asks_in_its_own_words():
    said = lines(opinions.opinion_forms(replace(samples.OPINIONS, head=samples.STATE_DECISION.head)))
    assert "Kính gửi: Ông (bà) Vũ Đình Khoa, Trưởng Ban Tổ chức, Ủy viên" in said


@pytest.mark.parametrize("change", ({"sheets": ()}, {"options": ()}, {"sheets": (replace(samples.OPINIONS.sheets[0], items=()),)}))
def test_a_form_that_asks_nobody_or_nothing_is_refused(change):
    with pytest.raises(ValueError, match="Phiếu xin ý kiến phải có"):
        opinions.opinion_forms(replace(samples.OPINIONS, **change))
