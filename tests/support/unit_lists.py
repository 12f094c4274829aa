"""Messy lists of the third round: what strangers' lists of other units brought to light."""

from __future__ import annotations

from datetime import date
from typing import Any

import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.support.lists import word, workbook
from tests.support.messy_lists import LONG, OTHER, Built, trap


def merging(sheet: str, *places: str) -> Any:
    """A change that merges cells of one sheet."""

    def change(book: openpyxl.Workbook) -> None:
        for place in places:
            book[sheet].merge_cells(place)

    return change


@trap("tiêu đề ba dòng gộp ô từ dòng 6; đơn vị chỉ ghi ở đầu trang; chữ ký và nơi nhận ở cuối")
def three_heading_lines_and_unit_above() -> Built:
    rows = [
        ["LIÊN ĐOÀN LAO ĐỘNG TỈNH", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026"],
        [],
        ["Đơn vị: Công đoàn cơ sở Công ty May Sao Khuê"],
        [],
        ["TT", "Họ và tên", "Thông tin cá nhân", None, None, "Đề nghị khen thưởng", None],
        [None, None, "Năm sinh", None, "Chức vụ", "Hình thức", "Thành tích"],
        [None, None, "Nam", "Nữ"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, "Nguyễn Thị Kéo", None, 1985, "Tổ trưởng chuyền 3", "Giấy khen", LONG],
        [2, "Trần Văn Chỉ", 1979, None, "Công nhân", "Giấy khen", OTHER],
        [None, "Tổng cộng: 02 cá nhân"],
        [None, None, None, None, "TM. BAN CHẤP HÀNH"],
        [None, None, None, None, "Phạm Thị Kim Khâu"],
        ["Nơi nhận:"],
        ["- Như trên;"],
    ]
    places = ("A6:A8", "B6:B8", "C6:E6", "F6:G6", "C7:D7", "E7:E8", "F7:F8", "G7:G8")
    return "ba-dong.xlsx", workbook({"DS": rows}, merging("DS", *places))


@trap("một ô ghi họ tên, chức vụ, đơn vị cách nhau bằng dấu phẩy, gạch ngang, ngoặc hoặc xuống dòng")
def name_post_and_unit_in_one_cell() -> Built:
    rows = [
        ["STT", "Họ tên, chức vụ, đơn vị", "Thành tích", "Hình thức khen"],
        [1, "Đ/c Nguyễn Văn Gạch – Phó Chủ tịch", LONG, "Giấy khen"],
        [2, "Bà Lê Thị Mườn\nChi hội trưởng Phụ nữ\nẤp 3, xã Bình Mới", OTHER, "Giấy khen"],
        [3, "Bs. CKII Phạm Hữu Phẩy, Trưởng khoa Ngoại, BV Đa khoa tỉnh", LONG, "Bằng khen"],
        [4, "Thiếu tá Đặng Quang Ngoặc (Phó Đội trưởng)", OTHER, "Bằng khen"],
        [5, "Tập thể cán bộ, giáo viên Trường Mầm non Hoa Mới", LONG, "Giấy khen"],
        [6, "Hộ bà Nguyễn Thị Sấu (khu phố 5)", OTHER, "Giấy khen"],
    ]
    return "chung-o.xlsx", workbook({"Sheet1": rows})


@trap("năm sinh hoặc ngày sinh viết trong ô họ tên theo nhiều kiểu")
def births_beside_names() -> Built:
    rows = [
        ["TT", "Họ và tên, năm sinh", "Chức vụ", "Đơn vị"],
        [1, "Ngô Thị Mấy (1970)", "Nhân viên", "Sở Lâm nghiệp"],
        [2, "Trần Cân - 1971", "Nhân viên", "Sở Lâm nghiệp"],
        [3, "Hoàng Hánh\nSN 1972", "Nhân viên", "Sở Lâm nghiệp"],
        [4, "Cù Chinh Lán, sinh ngày 01/02/1973", "Nhân viên", "Sở Lâm nghiệp"],
    ]
    return "nam-sinh.xlsx", workbook({"DS": rows})


@trap("mỗi hình thức một cột đánh dấu X, có dòng cộng số lượng; một người hai dấu")
def awards_as_a_matrix() -> Built:
    rows = [
        ["BIỂU TỔNG HỢP ĐỀ NGHỊ"],
        ["STT", "Đơn vị / Cá nhân", "Chức vụ", "Danh hiệu, hình thức đề nghị", None, None, None],
        [None, None, None, "LĐTT", "CSTĐCS", "Giấy khen", "Bằng khen của Bộ"],
        ["I", "TẬP THỂ"],
        [1, "Phòng Hành chính", None, None, None, "X"],
        ["II", "CÁ NHÂN"],
        [1, "Nguyễn Hữu Thỏ", "Trưởng phòng", "x", None, "x"],
        [2, "Phan Thị Lán", "Nhân viên", "X"],
        [3, "Đinh Công Mành", "Thợ", None, "x"],
        [4, "Lê Thị Hỏi", "Thợ", "?"],
        [None, "Cộng", None, 2, 1, 2, 0],
    ]
    places = ("D2:G2", "A2:A3", "B2:B3", "C2:C3")
    return "ma-tran.xlsx", workbook({"TH": rows}, merging("TH", *places))


@trap("quá trình khen thưởng của mỗi người nằm trên nhiều dòng, ba cột con dưới một tiêu đề")
def past_awards_on_several_rows() -> Built:
    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Thành tích đã được khen thưởng", None, None, "Đề nghị"],
        [None, None, None, "Năm", "Danh hiệu", "Số quyết định", None],
        [1, "Nguyễn Trung Trúc", "Trường THCS Hoa Tím", 2023, "LĐTT", "12/QĐ-UBND", "Giấy khen"],
        [None, None, None, 2024, "CSTĐCS", "45/QĐ-UBND"],
        [2, "Trần Thị Lỳ", "Trường THCS Hoa Tím", 2025, "LĐTT", "79/QĐ-UBND", "Giấy khen"],
    ]
    return "qua-trinh.xlsx", workbook({"DS": rows}, merging("DS", "A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"))


