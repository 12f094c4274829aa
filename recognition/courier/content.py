"""A case as a parcel carries it: flat, in the words of a revision; and reading one that came from outside without believing it.

No numbers of identity and no contacts: what screening and the council need to read, and nothing else. Of ids only the case's own and,
so that one person of two cases stays one person, the recipient's own.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.nominations.terms import (
    Commendation,
    DeedInput,
    Evidence,
    EvidenceKind,
    Nomination,
    NominationInput,
    Nominee,
    Subject,
    Tags,
)
from recognition.people.terms import Person, Recipient

Content = Mapping[str, Any]
#: Longer texts than any form takes are no case's; the forms' own limits are asked when it is taken in.
LONGEST, MOST_FILES = 20_000, 30
_LINES = (
    "code", "campaign_name", "unit_name", "recipient_name", "recipient_salutation", "recipient_post", "recipient_unit", "recipient_address",
    "recipient_commune", "award_code", "award_name", "title", "achievement", "wording", "publish_basis",
)  # fmt: skip
_DEED_LINES = ("story", "reason", "place", "beneficiaries", "witness")
_FLAGS = ("told", "publish", "posthumous")


def of_case(case: Nomination, recipient: Recipient, person: Person | None, files: Sequence[Evidence]) -> dict[str, Any]:
    """A case for the parcel. A person's post and unit are those of the day."""
    household = case.recipient_kind is RecipientKind.HOUSEHOLD
    deed = case.deed
    return {
        "ref": str(case.id), "code": case.code, "subject": case.subject.value, "commendation": case.commendation.value,
        "campaign_name": case.campaign_name, "unit_name": case.unit_name, "recipient_ref": str(recipient.id), "recipient_kind": recipient.kind.value,
        "recipient_name": (recipient.head_name or recipient.name) if household else recipient.name,
        "recipient_salutation": recipient.salutation, "recipient_post": person.title if person else "",
        "recipient_unit": (person.unit_name if person else "") or case.unit_name,
        "recipient_birth_year": (person.birth_date.year if person.birth_date else person.birth_year) if person else None,
        "recipient_address": recipient.address or "", "recipient_commune": recipient.commune or "", "award_code": case.award_code,
        "award_name": case.award_name, "title": case.title, "achievement": case.achievement, "wording": case.wording,
        "deed": None if deed is None else {
            "story": deed.story, "reason": deed.reason, "place": deed.place, "deed_date": _iso(deed.deed_date), "known_date": _iso(deed.known_date),
            "beneficiaries": deed.beneficiaries, "witness": deed.witness, "field": deed.tags.field.value if deed.tags.field else None,
            "papi": sorted(each.value for each in deed.tags.papi), "democracy": sorted(each.value for each in deed.tags.democracy),
        },
        "period_from": _iso(case.period_from), "period_to": _iso(case.period_to), "told": case.told, "publish": case.publish,
        "publish_basis": case.publish_basis, "posthumous": case.posthumous,
        "evidence": [{"sha256": file.blob, "kind": file.kind.value, "file_name": file.file_name, "caption": file.caption} for file in files],
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def checked(found: Any) -> Content:
    """A case that came from outside, each part of the kind that it must be. Raises ValueError when it is not a case."""
    _exactly(found, {"ref", "recipient_ref", "subject", "commendation", "recipient_kind", "recipient_birth_year", "deed", "period_from", "period_to", "evidence", *_LINES, *_FLAGS})
    UUID(_text(found["ref"], 36))
    UUID(_text(found["recipient_ref"], 36))
    subject = Subject(found["subject"])
    Commendation(found["commendation"])
    RecipientKind(found["recipient_kind"])
    for name in _LINES:
        _text(found[name], LONGEST)
    for name in _FLAGS:
        _is(found[name], bool)
    for name in ("period_from", "period_to"):
        _day(found[name])
    if found["recipient_birth_year"] is not None and not 1900 <= _is(found["recipient_birth_year"], int) <= 2100:
        raise ValueError("birth year")
    if subject is Subject.MODEL_YEAR or (subject is Subject.DEED) != (found["deed"] is not None):
        raise ValueError("subject")
    if found["deed"] is not None:
        _check_deed(found["deed"])
    if len(_is(found["evidence"], list)) > MOST_FILES:
        raise ValueError("files")
    for file in found["evidence"]:
        _check_file(file)
    return dict(found)


def _check_deed(deed: Any) -> None:
    _exactly(deed, {"deed_date", "known_date", "field", "papi", "democracy", *_DEED_LINES})
    for name in _DEED_LINES:
        _text(deed[name], LONGEST)
    _day(deed["deed_date"])
    _day(deed["known_date"])
    _tags(deed)


def _check_file(file: Any) -> None:
    _exactly(file, {"sha256", "kind", "file_name", "caption"})
    EvidenceKind(file["kind"])
    _text(file["file_name"], 300)
    _text(file["caption"], 300)
    if len(_text(file["sha256"], 64)) != 64 or set(file["sha256"]) - set("0123456789abcdef"):
        raise ValueError("sha256")


def as_input(content: Content, unit_id: UUID, issuer_id: UUID, campaign_id: UUID | None, award_type_id: UUID | None, nominee: Nominee) -> NominationInput:
    """The case as our own form would hold it. Praise inside a campaign that is not ours is by merit here, of a deed on the spot."""
    subject, commendation = Subject(content["subject"]), Commendation(content["commendation"])
    if commendation is not Commendation.CAMPAIGN:
        campaign_id = None
    elif campaign_id is None:
        commendation = Commendation.SPOT if subject is Subject.DEED else Commendation.MERIT
    deed = content["deed"]
    return NominationInput(
        subject, commendation, unit_id, issuer_id, campaign_id, award_type_id, nominee, content["title"], "" if deed else content["achievement"],
        content["wording"], _deed(deed) if deed else None, None, _day(content["period_from"]), _day(content["period_to"]), content["told"],
        content["publish"], content["publish_basis"], content["posthumous"],
    )  # fmt: skip


def _deed(deed: Content) -> DeedInput:
    return DeedInput(
        deed["story"], deed["reason"], deed["place"], _day(deed["deed_date"]), _day(deed["known_date"]), deed["beneficiaries"], deed["witness"], _tags(deed)
    )


def _tags(deed: Content) -> Tags:
    return Tags(
        None if deed["field"] is None else Field(deed["field"]), tuple(Papi(each) for each in _is(deed["papi"], list)),
        tuple(Democracy(each) for each in _is(deed["democracy"], list)),
    )  # fmt: skip


def _exactly(found: Any, names: set[str]) -> None:
    if not isinstance(found, dict) or set(found) != names:
        raise ValueError("parts")


def _is(value: Any, kind: Callable[..., Any]) -> Any:
    if type(value) is not kind:
        raise ValueError("kind")
    return value


def _text(value: Any, most: int) -> str:
    if len(_is(value, str)) > most:
        raise ValueError("too long")
    return str(value)


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(_text(value, 10))
