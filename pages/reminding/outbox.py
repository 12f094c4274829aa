"""Thư chờ gửi: what was composed lies here until somebody has looked; then it goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from pages.reminding import looks, pace
from pages.shared import frame, parts, tables
from recognition.hall.words import Verb
from recognition.reminding import actions
from recognition.reminding.terms import Composed, Letter, LetterState
from vietnamese import dates

who = frame.require(Verb.SEE_OUTBOX)
SIZE = 25
EMPTY = {
    LetterState.DRAFT: "Không có thư nào chờ duyệt. Bấm «Soạn thư nhắc»: phần mềm xem hôm nay ai chậm, ai sắp đến hạn rồi soạn, chưa gửi đi đâu.",
    LetterState.APPROVED: "Không có thư nào chờ gửi. Thư bằng công văn giấy nằm ở đây cho tới khi anh/chị ghi số công văn.",
    LetterState.FAILED: "Không có thư nào gửi hỏng.",
    LetterState.SENT: "Chưa gửi thư nào.",
    LetterState.LEFT_OUT: "Chưa bỏ thư nào.",
}


def organ() -> UUID:
    """Whose letters: asked only where there are several."""
    names = actions.organs(who)
    if not names:
        frame.refuse("Anh/chị chưa là thư ký của cơ quan nào nên chưa có thư chờ gửi.")
    if len(names) == 1:
        return next(iter(names))
    return UUID(str(st.selectbox("Cơ quan", list(names), format_func=lambda one: names[one], key="outbox:organ")))


def compose(issuer_id: UUID) -> None:
    """Look through everything that waits today."""
    done = parts.do("compose", lambda key: actions.compose(who, issuer_id, key))
    if done is not None:
        st.session_state["outbox:composed"] = said(done) if isinstance(done, Composed) else "Đã soạn."
        st.rerun()


def said(done: Composed) -> str:
    """What composing came to, in one sentence."""
    found = [f"Soạn {done.made} thư mới."] if done.made else []
    if done.again:
        found.append(f"Soạn lại {done.again} thư chờ duyệt cho đúng hôm nay.")
    found = found or ["Không có thư mới nào cần soạn."]
    if done.withdrawn:
        found.append(f"Bỏ {done.withdrawn} thư vì việc trong thư đã xong.")
    if done.waiting:
        found.append(f"{done.waiting} việc vừa nhắc gần đây nên chưa nhắc lại.")
    return " ".join(found)


def row(letter: Letter, ticked: bool | None) -> bool:
    """One letter: whether it is chosen, to whom, what it says, the way to its own page; on a phone one under another."""
    if tables.on_phone():
        chosen = named(letter, ticked)
        gist(letter)
        with st.container(horizontal=True, vertical_alignment="center"):
            way_in(letter)
        return chosen
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = named(letter, ticked)
        way_in(letter)
    gist(letter)
    return chosen


def named(letter: Letter, ticked: bool | None) -> bool:
    """To whom; a draft can be chosen."""
    name = f"**{parts.said(letter.addressee)}**"
    if ticked is None:
        st.markdown(f"{name} :small[:gray[{parts.day(letter.decided_at)}]]", width="stretch")
        return False
    return st.checkbox(name, ticked, key=f"tick:{ticked}:{letter.id}:{letter.version}", width="stretch")


def way_in(letter: Letter) -> None:
    """How pressing it is or how far it has come, and its own page."""
    looks.badge(letter)
    if st.button("Xem, sửa" if letter.state is LetterState.DRAFT else "Xem", key=f"open:{letter.id}"):
        frame.go("pages/reminding/letter.py", id=letter.id)


def gist(letter: Letter) -> None:
    """What it is about."""
    for line in looks.gist(letter):
        st.markdown(f":small[:gray[{parts.said(line)}]]")


def drafts(rows: Sequence[Letter]) -> None:
    """The drafts of this page, and over them the one button that sends those chosen."""
    oldest = min(dates.to_local(letter.composed_at).date() for letter in rows)
    if oldest < dates.today():
        st.info(f"Có thư soạn từ ngày {dates.short(oldest)}: số ngày chậm, số ngày còn lại trong thư tính đến hôm soạn. Bấm «Soạn thư nhắc» để tính lại theo hôm nay.", icon=":material/update:")
    bar = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    here = hash(tuple(letter.id for letter in rows))  # other letters are not chosen by a tick that was meant for these
    whole = bar.checkbox(f"Chọn cả {len(rows)} thư ở trang này", key=f"outbox:whole:{here}", width="stretch") if len(rows) > 1 else False
    chosen = listed(rows, whole)
    if bar.button(f"Duyệt và gửi {len(chosen)} thư…" if chosen else "Duyệt và gửi…", type="primary", icon=":material/send:", disabled=not chosen):
        parts.ask("send")
    body = f"{len(chosen)} thư đi ngay: đơn vị, người có tài khoản thấy trong «Việc cần làm»; đơn vị chưa có tài khoản thì anh/chị in công văn. Thư đã gửi không lấy lại được."
    pairs = [(one.id, one.version) for one in chosen]
    done = parts.confirm("send", "Duyệt và gửi", body, f"Gửi {len(chosen)} thư", lambda key: actions.approve(who, pairs, key, by_mail=looks.wants_mail()), looks.by_mail)
    looks.told(done, st.rerun)


def listed(rows: Sequence[Letter], ticked: bool | None) -> list[Letter]:
    """Letters one under another; those chosen."""
    chosen = []
    for letter in rows:
        with st.container(border=True, gap="xsmall"):
            if row(letter, ticked):
                chosen.append(letter)
    return chosen


def on_paper(issuer_id: UUID) -> None:
    """All công văn that wait to be printed, as one file."""
    waiting = actions.on_paper(who, issuer_id)
    if waiting:
        st.download_button(
            f"Tải {len(waiting)} công văn (ZIP)", partial(actions.every, who, issuer_id), f"cong-van-don-doc-{dates.today():%Y-%m-%d}.zip", "application/zip",
            icon=":material/folder_zip:", on_click="ignore",
        )  # fmt: skip


def summaries(issuer_id: UUID) -> None:
    """Summaries for those who asked for them."""
    done = parts.do("digests", lambda key: actions.compose_digests(who, issuer_id, key))
    if done is not None:
        made = done.made if isinstance(done, Composed) else 0
        st.session_state["outbox:composed"] = f"Soạn {made} bản tóm tắt mới." if made else "Hôm nay chưa ai đến kỳ nhận bản tóm tắt mới."
        st.rerun()


left, right = st.columns([5, 1.6], vertical_alignment="center")
left.title("Thư chờ gửi")
parts.soft("Phần mềm soạn từ việc còn chậm, sắp đến hạn; anh/chị xem, sửa lời, bỏ bớt rồi mới gửi. Không thư nào tự đi.")
issuer_id = organ()
if right.button("Soạn thư nhắc", icon=":material/edit_notifications:", type="primary", width="stretch"):
    compose(issuer_id)
if actions.ready() and right.button("Soạn bản tóm tắt", icon=":material/summarize:", width="stretch", help="Cho người đã chọn nhận tóm tắt tin chưa đọc ở «Tài khoản của tôi»."):
    summaries(issuer_id)
if sentence := st.session_state.pop("outbox:composed", None):
    st.success(sentence, icon=":material/check:")
looks.refusals()
counts = actions.counts(who, issuer_id)
state = st.pills(
    "Trạng thái", list(LetterState), format_func=lambda one: f"{one.label} · {counts.of(one)}", default=LetterState.DRAFT, key="outbox:state",
    label_visibility="collapsed", required=True,
)  # fmt: skip
page_key = f"outbox:page:{issuer_id}:{state}"
found = actions.find(who, issuer_id, state, parts.page_of(page_key, SIZE))
if not found.rows:
    parts.empty(EMPTY[state])
elif state is LetterState.DRAFT:
    drafts(found.rows)
else:
    if state is LetterState.APPROVED:
        on_paper(issuer_id)
    listed(found.rows, None)
if found.rows:
    tables.foot(len(found.rows), found.total, page_key, SIZE, "thư")
pace.draw(who, issuer_id)
