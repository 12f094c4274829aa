"""What waits in the council: sessions to prepare, to lead, to count, to read."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.terms import Method, SessionLine, SessionState
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.paging import Page
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, Verb
from vietnamese import dates

_SECRETARY = {
    SessionState.PLANNED: "Chuẩn bị", SessionState.CALLED: "Điểm danh", SessionState.OPEN: "Theo dõi kiểm phiếu", SessionState.COUNTING: "Kết thúc",
}  # fmt: skip


def items(who: Actor) -> list[WorkItem]:
    """Sessions that are not over: the secretary leads, tellers count, members read."""
    if not allowed(who, Verb.SEE_SESSIONS):
        return []
    found = []
    for row in actions.find(who, Page(1, 50)).rows:
        if row.state in _SECRETARY:
            found += [made for made in (_vote(who, row), _item(who, row)) if made is not None]
    return found


def _vote(who: Actor, row: SessionLine) -> WorkItem | None:
    """An open sealed ballot waits for each member on its roll who has not voted."""
    if row.method is not Method.SEALED or row.state is not SessionState.OPEN or not who.has(Role.COUNCIL_MEMBER):
        return None
    try:
        booth = sealed.booth(who, row.id)
    except NotFound:  # a secretary or a teller who is no member there
        return None
    if not booth.eligible or booth.voted:
        return None
    detail = f"{row.council_name} · {dates.short(row.on_date)} · {row.items} trường hợp"
    return WorkItem("how_to_vote", f"Bỏ phiếu kín: {row.name}", detail, "Bỏ phiếu", "pages/council/session.py", row.id, row.on_date)


def _item(who: Actor, row: SessionLine) -> WorkItem | None:
    detail = f"{row.council_name} · {dates.short(row.on_date)} · {row.items} trường hợp"
    voting = row.state in (SessionState.OPEN, SessionState.COUNTING)
    if row.method is Method.SEALED:
        voting = row.state is SessionState.COUNTING
    if row.id in who.teller_of and voting:
        return WorkItem("calculate", f"Kiểm phiếu: {row.name}", detail, "Nhập kết quả", "pages/council/session.py", row.id, row.on_date)
    if who.has(Role.SECRETARY):
        return WorkItem("how_to_vote", row.name, detail, _SECRETARY[row.state], "pages/council/session.py", row.id, row.on_date)
    if who.has(Role.COUNCIL_MEMBER) and row.state is SessionState.CALLED:
        return WorkItem("menu_book", f"Xem hồ sơ: {row.name}", detail, "Xem hồ sơ", "pages/council/session.py", row.id, row.on_date)
    return None
