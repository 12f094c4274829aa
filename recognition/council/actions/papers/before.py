"""Papers before and around the vote: invitation, calendar, list, dossier book, ballots, the notice of a posted list."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from documents import facts as papers
from recognition.council.actions.ground import seen
from recognition.council.actions.papers.ground import (
    at,
    behalf,
    chair,
    head,
    line,
    made,
    opened,
)
from recognition.council.store import care
from recognition.council.terms import Attendance, Item, Method, Opinion, Session, Stage
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from vietnamese import dates

if TYPE_CHECKING:
    from documents.book import Part


def invitation(who: Actor, session_id: UUID) -> bytes:
    """Giấy mời with the programme, as Word."""
    from documents import meetings

    with reading(who) as t:
        facts = _invitation(who, opened(t, who, session_id))
    return made(lambda: meetings.invitation(facts))


def calendar(who: Actor, session_id: UUID) -> bytes:
    """The session for calendars (.ics)."""
    from documents import meetings

    with reading(who) as t:
        facts = _invitation(who, opened(t, who, session_id))
    return meetings.calendar_file(facts, str(session_id))


def _invitation(who: Actor, session: Session) -> papers.Invitation:
    leader = chair(session)
    start = at(session, session.starts_at)
    steps = (
        papers.AgendaItem(session.starts_at, "Điểm danh, thông qua chương trình", "Thư ký"),
        papers.AgendaItem(f"{start + timedelta(minutes=10):%H:%M}", f"Xét {len(session.items)} trường hợp đề nghị khen thưởng", leader.name),
        papers.AgendaItem("", f"{session.method.label} và công bố kết quả", leader.name if session.method is Method.OPEN else "Tổ kiểm phiếu"),
    )
    return papers.Invitation(
        head(who, session, dated=False), tuple(f"{seat.name}, {seat.title}" if seat.title else seat.name for seat in session.seats),
        f"dự {session.name}", start, session.place, f"{leader.name}, {session.place_of(leader)}", steps,
        papers.Signer(leader.name, session.place_of(leader).upper(), (behalf(who, session),)),
    )  # fmt: skip


def summary(who: Actor, session_id: UUID) -> bytes:
    """Danh sách tóm tắt for members, on A3, as Word."""
    from documents import requests

    facts = _summary(who, session_id)
    return made(lambda: requests.summary_list(facts))


def summary_sheet(who: Actor, session_id: UUID) -> bytes:
    """The same list as Excel, on A3."""
    from documents import requests

    facts = _summary(who, session_id)
    return made(lambda: requests.summary_sheet(facts))


def _summary(who: Actor, session_id: UUID) -> papers.SummaryList:
    with reading(who) as t:
        session = opened(t, who, session_id)
    lines = tuple(_told(who, item) for item in session.items if not item.masked)
    return papers.SummaryList(head(who, session), f"Danh sách trình {session.name}", lines)


def _told(who: Actor, item: Item) -> papers.Line:
    """A line with what the dossier says in short."""
    case = nominations.get(who, item.nomination_id)
    return replace(line(item), achievement=case.achievement or item.subject, subject=item.subject if case.achievement else "")


def notice(who: Actor, session_id: UUID, posting_id: UUID) -> bytes:
    """Thông báo of a list posted for opinions, as Word; after the vote only the cases that passed. Raises NotFound, Invalid."""
    from documents import letters

    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.POST_PUBLICLY, session)
        posting = next((each for each in care.postings(t, session_id) if each.id == posting_id), None)
    if posting is None:
        raise NotFound()
    good = {each.item_id for each in session.results if each.passed}
    lines = tuple(line(item) for item in session.items if posting.stage is Stage.BEFORE or item.id in good)
    leader = chair(session)
    facts = papers.Posting(
        papers.Head(head(who, session).issuer, posting.from_date), "lấy ý kiến về danh sách đề nghị khen thưởng", lines, posting.place,
        posting.from_date, posting.to_date, papers.Signer(leader.name, session.place_of(leader).upper(), (behalf(who, session),)),
        asks_opinions=True, contact=f"Thư ký {session.council_name}",
    )  # fmt: skip
    return made(lambda: letters.posting(facts))


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
    return made(lambda: meetings.ballots(facts))


def dossier_book(who: Actor, session_id: UUID) -> bytes:
    """All dossiers of the agenda as one PDF with contents; a member gets it without the cases they stand aside from."""
    from documents import book

    with reading(who) as t:
        session = opened(t, who, session_id)
        parts: list[Part] = []
        for item in session.items:
            if not item.masked:
                parts += _parts(who, item)
    return made(lambda: book.dossier_book(parts, title="Hồ sơ trình Hội đồng", subtitle=f"{session.name}, {dates.long(session.on_date)}"))


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
    proves = nominations.proofs(who, case.id)
    for evidence in nominations.evidence(who, case.id):
        content, _ = nominations.evidence_file(who, evidence.id)
        made.append(Part(evidence.caption or evidence.kind.label, content, " · ".join((evidence.kind.label, *proves[evidence.id])), 2))
    return made
