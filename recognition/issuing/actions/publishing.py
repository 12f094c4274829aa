"""Showing awards to the public: only with a recorded consent or a basis in law; withdrawn at once on request."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from recognition.dan_van_kheo import actions as models
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound, Stale, refuse
from recognition.hall.lengths import needed
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing.actions import photos
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import publications as store
from recognition.issuing.terms import AwardFacts, Basis, Publication, Published
from vietnamese import dates

KIND = "publication"
_FIRST = Page()


def published(search: str = "", limit: int = 20, offset: int = 0) -> Found[Published]:
    """The public list: recognised models, deeds and achievements. Asked by anybody, without sign-in."""
    with reading(None) as t:
        return Found(_spread(t, store.public(t, search, max(1, min(limit, 100)), max(0, offset))), store.public_total(t, search))


def published_one(publication_id: UUID) -> Published:
    """One example's own page. Asked by anybody, without sign-in. Raises NotFound when it is not, or no longer, shown."""
    with reading(None) as t:
        found = store.public_one(t, publication_id)
        if found is None:
            raise NotFound()
        return _spread(t, [found])[0]


def _spread(t: Transaction, rows: Sequence[Published]) -> tuple[Published, ...]:
    """The same rows; a model says how many units learned from it, and names those that the public list names anyway."""
    if not rows:
        return ()
    of = store.models_of(t, [row.id for row in rows])
    told = {model_id: _told(t, model_id) for model_id in set(of.values())}
    return tuple(replace(row, spread=told[of[row.id]]) if row.id in of else row for row in rows)


def _told(t: Transaction, model_id: UUID) -> str:
    sentence = models.spread_in(t, model_id).sentence
    if not sentence:
        return ""
    learners = models.learned_by(t, model_id)
    public = store.public_units(t, [each.unit_id for each in learners])
    names = [each.unit_name for each in learners if each.unit_id in public]
    return f"{sentence} Trong đó có {', '.join(names)}." if names else sentence


def story_of(who: Actor, award_id: UUID) -> str:
    """The story as the case told it, for the secretary to shorten before it is published. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        permissions.require(who, Verb.PUBLISH, _award(t, who, award_id))
        return store.story_of(t, award_id)


def publications(who: Actor, page: Page = _FIRST) -> list[Publication]:
    """What was published by the issuers of `who`, withdrawn ones too."""
    permissions.require(who, Verb.PUBLISH)
    with reading(who) as t:
        return store.of_issuers(t, list(who.issuers(Role.SECRETARY)), page.limit, page.offset)


def published_photo(publication_id: UUID, *, small: bool = False) -> bytes:
    """The picture beside an example, as JPEG. Asked by anybody, without sign-in. Raises NotFound when it is not, or no longer, shown."""
    with reading(None) as t:
        blob = store.photo(t, publication_id)
    if blob is None:
        raise NotFound()
    return photos.fitted(blob, photos.SMALL if small else photos.LARGE)


def publish(
    who: Actor, award_id: UUID, basis: str, detail: str, story: str = "", key: UUID | None = None, *, photo: UUID | None = None, photo_consent: str = "",
) -> Publication:  # fmt: skip
    """Show an award in force to the public; the basis says who consented when, or by which article.

    With an empty detail the consent that the case recorded is taken over. A story is shown on a page of its own, as it is given here:
    nothing of the case is shown that the secretary did not read. A picture of the case needs the words of its own consent.
    Raises NotFound, NotAllowed, Invalid.
    """
    with transaction(who, key) as t:
        award = _award(t, who, award_id)
        permissions.require(who, Verb.PUBLISH, award)
        check = Entry()
        ground = check.choice("basis", basis, Basis, "căn cứ công bố")
        given, words = store.consent(t, award_id)
        said = detail.strip() or (words if given and ground is Basis.CONSENT else "")
        said = check.line("detail", said, "Ai đồng ý, ngày nào; hoặc điều khoản cho phép")
        told = check.story("story", story, "Câu chuyện", required=False)
        pictured = photos.chosen(t, check, award_id, photo, photo_consent)
        check.done()
        refuse({} if award.state == "in_force" else {"": "Khen thưởng này không còn hiệu lực nên không công bố."})
        refuse({} if store.of_award(t, award_id) is None else {"": "Khen thưởng này đã được công bố."})
        name = f"{award.salutation} {award.name}".strip()
        made = Publication(uuid4(), award_id, name, award.subject or award.wording, ground, said, dates.now_utc(), None, 1, photo, pictured)
        store.insert(t, made, "model" if award.subject else "award", award.wording, told, who.account_id)
        audit.note(t, Verb.PUBLISH, KIND, made.id, after=made, case=award, detail=said)
        t.result = str(made.id)
    return made


def _award(t: Transaction, who: Actor, award_id: UUID) -> AwardFacts:
    found = award_store.get(t, award_id)
    if found is None or found.issuer_id not in who.issuers(Role.SECRETARY):
        raise NotFound()
    return found


def unpublish(who: Actor, publication_id: UUID, version: int, reason: str, key: UUID | None = None) -> None:
    """Take a publication away at once, on request or for any reason that is written down. Raises NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        found = store.get(t, publication_id)
        if found is None:
            raise NotFound()
        award = _award(t, who, found.award_id)
        permissions.require(who, Verb.UNPUBLISH, award)
        said = reason.strip()
        refuse(needed("reason", said, "Anh/chị ghi ai yêu cầu gỡ, vì sao."))
        if not store.withdraw(t, publication_id, version, said, dates.now_utc()):
            raise Stale()
        audit.note(t, Verb.UNPUBLISH, KIND, publication_id, before=found, case=award, detail=said)
        t.result = str(publication_id)
