"""What a deed or a model is about: field of work, PAPI dimension, grassroots-democracy side. Tags that can be filtered by."""

from recognition.hall.words import Word


class Field(Word):
    """The four fields of "Dân vận khéo", as the guidance of every province names them."""

    ECONOMY = "economy", "Phát triển kinh tế"
    CULTURE_SOCIETY = "culture_society", "Văn hoá - xã hội"
    DEFENCE_SECURITY = "defence_security", "Quốc phòng - an ninh"
    POLITICAL_SYSTEM = "political_system", "Xây dựng hệ thống chính trị"


class Papi(Word):
    """The eight contents of PAPI since 2018 (papi.org.vn)."""

    PARTICIPATION = "1", "Tham gia của người dân ở cấp cơ sở"
    TRANSPARENCY = "2", "Công khai, minh bạch"
    ACCOUNTABILITY = "3", "Trách nhiệm giải trình với người dân"
    CORRUPTION = "4", "Kiểm soát tham nhũng trong khu vực công"
    PROCEDURES = "5", "Thủ tục hành chính công"
    SERVICES = "6", "Cung ứng dịch vụ công"
    ENVIRONMENT = "7", "Quản trị môi trường"
    ELECTRONIC = "8", "Quản trị điện tử"


class Democracy(Word):
    """Sides of democracy at the grassroots: the motto of Luật 10/2022/QH15 and the forms that units carry out."""

    KNOW = "know", "Dân biết: công khai thông tin"
    DISCUSS = "discuss", "Dân bàn: tham gia ý kiến, quyết định"
    DO = "do", "Dân làm: cùng thực hiện"
    CHECK = "check", "Dân kiểm tra"
    SUPERVISE = "supervise", "Dân giám sát"
    BENEFIT = "benefit", "Dân thụ hưởng"
    DIALOGUE = "dialogue", "Đối thoại, tiếp dân"
    CONFERENCE = "conference", "Hội nghị cán bộ, công chức, người lao động"
    PEOPLE_INSPECTION = "people_inspection", "Ban Thanh tra nhân dân"
