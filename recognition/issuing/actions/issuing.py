"""Issuing: preview as a draft, check, then numbers, frozen facts and signatures in one transaction."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal
from uuid import UUID, uuid4

from certificates import Facts, Finding, Layout, address, dump_layout, new_code, preflight, render_image, sign
from recognition.accounts import actions as accounts
from recognition.hall import audit, public_address
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import keys, rules
from recognition.issuing.actions import ground, proofs
from recognition.issuing.actions.ground import KIND, recorded
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import certificates as store
from recognition.issuing.terms import AwardFacts, Batch, Certificate, CertificateState, Waiting
from vietnamese import dates

#: An address as long as a real one, for checking whether a paper will fit before it has its own.
_ANY_PAYLOAD = "A" * 300


def base_address() -> str:
    """The address that QR codes lead to, or nothing."""
    return public_address.current()


def batches(who: Actor, decision_id: UUID) -> tuple[Batch, ...]:
    """What an issue would do now: per family of papers how many wait, and which numbers they would take."""
    with reading(who) as t:
        decision = recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        waiting = award_store.without_paper(t, decision_id)
        found = []
        for family in dict.fromkeys(award.family for award in award_store.of_decision(t, decision_id)):
            awards = [award for award in award_store.of_decision(t, decision_id) if award.family == family]
            count, year = sum(award.award_id in waiting for award in awards), rules.book_year(awards[0].decided_on)
            last = store.last_number(t, decision.issuer_id, family, year)
            name = rules.paper(awards[0])[1]
            found.append(Batch(family, name, count, len(awards) - count, last + 1, last + count, year))
        return tuple(found)


def awards(who: Actor, decision_id: UUID) -> list[AwardFacts]:
    """The awards of a decision as certificates would print them. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        return award_store.of_decision(t, decision_id)


def preview(who: Actor, award_id: UUID, layout: str, *, dpi: int = 90) -> bytes:
    """One certificate as PNG, stamped BẢN NHÁP, without number and QR. Raises NotFound, NotAllowed, Invalid."""
    with reading(who) as t:
        award = ground.award(t, who, award_id, Verb.SEE_CERTIFICATES)
    return render_image(ground.layout(layout), rules.draft(award), dpi=dpi)


def to_issue(who: Actor, decision_id: UUID) -> list[AwardFacts]:
    """The awards whose papers wait, in the order of `check`'s rows."""
    with reading(who) as t:
        recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        return _waiting(t, decision_id, "")


def check(who: Actor, decision_id: UUID, layout: str) -> list[Finding]:
    """What the print shop says of the papers that wait, as they would be printed. Rows are those of `to_issue`, from 1."""
    return _findings(ground.layout(layout), to_issue(who, decision_id))


def _findings(layout: Layout, listed: Sequence[AwardFacts]) -> list[Finding]:
    url = address(base_address(), _ANY_PAYLOAD)
    planned = [
        rules.issued(rules.facts_of(award), number, rules.book_year(award.decided_on), new_code()).with_url(url)
        for number, award in enumerate(listed, 1)
    ]  # fmt: skip
    return preflight(layout, planned)


def issue(who: Actor, decision_id: UUID, layout: str, key: UUID | None = None, *, series: str = "") -> tuple[Certificate, ...]:
    """Take the gapless numbers, freeze and sign the facts: the papers become real, all or none.

    `series` restricts it to one family of papers. Papers of awards that this decision corrects are marked replaced.
    Raises NotFound, NotAllowed, Invalid (nothing waits, a blocking finding).
    """
    chosen = ground.layout(layout)
    findings = [finding for finding in _check_waiting(who, decision_id, chosen, series) if finding.blocking]
    if findings:
        raise Invalid({"layout": f"Chưa cấp được: có {len(findings)} lỗi cần sửa trước. Lỗi đầu tiên: {findings[0].sentence()}"})
    signing, chosen = keys.ensure(), ground.with_art(chosen)
    with transaction(who, key) as t:
        decision = recorded(t, who, decision_id, Verb.ISSUE)
        proofs.refuse_unsigned(t, decision.issuer_id, decision_id)
        listed = _waiting(t, decision_id, series)
        refuse({} if listed else {"": "Mọi giấy của quyết định này đã được cấp."})
        made = _make(t, who, listed, chosen, signing)
        _replace_corrected(t, listed, made)
        audit.note(t, Verb.ISSUE, "decision", decision_id, case=decision, after=[(each.code, each.serial, each.facts_sha256) for each in made])
        t.result = str(decision_id)
    return tuple(made)


