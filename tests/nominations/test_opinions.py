"""Whoever proposes somebody of another unit asks that unit, on both engines."""

from datetime import date, timedelta

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall import notices
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from recognition.nominations import actions
from recognition.nominations.terms import Answer, Nominee
from tests.support import people, world


@pytest.fixture
def elsewhere(place):
    """The leader of another unit whose driver is proposed."""
    unit = world.unit("Chi bộ Sở Tài chính")
    person = world.person("Nguyễn Văn Bình", unit_id=unit)
    leader = people.actor(Role.UNIT_LEADER, unit=unit, name="Vũ Thị Ước")
    sent = place.submitted(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=person))
    return leader, sent


@pytest.mark.proves("F04.05")
def test_the_nominees_unit_is_asked_told_and_answers_once(place, elsewhere):
    leader, sent = elsewhere
    (asked,) = actions.asked_of(leader)
    assert (asked.code, asked.recipient_name, asked.unit_name, asked.opinion.due) == (sent.code, "Nguyễn Văn Bình", "Chi bộ Trạm Y tế Phú Lộc", date(2026, 12, 8))
    with reading(leader) as t:
        assert [row["sentence"] for row in notices.unread(t, leader.account_id)] == [
            "Đỗ Thị Thanh đề nghị khen người của đơn vị anh/chị: «Trả lại 85.000.000 đồng nhặt được». Anh/chị cho ý kiến."
        ]
    with pytest.raises(Invalid) as wrong:
        actions.give_opinion(leader, sent.id, Answer.OBJECT, " ")
    assert wrong.value.fields == {"reason": "Anh/chị ghi lý do không đồng ý."}
    actions.give_opinion(leader, sent.id, Answer.OBJECT, "Đang xem xét một đơn thư.")
    with pytest.raises(AlreadyDone):
        actions.give_opinion(leader, sent.id, Answer.AGREE)
    assert actions.asked_of(leader) == []
    told = actions.opinion_on(place.leader, sent.id)
    assert told is not None
    assert (told.answer, told.reason, told.unit_name) == (Answer.OBJECT, "Đang xem xét một đơn thư.", "Chi bộ Sở Tài chính")
    assert actions.history(place.nominator, sent.id)[0].sentence == "Vũ Thị Ước cho ý kiến: Chi bộ Sở Tài chính: không đồng ý. Đang xem xét một đơn thư."


def test_the_asked_unit_reads_the_question_and_not_the_case(place, elsewhere):
    leader, sent = elsewhere
    assert actions.opinion_case(leader, sent.id).story.startswith("Chiều 20/11")
    for attempt in (lambda: actions.get(leader, sent.id), lambda: actions.evidence(leader, sent.id), lambda: actions.history(leader, sent.id)):
        with pytest.raises(NotFound):
            attempt()


def test_nobody_else_answers(place, elsewhere):
    _, sent = elsewhere
    for stranger in (place.leader, place.nominator, place.secretary, people.actor(Role.UNIT_LEADER, unit=world.unit())):
        with pytest.raises((NotFound, NotAllowed)):
            actions.give_opinion(stranger, sent.id, Answer.AGREE)


def test_silence_after_the_last_day_is_told_as_silence(place, elsewhere):
    _, sent = elsewhere
    asked = actions.opinion_on(place.nominator, sent.id)
    assert asked is not None
    assert [asked.silent(asked.due + timedelta(days=days)) for days in (0, 1)] == [False, True]


def test_ones_own_people_are_nobody_elses_question(place):
    sent = place.submitted()
    assert actions.opinion_on(place.leader, sent.id) is None


def test_sending_again_asks_once_and_another_nominee_asks_another_unit(place, elsewhere):
    leader, sent = elsewhere
    back = actions.recall(place.nominator, sent.id, sent.version)
    again = actions.submit(place.nominator, back.id, back.version)
    assert len(actions.asked_of(leader)) == 1
    back = actions.recall(place.nominator, sent.id, again.version)
    other = world.unit("Chi bộ Đài Phát thanh")
    changed = place.deed(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=world.person("Trần Thị Mai", unit_id=other)))
    actions.change_and_submit(place.nominator, sent.id, back.version, changed)
    assert actions.asked_of(leader) == []
    assert [one.opinion.unit_name for one in actions.asked_of(people.actor(Role.UNIT_LEADER, unit=other))] == ["Chi bộ Đài Phát thanh"]
