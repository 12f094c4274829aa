"""Bảng số liệu: figures stand on one shelf, each with the question that it answers, and every one leads back there."""

from uuid import UUID

from pages.shared import frame, navigation
from recognition.hall.actor import Actor, Grant
from recognition.hall.words import Role
from tests.support import people, world

SHELF = "pages/insight/figures.py"


def test_the_menu_holds_the_shelf_and_not_what_stands_on_it():
    leader = Actor(UUID(int=1), "Trần Quốc Khánh", grants=frozenset({Grant(Role.LEADER, issuer_id=UUID(int=2))}))
    menu = {entry.file for entry in navigation.for_actor(leader) if entry.in_menu}
    standing = navigation.shelf(leader)
    assert SHELF in menu
    assert not menu & {entry.file for entry in standing}
    assert all(entry.question.endswith("?") for entry in standing)
    assert {entry.section for entry in standing} == {navigation.WATCH}


def test_every_card_leads_to_its_screen_and_each_screen_back(screen, duck, monkeypatch):
    linked: list[str] = []
    drawn = frame.link
    monkeypatch.setattr(frame, "link", lambda file, *words, **more: (linked.append(file), drawn(file, *words, **more))[1])
    leader = people.actor(Role.LEADER, issuer=world.issuer())
    app = screen(leader, SHELF)
    assert not app.exception
    files = [entry.file for entry in navigation.shelf(leader)]
    assert [file for file in linked if file in files] == files
    for file in files:
        linked.clear()
        app = screen(leader, file)
        assert not app.exception
        assert SHELF in linked


def test_a_nominator_has_no_shelf(duck):
    nominator = people.actor(Role.NOMINATOR, unit=world.unit())
    assert navigation.shelf(nominator) == ()
    assert SHELF not in {entry.file for entry in navigation.for_actor(nominator)}
