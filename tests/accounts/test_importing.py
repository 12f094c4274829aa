"""Units, people and accounts from one workbook: every row accounted for, good rows stored together, nothing twice."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import db
from recognition.accounts import actions as accounts
from recognition.accounts import importing
from recognition.accounts.importing import Plan, Standing
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed
from recognition.hall.words import Role
from recognition.people import actions as people
from recognition.units import actions as units
from tests.support import people as builders
from tests.support import world
from vietnamese import dates

SECRET = b"i" * 32
UNITS = (
    ("CB-YT", "Chi bộ Trạm Y tế", "Chi bộ trực thuộc", "DB-SYT", "01/02/2025"),  # the child stands before its parent
    ("DB-SYT", "Đảng bộ Sở Y tế", "Đảng bộ cơ sở", "", "01/01/2025"),
)
PEOPLE = (
    ("CB001", "Ông Lê Văn Tòng", "", "Nam", "01/05/1980", "CB-YT", "Y sĩ", "Người lao động trực tiếp"),
    ("CB002", "Trần Thị Mai", "Bà", "Nữ", "1985", "DB-SYT", "Bí thư", "Lãnh đạo, quản lý"),
)
ACCOUNTS = (("CB001", "tong.levan", "Người đề nghị", "CB-YT", ""), ("CB002", "mai.tranthi", "Thư ký", "ĐUCCQ", "mai@coquan.vn"))


@pytest.fixture
def admin(database: db.Database) -> Iterator[Actor]:
    with dates.fixed(date(2026, 11, 26)):
        world.issuer()
        yield builders.administrator()


def _filled(admin: Actor, folder: Path, rows: dict[str, Sequence[Sequence[str]]]) -> bytes:
    """The template with rows typed into its sheets."""
    path = folder / "nhap.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(importing.template(admin)))
    for name, lines in rows.items():
        for number, line in enumerate(lines, 2):
            for column, value in enumerate(line, 1):
                if value:
                    book[name].cell(number, column, value)
    book.save(path)
    return path.read_bytes()


def _plan(admin: Actor, folder: Path, **rows: Sequence[Sequence[str]]) -> Plan:
    names = {"units": "Đơn vị", "people": "Người", "accounts": "Tài khoản"}
    return importing.check(admin, _filled(admin, folder, {names[key]: lines for key, lines in rows.items()}), SECRET)


def _standings(plan: Plan) -> list[tuple[str, int, Standing]]:
    return [(row.sheet, row.row, row.standing) for row in plan.rows]


@pytest.mark.proves("F01.01", "F01.02", "F12.02")
def test_a_good_workbook_is_shown_whole_and_stored_in_one_step(admin: Actor, tmp_path: Path) -> None:
    plan = _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS)
    assert sorted(_standings(plan)) == [
        ("Người", 2, Standing.NEW), ("Người", 3, Standing.NEW), ("Tài khoản", 2, Standing.NEW), ("Tài khoản", 3, Standing.NEW),
        ("Đơn vị", 2, Standing.NEW), ("Đơn vị", 3, Standing.NEW),
    ]
    assert (units.tree(admin), people.find(admin).total) == ((), 0)  # nothing is stored yet
    kept = importing.keep(admin, plan, secret=SECRET)
    assert (kept.units, kept.people, kept.accounts) == (2, 2, 2)
    assert [(node.unit.code, node.depth) for node in units.tree(admin)] == [("DB-SYT", 0), ("CB-YT", 1)]
    found = people.find(admin).rows
    assert [person.line for person in found] == ["Trần Thị Mai, sinh 1985, Bí thư, Đảng bộ Sở Y tế", "Lê Văn Tòng, sinh 01/05/1980, Y sĩ, Chi bộ Trạm Y tế"]
    assert [slip.user_name for slip in kept.slips] == ["tong.levan", "mai.tranthi"]
    made = {account.user_name: account for account in accounts.find(admin).rows}
    assert [grant.role for grant in made["tong.levan"].roles] == [Role.NOMINATOR]
    assert [(grant.role, grant.where) for grant in made["mai.tranthi"].roles] == [(Role.SECRETARY, "Đảng uỷ các cơ quan Đảng tỉnh")]
    assert made["mai.tranthi"].person_id == found[0].id


def test_the_same_workbook_again_adds_nothing(admin: Actor, tmp_path: Path) -> None:
    importing.keep(admin, _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS), secret=SECRET)
    again = _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS)
    assert {row.standing for row in again.rows} == {Standing.KNOWN}
    with pytest.raises(Invalid):
        importing.keep(admin, again, secret=SECRET)


def test_good_rows_go_in_and_wrong_ones_say_why(admin: Actor, tmp_path: Path) -> None:
    wrong_units = (*UNITS, ("CB-X", "Chi bộ X", "Chi bộ trực thuộc", "KHONG-CO", "01/01/2025"), ("CB-Y", "Chi bộ Y", "Chi bộ trực thuộc", "CB-X", "01/01/2025"),
                   ("CB-Z", "Chi bộ Z", "Chi bộ trực thuộc", "", "01/01/2030"), ("CB-S", "Chi bộ S", "Chi bộ trực thuộc", "CB-S", "01/01/2025"))
    wrong_people = (*PEOPLE, ("CB003", "Nguyễn Văn Bình", "", "Nam", "31/02/1980", "CB-YT", "Kế toán", ""), ("CB004", "Hoàng Đức Ân", "", "", "", "CB-X", "Kế toán", ""))
    wrong_accounts = (*ACCOUNTS, ("CB003", "binh.nguyenvan", "Người đề nghị", "CB-YT", ""), ("CB001", "hai.tong", "Lãnh đạo đơn vị", "", ""), ("CB001", "x", "Vua", "CB-YT", ""))
    plan = _plan(admin, tmp_path, units=wrong_units, people=wrong_people, accounts=wrong_accounts)
    refused = {(row.sheet, row.row) for row in plan.rows if row.standing is Standing.WRONG}
    assert refused == {*(("Đơn vị", n) for n in (4, 5, 6, 7)), ("Người", 4), ("Người", 5), *(("Tài khoản", n) for n in (4, 5, 6))}
    assert all(row.sentences for row in plan.rows if row.standing is Standing.WRONG)
    assert len(plan.rows) == len(wrong_units) + len(wrong_people) + len(wrong_accounts)
    kept = importing.keep(admin, plan, secret=SECRET)
    assert (kept.units, kept.people, kept.accounts) == (2, 2, 2)


@pytest.mark.proves("F01.06")
def test_somebody_who_may_be_here_already_waits_for_an_answer(admin: Actor, tmp_path: Path) -> None:
    world.person("Lê Văn Tòng", birth_date=date(1980, 5, 1))
    plan = _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS[:1])
    assert plan.asking == frozenset({2})
    assert [row.standing for row in plan.rows if row.sheet == "Người"] == [Standing.ASK, Standing.NEW]
    kept = importing.keep(admin, plan, secret=SECRET)
    assert (kept.people, kept.accounts) == (1, 0)  # the account waits with its person
    second = _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS[:1])
    agreed = importing.keep(admin, second, frozenset({2}), secret=SECRET)
    assert (agreed.units, agreed.people, agreed.accounts) == (0, 1, 1)


def test_an_account_for_somebody_who_is_here_by_staff_number(admin: Actor, tmp_path: Path) -> None:
    importing.keep(admin, _plan(admin, tmp_path, units=UNITS, people=PEOPLE), secret=SECRET)
    plan = _plan(admin, tmp_path, accounts=ACCOUNTS)
    assert [row.standing for row in plan.rows] == [Standing.NEW, Standing.NEW]
    assert importing.keep(admin, plan, secret=SECRET).accounts == 2


def test_a_plan_that_no_longer_fits_stores_nothing(admin: Actor, tmp_path: Path) -> None:
    plan = _plan(admin, tmp_path, units=UNITS, people=PEOPLE, accounts=ACCOUNTS)
    builders.account(user_name="mai.tranthi")
    with pytest.raises(Invalid):
        importing.keep(admin, plan, secret=SECRET)
    assert (units.tree(admin), people.find(admin).total) == ((), 0)


def test_a_second_click_stores_once(admin: Actor, tmp_path: Path) -> None:
    from uuid import uuid4

    key = uuid4()
    plan = _plan(admin, tmp_path, units=UNITS)
    importing.keep(admin, plan, secret=SECRET, key=key)
    with pytest.raises(AlreadyDone):
        importing.keep(admin, plan, secret=SECRET, key=key)


def test_a_dissolved_unit_takes_nobody(admin: Actor, tmp_path: Path) -> None:
    world.unit("Chi bộ cũ", code="CB-CU", until=date(2026, 6, 1))
    plan = _plan(admin, tmp_path, units=(("CB-M", "Chi bộ mới", "Chi bộ trực thuộc", "CB-CU", "01/01/2026"),), people=((*PEOPLE[0][:5], "CB-CU", "Y sĩ", ""),))
    assert [row.standing for row in plan.rows] == [Standing.WRONG, Standing.WRONG]
    assert all("đã giải thể từ 01/06/2026" in row.sentences[0] for row in plan.rows)


def test_another_file_is_refused_with_a_sentence(admin: Actor, tmp_path: Path) -> None:
    for data in (b"PK\x03\x04 not a workbook", b"", b"\xd0\xcf\x11\xe0 an old one"):
        with pytest.raises(Invalid) as refused:
            importing.check(admin, data, SECRET)
        assert set(refused.value.fields) == {"file"}


def test_the_workbook_comes_back_with_its_wrong_rows_marked(admin: Actor, tmp_path: Path) -> None:
    data = _filled(admin, tmp_path, {"Đơn vị": (*UNITS, ("CB-X", "Chi bộ X", "", "KHONG-CO", ""))})
    back = openpyxl.load_workbook(io.BytesIO(importing.marked(admin, data, importing.check(admin, data, SECRET))))
    marked = {cell.coordinate for row in back["Đơn vị"].iter_rows() for cell in row if cell.comment is not None}
    assert marked == {"A4"}


@pytest.mark.proves("F15.01")
def test_only_an_administrator_imports(admin: Actor, tmp_path: Path) -> None:
    who = builders.actor(Role.SECRETARY, issuer=world.issuer("Cơ quan khác", short_sign="CQK"))
    for act in (lambda: importing.template(who), lambda: importing.check(who, b""), lambda: importing.keep(who, Plan(()))):
        with pytest.raises(NotAllowed):
            act()
