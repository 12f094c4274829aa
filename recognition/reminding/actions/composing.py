"""«Soạn thư nhắc»: from what waits today to drafts, one letter for each unit or person; nothing leaves."""

from collections.abc import Iterable
from uuid import UUID

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.reminding.actions import ground
from recognition.reminding.rules import letters as wording
from recognition.reminding.rules import reminders as rules
from recognition.reminding.store import facts as fact_store
from recognition.reminding.store import letters as store
from recognition.reminding.terms import (
    Composed,
    Draft,
    Fact,
    Kind,
    Letter,
    LetterKind,
    LetterState,
    Pace,
    Reminder,
    Words,
)
from vietnamese import dates

#: Why a draft that somebody changed is put away when it no longer holds.
DONE = "Có việc trong thư đã xong hoặc không còn đúng; phần còn lại, nếu có, được soạn thành thư mới."
Thing = tuple[Kind, UUID, UUID | None]
Addressee = tuple[UUID | None, UUID | None]


def compose(who: Actor, issuer_id: UUID, key: UUID | None = None) -> Composed:
    """Compose the letters of today as drafts. Drafts that nobody changed are made anew, changed ones stay while they hold. Raises NotAllowed."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.COMPOSE_LETTERS, ground.Asking(issuer_id))
        facts, pace, today = ground.waiting(t, who, issuer_id), store.pace(t, issuer_id), dates.today()
        standing = {fact.thing for fact in facts if rules.standing(fact, today, pace) is not None}
        plain, withdrawn, held = _sorted_drafts(t, who, issuer_id, standing)
        found, later = rules.due_today(ground.with_last(t, issuer_id, facts), today, pace, held)
        wanted = _words(t, issuer_id, found)
        kept = {_addressee(letter) for letter in plain if _same(letter, wanted.get(_addressee(letter)))}
        store.remove(t, [letter.id for letter in plain if _addressee(letter) not in kept])
        made = [Draft(*addressee, name, words, wording.things(own)) for addressee, (name, words, own) in wanted.items() if addressee not in kept]
        store.insert(t, issuer_id, LetterKind.REMINDER, made, who.account_id, dates.now_utc())
        gone = sum(_addressee(letter) not in wanted for letter in plain) + withdrawn
        again = sum(_addressee(letter) in wanted and _addressee(letter) not in kept for letter in plain)
        done = Composed(len(made) - again, gone, later, again)
        if made or gone:
            audit.note(t, Verb.COMPOSE_LETTERS, "issuer", issuer_id, after={"made": len(made), "withdrawn": gone}, detail=f"Soạn {len(made)} thư nhắc, bỏ {gone} bản nháp đã cũ.")
        t.result = str(issuer_id)
    return done


Parts = tuple[str, Words, list[Reminder]]


def _sorted_drafts(t: Transaction, who: Actor, issuer_id: UUID, standing: set[Thing]) -> tuple[list[Letter], int, set[Thing]]:
    """Drafts as they were composed; how many changed ones were put away; what those hold that stay."""
    plain, withdrawn, held = [], 0, set()
    for letter in store.drafts(t, issuer_id, LetterKind.REMINDER):
        things = {_thing(letter, each.kind, each.object_id) for each in letter.things}
        if letter.version == 1:
            plain.append(letter)
        elif things <= standing:
            held |= things
        else:
            store.decide(t, letter, LetterState.LEFT_OUT, who.account_id, dates.now_utc(), DONE)
            store.free_things(t, letter.id)
            withdrawn += 1
    return plain, withdrawn, held


def _thing(letter: Letter, kind: Kind, object_id: UUID) -> Thing:
    return kind, object_id, letter.to_unit or letter.to_account


def _addressee(letter: Letter) -> Addressee:
    return letter.to_unit, letter.to_account


def _same(letter: Letter, parts: Parts | None) -> bool:
    """Whether a draft says already what would be composed now."""
    return parts is not None and (letter.addressee, letter.subject, letter.body, letter.things) == (parts[0], parts[1].subject, parts[1].body, wording.things(parts[2]))


def _words(t: Transaction, issuer_id: UUID, found: Iterable[Reminder]) -> dict[Addressee, Parts]:
    """What each addressee is told, by name and in the order of the reminders."""
    grouped: dict[Addressee, list[Reminder]] = {}
    for each in found:
        grouped.setdefault((each.fact.unit_id, each.fact.account_id), []).append(each)
    today = dates.today()
    units = fact_store.living(t, [unit for unit, _ in grouped if unit is not None], today)
    people = fact_store.people(t, [account for _, account in grouped if account is not None])
    spoken = ground.spoken(issuer_id)
    made: dict[Addressee, Parts] = {}
    for (unit, account), own in grouped.items():
        name = units.get(unit) if unit is not None else people.get(account) if account is not None else None
        if name is not None:
            made[unit, account] = name, wording.words(own, name, today, of_unit=unit is not None, spoken=spoken), own
    return made


def outdated(t: Transaction, who: Actor, letters: Iterable[Letter]) -> dict[UUID, str]:
    """Letter → the first line of it that no longer holds."""
    found: dict[UUID, str] = {}
    standing: dict[UUID, set[Thing]] = {}
    today = dates.today()
    for letter in letters:
        if letter.kind is not LetterKind.REMINDER:
            continue
        if letter.issuer_id not in standing:
            pace = store.pace(t, letter.issuer_id)
            facts: list[Fact] = ground.waiting(t, who, letter.issuer_id)
            standing[letter.issuer_id] = {fact.thing for fact in facts if rules.standing(fact, today, pace) is not None}
        gone = [each.sentence for each in letter.things if _thing(letter, each.kind, each.object_id) not in standing[letter.issuer_id]]
        if gone:
            found[letter.id] = gone[0]
    return found


def pace(who: Actor, issuer_id: UUID) -> Pace:
    """An organ's pace. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_OUTBOX, ground.Asking(issuer_id))
    with reading(who) as t:
        return store.pace(t, issuer_id)


def set_pace(who: Actor, issuer_id: UUID, wanted: Pace, key: UUID | None = None) -> Pace:
    """Change an organ's pace; `wanted.version` is that which was looked at. Raises NotAllowed, Invalid, Stale."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.COMPOSE_LETTERS, ground.Asking(issuer_id))
        refuse(rules.check_pace(wanted))
        before = store.pace(t, issuer_id)
        store.set_pace(t, issuer_id, wanted)
        after = store.pace(t, issuer_id)
        said = f"Nhắc trước {after.ahead_days} ngày, không nhắc lại trong {after.again_days} ngày, chờ trả lời {after.answer_days} ngày."
        audit.note(t, Verb.COMPOSE_LETTERS, "issuer", issuer_id, before=before, after=after, detail=said)
        t.result = str(issuer_id)
    return after
