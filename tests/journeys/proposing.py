"""The road's first half: the office set up, a campaign, a model, a deed nominated, endorsed and screened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys import office
from tests.journeys.screen import Screen
from tests.support import server as servers

CASE = "Hoàng Văn Đức: cứu hai học sinh đuối nước trên sông Lam"
SENTENCE = "Đã có việc làm tốt: cứu hai học sinh đuối nước trên sông Lam"
STORY = "Buổi chiều, anh Đức thấy hai học sinh bị nước cuốn, đã lao xuống đưa cả hai vào bờ, sơ cứu rồi gọi xe đưa đến bệnh viện."
CAMPAIGN = "Dân vận khéo năm 2026"
BOXES = (
    "2. Thực trạng, lý do", "3. Mục tiêu, tiêu chí", "4. Nội dung, cách thức", "5. Địa bàn, đối tượng", "6. Lực lượng thực hiện", "7a. Thời gian thực hiện",
    "7b. Nguồn lực", "8. Sản phẩm, kết quả đầu ra", "9. Khả năng duy trì, nhân rộng",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """What differs where the road is walked: an empty installation, or the sample with its year of other people's cases."""

    sign: str = "ĐUCCQ"
    """How the organ signs its numbers."""
    signer: str = "Lê Quang Vinh"
    units: Sequence[tuple[str, ...]] = office.UNITS
    """The rows of units in the workbook."""
    all_units: str = "4"
    organ: str = ""
    """To whom a spot case is sent, where there are several organs."""
    number: int = 45
    """Of the first decision; the second takes the next."""
    sample: bool = False

    def decision(self, after: int = 0) -> str:
        """The number of the first decision or one after it, as it is written."""
        return f"{self.number + after}-QĐ/{self.sign}"


EMPTY = Place()
SAMPLE = Place("ĐU", "Trần Quốc Khánh", office.UNITS[1:], "43", "ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH", 945, sample=True)


class Road:
    """The people on it, each with a browser; what they hold in their hands."""

    def __init__(self, browser: object, server: servers.Server, folder: Path, place: Place = EMPTY) -> None:
        self.browser, self.server, self.folder, self.place = browser, server, folder, place
        self.faults: list[str] = []
        self.english: dict[str, list[str]] = {}
        self.codes: dict[str, str] = {}

    def somebody(self, user_name: str = "", **named: object) -> Screen:
        """A new browser; signed in by the code of the slip when a name is given."""
        screen = Screen(self.browser, self.server, self.faults, **named)
        if user_name:
            screen.first_time(user_name, self.codes[user_name])
        return screen

    def words(self, screen: Screen) -> None:
        """Note what nobody translated on this screen."""
        found = screen.english()
        if found:
            self.english[screen.page.url] = found


def begin(road: Road) -> Screen:
    """Set-up by the code; units, people and accounts from one workbook; slips with codes."""
    administrator = road.somebody()
    (look_around if road.place.sample else servers.set_up)(road.server, administrator.page)
    administrator.menu("Nhập từ Excel")
    file = road.folder / "nhap.xlsx"
    file.write_bytes(office.workbook(administrator.download("Tải tệp mẫu"), sign=road.place.sign, units=road.place.units))
    administrator.upload(file)
    units, people, accounts = len(road.place.units), len(office.PEOPLE), len(office.ACCOUNTS)
    administrator.see("3. Xem trước", f"{units} sẽ thêm", f"{people} sẽ thêm", f"{accounts} sẽ thêm")
    administrator.click(f"Lưu {units + people + accounts} dòng đúng")
    administrator.agree(f"Lưu {units + people + accounts} dòng")
    administrator.see(f"Đã lưu {units} đơn vị, {people} người, {accounts} tài khoản.", "Mã dùng một lần")
    facts = administrator.page.get_by_test_id("stMain").locator("dd").all_inner_texts()
    road.codes = dict(zip(facts[1::4], facts[2::4], strict=True))
    assert sorted(road.codes) == sorted(user_name for _, user_name, *_ in office.ACCOUNTS)
    slips = administrator.download("Tải 6 phiếu (Word)")
    assert all(code in office.text_of(slips) for code in (*road.codes.values(), road.server.url))
    road.words(administrator)
    return administrator


