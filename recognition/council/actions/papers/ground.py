"""What every paper of a session stands on: who is asking, its head, its people."""

from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

from documents import facts as papers
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Track
from recognition.council.actions.ground import seen
from recognition.council.actions.reading import masked
from recognition.council.rules import sessions as rules
from recognition.council.store import councils
from recognition.council.terms import Block, Council, CouncilKind, Item, Seat, Session, SessionState
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import Transaction

_KINDS = {Block.COLLECTIVE: papers.Kind.COLLECTIVE, Block.HOUSEHOLD: papers.Kind.HOUSEHOLD, Block.INDIVIDUAL: papers.Kind.PERSON}

_BODIES = {
    CouncilKind.COUNCIL: "HỘI ĐỒNG", CouncilKind.STANDING_COMMITTEE: "BAN THƯỜNG VỤ", CouncilKind.UNION_COMMITTEE: "BAN CHẤP HÀNH",
}  # fmt: skip


def made(build: Callable[[], bytes]) -> bytes:
    """The paper, or the composer's sentence as ours."""
    try:
        return build()
    except ValueError as wrong:
        raise Invalid({"": str(wrong)}) from wrong


def opened(t: Transaction, who: Actor, session_id: UUID, *, closed: bool = False) -> Session:
    """The session as this person may have it on paper. Raises NotFound, NotAllowed (minutes before the end)."""
    session = masked(who, seen(t, who, session_id))
    if closed and session.state is not SessionState.CLOSED:
        raise NotAllowed("Biên bản lập được sau khi phiên họp kết thúc.")
    return session


def council_of(t: Transaction, session: Session) -> Council:
    """Its council."""
    found = councils.get(t, session.council_id)
    assert found is not None
    return found


def head(who: Actor, session: Session, *, dated: bool = True) -> papers.Head:
    """The head of the body's papers: a council writes under its issuer, a committee as the issuer itself."""
    issuer = catalogue.issuer(who, session.issuer_id)
    track = papers.Track(issuer.track.value)
    if session.council_kind is CouncilKind.COUNCIL:
        organ = papers.Issuer(
            session.council_name.upper(), issuer.place, track, superior=issuer.name.upper(), short_sign="HĐTĐKT", in_text=session.council_name
        )
    else:
        organ = papers.Issuer(
            issuer.name.upper(), issuer.place, track, superior=issuer.superior.upper(), short_sign=issuer.short_sign, in_text=session.council_name
        )
    return papers.Head(organ, session.on_date, dated=dated)


def behalf(who: Actor, session: Session) -> str:
    """The line above the signature: "T/M HỘI ĐỒNG" on Party papers, "TM. HỘI ĐỒNG" elsewhere."""
    sign = "T/M" if catalogue.issuer(who, session.issuer_id).track is Track.PARTY else "TM."
    return f"{sign} {_BODIES[session.council_kind]}"


def spoken(session: Session) -> str:
    """The body at the head of a sentence: "Hội đồng", "Ban Thường vụ"."""
    return {CouncilKind.STANDING_COMMITTEE: "Ban Thường vụ", CouncilKind.UNION_COMMITTEE: "Ban Chấp hành"}.get(session.council_kind, "Hội đồng")


def at(session: Session, clock: str) -> datetime:
    """A local moment of the session's day."""
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime.combine(session.on_date, time(hour, minute))


def attendee(session: Session, seat: Seat, reason: str = "") -> papers.Attendee:
    """A member with post and place; a substitute is named with whom and by what they stand for."""
    where = session.place_of(seat)
    post = f"{seat.title}, {where}" if seat.title else where
    sent = seat.substitute
    if sent is None:
        return papers.Attendee(seat.name, post, reason)
    own = f"{sent.title}, " if sent.title else ""
    return papers.Attendee(sent.name, f"{own}dự thay {seat.name} ({post}) theo {sent.paper}", reason)


def chair(session: Session) -> Seat:
    """Who leads. Raises Invalid for a session without members."""
    found = rules.chair(session.seats) or next(iter(session.seats), None)
    if found is None:
        raise Invalid({"": "Phiên họp chưa có thành viên nào."})
    return found


def line(item: Item) -> papers.Line:
    """A case as a line of a list."""
    return papers.Line(_KINDS[item.block], item.name, unit=item.unit, achievement=item.subject, award_form=item.award_name)
