"""Typed people, posts and households, checked whole."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.entry import Entry
from recognition.people import keys
from recognition.people.terms import Gender, HouseholdForm, KeyKind, Person, PersonForm, Post, PostForm, RecipientClass
from vietnamese.names import split_salutation
from vietnamese.text import clean, quoted

_OLDEST, _YOUNGEST = 120, 5
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Number:
    """A number ready to be stored: kind, keyed hash, last three characters."""

    kind: KeyKind
    keyed_hash: str
    last_digits: str


def person(form: PersonForm, person_id: UUID, version: int, *, today: date, secret: bytes) -> tuple[Person, tuple[Number, ...]]:
    """The person and the numbers that a form describes. Raises Invalid."""
    check = Entry()
    said, name = split_salutation(check.line("name", form.name, "Họ và tên", most=100))
    if name and (not _LETTER.search(name) or _NUMBER.search(name)):
        check.refuse("name", f"{quoted(name)} không phải họ và tên. Anh/chị nhập họ tên bằng chữ.")
    birth_date, birth_year = _birth(check, form.birth, today)
    made = Person(
        id=person_id,
        name=name,
        birth_date=birth_date,
        birth_year=birth_year,
        gender=check.choice("gender", form.gender, Gender, "Giới tính") if form.gender else None,
        salutation=check.line("salutation", form.salutation or said, "Xưng hô", required=False, most=40),
        merged_into=None,
        version=version,
    )
    numbers = _numbers(check, form, secret)
    check.done()
    return made, numbers


def _birth(check: Entry, value: date | int | str | None, today: date) -> tuple[date | None, int | None]:
    """A whole date, or only a year."""
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and re.fullmatch(r"\d{4}", clean(text)):
        year = int(clean(text))
        if not today.year - _OLDEST <= year <= today.year - _YOUNGEST:
            check.refuse("birth", f"Năm sinh {year} không hợp lý. Anh/chị kiểm tra lại.")
        return None, year
    found = check.maybe_day("birth", text, "Ngày sinh", latest=today)
    if found is not None and not today.year - _OLDEST <= found.year <= today.year - _YOUNGEST:
        check.refuse("birth", f"Năm sinh {found.year} không hợp lý. Anh/chị kiểm tra lại.")
    return found, None


def _numbers(check: Entry, form: PersonForm, secret: bytes) -> tuple[Number, ...]:
    found = []
    typed = (("staff_number", KeyKind.STAFF_NUMBER), ("citizen_id", KeyKind.CITIZEN_ID), ("party_card", KeyKind.PARTY_CARD))
    for field, kind in typed:
        number = clean(getattr(form, field))
        if not number:
            continue
        try:
            found.append(Number(kind, keys.keyed_hash(secret, kind, number), keys.last_digits(kind, number)))
        except ValueError as wrong:
            check.refuse(field, str(wrong))
    return tuple(found)


def post(form: PostForm, post_id: UUID, person_id: UUID) -> Post:
    """The post that a form describes. Raises Invalid."""
    check = Entry()
    if form.unit_id is None:
        check.refuse("unit_id", "Anh/chị chưa chọn đơn vị.")
    made = Post(
        id=post_id,
        person_id=person_id,
        unit_id=form.unit_id or UUID(int=0),
        title=check.line("title", form.title, "Chức vụ, công việc", most=200),
        recipient_class=check.choice("recipient_class", form.recipient_class, RecipientClass, "Đối tượng"),
        from_date=check.day("from_date", form.from_date, "Ngày bắt đầu"),
        to_date=check.maybe_day("to_date", form.to_date, "Ngày kết thúc"),
    )
    check.order("to_date", made.from_date, made.to_date, ("Ngày bắt đầu", "Ngày kết thúc"))
    check.done()
    return made


def household(form: HouseholdForm) -> HouseholdForm:
    """A household, tidied. Raises Invalid."""
    check = Entry()
    said, name = split_salutation(check.line("head_name", form.head_name, "Họ và tên chủ hộ", most=100))
    made = HouseholdForm(
        head_name=name,
        address=check.line("address", form.address, "Địa chỉ", most=200),
        commune=check.line("commune", form.commune, "Xã, phường", most=100),
        salutation=check.line("salutation", form.salutation or said, "Xưng hô", required=False, most=40),
    )
    check.done()
    return made


def group_name(value: str) -> str:
    """The name of a group inside a unit, tidied. Raises Invalid."""
    check = Entry()
    name = check.line("group_name", value, "Tên tập thể", most=200)
    check.done()
    return name