def look_around(server: servers.Server, page: Any) -> None:
    """From set-up into the sample, as its administrator."""
    page.goto(f"{server.url}/thiet-lap")
    page.fill("#code", server.set_up_code)
    page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
    page.locator("form.people").get_by_role("button", name="Quản trị").click(timeout=240_000)
    page.get_by_role("heading", name="Việc cần làm").wait_for()


def launch(road: Road, secretary: Screen) -> None:
    """A campaign, down to every unit."""
    secretary.menu("Phong trào thi đua")
    secretary.click("Phong trào mới")
    secretary.title("Phong trào mới")
    secretary.fill("Tên phong trào", CAMPAIGN)
    secretary.fill("Mục đích, yêu cầu", "Biểu dương những việc làm vì dân của cán bộ, đảng viên.")
    secretary.date("Gửi đề nghị khen thưởng", f"31/12/{office.year()}")
    secretary.still()
    secretary.click("Lưu", exact=True)
    secretary.title(CAMPAIGN)
    secretary.click("Phát động…")
    secretary.agree("Phát động")
    secretary.see("Đang diễn ra", "Đơn vị tham gia", f"0/{road.place.all_units} đơn vị đã tham gia")
    road.words(secretary)


def model(nominator: Screen, secretary: Screen) -> None:
    """A «Dân vận khéo» model: registered, approved, carried out, reported."""
    nominator.menu("Mô hình Dân vận khéo")
    nominator.click("Đăng ký mô hình")
    nominator.title("Đăng ký mô hình Dân vận khéo")
    nominator.fill("1. Tên mô hình", "Một cửa thân thiện")
    nominator.choose("Lĩnh vực", "Xây dựng hệ thống chính trị")
    for box in BOXES:
        nominator.fill(box, f"Nêu rõ {box[3:].lower()}, có số liệu và người chịu trách nhiệm.")
    nominator.see("10 trong 10 ô")
    nominator.click("Gửi đăng ký")
    nominator.title("Một cửa thân thiện")
    secretary.work("Xem, duyệt", "Một cửa thân thiện")
    secretary.title("Một cửa thân thiện")
    secretary.click("Duyệt đăng ký")
    secretary.see("Đã duyệt")
    nominator.page.reload()
    nominator.click("Triển khai")
    nominator.see("Đang triển khai")
    nominator.click("Báo cáo kết quả năm…")
    nominator.fill("Kết quả thực hiện trong năm", "Giải quyết đúng hẹn 98 % hồ sơ, không có khiếu nại.")
    nominator.fill("Điểm tự chấm (trên 100)", "87,5")
    nominator.agree("Gửi báo cáo")
    nominator.see("Đã tự chấm")


def nominate(road: Road, nominator: Screen) -> None:
    """A good deed, typed; a draft, the unit's papers, a picture, signed scans; then sent."""
    nominator.menu("Nêu gương việc tốt")
    nominator.fill("Họ và tên", "Hoàng Văn Đức")
    nominator.see("Có 1 người cùng tên trong danh sách.")
    nominator.page.get_by_test_id("stRadio").get_by_text("Hoàng Văn Đức, sinh 12/03/1985, Lái xe, Chi bộ Phòng Quản trị").click()
    nominator.fill("Việc tốt trong một câu", "Cứu hai học sinh đuối nước trên sông Lam")
    nominator.date("Ngày làm việc tốt", office.today())
    nominator.fill("Nơi làm", "Bến đò Cửa Tiền")
    nominator.fill("Kể lại việc làm", STORY)
    nominator.fill("Một, hai câu là đủ", "Hành động dũng cảm, kịp thời, được nhân dân trong vùng biểu dương.")
    nominator.choose("Khen theo", CAMPAIGN)
    nominator.check("Người được đề nghị đã biết và đồng ý")
    nominator.check("Đồng ý để công bố gương này")
    nominator.fill("Căn cứ công bố", "Đồng ý bằng văn bản ngày 25/11/2026")
    nominator.click("Lưu nháp")
    nominator.see(re.compile(rf"Sửa hồ sơ VT-{office.year()}-\d{{4}}\."))
    nominator.still()
    assert "Hoàng Văn Đức" in office.text_of(nominator.download("Tờ trình"))
    attach(nominator, "Ảnh", office.picture(road.folder / "cuu-nguoi.jpg"), 1)
    for number, kind in enumerate(("Tờ trình đã ký", "Biên bản bình xét đã ký", "Báo cáo thành tích đã ký"), 2):
        attach(nominator, kind, office.scan(road.folder / f"scan-{number}.pdf"), number)
    nominator.see("Đủ để gửi")
    road.words(nominator)
    nominator.click("Gửi cấp uỷ xác nhận")
    nominator.title(CASE)
    nominator.see("Minh chứng (4)", "Đã gửi")


