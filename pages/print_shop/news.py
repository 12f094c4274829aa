"""Bản tin gương tốt: an A3 notice and a square card of an award, with a consent that is written down."""

from __future__ import annotations

from functools import partial
from typing import Literal
from uuid import UUID

import streamlit as st

from pages.certificates import photos
from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import AwardState, DecisionState
from recognition.hall.paging import Page
from recognition.hall.words import Verb
from recognition.issuing.actions import news
from recognition.issuing.shop_terms import NewsSheet

who = frame.require(Verb.PUBLISH)
_SHAPES: tuple[Literal["a3", "square"], ...] = ("a3", "square")
_KINDS: tuple[tuple[Literal["PNG", "PDF"], str], ...] = (("PNG", "image/png"), ("PDF", "application/pdf"))


def choose() -> UUID | None:
    """A decision, then somebody of it."""
    recorded = {each.id: each for each in decisions.find(who, state=DecisionState.RECORDED, page=Page(1, 200)).rows}
    if not recorded:
        parts.empty("Chưa có quyết định nào vào số, nên chưa có ai để làm bản tin.")
        return None
    first, second = st.columns(2)
    decision = first.selectbox("Quyết định", list(recorded), format_func=lambda one: f"{recorded[one].number_text}: {recorded[one].title}", key="news:decision")
    awards = {award.id: award for award in decisions.awards(who, decision) if award.state is AwardState.IN_FORCE}
    if not awards:
        parts.soft("Quyết định này không có khen thưởng nào còn hiệu lực.")
        return None
    return second.selectbox("Tập thể, cá nhân", list(awards), format_func=lambda one: awards[one].full_name, key="news:award")


def make(award: UUID) -> None:
    """Who agreed, and which photo."""
    given = news.recorded_consent(who, award)
    consent = st.text_input("Ai đồng ý lên bản tin, ngày nào", given, key=f"news:consent:{award}", placeholder="Đồng chí Lê Văn Tòng đồng ý ngày 12/11/2026")
    parts.field_error("news", "consent")
    photo, agreed = photos.choose(who, award, "news")
    if st.button("Làm bản tin", type="primary", width="stretch") and parts.did("news", lambda key: news.make(who, award, consent, photo, agreed, key)):
        st.rerun()


def show(sheet: NewsSheet) -> None:
    """The sheet in both shapes, to download."""
    tall, square = st.columns([1, 1.2], gap="large")
    for column, shape, name in zip((tall, square), _SHAPES, ("Bảng tin A3", "Thẻ vuông để gửi qua tin nhắn"), strict=True):
        with column:
            with st.spinner("Đang vẽ bản tin…"):
                picture = frame.found(partial(news.picture, who, sheet.id, shape, dpi=70 if shape == "a3" else 150))
            st.image(picture, caption=name, width="stretch")
            for place, (kind, media) in zip(st.columns(2), _KINDS, strict=True):
                place.download_button(kind, partial(news.picture, who, sheet.id, shape, kind), f"ban-tin-{shape}.{kind.lower()}", media, key=f"{shape}:{kind}", icon=":material/download:", width="stretch", on_click="ignore")


def withdraw(sheet: NewsSheet) -> None:
    """The consent was taken back."""
    parts.soft(f"Đồng ý: {sheet.consent}" + (f". Ảnh: {sheet.photo_consent}" if sheet.photo_consent else ""))
    typed: dict[str, str] = {}

    def draw() -> None:
        typed["reason"] = st.text_input("Ai yêu cầu rút, vì sao", key="why:news")
        parts.field_error("withdraw", "reason")

    if st.button("Rút bản tin…", icon=":material/visibility_off:", width="stretch"):
        parts.ask("withdraw")
    if parts.confirm("withdraw", "Rút bản tin", "Bản tin không tải được nữa. Bản đã in, đã gửi thì anh/chị gỡ ở nơi đăng.", "Rút bản tin", parts.finished(lambda key: news.withdraw(who, sheet.id, typed["reason"], key)), draw):
        st.rerun()


st.title("Bản tin gương tốt")
parts.soft("Bảng tin A3 và thẻ vuông có tên, việc làm, quyết định; không có số giấy tờ, ngày sinh, tiền thưởng. Chỉ làm khi người được khen đồng ý.")
award = choose()
if award is not None:
    sheet = news.current(who, award)
    left, right = st.columns([5, 2.4], gap="large")
    with right:
        if sheet is not None:
            withdraw(sheet)
            with st.expander("Làm bản tin khác"):
                make(award)
        else:
            make(award)
    with left:
        if sheet is None:
            parts.empty("Chưa có bản tin cho trường hợp này. Anh/chị ghi ai đồng ý rồi bấm «Làm bản tin».")
        else:
            show(sheet)
