"""One example's whole road on an empty installation, in Chromium, by people in browsers of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp

from tests.journeys import office
from tests.journeys.screen import PHONE, Screen
from tests.support import server as servers

pytestmark = [pytest.mark.browser, pytest.mark.prove]

CASE = "Hoàng Văn Đức: cứu hai học sinh đuối nước trên sông Lam"
SPOT = "Phan Thị Mỹ Dung: trả lại 85.000.000 đồng nhặt được tại trụ sở"
SENTENCE = "Đã có việc làm tốt: cứu hai học sinh đuối nước trên sông Lam"
CAMPAIGN = "Dân vận khéo năm 2026"
BOXES = (
    "2. Thực trạng, lý do", "3. Mục tiêu, tiêu chí", "4. Nội dung, cách thức", "5. Địa bàn, đối tượng", "6. Lực lượng thực hiện", "7. Thời gian thực hiện",
    "7. Nguồn lực", "8. Sản phẩm, kết quả đầu ra", "9. Khả năng duy trì, nhân rộng",
)  # fmt: skip
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


class Road:
    """The people on it, each with a browser; what they hold in their hands."""

    def __init__(self, browser: object, server: servers.Server, folder: Path) -> None:
        self.browser, self.server, self.folder = browser, server, folder
        self.faults: list[str] = []
        self.english: dict[str, list[str]] = {}
        self.codes: dict[str, str] = {}

    def somebody(self, user_name: str = "", **named: object) -> Screen:
        """A new browser; signed in by the code of the slip when a name is given."""
        screen = Screen(self.browser, self.server, self.faults, **named)  # type: ignore[arg-type]
        if user_name:
            screen.first_time(user_name, self.codes[user_name])
        return screen

    def words(self, screen: Screen) -> None:
        """Note what nobody translated on this screen."""
        found = screen.english()
        if found:
            self.english[screen.page.url] = found


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    folder = tmp_path_factory.mktemp("road")
    port = servers.free_port()
    with servers.running(folder / "data", port=port, GUONG_SANG_PUBLIC_URL=f"http://127.0.0.1:{port}") as server, servers.chromium() as browser:
        yield Road(browser, server, folder)


@pytest.mark.proves("S5", "F01.01", "F01.02", "F07.03", "F08.01", "F09.01", "F10.01", "F16.01", "N01")
def test_from_an_empty_computer_to_a_certificate_that_anybody_can_verify(road: Road) -> None:
    administrator = begin(road)
    secretary = road.somebody("chau.tranminh")
    nominator = road.somebody("uoc.nguyenthi")
    leader_of_unit = road.somebody("tong.levan")
    clerk, teller, leader = road.somebody("khanh.doquoc"), road.somebody("nghia.vudinh"), road.somebody("vinh.lequang")
    launch(road, secretary)
    model(nominator, secretary)
    nominate(road, nominator)
    endorse(nominator, leader_of_unit)
    screening(road, secretary, nominator, leader_of_unit)
    meet(secretary, clerk, teller)
    decide(road, secretary)
    paper = issue(road, clerk, "45-QĐ/ĐUCCQ", "1 giấy khen sẽ nhận số 001 của sổ năm", "1 giấy khen đã cấp")
    verify(road, paper)
    publish(road, secretary)
    look_back(road, leader)
    spot(road, nominator, leader_of_unit, secretary, clerk)
    last_year(road, secretary, clerk)
    administrator.menu("Nhật ký")
    road.words(administrator)
    assert [screen.errors() for screen in (administrator, secretary, nominator, leader_of_unit, clerk, teller, leader)] == [[]] * 7
    assert (road.faults, road.english) == ([], {})


def begin(road: Road) -> Screen:
    """Set-up by the code; units, people and accounts from one workbook; slips with codes."""
    administrator = road.somebody()
    servers.set_up(road.server, administrator.page)
    administrator.menu("Nhập từ Excel")
    file = road.folder / "nhap.xlsx"
    file.write_bytes(office.workbook(administrator.download("Tải tệp mẫu")))
    administrator.upload(file)
    administrator.see("3. Xem trước", "4 sẽ thêm", "8 sẽ thêm", "6 sẽ thêm")
    administrator.click("Lưu 18 dòng đúng")
    administrator.agree("Lưu 18 dòng")
    administrator.see("Đã lưu 4 đơn vị, 8 người, 6 tài khoản.", "Mã dùng một lần")
    facts = administrator.page.get_by_test_id("stMain").locator("dd").all_inner_texts()
    road.codes = dict(zip(facts[1::4], facts[2::4], strict=True))
    assert sorted(road.codes) == sorted(user_name for _, user_name, *_ in office.ACCOUNTS)
    slips = administrator.download("Tải 6 phiếu (Word)")
    assert all(code in office.text_of(slips) for code in (*road.codes.values(), road.server.url))
    road.words(administrator)
    return administrator


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
    secretary.see("Đang diễn ra", "Đơn vị tham gia · 0/4")
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
    secretary.menu("Việc cần làm")
    secretary.click("Xem, duyệt")
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
    nominator.fill("Kể lại việc làm", "Buổi chiều, anh Đức thấy hai học sinh bị nước cuốn, đã lao xuống đưa cả hai vào bờ, sơ cứu rồi gọi xe đưa đến bệnh viện.")
    nominator.fill("Một, hai câu là đủ", "Hành động dũng cảm, kịp thời, được nhân dân trong vùng biểu dương.")
    nominator.choose("Khen theo", CAMPAIGN)
    nominator.check("Người được đề nghị đã biết và đồng ý")
    nominator.check("Đồng ý để công bố gương này")
    nominator.fill("Căn cứ công bố", "Đồng ý bằng văn bản ngày 25/11/2026")
    nominator.click("Lưu nháp")
    nominator.see(f"Sửa hồ sơ VT-{office.year()}-0001.")
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
    leader.menu("Việc cần làm")
    leader.click("Xem, xác nhận")
    leader.title(CASE)
    leader.click("Trả lại người lập…")
    leader.fill("Cần sửa gì", "Nêu rõ ai chứng kiến.")
    leader.agree("Trả lại")
    leader.see("Trả lại để sửa")
    nominator.menu("Việc cần làm")
    nominator.click("Sửa hồ sơ")
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


def screening(road: Road, secretary: Screen, nominator: Screen, leader: Screen) -> None:
    """Returned with a reason on its field, mended with another picture, accepted, shortlisted."""
    secretary.menu("Thẩm định")
    secretary.rows(0)
    secretary.click("Mở hồ sơ")
    secretary.title(CASE)
    secretary.see("Hồ sơ đủ mọi điều kiện")
    secretary.click("Trả lại để sửa…")
    secretary.choose("Về phần nào", "Minh chứng, giấy tờ")
    secretary.fill("Minh chứng, giấy tờ", "Bổ sung ảnh chụp tại bến đò.")
    secretary.agree("Trả lại để sửa")
    secretary.see("Trả lại để sửa")
    nominator.menu("Việc cần làm")
    nominator.click("Sửa hồ sơ")
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


def member(secretary: Screen, number: int, name: str, post: str, role: str = "", account: bool = False) -> None:
    """One more member of the council, the `number`-th."""
    if not secretary.page.get_by_label("Chức vụ, đơn vị").is_visible():
        secretary.page.get_by_text("Thêm, sửa thành viên").click()
    secretary.fill("Họ và tên", name)
    secretary.fill("Chức vụ, đơn vị", post)
    if role:
        secretary.choose("Vai trò trong Hội đồng", role)
    if account:
        secretary.choose("Tài khoản để xem hồ sơ", name)
    secretary.click("Ghi thành viên")
    secretary.see(f"{number} thành viên biểu quyết")
    secretary.still()


def meet(secretary: Screen, clerk: Screen, teller: Screen) -> None:
    """The council founded; a session called and attended; the vote counted twice on paper, differing once."""
    secretary.menu("Hội đồng")
    for label, text in (("Quyết định thành lập số", "12-QĐ/ĐU"), ("Ngày quyết định", "10/03/2026"), ("Hoạt động từ", "10/03/2026")):
        secretary.fill(label, text)
    secretary.click("Lập Hội đồng")
    secretary.see("Quyết định số 12-QĐ/ĐU, ngày 10 tháng 3 năm 2026 · 0 thành viên biểu quyết")
    secretary.still()
    member(secretary, 1, "Lê Quang Vinh", "Bí thư Đảng uỷ", "Chủ tịch Hội đồng", account=True)
    member(secretary, 2, "Bùi Hồng Bình", "Chủ nhiệm Uỷ ban Kiểm tra", "Phó Chủ tịch Hội đồng")
    member(secretary, 3, "Trần Minh Châu", "Chuyên viên Văn phòng Đảng uỷ", "Thư ký")
    member(secretary, 4, "Vũ Đình Nghĩa", "Chuyên viên", account=True)
    member(secretary, 5, "Mai Hoàng Phong", "Chánh Văn phòng Đảng uỷ")
    plan(secretary)
    attend(secretary)
    count(clerk, 1, 4, "Nhập kết quả")
    clerk.see("Anh/chị đã nhập. Đang chờ người kiểm phiếu kia.")
    count(teller, 2, 3, "Nhập kết quả")
    teller.see("Hai kết quả khác nhau ở 2 chỗ. Tổ kiểm phiếu cùng đếm lại; người đếm sai nhập lại.")
    count(teller, 2, 4, "Nhập lại kết quả")
    teller.see("Hai kết quả khớp nhau. Thư ký có thể kết thúc phiên họp.")
    secretary.page.reload()
    secretary.click("Kết thúc phiên họp…")
    secretary.fill("Giờ kết thúc", "10:30")
    secretary.fill("Ý kiến tại phiên họp, ghi vào biên bản", "Các thành viên thống nhất đề nghị tặng Giấy khen.")
    secretary.agree("Kết thúc phiên họp")
    secretary.see("Kết quả: 1 trong 1 trường hợp đạt", "4 đồng ý, 0 không đồng ý; cần 3 trên 5", "Phiếu phát ra 4, thu về 4, hợp lệ 4, không hợp lệ 0.")


def plan(secretary: Screen) -> None:
    """The agenda, the rule with its basis, the tellers; called."""
    secretary.menu("Phiên họp Hội đồng")
    secretary.click("Phiên họp mới")
    secretary.title("Phiên họp mới")
    secretary.fill("Ngày họp", office.today())
    secretary.fill("Địa điểm", "Phòng họp số 1")
    secretary.click("Chuẩn bị phiên họp")
    secretary.see("Hồ sơ trong danh sách chờ trình họp (1)")
    secretary.click("Đưa cả 1 hồ sơ vào chương trình")
    secretary.see("Chương trình: 1 trường hợp")
    secretary.still()
    bases = secretary.page.get_by_label("Căn cứ", exact=True)
    bases.nth(0).fill("Điều 5 Quy chế hoạt động của Hội đồng")
    bases.nth(1).fill("Quyết định 16-QĐ/ĐU ngày 02/02/2026")
    secretary.click("Ghi quy tắc")
    secretary.page.get_by_text("còn thiếu căn cứ").wait_for(state="hidden")
    secretary.still()
    secretary.choose("Người kiểm phiếu", "Đỗ Quốc Khánh", "Vũ Đình Nghĩa")
    secretary.click("Ghi tổ kiểm phiếu")
    secretary.see("Tổ kiểm phiếu: Đỗ Quốc Khánh, Vũ Đình Nghĩa")
    secretary.still()
    secretary.click("Triệu tập", exact=True)
    secretary.see("Bước tiếp theo: mở bỏ phiếu.")


def attend(secretary: Screen) -> None:
    """One is away, with the reason; the quorum holds; the vote opens."""
    row = secretary.page.get_by_test_id("stHorizontalBlock").filter(has=secretary.page.get_by_text("Mai Hoàng Phong", exact=True)).last
    row.get_by_text("Vắng", exact=True).click()
    secretary.fill("Lý do vắng của Mai Hoàng Phong", "đi công tác tỉnh bạn")
    secretary.click("Ghi điểm danh")
    secretary.see("Điểm danh: 4 trong 5 dự họp", "Đủ, cần ")
    secretary.still()
    secretary.click("Mở bỏ phiếu")
    secretary.see("Đỗ Quốc Khánh: chưa nhập", "Vũ Đình Nghĩa: chưa nhập")


def count(teller: Screen, number: int, approve: int, button: str) -> None:
    """A teller types what came out of the box: four papers."""
    if not teller.page.get_by_text("Kết quả kiểm phiếu").count():
        teller.menu("Việc cần làm")
        teller.page.reload()
        teller.click("Nhập kết quả")
    teller.see(f"Kết quả kiểm phiếu, người kiểm phiếu số {number}")
    for label, value in (("Phát ra", 4), ("Thu về", 4), ("Hợp lệ", 4), ("Không hợp lệ", 0)):
        teller.fill(f"{label} (phiếu)", str(value))
    for label, value in (("Đồng ý", approve), ("Không đồng ý", 4 - approve), ("Dòng không hợp lệ", 0)):
        teller.fill(label, str(value))
    teller.click(button, exact=True)


def decide(road: Road, secretary: Screen) -> None:
    """Drafted from the session, as Word; recorded under a number and today's date."""
    secretary.click("Lập dự thảo quyết định")
    secretary.title("Dự thảo quyết định")
    secretary.click("Khen thưởng 1 trường hợp")
    secretary.title("Dự thảo quyết định khen thưởng")
    assert "Tặng Giấy khen cho 01 cá nhân" in office.text_of(secretary.download("Quyết định và danh sách (Word)"))
    secretary.fill("Số", "45")
    secretary.click("Vào số…")
    secretary.see("Quyết định số 45-QĐ/ĐUCCQ. 1 trường hợp trở thành «Đã khen»")
    secretary.agree("Vào số")
    secretary.title("Quyết định số 45-QĐ/ĐUCCQ")
    secretary.see("1. Ông Hoàng Văn Đức", SENTENCE)
    road.words(secretary)


