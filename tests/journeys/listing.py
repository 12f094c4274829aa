"""A unit's list on its way to the shortlist: the file, the campaign that scores, what each person does on the way."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

from recognition.accounts import actions as accounts
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, Criterion
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from tests.journeys import office
from tests.journeys.screen import Screen
from tests.support import lists
from vietnamese import dates

CAMPAIGN = "Dân vận khéo trong cơ quan năm 2026"
CRITERIA = (
    Criterion("Kết quả kiểm chứng được", 50, "Có số liệu, có xác nhận"),
    Criterion("Cách làm sáng tạo", 30, "Mới ở đơn vị, làm được ở nơi khác"),
    Criterion("Sức lan toả", 20, "Bao nhiêu người, đơn vị làm theo"),
    Criterion("Được đơn vị khác học tập", 5, "", bonus=True),
)
DONE = {
    "Tổ Lái xe": "Phục vụ 412 chuyến công tác an toàn, tiết kiệm 18 triệu đồng tiền xăng dầu, giúp 6 hộ dân ở xã kết nghĩa sửa nhà sau bão.",
    "Hoàng Văn Đức": "Đưa 14 lượt người bệnh nghèo đi cấp cứu ngoài giờ, hướng dẫn 20 lái xe trẻ chạy an toàn, không để xảy ra va chạm nào.",
    "Trần Thị Thu Nguyệt": "Sắp xếp lại kho lưu trữ 3.200 hồ sơ, rút thời gian tìm một hồ sơ từ hai giờ xuống mười phút.",
    "Nguyễn Văn Bảy": "Tự sửa 46 thiết bị điện nước hỏng, tiết kiệm 32 triệu đồng, dạy nghề miễn phí cho 3 thanh niên.",
}  # fmt: skip
BACK = "Nguyễn Văn Bảy: tự sửa 46 thiết bị điện nước hỏng, tiết kiệm 32 triệu đồng, dạy nghề miễn phí cho 3 thanh niên"
#: What is wrong in it: a person of the list met by name only, a post that is missing, a unit written in short.
ROWS = (
    ("ĐẢNG BỘ VĂN PHÒNG TỈNH UỶ",), ("CHI BỘ PHÒNG QUẢN TRỊ",), (), ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",), (),
    ("TT", "Tên tập thể, họ và tên cá nhân", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích"),
    ("I", "Tập thể"),
    (1, "Tổ Lái xe", None, None, "Chi bộ Phòng Quản trị", "Giấy khen", DONE["Tổ Lái xe"]),
    ("II", "Cá nhân"),
    (1, "Ông Hoàng Văn Đức", None, "Lái xe", "Chi bộ Phòng Quản trị", "Giấy khen", DONE["Hoàng Văn Đức"]),
    (2, "Bà Trần Thị Thu Nguyệt", "17/08/1991", None, "Chi bộ Phòng Quản trị", "Giấy khen", DONE["Trần Thị Thu Nguyệt"]),
    (3, "Ông Nguyễn Văn Bảy", 1979, "Thợ điện", "CB Phòng QT", "Giấy khen", DONE["Nguyễn Văn Bảy"]),
    (), (None, "Tổng cộng: 01 tập thể, 03 cá nhân"), (None, None, None, None, None, "TM. CHI BỘ"), (None, None, None, None, None, "Lê Văn Tòng"),
)  # fmt: skip


def ground(administrator: Actor) -> None:
    """A campaign that scores, launched to every unit; the list's unit sends straight to the secretary."""
    with transaction(None) as t:
        account = t.value("select id from account where user_name = 'chau.tranminh'")
        issuer = t.value("select id from issuer")
        units = [row["id"] for row in t.all("select id from unit")]
        t.run("update unit set endorsement = 0 where code = 'CB-QT'")
    secretary = accounts.actor_for(UUID(str(account)))
    today = dates.today()
    made = campaigns.save(
        secretary,
        CampaignInput(issuer, CAMPAIGN, CampaignKind.REGULAR, today.replace(month=1, day=1), today.replace(month=12, day=31), criteria=CRITERIA),
    )
    campaigns.launch(secretary, made.id, made.version, units)
    assert administrator.account_id != secretary.account_id


