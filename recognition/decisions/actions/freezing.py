"""Names, salutations, posts, units and money as they stand on a day: what a paper of that day quotes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Amount, AwardType, RecipientKind
from recognition.decisions.store import lines as store
from recognition.decisions.terms import Line
from recognition.hall.errors import Invalid, there
from recognition.hall.transaction import Transaction
from recognition.nominations.terms import Nomination
from recognition.units import actions as units
from vietnamese import text


@dataclass(frozen=True)
class Words:
    """Who is rewarded, in the words of a day."""

    person_id: UUID | None
    salutation: str
    name: str
    post: str
    unit_id: UUID | None
    unit: str
    recipient_class: str | None


class Freezer:
    """Puts many recipients into the words and money of one day, asking the database once for each kind of thing."""

    def __init__(self, t: Transaction, day: date, recipients: Iterable[UUID]) -> None:
        self._t, self._day = t, day
        self._recipients = store.recipients(t, list(dict.fromkeys(recipients)))
        people = [row["now_person_id"] for row in self._recipients.values() if row["now_person_id"] is not None]
        self._posts = store.posts_on(t, people, day)
        self._unit_names: dict[UUID, str] = {}
        self._awards: dict[UUID, AwardType] = {}
        self._money: dict[tuple[UUID, RecipientKind], Amount] = {}

    def words(self, recipient_id: UUID, home: UUID | None) -> Words:
        """The recipient in the words of the day; `home` is the nominating unit, whose post is preferred. Raises NotFound."""
        row = there(self._recipients.get(recipient_id))
        if row["kind"] == RecipientKind.INDIVIDUAL:
            return self._individual(row, home)
        if row["kind"] == RecipientKind.HOUSEHOLD:
            address = ", ".join(part for part in (row["address"], row["commune"]) if part)
            return Words(None, *_household(row), "", home, address, None)
        if row["unit_id"] is None:
            return Words(None, "", row["name"], "", home, "", None)
        named = self._unit(row["unit_id"])
        if row["group_name"]:
            return Words(None, "", row["group_name"], "", row["unit_id"], named, None)
        return Words(None, "", named, "", row["unit_id"], "", None)

    def _individual(self, row: dict[str, Any], home: UUID | None) -> Words:
        person = row["now_person_id"]
        posts = self._posts.get(person, [])
        post = next((each for each in posts if each["unit_id"] == home), posts[0] if posts else None)
        if post is None:
            unit = self._unit(home) if home is not None else ""
            return Words(person, row["person_salutation"], row["name"], "", home, unit, None)
        unit = self._unit(post["unit_id"])
        return Words(person, row["person_salutation"], row["name"], post["title"], post["unit_id"], unit, post["recipient_class"])

    def _unit(self, unit_id: UUID) -> str:
        if unit_id not in self._unit_names:
            self._unit_names[unit_id] = units.name_on(unit_id, self._day).name
        return self._unit_names[unit_id]

    def award(self, award_type_id: UUID) -> AwardType:
        """The award type, read once."""
        if award_type_id not in self._awards:
            self._awards[award_type_id] = catalogue.award_type(award_type_id)
        return self._awards[award_type_id]

    def money(self, award_type_id: UUID, kind: RecipientKind) -> Amount:
        """What goes with the award for such a recipient on the day."""
        key = (award_type_id, kind)
        if key not in self._money:
            self._money[key] = catalogue.money(self.award(award_type_id), kind, self._day)
        return self._money[key]

    def new_line(self, decision_id: UUID, nomination: Nomination) -> Line:
        """A line for a case, in the words and money of the day. Raises Invalid for a case without recipient or award."""
        kind = nomination.recipient_kind
        if nomination.recipient_id is None or nomination.award_type_id is None or kind is None:
            raise Invalid({"lines": f"Hồ sơ {nomination.code} chưa đủ người được đề nghị và hình thức khen."})
        award, said = self.award(nomination.award_type_id), self.words(nomination.recipient_id, nomination.unit_id)
        money = self.money(award.id, kind)
        return Line(
            uuid4(), decision_id, nomination.id, nomination.recipient_id, None, award.id, award.code, award.name, award.kind.value,
            award.level, 0, kind, said.salutation, said.name, said.post, said.unit_id, said.unit,
            text.clean(nomination.wording or nomination.title), self._subject(nomination), money.amount, money.formula, money.gift, False,
            False, "", 1,
        )  # fmt: skip

    def _subject(self, nomination: Nomination) -> str:
        if nomination.model_year_id is None:
            return ""
        return self._t.value("select name from v_model_year where model_year_id = $1", nomination.model_year_id) or ""

    def anew(self, line: Line, home: UUID | None) -> Line:
        """The same line in the words and money of the day; what was typed from a paper stays."""
        if line.typed:
            return line
        said, money = self.words(line.recipient_id, home), self.money(line.award_type_id, line.kind)
        return replace(
            line, salutation=said.salutation, name=said.name, post=said.post, unit_id=said.unit_id, unit=said.unit, amount=money.amount,
            formula=money.formula, gift=money.gift,
        )  # fmt: skip


def _household(row: dict[str, Any]) -> tuple[str, str]:
    """(salutation, name) of a household: "Hộ gia đình ông", "Y Wang Niê"; a head's name that says it all stays whole."""
    head = row["head_name"] or row["name"]
    if head.casefold().startswith("hộ "):
        return "", head
    return text.clean(f"Hộ gia đình {row['salutation']}"), head


def unverified(lines: Iterable[Line], day: date) -> tuple[str, ...]:
    """What is not verified about the money of some lines, each sentence once."""
    kinds = dict.fromkeys((line.award_type_id, line.kind) for line in lines if not line.typed)
    said = (catalogue.money(catalogue.award_type(award), kind, day).warning for award, kind in kinds)
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))
