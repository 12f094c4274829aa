"""A row as the case that it would become, and what the rules of sending say of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from intake.similar import titles_alike
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.lists import cells, rules
from recognition.lists.known import Known
from recognition.lists.terms import Batch, Finding, Kind, Row
from recognition.nominations import rules as case_rules
from recognition.nominations.terms import DeedInput, Newcomer, NominationInput, Nominee, Subject
from recognition.people.terms import Person
from vietnamese import text

#: Field of a case's form → field of a list.
_FIELDS = {
    "nominee": "name", "person_title": "post", "person_unit": "unit", "award_type_id": "award_form", "story": "achievement", "place": "deed_place",
    "head_name": "name", "group_name": "name", "wording": "title",
}  # fmt: skip
_LATER = {"evidence", "told", "publish_basis", "known_date", "reason"}


def nominee(row: Row, kind: RecipientKind, unit_id: UUID | None, person: Person | None) -> Nominee:
    """Whom the row names: somebody known, a newcomer, a named group, or a household with its address."""
    if kind is RecipientKind.INDIVIDUAL:
        day, year = cells.birth_of(row)
        new = Newcomer(row.what, unit_id, row.fields.get("post", ""), day.year if day else year, row.fields.get("salutation", ""))
        return Nominee(kind, None, person.id if person else None, person.unit_id if person else unit_id, newcomer=None if person else new)
    if kind is RecipientKind.COLLECTIVE:
        return Nominee(kind, unit_id=unit_id, group_name=row.what)
    address, commune = row.fields.get("address", ""), row.fields.get("commune", "")
    if not commune:
        address, commune = rules.commune_of(address)
    return Nominee(kind, head_name=row.what, address=address, commune=commune)


def data(batch: Batch, row: Row, award_id: UUID | None, nominee: Nominee) -> NominationInput:
    """The case that a row makes; what the row does not say comes from the whole list."""
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
        cells.title_of(batch, row)[0], "" if deed else achievement, "", deed, None, None if deed else batch.period_from, None if deed else batch.period_to,
        batch.told, contact=contact,
    )  # fmt: skip


def by_the_rules(
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
