"""Further messy lists: what came up after the first ones."""

from __future__ import annotations

from datetime import date

import openpyxl
from openpyxl.comments import Comment

from tests.support.lists import delimited, word, workbook
from tests.support.messy_lists import HEAD, LONG, OTHER, Built, trap


@trap("không có cột số thứ tự; chức vụ người ký trùng chữ với chức vụ trong danh sách")
def no_ordinals_with_signatures() -> Built:
    rows = [
        ["Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"],
        ["Nguyễn Văn Giám", "Giám đốc", "Công ty A", LONG],
        ["Trần Thị Bí", "Bí thư", "Chi bộ B", OTHER],
        [],
        ["Người lập", None, "GIÁM ĐỐC"],
        [None, None, "Đã ký"],
        ["Trần Thị Lập", None, "Nguyễn Văn Ký"],
    ]
    return "khong-stt.xlsx", workbook({"DS": rows})


@trap("họ tên kèm chức vụ xuống dòng trong một ô Word; số thứ tự tự động nên ô trống; cột Nam/Nữ")
def word_cells_of_two_lines() -> Built:
    rows = [
        ["TT", "Họ và tên, chức vụ", "Đơn vị", "Thành tích"],
        ["", "Ông Lê Văn Dòng\nTrưởng phòng Tổ chức", "Sở Nội vụ", LONG],
        ["", "Bà Trần Thị Hai\nChuyên viên", "Sở Nội vụ", OTHER],
    ]
    return "hai-dong.docx", word(["Danh sách cá nhân", rows])


@trap("ngày, tháng, năm sinh ở ba cột; nhóm cán bộ; quá trình khen thưởng")
def birth_in_three_columns() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["DS"]
        for place in ("A1:A2", "B1:B2", "C1:E1", "F1:F2", "G1:G2"):
            sheet.merge_cells(place)

    rows = [
        ["STT", "Họ và tên", "Ngày sinh", None, None, "Nhóm (trực tiếp/quản lý)", "Khen thưởng đã được tặng trước đây"],
        [None, None, "Ngày", "Tháng", "Năm"],
        ["01", "Phạm Thị Ba", 5, 3, 1984, "Trực tiếp", "Giấy khen 2023"],
        ["02", "Phạm Văn Cột", None, None, 1979, "Quản lý", None],
        ["03", "Phạm Văn Sai", 31, 2, 1979, "Khác", None],
    ]
    return "ba-cot.xlsx", workbook({"DS": rows}, change)


@trap("dòng ví dụ và dòng hướng dẫn của tệp mẫu; dòng trùng nhau; chú thích ô")
def template_with_example_rows() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book["Đề nghị"]["B1"].comment = Comment("Ghi đúng theo căn cước", "Mẫu")

    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức đề nghị", "Tóm tắt thành tích"],
        [None, "(Viết đúng theo CCCD)", "dd/mm/yyyy", "(Chọn trong danh mục)", "(Chọn)", "(Không quá 300 từ)"],
        ["VD", "Nguyễn Văn A", "01/01/1980", "Phòng X", "Giấy khen", "…"],
        [1, "Trịnh Thị Thật", "02/09/1985", "Sở Y tế", "Giấy khen", LONG],
        [2, "Trịnh Thị Thật", "02/09/1985", "Sở Y tế", "Giấy khen", LONG],
        [3, "Trịnh Thị Thật", "02/09/1985", "Sở Y tế", "Giấy khen", OTHER],
    ]
    return "mau.xlsx", workbook({"Đề nghị": rows}, change)


@trap("hai trang dữ liệu CaNhan và TapThe, mã phân loại")
def two_data_sheets() -> Built:
    people = [
        ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Phòng ban", "Đơn vị", "Địa chỉ"],
        [1, "Đàm Quang Trung", "Nam", date(1970, 12, 31), "Trưởng phòng", "Phòng Kế toán", "Sở Tài chính", "12 Lê Lợi"],
    ]
    groups = [
        ["STT", "Tên đơn vị/tập thể", "Mã hình thức", "Mã danh hiệu"],
        [1, "Phòng Kế toán", "GK", None],
        [2, "Đội xe", None, "TTLĐXS"],
    ]
    return "life.xlsx", workbook({"CANHAN": people, "TAPTHE": groups})


