"""Lists as units really send them, each built around one stated trap. All people are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import openpyxl
from openpyxl.styles import Font

from tests.support.lists import delimited, to_tcvn3, to_vni, word, workbook

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích", "Ghi chú"]
LONG = "Vận động nhân dân hiến 1.250 m² đất làm đường liên ấp, đóng góp 320 ngày công lao động"
OTHER = "Chủ trì cải tiến quy trình tiếp nhận hồ sơ, rút ngắn thời gian giải quyết từ 5 ngày còn 3 ngày"
Built = tuple[str, bytes]
TRAPS: dict[str, tuple[str, Callable[[], Built]]] = {}


def trap(words: str) -> Callable[[Callable[[], Built]], Callable[[], Built]]:
    """Register a list under its function's name with the trap that it holds."""

    def keep(build: Callable[[], Built]) -> Callable[[], Built]:
        TRAPS[build.__name__] = (words, build)
        return build

    return keep


@trap("tiêu đề nhiều dòng, đầu cột ở dòng 8, gộp ô, chữ ký cuối trang")
def title_rows_and_signatures() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Danh sách"]
        for place in ("A1:C1", "D1:G1", "A4:G4", "A5:G5", "A12:B12", "D14:G14", "D15:G15"):
            sheet.merge_cells(place)

    rows = [
        ["ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["CHI BỘ BAN TỔ CHỨC", None, None, "Bình Hải, ngày 05 tháng 11 năm 2026"],
        [],
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026"],
        ["(Kèm theo Tờ trình số 15-TTr/CB ngày 05/11/2026)"],
        [],
        [],
        HEAD,
        [1, "Nguyễn Thị Hồng Hạnh", "Phó Trưởng phòng", "Ban Tổ chức Tỉnh ủy", "Giấy khen", OTHER],
        [2, "Trần Quốc Bảo", "Chuyên viên", "Ban Tổ chức Tỉnh ủy", "Bằng khen", LONG],
        [3, "Phòng Tổ chức - Cán bộ", None, "Ban Tổ chức Tỉnh ủy", "Giấy khen", OTHER],
        ["Tổng cộng: 03 trường hợp"],
        [],
        [None, "NGƯỜI LẬP BIỂU", None, "T/M CHI BỘ"],
        [None, "(Ký, ghi rõ họ tên)", None, "BÍ THƯ"],
        [],
        [None, "Lê Văn Tư", None, "Phạm Minh Đức"],
    ]
    return "danh-sach.xlsx", workbook({"Danh sách": rows}, change)


@trap("hai mục I. Tập thể, II. Cá nhân, III. Hộ gia đình; số thứ tự đánh lại; Ông/Bà trong tên")
def three_sections() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        for row in (2, 5, 9):
            book["DS"].merge_cells(f"A{row}:G{row}")

    rows = [
        HEAD,
        ["I. TẬP THỂ (02)"],
        [1, "Chi bộ Trường THPT Hòa Bình", None, "Sở Giáo dục và Đào tạo", "Giấy khen", OTHER],
        [2, "Tổ Hành chính", None, "Bệnh viện đa khoa Bình Hải", "Giấy khen", LONG],
        ["II. CÁ NHÂN"],
        [1, "Ông Đoàn Thanh Tùng", "Bí thư Chi bộ", "Sở Giáo dục và Đào tạo", "Giấy khen", OTHER],
        [2, "Bà Hồ Thị Mai", "Điều dưỡng", "Bệnh viện đa khoa Bình Hải", "Giấy khen", LONG],
        [3, "Đ/c Tô Vĩnh Diện", "Chuyên viên", "Sở Nội vụ", "Bằng khen", LONG],
        ["III. Hộ gia đình"],
        [1, "Hộ ông Lê Văn Cường", None, "Xã Hòa Hội", "Giấy khen", LONG],
        [2, "Gia đình bà Phan Thị Sáu", None, "Xã Hòa Hội", "Giấy khen", LONG],
    ]
    return "ds-ba-muc.xlsx", workbook({"DS": rows}, change)


@trap("tiêu đề hai dòng: Năm sinh chia Nam, Nữ; dòng đánh số (1) (2) (3)")
def two_line_headings() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book.active
        for place in ("A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"):
            sheet.merge_cells(place)

    rows = [
        ["DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG"],
        [],
        ["TT", "Họ và tên", "Năm sinh", None, "Nơi công tác", None, "Hình thức khen thưởng"],
        [None, None, "Nam", "Nữ", "Chức vụ", "Đơn vị", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, "Vũ Đình Khôi", 1979, None, "Kế toán", "Công ty Cấp nước", "Giấy khen"],
        [2, "Lý Thu Thảo", None, 1990, "Văn thư", "Công ty Cấp nước", "Giấy khen"],
        [3, "Kim Sơn", "x", None, "Lái xe", "Công ty Cấp nước", "Giấy khen"],
    ]
    return "hai-dong.xlsx", workbook({"Sheet1": rows}, change)


@trap("nhiều trang: hướng dẫn, danh mục mã, trang ẩn; hình thức ghi bằng mã")
def several_sheets_with_codes() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book["Cũ"].sheet_state = "hidden"

    data = [
        ["STT", "Họ và tên", "Mã đơn vị", "Mã hình thức", "Tóm tắt thành tích"],
        [1, "Ngô Gia Tự Hào", "DV01", "HT02", OTHER],
        [2, "Mai Thị Lựu", "DV02", "HT01", LONG],
        [3, "Châu Văn Liêm", "DV09", "HT07", LONG],
    ]
    sheets = {
        "Hướng dẫn": [["Hướng dẫn nhập liệu"], ["1. Không sửa tên cột."], ["2. Nhập mã theo danh mục."]],
        "Nhập liệu": data,
        "DM_DonVi": [["Mã đơn vị", "Tên đơn vị"], ["DV01", "Sở Công Thương"], ["DV02", "Sở Y tế"]],
        "DM_HinhThuc": [["Mã", "Tên hình thức khen thưởng"], ["HT01", "Giấy khen"], ["HT02", "Bằng khen"]],
        "Cũ": [HEAD, [1, "Người Năm Ngoái", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG]],
    }
    return "mau-nhap.xlsx", workbook(sheets, change)


@trap("dòng điền sẵn công thức và #N/A; số thứ tự chạy quá danh sách")
def prefilled_rows() -> Built:
    rows = [
        ["STT", "Mã cán bộ", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức đề nghị"],
        [1, "CB001", "Huỳnh Tấn Phát", "Chuyên viên", "Sở Tài chính", "Giấy khen"],
        [2, "CB002", "#N/A", "#N/A", "Sở Tài chính", "Giấy khen"],
        [3, None, '=IFERROR(VLOOKUP(B4,DM!A:B,2,0),"")', "=VLOOKUP(B4,DM!A:C,3,0)", None, None],
        [4, None, "#N/A", "#N/A", None, None],
        [5, None, None, None, None, None],
        ["=A6+1", "CB006", "=VLOOKUP(B7,DM!A:B,2,0)", None, "Sở Tài chính", "Giấy khen"],
        [7, "CB007", "Phùng Khắc Khoan", "#REF!", "=C3", "Giấy khen"],
    ]
    return "cong-thuc.xlsx", workbook(
        {"DS": rows, "DM": [["Mã", "Họ tên", "Chức vụ"], ["CB001", "Huỳnh Tấn Phát", "Chuyên viên"]]}
    )


@trap("ngày sinh đủ kiểu: ngày thật, số ngày của Excel, chữ, hai chữ số, tháng trước ngày, ngày không có thật")
def dates_of_all_kinds() -> Built:
    rows = [
        ["STT", "Họ tên", "Ngày tháng năm sinh", "Đơn vị"],
        [1, "Nguyễn Văn Ngày", date(1984, 3, 5), "Phòng Kế toán"],
        [2, "Nguyễn Văn Số", 30746, "Phòng Kế toán"],
        [3, "Nguyễn Văn Chữ", "05/03/1984", "Phòng Kế toán"],
        [4, "Nguyễn Văn Chấm", "5.3.1984", "Phòng Kế toán"],
        [5, "Nguyễn Văn Năm", 1984, "Phòng Kế toán"],
        [6, "Nguyễn Văn Hai", "05/03/84", "Phòng Kế toán"],
        [7, "Nguyễn Văn Mỹ", "03/25/1984", "Phòng Kế toán"],
        [8, "Nguyễn Văn Sai", "31/02/1984", "Phòng Kế toán"],
        [9, "Nguyễn Văn Lời", "ngày 05 tháng 3 năm 1984", "Phòng Kế toán"],
        [10, "Nguyễn Văn Tháng", "3/1984", "Phòng Kế toán"],
        [11, "Nguyễn Văn Lạ", "năm Giáp Tý", "Phòng Kế toán"],
        [12, "Nguyễn Văn Mai", "05/03/2084", "Phòng Kế toán"],
        [13, "Nguyễn Văn Iso", "1984-03-05", "Phòng Kế toán"],
        [14, "Nguyễn Văn Trống", "-", "Phòng Kế toán"],
    ]
    return "ngay-sinh.xlsx", workbook({"DS": rows})


@trap("CCCD mất số 0 đầu, bị làm tròn, thiếu số; điện thoại mất số 0")
def identity_numbers() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book["DS"]["C8"].number_format = "000000000000"

    rows = [
        ["STT", "Họ và tên", "Số CCCD", "Giới tính", "Năm sinh", "Điện thoại"],
        [1, "Lê Thị Đủ", "072184001234", "Nữ", 1984, "0912345678"],
        [2, "Lê Thị Mất", 72184001235, "Nữ", 1984, 912345679],
        [3, "Lê Văn Hà Nội", 1084001236, "Nam", 1984, "+84 912 345 680"],
        [4, "Lê Văn Tròn", "7.20840E+10", "Nam", 1984, "0912.345.681"],
        [5, "Lê Văn Cũ", "290123456", "Nam", 1984, None],
        [6, "Lê Thị Lệch", "072084001238", "Nữ", 1985, None],
        [7, "Lê Văn Khuôn", 72084001239, "Nam", 1984, None],
        [8, "Lê Văn Thiếu", "07208400", "Nam", 1984, "12345"],
    ]
    return "cccd.xlsx", workbook({"DS": rows}, change)


@trap("chữ TCVN3 (.VnTime) trong Excel, cả tiêu đề")
def old_font_tcvn3() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        for row in book["DS"].iter_rows():
            for cell in row:
                cell.font = Font(name=".VnTime")

    old = [[to_tcvn3(v) if isinstance(v, str) else v for v in row] for row in _modern()]
    return "phong-cu.xlsx", workbook({"DS": old}, change)


@trap("chữ VNI trong Excel, không có tên phông để đoán")
def old_font_vni() -> Built:
    old = [[to_vni(v) if isinstance(v, str) else v for v in row] for row in _modern()]
    return "vni.xlsx", workbook({"DS": old})


def _modern() -> list[list[object]]:
    return [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích"],
        [1, "Nguyễn Thị Ngọc Ánh", "Trưởng phòng", "Sở Kế hoạch và Đầu tư", "Vận động nhân dân hiến đất làm đường"],
        [2, "Đặng Hữu Phước", "Chuyên viên", "Sở Xây dựng", "Cải tiến quy trình cấp giấy phép"],
    ]


@trap("CSV dấu chấm phẩy, UTF-8 có BOM, ô có xuống dòng")
def csv_semicolons_with_bom() -> Built:
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"],
        [1, "Đỗ Thị Ba", "Giáo viên", "Trường Tiểu học Hòa Hội", "Dòng một\nDòng hai; có dấu chấm phẩy"],
        [2, 'Bùi Văn "Năm"', "Bảo vệ", "Trường Tiểu học Hòa Hội", LONG],
    ]
    return "truong.csv", delimited(rows, ";", "utf-8-sig")


@trap("CSV bảng mã Windows-1258")
def csv_windows_1258() -> Built:
    text = "STT,Họ và tên,Đơn vị,Thành tích\r\n1,Trần Thị Bưởi,Hội Phụ nữ xã,Giúp đỡ hộ nghèo\r\n2,Lý Văn Ổi,Hội Nông dân xã,Hiến đất\r\n"
    import unicodedata

    parts = []
    for letter in text:  # the code page has vowels whole and tones apart
        try:
            parts.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            spread = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in spread if mark in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", spread.replace(tone, ""))
            parts.append((base + tone).encode("cp1258"))
    return "xa.csv", b"".join(parts)


@trap("bảng Word có gộp ô dọc, mục nằm ngoài bảng, bảng thứ hai khác cột")
def word_two_tables() -> Built:
    people = [
        ["STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích"],
        ["1", "Bà Cao Thị Bảy", "Trưởng phòng, Sở Nội vụ", "Giấy khen", LONG],
        ["2", "Ông Tạ Quang Tám", "Chuyên viên, Sở Nội vụ", "Giấy khen", OTHER],
    ]
    groups = [
        ["STT", "Tên tập thể", "Hình thức đề nghị", "Tóm tắt thành tích"],
        ["1", "Phòng Cải cách hành chính", "Giấy khen", OTHER],
        ["2", "Văn phòng Sở", "Giấy khen", LONG],
    ]
    return "de-nghi.docx", word(
        [
            "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
            "I. Tập thể",
            groups,
            "II. Cá nhân",
            people,
            "Bình Hải, ngày 05 tháng 11 năm 2026",
        ]
    )


@trap("bảng Word bị ngắt: bảng sau không có đầu cột; dòng cuối là tổng số")
def word_table_going_on() -> Built:
    first = [["TT", "Họ tên", "Đơn vị", "Thành tích"], ["1", "Quách Thị Chín", "Công ty May", LONG]]
    second = [
        ["2", "La Văn Cầu", "Công ty May", OTHER],
        ["3", "Phó Đức Chính", "Công ty May", LONG],
        ["", "Tổng cộng: 03 người", "", ""],
    ]
    return "ngat-trang.docx", word(["Danh sách", first, "", second])


@trap("cột đảo thứ tự, tên cột lạ và sai chính tả, cột thừa không ai biết")
def strange_headings_in_any_order() -> Built:
    rows = [
        [
            "Ghi chú",
            "Lý do đề nghị khen",
            "Danh hiệu / hình thức khen thưởng",
            "Cơ quan, đơn vị",
            "Chức danh",
            "Họ và tênn",
            "Hệ số thâm niên",
            "Khen thưởng đã đạt",
        ],
        [None, LONG, "Giấy khen", "Sở Tư pháp", "Thanh tra viên", "Hứa Thị Mười", 2.34, "Giấy khen năm 2024"],
        ["Đã nghỉ", OTHER, "Bằng khen", "Sở Tư pháp", "Chánh Văn phòng", "Triệu Quang Phục", 4.98, None],
    ]
    return "la.xlsx", workbook({"Sheet1": rows})


@trap("đơn vị gộp ô dọc cho nhiều người; thành tích tách nhiều dòng; dòng trống xen kẽ")
def merged_down_and_continued() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["DS"]
        sheet.merge_cells("C2:C6")
        sheet.merge_cells("A4:A5")
        sheet.merge_cells("B4:B5")

    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Tóm tắt thành tích"],
        [1, "Lại Thị Xuân", "Trung tâm Y tế", "Tiêm chủng vượt kế hoạch"],
        [],
        [2, "Mạc Đăng Dung", None, "Khám bệnh lưu động 12 đợt"],
        [None, None, None, "Tặng quà 40 hộ nghèo"],
        [3, "Tống Duy Tân", None, "Hiến máu 15 lần"],
        [None, None, None, "Vận động 30 người hiến máu"],
    ]
    return "gop-o.xlsx", workbook({"DS": rows}, change)


