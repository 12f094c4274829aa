"""The fields that a list can hold, and the headings under which units write them."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """A column's meaning. The value is what readings and remembered layouts carry."""

    ORDINAL = "ordinal"
    KIND = "kind"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    SALUTATION = "salutation"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    GENDER = "gender"
    POST = "post"
    UNIT = "unit"
    DEPARTMENT = "department"
    UNIT_CODE = "unit_code"
    NOMINATING_UNIT = "nominating_unit"
    RECIPIENT_CLASS = "recipient_class"
    AWARD_FORM = "award_form"
    ACHIEVEMENT = "achievement"
    MODEL = "model"
    FIELD = "field"
    DEED_DATE = "deed_date"
    DEED_PLACE = "deed_place"
    ID_NUMBER = "id_number"
    STAFF_NUMBER = "staff_number"
    PARTY_CARD = "party_card"
    PARTY_DATE = "party_date"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    NOMINATOR = "nominator"
    CONTACT = "contact"
    ETHNICITY = "ethnicity"
    EDUCATION = "education"
    PAST_AWARDS = "past_awards"
    DECISION_NUMBER = "decision_number"
    DECISION_DATE = "decision_date"
    SCORE = "score"
    VOTES = "votes"
    AMOUNT = "amount"
    NOTE = "note"


LABELS: dict[Field, str] = {
    Field.ORDINAL: "Số thứ tự",
    Field.KIND: "Loại đối tượng",
    Field.NAME: "Họ và tên / Tên tập thể",
    Field.FAMILY_NAME: "Họ và chữ đệm",
    Field.GIVEN_NAME: "Tên",
    Field.SALUTATION: "Xưng hô",
    Field.BIRTH_DATE: "Ngày sinh",
    Field.BIRTH_YEAR: "Năm sinh",
    Field.GENDER: "Giới tính",
    Field.POST: "Chức vụ",
    Field.UNIT: "Đơn vị",
    Field.DEPARTMENT: "Phòng ban",
    Field.UNIT_CODE: "Mã đơn vị",
    Field.NOMINATING_UNIT: "Đơn vị đề nghị",
    Field.RECIPIENT_CLASS: "Trực tiếp / quản lý",
    Field.AWARD_FORM: "Hình thức đề nghị",
    Field.ACHIEVEMENT: "Tóm tắt thành tích",
    Field.MODEL: "Tên mô hình",
    Field.FIELD: "Lĩnh vực",
    Field.DEED_DATE: "Ngày việc tốt",
    Field.DEED_PLACE: "Nơi việc tốt",
    Field.ID_NUMBER: "Số CCCD",
    Field.STAFF_NUMBER: "Mã cán bộ",
    Field.PARTY_CARD: "Số thẻ đảng viên",
    Field.PARTY_DATE: "Ngày vào Đảng",
    Field.ADDRESS: "Địa chỉ",
    Field.PHONE: "Điện thoại",
    Field.EMAIL: "Thư điện tử",
    Field.NOMINATOR: "Người đề nghị",
    Field.CONTACT: "Người liên hệ",
    Field.ETHNICITY: "Dân tộc",
    Field.EDUCATION: "Trình độ",
    Field.PAST_AWARDS: "Khen thưởng đã đạt",
    Field.DECISION_NUMBER: "Số quyết định",
    Field.DECISION_DATE: "Ngày quyết định",
    Field.SCORE: "Điểm",
    Field.VOTES: "Số phiếu",
    Field.AMOUNT: "Số tiền",
    Field.NOTE: "Ghi chú",
}

