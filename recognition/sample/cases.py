"""The year of the sample: a campaign, two hundred good deeds and a hundred and twenty models, step by step in the order of time."""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, Criterion, Paper, Stage
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure, Measure, ModelInput, Owner, ReportInput
from recognition.hall.transaction import transaction
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
from recognition.sample.ground import Ground, Someone
from recognition.sample.words import TODAY, book, moment
from recognition.screening import actions as screening
from vietnamese import dates

DEEDS, MODELS = 200, 120
BATCH = 40
#: Cases whose deed lies before this day may go to the session of the end of October.
BEFORE_SESSION = date(2026, 10, 5)
#: Deeds before this day went to the session of June.
BEFORE_JUNE = date(2026, 6, 2)


@dataclass(order=True)
class _Event:
    at: datetime
    number: int
    do: Callable[[], None] = field(compare=False)


@dataclass
class Case:
    """A case on its road; `version` follows every step. `aim`: how far it shall come."""

    id: UUID
    version: int
    unit: str
    aim: str
    title: str = ""


class Year:
    """Events in the order of time, some at once in one transaction."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.cases: list[Case] = []
        self.models: list[Any] = []
        self.campaign: UUID | None = None
        self.awards: dict[str, UUID] = {}
        self._events: list[_Event] = []
        self._numbers = itertools.count()

    def plan(self, at: datetime, do: Callable[[], None]) -> None:
        """Let something happen at a moment."""
        heapq.heappush(self._events, _Event(at, next(self._numbers), do))

    def live(self, until: date, told: Callable[[int], None]) -> None:
        """Let everything happen that was planned before the end of `until`; what events plan themselves too."""
        end, done = moment(until, 23, 59), 0
        while self._events and self._events[0].at <= end:
            with transaction(self.ground.actors["secretary"]):
                for _ in range(BATCH):
                    if not self._events or self._events[0].at > end:
                        break
                    event = heapq.heappop(self._events)
                    with dates.pretended(event.at):
                        event.do()
                    done += 1
            told(done)


def begin(year: Year) -> None:
    """The campaign, launched to every unit; deeds and models planned over the year."""
    ground = year.ground
    secretary, issuer = ground.actors["secretary"], ground.issuers["committee"]
    with dates.pretended(moment(date(2026, 1, 12))):
        for award in catalogue.award_types(secretary, "party"):
            year.awards.setdefault(award.family.value, award.id)
        made = campaigns.save(secretary, _campaign(issuer))
        campaigns.launch(secretary, made.id, made.version, [ground.units[code] for code in ground.acting("")])
    year.campaign = made.id
    for number in range(DEEDS):
        _plan_deed(year, number)
    for number in range(MODELS):
        _plan_model(year, number)


def _campaign(issuer: UUID) -> CampaignInput:
    criteria = (
        Criterion("Có tính mới, sáng tạo, thiết thực", 25, "Nêu rõ cách làm khác trước thế nào."),
        Criterion("Cấp uỷ lãnh đạo, nhiều lực lượng cùng tham gia", 20, "Kể tên lực lượng chủ trì, phối hợp."),
        Criterion("Kết quả cụ thể, kiểm chứng được", 30, "Số liệu có nguồn, có minh chứng."),
        Criterion("Được Nhân dân, người lao động đồng tình", 15, "Ý kiến của người hưởng lợi."),
        Criterion("Duy trì được, nhân rộng được", 10, "Đơn vị khác đã học theo."),
        Criterion("Điểm thưởng: đã được đơn vị khác áp dụng", 5, bonus=True),
    )
    return CampaignInput(
        issuer_id=issuer, name="Phong trào thi đua «Dân vận khéo» năm 2026", kind=CampaignKind.REGULAR, from_date=date(2026, 1, 1),
        to_date=date(2026, 12, 31), level="Đảng bộ các cơ quan Đảng tỉnh",
        aim="Xây dựng nhiều mô hình mới, cách làm hay trên tất cả các lĩnh vực; biểu dương kịp thời gương người tốt, việc tốt.",
        papers=(Paper("07-KH/ĐU", date(2026, 1, 9), "Kế hoạch thực hiện phong trào thi đua «Dân vận khéo» năm 2026"),),
        deadlines={Stage.REGISTER: date(2026, 3, 31), Stage.REPORT: date(2026, 11, 30), Stage.NOMINATE: date(2026, 12, 5), Stage.VOTE: date(2026, 12, 18)},
        fields=tuple(Field), criteria=criteria,
    )  # fmt: skip


# -- good deeds -------------------------------------------------------------------------------------------------------


def _plan_deed(year: Year, number: int) -> None:
    ground, chance = year.ground, year.ground.chance
    spot = number % 3 == 0
    day = chance.day(date(2026, 1, 20), date(2026, 11, 16))
    busy = [code for code in ground.acting("") if code not in ("KBNN", "DN-CN", "HCTD")]
    code = chance.dice.choices(busy, [1 + (index * 7) % 5 for index in range(len(busy))])[0]
    someone = chance.dice.choice(ground.people[code][2:])
    template = book("deeds")[number % len(book("deeds"))]
    late = max(1, round(chance.dice.gammavariate(2.0, 6.0 - 3.5 * day.month / 12)))
    sent = min(day + timedelta(days=late), TODAY)
    aim = _aim(chance.dice.random(), day, spot)
    hour, minute = chance.dice.randint(8, 10), chance.dice.randint(0, 59)
    year.plan(moment(sent, hour, minute), lambda: _propose(year, code, someone, template, day, spot, aim))


def _aim(dice: float, day: date, spot: bool) -> str:
    if spot and day < date(2026, 11, 1):
        return "spot" if dice < 0.86 else "refused"
    if day < BEFORE_SESSION:
        return "session" if dice < 0.86 else ("returned" if dice < 0.91 else "refused" if dice < 0.95 else "accepted")
    return ("draft", "submitted", "endorsed", "endorsed", "endorsed", "accepted", "accepted", "shortlisted", "returned")[int(dice * 9)]


def _nominee(year: Year, someone: Someone, number: int) -> Nominee:
    ground = year.ground
    who = ground.actors[f"nominator:{someone.unit}"]
    if number % 19 == 0:
        form = HouseholdForm(someone.name, f"Số {ground.chance.dice.randint(2, 180)}, tổ 4", ground.chance.dice.choice(book("names")["places"]))
        made = people.recipient_for_household(who, form)
        return Nominee(RecipientKind.HOUSEHOLD, recipient_id=made.id)
    if number % 9 == 0:
        made = people.recipient_for_collective(who, ground.units[someone.unit])
        return Nominee(RecipientKind.COLLECTIVE, recipient_id=made.id)
    made = people.recipient_for_person(who, someone.id)
    return Nominee(RecipientKind.INDIVIDUAL, recipient_id=made.id)


def _propose(year: Year, code: str, someone: Someone, template: dict[str, str], day: date, spot: bool, aim: str) -> None:
    ground, chance = year.ground, year.ground.chance
    state = chance.dice.getstate()
    place = chance.dice.choice(book("names")["places"])
    fill = {}
    for name in ("title", "story", "reason", "people"):
        chance.dice.setstate(state)  # the same figures in the title and in the story
        fill[name] = chance.fill(template[name], day, someone.name, someone.gender, place)
    who = ground.actors[f"nominator:{code}"]
    data = NominationInput(
        subject=Subject.DEED, commendation=Commendation.SPOT if spot else Commendation.CAMPAIGN, unit_id=ground.units[code],
        issuer_id=ground.issuers["committee"], campaign_id=None if spot else year.campaign, award_type_id=year.awards["giay_khen"],
        nominee=_nominee(year, someone, len(year.cases)), title=fill["title"],
        deed=DeedInput(fill["story"], fill["reason"], place, day, dates.today(), fill["people"], "", _tags(chance.dice.random(), template["field"])),
        told=True, publish=chance.dice.random() < 0.7, publish_basis="Đồng ý bằng văn bản gửi kèm hồ sơ", contact="0900 123 456",
    )  # fmt: skip
    made = nominations.save_draft(who, data)
    case = Case(made.id, made.version, code, aim, made.title)
    year.cases.append(case)
    if aim != "draft":
        _attach(year, case, spot)
        sent = nominations.submit(who, made.id, made.version)
        _keep(case, sent)
        _plan_next(year, case)


def _attach(year: Year, case: Case, spot: bool) -> None:
    """The unit's signed papers as the award demands them, and a picture for every third case."""
    who, dice = year.ground.actors[f"nominator:{case.unit}"], year.ground.chance.dice
    kinds = [EvidenceKind.SIGNED_SUBMISSION] if spot else [EvidenceKind.SIGNED_SUBMISSION, EvidenceKind.SIGNED_REPORT, EvidenceKind.SIGNED_MINUTES]
    for place, kind in enumerate(kinds):
        given = EvidenceInput(papers.signed_paper(14 + place * 2), f"{kind.value.replace('_', '-')}.pdf", kind, kind.label)
        nominations.add_evidence(who, case.id, given)
    if dice.random() < 0.35:
        number = dice.randint(0, 5)
        nominations.add_evidence(who, case.id, EvidenceInput(papers.scene(number), f"anh-{number + 1}.jpg", EvidenceKind.PICTURE, "Ảnh tại nơi diễn ra việc"))


