"""The good-news sheet of an award: only with a consent that is written down; a photo only with a consent of its own."""

from typing import Literal
from uuid import UUID, uuid4

from certificates import Refused
from certificates.notice import BORDERS, Notice, draw_notice, notice_file
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import rules
from recognition.issuing.actions import photos as pictures
from recognition.issuing.shop_terms import NewsSheet, Photo
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import news as store
from recognition.issuing.store import publications as consents
from recognition.issuing.terms import AwardFacts
from vietnamese import dates

KIND = "news_sheet"
BORDER_OF = {"party": "wave", "state": "suns", "union": "lines", "enterprise": "lines"}
HEADS = {"deed": "Gương người tốt, việc tốt", "model": "Dân vận khéo"}


def _award(t: Transaction, who: Actor, award_id: UUID) -> AwardFacts:
    found = award_store.get(t, award_id)
    if found is None or found.issuer_id not in who.issuers(Role.SECRETARY):
        raise NotFound()
    permissions.require(who, Verb.PUBLISH, found)
    return found


def photos(who: Actor, award_id: UUID) -> list[Photo]:
    """Pictures of the case that could stand on the sheet. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        _award(t, who, award_id)
        return store.photos(t, award_id)


def photo(who: Actor, award_id: UUID, evidence_id: UUID) -> bytes:
    """One of these pictures. Raises NotFound, NotAllowed."""
    found = next((each for each in photos(who, award_id) if each.id == evidence_id), None)
    if found is None:
        raise NotFound()
    return pictures.content(found)


def recorded_consent(who: Actor, award_id: UUID) -> str:
    """The consent that the case itself recorded, in words; empty when there is none. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        _award(t, who, award_id)
        given, words = consents.consent(t, award_id)
    return (words or "Hồ sơ ghi đồng ý công bố") if given else ""


def current(who: Actor, award_id: UUID) -> NewsSheet | None:
    """The sheet of an award that stands, or None. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        _award(t, who, award_id)
        return store.of_award(t, award_id)


def make(who: Actor, award_id: UUID, consent: str, evidence_id: UUID | None = None, photo_consent: str = "", key: UUID | None = None) -> NewsSheet:
    """Record who agreed, and allow the sheet. A photo of the case needs the words of its own consent.

    Raises NotFound, NotAllowed, Invalid (on `consent`, `photo`, `photo_consent`).
    """
    with transaction(who, key) as t:
        award = _award(t, who, award_id)
        given, words = consents.consent(t, award_id)
        check = Entry()
        said = check.line("consent", consent.strip() or (words or "Hồ sơ ghi đồng ý công bố" if given else ""), "Ai đồng ý, ngày nào")
        pictured = pictures.chosen(t, check, award_id, evidence_id, photo_consent)
        check.done()
        refuse({} if award.state == "in_force" else {"": "Khen thưởng này không còn hiệu lực nên không làm bản tin."})
        earlier = store.of_award(t, award_id)
        if earlier is not None:
            store.withdraw(t, earlier.id, "Làm bản tin khác", dates.now_utc())
        made = NewsSheet(uuid4(), award_id, evidence_id, said, pictured, dates.now_utc())
        store.insert(t, made, who.account_id)
        audit.note(t, Verb.PUBLISH, KIND, made.id, after=made, case=award, detail=said)
        t.result = str(made.id)
    return made


def withdraw(who: Actor, sheet_id: UUID, reason: str, key: UUID | None = None) -> None:
    """The consent was taken back, or the sheet was wrong: it can no longer be downloaded. Raises NotFound, Invalid."""
    with transaction(who, key) as t:
        found = store.get(t, sheet_id)
        if found is None:
            raise NotFound()
        award = _award(t, who, found.award_id)
        check = Entry()
        said = check.line("reason", reason, "Ai yêu cầu rút, vì sao")
        check.done()
        store.withdraw(t, sheet_id, said, dates.now_utc())
        audit.note(t, Verb.UNPUBLISH, KIND, sheet_id, before=found, case=award, detail=said)
        t.result = str(sheet_id)


def picture(who: Actor, sheet_id: UUID, shape: Literal["a3", "square"], kind: Literal["PNG", "PDF"] = "PNG", *, dpi: int = 150) -> bytes:
    """The sheet as PNG or PDF. Raises NotFound (withdrawn ones too), NotAllowed, Invalid when it cannot be drawn."""
    with reading(who) as t:
        found = store.get(t, sheet_id)
        if found is None:
            raise NotFound()
        award = _award(t, who, found.award_id)
        shown = next((each for each in store.photos(t, award.award_id) if each.id == found.evidence_id), None)
    try:
        border = BORDER_OF.get(award.track, "lines")
        image = draw_notice(_notice(award), shape, photo=pictures.content(shown) if shown else None, border=border if border in BORDERS else "lines", dpi=dpi)
        return notice_file(image, kind, shape, dpi)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def _notice(award: AwardFacts) -> Notice:
    facts = rules.facts_of(award)
    where = ", ".join(part for part in (facts.title, facts.unit) if part)
    verb = "Được tặng" if facts.verb.startswith("TẶNG") else "Được cấp"
    day = f" {dates.long(facts.decision_date)}" if facts.decision_date else ""
    return Notice(
        HEADS["model" if award.subject else "deed"], facts.recipient, where, facts.achievement, f"{verb} {award.award_name} theo Quyết định số {facts.decision_number}{day}",
        facts.awarding_line or facts.superior, facts.subject, facts.salutation,
    )  # fmt: skip
