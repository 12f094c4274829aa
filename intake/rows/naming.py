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
_PIECES = re.compile(r"\n|;|,|\s[-–]\s|[()]")
_BETWEEN = re.compile(r"\s+(?:và|&)\s+|\n|[;,]|\s[-–]\s", re.IGNORECASE)
_BORN = r"(?P<born>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|19\d\d|20[0-2]\d)\s*\)?"
_BORN_TAIL = re.compile(
    r"^(?P<name>.+?)\s*[,(–-]?\s*(?:sinh ngày|ngày sinh|sinh năm|năm sinh|sn|sinh)\s*[:.]?\s*"
    + _BORN
    + r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_BIRTH = re.compile(r"^(?P<name>\D+?)\s*[,(–\n-]\s*" + _BORN + r"(?P<rest>)$")
_HONORIFIC = re.compile(r"^(ông|bà|ông\s*[/(]\s*bà\s*\)?|đ/c|đồng chí|anh|chị)\s*[:.]\s*", re.IGNORECASE)


@dataclass
class Naming:
    """What a name cell holds. `warnings` says what was taken apart."""

    name: str
    salutation: str | None = None
    post: str | None = None
    unit: str | None = None
    born: str | None = None  # a year or a day, as written
    several: bool = False  # more than one person's name stands in the cell
    warnings: list[str] = field(default_factory=list)


def take_apart(cell: str) -> Naming:
    """Read one name cell; line ends in it may part the name from the post."""
    whole = _NUMBERED.sub("", text.clean_multiline(cell))
    if words.kind_of(words.tidy(whole)) == words.HOUSEHOLD:
        return Naming(words.tidy(whole))
    made = Naming(whole, several=_names_several(whole))
    if made.several:
        made.name = words.tidy(whole)
        made.warnings.append("Ô họ tên có vẻ ghi nhiều người; anh/chị tách mỗi người một dòng.")
        return made
    _cut_birth(made)
    salutation, bare = names.split_salutation(_HONORIFIC.sub(lambda m: m[1] + " ", _first_line_kept(made.name)))
    if (
        salutation
        and bare
        and not (bare[0].islower() and not made.name.islower())
        and words.kind_of(words.tidy(_PIECES.split(made.name)[0])) != words.COLLECTIVE
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
        found = _BARE_BIRTH.match(made.name)
        if not found or words.kind_of(names.split_salutation(words.tidy(found["name"]))[1]) != words.PERSON:
            return
    made.born = found["born"].replace(" ", "")
    label = "Năm sinh" if made.born.isdigit() else "Ngày sinh"
    made.warnings.append(f"{label} {made.born} nằm trong ô họ tên, đã tách ra.")
    rest = found["rest"].strip(" ,;.–-\n")
    made.name = found["name"].strip(" ,(–-\n") + (f", {rest}" if rest else "")


def _names_several(cell: str) -> bool:
    """Two people or more in one cell: each piece is a whole name of at least three words (places have two)."""
    pieces = [words.tidy(piece) for piece in _BETWEEN.split(cell) if words.tidy(piece)]
    bare = [names.split_salutation(piece)[1] for piece in pieces]
    return len(bare) > 1 and all(
        len(piece.split()) > 2 and words.is_person_name(piece) and not words.is_post(piece) for piece in bare
    )


def _cut_post(made: Naming) -> None:
    found = _POST_TAIL.match(made.name)
    if not found or words.kind_of(words.tidy(found["name"])) != words.PERSON:
        return
    pieces = [words.tidy(piece) for piece in _PIECES.split(found["rest"]) if words.tidy(piece)]
    posts = [piece for piece in pieces if words.is_post(piece) or not (words.is_unit(piece) and " " in piece)]
    first_unit = next((at for at, piece in enumerate(pieces) if piece not in posts), len(pieces))
    post, unit = ", ".join(pieces[:first_unit]), ", ".join(pieces[first_unit:])
    if post and not words.is_post(post):
        return  # words that nobody can place stay where they are
    if not post and not unit:
        return
    for label, value in (("Chức vụ", post), ("Đơn vị", unit)):
        if value:
            made.warnings.append(f"{label} «{value}» nằm trong ô họ tên, đã tách ra.")
    made.post, made.unit = post or None, unit or None
    made.name = found["name"].strip()


def _doubts(made: Naming) -> None:
    letters = "".join(_LETTERS.findall(made.name))
    if words.is_person_name(made.name) and len(letters) > 3 and (letters.isupper() or letters.islower()):
        made.warnings.append("Họ tên viết toàn chữ hoa hoặc chữ thường; anh/chị xem lại trước khi in giấy khen.")
    elif words.is_person_name(made.name) and not _ORDINARY.fullmatch(made.name):
        found = [finding.sentence for finding in text.suspicious(made.name)]
        if not found and any(word.isalpha() and not word.istitle() for word in words.untitled(made.name).split(" ")):
            found = ["Họ tên viết hoa chưa đều; anh/chị xem lại trước khi in giấy khen."]
        made.warnings += found
