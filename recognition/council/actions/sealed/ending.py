"""The end of a sealed ballot: close (final), hand out the urn for a second count, destroy."""

from pathlib import Path
from uuid import UUID

import db
from db import copies
from recognition.council.actions.ground import KIND, in_transaction, seen
from recognition.council.actions.sealed.reading import resets
from recognition.council.sealing import ballot, export, tally, urn
from recognition.council.sealing.terms import Urn
from recognition.council.store import agenda, sealed
from recognition.council.terms import Session, SessionState
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Busy, NotAllowed, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb

_NOT_YET = "Phiếu đã huỷ trong dữ liệu, nhưng chưa ghi lại được tệp vì đang có người làm việc. Anh/chị bấm huỷ lần nữa sau giây lát."


def close_ballot(who: Actor, session_id: UUID, key: UUID | None = None) -> Session:
    """No ballot comes in any more, ever. Who voted, how many, the receipts and the urn's hash go into the log.

    Takes no version: ballots that come meanwhile change it, and none of them may keep the vote open.
    Raises NotFound, NotAllowed.
    """
    with transaction(who, key) as t:
        session, _ = _held(t, who, session_id, Verb.CLOSE_BALLOT)
        if not sealed.end_vote(t, session_id):
            raise NotAllowed(f"Phiên họp đang ở bước «{session.state.label}», không có cuộc bỏ phiếu nào đang mở.")
        found = sealed.get(t, session_id)
        assert found is not None
        definition = ballot.from_json(found.definition)
        receipts = urn.receipts(found.contents, tally.sealed_length(definition))
        urn_hash = urn.fingerprint(found.contents)
        sealed.seal_up(t, session_id, urn_hash, receipts)
        voted = sorted(str(voter.member_id) for voter in sealed.roll(t, session_id) if voter.voted)
        after = in_transaction(t, session_id)
        said = {
            "resets": resets(t, session_id),
            "ballots": found.ballots,
            "voted": voted,
            "receipts": receipts,
            "urn": urn_hash,
        }
        audit.note(
            t, Verb.CLOSE_BALLOT, KIND, session_id, before=session.state, after=said, case=after, detail=urn_hash
        )
        t.result = str(session_id)
    return after


def destroy(who: Actor, session_id: UUID, key: UUID | None = None) -> None:
    """Remove ballots and shares of a session that is over, and write the data anew so that nothing of them stays on the disk.

    Afterwards nobody can count again. The copies that an upgrade made by itself go along; those made on purpose (backups,
    a server's archives and replicas) still hold the sealed ballots: the page says so. A second call does what was left.
    Raises NotFound, NotAllowed, Busy when a copy or the data could not be dealt with: then it is called again.
    """
    with transaction(who, key) as t:
        session, found = _held(t, who, session_id, Verb.DESTROY_BALLOTS)
        if session.state not in (SessionState.CLOSED, SessionState.CANCELLED):
            raise NotAllowed(
                f"Phiên họp đang ở bước «{session.state.label}». Phiếu chỉ huỷ được sau khi phiên họp kết thúc và biên bản đã ký."
            )
        made = _copies(session_id)
        if sealed.destroy(t, session_id):
            said = {"urn": found.urn_hash, "ballots": found.ballots, "copies": [path.name for path in made]}
            audit.note(t, Verb.DESTROY_BALLOTS, KIND, session_id, after=said, case=session, detail=found.urn_hash)
        t.result = str(session_id)
    try:
        copies.discard(made)
        db.current().compact()
    except db.errors.StoreError as trouble:
        raise Busy(_NOT_YET) from trouble


def _copies(session_id: UUID) -> list[Path]:
    try:
        return copies.holding(db.current().folder, session_id)
    except db.errors.StoreError as trouble:
        raise Busy("Một bản chép trước nâng cấp đang được chương trình khác mở. Anh/chị đóng chương trình ấy rồi huỷ lại.") from trouble


def urn_file(who: Actor, session_id: UUID) -> bytes:
    """The closed urn with its wrapped shares as a file, for a second count on another machine. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        session, found = _held(t, who, session_id, Verb.ENTER_COUNT)
        if session.state not in (SessionState.COUNTING, SessionState.CLOSED):
            raise NotAllowed("Thùng phiếu chỉ xuất được sau khi đã đóng.")
        if found.destroyed:
            raise NotAllowed("Phiếu kín của phiên này đã được huỷ.")
        shares = sealed.shares(t, session_id)
        written = agenda.written(t, session_id) if session.state is SessionState.CLOSED else {}
    names = {item.id: (item.number, item.name) for item in session.items}
    results = {each.item_id: (each.approve, each.reject, each.abstain) for each in session.results}
    return export.write(
        export.UrnFile(
            session.name, found.definition, found.public_key, found.contents, shares, names, written, results
        )
    )


def _held(t: Transaction, who: Actor, session_id: UUID, verb: Verb) -> tuple[Session, Urn]:
    session = seen(t, who, session_id)
    permissions.require(who, verb, session)
    found = there(sealed.get(t, session_id))
    return session, found
