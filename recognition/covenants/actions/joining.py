"""Joining a covenant: by the leader's own account, or on paper as the secretary records it."""

from uuid import UUID

from recognition.covenants import rules, store
from recognition.covenants.actions import attached, ground
from recognition.covenants.actions.ground import KIND, Told
from recognition.covenants.terms import Covenant, FileInput, Joined, KeptFile, SignedInput, State, Way
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, refuse
from recognition.hall.lengths import too_long
from recognition.hall.transaction import transaction
from recognition.hall.words import Verb
from vietnamese import dates, text


def join(who: Actor, covenant_id: UUID, unit_id: UUID, edition: int, post: str = "", key: UUID | None = None) -> Covenant:
    """A unit's leader joins the edition that they read, for their unit. Raises NotFound, NotAllowed (also for another edition), Invalid on `post`."""
    with transaction(who, key) as t:
        before = ground.seen(t, who, covenant_id)
        party = ground.party_of(before, unit_id)
        permissions.require(who, Verb.JOIN_COVENANT, party)
        if sentence := rules.check_join(before, party, edition):
            raise NotAllowed(sentence)
        if sentence := too_long(post, rules.LINE_LENGTH, "Chức vụ"):
            raise Invalid({"post": sentence})
        joined = Joined(Way.ACCOUNT, who.name, text.clean(post), dates.today(), None)
        store.join(t, before, unit_id, joined, who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        audit.note(t, Verb.JOIN_COVENANT, KIND, covenant_id, after={"edition": edition, "unit_id": unit_id, "joined": joined}, case=Told(after.name, issuer_id=after.issuer_id), detail=party.name)
        t.result = str(covenant_id)
    return after


def record_signed(who: Actor, covenant_id: UUID, version: int, data: SignedInput, key: UUID | None = None) -> Covenant:
    """Parties signed on paper, on a day, with its scan when there is one. Raises NotFound, NotAllowed, Stale, Invalid (`units`, `on`, `file`)."""
    examined = attached.examined(data.scan) if data.scan else None
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.RECORD_SIGNED)
        if before.state is not State.OPEN:
            raise NotAllowed(f"Giao ước đang ở trạng thái «{before.state.label}» nên không ghi ký được.")
        refuse(rules.check_signed(before, data, dates.today()))
        assert data.on is not None
        kept = attached.keep_scan(t, who, covenant_id, data.scan.name, examined) if data.scan and examined else None
        names = []
        for party in before.waiting:
            if party.unit_id in data.units:
                joined = Joined(Way.PAPER, "", "", data.on, kept.id if kept else None)
                store.join(t, before, party.unit_id, joined, who.account_id, dates.now_utc())
                names.append(party.name)
        after = ground.seen(t, who, covenant_id)
        what = {"edition": before.edition, "units": data.units, "on": data.on, "scan": kept}
        audit.note(t, Verb.RECORD_SIGNED, KIND, covenant_id, after=what, case=Told(after.name, data.units), detail="; ".join(names))
        t.result = str(covenant_id)
    return after


def add_scan(who: Actor, covenant_id: UUID, given: FileInput | None, key: UUID | None = None) -> KeptFile:
    """One more scan of the signed paper, which may come after the signing was recorded. Raises NotFound, NotAllowed, Invalid on `file`."""
    if given is None:
        raise Invalid({"file": "Anh/chị chọn tệp rồi đợi đến khi có chữ «Đã nhận»."})
    examined = attached.examined(given)
    with transaction(who, key) as t:
        covenant = ground.seen(t, who, covenant_id)
        permissions.require(who, Verb.RECORD_SIGNED, covenant)
        if covenant.state is not State.OPEN:
            raise NotAllowed(f"Giao ước đang ở trạng thái «{covenant.state.label}» nên không thêm bản quét được.")
        kept = attached.keep_scan(t, who, covenant_id, given.name, examined)
        audit.note(t, Verb.RECORD_SIGNED, KIND, covenant_id, after=kept, detail=f"Thêm bản quét {kept.file_name}")
        t.result = str(kept.id)
    return kept


def unrecord_signed(who: Actor, covenant_id: UUID, version: int, unit_id: UUID, reason: str, key: UUID | None = None) -> Covenant:
    """What was recorded as signed on paper by mistake. Raises NotFound, NotAllowed (joined by account, or reported since), Stale, Invalid on `reason`."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, covenant_id, version, Verb.UNRECORD_SIGNED)
        party = ground.party_of(before, unit_id)
        if before.state is not State.OPEN or party.joined is None or party.joined.way is not Way.PAPER:
            raise NotAllowed("Chỉ bỏ được lượt ký trên giấy của giao ước đang thực hiện. Đơn vị ký bằng tài khoản thì lượt ký là của chính đơn vị.")
        if party.report is not None:
            raise NotAllowed(f"{party.name} đã báo cáo theo giao ước này nên không bỏ ghi đã ký được.")
        refuse(rules.check_reason(reason, "Anh/chị ghi vì sao bỏ ghi đã ký."))
        store.unjoin(t, before, unit_id)
        after = ground.seen(t, who, covenant_id)
        detail = f"{party.name}: {text.clean(reason)}"
        audit.note(t, Verb.UNRECORD_SIGNED, KIND, covenant_id, before={"edition": before.edition, "unit_id": unit_id, "joined": party.joined}, case=Told(after.name, (unit_id,)), detail=detail)
        t.result = str(covenant_id)
    return after
