"""Thùng rác: what one threw away, who and when, until when it can be taken back; erasing for good asks first."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts, tables
from recognition.campaigns import actions as campaigns
from recognition.hall.binning import BinKind, Binned
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from vietnamese import dates

who = frame.require(Verb.SEE_BIN)
TITLES = {BinKind.NOMINATION: "Bản nháp hồ sơ", BinKind.EVIDENCE: "Minh chứng", BinKind.CAMPAIGN: "Phong trào đang soạn"}
DAYS = nominations.days()
#: How many things of a kind are drawn at once.
SIZE = 10


def when(moment: datetime) -> str:
    """The local day of a moment."""
    return parts.day(dates.to_local(moment).date())


def back(one: Binned) -> Callable[[UUID], object]:
    """What takes it back."""
    actions: dict[BinKind, Callable[[UUID], object]] = {
        BinKind.NOMINATION: lambda key: nominations.restore(who, one.id, key), BinKind.EVIDENCE: lambda key: nominations.restore_evidence(who, one.id, key),
        BinKind.CAMPAIGN: lambda key: campaigns.restore(who, one.id, DAYS, key),
    }  # fmt: skip
    return actions[one.kind]


def line(one: Binned) -> None:
    """A thing: its name, who threw it away and when, until when; taken back, or a campaign erased."""
    over = one.expired(DAYS, dates.now_utc())
    with st.container(border=True):
        words, verbs = st.columns([5, 2.4], vertical_alignment="center")
        by = f"Bỏ ngày {when(one.removed_at)}" + (f", {one.removed_by}" if one.removed_by else "")
        until = "đã hết hạn khôi phục" if over else f"khôi phục được đến hết {when(one.last_day(DAYS))}"
        words.markdown(f"**{parts.said(one.name)}**  \n:small[:gray[{parts.said(' · '.join((one.detail, by, until)))}]]")
        with verbs.container(horizontal=True, horizontal_alignment="right"):
            again = not over and parts.pressed("Khôi phục", f"restore:{one.id}", icon=":material/restore_from_trash:")
            if one.kind is BinKind.CAMPAIGN and st.button("Xoá hẳn…", key=f"erase:{one.id}", icon=":material/delete_forever:", type="tertiary"):
                parts.ask(f"erase:{one.id}")
        if again and parts.did(f"restoring:{one.id}", back(one)):
            parts.done("Đã khôi phục.")
            st.rerun()
    if one.kind is BinKind.CAMPAIGN:
        body = "Phong trào này cùng hạn và tiêu chí của nó bị xoá hẳn, không lấy lại được."
        if parts.confirm(f"erase:{one.id}", f"Xoá hẳn: {one.name}", body, "Xoá hẳn", lambda key: campaigns.erase(who, one.id, key)) is not None:
            parts.done("Đã xoá hẳn.")
            st.rerun()


def draw(found: Sequence[Binned]) -> None:
    """Kind by kind, the latest first."""
    for kind in BinKind:
        rows = [one for one in found if one.kind is kind]
        if rows:
            st.subheader(f"{TITLES[kind]} · {len(rows)}")
            here = tables.part(rows, f"bin:{kind}", SIZE)
            for one in here:
                line(one)
            if len(rows) > len(here):
                tables.foot(len(here), len(rows), f"bin:{kind}", SIZE, "mục")


def empty_bin() -> None:
    """The administrator erases what nobody can take back any more, told in numbers only."""
    drafts, files = nominations.overdue(who)
    st.subheader("Quá hạn giữ")
    if not (drafts or files):
        parts.empty(f"Không có gì ở Thùng rác quá {DAYS} ngày, nên chưa có gì để xoá hẳn.")
        return
    parts.soft(f"{drafts} bản nháp hồ sơ và {files} tệp minh chứng đã ở Thùng rác quá {DAYS} ngày. Tệp mà một bản đã gửi còn nêu thì giữ lại.")
    if st.button("Xoá hẳn…", icon=":material/delete_forever:"):
        parts.ask("erase_overdue")
    body = f"Xoá hẳn {drafts} bản nháp hồ sơ và {files} tệp minh chứng, kể cả tệp trên ổ đĩa; không ai lấy lại được."
    if parts.confirm("erase_overdue", "Xoá hẳn những gì quá hạn", body, "Xoá hẳn", lambda key: str(nominations.erase_overdue(who, key))) is not None:
        parts.done("Đã xoá hẳn.")
        st.rerun()


st.title("Thùng rác")
keeper = allowed(who, Verb.MANAGE_SETTINGS)
whose = "mọi người" if keeper else "anh/chị"
seen = " Anh/chị chỉ thấy số lượng, không thấy nội dung." if keeper else ""
parts.soft(f"Bản nháp, minh chứng, phong trào đang soạn mà {whose} đã bỏ nằm ở đây {DAYS} ngày; trong thời gian đó không đếm, không tìm thấy ở nơi khác.{seen}")
thrown = [*nominations.thrown_away(who), *campaigns.thrown_away(who)]
draw(thrown)
if keeper:
    empty_bin()
elif not thrown:
    parts.empty("Thùng rác đang trống.")