def issue(road: Road, clerk: Screen, decision: str, numbers: str, done: str) -> bytes:
    """The clerk takes the numbers and downloads the PDF to print."""
    clerk.menu("Giấy khen")
    clerk.page.reload()
    clerk.see(f"Quyết định số {decision}")
    clerk.click("Cấp giấy khen")
    clerk.title(f"Giấy khen theo Quyết định số {decision}")
    clerk.see("Mọi giấy đều in được: đủ chữ, đủ chỗ, không lỗi phông.")
    clerk.click("Cấp giấy khen…")
    clerk.see(numbers)
    clerk.agree("Cấp giấy khen")
    clerk.see(done)
    road.words(clerk)
    return clerk.download("Tải PDF để in")


def verify(road: Road, paper: bytes) -> None:
    """On a phone, without sign-in: by the code that is printed, and by the square."""
    pages = pypdf.PdfReader(io.BytesIO(paper)).pages
    written = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    for words in ("GIẤY KHEN", "Hoàng Văn Đức", "Lái xe, Chi bộ Phòng Quản trị", SENTENCE, "Quyết định số 45-QĐ/ĐUCCQ", "T/M BAN THƯỜNG VỤ", "Lê Quang Vinh"):
        assert words in written
    found = CODE.search(written)
    assert found is not None
    squares = zxingcpp.read_barcodes(pypdfium2.PdfDocument(paper)[0].render(scale=300 / 72).to_pil())
    assert len(squares) == 1
    assert squares[0].text.lower().startswith(road.server.url)
    anyone = road.somebody(viewport=PHONE, is_mobile=True, has_touch=True)
    anyone.open("/xac-thuc")
    anyone.page.fill("#certificate", found.group())
    anyone.page.get_by_role("button", name="Tra").click()
    anyone.see("Giấy khen này là thật", "Ông Hoàng Văn Đức", SENTENCE)
    assert anyone.sideways() <= 0
    anyone.page.goto(squares[0].text)
    anyone.see("Giấy khen này là thật", "Ông Hoàng Văn Đức", SENTENCE)
    anyone.open("/xac-thuc")
    anyone.page.fill("#certificate", "AAAA-BBBB-CCCC-DDDD")
    anyone.page.get_by_role("button", name="Tra").click()
    anyone.see("Không có giấy khen nào mang mã này")
    road.words(anyone)
    anyone.context.close()


