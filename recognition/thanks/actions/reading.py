"""Reading published examples with what they were given: signed in, as the public, for whom it concerns, in figures."""

from collections.abc import Collection
from uuid import UUID

from recognition.dan_van_kheo import actions as models
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight.actions import scoping
from recognition.insight.terms import Filters
from recognition.issuing import actions as issuing
from recognition.thanks import rules, store
from recognition.thanks.actions.ground import shown
from recognition.thanks.terms import Count, Line, Measured, Praised, Reading, Shown, Standing, Words

_FIRST = Page()
MOST = 1_000


def find(who: Actor, words: str = "", page: Page = _FIRST) -> Found[Line]:
    """Published examples with what each was given, the newest decisions first. Raises NotAllowed."""
    permissions.require(who, Verb.READ_EXAMPLES)
    with reading(who) as t:
        found = issuing.published(words, page.limit, page.offset)
        given = store.counts(t, [row.id for row in found.rows])
    return Found(tuple(Line(row.id, row.name, row.subject, row.detail, given.get(row.id, Count())) for row in found.rows), found.total)


def get(who: Actor, publication_id: UUID) -> Reading:
    """One example while it is shown. Hidden words are for their author and the secretary alone. Raises NotAllowed, NotFound."""
    permissions.require(who, Verb.READ_EXAMPLES)
    with reading(who) as t:
        one = shown(t, publication_id)
        all_of_them = permissions.allowed(who, Verb.HIDE_WORDS, one)
        words = store.words_under(t, [publication_id])
        return Reading(
            issuing.published_one(publication_id), store.counts(t, [publication_id]).get(publication_id, Count()),
            tuple(each for each in words if each.account_id != who.account_id and (all_of_them or each.state is not Standing.HIDDEN)),
            next((each for each in words if each.account_id == who.account_id), None), store.thanked(t, publication_id, who.account_id),
            bool(rules.check_person(one.person_id, who.person_id)), _lesson(who, one.year_id),
        )  # fmt: skip


def _lesson(who: Actor, year_id: UUID | None) -> UUID | None:
    """The model's year, where `who` may learn from it by the way that there is."""
    if year_id is None:
        return None
    try:
        return models.example(who, year_id).year_id
    except NotFound:
        return None


def may(who: Actor, publication_id: UUID, words: Words) -> tuple[Verb, ...]:
    """What `who` may decide on a word now. Raises NotFound when its example is not shown."""
    with reading(who) as t:
        one = shown(t, publication_id)
    return tuple(verb for verb in (Verb.APPROVE_WORDS, Verb.KEEP_WORDS, Verb.HIDE_WORDS) if permissions.allowed(who, verb, one) and rules.may(words.state, verb))


def public(ids: Collection[UUID]) -> dict[UUID, Shown]:
    """What the public reads under some examples: those with something to read. Asked by anybody, without sign-in."""
    with reading(None) as t:
        given, words = store.counts(t, ids), store.words_under(t, ids)
    approved = {wanted: [each for each in words if each.publication_id == wanted and each.state is Standing.APPROVED] for wanted in ids}
    found = {wanted: Shown(given.get(wanted, Count()).thanks, approved[wanted]) for wanted in ids}
    return {wanted: each for wanted, each in found.items() if each.thanks or each.words}


def counts(who: Actor, ids: Collection[UUID]) -> dict[UUID, Count]:
    """What each of some examples was given while it is shown; nothing stands for none. Raises NotAllowed."""
    permissions.require(who, Verb.READ_EXAMPLES)
    with reading(who) as t:
        return store.counts(t, ids)


def of_case(who: Actor, nomination_id: UUID) -> Praised | None:
    """What the example of a case was given, where it is shown and was given anything. Raises NotAllowed."""
    permissions.require(who, Verb.READ_EXAMPLES)
    with reading(who) as t:
        one = store.of_case(t, nomination_id)
        given = store.counts(t, [one.publication_id]) if one else {}
    return Praised(one.publication_id, one.name, given[one.publication_id]) if one and given else None


def for_me(who: Actor) -> list[Praised]:
    """The examples that praise the person themselves and were given something, the most thanked first; nothing for who reads none."""
    if who.person_id is None or not permissions.allowed(who, Verb.READ_EXAMPLES):
        return []
    with reading(who) as t:
        found = store.of_person(t, who.person_id)
        given = store.counts(t, [one.publication_id for one in found]) if found else {}
    mine = [Praised(one.publication_id, one.name, given[one.publication_id]) for one in found if one.publication_id in given]
    return sorted(mine, key=lambda each: (-each.count.thanks, -each.count.words))


def measured(who: Actor, filters: Filters, *, limit: int = MOST) -> list[Measured]:
    """What examples were given in a period, of the organs and units whose figures `who` sees; the most thanked first.

    Raises NotAllowed, NotFound for a unit out of view.
    """
    permissions.require(who, Verb.SEE_FIGURES)
    with reading(who) as t:
        of = scoping.scope(t, who, filters)
        return store.measured(t, of.issuers, of.units, of.chosen, of.campaign_id, (of.from_date, of.to_date), limit)
