"""Facts from and to JSON: dates as "2026-11-05", pictures as base64; every mistake is named with its place."""

import base64
import binascii
import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, asdict, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any


def build(kind: Any, value: Any, path: str = "dữ kiện") -> Any:
    """A value of the type `kind` from parsed JSON. Raises ValueError with a Vietnamese sentence naming the place."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else build(next(a for a in args if a is not types.NoneType), value, path)
    if origin is tuple:
        return _tuple(args, value, path)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(kind, value, path)
    return _plain(kind, value, path)


def _tuple(args: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ValueError(f"«{path}» phải là một danh sách.")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(build(args[0], item, f"{path}[{i}]") for i, item in enumerate(value))
    if len(value) != len(args):
        raise ValueError(f"«{path}» phải có {len(args)} phần tử.")
    return tuple(build(arg, item, f"{path}[{i}]") for i, (arg, item) in enumerate(zip(args, value, strict=True)))


def _dataclass(kind: type[Any], value: Any, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"«{path}» phải là một nhóm trường có tên.")
    known = {field.name: field for field in fields(kind)}
    foreign = [name for name in value if name not in known]
    if foreign:
        raise ValueError(
            f"«{path}» có trường lạ: {', '.join(map(str, foreign))}. Các trường dùng được: {', '.join(known)}."
        )
    missing = [n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING and n not in value]
    if missing:
        raise ValueError(f"«{path}» còn thiếu trường: {', '.join(missing)}.")
    hints = typing.get_type_hints(kind)
    return kind(**{name: build(hints[name], item, f"{path}.{name}") for name, item in value.items()})


def _choice(kind: type[Enum], value: Any, path: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"«{path}» phải là một trong: {', '.join(str(e.value) for e in kind)}.") from None


_NAMES = {
    str: "chữ",
    int: "số nguyên",
    bool: "true hoặc false",
    date: "ngày như 2026-11-05",
    datetime: "thời điểm như 2026-11-05T14:00",
}


def _plain(kind: Any, value: Any, path: str) -> Any:
    try:
        if kind in (date, datetime) and isinstance(value, str):
            return kind.fromisoformat(value)
        if kind is bytes and isinstance(value, str):
            return base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error):
        pass
    if kind in (str, bool) and isinstance(value, kind):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError(f"«{path}» phải là {_NAMES.get(kind, 'tệp dạng base64')}.")


def plain(facts: Any) -> Any:
    """Facts as values that JSON can hold; `build` makes the same facts of them."""
    return _simple(asdict(facts))


def _simple(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _simple(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_simple(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.value if isinstance(value, Enum) else value


def describe(kind: type[Any]) -> dict[str, str]:
    """The fields of a kind of facts with their types, for help."""
    return {name: _said(hint) for name, hint in typing.get_type_hints(kind).items()}


def _said(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else re.sub(r"(documents\.facts\.\w+|datetime)\.", "", str(hint))
