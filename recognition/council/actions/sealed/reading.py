"""What people see of a sealed ballot: the booth, who has voted, and results only when everything is merged."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AddressStyle
from recognition.council.actions.counting import HANDS
from recognition.council.actions.ground import KIND, seen
from recognition.council.actions.sealed.tallying import counted, written
from recognition.council.rules import places, rulebook
from recognition.council.rules import results as rules
from recognition.council.rules.sessions import SMALL
from recognition.council.sealing.terms import Booth, Box
from recognition.council.store import booth as voters
from recognition.council.store import counts, sealed
from recognition.council.terms import Method, Result, Session, SessionState
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from vietnamese import dates, names

_UNSEEN = (SessionState.PLANNED, SessionState.CANCELLED)


def _address(who: Actor, issuer_id: UUID) -> str:
    style = catalogue.issuer(who, issuer_id).address_style
    return "đồng chí" if style is AddressStyle.DONG_CHI else "anh/chị"


def booth(who: Actor, session_id: UUID) -> Booth:
    """The booth of one member: the cases with those masked in which they take no part. Raises NotFound.

    Asked at every page of every voter, so it reads four rows' worth and not the whole session.
    """
    with reading(who) as t:
        head = voters.head(t, session_id, who)
        if head is None or not head.seated or head.state in _UNSEEN or not permissions.allowed(who, Verb.CAST, head):
            raise NotFound()
        if head.method is not Method.SEALED:
            raise NotFound("Phiên này không bỏ phiếu kín điện tử.")
        member = who.seat(session_id, head.council_id)
        assert member is not None
        items = () if head.sent else voters.booth_items(t, session_id, member)
        address = _address(who, head.issuer_id)
    abstain = rulebook.from_json(head.rule).abstain_offered
    return Booth(
        session_id, head.number, head.name, head.council_name, head.state, address, items, abstain,
        head.voted is not None, bool(head.voted), head.voters, head.ballots, head.voters < SMALL,
        head.sent, head.stands_for,
    )  # fmt: skip


def may_enter(who: Actor, session: Session) -> bool:
    """Whether this person fills in a ballot of the session: a member who sent somebody in writing does not, the one who was sent does."""
    if not permissions.allowed(who, Verb.CAST, session):
        return False
    seat = next((each for each in session.seats if each.member_id == who.seat(session.id, session.council_id)), None)
    return session.id in who.stands_in or seat is None or seat.substitute is None


def box(who: Actor, session_id: UUID) -> Box:
    """How the ballot stands: who has voted (never when), and after the close receipts and hash. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        found = sealed.get(t, session_id)
        if found is None:
            return Box(session.id, session.name, session.state, (), 0, False, False, "", ())
        roll = sorted(sealed.roll(t, session_id), key=lambda voter: (names.name_sort(voter.name), str(voter.member_id)))
        tallied = HANDS in counts.entered(t, session_id)
        return Box(
            session.id,
            session.name,
            session.state,
            tuple(roll),
            found.ballots,
            tallied,
            found.destroyed,
            found.urn_hash,
            found.receipts,
            resets(t, session_id),
        )


def resets(t: Transaction, session_id: UUID) -> tuple[str, ...]:
    """Members whose password somebody set anew between the opening and the close (or now)."""
    at = {row["verb"]: row["recorded_at"] for row in audit.history(t, KIND, session_id)}
    since = at.get(Verb.OPEN_VOTE.value)
    return (
        () if since is None else sealed.resets(t, session_id, since, at.get(Verb.CLOSE_BALLOT.value, dates.now_utc()))
    )


def results(who: Actor, session_id: UUID) -> tuple[Result, ...]:
    """The results with written opinions merged; nothing before the tally. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        if session.state is SessionState.CLOSED:
            return session.results
        return _merged(t, session) if session.method is Method.SEALED and session.state is SessionState.COUNTING else ()


def _merged(t: Transaction, session: Session) -> tuple[Result, ...]:
    count = counted(t, session)
    if count is None:
        return ()
    return places.before_the_end(session, rules.counted(session, count.lines, count.papers, written(t, session)))
