"""Recording: number, date, and in the same moment the awards. After it only a later decision changes anything."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from db.errors import Violation
from recognition.catalogue import actions as catalogue
from recognition.catalogue import rules as catalogue_rules
from recognition.catalogue.terms import Issuer, RecipientKind
from recognition.council import actions as council
from recognition.decisions.actions import freezing, models
from recognition.decisions.actions.drafting import AWARDING
from recognition.decisions.actions.ground import KIND, in_transaction, lock
from recognition.decisions.rules import recording as rules
from recognition.decisions.store import awards, decisions
from recognition.decisions.store import lines as line_store
from recognition.decisions.terms import CHANGING, AwardState, Decision, Kind, Line
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, fresh, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination, Reason
from recognition.units import actions as units
from vietnamese import dates, names, ordering, text


def suggest_number(who: Actor, decision_id: UUID, day: date) -> tuple[int, str]:
    """The next free number in the office's book for a day, and how it would be written. Only a suggestion."""
    with reading(who) as t:
        decision = in_transaction(t, decision_id)
        permissions.require(who, Verb.RECORD_DECISION, decision)
        issuer = catalogue.issuer(who, decision.issuer_id)
        number = decisions.last_number(t, issuer.id, catalogue_rules.numbering_period(issuer, day)) + 1
        return number, catalogue_rules.number_text(issuer, number)


def record(who: Actor, decision_id: UUID, version: int, number: int | str, day: date | str | None, key: UUID | None = None) -> Decision:
    """Enter number and date from the office's own book and make the awards, all or nothing.

    Names, salutations, posts, units, wording and money are frozen as of `day`. Raises Stale, NotAllowed, Invalid (number
    taken, date in the future or before the session, somebody on hold or disciplined, a dissolved unit).
    """
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.RECORD_DECISION)
        check = Entry()
        numeral = check.whole("number", number, "Số quyết định", least=1, most=rules.MOST_NUMBER)
        decided_on = check.day("decided_on", day, "Ngày quyết định")
        check.done()
        issuer = catalogue.issuer(who, before.issuer_id)
        ready = _frozen(t, replace(before, decided_on=decided_on), decided_on)
        refuse(_wrong(t, ready, issuer, numeral, decided_on))
        numbered = replace(
            ready, number=numeral, number_text=catalogue_rules.number_text(issuer, numeral),
            numbering_period=catalogue_rules.numbering_period(issuer, decided_on),
        )  # fmt: skip
        _write(t, who, numbered, issuer)
        after = finish(t, who, numbered)
        t.result = str(decision_id)
    return after


def _frozen(t: Transaction, decision: Decision, day: date) -> Decision:
    freezer = freezing.Freezer(t, day, [line.recipient_id for line in decision.lines])
    homes = line_store.homes(t, [line.nomination_id for line in decision.lines if line.nomination_id is not None])
    ordered = rules.order([freezer.anew(line, homes.get(line.nomination_id, line.unit_id) if line.nomination_id else line.unit_id) for line in decision.lines])
    return replace(decision, lines=tuple(replace(line, number=number) for number, line in enumerate(ordered, 1)))


def _wrong(t: Transaction, decision: Decision, issuer: Issuer, number: int, day: date) -> dict[str, str]:
    session_day = council.in_transaction(t, decision.session_id).on_date if decision.session_id else None
    wrong = rules.check_record(decision, number, day, dates.today(), session_day=session_day)
    period = catalogue_rules.numbering_period(issuer, day)
    other = decisions.with_number(t, issuer.id, period, number)
    if other is not None:
        wrong["number"] = f"Số {other.number_text} đã dùng cho quyết định «{other.title}» ({period}). Anh/chị xem lại sổ."
    if decision.kind not in CHANGING:
        wrong |= _wrong_people(t, decision, day)
    waiting = council.unanswered(t, decision.session_id) if decision.session_id else []
    if waiting:
        named = ", ".join(each.from_whom for each in waiting)
        wrong["opinions"] = f"Còn ý kiến về danh sách niêm yết chưa trả lời: {named}. Anh/chị trả lời ở trang phiên họp rồi vào số."
    return wrong


def _wrong_people(t: Transaction, decision: Decision, day: date) -> dict[str, str]:
    """Checked again on the day of signing: holds and discipline (NĐ 152/2025 Đ4(4)), dissolved units (TT 15/2025)."""
    held = line_store.held(t, decision.id, day)
    if held:
        named = "; ".join(f"{name} ({why})" for name, why in held)
        return {"lines": f"Đang tạm dừng xét hoặc đang bị kỷ luật: {named}. Anh/chị để ra ngoài quyết định này, có ghi lý do."}
    collectives = [line for line in decision.kept if line.kind is RecipientKind.COLLECTIVE]
    gone = [line.name for line in collectives if _dissolved(line, day)]
    if gone:
        return {"lines": f"Đơn vị đã giải thể nên không khen: {', '.join(gone)}. Anh/chị để ra ngoài quyết định này, có ghi lý do."}
    return {}


def _dissolved(line: Line, day: date) -> bool:
    return line.unit_id is not None and units.get(None, line.unit_id).dissolved_on(day)


def _write(t: Transaction, who: Actor, decision: Decision, issuer: Issuer) -> None:
    frozen = {
        "superior": issuer.superior, "name": issuer.name, "awarding_line": issuer.awarding_line, "short_sign": issuer.short_sign,
        "place": decision.place or issuer.place, "track": issuer.track.value,
    }  # fmt: skip
    try:
        fresh(decisions.record(t, decision, frozen=frozen, by=who.account_id, at=dates.now_utc()))
    except Violation as taken:
        raise Invalid({"number": f"Số {decision.number_text} đã có trong sổ. Anh/chị xem lại sổ."}) from taken
    for line in decision.lines:
        line_store.update(t, line)


