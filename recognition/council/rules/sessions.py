"""What councils and sessions must have before they go a step further."""

from collections.abc import Iterable, Mapping, Sequence

from recognition.catalogue.rules import list_key
from recognition.council.rules import conflicts, rulebook, substitutes, voting
from recognition.council.terms import Attendance, AttendanceInput, Item, Method, Seat, Session
from recognition.hall.lengths import REASON, too_long

SMALL = 5
#: A sealed ballot needs three who each keep a part of its key.
SEALED_TELLERS = 3


def order(items: Iterable[Item], levels: Mapping[str, tuple[int, bool]]) -> list[Item]:
    """The agenda in the order of lists. `levels` gives for an award code its level (the higher the earlier) and whether it is a title."""

    def key(item: Item) -> tuple[int, int, bool, str, str]:
        level, title = levels.get(item.award_code, (0, False))
        return list_key(item.block, level, item.award_code, item.name, title=title)

    return sorted(items, key=key)


def check_attendance(rows: Sequence[AttendanceInput], *, sent: bool = False) -> dict[str, str]:
    """Member → sentence: a known word, a reason for every absence (minutes BM.09: vắng, lý do), substitutes only where they may be `sent`."""
    wrong = {}
    for row in rows:
        if row.substitute is not None and (sentence := substitutes.wrong(row, allowed=sent)):
            wrong[str(row.member_id)] = sentence
            continue
        if row.attendance not in {each.value for each in Attendance}:
            wrong[str(row.member_id)] = "Anh/chị chọn có mặt, dự trực tuyến hoặc vắng."
        elif row.attendance == Attendance.ABSENT and not row.reason.strip():
            wrong[str(row.member_id)] = "Anh/chị ghi lý do vắng; biên bản cần lý do."
        elif long := too_long(row.reason, REASON, "Lý do vắng"):
            wrong[str(row.member_id)] = long
    return wrong


def check_opening(session: Session) -> dict[str, str]:
    """Field → sentence: what keeps the vote from opening."""
    wrong = rulebook.check(session.rule, dict.fromkeys((item.award_code, item.award_name) for item in session.items))
    if not session.items:
        wrong["items"] = "Chương trình chưa có trường hợp nào. Anh/chị đưa hồ sơ trong danh sách vào chương trình."
    if not session.voters:
        wrong["seats"] = "Hội đồng chưa có thành viên có quyền biểu quyết."
    missing = [seat.name for seat in session.voters if seat.attendance is Attendance.UNKNOWN]
    if missing:
        wrong["attendance"] = f"Chưa điểm danh: {', '.join(missing)}."
    elif not voting.quorum_met(session.present, len(session.voters), session.rule.least):
        least = voting.quorum_needed(len(session.voters), session.rule.least)
        wrong["quorum"] = f"Mới có {session.present} trong {len(session.voters)} thành viên dự họp, cần ít nhất {least} ({session.rule.least})."
    if session.method is Method.PAPER and len(session.tellers) < 2:
        wrong["tellers"] = "Bỏ phiếu giấy cần hai người kiểm phiếu nhập kết quả độc lập. Anh/chị chọn tổ kiểm phiếu."
    if session.method is Method.SEALED and len(session.tellers) != SEALED_TELLERS:
        wrong["tellers"] = "Bỏ phiếu kín điện tử cần tổ kiểm phiếu ba người, mỗi người giữ một phần khoá. Không đủ ba người thì bỏ phiếu giấy."
    if sentence := substitutes.against_the_rule(session):
        wrong["substitutes"] = sentence
    if not any(seat.role.value == "chair" for seat in session.seats):
        wrong["chair"] = "Hội đồng chưa có Chủ tịch. Anh/chị bổ sung thành viên trước khi mở bỏ phiếu."
    return wrong


def warnings(session: Session) -> list[str]:
    """What the secretary should know, without being stopped: few voters, an even number, all votes alike told by papers."""
    voters = len(session.voters)
    found = []
    if 0 < voters < SMALL:
        found.append(f"Hội đồng chỉ có {voters} người bỏ phiếu: kết quả dễ đoán ra ai chọn gì. Đủ {SMALL} người thì kín hơn.")
    if voters and voters % 2 == 0:
        found.append(f"Số thành viên bỏ phiếu là số chẵn ({voters}). Nhiều quy chế đòi số lẻ; anh/chị xem quy chế của Hội đồng.")
    far = [seat.name for seat in session.voters if seat.attendance is Attendance.ONLINE]
    if session.method is Method.PAPER and far:
        found.append(f"Dự trực tuyến nên không nhận được phiếu giấy: {', '.join(far)}. Cần ý kiến của họ thì ghi vắng và lấy ý kiến bằng văn bản.")
    found += [
        f"{name} trùng tên với một người được đề nghị. Nếu là cùng một người, anh/chị ghi «Không tham gia» ở trường hợp ấy."
        for name in conflicts.namesakes(session)
    ]
    return found


def chair(seats: Iterable[Seat]) -> Seat | None:
    """Who leads: the chair if there, else the first vice-chair there. A substitute has the vote, not the chair."""
    there = [seat for seat in seats if seat.takes_part and seat.substitute is None]
    return next((seat for role in ("chair", "vice_chair", "standing") for seat in there if seat.role.value == role), None)