def publish(road: Road, secretary: Screen) -> None:
    """Shown to everybody by the recorded consent; gone at once when it is taken back."""
    anyone = road.somebody(viewport=PHONE, is_mobile=True, has_touch=True)
    secretary.menu("Gương đã công bố")
    secretary.click("Công bố", exact=True)
    secretary.see("Người được khen đồng ý: Đồng ý bằng văn bản ngày 25/11/2026")
    anyone.open("/guong-sang")
    anyone.see("1 gương.", "Ông Hoàng Văn Đức", SENTENCE)
    secretary.click("Gỡ…")
    secretary.fill("Ai yêu cầu, vì sao", "Ông Đức đề nghị bằng điện thoại")
    secretary.agree("Gỡ công bố")
    anyone.page.reload()
    anyone.see("Chưa có gương nào được công bố.")
    anyone.context.close()


def look_back(road: Road, leader: Screen) -> None:
    """The dashboard counts it; search finds the person without marks; the history keeps it."""
    leader.menu("Toàn cảnh")
    leader.see("Người và tập thể được khen", "3 đơn vị chưa nêu gương nào")
    leader.page.get_by_test_id("stMetricValue").filter(has_text=re.compile("^1$")).first.wait_for()
    road.words(leader)
    leader.menu("Tra cứu")
    box = leader.page.get_by_test_id("stMain").get_by_role("searchbox")
    box.fill("hoang van duc")
    box.press("Enter")
    leader.see("sinh 1985 · Lái xe · Chi bộ Phòng Quản trị")
    leader.still()
    leader.click("Mở", inside=leader.page.get_by_test_id("stMain"))
    leader.title("Hoàng Văn Đức")
    leader.see("1 lần khen thưởng. Tên, chức vụ và đơn vị giữ như ngày ký quyết định.")