@trap("hai bảng chồng nhau trong một trang, đầu cột khác nhau; đầu cột lặp lại sang trang in")
def two_tables_in_one_sheet() -> Built:
    rows = [
        ["A. DANH SÁCH TẬP THỂ"],
        ["STT", "Tên tập thể", "Hình thức", "Thành tích"],
        [1, "Công đoàn cơ sở Điện lực", "Giấy khen", LONG],
        [],
        ["B. DANH SÁCH CÁ NHÂN"],
        ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Thành tích"],
        [1, "Tôn Thất Tùng", 1975, "Đội trưởng", "Điện lực Bình Hải", LONG],
        ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Thành tích"],
        [2, "Chu Thị Lan", 1988, "Công nhân", "Điện lực Bình Hải", OTHER],
    ]
    return "hai-bang.xlsx", workbook({"Tổng hợp": rows})


@trap("họ và tên tách hai cột dưới một đầu cột; ông bà ở cột riêng")
def split_names() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book["DS"].merge_cells("C1:D1")

    rows = [
        ["STT", "Ông/Bà", "Họ và tên", None, "Chức vụ", "Đơn vị"],
        [1, "Ông", "Nguyễn Hữu", "Thọ", "Giám đốc", "Công ty Xổ số"],
        [2, "Bà", "Trần Thị Thanh", "Mai", "Kế toán trưởng", "Công ty Xổ số"],
    ]
    return "tach-ten.xlsx", workbook({"DS": rows}, change)