def write(folder: Path) -> Path:
    """The file as the unit keeps it."""
    path = folder / "Danh sach de nghi.xlsx"
    path.write_bytes(lists.workbook({"Danh sách": ROWS}))
    return path


def hand_in(officer: Screen, folder: Path) -> None:
    """Read, with every row accounted for and nothing stored yet."""
    officer.menu("Nhập danh sách")
    officer.choose("Khen theo", CAMPAIGN)
    officer.check("Những người trong danh sách đã biết và đồng ý")
    officer.upload(write(folder))
    officer.click("Đọc danh sách")
    officer.title("Danh sach de nghi.xlsx")
    officer.see("1 nhập được", "2 cần trả lời", "1 cần sửa")


def mend(officer: Screen) -> None:
    """The two questions answered, the missing post typed; nothing that was right is asked about."""
    officer.see("Đã có 1 người cùng tên «Hoàng Văn Đức». Anh/chị cho biết là ai.")
    officer.check("Là Hoàng Văn Đức, sinh 12/03/1985, Lái xe, Chi bộ Phòng Quản trị")
    officer.click("Trả lời")
    officer.see("2 nhập được, 1 cần trả lời", "«CB Phòng QT» chưa có trong danh mục đơn vị.")
    officer.check("Chi bộ Phòng Quản trị")
    officer.click("Trả lời")
    officer.see("3 nhập được, 1 cần sửa", "Dòng 11 · Trần Thị Thu Nguyệt")
    officer.fill("Chức vụ, công việc", "Nhân viên lưu trữ")
    officer.click("Lưu và kiểm tra lại")
    officer.see("4 nhập được")
    officer.click("Nhập 4 dòng đúng")
    officer.agree("Nhập 4 dòng")
    officer.see("Đã lập 4 bản nháp hồ sơ.")


def send(officer: Screen, folder: Path) -> None:
    """Refused without the signed papers; each paper attached once for all four; sent."""
    officer.check("Hồ sơ đã lập (4)")
    officer.click("Gửi 4 hồ sơ")
    officer.see("Đã gửi 0 hồ sơ. 4 hồ sơ chưa gửi được.", "Hồ sơ này cần «Tờ trình đã ký».")
    officer.check("Hồ sơ đã lập (4)")
    officer.click("Giấy tờ chung, đính kèm bản đã ký")
    officer.title("Giấy tờ của đơn vị")
    for number, kind in enumerate(("Tờ trình đã ký", "Biên bản bình xét đã ký", "Báo cáo thành tích đã ký")):
        if not number:
            officer.rows(0, 1, 2, 3)
        officer.see("Đã chọn 4 trong 4 hồ sơ.")
        officer.choose("Tệp là", kind)
        officer.still()
        officer.upload(office.scan(folder / f"{kind}.pdf"))
        officer.click("Đính kèm vào 4 hồ sơ")
        officer.see(f"{kind}: đã đính kèm vào 4 hồ sơ.")
        officer.still()
    officer.menu("Nhập danh sách")
    officer.rows(0)
    officer.title("Danh sach de nghi.xlsx")
    officer.check("Hồ sơ đã lập (4)")
    officer.click("Gửi 4 hồ sơ")
    officer.see("Đã gửi 4 hồ sơ.")


def give_back(secretary: Screen, officer: Screen) -> None:
    """One case goes back with a reason on each of two fields; the others are accepted together."""
    secretary.menu("Thẩm định")
    secretary.rows(0)
    secretary.click("Mở hồ sơ")
    secretary.title(BACK)
    secretary.see("Hồ sơ đủ mọi điều kiện")
    secretary.click("Trả lại để sửa…")
    secretary.choose("Về phần nào", "Phần kể lại, báo cáo thành tích", "Việc, thành tích trong một câu")
    secretary.fill("Phần kể lại, báo cáo thành tích", "Nêu rõ 46 thiết bị nào, ai xác nhận.")
    secretary.fill("Việc, thành tích trong một câu", "Viết gọn, không quá một dòng.")
    secretary.agree("Trả lại để sửa")
    secretary.see("Trả lại để sửa")
    secretary.menu("Thẩm định")
    secretary.rows(0, 1, 2)
    secretary.click("Tiếp nhận 3 hồ sơ")
    secretary.see("Tiếp nhận: 3 trong 3 hồ sơ.")
    officer.menu("Việc cần làm")
    officer.see("Nêu rõ 46 thiết bị nào, ai xác nhận. Viết gọn, không quá một dòng.")


