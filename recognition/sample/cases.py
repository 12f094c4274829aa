"""The good deeds of the sample's year: told, proposed, endorsed, accepted, returned, refused."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.nominations import actions as nominations
from recognition.nominations.terms import (
    Commendation,
    DeedInput,
    EvidenceInput,
    EvidenceKind,
    NominationInput,
    Nominee,
    Reason,
    Subject,
    Tags,
)
from recognition.people import actions as people
from recognition.people.terms import HouseholdForm
from recognition.sample import papers
from recognition.sample.ground import Someone
from recognition.sample.words import TODAY, book, moment
from recognition.sample.year import Case, Year
from recognition.screening import actions as screening
from vietnamese import dates

#: Cases whose deed lies before this day may go to the session of the end of October.
BEFORE_SESSION = date(2026, 10, 5)
def plan_deed(year: Year, number: int) -> None:
    """The `number`-th deed and how far its case shall come."""
    ground, chance = year.ground, year.ground.chance
    spot = number % 3 == 0
    day = chance.day(date(2026, 1, 20), date(2026, 11, 16))
    busy = [code for code in ground.acting("") if code not in ("KBNN", "DN-CN", "HCTD")]
    code = chance.dice.choices(busy, [1 + (index * 7) % 5 for index in range(len(busy))])[0]
    someone = chance.dice.choice(ground.people[code][2:])
    told = template(code, number)
    late = max(1, round(chance.dice.gammavariate(2.0, 6.0 - 3.5 * day.month / 12)))
    sent = min(day + timedelta(days=late), TODAY)
    aim = _aim(chance.dice.random(), day, spot)
    hour, minute = chance.dice.randint(8, 10), chance.dice.randint(0, 59)
    kind = _kind(told, number // len(book("deeds")))
    year.plan(moment(sent, hour, minute), lambda: _propose(year, code, someone, told, kind, day, spot, aim))


def template(code: str, number: int) -> dict[str, Any]:
    """A deed that this unit can have done: what only some do by trade gives way to the next one that a person, or a group, does anywhere."""
    deeds: list[dict[str, Any]] = book("deeds")
    wanted = deeds[number % len(deeds)]
    if "units" not in wanted or {code, code.split("-", 1)[0]} & set(wanted["units"]):
        return wanted
    fitting = [each for each in deeds if "units" not in each and each.get("by") == wanted.get("by")]
    return fitting[number % len(fitting)]


def _kind(template: dict[str, str], turn: int) -> RecipientKind:
    """Who did it: what a unit or a family can do as one is told of them now and then, everything else of one person."""
    may = RecipientKind(template.get("by", RecipientKind.INDIVIDUAL))
    every = {RecipientKind.COLLECTIVE: 3, RecipientKind.HOUSEHOLD: 2}.get(may, 1)
    return may if turn % every == 0 else RecipientKind.INDIVIDUAL


def _aim(dice: float, day: date, spot: bool) -> str:
    if spot and day < date(2026, 11, 1):
        return "spot" if dice < 0.86 else "refused"
    if day < BEFORE_SESSION:
        return "session" if dice < 0.86 else ("returned" if dice < 0.91 else "refused" if dice < 0.95 else "accepted")
    return ("draft", "submitted", "endorsed", "endorsed", "endorsed", "accepted", "accepted", "shortlisted", "returned")[int(dice * 9)]


def _nominee(year: Year, someone: Someone, kind: RecipientKind) -> Nominee:
    ground = year.ground
    who = ground.actors[f"nominator:{someone.unit}"]
    if kind is RecipientKind.HOUSEHOLD:
        form = HouseholdForm(someone.name, f"Số {ground.chance.dice.randint(2, 180)}, tổ 4", ground.chance.dice.choice(book("names")["places"]))
        made = people.recipient_for_household(who, form)
        return Nominee(RecipientKind.HOUSEHOLD, recipient_id=made.id)
    if kind is RecipientKind.COLLECTIVE:
        made = people.recipient_for_collective(who, ground.units[someone.unit])
        return Nominee(RecipientKind.COLLECTIVE, recipient_id=made.id)
    made = people.recipient_for_person(who, someone.id)
    return Nominee(RecipientKind.INDIVIDUAL, recipient_id=made.id)


def _propose(year: Year, code: str, someone: Someone, template: dict[str, str], kind: RecipientKind, day: date, spot: bool, aim: str) -> None:
    ground, chance = year.ground, year.ground.chance
    state = chance.dice.getstate()
    place = chance.dice.choice(book("names")["places"])
    fill = {}
    for name in ("title", "story", "reason", "people"):
        chance.dice.setstate(state)  # the same figures in the title and in the story
        fill[name] = chance.fill(template[name], day, someone.name, someone.gender, place, kind)
    who = ground.actors[f"nominator:{code}"]
    data = NominationInput(
        subject=Subject.DEED, commendation=Commendation.SPOT if spot else Commendation.CAMPAIGN, unit_id=ground.units[code],
        issuer_id=ground.issuers["committee"], campaign_id=None if spot else year.campaign, award_type_id=year.awards["giay_khen"],
        nominee=_nominee(year, someone, kind), title=fill["title"],
        deed=DeedInput(fill["story"], fill["reason"], place, day, dates.today(), fill["people"], "", tags(chance.dice.random(), template["field"])),
        told=True, publish=chance.dice.random() < 0.7, publish_basis="Đồng ý bằng văn bản gửi kèm hồ sơ", contact="0900 123 456",
    )  # fmt: skip
    made = nominations.save_draft(who, data)
    case = Case(made.id, made.version, code, aim, made.title)
    year.cases.append(case)
    if aim != "draft":
        attach(year, case, spot)
        sent = nominations.submit(who, made.id, made.version)
        keep(case, sent)
        plan_next(year, case)


def attach(year: Year, case: Case, spot: bool) -> None:
    """The unit's signed papers as the award demands them, and a picture for every third case."""
    who, dice = year.ground.actors[f"nominator:{case.unit}"], year.ground.chance.dice
    kinds = [EvidenceKind.SIGNED_SUBMISSION] if spot else [EvidenceKind.SIGNED_SUBMISSION, EvidenceKind.SIGNED_REPORT, EvidenceKind.SIGNED_MINUTES]
    for place, kind in enumerate(kinds):
        given = EvidenceInput(papers.signed_paper(14 + place * 2), f"{kind.value.replace('_', '-')}.pdf", kind, kind.label)
        nominations.add_evidence(who, case.id, given)
    if dice.random() < 0.35:
        number = dice.randint(0, 5)
        nominations.add_evidence(who, case.id, EvidenceInput(papers.scene(number), f"anh-{number + 1}.jpg", EvidenceKind.PICTURE, "Ảnh tại nơi diễn ra việc"))


