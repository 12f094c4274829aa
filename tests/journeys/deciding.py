"""The road's middle: the council meets and counts its paper ballot, the decision is recorded."""

from __future__ import annotations

from tests.journeys import office
from tests.journeys.proposing import SENTENCE, Road
from tests.journeys.screen import Screen


def member(secretary: Screen, number: int, name: str, post: str, role: str = "", account: str = "") -> None:
    """One more member of the council, the `number`-th; `account` is the user name of who reads the dossiers."""
    if not secretary.page.get_by_label("Chức vụ, đơn vị").first.is_visible():
        secretary.page.get_by_text("Thêm, sửa thành viên").first.click()
    secretary.fill("Họ và tên", name)
    secretary.fill("Chức vụ, đơn vị", post)
    if role:
        secretary.choose("Vai trò trong Hội đồng", role)
    if account:
        secretary.choose("Tài khoản để xem hồ sơ", f"{name} ({account})")
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
    member(secretary, 1, "Lê Quang Vinh", "Bí thư Đảng uỷ", "Chủ tịch Hội đồng", account="vinh.lequang")
    member(secretary, 2, "Bùi Hồng Bình", "Chủ nhiệm Uỷ ban Kiểm tra", "Phó Chủ tịch Hội đồng")
    member(secretary, 3, "Trần Minh Châu", "Chuyên viên Văn phòng Đảng uỷ", "Thư ký")
    member(secretary, 4, "Vũ Đình Nghĩa", "Chuyên viên", account="nghia.vudinh")
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
    secretary.see("Hồ sơ trong danh sách chờ trình họp")
    secretary.rows(secretary.row_of("Hoàng Văn Đức"))
    secretary.click("Đưa 1 hồ sơ đã chọn vào chương trình")
    secretary.see("Chương trình: 1 trường hợp")
    secretary.still()
    bases = secretary.page.get_by_label("Căn cứ", exact=True)
    bases.nth(0).fill("Điều 5 Quy chế hoạt động của Hội đồng")
    bases.nth(1).fill("Quyết định 16-QĐ/ĐU ngày 02/02/2026")
    secretary.click("Ghi quy tắc")
    secretary.page.get_by_text("còn thiếu căn cứ").wait_for(state="hidden")
    secretary.still()
    secretary.choose("Người kiểm phiếu", "Đỗ Quốc Khánh (khanh.doquoc)", "Vũ Đình Nghĩa (nghia.vudinh)")
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
        teller.page.reload()
        teller.work("Nhập kết quả", "Phiên")
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
    secretary.fill("Số", str(road.place.number))
    secretary.click("Vào số…")
    secretary.see(f"Quyết định số {road.place.decision()}. 1 trường hợp trở thành «Đã khen»")
    secretary.agree("Vào số")
    secretary.title(f"Quyết định số {road.place.decision()}")
    secretary.see("1. Ông Hoàng Văn Đức", SENTENCE)
    road.words(secretary)