@trap("mục không đánh số: hình thức rồi đối tượng; mục lĩnh vực; đơn vị bao ngoài tập thể và cá nhân")
def sections_inside_sections() -> Built:
    people = ["STT", "Tên tập thể, cá nhân", "Chức vụ", "Thành tích"]
    rows = [
        people,
        [None, "Đề nghị tặng Bằng khen"],
        [None, "Tập thể"],
        [1, "Phòng Tham mưu", None, LONG],
        [None, "Cá nhân"],
        [1, "Lê Quang Đào", "Trưởng phòng", OTHER],
        [None, "Đề nghị tặng Giấy khen"],
        [None, "Cá nhân"],
        [1, "Hoàng Văn Thải", "Cán bộ", LONG],
    ]
    nested = [
        people,
        ["A", "ĐẢNG BỘ XÃ TÂN MỚI"],
        ["I", "Tập thể"],
        [1, "Chi bộ ấp 1", None, LONG],
        ["II", "Cá nhân"],
        [1, "Đỗ Nhuần", "Bí thư", OTHER],
        ["B", "ĐẢNG BỘ XÃ TÂN CŨ"],
        ["I", "Cá nhân"],
        [1, "Phạm Tuyền", "Bí thư", LONG],
    ]
    models = [
        ["STT", "Tên mô hình", "Đơn vị/cá nhân thực hiện", "Kết quả, hiệu quả"],
        ["I", "Lĩnh vực kinh tế"],
        [1, "Trồng bưởi sạch", "Chi hội Nông dân ấp 2", LONG],
        ["II", "Lĩnh vực văn hóa - xã hội"],
        [1, "Tủ sách lưu động", "Bà Nguyễn Thị Sách", OTHER],
    ]
    return "muc-long-muc.xlsx", workbook({"Hình thức": rows, "Đơn vị": nested, "Mô hình": models})


@trap("số thứ tự 1 là đơn vị, 1.1 và 1.2 là người của đơn vị đó")
def units_numbered_above_their_people() -> Built:
    rows = [
        ["STT", "Đơn vị/Họ tên", "Chức vụ", "Hình thức"],
        [1, "Sở Giao thông"],
        ["1.1", "Nguyễn Đượng", "Trưởng phòng", "Giấy khen"],
        ["1.2", "Lê Thị Cấu", "Nhân viên", "Giấy khen"],
        [2, "Sở Thủy lợi"],
        ["2.1", "Trần Đệ", "Nhân viên", "Giấy khen"],
    ]
    return "1-1.xlsx", workbook({"DS": rows})


