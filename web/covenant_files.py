"""The files of covenants as downloads: scans of the signed paper, what parties show with their reports."""

from __future__ import annotations

from uuid import UUID

from recognition.hall.actor import Actor
from web import downloads


def _file(who: Actor, file_id: UUID) -> tuple[bytes, str, str]:
    """One file, under the name it came with and the ending of what it really is."""
    from recognition.covenants import actions as covenants  # loaded when first asked

    data, found = covenants.file(who, file_id)
    ending = ".pdf" if found.media_type == "application/pdf" else ".jpg"
    name = found.file_name.rsplit(".", 1)[0] if "." in found.file_name else found.file_name
    return data, f"{name}{ending}", found.media_type


downloads.register("giao-uoc", _file)
