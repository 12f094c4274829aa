"""What waits in the print shop: blanks that run out."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing.actions import stock


def items(who: Actor) -> list[WorkItem]:
    """One row per blank of which too few sheets are left."""
    if not allowed(who, Verb.KEEP_STOCK):
        return []
    return [
        WorkItem("inventory_2", f"Phôi sắp hết: {one.blank.name}", f"Còn {one.left} tờ, mức báo là {one.blank.low} tờ", "Xem sổ phôi", "pages/print_shop/stock.py", badge="Phôi")
        for one in stock.low(who)
    ]
