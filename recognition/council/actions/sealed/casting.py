"""One ballot. What is chosen is sealed before it touches the database; no time, no log entry, no order remains."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from recognition.council.sealing import ballot, box, urn
from recognition.council.sealing.ballot import Definition
from recognition.council.sealing.shares import Random
from recognition.council.sealing.terms import Cast, Slip
from recognition.council.store import booth
from recognition.council.store import sealed as store
from recognition.council.terms import Opinion, SessionState
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, NotFound, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb

CLOSED = "Cuộc bỏ phiếu đã đóng nên phiếu này không được nhận."
REPLACED = (
    "Phiên này {} dự thay anh/chị theo văn bản cử, nên phiếu của ghế này do người ấy bỏ. "
    "Danh sách bỏ phiếu đã khoá lúc mở, không đổi lại được."
)
_ALREADY = Cast("", already=True)


def cast(who: Actor, session_id: UUID, choices: Mapping[UUID, str], *, random: Random = secrets.token_bytes) -> Cast:
    """Put one sealed ballot into the urn. The same member a second time: the first ballot stands, `already` is true.

    `choices` holds one word per case in which the member takes part. Raises NotFound for who may not vote here,
    NotAllowed when the vote is not open or a substitute votes in their place, Invalid (fields are case ids; no sentence repeats a choice).
    """
    return _cast(who, session_id, lambda _: choices, random)


def cast_in_order(who: Actor, session_id: UUID, words: Sequence[str], *, random: Random = secrets.token_bytes) -> Cast:
    """As `cast`, with one word per case in the ballot's order; empty where there is none."""

    def named(definition: Definition) -> dict[UUID, str]:
        return {item: word for (item, _), word in zip(definition.items, words, strict=False) if word}

    return _cast(who, session_id, named, random)


def _cast(who: Actor, session_id: UUID, chosen: Callable[[Definition], Mapping[UUID, str]], random: Random) -> Cast:
    with reading(who) as t:
        found, member = entitled(t, who, session_id)
        if found.voted:
            return _ALREADY
        _require_open(found)
        aside = store.recused_of(t, session_id, member)
    definition = ballot.from_json(found.definition)
    message = ballot.encode(definition, _checked(definition, aside, chosen(definition)))
    sealed = box.seal(found.public_key, message, definition.context, random)
    with transaction(who) as t:  # no key: it would leave a row with this person and this moment
        if not store.touch_open(t, session_id):
            if store.voted(t, session_id, member):
                return _ALREADY
            raise NotAllowed(CLOSED)
        if not store.mark_voted(t, session_id, member):
            return _ALREADY
        store.put_contents(t, session_id, urn.add(store.contents(t, session_id), sealed))
    return Cast(urn.receipt(sealed), already=False)


def entitled(t: Transaction, who: Actor, session_id: UUID) -> tuple[Slip, UUID]:
    """The slip and the member in whose place this person votes. Raises NotFound, NotAllowed (somebody was sent in theirs)."""
    found = booth.slip(t, session_id, who)
    if found is None or not permissions.allowed(who, Verb.CAST, found):
        raise NotFound()
    if found.sent:
        raise NotAllowed(REPLACED.format(found.sent))
    if found.voted is None:
        raise NotFound(
            "Anh/chị không có tên trong danh sách bỏ phiếu của phiên này. Danh sách được lập lúc mở bỏ phiếu, theo điểm danh."
        )
    member = who.seat(session_id, found.council_id)
    assert member is not None
    return found, member


def _require_open(found: Slip) -> None:
    if found.state is not SessionState.OPEN:
        raise NotAllowed(CLOSED)


def _checked(definition: Definition, aside: frozenset[UUID], choices: Mapping[UUID, str]) -> dict[UUID, Opinion]:
    offered = {Opinion.APPROVE, Opinion.REJECT} | ({Opinion.ABSTAIN} if definition.abstain_offered else set())
    known = {each.value: each for each in offered}
    wrong: dict[str, str] = {}
    found: dict[UUID, Opinion] = {}
    for number, (item, _) in enumerate(definition.items, 1):
        if item in aside:
            continue
        opinion = known.get(choices.get(item, ""))
        if opinion is None:
            wrong[str(item)] = f"Chưa chọn ý kiến cho trường hợp {number}."
        else:
            found[item] = opinion
    if set(choices) - set(found) - {UUID(each) for each in wrong}:
        wrong[""] = "Phiếu có ý kiến cho trường hợp mà người bỏ phiếu không tham gia xét."
    refuse(wrong)
    return found
