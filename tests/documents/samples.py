"""Invented facts that look real, for every kind of paper."""

from dataclasses import replace
from datetime import date, datetime

from documents.facts import (
    AccountSheet,
    AccountSlip,
    AchievementReport,
    AchievementSummary,
    AgendaItem,
    Answer,
    Attendee,
    AwardLetter,
    BallotItem,
    Ballots,
    Check,
    Correction,
    CountRecord,
    CovenantPaper,
    CovenantParty,
    CovenantTarget,
    Decision,
    DecisionKind,
    DialogueMinutes,
    EarlierDecision,
    GrassrootsReport,
    Head,
    Invitation,
    Issuer,
    Kind,
    Line,
    Minutes,
    OpinionForms,
    OpinionSheet,
    Outcome,
    PastAward,
    Posting,
    Proof,
    Raised,
    Reason,
    RegistrationForm,
    ReminderLetter,
    Result,
    ResultLetter,
    ReturnSlip,
    Score,
    ScoreSheet,
    ScreeningSlip,
    Section,
    Signer,
    StatisticsColumn,
    StatisticsForm,
    StatisticsRow,
    Submission,
    SummaryList,
    Track,
)

BLOC = Issuer(
    name="ĐẢNG ỦY KHỐI\nCƠ QUAN VÀ DOANH NGHIỆP TỈNH",
    superior="ĐẢNG BỘ TỈNH TÂN PHONG",
    place="Tân Phong",
    track=Track.PARTY,
    short_sign="ĐUK",
    awarding_line="BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI",
    in_text="Ban Thường vụ Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh",
)
PARTY = Issuer(
    name="ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",
    superior="ĐẢNG BỘ TỈNH TÂN PHONG",
    place="Tân Phong",
    track=Track.PARTY,
    short_sign="ĐU",
    awarding_line="BAN THƯỜNG VỤ ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",
    in_text="Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh",
)
COMMUNE = Issuer(
    name="ỦY BAN NHÂN DÂN\nXÃ HÒA LỢI",
    superior="",
    place="Hòa Lợi",
    track=Track.STATE,
    short_sign="UBND",
    awarding_line="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA LỢI",
    in_text="Chủ tịch Ủy ban nhân dân xã Hòa Lợi",
)
UNION = Issuer(
    name="CÔNG ĐOÀN CƠ SỞ\nCÔNG TY CỔ PHẦN CAO SU HÒA LỢI",
    superior="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN PHONG",
    place="Hòa Lợi",
    track=Track.UNION,
    short_sign="CĐCS",
    in_text="Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",
)
SECRETARY = Signer("Nguyễn Thị Minh Hạnh", "PHÓ BÍ THƯ", ("T/M BAN THƯỜNG VỤ",))
CHAIRMAN = Signer("Trần Quốc Bảo", "CHỦ TỊCH")
UNION_CHAIR = Signer("Lê Hoàng Yến", "CHỦ TỊCH", ("TM. BAN CHẤP HÀNH",))
PARTY_HEAD = Head(PARTY, date(2026, 11, 5), "12")
BLOC_HEAD = Head(BLOC, date(2024, 11, 5), "127")
STATE_HEAD = Head(COMMUNE, date(2026, 11, 5), "345")
UNION_HEAD = Head(UNION, date(2026, 3, 9), "07")

