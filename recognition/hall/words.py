"""The words of the house: roles, states, verbs, each with its Vietnamese word. No rule lives here."""

from enum import StrEnum


class Word(StrEnum):
    """A code that knows its Vietnamese word (`.label`)."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Word":
        word = str.__new__(cls, code)
        word._value_ = code
        word.label = label
        return word


class Role(Word):
    """What an account may be. The first six are granted; the last three come from a council or an assignment."""

    ADMINISTRATOR = "administrator", "Quản trị"
    SECRETARY = "secretary", "Thư ký"
    CLERK = "clerk", "Văn thư, in giấy khen"
    NOMINATOR = "nominator", "Người đề nghị"
    UNIT_LEADER = "unit_leader", "Lãnh đạo đơn vị"
    LEADER = "leader", "Lãnh đạo theo dõi"
    COUNCIL_MEMBER = "council_member", "Thành viên Hội đồng"
    TELLER = "teller", "Người kiểm phiếu"
    REVIEWER = "reviewer", "Người thẩm định"


class State(Word):
    """States of a nomination."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Đã gửi"
    ENDORSED = "endorsed", "Cấp uỷ đã xác nhận"
    ACCEPTED = "accepted", "Đang thẩm định"
    SHORTLISTED = "shortlisted", "Đã vào danh sách"
    ON_AGENDA = "on_agenda", "Trình họp"
    PASSED = "passed", "Đạt"
    AWARDED = "awarded", "Đã khen"
    RETURNED = "returned", "Trả lại để sửa"
    WITHDRAWN = "withdrawn", "Đã rút"
    REFUSED = "refused", "Từ chối"
    FAILED = "failed", "Không đạt"
    NOT_APPROVED = "not_approved", "Không được duyệt"
    FORWARDED = "forwarded", "Chuyển cấp trên"


class ModelState(Word):
    """States of one year of an exemplary model."""

    REGISTERED = "registered", "Đã đăng ký"
    APPROVED = "approved", "Đã duyệt"
    WORKING = "working", "Đang triển khai"
    SELF_SCORED = "self_scored", "Đã tự chấm"
    CHECKED = "checked", "Đã thẩm định"
    RECOGNISED = "recognised", "Được công nhận"
    OUTSTANDING = "outstanding", "Tiêu biểu"
    CONTINUED = "continued", "Tiếp tục duy trì"
    ENDED = "ended", "Kết thúc"


