"""Who stands aside: what the record knows, sifted by the rule, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from recognition.council import actions
from recognition.council.rules import conflicts as rules
from recognition.council.terms import (
    Absent,
    AttendanceInput,
    Conflict,
    Line,
    Papers,
    Rule,
    Share,
)
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.council.conftest import DAY
from tests.council.test_council_papers import words
from tests.support import cases, people, world

ITEM, MEMBER = UUID(int=1), UUID(int=2)


def rule(*conflicts: Conflict) -> Rule:
    return Rule(Share(2, 3), "Quy chế", (), conflicts=conflicts)


@pytest.mark.proves("F06.03")
@pytest.mark.parametrize(
    ("found", "counted", "why"),
    (
        ((Conflict.NOMINEE,), (), Conflict.NOMINEE),  # nobody judges their own case, whatever the rule says
        ((Conflict.HEAD,), (Conflict.HEAD,), Conflict.HEAD),
        ((Conflict.HEAD,), (), None),
        ((Conflict.UNIT, Conflict.HEAD), (Conflict.UNIT, Conflict.HEAD), Conflict.HEAD),  # the strongest is named
        ((Conflict.HEAD, Conflict.NOMINEE), (Conflict.HEAD,), Conflict.NOMINEE),
        ((Conflict.AUTHOR,), (Conflict.HEAD, Conflict.RELATION), None),
    ),
)
def test_the_strongest_reason_that_the_rule_counts(found, counted, why):
    given = [(ITEM, MEMBER, kind) for kind in found]
    assert rules.standing_aside(given, rule(*counted)) == ({} if why is None else {(ITEM, MEMBER): why})


def aside(session, item_index: int) -> dict[str, tuple[str, bool]]:
    """Member's name → (kind, computed) of one case."""
    names = {seat.member_id: seat.name for seat in session.seats}
    item = session.items[item_index]
    return {names[each.member_id]: (each.kind.value, each.computed) for each in session.recusals if each.item_id == item.id}


def member(room, name: str, *, person_id=None, account_id=None):
    return world.council_member(room.council, account_id, name, person_id=person_id)


@pytest.mark.proves("F06.03")
def test_the_nominee_stands_aside_though_only_the_account_tells_who_they_are(room):
    person = world.person("Hồ Thị Sen")
    own = cases.case(room.issuer, room.unit, room.award, name="Hồ Thị Sen", person_id=person)
    member(room, "Hồ Thị Sen", account_id=people.account("Hồ Thị Sen", person_id=person))
    room.cases = [own]
    assert aside(room.called(), 0) == {"Hồ Thị Sen": ("nominee", True)}


@pytest.mark.proves("F06.03")
def test_the_head_of_the_proposing_unit_and_of_the_nominees_own_unit_stand_aside_but_no_deputy_and_nobody_from_above(room):
    above = world.unit("Đảng uỷ cơ sở")
    home = world.unit("Chi bộ Trường Tiểu học", parent=above)
    nominee = world.person("Lê Văn Tòng", unit_id=home)
    room.cases = [cases.case(room.issuer, room.unit, room.award, name="Lê Văn Tòng", person_id=nominee)]
    leader = people.actor(Role.UNIT_LEADER, unit=room.unit, name="Trưởng nơi đề nghị")
    member(room, "Trưởng nơi đề nghị", account_id=leader.account_id)
    for name, unit, title in (
        ("Hiệu trưởng", home, "Hiệu trưởng"), ("Hiệu phó", home, "Phó Hiệu trưởng"), ("Bí thư cấp trên", above, "Bí thư Đảng uỷ"),
    ):  # fmt: skip
        member(room, name, person_id=world.person(name, unit_id=unit, title=title, recipient_class="manager"))
    session = room.called()
    assert aside(session, 0) == {"Trưởng nơi đề nghị": ("head", True), "Hiệu trưởng": ("head", True)}
    off = actions.set_rule(room.secretary, session.id, session.version, replace(session.rule, conflicts=()))
    assert aside(off, 0) == {}
    whole = replace(off.rule, conflicts=(Conflict.UNIT,))
    assert aside(actions.set_rule(room.secretary, off.id, off.version, whole), 0) == {"Hiệu trưởng": ("unit", True), "Hiệu phó": ("unit", True)}


@pytest.mark.proves("F06.03")
def test_who_made_or_endorsed_the_dossier_stands_aside_only_where_the_rule_says_so(room):
    author = people.actor(Role.NOMINATOR, unit=room.unit, name="Người lập hồ sơ")
    room.cases = [cases.case(room.issuer, room.unit, room.award, name="Lê Văn Tòng", created_by=author.account_id)]
    member(room, "Người lập hồ sơ", account_id=author.account_id)
    session = room.called()
    assert aside(session, 0) == {}
    asked = actions.set_rule(room.secretary, session.id, session.version, replace(session.rule, conflicts=(Conflict.AUTHOR,)))
    assert aside(asked, 0) == {"Người lập hồ sơ": ("author", True)}