def _check_waiting(who: Actor, decision_id: UUID, layout: Layout, series: str) -> list[Finding]:
    with reading(who) as t:
        recorded(t, who, decision_id, Verb.ISSUE)
        listed = _waiting(t, decision_id, series)
    return _findings(layout, listed)


def _waiting(t: Transaction, decision_id: UUID, series: str) -> list[AwardFacts]:
    waiting = award_store.without_paper(t, decision_id)
    return [
        award for award in award_store.of_decision(t, decision_id)
        if award.award_id in waiting and (not series or award.family == series)
    ]  # fmt: skip


def _make(t: Transaction, who: Actor, listed: list[AwardFacts], layout: Layout, signing: keys.Key) -> list[Certificate]:
    """One certificate per award, numbered in ceremony order within each series."""
    made: list[Certificate] = []
    for family in dict.fromkeys(award.family for award in listed):
        mine = [award for award in listed if award.family == family]
        year = rules.book_year(mine[0].decided_on)
        first = store.take_numbers(t, mine[0].issuer_id, family, year, len(mine))
        papers = [(award, rules.facts_of(award)) for award in mine]
        made += write(t, who, papers, first, year, layout, signing)
    return made


def write(
    t: Transaction, who: Actor, papers: Sequence[tuple[AwardFacts, Facts]], first: int, year: int, layout: Layout, signing: keys.Key
) -> list[Certificate]:
    """Freeze, sign and store papers with the numbers from `first` on, which the caller took in this transaction."""
    now, content = dates.now_utc(), dump_layout(replace(layout, kept_art=""))
    version = hashlib.sha256((content + layout.kept_art).encode()).hexdigest()
    store.keep_layout(t, version, layout.name, content, layout.kept_art or None, now)
    rows, ids = [], []
    stamp: Literal["MẪU"] | None = "MẪU" if accounts.is_sample() else None
    for number, (award, facts) in enumerate(papers, first):
        final = replace(rules.issued(facts, number, year, new_code()), stamp=stamp)
        ids.append(uuid4())
        rows.append((
            ids[-1], award.award_id, award.issuer_id, award.family, year, number, final.code, layout.name, version, final.to_json(),
            final.sha256(), sign(final, signing.pem), signing.id, who.account_id, now,
        ))  # fmt: skip
    store.insert(t, rows)
    return store.several(t, ids)


def _replace_corrected(t: Transaction, listed: list[AwardFacts], made: list[Certificate]) -> None:
    """The old paper of a corrected award is replaced by the new one; its facts and its number stay as they were."""
    new_of = {certificate.award_id: certificate.id for certificate in made}
    for award in listed:
        if award.corrects_award is None:
            continue
        for old in store.of_award_in_use(t, award.corrects_award):
            store.set_state(t, old.id, old.version, CertificateState.REPLACED, f"Đính chính theo Quyết định số {award.decision_number}", new_of[award.award_id])
            audit.note(t, Verb.REPLACE, KIND, old.id, before=old.state, after=CertificateState.REPLACED, case=award)


def waiting(who: Actor, limit: int = 50) -> list[Waiting]:
    """Recorded decisions of the clerk's issuers with papers to issue, the oldest first."""
    with reading(who) as t:
        return award_store.waiting(t, list(who.issuers(Role.CLERK)), limit)


def sign_anew() -> int:
    """Sign every certificate of the sample with this installation's own throw-away key; how many. For the sample alone.

    Raises NotAllowed outside the sample: a real signature is never made again.
    """
    if not accounts.is_sample():
        raise NotAllowed()
    signing = keys.ensure()
    with transaction(None) as t:
        signed = [(id_, sign(Facts.from_json(facts), signing.pem), signing.id) for id_, facts in store.every_fact(t)]
        store.set_signatures(t, signed)
    return len(signed)
