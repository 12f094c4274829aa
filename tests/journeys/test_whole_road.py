"""One example's whole road, on an empty installation and on the sample, in Chromium, by people in browsers of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp

from tests.journeys import composed, deciding, office, proposing
from tests.journeys.proposing import EMPTY, SAMPLE, SENTENCE, Road
from tests.journeys.screen import PHONE, Screen
from tests.support import server as servers

pytestmark = [pytest.mark.browser, pytest.mark.prove]

SPOT = "Phan Thị Mỹ Dung: trả lại 85.000.000 đồng nhặt được tại trụ sở"
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


@pytest.fixture(params=(EMPTY, SAMPLE), ids=("empty", "sample"))
def road(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Road]:
    if request.param.sample:
        composed.or_skip()
    folder, port = tmp_path, servers.free_port()
    with servers.running(folder / "data", port=port, GUONG_SANG_PUBLIC_URL=f"http://127.0.0.1:{port}") as server, servers.chromium() as browser:
        yield Road(browser, server, folder, request.param)


@pytest.mark.proves("S5", "F01.01", "F01.02", "F07.03", "F08.01", "F09.01", "F10.01", "F16.01", "N01")
def test_from_the_first_start_to_a_certificate_that_anybody_can_verify(road: Road) -> None:
    administrator = proposing.begin(road)
    secretary = road.somebody("chau.tranminh")
    nominator = road.somebody("uoc.nguyenthi")
    leader_of_unit = road.somebody("tong.levan")
    clerk, teller, leader = road.somebody("khanh.doquoc"), road.somebody("nghia.vudinh"), road.somebody("vinh.lequang")
    proposing.launch(road, secretary)
    proposing.model(nominator, secretary)
    proposing.nominate(road, nominator)
    proposing.endorse(nominator, leader_of_unit)
    proposing.screening(road, secretary, nominator, leader_of_unit)
    deciding.meet(secretary, clerk, teller)
    deciding.decide(road, secretary)
    verify(road, issue(road, clerk, road.place.decision(), 1, office.year()))
    publish(road, secretary)
    look_back(road, leader)
    spot(road, nominator, leader_of_unit, secretary, clerk)
    last_year(road, secretary, clerk)
    administrator.menu("Nhật ký")
    road.words(administrator)
    assert [screen.errors() for screen in (administrator, secretary, nominator, leader_of_unit, clerk, teller, leader)] == [[]] * 7
    assert (road.faults, road.english) == ([], {})


def issue(road: Road, clerk: Screen, decision: str, number: int, year: int) -> bytes:
    """The clerk takes the number (on an empty installation the `number`-th) of that year's book and downloads the PDF to print."""
    clerk.menu("Giấy khen")
    clerk.page.reload()
    clerk.see(f"Quyết định số {decision}")
    clerk.click("Cấp giấy khen", inside=clerk.block(f"Quyết định số {decision}", button="Cấp giấy khen"))
    clerk.title(f"Giấy khen theo Quyết định số {decision}")
    clerk.see("Mọi giấy đều in được: đủ chữ, đủ chỗ, không lỗi phông.")
    clerk.click("Cấp giấy khen…")
    clerk.see(re.compile(rf"1 giấy khen sẽ nhận số {'[0-9]{3}' if road.place.sample else f'{number:03d}'} của sổ năm {year}"))
    clerk.agree("Cấp giấy khen")
    clerk.see("1 giấy khen đã cấp")
    road.words(clerk)
    return clerk.download("Tải PDF để in")


