"""The session's papers from its record: invitation, list, dossier book, ballots, minutes, count record."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from db import chain
from documents import facts as papers
from recognition.catalogue import actions as catalogue
from recognition.council.actions.ground import seen
from recognition.council.actions.reading import masked
from recognition.council.rules import sessions as rules
from recognition.council.rules import voting
from recognition.council.store import agenda, councils, sealed
from recognition.council.terms import (
    Attendance,
    Block,
    Council,
    Item,
    MemberRole,
    Method,
    Opinion,
    Seat,
    Session,
    SessionState,
)
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from vietnamese import dates

if TYPE_CHECKING:
    from documents.book import Part

_KINDS = {Block.COLLECTIVE: papers.Kind.COLLECTIVE, Block.HOUSEHOLD: papers.Kind.HOUSEHOLD, Block.INDIVIDUAL: papers.Kind.PERSON}


def _made(build: Callable[[], bytes]) -> bytes:
    """The paper, or the composer's sentence as ours."""
    try:
        return build()
    except ValueError as wrong:
        raise Invalid({"": str(wrong)}) from wrong


def _open(t: Transaction, who: Actor, session_id: UUID, *, closed: bool = False) -> Session:
    session = masked(who, seen(t, who, session_id))
    if closed and session.state is not SessionState.CLOSED:
        raise NotAllowed("Biên bản lập được sau khi phiên họp kết thúc.")
    return session


def _council(t: Transaction, session: Session) -> Council:
    found = councils.get(t, session.council_id)
    assert found is not None
    return found


def _head(who: Actor, session: Session, *, dated: bool = True) -> papers.Head:
    issuer = catalogue.issuer(who, session.issuer_id)
    organ = papers.Issuer(
        session.council_name.upper(), issuer.place, papers.Track(issuer.track.value), superior=issuer.name.upper(), short_sign="HĐTĐKT",
        in_text=session.council_name,
    )  # fmt: skip
    return papers.Head(organ, session.on_date, dated=dated)


def _at(session: Session, clock: str) -> datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime.combine(session.on_date, time(hour, minute))


def _attendee(seat: Seat, reason: str = "") -> papers.Attendee:
    return papers.Attendee(seat.name, f"{seat.title}, {seat.role.label}" if seat.title else seat.role.label, reason)


def _chair(session: Session) -> Seat:
    found = rules.chair(session.seats) or next(iter(session.seats), None)
    if found is None:
        raise Invalid({"": "Phiên họp chưa có thành viên nào."})
    return found


def _line(item: Item) -> papers.Line:
    return papers.Line(_KINDS[item.block], item.name, unit=item.unit, achievement=item.subject, award_form=item.award_name)


def invitation(who: Actor, session_id: UUID) -> bytes:
    """Giấy mời with the programme, as Word."""
    from documents import meetings

    with reading(who) as t:
        facts = _invitation(who, _open(t, who, session_id))
    return _made(lambda: meetings.invitation(facts))


def calendar(who: Actor, session_id: UUID) -> bytes:
    """The session for calendars (.ics)."""
    from documents import meetings

    with reading(who) as t:
        facts = _invitation(who, _open(t, who, session_id))
    return meetings.calendar_file(facts, str(session_id))


def _invitation(who: Actor, session: Session) -> papers.Invitation:
    leader = _chair(session)
    start = _at(session, session.starts_at)
    steps = (
        papers.AgendaItem(session.starts_at, "Điểm danh, thông qua chương trình", "Thư ký"),
        papers.AgendaItem(f"{start + timedelta(minutes=10):%H:%M}", f"Xét {len(session.items)} trường hợp đề nghị khen thưởng", leader.name),
        papers.AgendaItem("", f"{session.method.label} và công bố kết quả", leader.name if session.method is Method.OPEN else "Tổ kiểm phiếu"),
    )
    return papers.Invitation(
        _head(who, session), tuple(f"{seat.name}, {seat.title}" if seat.title else seat.name for seat in session.seats),
        f"dự {session.name}", start, session.place, f"{leader.name}, {leader.role.label}", steps,
        papers.Signer(leader.name, leader.role.label.upper(), ("T/M HỘI ĐỒNG",)),
    )  # fmt: skip