@trap("tiêu đề bị cắt chữ xuống dòng dưới, không gộp ô")
def headings_cut_into_two_rows() -> Built:
    rows = [
        ["TT", "Họ và tên", "Ngày", "Chức", "Đơn vị", "Đề nghị"],
        [None, None, "sinh", "vụ", None, "hình thức"],
        ["1", "2", "3", "4", "5", "6"],
        [1, "Thái Phiền", "01/02/1970", "Nhân viên", "Sở A", "Giấy khen"],
    ]
    return "cat-chu.xlsx", workbook({"DS": rows})


@trap("biểu mẫu trên mạng xuất ra CSV: người đề nghị, người được đề nghị, câu hỏi làm tiêu đề")
def answers_of_a_web_form() -> Built:
    text = (
        '"Dấu thời gian","Họ và tên người đề nghị","Số điện thoại người đề nghị","Họ và tên người được đề nghị",'
        '"Đơn vị công tác của người được đề nghị","Việc làm tốt là gì?","Xảy ra khi nào?","Ở đâu?","Vì sao đáng khen?"\n'
        '"2026/10/05 8:30:12 SA GMT+7","Lê Thị Hỏi","0901234567","Nguyễn Văn Tốt","Tổ 5, khu phố 3",'
        '"Nhặt được ví trả lại","12/09/2026","Chợ Mới","Trung thực"\n'
        '"2026/10/06 9:30:12 CH GMT+7","Lê Văn Đáp","0901234568","Bà Trần Thị Thiền","Ấp 2",'
        '"Nấu cháo từ thiện","hàng tuần","Bệnh viện","Nhân ái"\n'
    )
    return "tra-loi.csv", text.encode()


@trap("hai người trong một ô; chữ thay cho tên; họ hiếm trùng với tên tổ chức; số trang; gạch ngang")
def cells_that_hold_no_single_name() -> Built:
    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Thành tích"],
        [1, "Nguyễn Văn Trống và Trần Thị Mái", "Ấp 1", LONG],
        [2, "nt", "Ấp 1", OTHER],
        [3, "Chưa có", "Ấp 1", OTHER],
        [4, "Ban Thị Mài", "Ấp 2", LONG],
        ["Trang 1/2"],
        ["-----", "-----"],
        [5, "Đội Văn Tủ", "Ấp 2", OTHER],
        [6, "Phòng Văn hóa", "Ấp 2", LONG],
        [7, "TRẦN thị họa", "Ấp 2", LONG],
    ]
    return "khong-phai-ten.xlsx", workbook({"DS": rows})


@trap("hai bảng đặt cạnh nhau trên một trang, mỗi bảng một cột STT")
def two_tables_side_by_side() -> Built:
    rows = [
        ["STT", "Tên tập thể", "Hình thức", None, "STT", "Họ và tên", "Hình thức"],
        [1, "Chi bộ 1", "Giấy khen", None, 1, "Nguyễn Huê", "Giấy khen"],
        [2, "Chi bộ 2", "Giấy khen", None, 2, "Nguyễn Nhạn", "Bằng khen"],
        [None, None, None, None, 3, "Nguyễn Lừ", "Giấy khen"],
    ]
    return "canh-nhau.xlsx", workbook({"DS": rows})