@trap("tệp TSV từ Excel (UTF-16), có dòng tiêu đề phía trên")
def tsv_utf16() -> Built:
    rows = [
        ["DANH SÁCH KHEN THƯỞNG"],
        [],
        ["TT", "Họ tên", "Đơn vị", "Ghi chú"],
        [1, "Tiêu Thị Tab", "Hội Nông dân", "đủ hồ sơ"],
    ]
    return "excel.tsv", "\ufeff".encode("utf-16-le") + delimited(rows, "\t", "utf-16-le")


@trap("đầu cột ở dòng 3, hai dòng không gộp ô, dòng trên là nhóm cột")
def grouped_headings_without_merges() -> Built:
    rows = [
        ["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN"],
        [None, "Thông tin cá nhân", None, None, "Đề nghị khen thưởng", None],
        ["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Hình thức", "Nội dung"],
        [1, "Bành Thị Nhóm", "1990", "Sở Xây dựng", "Giấy khen", LONG],
        [2, "Lã Văn Cột", "1991", "Sở Xây dựng", "Giấy khen", OTHER],
    ]
    return "nhom-cot.xlsx", workbook({"DS": rows})


@trap("số thứ tự nằm trong tên; đơn vị là dòng mục không gộp ô; tổng từng mục")
def numbered_names_and_subtotals() -> Built:
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức"],
        ["A", "KHỐI ĐẢNG"],
        [1, "1. Tăng Bạt Hổ", "Chuyên viên", "Văn phòng Tỉnh ủy", "Giấy khen"],
        [2, "2) Từ Dũ", "Chuyên viên", "Văn phòng Tỉnh ủy", "Giấy khen"],
        [None, "Cộng: 2"],
        ["B", "KHỐI CHÍNH QUYỀN"],
        [1, "Kiều Công Tiễn", "Chuyên viên", "Sở Y tế", "Giấy khen"],
        [2, None, "Chuyên viên", "Sở Y tế", "Giấy khen"],
        [None, "Tổng cộng (A+B): 4 người"],
    ]
    return "muc-con.xlsx", workbook({"DS": rows})


@trap("công thức có kết quả; tên lấy từ trang khác không ẩn; số 0 của công thức rỗng")
def formulas_with_results() -> Built:
    import io

    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, staff = book.add_worksheet("Đề nghị"), book.add_worksheet("Cán bộ")
    for column, heading in enumerate(["STT", "Mã CB", "Họ và tên", "Chức vụ", "Hình thức đề nghị", "Thành tích"]):
        sheet.write(0, column, heading)
    people = [("CB1", "Viên Thị Kết", "Kế toán"), ("CB2", "Sơn Văn Quả", "Lái xe")]
    for column, heading in enumerate(["Mã CB", "Họ và tên", "Chức vụ"]):
        staff.write(0, column, heading)
    for row, values in enumerate(people, start=1):
        staff.write_row(row, 0, values)
        sheet.write(row, 0, row)
        sheet.write(row, 1, values[0])
        sheet.write_formula(row, 2, f"=VLOOKUP(B{row + 1},'Cán bộ'!A:C,2,0)", None, values[1])
        sheet.write_formula(row, 3, f"=VLOOKUP(B{row + 1},'Cán bộ'!A:C,3,0)", None, values[2])
        sheet.write(row, 4, "Giấy khen")
        sheet.write(row, 5, LONG)
    for row in (3, 4):
        sheet.write(row, 0, row)
        sheet.write_formula(row, 2, f"=VLOOKUP(B{row + 1},'Cán bộ'!A:C,2,0)", None, "#N/A")
        sheet.write_formula(row, 3, f"=VLOOKUP(B{row + 1},'Cán bộ'!A:C,3,0)", None, 0)
    book.close()
    return "tra-cuu.xlsx", stream.getvalue()


