"""The council's session, the decisions, the certificates of the sample, and an earlier decision under the Bloc's name."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from recognition.accounts import actions as accounts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.council import actions as council
from recognition.council.terms import (
    Attendance,
    AttendanceInput,
    Body,
    CouncilInput,
    CouncilKind,
    Line,
    MemberInput,
    MemberRole,
    Method,
    Papers,
    Session,
    SessionInput,
)  # fmt: skip
from recognition.decisions import actions as decisions
from recognition.decisions.terms import Decision, ExternalInput, ExternalLine, Handing, Kind
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import State
from recognition.issuing import actions as issuing
from recognition.issuing.actions import handing
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Commendation, Filters
from recognition.reminding import actions as reminding
from recognition.sample import gratitude, stories
from recognition.sample.words import moment
from recognition.sample.year import Year
from vietnamese import dates

#: Sessions of the council, each with the day of its decision.
JUNE, JUNE_DECISION = date(2026, 6, 19), date(2026, 6, 25)
SESSION_DAY, DECISION_DAY = date(2026, 10, 23), date(2026, 10, 29)
#: Members are called this long before a session.
NOTICE = timedelta(days=3)
#: With two cases that do not pass, the decision of October makes sixty awards.
SEATS = 62
LAYOUT = "dang-uy"
#: So many did not come to a session's ceremony and have not received yet.
ABSENT = 3
SPOT_CLAUSE = "Quy chế thi đua, khen thưởng của Đảng uỷ (07-QC/ĐU), Điều 9: khen thưởng đột xuất theo thủ tục đơn giản"
#: Units whose leaders sit in the council, and where.
MEMBERS = (
    ("BTC", MemberRole.VICE_CHAIR), ("TGDV", MemberRole.STANDING), ("VPTU", MemberRole.MEMBER), ("UBKT", MemberRole.MEMBER),
    ("BNC", MemberRole.MEMBER), ("MTTQ", MemberRole.MEMBER), ("LDLD", MemberRole.MEMBER),
)  # fmt: skip


def decide_in_june(year: Year) -> None:
    """The council is founded; the first half of the year is decided."""
    with dates.pretended(moment(date(2026, 2, 10))), transaction(year.ground.actors["secretary"]):
        council_id = _council(year)
    _spot_decisions(year, range(3, 7))
    _session(year, council_id, JUNE, JUNE_DECISION, "Xét khen thưởng phong trào «Dân vận khéo», đợt 1 năm 2026", 200)


def decide(year: Year) -> None:
    """The second half of the year: models recognised this year are proposed too."""
    _spot_decisions(year, range(7, 11))
    council_id = council.councils(year.ground.actors["secretary"])[0].id
    _session(year, council_id, SESSION_DAY, DECISION_DAY, "Xét khen thưởng phong trào «Dân vận khéo», đợt 2 năm 2026", SEATS)


def _session(year: Year, council_id: UUID, day: date, decided_on: date, name: str, seats: int) -> None:
    """From the invitation to the certificates."""
    with dates.pretended(moment(day - NOTICE, 16)):
        called = _called(year, council_id, day, name, seats)
    with dates.pretended(moment(day, 8)):
        closed = _held(year, called)
    with dates.pretended(moment(decided_on, 10)):
        decided = _decided(year, closed, decided_on)
    with dates.pretended(moment(decided_on + timedelta(days=1), 14)):
        _certificates(year, decided.id)


def _refreshed(actor: Actor) -> Actor:
    return accounts.actor_for(actor.account_id)


def _council(year: Year) -> UUID:
    ground = year.ground
    who, issuer = ground.actors["secretary"], ground.issuers["committee"]
    founded = date(2026, 2, 10)
    made = council.save_council(
        who, CouncilInput(issuer, "Hội đồng thi đua - khen thưởng Đảng uỷ", CouncilKind.COUNCIL, "31-QĐ/ĐU", founded, founded)
    )
    leader = ground.actors["leader"]
    members = [MemberInput("Trần Quốc Khánh", "Bí thư Đảng uỷ", MemberRole.CHAIR, account_id=leader.account_id)]
    for code, role in MEMBERS:
        chief = ground.people[code][0]
        account = ground.actors[f"leader:{code}"].account_id
        members.append(MemberInput(chief.name, f"{chief.title}, {ground.names[code]}", role, account_id=account, person_id=chief.id))
    members.append(MemberInput("Phạm Thu Hà", "Chuyên viên Văn phòng Đảng uỷ", MemberRole.SECRETARY, account_id=who.account_id))
    for member in members:
        council.put_member(who, made.id, member)
    return made.id


def _called(year: Year, council_id: UUID, day: date, name: str, seats: int) -> Session:
    ground = year.ground
    who = ground.actors["secretary"]
    with transaction(who):
        data = SessionInput(council_id, name, Body.ADVISORY, Method.PAPER, day, "08:00", "Phòng họp số 2, Trụ sở Đảng uỷ")
        session = council.plan(who, data)
        waiting = nominations.find(who, Filters(states=(State.SHORTLISTED,)), limit=seats).rows
        session = council.put_on(who, session.id, session.version, [row.id for row in waiting])
        tellers = tuple(ground.actors[f"leader:{code}"].account_id for code in ("UBKT", "MTTQ"))
        session = council.set_tellers(who, session.id, session.version, tellers)
        rule = replace(
            session.rule, quorum_basis="Quy chế 07-QC/ĐU, Điều 6",
            thresholds=tuple(replace(each, basis=each.basis or "Quy chế 07-QC/ĐU, Điều 7") for each in session.rule.thresholds),
        )  # fmt: skip
        session = council.set_rule(who, session.id, session.version, rule)
        return council.call(who, session.id, session.version)


def _held(year: Year, session: Session) -> Session:
    ground, dice = year.ground, year.ground.chance.dice
    who = ground.actors["secretary"]
    rows = [AttendanceInput(seat.member_id, Attendance.PRESENT) for seat in session.seats]
    rows[-2] = replace(rows[-2], attendance=Attendance.ABSENT, reason="Đi công tác tại Trung ương", excused=True)
    session = council.attend(who, session.id, session.version, rows)
    session = council.open_vote(who, session.id, session.version)
    voters = session.in_room
    papers = Papers(voters, voters, voters, 0)
    room = {seat.member_id for seat in session.voters if seat.attendance is Attendance.PRESENT}
    lines = {item.id: _line(dice.random(), number, voters, len(item.recused & room)) for number, item in enumerate(session.items)}
    for code in ("UBKT", "MTTQ"):
        council.enter(_refreshed(ground.actors[f"leader:{code}"]), session.id, papers, lines)
    session = council.get(who, session.id)
    opinions = "Các đồng chí nhất trí với báo cáo thẩm định; đề nghị lần sau ghi rõ hơn tác động lan toả của từng việc."
    return council.close(who, session.id, session.version, "10:40", opinions)


def _line(dice: float, number: int, papers: int, aside: int) -> Line:
    """Most are agreed to by all or nearly all; two do not reach the half. Who stands aside crosses the line out."""
    voters = papers - aside
    if number in (20, 47):
        return Line(papers // 2 - 1, voters - papers // 2 + 1, 0, aside)
    against = 0 if dice < 0.6 else 1 if dice < 0.9 else 2
    return Line(voters - against, against, 0, aside)


def _recorded(year: Year, draft: Decision, day: date) -> Decision:
    """The next free number of the office's book, with some room for its other papers."""
    who = year.ground.actors["secretary"]
    number, _ = decisions.suggest_number(who, draft.id, day)
    made = decisions.record(who, draft.id, draft.version, number + year.ground.chance.dice.randint(4, 17), day)
    if day == DECISION_DAY:  # the newest one still waits to be made public
        return made
    start = day + timedelta(days=3)
    return decisions.post(who, made.id, made.version, start, start + timedelta(days=24), "Bảng tin cơ quan và trang nội bộ")


