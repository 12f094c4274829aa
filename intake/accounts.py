"""The workbook of units, people and accounts: rows and row-by-row findings, before anything is stored.

Pure: what is already known (codes of units, roles) comes as an argument; storing is the caller's work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intake import account_sheets
from intake.account_sheets import Line, Template
from intake.errors import Refused
from intake.mapping import words
from intake.rows import days
from intake.tables.grid import Book, Cell

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,63}")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}")
NO_SHEET = "Tệp không có trang «Đơn vị», «Người» hoặc «Tài khoản»; anh/chị dùng tệp mẫu."


@dataclass(frozen=True)
class Finding:
    """What is wrong with one cell of the workbook."""

    sheet: str
    cell: str
    row: int
    sentence: str


@dataclass(frozen=True)
class Row:
    """One line of a sheet, its values by the column's name; only what could be read is there."""

    sheet: str
    row: int
    values: dict[str, str | int]

    def to_json(self) -> dict[str, Any]:
        """Sheet, row and values."""
        return {"sheet": self.sheet, "row": self.row, "values": self.values}


@dataclass
class Accounts:
    """All lines of the three sheets; a line with a finding is in `findings`, not yet fit to be stored."""

    units: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    accounts: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """All of it, for the child process."""
        return {
            "units": [row.to_json() for row in self.units],
            "people": [row.to_json() for row in self.people],
            "accounts": [row.to_json() for row in self.accounts],
            "findings": [vars(item) for item in self.findings],
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Accounts:
        """The inverse of `to_json`."""
        units, people, accounts = ([Row(**row) for row in told[name]] for name in ("units", "people", "accounts"))
        return cls(units, people, accounts, [Finding(**item) for item in told["findings"]])


@dataclass(frozen=True)
class Known:
    """What the installation has already. `roles` and `unit_kinds`: Vietnamese words -> codes; empty: not checked."""

    roles: Mapping[str, str] = field(default_factory=dict)
    unit_kinds: Mapping[str, str] = field(default_factory=dict)
    unit_codes: frozenset[str] = frozenset()
    person_codes: frozenset[str] = frozenset()
    logins: frozenset[str] = frozenset()

    def to_json(self) -> dict[str, Any]:
        """For the child process."""
        return {
            name: dict(value) if isinstance(value, Mapping) else sorted(value) for name, value in vars(self).items()
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Known:
        """The inverse of `to_json`."""
        codes = {name: frozenset(told[name]) for name in ("unit_codes", "person_codes", "logins")}
        return cls(told["roles"], told["unit_kinds"], **codes)


def read_accounts(book: Book, known: Known, today: date) -> Accounts:
    """Check the three sheets of `book`. Raises Refused when none of them is there."""
    lines = {template.name: account_sheets.lines(book, template) for template in account_sheets.TEMPLATES}
    if all(found is None for found in lines.values()):
        raise Refused(NO_SHEET)
    return _Check(known, today).run(lines)


class _Check:
    def __init__(self, known: Known, today: date) -> None:
        self.known, self.today = known, today
        self.made = Accounts()

    def run(self, lines: Mapping[str, list[Line] | None]) -> Accounts:
        steps: tuple[tuple[Template, list[Row], Callable[[Line, str, Cell], str | int | None]], ...] = (
            (account_sheets.UNITS, self.made.units, self._unit_value),
            (account_sheets.PEOPLE, self.made.people, self._person_value),
            (account_sheets.ACCOUNTS, self.made.accounts, self._account_value),
        )
        for template, rows, convert in steps:
            for line in lines[template.name] or []:
                rows.append(self._row(template, line, convert))
        self._units()
        self._people()
        self._accounts()
        self.made.findings.sort(
            key=lambda item: (
                ["Đơn vị", "Người", "Tài khoản"].index(item.sheet)
                if item.sheet in ("Đơn vị", "Người", "Tài khoản")
                else 9,
                item.row,
            )
        )
        return self.made

    def _row(self, template: Template, line: Line, convert: Callable[[Line, str, Cell], str | int | None]) -> Row:
        values: dict[str, str | int] = {}
        for name, cell in line.cells.items():
            if cell.kind in ("error", "formula"):
                self._say(
                    line, name, f"Ô {line.place(name)} là công thức lỗi hoặc chưa có kết quả; anh/chị nhập giá trị."
                )
                continue
            value = convert(line, name, cell)
            if value is not None and value != "":
                values[name] = value
        for column in template.columns:
            if column.required and column.name not in values and column.name not in line.cells:
                self._say(line, column.name, f"Thiếu «{column.heading}»; anh/chị bổ sung.")
        return Row(line.sheet, line.row, values)

    def _say(self, line: Line, name: str, sentence: str) -> None:
        self.made.findings.append(Finding(line.sheet, line.place(name), line.row, sentence))

    def _date(self, line: Line, name: str, cell: Cell, label: str) -> str | int | None:
        told, warning = days.day(cell, label, self.today)
        if warning:
            self._say(line, name, warning)
        return told.isoformat() if isinstance(told, date) else told

    def _word(self, line: Line, name: str, cell: Cell, known: Mapping[str, str], label: str) -> str | None:
        text = words.tidy(cell.text)
        if not known:
            return text
        by_key = {words.key(word): code for word, code in known.items()} | {code: code for code in known.values()}
        code = by_key.get(words.key(text))
        if code is None:
            self._say(
                line, name, f"{label} «{text}» không có trong danh mục; anh/chị chọn một trong: {', '.join(known)}."
            )
        return code

    def _unit_value(self, line: Line, name: str, cell: Cell) -> str | int | None:
        if name == "from_date":
            return self._date(line, name, cell, "Từ ngày")
        if name == "kind":
            return self._word(line, name, cell, self.known.unit_kinds, "Loại đơn vị")
        return words.tidy(cell.text)

    def _person_value(self, line: Line, name: str, cell: Cell) -> str | int | None:
        text = words.tidy(cell.text)
        if name == "birth":
            return self._date(line, name, cell, "Ngày sinh")
        if name == "gender":
            gender = words.GENDER_WORDS.get(words.key(text))
            if gender is None:
                self._say(line, name, f"Giới tính «{text}» chưa rõ, cần ghi Nam hoặc Nữ.")
            return gender
        if name == "recipient_class":
            found = words.CLASS_WORDS.get(words.key(text))
            if found is None:
                self._say(line, name, f"Nhóm «{text}» chưa rõ, cần ghi Trực tiếp hoặc Quản lý.")
            return found
        return text

    def _account_value(self, line: Line, name: str, cell: Cell) -> str | int | None:
        text = words.tidy(cell.text)
        if name == "login":
            if not _LOGIN.fullmatch(text.lower()):
                self._say(
                    line,
                    name,
                    f"Tên đăng nhập «{text}» chỉ được có chữ không dấu, số, dấu chấm, gạch, dài 3 đến 64 ký tự.",
                )
            return text.lower()
        if name == "role":
            return self._word(line, name, cell, self.known.roles, "Vai trò")
        if name == "email" and not _EMAIL.fullmatch(text):
            self._say(line, name, f"Thư điện tử «{text}» không đúng dạng; anh/chị kiểm tra lại.")
        return text

    # --- between the rows

    def _once(self, rows: list[Row], template: Template, name: str, taken: frozenset[str]) -> dict[str, Row]:
        label = next(column.heading for column in template.columns if column.name == name)
        by_code: dict[str, Row] = {}
        for row in rows:
            code = str(row.values.get(name, ""))
            if not code:
                continue
            first = by_code.setdefault(code.casefold(), row)
            if first is not row:
                self._wrong(row, f"{label} «{code}» đã có ở dòng {first.row}; mỗi mã chỉ dùng một lần.")
            elif code.casefold() in taken:
                self._wrong(row, f"{label} «{code}» đã có trong chương trình; anh/chị dùng mã khác hoặc bỏ dòng này.")
        return by_code

    def _wrong(self, row: Row, sentence: str) -> None:
        self.made.findings.append(Finding(row.sheet, f"A{row.row}", row.row, sentence))

    def _units(self) -> None:
        taken = frozenset(code.casefold() for code in self.known.unit_codes)
        self.units = self._once(self.made.units, account_sheets.UNITS, "code", taken)
        self.unit_codes = set(self.units) | taken
        for row in self.made.units:
            parent = str(row.values.get("parent_code", "")).casefold()
            if parent and parent not in self.unit_codes:
                self._wrong(row, f"Mã đơn vị cấp trên «{row.values['parent_code']}» không có trong trang Đơn vị.")
            elif parent and self._circles(str(row.values.get("code", "")).casefold()):
                self._wrong(
                    row, f"Đơn vị «{row.values.get('code')}» là cấp trên của chính nó; anh/chị sửa mã cấp trên."
                )

    def _circles(self, start: str) -> bool:
        at, seen = start, set()
        while at and at in self.units and at not in seen:
            seen.add(at)
            at = str(self.units[at].values.get("parent_code", "")).casefold()
        return bool(start) and at == start

    def _people(self) -> None:
        taken = frozenset(code.casefold() for code in self.known.person_codes)
        codes = self._once(self.made.people, account_sheets.PEOPLE, "code", taken)
        self.person_codes = set(codes) | taken
        self.names: dict[str, list[Row]] = {}
        for row in self.made.people:
            self.names.setdefault(words.key(str(row.values.get("name", ""))), []).append(row)
            unit = str(row.values.get("unit_code", "")).casefold()
            if unit and unit not in self.unit_codes:
                self._wrong(row, f"Mã đơn vị «{row.values['unit_code']}» không có trong trang Đơn vị.")
        for same in self.names.values():
            births = [(row.values.get("birth"), row.values.get("unit_code")) for row in same]
            for index, row in enumerate(same[1:], start=1):
                if births[index] in births[:index]:
                    self._wrong(
                        row,
                        f"«{row.values.get('name')}» giống hệt dòng {same[births.index(births[index])].row} (tên, ngày sinh, đơn vị).",
                    )

    def _accounts(self) -> None:
        self._once(
            self.made.accounts,
            account_sheets.ACCOUNTS,
            "login",
            frozenset(name.casefold() for name in self.known.logins),
        )
        for row in self.made.accounts:
            person = str(row.values.get("person", ""))
            if person and person.casefold() not in self.person_codes:
                found = self.names.get(words.key(person), [])
                if len(found) > 1:
                    self._wrong(row, f"Có {len(found)} người tên «{person}»; anh/chị ghi mã người thay cho họ tên.")
                elif not found:
                    self._wrong(
                        row, f"Không tìm thấy người «{person}» trong trang Người; anh/chị ghi mã người hoặc bổ sung."
                    )
            scope = str(row.values.get("scope", ""))
            if scope and self.unit_codes and scope.casefold() not in self.unit_codes:
                self._wrong(row, f"Mã đơn vị «{scope}» không có trong trang Đơn vị.")
