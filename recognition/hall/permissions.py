"""Who may do what: one default-deny table, asked by every action and by the screens that draw buttons.

A row says: this verb, for this role, when the case stands in this relation to the person. No row, no right.
"""

from collections.abc import Iterable
from enum import StrEnum

from recognition.hall.actor import Actor
from recognition.hall.case import Case, InPhase
from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.words import Role, Verb


class Relation(StrEnum):
    """How the case stands to the person."""

    ANY = "any"  # the right does not depend on a case
    OWN = "own"  # the person made it
    UNIT = "unit"  # in exactly a unit of the role
    SUBTREE = "subtree"  # in a unit of the role or below it
    ISSUER = "issuer"  # an issuer of the role decides on it
    COUNCIL = "council"  # the person is a member of its council, or was sent to this session in a member's place
    TELLER = "teller"  # the person is a teller of its session
    PHASE = "phase"  # the phase in which the person was asked to review it lets them now; always where there are no phases


_EVERY = tuple(role for role in Role)
_ADMIN, _SECRETARY, _CLERK = Role.ADMINISTRATOR, Role.SECRETARY, Role.CLERK
_NOMINATOR, _UNIT_LEADER, _LEADER = Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER
_MEMBER, _TELLER, _REVIEWER = Role.COUNCIL_MEMBER, Role.TELLER, Role.REVIEWER
_UNIT_SIDE = ((_NOMINATOR, Relation.UNIT), (_NOMINATOR, Relation.OWN))
_OWN_UNIT = ((_NOMINATOR, Relation.UNIT), (_UNIT_LEADER, Relation.UNIT))
_READERS = (_NOMINATOR, _UNIT_LEADER, _SECRETARY, _LEADER, _MEMBER, _REVIEWER)


def _any(*roles: Role) -> tuple[tuple[Role, Relation], ...]:
    return tuple((role, Relation.ANY) for role in roles)


