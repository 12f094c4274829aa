"""What people really do: click twice, type too much, work on one case at the same time, go to lunch with a form open."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.journeys import office
from tests.journeys.furnished import Office, furnish
from tests.journeys.screen import PASSWORD, Screen
from tests.support import server as servers

pytestmark = [pytest.mark.browser, pytest.mark.prove]

STORY = "Buổi sáng, khi dọn phòng tiếp dân, chị Dung nhặt được túi có 85.000.000 đồng, đã tìm người mất và trao lại đủ trong ngày."


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("bad-inputs")
    (folder / "data").mkdir()
    codes = furnish(folder / "data")
    with servers.running(folder / "data") as server, servers.chromium() as browser:
        yield Office(browser, server, codes, folder)


@pytest.fixture(scope="module")
def nominator(at: Office) -> Screen:
    return at.enter("uoc.nguyenthi")


def tell(screen: Screen, story: str = STORY) -> None:
    """Fill in a deed."""
    screen.menu("Nêu gương việc tốt")
    screen.fill("Họ và tên", "Phan Thị Mỹ Dung")
    screen.page.get_by_test_id("stRadio").get_by_text("Phan Thị Mỹ Dung").click()
    screen.fill("Việc tốt trong một câu", "Trả lại 85.000.000 đồng nhặt được tại trụ sở")
    screen.date("Ngày làm việc tốt", office.today())
    screen.fill("Nơi làm", "Trụ sở Văn phòng Tỉnh uỷ")
    screen.fill("Kể lại việc làm", story)
    screen.fill("Một, hai câu là đủ", "Trung thực, không tham của rơi.")
    screen.check("Người được đề nghị đã biết và đồng ý")
    screen.still()


def test_what_was_typed_before_the_session_ended_is_there_after_signing_in_again(at: Office, nominator: Screen) -> None:
    tell(nominator)
    nominator.see("Đã lưu nháp lúc")
    other = nominator.context.new_page()
    other.goto(at.server.url)
    other.get_by_role("button", name="Đăng xuất").click()
    other.get_by_text("Anh/chị đã đăng xuất.").wait_for()
    other.close()
    nominator.click("Lưu nháp")
    nominator.page.locator("#user_name").wait_for()
    nominator.see("Phiên làm việc đã hết")
    assert "/dang-nhap" in nominator.page.url
    nominator.page.fill("#user_name", "uoc.nguyenthi")
    nominator.page.fill("#password", PASSWORD)
    nominator.page.get_by_role("button", name="Đăng nhập", exact=True).click()
    nominator.title("Nêu gương việc tốt")
    assert nominator.page.get_by_label("Kể lại việc làm", exact=True).input_value() == STORY


def test_twenty_thousand_letters_are_refused_in_a_sentence_and_stay_in_the_field(nominator: Screen) -> None:
    long = "Chị Dung trao lại đủ số tiền. " * 700
    tell(nominator, long)
    nominator.click("Lưu nháp")
    nominator.page.get_by_text(re.compile(r"dài [\d.]+ ký tự")).first.wait_for()
    assert nominator.page.get_by_label("Kể lại việc làm", exact=True).input_value().strip() == long.strip()


def test_two_clicks_make_one_case(at: Office, nominator: Screen) -> None:
    tell(nominator)
    nominator.page.get_by_role("button", name="Lưu nháp").dblclick()
    nominator.see("Sửa hồ sơ")
    nominator.menu("Đề nghị khen thưởng")
    nominator.see("1 hồ sơ")


def test_the_second_of_two_people_learns_that_the_case_has_moved_on(at: Office, nominator: Screen) -> None:
    nominator.menu("Việc cần làm")
    nominator.click("Viết tiếp")
    nominator.click("Sửa", exact=True)
    nominator.title("Nêu gương việc tốt")
    nominator.choose("Tệp sắp tải lên là", "Tờ trình đã ký")
    nominator.still()
    nominator.upload(office.scan(at.folder / "to-trinh.pdf"))
    nominator.see("Đủ để gửi")
    nominator.click("Gửi cấp uỷ xác nhận")
    nominator.see("Đã gửi", "Thu hồi về sửa…")
    nominator.click("Thu hồi về sửa…")
    leader = at.enter("tong.levan")
    leader.click("Xem, xác nhận")
    leader.click("Xác nhận", exact=True)
    leader.see("Cấp uỷ đã xác nhận")
    dialog = nominator.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Thu hồi về sửa", exact=True).click()
    dialog.get_by_text("Người khác vừa thay đổi nội dung này. Anh/chị xem lại bản mới rồi làm tiếp.").wait_for()
    nominator.page.reload()
    nominator.see("Cấp uỷ đã xác nhận")


def test_a_day_that_does_not_exist_is_named(at: Office) -> None:
    secretary = at.enter("chau.tranminh")
    secretary.menu("Hội đồng")
    secretary.fill("Quyết định thành lập số", "12-QĐ/ĐU")
    secretary.fill("Ngày quyết định", "31/02/2026")
    secretary.click("Lập Hội đồng")
    secretary.see("Tháng 02/2026 chỉ có 28 ngày, không có ngày 31. Anh/chị kiểm tra lại ngày.")
    assert secretary.page.get_by_label("Quyết định thành lập số", exact=True).input_value() == "12-QĐ/ĐU"


def test_an_account_without_a_role_sees_nothing_and_is_told_whom_to_ask(at: Office) -> None:
    lonely = at.enter("khong.donvi")
    lonely.see("Tài khoản này chưa có vai trò nào nên chưa thấy hồ sơ. Anh/chị nhờ người quản trị giao vai trò và đơn vị.")
    assert lonely.page.get_by_test_id("stSidebarNav").get_by_role("link").count() == 0
    lonely.open("/de-nghi")
    lonely.see("Không có trang này")
    assert "VT-" not in lonely.text()


def test_nothing_foreign_was_asked_for_and_no_script_failed(at: Office) -> None:
    assert at.faults == []
