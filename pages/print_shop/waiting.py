"""What waits in the print shop: blanks that run out, awards that were not handed over yet."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing.actions import handing, stock
from vietnamese import numbers

SHOWN = 5
"""Decisions on the first screen; all are on the screen itself."""


def items(who: Actor) -> list[WorkItem]:
    """One row per blank of which too few sheets are left, and per decision of which not everybody has received."""
    return [*_blanks(who), *_handing(who)]


def _blanks(who: Actor) -> list[WorkItem]:
    if not allowed(who, Verb.KEEP_STOCK):
        return []
    return [
        WorkItem("inventory_2", f"Phôi sắp hết: {one.blank.name}", f"Còn {one.left} tờ, mức báo là {one.blank.low} tờ", "Xem sổ phôi", "pages/print_shop/stock.py")
        for one in stock.low(who)
    ]


def _handing(who: Actor) -> list[WorkItem]:
    """For the clerk; the secretary may do it too, but is not reminded."""
    if not allowed(who, Verb.ISSUE):
        return []
    return [
        WorkItem(
            "redeem", f"Trao thưởng theo Quyết định số {one.number_text}", f"{numbers.integer(one.waiting)} trong {numbers.integer(one.awards)} người, tập thể chưa nhận",
            "Ghi đã trao", "pages/print_shop/hand_over.py", one.decision_id,
        )
        for one in handing.standings(who, SHOWN)
    ]  # fmt: skip
