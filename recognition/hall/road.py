"""The one table of transitions: from which states, by which verb, to which state.

Actions ask it, screens draw their buttons from it, tests walk every cell. Who may use a verb stands in `permissions`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from recognition.hall.errors import NotAllowed
from recognition.hall.words import ModelState, State, Verb, Word

_S, _M = State, ModelState


def _rows(table: tuple[tuple[tuple[Word, ...], Verb, Word], ...]) -> Mapping[tuple[Word, Verb], Word]:
    return MappingProxyType({(before, verb): after for befores, verb, after in table for before in befores})


#: A nomination. Submitting leads to `endorsed` at once where the unit has switched endorsement off: `after` knows.
NOMINATION = _rows(
    (
        ((_S.DRAFT, _S.RETURNED), Verb.SUBMIT, _S.SUBMITTED),
        ((_S.SUBMITTED,), Verb.ENDORSE, _S.ENDORSED),
        ((_S.SUBMITTED,), Verb.SEND_BACK, _S.RETURNED),
        ((_S.SUBMITTED, _S.ENDORSED), Verb.RECALL, _S.DRAFT),
        ((_S.DRAFT, _S.SUBMITTED, _S.ENDORSED, _S.RETURNED), Verb.WITHDRAW, _S.WITHDRAWN),
        ((_S.WITHDRAWN,), Verb.RESTORE, _S.DRAFT),  # only from the bin: a draft that was never sent
        ((_S.ENDORSED,), Verb.ACCEPT, _S.ACCEPTED),
        ((_S.ENDORSED, _S.ACCEPTED, _S.SHORTLISTED, _S.FORWARDED), Verb.RETURN, _S.RETURNED),
        ((_S.ENDORSED, _S.ACCEPTED, _S.SHORTLISTED), Verb.REFUSE, _S.REFUSED),
        ((_S.ACCEPTED,), Verb.SHORTLIST, _S.SHORTLISTED),
        ((_S.SHORTLISTED,), Verb.UNSHORTLIST, _S.ACCEPTED),
        ((_S.SHORTLISTED,), Verb.PUT_ON_AGENDA, _S.ON_AGENDA),
        ((_S.ON_AGENDA,), Verb.TAKE_OFF_AGENDA, _S.SHORTLISTED),
        ((_S.ON_AGENDA,), Verb.PASS, _S.PASSED),
        ((_S.ON_AGENDA,), Verb.FAIL, _S.FAILED),
        ((_S.PASSED, _S.FAILED), Verb.REVOTE, _S.ON_AGENDA),
        ((_S.PASSED,), Verb.AWARD, _S.AWARDED),
        ((_S.PASSED, _S.FORWARDED), Verb.NOT_APPROVE, _S.NOT_APPROVED),
        ((_S.ACCEPTED, _S.SHORTLISTED, _S.PASSED), Verb.FORWARD, _S.FORWARDED),
        ((_S.FORWARDED,), Verb.ANSWER_FORWARDED, _S.AWARDED),
        ((_S.ACCEPTED,), Verb.AWARD_SIMPLIFIED, _S.AWARDED),
        ((_S.SHORTLISTED,), Verb.AWARD_WRITTEN, _S.AWARDED),
    )
)

#: One year of an exemplary model (registration, approval, work, self-score, check, recognition).
MODEL_YEAR = _rows(
    (
        ((_M.REGISTERED,), Verb.APPROVE_MODEL, _M.APPROVED),
        ((_M.APPROVED,), Verb.START_MODEL, _M.WORKING),
        ((_M.APPROVED, _M.WORKING), Verb.REPORT_MODEL, _M.SELF_SCORED),
        ((_M.SELF_SCORED,), Verb.CHECK_MODEL, _M.CHECKED),
        ((_M.CHECKED,), Verb.RECOGNISE_MODEL, _M.RECOGNISED),
        ((_M.RECOGNISED,), Verb.MARK_OUTSTANDING, _M.OUTSTANDING),
        ((_M.RECOGNISED, _M.OUTSTANDING), Verb.CONTINUE_MODEL, _M.CONTINUED),
        (
            (_M.REGISTERED, _M.APPROVED, _M.WORKING, _M.SELF_SCORED, _M.CHECKED, _M.RECOGNISED, _M.OUTSTANDING, _M.CONTINUED),
            Verb.END_MODEL,
            _M.ENDED,
        ),
    )
)

#: States in which the nominating unit may still change the text.
EDITABLE = frozenset({State.DRAFT, State.RETURNED})


def verbs_from(state: State) -> tuple[Verb, ...]:
    """The verbs that lead away from a state, in the order of the table."""
    return tuple(verb for (before, verb) in NOMINATION if before == state)


def after(state: State, verb: Verb, *, endorsement: bool = True) -> State:
    """The state after `verb`. `endorsement` tells whether the unit asks its leader first.

    Raises NotAllowed with the reason when the verb does not lead anywhere from `state`.
    """
    found = NOMINATION.get((state, verb))
    if found is None:
        raise NotAllowed(f"Hồ sơ đang ở bước «{state.label}» nên không thể «{verb.label}». Anh/chị tải lại trang để xem bước hiện tại.")
    if verb is Verb.SUBMIT and not endorsement:
        return State.ENDORSED
    return State(found)


def model_after(state: ModelState, verb: Verb) -> ModelState:
    """The state of a model's year after `verb`. Raises NotAllowed likewise."""
    found = MODEL_YEAR.get((state, verb))
    if found is None:
        raise NotAllowed(f"Mô hình đang ở bước «{state.label}» nên không thể «{verb.label}». Anh/chị tải lại trang để xem bước hiện tại.")
    return ModelState(found)
