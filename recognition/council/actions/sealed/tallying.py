"""Opening the urn with two tellers' passphrases: counts per case, once, after the end."""

from collections.abc import Mapping
from uuid import UUID

from recognition.council.actions.counting import HANDS
from recognition.council.actions.ground import KIND, in_transaction, seen
from recognition.council.sealing import ballot, urn
from recognition.council.sealing import tally as opening
from recognition.council.sealing.terms import Urn
from recognition.council.sealing.wrapping import Wrapped, WrongPassphrase
from recognition.council.store import agenda, counts, sealed, sessions
from recognition.council.terms import Count, Line, Papers, Session, SessionState
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, fresh, refuse, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates

_BROKEN = "Thùng phiếu không nguyên vẹn nên không kiểm phiếu được. Tổ kiểm phiếu giữ nguyên hiện trạng và báo chủ toạ; kết quả không được công bố."


def tally(who: Actor, session_id: UUID, passphrases: Mapping[int, str], key: UUID | None = None) -> Session:
    """Count the sealed ballots with exactly two passphrases (teller's number → passphrase).

    The counts are kept until the session is closed; only results with written opinions merged are ever shown.
    Raises NotFound, NotAllowed, AlreadyDone, Invalid (`passphrase1` …, or "" when the urn is not whole).
    """
    with reading(who) as t:
        session, found = _counting(t, who, session_id)
        wrapped = sealed.shares(t, session_id)
        roll = {voter.member_id for voter in sealed.roll(t, session_id) if voter.voted}
    given = {
        number: passphrase for number, passphrase in passphrases.items() if passphrase.strip() and number in wrapped
    }
    if len(given) != opening.NEEDED:
        raise Invalid({"": "Cần đúng hai cụm mật khẩu của hai người trong tổ kiểm phiếu. Ô của người thứ ba để trống."})
    lines = _opened(session, found, given, wrapped, roll)
    with transaction(who, key) as t:
        session, _ = _counting(t, who, session_id)
        papers = Papers(len(ballot.from_json(found.definition).voters), found.ballots, found.ballots, 0)
        counts.put(t, session_id, Count(HANDS, papers, lines, 1), who.account_id, dates.now_utc())
        fresh(sessions.touch(t, session_id, session.version))
        after = in_transaction(t, session_id)
        said = {
            "ballots": found.ballots,
            "urn": found.urn_hash,
            "lines": {str(item): line for item, line in lines.items()},
        }
        audit.note(
            t,
            Verb.ENTER_COUNT,
            KIND,
            session_id,
            after=said,
            case=after,
            detail="Mở thùng phiếu kín bằng hai cụm mật khẩu",
        )
        t.result = str(session_id)
    return after


def _counting(t: Transaction, who: Actor, session_id: UUID) -> tuple[Session, Urn]:
    session = seen(t, who, session_id)
    permissions.require(who, Verb.ENTER_COUNT, session)
    found = there(sealed.get(t, session_id))
    if HANDS in counts.entered(t, session_id):
        raise AlreadyDone(str(session_id))
    if session.state is not SessionState.COUNTING:
        raise NotAllowed(
            f"Phiên họp đang ở bước «{session.state.label}» nên chưa kiểm phiếu được. Thư ký đóng thùng phiếu trước."
        )
    return session, found


def _opened(
    session: Session, found: Urn, given: Mapping[int, str], wrapped: Mapping[int, Wrapped], voted: set[UUID]
) -> dict[UUID, Line]:
    definition = ballot.from_json(found.definition)
    try:
        private = opening.private_key(definition, found.public_key, wrapped, given)
        lines = opening.count(definition, private, found.contents)
    except WrongPassphrase as wrong:
        raise Invalid(
            {
                f"passphrase{wrong.number}": "Cụm mật khẩu này không mở được phần khoá của người kiểm phiếu. Anh/chị gõ lại."
            }
        ) from None
    except opening.BrokenUrn:
        raise Invalid({"": _BROKEN}) from None
    whole = urn.fingerprint(found.contents) == found.urn_hash and len(voted) == found.ballots
    aside = {item.id: len(item.recused & voted) for item in session.items}
    refuse(
        {}
        if whole and all(line.chosen == found.ballots - aside[item] for item, line in lines.items())
        else {"": _BROKEN}
    )
    return lines


def counted(t: Transaction, session: Session) -> Count | None:
    """The stored count of a sealed ballot."""
    return counts.of_teller(t, session.id, HANDS)


def written(t: Transaction, session: Session) -> dict[UUID, Line]:
    """The written opinions of absent members, added up."""
    return agenda.written(t, session.id)