def tags(dice: float, field_code: str) -> Tags:
    """A field with a PAPI dimension and a matter of grassroots democracy."""
    papi, democracy = list(Papi), list(Democracy)
    return Tags(Field(field_code), (papi[int(dice * len(papi))],), (democracy[int(dice * 97) % len(democracy)],))


def keep(case: Case, after: Any) -> None:
    """Follow the version of a case."""
    case.version = after.version


def _take(case: Case, step: Callable[[], Any]) -> None:
    keep(case, step())


def plan_next(year: Year, case: Case) -> None:
    """Endorse, accept, shortlist, return, refuse: a step each few days, as far as the case shall come."""
    if case.aim == "submitted":
        return
    ground, dice = year.ground, year.ground.chance.dice
    leader, secretary = ground.actors[f"leader:{case.unit}"], ground.actors["secretary"]
    steps: list[Callable[[], Any]] = [lambda: nominations.endorse(leader, case.id, case.version)]
    if case.aim != "endorsed":
        steps.append(lambda: screening.accept(secretary, case.id, case.version))
    if case.aim in ("session", "shortlisted"):
        steps.append(lambda: screening.shortlist(secretary, case.id, case.version))
    if case.aim == "returned":
        steps.append(lambda: screening.return_to_unit(secretary, case.id, case.version, [Reason("story", "Cần ghi rõ giờ, nơi và ai chứng kiến.")]))
    if case.aim == "refused":
        steps.append(lambda: screening.refuse(secretary, case.id, case.version, [Reason("", "Việc này thuộc nhiệm vụ thường xuyên được giao.")]))
    at = dates.now_utc()
    for step in steps:
        at += timedelta(days=dice.randint(0, 2), hours=dice.randint(1, 5), minutes=dice.randint(0, 50))
        year.plan(min(at, moment(TODAY, 16)), partial(_take, case, step))