def verify(road: Road, paper: bytes) -> None:
    """On a phone, without sign-in: by the code that is printed, and by the square."""
    pages = pypdf.PdfReader(io.BytesIO(paper)).pages
    written = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    for words in ("GIẤY KHEN", "Hoàng Văn Đức", "Lái xe, Chi bộ Phòng Quản trị", SENTENCE, f"Quyết định số {road.place.decision()}", "T/M BAN THƯỜNG VỤ", road.place.signer):
        assert words in written
    found = CODE.search(written)
    assert found is not None
    squares = zxingcpp.read_barcodes(pypdfium2.PdfDocument(paper)[0].render(scale=300 / 72).to_pil())
    assert len(squares) == 1
    assert squares[0].text.lower().startswith(road.server.url)
    genuine = "Giấy mẫu, không có giá trị" if road.place.sample else "Giấy khen này là thật"
    anyone = road.somebody(viewport=PHONE, is_mobile=True, has_touch=True)
    anyone.open("/xac-thuc")
    anyone.page.fill("#certificate", found.group())
    anyone.page.get_by_role("button", name="Tra").click()
    anyone.see(genuine, "Ông Hoàng Văn Đức", SENTENCE)
    assert anyone.sideways() <= 0
    anyone.page.goto(squares[0].text)
    anyone.see(genuine, "Ông Hoàng Văn Đức", SENTENCE)
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
    anyone.open("/guong-sang?tim=hoang%20van%20duc")
    anyone.see("1 gương.", "Ông Hoàng Văn Đức", SENTENCE)
    anyone.page.get_by_role("link", name="Ông Hoàng Văn Đức").click()
    anyone.see(proposing.STORY)
    assert anyone.sideways() <= 0
    anyone.page.go_back()
    secretary.click("Gỡ…")
    secretary.fill("Ai yêu cầu, vì sao", "Ông Đức đề nghị bằng điện thoại")
    secretary.agree("Gỡ công bố")
    anyone.page.reload()
    anyone.see("Không có gương nào khớp với «hoang van duc».")
    anyone.page.go_forward()
    anyone.page.reload()
    anyone.see("Gương này chưa được công bố, hoặc đã được gỡ theo yêu cầu.")
    anyone.context.close()


def look_back(road: Road, leader: Screen) -> None:
    """The dashboard counts it; search finds the person without marks; the history keeps it."""
    leader.menu("Toàn cảnh")
    leader.see("Cho lao động trực tiếp", "đơn vị chưa nêu gương nào" if road.place.sample else "2 đơn vị chưa nêu gương nào")
    leader.page.get_by_test_id("stMetricValue").filter(has_text=re.compile(r"^\d+$" if road.place.sample else "^1$")).first.wait_for()
    road.words(leader)
    leader.menu("Tra cứu")
    leader.search("hoang van duc")
    leader.see("sinh 1985 · Lái xe · Chi bộ Phòng Quản trị")
    leader.still()
    leader.click("Mở", inside=leader.block("sinh 1985 · Lái xe · Chi bộ Phòng Quản trị", button="Mở"))
    leader.title("Hoàng Văn Đức")
    leader.see("1 lần khen thưởng", "Tên, chức vụ và đơn vị giữ như ngày ký quyết định.")


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
    if road.place.organ:
        nominator.still()
        nominator.choose("Gửi tới cơ quan xét khen", road.place.organ)
    nominator.check("Người được đề nghị đã biết và đồng ý")
    nominator.still()
    proposing.attach(nominator, "Tờ trình đã ký", office.scan(road.folder / "to-trinh.pdf"), 1)
    nominator.see("Đủ để gửi")
    nominator.click("Gửi cấp uỷ xác nhận")
    nominator.title(SPOT)
    leader.work("Xem, xác nhận", SPOT)
    leader.title(SPOT)
    leader.click("Xác nhận", exact=True)
    leader.see("Cấp uỷ đã xác nhận")
    proposing.screen(secretary, "nhặt được tại trụ sở")
    secretary.title(SPOT)
    secretary.click("Tiếp nhận", exact=True)
    secretary.see("Đang thẩm định")
    secretary.menu("Quyết định")
    secretary.click("Quyết định mới")
    secretary.click("Dự thảo từ phiên họp, thủ tục đơn giản")
    secretary.title("Dự thảo quyết định")
    secretary.check("Đột xuất, thủ tục đơn giản")
    secretary.only(re.compile(r"^Hồ sơ \(\d+\)$"), SPOT)
    secretary.fill("Điều khoản cho phép thủ tục đơn giản", "Luật Thi đua, khen thưởng, Điều 85")
    secretary.click("Lập dự thảo")
    secretary.title("Dự thảo quyết định khen thưởng")
    secretary.click("Vào số…")
    secretary.agree("Vào số")
    secretary.title(f"Quyết định số {road.place.decision(1)}")
    secretary.see("Căn cứ Luật Thi đua, khen thưởng, Điều 85.", "1. Bà Phan Thị Mỹ Dung")
    paper = issue(road, clerk, road.place.decision(1), 2, office.year())
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
    paper = issue(road, clerk, "118-QĐ/ĐUK", 1, 2025)
    written = pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    assert all(words in written for words in ("Trần Đức Hoà", "Đã có thành tích xuất sắc năm 2025", "118-QĐ/ĐUK"))
