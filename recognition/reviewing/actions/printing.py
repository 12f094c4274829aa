"""The score sheet on paper."""

from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.nominations import actions as nominations
from recognition.reviewing.actions.sheets import sheet
from vietnamese import dates


def paper(who: Actor, assignment_id: UUID) -> tuple[bytes, str]:
    """The score sheet as Word, with the points that are there; open boxes for the pen. Raises NotAllowed, NotFound."""
    from documents import scoring  # heavy: loaded when somebody asks for a file
    from documents.facts import Head, Issuer, Score, ScoreSheet, Signer, Track
    from recognition.catalogue import actions as catalogue

    found = sheet(who, assignment_id, for_hand=True)
    with reading(who) as t:
        issuer = catalogue.issuer(None, nominations.behind(t, found.assignment.nomination_id).issuer_id)
    head = Head(Issuer(issuer.name.upper(), issuer.place, Track(issuer.track.value), issuer.superior.upper(), in_text=issuer.name), dates.today(), dated=False)
    given = found.assignment
    scores = tuple(
        Score(line.name, line.max_points, found.own.get(line.id), given.points.get(line.id), given.reasons.get(line.id, "")) for line in found.criteria if line.id is not None
    )
    facts = ScoreSheet(
        head, found.title, found.recipient, found.unit, scores, found.pass_mark, (Signer(found.assignment.reviewer, "", ("NGƯỜI CHẤM",)),), found.code
    )
    return scoring.score_sheet(facts), f"Phiếu chấm {found.code}.docx"
