"""The organs, the units, six hundred people and the accounts that the sample needs, on the first working day of the year."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from recognition.accounts import actions as accounts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import IssuerForm, SignerForm
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.people import actions as people
from recognition.people.terms import PersonForm, PostForm
from recognition.sample.words import Chance, book, moment
from recognition.units import actions as units
from recognition.units.terms import UnitForm
from vietnamese import dates

FIRST_DAY = date(2015, 1, 1)
START = date(2026, 1, 5)
#: A password for the sample alone; its people are entered without one.
PASSWORD = "mau-thu-guong-sang-2026"  # noqa: S105 - a public word of invented data
PEOPLE = 600


@dataclass
class Someone:
    """One of the six hundred."""

    id: UUID
    name: str
    gender: str
    unit: str
    title: str
    manager: bool


@dataclass
class Ground:
    """What later stages build on: ids by the words of `assets/sample/units.json`."""

    chance: Chance
    issuers: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    people: dict[str, list[Someone]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def acting(self, unit: str) -> list[str]:
        """Units that nominate: everything but the root and the cluster."""
        return [code for code in self.units if code not in ("DU", "DN") and code != unit]


Told = Callable[[float, str], None]


def lay(told: Told, share: tuple[float, float]) -> Ground:
    """Everything of this file; `told(share, sentence)` hears how far it is between the two shares."""
    ground = Ground(Chance())
    start, end = share
    with dates.pretended(moment(START)):
        _organs(ground)
        told(start + (end - start) * 0.1, "Đơn vị")
        _units(ground)
        told(start + (end - start) * 0.2, "Nhân sự")
        _people(ground, lambda done: told(start + (end - start) * (0.2 + 0.6 * done), f"Nhân sự: {round(done * PEOPLE)} trong {PEOPLE} người"))
        told(start + (end - start) * 0.8, "Tài khoản")
        _accounts(ground)
    told(end, "Tài khoản")
    return ground


def _organs(ground: Ground) -> None:
    first, *rest = book("units")["issuers"]
    admin = accounts.set_up(_issuer(first), _signer(first), "quan.tri", "Nguyễn Hữu Nghĩa", PASSWORD, PASSWORD)
    ground.actors["administrator"] = accounts.actor_for(admin)
    who = ground.actors["administrator"]
    ground.issuers[first["key"]] = catalogue.issuers(who)[0].id
    for words in rest:
        made = catalogue.create_issuer(who, _issuer(words))
        catalogue.add_signer(who, made.id, _signer(words))
        ground.issuers[words["key"]] = made.id


def _issuer(words: dict[str, Any]) -> IssuerForm:
    return IssuerForm(
        name=words["name"], awarding_line=words["awarding_line"], short_sign=words["short_sign"], place=words["place"], superior=words["superior"],
        track=words["track"], numbering=words["numbering"], term_start=words.get("term_start"), number_pattern=words["number_pattern"],
        address_style=words["address_style"], from_date=words["from_date"], to_date=words.get("to_date"),
    )  # fmt: skip


def _signer(words: dict[str, Any]) -> SignerForm:
    signer = words["signer"]
    return SignerForm(name=signer["name"], post=signer["post"], capacity=signer["capacity"], from_date=words["from_date"], to_date=words.get("to_date"))


def _units(ground: Ground) -> None:
    who = ground.actors["administrator"]
    with transaction(who):
        for words in book("units")["units"]:
            parent = ground.units[words["parent"]] if words["parent"] else None
            form = UnitForm(words["code"], words["name"], words["kind"], words["short"], parent, from_date=FIRST_DAY)
            ground.units[words["code"]] = units.create(who, form).id
            ground.names[words["code"]] = words["name"]
            ground.people[words["code"]] = []


def _people(ground: Ground, told: Callable[[float], None]) -> None:
    acting = ground.acting("")
    minority = list(book("names")["minority"])
    for number in range(PEOPLE):
        if number % 50 == 0:
            told(number / PEOPLE)
    with transaction(ground.actors["administrator"]):
        for number in range(PEOPLE):
            _person(ground, acting[number % len(acting)], number < 2 * len(acting), minority)


def _person(ground: Ground, code: str, chief: bool, minority: list[str]) -> None:
    chance = ground.chance
    manager = chief or chance.dice.random() < 0.22
    name, gender = chance.name()
    if minority and not manager and chance.dice.random() < 0.04:
        name = minority.pop()
    title = post_of(code, manager, chance.dice.randrange(20))
    salutation = "Đồng chí" if not code.startswith("YT") else ("Bà" if gender == "female" else "Ông")
    form = PersonForm(name, birth=chance.dice.randint(1966, 2001), gender=gender, salutation=salutation)
    post = PostForm(ground.units[code], title, "manager" if manager else "direct_worker", date(2024, 3, 1))
    made = people.create(ground.actors["administrator"], form, post=post, distinct=True)
    ground.people[code].append(Someone(made.id, name, gender, code, title, manager))


def post_of(code: str, manager: bool, number: int) -> str:
    """A post that there is in this unit, or in the one that it belongs to by its code; an office's posts everywhere else."""
    words = book("names")
    of_it = words["titles_of"].get(code) or words["titles_of"].get(code.split("-", 1)[0])
    posts = of_it[manager] if of_it else words["titles_manager" if manager else "titles_worker"]
    return str(posts[number % len(posts)])


def _accounts(ground: Ground) -> None:
    who = ground.actors["administrator"]
    committee, bloc, union = (ground.issuers[key] for key in ("committee", "bloc", "union"))
    root = ground.units["DU"]
    with transaction(who):
        _account(ground, "secretary", "thu.ky", "Phạm Thu Hà", [(Role.SECRETARY, None, committee), (Role.SECRETARY, None, bloc)])
        _account(ground, "union_secretary", "y.te.thu.ky", "Võ Thị Kim Liên", [(Role.SECRETARY, None, union), (Role.CLERK, None, union)])
        _account(ground, "clerk", "van.thu", "Đoàn Thị Mỹ Dung", [(Role.CLERK, None, committee), (Role.CLERK, None, bloc)])
        _account(ground, "leader", "lanh.dao", "Trần Quốc Khánh", [(Role.LEADER, None, committee), (Role.LEADER, root, None)])
        for number, code in enumerate(ground.acting("")):
            chief, deputy = ground.people[code][:2]
            unit = ground.units[code]
            _account(ground, f"leader:{code}", f"bi.thu.{number + 1:02d}", chief.name, [(Role.UNIT_LEADER, unit, None)], chief.id)
            _account(ground, f"nominator:{code}", f"can.bo.{number + 1:02d}", deputy.name, [(Role.NOMINATOR, unit, None)], deputy.id)
    for key in list(ground.actors):
        ground.actors[key] = accounts.actor_for(ground.actors[key].account_id)


def _account(
    ground: Ground, key: str, user_name: str, name: str, roles: list[tuple[Role, UUID | None, UUID | None]], person_id: UUID | None = None
) -> None:
    slip = accounts.create_account(ground.actors["administrator"], user_name, name, person_id=person_id, roles=roles)
    ground.actors[key] = Actor(slip.account_id, name)