def attach(nominator: Screen, kind: str, file: Path, there: int) -> None:
    """One file of a kind; afterwards `there` files hang on the case."""
    nominator.choose("Tệp sắp tải lên là", kind)
    nominator.still()
    nominator.upload(file)
    files = nominator.page.get_by_text(re.compile(r"· \d+ KB"))
    files.nth(there - 1).wait_for()
    nominator.still()
    assert files.count() == there


def endorse(nominator: Screen, leader: Screen) -> None:
    """Sent back inside the unit, mended, endorsed."""
    leader.work("Xem, xác nhận", CASE)
    leader.title(CASE)
    leader.click("Trả lại người lập…")
    leader.fill("Cần sửa gì", "Nêu rõ ai chứng kiến.")
    leader.agree("Trả lại")
    leader.see("Trả lại để sửa")
    nominator.work("Sửa hồ sơ", CASE)
    nominator.title(CASE)
    nominator.see("Nêu rõ ai chứng kiến.")
    nominator.click("Sửa", exact=True)
    nominator.title("Nêu gương việc tốt")
    nominator.fill("Ai chứng kiến, xác nhận", "Ông Nguyễn Văn Bảy, chủ đò")
    confirm(nominator, leader)


def confirm(nominator: Screen, leader: Screen) -> None:
    """Sent again and endorsed."""
    nominator.click("Gửi cấp uỷ xác nhận")
    nominator.title(CASE)
    leader.page.reload()
    leader.title(CASE)
    leader.click("Xác nhận", exact=True)
    leader.see("Cấp uỷ đã xác nhận")


def screen(secretary: Screen, words: str) -> None:
    """Open the case that these words find among those that wait for screening."""
    secretary.menu("Thẩm định")
    secretary.search(words)
    secretary.rows(0)
    secretary.click("Mở hồ sơ")


def screening(road: Road, secretary: Screen, nominator: Screen, leader: Screen) -> None:
    """Returned with a reason on its field, mended with another picture, accepted, shortlisted."""
    screen(secretary, "nước trên sông Lam")
    secretary.title(CASE)
    secretary.see("Hồ sơ đủ mọi điều kiện")
    secretary.click("Trả lại để sửa…")
    secretary.choose("Về phần nào", "Minh chứng, giấy tờ")
    secretary.fill("Minh chứng, giấy tờ", "Bổ sung ảnh chụp tại bến đò.")
    secretary.agree("Trả lại để sửa")
    secretary.see("Trả lại để sửa")
    nominator.work("Sửa hồ sơ", CASE)
    nominator.title(CASE)
    nominator.see("Minh chứng, giấy tờ: Bổ sung ảnh chụp tại bến đò.")
    nominator.click("Sửa", exact=True)
    nominator.title("Nêu gương việc tốt")
    attach(nominator, "Ảnh", office.picture(road.folder / "ben-do.jpg", 120), 5)
    confirm(nominator, leader)
    secretary.page.reload()
    secretary.title(CASE)
    secretary.see("Lần gửi (3)")
    secretary.click("Tiếp nhận", exact=True)
    secretary.see("Đang thẩm định")
    secretary.click("Đưa vào danh sách", exact=True)
    secretary.see("Đã vào danh sách")
    road.words(secretary)
