"""A case with its names hidden, as its reviewers read it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import parts
from recognition.reviewing.terms import Dossier, HiddenFile


def draw(shown: Dossier, *, opens: bool = True) -> None:
    """The story, then what is asked for, then the files or that there are some; in a preview files are named only."""
    parts.plain(shown.achievement or "Chưa có nội dung.")
    parts.facts([("Đề nghị", shown.award), ("Ngày việc", parts.day(shown.deed_date))], columns=2)
    if opens:
        links(shown.files)
    elif shown.files:
        parts.soft(" · ".join(f"{file.name} ({file.caption})" if file.caption else file.name for file in shown.files))
    if shown.withheld:
        parts.soft(f"{shown.withheld} tệp minh chứng không cho xem ở vòng giấu tên.")


def links(files: Sequence[HiddenFile]) -> None:
    """Files in one line of links under their numbers, each opening its file whole."""
    if files:
        said = [
            f'<a href="/tai-ve/minh-chung-giau-ten/{file.id}?xem=1" target="_blank" rel="noopener">{parts.html_escape(file.name)}</a>'
            + (f" ({parts.html_escape(file.caption)})" if file.caption else "")
            for file in files
        ]
        st.html(f'<p class="gs-plain gs-soft">{" · ".join(said)}</p>')
