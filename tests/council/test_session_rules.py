"""What a session must have before it goes a step further, as tables."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.council.rules import sessions
from recognition.council.terms import (
    Absent,
    Attendance,
    AttendanceInput,
    Base,
    Block,
    Body,
    Item,
    MemberRole,
    Method,
    Rule,
    Seat,
    Session,
    SessionState,
    Share,
    Teller,
    Threshold,
)
from recognition.council.terms.meeting import Substitute

ID = UUID(int=1)
SENT = Substitute("Trần Văn Bảy", "Phó phòng", "Giấy uỷ quyền số 12")
RULE = Rule(Share(2, 3), "Điều 5 Quy chế", (Threshold("giay_khen", Share(1, 2), True, Base.ALL_MEMBERS, "Điều 6 Quy chế"),), False, Absent.NOT_ASKED, True)


def seat(number: int, **more) -> Seat:
    role = MemberRole.CHAIR if number == 1 else MemberRole.MEMBER
    return replace(Seat(UUID(int=number), f"Thành viên {number}", "", role, True, Attendance.PRESENT, "", False), **more)


def item(name: str, block: Block = Block.INDIVIDUAL, award: str = "giay_khen") -> Item:
    return Item(UUID(int=len(name)), ID, ID, 1, "", ID, award, "Giấy khen", 0, block, name, "")


def tellers(count: int) -> tuple[Teller, ...]:
    return tuple(Teller(n, UUID(int=n), f"Kiểm phiếu {n}", n == 1) for n in range(1, count + 1))


READY = Session(
    ID, ID, ID, "Hội đồng", 1, "Phiên họp", Body.ADVISORY, Method.PAPER, date(2026, 11, 26), "08:00", "", "Phòng họp", RULE, "", SessionState.CALLED, "", None, 1,
    seats=tuple(seat(n) for n in range(1, 8)), tellers=tellers(2), items=(item("Lê Văn Tòng"),),
)  # fmt: skip


def test_the_agenda_goes_in_the_order_of_ceremonies():
    """NĐ 152/2025 Đ29(5), inside the three blocks of an agenda; equal ones by given name."""
    levels = {"bang_khen": (40, False), "lao_dong_tien_tien": (20, True), "giay_khen": (20, False)}
    ordered = [
        item("Chi bộ Văn phòng", Block.COLLECTIVE), item("Hộ ông Lành", Block.HOUSEHOLD), item("Vũ Hà", award="bang_khen"),
        item("Trần Zung", award="lao_dong_tien_tien"), item("Lê Văn An"), item("Bùi Văn Bình"), item("Ai đó", award="khong_ro"),
    ]  # fmt: skip
    assert sessions.order(ordered[::-1], levels) == ordered


@pytest.mark.parametrize(
    ("row", "substitutes", "wrong"),
    (
        (AttendanceInput(ID, "present"), False, False),
        (AttendanceInput(ID, "online"), False, False),
        (AttendanceInput(ID, "absent", "Đi công tác"), False, False),
        (AttendanceInput(ID, "absent", " "), False, True),
        (AttendanceInput(ID, "unknown"), False, False),
        (AttendanceInput(ID, "maybe"), False, True),
        (AttendanceInput(ID, "present", substitute=SENT), True, False),
        (AttendanceInput(ID, "present", substitute=SENT), False, True),
        (AttendanceInput(ID, "online", substitute=SENT), True, True),
        (AttendanceInput(ID, "present", substitute=replace(SENT, paper="")), True, True),
        (AttendanceInput(ID, "present", substitute=replace(SENT, name=" ")), True, True),
    ),
)
def test_every_absence_has_a_reason_and_a_substitute_a_paper(row, substitutes, wrong):
    """Minutes name who was absent and why; a substitute comes only by the place's rule, in the room, sent in writing (TT 25/2025/TT-BKHCN Đ22)."""
    assert (str(ID) in sessions.check_attendance([row], sent=substitutes)) is wrong


@pytest.mark.parametrize(
    ("change", "fields"),
    (
        pytest.param({}, set(), id="ready"),
        pytest.param({"items": ()}, {"items"}, id="no case"),
        pytest.param({"seats": tuple(replace(one, votes=False) for one in READY.seats)}, {"seats", "quorum"}, id="nobody votes"),
        pytest.param({"seats": (*READY.seats[:6], seat(7, attendance=Attendance.UNKNOWN))}, {"attendance"}, id="one not asked for"),
        pytest.param({"seats": tuple(seat(n, attendance=Attendance.PRESENT if n < 5 else Attendance.ABSENT) for n in range(1, 8))}, {"quorum"}, id="four of seven"),
        pytest.param({"seats": tuple(seat(n, attendance=Attendance.PRESENT if n < 6 else Attendance.ABSENT) for n in range(1, 8))}, set(), id="five of seven"),
        pytest.param({"tellers": tellers(1)}, {"tellers"}, id="one counts alone"),
        pytest.param({"method": Method.OPEN, "tellers": ()}, set(), id="hands need no tellers"),
        pytest.param({"method": Method.SEALED}, {"tellers"}, id="a sealed urn has three keys"),
        pytest.param({"method": Method.SEALED, "tellers": tellers(3)}, set(), id="three keys"),
        pytest.param({"seats": (seat(1, role=MemberRole.MEMBER), *READY.seats[1:])}, {"chair"}, id="no chair"),
        pytest.param(
            {"method": Method.SEALED, "tellers": tellers(3), "seats": (*READY.seats[:6], seat(7, substitute=SENT))}, {"substitutes"}, id="a substitute against the rule"
        ),
    ),
)
def test_what_keeps_the_vote_from_opening(change, fields):
    assert set(sessions.check_opening(replace(READY, **change))) == fields


@pytest.mark.parametrize(("voters", "told"), ((7, 0), (5, 0), (6, 1), (3, 1), (4, 2)))
def test_a_small_or_even_council_is_told_and_not_stopped(voters, told):
    assert len(sessions.warnings(replace(READY, seats=READY.seats[:voters]))) == told


@pytest.mark.parametrize(
    ("roles", "leads"),
    (
        ({1: MemberRole.CHAIR, 2: MemberRole.VICE_CHAIR}, 1),
        ({2: MemberRole.VICE_CHAIR, 3: MemberRole.STANDING}, 2),
        ({3: MemberRole.STANDING}, 3),
        ({4: MemberRole.MEMBER}, None),
    ),
)
def test_the_chair_leads_or_whoever_stands_next(roles, leads):
    away = [seat(9, role=MemberRole.CHAIR, attendance=Attendance.ABSENT)]
    found = sessions.chair([*away, *(seat(number, role=role) for number, role in roles.items())])
    assert (found.member_id if found else None) == (UUID(int=leads) if leads else None)


def test_a_substitute_has_the_vote_and_not_the_chair():
    found = sessions.chair([seat(1, substitute=SENT), seat(2, role=MemberRole.VICE_CHAIR)])
    assert found is not None
    assert found.member_id == UUID(int=2)
