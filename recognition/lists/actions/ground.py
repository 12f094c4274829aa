"""What every action on a list stands on: finding it, and judging its rows against all that is known."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign, Stage
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.paging import Page
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from recognition.lists import cells, checking, sealing, somebody, store
from recognition.lists.known import Judged, Known
from recognition.lists.terms import Batch, BatchState, Option, Row, RowState
from recognition.nominations import rules as case_rules
from recognition.people import actions as people
from recognition.people.keys import normal
from recognition.people.terms import Person
from recognition.units import actions as units
from recognition.units.terms import Unit
from vietnamese import dates, text

KIND = "list_batch"


def seen(t: Transaction, who: Actor, batch_id: UUID) -> Batch:
    """The list if it is of a unit where the person nominates. Raises NotFound."""
    found = store.get(t, batch_id)
    if found is None or found.unit_id not in who.units(Role.NOMINATOR, subtree=False):
        raise NotFound()
    return found


def lock(t: Transaction, who: Actor, batch_id: UUID, version: int | None = None) -> Batch:
    """The list for a change. Raises NotAllowed, NotFound, Stale, Invalid when it was undone."""
    found = seen(t, who, batch_id)
    permissions.require(who, Verb.IMPORT_LIST, found)
    if version is not None and found.version != version:
        raise Stale()
    if found.state is not BatchState.OPEN:
        raise Invalid({"": f"Danh sách này ở trạng thái «{found.state.label}» nên không đổi được nữa. Anh/chị tải tệp lên lại."})
    return found


def judged(t: Transaction, who: Actor, batch: Batch, rows: Sequence[Row], *, alone: bool = False) -> list[tuple[Row, Judged]]:
    """Each row with what the check says now. `alone`: these are a few rows of the list, their namesakes are asked for."""
    opened = sealing.open_all([row.sealed for row in rows])
    numbers = {row.id: each for row, each in zip(rows, opened, strict=True)}
    known = _known(t, who, batch, rows, numbers, alone)
    made = []
    for row in rows:
        verdict = checking.judge(batch, row, numbers[row.id], known)
        made.append((checking.of_row(row, verdict), verdict))
    return made


def _known(t: Transaction, who: Actor, batch: Batch, rows: Sequence[Row], numbers: dict[UUID, dict[str, str]], alone: bool) -> Known:
    campaign = campaigns.in_transaction(t, batch.campaign_id) if batch.campaign_id else None
    today = dates.today()
    everything = {node.unit.id: node.unit for node in units.tree(who, dissolved=True)}
    words, labels = _unit_words(batch, everything, t)
    by_number = _by_number(who, numbers)
    doubles = _doubles(who, rows)
    kept = {person.id for person in by_number.values()} | {person.id for found in doubles.values() for person in found}
    unit_ids = {UUID(each) for each in words.values()}
    proposed: dict[UUID, list[dict[str, object]]] = {}
    recipients: dict[UUID, UUID] = {}
    for each in store.proposed(t, batch.issuer_id, sorted(kept, key=str), sorted(unit_ids, key=str)):
        proposed.setdefault(each["person_id"] or each["recipient_unit_id"], []).append(each)
        if each["person_id"]:
            recipients[each["person_id"]] = each["recipient_id"]
    awards, award_words, award_labels = _awards(t, batch)
    return Known(
        today, everything, words, labels, _former(who, rows, words), awards, award_words, award_labels, _refusal(t, campaign, batch),
        (campaign.from_date, campaign.to_date) if campaign else (None, None), by_number, doubles, _twins(t, batch, rows, numbers, alone), recipients,
        proposed, store.held(t, sorted(kept, key=str), sorted(unit_ids, key=str), today),
    )  # fmt: skip


def _unit_words(batch: Batch, everything: dict[UUID, Unit], t: Transaction) -> tuple[dict[str, str], dict[str, str]]:
    """Folded names, short names and codes that mean exactly one unit; where several share a name, the one nearest to the sender."""
    near = units.subtree(t, batch.unit_id)
    meant: dict[str, list[UUID]] = {}
    for unit in everything.values():
        for word in {text.search_key(unit.name), text.search_key(unit.short_name), text.search_key(unit.code)} - {""}:
            meant.setdefault(word, []).append(unit.id)
    words = {}
    for word, ids in meant.items():
        mine = [each for each in ids if each in near] or ids
        living = [each for each in mine if everything[each].to_date is None] or mine
        if len(living) == 1:
            words[word] = str(living[0])
    return words, {str(unit.id): unit.name + (f" (giải thể {dates.short(unit.to_date)})" if unit.to_date else "") for unit in everything.values()}


def _former(who: Actor, rows: Sequence[Row], words: dict[str, str]) -> dict[str, tuple[Option, ...]]:
    """Units that were called so before, for words that mean no present unit."""
    asked = {said for row in rows for said in (row.fields.get("unit") or row.fields.get("department") or "",) if said}
    found: dict[str, tuple[Option, ...]] = {}
    for said in sorted(asked):
        if text.search_key(said) not in words and len(found) < 200:
            near = units.find(who, said, Page(1, 5)).rows
            if near:
                found[text.search_key(said)] = tuple(Option(str(unit.id), unit.name) for unit in near)
    return found


def _awards(t: Transaction, batch: Batch) -> tuple[dict[UUID, case_rules.Award], dict[RecipientKind, dict[str, str]], dict[str, str]]:
    track = catalogue.issuer(t.who, batch.issuer_id).track
    awards, labels = {}, {}
    words: dict[RecipientKind, dict[str, str]] = {}
    for kind in RecipientKind:
        for each in catalogue.award_types(t.who, track, recipient=kind):
            awards[each.id] = case_rules.Award(each.name, each.recipients, each.from_date, each.to_date if each.active else each.from_date, each.dossier)
            labels[str(each.id)] = each.name
            words.setdefault(kind, {}).setdefault(text.search_key(each.name), str(each.id))
            words[kind].setdefault(text.search_key(each.code.replace("_", " ")), str(each.id))
    return awards, words, labels


def _refusal(t: Transaction, campaign: Campaign | None, batch: Batch) -> str | None:
    if campaign is None:
        return None
    if not campaigns.reaches(t, campaign.id, batch.unit_id):
        return "Phong trào này chưa phát động tới đơn vị của anh/chị. Anh/chị hỏi thư ký."
    return campaigns.stage_refusal(campaign, Stage.NOMINATE, dates.today())


def _by_number(who: Actor, numbers: dict[UUID, dict[str, str]]) -> dict[tuple[str, str], Person]:
    found: dict[tuple[str, str], Person] = {}
    for name, kind in somebody.KEYS.items():
        asked = sorted({each[name] for each in numbers.values() if each.get(name)})
        for number, person in people.people_with_numbers(who, kind, asked).items():
            found[(name, number)] = person
    return found


def _doubles(who: Actor, rows: Sequence[Row]) -> dict[UUID, tuple[Person, ...]]:
    asked = [row for row in rows if cells.kind_of(row) is RecipientKind.INDIVIDUAL and row.fields.get("name")]
    near = people.doubles_among(who, [(row.what, *cells.birth_of(row)) for row in asked])
    return {asked[at].id: found for at, found in near.items()}


def _twins(t: Transaction, batch: Batch, rows: Sequence[Row], numbers: dict[UUID, dict[str, str]], alone: bool) -> dict[UUID, Row]:
    if not alone:
        return somebody.twins_among(rows, numbers)
    mine = {row.id: row for row in rows}
    others = [row for row in store.twins(t, batch.id, sorted({row.name_key for row in rows})) if row.id not in mine]
    opened = sealing.open_all([row.sealed for row in others])
    every = numbers | {row.id: each for row, each in zip(others, opened, strict=True)}
    ordered = sorted([*rows, *others], key=lambda row: (row.sheet, row.number, str(row.id)))
    return {row_id: twin for row_id, twin in somebody.twins_among(ordered, every).items() if row_id in mine}


def check_all(t: Transaction, who: Actor, batch: Batch, rows: Sequence[Row]) -> list[Row]:
    """The rows that still wait, judged anew; what is closed stays as it is."""
    waiting = [row for row in rows if row.state is RowState.WAITING]
    done = {row.id: row for row, _ in judged(t, who, batch, waiting, alone=len(waiting) < len(rows))}
    return [done.get(row.id, row) for row in rows]


def masked(row: Row, numbers: Mapping[str, str], sealed: str) -> Row:
    """The row with only the last digits of its numbers of identity shown, the numbers themselves in `sealed`."""
    shown = {name: value for name, value in row.fields.items() if name not in somebody.KEYS}
    told = row.warnings
    for name, number in numbers.items():
        last = number[-3:]
        with suppress(ValueError):
            last = normal(somebody.KEYS[name], number)[-3:]
        shown[name] = f"…{last}"
        told = tuple((sentence.replace(number, f"…{last}"), cell) for sentence, cell in told)
    return replace(row, fields=shown, warnings=told, sealed=sealed)


def seal(row: Row, numbers: Mapping[str, str]) -> Row:
    """The row with its numbers of identity closed and only their last digits shown."""
    return masked(row, numbers, sealing.close_all([numbers])[0])
