"""The files of cases as downloads: one by one, or all of a case."""

from __future__ import annotations

from uuid import UUID

from recognition.hall.actor import Actor
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import blind
from web import downloads


def _evidence(who: Actor, evidence_id: UUID) -> tuple[bytes, str, str]:
    """One file, under the name it came with and the ending of what it really is."""
    data, found = nominations.evidence_file(who, evidence_id)
    ending = ".pdf" if found.media_type == "application/pdf" else ".jpg"
    name = found.file_name.rsplit(".", 1)[0] if "." in found.file_name else found.file_name
    return data, f"{name}{ending}", found.media_type


def _archive(who: Actor, nomination_id: UUID) -> tuple[bytes, str, str]:
    """All of a case as one ZIP."""
    data, code = nominations.archive(who, nomination_id)
    return data, f"Hồ sơ {code}.zip", "application/zip"


downloads.register("minh-chung", _evidence)
downloads.register("ho-so", _archive)
downloads.register("minh-chung-giau-ten", blind.file)
