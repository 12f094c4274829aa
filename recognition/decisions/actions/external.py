"""Decisions made outside or in earlier years, typed or read from a list; cases sent to a higher authority and their answers."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from db import blobs
from recognition.catalogue import actions as catalogue
from recognition.catalogue import rules as catalogue_rules
from recognition.catalogue.terms import RecipientKind, Track
from recognition.decisions.actions.drafting import new_draft
from recognition.decisions.actions.recording import finish
from recognition.decisions.rules import recording as rules
from recognition.decisions.store import decisions
from recognition.decisions.store import lines as line_store
from recognition.decisions.terms import Decision, ExternalInput, ExternalLine, Kind, Line, Origin
from recognition.hall import audit, permissions, place, road
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import fresh, refuse
from recognition.hall.lengths import LINE, REASON, needed
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination, Reason
from recognition.people import actions as people
from recognition.people.terms import Recipient
from vietnamese import dates, text

MOST_LINES, MOST_SCAN = 5_000, 40 * 1024 * 1024


def record_external(who: Actor, data: ExternalInput, key: UUID | None = None) -> Decision:
    """Enter a decision that another organ made, or our own of an earlier time, with its awards. Words stay as typed.

    It counts in everybody's history and may print certificates. A line may answer a forwarded case.
    Raises NotAllowed, Invalid (fields of the head; `line.<n>.<field>` for the n-th line, from 1).
    """
    with transaction(who, key) as t:
        draft, day = _head(who, data)
        permissions.require(who, Verb.RECORD_EXTERNAL, draft)
        lines = _lines(t, who, draft, data.lines)
        _not_twice(t, draft, day)
        scan = blobs.put(place.folder() / "files", data.scan) if data.scan else None
        decisions.insert(t, draft, dates.now_utc())
        line_store.put(t, lines)
        ready = replace(draft, decided_on=day, lines=tuple(lines), scan_blob=scan, version=1)
        fresh(decisions.record(t, ready, frozen=_frozen(who, ready, data.track), by=who.account_id, at=dates.now_utc()))
        after = finish(t, who, ready)
        t.result = str(after.id)
    return after


def _head(who: Actor, data: ExternalInput) -> tuple[Decision, date]:
    check = Entry()
    kind = check.choice("kind", data.kind, Kind, "loại quyết định")
    if kind not in (Kind.COMMEND, Kind.RECOGNISE):
        check.refuse("kind", "Quyết định bên ngoài là quyết định khen thưởng hoặc công nhận.")
    day = check.day("decided_on", data.decided_on, "Ngày quyết định", latest=dates.today())
    number = check.line("number_text", data.number_text, "Số quyết định", most=60)
    title = check.line("title", data.title, "Trích yếu")
    signer = check.line("signer_name", data.signer_name, "Người ký")
    post, capacity = check.line("signer_post", data.signer_post, "Chức vụ người ký", required=False), check.line("signer_capacity", data.signer_capacity, "Thể thức đề ký", required=False)
    at, organ = check.line("place", data.place, "Địa danh", required=False), check.line("organ", data.organ, "Cơ quan quyết định", required=False)
    clause = check.line("clause", data.clause, "Căn cứ", required=False, most=REASON)
    if data.track:
        check.choice("track", data.track, Track, "Khối của cơ quan quyết định")
    if not data.lines:
        check.refuse("lines", "Anh/chị nhập ít nhất một tập thể, hộ gia đình hoặc cá nhân.")
    if len(data.lines) > MOST_LINES:
        check.refuse("lines", f"Danh sách có {len(data.lines)} dòng, quá {MOST_LINES} dòng một lần. Anh/chị chia nhỏ danh sách.")
    if len(data.scan) > MOST_SCAN:
        check.refuse("scan", "Bản quét lớn hơn 40 MB. Anh/chị quét lại ở độ phân giải thấp hơn.")
    if data.scan and not data.scan.startswith((b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        check.refuse("scan", "Bản quét phải là tệp PDF, JPEG hoặc PNG.")
    check.done()
    draft = replace(
        new_draft(who, data.issuer_id, kind, Origin.EXTERNAL), title=title, signer_name=signer, signer_post=post, signer_capacity=capacity, place=at,
        organ=organ, clause=clause, number_text=number,
    )  # fmt: skip
    return _own_number(who, draft, day), day


def _own_number(who: Actor, draft: Decision, day: date) -> Decision:
    """A number of our own book takes its place there, so that it cannot be used twice; another organ's is only text."""
    head = draft.number_text.split("-")[0].split("/")[0]
    if draft.organ or not head.isascii() or not head.isdigit():
        return draft
    issuer = catalogue.issuer(who, draft.issuer_id)
    if catalogue_rules.number_text(issuer, int(head)) != draft.number_text and head != draft.number_text:
        return draft
    number = int(head)
    return replace(
        draft, number=number, number_text=catalogue_rules.number_text(issuer, number),
        numbering_period=catalogue_rules.numbering_period(issuer, day),
    )  # fmt: skip


