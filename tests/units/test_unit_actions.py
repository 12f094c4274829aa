"""Units in the database: names by date, parents, merger, division, end; wrong entries; rights."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

import db
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.paging import Page
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.units import actions as units
from recognition.units.terms import EndForm, MoveForm, RenameForm, SuccessionKind, Unit, UnitForm
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 26)


@pytest.fixture
def admin(database: db.Database) -> Iterator[Actor]:
    with dates.fixed(TODAY):
        yield people.administrator()


def _make(who: Actor, code: str, name: str, parent: Unit | None = None, **more: object) -> Unit:
    form = UnitForm(code, name, parent_id=parent.id if parent else None, from_date="01/01/2025")
    return units.create(who, replace(form, **more))


@pytest.mark.proves("F01.01")
def test_units_make_a_tree_and_are_found_without_marks(admin: Actor) -> None:
    root = _make(admin, "DB-YT", "Đảng bộ Sở Y tế", kind="party_base")
    cell = _make(admin, "CB-01", "Chi bộ Trạm Y tế Đông Hà", root)
    assert [(node.unit, node.depth) for node in units.tree(admin)] == [(root, 0), (cell, 1)]
    assert units.find(admin, "tram y te dong").rows == (cell,)
    assert units.find(admin, "cb-").rows == (cell,)
    assert units.find(admin, "%").rows == ()
    assert (units.find(admin, "", Page(2, 1)).rows, units.find(admin, "", Page(2, 1)).total) == ((root,), 2)


def test_an_account_without_a_role_sees_no_unit(admin: Actor) -> None:
    made = _make(admin, "DB", "Đảng bộ")
    nobody = people.nobody()
    assert (units.tree(nobody), units.find(nobody, "đảng").rows) == ((), ())
    with pytest.raises(NotFound):
        units.get(nobody, made.id)


@pytest.mark.proves("F01.05")
def test_renaming_keeps_the_old_name_for_old_papers(admin: Actor) -> None:
    made = _make(admin, "DB", "Đảng bộ Khối")
    renamed = units.rename(admin, made.id, 1, RenameForm("Đảng bộ các cơ quan Đảng", "12-QĐ/TU", "10/02/2026"))
    assert (renamed.name, renamed.version, units.get(admin, made.id)) == ("Đảng bộ các cơ quan Đảng", 2, renamed)
    assert units.name_on(made.id, date(2026, 2, 9)).name == "Đảng bộ Khối"
    assert units.name_on(made.id, date(2026, 2, 10)).name == "Đảng bộ các cơ quan Đảng"
    assert units.find(admin, "dang bo khoi").rows == (renamed,)  # the former name still finds it
    assert [(s.kind, s.paper, s.on_date) for s in units.life(admin, made.id)] == [(SuccessionKind.RENAME, "12-QĐ/TU", date(2026, 2, 10))]


@pytest.mark.parametrize(
    ("form", "field"),
    (
        (RenameForm("Tên mới", "12-QĐ", "01/01/2025"), "on_date"),  # the day the present name began
        (RenameForm("Tên mới", "12-QĐ", "27/11/2026"), "on_date"),  # tomorrow
        (RenameForm("Tên mới", "12-QĐ", "31/02/2026"), "on_date"),
        (RenameForm("Tên mới", "", "01/02/2026"), "paper"),
        (RenameForm("", "12-QĐ", "01/02/2026"), "name"),
        (RenameForm("x" * 20_000, "12-QĐ", "01/02/2026"), "name"),
        (RenameForm("Đảng bộ Khối", "12-QĐ", "01/02/2026"), "name"),
    ),
)
def test_wrong_renaming_names_its_field_and_changes_nothing(admin: Actor, form: RenameForm, field: str) -> None:
    made = _make(admin, "DB", "Đảng bộ Khối")
    with pytest.raises(Invalid) as wrong:
        units.rename(admin, made.id, 1, form)
    assert set(wrong.value.fields) == {field}
    assert (units.get(admin, made.id), len(units.names(admin, made.id))) == (made, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    (
        ({"code": ""}, "code"),
        ({"code": "chi bộ"}, "code"),
        ({"code": "db"}, "code"),  # taken, whatever its case
        ({"name": "  "}, "name"),
        ({"name": "x" * 20_000}, "name"),
        ({"kind": "bộ tộc"}, "kind"),
        ({"from_date": "31/02/2026"}, "from_date"),
        ({"from_date": "01/01/2027"}, "from_date"),
        ({"from_date": None}, "from_date"),
    ),
)
def test_wrong_unit_names_its_field(admin: Actor, change: dict[str, str], field: str) -> None:
    _make(admin, "DB", "Đảng bộ")
    with pytest.raises(Invalid) as wrong:
        units.create(admin, replace(UnitForm("CB", "Chi bộ", from_date="01/01/2025"), **change))
    assert set(wrong.value.fields) == {field}
    assert units.find(admin).total == 1


def test_unknown_parent_is_not_found(admin: Actor) -> None:
    with pytest.raises(NotFound):
        units.create(admin, UnitForm("CB", "Chi bộ", parent_id=uuid4(), from_date="01/01/2025"))


def test_a_unit_is_never_made_its_own_parent_or_put_under_its_descendant(admin: Actor) -> None:
    top = _make(admin, "A", "Đảng bộ")
    middle = _make(admin, "B", "Chi bộ Hành chính", top)
    low = _make(admin, "C", "Tổ đảng", middle)
    for unit, parent in ((top, top), (top, middle), (top, low), (middle, low)):
        with pytest.raises(Invalid) as wrong:
            units.move(admin, unit.id, 1, MoveForm(parent.id, "12-QĐ", "01/02/2026"))
        assert set(wrong.value.fields) == {"parent_id"}
        with pytest.raises(Invalid):
            units.change(admin, unit.id, 1, UnitForm(unit.code, unit.name, parent_id=parent.id, from_date="01/01/2025"))
    units.move(admin, low.id, 1, MoveForm(top.id, "12-QĐ", "01/02/2026"))
    assert units.name_on(low.id, date(2026, 1, 31)).parent_id == middle.id
    assert units.get(admin, low.id).parent_id == top.id
    with transaction(None) as t:
        assert units.subtree(t, middle.id) == {middle.id}
        assert units.subtree(t, top.id) == {top.id, middle.id, low.id}


def test_correcting_a_typing_mistake_makes_no_history(admin: Actor) -> None:
    made = _make(admin, "A", "Đảng bô Sở Y tế")
    fixed = units.change(admin, made.id, 1, UnitForm("A", "Đảng bộ Sở Y tế", kind="party_base", from_date="02/01/2025", endorsement=False))
    assert (fixed.name, fixed.endorsement, fixed.version) == ("Đảng bộ Sở Y tế", False, 2)
    assert [(name.name, name.from_date) for name in units.names(admin, made.id)] == [("Đảng bộ Sở Y tế", date(2025, 1, 2))]
    with pytest.raises(Stale):
        units.change(admin, made.id, 1, UnitForm("A", "Tên", from_date="02/01/2025"))


def test_dissolved_unit_keeps_its_name_and_cannot_be_used_or_changed(admin: Actor) -> None:
    top, cell = _make(admin, "A", "Đảng bộ"), None
    cell = _make(admin, "B", "Chi bộ", top)
    with pytest.raises(Invalid) as still:
        units.dissolve(admin, top.id, 1, EndForm("12-QĐ", "01/06/2026"))
    assert "Còn 1 đơn vị trực thuộc" in still.value.fields[""]
    ended = units.dissolve(admin, cell.id, 1, EndForm("12-QĐ", "01/06/2026"))
    assert (ended.to_date, ended.shown) == (date(2026, 6, 1), "Chi bộ (giải thể 01/06/2026)")
    assert units.name_on(cell.id, TODAY).name == "Chi bộ"
    assert units.find(admin, "chi bo").rows == ()
    assert units.find(admin, "chi bo", dissolved=True).rows == (ended,)
    with transaction(None) as t:
        assert units.require_living(t, cell.id, date(2026, 5, 31)) == ended
        with pytest.raises(Invalid) as wrong:
            units.require_living(t, cell.id, date(2026, 6, 1))
    assert wrong.value.fields == {"unit_id": "«Chi bộ» đã giải thể từ 01/06/2026. Anh/chị chọn đơn vị tiếp nhận."}
    with pytest.raises(Invalid):
        units.rename(admin, cell.id, 2, RenameForm("Khác", "1", "01/07/2026"))
    with pytest.raises(Invalid) as parent:
        units.create(admin, UnitForm("C", "Tổ", parent_id=cell.id, from_date="01/07/2026"))
    assert set(parent.value.fields) == {"parent_id"}


@pytest.mark.proves("F01.05")
def test_merged_units_end_and_their_units_go_on_under_the_new_one(admin: Actor) -> None:
    old, into = _make(admin, "A", "Đảng bộ Khối"), _make(admin, "B", "Đảng bộ các cơ quan Đảng")
    cell = _make(admin, "C", "Chi bộ Văn phòng", old)
    units.merge(admin, [old.id], into.id, EndForm("15-QĐ/TU", "10/02/2026"))
    assert units.get(admin, old.id).to_date == date(2026, 2, 10)
    assert units.get(admin, cell.id).parent_id == into.id
    assert units.name_on(cell.id, date(2026, 2, 9)).parent_id == old.id
    assert [(s.kind, s.to_unit) for s in units.life(admin, old.id)][-1] == (SuccessionKind.MERGE, into.id)


@pytest.mark.parametrize("case", ("itself", "below", "none"))
def test_impossible_merger_is_refused_whole(admin: Actor, case: str) -> None:
    top, other = _make(admin, "A", "Đảng bộ"), _make(admin, "B", "Đảng bộ khác")
    cell = _make(admin, "C", "Chi bộ", top)
    sources: list[UUID] = {"itself": [other.id, cell.id], "below": [other.id, top.id], "none": []}[case]
    with pytest.raises(Invalid):
        units.merge(admin, sources, cell.id, EndForm("15-QĐ", "10/02/2026"))
    assert [node.unit for node in units.tree(admin)] == [top, cell, other]


def test_a_divided_unit_points_to_the_new_ones(admin: Actor) -> None:
    old, one, two = _make(admin, "A", "Chi bộ chung"), _make(admin, "B", "Chi bộ 1"), _make(admin, "C", "Chi bộ 2")
    units.split(admin, old.id, 1, [one.id, two.id], EndForm("16-QĐ", "01/03/2026"))
    assert units.get(admin, old.id).to_date == date(2026, 3, 1)
    assert {s.to_unit for s in units.life(admin, old.id)} == {one.id, two.id}
    with pytest.raises(Invalid):
        units.split(admin, one.id, 1, [], EndForm("16-QĐ", "01/03/2026"))
    with pytest.raises(Invalid):
        units.split(admin, one.id, 1, [one.id], EndForm("16-QĐ", "01/03/2026"))


@pytest.mark.proves("F01.07")
def test_a_unit_competes_in_a_cluster(admin: Actor) -> None:
    cluster = _make(admin, "CUM1", "Cụm thi đua số 1", kind="cluster")
    unit = _make(admin, "A", "Chi bộ", cluster_id=cluster.id)
    assert (units.clusters(admin), units.get(admin, unit.id).cluster_id) == ((cluster,), cluster.id)
    with pytest.raises(Invalid) as wrong:
        _make(admin, "B", "Chi bộ khác", cluster_id=unit.id)
    assert set(wrong.value.fields) == {"cluster_id"}


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_changes_units(database: db.Database, role: Role) -> None:
    unit_id = world.unit()
    who = people.actor(role, unit=unit_id, issuer=world.issuer())
    for act in (
        lambda: units.create(who, UnitForm("A", "B", from_date="01/01/2025")),
        lambda: units.change(who, unit_id, 1, UnitForm("A", "B", from_date="01/01/2025")),
        lambda: units.rename(who, unit_id, 1, RenameForm("A", "B", "01/02/2025")),
        lambda: units.move(who, unit_id, 1, MoveForm(None, "B", "01/02/2025")),
        lambda: units.dissolve(who, unit_id, 1, EndForm("B", "01/02/2025")),
        lambda: units.merge(who, [unit_id], uuid4(), EndForm("B", "01/02/2025")),
        lambda: units.split(who, unit_id, 1, [uuid4()], EndForm("B", "01/02/2025")),
    ):
        with pytest.raises(NotAllowed):
            act()
