"""Who a row is: a number with the same name is sure, a name alone is asked about; the same name twice in a list too."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from intake.similar import Likeness, compare_names
from recognition.catalogue.terms import RecipientKind
from recognition.lists import cells, fields
from recognition.lists.known import Known
from recognition.lists.terms import Finding, Kind, Option, Row, RowState
from recognition.people.keys import normal
from recognition.people.terms import KeyKind, Person, PersonForm
from vietnamese import text

KEYS = {"id_number": KeyKind.CITIZEN_ID, "staff_number": KeyKind.STAFF_NUMBER, "party_card": KeyKind.PARTY_CARD}
NEW, OTHER = "new", "other"
_SAME_NAME = (Likeness.SAME, Likeness.WITHOUT_MARKS)


def person(row: Row, numbers: Mapping[str, str], known: Known, found: list[Finding]) -> Person | None:
    """The person of our list: sure by a number with the same name, else a question."""
    for name, number in numbers.items():
        person = known.by_number.get((name, number))
        if person is None:
            continue
        if compare_names(row.what, person.name) in _SAME_NAME or row.answers.get("number") == str(person.id):
            return person
        sentence = f"{fields.LABELS[name]} …{number[-3:]} là của {person.line}, khác tên «{row.what}». Anh/chị sửa số, hoặc xác nhận là người này."
        found.append(Finding(name, sentence, Kind.ASK, question="number", options=(Option(str(person.id), f"Đúng là {person.line}"),)))
        return None
    doubles = known.doubles.get(row.id, ())
    answer = row.answers.get("person")
    if not doubles or answer == NEW:
        return None
    chosen = next((person for person in doubles if str(person.id) == answer), None)
    if chosen is not None:
        return chosen
    options = (*(Option(str(person.id), f"Là {person.line}") for person in doubles[:5]), Option(NEW, "Là người khác, chưa có trong danh sách"))
    found.append(Finding("name", f"Đã có {len(doubles)} người cùng tên «{row.what}». Anh/chị cho biết là ai.", Kind.ASK, question="person", options=options))
    return None


def numbers_are_right(numbers: Mapping[str, str], found: list[Finding]) -> None:
    """Tell of every number that cannot be one of its kind."""
    for name, number in numbers.items():
        try:
            normal(KEYS[name], number)
        except ValueError as wrong:
            found.append(Finding(name, str(wrong), Kind.WRONG))


def twin(row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> None:
    """Ask once when an earlier row of the same list may be the same recipient."""
    twin = known.twins.get(row.id)
    if twin is None or row.answers.get("twin") == OTHER:
        return
    who = "hai người" if kind is RecipientKind.INDIVIDUAL else "hai đối tượng"
    sentence = f"Trùng tên với dòng {twin.number} ({twin.sheet}). Nếu là {who} khác nhau, anh/chị xác nhận; nếu chép hai lần, anh/chị để lại dòng này."
    found.append(Finding("name", sentence, Kind.ASK, question="twin", options=(Option(OTHER, f"Là {who} khác nhau"),)))


def may_be_twins(one: Row, other: Row, numbers: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Same folded name, and nothing that tells them apart: a number, a birth, a unit for collectives."""
    if one.fields.get("kind") != other.fields.get("kind"):
        return False
    if any(numbers.get(name) != others.get(name) for name in set(numbers) & set(others)):
        return False
    left, right = cells.birth_of(one), cells.birth_of(other)
    years = [day.year if day else year for day, year in (left, right)]
    if None not in years and (years[0] != years[1] or (left[0] and right[0] and left[0] != right[0])):
        return False
    return one.fields.get("kind") == "person" or text.search_key(one.fields.get("unit", "")) == text.search_key(other.fields.get("unit", ""))


def twins_among(rows: Iterable[Row], numbers: Mapping[UUID, Mapping[str, str]]) -> dict[UUID, Row]:
    """Row → the earlier row of the same list that may be the same recipient."""
    by_name: dict[str, list[Row]] = {}
    found: dict[UUID, Row] = {}
    for row in rows:
        if not row.name_key or row.state in (RowState.LEFT_OUT, RowState.UNDONE):
            continue
        before = by_name.setdefault(row.name_key, [])
        twin = next((each for each in before if may_be_twins(row, each, numbers.get(row.id, {}), numbers.get(each.id, {}))), None)
        if twin is not None:
            found[row.id] = twin
        before.append(row)
    return found


def new_person_form(row: Row, numbers: Mapping[str, str]) -> PersonForm:
    """What is known of somebody who is not known yet, as people takes it."""
    day, year = cells.birth_of(row)
    gender = row.fields.get("gender", "")
    return PersonForm(
        row.what, birth=day or year, gender=gender if gender in ("male", "female") else None, salutation=row.fields.get("salutation", ""),
        staff_number=numbers.get("staff_number", ""), citizen_id=numbers.get("id_number", ""), party_card=numbers.get("party_card", ""),
    )  # fmt: skip
