"""What the secretary does with a word: onto the public page, only inside the program, or out of sight with a reason."""

from dataclasses import replace
from uuid import UUID

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Stale, fresh, refuse, there
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from recognition.thanks import rules, store
from recognition.thanks.actions.ground import WORDS, author, shown
from recognition.thanks.terms import Awaiting, Words
from vietnamese import dates, text


def awaiting(who: Actor, limit: int = 20) -> list[Awaiting]:
    """Examples with words that the secretary has not looked at. Raises NotAllowed."""
    permissions.require(who, Verb.APPROVE_WORDS)
    with reading(who) as t:
        return store.awaiting(t, sorted(who.issuers(Role.SECRETARY)), limit)


def approve(who: Actor, words_id: UUID, version: int, key: UUID | None = None) -> Words:
    """The public may read a word; its author is told. Raises NotFound, NotAllowed, Stale, Invalid."""
    return _decided(who, words_id, version, Verb.APPROVE_WORDS, "", key)


def keep(who: Actor, words_id: UUID, version: int, key: UUID | None = None) -> Words:
    """A word stays inside the program. Raises NotFound, NotAllowed, Stale, Invalid."""
    return _decided(who, words_id, version, Verb.KEEP_WORDS, "", key)


def hide(who: Actor, words_id: UUID, version: int, reason: str, key: UUID | None = None) -> Words:
    """Nobody reads a word any more but its author and the secretary; the author is told why. Raises NotFound, NotAllowed, Stale, Invalid."""
    return _decided(who, words_id, version, Verb.HIDE_WORDS, reason, key)


def _decided(who: Actor, words_id: UUID, version: int, verb: Verb, reason: str, key: UUID | None) -> Words:
    with transaction(who, key) as t:
        before = there(store.get(t, words_id))
        one = shown(t, before.publication_id)
        permissions.require(who, verb, one)
        if before.version != version:
            raise Stale()
        refuse(rules.check_decision(before.state, verb))
        refuse(rules.check_reason(reason) if verb is Verb.HIDE_WORDS else {})
        why, state = text.clean(reason), rules.ROAD[before.state, verb]
        fresh(store.decide(t, words_id, version, state, why, who.account_id, dates.now_utc()))
        after = replace(before, state=state, reason=why, version=version + 1)
        audit.note(t, verb, WORDS, words_id, before={"state": before.state}, after={"state": state}, case=author(one, after), detail=why)
        t.result = str(words_id)
    return after