def _tags(dice: float, field_code: str) -> Tags:
    papi, democracy = list(Papi), list(Democracy)
    return Tags(Field(field_code), (papi[int(dice * len(papi))],), (democracy[int(dice * 97) % len(democracy)],))


def _keep(case: Case, after: Any) -> None:
    case.version = after.version


def _take(case: Case, step: Callable[[], Any]) -> None:
    _keep(case, step())


def _plan_next(year: Year, case: Case) -> None:
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


# -- models -----------------------------------------------------------------------------------------------------------


def _plan_model(year: Year, number: int) -> None:
    ground, chance = year.ground, year.ground.chance
    codes = ground.acting("")
    code = codes[(number * 11) % len(codes)]
    words = book("models")[number % len(book("models"))]
    day = chance.day(date(2026, 1, 20), date(2026, 3, 25))
    aim = chance.dice.choices(("registered", "approved", "working", "self_scored", "checked", "recognised", "outstanding"), (0, 5, 33, 18, 12, 22, 10))[0]
    year.plan(moment(day, 14, chance.dice.randint(0, 59)), lambda: _register(year, code, words, number, aim))


def _register(year: Year, code: str, words: dict[str, str], number: int, aim: str) -> None:
    ground, chance = year.ground, year.ground.chance
    who = ground.actors[f"nominator:{code}"]
    short = ground.names[code].split(" ", 2)[-1]
    individual = number % 7 == 0
    someone = chance.dice.choice(ground.people[code][2:])
    nominee = (
        Nominee(RecipientKind.INDIVIDUAL, recipient_id=people.recipient_for_person(who, someone.id).id)
        if individual
        else Nominee(RecipientKind.COLLECTIVE, recipient_id=people.recipient_for_collective(who, ground.units[code]).id)
    )
    place = chance.dice.choice(book("names")["places"])
    data = ModelInput(
        unit_id=ground.units[code], name=f"{words['name']} ({short})" if number >= len(book("models")) else words["name"], field=Field(words["field"]),
        owner=Owner.INDIVIDUAL if individual else Owner.COLLECTIVE, nominee=nominee,
        situation=f"Qua góp ý của người dân ở {place} và của đoàn viên, việc này còn chậm, còn phải nhắc nhiều lần.", aims=words["aims"],
        content="Phân công từng người phụ trách, công khai kết quả hằng tháng, lấy ý kiến người thụ hưởng rồi sửa cách làm.",
        area=f"{place.capitalize()}; người dân, đoàn viên, người lao động.", forces="Chi uỷ chủ trì; công đoàn, đoàn thanh niên phối hợp; đảng viên tham gia.",
        resources="Nguồn tiết kiệm chi và đóng góp tự nguyện, có sổ thu chi công khai.", schedule="Từ tháng 3 đến tháng 11; sơ kết tháng 6.",
        results="Bảng theo dõi hằng tháng, ảnh, danh sách người thụ hưởng có ký nhận.", spread="Chi phí thấp, đơn vị khác làm theo được ngay.",
        contact="0900 123 456", tags=_tags(chance.dice.random(), words["field"]),
    )  # fmt: skip
    assert year.campaign is not None
    made = models.register(who, data, year.campaign)
    year.models.append(made)
    _plan_model_steps(year, code, made.year.id, made.year.version, aim)


