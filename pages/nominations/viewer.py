"""The files of a case: pictures as they are, papers to open, what each one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.campaigns.terms import Criterion
from recognition.nominations.terms import Evidence, EvidenceKind


def grid(files: Sequence[Evidence], criteria: Sequence[Criterion], across: int = 3) -> None:
    """All files, several in a row, with the lines of the score sheet that each proves; a click opens one whole."""
    names = {line.id: line.name for line in criteria}
    for start in range(0, len(files), across):
        for place, file in zip(st.columns(across), files[start : start + across], strict=False):
            with place:
                _one(file, ", ".join(names[each] for each in file.criteria if each in names))


def by_criterion(files: Sequence[Evidence], criteria: Sequence[Criterion], own: Mapping[UUID, int]) -> None:
    """Each line of the score sheet with the unit's own points and the files that prove it; where there is none, that is said."""
    for line in criteria:
        found = [file for file in files if line.id in file.criteria]
        icon, colour = ("check_circle", "green") if found else ("error", "red") if line.proof else ("radio_button_unchecked", "gray")
        lacking = "phong trào cần minh chứng, chưa có tệp nào" if line.proof else "chưa có tệp riêng"
        points = f"tự chấm {own[line.id]}/{line.max_points}" if line.id is not None and line.id in own else ""
        soft = " · ".join(part for part in (points, "" if found else lacking) if part)
        st.markdown(f":{colour}[:material/{icon}:] **{parts.said(line.name)}** :small[:gray[{parts.said(soft)}]]")
        links(found)


def links(files: Sequence[Evidence]) -> None:
    """Files in one line of links, each opening its file whole."""
    if files:
        said = [f'<a href="/tai-ve/minh-chung/{file.id}?xem=1" target="_blank" rel="noopener">{parts.html_escape(file.caption or file.file_name)}</a>' for file in files]
        st.html(f'<p class="gs-plain gs-soft">{" · ".join(said)}</p>')


def _one(file: Evidence, proves: str) -> None:
    address = f"/tai-ve/minh-chung/{file.id}?xem=1"
    caption = parts.html_escape(file.caption or file.file_name)
    detail = parts.html_escape(" · ".join(part for part in ("" if file.kind.label == file.caption else file.kind.label, f"chụp {parts.day(file.taken_on)}" if file.taken_on and file.kind is EvidenceKind.PICTURE else "", proves) if part))
    if file.media_type.startswith("image/"):
        face = f'<img src="{address}" alt="{caption}" loading="lazy">'
    else:
        face = '<span class="gs-file-paper" aria-hidden="true">PDF</span>'
    st.html(f'<a class="gs-file" href="{address}" target="_blank" rel="noopener">{face}<span>{caption}</span><small>{detail}</small></a>')