@trap("bảng Word có ô gộp dọc (đơn vị) và dòng mục gộp ngang")
def word_with_merges() -> Built:
    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Thành tích"],
        ["I. CÁ NHÂN", "", "", ""],
        ["1", "Ông Phú Văn Một", "Sở Tư pháp", LONG],
        ["2", "Bà Phú Thị Hai", "", OTHER],
        ["II. TẬP THỂ", "", "", ""],
        ["1", "Phòng Bổ trợ", "Sở Tư pháp", LONG],
    ]

    def change(document: object) -> None:
        table = document.tables[0]
        table.cell(1, 0).merge(table.cell(1, 3))
        table.cell(4, 0).merge(table.cell(4, 3))
        table.cell(2, 2).merge(table.cell(3, 2))

    return "gop.docx", word(["DANH SÁCH", rows], change)


@trap("cá nhân và tập thể ở hai cột; một dòng có cả hai")
def people_and_collectives_side_by_side() -> Built:
    rows = [
        ["STT", "Tên tập thể", "Họ và tên cá nhân", "Hình thức đề nghị", "Thành tích"],
        [1, "Phòng Hành chính", None, "Giấy khen", LONG],
        [2, "Phòng Kế toán", "Ân Thị Riêng", "Giấy khen", OTHER],
        [3, None, "Yên Văn Lẻ", "Giấy khen", OTHER],
    ]
    return "hai-cot.xlsx", workbook({"DS": rows})


@trap("đánh dấu x ở cột Tập thể, Cá nhân, Hộ gia đình")
def kinds_by_mark() -> Built:
    rows = [
        ["STT", "Tên", "Tập thể", "Cá nhân", "Hộ gia đình", "Thành tích"],
        [1, "Ban Công tác Mặt trận ấp 3", "x", None, None, LONG],
        [2, "Lộ Thị Dấu", None, "x", None, LONG],
        [3, "Đới Văn Hộ", None, None, "x", LONG],
    ]
    return "dau-x.xlsx", workbook({"DS": rows})


@trap("danh sách chỉ có tên trong một cột")
def names_only() -> Built:
    return "ten.csv", delimited([["Họ và tên"], ["Nguyễn Thị Một"], ["Phòng Tài vụ"], ["Hộ bà Lê Thị Ba"]])


