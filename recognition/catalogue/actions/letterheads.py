"""An organ as its letters name it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from recognition.catalogue.actions.issuers import issuer, signers
from recognition.hall.actor import Actor

if TYPE_CHECKING:
    from documents import facts as papers


def letterhead(who: Actor | None, issuer_id: UUID, today: date, *, named: bool = True) -> tuple[papers.Head, papers.Signer]:
    """The head of an organ's letter that is not dated yet, and who signs it today; not `named`, the signer's post alone. Raises NotFound."""
    from documents import facts as papers  # heavy: loaded when somebody asks for a file

    organ = issuer(who, issuer_id)
    signer = next(iter(signers(issuer_id, today)), None)
    head = papers.Issuer(
        organ.name.upper(), organ.place, papers.Track(organ.track.value), superior=organ.superior.upper(), short_sign=organ.short_sign,
        awarding_line=organ.awarding_line.upper(), in_text=organ.awarding_line or organ.name,
    )  # fmt: skip
    if signer is None:
        return papers.Head(head, today, dated=False), papers.Signer("", "")
    return papers.Head(head, today, dated=False), papers.Signer(signer.name if named else "", signer.post, (signer.capacity,) if signer.capacity else ())
