"""Judging rows: every row against catalogue, units, people, cases and deadlines, many rows for a few questions to the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from intake.similar import Likeness, compare_names, name_key, titles_alike
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.lists import fields, rules
from recognition.lists.terms import Batch, Finding, Kind, Option, Row, RowState
from recognition.nominations import rules as case_rules
from recognition.nominations.terms import DeedInput, Newcomer, NominationInput, Nominee, Subject
from recognition.people.keys import normal
from recognition.people.terms import KeyKind, Person, PersonForm
from recognition.units.terms import Unit
from vietnamese import dates, text

KEYS = {"id_number": KeyKind.CITIZEN_ID, "staff_number": KeyKind.STAFF_NUMBER, "party_card": KeyKind.PARTY_CARD}
#: Field of a case's form → field of a list.
_FIELDS = {
    "nominee": "name", "person_title": "post", "person_unit": "unit", "award_type_id": "award_form", "story": "achievement", "place": "deed_place",
    "head_name": "name", "group_name": "name", "wording": "title",
}  # fmt: skip
_LATER = {"evidence", "told", "publish_basis", "known_date", "reason"}
NEW, OTHER, OWN_UNIT = "new", "other", "own_unit"
_SAME_NAME = (Likeness.SAME, Likeness.WITHOUT_MARKS)


@dataclass(frozen=True)
class Known:
    """All that rows are compared with, asked once."""

    today: date
    units: Mapping[UUID, Unit]
    unit_words: Mapping[str, str]
    unit_labels: Mapping[str, str]
    former: Mapping[str, tuple[Option, ...]]
    awards: Mapping[UUID, case_rules.Award]
    award_words: Mapping[RecipientKind, Mapping[str, str]]
    award_labels: Mapping[str, str]
    campaign_refusal: str | None
    campaign_span: tuple[date | None, date | None]
    by_number: Mapping[tuple[str, str], Person]
    doubles: Mapping[UUID, tuple[Person, ...]]
    twins: Mapping[UUID, Row]
    recipients: Mapping[UUID, UUID]
    proposed: Mapping[UUID, Sequence[Mapping[str, object]]]
    held: frozenset[UUID]


@dataclass(frozen=True)
class Judged:
    """A row as it would be proposed, and everything to say about it."""

    data: NominationInput
    findings: tuple[Finding, ...]
    kind: RecipientKind
    person: Person | None
    unit_id: UUID | None


def kind_of(row: Row) -> RecipientKind | None:
    """What the row praises, None when nobody can tell."""
    code = fields.KINDS.get(row.fields.get("kind", ""))
    return RecipientKind(code) if code else None


def birth_of(row: Row) -> tuple[date | None, int | None]:
    """The whole birth date, or the year alone."""
    try:
        return date.fromisoformat(row.fields.get("birth_date", "")), None
    except ValueError:
        said = str(row.fields.get("birth_year", ""))
        return None, int(said) if said.isdigit() else None


def title_of(batch: Batch, row: Row) -> tuple[str, str]:
    """The achievement in one sentence, and where it comes from."""
    for name, whence in (("title", "ô riêng"), ("model", "tên mô hình")):
        if row.fields.get(name):
            return row.fields[name][: rules.TITLE_LENGTH], whence
    if batch.title:
        return batch.title, "câu chung của danh sách"
    return rules.first_sentence(row.fields.get("achievement", "")), "câu đầu của thành tích"


def judge(batch: Batch, row: Row, numbers: Mapping[str, str], known: Known) -> Judged:
    """Everything about one row. What the reading refused stays wrong until it is mended."""
    if row.refused and not row.fields.get("name"):
        return _refused(batch, row)
    found: list[Finding] = [Finding("", sentence, Kind.NOTE, cell) for sentence, cell in row.warnings]
    kind = kind_of(row)
    if kind is None:
        found.append(_kind_question(row))
        kind = RecipientKind.INDIVIDUAL
    unit_id = _unit(batch, row, known, kind, found)
    award_id = _award(batch, row, known, kind, found)
    person = _person(row, numbers, known, found) if kind is RecipientKind.INDIVIDUAL else None
    nominee = _nominee(row, kind, unit_id, person)
    data = case_rules.tidy(_data(batch, row, award_id, nominee))
    _numbers(numbers, found)
    _twin(row, known, kind, found)
    recipient = known.recipients.get(person.id) if person is not None else None
    found += _by_the_rules(data, row, known, recipient, person, unit_id, award_id, kind)
    return Judged(data, rules.with_cells(tuple(dict.fromkeys(found)), row), kind, person, unit_id)


def _refused(batch: Batch, row: Row) -> Judged:
    data = NominationInput(batch.subject, batch.commendation, batch.unit_id)
    return Judged(data, rules.with_cells((Finding("name", row.refused or "", Kind.WRONG),), row), RecipientKind.INDIVIDUAL, None, None)


def _kind_question(row: Row) -> Finding:
    options = tuple(Option(code, RecipientKind(ours).label) for code, ours in fields.KINDS.items())
    return Finding("kind", f"«{row.what}» là cá nhân, tập thể hay hộ gia đình? Tệp không ghi rõ.", Kind.ASK, question="kind", options=options)


# -- the unit, the award -------------------------------------------------------------------------------------------------


def _unit(batch: Batch, row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> UUID | None:
    """The unit of the recipient: for a collective that has none of its own, the unit that it is."""
    if kind is RecipientKind.HOUSEHOLD:
        return None
    if kind is RecipientKind.COLLECTIVE and not row.fields.get("unit"):
        meant = known.unit_words.get(text.search_key(row.what))
        if meant is not None:
            return UUID(meant)
    said = row.fields.get("unit") or row.fields.get("department") or ""
    if not said:
        found.append(Finding("unit", f"Không ghi đơn vị; hiểu là thuộc «{known.unit_labels.get(str(batch.unit_id), '')}», đơn vị gửi danh sách.", Kind.NOTE))
        return batch.unit_id
    question = f"unit:{text.search_key(said)}"
    answer = rules.asked_once(batch, row, question)
    if answer == OWN_UNIT:
        return batch.unit_id
    meant_unit = rules.meaning(said, known.unit_words, known.unit_labels, answer)
    if meant_unit.value is not None:
        return UUID(meant_unit.value)
    own = Option(OWN_UNIT, f"Một bộ phận của {known.unit_labels.get(str(batch.unit_id), 'đơn vị gửi danh sách')}")
    options = tuple(dict.fromkeys((*known.former.get(text.search_key(said), ()), *meant_unit.near, own)))
    found.append(
        Finding(
            "unit",
            f"«{said}» chưa có trong danh mục đơn vị. Anh/chị chọn đơn vị đúng; câu trả lời dùng cho mọi dòng ghi như vậy.",
            Kind.ASK,
            question=question,
            options=options,
        )
    )
    return None


def _award(batch: Batch, row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> UUID | None:
    said = row.fields.get("award_form", "")
    if not said:
        if batch.award_type_id is not None:
            found.append(
                Finding(
                    "award_form", f"Không ghi hình thức; dùng «{known.award_labels.get(str(batch.award_type_id), '')}» đã chọn cho cả danh sách.", Kind.NOTE
                )
            )
        return batch.award_type_id
    question = f"award:{kind.value}:{text.search_key(said)}"
    words = known.award_words.get(kind, {})
    labels = {each: known.award_labels[each] for each in words.values()}
    meant = rules.meaning(said, words, labels, rules.asked_once(batch, row, question))
    if meant.value is not None:
        return UUID(meant.value)
    options = meant.near or tuple(Option(each, label) for each, label in labels.items())
    sentence = f"Hình thức «{said}» chưa khớp danh mục dành cho {kind.label.lower()}. Anh/chị chọn hình thức đúng; câu trả lời dùng cho mọi dòng ghi như vậy."
    found.append(Finding("award_form", sentence, Kind.ASK, question=question, options=options))
    return None


# -- the person ----------------------------------------------------------------------------------------------------------


def _person(row: Row, numbers: Mapping[str, str], known: Known, found: list[Finding]) -> Person | None:
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


def _numbers(numbers: Mapping[str, str], found: list[Finding]) -> None:
    for name, number in numbers.items():
        try:
            normal(KEYS[name], number)
        except ValueError as wrong:
            found.append(Finding(name, str(wrong), Kind.WRONG))


def _twin(row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> None:
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
    left, right = birth_of(one), birth_of(other)
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


# -- the case ------------------------------------------------------------------------------------------------------------


def _nominee(row: Row, kind: RecipientKind, unit_id: UUID | None, person: Person | None) -> Nominee:
    if kind is RecipientKind.INDIVIDUAL:
        day, year = birth_of(row)
        new = Newcomer(row.what, unit_id, row.fields.get("post", ""), day.year if day else year, row.fields.get("salutation", ""))
        return Nominee(kind, None, person.id if person else None, person.unit_id if person else unit_id, newcomer=None if person else new)
    if kind is RecipientKind.COLLECTIVE:
        return Nominee(kind, unit_id=unit_id, group_name=row.what)
    address, commune = row.fields.get("address", ""), row.fields.get("commune", "")
    if not commune:
        address, commune = rules.commune_of(address)
    return Nominee(kind, head_name=row.what, address=address, commune=commune)


def _data(batch: Batch, row: Row, award_id: UUID | None, nominee: Nominee) -> NominationInput:
    achievement = row.fields.get("achievement", "")
    deed = None
    if batch.subject is Subject.DEED:
        try:
            done = date.fromisoformat(row.fields.get("deed_date", ""))
        except ValueError:
            done = None
        deed = DeedInput(story=achievement, place=row.fields.get("deed_place", ""), deed_date=done)
    contact = " · ".join(row.fields[name] for name in ("contact", "phone", "email") if row.fields.get(name))
    return NominationInput(
        batch.subject, batch.commendation, batch.unit_id, None if batch.campaign_id else batch.issuer_id, batch.campaign_id, award_id, nominee,
        title_of(batch, row)[0], "" if deed else achievement, "", deed, None, None if deed else batch.period_from, None if deed else batch.period_to,
        batch.told, contact=contact[:200],
    )  # fmt: skip


def _by_the_rules(
    data: NominationInput, row: Row, known: Known, recipient: UUID | None, person: Person | None, unit_id: UUID | None, award_id: UUID | None,
    kind: RecipientKind,
) -> list[Finding]:  # fmt: skip
    """What the rules of sending say of the row, in the fields of the list; what comes later (files) is left out."""
    unit = known.units.get(data.unit_id)
    nominee_unit = known.units.get(unit_id) if unit_id else None
    living = known.proposed.get(person.id if person else unit_id or UUID(int=0), ())
    facts = case_rules.Facts(
        today=known.today, award=known.awards.get(award_id) if award_id else None, campaign_refusal=known.campaign_refusal,
        campaign_from=known.campaign_span[0], campaign_to=known.campaign_span[1], unit_end=unit.to_date if unit else None,
        nominee_unit_end=nominee_unit.to_date if nominee_unit else None, earlier=_earlier(data, recipient, living),
        hold=bool(known.held & {each for each in (person.id if person else None, unit_id if kind is RecipientKind.COLLECTIVE else None) if each}),
    )  # fmt: skip
    asked = {"award_type_id": "award_form" in row.fields and award_id is None, "person_unit": unit_id is None, "nominee": unit_id is None}
    found = []
    for each in case_rules.findings(data, facts):
        if each.field in _LATER or (each.missing and asked.get(each.field)):
            continue
        sentence = f"{each.sentence} ({each.clause}.)" if each.clause else each.sentence
        found.append(Finding(_FIELDS.get(each.field, each.field), sentence, Kind.WRONG if each.blocks else Kind.NOTE))
    if not facts.earlier:
        found += _near(data, living)
    return found


def _earlier(data: NominationInput, recipient: UUID | None, living: Sequence[Mapping[str, object]]) -> case_rules.Earlier | None:
    for each in living:
        mine = recipient or each["recipient_id"]
        if each["subject_key"] == case_rules.subject_key(data, str(mine)) and (recipient is not None or not data.nominee or _same_group(data.nominee, each)):
            return case_rules.Earlier(str(each["code"]), str(each["unit_name"]), State(str(each["state"])))
    return None


def _same_group(nominee: Nominee, living: Mapping[str, object]) -> bool:
    """For collectives: the living case is for the very group, not only for the same unit."""
    return nominee.kind is RecipientKind.COLLECTIVE and text.search_key(str(living.get("recipient_name") or "")) in ("", text.search_key(nominee.group_name))


def _near(data: NominationInput, living: Sequence[Mapping[str, object]]) -> list[Finding]:
    for each in living:
        same_campaign = data.campaign_id is not None and each["campaign_id"] == data.campaign_id
        if same_campaign or titles_alike(data.title, str(each["title"])) >= 0.85:
            where = "trong phong trào này" if same_campaign else "cho việc gần giống"
            sentence = f"Đối tượng này đã được đề nghị {where}: hồ sơ {each['code']} của {each['unit_name']}, «{each['title']}». Một thành tích chỉ khen một lần (Luật Thi đua, khen thưởng, Điều 5)."
            return [Finding("name", sentence, Kind.NOTE)]
    return []


def new_person_form(row: Row, numbers: Mapping[str, str]) -> PersonForm:
    """What is known of somebody who is not known yet, as people takes it."""
    day, year = birth_of(row)
    gender = row.fields.get("gender", "")
    return PersonForm(
        row.what, birth=day or year, gender=gender if gender in ("male", "female") else None, salutation=row.fields.get("salutation", ""),
        staff_number=numbers.get("staff_number", ""), citizen_id=numbers.get("id_number", ""), party_card=numbers.get("party_card", ""),
    )  # fmt: skip


def of_row(row: Row, judged: Judged) -> Row:
    """The row with what the check said."""
    return replace(row, findings=judged.findings, standing=rules.standing_of(judged.findings))


def key_of(name: str) -> str:
    """Names folded as they are compared."""
    return name_key(name)


def day_text(value: str) -> str:
    """An ISO date as people write it; anything else as it is."""
    try:
        return dates.short(date.fromisoformat(value))
    except ValueError:
        return value