TABLE: dict[Verb, tuple[tuple[Role, Relation], ...]] = {
    # the installation
    Verb.MANAGE_ISSUERS: _any(_ADMIN),
    Verb.MANAGE_UNITS: _any(_ADMIN),
    Verb.MANAGE_PEOPLE: _any(_ADMIN),
    Verb.MANAGE_ACCOUNTS: _any(_ADMIN),
    Verb.MANAGE_CATALOGUE: _any(_ADMIN),
    Verb.MANAGE_REGULATIONS: _any(_ADMIN),
    Verb.MANAGE_SETTINGS: _any(_ADMIN),
    Verb.SEE_AUDIT: _any(_ADMIN),
    Verb.IMPORT_WORKBOOK: _any(_ADMIN),
    Verb.HAND_OVER: _any(_ADMIN),
    Verb.BACK_UP: _any(_ADMIN),
    # everybody
    Verb.SIGN_OUT: _any(*_EVERY),
    Verb.CHANGE_PASSWORD: _any(*_EVERY),
    Verb.SEARCH: _any(*_EVERY),
    Verb.CHOOSE_DIGEST: _any(*_EVERY),
    Verb.MAKE_ACCESS_KEY: _any(_SECRETARY, _CLERK, _LEADER, _UNIT_LEADER),
    Verb.END_ACCESS_KEY: _any(_ADMIN),  # one's own needs no right
    # campaigns
    Verb.SEE_CAMPAIGNS: _any(_SECRETARY, _CLERK, _NOMINATOR, _UNIT_LEADER, _LEADER, _MEMBER),
    Verb.MANAGE_CAMPAIGNS: ((_SECRETARY, Relation.ISSUER),),
    Verb.LAUNCH: ((_SECRETARY, Relation.ISSUER),),
    Verb.CLOSE_CAMPAIGN: ((_SECRETARY, Relation.ISSUER),),
    Verb.DISCARD_CAMPAIGN: ((_SECRETARY, Relation.ISSUER),),
    Verb.RESTORE_CAMPAIGN: ((_SECRETARY, Relation.ISSUER),),
    # nominations
    Verb.SEE_NOMINATIONS: _any(*_READERS),
    Verb.SEE_CONTACTS: (*_UNIT_SIDE, (_UNIT_LEADER, Relation.SUBTREE), (_SECRETARY, Relation.ISSUER)),
    Verb.NOMINATE: ((_NOMINATOR, Relation.UNIT),),
    Verb.EDIT: _UNIT_SIDE,
    Verb.SUBMIT: _UNIT_SIDE,
    Verb.RECALL: _UNIT_SIDE,
    Verb.WITHDRAW: _UNIT_SIDE,
    Verb.RESTORE: _UNIT_SIDE,
    # the bin: each their own things; the administrator erases by number what nobody can take back any more
    Verb.SEE_BIN: _any(_NOMINATOR, _SECRETARY, _ADMIN),
    Verb.ERASE: _any(_ADMIN),
    Verb.MOVE: _UNIT_SIDE,
    Verb.ADD_EVIDENCE: _UNIT_SIDE,
    Verb.REMOVE_EVIDENCE: _UNIT_SIDE,
    Verb.PRINT_UNIT_PAPERS: (*_UNIT_SIDE, (_UNIT_LEADER, Relation.SUBTREE)),
    Verb.ENDORSE: ((_UNIT_LEADER, Relation.SUBTREE),),
    Verb.SEND_BACK: ((_UNIT_LEADER, Relation.SUBTREE),),
    Verb.GIVE_OPINION: ((_UNIT_LEADER, Relation.SUBTREE),),
    Verb.ASK_TO_AMEND: _UNIT_SIDE,
    Verb.IMPORT_LIST: ((_NOMINATOR, Relation.UNIT),),
    Verb.UNDO_IMPORT: ((_NOMINATOR, Relation.UNIT),),
    Verb.COMMENT: (*_UNIT_SIDE, (_UNIT_LEADER, Relation.SUBTREE), (_SECRETARY, Relation.ISSUER)),
    # models
    Verb.SEE_MODELS: _any(_NOMINATOR, _UNIT_LEADER, _SECRETARY, _LEADER, _MEMBER),
    Verb.REGISTER_MODEL: ((_NOMINATOR, Relation.UNIT),),
    Verb.EDIT_MODEL: _UNIT_SIDE,
    Verb.REPORT_MODEL: _UNIT_SIDE,
    Verb.START_MODEL: _UNIT_SIDE,
    Verb.NOTE_MODEL: _UNIT_SIDE,
    Verb.UNNOTE_MODEL: _UNIT_SIDE,
    Verb.APPROVE_MODEL: ((_SECRETARY, Relation.ISSUER),),
    Verb.CHECK_MODEL: ((_SECRETARY, Relation.ISSUER),),
    Verb.RECOGNISE_MODEL: ((_SECRETARY, Relation.ISSUER),),
    Verb.MARK_OUTSTANDING: ((_SECRETARY, Relation.ISSUER),),
    Verb.CONTINUE_MODEL: (*_UNIT_SIDE, (_SECRETARY, Relation.ISSUER)),
    Verb.END_MODEL: (*_UNIT_SIDE, (_SECRETARY, Relation.ISSUER)),
    Verb.SEE_EXAMPLES: _any(_NOMINATOR, _UNIT_LEADER, _SECRETARY, _LEADER),
    # grassroots democracy: a unit keeps its own book
    Verb.SEE_GRASSROOTS: _any(_NOMINATOR, _UNIT_LEADER, _SECRETARY),
    Verb.RECORD_MEETING: _OWN_UNIT,
    Verb.EDIT_MEETING: _OWN_UNIT,
    Verb.REMOVE_MEETING: _OWN_UNIT,
    Verb.NOTE_POINT: _OWN_UNIT,
    Verb.KEEP_PROMISE: _OWN_UNIT,
    # asked of whoever inspects: the organ whose plan it is, or the unit that plans for those below it
    Verb.PLAN_INSPECTION: ((_SECRETARY, Relation.ISSUER), (_UNIT_LEADER, Relation.UNIT)),
    Verb.INSPECT: ((_SECRETARY, Relation.ISSUER), (_UNIT_LEADER, Relation.UNIT)),
    # the impact ledger: what may be claimed twice is answered by the organ before which it is claimed
    Verb.SEE_IMPACT: _any(_LEADER, _SECRETARY, _UNIT_LEADER, _NOMINATOR),
    Verb.SEE_CLAIM_QUESTIONS: _any(_SECRETARY),
    Verb.SETTLE_CLAIMS: ((_SECRETARY, Relation.ISSUER),),
    Verb.REOPEN_CLAIMS: ((_SECRETARY, Relation.ISSUER),),
    # emulation covenants: the organ draws up and confirms; each party's own leader joins, its people report
    Verb.SEE_COVENANTS: _any(_SECRETARY, _LEADER, _UNIT_LEADER, _NOMINATOR),
    Verb.DRAW_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.DISCARD_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.OFFER_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.AMEND_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.JOIN_COVENANT: ((_UNIT_LEADER, Relation.UNIT),),
    Verb.RECORD_SIGNED: ((_SECRETARY, Relation.ISSUER),),
    Verb.UNRECORD_SIGNED: ((_SECRETARY, Relation.ISSUER),),
    Verb.REPORT_COVENANT: _OWN_UNIT,
    Verb.RETURN_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.CONFIRM_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    Verb.CLOSE_COVENANT: ((_SECRETARY, Relation.ISSUER),),
    # screening
    Verb.SCREEN: ((_SECRETARY, Relation.ISSUER),),
    Verb.ACCEPT: ((_SECRETARY, Relation.ISSUER),),
    Verb.RETURN: ((_SECRETARY, Relation.ISSUER),),
    Verb.REFUSE: ((_SECRETARY, Relation.ISSUER),),
    Verb.SHORTLIST: ((_SECRETARY, Relation.ISSUER),),
    Verb.UNSHORTLIST: ((_SECRETARY, Relation.ISSUER),),
    Verb.OVERRIDE: ((_SECRETARY, Relation.ISSUER),),
    Verb.MANAGE_DISCIPLINE: _any(_SECRETARY),
    Verb.ALLOW_PHRASE: _any(_SECRETARY),
    Verb.SET_QUOTA: ((_SECRETARY, Relation.ISSUER),),
    # reviewing
    Verb.ASSIGN_REVIEWERS: ((_SECRETARY, Relation.ISSUER),),
    Verb.SCORE: ((_REVIEWER, Relation.PHASE),),
    Verb.REMARK: ((_REVIEWER, Relation.PHASE),),
    Verb.RECOMMEND: ((_REVIEWER, Relation.PHASE),),
    Verb.SEE_SHEET: ((_REVIEWER, Relation.PHASE),),
    Verb.SEE_EARLIER: ((_REVIEWER, Relation.PHASE),),
    Verb.PLAN_REVIEW: ((_SECRETARY, Relation.ISSUER),),
    Verb.CLOSE_REVIEW: ((_SECRETARY, Relation.ISSUER),),
    Verb.ADVANCE: ((_SECRETARY, Relation.ISSUER),),
    Verb.REVEAL: ((_SECRETARY, Relation.ISSUER),),
    Verb.ENTER_PAPER_SCORES: ((_SECRETARY, Relation.ISSUER),),
    Verb.SEE_SCORES: ((_SECRETARY, Relation.ISSUER),),
    Verb.REMIND: ((_SECRETARY, Relation.ISSUER),),
    # council
    Verb.MANAGE_COUNCILS: ((_SECRETARY, Relation.ISSUER),),
    Verb.SEE_SESSIONS: _any(_SECRETARY, _MEMBER, _TELLER),
    Verb.PLAN_SESSION: ((_SECRETARY, Relation.ISSUER),),
    Verb.PUT_ON_AGENDA: ((_SECRETARY, Relation.ISSUER),),
    Verb.TAKE_OFF_AGENDA: ((_SECRETARY, Relation.ISSUER),),
    Verb.CALL_SESSION: ((_SECRETARY, Relation.ISSUER),),
    Verb.RECORD_ATTENDANCE: ((_SECRETARY, Relation.ISSUER),),
    Verb.DECLARE_CONFLICT: ((_SECRETARY, Relation.ISSUER), (_MEMBER, Relation.COUNCIL)),
    Verb.OPEN_VOTE: ((_SECRETARY, Relation.ISSUER),),
    Verb.CAST: ((_MEMBER, Relation.COUNCIL),),
    Verb.CLOSE_BALLOT: ((_SECRETARY, Relation.ISSUER),),
    Verb.DESTROY_BALLOTS: ((_SECRETARY, Relation.ISSUER),),
    Verb.ENTER_COUNT: ((_TELLER, Relation.TELLER),),
    Verb.CLOSE_SESSION: ((_SECRETARY, Relation.ISSUER),),
    Verb.CANCEL_SESSION: ((_SECRETARY, Relation.ISSUER),),
    Verb.REVOTE: ((_SECRETARY, Relation.ISSUER),),
    Verb.PASS: ((_SECRETARY, Relation.ISSUER),),
    Verb.FAIL: ((_SECRETARY, Relation.ISSUER),),
    # decisions
    Verb.SEE_DECISIONS: _any(_SECRETARY, _CLERK, _LEADER, _UNIT_LEADER, _NOMINATOR),
    Verb.DRAFT_DECISION: ((_SECRETARY, Relation.ISSUER),),
    Verb.REWORD: ((_SECRETARY, Relation.ISSUER),),
    Verb.RECORD_DECISION: ((_SECRETARY, Relation.ISSUER),),
    Verb.RECORD_EXTERNAL: ((_SECRETARY, Relation.ISSUER),),
    Verb.AWARD: ((_SECRETARY, Relation.ISSUER),),
    Verb.AWARD_SIMPLIFIED: ((_SECRETARY, Relation.ISSUER),),
    Verb.AWARD_WRITTEN: ((_SECRETARY, Relation.ISSUER),),
    Verb.NOT_APPROVE: ((_SECRETARY, Relation.ISSUER),),
    Verb.FORWARD: ((_SECRETARY, Relation.ISSUER),),
    Verb.ANSWER_FORWARDED: ((_SECRETARY, Relation.ISSUER),),
    Verb.POST_PUBLICLY: ((_SECRETARY, Relation.ISSUER),),
    # certificates
    Verb.SEE_CERTIFICATES: _any(_CLERK, _SECRETARY),
    Verb.ISSUE: ((_CLERK, Relation.ISSUER),),
    Verb.PRINT: ((_CLERK, Relation.ISSUER),),
    Verb.BEGIN_BOOK: ((_CLERK, Relation.ISSUER),),
    Verb.SPOIL: ((_CLERK, Relation.ISSUER),),
    Verb.REPLACE: ((_CLERK, Relation.ISSUER),),
    Verb.HAND_OVER_AWARD: ((_CLERK, Relation.ISSUER), (_SECRETARY, Relation.ISSUER)),
    Verb.SIGN_PROOF: ((_CLERK, Relation.ISSUER), (_SECRETARY, Relation.ISSUER)),
    Verb.DESIGN_LAYOUT: _any(_CLERK),
    Verb.CALIBRATE: _any(_CLERK),
    Verb.KEEP_STOCK: ((_CLERK, Relation.ISSUER),),
    # reminding: nothing leaves before the organ's secretary has looked at it
    Verb.SEE_OUTBOX: ((_SECRETARY, Relation.ISSUER),),
    Verb.COMPOSE_LETTERS: ((_SECRETARY, Relation.ISSUER),),
    Verb.EDIT_LETTER: ((_SECRETARY, Relation.ISSUER),),
    Verb.LEAVE_OUT_LETTER: ((_SECRETARY, Relation.ISSUER),),
    Verb.SEND_LETTER: ((_SECRETARY, Relation.ISSUER),),
    # parcels between two installations
    Verb.SEE_PARCELS: _any(_SECRETARY),
    Verb.KEEP_PARTNER: _any(_SECRETARY),
    Verb.READ_PARCEL: _any(_SECRETARY),
    Verb.SEND_PARCEL: ((_SECRETARY, Relation.ISSUER),),
    Verb.TAKE_FROM_PARCEL: ((_SECRETARY, Relation.ISSUER),),
    # after
    Verb.PUBLISH: ((_SECRETARY, Relation.ISSUER),),
    Verb.UNPUBLISH: ((_SECRETARY, Relation.ISSUER),),
    Verb.REPLICATE: ((_NOMINATOR, Relation.UNIT), (_SECRETARY, Relation.ISSUER)),  # asked of the unit that learned and of the source's issuer
    Verb.UNREPLICATE: ((_NOMINATOR, Relation.UNIT), (_SECRETARY, Relation.ISSUER)),
    # thanks and words: whoever is somebody here writes, the organ that published decides what the public reads
    Verb.READ_EXAMPLES: _any(*_EVERY),
    Verb.THANK: _any(*_EVERY),
    Verb.UNTHANK: _any(*_EVERY),
    Verb.APPRECIATE: _any(*_EVERY),
    Verb.TAKE_BACK_WORDS: _any(*_EVERY),
    Verb.APPROVE_WORDS: ((_SECRETARY, Relation.ISSUER),),
    Verb.KEEP_WORDS: ((_SECRETARY, Relation.ISSUER),),
    Verb.HIDE_WORDS: ((_SECRETARY, Relation.ISSUER),),
    Verb.SEE_FIGURES: _any(_LEADER, _SECRETARY, _UNIT_LEADER),
    Verb.SEE_HISTORY: _any(_LEADER, _SECRETARY, _CLERK, _UNIT_LEADER, _NOMINATOR),
    Verb.SEE_NOT_YET: _any(_LEADER, _SECRETARY, _UNIT_LEADER, _NOMINATOR),
    Verb.TELL_RESULTS: ((_SECRETARY, Relation.ISSUER), (_NOMINATOR, Relation.UNIT), (_UNIT_LEADER, Relation.SUBTREE)),
    Verb.EXPORT: _any(_LEADER, _SECRETARY, _CLERK, _UNIT_LEADER, _NOMINATOR),
}

