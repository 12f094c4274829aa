"""Individuals, collectives, groups and households as nominees, on both engines."""

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid
from recognition.nominations import actions
from recognition.nominations.terms import Newcomer, Nominee
from recognition.people import actions as people_actions
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


def test_somebody_who_is_not_in_the_list_is_added_with_their_post(place):
    new = Nominee(RecipientKind.INDIVIDUAL, newcomer=Newcomer("Lê Văn Tòng", place.unit, "Bảo vệ", 1972, "Ông"))
    sent = actions.propose(place.nominator, place.deed(nominee=new))
    assert sent.person_id not in (None, place.person)
    added = people_actions.get(None, sent.person_id)
    assert (added.name, added.birth_year, added.title, added.unit_id, added.salutation) == ("Lê Văn Tòng", 1972, "Bảo vệ", place.unit, "Ông")
    again = actions.as_input(sent)
    assert again.nominee == Nominee(RecipientKind.INDIVIDUAL, sent.recipient_id, sent.person_id)


def test_a_newcomer_without_post_stays_typed_and_is_asked_for(place):
    new = Nominee(RecipientKind.INDIVIDUAL, newcomer=Newcomer("Phan Văn Đạt", None))
    found = actions.checklist(place.nominator, place.deed(nominee=new))
    assert [each.field for each in found if each.blocks] == ["person_title", "person_unit"]
    assert actions.save_draft(place.nominator, place.deed(nominee=new)).recipient_id is None