def _plan_model_steps(year: Year, code: str, year_id: UUID, version: int, aim: str) -> None:
    ground, dice = year.ground, year.ground.chance.dice
    who, secretary = ground.actors[f"nominator:{code}"], ground.actors["secretary"]
    order = ("registered", "approved", "working", "self_scored", "checked", "recognised", "outstanding")
    score = dice.randint(790, 960) * 10
    figures = (Figure(Measure.PEOPLE, dice.randint(60, 600) * 100, "người"), Figure(Measure.SESSIONS, dice.randint(4, 24) * 100, "buổi"))
    report = ReportInput("Đã làm đủ các phần việc, kết quả từng tháng có trong bảng theo dõi gửi kèm.", figures, score)
    steps: list[tuple[date, Callable[[int], Any]]] = [
        (date(2026, 4, dice.randint(2, 20)), lambda v: models.approve(secretary, year_id, v)),
        (date(2026, 5, dice.randint(2, 20)), lambda v: models.start(who, year_id, v)),
        (date(2026, 9, dice.randint(3, 12)), lambda v: models.report(who, year_id, v, report)),
        (date(2026, 9, dice.randint(14, 22)), lambda v: models.check(secretary, year_id, v, score - 200, "Số liệu buổi tuyên truyền chưa đủ minh chứng.")),
        (date(2026, 9, dice.randint(24, 29)), lambda v: models.recognise(secretary, year_id, v)),
        (date(2026, 10, dice.randint(1, 3)), lambda v: models.mark_outstanding(secretary, year_id, v)),
    ]
    held = {"version": version}

    def run(step: Callable[[int], Any]) -> None:
        held["version"] = step(held["version"]).year.version

    if aim in ("recognised", "outstanding") and dice.random() < 0.7:
        year.plan(moment(date(2026, 10, dice.randint(5, 8)), 9, dice.randint(0, 59)), lambda: _nominate_model(year, code, year_id))
    for day, step in steps[: order.index(aim)]:
        year.plan(moment(day, 10, dice.randint(0, 59)), partial(run, step))


def _nominate_model(year: Year, code: str, year_id: UUID) -> None:
    """A recognised year is proposed for the session of October."""
    who = year.ground.actors[f"nominator:{code}"]
    made = models.nominate(who, year_id, year.awards["giay_khen"])
    if not made.told:
        made = nominations.change(who, made.id, made.version, replace(nominations.as_input(made), told=True))
    case = Case(made.id, made.version, code, "session", made.title)
    year.cases.append(case)
    _attach(year, case, spot=False)
    _keep(case, nominations.submit(who, made.id, made.version))
    _plan_next(year, case)
