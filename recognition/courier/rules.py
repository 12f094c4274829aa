"""What a parcel's rows mean beside what is known here, as pure functions; nothing here opens a file."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from recognition.courier.terms import RowKind, Stage
from recognition.hall.words import State
from recognition.nominations.differences import between
from recognition.nominations.terms import Change
from vietnamese import dates

STAGES: Mapping[State, Stage] = {
    State.ENDORSED: Stage.RECEIVED,
    State.ACCEPTED: Stage.SCREENING,
    State.SHORTLISTED: Stage.LISTED,
    State.ON_AGENDA: Stage.COUNCIL,
    State.PASSED: Stage.COUNCIL,
    State.RETURNED: Stage.RETURNED,
    State.WITHDRAWN: Stage.WITHDRAWN,
    State.REFUSED: Stage.REFUSED,
    State.FAILED: Stage.FAILED,
    State.NOT_APPROVED: Stage.NOT_APPROVED,
    State.FORWARDED: Stage.FORWARDED,
    State.AWARDED: Stage.AWARDED,
}
#: Stages whose reasons a sender is told; of a ballot only that it did not pass.
_WITH_REASONS = frozenset({Stage.RETURNED, Stage.REFUSED, Stage.NOT_APPROVED})
#: Stages that end a case above without an award: below it is not approved.
ENDED = frozenset({Stage.REFUSED, Stage.FAILED, Stage.NOT_APPROVED})
#: What people read of a recipient beside what a revision's own comparison tells.
_MORE = {
    "unit_name": "Đơn vị đề nghị", "recipient_salutation": "Danh xưng", "recipient_post": "Chức vụ, công việc", "recipient_unit": "Đơn vị công tác",
    "recipient_birth_year": "Năm sinh", "recipient_address": "Địa chỉ", "recipient_commune": "Xã, phường",
}  # fmt: skip
_TEXT = {"number": 60, "title": 300, "signer_name": 300, "signer_post": 300, "signer_capacity": 300, "place": 300, "organ": 300, "track": 20,
         "award_code": 100, "award_name": 300, "kind": 20, "recipient_kind": 20, "salutation": 100, "name": 300, "post": 300, "unit": 300, "wording": 1_000,
         "subject": 300, "serial": 60, "code": 60}  # fmt: skip


def kind_of(sha256: str, number: int, known: tuple[str, int, bool] | None) -> RowKind:
    """How a case of parcel `number` stands to the one that is known: (hash, number of its parcel, whether it was taken back)."""
    if known is None:
        return RowKind.NEW
    before, last, gone = known
    if sha256 == before and not gone:
        return RowKind.SAME
    return RowKind.OLDER if number < last else RowKind.CHANGED


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Field by field, before and after, in the words of the form."""
    more = [Change(label, str(before.get(key) or ""), str(after.get(key) or "")) for key, label in _MORE.items()]
    return (*(each for each in more if each.before != each.after), *between(before, after))


def taken_back(state: State, told: Stage | None) -> bool:
    """Whether a case that went up is to be told as taken back: it left the road, or left it for a mending that nobody above asked for."""
    if state in (State.WITHDRAWN, State.REFUSED):
        return True
    return state not in (State.FORWARDED, State.AWARDED, State.NOT_APPROVED) and told is not Stage.RETURNED


def answer(ref: UUID, code: str, state: State, reasons: tuple[str, ...], award: Mapping[str, Any] | None, *, revoked: bool) -> dict[str, Any]:
    """What the sender is told of a case: how far it came, why it stopped, or its award. Never a vote."""
    stage = Stage.REVOKED if revoked else STAGES.get(state, Stage.RECEIVED)
    return {
        "ref": str(ref), "code": code, "stage": stage.value, "reasons": list(reasons) if stage in _WITH_REASONS else [],
        "award": dict(award) if award is not None and stage is Stage.AWARDED else None,
    }  # fmt: skip


def checked_answer(found: Any) -> dict[str, Any]:
    """A result that came from outside, each part of its kind. Raises ValueError, KeyError or TypeError when it is none."""
    if not isinstance(found, dict) or set(found) != {"ref", "code", "stage", "reasons", "award"}:
        raise ValueError("parts")
    UUID(found["ref"])
    stage, reasons, award = Stage(found["stage"]), found["reasons"], found["award"]
    if not isinstance(reasons, list) or len(reasons) > 50 or not all(isinstance(each, str) and len(each) <= 1_000 for each in [*reasons, found["code"]]):
        raise ValueError("reasons")
    if (award is not None) != (stage is Stage.AWARDED):
        raise ValueError("award")
    if award is not None:
        _check_award(award)
    return dict(found)


def _check_award(award: Any) -> None:
    if not isinstance(award, dict) or set(award) != {*_TEXT, "decided_on", "amount"}:
        raise ValueError("parts")
    if not all(isinstance(award[name], str) and len(award[name]) <= most for name, most in _TEXT.items()):
        raise ValueError("text")
    if type(award["amount"]) is not int or not 0 <= award["amount"] <= 10**11:
        raise ValueError("amount")
    date.fromisoformat(award["decided_on"])


def worth_telling(answer: Mapping[str, Any]) -> bool:
    """Whether a sender waits for this: a last word, or a case that they have to mend; a step on the way goes along with the next one."""
    return Stage(answer["stage"]) in ENDED | {Stage.RETURNED, Stage.AWARDED, Stage.REVOKED}


def said(answer: Mapping[str, Any] | None) -> str:
    """An answer in one sentence; empty when there is none."""
    if not answer:
        return ""
    stage, award = Stage(answer["stage"]), answer["award"]
    if award is None:
        return ". ".join(part.rstrip(".") for part in (stage.label, *answer["reasons"]) if part) + "."
    paper = f", giấy số {award['serial']}" if award["serial"] else ""
    code = f", mã tra cứu {award['code']}" if award["code"] else ""
    day = dates.short(date.fromisoformat(award["decided_on"]))
    return f"Được tặng {award['award_name']}: Quyết định số {award['number']} ngày {day} của {award['organ']}, {award['signer_name']} ký{paper}{code}."


def act(answer: Mapping[str, Any], state: State) -> str:
    """What keeping an answer does to the case here; only its stage is noted where the case waits on, or has gone on."""
    stage = Stage(answer["stage"])
    if state is not State.FORWARDED:
        return "Chỉ ghi kết quả"
    if stage is Stage.AWARDED:
        return "Ghi quyết định bên ngoài, hồ sơ sang «Đã khen»"
    if stage is Stage.RETURNED:
        return "Trả hồ sơ về đơn vị để sửa, kèm lý do"
    return "Hồ sơ sang «Không được duyệt», kèm lý do" if stage in ENDED else "Chỉ ghi bước đang xét"
