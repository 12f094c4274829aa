"""Adding files to a case while it is written; the unit's papers to print beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID, uuid5

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from intake import LIMITS
from intake.limits import MB
from pages.nominations import own_score, papers, sending
from pages.nominations.typed import Form
from pages.shared import parts
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Criterion
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, HallError
from recognition.nominations import actions
from recognition.nominations.terms import SIGNED, Evidence, EvidenceInput, EvidenceKind, Nomination, NominationInput

_KINDS = tuple(EvidenceKind)
_HINTS = {
    EvidenceKind.PICTURE: "Ảnh chụp việc làm, nơi làm",
    EvidenceKind.PAPER: "Bài báo, thư cảm ơn, giấy xác nhận",
    EvidenceKind.SIGNED_SUBMISSION: "Bản chụp tờ trình của đơn vị đã ký",
    EvidenceKind.SIGNED_MINUTES: "Bản chụp biên bản bình xét đã ký",
    EvidenceKind.SIGNED_REPORT: "Bản chụp báo cáo hoặc tóm tắt thành tích đã ký",
}


def case(who: Actor, form: Form, stored: Nomination | None, data: NominationInput, name: str) -> None:
    """The files of the case that a form writes; the unit's papers to print, once it is stored."""

    def make() -> UUID | None:
        made = sending.save(who, form, None, data, name)
        if made is None:
            return None
        st.query_params["id"] = str(made.id)
        return made.id

    if stored is not None:
        papers.draw(who, stored)
    else:
        parts.soft("Lưu nháp rồi, anh/chị tải được tờ trình và tóm tắt thành tích để in, ký.")
    criteria = campaigns.criteria_of(who, data.campaign_id)
    draw(who, stored.id if stored else None, make, name, criteria)
    own_score.draw(who, stored, criteria if stored is None or stored.campaign_id == data.campaign_id else ())


def named(criteria: Sequence[Criterion]) -> dict[UUID, str]:
    """Lines by their id, as choices are drawn; a star where the campaign wants to see a file."""
    return {line.id: line.name + (" *" if line.proof else "") for line in criteria if line.id is not None}


def draw(who: Actor, case_id: UUID | None, make_case: Callable[[], UUID | None], name: str, criteria: Sequence[Criterion]) -> None:
    """The files that are there, and the place for new ones; a first file makes the draft that it hangs on."""
    files = actions.evidence(who, case_id) if case_id else []
    names = named(criteria)
    for file in files:
        _row(who, file, names)
    kind = st.selectbox("Tệp sắp tải lên là", _KINDS, format_func=lambda one: f"{one.label}: {_HINTS[one].lower()}", key=f"_attach:{name}:kind")
    proves: list[UUID] = []
    if names and kind not in SIGNED:
        demanded = any(line.proof for line in criteria)
        proves = st.multiselect(
            "Chứng minh cho tiêu chí", list(names), format_func=names.__getitem__, key=f"_attach:{name}:criteria", placeholder="Cả hồ sơ",
            help="Dấu * là tiêu chí mà phong trào cần có minh chứng." if demanded else None,
        )  # fmt: skip
        parts.field_error(name, "criteria")
    turn = st.session_state.setdefault(f"_attach:{name}:turn", 0)
    given = st.file_uploader(
        "Ảnh hoặc PDF", type=["jpg", "jpeg", "png", "webp", "heic", "pdf"], accept_multiple_files=True, key=f"_attach:{name}:{turn}",
        max_upload_size=LIMITS.evidence_bytes // MB,
    )
    parts.field_error(name, "evidence")
    for sentence in st.session_state.pop(f"_attach:{name}:refused", []):
        st.error(parts.said(sentence), icon=":material/error:")
    if given:
        case_id = case_id or make_case()
        if case_id is not None:
            _add(who, case_id, given, kind, proves, name)


def _add(who: Actor, case_id: UUID, given: Sequence[UploadedFile], kind: EvidenceKind, proves: Sequence[UUID], name: str) -> None:
    """Each upload once: a click while the files are stored runs the screen again, with the same uploads."""
    refused: list[str] = []
    st.session_state[f"_attach:{name}:refused"] = refused
    for file in given:
        try:
            stem = file.name.rsplit(".", 1)[0]
            caption = kind.label if kind in SIGNED else stem[:200]
            once = uuid5(case_id, file.file_id)
            actions.add_evidence(who, case_id, EvidenceInput(file.getvalue(), file.name, kind, caption, tuple(proves)), once)
        except AlreadyDone:
            continue
        except HallError as error:
            refused.append(error.sentence)
    st.session_state[f"_attach:{name}:turn"] += 1
    st.rerun()


def _row(who: Actor, file: Evidence, names: dict[UUID, str]) -> None:
    words, proof, button = st.columns([5, 1.7, 1], vertical_alignment="center")
    icon = "image" if file.kind is EvidenceKind.PICTURE else "verified" if file.kind in SIGNED else "description"
    proves = ", ".join(names[each].removesuffix(" *") for each in file.criteria if each in names)
    detail = " · ".join(part for part in (file.kind.label, proves, f"{max(1, file.bytes // 1024)} KB") if part)
    words.markdown(f":material/{icon}: {parts.said(file.caption or file.file_name)}  \n:small[:gray[{parts.said(detail)}]]")
    if names and file.kind not in SIGNED:
        with proof.popover("Tiêu chí", icon=":material/checklist:", width="stretch"):
            _proves(who, file, names)
    if button.button("Bỏ", key=f"drop_{file.id}", icon=":material/close:", type="tertiary"):
        try:
            actions.remove_evidence(who, file.id)
        except HallError as error:
            st.error(error.sentence)
            return
        st.rerun()


def _proves(who: Actor, file: Evidence, names: dict[UUID, str]) -> None:
    """Which lines of the score sheet the file proves: any number of them."""
    chosen = [each for each, label in names.items() if st.checkbox(parts.said(label), each in file.criteria, key=f"prove_{file.id}_{each}")]
    parts.field_error(f"prove_{file.id}", "criteria")
    if set(chosen) != set(file.criteria) and parts.did(f"prove_{file.id}", lambda key: actions.prove(who, file.id, chosen, key)):
        st.rerun()