#: Verbs that judge a case: whoever would be rewarded by it does not take them.
JUDGING = frozenset(
    {
        Verb.ENDORSE, Verb.SCREEN, Verb.ACCEPT, Verb.RETURN, Verb.REFUSE, Verb.SHORTLIST, Verb.UNSHORTLIST, Verb.OVERRIDE, Verb.SCORE, Verb.REMARK,
        Verb.RECOMMEND, Verb.SEE_SHEET, Verb.SEE_EARLIER,
    }
)  # fmt: skip


def _stands(who: Actor, role: Role, relation: Relation, case: Case | None, verb: Verb) -> bool:
    if relation is Relation.ANY:
        return True
    if case is None:
        return False
    match relation:
        case Relation.OWN:
            return case.created_by == who.account_id and case.unit_id in who.units(role, subtree=False)
        case Relation.UNIT:
            return case.unit_id in who.units(role, subtree=False)
        case Relation.SUBTREE:
            return case.unit_id in who.units(role)
        case Relation.ISSUER:
            return case.issuer_id in who.issuers(role)
        case Relation.COUNCIL:
            return case.council_id in who.members or case.session_id in who.stands_in
        case Relation.TELLER:
            return case.session_id in who.teller_of
        case Relation.PHASE:
            return not isinstance(case, InPhase) or verb in case.verbs