_DEED = (
    "Vận động 42 hộ dân hiến 1.250 m² đất mở rộng đường liên ấp; tổ chức 12 buổi đối thoại trực tiếp, "
    "giải quyết dứt điểm 07 kiến nghị của nhân dân"
)
LINES = (
    Line(
        Kind.PERSON,
        "Trần Đức Hòa",
        "Ông",
        "Bí thư Chi bộ",
        "Chi bộ Văn phòng Sở Xây dựng",
        _DEED,
        "Giấy khen",
        amount=760_000,
    ),
    Line(
        Kind.COLLECTIVE,
        "Chi bộ Trung tâm Phục vụ hành chính công tỉnh",
        unit="Đảng bộ Văn phòng Ủy ban nhân dân tỉnh",
        achievement="Mô hình “Ngày thứ Bảy cùng dân” tiếp 3.460 lượt người",
        award_form="Giấy khen",
        amount=1_520_000,
    ),
    Line(
        Kind.PERSON,
        "H’Hen Niê",
        "Bà",
        "Chuyên viên",
        "Sở Dân tộc và Tôn giáo",
        "Hướng dẫn 86 hộ đồng bào làm dịch vụ công trực tuyến",
        "Giấy khen",
        amount=760_000,
    ),
    Line(
        Kind.PERSON,
        "Y Bliă Êban",
        "Ông",
        "Công nhân vận hành",
        "Công ty Cổ phần Cao su Hòa Lợi",
        "Cứu hai em nhỏ bị đuối nước ngày 14/8/2026",
        "Giấy khen",
        amount=760_000,
    ),
    Line(
        Kind.HOUSEHOLD,
        "ông Nguyễn Văn Lành",
        "Hộ gia đình",
        unit="Ấp 3, xã Hòa Lợi",
        achievement="Hiến 320 m² đất và 14 ngày công làm cầu dân sinh",
        award_form="Giấy khen",
        amount=1_140_000,
    ),
    Line(
        Kind.COLLECTIVE,
        "Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",
        achievement="“Bếp ăn tình thương” 50 suất mỗi tháng, duy trì ba năm liền",
        award_form="Giấy khen",
        amount=1_520_000,
    ),
)
MERIT = "đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026"
PARTY_DECISION = Decision(
    head=PARTY_HEAD,
    kind=DecisionKind.COMMEND,
    about="tặng Giấy khen về thành tích trong phong trào thi đua “Dân vận khéo” năm 2026",
    bases=(
        "Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
        "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ các cơ quan Đảng tỉnh nhiệm kỳ 2025 - 2030",
        "Căn cứ Hướng dẫn số 08-HD/ĐU, ngày 02/02/2026 của Ban Thường vụ Đảng ủy về phong trào thi đua “Dân vận khéo” năm 2026",
        "Xét đề nghị của Hội đồng thi đua - khen thưởng tại Tờ trình số 31-TTr/HĐ, ngày 29/10/2026",
    ),
    signer=SECRETARY,
    executors="Văn phòng Đảng ủy, Ban Tuyên giáo và Dân vận Đảng ủy, các chi bộ, đảng bộ cơ sở",
    lines=LINES,
    merit=MERIT,
    fund="ngân sách Đảng năm 2026 của Đảng ủy",
    copies_to=(
        "Như Điều 3",
        "Ban Thường vụ Tỉnh ủy (để báo cáo)",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Lưu Văn phòng Đảng ủy",
    ),
)
STATE_DECISION = replace(
    PARTY_DECISION,
    head=STATE_HEAD,
    about="Về việc tặng danh hiệu và Giấy khen năm 2026",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
    ),
    signer=CHAIRMAN,
    executors="Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã hội",
    lines=(
        Line(
            Kind.PERSON,
            "Phan Thị Ngọc Ánh",
            "Bà",
            "Giáo viên",
            "Trường Tiểu học Hòa Lợi A",
            award_form="Lao động tiên tiến",
            is_title=True,
            rank=2,
        ),
        Line(Kind.PERSON, "Lâm Văn Út", "Ông", "Trưởng ấp", "Ấp 5, xã Hòa Lợi", award_form="Giấy khen", rank=2),
        Line(Kind.COLLECTIVE, "Ban Quản lý chợ Hòa Lợi", award_form="Giấy khen", rank=2),
    ),
    merit="đã có thành tích xuất sắc trong năm 2026",
    fund="",
    copies_to=("Như Điều 3", "Sở Nội vụ tỉnh (để báo cáo)", "Lưu: VT, VHXH"),
)
EARLIER = EarlierDecision(
    "12-QĐ/ĐU", date(2026, 11, 5), "Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh", "về việc tặng Giấy khen năm 2026"
)
RECOGNITION = replace(
    PARTY_DECISION,
    kind=DecisionKind.RECOGNISE,
    about="công nhận mô hình “Dân vận khéo” năm 2026",
    merit="mô hình “Dân vận khéo” năm 2026",
    lines=(
        Line(
            Kind.COLLECTIVE,
            "Chi bộ Sở Khoa học và Công nghệ",
            unit="Đảng bộ Ủy ban nhân dân tỉnh",
            subject="Tổ công nghệ số cộng đồng đến từng nhà",
        ),
        Line(
            Kind.PERSON,
            "Đỗ Thị Thu Thảo",
            "Bà",
            "Trưởng phòng",
            "Bảo hiểm xã hội tỉnh",
            subject="Trao sổ bảo hiểm, gửi niềm tin",
        ),
    ),
)
CORRECTION = replace(
    PARTY_DECISION,
    kind=DecisionKind.CORRECT,
    about="đính chính Quyết định số 12-QĐ/ĐU, ngày 05/11/2026",
    lines=(),
    earlier=EARLIER,
    corrections=(
        Correction("Mục II, số thứ tự 2 của danh sách", "Bà H’Hen Nie, Chuyên viên", "Bà H’Hen Niê, Chuyên viên chính"),
    ),
)
REVOCATION = replace(
    PARTY_DECISION,
    kind=DecisionKind.REVOKE,
    about="hủy bỏ quyết định khen thưởng",
    lines=(replace(LINES[0], amount=None, achievement=""),),
    earlier=EARLIER,
    reason="kê khai thành tích không đúng sự thật",
)
REPLACEMENT = replace(PARTY_DECISION, kind=DecisionKind.REPLACE, earlier=EARLIER)
SUBMISSION = Submission(
    head=Head(UNION, date(2026, 9, 30), "15"),
    to=("Ban Thường vụ Liên đoàn Lao động tỉnh Tân Phong", "Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh"),
    about="Về việc đề nghị tặng Giấy khen phong trào thi đua “Dân vận khéo” năm 2026",
    reasons=(
        "Thực hiện Kế hoạch số 21-KH/ĐU, ngày 15/01/2026 của Ban Thường vụ Đảng ủy về phong trào thi đua “Dân vận khéo” năm 2026;",
        "Căn cứ kết quả họp bình xét ngày 25/9/2026 của đơn vị,",
    ),
    lines=LINES,
    merit=MERIT,
    signer=UNION_CHAIR,
    attachments=(
        "Danh sách đề nghị khen thưởng",
        "Báo cáo thành tích của từng tập thể, cá nhân",
        "Biên bản họp bình xét",
    ),
    copies_to=("Như trên", "Lưu: VT"),
)
PARTY_SUBMISSION = replace(
    SUBMISSION,
    head=replace(PARTY_HEAD, number="44"),
    to=("Ban Thường vụ Tỉnh ủy",),
    signer=SECRETARY,
    about="đề nghị tặng Bằng khen phong trào thi đua “Dân vận khéo” năm 2026",
)
COMMITTEE_MEMBERS = (
    Attendee("Nguyễn Thị Minh Hạnh", "Phó Bí thư, Chủ tịch Hội đồng"),
    Attendee("Phạm Công Tâm", "Trưởng Ban Tuyên giáo và Dân vận"),
    Attendee("Lê Hoàng Yến", "Chủ tịch Công đoàn cơ sở"),
    Attendee("Đặng Hữu Phước", "Chánh Văn phòng, Thư ký"),
)
RESULTS = (
    Result("Ông Trần Đức Hòa", 5, 9, True, "Bí thư Chi bộ, Sở Xây dựng", "Giấy khen", 2, 1),
    Result("Bà H’Hen Niê", 8, 9, True, "Chuyên viên, Sở Dân tộc và Tôn giáo", "Giấy khen", 0, 0),
    Result("Chi bộ Trung tâm Phục vụ hành chính công tỉnh", 8, 9, True, "", "Giấy khen", 0, 0),
    Result("Ông Lâm Văn Út", 4, 9, False, "Trưởng ấp 5", "Giấy khen", 4, 0),
)
COUNT = CountRecord(
    head=replace(PARTY_HEAD, number="03", day=date(2026, 10, 28)),
    about="bỏ phiếu xét khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    body="Hội đồng thi đua - khen thưởng các cơ quan Đảng tỉnh",
    founded_by="Quyết định số 05-QĐ/ĐU, ngày 12/01/2026 của Ban Thường vụ Đảng ủy",
    starts=datetime(2026, 10, 28, 14, 0),
    ends=datetime(2026, 10, 28, 15, 20),
    place="Phòng họp số 2, trụ sở Đảng ủy",
    members_total=9,
    present=8,
    absent=(Attendee("Vũ Đình Khoa", "Ủy viên", "đi công tác theo Giấy mời số 18-GM/TU"),),
    not_voting=(Attendee("Bùi Thanh Tùng", "Ủy viên", "thủ trưởng đơn vị có người được xét, không tham gia mục số 2"),),
    tellers=(
        Attendee("Phạm Công Tâm", "Tổ trưởng"),
        Attendee("Lê Hoàng Yến", "Thành viên"),
        Attendee("Đặng Hữu Phước", "Thành viên"),
    ),
    issued=8,
    returned=8,
    valid=8,
    invalid=0,
    rule="Đạt khi số phiếu đồng ý quá một nửa tổng số thành viên Hội đồng theo quyết định thành lập (từ 5/9 phiếu), theo Quy chế hoạt động của Hội đồng",
    results=RESULTS,
    written=1,
    chair=COMMITTEE_MEMBERS[0],
    proof=Proof("7F3A-91C2-0B4E"),
)
MINUTES = Minutes(
    head=replace(COUNT.head, number="04"),
    about="họp xét khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    body=COUNT.body,
    starts=COUNT.starts,
    ends=datetime(2026, 10, 28, 16, 30),
    place=COUNT.place,
    founded_by=COUNT.founded_by,
    members_total=9,
    present=COMMITTEE_MEMBERS,
    absent=COUNT.absent,
    chair=COMMITTEE_MEMBERS[0],
    secretary=COMMITTEE_MEMBERS[3],
    method="bỏ phiếu kín",
    rule=COUNT.rule,
    sections=(
        Section(
            "Nội dung cuộc họp",
            ("Thư ký báo cáo kết quả thẩm định 04 hồ sơ đề nghị; các hồ sơ đủ thành phần theo Hướng dẫn số 08-HD/ĐU.",),
        ),
        Section(
            "Ý kiến thảo luận",
            ("Đ/c Phạm Công Tâm đề nghị làm rõ số liệu hiến đất; đơn vị đã bổ sung xác nhận của xã.",),
        ),
    ),
    results=RESULTS,
    guests=(Attendee("Hồ Thị Lan", "Phó Chủ tịch xã Hòa Lợi"),),
    recused=COUNT.not_voting,
    conclusions=("Hội đồng thống nhất đề nghị Ban Thường vụ Đảng ủy tặng Giấy khen các trường hợp đạt.",),
    proof=Proof("7F3A-91C2-0B4E"),
)
UNIT_MINUTES = replace(
    MINUTES,
    head=Head(UNION, date(2026, 9, 25), "09"),
    about="Họp bình xét, đề nghị khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    body="Ban Chấp hành Công đoàn cơ sở",
    founded_by="",
    method="biểu quyết giơ tay",
    rule="Đạt khi quá một nửa số người dự họp đồng ý",
    proof=None,
    recused=(),
)
REPORT = AchievementReport(
    head=Head(UNION, date(2026, 9, 20), "11"),
    recipient=LINES[3],
    asked_for="Giấy khen của Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh",
    particulars=(
        ("Họ và tên", "Y Bliă Êban"),
        ("Năm sinh", "1994"),
        ("Dân tộc", "Ê Đê"),
        ("Chức vụ, nơi công tác", "Công nhân vận hành, Công ty Cổ phần Cao su Hòa Lợi"),
    ),
    duties=("Vận hành trạm bơm số 2; tổ trưởng tổ tự quản khu nhà ở công nhân.",),
    achievements=(
        Section(
            "Cứu người bị đuối nước",
            (
                "Khoảng 16 giờ ngày 14/8/2026, tại kênh chính Hòa Lợi, anh nhảy xuống dòng nước xiết đưa hai em nhỏ vào bờ, sơ cứu và đưa đến trạm y tế kịp thời.",
            ),
        ),
        Section("Lao động, sản xuất", ("Hoàn thành 108% định mức năm; có 01 sáng kiến tiết kiệm 46.000.000 đồng.",)),
    ),
    past=(PastAward(2024, "Lao động tiên tiến", "Quyết định số 18/QĐ-CT, ngày 20/12/2024 của Tổng Giám đốc Công ty"),),
    reporter=Signer("Y Bliă Êban", "NGƯỜI BÁO CÁO"),
    confirmer=Signer("Lê Hoàng Yến", "CHỦ TỊCH", ("XÁC NHẬN CỦA CÔNG ĐOÀN CƠ SỞ",)),
)
SUMMARY = AchievementSummary(
    head=Head(UNION, date(2026, 8, 17), "08"),
    recipient=LINES[3],
    asked_for="Giấy khen (khen thưởng đột xuất)",
    what="Nhảy xuống kênh chính cứu hai em nhỏ bị nước cuốn",
    when="Khoảng 16 giờ ngày 14/8/2026",
    where="Kênh chính Hòa Lợi, ấp 3, xã Hòa Lợi",
    result="Hai em được sơ cứu, đưa đến trạm y tế và đã khỏe mạnh",
    why="Hành động dũng cảm, quên mình vì người khác, được nhân dân và công nhân cảm phục",
    signer=UNION_CHAIR,
    known_by="Công an xã Hòa Lợi và bà Lê Thị Út, người chứng kiến",
)
INVITATION = Invitation(
    head=replace(PARTY_HEAD, number="20", day=date(2026, 10, 21)),
    to=("Các đồng chí thành viên Hội đồng thi đua - khen thưởng các cơ quan Đảng tỉnh",),
    meeting="dự họp Hội đồng xét khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    starts=datetime(2026, 10, 28, 14, 0),
    place="Phòng họp số 2, trụ sở Đảng ủy",
    chair="Đ/c Nguyễn Thị Minh Hạnh, Phó Bí thư, Chủ tịch Hội đồng",
    agenda=(
        AgendaItem("14:00", "Kiểm tra số người dự, thông qua chương trình", "Thư ký"),
        AgendaItem("14:10", "Báo cáo kết quả thẩm định hồ sơ", "Ban Tuyên giáo và Dân vận"),
        AgendaItem("14:40", "Thảo luận, bỏ phiếu kín", "Hội đồng"),
        AgendaItem("15:20", "Công bố kết quả, kết luận", "Chủ tịch Hội đồng"),
    ),
    signer=SECRETARY,
    note="Tài liệu gửi kèm; đề nghị các đồng chí nghiên cứu trước và dự họp đúng giờ.",
    copies_to=("Như trên", "Lưu Văn phòng Đảng ủy"),
)
BALLOTS = Ballots(
    body="Hội đồng thi đua - khen thưởng các cơ quan Đảng tỉnh",
    about="Xét khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    day=date(2026, 10, 28),
    items=tuple(BallotItem(r.name, r.post_unit, r.award_form) for r in RESULTS),
    options=("Đồng ý", "Không đồng ý"),
    copies=3,
)
OPINIONS = OpinionForms(
    head=replace(PARTY_HEAD, number="", day=date(2026, 10, 20), dated=False),
    meeting="Phiên xét khen “Dân vận khéo” đợt 2 năm 2026",
    meets=date(2026, 10, 28),
    sheets=tuple(
        OpinionSheet(Attendee(name, post), tuple(BallotItem(r.name, r.post_unit, r.award_form) for r in RESULTS[first:]))
        for name, post, first in (("Vũ Đình Khoa", "Trưởng Ban Tổ chức, Ủy viên", 0), ("Bùi Thanh Tùng", "Chánh Văn phòng, Ủy viên", 1))
    ),
    options=("Đồng ý", "Không đồng ý"),
    reply_by=date(2026, 10, 27),
    reply_to="Thư ký Hội đồng, Văn phòng Đảng ủy",
    basis="Điều 8 Quy chế làm việc của Hội đồng",
)
RETURN = ReturnSlip(
    head=replace(PARTY_HEAD, number="", dated=True),
    code="GS-2026-0147",
    title="Bếp ăn tình thương",
    recipient="Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",
    unit="Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",
    reasons=(
        Reason(
            "Minh chứng",
            "Chưa có ảnh hoặc xác nhận của địa phương",
            "Bổ sung ít nhất một ảnh và giấy xác nhận của Ủy ban nhân dân xã",
        ),
        Reason("Thời gian thực hiện", "Ngày kết thúc trước ngày bắt đầu", "Kiểm tra và ghi lại cho đúng"),
    ),
    deadline=date(2026, 11, 20),
    contact="Đ/c Đặng Hữu Phước, Văn phòng Đảng ủy, điện thoại 0900 000 147",
    signer=Signer("Đặng Hữu Phước", "THƯ KÝ HỘI ĐỒNG"),
)
SCREENING = ScreeningSlip(
    head=replace(PARTY_HEAD, number=""),
    code="GS-2026-0148",
    title="Cứu hai em nhỏ bị đuối nước",
    recipient="Ông Y Bliă Êban",
    unit="Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",
    asked_for="Giấy khen",
    checks=(
        Check("Đủ thành phần hồ sơ", Outcome.PASS, "Hướng dẫn số 08-HD/ĐU, mục III"),
        Check("Chưa được khen cho việc này", Outcome.PASS, "Luật Thi đua, khen thưởng, Điều 5"),
        Check(
            "Không trong thời gian tạm dừng xét",
            Outcome.ASK,
            "NĐ 152/2025, Điều 4 khoản 4",
            "Chờ ý kiến của Ủy ban Kiểm tra",
        ),
    ),
    conclusion="Đủ điều kiện trình Hội đồng sau khi có ý kiến của Ủy ban Kiểm tra.",
    signer=Signer("Đặng Hữu Phước", "NGƯỜI THẨM ĐỊNH"),
)
SLIPS = AccountSheet(
    slips=tuple(
        AccountSlip(name, unit, user, code, datetime(2026, 11, 12, 17, 0))
        for name, unit, user, code in (
            ("Lê Hoàng Yến", "Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi", "yen.lh", "H7K2-M4PQ-9XTD"),
            ("Phạm Công Tâm", "Ban Tuyên giáo và Dân vận", "tam.pc", "3FJW-8RNC-K2VE"),
            ("H’Hen Niê", "Sở Dân tộc và Tôn giáo", "hen.n", "Q5ZA-7BHT-M8YC"),
        )
    ),
    address="https://guongsang.tanphong.vn",
    day=date(2026, 11, 5),
)
REGISTRATION = RegistrationForm(
    head=Head(PARTY, date(2026, 2, 9)),
    year=2026,
    unit="Chi bộ Bảo hiểm xã hội tỉnh",
    field="Văn hóa - xã hội",
    owner="Tập thể",
    is_new=True,
    boxes=(
        Section("Tên mô hình", ("Trao sổ bảo hiểm, gửi niềm tin",)),
        Section(
            "Thực trạng, lý do chọn mô hình", ("Còn 1.120 lao động tự do chưa tham gia bảo hiểm xã hội tự nguyện.",)
        ),
        Section("Mục tiêu, tiêu chí", ("Trong năm có thêm 300 người tham gia.",)),
        Section(
            "Nội dung, cách thức thực hiện", ("Mỗi đảng viên giúp ba gia đình; tư vấn tại nhà vào chiều thứ Bảy.",)
        ),
        Section("Địa bàn, đối tượng", ("Các phường trung tâm; lao động tự do.",)),
        Section("Lực lượng thực hiện", ("Chủ trì: Chi bộ; phối hợp: Hội Phụ nữ phường.",)),
        Section("Thời gian, nguồn lực", ("Từ 01/3/2026 đến 30/11/2026; 12 triệu đồng vận động.",)),
        Section("Sản phẩm, kết quả đầu ra", ("Danh sách 300 người tham gia, có mã số kiểm chứng.",)),
        Section("Khả năng duy trì, nhân rộng", ("Nhân ra các xã trong tỉnh từ năm 2027.",)),
    ),
    confirmer=Signer("Phạm Công Tâm", "BÍ THƯ", ("XÁC NHẬN CỦA CẤP ỦY",)),
    registrant=Signer("Đỗ Thị Thu Thảo", "ĐẠI DIỆN ĐƠN VỊ ĐĂNG KÝ"),
    contact="Đỗ Thị Thu Thảo, 0900 000 256",
)
LETTER = AwardLetter(
    head=replace(PARTY_HEAD, number=""),
    recipient=LINES[3],
    paragraphs=(
        "Được biết chiều ngày 14/8/2026, tại kênh chính Hòa Lợi, anh đã không quản nguy hiểm cứu hai em nhỏ bị nước cuốn, Ban Thường vụ Đảng ủy rất xúc động và trân trọng hành động dũng cảm ấy.",
        "Thay mặt Ban Thường vụ, tôi gửi lời khen ngợi đến anh, mong anh tiếp tục phát huy, là tấm gương sáng để mọi người học tập.",
    ),
    signer=SECRETARY,
)
SUMMARY_LIST = SummaryList(
    head=PARTY_HEAD,
    about="Danh sách tóm tắt các trường hợp trình Hội đồng",
    lines=LINES,
    subtitle="Phiên họp ngày 28/10/2026",
)

