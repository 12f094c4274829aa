"""Looking at letters: the list, one letter, its history; changing its words, leaving it out."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.reminding.actions import composing, ground, mailing
from recognition.reminding.actions.ground import KIND
from recognition.reminding.rules import letters as rules
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Counts, Letter, LetterKind, LetterState, Way
from vietnamese import dates, text


def organs(who: Actor) -> dict[UUID, str]:
    """The organs whose letters `who` looks at, by name. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_OUTBOX)
    own = ground.organs(who)
    return {each.id: each.name for each in catalogue.issuers(who) if each.id in own}


def counts(who: Actor, issuer_id: UUID | None = None) -> Counts:
    """How many letters stand in each state: of one organ, or of all that `who` looks at. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_OUTBOX, ground.Asking(issuer_id) if issuer_id else None)
    with reading(who) as t:
        return Counts(store.counts(t, [issuer_id] if issuer_id else ground.organs(who)))


def find(who: Actor, issuer_id: UUID, state: LetterState, page: Page | None = None) -> Found[Letter]:
    """One page of an organ's letters of a state; drafts begin with the most pressing. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_OUTBOX, ground.Asking(issuer_id))
    page = page or Page()
    with reading(who) as t:
        return Found(tuple(store.of_state(t, issuer_id, state, page.limit, page.offset)), store.counts(t, [issuer_id]).get(state, 0))


def get(who: Actor, letter_id: UUID) -> Letter:
    """One letter. Raises NotFound."""
    with reading(who) as t:
        return ground.seen(t, who, letter_id)


def outdated(who: Actor, letter_id: UUID) -> str:
    """The first line of a draft that no longer holds; empty when all hold. Raises NotFound."""
    with reading(who) as t:
        letter = ground.seen(t, who, letter_id)
        return composing.outdated(t, who, [letter]).get(letter_id, "") if letter.state is LetterState.DRAFT else ""


def reaches(who: Actor, letter_id: UUID) -> str:
    """By which ways a draft would go today, in words. Raises NotFound."""
    with reading(who) as t:
        letter = ground.seen(t, who, letter_id)
        people = store.reached(t, [letter.to_unit], dates.today(), who.account_id).get(letter.to_unit, []) if letter.to_unit else store.one_account(t, letter.to_account or letter.id)
    if people and letter.kind is LetterKind.DIGEST:
        return f"Thư điện tử tới {people[0].email or 'người chưa có địa chỉ'}."
    if people:
        mails = [to.email for way, to in rules.ways(letter.kind, people, by_mail=mailing.ready()) if way is Way.MAIL and to]
        named = f"Hiện trong «Việc cần làm» của {text.first_few([each.name for each in people], 3, 'người')}."
        return named + (f" Thư điện tử tới {text.first_few(mails, 3, 'địa chỉ')}." if mails else "")
    return "Đơn vị chưa có tài khoản nào, nên thư đi bằng công văn giấy: duyệt xong thì tải tệp Word." if letter.to_unit else "Tài khoản này đã khoá."


def edit(who: Actor, letter_id: UUID, version: int, subject: str, body: str, key: UUID | None = None) -> Letter:
    """Other words for a draft. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, letter_id, version, Verb.EDIT_LETTER)
        _still(before)
        refuse(rules.check_words(subject, body))
        store.change_words(t, letter_id, version, text.clean(subject), text.clean_multiline(body))
        after = ground.seen(t, who, letter_id)
        audit.note(t, Verb.EDIT_LETTER, KIND, letter_id, before={"subject": before.subject, "body": before.body}, after={"subject": after.subject, "body": after.body}, detail=after.addressee)
        t.result = str(letter_id)
    return after


def leave_out(who: Actor, letter_id: UUID, version: int, reason: str = "", key: UUID | None = None) -> Letter:
    """This letter does not go; its things are not reminded of again for a while. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, letter_id, version, Verb.LEAVE_OUT_LETTER)
        _still(before)
        refuse(rules.check_reason(reason))
        store.decide(t, before, LetterState.LEFT_OUT, who.account_id, dates.now_utc(), text.clean(reason))
        after = ground.seen(t, who, letter_id)
        said = ": ".join(part for part in (before.addressee, after.reason) if part)
        audit.note(t, Verb.LEAVE_OUT_LETTER, KIND, letter_id, after={"state": after.state, "reason": after.reason}, detail=said)
        t.result = str(letter_id)
    return after


def _still(letter: Letter) -> None:
    if sentence := rules.check_open(letter, LetterState.DRAFT):
        raise Invalid({"": sentence})
