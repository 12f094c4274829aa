"""How a list for programs is made: its values by name, what may be asked of it, and its description from the same table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.paging import Page
from vietnamese import text

_LONGEST = 100


@dataclass(frozen=True)
class Value:
    """One value of a row: its name, its kind, what it is, and how it is found."""

    name: str
    kind: str
    about: str
    of: Callable[[Any], object]


@dataclass(frozen=True)
class Asked:
    """One thing that may be asked of a list, beside `page` and `size`."""

    name: str
    about: str
    words: tuple[str, ...] = ()
    """The only codes that may be asked, where there are few."""


@dataclass(frozen=True)
class Offered:
    """A list by its name; `find` gives one page of rows and how many there are."""

    name: str
    about: str
    values: tuple[Value, ...]
    params: tuple[Asked, ...]
    find: Callable[[Actor, Mapping[str, str], Page], tuple[Sequence[Any], int]]


def plain(value: object) -> object:
    """As JSON has it: words by their code, days and moments (UTC) as ISO 8601."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='seconds')}Z"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def asked(wanted: Offered, given: Sequence[tuple[str, str]], size: int, most: int) -> tuple[dict[str, str], Page]:
    """What was asked, and the page. Raises Invalid: parameter → sentence."""
    known, wrong, found = {each.name: each for each in wanted.params}, {}, {}
    for name, typed in given:
        value = text.clean(typed)
        if name in found:
            wrong[name] = f"Tham số «{name}» có hai lần. Chỉ gửi một lần."
        elif name in ("page", "size"):
            if not (value.isascii() and value.isdigit() and 1 <= int(value) <= (most if name == "size" else 1_000_000)):
                wrong[name] = f"«{name}» là số nguyên từ 1" + (f" đến {most}." if name == "size" else ".")
        elif name not in known:
            wrong[name[:_LONGEST]] = f"Không có tham số này. Danh sách nhận: {', '.join((*known, 'page', 'size'))}."
        elif len(value) > _LONGEST:
            wrong[name] = f"«{name}» dài quá {_LONGEST} ký tự."
        elif (words := known[name].words) and value not in words:
            wrong[name] = f"«{name}» là một trong: {', '.join(words)}."
        found[name] = value
    if wrong:
        raise Invalid(wrong)
    page = Page(int(found.pop("page", 1)), int(found.pop("size", size)))
    return found, page


_KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"}, "number": {"type": "integer"}, "id": {"type": "string", "format": "uuid"}, "day": {"type": ["string", "null"], "format": "date"},
    "moment": {"type": ["string", "null"], "format": "date-time"},
}  # fmt: skip


def described(lists: Sequence[Offered], root: str, version: str, size: int, most: int) -> dict[str, Any]:
    """The lists as OpenAPI 3.1."""
    key = {"type": "http", "scheme": "bearer", "description": "Khoá do người dùng cấp ở mục «Tài khoản của tôi»."}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Gương Sáng", "version": version, "description": "Chỉ đọc. Thấy những gì người cấp khoá thấy trên màn hình."},
        "paths": {f"{root}/{each.name}": {"get": _operation(each, size, most)} for each in lists},
        "components": {"securitySchemes": {"key": key}},
        "security": [{"key": []}],
    }


def _operation(offered: Offered, size: int, most: int) -> dict[str, Any]:
    params = [_parameter(each.name, each.about, {"type": "string", **({"enum": list(each.words)} if each.words else {})}) for each in offered.params]
    params += [
        _parameter("page", "Trang, từ 1", {"type": "integer", "minimum": 1, "default": 1}),
        _parameter("size", "Số dòng một trang", {"type": "integer", "minimum": 1, "maximum": most, "default": size}),
    ]
    row = {"type": "object", "properties": {value.name: {**_KINDS[value.kind], "description": value.about} for value in offered.values}}
    whole = {
        "type": "object",
        "properties": {
            "sample": {"type": "boolean", "description": "Dữ liệu mẫu, không phải dữ liệu thật"}, "total": {"type": "integer"}, "page": {"type": "integer"},
            "size": {"type": "integer"}, "rows": {"type": "array", "items": row},
        },
    }  # fmt: skip
    faults = {"401": "Không có khoá, hoặc khoá hết hiệu lực", "403": "Người cấp khoá không xem được", "422": "Tham số sai", "429": "Hỏi quá nhiều lần"}
    answers: dict[str, Any] = {code: {"description": words} for code, words in faults.items()}
    answers["200"] = {"description": "Một trang", "content": {"application/json": {"schema": whole}}}
    return {"operationId": offered.name, "summary": offered.about, "parameters": params, "responses": dict(sorted(answers.items()))}


def _parameter(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}
