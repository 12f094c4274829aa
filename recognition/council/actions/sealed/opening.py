"""Opening a sealed ballot: the secretary and all three tellers; afterwards nobody alone can open the urn."""

import secrets
from collections.abc import Mapping, Sequence
from uuid import UUID

from recognition.council.actions import conflicts
from recognition.council.actions.ground import KIND, in_transaction, lock, seen
from recognition.council.actions.meeting import opening_faults
from recognition.council.rules import passphrases as rules
from recognition.council.rules import rulebook
from recognition.council.sealing import tally, wrapping
from recognition.council.sealing.ballot import Definition
from recognition.council.sealing.shares import Random
from recognition.council.store import sealed, sessions
from recognition.council.terms import Method, Seat, Session, SessionState
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, fresh, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import names

NUMBERS = range(1, tally.PEOPLE + 1)


def open_ballot(
    who: Actor,
    session_id: UUID,
    version: int,
    passphrases: Mapping[int, str],
    again: Mapping[int, str],
    key: UUID | None = None,
    *,
    random: Random = secrets.token_bytes,
    cost: wrapping.Cost | None = None,
) -> Session:
    """Lock rule, cases and voters, make the session's key, split it among the three tellers, open the vote.

    Each teller gives a passphrase twice; nobody stores them. Raises NotFound, NotAllowed, Stale, Invalid (fields
    `passphrase1` …, `again1` …, and all that keeps a vote from opening).
    """
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.OPEN_VOTE, session)
        _require_sealed(session)
        refuse(faults(t, session))
    typed = {number: passphrases.get(number, "") for number in NUMBERS}
    refuse(
        rules.check(typed, again, {teller.number: (teller.name, session.council_name) for teller in session.tellers})
    )
    definition = definition_of(session)
    public, wrapped = tally.new_key(definition, typed, random=random, cost=cost or wrapping.FULL)
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.OPEN_VOTE, SessionState.CALLED)
        _require_sealed(before)
        conflicts.stand_aside(t, before)
        before = in_transaction(t, session_id)
        refuse(faults(t, before))
        if definition_of(before) != definition:
            fresh(0)
        fresh(sessions.set_state(t, session_id, version, SessionState.OPEN, rule_hash=definition.rule_hash))
        sealed.insert(t, session_id, public, definition.to_json(), definition.hash)
        sealed.put_shares(t, session_id, wrapped)
        seats = roll_of(before)
        sealed.put_roll(t, session_id, [(seat.member_id, seat.sitter) for seat in seats])
        after = in_transaction(t, session_id)
        said = _said(before, definition, seats, public)
        audit.note(t, Verb.OPEN_VOTE, KIND, session_id, before=before.state, after=said, case=after, detail=definition.hash)
        t.result = str(session_id)
    return after


def _said(before: Session, definition: Definition, seats: Sequence[Seat], public: bytes) -> dict[str, object]:
    """What the log keeps of the opening."""
    return {
        "rule": rulebook.to_json(before.rule),
        "public_key": public.hex(),
        "voters": len(definition.voters),
        "substitutes": {str(seat.member_id): seat.substitute for seat in seats if seat.substitute is not None},
    }


def _require_sealed(session: Session) -> None:
    if session.method is not Method.SEALED:
        raise NotAllowed(f"Phiên này dùng cách «{session.method.label}», không bỏ phiếu kín điện tử.")


def faults(t: Transaction, session: Session) -> dict[str, str]:
    """Field → sentence: what keeps a sealed ballot from opening, besides the passphrases."""
    wrong = opening_faults(t, session)
    sent = sealed.sent_without_account(t, session.id)
    if sent:
        wrong["substitutes"] = (
            f"Người dự thay chưa gắn tài khoản nên chưa bỏ phiếu kín điện tử được: {', '.join(sent)}. "
            "Thư ký chọn tài khoản ở mục Điểm danh; chưa có tài khoản thì họp bằng phiếu giấy, hoặc ghi thành viên vắng và lấy ý kiến bằng văn bản."
        )
    without = sealed.without_account(t, session.id)
    if without:
        wrong["accounts"] = (
            f"Chưa có tài khoản để bỏ phiếu: {', '.join(without)}. Thư ký gắn tài khoản cho thành viên, hoặc họp bằng phiếu giấy."
        )
    return wrong


def roll_of(session: Session) -> list[Seat]:
    """Who may vote: members with a vote who are there, in the alphabet's order."""
    return sorted(
        (seat for seat in session.voters if seat.takes_part),
        key=lambda seat: (names.name_sort(seat.name), str(seat.member_id)),
    )


def definition_of(session: Session) -> Definition:
    """The ballot that this session would open now."""
    agenda = [(str(item.nomination_id), item.revision_hash) for item in session.items]
    return Definition(
        session.id,
        tuple((item.id, item.revision_hash) for item in session.items),
        rulebook.fingerprint(session.rule, agenda),
        session.rule.abstain_offered,
        tuple(seat.member_id for seat in roll_of(session)),
    )
