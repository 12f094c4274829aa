"""The «Dân vận khéo» models of the sample's year: registered, approved, carried out, reported, recognised, proposed."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure, Measure, ModelInput, Owner, ReportInput
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nominee
from recognition.people import actions as people
from recognition.sample import lives
from recognition.sample.cases import attach, keep, plan_next, tags
from recognition.sample.words import book, moment
from recognition.sample.year import Case, Year

#: What stands before the office's own name in the name of a Party or union unit.
_ORGAN = re.compile(r"^(Chi bộ|Đảng bộ|Công đoàn cơ sở|Công đoàn) ")


def plan_model(year: Year, number: int) -> None:
    """The `number`-th model and how far its year shall come."""
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
    short = _ORGAN.sub("", ground.names[code])
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
        area=f"{place[:1].upper()}{place[1:]}; người dân, đoàn viên, người lao động.", forces="Chi uỷ chủ trì; công đoàn, đoàn thanh niên phối hợp; đảng viên tham gia.",
        resources="Nguồn tiết kiệm chi và đóng góp tự nguyện, có sổ thu chi công khai.", schedule="Từ tháng 3 đến tháng 11; sơ kết tháng 6.",
        results="Bảng theo dõi hằng tháng, ảnh, danh sách người thụ hưởng có ký nhận.", spread="Chi phí thấp, đơn vị khác làm theo được ngay.",
        contact="0900 123 456", tags=tags(chance.dice.random(), words["field"]),
    )  # fmt: skip
    assert year.campaign is not None
    made = models.register(who, data, year.campaign)
    year.models.append(made)
    _plan_model_steps(year, code, made.year.id, made.year.version, aim)
    lives.plan_notes(year, code, made.year.id, number, aim)


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
    attach(year, case, spot=False)
    keep(case, nominations.submit(who, made.id, made.version))
    plan_next(year, case)
