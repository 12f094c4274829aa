"""People, posts and recipients in the database: doubles asked, numbers never kept, renames followed, rights."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

import db
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.people import actions as people
from recognition.people.terms import HouseholdForm, KeyKind, PersonForm, PersonKey, PostForm, RecipientClass
from recognition.units import actions as units
from recognition.units.terms import EndForm, RenameForm
from tests.support import people as builders
from tests.support import world
from vietnamese import dates

TODAY = date(2026, 11, 26)
SECRET = b"s" * 32
FORM = PersonForm("Ông Lê Văn Tòng", "01/05/1980", "male", citizen_id="079 080 001 234")


@pytest.fixture
def admin(database: db.Database) -> Iterator[Actor]:
    with dates.fixed(TODAY):
        yield builders.administrator()


def _stored_text() -> str:
    with transaction(None) as t:
        rows = [*t.all("select * from person_key"), *t.all("select content from audit_content"), *t.all("select * from person")]
    return repr(rows)


@pytest.mark.proves("F01.02")
def test_person_is_added_with_post_and_number_whose_digits_are_nowhere(admin: Actor) -> None:
    unit_id = world.unit("Chi bộ Trạm Y tế")
    made = people.create(admin, FORM, post=PostForm(unit_id, "Y sĩ", from_date="01/02/2025"), secret=SECRET)
    assert (made.name, made.salutation, made.line) == ("Lê Văn Tòng", "Ông", "Lê Văn Tòng, sinh 01/05/1980, Y sĩ, Chi bộ Trạm Y tế")
    assert people.keys(admin, made.id) == (PersonKey(KeyKind.CITIZEN_ID, "234"),)
    assert people.person_with_number(admin, KeyKind.CITIZEN_ID, "79080001234", SECRET) == made
    assert people.person_with_number(admin, KeyKind.CITIZEN_ID, "079080001235", SECRET) is None
    assert "079080001234" not in _stored_text()


@pytest.mark.proves("F01.02", "F01.06")
def test_same_name_and_birth_is_asked_never_matched(admin: Actor) -> None:
    first = people.create(admin, FORM, secret=SECRET)
    again = PersonForm("Lê Văn Tòng", "01/05/1980")
    assert people.possible_doubles(admin, "le van tong", date(1980, 5, 1)) == (first,)
    with pytest.raises(Invalid) as asked:
        people.create(admin, again, secret=SECRET)
    assert asked.value.fields == {
        "name": "Có thể đã có người này: Lê Văn Tòng, sinh 01/05/1980. Nếu là người khác, anh/chị đánh dấu «Là người khác» rồi lưu lại."
    }
    other = people.create(admin, again, distinct=True, secret=SECRET)
    assert other.id != first.id
    assert people.find(admin, "tong").total == 2


def test_a_number_that_somebody_has_is_refused_on_its_field(admin: Actor) -> None:
    people.create(admin, FORM, secret=SECRET)
    with pytest.raises(Invalid) as wrong:
        people.create(admin, PersonForm("Trần Thị Mai", citizen_id="079080001234"), secret=SECRET)
    assert set(wrong.value.fields) == {"citizen_id"}
    assert people.find(admin).total == 1


@pytest.mark.parametrize(
    ("change", "field"),
    (
        ({"name": ""}, "name"),
        ({"name": "x" * 20_000}, "name"),
        ({"name": "12345"}, "name"),
        ({"birth": "31/02/1980"}, "birth"),
        ({"birth": "01/01/2027"}, "birth"),
        ({"birth": "1850"}, "birth"),
        ({"birth": "hồi trước"}, "birth"),
        ({"gender": "khác"}, "gender"),
        ({"citizen_id": "12"}, "citizen_id"),
        ({"party_card": "abc"}, "party_card"),
        ({"staff_number": "?"}, "staff_number"),
    ),
)
def test_wrong_person_names_the_field(admin: Actor, change: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        people.create(admin, replace(FORM, **change), secret=SECRET)
    assert set(wrong.value.fields) == {field}
    assert people.find(admin).total == 0


def test_only_the_year_of_birth_may_be_known(admin: Actor) -> None:
    made = people.create(admin, PersonForm("Vũ Thị Ước", "1975"), secret=SECRET)
    assert (made.birth_date, made.birth_year, made.born) == (None, 1975, "1975")


def test_changed_person_keeps_the_number_that_was_not_typed_again(admin: Actor) -> None:
    made = people.create(admin, FORM, secret=SECRET)
    recipient = people.recipient_for_person(admin, made.id)
    changed = people.change(admin, made.id, 1, PersonForm("Lê Văn Tòng", "02/05/1980", salutation="Đồng chí"), secret=SECRET)
    assert (changed.born, changed.version, people.keys(admin, made.id)) == ("02/05/1980", 2, (PersonKey(KeyKind.CITIZEN_ID, "234"),))
    assert people.recipient(admin, recipient.id).salutation == "Đồng chí"
    with pytest.raises(Stale):
        people.change(admin, made.id, 1, FORM, secret=SECRET)


@pytest.mark.proves("F01.08")
def test_posts_follow_each_other(admin: Actor) -> None:
    unit_id, other = world.unit("Chi bộ A"), world.unit("Chi bộ B")
    made = people.create(admin, FORM, secret=SECRET)
    first = people.assign_post(admin, made.id, PostForm(unit_id, "Y sĩ", from_date="01/01/2025"))
    people.end_post(admin, first.id, "31/12/2025")
    people.assign_post(admin, made.id, PostForm(other, "Trưởng trạm", "manager", "01/01/2026"))
    assert [(p.title, p.to_date, p.recipient_class) for p in people.posts(admin, made.id)] == [
        ("Trưởng trạm", None, RecipientClass.MANAGER), ("Y sĩ", date(2025, 12, 31), RecipientClass.DIRECT_WORKER),
    ]
    then = people.post_on(made.id, date(2025, 6, 1))
    assert then is not None
    assert then.title == "Y sĩ"
    assert [p.id for p in people.find(admin, unit_id=other).rows] == [made.id]
    assert people.find(admin, unit_id=unit_id).rows == ()


@pytest.mark.parametrize(
    ("change", "field"),
    (
        ({"unit_id": None}, "unit_id"),
        ({"title": ""}, "title"),
        ({"title": "x" * 20_000}, "title"),
        ({"from_date": "31/02/2025"}, "from_date"),
        ({"from_date": "01/02/2024"}, "from_date"),  # before the unit was founded
        ({"to_date": "01/01/2025"}, "to_date"),
        ({"recipient_class": "vua"}, "recipient_class"),
    ),
)
def test_wrong_post_names_its_field(admin: Actor, change: dict[str, object], field: str) -> None:
    made = people.create(admin, FORM, secret=SECRET)
    form = PostForm(world.unit(), "Y sĩ", from_date="01/02/2025")
    with pytest.raises(Invalid) as wrong:
        people.assign_post(admin, made.id, replace(form, **change))
    assert set(wrong.value.fields) == {field}


def test_nobody_gets_a_post_in_a_dissolved_unit_or_ends_before_beginning(admin: Actor) -> None:
    gone = world.unit("Chi bộ cũ", until=date(2026, 6, 1))
    made = people.create(admin, FORM, secret=SECRET)
    with pytest.raises(Invalid) as wrong:
        people.assign_post(admin, made.id, PostForm(gone, "Y sĩ", from_date="01/06/2026"))
    assert set(wrong.value.fields) == {"unit_id"}
    post = people.assign_post(admin, made.id, PostForm(world.unit(), "Y sĩ", from_date="01/06/2026"))
    with pytest.raises(Invalid):
        people.end_post(admin, post.id, "31/05/2026")


@pytest.mark.proves("F01.03")
def test_recipients_are_made_once_and_follow_a_units_new_name(admin: Actor) -> None:
    unit_id = world.unit("Chi bộ Khối")
    unit = people.recipient_for_collective(admin, unit_id)
    group = people.recipient_for_collective(admin, unit_id, "Tổ công tác số 1")
    house = people.recipient_for_household(admin, HouseholdForm("Bà Trần Thị Mai", "12 thôn Đông", "xã Phú Lộc"))
    assert people.recipient_for_collective(admin, unit_id, "tổ công tác số 1") == group
    assert people.recipient_for_collective(admin, unit_id, "Chi bộ Khối") == unit
    assert people.recipient_for_household(admin, HouseholdForm("Trần Thị Mai", "12 Thôn Đông", "Xã Phú Lộc")) == house
    assert people.recipient_for_household(admin, HouseholdForm("Trần Thị Mai", "13 thôn Đông", "xã Phú Lộc")) != house
    assert (unit.name, group.name, house.name) == ("Chi bộ Khối", "Tổ công tác số 1", "Hộ gia đình Bà Trần Thị Mai")
    units.rename(admin, unit_id, 1, RenameForm("Chi bộ Cơ quan", "1-QĐ", "01/02/2026"))
    found = people.recipients(admin, [unit.id, group.id])
    assert (found[unit.id].name, found[group.id].name) == ("Chi bộ Cơ quan", "Tổ công tác số 1")


@pytest.mark.parametrize("form", (HouseholdForm("", "a", "b"), HouseholdForm("A", "", "b"), HouseholdForm("A", "a", ""), HouseholdForm("A", "x" * 20_000, "b")))
def test_household_needs_head_address_and_commune(admin: Actor, form: HouseholdForm) -> None:
    with pytest.raises(Invalid):
        people.recipient_for_household(admin, form)


def test_birth_dates_are_shown_whole_only_to_those_who_need_them(admin: Actor) -> None:
    near, far = world.unit("Chi bộ A"), world.unit("Chi bộ B")
    made = people.create(admin, FORM, post=PostForm(near, "Y sĩ", from_date="01/02/2025"), secret=SECRET)
    own = builders.actor(Role.NOMINATOR, unit=near)
    other = builders.actor(Role.NOMINATOR, unit=far)
    assert people.find(own, "tong").rows == (made,)
    assert [(p.birth_date, p.birth_year) for p in people.find(other, "tong").rows] == [(None, 1980)]


@pytest.mark.proves("F15.01")
def test_accounts_without_such_work_see_and_change_nobody(admin: Actor) -> None:
    made = people.create(admin, FORM, secret=SECRET)
    for who in (builders.nobody(), builders.actor(Role.CLERK, issuer=world.issuer()), builders.actor(Role.UNIT_LEADER, unit=world.unit())):
        with pytest.raises(NotAllowed):
            people.change(who, made.id, 1, FORM, secret=SECRET)
        with pytest.raises(NotAllowed):
            people.assign_post(who, made.id, PostForm(uuid4(), "x", from_date="01/01/2026"))
        with pytest.raises(NotAllowed):
            people.create(who, PersonForm("Trần Thị Mai"), secret=SECRET)
    nobody = builders.nobody()
    for act in (lambda: people.find(nobody), lambda: people.get(nobody, made.id), lambda: people.posts(nobody, made.id), lambda: people.history_of_person(nobody, made.id)):
        with pytest.raises(NotFound):
            act()
    assert people.get(builders.actor(person_id=made.id), made.id) == made  # oneself, always


@pytest.mark.proves("F01.02")
def test_a_nominator_adds_somebody_who_is_not_in_the_list(admin: Actor) -> None:
    unit_id = world.unit()
    who = builders.actor(Role.NOMINATOR, unit=unit_id)
    made = people.create(who, PersonForm("Trần Thị Mai", 1990), post=PostForm(unit_id, "Điều dưỡng", from_date=TODAY), secret=SECRET)
    assert (made.title, made.unit_id) == ("Điều dưỡng", unit_id)
    recipient = people.recipient_for_person(who, made.id)
    assert people.recipient_for_person(who, made.id) == recipient


def test_a_failed_post_leaves_no_person_behind(admin: Actor) -> None:
    with pytest.raises(Invalid):
        people.create(admin, FORM, post=PostForm(world.unit(), "", from_date="01/02/2025"), secret=SECRET)
    assert people.find(admin).total == 0


def test_history_is_empty_until_something_was_awarded(admin: Actor) -> None:
    unit_id = world.unit()
    made = people.create(admin, FORM, post=PostForm(unit_id, "Y sĩ", from_date="01/02/2025"), secret=SECRET)
    leader = builders.actor(Role.UNIT_LEADER, unit=unit_id)
    assert (people.history_of_person(leader, made.id), people.history_of_unit(leader, unit_id)) == ((), ())
    units.dissolve(admin, unit_id, 1, EndForm("1-QĐ", "01/06/2026"))


@pytest.mark.proves("F01.06")
def test_merged_rows_leave_a_trace_and_can_be_parted(admin: Actor) -> None:
    first = people.create(admin, FORM, secret=SECRET)
    double = people.create(admin, PersonForm("Lê Văn Tòng", "1980", staff_number="CB0012"), distinct=True, secret=SECRET)
    people.merge(admin, double.id, 1, first.id)
    assert [p.id for p in people.find(admin, "tong").rows] == [first.id]
    assert [p.id for p in people.merged(admin, first.id)] == [double.id]
    assert people.person_with_number(admin, KeyKind.STAFF_NUMBER, "CB0012", SECRET) == first  # the number leads to the row that goes on
    with pytest.raises(Invalid):
        people.recipient_for_person(admin, double.id)
    for twin, into in ((first.id, first.id), (double.id, first.id), (first.id, double.id)):
        with pytest.raises(Invalid):
            people.merge(admin, twin, 1, into)
    with pytest.raises(Stale):
        people.part(admin, double.id, 1)
    people.part(admin, double.id, 2)
    assert people.find(admin, "tong").total == 2
    with pytest.raises(Invalid):
        people.part(admin, double.id, 3)


@pytest.mark.proves("F01.05")
def test_people_of_a_merged_unit_go_on_in_the_next_one(admin: Actor) -> None:
    old, new = world.unit("Chi bộ cũ"), world.unit("Chi bộ mới")
    made = people.create(admin, FORM, post=PostForm(old, "Y sĩ", from_date="01/02/2025"), secret=SECRET)
    assert people.carry_posts(admin, old, new, "10/02/2026") == 1
    assert [(p.unit_name, p.from_date, p.to_date) for p in people.posts(admin, made.id)] == [
        ("Chi bộ mới", date(2026, 2, 10), None), ("Chi bộ cũ", date(2025, 2, 1), date(2026, 2, 9)),
    ]
    assert people.open_posts(admin, old) == ()
    gone = world.unit(until=date(2026, 1, 1))
    for from_unit, to_unit, day in ((old, new, "10/02/2026"), (new, new, "11/02/2026"), (new, gone, "11/02/2026"), (new, old, "31/02/2026"), (new, old, "10/02/2026"), (new, old, "01/01/2027")):
        with pytest.raises(Invalid):
            people.carry_posts(admin, from_unit, to_unit, day)
