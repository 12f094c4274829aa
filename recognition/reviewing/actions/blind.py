"""A case as its reviewers read it while names are hidden: masked words, files without their names; the same for the secretary's preview."""

from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import store
from recognition.reviewing.actions import ground
from recognition.reviewing.phases import Files, Phase
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import AssignmentState, Dossier, HiddenFile


def dossier(who: Actor, assignment_id: UUID) -> Dossier:
    """The case of one's own sheet, masked. Raises NotAllowed, NotFound (also where names are not hidden: then the case itself is there)."""
    with reading(who) as t:
        _, case, phase = ground.sheet_of(t, who, assignment_id, None, Verb.SEE_SHEET)
        if phase is None or not phase.hides:
            raise NotFound()
        return _dossier(t, case, phase)


def preview(who: Actor, phase_id: UUID, nomination_id: UUID) -> Dossier:
    """What reviewers of a phase will read of a case, for the secretary. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        phase = phase_store.get(t, phase_id)
        if phase is None:
            raise NotFound()
        permissions.require(who, Verb.PLAN_REVIEW, campaigns.in_transaction(t, phase.campaign_id))
        case = nominations.lock(t, nomination_id)
        if case.campaign_id != phase.campaign_id or not phase.hides:
            raise NotFound()
        return _dossier(t, case, phase)


def _dossier(t: Transaction, case: Nomination, phase: Phase) -> Dossier:
    face, files = ground.face(t, case, phase), nominations.evidence_behind(t, case.id)
    shown = files if phase.files is Files.SHOWN else []
    hidden = tuple(
        HiddenFile(file.id, _name(number), ground.masked(t, case, phase, file.caption), file.media_type, file.criteria) for number, file in enumerate(shown, 1)
    )
    achievement = ground.masked(t, case, phase, case.achievement)
    return Dossier(case.code, face.recipient, face.title, achievement, case.award_name, case.deed_date, hidden, len(files) - len(shown))


def _name(number: int) -> str:
    return f"Minh chứng {number:02d}"


def file(who: Actor, evidence_id: UUID) -> tuple[bytes, str, str]:
    """Content, name and media type of a file of a case that one reviews with names hidden, where files are shown.

    Raises NotFound, Unavailable.
    """
    with reading(who) as t:
        for one in store.of_account(t, who.account_id):
            phase = ground.phase_of(t, one)
            if phase is None or not phase.hides or phase.files is not Files.SHOWN or one.state is AssignmentState.ENDED:
                continue
            for number, found in enumerate(nominations.evidence_behind(t, one.nomination_id), 1):
                if found.id == evidence_id:
                    ground.sheet_of(t, who, one.id, None, Verb.SEE_SHEET)
                    ending = ".pdf" if found.media_type == "application/pdf" else ".jpg"
                    return nominations.content(found), _name(number) + ending, found.media_type
    raise NotFound()