class Verb(Word):
    """What people do. The same word stands on the button, in the history and in the notice."""

    # the installation
    SET_UP = "set_up", "Thiết lập"
    MANAGE_ISSUERS = "manage_issuers", "Quản lý cơ quan ban hành"
    MANAGE_UNITS = "manage_units", "Quản lý đơn vị"
    MANAGE_PEOPLE = "manage_people", "Quản lý nhân sự"
    MANAGE_ACCOUNTS = "manage_accounts", "Quản lý tài khoản"
    MANAGE_CATALOGUE = "manage_catalogue", "Quản lý danh mục"
    MANAGE_REGULATIONS = "manage_regulations", "Quản lý quy định"
    MANAGE_SETTINGS = "manage_settings", "Cài đặt"
    SEE_AUDIT = "see_audit", "Xem nhật ký"
    IMPORT_WORKBOOK = "import_workbook", "Nhập từ Excel"
    HAND_OVER = "hand_over", "Bàn giao hồ sơ"
    # everybody
    SIGN_IN = "sign_in", "Đăng nhập"
    SIGN_OUT = "sign_out", "Đăng xuất"
    CHANGE_PASSWORD = "change_password", "Đổi mật khẩu"
    SEARCH = "search", "Tra cứu"
    CHOOSE_DIGEST = "choose_digest", "Chọn bản tóm tắt"
    MAKE_ACCESS_KEY = "make_access_key", "Cấp khoá truy cập"
    END_ACCESS_KEY = "end_access_key", "Huỷ khoá truy cập"
    # campaigns
    SEE_CAMPAIGNS = "see_campaigns", "Xem phong trào"
    MANAGE_CAMPAIGNS = "manage_campaigns", "Quản lý phong trào"
    LAUNCH = "launch", "Phát động"
    CLOSE_CAMPAIGN = "close_campaign", "Kết thúc phong trào"
    # nominations
    SEE_NOMINATIONS = "see_nominations", "Xem đề nghị"
    SEE_CONTACTS = "see_contacts", "Xem liên hệ"
    NOMINATE = "nominate", "Đề nghị khen thưởng"
    EDIT = "edit", "Sửa"
    SUBMIT = "submit", "Gửi"
    RECALL = "recall", "Thu hồi về sửa"
    WITHDRAW = "withdraw", "Rút hồ sơ"
    MOVE = "move", "Chuyển phong trào"
    ENDORSE = "endorse", "Xác nhận"
    SEND_BACK = "send_back", "Trả lại người lập"
    ADD_EVIDENCE = "add_evidence", "Thêm minh chứng"
    REMOVE_EVIDENCE = "remove_evidence", "Bỏ minh chứng"
    COMMENT = "comment", "Trao đổi"
    ASK_TO_AMEND = "ask_to_amend", "Xin trả lại để sửa"
    IMPORT_LIST = "import_list", "Nhập danh sách"
    UNDO_IMPORT = "undo_import", "Hoàn tác lần nhập"
    ASK_OPINION = "ask_opinion", "Xin ý kiến đơn vị"
    GIVE_OPINION = "give_opinion", "Cho ý kiến"
    PRINT_UNIT_PAPERS = "print_unit_papers", "In giấy tờ của đơn vị"
    # models
    SEE_MODELS = "see_models", "Xem mô hình"
    REGISTER_MODEL = "register_model", "Đăng ký mô hình"
    EDIT_MODEL = "edit_model", "Sửa mô hình"
    APPROVE_MODEL = "approve_model", "Duyệt đăng ký"
    START_MODEL = "start_model", "Triển khai"
    NOTE_MODEL = "note_model", "Ghi giữa kỳ"
    UNNOTE_MODEL = "unnote_model", "Bỏ ghi giữa kỳ"
    REPORT_MODEL = "report_model", "Báo cáo kết quả năm"
    CHECK_MODEL = "check_model", "Thẩm định mô hình"
    RECOGNISE_MODEL = "recognise_model", "Công nhận"
    MARK_OUTSTANDING = "mark_outstanding", "Chọn tiêu biểu"
    CONTINUE_MODEL = "continue_model", "Tiếp tục duy trì"
    END_MODEL = "end_model", "Kết thúc mô hình"
    SEE_EXAMPLES = "see_examples", "Xem mô hình để làm theo"
    # grassroots democracy
    SEE_GRASSROOTS = "see_grassroots", "Xem sổ dân chủ ở cơ sở"
    RECORD_MEETING = "record_meeting", "Ghi sổ dân chủ ở cơ sở"
    EDIT_MEETING = "edit_meeting", "Sửa bản ghi"
    REMOVE_MEETING = "remove_meeting", "Bỏ bản ghi"
    NOTE_POINT = "note_point", "Ghi câu hỏi, cam kết"
    KEEP_PROMISE = "keep_promise", "Ghi đã thực hiện"
    PLAN_INSPECTION = "plan_inspection", "Lập kế hoạch kiểm tra"
    INSPECT = "inspect", "Ghi kết quả kiểm tra"
    # screening
    SCREEN = "screen", "Thẩm định"
    ACCEPT = "accept", "Tiếp nhận"
    RETURN = "return", "Trả lại để sửa"
    REFUSE = "refuse", "Từ chối"
    SHORTLIST = "shortlist", "Đưa vào danh sách"
    UNSHORTLIST = "unshortlist", "Đưa ra khỏi danh sách"
    OVERRIDE = "override", "Chấp nhận có lý do"
    MANAGE_DISCIPLINE = "manage_discipline", "Ghi kỷ luật, tạm dừng xét"
    ALLOW_PHRASE = "allow_phrase", "Bỏ qua câu dùng chung"
    SET_QUOTA = "set_quota", "Đặt hạn mức"
    # reviewing
    ASSIGN_REVIEWERS = "assign_reviewers", "Giao chấm điểm"
    SCORE = "score", "Chấm điểm"
    ENTER_PAPER_SCORES = "enter_paper_scores", "Nhập điểm chấm giấy"
    SEE_SCORES = "see_scores", "Xem kết quả chấm"
    REMIND = "remind", "Nhắc"
    # council
    MANAGE_COUNCILS = "manage_councils", "Quản lý Hội đồng"
    SEE_SESSIONS = "see_sessions", "Xem phiên họp"
    PLAN_SESSION = "plan_session", "Chuẩn bị phiên họp"
    PUT_ON_AGENDA = "put_on_agenda", "Trình họp"
    TAKE_OFF_AGENDA = "take_off_agenda", "Đưa ra khỏi chương trình"
    CALL_SESSION = "call_session", "Triệu tập"
    RECORD_ATTENDANCE = "record_attendance", "Điểm danh"
    DECLARE_CONFLICT = "declare_conflict", "Khai không tham gia"
    OPEN_VOTE = "open_vote", "Mở bỏ phiếu"
    CAST = "cast", "Bỏ phiếu"
    CLOSE_BALLOT = "close_ballot", "Đóng thùng phiếu"
    DESTROY_BALLOTS = "destroy_ballots", "Huỷ phiếu kín"
    ENTER_COUNT = "enter_count", "Nhập kết quả kiểm phiếu"
    CLOSE_SESSION = "close_session", "Kết thúc phiên họp"
    CANCEL_SESSION = "cancel_session", "Huỷ phiên họp"
    REVOTE = "revote", "Bỏ phiếu lại"
    PASS = "pass", "Đạt"
    FAIL = "fail", "Không đạt"
    # decisions
    SEE_DECISIONS = "see_decisions", "Xem quyết định"
    DRAFT_DECISION = "draft_decision", "Dự thảo quyết định"
    REWORD = "reword", "Sửa câu trên giấy khen"
    RECORD_DECISION = "record_decision", "Vào số"
    RECORD_EXTERNAL = "record_external", "Ghi quyết định bên ngoài"
    AWARD = "award", "Khen thưởng"
    AWARD_SIMPLIFIED = "award_simplified", "Khen theo thủ tục đơn giản"
    AWARD_WRITTEN = "award_written", "Khen theo ý kiến bằng văn bản"
    NOT_APPROVE = "not_approve", "Không duyệt"
    FORWARD = "forward", "Chuyển cấp trên"
    ANSWER_FORWARDED = "answer_forwarded", "Ghi kết quả cấp trên"
    POST_PUBLICLY = "post_publicly", "Công khai"
    # certificates
    SEE_CERTIFICATES = "see_certificates", "Xem giấy khen"
    ISSUE = "issue", "Cấp giấy khen"
    PRINT = "print", "In giấy khen"
    BEGIN_BOOK = "begin_book", "Ghi số sổ giấy đã dùng"
    SPOIL = "spoil", "Ghi hỏng"
    REPLACE = "replace", "Cấp lại"
    HAND_OVER_AWARD = "hand_over_award", "Ghi đã trao"
    SIGN_PROOF = "sign_proof", "Ghi đơn vị đã ký phiếu dò"
    DESIGN_LAYOUT = "design_layout", "Thiết kế mẫu giấy"
    CALIBRATE = "calibrate", "Hiệu chỉnh máy in"
    KEEP_STOCK = "keep_stock", "Ghi sổ phôi"
    # reminding
    SEE_OUTBOX = "see_outbox", "Xem thư chờ gửi"
    COMPOSE_LETTERS = "compose_letters", "Soạn thư nhắc"
    EDIT_LETTER = "edit_letter", "Sửa lời thư"
    LEAVE_OUT_LETTER = "leave_out_letter", "Bỏ thư"
    SEND_LETTER = "send_letter", "Duyệt và gửi thư"
    # after
    PUBLISH = "publish", "Công bố gương"
    UNPUBLISH = "unpublish", "Gỡ công bố"
    REPLICATE = "replicate", "Ghi nhân rộng"
    UNREPLICATE = "unreplicate", "Bỏ ghi nhân rộng"
    SEE_FIGURES = "see_figures", "Xem toàn cảnh"
    SEE_HISTORY = "see_history", "Xem lịch sử khen thưởng"
    SEE_NOT_YET = "see_not_yet", "Xem gương chưa được khen"
    TELL_RESULTS = "tell_results", "Lấy thông báo kết quả xét"
    EXPORT = "export", "Xuất Excel"
    BACK_UP = "back_up", "Sao lưu"
