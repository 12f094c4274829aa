"""What still waits is read from the record of every noun: each kind with what starts it and what ends it, on both engines."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from recognition.council import actions as council
from recognition.council.actions import sealed as sealed_ballot
from recognition.council.terms import Absent
from recognition.dan_van_kheo import actions as models
from recognition.hall.transaction import transaction
from recognition.issuing.actions import proofs
from recognition.nominations.terms import Reason
from recognition.reminding import actions
from recognition.reminding.terms import Grade, Kind, LetterState
from recognition.screening import actions as screening
from tests.decisions.conftest import DAY, office  # noqa: F401 - the same office
from tests.reminding.conftest import TODAY
from tests.reminding.test_outbox import BUILD, HEALTH, VET, assigned
from tests.support import cases, people, sealed, world
from vietnamese import dates


def told_of(letters, *kinds):
    """Addressee → (kind, grade) of what is told, of these kinds only."""
    found = {name: [(each.kind, each.grade) for each in letter.things if not kinds or each.kind in kinds] for name, letter in letters.items()}
    return {name: things for name, things in found.items() if things}


@pytest.mark.proves("F13.03")
def test_units_are_asked_to_send_cases_until_one_has_left_them(house):
    house.deadline("nominate", TODAY - timedelta(days=3))
    award = world.award_type()
    cases.case(house.issuer, house.unit, award, state="endorsed", campaign_id=house.campaign)
    cases.case(house.issuer, house.other, award, state="draft", campaign_id=house.campaign)
    late = [(Kind.NOMINATE, Grade.LATE)]
    assert told_of(house.composed()) == {HEALTH: late, VET: late}
    house.dissolve(house.paper)
    assert told_of(house.composed()) == {HEALTH: late}
    with transaction(None) as t:
        t.run("update campaign set state = 'closed' where id = $1", house.campaign)
    assert house.composed() == {}


@pytest.mark.proves("F13.03")
def test_a_campaign_that_does_not_move_is_told_to_the_units_from_which_nothing_came(house):
    assert told_of(house.composed()) == {name: [(Kind.STILL, Grade.CLOSE)] for name in (BUILD, HEALTH, VET)}
    house.register(house.unit)
    assert house.composed() == {}


@pytest.mark.proves("F13.03")
def test_models_are_asked_for_a_sign_of_life_and_for_their_report(house):
    year = house.register(house.unit, "working")
    with dates.fixed(TODAY + timedelta(days=100)):
        house.register(house.other, "recognised")
        assert told_of(house.composed(), Kind.MIDTERM, Kind.REPORT) == {BUILD: [(Kind.MIDTERM, Grade.LATE)]}
        house.deadline("report", TODAY + timedelta(days=103))
        assert told_of(house.composed()) == {BUILD: [(Kind.REPORT, Grade.COMING)]}
        with transaction(None) as t:
            t.run("update model_year set state = 'self_scored' where id = $1", year)
        assert told_of(house.composed()) == {}
    assert models.signs_due(house.stranger) == {}


@pytest.mark.proves("F13.03")
def test_a_returned_case_is_asked_for_once_it_has_waited_and_only_if_it_had_left_the_unit(house):
    award = world.award_type()
    made = cases.case(house.issuer, house.unit, award, state="endorsed", campaign_id=house.campaign)
    inside = cases.case(house.issuer, house.other, award, state="returned", campaign_id=house.campaign)
    with transaction(None) as t:
        t.run("update nomination set returned_from = 'submitted' where id = $1", inside)
        version = t.value("select version from nomination where id = $1", made)
    with dates.fixed(TODAY - timedelta(days=12)):
        screening.return_to_unit(house.secretary, made, version, (Reason("achievement", "Anh/chị nêu rõ số liệu của năm 2026."),))
    (letter,) = house.composed().values()
    (thing,) = letter.things
    assert (letter.addressee, thing.kind, thing.object_id) == (BUILD, Kind.RETURNED, made)
    assert "Lê Văn Tòng" not in letter.body
    assert thing.sentence.endswith(" được trả lại để sửa, đơn vị chưa gửi lại: từ 12/11/2026, đã 12 ngày.")


@pytest.mark.proves("F13.03")
def test_a_unit_that_was_asked_about_its_people_is_told_before_silence_counts(house):
    made = cases.case(house.issuer, house.unit, world.award_type(), state="accepted", campaign_id=house.campaign)
    with transaction(None) as t:
        t.run(
            "insert into unit_opinion (id, nomination_id, unit_id, asked_at, due, answer, reason, answered_by, answered_at) values ($1, $2, $3, $4, $5, null, '', null, null)",
            uuid4(), made, house.other, dates.now_utc(), TODAY + timedelta(days=1),
        )  # fmt: skip
    assert told_of(house.composed(), Kind.OPINION) == {HEALTH: [(Kind.OPINION, Grade.CLOSE)]}
    with dates.fixed(TODAY + timedelta(days=2)):
        assert told_of(house.composed(), Kind.OPINION) == {}


@pytest.mark.proves("F13.03", "F06.12")
def test_a_reviewer_is_told_how_many_sheets_are_open_and_not_again_after_the_other_reminder(house):
    reviewer = people.actor(name="Nguyễn Thị Vân")
    assigned(house, reviewer, TODAY + timedelta(days=2))
    assigned(house, reviewer, TODAY + timedelta(days=9))
    letter = house.composed()["Nguyễn Thị Vân"]
    assert (letter.subject, letter.to_account, letter.things[0].sentence) == (
        "nhắc chấm điểm", reviewer.account_id, "Chấm điểm 2 hồ sơ của phong trào «Dân vận khéo năm 2026»: hạn 26/11/2026, còn 2 ngày.",
    )  # fmt: skip
    with transaction(None) as t:
        t.run("update review_assignment set reminded_at = $1", dates.now_utc())
    assert "Nguyễn Thị Vân" not in house.composed()
    house.deadline()
    assert house.send(*house.composed().values()).done == 3
    assert house.told(reviewer) == []


@pytest.fixture
def room(database):
    with dates.fixed(TODAY):
        yield sealed.hall()


def drafts(room):
    actions.compose(room.secretary, room.issuer)
    return {letter.addressee: letter for letter in actions.find(room.secretary, room.issuer, LetterState.DRAFT).rows}


@pytest.mark.proves("F13.03")
def test_members_are_told_to_read_only_while_something_is_unread_and_before_the_day(room):
    session = room.called()
    reader, other = room.voters[0], room.voters[1]
    for item in session.items:
        council.opened(reader, item.nomination_id)
    council.opened(other, session.items[0].nomination_id)
    found = drafts(room)
    assert set(told_of(found, Kind.READ)) == {each.name for each in room.voters[1:]}
    assert found[other.name].things[0].sentence == "Đọc hồ sơ trước phiên họp «Phiên xét khen Dân vận khéo», đã mở 1 trong 3 hồ sơ: hạn 26/11/2026, còn 2 ngày."
    with dates.fixed(date(2026, 11, 27)):
        assert told_of(drafts(room), Kind.READ) == {}


@pytest.mark.proves("F13.03")
def test_the_call_to_vote_is_the_same_for_everybody_on_the_roll_and_tells_nothing_of_who_voted(room):
    """The canary: one who has voted and one who has not get the same letter; nothing that is stored tells them apart."""
    with dates.fixed(sealed.DAY):
        room.opened()
        sealed_ballot.cast(room.voters[0], room.id, room.ballot(room.voters[0], "approve"))
        found = {name: letter for name, letter in drafts(room).items() if letter.things[0].kind is Kind.VOTE}
        assert set(found) == {each.name for each in room.voters}
        assert {(letter.subject, letter.body, letter.things) for letter in found.values()} == {
            (found[room.voters[0].name].subject, found[room.voters[0].name].body, found[room.voters[0].name].things)
        }
        for voter in room.voters[1:]:
            sealed_ballot.cast(voter, room.id, room.ballot(voter, "reject"))
        assert told_of(drafts(room), Kind.VOTE) == {}


@pytest.mark.proves("F13.03")
def test_an_absent_member_is_asked_for_the_written_opinion_until_it_has_come(room):
    away = room.voters[8]
    with dates.fixed(sealed.DAY):
        room.called(absent=Absent.WRITTEN)
        room.opened([away])
        asked = told_of(drafts(room), Kind.WRITTEN)
        assert asked == {away.name: [(Kind.WRITTEN, Grade.CLOSE)]}
        now = room.now()
        council.write_opinions(room.secretary, now.id, now.version, away.members[room.council], {item.id: "approve" for item in now.items})
        assert told_of(drafts(room), Kind.WRITTEN) == {}


@pytest.mark.proves("F13.03")
def test_units_are_asked_to_sign_proof_slips_where_the_office_waits_for_them(office):  # noqa: F811 - the fixture of that name
    decision = office.recorded(office.case("Trần Thị Ánh"))
    with dates.fixed(DAY + timedelta(days=12)):
        assert told_of(drafts(office), Kind.PROOF) == {}
        proofs.require(office.clerk, decision.id, True)
        asked = drafts(office)
        assert told_of(asked) == {"Chi bộ Trạm Y tế Phú Lộc": [(Kind.PROOF, Grade.LATE)]}
        assert "Ký phiếu dò của Quyết định số 214" in asked["Chi bộ Trạm Y tế Phú Lộc"].body
        (slip,) = proofs.slips(office.clerk, decision.id)
        proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, "Vũ Thị Ước", dates.today())
        assert drafts(office) == {}
