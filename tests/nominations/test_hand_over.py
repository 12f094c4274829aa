"""Whoever leaves hands their open cases over."""

from recognition.accounts import actions as accounts
from recognition.hall.words import Role
from recognition.nominations import actions
from tests.support import people


def test_open_cases_go_to_the_next_and_ended_ones_stay(place):
    draft = actions.save_draft(place.nominator, place.deed())
    ended = place.submitted(title="Hiến máu lần thứ 40")
    actions.withdraw(place.nominator, ended.id, ended.version)
    administrator, taker = people.administrator(), people.actor(Role.NOMINATOR, unit=place.unit)
    assert accounts.open_work(administrator, place.nominator.account_id)["hồ sơ đề nghị"] == 1
    moved = accounts.hand_over(administrator, place.nominator.account_id, taker.account_id)
    assert moved["hồ sơ đề nghị"] == 1
    assert actions.get(taker, draft.id).created_by == taker.account_id
    assert actions.get(taker, ended.id).created_by == place.nominator.account_id
