"""The first organ and administrator: both or neither, once."""

import pytest

from recognition.accounts import actions
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import IssuerForm, SignerForm
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.words import Role
from tests.support import people

PASSWORD = "con trâu đi trước cái cày"
ORGAN = IssuerForm(name="Đảng uỷ các cơ quan Đảng tỉnh", awarding_line="Ban Thường vụ Đảng uỷ", short_sign="ĐUCCQ", place="Sông Lam")
SIGNER = SignerForm(name="Lê Quang Vinh", post="BÍ THƯ", from_date="01/01/2026")


def test_set_up_makes_the_organ_its_signer_the_catalogue_and_the_administrator(database):
    assert actions.needs_set_up() is True
    account = actions.set_up(ORGAN, SIGNER, "ha.phamthu", "Phạm Thu Hà", PASSWORD, PASSWORD)
    assert actions.needs_set_up() is False
    assert actions.actor_for(account).roles == {Role.ADMINISTRATOR}
    organs = catalogue.issuers(None)
    assert [(one.name, one.short_sign) for one in organs] == [("Đảng uỷ các cơ quan Đảng tỉnh", "ĐUCCQ")]
    assert [one.name for one in catalogue.all_signers(None, organs[0].id)] == ["Lê Quang Vinh"]
    assert catalogue.award_types(None)
    assert actions.organ_name() == "Đảng uỷ các cơ quan Đảng tỉnh"
    assert actions.sign_in("ha.phamthu", PASSWORD, "", "").account_id == account


@pytest.mark.parametrize(
    ("organ", "signer", "person", "fields"),
    (
        (IssuerForm("", "", "", ""), None, ("", "", "", ""), {"organ", "awarding_line", "short_sign", "place", "user_name", "name", "password"}),
        (ORGAN, None, ("ha.phamthu", "Phạm Thu Hà", "ngắn", "ngắn"), {"password"}),
        (ORGAN, None, ("ha.phamthu", "Phạm Thu Hà", PASSWORD, "khác"), {"again"}),
        (ORGAN, SignerForm(name="Lê Quang Vinh", post=""), ("ha.phamthu", "Phạm Thu Hà", PASSWORD, PASSWORD), {"signer_post", "from_date"}),
    ),
)
def test_a_wrong_form_names_every_field_and_stores_nothing(database, organ, signer, person, fields):
    user_name, name, password, again = person
    with pytest.raises(Invalid) as refused:
        actions.set_up(organ, signer, user_name, name, password, again)
    assert set(refused.value.fields) == fields
    assert (actions.needs_set_up(), catalogue.issuers(None)) == (True, ())


def test_nobody_sets_up_twice(database):
    people.account()
    with pytest.raises(NotAllowed):
        actions.set_up(ORGAN, None, "ha.phamthu", "Phạm Thu Hà", PASSWORD, PASSWORD)
    with pytest.raises(NotAllowed):
        actions.first_administrator("ha.phamthu", "Phạm Thu Hà", PASSWORD, PASSWORD)