@trap("tệp của máy Mac đếm ngày từ năm 1904; ngày sinh viết mọi kiểu, không có trong lịch, hai chữ số")
def days_counted_from_1904() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book["DS"]["C2"] = date(1984, 3, 5)

    said = (29284, "5-Mar-84", "19840305", "tháng 3 năm 1984", "khoảng 1984", "1984 (nữ)", "31/02/1980", "05.03.1984.")
    rows = [["STT", "Họ và tên", "Ngày sinh", "Đơn vị"], [1, "Lê Văn Một", None, "Sở A"]]
    rows += [
        [at, f"Lê Văn {name}", day, "Sở A"]
        for at, (name, day) in enumerate(
            zip(["Hai", "Bà", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"], said, strict=True), start=2
        )
    ]
    return "1904.xlsx", workbook({"DS": rows}, change)


@trap("Word có theo dõi thay đổi: chữ và dòng đã xóa, chữ mới chèn; bảng con trong ô; tiêu đề nêu hình thức và đơn vị")
def word_with_tracked_changes() -> Built:
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Khen thưởng đã đạt"],
        ["1", "Nguyễn Văn Củ", "Công nhân", ""],
        ["2", "", "Công nhân", "Không"],
        ["3", "Lê Văn Xoá", "Công nhân", ""],
    ]

    def change(document: Any) -> None:
        table = document.tables[0]
        inner = table.cell(1, 3).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "2024", "Giấy khen"
        for mark, text in (("del", "<w:delText>Trần Văn Sái</w:delText>"), ("ins", "<w:t>Trần Văn Đúng</w:t>")):
            made = f'<w:{mark} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{mark}>'
            table.cell(2, 1).paragraphs[0]._p.append(parse_xml(made))
        table.rows[3]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"/>'))

    before = ["Đơn vị: Công đoàn cơ sở Công ty Sao Mới", "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN"]
    return "theo-doi.docx", word([*before, rows], change)


@trap("mẫu báo cáo thi đua: một ô gồm tên, chức vụ, đơn vị; mục là danh hiệu; kết quả bỏ phiếu; CCCD bị làm tròn")
def titles_as_sections() -> Built:
    rows = [
        ["Mẫu số 01"],
        ["TT", "HỌ TÊN, CHỨC VỤ, ĐƠN VỊ CÔNG TÁC", "KẾT QUẢ BỎ PHIẾU", "TÓM TẮT THÀNH TÍCH", "SỐ CCCD"],
        ["I", "DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ"],
        [1, "Nguyễn Văn Ảnh, Trưởng phòng Tổ chức, Sở Nội vụ", "9/9", LONG, 12_000_000_000],
        [2, "Lê Thị Bính, chuyên viên, Văn phòng Sở Nội vụ", "8/9", OTHER, "1,2E+11"],
        ["II", "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"],
        ["1", "Phòng Cải cách hành chính, Sở Nội vụ", "9/9", LONG],
    ]
    return "mau-01.xlsx", workbook({"DS": rows})


@trap("chỉ có hai cột; tên đơn vị trong danh mục có mã; tiêu đề bảng nêu hộ gia đình")
def heads_under_a_title_of_households() -> Built:
    rows = [
        ["DANH SÁCH HỘ GIA ĐÌNH ĐỀ NGHỊ TẶNG GIẤY KHEN"],
        ["STT", "Họ tên chồng", "Họ tên vợ", "Địa chỉ"],
        [1, "Nguyễn Văn Phú", "Lê Thị Thể", "Ấp 1"],
        [2, "Trần Văn Quản", "Hồ Thị Từ", "Ấp 2"],
    ]
    two = [
        ["STT", "Tên tập thể, cá nhân được khen thưởng"],
        [1, "Nhân dân và cán bộ khóm 3"],
        [2, "Ông Nguyễn Văn Rảnh"],
        [3, "Chùa Bửu Sơn Mới"],
    ]
    return "hai-cot.xlsx", workbook({"Hộ": rows, "Chung": two})


@trap("mỗi hình thức một trang; hai cột danh hiệu và hình thức viết tắt; ghi chú nhiều dòng gạch đầu dòng ở cuối")
def awards_as_sheets_and_remarks_below() -> Built:
    one = [["STT", "Họ và tên", "Chức vụ", "Đơn vị"], [1, "Lê Văn Kìm", "Thợ", "Xưởng 1"]]
    one += [["Ghi chú:", "- Danh sách đã được bình xét công khai"], [None, "- Không có đơn thư"], ["Tổng số trang: 01"]]
    two = [
        ["STT", "Họ và tên", "Danh hiệu TĐ đề nghị", "HTKT đề nghị"],
        [1, "Lê Văn Mốc", "LĐTT", None],
        [2, "Lê Thị Thuỳ", None, "GK"],
    ]
    return "moi-trang.xlsx", workbook({"Bằng khen": one, "Danh sách": two})


@trap("mục đánh số như người; mục không có ai; dòng chấm chấm chờ điền; quân hàm; dấu X lạc chỗ; ông bà kèm chức vụ có tên cơ quan")
def sections_numbered_like_people() -> Built:
    rows = [
        ["STT", "Họ và tên/Tên tập thể", "Chức vụ", "Đơn vị", "Hình thức"],
        [1, "Tập thể"],
        [None, "Không có"],
        [2, "Cá nhân"],
        [1, "Đại úy QNCN Lê Văn Sung", "Nhân viên", "Đại đội 2", "Giấy khen"],
        [2, "Hạ sỹ Trần Văn Gượm", "Tiểu đội trưởng", "x", "Giấy khen"],
        [3, "Bà Lê Thị Mười Một – Phó Chủ tịch UBND xã", None, "UBND xã Tân Mới", "Giấy khen"],
        [4, "…", "…", "…"],
        [5, "....", "....", "...."],
    ]
    return "so-nhu-nguoi.xlsx", workbook({"DS": rows})
