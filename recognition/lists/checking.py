"""Judging a row: everything that is known of it, and every question that is left."""

from collections.abc import Mapping
from dataclasses import replace

from intake.similar import name_key
from recognition.catalogue.terms import RecipientKind
from recognition.lists import cells, fields, meaning, proposal, rules, somebody
from recognition.lists.known import Judged, Known
from recognition.lists.terms import Batch, Finding, Kind, Option, Row
from recognition.nominations import rules as case_rules
from recognition.nominations.terms import NominationInput


def judge(batch: Batch, row: Row, numbers: Mapping[str, str], known: Known) -> Judged:
    """Everything about one row. What the reading refused stays wrong until it is mended."""
    if row.refused and not row.fields.get("name"):
        return _refused(batch, row)
    found: list[Finding] = [Finding("", sentence, Kind.NOTE, cell) for sentence, cell in row.warnings]
    kind = cells.kind_of(row)
    if kind is None:
        found.append(_kind_question(row))
        kind = RecipientKind.INDIVIDUAL
    unit_id = meaning.unit(batch, row, known, kind, found)
    award_id = meaning.award(batch, row, known, kind, found)
    person = somebody.person(row, numbers, known, found) if kind is RecipientKind.INDIVIDUAL else None
    nominee = proposal.nominee(row, kind, unit_id, person)
    data = case_rules.tidy(proposal.data(batch, row, award_id, nominee))
    somebody.numbers_are_right(numbers, found)
    somebody.twin(row, known, kind, found)
    recipient = known.recipients.get(person.id) if person is not None else None
    found += proposal.by_the_rules(data, row, known, recipient, person, unit_id, award_id, kind)
    return Judged(data, rules.with_cells(tuple(dict.fromkeys(found)), row), kind, person, unit_id)


def _refused(batch: Batch, row: Row) -> Judged:
    data = NominationInput(batch.subject, batch.commendation, batch.unit_id)
    return Judged(data, rules.with_cells((Finding("name", row.refused or "", Kind.WRONG),), row), RecipientKind.INDIVIDUAL, None, None)


def _kind_question(row: Row) -> Finding:
    options = tuple(Option(code, RecipientKind(ours).label) for code, ours in fields.KINDS.items())
    return Finding("kind", f"«{row.what}» là cá nhân, tập thể hay hộ gia đình? Tệp không ghi rõ.", Kind.ASK, question="kind", options=options)


def of_row(row: Row, judged: Judged) -> Row:
    """The row with what the check said."""
    return replace(row, findings=judged.findings, standing=rules.standing_of(judged.findings))


def key_of(name: str) -> str:
    """Names folded as they are compared."""
    return name_key(name)