def spot(road: Road, nominator: Screen, leader: Screen, secretary: Screen, clerk: Screen) -> None:
    """A commendation on the spot: from screening straight to the decision, with its clause."""
    nominator.menu("Nêu gương việc tốt")
    nominator.fill("Họ và tên", "Phan Thị Mỹ Dung")
    nominator.page.get_by_test_id("stRadio").get_by_text("Phan Thị Mỹ Dung").click()
    nominator.fill("Việc tốt trong một câu", "Trả lại 85.000.000 đồng nhặt được tại trụ sở")
    nominator.date("Ngày làm việc tốt", office.today())
    nominator.fill("Nơi làm", "Trụ sở Văn phòng Tỉnh uỷ")
    nominator.fill("Kể lại việc làm", "Buổi sáng, khi dọn phòng tiếp dân, chị Dung nhặt được túi có 85.000.000 đồng, đã báo bảo vệ, tìm người mất và trao lại đủ trong ngày.")
    nominator.fill("Một, hai câu là đủ", "Trung thực, không tham của rơi.")
    nominator.check("Người được đề nghị đã biết và đồng ý")
    nominator.still()
    attach(nominator, "Tờ trình đã ký", office.scan(road.folder / "to-trinh.pdf"), 1)
    nominator.see("Đủ để gửi")
    nominator.click("Gửi cấp uỷ xác nhận")
    nominator.title(SPOT)
    leader.menu("Việc cần làm")
    leader.click("Xem, xác nhận")
    leader.title(SPOT)
    leader.click("Xác nhận", exact=True)
    leader.see("Cấp uỷ đã xác nhận")
    secretary.menu("Việc cần làm")
    secretary.click("Tiếp nhận", exact=True)
    secretary.title(SPOT)
    secretary.click("Tiếp nhận", exact=True)
    secretary.see("Đang thẩm định")
    secretary.menu("Quyết định")
    secretary.click("Quyết định mới")
    secretary.click("Dự thảo từ phiên họp, thủ tục đơn giản")
    secretary.title("Dự thảo quyết định")
    secretary.check("Đột xuất, thủ tục đơn giản")
    secretary.fill("Điều khoản cho phép thủ tục đơn giản", "Luật Thi đua, khen thưởng, Điều 85")
    secretary.click("Lập dự thảo")
    secretary.title("Dự thảo quyết định khen thưởng")
    secretary.click("Vào số…")
    secretary.agree("Vào số")
    secretary.title("Quyết định số 46-QĐ/ĐUCCQ")
    secretary.see("Căn cứ Luật Thi đua, khen thưởng, Điều 85.", "1. Bà Phan Thị Mỹ Dung")
    paper = issue(road, clerk, "46-QĐ/ĐUCCQ", "1 giấy khen sẽ nhận số 002 của sổ năm", "1 giấy khen đã cấp")
    assert "Phan Thị Mỹ Dung" in pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()


