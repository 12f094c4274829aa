"""Proof slips (phiếu dò): each unit reads exactly what will be printed and signs; issuing waits for it where the office says so."""

from datetime import date
from uuid import UUID

from documents import proof_slips
from documents.facts import print_shop as papers
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.issuing import rules, shop_rules
from recognition.issuing.actions.ground import recorded
from recognition.issuing.shop_terms import SignOff, Slip, SlipRow
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import proofs as store
from recognition.issuing.terms import AwardFacts
from vietnamese import dates

KIND = "proof_slip"
_REQUIRED = "proof.required"


def slips(who: Actor, decision_id: UUID) -> list[Slip]:
    """One slip per proposing unit, in the units' order, signed or not. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        return _slips(t, decision_id)


def _slips(t: Transaction, decision_id: UUID) -> list[Slip]:
    proposers, signed = store.proposers(t, decision_id), store.sign_offs(t, decision_id)
    groups: dict[str, list[AwardFacts]] = {}
    names: dict[str, tuple[str, str]] = {}
    for award in award_store.of_decision(t, decision_id):
        if award.state != "in_force":
            continue
        unit_id, name, sort = proposers.get(award.award_id, (None, "", ""))
        key = str(unit_id) if unit_id else award.unit or award.name
        groups.setdefault(key, []).append(award)
        names.setdefault(key, (sort or key, name or award.unit or award.name))
    return [_slip(key, names[key][1], groups[key], signed.get(key)) for key in sorted(groups, key=lambda key: (names[key][0], key))]


def _slip(key: str, unit: str, awards: list[AwardFacts], signed: SignOff | None) -> Slip:
    facts = [rules.facts_of(award) for award in awards]
    content = shop_rules.content_hash(facts)
    rows = tuple(
        SlipRow(award.award_id, f"{one.salutation} {one.recipient}".strip(), one.title, one.unit, one.form, one.achievement, one.subject, shop_rules.doubts(one))
        for award, one in zip(awards, facts, strict=True)
    )
    return Slip(key, unit, rows, content, signed, signed is not None and signed.content_sha256 != content)


def unsigned(t: Transaction, decision_id: UUID) -> list[str]:
    """Units that have not signed what would be printed now."""
    return [slip.unit for slip in waiting(t, decision_id)]


def waiting(t: Transaction, decision_id: UUID) -> list[Slip]:
    """The slips that are not signed as they would be printed now. The caller has asked who may see the decision."""
    return [slip for slip in _slips(t, decision_id) if slip.signed is None or slip.outdated]


def required(who: Actor, decision_id: UUID) -> bool:
    """Whether issuing waits for every unit's signature. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        return store.setting(t, recorded(t, who, decision_id, Verb.SEE_CERTIFICATES).issuer_id, _REQUIRED) == "1"


def require(who: Actor, decision_id: UUID, on: bool, key: UUID | None = None) -> None:
    """Whether issuing waits for signatures, for all decisions of this issuer. Raises NotFound, NotAllowed."""
    with transaction(who, key) as t:
        decision = recorded(t, who, decision_id, Verb.SIGN_PROOF)
        store.set_setting(t, decision.issuer_id, _REQUIRED, str(int(on)))
        audit.note(t, Verb.SIGN_PROOF, "issuer", decision.issuer_id, detail="Phải ký phiếu dò trước khi cấp" if on else "Không bắt buộc ký phiếu dò")
        t.result = str(decision.issuer_id)


def refuse_unsigned(t: Transaction, issuer_id: UUID, decision_id: UUID) -> None:
    """Raise Invalid when the office wants signatures and some are missing."""
    if store.setting(t, issuer_id, _REQUIRED) != "1":
        return
    missing = unsigned(t, decision_id)
    if missing:
        named = ", ".join(missing[:3]) + (f" và {len(missing) - 3} đơn vị khác" if len(missing) > 3 else "")
        raise Invalid({"": f"Chưa cấp được vì chưa ký phiếu dò: {named}. Anh/chị ghi ngày ký ở trang Phiếu dò rồi cấp."})


def sign(
    who: Actor, decision_id: UUID, unit_key: str, content: str, signed_by: str, signed_on: date | str | None, remark: str = "", key: UUID | None = None
) -> SignOff:
    """Record that a unit has read and signed its slip; `content` is the hash of what the slip showed.

    Raises NotFound, NotAllowed, Stale when the slip is no longer what was shown, Invalid.
    """
    with transaction(who, key) as t:
        decision = recorded(t, who, decision_id, Verb.SIGN_PROOF)
        slip = next((each for each in _slips(t, decision_id) if each.key == unit_key), None)
        if slip is None:
            raise NotFound()
        if slip.content_sha256 != content:
            raise Stale()
        check = Entry()
        name = check.line("signed_by", signed_by, "Họ tên người ký phiếu")
        day = check.day("signed_on", signed_on, "Ngày ký", latest=dates.today())
        said = check.line("remark", remark, "Ghi chú", required=False)
        check.done()
        refuse({} if slip.signed is None or slip.outdated else {"": "Đơn vị này đã ký phiếu dò."})
        if slip.signed is not None:
            store.withdraw(t, slip.signed.id, "Nội dung đã thay đổi sau khi ký", dates.now_utc())
        made = store.new(unit_key, content, name, day, said)
        store.insert(t, decision_id, made, who.account_id, dates.now_utc())
        audit.note(t, Verb.SIGN_PROOF, KIND, made.id, after=made, case=decision, detail=f"{slip.unit}: {name} ký ngày {dates.short(day)}")
        t.result = str(made.id)
    return made


def withdraw(who: Actor, sign_off_id: UUID, reason: str, key: UUID | None = None) -> None:
    """A recorded signature no longer stands: the unit found a mistake, or it was recorded in error. Raises NotFound, Invalid."""
    with transaction(who, key) as t:
        found = store.get(t, sign_off_id)
        if found is None or found["withdrawn_at"] is not None:
            raise NotFound()
        recorded(t, who, found["decision_id"], Verb.SIGN_PROOF)
        check = Entry()
        said = check.line("reason", reason, "Lý do")
        check.done()
        store.withdraw(t, sign_off_id, said, dates.now_utc())
        audit.note(t, Verb.SIGN_PROOF, KIND, sign_off_id, before=found, detail=f"Bỏ ghi đã ký: {said}")
        t.result = str(sign_off_id)


def word(who: Actor, decision_id: UUID, unit_key: str | None = None) -> bytes:
    """The slips to print and sign as .docx: of one unit, or of all, each on its own pages. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        decision = recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        listed = [slip for slip in _slips(t, decision_id) if unit_key in (None, slip.key)]
    if not listed:
        raise NotFound()
    frozen = decision.issuer_frozen
    return proof_slips.slips(papers.ProofSlips(
        frozen.get("name", ""), frozen.get("track", "party"), decision.number_text, decision.decided_on or dates.today(), decision.title,
        tuple(_paper(slip) for slip in listed),
    ))  # fmt: skip


def _paper(slip: Slip) -> papers.ProofSlip:
    rows = tuple(
        papers.ProofRow(row.name, row.post, row.unit, row.form, row.wording, row.subject, tuple(f"{each.field}: {each.what}" for each in row.doubts))
        for row in slip.rows
    )
    return papers.ProofSlip(slip.unit, rows, slip.content_sha256[:8].upper())
