"""The files of a party's report: added and taken off while it is written, fetched afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import uuid5

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from intake.limits import LIMITS, MB
from pages.shared import parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, FileInput, KeptFile, Party
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, HallError


def _of(who: Actor, covenant: Covenant, party: Party) -> list[KeptFile]:
    return [file for file in actions.files(who, covenant.id) if file.unit_id == party.unit_id]


def shown(who: Actor, covenant: Covenant, party: Party) -> None:
    """The files to fetch."""
    files = _of(who, covenant, party)
    if files:
        st.subheader("Tệp kèm theo")
    for file in files:
        st.html(f'<a class="gs-alone" href="/tai-ve/giao-uoc/{file.id}?xem=1" target="_blank" rel="noopener">{parts.html_escape(file.file_name)}</a>')


def draw(who: Actor, covenant: Covenant, party: Party) -> None:
    """The files with a button to take each off, and the place for more."""
    st.subheader("Tệp kèm theo")
    for file in _of(who, covenant, party):
        words, button = st.columns([6, 1], vertical_alignment="center")
        words.markdown(f":material/description: {parts.said(file.file_name)}  \n:small[:gray[{max(1, file.bytes // 1024)} KB]]")
        if button.button("Bỏ", key=f"drop_{file.id}", icon=":material/close:", type="tertiary") and parts.did(f"drop_{file.id}", partial(actions.remove_file, who, file.id)):
            st.rerun()
    turn = st.session_state.setdefault("_covenant_files", 0)
    given = st.file_uploader(
        "Ảnh hoặc PDF", type=["jpg", "jpeg", "png", "webp", "heic", "pdf"], accept_multiple_files=True, key=f"_covenant_files:{turn}", max_upload_size=LIMITS.evidence_bytes // MB
    )
    for sentence in st.session_state.pop("_covenant_files_refused", []):
        st.error(parts.said(sentence), icon=":material/error:")
    if given:
        _add(who, covenant, party, given)


def _add(who: Actor, covenant: Covenant, party: Party, given: Sequence[UploadedFile]) -> None:
    """Each upload once: a click while the files are stored runs the screen again, with the same uploads."""
    refused: list[str] = []
    st.session_state["_covenant_files_refused"] = refused
    for file in given:
        try:
            actions.add_file(who, covenant.id, party.unit_id, FileInput(file.getvalue(), file.name), uuid5(covenant.id, f"{party.unit_id}{file.file_id}"))
        except AlreadyDone:
            continue
        except HallError as error:
            refused.append(error.sentence)
    st.session_state["_covenant_files"] += 1
    st.rerun()