# Search keys (no marks, lower case), parted by "|". The longest phrase that fits a heading wins.
PHRASES: dict[Field, str] = {
    Field.ORDINAL: "stt|tt|t t|s t t|so tt|so thu tu|thu tu|no|s tt",
    Field.KIND: (
        "loai doi tuong|doi tuong|loai|phan loai|phan loai doi tuong|nhom doi tuong|loai hinh doi tuong|"
        "tap the hay ca nhan|ma phan loai|ma doi tuong|ma loai doi tuong|kieu doi tuong"
    ),
    Field.NAME: (
        "ho va ten|ho ten|ho va ten ca nhan|ten ca nhan|ten tap the|ten tap the ca nhan|ten ca nhan tap the|"
        "ten tap the ca nhan ho gia dinh|tap the ca nhan|ca nhan tap the|ten doi tuong|doi tuong khen thuong|"
        "doi tuong de nghi|doi tuong duoc khen thuong|ho va ten ten tap the|ten don vi tap the|"
        "ten tap the don vi|ten ho gia dinh|ho gia dinh|ten ho|chu ho|ho ten chu ho|ho va ten chu ho|"
        "ten nguoi duoc de nghi|nguoi duoc de nghi|nguoi duoc khen|nguoi duoc khen thuong|"
        "danh sach tap the ca nhan|tap the|ca nhan|ho va ten can bo|ho ten can bo|ho ten dang vien|"
        "ho va ten dang vien|ten can bo|ho va ten ten don vi|ten tap the ho gia dinh ca nhan|"
        "ten tap the ca nhan duoc de nghi|tap the ca nhan ho gia dinh|full name|ho ten nguoi duoc de nghi|"
        "ho va ten doan vien|ho ten cnv|ten tac gia|tac gia|ten to chuc ca nhan|ho va chu dem va ten|"
        "ho chu dem va ten|ho chu dem va ten khai sinh|ho va ten khai sinh|guong dien hinh|"
        "ten guong dien hinh|tap the ca nhan thuc hien|chu the mo hinh|tap the ca nhan duoc khen|"
        "ho va ten nhan vien|ho ten nhan vien|nguoi tot viec tot|ten nguoi|name|ho ten chong|ho va ten chong|"
        "don vi ca nhan|ca nhan don vi|don vi ca nhan thuc hien|don vi ho ten|don vi ho va ten|nguoi duoc tuyen duong|"
        "ho va ten nguoi duoc de nghi|nguoi lam viec tot|ho va ten nguoi lam viec tot"
    ),
    Field.FAMILY_NAME: "ho va ten dem|ho dem|ho va chu dem|ho chu dem|ho|ho lot|ho va ten lot|ho va dem",
    Field.GIVEN_NAME: "ten|ten goi",
    Field.SALUTATION: "xung ho|ong ba|danh xung|ong hoac ba|dong chi",
    Field.BIRTH_DATE: "ngay sinh|ngay thang nam sinh|sinh ngay|ngay thang sinh|ngay nam sinh|date of birth|ns|dob|ntns",
    Field.BIRTH_YEAR: "nam sinh|sinh nam|tuoi sinh nam",
    Field.GENDER: "gioi tinh|phai|nam nu|gioi|gender",
    Field.POST: (
        "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|chuc vu cong tac|nghe nghiep|chuc vu dang|"
        "chuc vu chinh quyen|vi tri cong tac|vi tri viec lam|cong viec|nhiem vu|chuc trach|chuc vu hien nay|"
        "chuc vu dang chinh quyen doan the|chuc vu noi cong tac|chuc vu don vi|chuc vu don vi cong tac|"
        "chuc danh nghe nghiep|cap bac chuc vu|position|job title|post"
    ),
    Field.UNIT: (
        "don vi|don vi cong tac|co quan|co quan don vi|noi cong tac|ten don vi|don vi quan ly|chi bo|dang bo|"
        "to chuc dang|thuoc don vi|co quan cong tac|don vi co quan|cong ty|don vi sinh hoat|noi lam viec|"
        "truong|cdcs|cong doan co so|don vi truc thuoc|ten co quan|ten co quan don vi|chi bo dang bo|"
        "department|unit|organization|organisation|company|don vi cong tac noi o|noi cong tac cu tru|xi nghiep|don vi thuc hien|ten to chuc"
    ),
    Field.DEPARTMENT: "phong ban|phong ban don vi|bo phan|to chuyen mon|to cong doan|phong|khoa phong",
    Field.UNIT_CODE: "ma don vi|ma co quan|ma phong ban|ma dv|ma to chuc",
    Field.NOMINATING_UNIT: (
        "don vi de nghi|don vi trinh|co quan de nghi|don vi gioi thieu|noi de nghi|don vi de xuat|"
        "don vi trinh khen|co quan trinh"
    ),
    Field.RECIPIENT_CLASS: (
        "ma phan loai can bo|phan loai can bo|nhom|truc tiep quan ly|nguoi lao dong truc tiep|"
        "lanh dao quan ly|nhom can bo|ldtt ql|truc tiep hay quan ly"
    ),
    Field.AWARD_FORM: (
        "hinh thuc de nghi|hinh thuc khen thuong|hinh thuc khen|hinh thuc|hinh thuc de nghi khen thuong|"
        "danh hieu de nghi|danh hieu thi dua|danh hieu|danh hieu hinh thuc khen thuong|de nghi khen thuong|"
        "de nghi tang|muc khen|muc de nghi|loai khen thuong|cap khen|hinh thuc kt|htkt|"
        "danh hieu de nghi tang|ma hinh thuc|ma danh hieu|de nghi hinh thuc khen|de nghi tang thuong|"
        "hinh thuc de nghi tang|ma hinh thuc khen thuong|hinh thuc danh hieu|de nghi hinh thuc khen thuong|"
        "danh hieu hinh thuc|loai hinh khen thuong|hinh thuc danh hieu de nghi|"
        "danh hieu thi dua hinh thuc khen thuong|danh hieu dang ky|de nghi|cap khen thuong|award|award form|proposed award|dhtd|dhtd htkt|ma htkt|ma dhtd|"
        "khen|khen thuong|hinh thuc kthuong|ht khen|ht khen thuong|muc khen thuong|ds de xuat|danh hieu de xuat|hinh thuc de xuat|"
        "de xuat|de xuat khen thuong|danh hieu hinh thuc de nghi|hinh thuc khen thuong de nghi|de nghi cong nhan"
    ),
    Field.ACHIEVEMENT: (
        "tom tat thanh tich|thanh tich|noi dung thanh tich|tom tat thanh tich de nghi khen thuong|"
        "thanh tich dat duoc|thanh tich noi bat|noi dung khen thuong|noi dung khen|ly do khen thuong|"
        "ly do de nghi|trich ngang thanh tich|noi dung viec tot|tom tat noi dung|viec tot|viec lam tot|"
        "ket qua dat duoc|ket qua|noi dung|tom tat|thanh tich chinh|thanh tich de nghi khen|"
        "noi dung de nghi khen thuong|ve viec|da co thanh tich|nghia cu|tom tat viec lam|mo ta|"
        "mo ta viec tot|tom tat thanh tich noi bat|noi dung tom tat|thanh tich xuat sac|hieu qua|"
        "tom tat thanh tich ca nhan tap the|ket qua noi bat|noi dung thanh tich khen thuong|ly do khen|ly do|"
        "reason|achievement|achievements|summary|viec lam tot la gi|viec tot la gi|da lam gi|vi sao dang khen|vi sao|ly do dang khen|cau chuyen|thanh tich tieu bieu"
    ),
    Field.MODEL: (
        "ten mo hinh|mo hinh|ten mo hinh dan van kheo|mo hinh dan van kheo|ten mo hinh dien hinh|ten de tai|"
        "ten sang kien|sang kien|ten cong trinh|mo hinh dien hinh|ten mo hinh viec lam"
    ),
    Field.FIELD: "linh vuc|thuoc linh vuc|linh vuc dan van kheo|linh vuc cong tac|linh vuc mo hinh",
    Field.DEED_DATE: (
        "ngay viec tot|thoi gian thuc hien|ngay thuc hien|thoi gian|ngay xay ra|thoi diem|ngay lam viec tot|"
        "ngay lap thanh tich|thoi gian lap thanh tich|xay ra khi nao|khi nao|thoi gian xay ra|ngay thang"
    ),
    Field.DEED_PLACE: "dia diem|noi xay ra|dia diem thuc hien|noi thuc hien|dia ban|o dau|xay ra o dau|quy mo dia ban",
    Field.ID_NUMBER: (
        "cccd|so cccd|can cuoc cong dan|so can cuoc|cmnd|so cmnd|cmnd cccd|cccd cmnd|so dinh danh|"
        "so dinh danh ca nhan|so can cuoc cong dan|can cuoc|so cmnd cccd|so cccd cmnd|ma dinh danh|"
        "chung minh nhan dan|so giay to"
    ),
    Field.STAFF_NUMBER: (
        "so hieu|ma can bo|ma nhan vien|ma so can bo|so hieu cong chuc|ma nv|ma so nhan vien|so hieu can bo|"
        "ma cbcc|ma nguoi|ma so|ma cb|msnv|ma so doan vien|so hieu vien chuc|ma doan vien|ma cnv"
    ),
    Field.PARTY_CARD: "ma so dang vien|ma dang vien|so ly lich dang vien|so the dang|so the dang vien|the dang|the dang vien|so tdv",
    Field.PARTY_DATE: "ngay vao dang|vao dang|ngay ket nap|ngay vao dang chinh thuc|nam vao dang",
    Field.ADDRESS: (
        "dia chi|noi o|noi cu tru|cho o|ho khau|noi o hien nay|thuong tru|que quan|dia chi thuong tru|"
        "noi thuong tru|cho o hien nay|noi o cu tru"
    ),
    Field.PHONE: (
        "dien thoai|so dien thoai|sdt|dt|so dt|di dong|dtdd|dien thoai lien he|phone|lien he|so dien thoai lien he"
    ),
    Field.EMAIL: "email|thu dien tu|e mail|hop thu|dia chi email",
    Field.NOMINATOR: (
        "nguoi de nghi|ho va ten nguoi de nghi|ho ten nguoi de nghi|ten nguoi de nghi|nguoi gioi thieu|nguoi de xuat|"
        "ho va ten nguoi gioi thieu|ho ten nguoi gioi thieu|nguoi phat hien"
    ),
    Field.CONTACT: "nguoi lien he|ho ten nguoi lien he|ho va ten nguoi lien he|can bo dau moi|dau moi lien he",
    Field.ETHNICITY: "dan toc",
    Field.EDUCATION: "trinh do|trinh do chuyen mon|trinh do hoc van|hoc vi|hoc ham hoc vi",
    Field.PAST_AWARDS: (
        "khen thuong da dat|hinh thuc khen thuong da duoc tang|da duoc khen thuong|danh hieu da dat|"
        "cac hinh thuc da duoc khen|hinh thuc khen thuong da dat|khen thuong truoc day|da khen thuong|"
        "danh hieu thi dua da dat|cac danh hieu da dat|hinh thuc da khen|qua trinh khen thuong|"
        "lich su khen thuong|da duoc tang|hinh thuc khen thuong da nhan|"
        "danh hieu hinh thuc khen thuong da dat|thanh tich khen thuong da dat|"
        "cac hinh thuc khen thuong da dat|khen thuong gan nhat"
    ),
    Field.DECISION_NUMBER: "so quyet dinh|so qd|quyet dinh so|quyet dinh|so van ban|qd so|so va ngay quyet dinh",
    Field.DECISION_DATE: "ngay quyet dinh|ngay qd|ngay ky|ngay ban hanh|ngay cong nhan",
    Field.SCORE: "diem|diem thi dua|diem cham|diem de nghi|diem danh gia|tong diem|diem tu cham|so diem|diem tham dinh|diem tu danh gia|tong so diem",
    Field.VOTES: "so phieu|ket qua bo phieu|so phieu dong y|ty le phieu|ti le phieu|phieu dong y|ty le|so phieu bau",
    Field.AMOUNT: "so tien|tien thuong|muc thuong|so tien thuong|muc tien thuong|thanh tien|kinh phi|gia tri",
    Field.NOTE: "ghi chu|gc|chu thich|note|y kien|ghi chu khac",
}

#: Headings that look like one of ours and mean something that no list of ours holds.
NOT_OURS = frozenset(
    [
        "tham nien",
        "thoi gian cong tac",
        "thoi gian giu chuc vu",
        "tham nien cong tac",
        "ngay chinh thuc",
        "bi danh",
        "ten goi khac",
        "ho ten vo",
        "ho va ten vo",
        "ten vo",
        "ten chong",
        "ho ten cha",
        "ho ten me",
        "ho ten con",
        "ho ten cha me",
        "de nghi cong nhan cap",
        "phong trao thi dua",
        "phong trao",
        "so luong",
        "so nguoi",
        "dau thoi gian",
        "timestamp",
        "cap de nghi",
    ]
)