RESULT_LETTER = ResultLetter(
    head=replace(PARTY_HEAD, number="61"),
    to=("Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",),
    about="kết quả xét khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    answers=(
        Answer("Ông Y Bliă Êban", "Được tặng Giấy khen", "Việc làm dũng cảm, có người chứng kiến"),
        Answer(
            "“Bếp ăn tình thương”",
            "Chưa đạt",
            "Duy trì ba năm liền",
            "Số liệu người hưởng lợi chưa có xác nhận",
            "Lập sổ theo dõi từ đầu năm",
        ),
    ),
    signer=SECRETARY,
    copies_to=("Như trên", "Lưu Văn phòng Đảng ủy"),
)
POSTING = Posting(
    head=replace(PARTY_HEAD, number="33"),
    about="niêm yết danh sách khen thưởng phong trào thi đua “Dân vận khéo” năm 2026",
    lines=LINES,
    place="Bảng tin trụ sở Đảng ủy và trang nội bộ",
    starts=date(2026, 11, 9),
    ends=date(2026, 11, 28),
    signer=SECRETARY,
    asks_opinions=False,
    basis="Căn cứ Luật Thực hiện dân chủ ở cơ sở,",
    copies_to=("Các chi bộ, đảng bộ cơ sở", "Lưu Văn phòng Đảng ủy"),
)
SCORES = ScoreSheet(
    head=Head(PARTY, date(2026, 10, 15)),
    title="Trao sổ bảo hiểm, gửi niềm tin",
    recipient="Chi bộ Bảo hiểm xã hội tỉnh",
    unit="Chi bộ Bảo hiểm xã hội tỉnh",
    scores=(
        Score("Mục tiêu rõ, sát nhiệm vụ chính trị của đơn vị", 20, 18, 18),
        Score("Cách làm mới, khéo tuyên truyền, vận động", 30, 28, 25, "Một số buổi chưa có danh sách người dự"),
        Score("Kết quả cụ thể, kiểm chứng được", 40, 38, 36, "Còn 12 trường hợp chưa có mã số"),
        Score("Duy trì, nhân rộng", 10, 8, 8),
    ),
    pass_mark=75,
    signers=(Signer("Đỗ Thị Thu Thảo", "", ("ĐẠI DIỆN ĐƠN VỊ",)), Signer("Phạm Công Tâm", "", ("NGƯỜI THẨM ĐỊNH",))),
    code="MH-2026-031",
)

