"""Names, salutations, posts, units and money as they stand on a day: what a paper of that day quotes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.decisions.store import lines as store
from recognition.decisions.terms import Line
from recognition.hall.errors import Invalid, NotFound
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


def words(t: Transaction, recipient_id: UUID, home: UUID | None, day: date) -> Words:
    """The recipient in the words of `day`; `home` is the nominating unit, whose post is preferred. Raises NotFound."""
    row = store.recipient(t, recipient_id)
    if row is None:
        raise NotFound()
    if row["kind"] == RecipientKind.INDIVIDUAL:
        return _individual(t, row, home, day)
    if row["kind"] == RecipientKind.HOUSEHOLD:
        address = ", ".join(part for part in (row["address"], row["commune"]) if part)
        # the name of a household already says "Hộ gia đình ông …"
        return Words(None, "", row["name"], "", home, address, None)
    if row["unit_id"] is None:
        return Words(None, "", row["name"], "", home, "", None)
    named = units.name_on(row["unit_id"], day).name
    if row["group_name"]:
        return Words(None, "", row["group_name"], "", row["unit_id"], named, None)
    return Words(None, "", named, "", row["unit_id"], "", None)


def _individual(t: Transaction, row: dict[str, Any], home: UUID | None, day: date) -> Words:
    person = row["now_person_id"]
    posts = store.posts_on(t, person, day) if person is not None else []
    post = next((each for each in posts if each["unit_id"] == home), posts[0] if posts else None)
    if post is None:
        unit = units.name_on(home, day).name if home is not None else ""
        return Words(person, row["person_salutation"], row["name"], "", home, unit, None)
    unit = units.name_on(post["unit_id"], day).name
    return Words(person, row["person_salutation"], row["name"], post["title"], post["unit_id"], unit, post["recipient_class"])


def new_line(t: Transaction, decision_id: UUID, nomination: Nomination, day: date) -> Line:
    """A line for a case, in the words and money of `day`. Raises Invalid for a case without recipient or award."""
    if nomination.recipient_id is None or nomination.award_type_id is None or nomination.recipient_kind is None:
        raise Invalid({"lines": f"Hồ sơ {nomination.code} chưa đủ người được đề nghị và hình thức khen."})
    award = catalogue.award_type(nomination.award_type_id)
    said = words(t, nomination.recipient_id, nomination.unit_id, day)
    money = catalogue.money(award, nomination.recipient_kind, day)
    subject = t.value("select name from v_model_year where model_year_id = $1", nomination.model_year_id) if nomination.model_year_id else ""
    return Line(
        uuid4(), decision_id, nomination.id, nomination.recipient_id, None, award.id, award.code, award.name, award.kind.value, award.level, 0,
        nomination.recipient_kind, said.salutation, said.name, said.post, said.unit_id, said.unit,
        text.clean(nomination.wording or nomination.title), subject or "", money.amount, money.formula, money.gift, False, False, "", 1,
    )  # fmt: skip


def anew(t: Transaction, line: Line, day: date) -> Line:
    """The same line in the words and money of `day`; what was typed from a paper stays."""
    if line.typed:
        return line
    home = t.value("select unit_id from v_nomination where id = $1", line.nomination_id) if line.nomination_id else line.unit_id
    said = words(t, line.recipient_id, home, day)
    money = catalogue.money(catalogue.award_type(line.award_type_id), line.kind, day)
    return replace(
        line, salutation=said.salutation, name=said.name, post=said.post, unit_id=said.unit_id, unit=said.unit, amount=money.amount,
        formula=money.formula, gift=money.gift,
    )  # fmt: skip


def warnings(line: Line, day: date) -> str:
    """What is not verified about a line's money, in one sentence; empty when all is."""
    if line.typed:
        return ""
    return catalogue.money(catalogue.award_type(line.award_type_id), line.kind, day).warning
