"""Drafts: from a session, from spot cases, by written opinion; changed freely until they are recorded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from recognition.campaigns import rules as campaign_rules
from recognition.catalogue import actions as catalogue
from recognition.council import actions as council
from recognition.council.terms import SessionState
from recognition.decisions.actions import freezing
from recognition.decisions.actions.ground import KIND, in_transaction, lock
from recognition.decisions.rules import recording as rules
from recognition.decisions.store import decisions
from recognition.decisions.store import lines as line_store
from recognition.decisions.terms import Decision, DecisionState, Head, Kind, Line, LineChange, Origin
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, fresh, refuse, there
from recognition.hall.lengths import REASON, bounded, needed
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Commendation, Nomination
from vietnamese import dates, text

#: By which verb a case becomes awarded, for each origin.
AWARDING = {
    Origin.SESSION: Verb.AWARD,
    Origin.WRITTEN_OPINION: Verb.AWARD_WRITTEN,
    Origin.SIMPLIFIED: Verb.AWARD_SIMPLIFIED,
    Origin.EXTERNAL: Verb.ANSWER_FORWARDED,
}


def from_session(who: Actor, session_id: UUID, kind: str, cases: Sequence[UUID] | None = None, key: UUID | None = None) -> Decision:
    """Draft a decision of the cases that a closed session passed (all of the kind, or the chosen ones).

    Raises NotFound, NotAllowed, Invalid when none waits or one did not pass.
    """
    with transaction(who, key) as t:
        session = council.in_transaction(t, session_id)
        if session.issuer_id not in who.issuers(Role.SECRETARY) or session.state is not SessionState.CLOSED:
            raise NotFound()
        waiting = line_store.passed_of_session(t, session_id)
        chosen = list(dict.fromkeys(cases)) if cases is not None else waiting
        if not set(chosen) <= set(waiting):
            raise Invalid({"lines": "Chỉ trường hợp đã đạt ở phiên họp và chưa được quyết định mới vào dự thảo."})
        draft = new_draft(who, session.issuer_id, Kind(kind), Origin.SESSION, session_id=session_id)
        day = dates.today()
        return _build(t, who, draft, chosen, lambda case: _fits(t, draft.kind, case, strict=cases is not None), day)


def _fits(t: Transaction, kind: Kind, case: Nomination, *, strict: bool) -> bool:
    """Whether a decision of the kind may hold the case; a case that was chosen by hand is refused, never dropped in silence."""
    recognition = t.value("select kind from v_award_type where award_type_id = $1", case.award_type_id) == "recognition"
    fits = recognition is (kind is Kind.RECOGNISE)
    if strict and not fits:
        raise Invalid({"lines": f"Hồ sơ {case.code} ({case.award_name}) không thuộc quyết định {kind.label.lower()}. Anh/chị lập quyết định riêng."})
    return fits


def simplified(who: Actor, issuer_id: UUID, cases: Sequence[UUID], clause: str, key: UUID | None = None) -> Decision:
    """Draft straight from screening, for spot cases only, with the clause of the simplified procedure. Raises Invalid."""
    with transaction(who, key) as t:
        refuse(needed("clause", text.clean(clause), "Khen theo thủ tục đơn giản cần ghi điều khoản làm căn cứ.", "Điều khoản làm căn cứ"))
        draft = replace(new_draft(who, issuer_id, Kind.COMMEND, Origin.SIMPLIFIED), clause=text.clean(clause))
        return _build(t, who, draft, list(dict.fromkeys(cases)), _spot, dates.today())


def _spot(case: Nomination) -> bool:
    if case.commendation is not Commendation.SPOT:
        raise Invalid({"lines": f"Hồ sơ {case.code} không phải khen đột xuất nên không theo thủ tục đơn giản được."})
    return True


def written_opinion(who: Actor, issuer_id: UUID, kind: str, cases: Sequence[UUID], basis: str, key: UUID | None = None) -> Decision:
    """Draft from the shortlist where members were asked in writing instead of meeting; `basis` names the paper. Raises Invalid."""
    with transaction(who, key) as t:
        refuse(needed("clause", text.clean(basis), "Anh/chị ghi văn bản tổng hợp ý kiến làm căn cứ.", "Văn bản làm căn cứ"))
        draft = replace(new_draft(who, issuer_id, Kind(kind), Origin.WRITTEN_OPINION), clause=text.clean(basis))
        return _build(t, who, draft, list(dict.fromkeys(cases)), lambda case: _fits(t, draft.kind, case, strict=True), dates.today())


def new_draft(who: Actor, issuer_id: UUID, kind: Kind, origin: Origin, *, session_id: UUID | None = None) -> Decision:
    """An empty draft with what the catalogue knows: signer of today, place, the usual bases."""
    issuer = catalogue.issuer(who, issuer_id)
    signer = next(iter(catalogue.signers(issuer_id, dates.today())), None)
    return Decision(
        uuid4(), issuer_id, issuer.name, kind, origin, session_id, None, "", None, "", "", None, signer.name if signer else "",
        signer.post if signer else "", signer.capacity if signer else "", issuer.place, (), "", None, DecisionState.DRAFT, {}, None, "", "",
        None, None, None, "", who.account_id, 1,
    )  # fmt: skip


def _build(t: Transaction, who: Actor, draft: Decision, cases: list[UUID], fits: Callable[[Nomination], bool], day: date) -> Decision:
    permissions.require(who, Verb.DRAFT_DECISION, draft)
    taken = line_store.lying_in_drafts(t, cases)
    found = [case for case in (_case(t, draft, each, taken) for each in cases) if fits(case)]
    if not found:
        raise Invalid({"lines": "Không còn trường hợp nào chờ quyết định loại này."})
    campaigns = {case.campaign_id for case in found}
    draft = replace(draft, campaign_id=campaigns.pop() if len(campaigns) == 1 else None)
    draft = replace(draft, title=_title(draft.kind, found), bases=_bases(t, draft))
    freezer = freezing.Freezer(t, day, [case.recipient_id for case in found if case.recipient_id is not None])
    ordered = rules.order([freezer.new_line(draft.id, case) for case in found])
    decisions.insert(t, draft, dates.now_utc())
    line_store.put(t, [replace(line, number=number) for number, line in enumerate(ordered, 1)])
    made = in_transaction(t, draft.id)
    audit.note(t, Verb.DRAFT_DECISION, KIND, made.id, after=made)
    t.result = str(made.id)
    return made


def _case(t: Transaction, draft: Decision, nomination_id: UUID, taken: set[UUID]) -> Nomination:
    case = nominations.lock(t, nomination_id)
    if case.issuer_id != draft.issuer_id:
        raise Invalid({"lines": f"Hồ sơ {case.code} thuộc cơ quan khác."})
    road.after(case.state, AWARDING[draft.origin])
    if nomination_id in taken:
        raise Invalid({"lines": f"Hồ sơ {case.code} đã nằm trong một dự thảo quyết định khác."})
    return case


def _title(kind: Kind, cases: list[Nomination]) -> str:
    names = {case.campaign_name for case in cases if case.campaign_name}
    tail = f" trong {campaign_rules.in_sentence(names.pop())}" if len(names) == 1 else ""
    if kind is Kind.RECOGNISE:
        return f"về việc công nhận mô hình «Dân vận khéo»{tail}"
    forms = {case.award_name for case in cases}
    what = f"tặng {forms.pop()}" if len(forms) == 1 else "khen thưởng"
    return f"về việc {what} cho tập thể, cá nhân có thành tích xuất sắc{tail}"


def _bases(t: Transaction, draft: Decision) -> tuple[str, ...]:
    """Bases to begin with; the secretary completes them. Citing as NĐ 152/2025 itself cites the law (date, no number)."""
    bases = ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"]
    if draft.session_id is not None:
        session = council.in_transaction(t, draft.session_id)
        bases.append(f"Căn cứ Biên bản họp {session.council_name} {dates.long(session.on_date)}")
    if draft.clause:
        bases.append(f"Căn cứ {draft.clause}")
    return tuple(bases)


def change(who: Actor, decision_id: UUID, version: int, head: Head, key: UUID | None = None) -> Decision:
    """Change what stands over the list. Missing things are told when it is recorded, so a draft may be half-typed. Raises Stale."""
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.DRAFT_DECISION)
        tidy = Head(
            text.clean(head.title), text.clean(head.signer_name), text.clean(head.signer_post), text.clean(head.signer_capacity),
            text.clean(head.place), tuple(base for base in (text.clean(each).rstrip(";.") for each in head.bases) if base),
            text.clean(head.clause), text.clean(head.reason),
        )  # fmt: skip
        refuse(rules.check_typed(tidy))
        fresh(decisions.update_head(t, decision_id, version, tidy))
        return _noted(t, before)


def change_line(who: Actor, decision_id: UUID, version: int, line_id: UUID, changed: LineChange, key: UUID | None = None) -> Decision:
    """Change a line's wording; in a correction also its names, which then stay as typed. Raises NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.DRAFT_DECISION)
        line = _line(before, line_id)
        wording = text.clean(changed.wording)
        refuse({} if wording or before.kind is Kind.REVOKE else {"wording": "Anh/chị ghi nội dung thành tích sẽ in trên giấy khen."})
        after = replace(line, wording=wording, subject=text.clean(changed.subject))
        if before.kind in (Kind.CORRECT, Kind.REPLACE):
            after = replace(
                after, salutation=_typed(changed.salutation, line.salutation), name=_typed(changed.name, line.name),
                post=_typed(changed.post, line.post), unit=_typed(changed.unit, line.unit), typed=True,
            )  # fmt: skip
            refuse({} if after.name else {"name": "Anh/chị ghi tên đúng."})
        refuse(rules.check_words(after))
        fresh(decisions.touch(t, decision_id, version))
        line_store.update(t, after)
        if line.nomination_id is not None and wording != line.wording:
            _reworded(t, who, line.nomination_id, line.wording, wording)
        return _noted(t, before)


