"""Choosing a picture of the case to show to others, with the words of its own consent."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.issuing.actions import news

_NONE = UUID(int=0)


def choose(who: Actor, award: UUID, form: str) -> tuple[UUID | None, str]:
    """The picture, or None, and who agreed that it is shown. Refusals of `form` stand under the fields."""
    photos = {each.id: each for each in news.photos(who, award)}
    if not photos:
        return None, ""
    photo = st.selectbox(
        "Ảnh trong hồ sơ", [_NONE, *photos], format_func=lambda one: (photos[one].caption or photos[one].file_name) if one in photos else "Không dùng ảnh",
        key=f"{form}:photo:{award}",
    )  # fmt: skip
    parts.field_error(form, "photo")
    if photo not in photos:
        return None, ""
    st.image(news.photo(who, award, photo), width=220, alt="Ảnh sẽ được đăng")
    agreed = st.text_input("Ai đồng ý đăng ảnh, ngày nào", key=f"{form}:photo_consent:{award}", help="Mọi người nhìn rõ mặt trong ảnh đều phải đồng ý.")
    parts.field_error(form, "photo_consent")
    return photo, agreed or ""