@pytest.mark.proves("F06.03")
def test_a_relation_declared_once_counts_when_the_same_person_is_proposed_again(room):
    session = room.called()
    item = next(each for each in session.items if each.name.endswith("Lê Văn Tòng"))
    chair = session.seats[0]
    actions.declare(room.secretary, session.id, item.id, "Anh em ruột", chair.member_id, kind="relation")
    actions.declare(room.secretary, session.id, session.items[0].id, "Bận việc", chair.member_id)
    actions.cancel(room.secretary, session.id, actions.get(room.secretary, session.id).version, "Dời ngày")
    again = room.called()
    found = next(number for number, each in enumerate(again.items) if each.name.endswith("Lê Văn Tòng"))
    assert [aside(again, number) for number in range(3)] == [{chair.name: ("relation", True)} if number == found else {} for number in range(3)]


def test_what_the_record_says_is_not_taken_back_and_a_declaration_is(room):
    person = world.person("Hồ Thị Sen")
    room.cases = [cases.case(room.issuer, room.unit, room.award, name="Hồ Thị Sen", person_id=person)]
    own = member(room, "Hồ Thị Sen", person_id=person)
    session = room.called()
    item, other = session.items[0], session.seats[0].member_id
    actions.declare(room.secretary, session.id, item.id, "", own, kind="relation")  # changes nothing: the record is stronger
    with pytest.raises(NotAllowed, match="phần mềm tự nhận ra"):
        actions.take_back_declaration(room.secretary, session.id, item.id, own)
    actions.declare(room.secretary, session.id, item.id, "", other, kind="relation")
    with pytest.raises(Invalid):
        actions.declare(room.secretary, session.id, item.id, "", other, kind="nominee")
    after = actions.take_back_declaration(room.secretary, session.id, item.id, other)
    assert aside(after, 0) == {"Hồ Thị Sen": ("nominee", True)}


def test_what_somebody_wrote_on_a_case_counts_no_more_when_they_stand_aside_from_it(room):
    session = room.called(room.rule(absent=Absent.WRITTEN))
    away = session.seats[-1].member_id
    rows = [AttendanceInput(seat.member_id, "absent" if seat.member_id == away else "present", "Ốm" if seat.member_id == away else "") for seat in session.seats]
    session = actions.attend(room.secretary, session.id, session.version, rows)
    session = actions.write_opinions(room.secretary, session.id, session.version, away, {item.id: "approve" for item in session.items})
    actions.declare(room.secretary, session.id, session.items[0].id, "Người nhà", away)
    with transaction(None) as t:
        left = {row["item_id"] for row in t.all("select item_id from written_opinion where member_id = $1", away)}
    assert left == {item.id for item in session.items[1:]}


def test_a_post_that_ended_before_the_day_makes_no_head(room):
    gone = world.person("Trưởng trạm cũ")
    with transaction(None) as t:
        t.run(
            "insert into post (id, person_id, unit_id, title, recipient_class, from_date, to_date) values ($1, $2, $3, 'Trạm trưởng', 'manager', $4, $5)",
            uuid4(), gone, room.unit, date(2020, 1, 1), DAY - timedelta(days=1),
        )
    member(room, "Trưởng trạm cũ", person_id=gone)
    assert aside(room.called(), 0) == {}


def test_a_namesake_of_a_nominee_is_a_question_for_the_secretary_never_a_match(room):
    member(room, "Lê Văn Tòng")
    session = room.called()
    assert all(not each.recused for each in session.items)
    assert "Lê Văn Tòng trùng tên với một người được đề nghị. Nếu là cùng một người, anh/chị ghi «Không tham gia» ở trường hợp ấy." in actions.warnings(session)


@pytest.mark.proves("F06.03", "F07.07")
def test_the_minutes_name_who_stood_aside_by_the_kind_of_reason(room):
    leader = people.actor(Role.UNIT_LEADER, unit=room.unit, name="Vũ Đức Lâm")
    member(room, "Vũ Đức Lâm", account_id=leader.account_id)
    room.cases = room.cases[:1]
    session = room.attended(room.called())
    session = actions.open_vote(room.secretary, session.id, session.version)
    room.both_enter(session, Papers(10, 10, 10, 0), [Line(9, 0, 0, 1)])
    now = actions.get(room.secretary, session.id)
    actions.close(room.secretary, now.id, now.version)
    said = words(actions.minutes(room.secretary, now.id))
    assert "Vũ Đức Lâm" in said
    assert "Đứng đầu đơn vị đề nghị hoặc đơn vị của người được đề nghị, trường hợp 1" in said
    assert "Thành viên không tham gia xét một trường hợp vẫn tính vào mẫu số của trường hợp ấy." in said
