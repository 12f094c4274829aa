"""What a case says: the story before the fields, what was sent when, what happened."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.nominations import actions
from recognition.nominations.terms import Answer, HistoryLine, Nomination, Opinion, Revision, Tags


def draw(case: Nomination) -> None:
    """The story, then who, what is asked for, by whom."""
    deed = case.deed
    parts.plain(deed.story if deed else case.achievement or "Chưa có nội dung.")
    if deed and deed.reason:
        parts.plain(deed.reason)
    parts.facts(
        [
            ("Người được đề nghị", case.recipient_name),
            ("Đề nghị", case.award_name),
            ("Đơn vị đề nghị", case.unit_name),
            ("Nơi làm", deed.place if deed else ""),
            ("Biết việc ngày", parts.day(deed.known_date) if deed else ""),
            ("Thời gian lập thành tích", f"{parts.day(case.period_from)} - {parts.day(case.period_to)}" if case.period_from and case.period_to else ""),
            ("Người được giúp", deed.beneficiaries if deed else ""),
            ("Người chứng kiến", deed.witness if deed else ""),
            ("Câu trên giấy khen", case.wording),
            ("Chủ đề", tags(deed.tags) if deed else ""),
            ("Công bố", case.publish_basis if case.publish else "Chưa đồng ý công bố"),
            ("Liên hệ", case.contact),
        ]
    )


def name(case: Nomination) -> str:
    """Who and what in one line: «Lê Văn Tòng: cứu hai học sinh đuối nước»."""
    return named(case.recipient_name, case.title)


def named(recipient: str, title: str) -> str:
    """The same of a name and a title at hand."""
    if recipient and title[1:2].islower():
        title = title[:1].lower() + title[1:]
    return ": ".join(part for part in (recipient, title) if part) or "Hồ sơ chưa đặt tên"


def tags(found: Tags) -> str:
    """Tags in one line."""
    return "; ".join(each.label for each in ((found.field,) if found.field else ()) + found.papi + found.democracy)


def to_mend(who: Actor, case: Nomination) -> None:
    """What keeps the case from being sent, and what one might think of."""
    st.subheader("Trước khi gửi")
    findings(actions.to_mend(who, case.id))


def findings(found: tuple[actions.Finding, ...]) -> None:
    """Wrong first, then what is missing, then advice."""
    with st.container(border=True):
        ordered = sorted(found, key=lambda each: (not each.blocks, each.missing))
        for each in ordered:
            icon = ":gray[:material/radio_button_unchecked:]" if each.missing else ":red[:material/error:]" if each.blocks else ":orange[:material/info:]"
            st.markdown(f"{icon} {parts.said(each.sentence)}")
            if each.clause and not each.missing:
                parts.soft(each.clause)
        if not any(each.blocks for each in found):
            st.markdown(":green[:material/check_circle:] Đủ để gửi")


def opinion(asked: Opinion | None, today: date) -> None:
    """What the nominee's own unit says, where another unit proposed them."""
    if asked is None:
        return
    st.subheader("Ý kiến đơn vị quản lý")
    with st.container(border=True):
        parts.plain(asked.unit_name)
        if asked.answer is None:
            parts.soft(f"Hết hạn {parts.day(asked.due)}, không có ý kiến" if asked.silent(today) else f"Đang chờ, hạn {parts.day(asked.due)}")
            return
        icon = ":green[:material/check_circle:]" if asked.answer is Answer.AGREE else ":orange[:material/report:]"
        st.markdown(f"{icon} {asked.answer.label} · {parts.day(asked.answered_at)}")
        if asked.reason:
            parts.plain(asked.reason)


def revisions(sent: list[Revision]) -> None:
    """Each time it was sent, with what had changed since the time before."""
    if not sent:
        parts.soft("Hồ sơ chưa được gửi lần nào.")
    for number, revision in enumerate(sent):
        st.markdown(f"**Lần {revision.number}** · {parts.day(revision.made_at)}")
        parts.soft(f"Dấu vết nội dung {revision.sha256[:12]}")
        if number + 1 < len(sent):
            _changes(sent[number + 1], revision)


def _changes(before: Revision, after: Revision) -> None:
    changes = actions.compared(before, after)
    if not changes:
        parts.soft("Không đổi nội dung so với lần trước.")
    for change in changes:
        with st.container(border=True):
            parts.soft(change.label)
            old, new = st.columns(2)
            with old:
                parts.soft(f"Trước: {change.before or '(trống)'}")
            with new:
                parts.plain(f"Nay: {change.after or '(trống)'}")


def history(lines: list[HistoryLine]) -> None:
    """What happened, the newest first."""
    parts.facts([(parts.day(line.at), line.sentence) for line in lines], columns=1)