@trap("họ đệm và tên có đầu cột riêng; giới tính đánh dấu x dưới Nam, Nữ")
def family_and_given_names() -> Built:
    rows = [
        ["TT", "Họ đệm", "Tên", "Giới tính", None, "Phòng ban"],
        [None, None, None, "Nam", "Nữ", None],
        [1, "Phạm Ngũ", "Lão", "x", None, "Phòng Kỹ thuật"],
        [2, "Nguyễn Thị Minh", "Khai", None, "x", "Phòng Kế hoạch"],
    ]
    return "ho-dem.xlsx", workbook({"DS": rows})


@trap("loại đối tượng ghi bằng cột chữ, viết tắt và mã không rõ")
def kinds_in_a_column() -> Built:
    rows = [
        ["STT", "Loại đối tượng", "Tên tập thể/cá nhân/hộ gia đình", "Hình thức đề nghị", "Tóm tắt thành tích"],
        [1, "Tập thể", "Ban Thanh tra nhân dân", "GK", LONG],
        [2, "CN", "Sầm Thị Hoa", "Giấy khen", LONG],
        [3, "HGĐ", "Lê Văn Tám", "Giấy khen", LONG],
        [4, "9", "Y Bliă Êban", "3", LONG],
    ]
    return "doi-tuong.xlsx", workbook({"DS": rows})