def allowed(who: Actor, verb: Verb, case: Case | None = None) -> bool:
    """Whether `who` may do `verb`, on `case` where the right depends on one. Default: no.

    Without a case, a right that depends on one answers whether the role is held at all: enough to draw a menu,
    never enough for an action, which always names its case.
    """
    rows = TABLE.get(verb, ())
    if case is None:
        return any(who.has(role) for role, _ in rows)
    if verb in JUDGING and who.person_id is not None and who.person_id in case.recipients:
        return False
    return any(who.has(role) and _stands(who, role, relation, case, verb) for role, relation in rows)


def require(who: Actor, verb: Verb, case: Case | None = None) -> None:
    """Raise NotAllowed unless `who` may do `verb` on `case`."""
    if allowed(who, verb, case):
        return
    if case is not None and verb in JUDGING and who.person_id is not None and who.person_id in case.recipients:
        raise NotAllowed("Anh/chị là người được đề nghị trong hồ sơ này nên không tham gia xét. Việc này do người khác làm.")
    raise NotAllowed()


def require_any(who: Actor, verbs: Iterable[Verb]) -> None:
    """Raise NotFound unless one of the verbs is allowed: for reading, what may not be seen does not exist."""
    if not any(allowed(who, verb) for verb in verbs):
        raise NotFound()
