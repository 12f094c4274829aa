"""Drawing a covenant up, changing it, offering it to be joined, a new edition of it, its end."""

from dataclasses import replace
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.covenants import rules, store
from recognition.covenants.actions import ground
from recognition.covenants.actions.ground import KIND, Told
from recognition.covenants.rules.reading import written
from recognition.covenants.terms import Covenant, CovenantInput, Direction, Post, State, TargetInput
from recognition.hall import audit, numbers, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates, text


def draw_up(who: Actor, data: CovenantInput, key: UUID | None = None) -> Covenant:
    """Begin a covenant; no unit sees it before it is offered. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.DRAW_COVENANT, ground.Asking(data.issuer_id) if data.issuer_id else None)
        _check(t, who, data)
        assert data.from_date is not None
        series = f"GU-{data.from_date.year}"
        made = store.insert(t, data, f"{series}-{numbers.next_number(t, series):02d}", who.account_id, dates.now_utc())
        _put_parts(t, made, data, None)
        found = ground.seen(t, who, made)
        audit.note(t, Verb.DRAW_COVENANT, KIND, made, after=found, detail=found.name)
        t.result = str(made)
    return found


def change(who: Actor, covenant_id: UUID, version: int, data: CovenantInput, key: UUID | None = None) -> Covenant:
    """Change a covenant that was not offered yet. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.DRAW_COVENANT)
        if before.state is not State.DRAFT:
            raise NotAllowed("Giao ước đã đưa ra ký nên lời giao ước không sửa tại chỗ được. Anh/chị sửa thành bản mới để các đơn vị ký lại.")
        after = _stored(t, who, before, replace(data, issuer_id=before.issuer_id))
        audit.note(t, Verb.DRAW_COVENANT, KIND, covenant_id, before=before, after=after)
        t.result = str(covenant_id)
    return after


def offer(who: Actor, covenant_id: UUID, version: int, key: UUID | None = None) -> Covenant:
    """Fix the text as its first edition; the parties' people are told. Raises NotFound, NotAllowed, Stale, Invalid (a unit was dissolved since)."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.OFFER_COVENANT)
        if before.state is not State.DRAFT:
            raise NotAllowed(f"Giao ước này đã đưa ra ký, nay là bản {before.edition}.")
        for party in before.parties:
            units.require_living(t, party.unit_id, dates.today(), field="units")
        store.offer(t, before, ground.content_of(before), ground.mark_of(before), "", who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        audit.note(t, Verb.OFFER_COVENANT, KIND, covenant_id, before=before, after=after, case=_told(after), detail=f"Bản 1, {len(after.parties)} đơn vị")
        t.result = str(covenant_id)
    return after


def amend(who: Actor, covenant_id: UUID, version: int, data: CovenantInput, reason: str, key: UUID | None = None) -> Covenant:
    """Another text as a new edition, which every party joins anew. Raises NotFound, NotAllowed (somebody reported), Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.AMEND_COVENANT)
        if before.state is State.DRAFT:
            raise NotAllowed("Giao ước chưa đưa ra ký nên anh/chị sửa thẳng bản đang soạn.")
        if sentence := rules.check_changeable(before):
            raise NotAllowed(sentence)
        refuse(rules.check_reason(reason, "Anh/chị ghi vì sao sửa lời giao ước; các đơn vị đọc lý do này khi ký lại."))
        changed = _stored(t, who, before, replace(data, issuer_id=before.issuer_id))
        if ground.mark_of(changed) == ground.mark_of(before):
            raise Invalid({"": f"Lời giao ước không khác bản {before.edition} nên không cần bản mới."})
        why = text.clean_multiline(reason)
        store.offer(t, changed, ground.content_of(changed), ground.mark_of(changed), why, who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        audit.note(t, Verb.AMEND_COVENANT, KIND, covenant_id, before=before, after=after, case=_told(after), detail=f"Bản {after.edition}. {why}")
        t.result = str(covenant_id)
    return after


def close(who: Actor, covenant_id: UUID, version: int, conclusion: str, key: UUID | None = None) -> Covenant:
    """End a covenant with what was concluded; reports are read by all its parties from now on. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.CLOSE_COVENANT)
        if before.state is not State.OPEN:
            raise NotAllowed(f"Giao ước đang ở trạng thái «{before.state.label}» nên không tổng kết được.")
        refuse(rules.check_closing(before, conclusion))
        store.close(t, before, text.clean_multiline(conclusion))
        after = ground.seen(t, who, covenant_id)
        audit.note(t, Verb.CLOSE_COVENANT, KIND, covenant_id, before=before, after=after, case=_told(after), detail=text.clean(conclusion)[:200])
        t.result = str(covenant_id)
    return after


def discard(who: Actor, covenant_id: UUID, version: int, key: UUID | None = None) -> None:
    """Take away a covenant that was never offered; the log keeps it. Raises NotFound, NotAllowed (it was offered), Stale."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.DISCARD_COVENANT)
        if before.state is not State.DRAFT:
            raise NotAllowed("Giao ước đã đưa ra ký nên không bỏ được. Anh/chị tổng kết giao ước nếu không làm tiếp.")
        store.remove(t, before)
        audit.note(t, Verb.DISCARD_COVENANT, KIND, covenant_id, before=before, detail=before.name)


def as_input(found: Covenant) -> CovenantInput:
    """A stored covenant as its form shows it again."""
    typed = tuple(
        TargetInput(each.name, each.measure, written(each.wanted, "", each.wanted_words), each.direction is Direction.MOST, each.points, each.id) for each in found.targets
    )
    return CovenantInput(
        found.issuer_id, found.name, found.from_date, found.to_date, tuple(party.unit_id for party in found.parties), typed, found.campaign_id, found.cluster,
        found.content, found.report_by, found.place, found.signed_on, next((party.unit_id for party in found.parties if party.post is Post.HEAD), None),
        tuple(party.unit_id for party in found.parties if party.post is Post.DEPUTY),
    )  # fmt: skip


def _check(t: Transaction, who: Actor, data: CovenantInput) -> None:
    refuse(rules.check(data))
    wrong: dict[str, str] = {}
    for unit_id in dict.fromkeys(data.units):
        try:
            units.require_living(t, unit_id, dates.today(), field="units")
        except NotFound:
            wrong["units"] = "Có đơn vị không tìm thấy. Anh/chị chọn lại."
    if data.campaign_id is not None:
        try:
            same = campaigns.get(who, data.campaign_id).issuer_id == data.issuer_id
        except NotFound:
            same = False
        if not same:
            wrong["campaign_id"] = "Phong trào này không phải của cơ quan theo dõi giao ước. Anh/chị chọn lại."
    refuse(wrong)


def _stored(t: Transaction, who: Actor, before: Covenant, data: CovenantInput) -> Covenant:
    _check(t, who, data)
    store.update(t, before, data)
    _put_parts(t, before.id, data, before)
    return ground.seen(t, who, before.id)


def _put_parts(t: Transaction, covenant_id: UUID, data: CovenantInput, before: Covenant | None) -> None:
    order = sorted(dict.fromkeys(data.units), key=lambda unit_id: list(Post).index(rules.post_of(data, unit_id)))
    store.put_parties(t, covenant_id, [(unit_id, rules.post_of(data, unit_id)) for unit_id in order])
    store.put_targets(t, covenant_id, ground.targets_of(data, before.targets if before else ()))


def _told(covenant: Covenant) -> Told:
    return Told(covenant.name, tuple(party.unit_id for party in covenant.parties))
