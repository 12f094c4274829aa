"""A party's report: sent, returned with a reason, confirmed with the points that count."""

from collections.abc import Mapping
from uuid import UUID

from recognition.covenants import rules
from recognition.covenants.actions import ground
from recognition.covenants.actions.ground import KIND, Told
from recognition.covenants.rules import reporting
from recognition.covenants.rules.reading import read_number
from recognition.covenants.store import reports as store
from recognition.covenants.terms import Covenant, Party, Report, ReportInput, ReportState, State
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, Stale, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from vietnamese import dates, numbers, text


def report(who: Actor, covenant_id: UUID, unit_id: UUID, version: int, data: ReportInput, key: UUID | None = None) -> Covenant:
    """A party says what it reached of each target. `version` of the report that came back, 0 for the first one.

    Raises NotFound, NotAllowed (not joined, not begun, sent already), Stale, Invalid (`reached.<target>`, `words.…`, `points.…`, `note`).
    """
    with transaction(who, key) as t:
        before = ground.seen(t, who, covenant_id)
        party = ground.party_of(before, unit_id)
        permissions.require(who, Verb.REPORT_COVENANT, party)
        if sentence := reporting.refusal(before, party, dates.today()):
            raise NotAllowed(sentence)
        if version != (party.report.version if party.report else 0):
            raise Stale()
        refuse(reporting.check_report(before.targets, data))
        made = reporting.results(before.targets, data)
        store.send(t, covenant_id, unit_id, version, made, text.clean_multiline(data.note), who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        _note(t, Verb.REPORT_COVENANT, party, after, Told(after.name, issuer_id=after.issuer_id), party.name)
    return after


def send_back(who: Actor, covenant_id: UUID, unit_id: UUID, version: int, reason: str, key: UUID | None = None) -> Covenant:
    """A report goes back to its party with a reason; points that were confirmed are taken away. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        covenant, party, found = _decided(t, who, covenant_id, unit_id, version, Verb.RETURN_COVENANT)
        if found.state is ReportState.RETURNED:
            raise NotAllowed("Báo cáo này đã trả lại, đang chờ đơn vị sửa.")
        refuse(rules.check_reason(reason, "Anh/chị ghi vì sao trả lại, đơn vị cần sửa gì."))
        why = text.clean_multiline(reason)
        store.check(t, covenant_id, unit_id, dict.fromkeys(found.results))
        store.decide(t, covenant_id, unit_id, version, ReportState.RETURNED, why, who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        _note(t, Verb.RETURN_COVENANT, party, after, Told(covenant.name, (unit_id,)), f"{party.name}: {text.clean(why)}")
    return after


def confirm(who: Actor, covenant_id: UUID, unit_id: UUID, version: int, checked: Mapping[UUID, str], reason: str = "", key: UUID | None = None) -> Covenant:
    """A report is confirmed with the points that count, as typed; where one differs from the party's own, it is said why.

    Raises NotFound, NotAllowed, Stale, Invalid (`checked.<target>`, `reason`).
    """
    with transaction(who, key) as t:
        covenant, party, found = _decided(t, who, covenant_id, unit_id, version, Verb.CONFIRM_COVENANT)
        if found.state is not ReportState.SENT:
            raise NotAllowed(f"Báo cáo đang ở trạng thái «{found.state.label}» nên không xác nhận được.")
        refuse(reporting.check_confirmed(covenant.targets, found.results, checked, reason))
        points = {target.id: read_number(checked[target.id]) for target in covenant.targets if target.points is not None}
        store.check(t, covenant_id, unit_id, points)
        store.decide(t, covenant_id, unit_id, version, ReportState.CONFIRMED, text.clean_multiline(reason), who.account_id, dates.now_utc())
        after = ground.seen(t, who, covenant_id)
        told = f"{numbers.decimal(sum(each or 0 for each in points.values()))} điểm" if points else ""
        _note(t, Verb.CONFIRM_COVENANT, party, after, Told(covenant.name, (unit_id,)), ". ".join(filter(None, (f"{party.name}: {told}" if told else party.name, text.clean(reason)))))
    return after


def _decided(t: Transaction, who: Actor, covenant_id: UUID, unit_id: UUID, version: int, verb: Verb) -> tuple[Covenant, Party, Report]:
    """The report on which the organ decides, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    covenant = ground.seen(t, who, covenant_id)
    permissions.require(who, verb, covenant)
    party = ground.party_of(covenant, unit_id)
    if covenant.state is not State.OPEN:
        raise NotAllowed(f"Giao ước đang ở trạng thái «{covenant.state.label}» nên kết quả giữ nguyên.")
    if party.report is None or party.report.version != version:
        raise Stale()
    return covenant, party, party.report


def _note(t: Transaction, verb: Verb, before: Party, after: Covenant, told: Told, detail: str) -> None:
    now = after.party(before.unit_id)
    audit.note(t, verb, KIND, after.id, before=before.report, after=now.report if now else None, case=told, detail=detail)
    t.result = str(after.id)