def summary(who: Actor, session_id: UUID) -> bytes:
    """Danh sách tóm tắt for members, on A3, as Word."""
    from documents import requests

    with reading(who) as t:
        session = _open(t, who, session_id)
    lines = tuple(_line(item) for item in session.items if not item.masked)
    return _made(lambda: requests.summary_list(papers.SummaryList(_head(who, session), f"trình {session.name}", lines)))


def ballots(who: Actor, session_id: UUID, copies: int | None = None) -> bytes:
    """Paper ballots, all alike; as many as voting members are there (before the roll call: as many as there are)."""
    from documents import meetings

    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.OPEN_VOTE, session)
    if session.method is not Method.PAPER:
        raise NotAllowed(f"Phiên này dùng cách «{session.method.label}» nên không in phiếu.")
    known = all(seat.attendance is not Attendance.UNKNOWN for seat in session.voters)
    number = copies or (session.in_room if known else len(session.voters))
    options = tuple(each.label for each in Opinion if each is not Opinion.ABSTAIN or session.rule.abstain_offered)
    items = tuple(papers.BallotItem(item.name, item.unit, item.award_name) for item in session.items)
    facts = papers.Ballots(session.council_name, session.name, session.on_date, items, options, number)
    return _made(lambda: meetings.ballots(facts))


def _rule_words(session: Session) -> str:
    said = [
        f"{name} đạt khi số phiếu đồng ý {voting.in_words(threshold)} ({threshold.basis})"
        for code, name in dict.fromkeys((item.award_code, item.award_name) for item in session.items)
        if (threshold := session.rule.of(code)) is not None
    ]
    return "; ".join(said)


def _results(session: Session) -> tuple[papers.Result, ...]:
    by_item = {item.id: item for item in session.items}
    return tuple(
        papers.Result(
            by_item[each.item_id].name, each.approve, each.base, each.passed, by_item[each.item_id].unit, by_item[each.item_id].award_name,
            each.reject, each.abstain if session.rule.abstain_offered else None, each.invalid if session.method is Method.PAPER else None,
        )
        for each in session.results
    )  # fmt: skip


def _recused(session: Session) -> tuple[papers.Attendee, ...]:
    seats = {seat.member_id: seat for seat in session.seats}
    items = {item.id: item for item in session.items}
    return tuple(
        _attendee(seats[each.member_id], f"{each.reason}, trường hợp {items[each.item_id].number}")
        for each in session.recusals
        if each.member_id in seats
    )


def _proof(t: Transaction, session: Session) -> papers.Proof:
    """The head of the log; with a sealed ballot also the urn's hash, so that the paper tells a changed urn."""
    head = chain.read_head(t.tx)
    code = f"{head.seq}-{head.hash[:12].upper()}"
    urn = sealed.get(t, session.id)
    if urn is not None and urn.urn_hash:
        code += f". Dấu của thùng phiếu kín (SHA-256): {urn.urn_hash}"
    return papers.Proof(code)


def minutes(who: Actor, session_id: UUID) -> bytes:
    """Biên bản họp after the end, as Word. Raises NotAllowed before it."""
    from documents import minutes as composer

    with reading(who) as t:
        session = _open(t, who, session_id, closed=True)
        council, proof = _council(t, session), _proof(t, session)
    writer = next((seat for seat in session.seats if seat.role is MemberRole.SECRETARY), None)
    passed = sum(each.passed for each in session.results)
    facts = papers.Minutes(
        head=_head(who, session), about=f"họp {session.name}", body=session.council_name, starts=_at(session, session.starts_at),
        ends=_at(session, session.ended_at), place=session.place, founded_by=f"Quyết định số {council.paper}, {dates.long(council.paper_date)}",
        members_total=len(session.seats), present=tuple(_attendee(seat) for seat in session.seats if seat.takes_part),
        absent=tuple(_attendee(seat, seat.reason) for seat in session.seats if not seat.takes_part), chair=_attendee(_chair(session)),
        secretary=_attendee(writer) if writer else papers.Attendee(who.name), method=session.method.label.lower(), rule=_rule_words(session),
        sections=_sections(session), results=_results(session), recused=_recused(session),
        conclusions=(f"Hội đồng thống nhất {_conclusion(session)} {passed} trong {len(session.items)} trường hợp.",), proof=proof,
    )  # fmt: skip
    return _made(lambda: composer.meeting_minutes(facts))


