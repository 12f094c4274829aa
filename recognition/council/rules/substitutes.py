"""Who may come in a member's place: where the council's rule allows it, in the room, sent in writing, one person in one place.

Source: TT 25/2025/TT-BKHCN Đ22 (the substitute is sent in writing and their vote counts). It speaks of hands and of
ballots alike, so a substitute votes by whatever way the session votes; no text was found that shuts them out of a secret
ballot, and a council that wants to has the one switch of its rule.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from recognition.council.terms import Attendance, AttendanceInput, Seat, Session, Substitute
from recognition.hall.lengths import LINE, bounded

#: Everything by which one human can be told: accounts, persons, or a name with its post.
Identity = frozenset[object]


def wrong(row: AttendanceInput, *, allowed: bool) -> str:
    """The sentence on a substitute as typed; empty when there is nothing to say."""
    if not allowed:
        return "Quy tắc của phiên không nhận người dự thay. Anh/chị ghi thành viên vắng, hoặc đổi quy tắc trước khi mở bỏ phiếu."
    if row.attendance != Attendance.PRESENT:
        return "Người dự thay phải có mặt tại phòng họp. Anh/chị chọn «Có mặt», hoặc bỏ tên người dự thay."
    sent = row.substitute
    if sent is None or not (sent.account_id or sent.name.strip()) or not sent.paper.strip():
        return "Anh/chị ghi tên người dự thay và văn bản cử người ấy, ví dụ giấy uỷ quyền số 12 ngày 20/11/2026."
    texts = bounded(("name", sent.name, LINE, "Tên người dự thay"), ("title", sent.title, LINE, "Chức vụ người dự thay"), ("paper", sent.paper, LINE, "Văn bản cử người dự thay"))
    return " ".join(texts.values())


def one_place_each(seats: Sequence[Seat], known: Mapping[UUID, Identity]) -> dict[str, str]:
    """Member → sentence for a substitute who is a member, or who came for two. `known`: ids behind a member or an account."""
    found: dict[str, str] = {}
    taken: list[tuple[Identity, str]] = []
    for seat in seats:
        sent = seat.substitute
        if sent is None:
            continue
        identity = _identity(sent, known)
        if any(identity & (known.get(each.member_id, frozenset()) | {_named(each)}) for each in seats):
            found[str(seat.member_id)] = (
                f"{sent.name} là thành viên của Hội đồng, đã có phiếu của mình, nên không dự thay {seat.name} được. "
                f"Anh/chị chọn người khác, hoặc ghi {seat.name} vắng."
            )
        elif other := next((name for one, name in taken if one & identity), ""):
            found[str(seat.member_id)] = (
                f"{sent.name} đã dự thay {other}; một người chỉ dự thay một thành viên. Anh/chị chọn người khác, hoặc ghi {seat.name} vắng."
            )
        taken.append((identity, seat.name))
    return found


def _identity(sent: Substitute, known: Mapping[UUID, Identity]) -> Identity:
    if sent.account_id is None:
        return frozenset({_named(sent)})
    return known.get(sent.account_id, frozenset()) | {sent.account_id}


def _named(one: Substitute | Seat) -> tuple[str, str]:
    return one.name.casefold(), one.title.casefold()


def against_the_rule(session: Session) -> str:
    """The sentence when substitutes were written down and the rule no longer takes any; empty otherwise."""
    sent = [seat.substitute.name for seat in session.seats if seat.substitute is not None]
    if not sent or session.rule.substitutes:
        return ""
    return f"Quy tắc của phiên không nhận người dự thay, mà điểm danh có: {', '.join(sent)}. Anh/chị bỏ tên người dự thay ở mục Điểm danh, hoặc đổi quy tắc."