def finish(t: Transaction, who: Actor, decision: Decision) -> Decision:
    """What recording makes: awards, the cases' last state, changes of earlier awards, entries. The caller wrote the row."""
    cases = {each: nominations.lock(t, each) for line in decision.lines if (each := line.nomination_id) is not None}
    if decision.kind is not Kind.REVOKE:
        freezer = freezing.Freezer(t, decision.decided_on or dates.today(), [line.recipient_id for line in decision.kept])
        awards.insert(t, [_award(t, decision, line, cases, freezer) for line in decision.kept])
    if decision.kind in CHANGING:
        _change_earlier(t, decision)
    else:
        for line in decision.lines:
            if line.nomination_id is not None:
                _move(t, who, decision, line, cases[line.nomination_id])
    models.recognise(who, decision.kind, [cases[line.nomination_id] for line in decision.kept if line.nomination_id is not None])
    told = tuple(dict.fromkeys(line.unit_id for line in decision.kept if line.unit_id is not None))
    after = replace(in_transaction(t, decision.id), told_units=told)
    audit.note(t, Verb.RECORD_DECISION, KIND, decision.id, after=after, case=replace(after, title=f"{after.number_text} {after.title}"))
    return after


def _award(
    t: Transaction, decision: Decision, line: Line, cases: dict[UUID, Nomination], freezer: freezing.Freezer
) -> dict[str, Any]:
    old = awards.raw(t, line.award_id) if line.award_id is not None else None
    case = cases.get(line.nomination_id) if line.nomination_id is not None and old is None else None
    said = freezer.words(line.recipient_id, case.unit_id if case else line.unit_id)
    kept = old or {}
    individual = line.kind is RecipientKind.INDIVIDUAL
    return {
        "id": uuid4(), "decision_id": decision.id, "line_id": line.id, "nomination_id": line.nomination_id, "recipient_id": line.recipient_id,
        "person_id": kept.get("person_id") or said.person_id, "unit_id": line.unit_id or kept.get("unit_id"),
        "award_type_id": line.award_type_id, "commendation": kept.get("commendation") or (case.commendation.value if case else "campaign"),
        "block": line.kind.value, "kind": line.kind.value, "salutation": line.salutation, "name": line.name, "post": line.post,
        "unit": line.unit, "wording": line.wording, "subject": line.subject, "amount": line.amount, "formula": line.formula, "gift": line.gift,
        "field": kept.get("field") or _field(t, case),
        "recipient_class": kept.get("recipient_class") or said.recipient_class,
        "deed_date": kept.get("deed_date") or (case.deed_date if case else None),
        "reported_date": kept.get("reported_date") or _reported(case), "decided_on": decision.decided_on,
        "search": text.search_key(f"{line.name} {line.unit} {line.subject} {decision.number_text}"),
        "name_sort": names.name_sort(line.name) if individual else ordering.sort_key(line.name),
    }  # fmt: skip


def _reported(case: Nomination | None) -> date | None:
    """The day a deed became known to the unit, else the day the case was sent."""
    if case is None:
        return None
    if case.deed is not None and case.deed.known_date is not None:
        return case.deed.known_date
    return dates.to_local(case.submitted_at).date() if case.submitted_at else None


def _field(t: Transaction, case: Nomination | None) -> str | None:
    if case is None:
        return None
    if case.deed is not None and case.deed.tags.field is not None:
        return case.deed.tags.field.value
    if case.model_year_id is not None:
        return str(t.value("select field from v_model_year where model_year_id = $1", case.model_year_id))
    return None


def _move(t: Transaction, who: Actor, decision: Decision, line: Line, before: Nomination) -> None:
    """The case becomes awarded, or not approved with the authority's reason."""
    verb = AWARDING[decision.origin]
    if line.left_out:
        verb = Verb.NOT_APPROVE if (before.state, Verb.NOT_APPROVE) in road.NOMINATION else verb
        if verb is not Verb.NOT_APPROVE:
            return  # a spot case that was left out stays where it was
    permissions.require(who, verb, before)
    reasons = (Reason("", line.left_out_reason),) if line.left_out else None
    after = nominations.change_state(t, before, road.after(before.state, verb), reasons=reasons, decided_at=dates.now_utc())
    detail = line.left_out_reason if line.left_out else f"Quyết định số {decision.number_text}, {dates.long(decision.decided_on)}." if decision.decided_on else ""
    audit.note(t, verb, nominations.KIND, before.id, before=before, after=after, detail=detail)


def _change_earlier(t: Transaction, decision: Decision) -> None:
    """Awards that a decision corrects, revokes or replaces are no longer in force; which decision did it stays on them."""
    state = AwardState.REVOKED if decision.kind is Kind.REVOKE else AwardState.CORRECTED
    for line in decision.lines if decision.kind is Kind.REPLACE else decision.kept:
        becomes = AwardState.REVOKED if line.left_out else state
        if line.award_id is None or not awards.change_state(t, line.award_id, becomes, decision.id):
            raise Invalid({"lines": f"Khen thưởng của {line.full_name} không còn hiệu lực nên không {decision.kind.label.lower()} được nữa."})
        audit.note(t, Verb.RECORD_DECISION, "award", line.award_id, after={"state": becomes}, case=decision, detail=decision.reason)
