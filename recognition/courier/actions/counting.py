"""How much of a parcel waits still, counted anew whenever something of it was taken in."""

from uuid import UUID

from recognition.courier import store
from recognition.courier.actions import ground
from recognition.courier.actions.answer_rows import answer_rows_in
from recognition.courier.actions.rows import held, rows_in
from recognition.courier.terms import ParcelRow
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction


def recounted(t: Transaction, who: Actor, parcel_id: UUID) -> ParcelRow:
    """The parcel with the number of its rows that nobody has taken in yet."""
    found = ground.row(t, parcel_id)
    waiting = sum(row.open for row in rows_in(t, who, found, held(found))) + sum(row.open for row in answer_rows_in(t, found))
    store.set_waiting(t, parcel_id, waiting)
    return ground.row(t, parcel_id)