def _decided(year: Year, session: Session, day: date) -> Decision:
    who = year.ground.actors["secretary"]
    with transaction(who):
        draft = decisions.from_session(who, session.id, Kind.COMMEND)
        return _recorded(year, draft, day)


def _certificates(year: Year, decision_id: UUID) -> None:
    issuing.issue(year.ground.actors["clerk"], decision_id, LAYOUT)
    _handed_over(year, decision_id, absent=ABSENT)
    stories.publish(year, decision_id)


def _handed_over(year: Year, decision_id: UUID, absent: int = 0) -> None:
    """Everybody receives on the same day but the last `absent`, for one of whom a colleague came."""
    clerk = year.ground.actors["clerk"]
    rows = handing.sheet(clerk, decision_id).waiting
    there = rows[: len(rows) - absent]
    taken = [Handing(row.award_id, dates.today(), "Văn phòng Đảng uỷ" if absent and row is there[-1] else "") for row in there]
    handing.hand_over_many(clerk, decision_id, taken)


def _spot_decisions(year: Year, months: range) -> None:
    """At the end of each month the accepted spot cases of that month, straight from screening."""
    who = year.ground.actors["secretary"]
    waiting = [case for case in year.cases if case.aim == "spot"]
    for month in months:
        day = date(2026, month, 27 if month not in (6, 10) else 16)
        with dates.pretended(moment(day, 15)):
            ready = [case.id for case in waiting if _ready(who, case.id, day)]
            if not ready:
                continue
            with transaction(who):
                draft = decisions.simplified(who, year.ground.issuers["committee"], ready, SPOT_CLAUSE)
                done = _recorded(year, draft, day)
            waiting = [case for case in waiting if case.id not in set(ready)]
            issuing.issue(year.ground.actors["clerk"], done.id, LAYOUT)
            _handed_over(year, done.id)


