"""Talk about a case between its unit and the secretary, and the unit's wish to have it back for mending."""

from dataclasses import dataclass
from uuid import UUID

from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, refuse
from recognition.hall.lengths import needed
from recognition.hall.transaction import transaction
from recognition.hall.words import State, Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import talk as store
from recognition.nominations.terms import Comment, Nomination
from vietnamese import dates, text

LONGEST = 2_000
#: States in which a case is with the secretary and may be given back.
_WITH_SECRETARY = (State.ENDORSED, State.ACCEPTED, State.SHORTLISTED)


@dataclass(frozen=True)
class _Told:
    """Whom a remark concerns: the issuer's secretaries hear nothing of a case that has not left its unit."""

    title: str
    created_by: UUID
    issuer_id: UUID | None


def _told(case: Nomination) -> _Told:
    return _Told(case.title or case.code, case.created_by, None if case.state in (State.DRAFT, State.SUBMITTED) else case.issuer_id)


def may_talk(who: Actor, case: Nomination) -> bool:
    """Whether somebody reads and writes remarks on a case."""
    return permissions.allowed(who, Verb.COMMENT, case)


def may_ask_to_amend(who: Actor, case: Nomination) -> bool:
    """Whether the unit cannot take the case back by itself any more, and the secretary still can give it back."""
    free = rules.may_recall(case.state, case.endorsed_by is not None)
    return case.state in _WITH_SECRETARY and not free and permissions.allowed(who, Verb.ASK_TO_AMEND, case)


def comment(who: Actor, nomination_id: UUID, body: str, key: UUID | None = None) -> Comment:
    """Say something about a case; the other side is told. Raises NotAllowed, NotFound, Invalid (`body`)."""
    return _said(who, nomination_id, body, Verb.COMMENT, key)


def ask_to_amend(who: Actor, nomination_id: UUID, reason: str, key: UUID | None = None) -> Comment:
    """Ask the secretary to give the case back, saying why; the case stays where it is until they do.

    Raises NotAllowed, NotFound, Invalid (`body`).
    """
    return _said(who, nomination_id, reason, Verb.ASK_TO_AMEND, key)


def _said(who: Actor, nomination_id: UUID, body: str, verb: Verb, key: UUID | None) -> Comment:
    said = text.clean_multiline(body)
    refuse(needed("body", said, "Anh/chị nhập nội dung.", "Nội dung", LONGEST))
    with transaction(who, key) as t:
        case = ground.lock(t, nomination_id)
        permissions.require(who, verb, case)
        if verb is Verb.ASK_TO_AMEND and not may_ask_to_amend(who, case):
            hint = "Anh/chị thu hồi về sửa ngay được." if Verb.RECALL in road.verbs_from(case.state) else "Hồ sơ không còn ở bước trả lại được."
            raise NotAllowed(f"Hồ sơ đang ở bước «{case.state.label}». {hint}")
        shown = f"{verb.label}: {said}" if verb is Verb.ASK_TO_AMEND else said
        now = dates.now_utc()
        made = Comment(store.add(t, nomination_id, who.account_id, now, shown), who.account_id, who.name, now, shown)
        audit.note(t, verb, KIND, nomination_id, case=_told(case), detail=" ".join(said.split())[:300])
        t.result = str(made.id)
    return made
