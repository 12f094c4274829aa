"""What people see of a sealed ballot: the booth, who has voted, and results only when everything is merged."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AddressStyle
from recognition.council.actions.counting import HANDS
from recognition.council.actions.ground import in_transaction, seen
from recognition.council.actions.sealed.tallying import counted, written
from recognition.council.rules import results as rules
from recognition.council.rules.sessions import SMALL
from recognition.council.sealing.terms import Booth, BoothItem, Box, Voter
from recognition.council.store import counts, sealed
from recognition.council.terms import Item, Method, Result, Session, SessionState
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from vietnamese import names


def address(who: Actor, session: Session) -> str:
    """How members of this organ are spoken to."""
    style = catalogue.issuer(who, session.issuer_id).address_style
    return "đồng chí" if style is AddressStyle.DONG_CHI else "anh/chị"


def booth(who: Actor, session_id: UUID) -> Booth:
    """The booth of one member: the cases with those masked in which they take no part. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.CAST, session)
        if session.method is not Method.SEALED:
            raise NotFound("Phiên này không bỏ phiếu kín điện tử.")
        member = who.members[session.council_id]
        roll = sealed.roll(t, session_id)
        own = next((voter for voter in roll if voter.member_id == member), None)
        items = tuple(_item(item, masked=member in item.recused) for item in session.items)
        return Booth(
            session.id, session.number, session.name, session.council_name, session.state, address(who, session), items,
            session.rule.abstain_offered, own is not None, own is not None and own.voted, len(roll), sum(voter.voted for voter in roll),
            len(roll) < SMALL,
        )  # fmt: skip


def _item(item: Item, *, masked: bool) -> BoothItem:
    if masked:
        return BoothItem(item.id, None, item.number, item.block, "", "", "", "", masked=True)
    return BoothItem(
        item.id, item.nomination_id, item.number, item.block, item.award_name, item.name, item.unit, item.subject, masked=False
    )  # fmt: skip


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
    return () if count is None else rules.of_session(session, count.lines, count.papers, written(t, session))


def voters(t: Transaction, session_id: UUID) -> list[Voter]:
    """The roll for a later room."""
    in_transaction(t, session_id)
    return sealed.roll(t, session_id)