RAISED = (
    Raised(
        "Nhà xe của cơ quan dột, mùa mưa không có chỗ để xe.", "Tổ công đoàn 2", "Tiếp thu.", "Sửa xong nhà xe.", "Văn phòng", date(2026, 9, 30),
        "Đã làm 20/09/2026: lợp lại mái tôn.",
    ),
    Raised("Giờ trực thứ bảy chia chưa đều.", "Anh Vũ Văn Minh", "Sẽ chia lại theo tháng."),
    Raised("Xin thêm máy in cho bộ phận một cửa.", "", "Đồng ý mua trong quý IV.", "Mua một máy in.", "Phòng Tài vụ", date(2026, 12, 15)),
)  # fmt: skip
DIALOGUE = DialogueMinutes(
    PARTY_HEAD, "Hội nghị đối thoại giữa người đứng đầu cấp ủy với công chức, người lao động", date(2026, 8, 14), "Hội trường tầng 2",
    ("Đ/c Lê Quang Vinh, Bí thư chi bộ", "Đ/c Trần Thị Mai, Phó Giám đốc"), ("Công đoàn cơ sở", "Chi đoàn"), 46,
    ("Thông báo tình hình thực hiện kế hoạch 6 tháng.",), RAISED, ("Các bộ phận làm đúng hạn đã hứa.",),
    Signer("Đỗ Thị Thanh", "", ("NGƯỜI GHI BIÊN BẢN",)), Signer("Lê Quang Vinh", "", ("CHỦ TRÌ",)),
)  # fmt: skip
GRASSROOTS_REPORT = GrassrootsReport(
    PARTY_HEAD, "6 tháng đầu năm 2026", (("Số cuộc đối thoại", "02"), ("Số người dự", "78")),
    (Section("Đối thoại, tiếp xúc", ("Đơn vị tổ chức 02 cuộc, 78 người dự.",)),), RAISED[2:],
    ("Trên đây là báo cáo của đơn vị",), Signer("Lê Quang Vinh", "BÍ THƯ", ("T/M CHI BỘ",)), ("Như trên", "Lưu"),
)  # fmt: skip
COVENANT = CovenantPaper(
    PARTY_HEAD, "Giao ước thi đua Cụm thi đua số 1, năm 2026", "Cụm thi đua số 1", "Hội trường Đảng uỷ", date(2026, 2, 6), date(2026, 1, 1), date(2026, 12, 31),
    date(2026, 11, 30), ("Thi đua hoàn thành nhiệm vụ chính trị của đơn vị.", "Thi đua thực hiện tốt dân chủ ở cơ sở."),
    (
        CovenantParty("Chi bộ Trạm Y tế Phú Lộc", Signer("", "BÍ THƯ", ("CHI BỘ TRẠM Y TẾ PHÚ LỘC",)), "Trưởng cụm"),
        CovenantParty("Chi bộ Trạm Y tế Thạch Bình", Signer("Vũ Đình Khải", "BÍ THƯ", ("CHI BỘ TRẠM Y TẾ THẠCH BÌNH",))),
        CovenantParty("Công đoàn cơ sở Trung tâm Y tế", Signer("", "CHỦ TỊCH", ("CÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ",))),
    ),
    (CovenantTarget("Hồ sơ giải quyết đúng hạn", "Ít nhất 98 %", "40"), CovenantTarget("Đơn thư vượt cấp", "Không quá 2 vụ", "30"), CovenantTarget("Quy chế dân chủ", "Sửa xong trong quý II")),
    "Bản 1, dấu vết nội dung 0a1b2c3d4e5f",
)  # fmt: skip