def last_year(road: Road, secretary: Screen, clerk: Screen) -> None:
    """A decision of last year, typed from its paper; its certificate can be printed too."""
    secretary.menu("Quyết định")
    secretary.click("Quyết định mới")
    secretary.click("Ghi quyết định bên ngoài, năm trước")
    secretary.title("Quyết định bên ngoài")
    for label, text in (
        ("Trích yếu", "về việc tặng Giấy khen năm 2025"), ("Số quyết định, như trên giấy", "118-QĐ/ĐUK"), ("Ngày quyết định", "15/12/2025"),
        ("Người ký", "Trần Văn Hoà"), ("Chức vụ người ký", "BÍ THƯ"),
    ):  # fmt: skip
        secretary.fill(label, text)
    secretary.upload(office.scan(road.folder / "quyet-dinh.pdf"))
    secretary.see("quyet-dinh.pdf")
    secretary.still()
    secretary.line(("Ông", "Trần Đức Hoà", "Chuyên viên", "Chi bộ Sở Xây dựng", "", "Đã có thành tích xuất sắc năm 2025"))
    secretary.click("Ghi quyết định", hold=150)
    secretary.title("Quyết định số 118-QĐ/ĐUK")
    secretary.see("1. Ông Trần Đức Hoà", "Chuyên viên, Chi bộ Sở Xây dựng")
    paper = issue(road, clerk, "118-QĐ/ĐUK", "1 giấy khen sẽ nhận số", "1 giấy khen đã cấp")
    written = pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    assert all(words in written for words in ("Trần Đức Hoà", "Đã có thành tích xuất sắc năm 2025", "118-QĐ/ĐUK"))
