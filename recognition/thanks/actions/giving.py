"""Thanking and saying a word under a published example, and taking either back."""

from uuid import UUID, uuid4

from recognition.accounts import actions as accounts
from recognition.hall import audit, notices, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, refuse, there
from recognition.hall.rate import Rate
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.thanks import rules, store
from recognition.thanks.actions.ground import EXAMPLE, WORDS, praised, shown
from recognition.thanks.terms import Count, Example, Standing, Words
from vietnamese import dates, text

_rate = Rate(rules.MOST, rules.SECONDS)


def _bounded(who: Actor) -> None:
    if not _rate.admits(str(who.account_id)):
        raise Invalid({"": "Anh/chị đã cảm ơn, viết hoặc rút lời rất nhiều lần trong ít phút. Anh/chị đợi mười phút rồi làm tiếp."})


def _count(t: Transaction, publication_id: UUID) -> Count:
    return store.counts(t, [publication_id]).get(publication_id, Count())


def _tell_less(t: Transaction, one: Example, verb: Verb) -> None:
    notices.tell_less(t, verb, one.publication_id, praised(t, one), _count(t, one.publication_id).sentence)


def thank(who: Actor, publication_id: UUID, key: UUID | None = None) -> Count:
    """Thank for an example, once a person; a second press changes nothing. Raises NotAllowed, NotFound when it is not shown, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.THANK)
        one = shown(t, publication_id)
        refuse(rules.check_person(one.person_id, who.person_id))
        if not store.thanked(t, publication_id, who.account_id):
            _bounded(who)
            store.thank(t, publication_id, who.account_id, dates.now_utc())
            audit.note(t, Verb.THANK, EXAMPLE, publication_id, case=praised(t, one), detail=_count(t, publication_id).sentence)
        t.result = str(publication_id)
        return _count(t, publication_id)


def unthank(who: Actor, publication_id: UUID, key: UUID | None = None) -> Count:
    """Take one's thanks back. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.UNTHANK)
        one = shown(t, publication_id)
        if store.thanked(t, publication_id, who.account_id):
            _bounded(who)
            store.unthank(t, publication_id, who.account_id)
            _tell_less(t, one, Verb.THANK)
            audit.note(t, Verb.UNTHANK, EXAMPLE, publication_id)
        t.result = str(publication_id)
        return _count(t, publication_id)


def appreciate(who: Actor, publication_id: UUID, body: str, key: UUID | None = None) -> Words:
    """Say a word under an example, one a person. Everybody signed in reads it, the public only what the secretary approves.

    The log keeps that something was said, never what. Raises NotAllowed, NotFound when the example is not shown, Invalid (`body`).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.APPRECIATE)
        one = shown(t, publication_id)
        refuse(rules.check_person(one.person_id, who.person_id))
        refuse(rules.check_body(body))
        refuse(rules.check_once(store.own(t, publication_id, who.account_id) is not None))
        _bounded(who)
        said, place = text.clean_multiline(body), accounts.place_line(who)
        made = Words(uuid4(), publication_id, who.account_id, who.name, place, said, dates.now_utc(), Standing.NEW, "", 1)
        store.insert(t, made)
        audit.note(t, Verb.APPRECIATE, EXAMPLE, publication_id, after={"words": made.id}, case=praised(t, one), detail=_count(t, publication_id).sentence)
        t.result = str(made.id)
    return made


def take_back(who: Actor, words_id: UUID, key: UUID | None = None) -> None:
    """Take one's own word back, wherever it stands: nothing of it is kept. Raises NotFound for what is not one's own, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        found = there(store.get(t, words_id))
        if found.account_id != who.account_id:
            raise NotFound()
        permissions.require(who, Verb.TAKE_BACK_WORDS)
        _bounded(who)
        store.remove(t, words_id)
        one = store.example(t, found.publication_id)
        if one is not None:
            _tell_less(t, one, Verb.APPRECIATE)
        audit.note(t, Verb.TAKE_BACK_WORDS, WORDS, words_id, before={"state": found.state})
        t.result = str(words_id)