def _ready(who: Actor, case_id: UUID, day: date) -> bool:
    case = nominations.get(who, case_id)
    return (
        case.state is State.ACCEPTED and case.commendation is Commendation.SPOT and case.accepted_at is not None
        and dates.to_local(case.accepted_at).date() <= day
    )  # fmt: skip


def latest(year: Year) -> None:
    """An earlier decision of the former Bloc, entered from its paper; a session being prepared; letters to units that are late."""
    with dates.pretended(moment(date(2026, 11, 20), 9)):
        _former_bloc(year)
        _next_session(year)
        gratitude.give(year)
    with dates.pretended(moment(date(2026, 11, 23), 8)):
        reminding.compose(year.ground.actors["secretary"], year.ground.issuers["committee"])  # drafts: the secretary looks at them first
    for actor in year.ground.actors.values():
        accounts.mark_read(actor, [told.id for told in accounts.inbox(actor, 1_000) if told.made_at < moment(date(2026, 11, 16))])


def _former_bloc(year: Year) -> None:
    ground = year.ground
    who, bloc = ground.actors["secretary"], ground.issuers["bloc"]
    award = next(award for award in catalogue.award_types(who, "party", day=date(2024, 10, 15)) if award.family.value == "giay_khen")
    old_names = {"VPTU": "Chi bộ Văn phòng Tỉnh uỷ", "TGDV": "Chi bộ Ban Dân vận Tỉnh uỷ", "DN-DL": "Đảng bộ Công ty Điện lực Sông Lam"}
    collectives = [
        ExternalLine(RecipientKind.COLLECTIVE, name, award.id, "Đã có thành tích xuất sắc trong phong trào thi đua «Dân vận khéo» năm 2024", unit=name,
                     unit_id=ground.units[code], amount=1_410_000)
        for code, name in old_names.items()
    ]  # fmt: skip
    people = [
        ExternalLine(RecipientKind.INDIVIDUAL, each.name, award.id, "Đã có thành tích xuất sắc trong thực hiện quy chế dân chủ ở cơ sở năm 2024",
                     salutation="Đồng chí", post=each.title, unit=f"Đảng bộ Khối · {ground.names[code]}", unit_id=ground.units[code], person_id=each.id,
                     amount=710_000)
        for code in ("VPTU", "TGDV", "BTC", "MTTQ", "DN-DL", "YT-BV", "TCT", "BAO", "LDLD")
        for each in ground.people[code][2:3]
    ]  # fmt: skip
    data = ExternalInput(
        bloc, Kind.COMMEND, "về việc tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc năm 2024", "412", date(2024, 10, 15),
        "Lê Thị Minh Nguyệt", "PHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ", "Sông Lam", lines=tuple(collectives + people),
    )  # fmt: skip
    decisions.record_external(who, data)


def _next_session(year: Year) -> None:
    who = year.ground.actors["secretary"]
    data = SessionInput(
        council.councils(who)[0].id, "Xét khen thưởng cuối năm 2026", Body.ADVISORY, Method.PAPER, date(2026, 12, 18), "08:00",
        "Phòng họp số 2, Trụ sở Đảng uỷ",
    )  # fmt: skip
    council.plan(who, data)


