"""Row by row what a parcel of results tells, beside what was known before."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from recognition.courier import rules, store
from recognition.courier.actions import ground
from recognition.courier.terms import AnswerRow, Direction, Kept, Kind, ParcelRow
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb

_UNKNOWN = "Nơi đây chưa gửi hồ sơ này cho họ, nên không ghi kết quả được."


def answer_rows(who: Actor, parcel_id: UUID) -> tuple[AnswerRow, ...]:
    """The results of a parcel beside what was known, the new ones first. Raises NotAllowed, NotFound, Invalid."""
    permissions.require(who, Verb.READ_PARCEL)
    with reading(who) as t:
        return answer_rows_in(t, ground.row(t, parcel_id))


def answer_rows_in(t: Transaction, found: ParcelRow) -> tuple[AnswerRow, ...]:
    """`answer_rows` inside a transaction."""
    if found.direction is not Direction.IN or found.kind is not Kind.RESULTS:
        return ()
    answers = ground.answers_in(ground.opened(ground.file_of(found), files=False).content)
    known = store.cases(t, found.partner_id, Direction.OUT)
    made = [_row(each, known.get(UUID(each["ref"]))) for each in answers]
    return tuple(sorted(made, key=lambda row: not row.open))


def _row(answer: Mapping[str, Any], kept: Kept | None) -> AnswerRow:
    ref, after = UUID(str(answer["ref"])), rules.said(answer)
    if kept is None:
        return AnswerRow(ref, None, str(answer["code"]), "", "", "", after, True, "", _UNKNOWN, answer)
    ours = ground.read(kept.content) or {}
    before = kept.answer
    return AnswerRow(
        ref, kept.nomination_id, kept.code, str(ours["recipient_name"]), str(ours["title"]), rules.said(ground.read(before)), after, before != ground.spelled(answer)[0],
        rules.act(answer, kept.state), "", answer,
    )  # fmt: skip
