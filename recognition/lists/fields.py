"""The fields of a row as people see and mend them."""

#: Field of a reading → its name on the screen, in the order of the form that mends a row.
LABELS = {
    "kind": "Đối tượng",
    "name": "Họ và tên / tên tập thể",
    "salutation": "Xưng hô",
    "birth_date": "Ngày sinh",
    "birth_year": "Năm sinh",
    "gender": "Giới tính",
    "post": "Chức vụ, công việc",
    "unit": "Đơn vị",
    "department": "Phòng ban",
    "address": "Địa chỉ",
    "commune": "Xã, phường",
    "award_form": "Hình thức đề nghị",
    "title": "Thành tích trong một câu",
    "achievement": "Tóm tắt thành tích",
    "deed_date": "Ngày làm việc tốt",
    "deed_place": "Nơi làm việc tốt",
    "id_number": "Số CCCD",
    "staff_number": "Mã cán bộ",
    "party_card": "Số thẻ đảng viên",
    "recipient_class": "Trực tiếp / quản lý",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "nominator": "Người đề nghị",
    "contact": "Người liên hệ",
    "model": "Tên mô hình",
    "note": "Ghi chú",
}
#: Numbers by which a person is known for sure: kept closed, shown by their last digits.
NUMBERS = ("id_number", "staff_number", "party_card")
#: The words of readings for kinds of recipient → ours.
KINDS = {"person": "individual", "collective": "collective", "household": "household"}