def send_again(officer: Screen, folder: Path) -> None:
    """Every reason stands at its field; what was mended is sent again, with a picture that proves a criterion."""
    officer.click("Sửa hồ sơ")
    officer.title(BACK)
    officer.see("Phần kể lại, báo cáo thành tích: Nêu rõ 46 thiết bị nào, ai xác nhận.", "Việc, thành tích trong một câu: Viết gọn, không quá một dòng.")
    officer.click("Sửa", exact=True)
    officer.title("Đề nghị thành tích")
    officer.see("Thư ký trả lại: Nêu rõ 46 thiết bị nào, ai xác nhận.", "Thư ký trả lại: Viết gọn, không quá một dòng.")
    officer.fill("Thành tích trong một câu", "Tự sửa 46 thiết bị điện nước")
    officer.fill("Tóm tắt thành tích", "Tự sửa 31 quạt, 9 máy bơm, 6 bình nóng lạnh, có sổ sửa chữa của Phòng Quản trị xác nhận.")
    officer.choose("Chứng minh cho tiêu chí", CRITERIA[0].name)
    officer.still()
    officer.upload(office.picture(folder / "so-sua-chua.jpg"))
    officer.see(f"Ảnh · {CRITERIA[0].name}")
    officer.still()
    officer.click("Gửi thư ký")
    officer.title("Nguyễn Văn Bảy: tự sửa 46 thiết bị điện nước")


def see_difference(secretary: Screen) -> None:
    """The secretary sees what changed, then accepts."""
    secretary.menu("Việc cần làm")
    secretary.click("Tiếp nhận", exact=True)
    secretary.title("Nguyễn Văn Bảy: tự sửa 46 thiết bị điện nước")
    secretary.check("Lần gửi (2)")
    secretary.see("Trước: Tự sửa 46 thiết bị điện nước hỏng", "Nay: Tự sửa 46 thiết bị điện nước")
    secretary.see(f"Ảnh: so-sua-chua (chứng minh cho «{CRITERIA[0].name}»)")
    secretary.check("Minh chứng (4)")
    secretary.see("Theo tiêu chí")
    secretary.check("Lịch sử")
    secretary.see("Nêu rõ 46 thiết bị nào, ai xác nhận.")
    secretary.click("Tiếp nhận", exact=True)
    secretary.see("Đang thẩm định")


def deal(secretary: Screen) -> None:
    """Every case to two reviewers; one of the nominating unit is never offered its own cases."""
    secretary.menu("Giao và theo dõi chấm điểm")
    secretary.check("Giao chấm")
    secretary.choose("Người chấm", "Đỗ Quốc Khánh", "Vũ Đình Nghĩa", "Lê Văn Tòng")
    secretary.still()
    secretary.click("Giao chấm", exact=True)
    secretary.see("Đã giao 8 phiếu chấm.", "Người chấm (0/8 phiếu)")


