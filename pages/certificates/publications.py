"""Gương đã công bố: what the public sees, by which consent or clause; taken away at once on request."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages.certificates import photos
from pages.shared import frame, parts, tables
from recognition.decisions import actions as decisions
from recognition.decisions.terms import AwardState, DecisionState
from recognition.hall.paging import Page
from recognition.hall.words import Verb
from recognition.issuing import actions
from recognition.issuing.terms import Basis, Publication
from recognition.thanks import actions as thanks
from recognition.thanks.terms import Count

who = frame.require(Verb.PUBLISH)
_BASES = tuple(Basis)
#: How many publications are drawn at once.
SIZE = 20


def row(publication: Publication, given: Mapping[UUID, Count]) -> None:
    """One publication and the way to take it away."""
    name = f"unpublish:{publication.id}"
    typed: dict[str, str] = {}
    words, button = st.columns([5, 1.5], vertical_alignment="center")
    with words.container(gap=None):
        st.markdown(f"**{parts.said(publication.name)}**")
        parts.soft(publication.title)
        pictured = f" · ảnh: {publication.photo_consent}" if publication.photo_consent else ""
        parts.soft(f"{publication.basis.label}: {publication.basis_detail} · công bố {parts.day(publication.published_at)}{pictured}")
        if publication.id in given:
            frame.link("pages/thanks/example.py", given[publication.id].sentence, ":material/local_florist:", id=publication.id)
    if publication.withdrawn_at is not None:
        with button:
            st.badge(f"Đã gỡ {parts.day(publication.withdrawn_at)}", icon=":material/visibility_off:", color="gray")
        return
    if button.button("Gỡ…", key=name, width="stretch"):
        parts.ask(name)

    def draw() -> None:
        typed["reason"] = st.text_input("Ai yêu cầu, vì sao", key=f"why:{publication.id}")
        parts.field_error(name, "reason")

    def call(key: UUID) -> bool:
        actions.unpublish(who, publication.id, publication.version, typed["reason"], key)
        return True

    if parts.confirm(name, "Gỡ khỏi trang công khai", f"{publication.name} không còn trên trang công khai ngay sau khi bấm.", "Gỡ công bố", call, draw):
        st.rerun()


def publish() -> None:
    """Choose an award of a recorded decision and say why it may be shown."""
    recorded = {each.id: each for each in decisions.find(who, state=DecisionState.RECORDED, page=Page(1, 200)).rows}
    if not recorded:
        parts.soft("Chưa có quyết định nào vào số, nên chưa có ai để công bố.")
        return
    decision = st.selectbox("Quyết định", list(recorded), format_func=lambda one: f"{recorded[one].number_text}: {recorded[one].title}", key="publish:decision")
    in_force = [award for award in decisions.awards(who, decision) if award.state is AwardState.IN_FORCE]
    awards = {award.id: award for award in in_force if award.id not in shown}
    if not awards:
        parts.soft("Mọi khen thưởng của quyết định này đã được công bố." if in_force else "Quyết định này không có khen thưởng nào còn hiệu lực.")
        return
    award = st.selectbox("Tập thể, cá nhân", list(awards), format_func=lambda one: awards[one].full_name, key="publish:award")
    photo, agreed = photos.choose(who, award, "publish")
    with st.form("publish", border=False):
        basis = st.radio("Vì sao được công bố", _BASES, format_func=lambda one: one.label)
        detail = st.text_input("Ai đồng ý, ngày nào; hoặc điều khoản", help="Để trống nếu hồ sơ đã ghi sự đồng ý.")
        parts.field_error("publish", "detail")
        story = st.text_area("Câu chuyện", actions.story_of(who, award), height=220, key=f"story:{award}")
        parts.soft("Anh/chị sửa cho gọn; bỏ tên trẻ em, người bệnh và người không liên quan. Để trống thì chỉ công bố tên, việc, quyết định.")
        parts.field_error("publish", "story")
        if st.form_submit_button("Công bố", type="primary") and parts.did(
            "publish", lambda key: actions.publish(who, award, basis.value, detail, story, key, photo=photo, photo_consent=agreed)
        ):
            parts.done("Đã công bố.")
            st.rerun()


st.title("Gương đã công bố")
parts.soft("Trang công khai «Gương sáng» chỉ có những trường hợp ở đây: tên, đơn vị, việc làm, quyết định, câu chuyện và ảnh đã duyệt; không có số điện thoại, ngày sinh, tiền thưởng.")
found = actions.publications(who)
shown = {publication.award_id for publication in found if publication.withdrawn_at is None}
if tables.on_phone():  # one under another there, and the list is long
    right, left = st.container(), st.container()
    with right.expander("Công bố thêm", icon=":material/add:"):
        publish()
else:
    left, right = st.columns([5, 2.4], gap="large")
    with right:
        st.subheader("Công bố thêm")
        publish()
right.link_button("Xem trang công khai", "/guong-sang", icon=":material/public:")
with left:
    here = tables.part(found, "publications", SIZE)
    if not found:
        parts.empty("Chưa công bố trường hợp nào. Anh/chị chọn ở «Công bố thêm».")
    else:
        given = thanks.counts(who, [publication.id for publication in here])
        with st.container(border=True):
            for publication in here:
                row(publication, given)
        tables.foot(len(here), len(found), "publications", SIZE, "trường hợp")
