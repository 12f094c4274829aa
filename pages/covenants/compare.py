"""The parties: who signed, who reported; how they stand by points, and target by target."""

from __future__ import annotations

import streamlit as st

from pages.covenants import shown
from pages.covenants.shown import Shown
from pages.shared import frame, parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, Party, Place, Standing, State, Target, Way
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb


def signed(party: Party) -> str:
    """`06/02/2026, trên giấy`; in words while it is not signed."""
    if party.joined is None:
        return "chưa ký"
    how = ", trên giấy" if party.joined.way is Way.PAPER else f", {party.joined.signer}"
    return f"{parts.day(party.joined.on)}{how}"


def parties(one: Covenant) -> None:
    """Every party with its signature and the state of its report; a row opens the report that this person may read."""
    st.subheader(f"Các đơn vị ký · {len(one.parties)}")
    rest: list[Shown[Party]] = [
        ("Vai trò", lambda party: actions.post_words(one, party), False), ("Ký giao ước", lambda party: "" if one.state is State.DRAFT else signed(party), False),
        ("Báo cáo", lambda party: party.report.state.label if party.report else "", False),
    ]  # fmt: skip
    if not any(party.report is not None and party.report.results for party in one.parties):
        shown.table(one.parties, ("Đơn vị", lambda party: party.name, False), rest, f"parties:{one.id}", "Các đơn vị ký")
        return
    columns = [parts.Column("Đơn vị", "name", lead=True), *(parts.Column(title, of, spare=True) for title, of, _ in rest)]
    chosen = parts.paged_table(one.parties, columns, page_key=f"parties:{one.id}", size=100, unit="đơn vị")
    parts.soft("Chọn một đơn vị để đọc báo cáo.")
    if isinstance(chosen, Party):
        _open(one, chosen)


def _open(one: Covenant, party: Party) -> None:
    if party.report is None or not party.report.results:
        st.info("Đơn vị này chưa gửi báo cáo, hoặc anh/chị chưa đọc được báo cáo của đơn vị khác khi đơn vị mình chưa báo cáo.", icon=":material/lock:")
        return
    frame.go("pages/covenants/report.py", **{"id": one.id, "don-vi": party.unit_id})


def draw(who: Actor, one: Covenant) -> None:
    """The comparison: by points, or by one target; nothing before the first report."""
    if not any(party.report for party in one.parties):
        return
    st.subheader("So sánh kết quả")
    standings = actions.standings(one)
    if not any(standing.party.report and standing.party.report.results for standing in standings):
        parts.soft("Đơn vị mình gửi báo cáo rồi thì đọc được kết quả đã xác nhận của các đơn vị khác.")
        return
    choice = st.selectbox("So theo", [None, *one.targets], format_func=lambda target: "Tổng hợp" if target is None else f"{target.position}. {target.name}", key="compare_by")
    if choice is None:
        _whole(one, standings)
    else:
        _by(one, choice)
    if allowed(who, Verb.EXPORT):
        parts.exports(f"so-sanh-{one.code}", lambda: actions.workbook(who, one.id), lambda: actions.csv_file(who, one.id))


def _whole(one: Covenant, standings: list[Standing]) -> None:
    unsure = sum(standing.rank is None for standing in standings)
    if one.scored:
        parts.soft("Xếp thứ theo điểm đã xác nhận; bằng điểm thì cùng thứ." + (f" Còn {unsure} đơn vị chưa có điểm xác nhận nên thứ này là tạm." if unsure and one.state is not State.CLOSED else ""))
    ranks: list[Shown[Standing]] = [("Xếp thứ", lambda row: str(row.rank or ""), True)] if one.scored else []
    rest: list[Shown[Standing]] = [
        (f"Điểm (trên {actions.full_points(one)})", lambda row: actions.points(row.points), True),
        ("Chỉ tiêu đạt", lambda row: f"{row.met} trong {row.told}" if row.told else "", False), ("Tình trạng", lambda row: actions.standing_words(row.party), False),
    ]  # fmt: skip
    shown.table(standings, ("Đơn vị", lambda row: row.party.name, False), rest, f"standings:{one.id}", "So sánh các đơn vị theo điểm", before=ranks)


def _by(one: Covenant, target: Target) -> None:
    parts.soft(f"Mức phấn đấu: {actions.wanted(target)}.")
    places = actions.places(one, target)
    if not places:
        parts.soft("Chưa có đơn vị nào báo cáo chỉ tiêu này.")
        return
    ranks: list[Shown[Place]] = [("Thứ", lambda row: str(row.place or ""), True)]
    rest: list[Shown[Place]] = [
        ("Kết quả", lambda row: actions.reached(target, row.result), False), ("Mức", _met, False),
        (f"Tự chấm (trên {target.points})", lambda row: actions.points(row.result.points), True), ("Xác nhận", lambda row: actions.points(row.result.checked), True),
    ]  # fmt: skip
    shown.table(places, ("Đơn vị", lambda row: row.party.name, False), rest, f"places:{target.id}", f"So sánh các đơn vị theo {target.name}", before=ranks)


def _met(place: Place) -> str:
    return {True: "đạt", False: "chưa đạt", None: ""}[place.met]