def score(reviewer: Screen, points: dict[str, tuple[int, int, int]]) -> None:
    """One sheet per recipient, typed by the keyboard and locked; the first sheet without a line is refused."""
    for number, (name, given) in enumerate(points.items()):
        reviewer.menu("Chấm điểm")
        row = reviewer.page.get_by_test_id("stHorizontalBlock").filter(has=reviewer.page.get_by_text(re.compile(f"^{name}: "))).last
        reviewer.click("Chấm điểm", inside=row)
        reviewer.page.get_by_role("heading", level=1, name=re.compile(f"^{name}: ")).wait_for()
        reviewer.see("Tổng điểm hiện khi mọi tiêu chí đã có điểm.")
        if not number:
            reviewer.fill("Điểm tiêu chí 1, tối đa 50", str(given[0]))
            reviewer.click("Chốt phiếu")
            reviewer.see("Còn 2 tiêu chí chưa có điểm: «Cách làm sáng tạo», «Sức lan toả».")
        reviewer.page.get_by_label("Điểm tiêu chí 1, tối đa 50").click()
        for value in given:
            reviewer.page.keyboard.press("Control+A")
            reviewer.page.keyboard.type(str(value))
            reviewer.page.keyboard.press("Tab")
        reviewer.click("Chốt phiếu")
        reviewer.see(f"{sum(given)} điểm · mức đạt 75")


def score_in_the_table(reviewer: Screen, *points: int) -> None:
    """The first case's row of the table of all open sheets, by the keyboard alone; what is whole is locked."""
    reviewer.menu("Chấm điểm")
    reviewer.check("Chấm trên bảng")
    reviewer.still()
    reviewer.see("4 hồ sơ chưa chốt trong 4 hồ sơ được giao.")
    reviewer.line([str(each) for each in points])
    reviewer.page.wait_for_timeout(1_000)  # the table sends its last cell a moment after it was left
    reviewer.click("Lưu, chốt những phiếu đủ điểm", hold=150)
    reviewer.see("3 hồ sơ chưa chốt trong 4 hồ sơ được giao.")
    reviewer.still()
    reviewer.check("Từng hồ sơ")


def abstain(reviewer: Screen, name: str) -> None:
    """Not a zero: the case is left to the others."""
    reviewer.menu("Chấm điểm")
    row = reviewer.page.get_by_test_id("stHorizontalBlock").filter(has=reviewer.page.get_by_text(re.compile(f"^{name}: "))).last
    reviewer.click("Chấm điểm", inside=row)
    reviewer.page.get_by_role("link", name="so-sua-chua").wait_for()
    reviewer.click("Không chấm hồ sơ này…")
    reviewer.fill("Lý do", "Là bạn học cũ của người được đề nghị.")
    reviewer.agree("Không chấm")
    reviewer.see("Anh/chị đã ghi không chấm")


def look_at_scores(secretary: Screen) -> None:
    """Progress, a reminder, how strict each one is, how far the totals lie apart."""
    secretary.menu("Giao và theo dõi chấm điểm")
    secretary.check("Người chấm (6/8 phiếu)")
    secretary.see("4/4 phiếu", "2/4 phiếu", "chặt hơn người khác 2,5 điểm trên cùng hồ sơ")
    secretary.click("Nhắc")
    secretary.see("Đã nhắc Vũ Đình Nghĩa.")


def shortlist(secretary: Screen) -> None:
    """A quota with its paper; by score, as many as it allows, the next one refused with the rule's words."""
    secretary.menu("Danh sách và hạn mức")
    secretary.page.get_by_text("Đặt hạn mức", exact=True).click()
    secretary.fill("Số lượng", "2")
    secretary.choose("Cho", "Cá nhân")
    secretary.fill("Theo văn bản", "Kế hoạch 0125/KH-ĐU, mục IV")
    secretary.click("Đặt hạn mức này")
    secretary.see("Nhiều nhất 2 cá nhân", "0 trong 2, còn 2 chỗ", "Theo điểm thì vào: TT-")
    secretary.rows(0, 1, 2, 3)
    secretary.click("Đưa 4 hồ sơ vào danh sách")
    secretary.see("Đã vào danh sách · 3", "2 trong 2, vừa đủ", "Nhiều nhất 2 cá nhân (Kế hoạch 0125/KH-ĐU, mục IV): Cả phong trào đã đủ 2.")


def learn(officer: Screen) -> None:
    """The officer sees where each of the four stands now."""
    officer.menu("Đề nghị khen thưởng")
    officer.see("Đã vào danh sách · 3", "Đang thẩm định · 1")
    officer.menu("Việc cần làm")
    officer.see("Hồ sơ anh/chị đã đề nghị · 4")
