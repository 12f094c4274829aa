"""Remarks on a case and the wish to have it back: who reads, who is told, when it can be asked."""

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Role, State
from recognition.nominations import actions
from recognition.screening import actions as screening
from tests.support import people, world


def told(who):
    with reading(None) as t:
        return [row["sentence"] for row in t.all("select sentence from notice where account_id = $1 and verb in ('comment', 'ask_to_amend') order by made_at", who.account_id)]


@pytest.mark.proves("F06.10")
def test_unit_and_secretary_talk_and_each_hears_the_other(place):
    case = place.endorsed()
    actions.comment(place.secretary, case.id, "Ảnh thứ hai bị mờ, đơn vị gửi lại giúp.")
    actions.comment(place.nominator, case.id, "Đơn vị gửi lại trong chiều nay.")
    said = [(one.by_name, one.body) for one in actions.whole(place.leader, case.id).comments]
    assert said == [("Phạm Thu Hà", "Ảnh thứ hai bị mờ, đơn vị gửi lại giúp."), ("Đỗ Thị Thanh", "Đơn vị gửi lại trong chiều nay.")]
    assert [len(told(who)) for who in (place.nominator, place.secretary)] == [1, 1]
    assert "Ảnh thứ hai bị mờ" in told(place.nominator)[0]


def test_the_secretary_hears_nothing_of_a_case_that_has_not_left_its_unit(place):
    case = place.submitted()
    actions.comment(place.leader, case.id, "Bổ sung giờ xảy ra việc.")
    assert (told(place.secretary), len(told(place.nominator))) == ([], 1)


def test_others_neither_read_nor_write(place):
    case = place.endorsed()
    leader = people.actor(Role.LEADER, issuer=place.issuer)
    stranger = people.actor(Role.NOMINATOR, unit=world.unit())
    actions.comment(place.secretary, case.id, "Ảnh thứ hai bị mờ, đơn vị gửi lại giúp.")
    assert actions.whole(leader, case.id).comments == ()
    with pytest.raises(NotFound):
        actions.whole(stranger, case.id)
    for who, refusal in ((leader, NotAllowed), (stranger, NotFound)):
        with pytest.raises(refusal):
            actions.comment(who, case.id, "Xin chào")


@pytest.mark.parametrize("body", ("  ", "a" * 2_001))
def test_a_remark_has_words_and_an_end(place, body):
    case = place.endorsed()
    with pytest.raises(Invalid) as refused:
        actions.comment(place.nominator, case.id, body)
    assert list(refused.value.fields) == ["body"]


@pytest.mark.proves("F03.02")
def test_after_somebody_acted_the_unit_asks_and_the_secretary_gives_back(place):
    sent = place.submitted()
    with pytest.raises(NotAllowed) as refused:
        actions.ask_to_amend(place.nominator, sent.id, "Sai ngày")
    assert "thu hồi về sửa ngay được" in refused.value.sentence
    endorsed = actions.endorse(place.leader, sent.id, sent.version)
    accepted = screening.accept(place.secretary, endorsed.id, endorsed.version)
    assert actions.may_ask_to_amend(place.nominator, accepted)
    actions.ask_to_amend(place.nominator, accepted.id, "Sai ngày làm việc tốt, xin sửa lại.")
    assert told(place.secretary) == ["Đỗ Thị Thanh xin trả lại hồ sơ «Trả lại 85.000.000 đồng nhặt được» để sửa: Sai ngày làm việc tốt, xin sửa lại."]
    assert actions.get(place.nominator, accepted.id).state is State.ACCEPTED
    assert "xin trả lại để sửa: Sai ngày làm việc tốt" in actions.history(place.nominator, accepted.id)[0].sentence
    with pytest.raises(NotAllowed):
        actions.ask_to_amend(place.secretary, accepted.id, "x y z")
