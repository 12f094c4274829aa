"""What a secretary does with parcels between installations."""

from recognition.courier.actions.answer_rows import answer_rows
from recognition.courier.actions.answering import answer, results_of
from recognition.courier.actions.answers import keep
from recognition.courier.actions.answers import unknown_awards as unknown_given
from recognition.courier.actions.partners import change_unit, confirm, end, own_card, partners, read_card
from recognition.courier.actions.receiving import look, receive
from recognition.courier.actions.rows import rows
from recognition.courier.actions.sending import candidates, file, get, parcels, send, to_take_back
from recognition.courier.actions.taking import award_choices, take, unknown_awards
from recognition.courier.actions.waiting import Waits, waiting

__all__ = [
    "Waits",
    "answer",
    "answer_rows",
    "award_choices",
    "candidates",
    "change_unit",
    "confirm",
    "end",
    "file",
    "get",
    "keep",
    "look",
    "own_card",
    "parcels",
    "partners",
    "read_card",
    "receive",
    "results_of",
    "rows",
    "send",
    "take",
    "to_take_back",
    "unknown_awards",
    "unknown_given",
    "waiting",
]
