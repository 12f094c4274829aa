"""Papers of sessions, decisions and certificates as downloads. Their rooms are heavy: each is loaded when it is first asked."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from recognition.hall.actor import Actor
from web import downloads

_PDF = "application/pdf"


def _book(who: Actor, session_id: UUID) -> tuple[bytes, str, str]:
    """All dossiers of a session's agenda that this person may see."""
    from recognition.council import actions as council

    return council.dossier_book(who, session_id), "Sổ hồ sơ trình Hội đồng.pdf", _PDF


def _batch(who: Actor, decision_id: UUID) -> tuple[bytes, str, str]:
    """All issued papers of a decision; the print is logged."""
    from recognition.issuing import actions as issuing

    content, name = issuing.print_pdf(who, decision_id)
    return content, name, _PDF


def _paper(who: Actor, certificate_id: UUID) -> tuple[bytes, str, str]:
    """One issued paper."""
    from recognition.issuing import actions as issuing

    content, name = issuing.print_one(who, certificate_id)
    return content, name, _PDF


def _picture(who: Actor, certificate_id: UUID) -> tuple[bytes, str, str]:
    """One issued paper as a picture, for sending by chat."""
    from recognition.issuing import actions as issuing

    content, name = issuing.print_one(who, certificate_id, "PNG")
    return content, name, "image/png"


def _made(who: Actor, job_id: UUID) -> tuple[Path, str, str]:
    """A long print that a child process has finished; taking it is logged."""
    from recognition.issuing.actions import making

    return making.take(who, job_id)


downloads.register("so-ho-so", _book)
downloads.register("certificates", _batch)
downloads.register("ban-in", _made)
downloads.register("giay-khen", _paper)
downloads.register("anh-giay-khen", _picture)
