"""The way down, below: results that came are kept; an award becomes an outside decision that answers the forwarded case."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AwardType, Track
from recognition.courier import rules, store
from recognition.courier.actions import ground
from recognition.courier.actions.answer_rows import answer_rows_in
from recognition.courier.actions.counting import recounted
from recognition.courier.terms import AnswerRow, Direction, Done, ParcelRow, Stage
from recognition.decisions import actions as decisions
from recognition.decisions.terms import ExternalInput, ExternalLine, Kind
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination, Reason
from vietnamese import dates, text


def unknown_awards(who: Actor, rows: Sequence[AnswerRow]) -> tuple[str, ...]:
    """Names of given awards that our catalogue does not know."""
    known = catalogue.award_types(who)
    given = [row.answer["award"] for row in rows if row.open and row.answer["award"]]
    return tuple(dict.fromkeys(str(each["award_name"]) for each in given if _award(known, each) is None))


def keep(who: Actor, parcel_id: UUID, refs: Sequence[UUID], award_type_id: UUID | None = None) -> list[Done]:
    """Keep results of a parcel: those of one decision together, every other one for itself; what became of each.

    `award_type_id` stands for awards that our catalogue does not know. Raises NotAllowed, NotFound, Invalid (the parcel cannot be read).
    """
    permissions.require(who, Verb.READ_PARCEL)
    with reading(who) as t:
        found = ground.row(t, parcel_id)
        rows = [row for row in answer_rows_in(t, found) if row.ref in set(refs) and row.open]
    groups: dict[str, list[AnswerRow]] = {}
    for row in rows:
        award = row.answer["award"]
        groups.setdefault(f"{award['number']}|{award['decided_on']}|{award['organ']}" if award else str(row.ref), []).append(row)
    done = [each for group in groups.values() for each in _group(who, found, group, award_type_id)]
    with transaction(who) as t:
        recounted(t, who, parcel_id)
    return done


def _group(who: Actor, found: ParcelRow, rows: list[AnswerRow], award_type_id: UUID | None) -> list[Done]:
    titles = [f"{row.name}: {row.title}" for row in rows]
    try:
        with transaction(who) as t:
            _keep(t, who, found, rows, award_type_id)
    except HallError as wrong:
        return [Done(title, False, wrong.sentence) for title in titles]
    return [Done(title, True) for title in titles]


def _keep(t: Transaction, who: Actor, found: ParcelRow, rows: list[AnswerRow], award_type_id: UUID | None) -> None:
    partner = ground.partner(t, found.partner_id)
    known = store.cases(t, partner.id, Direction.OUT)
    waiting: list[tuple[Nomination, dict[str, Any]]] = []
    for row in rows:
        case = nominations.lock(t, known[row.ref].nomination_id)
        permissions.require(who, Verb.ANSWER_FORWARDED, case)
        store.set_answer(t, known[row.ref].id, ground.spelled(row.answer)[0])
        whence = f"Gói số {found.number} ngày {dates.short(found.made_on)} của {partner.name}: {row.after}"
        audit.note(t, Verb.READ_PARCEL, nominations.KIND, case.id, after={"answer": row.answer}, case=case, detail=whence)
        if case.state is not State.FORWARDED:
            continue
        if row.answer["award"]:
            waiting.append((case, dict(row.answer["award"])))
        else:
            _move(t, who, case, row, partner.name)
    if waiting:
        decisions.record_external(who, _decision(who, waiting, award_type_id))


def _move(t: Transaction, who: Actor, case: Nomination, row: AnswerRow, partner: str) -> None:
    """A case that came back to be mended, or that nobody above rewards."""
    stage = Stage(row.answer["stage"])
    if stage is not Stage.RETURNED and stage not in rules.ENDED:
        return
    verb = Verb.RETURN if stage is Stage.RETURNED else Verb.NOT_APPROVE
    permissions.require(who, verb, case)
    reasons = tuple(Reason("", f"{partner}: {text.clean(each)}") for each in row.answer["reasons"]) or (Reason("", f"{partner}: {stage.label}."),)
    stamps: dict[str, Any] = {"returned_from": case.state.value} if verb is Verb.RETURN else {"decided_at": dates.now_utc()}
    after = nominations.change_state(t, case, road.after(case.state, verb), reasons=reasons, **stamps)
    audit.note(t, verb, nominations.KIND, case.id, before=case, after=after, detail=" ".join(each.sentence for each in reasons))


def _decision(who: Actor, waiting: list[tuple[Nomination, dict[str, Any]]], award_type_id: UUID | None) -> ExternalInput:
    """The outside decision that these results quote, in the book of the organ that forwarded the cases."""
    head, known = waiting[0][1], catalogue.award_types(who)
    issuers = {case.issuer_id for case, _ in waiting}
    if len(issuers) > 1:
        raise Invalid({"": f"Quyết định số {head['number']} khen hồ sơ của nhiều cơ quan ở đây. Anh/chị ghi quyết định này ở «Quyết định bên ngoài»."})
    lines = tuple(_line(case, award, known, award_type_id) for case, award in waiting)
    kind = Kind.RECOGNISE if head["kind"] == Kind.RECOGNISE else Kind.COMMEND
    track = head["track"] if head["track"] in set(Track) else ""
    return ExternalInput(
        issuers.pop(), kind.value, head["title"], head["number"], head["decided_on"], head["signer_name"], head["signer_post"], head["signer_capacity"],
        head["place"], head["organ"], track, lines=lines,
    )  # fmt: skip


def _line(case: Nomination, award: dict[str, Any], known: Sequence[AwardType], award_type_id: UUID | None) -> ExternalLine:
    found = _award(known, award)
    chosen = found.id if found else award_type_id
    if chosen is None:
        raise Invalid({"award": f"Danh mục ở đây không có «{award['award_name']}». Anh/chị chọn hình thức thay cho những kết quả như vậy."})
    return ExternalLine(
        award["recipient_kind"], award["name"], chosen, award["wording"], award["salutation"], award["post"], award["unit"], award["subject"],
        award["amount"], nomination_id=case.id,
    )  # fmt: skip


def _award(known: Sequence[AwardType], given: dict[str, Any]) -> AwardType | None:
    by_code = next((each for each in known if given["award_code"] and each.code == given["award_code"]), None)
    return by_code or next((each for each in known if text.search_key(each.name) == text.search_key(given["award_name"])), None)