def _conclusion(session: Session) -> str:
    return "khen thưởng" if session.body.value == "deciding" else "đề nghị cấp có thẩm quyền quyết định khen thưởng"


def _sections(session: Session) -> tuple[papers.Section, ...]:
    content = [f"Xét {len(session.items)} trường hợp đề nghị khen thưởng (có danh sách kèm theo)."]
    if session.replaces_id is not None:
        content.append("Phiên họp này bỏ phiếu lại thay cho phiên họp trước.")
    found = [papers.Section("Nội dung", tuple(content))]
    if session.opinions:
        found.append(papers.Section("Ý kiến", tuple(session.opinions.split("\n"))))
    return tuple(found)


def count_record(who: Actor, session_id: UUID) -> bytes:
    """Biên bản kiểm phiếu after the end of a paper ballot, as Word. Raises NotAllowed otherwise."""
    from documents import minutes as composer

    with reading(who) as t:
        session = _open(t, who, session_id, closed=True)
        council, proof = _council(t, session), _proof(t, session)
        wrote = set(agenda.wrote(t, session_id))
    if session.papers is None:
        raise NotAllowed("Phiên này không bỏ phiếu giấy nên không có biên bản kiểm phiếu.")
    p, leader = session.papers, _chair(session)
    silent = [seat for seat in session.seats if not seat.votes and seat.takes_part]
    facts = papers.CountRecord(
        head=_head(who, session), about=f"bỏ phiếu tại {session.name}", body=session.council_name,
        founded_by=f"Quyết định số {council.paper}, {dates.long(council.paper_date)}", starts=_at(session, session.starts_at),
        ends=_at(session, session.ended_at), place=session.place, members_total=len(session.seats),
        present=sum(seat.takes_part for seat in session.seats),
        absent=tuple(
            _attendee(seat, f"{seat.reason}, đã gửi ý kiến bằng văn bản" if seat.member_id in wrote else seat.reason)
            for seat in session.seats if not seat.takes_part
        ),
        not_voting=(*(_attendee(seat, "Không có quyền biểu quyết") for seat in silent), *_recused(session)),
        tellers=tuple(papers.Attendee(each.name) for each in session.tellers), issued=p.issued, returned=p.returned, valid=p.valid,
        invalid=p.invalid, rule=_rule_words(session), results=_results(session), written=len(wrote), chair=_attendee(leader), proof=proof,
    )  # fmt: skip
    return _made(lambda: composer.count_record(facts))


def dossier_book(who: Actor, session_id: UUID) -> bytes:
    """All dossiers of the agenda as one PDF with contents; a member gets it without the cases they stand aside from."""
    from documents import book

    with reading(who) as t:
        session = _open(t, who, session_id)
        parts: list[Part] = []
        for item in session.items:
            if not item.masked:
                parts += _parts(who, item)
    return _made(lambda: book.dossier_book(parts, title="Hồ sơ trình Hội đồng", subtitle=f"{session.name}, {dates.long(session.on_date)}"))


def _parts(who: Actor, item: Item) -> list["Part"]:
    from documents.book import Part

    case = nominations.get(who, item.nomination_id)
    pairs = [
        ("Mã hồ sơ", case.code), ("Người, tập thể được đề nghị", item.name), ("Đơn vị đề nghị", case.unit_name),
        ("Hình thức đề nghị", item.award_name), ("Phong trào", case.campaign_name), ("Việc, thành tích", case.title),
        ("Ngày", dates.short(case.deed_date) if case.deed_date else ""), ("Tóm tắt thành tích", case.achievement),
        ("Câu ghi trên giấy khen", case.wording), ("Mã bản hồ sơ", item.revision_hash[:16]),
    ]  # fmt: skip
    made = [Part(f"{item.number}. {item.name}", tuple((label, value) for label, value in pairs if value), case.title)]
    for evidence in nominations.evidence(who, case.id):
        content, _ = nominations.evidence_file(who, evidence.id)
        made.append(Part(evidence.caption or evidence.kind.label, content, evidence.kind.label, 2))
    return made