REMINDER_LETTER = ReminderLetter(
    head=replace(PARTY_HEAD, number="15"),
    to=("Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi",),
    about="đôn đốc đăng ký mô hình “Dân vận khéo”",
    paragraphs=(
        "Đến ngày 05 tháng 11 năm 2026, đơn vị còn 1 việc cần làm:",
        "1. Đăng ký mô hình của phong trào “Dân vận khéo” năm 2026: hạn 10/11/2026, còn 5 ngày.",
        "Đề nghị đơn vị hoàn thành trong hạn.",
    ),
    signer=SECRETARY,
    copies_to=("Như trên", "Lưu Văn phòng"),
)
STATISTICS = StatisticsForm(
    "0603.N/BNV-TĐKT", "Ban hành theo Thông tư số 2/2023/TT-BNV ngày 23/3/2023", "Ngày 15 tháng 12 năm báo cáo", "Đảng ủy các cơ quan Đảng tỉnh", "",
    "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG", "Năm 2026 (từ 15/12/2025 đến 14/12/2026)", "Chia ra",
    (StatisticsColumn("Tổng số", "1"), StatisticsColumn("Bằng khen", "2"), StatisticsColumn("Chiến sĩ thi đua cấp bộ, cấp tỉnh", "3")),
    (
        StatisticsRow("Tổng số", "01", "", (1_204, 1_200, 4)), StatisticsRow("1. Chia theo đối tượng khen thưởng"),
        StatisticsRow("- Tập thể", "02", "Tập thể", (200, 200, 0)), StatisticsRow("  Trong đó: Doanh nghiệp", "03", "Doanh nghiệp", (3, 3, 0)),
        StatisticsRow("- Đối ngoại", "14", "", (None, None, None)),
    ),
    "Tân Phong", date(2026, 12, 15), ("Đếm lượt khen thưởng còn hiệu lực theo ngày quyết định.",),
)  # fmt: skip
