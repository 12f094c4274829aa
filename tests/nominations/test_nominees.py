"""Individuals, collectives, groups and households as nominees, on both engines."""

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid
from recognition.nominations import actions
from recognition.nominations.terms import Nominee
from tests.support import world


@pytest.mark.proves("F01.03")
@pytest.mark.parametrize(
    ("kind", "nominee", "name"),
    (
        ("unit", {}, "Chi bộ Trạm Y tế Phú Lộc"),
        ("unit", {"group_name": "Tổ tiêm chủng lưu động"}, "Tổ tiêm chủng lưu động"),
        ("household", {"head_name": "Trần Văn Khởi", "address": "Số 12, thôn Đông", "commune": "xã Phú Lộc"}, "Hộ gia đình Trần Văn Khởi"),
    ),
)
def test_collectives_groups_and_households_are_proposed_like_people(place, kind, nominee, name):
    if kind == "unit":
        typed = Nominee(RecipientKind.COLLECTIVE, unit_id=place.unit, **nominee)
    else:
        typed = Nominee(RecipientKind.HOUSEHOLD, **nominee)
    first = actions.propose(place.nominator, place.deed(nominee=typed))
    assert (first.recipient_name, first.recipient_kind, first.recipients) == (name, typed.kind, frozenset())
    with pytest.raises(Invalid) as wrong:
        actions.propose(place.nominator, place.deed(nominee=typed))
    assert first.code in wrong.value.fields[""]


@pytest.mark.proves("F04.01")
def test_somebody_of_another_unit_is_proposed_and_their_unit_is_known(place):
    elsewhere = world.unit("Chi bộ Sở Tài chính")
    other = world.person("Nguyễn Văn Bình", unit_id=elsewhere)
    made = actions.save_draft(place.nominator, place.deed(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=other)))
    own = actions.save_draft(place.nominator, place.deed())
    assert (made.shared_unit_id, own.shared_unit_id) == (elsewhere, None)
    assert made.recipients == frozenset({other})


def test_a_nominee_who_is_not_there_is_asked_for_again(place):
    with pytest.raises(Invalid) as wrong:
        actions.save_draft(place.nominator, place.deed(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=place.issuer)))
    assert wrong.value.fields == {"nominee": "Không tìm thấy đối tượng này. Anh/chị chọn lại."}
