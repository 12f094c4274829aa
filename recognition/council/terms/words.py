"""The words of the council: who sits there, how it votes, where a session stands."""

from recognition.hall.words import Word


class CouncilKind(Word):
    """Which body votes."""

    COUNCIL = "council", "Hội đồng thi đua - khen thưởng"
    STANDING_COMMITTEE = "standing_committee", "Ban thường vụ"
    UNION_COMMITTEE = "union_committee", "Ban chấp hành công đoàn"


class MemberRole(Word):
    """A member's place in the council, in the order of the minutes."""

    CHAIR = "chair", "Chủ tịch Hội đồng"
    VICE_CHAIR = "vice_chair", "Phó Chủ tịch Hội đồng"
    STANDING = "standing", "Uỷ viên thường trực"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Uỷ viên"


#: What the places are called where the body is no council of its own.
PLACES = {
    CouncilKind.STANDING_COMMITTEE: {
        MemberRole.CHAIR: "Bí thư", MemberRole.VICE_CHAIR: "Phó Bí thư", MemberRole.STANDING: "Uỷ viên Ban Thường vụ",
        MemberRole.SECRETARY: "Thư ký", MemberRole.MEMBER: "Uỷ viên Ban Thường vụ",
    },
    CouncilKind.UNION_COMMITTEE: {
        MemberRole.CHAIR: "Chủ tịch Công đoàn", MemberRole.VICE_CHAIR: "Phó Chủ tịch Công đoàn", MemberRole.STANDING: "Uỷ viên Ban Thường vụ",
        MemberRole.SECRETARY: "Thư ký", MemberRole.MEMBER: "Uỷ viên Ban Chấp hành",
    },
}  # fmt: skip


def place_in_words(kind: CouncilKind, role: MemberRole) -> str:
    """A member's place in words: "Chủ tịch Hội đồng", "Bí thư", "Chủ tịch Công đoàn"."""
    return PLACES.get(kind, {}).get(role, role.label)


class Body(Word):
    """What the vote is worth."""

    ADVISORY = "advisory", "Tham mưu: người có thẩm quyền quyết định sau"
    DECIDING = "deciding", "Quyết định: kết quả biểu quyết là quyết định"


class Method(Word):
    """How the council votes."""

    PAPER = "paper", "Bỏ phiếu giấy"
    SEALED = "sealed", "Bỏ phiếu kín điện tử"
    OPEN = "open", "Biểu quyết giơ tay"


class SessionState(Word):
    """Where a session stands. Closed is final; a new vote is a new session that names the old one."""

    PLANNED = "planned", "Đang chuẩn bị"
    CALLED = "called", "Đã triệu tập"
    OPEN = "open", "Đang bỏ phiếu"
    COUNTING = "counting", "Đang kiểm phiếu"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã huỷ"


class Attendance(Word):
    """Whether a member takes part."""

    UNKNOWN = "unknown", "Chưa điểm danh"
    PRESENT = "present", "Có mặt"
    ONLINE = "online", "Dự trực tuyến"
    ABSENT = "absent", "Vắng"


class Base(Word):
    """Of whom the share of votes is taken."""

    ALL_MEMBERS = "all_members", "tổng số thành viên theo quyết định thành lập"
    PRESENT = "present", "số thành viên dự họp"
    VALID = "valid", "số phiếu hợp lệ"


class Absent(Word):
    """What becomes of members who are not there."""

    NOT_ASKED = "not_asked", "Không lấy ý kiến; không tính là đồng ý"
    WRITTEN = "written", "Lấy ý kiến bằng văn bản và cộng vào kết quả"


class Opinion(Word):
    """One choice on one case."""

    APPROVE = "approve", "Đồng ý"
    REJECT = "reject", "Không đồng ý"
    ABSTAIN = "abstain", "Không có ý kiến"


class Block(Word):
    """Ceremony order: groups before individuals (NĐ 152/2025 Đ29(5))."""

    COLLECTIVE = "collective", "Tập thể"
    HOUSEHOLD = "household", "Hộ gia đình"
    INDIVIDUAL = "individual", "Cá nhân"


class Conflict(Word):
    """Why a member stands aside from a case, the strongest first. Computed from the record, or declared."""

    NOMINEE = "nominee", "Là người được đề nghị khen thưởng"
    HEAD = "head", "Đứng đầu đơn vị đề nghị hoặc đơn vị của người được đề nghị"
    RELATION = "relation", "Có quan hệ gia đình, thân thích"
    AUTHOR = "author", "Đã lập hoặc xác nhận hồ sơ"
    UNIT = "unit", "Công tác ở đơn vị đề nghị hoặc đơn vị được đề nghị"
    OTHER = "other", "Lý do khác"


class Tie(Word):
    """What becomes of cases with equal votes at the last place of a quota."""

    NOBODY = "nobody", "Không lấy ai trong số bằng phiếu"
    CHAIR = "chair", "Theo biểu quyết của Chủ tịch Hội đồng"


class Stage(Word):
    """When a list is posted for opinions."""

    BEFORE = "before", "Trước khi bỏ phiếu"
    RESULT = "result", "Sau khi bỏ phiếu, trước khi ký quyết định"