def _not_twice(t: Transaction, draft: Decision, day: date) -> None:
    taken = draft.number is not None and decisions.with_number(t, draft.issuer_id, draft.numbering_period, draft.number)
    if taken or decisions.same_outside(t, draft.number_text, day, draft.organ):
        refuse({"number_text": f"Quyết định số {draft.number_text}, {dates.long(day)} đã có. Anh/chị xem lại danh sách quyết định."})


def _frozen(who: Actor, decision: Decision, track: str) -> dict[str, str]:
    issuer = catalogue.issuer(who, decision.issuer_id)
    outside = bool(decision.organ)
    return {
        "superior": "" if outside else issuer.superior, "name": decision.organ or issuer.name,
        "awarding_line": decision.organ or issuer.awarding_line, "short_sign": "" if outside else issuer.short_sign,
        "place": decision.place or issuer.place, "track": track if outside and track else issuer.track.value,
    }  # fmt: skip


def _lines(t: Transaction, who: Actor, draft: Decision, given: tuple[ExternalLine, ...]) -> list[Line]:
    check, made = Entry(), []
    for number, each in enumerate(given, 1):
        line = _line(t, who, draft, each, check, f"line.{number}")
        if line is not None:
            made.append(line)
    check.done()
    return [replace(line, number=number) for number, line in enumerate(rules.order(made), 1)]


def _line(t: Transaction, who: Actor, draft: Decision, each: ExternalLine, check: Entry, at: str) -> Line | None:
    before = len(check.wrong)
    kind = check.choice(f"{at}.kind", each.kind, RecipientKind, "loại đối tượng")
    name = check.line(f"{at}.name", each.name, "Tên")
    wording = check.line(f"{at}.wording", each.wording, "Nội dung thành tích", most=REASON)
    said = {
        field: check.line(f"{at}.{field}", value, label, required=False)
        for field, value, label in (("salutation", each.salutation, "Xưng hô"), ("post", each.post, "Chức vụ"), ("unit", each.unit, "Đơn vị"), ("subject", each.subject, "Tên mô hình, việc"))
    }
    amount = check.whole(f"{at}.amount", each.amount, "Tiền thưởng", most=10**11)
    forwarded = nominations.lock(t, each.nomination_id) if each.nomination_id is not None else None
    if forwarded is not None and forwarded.state is not State.FORWARDED:
        check.refuse(f"{at}.nomination_id", f"Hồ sơ {forwarded.code} không ở bước «Chuyển cấp trên».")
    if len(check.wrong) > before:
        return None
    award = catalogue.award_type(each.award_type_id)
    recipient = _recipient(who, each, kind, name, forwarded)
    return Line(
        uuid4(), draft.id, each.nomination_id, recipient.id, None, award.id, award.code, award.name, award.kind.value, award.level, 0, kind,
        said["salutation"], name, said["post"], each.unit_id or (forwarded.unit_id if forwarded else None),
        said["unit"], wording, said["subject"], amount, "Theo quyết định" if amount else "", "", True, False, "", 1,
    )  # fmt: skip


def _recipient(who: Actor, each: ExternalLine, kind: RecipientKind, name: str, forwarded: Nomination | None) -> Recipient:
    """Who it is: the forwarded case's, the chosen person or unit, else only the words of the paper."""
    if forwarded is not None and forwarded.recipient_id is not None:
        return people.recipient(who, forwarded.recipient_id)
    if kind is RecipientKind.INDIVIDUAL and each.person_id is not None:
        return people.recipient_for_person(who, each.person_id)
    if kind is RecipientKind.COLLECTIVE and each.unit_id is not None:
        return people.recipient_for_collective(who, each.unit_id, name)
    return people.recipient_of_paper(who, kind, name, text.clean(each.salutation), each.unit_id)


def forward(who: Actor, nomination_id: UUID, version: int, to: str, key: UUID | None = None) -> Nomination:
    """A case leaves for a higher authority (khen cao); its answer comes back as an outside decision. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = nominations.lock(t, nomination_id, version)
        permissions.require(who, Verb.FORWARD, before)
        organ = text.clean(to)
        refuse(needed("to", organ, "Anh/chị ghi cơ quan cấp trên nhận hồ sơ.", "Tên cơ quan nhận", LINE))
        after = nominations.change_state(t, before, road.after(before.state, Verb.FORWARD), reasons=(Reason("", f"Chuyển {organ}"),))
        audit.note(t, Verb.FORWARD, nominations.KIND, nomination_id, before=before, after=after, detail=organ)
        t.result = str(nomination_id)
    return after


