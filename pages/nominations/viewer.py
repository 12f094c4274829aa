"""The files of a case: pictures as they are, papers to open, what each one is."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.nominations.terms import Evidence, EvidenceKind


def grid(files: list[Evidence], criteria: Mapping[UUID, str], across: int = 3) -> None:
    """All files, several in a row, with the criterion that each proves; a click opens one whole."""
    for start in range(0, len(files), across):
        for place, file in zip(st.columns(across), files[start : start + across], strict=False):
            with place:
                _one(file, criteria.get(file.criterion_id, "") if file.criterion_id else "")


def _one(file: Evidence, proves: str) -> None:
    address = f"/tai-ve/minh-chung/{file.id}?xem=1"
    caption = parts.html_escape(file.caption or file.file_name)
    detail = parts.html_escape(" · ".join(part for part in ("" if file.kind.label == file.caption else file.kind.label, f"chụp {parts.day(file.taken_on)}" if file.taken_on and file.kind is EvidenceKind.PICTURE else "", proves) if part))
    if file.media_type.startswith("image/"):
        face = f'<img src="{address}" alt="{caption}" loading="lazy">'
    else:
        face = '<span class="gs-file-paper" aria-hidden="true">PDF</span>'
    st.html(f'<a class="gs-file" href="{address}" target="_blank" rel="noopener">{face}<span>{caption}</span><small>{detail}</small></a>')