@trap("đơn vị là dòng mục; danh sách chỉ ghi tên và thành tích bên dưới")
def units_as_sections() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        for row in (2, 5):
            book["DS"].merge_cells(f"A{row}:D{row}")

    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Thành tích"],
        ["1. Sở Giao thông"],
        [1, "Lương Văn Can", "Kỹ sư", OTHER],
        [2, "Thái Phiên", "Lái xe", LONG],
        ["2. Chi cục Thuế khu vực 3"],
        [1, "Phan Đình Giót", "Công chức", LONG],
    ]
    return "theo-don-vi.xlsx", workbook({"DS": rows}, change)


@trap("thiếu tên, tên là mã số, tên chỉ có gạch ngang; năm sinh và chức vụ dính trong ô tên")
def names_that_are_not() -> Built:
    rows = [
        HEAD,
        [1, None, "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [2, "12345", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [3, "---", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [4, "NV0034", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [5, "Nghiêm Xuân Yêm, sinh năm 1970", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [6, "Khương Thị Hiền - Phó Giám đốc", None, "Sở Y tế", "Giấy khen", LONG],
        [7, "THẠCH SÂM", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
        [8, "  Danh   Thị\u00a0Út ", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
    ]
    return "ten-sai.xlsx", workbook({"DS": rows})


@trap("đánh dấu x dưới từng hình thức khen")
def awards_by_mark() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["DS"]
        for place in ("A1:A2", "B1:B2", "C1:C2", "D1:F1"):
            sheet.merge_cells(place)

    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Hình thức đề nghị"],
        [None, None, None, "Giấy khen", "Bằng khen", "Kỷ niệm chương"],
        [1, "Giáp Văn Khương", "Sở Công Thương", "x"],
        [2, "Cù Chính Lan", "Sở Công Thương", None, "X"],
        [3, "Ninh Xá", "Sở Công Thương", None, None, "x"],
    ]
    return "danh-dau.xlsx", workbook({"DS": rows}, change)


@trap("không có đầu cột nào")
def no_headings() -> Built:
    rows = [
        [1, "Nguyễn Văn Một", "Chuyên viên", "Sở Y tế", LONG],
        [2, "Trần Thị Hai", "Kế toán", "Sở Y tế", OTHER],
        [3, "Lê Văn Ba", "Lái xe", "Sở Y tế", LONG],
    ]
    return "khong-dau.csv", delimited(rows)


@trap("mô hình Dân vận khéo: tên mô hình và đơn vị đăng ký, không có cột họ tên")
def models_of_units() -> Built:
    rows = [
        ["DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO NĂM 2026"],
        ["STT", "Tên mô hình", "Đơn vị thực hiện", "Lĩnh vực", "Kết quả nổi bật"],
        [1, "Mỗi chi bộ giúp một hộ thoát nghèo", "Chi bộ Sở Lao động", "Kinh tế", LONG],
        [2, "Ngày thứ Bảy cùng dân", "Đảng bộ Sở Nông nghiệp", "Văn hóa - xã hội", OTHER],
    ]
    return "mo-hinh.xlsx", workbook({"MH": rows})


@trap("dòng ẩn, chú thích cuối, số tiền đủ kiểu, dòng lẻ là ghi chú")
def hidden_rows_and_money() -> Built:
    def change(book: openpyxl.Workbook) -> None:
        book["DS"].row_dimensions[3].hidden = True

    rows = [
        ["STT", "Họ và tên", "Đơn vị", "Số tiền", "Số QĐ", "Ngày QĐ"],
        [1, "Bạch Thái Bưởi", "Công ty Tàu thủy", 1500000, "123-QĐ/ĐU", date(2025, 12, 20)],
        [2, "Âu Dương Lân", "Công ty Tàu thủy", "1.200.000 đ", "123-QĐ/ĐU", "20/12/2025"],
        [3, "Vi Văn Định", "Công ty Tàu thủy", "1,5 triệu đồng", "124-QĐ/ĐU", "không rõ"],
        [4, "Lò Văn Giá", "Công ty Tàu thủy", "một triệu", None, None],
        ["Ghi chú: Danh sách lập theo quyết định của đơn vị."],
        ["Danh sách có 04 người./."],
    ]
    return "tien.xlsx", workbook({"DS": rows}, change)


@trap("cột trống bên trái, dòng mục dưới cột số thứ tự La Mã, mục theo hình thức khen")
def offset_and_award_sections() -> Built:
    rows = [
        [],
        [None, None, "STT", "HỌ VÀ TÊN", "CHỨC VỤ", "ĐƠN VỊ"],
        [None, None, "I", "BẰNG KHEN"],
        [None, None, 1, "Đinh Núp", "Nghệ nhân", "Xã Tơ Tung"],
        [None, None, "II", "GIẤY KHEN"],
        [None, None, 1, "H'Hen Niê", "Giáo viên", "Trường Mầm non"],
        [None, None, 2, "Đồng Sĩ Bình", "Thợ điện", "Tổ Điện"],
    ]
    return "lech-cot.xlsx", workbook({"DS": rows})