def _reworded(t: Transaction, who: Actor, nomination_id: UUID, before: str, after: str) -> None:
    """The unit's words were changed by the secretary: the case's own history says so, and whoever wrote them is told."""
    case = nominations.get(who, nomination_id)
    audit.note(t, Verb.REWORD, nominations.KIND, nomination_id, case=case, detail=f"«{before}» thành «{after}».")


def _typed(given: str | None, before: str) -> str:
    return before if given is None else text.clean(given)


def leave_out(who: Actor, decision_id: UUID, version: int, line_id: UUID, reason: str, key: UUID | None = None) -> Decision:
    """The authority leaves somebody out, with a reason; an empty reason takes them in again. Raises NotFound, Stale."""
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.DRAFT_DECISION)
        line, said = _line(before, line_id), text.clean(reason)
        refuse(bounded(("reason", said, REASON, "Lý do")))
        fresh(decisions.touch(t, decision_id, version))
        line_store.update(t, replace(line, left_out=bool(said), left_out_reason=said))
        return _noted(t, before)


def discard(who: Actor, decision_id: UUID, version: int, key: UUID | None = None) -> None:
    """Throw a draft away; its cases wait for another. Raises NotFound, Stale."""
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.DRAFT_DECISION)
        fresh(decisions.delete_draft(t, decision_id, version))
        audit.note(t, Verb.DRAFT_DECISION, KIND, decision_id, before=before, case=before, detail="Bỏ dự thảo")
        t.result = str(decision_id)


def _line(decision: Decision, line_id: UUID) -> Line:
    return there(next((line for line in decision.lines if line.id == line_id), None))


def _noted(t: Transaction, before: Decision) -> Decision:
    after = in_transaction(t, before.id)
    audit.note(t, Verb.DRAFT_DECISION, KIND, before.id, before=before, after=after)
    t.result = str(before.id)
    return after