@trap("ký tự lạ, khoảng trắng không ngắt, chữ tổ hợp NFD, chữ Ð của Eth")
def odd_characters() -> Built:
    import unicodedata

    rows = [
        HEAD,
        [1, unicodedata.normalize("NFD", "Nguyễn Thị Tổ Hợp"), "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [2, "Ðặng Văn Ét", "Chuyên viên", "Sở\u00a0Y\u200btế", "Giấy khen", LONG],
        [3, "Trần\tThị\nDòng", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [4, "\u200b", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [5, "Lê Vаn Kirin", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
    ]
    return "ky-tu.xlsx", workbook({"DS": rows})


@trap("cột lương, thâm niên, điểm, số phiếu; tên cột dài kèm chú thích trong ngoặc")
def long_headings() -> Built:
    rows = [
        [
            "TT",
            "Họ và tên (chữ in hoa, đúng CCCD)",
            "Chức vụ, chức danh hiện nay",
            "Tên đơn vị công tác (ghi rõ chi bộ, đảng bộ)",
            "Danh hiệu thi đua, hình thức khen thưởng đề nghị",
            "Tóm tắt thành tích xuất sắc (ghi rõ số liệu)",
            "Các danh hiệu, hình thức khen thưởng đã đạt trong 5 năm gần nhất",
            "Tỷ lệ phiếu đồng ý (%)",
            "Điểm tự chấm",
        ],
        [
            1,
            "ĐAN THỊ CHỮ",
            "Chủ tịch Công đoàn",
            "Công đoàn Khu kinh tế",
            "Bằng khen",
            LONG,
            "Giấy khen 2022, 2023",
            "95%",
            98,
        ],
        [2, "CHUNG VĂN HOA", "Tổ trưởng", "Công ty Dệt", "Giấy khen", OTHER, None, "9/9", 91.5],
    ]
    return "dai.xlsx", workbook({"Mẫu 01": rows})


@trap("số thứ tự hai cấp 1, 1.1; đơn vị đứng một mình giữa các cá nhân")
def ordinals_of_two_levels() -> Built:
    rows = [
        ["STT", "Tên tập thể, cá nhân", "Chức vụ", "Thành tích"],
        ["I", "Tập thể"],
        ["1", "Phòng Thanh tra", None, LONG],
        ["II", "Cá nhân"],
        ["1", "Sở Y tế"],
        ["1.1", "Cà Thị Cấp", "Chuyên viên", LONG],
        ["1.2", "Lường Văn Hai", "Chuyên viên", OTHER],
        ["2", "Sở Nội vụ"],
        ["2.1", "Quàng Thị Ba", "Chuyên viên", LONG],
        ["Danh sách trên có 03 cá nhân, 01 tập thể"],
        [None, "Nội dung đã được công khai tại đơn vị từ ngày 01/11"],
    ]
    return "hai-cap.xlsx", workbook({"DS": rows})


@trap("danh sách hộ gia đình ghi tên chủ hộ")
def heads_of_households() -> Built:
    rows = [
        ["TT", "Họ tên chủ hộ", "Địa chỉ", "Nội dung"],
        [1, "Lò Văn Hộ", "Bản Mường", LONG],
        [2, "Bà Vừ Thị Nhà", "Bản Mường", OTHER],
    ]
    return "chu-ho.xlsx", workbook({"Hộ": rows})


@trap("cấp bậc, học vị, chữ thân mật đứng trước tên; danh hiệu của tập thể")
def ranks_before_names() -> Built:
    rows = [
        ["STT", "Tên tập thể/cá nhân", "Thành tích"],
        [1, "Tập thể cán bộ, công chức Phòng Thuế", LONG],
        [2, "Vợ chồng ông Sùng A Đôi", LONG],
        [3, "Em Giàng Thị Nhỏ", LONG],
        [4, "Cháu Thào A Học, lớp 5A", LONG],
        [5, "Thượng úy Mùa A Sĩ", LONG],
        [6, "Bác sĩ Tòng Văn Khám", LONG],
        [7, "Thầy Lù Văn Dạy", LONG],
    ]
    return "cap-bac.xlsx", workbook({"DS": rows})


@trap("CSV bảng mã TCVN3 không có phông để biết")
def csv_tcvn3() -> Built:
    from tests.support.lists import to_tcvn3

    text = "STT,Họ và tên,Đơn vị,Thành tích\n1,Nguyễn Thị Ngọc Ánh,Sở Y tế,Vận động nhân dân hiến đất\n"
    return "tcvn3.csv", to_tcvn3(text).encode("latin-1")


@trap("CSV có dòng sep=; của Excel")
def csv_that_names_its_separator() -> Built:
    return "sep.csv", "sep=;\r\nSTT;Họ tên;Đơn vị\r\n1;Từ Văn Dấu;Sở Y tế, phòng 3\r\n".encode("utf-8-sig")


@trap("nửa danh sách chữ TCVN3, nửa Unicode, chữ Unicode chỉ có dấu của Latinh")
def half_old_fonts() -> Built:
    from tests.support.lists import to_tcvn3

    rows = [
        ["STT", "Họ và tên", "Đơn vị"],
        [1, to_tcvn3("Nguyễn Thị Ánh"), to_tcvn3("Sở Xây dựng")],
        [2, to_tcvn3("Đặng Hữu Phước"), to_tcvn3("Sở Xây dựng")],
        [3, "Tôn Thái", "Hà Nam"],
        [4, "Đỗ Thị Mới", "Hòa Hội"],
    ]
    return "nua-cu.xlsx", workbook({"DS": rows})
