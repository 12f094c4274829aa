"""Taking a name cell apart: salutation, name, and what people write beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from intake.mapping import words
from vietnamese import names, text

_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINARY = re.compile(r"(?:[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ][a-zà-öø-ýăđĩũơưạ-ỹ]*(?: |$))+")
_NUMBERED = re.compile(r"^\s*\d{1,4}\s*[.)/]\s*(?=\D)")
_POST_TAIL = re.compile(r"^(?P<name>[^,;(\n–]{3,60}?)\s*(?:[,;(\n–]|\s-\s)\s*(?P<rest>.+?)\)?$", re.DOTALL)
_BORN_TAIL = re.compile(
    r"^(?P<name>.+?)\s*[,(–-]?\s*(?:sinh năm|sn|sinh)\s*[:.]?\s*(?P<year>19\d\d|20[0-2]\d)\s*\)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HONORIFIC = re.compile(r"^(ông|bà|ông\s*[/(]\s*bà\s*\)?|đ/c|đồng chí|anh|chị)\s*[:.]\s*", re.IGNORECASE)


@dataclass
class Naming:
    """What a name cell holds. `warnings` says what was taken apart."""

    name: str
    salutation: str | None = None
    post: str | None = None
    unit: str | None = None
    birth_year: int | None = None
    warnings: list[str] = field(default_factory=list)


def take_apart(cell: str) -> Naming:
    """Read one name cell; line ends in it may part the name from the post."""
    whole = _NUMBERED.sub("", text.clean_multiline(cell))
    if words.kind_of(words.tidy(whole)) == words.HOUSEHOLD:
        return Naming(words.tidy(whole))
    made = Naming(whole)
    _cut_birth(made)
    salutation, bare = names.split_salutation(_HONORIFIC.sub(lambda m: m[1] + " ", _first_line_kept(made.name)))
    if (
        salutation
        and bare
        and not (bare[0].islower() and not made.name.islower())
        and words.kind_of(words.tidy(made.name)) != words.COLLECTIVE
    ):
        made.salutation = salutation
        made.name = made.name[-len(bare) :] if "\n" not in made.name else _without(made.name, salutation)
    _cut_post(made)
    made.name = words.tidy(made.name)
    _doubts(made)
    return made


def _first_line_kept(name: str) -> str:
    return words.tidy(name)


def _without(name: str, salutation: str) -> str:
    """The cell without its salutation, line ends kept."""
    first, _, rest = _HONORIFIC.sub(lambda m: m[1] + " ", name).partition("\n")
    bare = names.split_salutation(first)[1] if names.split_salutation(first)[0] else first
    return f"{bare}\n{rest}" if salutation else name


def _cut_birth(made: Naming) -> None:
    found = _BORN_TAIL.match(made.name)
    if not found:
        return
    made.birth_year = int(found["year"])
    made.warnings.append(f"Năm sinh {found['year']} nằm trong ô họ tên, đã tách ra.")
    rest = found["rest"].strip(" ,;.–-\n")
    made.name = found["name"].strip(" ,(–-\n") + (f", {rest}" if rest else "")


def _cut_post(made: Naming) -> None:
    found = _POST_TAIL.match(made.name)
    if not found or not words.is_person_name(words.tidy(found["name"])):
        return
    rest = words.tidy(found["rest"]).strip(" ()")
    if words.is_post(rest):
        made.post = rest
        made.warnings.append(f"Chức vụ «{rest}» nằm trong ô họ tên, đã tách ra.")
    elif words.is_unit(rest) and " " in rest:
        made.unit = rest
        made.warnings.append(f"Đơn vị «{rest}» nằm trong ô họ tên, đã tách ra.")
    else:
        return
    made.name = found["name"].strip()


def _doubts(made: Naming) -> None:
    letters = "".join(_LETTERS.findall(made.name))
    if words.is_person_name(made.name) and len(letters) > 3 and (letters.isupper() or letters.islower()):
        made.warnings.append("Họ tên viết toàn chữ hoa hoặc chữ thường; anh/chị xem lại trước khi in giấy khen.")
    elif words.is_person_name(made.name) and not _ORDINARY.fullmatch(made.name):
        made.warnings += [finding.sentence for finding in text.suspicious(made.name)]
