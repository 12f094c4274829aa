"""Comparing a workbook with what is there, row by row, before anything is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from uuid import UUID

import intake
from intake.accounts import Accounts
from intake.accounts import Row as Read
from recognition.accounts import rules
from recognition.accounts.importing import known
from recognition.accounts.importing.known import Ground
from recognition.accounts.importing.marks import as_file
from recognition.accounts.importing.plan import Plan, PlannedAccount, PlannedPerson, PlannedUnit, Row, Standing
from recognition.accounts.terms import PER_EITHER, PER_ISSUER
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.words import Role, Verb
from recognition.people import actions as people
from recognition.people import entries as person_entries
from recognition.people import keys
from recognition.people import rules as person_rules
from recognition.people.terms import PersonForm, RecipientClass
from recognition.units import entries as unit_entries
from recognition.units.terms import UnitForm, UnitKind
from vietnamese import dates
from vietnamese.names import split_salutation
from vietnamese.text import search_key


def check(who: Actor, data: bytes, secret: bytes | None = None) -> Plan:
    """What the workbook (.xlsx) would do. Nothing is stored. Raises NotAllowed, Invalid (a file that cannot be read)."""
    permissions.require(who, Verb.IMPORT_WORKBOOK)
    secret = secret or keys.secret()
    try:
        with as_file(data) as path:
            read, there = known.read(who, path, known.ground(who, dates.today()), secret)
    except intake.Refused as refused:
        raise Invalid({"file": str(refused)}) from refused
    work = _Check(who, read, there, secret)
    work.units()
    work.people()
    work.accounts()
    return Plan(tuple(work.rows), tuple(work.new_units), tuple(work.new_people), tuple(work.new_accounts), frozenset(work.asking))


@dataclass
class _Check:
    who: Actor
    read: Accounts
    there: Ground
    secret: bytes
    rows: list[Row] = field(default_factory=list)
    new_units: list[PlannedUnit] = field(default_factory=list)
    new_people: list[PlannedPerson] = field(default_factory=list)
    new_accounts: list[PlannedAccount] = field(default_factory=list)
    asking: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.said: dict[tuple[str, int], list[str]] = {}
        for finding in self.read.findings:
            self.said.setdefault((finding.sheet, finding.row), []).append(finding.sentence)

    def units(self) -> None:
        """Parents first, so that a wrong parent makes its children wait."""
        waiting = {code: row for row in self.read.units if (code := _text(row, "code").upper())}
        good: dict[str, PlannedUnit] = {}
        for row in sorted(self.read.units, key=lambda one: (_depth(one, waiting), one.row)):
            code, parent = _text(row, "code").upper(), _text(row, "parent_code").upper()
            there = self.there.unit(code) if code else None
            if there is not None and search_key(there.name) == search_key(_text(row, "name")):
                self._row(row, _text(row, "name"), code, Standing.KNOWN)
                continue
            form = self._unit_form(row, code)
            problems = [*self.said.get((row.sheet, row.row), ()), *_faults(partial(unit_entries.unit, form, UUID(int=0), 1, today=self.there.today))]
            problems += self._parent_problem(parent, good, bool(problems))
            if problems:
                self._row(row, _text(row, "name"), code, Standing.WRONG, problems)
                continue
            good[code] = PlannedUnit(row.row, code, form, parent)
            above = f", trực thuộc {parent}" if parent else ""
            self._row(row, form.name, f"{code}, {UnitKind(form.kind).label}{above}, từ {dates.short(_day(form.from_date))}", Standing.NEW)
        self.new_units = list(good.values())

    def _unit_form(self, row: Read, code: str) -> UnitForm:
        """A unit without a day begins with this year."""
        kind = _text(row, "kind") or UnitKind.PARTY_SUBCELL
        return UnitForm(code, _text(row, "name"), kind, from_date=_text(row, "from_date") or date(self.there.today.year, 1, 1))

    def _parent_problem(self, parent: str, good: Mapping[str, PlannedUnit], already: bool) -> list[str]:
        if not parent or parent in good:
            return []
        there = self.there.unit(parent)
        if there is None:
            return [] if already else [f"Đơn vị cấp trên «{parent}» cần sửa trước nên dòng này chưa thêm được."]
        if there.to_date is not None:
            return [f"Đơn vị cấp trên «{there.name}» đã giải thể từ {dates.short(there.to_date)}. Anh/chị chọn đơn vị khác."]
        return []

    def people(self) -> None:
        """Faults first; then who may be here already, asked for all at once."""
        fit: list[tuple[Read, PlannedPerson]] = []
        for row in self.read.people:
            code, name = _text(row, "code"), _text(row, "name")
            mine = self.there.people.get(code)
            if mine is not None and search_key(mine.name) == search_key(split_salutation(name)[1]):
                self._row(row, name, mine.line, Standing.KNOWN)
                continue
            planned = self._person(row)
            problems = list(self.said.get((row.sheet, row.row), ()))
            problems += _faults(partial(person_entries.person, planned.form, UUID(int=0), 1, today=self.there.today, secret=self.secret))
            if mine is not None:
                problems.append(f"Mã người {code} đã ghi cho {mine.line}. Anh/chị kiểm tra lại mã.")
            problems += self._unit_problem(planned.unit_code, bool(problems))
            if problems:
                self._row(row, name, code, Standing.WRONG, problems)
            else:
                fit.append((row, planned))
        self._doubles(fit)

    def _person(self, row: Read) -> PlannedPerson:
        form = PersonForm(
            _text(row, "name"), row.values.get("birth"), _text(row, "gender") or None, _text(row, "salutation"), staff_number=_text(row, "code")
        )
        kind = RecipientClass(_text(row, "recipient_class") or RecipientClass.DIRECT_WORKER)
        return PlannedPerson(row.row, _text(row, "code"), form, _text(row, "unit_code").upper(), _text(row, "post"), kind)

    def _unit_problem(self, code: str, already: bool) -> list[str]:
        there = self.there.unit(code)
        if there is not None and there.to_date is not None:
            return [f"«{there.name}» đã giải thể từ {dates.short(there.to_date)}. Anh/chị chọn đơn vị tiếp nhận."]
        if there is None and not any(unit.code == code for unit in self.new_units) and not already:
            return [f"Đơn vị «{code}» cần sửa trước nên dòng này chưa thêm được."]
        return []

    def _doubles(self, fit: list[tuple[Read, PlannedPerson]]) -> None:
        typed = []
        for _, planned in fit:
            person, _ = person_entries.person(planned.form, UUID(int=0), 1, today=self.there.today, secret=self.secret)
            typed.append((person.name, person.birth_date, person.birth_year))
        near = people.doubles_among(self.who, typed)
        for index, (row, planned) in enumerate(fit):
            self.new_people.append(planned)
            detail = ", ".join(part for part in (planned.code, planned.title, planned.unit_code) if part)
            if index in near:
                self.asking.add(row.row)
                self._row(row, planned.form.name, detail, Standing.ASK, [person_rules.doubles_question(near[index])])
            else:
                self._row(row, planned.form.name, detail, Standing.NEW)

    def accounts(self) -> None:
        """Each with its person, its role and where that holds."""
        by_code = {person.code.casefold(): person for person in self.new_people if person.code}
        by_name: dict[str, list[PlannedPerson]] = {}
        for person in self.new_people:
            by_name.setdefault(search_key(person.form.name), []).append(person)
        for row in self.read.accounts:
            there = self.there.people.get(_text(row, "person"))
            if there is not None and _text(row, "login") in self.there.user_names:
                self._row(row, there.name, _text(row, "login"), Standing.KNOWN)
                continue
            planned, problems = self._account(row, by_code, by_name)
            if problems or planned is None:
                self._row(row, _text(row, "person"), _text(row, "login"), Standing.WRONG, problems)
                continue
            where = planned.scope_code or next((i.short_sign for i in self.there.issuers.values() if i.id == planned.issuer_id), "")
            detail = ", ".join(part for part in (planned.user_name, planned.role.label, where) if part)
            self.new_accounts.append(planned)
            self._row(row, planned.name, detail, Standing.NEW)

    def _account(
        self, row: Read, by_code: Mapping[str, PlannedPerson], by_name: Mapping[str, list[PlannedPerson]]
    ) -> tuple[PlannedAccount | None, list[str]]:
        problems = list(self.said.get((row.sheet, row.row), ()))
        named = _text(row, "person")
        mine = self.there.people.get(named)
        found = by_code.get(named.casefold()) or next(iter(by_name.get(search_key(named), ())), None)
        if mine is None and found is None and not problems:
            problems.append(f"Người «{named}» ở trang «Người» cần sửa trước nên tài khoản này chưa lập được.")
        if fault := rules.user_name_fault(_text(row, "login")):
            problems.append(fault)
        if problems:
            return None, problems
        role = Role(_text(row, "role"))
        issuer_id, scope, problems = self._scope(role, _text(row, "scope"))
        name = mine.name if mine is not None else split_salutation(found.form.name)[1] if found is not None else named
        planned = PlannedAccount(
            row.row, _text(row, "login"), name, _text(row, "email"), role, scope, issuer_id,
            None if mine is not None or found is None else found.row, mine.id if mine is not None else None,
        )
        return planned, problems

    def _scope(self, role: Role, scope: str) -> tuple[UUID | None, str, list[str]]:
        """Where the role holds: an organ by its sign, or a unit by its code."""
        if role is Role.ADMINISTRATOR:
            return None, "", []
        issuer = self.there.issuers.get(scope.casefold())
        if not scope and role in PER_ISSUER and len(self.there.issuers) == 1:
            issuer = next(iter(self.there.issuers.values()))
        if issuer is not None and role in PER_ISSUER | PER_EITHER:
            return issuer.id, "", []
        if role in PER_ISSUER:
            signs = ", ".join(one.short_sign for one in self.there.issuers.values())
            return None, "", [f"Vai trò «{role.label}» gắn với một cơ quan ban hành. Anh/chị ghi ký hiệu cơ quan ({signs}) vào cột phạm vi."]
        if not scope:
            return None, "", [f"Vai trò «{role.label}» gắn với một đơn vị. Anh/chị ghi mã đơn vị."]
        return None, scope.upper(), self._unit_problem(scope.upper(), already=False)

    def _row(self, row: Read, what: str, detail: str, standing: Standing, sentences: list[str] | None = None) -> None:
        self.rows.append(Row(row.sheet, row.row, what or "(chưa có tên)", detail, standing, tuple(dict.fromkeys(sentences or ()))))


def _text(row: Read, name: str) -> str:
    return str(row.values.get(name, ""))


def _day(value: date | str | None) -> date:
    assert value is not None
    return value if isinstance(value, date) else dates.parse(value)


def _depth(row: Read, rows: Mapping[str, Read]) -> int:
    """How many units of the same workbook stand above; a circle ends where it began."""
    depth, seen = 0, set()
    code = _text(row, "parent_code").upper()
    while code in rows and code not in seen:
        seen.add(code)
        depth += 1
        code = _text(rows[code], "parent_code").upper()
    return depth


def _faults(call: Callable[[], object]) -> list[str]:
    try:
        call()
    except Invalid as wrong:
        return list(wrong.fields.values())
    return []
